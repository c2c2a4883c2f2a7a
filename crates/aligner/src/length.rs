//! Evidence from length: translations of long segments are long.
//!
//! As in Gale & Church (1993), but with three changes that did better on the development sets: the difference of
//! lengths has Student's t distribution, whose tails forgive a free translation; its variance grows with the length
//! and with its square; and the score is a likelihood *ratio* against segments that met by chance, so that leaving
//! segments unpaired costs its prior and nothing else.

use crate::logarithm::ln;
use crate::search::REACH;

/// Degrees of freedom of Student's distribution. Measured on the development sets; 3 to 8 do equally well.
const FREEDOM: f64 = 5.0;

/// Variance of the difference: this many characters for each character, and the square of this share of the length.
/// Medians of what the development sets were fitted to.
const DEFAULT: Variance = Variance { linear: 2.0, square: 0.025 };

/// Variances that are tried when fitting.
const LINEAR: [f64; 8] = [0.3, 0.6, 1.0, 1.7, 2.5, 3.5, 5.0, 7.0];
const SQUARE: [f64; 8] = [0.0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12];

/// How many beads' worth of belief there is in [`DEFAULT`].
const BELIEF: f64 = 6.0;

/// No length tells more than this, in nats.
const CAP: f64 = 25.0;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Variance {
    linear: f64,
    square: f64,
}

/// How the lengths of two versions relate. Lengths are brought to one unit in which both versions are equally long.
#[derive(Debug, Clone)]
pub(crate) struct LengthModel {
    /// Target length over source length.
    ratio: f64,
    variance: Variance,
    source: Lengths,
    target: Lengths,
    constant: f64,
}

/// The lengths of one side in the common unit.
#[derive(Debug, Clone)]
struct Lengths {
    /// Length of all segments before each place.
    before: Vec<f64>,
    /// For each place and number of segments after it (1 to [`REACH`]), the log density of their length, were they
    /// any that many segments.
    chance: Vec<[f64; REACH]>,
    /// Shape and rate of the gamma distribution of one segment's length.
    gamma: (f64, f64),
}

impl Lengths {
    fn new(lengths: &[f64], scale: f64) -> Self {
        let mut before = Vec::with_capacity(lengths.len() + 1);
        let mut sum = 0.0;
        before.push(sum);
        before.extend(lengths.iter().map(|length| {
            sum += length * scale;
            sum
        }));
        // Lengths of segments follow a gamma distribution, and so do their sums.
        let count = lengths.len() as f64;
        let mean = sum / count;
        let spread = lengths.iter().map(|length| (length * scale - mean).powi(2)).sum::<f64>() / count;
        let spread = spread.max(mean * mean / 16.0).max(f64::MIN_POSITIVE);
        let (shape, rate) = (mean * mean / spread, mean / spread);
        let constants: [f64; REACH] = std::array::from_fn(|k| {
            let shape = (k + 1) as f64 * shape;
            shape * rate.ln() - libm::lgamma(shape)
        });
        let chance = (0..lengths.len())
            .map(|at| {
                std::array::from_fn(|k| {
                    let length = before[(at + k + 1).min(lengths.len())] - before[at];
                    constants[k] + ((k + 1) as f64 * shape - 1.0) * length.ln() - rate * length
                })
            })
            .collect();
        Self { before, chance, gamma: (shape, rate) }
    }

    /// Log density of the length of `count` segments after a place.
    fn chance(&self, at: usize, count: usize) -> f64 {
        if let Some(chance) = self.chance[at].get(count - 1) {
            return *chance;
        }
        let (shape, rate) = (count as f64 * self.gamma.0, self.gamma.1);
        let length = self.before[at + count] - self.before[at];
        shape * rate.ln() - libm::lgamma(shape) + (shape - 1.0) * length.ln() - rate * length
    }
}

/// How many times as long as the other a version is at most, or else one of them has only a part. English is three times
/// as long as Chinese.
const LONGEST_TRANSLATION: f64 = 3.5;

/// The lengths of the two sides of a bead, and how sure the bead is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sample {
    pub(crate) source: f64,
    pub(crate) target: f64,
    pub(crate) weight: f64,
}

impl LengthModel {
    /// The model before anything is known: the ratio is that of the whole documents, or, where no translation is so long
    /// or so short, of segments on the mean.
    pub(crate) fn new(source: &[f64], target: &[f64]) -> Self {
        let whole = target.iter().sum::<f64>() / source.iter().sum::<f64>();
        let mean = whole * source.len() as f64 / target.len() as f64;
        let is_part = whole.ln().abs() > LONGEST_TRANSLATION.ln() && mean.ln().abs() < whole.ln().abs();
        Self::with(source, target, if is_part { mean } else { whole }, DEFAULT)
    }

    fn with(source: &[f64], target: &[f64], ratio: f64, variance: Variance) -> Self {
        let constant = libm::lgamma((FREEDOM + 1.0) / 2.0)
            - libm::lgamma(FREEDOM / 2.0)
            - 0.5 * (FREEDOM * std::f64::consts::PI).ln();
        let scale = ratio.sqrt();
        Self {
            ratio,
            variance,
            source: Lengths::new(source, scale),
            target: Lengths::new(target, 1.0 / scale),
            constant,
        }
    }

    /// The model that fits beads best, as far as they are many enough to outweigh the default.
    pub(crate) fn fitted(&self, source: &[f64], target: &[f64], beads: &[Sample]) -> Self {
        let sum = |length: fn(&Sample) -> f64| beads.iter().map(|bead| bead.weight * length(bead)).sum::<f64>();
        let (sources, targets) = (sum(|bead| bead.source), sum(|bead| bead.target));
        if sources <= 0.0 || targets <= 0.0 {
            return self.clone();
        }
        let ratio = targets / sources;
        let scale = ratio.sqrt();
        let mut best = (f64::NEG_INFINITY, DEFAULT);
        for linear in LINEAR {
            for square in SQUARE {
                let variance = Variance { linear, square };
                let likelihood: f64 = beads
                    .iter()
                    .map(|bead| bead.weight * likelihood(variance, bead.source * scale, bead.target / scale))
                    .sum();
                // The default predicts beads of some hundred characters; so much of it is believed.
                let belief: f64 = [20.0, 60.0, 180.0].iter().map(|length| divergence(variance, *length)).sum();
                let score = likelihood - BELIEF / 3.0 * belief;
                if score > best.0 {
                    best = (score, variance);
                }
            }
        }
        Self::with(source, target, ratio, best.1)
    }

    /// Log-likelihood ratio of the lengths of a bead of `x` source segments from `i` on and `y` target segments from
    /// `j` on: that they correspond, against chance.
    pub(crate) fn score(&self, i: usize, x: usize, j: usize, y: usize) -> f64 {
        let source = self.source.before[i + x] - self.source.before[i];
        let target = self.target.before[j + y] - self.target.before[j];
        let chance = 0.5 * (self.source.chance(i, x) + self.target.chance(j, y));
        (self.constant + likelihood(self.variance, source, target) - chance).clamp(-CAP, CAP)
    }

    /// Target length over source length.
    pub(crate) fn ratio(&self) -> f64 {
        self.ratio
    }
}

/// Student's log density of the difference of two lengths, without its constant.
fn likelihood(variance: Variance, source: f64, target: f64) -> f64 {
    let mean = 0.5 * (source + target);
    let variance = variance.linear * mean + variance.square * mean * mean;
    let z2 = (source - target).powi(2) / variance;
    // ln v / 2 + (f + 1) / 2 * ln(1 + z² / f), with one logarithm.
    -0.5 * ln(variance * (1.0 + z2 / FREEDOM).powi(FREEDOM as i32 + 1))
}

/// How badly a normal distribution of this variance predicts what the default one produces (Kullback-Leibler).
fn divergence(variance: Variance, length: f64) -> f64 {
    let of = |variance: Variance| variance.linear * length + variance.square * length * length;
    let ratio = of(DEFAULT) / of(variance);
    0.5 * (ratio - 1.0 - ratio.ln())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LENGTHS: [f64; 5] = [40.0, 120.0, 80.0, 200.0, 60.0];

    #[test]
    fn alike_lengths_score_and_unlike_ones_cost() {
        let doubled = LENGTHS.map(|length| length * 2.0);
        let model = LengthModel::new(&LENGTHS, &doubled);
        assert!((model.ratio() - 2.0).abs() < 1e-9);
        assert!(model.score(0, 1, 0, 1) > 0.5, "{}", model.score(0, 1, 0, 1));
        assert!(model.score(0, 1, 3, 1) < -2.0);
        assert!(model.score(0, 2, 0, 2) > model.score(0, 2, 0, 1));
    }

    #[test]
    fn beads_teach_ratio_and_variance() {
        let tripled = LENGTHS.map(|length| length * 3.0);
        let model = LengthModel::new(&LENGTHS, &[LENGTHS, LENGTHS].concat());
        let beads: Vec<Sample> =
            (0..40).map(|at| Sample { source: LENGTHS[at % 5], target: LENGTHS[at % 5] * 3.0, weight: 1.0 }).collect();
        let fitted = model.fitted(&LENGTHS, &tripled, &beads);
        assert!((fitted.ratio() - 3.0).abs() < 1e-9);
        assert!(fitted.score(1, 1, 1, 1) > model.score(1, 1, 1, 1), "exact translations are expected to stay exact");
        assert_eq!(model.fitted(&LENGTHS, &tripled, &[]).ratio(), model.ratio());
    }

    #[test]
    fn lengths_of_one_kind_do_not_divide_by_zero() {
        let model = LengthModel::new(&[1.0], &[1.0]);
        assert!(model.score(0, 1, 0, 1).is_finite());
    }
}
