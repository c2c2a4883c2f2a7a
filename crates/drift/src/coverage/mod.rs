//! What of a text has no counterpart: whole blocks, and segments.

mod moved;
mod squeezed;

use crate::matching::Matching;
use parallax_core::{Bead, Bitext, BlockKind, Version, identify};
use std::ops::Range;

/// Text on one side that nothing on the other side corresponds to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Gap {
    /// Whether it stands in the target (was added) rather than in the source (was omitted).
    pub(crate) target: bool,
    /// The segments without a counterpart: all of one block or of several, or a part of one.
    pub(crate) segments: Range<usize>,
    /// The blocks, where they have no counterpart as a whole.
    pub(crate) blocks: Option<Range<usize>>,
    /// How sure the alignment is of it (0 to 1).
    pub(crate) confidence: f64,
    /// How much text it is, in letters.
    pub(crate) weight: usize,
    /// How much text stands unpaired on the other side at the same place, in letters.
    pub(crate) opposite: usize,
    /// The first segment of the pivot that stands behind it.
    pub(crate) anchor: usize,
    /// Its counterpart, where it stands elsewhere: another gap, by its index.
    pub(crate) moved: Option<usize>,
}

/// All gaps of a bitext.
#[derive(Debug, Clone, Default)]
pub(crate) struct Coverage {
    pub(crate) gaps: Vec<Gap>,
    /// Stretches of the alignment without a pair: the source segments and the target segments of each.
    pub(crate) stretches: Vec<(Vec<usize>, Vec<usize>)>,
}

impl Coverage {
    pub(crate) fn of(bitext: &Bitext<'_>, matching: &Matching) -> Self {
        let mut coverage = Self::default();
        let beads = &bitext.alignment.segments;
        let mut at = 0;
        let mut anchor = 0;
        while at < beads.len() {
            if beads[at].is_paired() {
                anchor = beads[at].source.end;
                at += 1;
                continue;
            }
            let end = beads[at..].iter().position(Bead::is_paired).map_or(beads.len(), |offset| at + offset);
            let stretch = &beads[at..end];
            let sources = units(stretch, |bead| &bead.source, bitext.source.segments.len());
            let targets = units(stretch, |bead| &bead.target, bitext.target.segments.len());
            let weights = (weight_of(bitext.source, &sources), weight_of(bitext.target, &targets));
            let side = |target| Side { bitext, target, stretch };
            side(false).add(&sources, weights.1, anchor, &mut coverage.gaps);
            side(true).add(&targets, weights.0, anchor, &mut coverage.gaps);
            coverage.stretches.push((sources, targets));
            at = end;
        }
        coverage.gaps.extend(squeezed::gaps(bitext, matching));
        coverage.gaps = joined(bitext, coverage.gaps);
        moved::mark(bitext, matching, &mut coverage.gaps);
        if coverage.gaps.len() > 2 {
            let trust = trust(bitext, &coverage.gaps);
            coverage.gaps.iter_mut().for_each(|gap| gap.confidence *= trust);
        }
        coverage
    }

    /// The gaps of one side that stand nowhere else: whole blocks (`true`) or parts of blocks (`false`).
    pub(crate) fn gaps(&self, target: bool, whole: bool) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(move |gap| gap.target == target && gap.blocks.is_some() == whole && gap.moved.is_none())
    }

    /// The gaps of the source that stand elsewhere in the target, each with its counterpart.
    pub(crate) fn moves(&self) -> impl Iterator<Item = (&Gap, &Gap)> {
        self.gaps.iter().filter(|gap| !gap.target).filter_map(|gap| Some((gap, self.gaps.get(gap.moved?)?)))
    }
}

/// How far gaps can be believed: less where much stands unpaired on both sides, wherever it is. Text that is dropped
/// here and put in there is rare; an alignment that lost its way is not.
///
/// To be asked where there are more than two gaps.
fn trust(bitext: &Bitext<'_>, gaps: &[Gap]) -> f64 {
    /// The share of both texts from which on it is much.
    const MUCH: f64 = 0.08;
    let share = |target: bool, version: &Version| {
        let unpaired: usize = gaps.iter().filter(|gap| gap.target == target).map(|gap| gap.weight).sum();
        let all = weight_of(version, &(0..version.segments.len()).collect::<Vec<_>>());
        unpaired as f64 / all.max(1) as f64
    };
    let both = share(false, bitext.source).min(share(true, bitext.target));
    if both >= MUCH { 0.6 } else { 1.0 }
}

fn units(stretch: &[Bead], side: fn(&Bead) -> &Range<usize>, count: usize) -> Vec<usize> {
    let mut all: Vec<usize> = stretch.iter().flat_map(|bead| side(bead).clone()).filter(|at| *at < count).collect();
    all.sort_unstable();
    all
}

fn weight_of(version: &Version, segments: &[usize]) -> usize {
    segments.iter().map(|segment| identify::weight(version.segment_text(*segment))).sum()
}

struct Side<'a> {
    bitext: &'a Bitext<'a>,
    target: bool,
    stretch: &'a [Bead],
}

impl Side<'_> {
    fn version(&self) -> &Version {
        if self.target { self.bitext.target } else { self.bitext.source }
    }

    fn units(&self, bead: &Bead) -> Range<usize> {
        if self.target { bead.target.clone() } else { bead.source.clone() }
    }

    /// Adds the gaps that the segments of one stretch make.
    fn add(&self, segments: &[usize], opposite: usize, anchor: usize, gaps: &mut Vec<Gap>) {
        let version = self.version();
        let mut rest = segments;
        while let Some(first) = rest.first().copied() {
            let block = version.segments[first].block;
            let together = rest
                .iter()
                .enumerate()
                .take_while(|(at, it)| **it == first + at && version.segments[**it].block == block);
            let count = together.count();
            let range = first..first + count;
            rest = &rest[count..];
            let weight = weight_of(version, &range.clone().collect::<Vec<_>>());
            // Code may have no letter; an empty line says nothing.
            if weight == 0 && version.document.blocks[block].kind != BlockKind::Code {
                continue;
            }
            let whole = range == version.block_segments[block];
            let confidence = self.confidence(&range, whole.then_some(block));
            let blocks = whole.then_some(block..block + 1);
            let anchor = if self.target { anchor } else { first };
            let gap =
                Gap { target: self.target, segments: range, blocks, confidence, weight, opposite, anchor, moved: None };
            gaps.push(gap);
        }
    }

    /// How sure it is that segments have no counterpart: what the beads say, and for a whole block its own bead.
    fn confidence(&self, segments: &Range<usize>, block: Option<usize>) -> f64 {
        let touching = self.stretch.iter().filter(|bead| {
            let units = self.units(bead);
            units.start < segments.end && segments.start < units.end
        });
        let (sum, count) = touching.fold((0.0, 0), |(sum, count), bead| (sum + bead.confidence.get(), count + 1));
        let mean = sum / f64::from(count.max(1));
        let Some(block) = block else { return mean };
        let own = self.bitext.alignment.blocks.iter().find(|bead| self.units(bead).contains(&block));
        match own {
            Some(bead) if !bead.is_paired() => bead.confidence.get().max(mean),
            // The blocks correspond, and yet no sentence of them does.
            _ => mean * 0.85,
        }
    }
}

/// Gaps that follow each other made one: parts of one block, and whole blocks. Parts that make up a block are one whole.
fn joined(bitext: &Bitext<'_>, mut gaps: Vec<Gap>) -> Vec<Gap> {
    gaps.sort_by_key(|gap| (gap.target, gap.segments.start));
    let mut out: Vec<Gap> = Vec::with_capacity(gaps.len());
    for gap in gaps {
        let version = if gap.target { bitext.target } else { bitext.source };
        let block = |segment: usize| version.segments[segment].block;
        match out.last_mut() {
            Some(last)
                if last.target == gap.target
                    && last.segments.end == gap.segments.start
                    && last.blocks.is_none()
                    && gap.blocks.is_none()
                    && block(last.segments.start) == block(gap.segments.start) =>
            {
                merge(last, &gap);
                let block = block(last.segments.start);
                last.blocks = (last.segments == version.block_segments[block]).then_some(block..block + 1);
            }
            _ => out.push(gap),
        }
        while let [.., before, last] = &out[..]
            && before.target == last.target
            && continues(before, last)
            && let Some(last) = out.pop()
            && let Some(before) = out.last_mut()
        {
            merge(before, &last);
        }
    }
    out
}

/// Whether a gap of whole blocks goes on with the next block.
fn continues(last: &Gap, next: &Gap) -> bool {
    match (&last.blocks, &next.blocks) {
        (Some(last), Some(next)) => last.end == next.start,
        _ => false,
    }
}

fn merge(last: &mut Gap, next: &Gap) {
    if let (Some(blocks), Some(more)) = (&mut last.blocks, &next.blocks) {
        blocks.end = more.end;
    }
    last.segments.end = next.segments.end;
    last.confidence = last.confidence.min(next.confidence);
    last.weight += next.weight;
}
