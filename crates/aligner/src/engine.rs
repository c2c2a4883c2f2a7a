//! The course of an alignment: a wide first look, then rounds of learning and looking closely.

use crate::coarse::Coarse;
use crate::fine::Fine;
use crate::knowledge::Knowledge;
use crate::long;
use crate::options::{Effort, Options};
use crate::pair::Pair;
use crate::parts::BeadEvidence;
use crate::search::{Corridor, Lattice, Posteriors, REACH, Step, corridor_within};

/// How much worse than the best path, in nats, a path may be at the first look and still be looked at closely.
const MARGIN: f64 = 20.0;
/// The same for the fast effort, and by how many places its one round looks beyond: nothing that matters on the
/// development sets, and the round looks at a third of the places.
const FAST: (f64, usize) = (12.0, 0);
/// Documents of no more places than this are looked at whole.
const SMALL: usize = 40_000;
/// By how many places the first look is widened where it was too narrow; each time by twice as many.
const WIDER: usize = 100;
/// Places by which it is widened where likely ones lie on its border.
const BORDER: usize = 4 * SLACK;
/// A corridor of more places than so many, and so many for each segment, is not widened any more. Only where every line is
/// as good as the next, as in a list of the same line again and again, does a search ask for more.
const VAST: (usize, usize) = (400_000, 40);
/// Places by which the corridor of a round is wider than what the round before found likely.
pub(crate) const SLACK: usize = 2;

/// What came of the search.
pub(crate) struct Found {
    pub(crate) path: Vec<Step>,
    /// For each step, its evidence; none for gaps.
    pub(crate) evidence: Vec<BeadEvidence>,
    /// What was known in the last round.
    pub(crate) knowledge: Knowledge,
}

/// Aligns the segments of a pair; both versions have some.
pub(crate) fn search(pair: &Pair<'_, '_>, options: &Options) -> Found {
    let (n, m) = (pair.source.len(), pair.target.len());
    let small = is_small(n, m);
    let mut coarse = Coarse::new(pair, small);
    let outer = if small { Corridor::diagonal(n, m, n.max(m)) } else { coarse.rough_corridor() };
    let (margin, slack) = if options.effort == Effort::Fast { FAST } else { (MARGIN, SLACK) };
    let corridor = first_corridor(&mut coarse, pair, outer, margin);
    let first = Lattice::new(&mut coarse, pair.holds.within(&corridor)).posteriors();
    let mut corridor = corridor.widened(slack);
    let mut knowledge = match options.effort {
        Effort::Full => Knowledge::first(pair, &first),
        Effort::Fast => Knowledge::at_once(pair, &first),
    };
    let mut round = 1;
    loop {
        let mut fine = Fine::new(pair, &knowledge);
        let last = round == options.effort.rounds();
        let seen = corridor.clone();
        let within = |corridor: &Corridor| pair.holds.within(corridor);
        // A fast search goes by what the first look left, which is sure to hold all that it found likely.
        let posteriors = if last && options.effort == Effort::Full {
            looked_closely(&mut fine, within, &mut corridor)
        } else {
            // What lies beyond the border the next round will see, if there is one.
            let posteriors = Lattice::new(&mut fine, within(&seen)).posteriors();
            corridor = widened_where_touched(&seen, &posteriors, BORDER);
            posteriors
        };
        // A path that teaches what it was found by will not change any more.
        if last || (corridor == seen && knowledge.is_taught_by(&posteriors.path)) {
            let evidence: Vec<BeadEvidence> = posteriors.path.iter().map(|step| evidence(&fine, step)).collect();
            let (path, evidence) = long::stretched(&fine, &posteriors.path, &evidence);
            return Found { path, evidence, knowledge };
        }
        drop(fine);
        knowledge = Knowledge::learned(pair, knowledge, &posteriors);
        corridor = posteriors.likely.widened_at_border_of(&seen, SLACK, BORDER).within(&corridor);
        round += 1;
    }
}

fn evidence(fine: &Fine<'_, '_, '_>, step: &Step) -> BeadEvidence {
    if step.is_paired() { fine.evidence(step.i, step.j, step.shape) } else { BeadEvidence::default() }
}

/// Whether texts of so many segments are looked at whole.
pub(crate) fn is_small(n: usize, m: usize) -> bool {
    n.saturating_mul(m) <= SMALL
}

fn is_vast(corridor: &Corridor) -> bool {
    corridor.area() > VAST.0 + VAST.1 * (corridor.sources() + corridor.targets())
}

/// The corridor of the first look: within `outer`, which is widened until it is sure to hold all that is worth a look.
fn first_corridor(coarse: &mut Coarse<'_, '_, '_>, pair: &Pair<'_, '_>, mut outer: Corridor, margin: f64) -> Corridor {
    let mut wider = WIDER;
    loop {
        let inner = corridor_within(coarse, &pair.holds.within(&outer), margin);
        if !inner.touches_border_of(&outer) {
            return inner;
        }
        // What lies beyond the border is looked at where it was touched.
        let beyond = inner.widened_at_border_of(&outer, REACH, wider);
        if is_vast(&beyond) {
            return inner;
        }
        outer = beyond;
        wider *= 2;
    }
}

/// A close look in a corridor, which is widened where likely places lie on its border, as long as they do, each
/// time by twice as many places. `within` says what of it may be looked at.
pub(crate) fn looked_closely(
    fine: &mut Fine<'_, '_, '_>,
    within: impl Fn(&Corridor) -> Corridor,
    corridor: &mut Corridor,
) -> Posteriors {
    let mut by = BORDER;
    loop {
        let posteriors = Lattice::new(fine, within(corridor)).posteriors();
        let wider = widened_where_touched(corridor, &posteriors, by);
        by *= 2;
        if wider == *corridor {
            return posteriors;
        }
        *corridor = wider;
    }
}

/// A corridor, wider by so many places where those that were found likely in it lie on its border.
fn widened_where_touched(corridor: &Corridor, posteriors: &Posteriors, by: usize) -> Corridor {
    if !posteriors.likely.touches_border_of(corridor) {
        return corridor.clone();
    }
    let wider = corridor.joined(&posteriors.likely.widened_at_border_of(corridor, 0, by));
    if is_vast(&wider) { corridor.clone() } else { wider }
}
