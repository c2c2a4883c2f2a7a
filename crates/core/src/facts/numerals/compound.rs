//! Numbers written as one word: `zweihundertfünfzig`, `ikiyüzelli`.

use super::Part;
use super::sum::Sum;
use crate::locale::{Locale, Piece};
use rust_decimal::Decimal;

/// The parts of a number written as one word, which goes on with `sum`; `None` where the word is not wholly made of
/// number words, or of a single one with which no number begins.
pub(super) fn read(locale: &Locale, word: &str, sum: &Sum) -> Option<Vec<Part>> {
    if !may_begin(locale, word) {
        return None;
    }
    let least = if sum.is_empty() { 2 } else { 1 };
    let mut parts = Vec::new();
    if split(locale, word, sum, &mut parts, 0) && parts.len() >= least {
        return Some(parts);
    }
    locale.knowledge().suffixes.iter().find_map(|suffix| {
        let stem = word.strip_suffix(suffix)?;
        parts.clear();
        (split(locale, stem, sum, &mut parts, 0) && parts.len() >= least).then(|| std::mem::take(&mut parts))
    })
}

/// Whether a word begins with a number word, without which neither it nor a stem of it is made of them.
pub(super) fn may_begin(locale: &Locale, word: &str) -> bool {
    locale.spells_numbers() && locale.begins_with_number_word(word)
}

/// Whether a word is wholly made of number words, at least two, that make a number.
pub(super) fn is_whole(locale: &Locale, word: &str) -> bool {
    let mut parts = Vec::new();
    split(locale, word, &Sum::new(locale), &mut parts, 0) && parts.len() >= 2
}

/// Splits a word into number words that make a number, the longest words first.
fn split(locale: &Locale, rest: &str, sum: &Sum, parts: &mut Vec<Part>, depth: usize) -> bool {
    #[cfg(test)]
    crate::facts::work::look();
    /// No number of thirteen digits takes more words.
    const MOST_PARTS: usize = 24;
    if rest.is_empty() {
        return depth > 0 && sum.is_whole();
    }
    if depth == MOST_PARTS {
        return false;
    }
    for (known, piece) in locale.number_words_of(rest) {
        let behind = &rest[known.len()..];
        for part in ways(piece, sum) {
            let mut next = sum.clone();
            let fits = match &part {
                // A solid word is not joined at its ends.
                None => {
                    next.joined = true;
                    depth > 0 && !behind.is_empty()
                }
                Some(part) => next.part(part),
            };
            if !fits {
                continue;
            }
            let length = parts.len();
            parts.extend(part);
            if split(locale, behind, &next, parts, depth + 1) {
                return true;
            }
            parts.truncate(length);
        }
    }
    false
}

/// What a piece may be: `None` is a joiner.
fn ways(piece: Piece, sum: &Sum) -> impl Iterator<Item = Option<Part>> {
    let (first, second) = match piece {
        Piece::Joiner => (None, None),
        Piece::Number(value) => {
            let value = Decimal::from(value);
            (Some(Part::Number(value)), sum.joined.then_some(Part::Plus(value)))
        }
        Piece::Times(value) => (Some(Part::Times(Decimal::from(value))), None),
        Piece::Ordinal(value) => {
            let value = Decimal::from(value);
            (Some(Part::Ordinal(value)), sum.joined.then_some(Part::PlusOrdinal(value)))
        }
    };
    std::iter::once(first).chain(second.map(Some))
}
