//! What numbers do in a sentence: order, ranges, limits, several values, names.

use super::{Case, Draw};
use crate::bench::numbers::cldr::decimal::Decimal;
use crate::bench::numbers::values::{Bound, Form, Value, Written};
use crate::error::Result;

fn number(value: u64) -> Written {
    (Value::Number(Decimal::whole(value)), Form::Usual)
}

/// Another number between two, not the same.
fn other(draw: &mut Draw<'_>, number: u64, low: u64, high: u64) -> u64 {
    let drawn = draw.rng.between(low, high - 1);
    if drawn >= number { drawn + 1 } else { drawn }
}

pub(super) fn ordinal(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let right = draw.rng.between(2, 35);
    let wrong = other(draw, right, 2, 35);
    let written = |number| (Value::Ordinal(number), Form::Usual);
    draw.one("ordinal", written(right), written(right), written(wrong))
}

/// Words on one side at least, up to the tenth.
pub(super) fn ordinal_words(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let right = draw.rng.between(2, 10);
    let wrong = other(draw, right, 2, 10);
    let words = Form::Words(0);
    let (from, to) = *draw.rng.pick(&[(words, Form::Usual), (Form::Usual, words), (words, words)]);
    let written = |number, form| (Value::Ordinal(number), form);
    draw.one("ordinal", written(right, from), written(right, to), written(wrong, to))
}

/// Both ends of a range, and another pair with one end changed.
fn ends(draw: &mut Draw<'_>, unit: u64) -> ([u64; 2], [u64; 2]) {
    let low = draw.rng.between(2, 40);
    let high = low + draw.rng.between(2, 40);
    let wrong =
        if draw.rng.chance(50) { [other(draw, low, 1, high - 1), high] } else { [low, high + draw.rng.between(1, 9)] };
    ([low * unit, high * unit], wrong.map(|end| end * unit))
}

pub(super) fn range(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let (right, wrong) = ends(draw, 1);
    let written = |ends: [u64; 2]| {
        let [from, to] = ends.map(Decimal::whole);
        (Value::Range(from, to), Form::Usual)
    };
    draw.one("range", written(right), written(right), written(wrong))
}

fn pair(draw: &mut Draw<'_>, group: &str, right: &[Written; 2], wrong: &[Written; 2]) -> Result<Option<Case>> {
    let frame = draw.frame(group)?;
    Ok(Some(Case { frame, source: right.to_vec(), faithful: right.to_vec(), drifted: wrong.to_vec() }))
}

pub(super) fn range_words(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let unit = *draw.rng.pick(&[1, 50, 1000]);
    let (right, wrong) = ends(draw, unit);
    pair(draw, "from_to", &right.map(number), &wrong.map(number))
}

pub(super) fn range_swapped(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let unit = *draw.rng.pick(&[1, 50, 1000]);
    let ([low, high], _) = ends(draw, unit);
    pair(draw, "from_to", &[low, high].map(number), &[high, low].map(number))
}

/// A round number with a limit, and another limit for the drifted side.
fn bounded(draw: &mut Draw<'_>, right: Bound, wrong: Bound) -> Result<Option<Case>> {
    let value = Decimal::whole(draw.rng.between(2, 95) * *draw.rng.pick(&[10, 100, 1000]));
    let written = |bound| (Value::Bounded(bound, value), Form::Usual);
    draw.one("bound", written(right), written(right), written(wrong))
}

const LIMITS: [(Bound, Bound); 4] = [
    (Bound::MoreThan, Bound::LessThan),
    (Bound::LessThan, Bound::MoreThan),
    (Bound::AtLeast, Bound::AtMost),
    (Bound::AtMost, Bound::AtLeast),
];

pub(super) fn bound_dropped(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let (bound, _) = *draw.rng.pick(&LIMITS);
    bounded(draw, bound, Bound::Exactly)
}

pub(super) fn bound_turned(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let (right, wrong) = *draw.rng.pick(&LIMITS);
    bounded(draw, right, wrong)
}

pub(super) fn about_dropped(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    bounded(draw, Bound::About, Bound::Exactly)
}

/// Two numbers that are not alike.
fn two(draw: &mut Draw<'_>, low: u64, high: u64) -> [u64; 2] {
    let first = draw.rng.between(low, high);
    [first, other(draw, first, low, high)]
}

pub(super) fn missing(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let both = two(draw, 12, 900).map(number).to_vec();
    let first = vec![both[0].clone()];
    Ok(Some(Case { frame: draw.frame("optional")?, source: both.clone(), faithful: both, drifted: first }))
}

pub(super) fn added(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let both = two(draw, 12, 900).map(number).to_vec();
    let first = vec![both[0].clone()];
    Ok(Some(Case { frame: draw.frame("optional")?, source: first.clone(), faithful: first, drifted: both }))
}

pub(super) fn swapped(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let [north, south] = two(draw, 12, 9000).map(number);
    pair(draw, "roles", &[north.clone(), south.clone()], &[south, north])
}

pub(super) fn swapped_money(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let currency = *draw.rng.pick(&["USD", "EUR"]);
    let form = *draw.rng.pick(&[Form::Usual, Form::Code]);
    let amounts = two(draw, 12, 900).map(|thousands| (Value::Money(Decimal::whole(thousands * 1000), currency), form));
    let [schools, roads] = amounts;
    pair(draw, "roles_money", &[schools.clone(), roads.clone()], &[roads, schools])
}

/// A year, a number and a percentage, of which one changes.
pub(super) fn three_values(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let year = draw.rng.between(1950, 2030);
    let count = Decimal::whole(draw.rng.between(120, 9900));
    let share = Decimal::whole(draw.rng.between(11, 89));
    let values = |year: u64, count, share| {
        let year = (Value::Year(year as u32), Form::Usual);
        vec![year, (Value::Number(count), Form::Usual), (Value::Percent(share), Form::Usual)]
    };
    let right = values(year, count, share);
    let wrong = match draw.rng.between(0, 2) {
        0 => values(other(draw, year, 1950, 2030), count, share),
        1 => values(year, draw.changed(count), share),
        _ => values(year, count, draw.changed(share)),
    };
    Ok(Some(Case { frame: draw.frame("three")?, source: right.clone(), faithful: right, drifted: wrong }))
}

/// The same name on both sides, and another one.
fn code(draw: &mut Draw<'_>, group: &str, right: String, wrong: String) -> Result<Option<Case>> {
    let written = |text| (Value::Code(text), Form::Usual);
    draw.one(group, written(right.clone()), written(right), written(wrong))
}

pub(super) fn version(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let parts = draw.rng.between(2, 3) as usize;
    let mut numbers: Vec<u64> = (0..parts).map(|_| draw.rng.between(0, 14)).collect();
    numbers[0] += 1;
    let shown = |numbers: &[u64]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
    let right = shown(&numbers);
    let at = draw.rng.between(0, parts as u64 - 1) as usize;
    numbers[at] += draw.rng.between(1, 4);
    code(draw, "version", right, shown(&numbers))
}

pub(super) fn phone(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let country = *draw.rng.pick(&[1, 33, 44, 49, 81, 420]);
    let (area, line) = (draw.rng.between(200, 989), draw.rng.between(100_000, 999_999));
    let wrong = other(draw, line, 100_000, 999_999);
    let separator = *draw.rng.pick(&[" ", "-"]);
    let shown = |line: u64| format!("+{country} {area} {}{separator}{:03}", line / 1000, line % 1000);
    code(draw, "phone", shown(line), shown(wrong))
}

pub(super) fn standard(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let body = *draw.rng.pick(&["ISO", "EN", "DIN", "IEC", "RFC"]);
    let right = draw.rng.between(1000, 60_000);
    let wrong = draw.changed(Decimal::whole(right)).digits;
    code(draw, "standard", format!("{body} {right}"), format!("{body} {wrong}"))
}
