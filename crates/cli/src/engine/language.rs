//! Which language a document is read as: the one that was said, or that its name or the file itself says, else the
//! one that its text looks like.

use crate::languages::Named;
use parallax_core::document::{BlockKind, Document};
use parallax_core::identify::{self, Identified, ScriptGroup};
use parallax_core::{LanguageOrigin, LanguageTag};

/// How much of a document is looked at to identify its language, in bytes, and how much of one block, in characters.
const SAMPLE: usize = 2_000;
const SAMPLE_OF_BLOCK: usize = 400;
/// From this confidence on `whatlang` calls an identification reliable.
const RELIABLE: f64 = 0.9;
/// Less text than this (see [`identify::weight`]) contradicts no name: a heading may well be in another language.
const ENOUGH: usize = 120;

/// The language of `document`, how it is known, and what the user should be told about that; `option` is the one that
/// says the language.
pub(super) fn settle(
    document: &Document,
    given: Option<LanguageTag>,
    named: Option<&Named>,
    option: &str,
) -> (LanguageTag, LanguageOrigin, Option<String>) {
    let sample = sample(document);
    let looks = identify::identify(&sample);
    let contradiction = |language: &LanguageTag, who: &str| {
        let other = looks.filter(|looks| clearly_another(language, looks, &sample))?;
        Some(format!(
            "{who} that this is `{language}`, but the text looks like `{}`; checked as `{language}` \
             (say {option} if that is wrong)",
            other.language
        ))
    };
    if let Some(language) = given {
        return (language, LanguageOrigin::Given, contradiction(&language, "you say"));
    }
    if let Some(Named { language, sure, .. }) = named
        && (*sure || looks.is_none_or(|looks| !perhaps_another(language, &looks, &sample)))
    {
        return (*language, LanguageOrigin::Path, contradiction(language, "its name says"));
    }
    if let Some(language) = document.declared_language.filter(|language| !language.is_unknown()) {
        return (language, LanguageOrigin::Declared, contradiction(&language, "the file itself says"));
    }
    match looks {
        Some(Identified { language, confidence }) => {
            let unsure = confidence < RELIABLE || identify::weight(&sample) < ENOUGH;
            let notice = unsure.then(|| {
                format!("its language is not said, and looks like `{language}`; say it with {option} if that is wrong")
            });
            (language, LanguageOrigin::Identified(confidence), notice)
        }
        None if sample.is_empty() => (LanguageTag::unknown(), LanguageOrigin::Identified(0.0), None),
        None => {
            let notice = format!("its language is not said, and cannot be told from the text; say it with {option}");
            (LanguageTag::unknown(), LanguageOrigin::Identified(0.0), Some(notice))
        }
    }
}

/// Whether a text is surely not in `language`, so that the user should be told.
fn clearly_another(language: &LanguageTag, looks: &Identified, sample: &str) -> bool {
    if language.same_language(&looks.language) || looks.confidence < RELIABLE || identify::weight(sample) < ENOUGH {
        return false;
    }
    identify::knows(language) || other_script(language, sample)
}

/// Whether a text is so unlikely to be in `language` that a name which may be a mere word should not count.
fn perhaps_another(language: &LanguageTag, looks: &Identified, sample: &str) -> bool {
    let is_sure = looks.confidence >= RELIABLE && identify::weight(sample) >= ENOUGH;
    !language.same_language(&looks.language) && (is_sure || identify::knows(language) || other_script(language, sample))
}

fn other_script(language: &LanguageTag, sample: &str) -> bool {
    let written: Option<ScriptGroup> = identify::script_of(sample).map(|(script, _)| script);
    identify::usual_script(language).is_some_and(|usual| written.is_some_and(|written| written != usual))
}

/// Prose from all over the document: whole where it is short, else the beginnings of evenly spread blocks.
fn sample(document: &Document) -> String {
    let prose: Vec<&str> = document
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Code)
        .map(|block| beginning(block.text.as_str()))
        .filter(|text| !text.is_empty())
        .collect();
    let total: usize = prose.iter().map(|text| text.len()).sum();
    let step = total.div_ceil(SAMPLE).max(1);
    prose.iter().step_by(step).copied().collect::<Vec<_>>().join("\n")
}

fn beginning(text: &str) -> &str {
    text.char_indices().nth(SAMPLE_OF_BLOCK).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_formats::ReadOptions;

    const FRENCH: &str = "La vallée comptait quatre-vingt-dix mille habitants avant la crue de la rivière, et la \
        plupart d’entre eux sont revenus depuis. Leurs maisons ont été reconstruites plus haut, là où l’eau ne monte \
        jamais.";

    fn settled(text: &str, given: Option<&str>, named: Option<(&str, bool)>) -> (String, LanguageOrigin, String) {
        let document = parallax_formats::read("x.md", text.as_bytes(), &ReadOptions::default()).expect("is readable");
        let tag = |tag: &str| tag.parse::<LanguageTag>().expect("a valid tag");
        let named = named.map(|(name, sure)| Named { language: tag(name), document: String::new(), sure });
        let (language, origin, notice) = settle(&document, given.map(tag), named.as_ref(), "--lang");
        (language.to_string(), origin, notice.unwrap_or_default())
    }

    #[test]
    fn what_is_said_wins_over_the_name_and_the_name_over_the_text() {
        assert_eq!(settled(FRENCH, Some("fr-CA"), Some(("de", true))).0, "fr-CA");
        let (language, origin, notice) = settled(FRENCH, None, Some(("fr-CH", true)));
        assert_eq!((language.as_str(), origin, notice.as_str()), ("fr-CH", LanguageOrigin::Path, ""));
        let (language, origin, notice) = settled(FRENCH, None, None);
        assert_eq!((language.as_str(), notice.as_str()), ("fr", ""));
        assert!(matches!(origin, LanguageOrigin::Identified(sure) if sure > RELIABLE));
        let declared = format!("---\nlang: fr-BE\n---\n\n{FRENCH}\n");
        assert_eq!(settled(&declared, None, None).0, "fr-BE");
    }

    #[test]
    fn a_sure_name_stays_and_is_doubted_aloud() {
        let (language, _, notice) = settled(FRENCH, None, Some(("de", true)));
        assert_eq!(language, "de");
        assert!(notice.contains("its name says") && notice.contains("`fr`"), "{notice}");
        // A language that cannot be identified is contradicted only by another script.
        assert_eq!(settled(FRENCH, None, Some(("gl", true))).2, "");
        assert!(settled(FRENCH, None, Some(("zh", true))).2.contains("`fr`"));
        assert_eq!(settled("Vallée", None, Some(("de", true))).2, "", "too little text");
    }

    #[test]
    fn a_name_that_may_be_a_word_needs_the_texts_agreement() {
        assert_eq!(settled(FRENCH, None, Some(("is", false))).0, "fr");
        assert_eq!(settled(FRENCH, None, Some(("my", false))).0, "fr");
        assert_eq!(settled(FRENCH, None, Some(("fr-CA", false))).0, "fr-CA");
        assert_eq!(settled("12 345", None, Some(("is", false))).0, "is");
    }

    #[test]
    fn what_cannot_be_told_is_unknown_and_said() {
        let (language, _, notice) = settled("12 345", None, None);
        assert_eq!(language, "und");
        assert!(notice.contains("--lang"), "{notice}");
        assert_eq!(settled("", None, None).2, "", "an empty file has nothing to tell");
        assert!(settled("Au revoir", None, None).2.contains("--lang"), "too short to be sure");
    }
}
