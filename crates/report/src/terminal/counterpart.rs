//! Where something would be that a version does not have: what a finding without a place on one side shows there.

use parallax_core::{Bead, Place, Report, Span, Version};
use std::ops::Range;

/// Which side of the alignments a finding has, and which it lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lacks {
    /// The pivot has nothing.
    Source,
    /// The version has nothing.
    Target,
}

impl Lacks {
    fn there(self, bead: &Bead) -> &Range<usize> {
        if self == Self::Source { &bead.target } else { &bead.source }
    }

    fn lacking(self, bead: &Bead) -> &Range<usize> {
        if self == Self::Source { &bead.source } else { &bead.target }
    }
}

/// A stretch of a document, or a point between two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counterpart {
    /// What stands in the place of the other side; empty where nothing does.
    pub(super) span: Span,
    /// The block around it.
    pub(super) block: Span,
}

/// Where, on the side that a finding lacks, `place` would have its like: after what the text before it is aligned
/// with. None where the alignment does not tell.
pub(super) fn counterpart(report: &Report, version: usize, lacks: Lacks, place: &Place) -> Option<Counterpart> {
    let alignment = report.alignment(version)?;
    let other = report.versions.get(if lacks == Lacks::Target { version } else { 0 })?;
    match place.segment {
        Some(segment) => {
            let units = Units { version: other, segments: true };
            units.counterpart(&alignment.segments, lacks, segment)
        }
        None => Units { version: other, segments: false }.counterpart(&alignment.blocks, lacks, place.block),
    }
}

/// The block of the pivot that a block of a version is aligned with (`true`), or would follow (`false`); none where
/// it would stand before the first one.
pub(super) fn pivot_block(report: &Report, version: usize, block: usize) -> Option<(usize, bool)> {
    let beads = &report.alignment(version)?.blocks;
    let at = beads.iter().position(|bead| bead.target.contains(&block))?;
    match beads[at].source.clone().next_back() {
        Some(last) => Some((last, true)),
        None => before(beads, at, Lacks::Source).map(|last| (last, false)),
    }
}

/// The last unit on the lacking side before bead `at`, moved ones aside: they are not where their neighbours are.
fn before(beads: &[Bead], at: usize, lacks: Lacks) -> Option<usize> {
    let mut previous = beads[..at].iter().rev().filter(|bead| !bead.moved);
    previous.find_map(|bead| lacks.lacking(bead).clone().next_back())
}

/// The units of a version that beads speak of.
struct Units<'a> {
    version: &'a Version,
    segments: bool,
}

impl Units<'_> {
    fn counterpart(&self, beads: &[Bead], lacks: Lacks, unit: usize) -> Option<Counterpart> {
        let at = beads.iter().position(|bead| lacks.there(bead).contains(&unit))?;
        let mut paired = lacks.lacking(&beads[at]).clone();
        if let (Some(first), last) = (paired.next(), paired.next_back()) {
            let last = last.unwrap_or(first);
            let span = self.span(first)?.cover(self.span(last)?);
            return Some(Counterpart { span, block: self.block(first)?.cover(self.block(last)?) });
        }
        if let Some(previous) = before(beads, at, lacks) {
            let end = self.span(previous)?.end;
            return Some(Counterpart { span: Span::new(end, end), block: self.block(previous)? });
        }
        let start = self.span(0)?.start;
        Some(Counterpart { span: Span::new(start, start), block: self.block(0)? })
    }

    fn span(&self, unit: usize) -> Option<Span> {
        if !self.segments {
            return self.block(unit);
        }
        (unit < self.version.segments.len()).then(|| self.version.segment_span(unit))
    }

    fn block(&self, unit: usize) -> Option<Span> {
        let block = if self.segments { self.version.segments.get(unit)?.block } else { unit };
        Some(self.version.document.blocks.get(block)?.span)
    }
}
