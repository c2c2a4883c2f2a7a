//! Beads of blocks, from the beads of the segments in them.
//!
//! Blocks correspond where at least half of one of them is paired with the other: so a sentence that the translator
//! moved over a border joins no blocks, and a paragraph that was split or joined does.

use crate::confidence::SUREST;
use crate::order::ordered;
use crate::prepared::Prepared;
use parallax_core::{Bead, Confidence};
use std::collections::BTreeMap;
use std::ops::Range;

/// Least share of one of two blocks that must be paired with the other.
const SHARE: f64 = 0.5;

/// What pairs two blocks.
#[derive(Debug, Default)]
struct Link {
    /// Length of the source's and the target's segments that are paired.
    lengths: (f64, f64),
    /// Probability that no bead between them is right.
    doubt: f64,
    moved: bool,
}

/// Beads of blocks for the beads of segments.
pub(crate) fn block_beads(source: &Prepared<'_>, target: &Prepared<'_>, segments: &[Bead]) -> Vec<Bead> {
    let links = links(source, target, segments);
    let (moved, strong): (Vec<_>, Vec<_>) =
        strong_links(source, target, &links).into_iter().partition(|blocks| links[blocks].moved);
    let mut beads = joined(&strong, &links);
    let mut covered =
        (vec![false; source.version.document.blocks.len()], vec![false; target.version.document.blocks.len()]);
    for bead in &beads {
        covered.0[bead.source.clone()].fill(true);
        covered.1[bead.target.clone()].fill(true);
    }
    for (s, t) in moved {
        // A block that moved but stands between blocks that are joined belongs to them.
        if !covered.0[s] && !covered.1[t] {
            covered.0[s] = true;
            covered.1[t] = true;
            let confidence = Confidence::new((1.0 - links[&(s, t)].doubt).min(SUREST));
            beads.push(Bead { source: s..s + 1, target: t..t + 1, confidence, moved: true });
        }
    }
    let sources = gap_confidences(source, segments, |bead| &bead.source);
    let targets = gap_confidences(target, segments, |bead| &bead.target);
    let free = |covered: Vec<bool>| (0..covered.len()).filter(move |at| !covered[*at]);
    beads.extend(free(covered.0).map(|at| Bead {
        source: at..at + 1,
        target: 0..0,
        confidence: sources[at],
        moved: false,
    }));
    beads.extend(free(covered.1).map(|at| Bead {
        source: 0..0,
        target: at..at + 1,
        confidence: targets[at],
        moved: false,
    }));
    ordered(beads)
}

fn block_of(version: &Prepared<'_>, segment: usize) -> usize {
    version.version.segments[segment].block
}

fn links(source: &Prepared<'_>, target: &Prepared<'_>, segments: &[Bead]) -> BTreeMap<(usize, usize), Link> {
    let mut links: BTreeMap<(usize, usize), Link> = BTreeMap::new();
    for bead in segments.iter().filter(|bead| bead.is_paired()) {
        let length = |version: &Prepared<'_>, range: &Range<usize>| version.lengths[range.clone()].iter().sum::<f64>();
        let all = (length(source, &bead.source), length(target, &bead.target));
        for i in bead.source.clone() {
            for j in bead.target.clone() {
                let link = links.entry((block_of(source, i), block_of(target, j))).or_insert_with(|| Link {
                    doubt: 1.0,
                    moved: true,
                    ..Link::default()
                });
                // A bead of several blocks goes to each of them by its length.
                link.lengths.0 += source.lengths[i] * target.lengths[j] / all.1;
                link.lengths.1 += target.lengths[j] * source.lengths[i] / all.0;
                link.doubt *= 1.0 - bead.confidence.get();
                link.moved &= bead.moved;
            }
        }
    }
    links
}

/// Links that make blocks correspond: at least half of a block, or the best there is of a block.
fn strong_links(
    source: &Prepared<'_>,
    target: &Prepared<'_>,
    links: &BTreeMap<(usize, usize), Link>,
) -> Vec<(usize, usize)> {
    let length = |version: &Prepared<'_>, block: usize| -> f64 {
        version.lengths[version.version.block_segments[block].clone()].iter().sum()
    };
    let share = |(s, t): (usize, usize), link: &Link| {
        (link.lengths.0 / length(source, s)).max(link.lengths.1 / length(target, t))
    };
    let mut best_of_source: BTreeMap<usize, ((usize, usize), f64)> = BTreeMap::new();
    let mut best_of_target = best_of_source.clone();
    for (blocks, link) in links {
        // What moved only counts where nothing else does.
        let share = share(*blocks, link) - if link.moved { 2.0 } else { 0.0 };
        for (best, block) in [(&mut best_of_source, blocks.0), (&mut best_of_target, blocks.1)] {
            let best = best.entry(block).or_insert((*blocks, share));
            if share > best.1 {
                *best = (*blocks, share);
            }
        }
    }
    let is_best = |blocks: (usize, usize)| {
        let of = |best: &BTreeMap<usize, ((usize, usize), f64)>, block| best.get(&block).is_some_and(|b| b.0 == blocks);
        (of(&best_of_source, blocks.0), of(&best_of_target, blocks.1))
    };
    let is_strong = |blocks: (usize, usize), link: &Link| match is_best(blocks) {
        (source, target) if link.moved => source && target,
        (source, target) => source || target || share(blocks, link) >= SHARE,
    };
    links.iter().filter(|(blocks, link)| is_strong(**blocks, link)).map(|(blocks, _)| *blocks).collect()
}

/// Beads of blocks that links join, with what lies between blocks that are joined. None of the links is moved, so
/// neither side goes back from one link to the next.
fn joined(strong: &[(usize, usize)], links: &BTreeMap<(usize, usize), Link>) -> Vec<Bead> {
    let mut beads: Vec<Bead> = Vec::new();
    for (s, t) in strong {
        let confidence = Confidence::new(1.0 - links[&(*s, *t)].doubt);
        match beads.last_mut() {
            Some(last) if *s < last.source.end || *t < last.target.end => {
                last.source.end = last.source.end.max(s + 1);
                last.target.end = last.target.end.max(t + 1);
                // Every link must hold.
                last.confidence = last.confidence.and(confidence);
            }
            _ => {
                let confidence = confidence.and(Confidence::new(SUREST));
                beads.push(Bead { source: *s..s + 1, target: *t..t + 1, confidence, moved: false });
            }
        }
    }
    beads
}

/// For each block, how sure it is that it is left out, if it is: as sure as of each of its segments.
fn gap_confidences(version: &Prepared<'_>, segments: &[Bead], side: fn(&Bead) -> &Range<usize>) -> Vec<Confidence> {
    let mut least = vec![Confidence::new(SUREST); version.version.document.blocks.len()];
    for bead in segments {
        for segment in side(bead).clone() {
            let least = &mut least[block_of(version, segment)];
            if bead.confidence < *least {
                *least = bead.confidence;
            }
        }
    }
    least
}
