//! The search for the best sequence of beads.
//!
//! A path leads from the place before the first segments of both sides to the place after the last. Its steps are
//! paired beads (1-1 to 4-4) and gaps (1-0, 0-1), where opening a gap costs more than going on with it. A gap is short
//! or long: a long one costs more to open and hardly anything to go on with, as in the two-piece gap costs of genome
//! aligners (Li 2018), or else a chapter that one side lacks would be dearer than pairing it with anything. A gap on the
//! source side comes before one on the target side, so that each alignment is few paths only ([`steps`]). Searches stay in a
//! [`Corridor`], which [`margins`] finds: it keeps every place that a path within a margin of the best goes through.

mod corridor;
mod lattice;
mod margins;
mod steps;

pub(crate) use corridor::Corridor;
pub(crate) use lattice::{Lattice, Posteriors, Step};
pub(crate) use margins::corridor_within;
pub(crate) use steps::Borders;

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
    /// For leaving out the first segment of a long gap, and for each one more: a chapter that one side has not.
    pub(crate) long: (f64, f64),
    /// For leaving out target segments where source segments are left out already.
    pub(crate) turn: f64,
}

/// What a search asks for.
pub(crate) trait Scorer: Send + Sync {
    /// Prior probabilities, and with them the shapes of bead to look at.
    fn priors(&self) -> &Priors;

    /// Where blocks begin and end, and how telling that is.
    fn borders(&self) -> &Borders;

    /// Told before beads of source segments in `rows` are asked for, of the target segments that `corridor` holds.
    fn load(&mut self, rows: Range<usize>, corridor: &Corridor);

    /// Score of the bead with the shape of this index in the priors whose sides begin with source segment `i` and
    /// target segment `j`: its log prior, and the log-likelihood ratio that the sides correspond, against chance.
    fn bead(&self, i: usize, j: usize, index: usize) -> f64;
}

#[cfg(test)]
mod tests;
