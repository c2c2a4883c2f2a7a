//! One step of a path: how a place is reached from those before it, and left for those after it.

use super::Priors;
use crate::evidence::Agreement;
use crate::logarithm::{exp, ln};
use std::ops::Range;

/// How paths are put together: the best of them, or all.
pub(crate) trait Semiring {
    /// Of two scores (logarithms).
    fn join(a: f64, b: f64) -> f64;
}

/// The best path counts.
pub(crate) struct Best;

impl Semiring for Best {
    fn join(a: f64, b: f64) -> f64 {
        a.max(b)
    }
}

/// Probabilities of all paths add up.
pub(crate) struct All;

impl Semiring for All {
    fn join(a: f64, b: f64) -> f64 {
        let (low, high) = if a < b { (a, b) } else { (b, a) };
        // Beyond 40 nats the sum is the same in double precision; the test also keeps infinities apart.
        if low < high - 40.0 || high == f64::NEG_INFINITY { high } else { high + ln(1.0 + exp(low - high)) }
    }
}

/// The last step that led to a place: a paired bead (or none), a gap on the source side, or one on the target side;
/// short gaps by whether the gap began at a border of a block.
pub(crate) const PAIRED: usize = 0;
/// A gap on the source side, from within a block; one more: from a border on.
pub(crate) const SOURCE_GAP: usize = 1;
/// A gap on the target side, from within a block; one more: from a border on.
pub(crate) const TARGET_GAP: usize = 3;
/// A long gap on the source side: dear to begin, cheap to go on with.
pub(crate) const LONG_SOURCE_GAP: usize = 5;
/// A long gap on the target side.
pub(crate) const LONG_TARGET_GAP: usize = 6;

/// All gaps on the source side.
pub(crate) const SOURCE_GAPS: [usize; 3] = [SOURCE_GAP, SOURCE_GAP + 1, LONG_SOURCE_GAP];

/// Whether the last step was a gap on the source side.
pub(crate) fn is_source_gap(arrival: usize) -> bool {
    SOURCE_GAPS.contains(&arrival)
}

/// Whether the last step was a gap on the target side.
pub(crate) fn is_target_gap(arrival: usize) -> bool {
    arrival != PAIRED && !is_source_gap(arrival)
}

/// Scores by the last step that led to a place.
pub(crate) type ByArrival = [f64; 7];

const NEVER: ByArrival = [f64::NEG_INFINITY; 7];

/// Scores of the paths that reach a place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reached {
    pub(crate) by: ByArrival,
    /// Of all of them, for going on with a paired bead.
    pub(crate) any: f64,
}

impl Reached {
    /// By no path.
    pub(crate) const NEVER: Self = Self { by: NEVER, any: f64::NEG_INFINITY };
}

/// Scores of the ways from a place to the end, by the last step that led to the place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Onward {
    pub(crate) by: ByArrival,
}

impl Onward {
    /// No way.
    pub(crate) const NEVER: Self = Self { by: NEVER };
}

/// Where blocks begin and end on both sides, and how telling it is that they do so together.
///
/// Each paired bead takes half of that from the place where it begins, and half from the place where it ends. A gap
/// between two beads makes these two places of one side and one of the other; it is enough if one of them fits, so
/// what the other takes away is given back when the gap ends.
#[derive(Debug, Clone)]
pub(crate) struct Borders {
    source: Vec<bool>,
    target: Vec<bool>,
    agreement: Agreement,
}

impl Borders {
    /// For each place of either side, whether a block begins or ends there.
    pub(crate) fn new(source: Vec<bool>, target: Vec<bool>, agreement: Agreement) -> Self {
        Self { source, target, agreement }
    }

    /// Borders of a part of both sides.
    pub(crate) fn part(&self, source: &Range<usize>, target: &Range<usize>) -> Self {
        let (source, target) = (&self.source[source.start..=source.end], &self.target[target.start..=target.end]);
        Self { source: source.to_vec(), target: target.to_vec(), agreement: self.agreement }
    }

    /// The arrival by a source gap that begins at this place.
    pub(crate) fn source_gap(&self, i: usize) -> usize {
        SOURCE_GAP + usize::from(self.source[i])
    }

    /// The arrival by a target gap that begins at this place.
    pub(crate) fn target_gap(&self, j: usize) -> usize {
        TARGET_GAP + usize::from(self.target[j])
    }

    fn fit(&self, source: usize, target: usize) -> f64 {
        self.agreement[source][target]
    }

    /// What is given back when a gap that led to (`i`, `j`) ends there; nothing for long ones, whose cost makes little of
    /// it.
    pub(crate) fn refund(&self, arrival: usize, i: usize, j: usize) -> f64 {
        let (source, target) = (usize::from(self.source[i]), usize::from(self.target[j]));
        match arrival {
            PAIRED | LONG_SOURCE_GAP | LONG_TARGET_GAP => 0.0,
            SOURCE_GAP.. if arrival < TARGET_GAP => {
                0.5 * (self.fit(arrival - SOURCE_GAP, target) - self.fit(source, target)).abs()
            }
            _ => 0.5 * (self.fit(source, arrival - TARGET_GAP) - self.fit(source, target)).abs(),
        }
    }
}

/// What all steps go by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules<'a> {
    pub(crate) priors: &'a Priors,
    pub(crate) borders: &'a Borders,
    /// The last place.
    pub(crate) end: (usize, usize),
}

impl Rules<'_> {
    /// Joins what reaches place (`i`, `j`) from the places before it. `before` gives the places reached so far,
    /// `bead` the score of a bead, its prior included, by its beginning and the index of its shape.
    pub(crate) fn reach<S: Semiring>(
        &self,
        (i, j): (usize, usize),
        before: impl Fn(usize, usize) -> Reached,
        bead: impl Fn(usize, usize, usize) -> f64,
    ) -> Reached {
        let Self { priors, borders, .. } = self;
        let mut here = Reached::NEVER;
        if i == 0 && j == 0 {
            here.by[PAIRED] = 0.0;
        }
        if i > 0 {
            let from = before(i - 1, j);
            for gap in [SOURCE_GAP, SOURCE_GAP + 1] {
                here.by[gap] = from.by[gap] + priors.extend;
            }
            let opened = &mut here.by[borders.source_gap(i - 1)];
            *opened = S::join(*opened, from.by[PAIRED] + priors.open);
            here.by[LONG_SOURCE_GAP] =
                S::join(from.by[LONG_SOURCE_GAP] + priors.long.1, from.by[PAIRED] + priors.long.0);
        }
        if j > 0 {
            let from = before(i, j - 1);
            for gap in [TARGET_GAP, TARGET_GAP + 1] {
                here.by[gap] = from.by[gap] + priors.extend;
            }
            let turned = |gap: usize| from.by[gap] + borders.refund(gap, i, j - 1) + priors.turn;
            let before = SOURCE_GAPS.into_iter().fold(from.by[PAIRED], |before, gap| S::join(before, turned(gap)));
            let opened = &mut here.by[borders.target_gap(j - 1)];
            *opened = S::join(*opened, before + priors.open);
            here.by[LONG_TARGET_GAP] = S::join(from.by[LONG_TARGET_GAP] + priors.long.1, before + priors.long.0);
        }
        for (index, ((x, y), _)) in priors.shapes.iter().enumerate() {
            if *x <= i && *y <= j {
                let from = before(i - x, j - y).any;
                if from > f64::NEG_INFINITY {
                    here.by[PAIRED] = S::join(here.by[PAIRED], from + bead(i - x, j - y, index));
                }
            }
        }
        here.any = here.by[PAIRED];
        for gap in SOURCE_GAP..here.by.len() {
            if here.by[gap] > f64::NEG_INFINITY {
                here.any = S::join(here.any, here.by[gap] + borders.refund(gap, i, j));
            }
        }
        here
    }

    /// Joins the ways from place (`i`, `j`) on. `ahead` gives the ways from later places.
    pub(crate) fn proceed<S: Semiring>(
        &self,
        (i, j): (usize, usize),
        ahead: impl Fn(usize, usize) -> Onward,
        bead: impl Fn(usize, usize, usize) -> f64,
    ) -> Onward {
        let Self { priors, borders, end: (n, m) } = self;
        let mut by_bead = if (i, j) == (*n, *m) { 0.0 } else { f64::NEG_INFINITY };
        for (index, ((x, y), _)) in priors.shapes.iter().enumerate() {
            if i + x <= *n && j + y <= *m {
                let onward = ahead(i + x, j + y).by[PAIRED];
                if onward > f64::NEG_INFINITY {
                    by_bead = S::join(by_bead, onward + bead(i, j, index));
                }
            }
        }
        let source = if i < *n { ahead(i + 1, j) } else { Onward::NEVER };
        let target = if j < *m { ahead(i, j + 1) } else { Onward::NEVER };
        let open_source =
            S::join(source.by[borders.source_gap(i)] + priors.open, source.by[LONG_SOURCE_GAP] + priors.long.0);
        let open_target =
            S::join(target.by[borders.target_gap(j)] + priors.open, target.by[LONG_TARGET_GAP] + priors.long.0);
        let mut here = Onward::NEVER;
        here.by[PAIRED] = S::join(S::join(by_bead, open_source), open_target);
        let after_source = S::join(by_bead, open_target + priors.turn);
        for gap in [SOURCE_GAP, SOURCE_GAP + 1] {
            here.by[gap] = S::join(after_source + borders.refund(gap, i, j), source.by[gap] + priors.extend);
        }
        here.by[LONG_SOURCE_GAP] = S::join(after_source, source.by[LONG_SOURCE_GAP] + priors.long.1);
        for gap in [TARGET_GAP, TARGET_GAP + 1] {
            here.by[gap] = S::join(by_bead + borders.refund(gap, i, j), target.by[gap] + priors.extend);
        }
        here.by[LONG_TARGET_GAP] = S::join(by_bead, target.by[LONG_TARGET_GAP] + priors.long.1);
        here
    }
}
