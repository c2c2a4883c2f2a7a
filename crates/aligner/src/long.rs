//! Beads that are longer than the search looks for: a long sentence against six short ones.
//!
//! The search looks at beads of up to [`REACH`] segments a side, since the time it takes grows with their number. A
//! longer bead shows as one of that many with gaps beside it, or, where that is too unlike, as gaps on both sides: here
//! they are joined, where that is likelier.

use crate::fine::Fine;
use crate::parts::BeadEvidence;
use crate::search::{Priors, REACH, Scorer, Shape, Step};
use std::ops::Range;

/// Most segments on the longer side of a bead.
const LONGEST: usize = 10;
/// Most segments on its shorter side.
const SHORTER: usize = 2;
/// How many times less likely a bead is with each segment more: as from 1-2 over 1-3 to 1-4 in the development sets.
const LESS: f64 = 3.0;

/// A step of the path that takes in its neighbours.
struct Stretched {
    /// Which steps become one.
    steps: Range<usize>,
    step: Step,
    evidence: BeadEvidence,
    /// By how many nats it is better.
    gain: f64,
}

/// Takes gaps beside the longest beads in: the path with the evidence of its steps, from a path with its own.
pub(crate) fn stretched(
    fine: &Fine<'_, '_, '_>,
    path: &[Step],
    evidence: &[BeadEvidence],
) -> (Vec<Step>, Vec<BeadEvidence>) {
    let mut free = 0;
    let mut long: Vec<Stretched> = Vec::new();
    for at in 0..path.len() {
        // What one bead took in another cannot.
        if at < free {
            continue;
        }
        let (x, y) = path[at].shape;
        let better = if x.max(y) == REACH && (1..=SHORTER).contains(&x.min(y)) {
            wider(fine, &path[free..], &evidence[free..], at - free)
        } else if (x, y) == (1, 0) && (at == free || path[at - 1].is_paired()) {
            joined(fine, &path[free..], at - free)
        } else {
            None
        };
        if let Some(better) = better {
            let steps = better.steps.start + free..better.steps.end + free;
            free = steps.end;
            long.push(Stretched { steps, ..better });
        }
    }
    let (mut steps, mut said) = (Vec::with_capacity(path.len()), Vec::with_capacity(path.len()));
    let mut done = 0;
    for Stretched { steps: replaced, step, evidence: better, .. } in long {
        steps.extend_from_slice(&path[done..replaced.start]);
        said.extend_from_slice(&evidence[done..replaced.start]);
        steps.push(step);
        said.push(better);
        done = replaced.end;
    }
    steps.extend_from_slice(&path[done..]);
    said.extend_from_slice(&evidence[done..]);
    (steps, said)
}

/// A step with what stands beside it, if it is better to take some of that in than to leave it out.
fn wider(fine: &Fine<'_, '_, '_>, path: &[Step], evidence: &[BeadEvidence], at: usize) -> Option<Stretched> {
    let step = path[at];
    let gap = if step.shape.0 > step.shape.1 { (1, 0) } else { (0, 1) };
    let room = LONGEST - REACH;
    let before = path[..at].iter().rev().take(room).take_while(|step| step.shape == gap).count();
    let after = path[at + 1..].iter().take(room).take_while(|step| step.shape == gap).count();
    let candidates = (0..=before).flat_map(|first| (0..=after).map(move |last| (first, last)));
    let tried = candidates.filter(|(first, last)| (1..=room).contains(&(first + last))).filter_map(|(first, last)| {
        let more = first + last;
        let shape = (step.shape.0 + more * gap.0, step.shape.1 + more * gap.1);
        let (i, j) = (step.i - first * gap.0, step.j - first * gap.1);
        if !fine.is_free(i, j, shape) {
            return None;
        }
        let better = fine.evidence_of_any(i, j, shape);
        let saved = [(first, before), (last, after)].into_iter().map(|(taken, all)| cost(fine.priors(), taken, all));
        let gain = better.total() - evidence[at].total() - more as f64 * LESS.ln() - saved.sum::<f64>();
        let probability = step.probability * likelihood(gain);
        let step = Step { i, j, shape, probability };
        Some(Stretched { steps: at - first..at + last + 1, step, evidence: better, gain })
    });
    tried.filter(|tried| tried.gain > 0.0).max_by(|a, b| a.gain.total_cmp(&b.gain))
}

/// The log prior probability of leaving out `taken` segments of a gap of `all`.
fn cost(priors: &Priors, taken: usize, all: usize) -> f64 {
    let opened = if taken > 0 && taken == all { priors.open - priors.extend } else { 0.0 };
    opened + taken as f64 * priors.extend
}

/// What is left out on both sides from a step on as one bead, if that is better.
fn joined(fine: &Fine<'_, '_, '_>, path: &[Step], at: usize) -> Option<Stretched> {
    let run = |from: usize, shape: Shape| {
        path[from..].iter().take(LONGEST + 1).take_while(|step| step.shape == shape).count()
    };
    let x = run(at, (1, 0));
    let y = run(at + x, (0, 1));
    let (shorter, longer) = (x.min(y), x.max(y));
    let Step { i, j, .. } = path[at];
    let looked_for = (1..=SHORTER).contains(&shorter) && (REACH + 1..=LONGEST).contains(&longer);
    if !looked_for || !fine.is_free(i, j, (x, y)) {
        return None;
    }
    let priors = fine.priors();
    let like = if x < y { (shorter, REACH) } else { (REACH, shorter) };
    let (_, prior) = priors.shapes.iter().find(|(shape, _)| *shape == like)?;
    let evidence = fine.evidence_of_any(i, j, (x, y));
    let left_out = 2.0 * priors.open + priors.turn + (x + y - 2) as f64 * priors.extend;
    let gain = evidence.total() + prior - (longer - REACH) as f64 * LESS.ln() - left_out;
    let step = Step { i, j, shape: (x, y), probability: likelihood(gain) };
    (gain > 0.0).then_some(Stretched { steps: at..at + x + y, step, evidence, gain })
}

/// How likely what is better by so many nats is.
fn likelihood(gain: f64) -> f64 {
    1.0 / (1.0 + (-gain).exp())
}
