//! `concepts/*.tsv`: which concepts the words of each language stand for.
//!
//! CLDR gives every emoji a name and keywords in well over a hundred languages. So an emoji is a concept that has
//! words in all of them, and two words that share concepts mean something alike, without a dictionary from the one
//! language into the other. Countries and languages are concepts too, their names the words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::error::{Result, fail};
use parallax_core::fold::{fold, is_ideograph};

use super::Output;
use super::fetch::{ANNOTATIONS, NAMES};
use super::locales::Locales;
use super::source::{Source, members, strings};
use super::table::{Spec, Table};
use super::text::without_alt;

/// Words of more concepts than this say too little (*face*).
const MOST: usize = 40;
/// A language with fewer annotations is hardly begun.
const LEAST: usize = 1000;
/// Digits of a concept's code.
const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-";

/// The concepts and the words of all languages.
pub(crate) struct Concepts {
    /// Each concept's key, in the order of their codes, with its English name.
    concepts: Vec<(String, String)>,
    /// For each language, its words with the concepts they stand for.
    words: BTreeMap<String, BTreeMap<String, BTreeSet<usize>>>,
}

impl Concepts {
    /// Reads annotations and names.
    pub(crate) fn load(source: &Source, locales: &Locales) -> Result<Self> {
        let english = annotations(source, "en")?.unwrap_or_default();
        let mut concepts: Vec<(String, String)> = english
            .into_iter()
            .filter_map(|(emoji, texts)| Some((emoji, texts.last()?.clone())))
            .chain(names(source, "en")?.into_iter().map(|(key, names)| (key, names[0].clone())))
            .collect();
        concepts.sort();
        if concepts.len() < LEAST || concepts.len() > DIGITS.len() * DIGITS.len() {
            return fail(format!("{} concepts are not what this expects; did CLDR's format change?", concepts.len()));
        }
        let codes: BTreeMap<&str, usize> =
            concepts.iter().enumerate().map(|(code, (key, _))| (key.as_str(), code)).collect();
        let mut words = BTreeMap::new();
        // A variant that inherits has the words of its language.
        for locale in locales.iter().filter(|locale| locales.emitted_parent(locale).is_none()) {
            let Some(annotated) = annotations(source, locale)?.filter(|annotated| annotated.len() >= LEAST) else {
                continue;
            };
            let mut of_locale: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
            for (key, texts) in annotated.into_iter().chain(names(source, locale)?) {
                let Some(code) = codes.get(key.as_str()) else { continue };
                for word in texts.iter().flat_map(|text| words_of(text)) {
                    of_locale.entry(word).or_default().insert(*code);
                }
            }
            of_locale.retain(|_, concepts| concepts.len() <= MOST);
            words.insert(locale.to_string(), of_locale);
        }
        Ok(Self { concepts, words })
    }

    /// The list of concepts, as a table.
    pub(crate) fn table(&self) -> Table {
        let rows = self.concepts.iter().enumerate();
        let rows = rows.map(|(at, (key, name))| vec![code(at), key.clone(), name.clone()]);
        let spec = Spec {
            name: "concepts",
            columns: &["code", "concept", "name"],
            packages: &[ANNOTATIONS, NAMES],
            about: "concepts (emoji, countries, languages), by the codes that `concepts/*.tsv` use",
        };
        Table::new(spec, rows)
    }

    /// A file for each language: its words, folded, each with the codes of its concepts one behind the other.
    pub(crate) fn outputs(&self) -> impl Iterator<Item = Output> {
        self.words.iter().map(|(locale, words)| {
            let mut content = String::from("# word\tconcepts\n");
            for (word, concepts) in words {
                let codes: String = concepts.iter().map(|concept| code(*concept)).collect();
                // Writing to a string cannot fail.
                let _ = writeln!(content, "{word}\t{codes}");
            }
            Output { name: format!("concepts/{locale}.tsv"), content }
        })
    }
}

/// The two digits that stand for a concept.
fn code(concept: usize) -> String {
    let digit = |value: usize| char::from(DIGITS[value % DIGITS.len()]);
    [digit(concept / DIGITS.len()), digit(concept)].iter().collect()
}

/// Emoji with texts.
type Annotations = Vec<(String, Vec<String>)>;

/// The keywords and, last, the names of each emoji, as far as the language has them.
fn annotations(source: &Source, locale: &str) -> Result<Option<Annotations>> {
    let path = format!("annotations/{locale}/annotations.json");
    let Some(json) = source.optional_json(ANNOTATIONS, &path)? else { return Ok(None) };
    let texts = |value: &serde_json::Value| -> Vec<String> {
        let lists = ["default", "tts"].into_iter().filter_map(|kind| value[kind].as_array());
        lists.flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect()
    };
    let all = members(&json["annotations"]["annotations"]);
    // An emoji in five skin tones is one concept.
    let is_plain = |emoji: &str| !emoji.contains(|c| ('\u{1f3fb}'..='\u{1f3ff}').contains(&c));
    Ok(Some(all.filter(|(emoji, _)| is_plain(emoji)).map(|(emoji, value)| (emoji.clone(), texts(value))).collect()))
}

/// The names of countries and languages, by a key for each: `DE`, `de`.
fn names(source: &Source, locale: &str) -> Result<BTreeMap<String, Vec<String>>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for topic in ["territories", "languages"] {
        let Some(json) = source.locale(NAMES, locale, &format!("{topic}.json"))? else { continue };
        for (key, name) in strings(&json["localeDisplayNames"][topic]) {
            let code = without_alt(key);
            let single = words_of(name).count() == 1;
            // Of a name of several words each would stand for it (*New*, *Republic*).
            if single && code.len() == 2 && code != name {
                names.entry(code.to_owned()).or_default().push(name.to_owned());
            }
        }
    }
    Ok(names)
}

/// The words of a text, folded. What is written without spaces stays one.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && !parallax_core::fold::is_mark(c));
    parts.map(fold).filter(|word| {
        let mut letters = word.chars();
        let first = letters.next();
        word.chars().all(|c| !c.is_ascii_digit()) && first.is_some_and(|c| letters.next().is_some() || is_ideograph(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_apart() {
        let words = |text| words_of(text).collect::<Vec<_>>();
        assert_eq!(words("Verre d’eau"), ["verre", "eau"]);
        assert_eq!(words("水"), ["水"]);
        assert_eq!(words("太阳"), ["太阳"]);
        assert_eq!(words("24 часа"), ["часа"]);
    }

    #[test]
    fn codes_have_two_digits() {
        assert_eq!((code(0), code(63), code(64), code(2000)), ("00".into(), "0-".into(), "10".into(), "VG".into()));
    }
}
