//! What the rules on numbers share about sums: a total beside its parts, percentages that make a hundred.

use crate::rules::facts::Change;
use crate::view::View;
use parallax_core::facts::{Quantity, Salience, Unit};
use parallax_core::{Value, Version};
use rust_decimal::Decimal;
use std::ops::Range;

/// The least total: small numbers add up by chance.
const LEAST: Decimal = Decimal::TEN;
/// The most parts that are tried.
pub(crate) const MOST_PARTS: usize = 6;
/// The most numbers of a sentence that are looked at.
const MOST_NUMBERS: usize = 24;

/// A total and its parts among the facts of a version, or percentages that make a hundred (then without a total).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Addition {
    pub(crate) total: Option<usize>,
    pub(crate) parts: Vec<usize>,
}

impl Addition {
    /// The total and the parts.
    pub(crate) fn facts(&self) -> impl Iterator<Item = usize> + '_ {
        self.total.iter().chain(&self.parts).copied()
    }
}

/// What is to be said besides of a number that changed, where it is part of a sum.
pub(crate) fn note(view: &View<'_>, change: &Change) -> Option<&'static str> {
    let segment = view.matching.segment_of(false, change.source);
    let (Value::Quantity(from), Value::Quantity(to)) = &change.values else { return None };
    let is_part = |addition: &Addition| addition.facts().any(|fact| fact == change.source);
    let changed = from.unit == to.unit || to.unit == Unit::None;
    let additions = additions(view.side(false), segment);
    (changed && additions.iter().any(is_part)).then_some("; the sum no longer adds up")
}

/// The plain numbers of some segments: fact and quantity, in the order of the text.
pub(crate) fn numbers(version: &Version, segments: Range<usize>) -> Vec<(usize, Quantity)> {
    let list = version.segments.get(segments).unwrap_or_default();
    let facts = list.iter().flat_map(|segment| segment.facts.clone());
    let number = |fact: usize| match version.facts[fact].value {
        Value::Quantity(quantity) if version.facts[fact].salience != Salience::Silent => {
            let plain = !quantity.vague && !quantity.ordinal && quantity.number > Decimal::ZERO;
            plain.then_some((fact, quantity))
        }
        _ => None,
    };
    facts.filter_map(number).take(MOST_NUMBERS).collect()
}

/// The sums that a version states in a segment: a total right before or behind its parts.
pub(crate) fn additions(version: &Version, segment: usize) -> Vec<Addition> {
    let numbers = numbers(version, segment..segment + 1);
    let mut found: Vec<Addition> = Vec::new();
    for start in 0..numbers.len() {
        let unit = numbers[start].1.unit;
        let mut sum = Decimal::ZERO;
        for end in start + 1..=numbers.len().min(start + MOST_PARTS) {
            let (_, part) = numbers[end - 1];
            if part.unit != unit {
                break;
            }
            sum += part.number;
            if end - start < 2 {
                continue;
            }
            let parts = || numbers[start..end].iter().map(|(fact, _)| *fact).collect();
            let is_total = |at: &usize| numbers.get(*at).is_some_and(|(_, it)| it.unit == unit && it.number == sum);
            let beside = [start.checked_sub(1), Some(end)].into_iter().flatten().find(is_total);
            if let Some(total) = beside.filter(|_| sum >= LEAST) {
                found.push(Addition { total: Some(numbers[total].0), parts: parts() });
            } else if unit == Unit::Percent && sum == Decimal::ONE_HUNDRED {
                found.push(Addition { total: None, parts: parts() });
            }
        }
    }
    found
}
