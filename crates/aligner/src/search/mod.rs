//! The search for the best sequence of beads.
//!
//! A path leads from the place before the first segments of both sides to the place after the last. Its steps are
//! paired beads (1-1 to 4-4) and gaps (1-0, 0-1), where opening a gap costs more than going on with it; a gap on the
//! source side comes before one on the target side, so that each alignment is one path only. Searches stay in a
//! [`Corridor`], which [`margins`] finds: it keeps every place that a path within a margin of the best goes through.

mod corridor;
mod lattice;
mod margins;

pub(crate) use corridor::Corridor;
pub(crate) use lattice::{Lattice, Posteriors, Step};
pub(crate) use margins::corridor_within;

use std::ops::Range;

/// Most segments on a side of a bead.
pub(crate) const REACH: usize = 4;

/// A paired bead's size: segments of the source, of the target.
pub(crate) type Shape = (usize, usize);

/// Log prior probabilities of the steps of a path.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Priors {
    /// Shapes of paired beads with their log probability.
    pub(crate) shapes: Vec<(Shape, f64)>,
    /// For leaving out a first segment.
    pub(crate) open: f64,
    /// For leaving out another one next to it.
    pub(crate) extend: f64,
    /// For leaving out target segments where source segments are left out already.
    pub(crate) turn: f64,
}

/// What a search asks for.
pub(crate) trait Scorer {
    /// Prior probabilities, and with them the shapes of bead to look at.
    fn priors(&self) -> &Priors;

    /// Told before beads of source segments in `rows` are asked for, of the target segments that `corridor` holds.
    fn load(&mut self, rows: Range<usize>, corridor: &Corridor);

    /// Score of the bead with the shape of this index in the priors whose sides begin with source segment `i` and
    /// target segment `j`: its log prior, and the log-likelihood ratio that the sides correspond, against chance.
    fn bead(&self, i: usize, j: usize, index: usize) -> f64;
}

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
        if low < high - 40.0 || high == f64::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
    }
}

/// Scores of the paths that reach a place, by their last step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reached {
    /// A paired bead, or no step.
    pub(crate) paired: f64,
    /// A gap on the source side (1-0).
    pub(crate) source_gap: f64,
    /// A gap on the target side (0-1).
    pub(crate) target_gap: f64,
    /// Any of these.
    pub(crate) any: f64,
}

impl Reached {
    /// By no path.
    pub(crate) const NEVER: Self = Self {
        paired: f64::NEG_INFINITY,
        source_gap: f64::NEG_INFINITY,
        target_gap: f64::NEG_INFINITY,
        any: f64::NEG_INFINITY,
    };
}

/// Scores of the ways from a place to the end, by the last step that led to the place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Onward {
    pub(crate) paired: f64,
    pub(crate) source_gap: f64,
    pub(crate) target_gap: f64,
}

impl Onward {
    /// No way.
    pub(crate) const NEVER: Self =
        Self { paired: f64::NEG_INFINITY, source_gap: f64::NEG_INFINITY, target_gap: f64::NEG_INFINITY };

    /// The end itself.
    pub(crate) const HERE: Self = Self { paired: 0.0, source_gap: 0.0, target_gap: 0.0 };
}

/// Joins what reaches place (`i`, `j`) from the places before it. `before` gives the places reached so far, `bead`
/// the score of a bead, its prior included, by its beginning and the index of its shape.
pub(crate) fn reach<S: Semiring>(
    (i, j): (usize, usize),
    priors: &Priors,
    before: impl Fn(usize, usize) -> Reached,
    bead: impl Fn(usize, usize, usize) -> f64,
) -> Reached {
    if i == 0 && j == 0 {
        return Reached { paired: 0.0, any: 0.0, ..Reached::NEVER };
    }
    let mut here = Reached::NEVER;
    if i > 0 {
        let from = before(i - 1, j);
        here.source_gap = S::join(from.paired + priors.open, from.source_gap + priors.extend);
    }
    if j > 0 {
        let from = before(i, j - 1);
        let opened = S::join(from.paired, from.source_gap + priors.turn) + priors.open;
        here.target_gap = S::join(opened, from.target_gap + priors.extend);
    }
    for (index, ((x, y), _)) in priors.shapes.iter().enumerate() {
        if *x <= i && *y <= j {
            let from = before(i - x, j - y).any;
            if from > f64::NEG_INFINITY {
                here.paired = S::join(here.paired, from + bead(i - x, j - y, index));
            }
        }
    }
    here.any = S::join(S::join(here.paired, here.source_gap), here.target_gap);
    here
}

/// Joins the ways from place (`i`, `j`) on. `ahead` gives the ways from later places.
pub(crate) fn proceed<S: Semiring>(
    (i, j): (usize, usize),
    (n, m): (usize, usize),
    priors: &Priors,
    ahead: impl Fn(usize, usize) -> Onward,
    bead: impl Fn(usize, usize, usize) -> f64,
) -> Onward {
    if i == n && j == m {
        return Onward::HERE;
    }
    let mut by_bead = f64::NEG_INFINITY;
    for (index, ((x, y), _)) in priors.shapes.iter().enumerate() {
        if i + x <= n && j + y <= m {
            let onward = ahead(i + x, j + y).paired;
            if onward > f64::NEG_INFINITY {
                by_bead = S::join(by_bead, onward + bead(i, j, index));
            }
        }
    }
    let source = if i < n { ahead(i + 1, j).source_gap } else { f64::NEG_INFINITY };
    let target = if j < m { ahead(i, j + 1).target_gap } else { f64::NEG_INFINITY };
    let (open_source, open_target) = (source + priors.open, target + priors.open);
    Onward {
        paired: S::join(S::join(by_bead, open_source), open_target),
        source_gap: S::join(S::join(by_bead, source + priors.extend), open_target + priors.turn),
        target_gap: S::join(by_bead, target + priors.extend),
    }
}

#[cfg(test)]
mod tests;
