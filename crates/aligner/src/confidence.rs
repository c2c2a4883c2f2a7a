//! How sure a bead is, from 0 to 1.
//!
//! Two things must hold: that no other path is as good (the posterior probability of the step), and that the sides
//! look like translations of each other at all (the evidence of the bead itself).

use crate::parts::BeadEvidence;
use crate::search::{Priors, Step};
use parallax_core::Confidence;

/// The confidence in a pair: from the log odds of its probability, how common beads of its size are (the logarithm), and
/// whether something is left out beside it. Posterior probabilities are over-sure, since pieces of evidence are not
/// independent; the more so for large beads, which add up more of them; and what is left out beside a bead may belong to
/// it. Fitted to the development sets but for the Bible, whose verses forgive where a bead is cut; rounded. Fitted to the
/// Bible alone the same three count in the same way.
const PAIR: Pair = Pair { bias: 1.4, odds: 0.45, size: 0.5, beside_gap: -1.6 };

struct Pair {
    bias: f64,
    odds: f64,
    size: f64,
    beside_gap: f64,
}

/// The log odds of gaps, and of what moved, are made less by this factor.
const TEMPER: f64 = 0.75;
/// What the log odds of a gap are too high: where a gap is only a little better than its neighbours taken together,
/// a sentence was split or joined more often than left out. Measured on faithful translations.
const GAP_DOUBT: f64 = 0.5;
/// Nothing is surer than this: what no evidence of ours sees is left.
pub(crate) const SUREST: f64 = 0.99;
/// Log odds that two segments between which there is no evidence at all correspond, when they stand where they would.
const BY_PLACE: f64 = 3.5;

/// The confidences in the steps of a path, from their evidence.
pub(crate) fn of_path(path: &[Step], evidence: &[BeadEvidence], priors: &Priors) -> Vec<Confidence> {
    let rarest = priors.shapes.iter().map(|(_, prior)| *prior).fold(0.0, f64::min);
    let of_step = |(at, step): (usize, &Step)| {
        if !step.is_paired() {
            return of_gap(step);
        }
        let prior = priors.shapes.iter().find(|(shape, _)| *shape == step.shape).map_or(rarest, |(_, prior)| *prior);
        let is_gap = |at: Option<usize>| at.and_then(|at| path.get(at)).is_some_and(|step| !step.is_paired());
        of_pair(step, prior, is_gap(at.checked_sub(1)) || is_gap(Some(at + 1)), evidence[at].total())
    };
    path.iter().enumerate().map(of_step).collect()
}

fn of_pair(step: &Step, prior: f64, beside_gap: bool, evidence: f64) -> Confidence {
    let gap = if beside_gap { PAIR.beside_gap } else { 0.0 };
    let odds = PAIR.bias + PAIR.odds * odds(step) + PAIR.size * prior + gap;
    Confidence::new(SUREST * logistic(odds) * logistic(evidence + BY_PLACE))
}

/// The confidence in a gap.
pub(crate) fn of_gap(step: &Step) -> Confidence {
    Confidence::new(SUREST * logistic(TEMPER * (odds(step) - GAP_DOUBT)))
}

/// The log odds of a step's probability.
fn odds(step: &Step) -> f64 {
    (step.probability / (1.0 - step.probability)).ln()
}

/// The confidence in a moved pair, from its log-likelihood ratio and the log odds against any pair of its sort.
pub(crate) fn of_moved(evidence: f64, against: f64) -> Confidence {
    Confidence::new(SUREST * logistic(TEMPER * (evidence - against)))
}

/// The confidence in a pair of a moved part, by the part's log-likelihood ratio and the log odds against any: that it
/// moved, and that it is this pair.
pub(crate) fn within_moved(step: &Step, prior: f64, evidence: f64, (score, against): (f64, f64)) -> Confidence {
    Confidence::new(logistic(TEMPER * (score - against))).and(of_pair(step, prior, false, evidence))
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(shape: (usize, usize), probability: f64) -> Step {
        Step { i: 0, j: 0, shape, probability }
    }

    #[test]
    fn sure_beads_with_evidence_are_near_one() {
        let sure = of_pair(&step((1, 1), 0.9999), -0.2, false, 6.0).get();
        assert!((0.97..=SUREST).contains(&sure), "{sure}");
        assert_eq!(of_gap(&step((1, 0), 1.0)).get(), f64::from(SUREST as f32));
    }

    #[test]
    fn alternatives_and_lack_of_evidence_lower_it() {
        let even = of_pair(&step((1, 1), 0.5), -0.2, false, 6.0).get();
        assert!((0.7..=0.85).contains(&even), "{even}");
        let unlike = of_pair(&step((1, 1), 0.9999), -0.2, false, -5.0).get();
        assert!(unlike < 0.25, "{unlike}");
        assert!(of_pair(&step((1, 1), 0.0), -0.2, false, 0.0).get() < 0.01);
    }

    #[test]
    fn large_beads_and_those_beside_gaps_are_less_sure() {
        let path = [step((1, 1), 0.9), step((2, 2), 0.9), step((1, 0), 0.9), step((1, 1), 0.9)];
        let priors = crate::priors::default_priors();
        let sure: Vec<f64> = of_path(&path, &[BeadEvidence { length: 5.0, ..BeadEvidence::default() }; 4], &priors)
            .iter()
            .map(|c| c.get())
            .collect();
        assert!(sure[0] > sure[3] && sure[3] > sure[1], "{sure:?}");
        assert_eq!(sure[2], of_gap(&path[2]).get());
    }
}
