//! The words around a finding, by which it is known again when the text around it moves.

use parallax_core::fold::{fold, stands_alone};
use parallax_core::tokens::{Gap, Tokens};
use parallax_core::{Place, TextRange, Version};
use std::ops::Range;

/// Words on each side of a place.
const REACH: usize = 3;
/// Words from the beginning of a stretch that has no place of its own.
const BEGINNING: usize = 4;

/// The words around `place`, or the first ones of the segments that answer to the other side's place.
pub(crate) fn words(version: &Version, place: Option<&Place>, segments: &Range<usize>) -> String {
    match place {
        Some(place) => around(version, place),
        None => version
            .segments
            .get(segments.start)
            .filter(|_| !segments.is_empty())
            .map_or_else(String::new, |_| beginning(version.segment_text(segments.start))),
    }
}

/// A stretch of a text with a word before it and some behind it, as far as the next punctuation, on one line.
pub(crate) fn in_company(text: &str, range: TextRange, limits: TextRange) -> String {
    /// Words before and behind; as many characters of scripts without spaces.
    const BEFORE: usize = 1;
    const BEHIND: usize = 2;
    let tokens = Tokens::of(&text[limits.range()]);
    let list = tokens.list();
    let (from, to) = (range.start - limits.start, range.end - limits.start);
    let first = list.partition_point(|token| token.end <= from);
    let last = list.partition_point(|token| token.start < to);
    // A character of a script without spaces is half a word.
    let reach = |words: usize, at: usize| match list.get(at) {
        Some(token) if text[limits.start + token.start..].starts_with(stands_alone) => words * 2,
        _ => words,
    };
    let mut start = first;
    let least = first.saturating_sub(reach(BEFORE, first));
    while start > least && list.get(start).is_some_and(|token| token.gap != Gap::Break) {
        start -= 1;
    }
    let mut end = last;
    let most = last + reach(BEHIND, first);
    while end < most && list.get(end).is_some_and(|token| token.gap != Gap::Break) {
        end += 1;
    }
    let begin = list.get(start).map_or(from, |token| token.start.min(from));
    let close = end.checked_sub(1).and_then(|at| list.get(at)).map_or(to, |token| token.end.max(to));
    text[limits.start + begin..limits.start + close].split_whitespace().collect::<Vec<_>>().join(" ")
}

fn around(version: &Version, place: &Place) -> String {
    let Some(block) = version.document.blocks.get(place.block) else { return String::new() };
    let text = block.text.as_str();
    let (start, end) = (block.text.text_offset(place.span.start), block.text.text_offset(place.span.end));
    let tokens = Tokens::of(text);
    let before: Vec<usize> = (0..tokens.len()).filter(|at| tokens.list()[*at].end <= start).collect();
    let after = (0..tokens.len()).filter(|at| tokens.list()[*at].start >= end).take(REACH);
    let near = before[before.len().saturating_sub(REACH)..].iter().copied().chain(after);
    let mut words: Vec<&str> = near.map(|at| tokens.folded(at)).collect();
    // A whole block has nothing around it.
    let own = if words.is_empty() { beginning(&fold(&place.text)) } else { String::new() };
    if !own.is_empty() {
        words.push(&own);
    }
    words.join(" ")
}

fn beginning(text: &str) -> String {
    let tokens = Tokens::of(text);
    let words: Vec<&str> = (0..tokens.len().min(BEGINNING)).map(|at| tokens.folded(at)).collect();
    words.join(" ")
}
