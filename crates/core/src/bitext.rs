//! Two versions and which of their parts correspond.

use crate::finding::Confidence;
use crate::version::Version;
use std::ops::Range;

/// Some units (blocks or segments) of the source that correspond to some of the target; either side may be empty
/// (1-0 and 0-1 beads), never both. Units of a side are neighbours.
#[derive(Debug, Clone, PartialEq)]
pub struct Bead {
    /// Indices on the source side.
    pub source: Range<usize>,
    /// Indices on the target side.
    pub target: Range<usize>,
    /// How likely the bead is right, given the evidence (0 to 1).
    pub confidence: Confidence,
    /// Whether the two sides stand in another order than their neighbours.
    pub moved: bool,
}

impl Bead {
    /// Whether both sides have something.
    #[must_use]
    pub fn is_paired(&self) -> bool {
        !self.source.is_empty() && !self.target.is_empty()
    }
}

/// Whether two texts look like versions of one document at all, by what their beads say.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Resemblance {
    /// What speaks for the beads that were found, moved ones among them, in nats for each segment of the side that has fewer:
    /// words, facts and sameness count twice, length, signs and structure once. About 0 by chance.
    pub evidence: f64,
    /// The least evidence that versions of one document have, at this many segments; none where nothing can be said, as of
    /// short texts.
    pub least: Option<f64>,
}

impl Resemblance {
    /// Whether the texts surely are no versions of one document.
    #[must_use]
    pub fn is_unrelated(&self) -> bool {
        self.least.is_some_and(|least| self.evidence < least)
    }
}

/// Which parts of two versions correspond: beads of blocks and beads of segments, each covering every unit of both
/// sides exactly once, in the order of the source (target-only beads stand where the target has them).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Alignment {
    /// Beads of blocks.
    pub blocks: Vec<Bead>,
    /// Beads of segments.
    pub segments: Vec<Bead>,
    /// Whether the two are versions of one document at all.
    pub resemblance: Resemblance,
}

impl Alignment {
    /// The alignment of two versions that correspond as a whole, as the sides of a pair do: nothing is found out.
    #[must_use]
    pub fn whole(source: &Version, target: &Version) -> Self {
        let bead = |source: usize, target: usize| Bead {
            source: 0..source,
            target: 0..target,
            confidence: Confidence::CERTAIN,
            moved: false,
        };
        let blocks = [source, target].map(|version| version.document.blocks.len());
        let segments = [source, target].map(|version| version.segments.len());
        // To a side without any text nothing corresponds.
        let paired = segments.iter().all(|count| *count > 0);
        let beads = |[source, target]: [usize; 2]| {
            let all = if paired { vec![bead(source, target)] } else { vec![bead(source, 0), bead(0, target)] };
            all.into_iter().filter(|bead| !bead.source.is_empty() || !bead.target.is_empty()).collect()
        };
        Self { blocks: beads(blocks), segments: beads(segments), resemblance: Resemblance::default() }
    }
}

/// A pair of versions with their alignment: what the rules judge.
#[derive(Debug, Clone, Copy)]
pub struct Bitext<'a> {
    /// The pivot.
    pub source: &'a Version,
    /// The version held against it.
    pub target: &'a Version,
    /// Which parts correspond.
    pub alignment: &'a Alignment,
}
