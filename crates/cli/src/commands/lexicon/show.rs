//! `parallax lexicon show`: what is known of a word.

use crate::args::lexicon::{ShowArgs, ShowFormat};
use crate::error::{Failed, printable};
use crate::lexicons::read_lexicon;
use crate::output::Destination;
use parallax_core::LanguageTag;
use parallax_core::fold::fold;
use parallax_core::lexicon::{Concepts, Dictionary, concept_name, meaning_name};
use parallax_core::locale::Locale;
use parallax_report::word::{WordConcept, WordFile, WordMeaning, WordTranslation, write_word_json, write_word_table};

/// Prints what lexicons and the program itself know of a word.
///
/// # Errors
/// If a lexicon cannot be read, or nothing is known.
pub(super) fn run(args: &ShowArgs) -> Result<u8, Failed> {
    let word = fold(&args.word).split_whitespace().collect::<Vec<_>>().join(" ");
    let file = WordFile {
        schema: "parallax-word/1",
        translations: translations(args)?,
        meanings: meanings(&word, args.lang.as_ref()),
        concepts: concepts(&word, args.lang.as_ref()),
        word,
    };
    if file.translations.is_empty() && file.meanings.is_empty() && file.concepts.is_empty() {
        return Err(Failed::new(format!("nothing is known of `{}`", printable(&args.word))));
    }
    Destination::Stdout.write(|out| match args.format {
        ShowFormat::Table => write_word_table(&file, out),
        ShowFormat::Json => write_word_json(&file, out),
    })?;
    Ok(0)
}

fn translations(args: &ShowArgs) -> Result<Vec<WordTranslation>, Failed> {
    let mut translations = Vec::new();
    for path in &args.lexicon {
        let lexicon = read_lexicon(path)?;
        let languages = lexicon.languages();
        let asked = |side: usize| args.lang.is_none_or(|lang| lang.same_language(&languages[side]));
        let found = lexicon.of(&args.word).into_iter().filter(|(side, ..)| asked(*side));
        translations.extend(found.map(|(side, translation, weight)| WordTranslation {
            lexicon: path.display().to_string(),
            language: languages[side].to_string(),
            target_language: languages[1 - side].to_string(),
            translation: translation.to_owned(),
            weight,
        }));
    }
    Ok(translations)
}

/// The language that was asked for, or all that something is built in for.
fn languages(lang: Option<&LanguageTag>, all: impl Iterator<Item = &'static str>) -> Vec<LanguageTag> {
    match lang {
        Some(lang) => vec![*lang],
        None => all.filter_map(|tag| tag.parse().ok()).collect(),
    }
}

fn meanings(word: &str, lang: Option<&LanguageTag>) -> Vec<WordMeaning> {
    let of_language = |language: LanguageTag| {
        let prefixes = Locale::of(&language).knowledge().prefixes;
        let mut names: Vec<&str> =
            Dictionary::of(&language, prefixes).meanings(word).into_iter().filter_map(meaning_name).collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter().map(move |meaning| WordMeaning { language: language.to_string(), meaning })
    };
    languages(lang, Dictionary::languages()).into_iter().flat_map(of_language).collect()
}

fn concepts(word: &str, lang: Option<&LanguageTag>) -> Vec<WordConcept> {
    let of_language = |language: LanguageTag| {
        let concepts = Concepts::of(&language);
        let by_stem = !concepts.has(word);
        // In every language some word begins like this one.
        let mut vector = if by_stem && lang.is_none() { Vec::new() } else { concepts.of_word(word) };
        vector.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let named = vector.into_iter().filter_map(|(concept, weight)| Some((concept_name(concept)?, weight)));
        named.map(move |((concept, name), weight)| WordConcept {
            language: language.to_string(),
            concept,
            name,
            weight,
            by_stem,
        })
    };
    languages(lang, Concepts::languages()).into_iter().flat_map(of_language).collect()
}
