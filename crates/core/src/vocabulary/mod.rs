//! Which words a language has, as far as it takes to see that a word is one of the one language and not of the other.
//!
//! For the languages of [`Vocabulary::of`] there are two things, both made from lists of words (`vocabulary/*.txt`, see
//! the README there): a set of ordinary words, and a table of how words are spelt, for the words that are in no list.

// The build script makes what is read here.
#[allow(dead_code)]
mod filter;
mod spelling;

pub use spelling::{Spelling, UNITS_A_BIT};

use crate::language::LanguageTag;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));

/// The words of a language. Cheap to copy: a handle to static data.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary {
    /// Its place in the table of languages.
    at: usize,
}

/// What the build script knows of a language.
struct Data {
    tag: &'static str,
    /// The set of words.
    words: &'static [u8],
    /// The compressed [`Spelling`].
    spelling: &'static [u8],
    /// Whether the list was made by hand.
    complete: bool,
    /// Whether words with a capital are in the list.
    capitals: bool,
}

impl Vocabulary {
    /// The words of a language, by CLDR's fallback; none where no list is known.
    #[must_use]
    pub fn of(language: &LanguageTag) -> Option<Self> {
        let place = |tag: &str| DATA.binary_search_by(|data| data.tag.cmp(tag)).ok();
        language.fallbacks().find_map(|tag| place(&tag)).map(|at| Self { at })
    }

    /// The words of each language that there is a list of.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..DATA.len()).map(|at| Self { at })
    }

    /// The language.
    ///
    /// # Panics
    /// Never: the tags are those of files of this crate.
    #[must_use]
    pub fn language(&self) -> LanguageTag {
        DATA[self.at].tag.parse().expect("the names of the lists are tags")
    }

    /// Whether it is an ordinary word, written as it is within a sentence: with a small letter, unless the language
    /// writes it with a capital everywhere (as German its nouns). Three words in a thousand that are none are taken
    /// for one.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        filter::has(DATA[self.at].words, word)
    }

    /// Whether the list was made by hand and has nearly all words that others take for words of this language: what is
    /// not in it is none, unless it is rare.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        DATA[self.at].complete
    }

    /// Whether the language writes its nouns with a capital.
    #[must_use]
    pub fn capitalises_nouns(&self) -> bool {
        DATA[self.at].capitals
    }

    /// What it costs to spell a word that is given in small letters ([`Spelling::cost`]).
    #[must_use]
    pub fn cost(&self, word: &str) -> u32 {
        self.spelling().cost(word)
    }

    /// How much likelier a word in small letters is by its spelling in another language than in this one: the
    /// logarithm, in bits; negative where it is likelier here.
    #[must_use]
    pub fn leans_to(&self, other: &Self, word: &str) -> f64 {
        (f64::from(self.cost(word)) - f64::from(other.cost(word))) / f64::from(UNITS_A_BIT)
    }

    /// The share of ordinary words of this language that are words of the other too, in percent: much of it shows
    /// near relatives (Danish and Norwegian), whose texts share words that were not left over.
    #[must_use]
    pub fn shares(&self, other: &Self) -> u8 {
        SHARED[self.at * DATA.len() + other.at]
    }

    fn spelling(&self) -> &'static Spelling {
        static READ: [OnceLock<Spelling>; DATA.len()] = [const { OnceLock::new() }; DATA.len()];
        READ[self.at].get_or_init(|| {
            let bytes = miniz_oxide::inflate::decompress_to_vec(DATA[self.at].spelling);
            let bytes = bytes.expect("packed by the build script");
            Spelling::from_bytes(&bytes).expect("written by the build script")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tag: &str) -> Vocabulary {
        Vocabulary::of(&tag.parse().expect("a valid tag")).expect("there is a list")
    }

    #[test]
    fn words_of_one_language_are_not_those_of_another() {
        for (own, other, word) in [
            ("es", "en", "aunque"),
            ("fr", "en", "plusieurs"),
            ("it", "en", "entrambi"),
            ("pl", "en", "zamek"),
            ("de", "en", "Krankheit"),
            ("en", "fr", "avoiding"),
            ("en", "id", "although"),
        ] {
            assert!(words(own).has(word), "{word} is {own}");
            assert!(!words(other).has(word), "{word} is not {other}");
        }
        for (language, loan) in [("de", "online"), ("fr", "marketing"), ("en", "croissant"), ("es", "hotel")] {
            assert!(words(language).has(loan), "{loan} has come into {language}");
        }
        assert!(!words("de").has("Merkel"), "a name");
    }

    #[test]
    fn spelling_tells_words_that_are_in_no_list() {
        for (own, other, word) in [
            ("pl", "en", "przetwórczego"),
            ("fr", "en", "réapparaîtrait"),
            ("hu", "de", "megfogalmazhatatlan"),
            ("en", "it", "straightforwardly"),
            ("fi", "sv", "epäjärjestelmällinen"),
        ] {
            assert!(words(other).leans_to(&words(own), word) > 8.0, "{word}");
            assert!(words(own).leans_to(&words(other), word) < -8.0, "{word}");
        }
    }

    #[test]
    fn relatives_share_words() {
        assert!(words("da").shares(&words("no")) > 30 && words("no").shares(&words("da")) > 30);
        assert!(words("hu").shares(&words("da")) < 20);
        assert_eq!(words("ru").shares(&words("en")), 0);
    }

    #[test]
    fn a_variant_has_the_words_of_its_language() {
        let of = |tag: &str| Vocabulary::of(&tag.parse().expect("a valid tag")).map(|it| DATA[it.at].tag);
        assert_eq!(of("pt-BR"), Some("pt"));
        assert_eq!(of("sr-Latn"), Some("sr-Latn"));
        assert_eq!(of("ja"), None);
    }

    #[test]
    fn a_spelling_is_read_as_it_was_written() {
        let spelling = Spelling::train(["anna", "hannah"].into_iter());
        let read = Spelling::from_bytes(&spelling.to_bytes()).expect("it was written so");
        assert_eq!(read.cost("nana"), spelling.cost("nana"));
        assert!(spelling.cost("anna") < spelling.cost("nnaa"));
        assert!(Spelling::from_bytes(b"ab\nxyz").is_none() && Spelling::from_bytes(b"").is_none());
    }
}
