//! Blank lines of text that is segmented already: they keep their number, but say nothing. They are left out of the
//! search. Afterwards those that stand at the same place of both versions are a bead each pair, and the others are left
//! out, but for those that lie within a bead: a sentence may go on behind a blank line.
//!
//! Where lines stand in groups that blank lines part, the groups are what paragraphs are elsewhere: see
//! [`crate::prepared`].

use crate::confidence::SUREST;
use parallax_core::{Bead, BlockKind, Confidence, Version};
use std::ops::Range;

/// Whether a segment is a blank line.
pub(crate) fn is_blank(version: &Version, segment: usize) -> bool {
    let unseen = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    version.block_of(segment).kind == BlockKind::Line && version.segment_text(segment).chars().all(unseen)
}

/// Whether a version has blank lines.
pub(crate) fn any(version: &Version) -> bool {
    (0..version.segments.len()).any(|segment| is_blank(version, segment))
}

/// Beads of the blank lines that no other bead holds. They are as sure as the pairs that they stand between.
pub(crate) fn beads(source: &Version, target: &Version, others: &[Bead]) -> Vec<Bead> {
    let mut pairs: Vec<&Bead> = others.iter().filter(|bead| bead.is_paired() && !bead.moved).collect();
    pairs.sort_by_key(|bead| bead.source.start);
    let mut sources = placed(source, others, &pairs, |bead| &bead.source).into_iter().peekable();
    let mut targets = placed(target, others, &pairs, |bead| &bead.target).into_iter().peekable();
    let bead = |place: usize, source, target| {
        let beside = [place.checked_sub(1), Some(place)].into_iter().flatten().filter_map(|at| pairs.get(at));
        let confidence = beside.fold(SUREST, |least, pair| least.min(pair.confidence.get()));
        Bead { source, target, confidence: Confidence::new(confidence), moved: false }
    };
    let mut beads = Vec::new();
    loop {
        let places = (sources.peek().map(|(place, _)| *place), targets.peek().map(|(place, _)| *place));
        let (source, target) = match places {
            (None, None) => return beads,
            (Some(s), Some(t)) if s == t => (sources.next(), targets.next()),
            (Some(s), t) if t.is_none_or(|t| s < t) => (sources.next(), None),
            _ => (None, targets.next()),
        };
        let place = source.or(target).map_or(0, |(place, _)| place);
        let range = |line: Option<(usize, usize)>| line.map_or(0..0, |(_, at)| at..at + 1);
        beads.push(bead(place, range(source), range(target)));
    }
}

/// The blank lines of a version that no bead holds, each behind how many of the pairs it stands.
fn placed(version: &Version, beads: &[Bead], pairs: &[&Bead], side: fn(&Bead) -> &Range<usize>) -> Vec<(usize, usize)> {
    let mut held = vec![false; version.segments.len()];
    for bead in beads {
        held[side(bead).clone()].fill(true);
    }
    let free = (0..held.len()).filter(|at| !held[*at] && is_blank(version, *at));
    free.map(|at| (pairs.partition_point(|pair| side(pair).start < at), at)).collect()
}
