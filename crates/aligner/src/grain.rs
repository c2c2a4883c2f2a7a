//! Whether to align segments or whole blocks.
//!
//! Where sentences of one version are not told apart (Thai has no full stop, and some writers use none), its
//! paragraphs are segments of up to a dozen sentences of the other. Beads of segments could not hold them, so whole
//! blocks are aligned, and each pair is one bead, however many segments it has.

use parallax_core::{Bead, BlockKind, Version};
use std::ops::Range;

/// At most so many segments a block are told apart in the one version, at least so many in the other.
const COARSE: f64 = 1.25;
const FINE: f64 = 2.0;
/// By what factor the numbers of blocks may differ, if one version's blocks are the other's.
const BLOCKS: f64 = 1.5;

/// Whether blocks of the two versions should be aligned as wholes. Lines of a pre-segmented file are segments whatever
/// they hold, and never taken for paragraphs.
pub(crate) fn is_blocks(source: &Version, target: &Version) -> bool {
    let of_lines = |version: &Version| version.document.blocks.iter().any(|block| block.kind == BlockKind::Line);
    if of_lines(source) || of_lines(target) {
        return false;
    }
    let blocks =
        |version: &Version| version.block_segments.iter().filter(|segments| !segments.is_empty()).count() as f64;
    let counts = [blocks(source), blocks(target)];
    let fewer = counts[0].min(counts[1]);
    if fewer == 0.0 || counts[0].max(counts[1]) > BLOCKS * fewer {
        return false;
    }
    let grains = [source.segments.len() as f64 / counts[0], target.segments.len() as f64 / counts[1]];
    grains[0].min(grains[1]) <= COARSE && grains[0].max(grains[1]) >= FINE
}

/// Beads of segments for beads of units. What is left out is left out segment by segment.
pub(crate) fn expanded(beads: Vec<Bead>, source: &[Range<usize>], target: &[Range<usize>]) -> Vec<Bead> {
    let segments = |units: &[Range<usize>], range: &Range<usize>| match units.get(range.clone()) {
        Some([first, .., last]) => first.start..last.end,
        Some([only]) => only.clone(),
        _ => 0..0,
    };
    let expand = |bead: Bead| {
        let whole = Bead { source: segments(source, &bead.source), target: segments(target, &bead.target), ..bead };
        let sources = if whole.target.is_empty() { whole.source.clone() } else { 0..0 };
        let targets = if whole.source.is_empty() { whole.target.clone() } else { 0..0 };
        let omitted = sources.map(|at| Bead { source: at..at + 1, ..whole.clone() }).collect::<Vec<_>>();
        let added = targets.map(|at| Bead { target: at..at + 1, ..whole.clone() }).collect::<Vec<_>>();
        let paired = whole.is_paired().then_some(whole);
        paired.into_iter().chain(omitted).chain(added)
    };
    beads.into_iter().flat_map(expand).collect()
}
