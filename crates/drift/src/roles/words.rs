//! The words and facts around two numbers that both sides share.

use super::Crossing;
use crate::matching::{Bond, Tie, is_countable};
use crate::view::View;
use parallax_core::fold::stands_alone;
use parallax_core::lexicon::{Dictionary, Meaning, ascii_of, likeness};
use parallax_core::tokens::{TokenKind, Tokens};
use parallax_core::{TextRange, Value};
use std::ops::Range;

/// How many words before, between and behind the numbers are looked at.
const NEAR: usize = 12;

/// As many bytes before and behind them hold these words.
const REACH: usize = 400;

/// How alike two words must look to be taken for the same: any words, and words that both have a capital.
const ALIKE: (f64, f64) = (0.75, 0.6);

/// A word beside the numbers.
#[derive(Debug)]
pub(super) struct Word {
    /// Where it begins in the block's text.
    pub(super) start: usize,
    pub(super) folded: String,
    /// Whether it is a character of a script without spaces, or a word of the dictionary made of some.
    pub(super) symbol: bool,
    ascii: Vec<u8>,
    meanings: Vec<Meaning>,
    /// The country or area that it names, by its code.
    territory: Option<&'static str>,
    /// Whether it has a capital that no beginning of a sentence gives it.
    capital: bool,
}

/// What stands on both sides: where it does in the text of either block, and how sure that is (0 to 1).
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) weight: f64,
    /// Whether it is a word, not a fact.
    pub(super) word: bool,
}

/// Other facts that both sides state.
pub(super) fn facts(view: &View<'_>, crossing: &Crossing) -> Vec<Anchor> {
    /// A quantity may stand anywhere; a date or a time has its place.
    const QUANTITY: f64 = 0.5;
    const DATE: f64 = 0.9;
    let (first, second) = crossing.sources;
    let own = view.side(false).segments[crossing.segments.0].facts.clone();
    let anchor = |source: usize| match view.matching.source()[source] {
        Tie::Fact(target, Bond::Same) if view.matching.segment_of(true, target) == crossing.segments.1 => {
            let fact = view.fact(false, source);
            let weight = if matches!(fact.value, Value::Quantity(_)) { QUANTITY } else { DATE };
            let target = view.fact(true, target).range.start;
            is_countable(&fact.value).then_some(Anchor { source: fact.range.start, target, weight, word: false })
        }
        _ => None,
    };
    own.filter(|fact| *fact != first && *fact != second).filter_map(anchor).collect()
}

/// The words of a segment that stand near two numbers, without those of facts.
pub(super) fn words(view: &View<'_>, target: bool, segment: usize, numbers: [TextRange; 2]) -> Vec<Word> {
    let version = view.side(target);
    let at = &version.segments[segment];
    let all = version.block_of(segment).text.as_str();
    let [first, last] = numbers;
    let mut offset = at.range.start.max(first.start.saturating_sub(REACH));
    while !all.is_char_boundary(offset) {
        offset += 1;
    }
    let mut stop = at.range.end.min(last.end + REACH);
    while !all.is_char_boundary(stop) {
        stop -= 1;
    }
    let text = &all[offset..stop];
    let facts = &version.facts[at.facts.clone()];
    let of_fact = |range: Range<usize>| {
        facts.iter().any(|fact| {
            is_countable(&fact.value) && fact.range.start < range.end + offset && range.start + offset < fact.range.end
        })
    };
    let dictionary = Dictionary::of(&version.language, version.locale.knowledge().prefixes);
    let tokens = Tokens::of(text);
    let mut words: Vec<Word> = Vec::new();
    let mut end = 0;
    for (index, token) in tokens.list().iter().enumerate() {
        if token.kind != TokenKind::Word || token.start < end || of_fact(token.start..token.end) {
            continue;
        }
        end = token.end;
        let initial = text[token.start..].chars().next().unwrap_or(' ');
        let symbol = stands_alone(initial);
        let territory = version.locale.territory(text, &tokens, index);
        let form = dictionary.form_at_start(&text[token.start..]).filter(|_| territory.is_none());
        if let Some(form) = form {
            end = token.start + form.len();
        }
        if let Some((behind, _)) = territory {
            end = tokens.list()[behind - 1].end;
        }
        let folded = form.unwrap_or_else(|| tokens.folded(index)).to_owned();
        words.push(Word {
            start: token.start + offset,
            ascii: if symbol { Vec::new() } else { ascii_of(&folded) },
            meanings: dictionary.meanings(&folded),
            territory: territory.map(|(_, code)| code),
            capital: initial.is_uppercase() && index > 0,
            folded,
            symbol,
        });
    }
    let before = words.partition_point(|word| word.start < first.start);
    let behind = words.partition_point(|word| word.start < last.start);
    words.truncate(behind + NEAR);
    if behind - before > 2 * NEAR {
        words.drain(before + NEAR..behind - NEAR);
    }
    words.drain(..before.saturating_sub(NEAR));
    words
}

/// The words that stand once on either side and mean the same.
pub(super) fn anchors(from: &[Word], to: &[Word]) -> Vec<Anchor> {
    let likes: Vec<Vec<f64>> = from.iter().map(|a| to.iter().map(|b| likeness_of(a, b)).collect()).collect();
    let mut anchors = Vec::new();
    for (i, row) in likes.iter().enumerate() {
        let Some((j, weight)) = single(row.iter().copied()) else { continue };
        if single(likes.iter().map(|row| row[j])).is_some_and(|(best, _)| best == i) {
            anchors.push(Anchor { source: from[i].start, target: to[j].start, weight, word: true });
        }
    }
    anchors
}

/// The greatest of some weights, where it stands out.
fn single(weights: impl Iterator<Item = f64>) -> Option<(usize, f64)> {
    let (mut best, mut second) = ((0, 0.0), 0.0);
    for (at, weight) in weights.enumerate() {
        if weight > best.1 {
            second = best.1;
            best = (at, weight);
        } else if weight > second {
            second = weight;
        }
    }
    (best.1 > second + 0.1).then_some(best)
}

/// How likely two words are to mean the same, 0 to 1.
fn likeness_of(a: &Word, b: &Word) -> f64 {
    if a.meanings.iter().any(|meaning| b.meanings.contains(meaning)) {
        return 1.0;
    }
    if a.territory.is_some() && b.territory.is_some() {
        return if a.territory == b.territory { 1.0 } else { 0.0 };
    }
    if a.folded == b.folded {
        let long = a.folded.chars().count();
        return match (a.symbol, a.capital && b.capital, long) {
            (true, ..) if !a.folded.starts_with(|c: char| matches!(c, '\u{3400}'..='\u{9fff}')) => 0.0,
            (true, ..) => 0.6,
            (_, true, _) => 1.0,
            (_, _, 5..) => 0.9,
            (_, _, 4) => 0.7,
            _ => 0.0,
        };
    }
    if a.symbol || b.symbol || a.ascii.len().min(b.ascii.len()) < 4 {
        return 0.0;
    }
    let least = if a.capital && b.capital { ALIKE.1 } else { ALIKE.0 };
    Some(likeness(&a.ascii, &b.ascii)).filter(|likeness| *likeness >= least).unwrap_or(0.0)
}
