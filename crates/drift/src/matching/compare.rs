//! How two facts compare.

use super::{Difference, parts};
use crate::links::Links;
use parallax_core::facts::Salience;
use parallax_core::facts::{Quantity, Unit};
use parallax_core::{Fact, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The kinds of facts that are compared with their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Quantity,
    Date,
    Time,
    Identifier,
    Link,
    Negation,
}

/// The kind of a value.
pub(crate) fn kind_of(value: &Value) -> Kind {
    match value {
        Value::Quantity(_) => Kind::Quantity,
        Value::Date(_) => Kind::Date,
        Value::Time(_) => Kind::Time,
        Value::Identifier(_) => Kind::Identifier,
        Value::Link(_) => Kind::Link,
        Value::Negation(_) => Kind::Negation,
    }
}

/// How sure it is that a fact is of its kind: the weight of all its readings of that kind (0 to 1).
pub(crate) fn certainty(fact: &Fact) -> f64 {
    let kind = kind_of(&fact.value);
    let sum: f32 = fact.readings().filter(|(value, _)| kind_of(value) == kind).map(|(_, weight)| weight).sum();
    f64::from(sum.clamp(0.0, 1.0))
}

/// How well two facts agree: by kind first, then by the weight of the readings that do. None where no reading of the
/// one says the same as any of the other.
pub(super) fn agreement(a: &Fact, b: &Fact, links: &Links) -> Option<(u8, f32)> {
    let mut best: Option<(u8, f32)> = None;
    for (value_a, weight_a) in a.readings() {
        for (value_b, weight_b) in b.readings() {
            if let Some(tier) = same(value_a, value_b, links) {
                let found = (tier, weight_a * weight_b);
                if best.is_none_or(|best| found > best) {
                    best = Some(found);
                }
            }
        }
    }
    best
}

/// Whether two values say the same, and how alike they are: 3 of the same kind and in every respect, 2 of the same
/// kind, 1 of different kinds.
fn same(a: &Value, b: &Value, links: &Links) -> Option<u8> {
    match (a, b) {
        (Value::Link(a), Value::Link(b)) => links.same(a, b).then_some(3),
        (Value::Identifier(a), Value::Identifier(b)) => same_identifier(a, b).then_some(3),
        (Value::Identifier(identifier), Value::Quantity(quantity))
        | (Value::Quantity(quantity), Value::Identifier(identifier)) => {
            let digits = quantity.number.normalize().to_string();
            (quantity.unit == Unit::None && same_identifier(identifier, &digits)).then_some(1)
        }
        (Value::Quantity(a), Value::Quantity(b)) => {
            let alike = a.unit == b.unit && a.ordinal == b.ordinal && a.vague == b.vague;
            a.agrees_with(b).then_some(if alike { 3 } else { 2 })
        }
        (Value::Negation(a), Value::Negation(b)) => Some(if a == b { 3 } else { 2 }),
        (a, b) => a.agrees_with(b).then_some(if kind_of(a) == kind_of(b) { 3 } else { 1 }),
    }
}

/// Whether two identifiers are the same: without regard to case and separators, and for numbers as long as a telephone
/// number without regard to what stands before the last eight digits on one side only (a country's prefix).
fn same_identifier(a: &str, b: &str) -> bool {
    let plain =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let (a, b) = (plain(a), plain(b));
    if a == b {
        return !a.is_empty();
    }
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !(digits(&a) && digits(&b)) {
        return false;
    }
    // +33 1 99 00 42 17 is 01 99 00 42 17 at home.
    let (long, short) = if a.len() >= b.len() { (&a, &b) } else { (&b, &a) };
    let national = short.trim_start_matches('0');
    national.len() >= 8 && long.ends_with(national)
}

/// How two facts of a kind that do not agree differ, and what it costs to take them for each other (0 is nothing,
/// 1 is doubtful). None where they cannot stand for each other.
pub(super) fn difference(a: &Fact, b: &Fact, distance: f32) -> Option<(Difference, f32)> {
    if kind_of(&a.value) != kind_of(&b.value) || a.salience == Salience::Silent || b.salience == Salience::Silent {
        return None;
    }
    let unlike = if a.salience == b.salience { 0.0 } else { 0.3 };
    let (how, cost) = match (&a.value, &b.value) {
        (Value::Quantity(a), Value::Quantity(b)) => quantities(a, b),
        (Value::Date(a), Value::Date(b)) => (Difference::Value, 0.15 * parts::fields_apart(a, b) as f32),
        (Value::Identifier(a), Value::Identifier(b)) => (Difference::Value, unlike_texts(a, b)),
        (Value::Link(a), Value::Link(b)) => (Difference::Value, unlike_texts(a, b)),
        (Value::Time(_), Value::Time(_)) => (Difference::Value, 0.0),
        _ => return None,
    };
    let cost = cost + distance + unlike;
    // Facts that are not firm are dropped and added freely: two of them stand for each other only where they are near.
    let firm = a.salience == Salience::Firm && b.salience == Salience::Firm;
    (firm || cost <= 1.0).then_some((how, cost))
}

fn quantities(a: &Quantity, b: &Quantity) -> (Difference, f32) {
    if a.number == b.number {
        return (Difference::Unit, 0.0);
    }
    let units = if a.unit_agrees(b) { 0.0 } else { 0.6 };
    let counts = if a.unit == b.unit { 0.0 } else { 0.2 };
    if a.vague != b.vague {
        let (vague, exact) = if a.vague { (a, b) } else { (b, a) };
        if holds(vague.number, exact.number) {
            return (Difference::Vagueness, 0.2 + units);
        }
        return (Difference::Number, 0.6 + units);
    }
    let ordinals = if a.ordinal == b.ordinal { 0.0 } else { 0.4 };
    (Difference::Number, units + counts + ordinals + 0.3 * orders_apart(a.number, b.number))
}

/// Whether an exact number is one of which *thousands* (`magnitude` 1000) may be said: up to the next word of the
/// kind, which no language has beyond a thousand times as much.
fn holds(magnitude: Decimal, exact: Decimal) -> bool {
    exact >= magnitude && exact < magnitude * Decimal::from(1000)
}

/// How many orders of magnitude two numbers are apart, as a share of four (0 to 1).
fn orders_apart(a: Decimal, b: Decimal) -> f32 {
    match (a.abs().to_f64(), b.abs().to_f64()) {
        (Some(a), Some(b)) if a > 0.0 && b > 0.0 => ((a.log10() - b.log10()).abs() / 4.0).min(1.0) as f32,
        _ => 1.0,
    }
}

/// How unlike two texts are, from 0 to 1.
fn unlike_texts(a: &str, b: &str) -> f32 {
    1.0 - strsim::normalized_damerau_levenshtein(&a.to_lowercase(), &b.to_lowercase()) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_agree_however_they_are_written() {
        for (a, b) in [("NW-OR3-EU", "nw or3 eu"), ("+33199004217", "0199004217"), ("2.4.1", "2.4.1")] {
            assert!(same_identifier(a, b), "{a} {b}");
        }
        for (a, b) in [("2.4.1", "2.4.2"), ("NW-OR3-EU", "NW-OR3P-EU"), ("12", "112"), ("", "")] {
            assert!(!same_identifier(a, b), "{a} {b}");
        }
    }

    #[test]
    fn a_magnitude_holds_numbers_up_to_the_next() {
        assert!(holds(Decimal::from(1000), Decimal::from(90_000)));
        assert!(!holds(Decimal::from(1000), Decimal::from(999)));
        assert!(!holds(Decimal::from(1000), Decimal::from(2_000_000)));
    }
}
