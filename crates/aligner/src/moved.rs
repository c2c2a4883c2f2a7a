//! Parts that stand elsewhere in the other version: pairs among what the path left out on both sides.
//!
//! A path never goes back, so a paragraph that was moved is an omission here and an addition there. Long parts are
//! looked for first (`chapters`). Whole blocks are held against whole blocks, and what else is left out segment by segment. Only strong evidence makes a pair of
//! them: that they say the same, not that they are of a length.

use crate::chapters::{self, Chapter};
use crate::confidence;
use crate::fine::Fine;
use crate::knowledge::Knowledge;
use crate::pair::Pair;
use crate::search::{Corridor, Lattice, Step};
use parallax_core::{Bead, Confidence};
use std::ops::Range;

/// Log odds against two parts corresponding that merely were left out both; more parts to choose from add to it.
const AGAINST: f64 = 5.5;
/// Least evidence in nats that they say the same: words and facts.
const LEAST_CONTENT: f64 = 4.0;
/// By how many nats a pair must be better than any other of either part.
const AHEAD: f64 = 3.0;
/// No more parts of a side than these are considered, the longest first.
const MOST: usize = 100;
/// Parts of more segments than this are not: they are looked for as chapters.
const LONGEST: usize = 64;

/// A pair of parts of the two versions.
struct Candidate {
    source: usize,
    target: usize,
    /// Log-likelihood ratio that they correspond, against both being left out.
    score: f64,
    steps: Vec<Step>,
}

/// Finds moved parts among the gaps of `path`, takes their gaps out of it, and gives their beads.
pub(crate) fn find(pair: &Pair<'_, '_>, knowledge: &Knowledge, path: &mut Vec<Step>) -> Vec<Bead> {
    let mut beads: Vec<Bead> = chapters::find(pair, knowledge, path).iter().flat_map(beads_of).collect();
    beads.extend(find_blocks(pair, knowledge, path));
    beads
}

/// The beads of a long part.
fn beads_of(chapter: &Chapter) -> impl Iterator<Item = Bead> {
    let bead = |(step, confidence): &(Step, Confidence)| Bead {
        source: step.source(),
        target: step.target(),
        confidence: *confidence,
        moved: true,
    };
    chapter.pairs.iter().map(bead)
}

/// Finds moved blocks, and single segments of others.
fn find_blocks(pair: &Pair<'_, '_>, knowledge: &Knowledge, path: &mut Vec<Step>) -> Vec<Bead> {
    let (source_parts, target_parts) = parts(pair, path);
    let against = AGAINST + ((source_parts.len() * target_parts.len()).max(1) as f64).ln();
    let mut candidates = Vec::new();
    for (s, source) in source_parts.iter().enumerate() {
        for (t, target) in target_parts.iter().enumerate() {
            if is_block(source, &pair.source.borders) == is_block(target, &pair.target.borders) {
                candidates.extend(candidate(pair, knowledge, (s, source), (t, target)));
            }
        }
    }
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
    let rival = |one: &Candidate| {
        let shares = |other: &&Candidate| (other.source == one.source) != (other.target == one.target);
        candidates.iter().filter(shares).map(|other| other.score).fold(0.0, f64::max)
    };
    let moved: Vec<&Candidate> =
        candidates.iter().filter(|one| one.score > against && one.score > rival(one) + AHEAD).collect();
    let taken = |range: Range<usize>, parts: &[Range<usize>], part: fn(&Candidate) -> usize| {
        moved.iter().any(|one| parts[part(one)].start <= range.start && range.end <= parts[part(one)].end)
    };
    path.retain(|step| match step.shape {
        (_, 0) => !taken(step.source(), &source_parts, |one| one.source),
        (0, _) => !taken(step.target(), &target_parts, |one| one.target),
        _ => true,
    });
    moved.iter().flat_map(|one| one.steps.iter().map(move |step| bead(step, one.score, against))).collect()
}

fn bead(step: &Step, score: f64, against: f64) -> Bead {
    let found = confidence::of_moved(score, against);
    let confidence = if step.is_paired() { found.and(Confidence::new(step.probability)) } else { found };
    Bead { source: step.source(), target: step.target(), confidence, moved: step.is_paired() }
}

/// The parts of either side that are left out: whole blocks, and single segments of others.
fn parts(pair: &Pair<'_, '_>, path: &[Step]) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let mut gaps = (vec![false; pair.source.len()], vec![false; pair.target.len()]);
    for step in path.iter().filter(|step| !step.is_paired()) {
        gaps.0[step.source()].fill(true);
        gaps.1[step.target()].fill(true);
    }
    let parts = |gaps: &[bool], borders: &[bool], lengths: &[f64]| {
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        for end in (1..=gaps.len()).filter(|end| borders[*end]) {
            if gaps[start..end].iter().all(|gap| *gap) {
                parts.push(start..end);
            } else {
                parts.extend((start..end).filter(|at| gaps[*at]).map(|at| at..at + 1));
            }
            start = end;
        }
        parts.retain(|part| part.len() <= LONGEST);
        let length = |part: &Range<usize>| lengths[part.clone()].iter().sum::<f64>();
        parts.sort_by(|a, b| length(b).total_cmp(&length(a)).then(a.start.cmp(&b.start)));
        parts.truncate(MOST);
        parts
    };
    (
        parts(&gaps.0, &pair.source.borders, &pair.source.lengths),
        parts(&gaps.1, &pair.target.borders, &pair.target.lengths),
    )
}

fn is_block(part: &Range<usize>, borders: &[bool]) -> bool {
    borders[part.start] && borders[part.end]
}

/// A pair of parts, if what they say and how they look speaks for it.
fn candidate(
    pair: &Pair<'_, '_>,
    knowledge: &Knowledge,
    (s, source): (usize, &Range<usize>),
    (t, target): (usize, &Range<usize>),
) -> Option<Candidate> {
    let length = |lengths: &[f64], part: &Range<usize>| lengths[part.clone()].iter().sum::<f64>();
    let expected = length(&pair.source.lengths, source) * knowledge.lengths.ratio();
    let actual = length(&pair.target.lengths, target);
    if expected > 2.0 * actual || actual > 2.0 * expected {
        return None;
    }
    let mut fine = Fine::of_part(pair, knowledge, source.clone(), target.clone());
    let corridor = Corridor::diagonal(source.len(), target.len(), source.len().max(target.len()));
    let mut steps = Lattice::new(&mut fine, corridor).posteriors().path;
    let priors = &knowledge.priors;
    let paired = || steps.iter().filter(|step| step.is_paired());
    let content: f64 = paired().map(|step| fine.evidence(step.i, step.j, step.shape).content()).sum();
    if content < LEAST_CONTENT {
        return None;
    }
    let score = paired().map(|step| fine.evidence(step.i, step.j, step.shape).total()).sum::<f64>()
        + steps.iter().filter(|step| !step.is_paired()).count() as f64 * priors.open;
    for step in &mut steps {
        step.i += source.start;
        step.j += target.start;
    }
    Some(Candidate { source: s, target: t, score, steps })
}
