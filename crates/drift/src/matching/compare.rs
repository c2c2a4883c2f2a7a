//! How two facts compare.

use super::slips::slip;
use super::{Difference, parts};
use crate::links::Links;
use parallax_core::facts::{Quantity, Salience, Unit};
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

/// All readings of a fact, with those that only comparison suggests: `10.30` may be a time of day.
fn readings(fact: &Fact) -> Vec<(Value, f32)> {
    let mut all: Vec<(Value, f32)> = fact.readings().map(|(value, weight)| (value.clone(), weight)).collect();
    if let Value::Quantity(quantity) = &fact.value
        && let Some(minutes) = as_time(quantity)
    {
        all.push((Value::Time(minutes.into()), AS_TIME));
    }
    all
}

/// How likely the readings must be, together, in which two facts are compared.
const LIKELY: f32 = 0.25;
/// How likely a number with two decimals that would do as hours and minutes is a time of day.
const AS_TIME: f32 = 0.3;

/// The time of day that a number may be: hours before the separator, minutes in two digits behind it.
fn as_time(quantity: &Quantity) -> Option<u16> {
    let number = quantity.number;
    if quantity.unit != Unit::None || quantity.ordinal || number.scale() != 2 || number.is_sign_negative() {
        return None;
    }
    let (hours, minutes) = (number.trunc().to_u16()?, (number.fract() * Decimal::ONE_HUNDRED).to_u16()?);
    // Only hours of the day are multiplied: greater numbers would overflow.
    (hours < 24 && minutes < 60).then(|| hours * 60 + minutes)
}

/// The readings in which two facts are compared where they do not agree: of one kind, the most likely ones.
pub(crate) fn compared(a: &Fact, b: &Fact) -> Option<(Value, Value)> {
    let (of_a, of_b) = (readings(a), readings(b));
    let mut best: Option<(f32, &Value, &Value)> = None;
    for (value_a, weight_a) in &of_a {
        for (value_b, weight_b) in &of_b {
            // Of readings that are as likely, those in one unit.
            let weight = weight_a * weight_b * if is_same_unit(value_a, value_b) { 1.1 } else { 1.0 };
            let kind = kind_of(value_a);
            // Two facts are not compared in what they hardly are; figures with a point are read as times of day only
            // where the other side has one; and a unit of several meanings splits one number into several readings.
            let enough = match kind {
                Kind::Time => AS_TIME / 4.0,
                Kind::Quantity => LIKELY / 2.0,
                _ => LIKELY,
            };
            if kind == kind_of(value_b) && weight >= enough && best.is_none_or(|(most, _, _)| weight > most) {
                best = Some((weight, value_a, value_b));
            }
        }
    }
    best.map(|(_, a, b)| (a.clone(), b.clone()))
}

fn is_same_unit(a: &Value, b: &Value) -> bool {
    matches!((a, b), (Value::Quantity(a), Value::Quantity(b)) if a.unit == b.unit)
}

/// How sure it is that a fact is of a kind: the weight of all its readings of that kind (0 to 1).
pub(crate) fn certainty(fact: &Fact, kind: Kind) -> f64 {
    let sum: f32 = fact.readings().filter(|(value, _)| kind_of(value) == kind).map(|(_, weight)| weight).sum();
    f64::from(sum.clamp(0.0, 1.0))
}

/// How well two facts agree: by kind first, then by the weight of the readings that do. None where no reading of the
/// one says the same as any of the other.
pub(super) fn agreement(a: &Fact, b: &Fact, links: &Links) -> Option<(u8, f32)> {
    // Most pairs are of plain facts: no reading is made up for them.
    let plain = |fact: &Fact| {
        fact.alternatives.is_empty() && !matches!(&fact.value, Value::Quantity(it) if as_time(it).is_some())
    };
    if plain(a) && plain(b) {
        let tier = same(&a.value, &b.value, links).or((is_numerator(a, b) || is_numerator(b, a)).then_some(1));
        return tier.map(|tier| (tier, a.weight * b.weight));
    }
    let mut best: Option<(u8, f32)> = None;
    // How likely both name a unit, and not the same one; or one is below zero.
    let (mut differing, mut agreeing) = (0.0, 0.0);
    for (value_a, weight_a) in readings(a) {
        for (value_b, weight_b) in readings(b) {
            if unit_or_sign_differs(&value_a, &value_b) {
                differing += weight_a * weight_b;
            }
            if is_same_money(&value_a, &value_b) {
                agreeing += weight_a * weight_b;
            }
            if let Some(tier) = same(&value_a, &value_b, links) {
                agreeing += weight_a * weight_b;
                let found = (tier, weight_a * weight_b);
                if best.is_none_or(|best| found > best) {
                    best = Some(found);
                }
            }
        }
    }
    // What both most likely say is the same, however many other units the signs may stand for (`120 m`).
    let likely = || same(&a.value, &b.value, links).is_some_and(|tier| tier > 2);
    best.filter(|(_, weight)| {
        (differing <= agreeing || likely()) && (*weight >= BY_PARTS || !(is_fraction(a) && is_fraction(b)))
    })
}

/// Two fractions that share no more than a numerator or denominator agree with less than this.
const BY_PARTS: f32 = 0.05;

/// Whether a fact is a fraction in words, which has its parts among its readings.
fn is_fraction(fact: &Fact) -> bool {
    let fraction = matches!(&fact.value, Value::Quantity(quantity) if !quantity.number.fract().is_zero());
    fraction && fact.salience != Salience::Firm
}

/// Whether two values are the same number of different things, or a number and the same below zero.
fn unit_or_sign_differs(a: &Value, b: &Value) -> bool {
    let (Value::Quantity(a), Value::Quantity(b)) = (a, b) else { return false };
    // -40 °F is -40 °C.
    let unit = a.number == b.number && !is_money(a, b) && !a.unit_agrees(b) && !a.converts_to(b);
    unit || (a.number == -b.number && !a.number.is_zero() && a.unit_agrees(b))
}

fn is_money(a: &Quantity, b: &Quantity) -> bool {
    matches!((a.unit, b.unit), (Unit::Money(_), Unit::Money(_)))
}

/// Whether two values are the same amount of two currencies: a sign of several currencies may be either of them.
fn is_same_money(a: &Value, b: &Value) -> bool {
    let (Value::Quantity(a), Value::Quantity(b)) = (a, b) else { return false };
    a.number == b.number && is_money(a, b) && a.unit != b.unit
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
            if a.agrees_with(b) {
                return Some(if alike { 3 } else { 2 });
            }
            if a.converts_to(b) {
                return Some(2);
            }
            (is_decade(a, b.number) || is_decade(b, a.number)).then_some(1)
        }
        (Value::Quantity(decade), Value::Date(date)) | (Value::Date(date), Value::Quantity(decade))
            if date.month.is_none() && date.year.is_some_and(|year| is_decade(decade, year.into())) =>
        {
            Some(1)
        }
        (Value::Negation(a), Value::Negation(b)) => Some(if a == b { 3 } else { 2 }),
        (a, b) => a.agrees_with(b).then_some(if kind_of(a) == kind_of(b) { 3 } else { 1 }),
    }
}

/// Whether a small number word may be the upper part of a fraction whose lower part is no number word: *two thirds*.
fn is_numerator(word: &Fact, fraction: &Fact) -> bool {
    let (Value::Quantity(word_value), Value::Quantity(fraction)) = (&word.value, &fraction.value) else { return false };
    let (Some(upper), Some(whole)) = (word_value.number.to_f64(), fraction.number.to_f64()) else { return false };
    let lower = upper / whole;
    let is_fraction = whole > 0.0 && whole < 1.0 && fraction.unit == Unit::None;
    word.salience == Salience::Soft
        && is_fraction
        && (2.0..=12.0).contains(&lower)
        && (lower - lower.round()).abs() < 1e-3
}

/// Whether a number may stand for the decade that begins with a year: *the nineties*, `1990er`.
fn is_decade(number: &Quantity, year: Decimal) -> bool {
    let (ten, hundred) = (Decimal::TEN, Decimal::ONE_HUNDRED);
    let is_year = year >= Decimal::from(1000) && year < Decimal::from(2100) && (year % ten).is_zero();
    is_year && number.unit == Unit::None && number.number >= Decimal::from(20) && number.number == year % hundred
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
    let (value_a, value_b) = compared(a, b)?;
    // A word that may be a month or nothing is one where the other side has a month in its place; and *first* and
    // *second*, words of many uses, are ordinals beside another ordinal.
    let is_ordinal = |value: &Value| matches!(value, Value::Quantity(quantity) if quantity.ordinal);
    let shown = kind_of(&value_a) == Kind::Date || (is_ordinal(&value_a) && is_ordinal(&value_b));
    // *One hour* is hardly missed, but stands for the hour and a half that is.
    let measured = match (&value_a, &value_b) {
        (Value::Quantity(a), Value::Quantity(b)) => matches!(a.unit, Unit::Measure(_)) && alike(a.unit, b.unit),
        _ => false,
    };
    match [a, b].iter().filter(|fact| fact.salience == Salience::Silent).count() {
        0 => {}
        1 if shown || measured => {}
        _ => return None,
    }
    let unlike = if a.salience == b.salience { 0.0 } else { 0.3 };
    let (how, cost) = match (&value_a, &value_b) {
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
    let units = if a.unit_agrees(b) || alike(a.unit, b.unit) { 0.0 } else { 0.6 };
    let counts = if a.unit == b.unit { 0.0 } else { 0.2 };
    if a.vague != b.vague {
        let (vague, exact) = if a.vague { (a, b) } else { (b, a) };
        if holds(vague.number, exact.number) {
            return (Difference::Vagueness, 0.2 + units);
        }
        return (Difference::Number, 0.6 + units);
    }
    let ordinals = if a.ordinal == b.ordinal { 0.0 } else { 0.4 };
    // Of two numbers the one that a slip leads to is the likelier.
    let apart = if slip(a.number, b.number).is_some() { 0.05 } else { 0.1 };
    (Difference::Number, units + counts + ordinals + apart + 0.25 * orders_apart(a.number, b.number))
}

/// Whether two units measure the same, so that one may stand in the place of the other with its own number.
fn alike(a: Unit, b: Unit) -> bool {
    a.scale().zip(b.scale()).is_some_and(|(a, b)| a.dimension == b.dimension)
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
