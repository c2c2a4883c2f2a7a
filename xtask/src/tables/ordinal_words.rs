//! Ordinal words, found by taking from spelled ordinals what cardinal words and shorter ordinals explain.

use super::number_words::Language;
use super::rbnf::tokens::{is_joint, is_separator};
use super::rbnf::words::{LIMIT, Role, Words};
use crate::error::Result;
use std::collections::{BTreeMap, BTreeSet};

/// Adds the ordinals of all rule sets of a language.
pub(super) fn add(language: &Language, words: &mut Words) -> Result<()> {
    let mut known = Known::default();
    for (value, role, word) in &words.entries {
        known.parts.entry(joined(word)).or_default().insert((*value, *role == Role::Times));
    }
    for set in language.ordinal_sets() {
        let spell = |number: u64| -> Result<Option<String>> {
            let Some(pieces) = language.speller(None).spell(number, set)? else { return Ok(None) };
            let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let text = text.trim_matches(is_separator).to_owned();
            // What comes to digits is no word.
            Ok(Some(text).filter(|text| !text.is_empty() && !text.chars().any(|c| c.is_ascii_digit())))
        };
        let mark = known.mark(&[(3, spell(3)?), (5, spell(5)?), (6, spell(6)?), (8, spell(8)?)]);
        if let Some(mark) = mark.as_ref().filter(|mark| stands_by_itself(mark)) {
            words.add(0, Role::OrdinalMark, mark.trim_matches(is_separator));
        }
        for number in numbers() {
            let Some(text) = spell(number)? else { continue };
            let marked = mark.as_ref().is_some_and(|mark| {
                stands_by_itself(mark)
                    && text.strip_prefix(mark).is_some_and(|rest| known.values(rest).contains(&number))
            });
            if marked || cardinals(language, number)?.contains(&joined(&text)) || known.explains(number, &text) {
                continue;
            }
            let (value, word) = known.new_word(number, &text);
            // Where the last word stays a cardinal (Malay, Arabic beyond ten), nothing is new.
            if value <= LIMIT
                && !known.parts.contains_key(&joined(word))
                && !cardinals(language, value)?.contains(&joined(word))
            {
                words.add(value, Role::Ordinal, &word.replace(is_joint, ""));
                known.ordinals.entry(joined(word)).or_default().insert(value);
            }
        }
        // Indonesian `kedua puluh satu`: the first word is the ordinal.
        let leads = |text: &String| {
            let first = text.split(is_separator).next().unwrap_or_default();
            let last = text.rsplit(is_separator).next().unwrap_or_default();
            known.ordinals.contains_key(first) && last != first && known.parts.contains_key(last)
        };
        if spell(21)?.as_ref().is_some_and(leads) {
            words.entries.insert((0, Role::OrdinalFirst, ".".to_owned()));
        }
    }
    Ok(())
}

/// How the cardinal rules spell a number, without separators.
fn cardinals(language: &Language, number: u64) -> Result<BTreeSet<String>> {
    let mut out = BTreeSet::new();
    for set in language.cardinal_sets() {
        if let Some(pieces) = language.speller(None).spell(number, set)? {
            out.insert(joined(&pieces.iter().map(|piece| piece.text.as_str()).collect::<String>()));
        }
    }
    Ok(out)
}

/// The round ones first, so that the rest can be explained by them.
fn numbers() -> impl Iterator<Item = u64> {
    let powers = [100, 1000, 1_000_000, 1_000_000_000, 1_000_000_000_000];
    (0..=20)
        .chain((30..=90).step_by(10))
        .chain(powers)
        .chain((200..=900).step_by(100))
        .chain((2000..=9000).step_by(1000))
        .chain(21..=120)
}

fn joined(word: &str) -> String {
    word.chars().filter(|c| !is_separator(*c)).collect()
}

/// Whether a mark before numbers is read as a word: it has a space, or is of a script without spaces.
fn stands_by_itself(mark: &str) -> bool {
    mark.ends_with(is_separator)
        || mark.chars().all(|c| matches!(c, '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}'))
}

#[derive(Default)]
struct Known {
    /// Cardinal words and joiners (0), without their separators: the value, and whether it multiplies.
    parts: BTreeMap<String, BTreeSet<(u64, bool)>>,
    ordinals: BTreeMap<String, BTreeSet<u64>>,
}

impl Known {
    /// What all of some ordinals have before the cardinal number (第, `thứ `).
    fn mark(&self, samples: &[(u64, Option<String>)]) -> Option<String> {
        let mut found: Option<String> = None;
        for (number, text) in samples {
            let text = text.as_ref()?;
            let mut cuts = text.char_indices().skip(1).filter(|(_, c)| !is_separator(*c)).map(|(at, _)| at);
            let at = cuts.find(|at| self.values(&text[*at..]).contains(number))?;
            let mark = text[..at].to_owned();
            if found.as_ref().is_some_and(|found| *found != mark) {
                return None;
            }
            found = Some(mark);
        }
        found
    }

    /// Whether a text is made of cardinals and a known ordinal that make the number.
    fn explains(&self, number: u64, text: &str) -> bool {
        let text = joined(text);
        let cuts = text.char_indices().map(|(at, _)| at);
        cuts.into_iter().any(|at| {
            self.ordinals.get(&text[at..]).into_iter().flatten().any(|value| {
                let before = if at == 0 { BTreeSet::from([0]) } else { self.values(&text[..at]) };
                // `dreizehnte` is no `drei` and `zehnte` to who reads it.
                let adds = |part: &u64| part + value == number && (*part > *value || *value >= 20);
                let times = |part: &u64| *value >= 100 && part.checked_mul(*value) == Some(number);
                before.iter().any(|part| *part == 0 && number == *value || adds(part) || times(part))
            })
        })
    }

    /// What the words of a text may add up or multiply to.
    fn values(&self, text: &str) -> BTreeSet<u64> {
        let text = joined(text);
        let mut sums: BTreeMap<usize, BTreeSet<u64>> = BTreeMap::from([(0, BTreeSet::from([0]))]);
        while let Some((start, here)) = sums.pop_first() {
            if start == text.len() {
                return here;
            }
            for end in text[start..].char_indices().map(|(at, c)| start + at + c.len_utf8()) {
                let word = &text[start..end];
                let parts = self.parts.get(word).into_iter().flatten().copied();
                let ordinals = self.ordinals.get(word).into_iter().flatten().map(|value| (*value, false));
                for (value, times) in parts.chain(ordinals) {
                    let next = here
                        .iter()
                        .filter_map(|sum| if times { sum.checked_mul(value) } else { sum.checked_add(value) });
                    sums.entry(end).or_default().extend(next);
                }
            }
        }
        BTreeSet::new()
    }

    /// What of a text is new: `unième` of *vingt et unième*, `egyedik` of *huszonegyedik*, `hundredth` of *one
    /// hundredth*; else all of it.
    fn new_word<'t>(&self, number: u64, text: &'t str) -> (u64, &'t str) {
        let unit = number % 10;
        let cuts = || text.char_indices().skip(1).map(|(at, _)| at).filter(|at| text[*at..].chars().count() >= 3);
        if (21..100).contains(&number) && unit > 0 {
            let tens = cuts().filter(|at| self.values(&text[..*at]).contains(&(number - unit)));
            if let Some(at) = tens.last() {
                return (unit, text[at..].trim_matches(is_separator));
            }
        }
        if (101..=120).contains(&number) {
            let hundred = cuts().filter(|at| self.values(&text[..*at]).contains(&100));
            if let Some(at) = hundred.last() {
                return (number - 100, text[at..].trim_matches(is_separator));
            }
        }
        if number >= 100 {
            let is_factor = |at: &usize| self.values(&text[..*at]).contains(&1);
            if let Some(at) = cuts().filter(is_factor).last() {
                return (number, text[at..].trim_matches(is_separator));
            }
        }
        (number, text)
    }
}
