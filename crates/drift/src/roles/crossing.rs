//! Pairs of numbers that both sides say, in another order.

use crate::matching::is_countable;
use crate::view::View;
use parallax_core::facts::{PartialDate, Role, Salience, Unit};
use parallax_core::{Fact, TextRange, Value};

/// Two facts of the source, in its order, whose counterparts in the target stand in the opposite order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Crossing {
    /// The facts of the source.
    pub(crate) sources: (usize, usize),
    /// Their counterparts.
    pub(crate) targets: (usize, usize),
    /// The segments in which they stand.
    pub(crate) segments: (usize, usize),
}

impl Crossing {
    /// The segment of the source (`false`) or target (`true`).
    pub(super) fn segment(&self, target: bool) -> usize {
        if target { self.segments.1 } else { self.segments.0 }
    }

    /// Where the numbers stand in the source (`false`) or target (`true`), in the order of that side.
    pub(super) fn ranges(&self, view: &View<'_>, target: bool) -> [TextRange; 2] {
        let (a, b) = if target { self.targets } else { self.sources };
        let (a, b) = (view.fact(target, a).range, view.fact(target, b).range);
        if a.start < b.start { [a, b] } else { [b, a] }
    }
}

/// How many facts of a bead may say the same there: of more, nobody can say which went where.
const MOST: usize = 64;

/// How many bytes may stand between two numbers that are compared.
const FAR: usize = 800;

/// All pairs of numbers of a bead that say something of one kind and changed places while all others of that kind
/// stayed.
pub(super) fn crossings(view: &View<'_>) -> Vec<Crossing> {
    let mut found = Vec::new();
    let mut same = view.matching.same().peekable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    while let Some(first) = same.next() {
        let bead = view.matching.bead_of(false, first.0);
        pairs.clear();
        pairs.push(first);
        let mut crossed = false;
        while let Some(next) = same.next_if(|(source, _)| view.matching.bead_of(false, *source) == bead) {
            crossed |= pairs.last().is_some_and(|last| next.1 < last.1);
            pairs.push(next);
        }
        if crossed && pairs.len() <= MOST {
            add_of_bead(view, &pairs, &mut found);
        }
    }
    found
}

fn add_of_bead(view: &View<'_>, pairs: &[(usize, usize)], found: &mut Vec<Crossing>) {
    let mut pairs: Vec<(usize, usize)> = pairs.iter().copied().filter(|pair| is_one(view, *pair)).collect();
    while let Some(first) = pairs.first().copied() {
        let alike: Vec<(usize, usize)> = pairs.iter().copied().filter(|pair| are_alike(view, first, *pair)).collect();
        pairs.retain(|pair| !alike.contains(pair));
        for block in blocks(&alike) {
            let [a, b] = block;
            let segments = (view.matching.segment_of(false, a.0), view.matching.segment_of(true, a.1));
            let others = (view.matching.segment_of(false, b.0), view.matching.segment_of(true, b.1));
            let crossing = Crossing { sources: (a.0, b.0), targets: (a.1, b.1), segments };
            let near = |target: bool| {
                let [first, last] = crossing.ranges(view, target);
                last.start.saturating_sub(first.end) <= FAR
            };
            if segments == others && near(false) && near(true) {
                found.push(crossing);
            }
        }
    }
}

/// Whether a fact is a plain statement of how much, or when, that is said once on either side.
fn is_one(view: &View<'_>, (source, target): (usize, usize)) -> bool {
    let (a, b) = (view.fact(false, source), view.fact(true, target));
    let bead = view.matching.bead_of(false, source);
    let once = |target: bool, own: usize, value: &Value| {
        let near = |fact: usize| view.matching.bead_of(target, fact) == bead;
        let count = view.side(target).facts.len();
        let says = |fact: usize| view.fact(target, fact).readings().any(|(other, _)| other.agrees_with(value));
        // The facts of a bead stand together.
        let before = (0..own).rev().take_while(|fact| near(*fact)).any(says);
        let behind = (own + 1..count).take_while(|fact| near(*fact)).any(says);
        !before && !behind
    };
    // A part and its whole stand in the order that the language has for them.
    let is_part = |fact: &Fact| matches!(fact.role, Some(Role::Part | Role::Whole));
    is_stated(a)
        && is_stated(b)
        && !is_part(a)
        && !is_part(b)
        && once(false, source, &a.value)
        && once(true, target, &b.value)
}

fn is_stated(fact: &Fact) -> bool {
    fact.salience != Salience::Silent && is_countable(&fact.value)
}

/// Whether the values of two pairs could stand in each other's place.
fn are_alike(view: &View<'_>, a: (usize, usize), b: (usize, usize)) -> bool {
    // Digits that one side reads as a plain number, and the other rather as a year, are a number.
    let value = |(source, target): (usize, usize)| {
        let both = [&view.fact(false, source).value, &view.fact(true, target).value];
        let is_number = |value: &Value| matches!(value, Value::Quantity(quantity) if quantity.unit == Unit::None);
        let is_date = |value: &Value| matches!(value, Value::Date(_));
        let first = both.into_iter().find(|value| is_number(value)).or(both.into_iter().find(|value| is_date(value)));
        first.unwrap_or(both[0])
    };
    let units = |target: bool, a: usize, b: usize| match (&view.fact(target, a).value, &view.fact(target, b).value) {
        (Value::Quantity(a), Value::Quantity(b)) => a.unit_agrees(b),
        _ => true,
    };
    // So is one that only one side reads as an ordinal (*7.* at the end of a sentence).
    let ordinal = |(source, target): (usize, usize)| {
        let is = |value: &Value| matches!(value, Value::Quantity(quantity) if quantity.ordinal);
        is(&view.fact(false, source).value) && is(&view.fact(true, target).value)
    };
    let alike = match (value(a), value(b)) {
        (Value::Quantity(first), Value::Quantity(last)) => first.unit_agrees(last) && ordinal(a) == ordinal(b),
        (Value::Date(a), Value::Date(b)) => {
            let given = |it: &PartialDate| (it.year.is_some(), it.month.is_some(), it.day.is_some(), it.span);
            given(a) == given(b)
        }
        (Value::Time(_), Value::Time(_)) => true,
        _ => false,
    };
    alike && units(false, a.0, b.0) && units(true, a.1, b.1)
}

/// The pairs that took each other's place, of pairs in the order of the source: where the order of the targets is that of
/// the sources but for two of them.
fn blocks(pairs: &[(usize, usize)]) -> Vec<[(usize, usize); 2]> {
    let mut sorted: Vec<usize> = pairs.iter().map(|(_, target)| *target).collect();
    sorted.sort_unstable();
    let mut found = Vec::new();
    let mut start = 0;
    let mut highest = 0;
    for at in 0..pairs.len() {
        highest = highest.max(sorted.partition_point(|target| *target < pairs[at].1));
        // All that stand up to here on one side do on the other.
        if highest == at {
            let moved: Vec<usize> = (start..=at).filter(|at| pairs[*at].1 != sorted[*at]).collect();
            if let [a, b] = moved[..] {
                found.push([pairs[a], pairs[b]]);
            }
            start = at + 1;
        }
    }
    found
}
