//! Words that stand twice running, or more often, where the source says them once.

use super::scan::Pair;
use super::words::{Marks, Sort, Word, Words};
use parallax_core::Version;
use std::ops::Range;

/// Words that are said again.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Repeated {
    /// All of them but the first time.
    pub(crate) words: Range<usize>,
    /// How many times they stand there.
    pub(crate) times: usize,
    pub(crate) confidence: f64,
}

/// A run of words that are the same as those so many places before.
#[derive(Debug, Clone, Copy)]
struct Run {
    lag: usize,
    start: usize,
    length: usize,
}

/// How sure it is that words which stand there three times or more were not meant to; a phrase that stands twice; and
/// a word that does: some languages do that on purpose, and many have short words that follow themselves (*that that*).
const OFTEN: f64 = 0.9;
const PHRASE: f64 = 0.85;
const WORD: f64 = 0.7;
/// Letters that a single word must have that stands twice, and that a phrase must.
const LONG_WORD: usize = 5;
const LONG_PHRASE: f32 = 10.0;

/// What the target says again and the source does not.
pub(crate) fn find(pair: &Pair, target: &Version) -> Option<Repeated> {
    let run = longest(&pair.words[1])?;
    let found = judged(&pair.words[1], run, target)?;
    // What the source says again may be said again.
    let own = longest(&pair.words[0]);
    let length = |words: &Words, run: Run| {
        words.list[run.start..run.start + run.length].iter().map(|word| word.length).sum::<f32>()
    };
    let as_much = |own: Run| length(&pair.words[0], own) * 2.0 >= length(&pair.words[1], run);
    (!own.is_some_and(as_much)).then_some(found)
}

/// The longest run of words that are said again at once, if there is any.
fn longest(words: &Words) -> Option<Run> {
    let keys: Vec<u64> = words.list.iter().map(|word| key(words, word)).collect();
    let mut best: Option<Run> = None;
    for lag in 1..=keys.len() / 2 + 1 {
        let mut length = 0;
        for at in lag..=keys.len() {
            if at < keys.len() && keys[at] != 0 && keys[at] == keys[at - lag] {
                length += 1;
                continue;
            }
            // One word may join all of a text to itself.
            let joined = lag > 5 && length == lag - 1 && at == keys.len() && at - length == lag;
            if (length >= lag || joined) && best.is_none_or(|best| length > best.length) {
                best = Some(Run { lag, start: at - length, length });
            }
            length = 0;
        }
    }
    best
}

/// What tells words apart; 0 for such as are none.
fn key(words: &Words, word: &Word) -> u64 {
    let text = words.folded(word);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    if text.is_empty() { 0 } else { hash }
}

fn judged(words: &Words, run: Run, target: &Version) -> Option<Repeated> {
    let list = &words.list[run.start - run.lag..run.start + run.length];
    let again = &list[run.lag..];
    let times = (run.length / run.lag).max(1) + 1;
    let letters: f32 = again.iter().map(|word| word.length).sum();
    let is_apart = |word: &Word| {
        let text = target.block_of(word.segment).text.as_str();
        text[..word.start].ends_with(char::is_whitespace) && !word.marks.has(Marks::ANY)
    };
    let of_letters = list.iter().all(|word| !matches!(word.sort, Sort::Fact(_)));
    let confidence = match (run.lag, times) {
        (1, 3..) if again.iter().all(is_apart) && of_letters => OFTEN,
        (1, 2) if is_apart(&again[0]) && of_letters => {
            let long = words.folded(&again[0]).chars().count() >= LONG_WORD;
            if long && !target.locale.knowledge().doubles_words { WORD } else { return None }
        }
        // *trade names, trade marks*: the words of two items of a list may well be the same.
        (2, _) if list.iter().skip(1).any(|word| word.marks.has(Marks::ANY)) => return None,
        (2.., _) if letters >= LONG_PHRASE => PHRASE,
        _ => return None,
    };
    Some(Repeated { words: run.start..run.start + run.length, times, confidence })
}
