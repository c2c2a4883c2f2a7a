//! The commonest small words of languages that share a script: enough of them show a language at a fraction of what
//! identifying it costs.

use crate::classes::is_alphanumeric;
use crate::language::LanguageTag;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

/// `language<TAB>words`, hand-kept: articles, pronouns, prepositions, conjunctions, auxiliaries.
const WORDS: &str = include_str!("common.tsv");
/// The longest of them, in bytes; the longest word that is looked up.
const LONGEST: usize = 32;
/// So many words more of the own language than of any other are a sure sign.
const LEAD: u32 = 2;

/// With such a lead the rest of the text need not be looked at.
const CLEAR_LEAD: u32 = 4;

/// Which of the languages have a word: a bit each.
type Languages = u64;

struct Common {
    tags: Vec<&'static str>,
    words: HashMap<&'static [u8], Languages, BuildHasherDefault<Fnv>>,
}

/// FNV-1a: words are short.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        // The map takes its buckets by the upper bits too.
        self.0 ^ (self.0 >> 29)
    }
}

fn common() -> &'static Common {
    static COMMON: OnceLock<Common> = OnceLock::new();
    COMMON.get_or_init(|| {
        let mut common = Common { tags: Vec::new(), words: HashMap::default() };
        for (number, line) in WORDS.lines().enumerate() {
            let (tag, words) = line.split_once('\t').unwrap_or((line, ""));
            common.tags.push(tag);
            for word in words.split(' ') {
                *common.words.entry(word.as_bytes()).or_insert(0) |= 1 << number;
            }
        }
        common
    })
}

/// Whether a text shows by its small words that it is in `language`: it has at least two more of them than of those of
/// any other language. False says nothing.
#[must_use]
pub fn shows(text: &str, language: &LanguageTag) -> bool {
    let common = common();
    let Some(own) = common.tags.iter().position(|tag| *tag == language.language()) else { return false };
    let mut counts = [0_u32; Languages::BITS as usize];
    let mut others = 0;
    let mut word = [0_u8; LONGEST];
    for found in text.split(|c: char| !is_part(c)) {
        let Some(lower) = lowered(found, &mut word) else { continue };
        let mut languages = common.words.get(lower).copied().unwrap_or(0);
        while languages != 0 {
            let at = languages.trailing_zeros() as usize;
            counts[at] += 1;
            if at != own {
                others = others.max(counts[at]);
            }
            languages &= languages - 1;
        }
        if counts[own] >= others + CLEAR_LEAD {
            return true;
        }
    }
    counts[own] >= others + LEAD
}

/// Whether a character is a part of a word; the apostrophe is one in `'n` and `bo'lib` only, which are not worth it.
fn is_part(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && (is_alphanumeric(c) || is_mark(c)))
}

/// Signs that belong to the letter before them in Devanagari, Hebrew and Arabic.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x591..=0x5c7 | 0x64b..=0x65f | 0x900..=0x903 | 0x93a..=0x94f)
}

/// A word in lower case, if it is short enough to be one of them.
fn lowered<'a>(word: &str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a [u8]> {
    if word.is_empty() || word.len() > LONGEST - 8 {
        return None;
    }
    if word.is_ascii() {
        let lower = &mut buffer[..word.len()];
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        return Some(lower);
    }
    let mut len = 0;
    for c in word.chars().flat_map(char::to_lowercase) {
        let end = len + c.len_utf8();
        c.encode_utf8(buffer.get_mut(len..end)?);
        len = end;
    }
    Some(&buffer[..len])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identify::knows;

    #[test]
    fn the_words_are_words_of_languages_that_are_known() {
        let common = common();
        assert!(common.tags.len() <= Languages::BITS as usize);
        for tag in &common.tags {
            let language: LanguageTag = tag.parse().expect("a valid tag");
            assert!(knows(&language), "{tag}");
        }
        for word in WORDS.lines().filter_map(|line| line.split_once('\t')).flat_map(|(_, words)| words.split(' ')) {
            let mut buffer = [0; LONGEST];
            assert!(word.contains('\'') || lowered(word, &mut buffer) == Some(word.as_bytes()), "{word}");
        }
    }

    #[test]
    fn a_few_small_words_show_a_language() {
        let shown = |text: &str, tag: &str| shows(text, &tag.parse().expect("a valid tag"));
        for (tag, text) in [
            ("en", "The mill was built by the river, and it has never been sold to anybody."),
            ("de", "Die Mühle wurde am Fluss gebaut und ist nie an jemanden verkauft worden."),
            ("pt", "O moinho foi construído à beira do rio e não foi vendido a ninguém."),
            ("es", "El molino se construyó junto al río y no se ha vendido nunca a nadie."),
            ("ru", "Мельница была построена у реки, и её никогда никому не продавали."),
            ("uk", "Млин був побудований біля річки, і його ніколи нікому не продавали."),
            ("fa", "آسیاب در کنار رود ساخته شد و هرگز به کسی فروخته نشده است."),
        ] {
            assert!(shown(text, tag), "{tag}");
            for other in ["en", "de", "fr", "pt", "es", "gl", "ru", "uk", "bg", "fa", "ar"] {
                assert!(other == tag || !shown(text, other), "{tag} taken for {other}");
            }
        }
        assert!(!shown("", "en") && !shown("Norvane Works Limited, Paris", "en"));
        assert!(!shown("det er en god dag", "da"), "Norwegian has the same words");
    }
}
