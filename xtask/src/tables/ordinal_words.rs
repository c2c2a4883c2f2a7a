//! Ordinal words, found by taking from spelled ordinals what cardinal words and shorter ordinals explain.

use super::number_words::Language;
use super::rbnf::tokens::{is_joint, is_separator};
use super::rbnf::words::{LIMIT, Role, Words};
use crate::error::Result;
use std::collections::BTreeSet;

/// Adds the ordinals of all rule sets of a language.
pub(super) fn add(language: &Language, words: &mut Words) -> Result<()> {
    let mut known = Known::default();
    for (value, role, word) in &words.entries {
        if *role == Role::Joiner || *value > 0 {
            known.cardinals.insert(joined(word));
        }
    }
    for set in language.ordinal_sets() {
        for number in numbers() {
            let Some(pieces) = language.speller(None).spell(number, set)? else { continue };
            let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let text = text.trim_matches(is_separator);
            // Digits and a mark before the number (`第三`, `ke-3`) are no ordinal words.
            if text.is_empty() || text.chars().any(|c| c.is_ascii_digit()) || known.explains(text) {
                continue;
            }
            let (value, word) = known.new_word(number, text);
            if value <= LIMIT && known.cardinals.get(&joined(word)).is_none() {
                words.add(value, Role::Ordinal, &word.replace(is_joint, ""));
                known.ordinals.insert(joined(word));
            }
        }
    }
    Ok(())
}

/// The round ones first, so that the rest can be explained by them.
fn numbers() -> impl Iterator<Item = u64> {
    let powers = [100, 1000, 1_000_000, 1_000_000_000, 1_000_000_000_000];
    (0..=20).chain((30..=90).step_by(10)).chain(powers).chain((200..=900).step_by(100)).chain(21..=99)
}

fn joined(word: &str) -> String {
    word.chars().filter(|c| !is_separator(*c)).collect()
}

#[derive(Default)]
struct Known {
    /// Cardinal words and joiners, without their separators.
    cardinals: BTreeSet<String>,
    ordinals: BTreeSet<String>,
}

impl Known {
    /// Whether a text is made of known words, the last an ordinal.
    fn explains(&self, text: &str) -> bool {
        let text = joined(text);
        let cuts = text.char_indices().map(|(at, _)| at);
        cuts.into_iter().any(|at| self.ordinals.contains(&text[at..]) && self.composes(&text[..at]))
            || self.composes(&text)
    }

    fn composes(&self, text: &str) -> bool {
        let mut reachable = BTreeSet::from([0]);
        while let Some(start) = reachable.pop_first() {
            if start == text.len() {
                return true;
            }
            let ends = text[start..].char_indices().map(|(at, c)| start + at + c.len_utf8());
            let is_word = |end: &usize| {
                let word = &text[start..*end];
                self.cardinals.contains(word) || self.ordinals.contains(word)
            };
            reachable.extend(ends.filter(is_word));
        }
        false
    }

    /// What of a text is new: `unième` of *vingt et unième*, `egyedik` of *huszonegyedik*; else all of it.
    fn new_word<'t>(&self, number: u64, text: &'t str) -> (u64, &'t str) {
        let unit = number % 10;
        if (21..100).contains(&number) && unit > 0 {
            let cuts = text.char_indices().skip(1).map(|(at, _)| at);
            let longest = cuts.filter(|at| text[*at..].chars().count() >= 3 && self.composes(&joined(&text[..*at]))).last();
            if let Some(at) = longest {
                return (unit, text[at..].trim_matches(is_separator));
            }
        }
        (number, text)
    }
}
