//! How long one side should be where it corresponds to the other.

use parallax_core::{Bitext, Version, lengths};

/// The variance of the logarithm of the ratio of two lengths that correspond: this, and this for a letter of the
/// shorter one. Measured on faithful pairs with English in eleven languages.
const VARIANCE: (f32, f32) = (0.0025, 1.0);
/// The same added for a language whose lengths are not known.
const OF_UNKNOWN: f32 = 0.04;
/// Beads that a document must have to teach how it is translated, and how many beads' worth of belief there is in what
/// is known of the languages.
const ENOUGH: usize = 8;
const BELIEF: f32 = 8.0;
/// Sentences shorter than this teach nothing.
const SHORTEST: f64 = 25.0;
/// The median of the square of a standard normal variable.
const MEDIAN_SQUARE: f32 = 0.455;

/// How long the target is where it corresponds to the source.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Expected {
    /// The logarithm of its length over the source's.
    pub(crate) ratio: f32,
    /// What is added to the variance of that.
    pub(crate) added: f32,
    /// How many times as great as usual the variance is.
    pub(crate) times: f32,
}

impl Expected {
    /// What the two languages let expect, and the beads of one sentence each.
    pub(crate) fn of(bitext: &Bitext<'_>) -> Self {
        let known = [bitext.source, bitext.target].map(|version| lengths::log_length(&version.language));
        let unknown = known.iter().filter(|it| it.is_none()).count() as f32;
        let ratio = known[1].unwrap_or(0.0) - known[0].unwrap_or(0.0);
        let prior = Self { ratio: ratio as f32, added: OF_UNKNOWN * unknown, times: 1.0 };
        if bitext.alignment.segments.len() < ENOUGH {
            return prior;
        }
        let length = |version: &Version, at: usize| lengths::length(version.segment_text(at));
        let pairs: Vec<(f32, f32)> = bitext
            .alignment
            .segments
            .iter()
            .filter(|bead| bead.source.len() == 1 && bead.target.len() == 1)
            .map(|bead| (length(bitext.source, bead.source.start), length(bitext.target, bead.target.start)))
            .filter(|(a, b)| *a >= SHORTEST && *b >= SHORTEST)
            .map(|(a, b)| ((b / a).ln() as f32, a.min(b) as f32))
            .collect();
        if pairs.len() < ENOUGH { prior } else { prior.taught(&pairs) }
    }

    /// What was expected, after some pairs of lengths: the logarithm of each ratio, and the shorter length. Medians
    /// are not moved by the few that are out of line.
    fn taught(self, pairs: &[(f32, f32)]) -> Self {
        let count = pairs.len() as f32;
        let blend = |known: f32, seen: f32| (known * BELIEF + seen * count) / (BELIEF + count);
        let ratio = blend(self.ratio, median(pairs.iter().map(|(ratio, _)| *ratio).collect()));
        let mean = Self { ratio, added: 0.0, ..self };
        let squares = pairs.iter().map(|(seen, shorter)| (seen - ratio).powi(2) / mean.variance(*shorter)).collect();
        let times = blend(1.0, (median(squares) / MEDIAN_SQUARE).clamp(0.7, 3.0));
        Self { times, ..mean }
    }

    /// The variance of the logarithm of the ratio, by the shorter length.
    pub(crate) fn variance(self, shorter: f32) -> f32 {
        (VARIANCE.0 + VARIANCE.1 / shorter.max(5.0)) * self.times + self.added
    }
}

/// The median; 0 of nothing.
fn median(mut values: Vec<f32>) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_teach_the_ratio_and_few_do_not_spoil_it() {
        let prior = Expected { ratio: 0.0, added: 0.04, times: 1.0 };
        let mut pairs = vec![(0.3, 100.0); 40];
        pairs.extend([(-2.0, 100.0); 3]);
        let taught = prior.taught(&pairs);
        assert!((0.2..0.3).contains(&taught.ratio) && taught.times < 1.0, "{taught:?}");
        assert!(taught.variance(100.0) < prior.variance(100.0));
        assert!(prior.variance(20.0) > prior.variance(200.0));
    }
}
