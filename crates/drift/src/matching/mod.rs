//! Which facts of two versions say the same: matched once, judged by the rules.
//!
//! Bead by bead the facts of both sides are paired where they agree; what is left over is looked for in the
//! neighbouring beads, among the parts of other facts (the day of a date) and, for rare values, in the whole document.
//! What is left then differs from a fact of its kind on the other side, or stands alone.

mod assign;
mod broken;
mod cheapest;
mod compare;
mod explain;
mod parts;
mod side;
mod slips;

use crate::links::Links;
use parallax_core::{Bitext, Value};
use side::Sides;

pub(crate) use compare::{Kind, certainty, compared, kind_of};
pub(crate) use parts::{Parts, fields_lost};
pub(crate) use slips::{Slip, slip};

/// How a fact of one side is tied to the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// The fact with this index in the other version's list is its counterpart.
    Fact(usize, Bond),
    /// The other side of the bead says it as a part of something (*31* and the day of a date), or in parts.
    Parts,
    /// Nothing on the other side is.
    Alone(Missing),
}

/// What two facts are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bond {
    /// They say the same, in the same bead.
    Same,
    /// They say the same, the other one in another bead.
    Moved,
    /// The other one says the same, and is the counterpart of a third fact: one side says it more often.
    Repeated,
    /// They stand for each other and say something different.
    Differs(Difference),
}

/// In what two facts differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// Another number.
    Number,
    /// The same number of something else: another currency, percent for permille.
    Unit,
    /// A number on one side, only a magnitude that holds it on the other (*90 000*, *thousands*).
    Vagueness,
    /// The same number of the unit that another number has, and that one has its: *45 euros or 52 dollars*, *45 dollars
    /// or 52 euros*.
    Swapped,
    /// Another date, time, identifier or destination.
    Value,
}

/// Why nothing on the other side is tied to a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The other side of the bead is there, and does not say it.
    Unsaid,
    /// The bead has no other side.
    NoCounterpart,
    /// The fact is one that nobody misses.
    Unimportant,
}

/// The facts of two versions, tied.
#[derive(Debug, Clone)]
pub struct Matching {
    source: Vec<Tie>,
    target: Vec<Tie>,
    source_segments: Vec<usize>,
    target_segments: Vec<usize>,
    source_beads: Vec<usize>,
    target_beads: Vec<usize>,
}

impl Matching {
    /// Matches the facts of two versions.
    #[must_use]
    pub fn of(bitext: &Bitext<'_>) -> Self {
        let links = Links::new(bitext.source.language, bitext.target.language);
        let sides = Sides::new(bitext);
        let (source, target) = assign::assign(&sides, &links);
        Self {
            source,
            target,
            source_segments: sides.source.segments,
            target_segments: sides.target.segments,
            source_beads: sides.source.beads,
            target_beads: sides.target.beads,
        }
    }

    /// How each fact of the source is tied, in the order of its list of facts.
    #[must_use]
    pub fn source(&self) -> &[Tie] {
        &self.source
    }

    /// How each fact of the target is tied, in the order of its list of facts.
    #[must_use]
    pub fn target(&self) -> &[Tie] {
        &self.target
    }

    /// The segment that a fact of the source (`false`) or target (`true`) stands in.
    #[must_use]
    pub fn segment_of(&self, target: bool, fact: usize) -> usize {
        if target { self.target_segments[fact] } else { self.source_segments[fact] }
    }

    /// The segment bead that a fact of the source (`false`) or target (`true`) stands in.
    #[must_use]
    pub fn bead_of(&self, target: bool, fact: usize) -> usize {
        if target { self.target_beads[fact] } else { self.source_beads[fact] }
    }

    /// The pairs of facts that stand for each other and differ, in the order of the source.
    pub fn differing(&self) -> impl Iterator<Item = (usize, usize, Difference)> + '_ {
        self.source.iter().enumerate().filter_map(|(fact, tie)| match tie {
            Tie::Fact(other, Bond::Differs(how)) => Some((fact, *other, *how)),
            _ => None,
        })
    }

    /// The pairs of facts that say the same in the same bead, in the order of the source.
    pub fn same(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.source.iter().enumerate().filter_map(|(fact, tie)| match tie {
            Tie::Fact(other, Bond::Same) => Some((fact, *other)),
            _ => None,
        })
    }

    /// The facts of the source (`false`) or target (`true`) that the other side should say and does not.
    pub fn unsaid(&self, target: bool) -> impl Iterator<Item = usize> + '_ {
        let ties = if target { &self.target } else { &self.source };
        ties.iter().enumerate().filter(|(_, tie)| **tie == Tie::Alone(Missing::Unsaid)).map(|(fact, _)| fact)
    }
}

/// Whether a value is a negation, which is counted rather than compared.
pub(crate) fn is_negation(value: &Value) -> bool {
    matches!(value, Value::Negation(_))
}

/// Whether a value says how much or when: not a link, a negation, an identifier.
pub(crate) fn is_countable(value: &Value) -> bool {
    matches!(value, Value::Quantity(_) | Value::Date(_) | Value::Time(_))
}
