//! Beads that are given: an alignment, or a part of one, that somebody has corrected.
//!
//! A given bead is one unit on each side, which the search may pair with nothing but the other, or must leave out. So
//! no bead crosses it, what it teaches is learned from like from any other, and all else is aligned around it.

use crate::confidence::SUREST;
use crate::search::{Corridor, Shape, Step};
use parallax_core::{Bead, Confidence};
use std::fmt;
use std::ops::Range;

/// Beads of segments that are given: see [`Options::fixed`](crate::Options::fixed).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FixedBeads {
    beads: Vec<Given>,
}

/// The score of a given bead on the path, in nats: within the corridor that leads to it, more than any way around it.
const GIVEN: f64 = 20.0;
/// How much more must speak for the beads that a given one crosses, in nats, before it is taken for moved: parts that
/// move are rare, and that a bead is given means that what was found was wrong somewhere.
const MOVED: f64 = 12.0;

/// The segments of the two sides of a bead; either may be empty.
type Given = (Range<usize>, Range<usize>);

/// Why beads cannot all be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixedBeadsError {
    /// A bead without segments; its index among those given.
    Empty(usize),
    /// Two beads with a segment in common.
    Overlap {
        /// Index of the bead that came first among those given.
        first: usize,
        /// Index of the other one.
        second: usize,
        /// Whether the segment is one of the source.
        in_source: bool,
        /// The segment.
        segment: usize,
    },
}

impl fmt::Display for FixedBeadsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(_) => write!(f, "a bead has no segments"),
            Self::Overlap { in_source, segment, .. } => {
                let side = if *in_source { "source" } else { "target" };
                write!(f, "{side} segment {segment} stands in two beads")
            }
        }
    }
}

impl std::error::Error for FixedBeadsError {}

impl FixedBeads {
    /// Beads of segments, each with its indices in the source and in the target, in any order. Those that cross others,
    /// or much that is sure without them, are taken for moved.
    ///
    /// # Errors
    /// If a bead is empty on both sides, or a segment stands in two beads.
    pub fn new(beads: impl IntoIterator<Item = (Range<usize>, Range<usize>)>) -> Result<Self, FixedBeadsError> {
        let beads: Vec<Given> = beads.into_iter().collect();
        if let Some(empty) = beads.iter().position(|(source, target)| source.is_empty() && target.is_empty()) {
            return Err(FixedBeadsError::Empty(empty));
        }
        for (in_source, side) in [(true, source_of as fn(&Given) -> &Range<usize>), (false, target_of)] {
            let mut order: Vec<usize> = (0..beads.len()).filter(|at| !side(&beads[*at]).is_empty()).collect();
            order.sort_by_key(|at| (side(&beads[*at]).start, *at));
            for both in order.windows(2) {
                if side(&beads[both[0]]).end > side(&beads[both[1]]).start {
                    let (first, second) = (both[0].min(both[1]), both[0].max(both[1]));
                    let segment = side(&beads[both[1]]).start;
                    return Err(FixedBeadsError::Overlap { first, second, in_source, segment });
                }
            }
        }
        Ok(Self { beads })
    }

    /// Whether none is given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.beads.is_empty()
    }

    /// The same from the target's side.
    pub(crate) fn mirrored(&self) -> Self {
        Self { beads: self.beads.iter().map(|(source, target)| (target.clone(), source.clone())).collect() }
    }

    /// The beads of two versions with so many segments: those that have others are left out. `found` is what is found
    /// where nothing is given.
    pub(crate) fn within(&self, (sources, targets): (usize, usize), found: &[Bead]) -> Vec<Bead> {
        let inside = self.beads.iter().filter(|(source, target)| source.end <= sources && target.end <= targets);
        let mut beads: Vec<Bead> = inside
            .map(|(source, target)| Bead {
                source: source.clone(),
                target: target.clone(),
                confidence: Confidence::CERTAIN,
                moved: false,
            })
            .collect();
        let mut taken = (vec![false; sources], vec![false; targets]);
        for bead in &beads {
            taken.0[bead.source.clone()].fill(true);
            taken.1[bead.target.clone()].fill(true);
        }
        let is_free = |bead: &&Bead| {
            let none = |taken: &[bool], range: &Range<usize>| taken[range.clone()].iter().all(|taken| !taken);
            bead.is_paired() && !bead.moved && none(&taken.0, &bead.source) && none(&taken.1, &bead.target)
        };
        let free = found.iter().filter(is_free).map(|bead| (bead.source.start, bead.target.start, worth(bead), None));
        let given = beads.iter().enumerate().filter(|(_, bead)| bead.is_paired());
        let given = given.map(|(at, bead)| (bead.source.start, bead.target.start, MOVED, Some(at)));
        for at in crossing(free.chain(given).collect()) {
            beads[at].moved = true;
        }
        beads
    }
}

/// What speaks for the place of a bead that was found, in nats: the log odds of its confidence.
fn worth(bead: &Bead) -> f64 {
    let confidence = bead.confidence.get().min(SUREST);
    (confidence / (1.0 - confidence)).ln().max(0.0)
}

fn source_of((source, _): &Given) -> &Range<usize> {
    source
}

fn target_of((_, target): &Given) -> &Range<usize> {
    target
}

/// Where a paired bead begins on either side, what it is worth, and its index if it is given.
type Link = (usize, usize, f64, Option<usize>);

/// The given ones of some links that are not part of the worthiest that are in order on both sides.
fn crossing(mut links: Vec<Link>) -> Vec<usize> {
    links.sort_by_key(|(source, ..)| *source);
    let mut starts: Vec<usize> = links.iter().map(|(_, target, ..)| *target).collect();
    starts.sort_unstable();
    // A Fenwick tree: for targets up to each, the worthiest chain that ends there, and its last link.
    let mut worthiest: Vec<(f64, Option<usize>)> = vec![(0.0, None); starts.len() + 1];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(links.len());
    for (at, (_, target, worth, _)) in links.iter().enumerate() {
        let rank = starts.partition_point(|start| start < target);
        let mut best = (0.0, None);
        let mut place = rank;
        while place > 0 {
            if worthiest[place].0 > best.0 {
                best = worthiest[place];
            }
            place &= place - 1;
        }
        before.push(best.1);
        let chain = best.0 + worth;
        let mut place = rank + 1;
        while place < worthiest.len() {
            if chain > worthiest[place].0 {
                worthiest[place] = (chain, Some(at));
            }
            place += place & place.wrapping_neg();
        }
    }
    let mut next = worthiest.iter().max_by(|a, b| a.0.total_cmp(&b.0)).and_then(|(_, last)| *last);
    let mut in_order = vec![false; links.len()];
    while let Some(at) = next {
        in_order[at] = true;
        next = before[at];
    }
    links.iter().zip(in_order).filter(|(_, in_order)| !in_order).filter_map(|((.., given), _)| *given).collect()
}

/// What a unit may be paired with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hold {
    Free,
    /// With this unit of the other side only.
    With(usize),
    /// With nothing on the path: it is left out, or has moved.
    Nothing,
}

/// What given beads mean for the search. Nothing is held where none is given.
#[derive(Debug, Default)]
pub(crate) struct Holds {
    /// Whether any bead is given.
    any: bool,
    source: Vec<Hold>,
    target: Vec<Hold>,
    /// Units that are paired, in order.
    pairs: Vec<(usize, usize)>,
}

impl Holds {
    /// For units of both sides of which some are the sides of the beads given.
    pub(crate) fn new(given: &[Bead], source: &[Range<usize>], target: &[Range<usize>]) -> Self {
        if given.is_empty() {
            return Self::default();
        }
        let unit =
            |units: &[Range<usize>], side: &Range<usize>| units.binary_search_by_key(&side.start, |u| u.start).ok();
        let mut this = Self {
            any: true,
            source: vec![Hold::Free; source.len()],
            target: vec![Hold::Free; target.len()],
            pairs: Vec::new(),
        };
        for bead in given {
            let s = if bead.source.is_empty() { None } else { unit(source, &bead.source) };
            let t = if bead.target.is_empty() { None } else { unit(target, &bead.target) };
            let on_path = s.zip(t).filter(|_| !bead.moved);
            if let Some(s) = s {
                this.source[s] = on_path.map_or(Hold::Nothing, |(_, t)| Hold::With(t));
            }
            if let Some(t) = t {
                this.target[t] = on_path.map_or(Hold::Nothing, |(s, _)| Hold::With(s));
            }
            this.pairs.extend(on_path);
        }
        this.pairs.sort_unstable();
        this
    }

    /// Whether any unit of a bead is held.
    pub(crate) fn holds(&self, i: usize, j: usize, (x, y): Shape) -> bool {
        let held = |holds: &[Hold], range: Range<usize>| holds[range].iter().any(|hold| *hold != Hold::Free);
        self.any && (held(&self.source, i..i + x) || held(&self.target, j..j + y))
    }

    /// The score of a bead that is given, or cannot be.
    pub(crate) fn score(&self, i: usize, j: usize, shape: Shape) -> Option<f64> {
        self.holds(i, j, shape).then(|| {
            let given = shape == (1, 1) && self.source[i] == Hold::With(j);
            if given { GIVEN } else { f64::NEG_INFINITY }
        })
    }

    /// Whether a step of a path is given.
    pub(crate) fn is_given(&self, step: &Step) -> bool {
        self.holds(step.i, step.j, step.shape)
    }

    /// The part of a corridor that leads through all given beads, with what joins it where they lie beside it.
    pub(crate) fn within(&self, corridor: &Corridor) -> Corridor {
        if self.pairs.is_empty() {
            return corridor.clone();
        }
        let (n, m) = (corridor.sources(), corridor.targets());
        let (mut low, mut high) = (Vec::with_capacity(n + 1), Vec::with_capacity(n + 1));
        let mut passed = 0;
        for i in 0..=n {
            passed += self.pairs[passed..].iter().take_while(|(s, _)| *s < i).count();
            let before = passed.checked_sub(1).map(|last| self.pairs[last]);
            let after = self.pairs.get(passed).copied();
            let (least, most) = (before.map_or(0, |(_, t)| t + 1), after.map_or(m, |(_, t)| t));
            let starts_here = before.is_some_and(|(s, _)| s + 1 == i);
            let ends_here = after.is_some_and(|(s, _)| s == i);
            low.push(if starts_here { least } else { corridor.low(i).clamp(least, most) });
            high.push(if ends_here { most } else { corridor.high(i).clamp(least, most) });
        }
        Corridor::new(low, high, m)
    }
}

/// Units with each of some ranges of segments, which are in order and have no segment in common, as one.
pub(crate) fn units_with(units: &[Range<usize>], ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut cut = Vec::with_capacity(units.len() + ranges.len());
    let mut next = ranges.iter().peekable();
    for unit in units {
        // What a range took that reaches into this unit is not free.
        let mut start = unit.start.max(cut.last().map_or(0, |last: &Range<usize>| last.end));
        while let Some(range) = next.next_if(|range| range.start < unit.end) {
            if start < range.start {
                cut.push(start..range.start);
            }
            cut.push(range.clone());
            // A blank line before the unit takes nothing of it.
            start = start.max(range.end);
        }
        if start < unit.end {
            cut.push(start..unit.end);
        }
    }
    // Blank lines are no units before they are given, and may be the last.
    cut.extend(next.cloned());
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_overlaps_cannot_be_given() {
        assert!(FixedBeads::new([(0..2, 0..1), (2..3, 1..1)]).is_ok());
        assert_eq!(FixedBeads::new([(0..1, 0..1), (1..1, 1..1)]), Err(FixedBeadsError::Empty(1)));
        let overlap = FixedBeadsError::Overlap { first: 0, second: 2, in_source: false, segment: 4 };
        assert_eq!(FixedBeads::new([(7..8, 3..5), (0..1, 0..0), (2..3, 4..5)]), Err(overlap));
    }

    #[test]
    fn the_fewest_segments_have_moved() {
        let fixed = FixedBeads::new([(0..1, 8..9), (1..2, 0..1), (2..4, 1..3), (5..6, 3..4), (6..6, 4..5)]);
        let beads = fixed.expect("no segment stands in two").within((10, 9), &[]);
        let moved: Vec<usize> = beads.iter().filter(|bead| bead.moved).map(|bead| bead.source.start).collect();
        assert_eq!(moved, [0]);
        assert_eq!(beads.len(), 5);
    }

    #[test]
    fn what_is_found_tells_what_has_moved() {
        let bead = |at: usize, confidence: f64| Bead {
            source: at..at + 1,
            target: at..at + 1,
            confidence: Confidence::new(confidence),
            moved: false,
        };
        for (confidence, moved) in [(0.98, true), (0.6, false)] {
            let found: Vec<Bead> = (0..20).map(|at| bead(at, confidence)).collect();
            let fixed = FixedBeads::new([(2..3, 15..16)]).expect("is one bead");
            assert_eq!(fixed.within((20, 20), &found)[0].moved, moved);
        }
    }

    #[test]
    fn units_are_cut_at_what_is_given_and_joined_in_it() {
        let ones: Vec<Range<usize>> = (0..6).map(|at| at..at + 1).collect();
        assert_eq!(units_with(&ones, &[1..3, 5..6]), [0..1, 1..3, 3..4, 4..5, 5..6]);
        assert_eq!(units_with(&[0..4, 4..5, 5..9], &[2..7, 8..9]), [0..2, 2..7, 7..8, 8..9]);
        assert_eq!(units_with(&[0..4, 4..9], &[2..5, 6..7]), [0..2, 2..5, 5..6, 6..7, 7..9]);
        assert_eq!(units_with(&[0..1, 3..4], &[1..2, 4..5]), [0..1, 1..2, 3..4, 4..5]);
        assert_eq!(units_with(&[0..6, 6..7], &[1..2, 2..3]), [0..1, 1..2, 2..3, 3..6, 6..7]);
    }

    #[test]
    fn the_corridor_leads_through_what_is_given() {
        let ones: Vec<Range<usize>> = (0..40).map(|at| at..at + 1).collect();
        let given = FixedBeads::new([(10..11, 30..31), (11..12, 31..32)]).expect("no segment stands in two");
        let holds = Holds::new(&given.within((40, 40), &[]), &ones, &ones);
        let corridor = holds.within(&Corridor::diagonal(40, 40, 3));
        assert!(corridor.holds(10, 30) && corridor.holds(11, 31) && corridor.holds(12, 32));
        assert!(!corridor.holds(9, 31) && !corridor.holds(13, 12) && corridor.holds(40, 40));
    }
}
