//! Alignments for other tools: translation memories ([`tmx`]) and bilingual documents ([`xliff`]).

pub mod tmx;
pub mod xliff;
pub(crate) mod xml;

#[cfg(test)]
mod tests;

use parallax_core::{Bead, Bitext, Version};
use std::ops::Range;

/// The texts of neighbouring segments, joined as their language joins sentences: by a space, or, where it is written
/// without spaces, by nothing.
fn joined(version: &Version, segments: &Range<usize>) -> String {
    let mut text = String::new();
    for segment in segments.clone() {
        let next = version.segment_text(segment);
        let solid = text.chars().next_back().is_some_and(is_solid) || next.chars().next().is_some_and(is_solid);
        if !text.is_empty() && !solid {
            text.push(' ');
        }
        text.push_str(next);
    }
    text
}

/// Whether a character is of a script that sets no spaces between sentences: Han, kana, and their full-width signs.
fn is_solid(c: char) -> bool {
    parallax_core::fold::is_ideograph(c) || matches!(c, '\u{3001}'..='\u{30ff}' | '\u{ff01}'..='\u{ff60}')
}

/// So many segments, in words.
fn segments(count: usize) -> String {
    if count == 1 { "1 segment".to_owned() } else { format!("{count} segments") }
}

/// How many segments of either side stand in beads of that side only.
fn one_sided(bitext: &Bitext<'_>) -> [usize; 2] {
    let lone = bitext.alignment.segments.iter().filter(|bead| !bead.is_paired());
    lone.fold([0, 0], |[source, target], bead: &Bead| [source + bead.source.len(), target + bead.target.len()])
}
