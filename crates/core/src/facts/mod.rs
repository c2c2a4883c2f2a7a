//! Facts: what a segment says in a form that can be compared across languages.
//!
//! Facts are read once, with exact ranges, and used by the aligner and by every rule alike. A fact holds every
//! reading its text allows, each with a weight; the comparison decides between them.

mod calendar;
mod clock;
mod cues;
mod digits;
mod durations;
mod era;
mod lexed;
mod links;
mod markers;
mod measures;
mod numerals;
mod quantities;
mod reader;
mod roman;
mod signs;
mod times;
mod value;
#[cfg(test)]
mod work;

pub use clock::{TimeOfDay, Zone};
pub use era::{Era, weekday_of};
pub use measures::{Dimension, Measure, Scale};
pub use numerals::number_in_words;
pub use reader::{BlockReader, read};
pub use value::{Bound, Currency, PartOf, PartialDate, Polarity, Quantity, Role, Unit, Value, YearSpan};

use crate::span::{Span, TextRange};

/// How much a fact counts for when the other side does not have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Salience {
    /// Never missed: it may render a fact of the other side, no more (a number in a code span, a small number word
    /// that languages add and drop freely, a lexical negative).
    Silent,
    /// Probably stated as a fact: missed with a lower severity (*thousands of*, a month alone).
    Soft,
    /// Surely stated as a fact.
    Firm,
}

/// A way to read a fact, with how likely it is the right one (0 to 1).
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What the text says under this reading.
    pub value: Value,
    /// The weight of the reading; those of a fact sum to at most 1.
    pub weight: f32,
}

/// Something a segment says.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The most likely reading.
    pub value: Value,
    /// Its weight (0 to 1).
    pub weight: f32,
    /// The other ways to read it, most likely first.
    pub alternatives: Vec<Reading>,
    /// The part of the block's text that says it.
    pub range: TextRange,
    /// Where it stands in the file, if not where `range` does (the destination of a link).
    pub source_span: Option<Span>,
    /// How much it counts for.
    pub salience: Salience,
    /// What it is to the number beside it: the two ends of a range, a part and its whole. One that has a role stands
    /// beside the fact that has the opposite one.
    pub role: Option<Role>,
}

impl Fact {
    /// A fact with one reading that is sure.
    #[must_use]
    pub fn sure(value: Value, range: TextRange, salience: Salience) -> Self {
        Self { value, weight: 1.0, alternatives: Vec::new(), range, source_span: None, salience, role: None }
    }

    /// A fact with these readings and their weights, the likeliest first; `None` where there is none.
    fn of(readings: impl IntoIterator<Item = (Value, f32)>, range: TextRange, salience: Salience) -> Option<Self> {
        let mut readings = readings.into_iter();
        let (value, weight) = readings.next()?;
        let alternatives = readings.map(|(value, weight)| Reading { value, weight }).collect();
        Some(Self { weight, alternatives, ..Self::sure(value, range, salience) })
    }

    /// Readings that say the same are made one, and the weights of all sum to at most 1.
    fn settle(&mut self) {
        if self.alternatives.is_empty() {
            return;
        }
        let mut kept: Vec<Reading> = Vec::new();
        for reading in self.alternatives.drain(..) {
            if reading.value == self.value {
                self.weight = self.weight.max(reading.weight);
            } else if let Some(same) = kept.iter_mut().find(|same| same.value == reading.value) {
                same.weight = same.weight.max(reading.weight);
            } else {
                kept.push(reading);
            }
        }
        self.alternatives = kept;
        let sum: f32 = self.readings().map(|(_, weight)| weight).sum();
        if sum > 1.0 {
            self.weight /= sum;
            self.alternatives.iter_mut().for_each(|reading| reading.weight /= sum);
        }
    }

    /// All readings, the most likely first.
    pub fn readings(&self) -> impl Iterator<Item = (&Value, f32)> {
        std::iter::once((&self.value, self.weight))
            .chain(self.alternatives.iter().map(|reading| (&reading.value, reading.weight)))
    }
}
