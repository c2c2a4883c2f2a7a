//! The words around a finding, by which it is known again when the text around it moves.

use parallax_core::fold::fold;
use parallax_core::tokens::Tokens;
use parallax_core::{Place, Version};
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
