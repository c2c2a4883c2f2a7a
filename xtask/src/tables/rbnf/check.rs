//! Test against CLDR itself: numbers that the rules spell must be readable
//! with the extracted words alone, and give the same number again.
//!
//! Runs on the packages in `target/cldr`; without them (before the first
//! `cargo xtask tables`) the test passes with a notice.

use std::collections::BTreeMap;

use super::super::fetch::{CORE, RBNF, cache_dir, package_dir};
use super::super::number_words::Language;
use super::super::source::Source;
use super::tokens::{is_joint, is_separator};
use super::words::{Role, Words};
use crate::workspace;

/// Languages that must be read without a single mistake.
const COMPLETE: [&str; 18] =
    ["ar", "cs", "de", "en", "es", "fi", "fr", "hi", "it", "ja", "ko", "nl", "pl", "ru", "sv", "tr", "vi", "zh"];

const BIG: [u64; 12] =
    [1100, 1234, 1999, 2000, 2024, 10_000, 21_000, 100_000, 123_456, 1_000_000, 2_500_000, 3_000_000_000];

/// A word's meanings, by the word.
type Lexicon<'a> = BTreeMap<&'a str, Vec<(Role, u64)>>;

#[derive(Default)]
struct Score {
    spelled: usize,
    /// The text is made of known words.
    known: usize,
    /// … and they add up to the number.
    right: usize,
    examples: Vec<String>,
}

#[test]
fn spelled_numbers_can_be_read_back() {
    let Some((source, locales)) = rule_files() else {
        eprintln!("no CLDR packages in target/cldr: nothing checked");
        return;
    };
    let plurals = source.json(CORE, "supplemental/plurals.json").expect("plural rules");
    let mut failed = Vec::new();
    for locale in locales {
        let Some(language) = Language::load(&source, &plurals, &locale).expect("readable rules") else {
            continue;
        };
        // All numbers where all must be right; elsewhere a sample for the report.
        let must_be_complete = COMPLETE.contains(&locale.as_str());
        let score = score(&language, if must_be_complete { 1 } else { 7 });
        println!(
            "{locale:8} {:6} spelled, {:5.1} % known, {:5.1} % right  {}",
            score.spelled,
            percent(score.known, score.spelled),
            percent(score.right, score.spelled),
            score.examples.join("; ")
        );
        if score.right != score.spelled && must_be_complete {
            failed.push(locale);
        }
    }
    assert!(failed.is_empty(), "not read back in full: {failed:?}");
}

/// The unpacked packages and the locales that have rules; `None` when they
/// have not been fetched.
fn rule_files() -> Option<(Source, Vec<String>)> {
    let cache = cache_dir(&workspace::root().ok()?);
    let folder = package_dir(&cache, RBNF).join("rbnf");
    let mut locales: Vec<String> = std::fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(".json")?.to_string()))
        .collect();
    locales.sort();
    Some((Source::new(cache), locales))
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

fn score(language: &Language, step: usize) -> Score {
    let words = language.words().expect("words");
    let lexicon = lexicon(&words);
    let mut score = Score::default();
    for set in language.cardinal_sets() {
        for number in (0..=1000).step_by(step).chain(BIG) {
            let Some(pieces) = language.speller(None).spell(number, set).expect("rules without errors") else {
                continue;
            };
            let text: String = pieces.iter().flat_map(|piece| piece.text.chars()).filter(|c| !is_joint(*c)).collect();
            let readings = readings(&text, &lexicon);
            score.spelled += 1;
            score.known += usize::from(!readings.is_empty());
            if readings.iter().any(|reading| evaluate(reading) == number) {
                score.right += 1;
            } else if score.examples.len() < 3 {
                score.examples.push(format!("{number} {text}"));
            }
        }
    }
    score
}

fn lexicon(words: &Words) -> Lexicon<'_> {
    let mut lexicon = Lexicon::new();
    let is_cardinal = |role: &Role| matches!(role, Role::Unit | Role::Times | Role::TimesNext | Role::Joiner);
    for (value, role, word) in words.entries.iter().filter(|(_, role, _)| is_cardinal(role)) {
        let meanings = lexicon.entry(word.as_str()).or_default();
        meanings.push((*role, *value));
        // A multiplier with nothing to multiply works like a unit: try it first.
        meanings.sort_by_key(|(role, _)| *role != Role::Times);
    }
    lexicon
}

/// Ways to read a text as words, longest words first; at most a handful.
fn readings(text: &str, lexicon: &Lexicon<'_>) -> Vec<Vec<(Role, u64)>> {
    let mut found = Vec::new();
    let mut steps = 0;
    read(text, lexicon, &mut Vec::new(), &mut found, &mut steps);
    found
}

fn read(
    text: &str,
    lexicon: &Lexicon<'_>,
    so_far: &mut Vec<(Role, u64)>,
    found: &mut Vec<Vec<(Role, u64)>>,
    steps: &mut u32,
) {
    *steps += 1;
    if found.len() >= 20 || *steps > 2000 {
        return;
    }
    let text = text.trim_start_matches(is_separator);
    if text.is_empty() {
        found.push(so_far.clone());
        return;
    }
    for (end, _) in text.char_indices().rev() {
        let end = end + text[end..].chars().next().map_or(0, char::len_utf8);
        for meaning in lexicon.get(&text[..end]).into_iter().flatten() {
            so_far.push(*meaning);
            read(&text[end..], lexicon, so_far, found, steps);
            so_far.pop();
        }
    }
}

/// Add up words from left to right. A multiplier takes the smaller numbers
/// directly before it, or the words after it where it comes first.
fn evaluate(words: &[(Role, u64)]) -> u64 {
    let mut sums: Vec<u64> = Vec::new();
    let mut pending: Option<u64> = None;
    for (role, value) in words {
        match role {
            Role::Unit => sums.push(value * pending.take().unwrap_or(1)),
            Role::TimesNext => pending = Some(*value),
            Role::Times => {
                let smaller = sums.iter().rev().take_while(|sum| *sum < value).count();
                let taken = sums.split_off(sums.len() - smaller);
                let factor = if taken.is_empty() { 1 } else { taken.iter().sum() };
                sums.push(factor * value);
            }
            // Joiners, and what no cardinal has.
            _ => {}
        }
    }
    sums.iter().sum::<u64>() + pending.unwrap_or(0)
}

#[test]
fn evaluation() {
    use Role::{Times, Unit};
    let two_hundred_thousand_five = [(Unit, 2), (Times, 100), (Times, 1000), (Unit, 5)];
    assert_eq!(evaluate(&two_hundred_thousand_five), 200_005);
    assert_eq!(evaluate(&[(Times, 100), (Unit, 1)]), 101);
}
