//! Percentages, money and measures.

use super::{Case, Draw};
use crate::bench::numbers::cldr::decimal::Decimal;
use crate::bench::numbers::values::{Form, Value};
use crate::error::Result;

const CURRENCIES: [&str; 8] = ["USD", "EUR", "GBP", "JPY", "CHF", "INR", "CNY", "PLN"];
/// Those whose narrow symbol means no other currency of the list.
const NARROW: [&str; 3] = ["USD", "EUR", "GBP"];

/// Units by the group of sentences that they fit in, with a usual range of values.
const MEASURES: [(&str, &[&str], (u64, u64)); 8] = [
    ("length", &["length-kilometer", "length-mile", "length-meter", "length-foot"], (2, 900)),
    ("mass", &["mass-kilogram", "mass-pound", "mass-gram"], (2, 900)),
    ("temperature", &["temperature-celsius", "temperature-fahrenheit"], (5, 45)),
    ("volume", &["volume-liter", "volume-gallon", "volume-cubic-meter"], (2, 900)),
    ("duration", &["duration-minute", "duration-hour", "duration-day"], (2, 90)),
    ("area", &["area-hectare", "area-acre", "area-square-kilometer"], (2, 900)),
    ("speed", &["speed-kilometer-per-hour", "speed-mile-per-hour"], (30, 320)),
    ("data", &["digital-megabyte", "digital-gigabyte", "digital-kilobyte"], (2, 900)),
];

/// Units that people convert into each other: the sentences, both units, and how many of the second the first is.
const CONVERSIONS: [(&str, &str, &str, f64); 7] = [
    ("length", "length-mile", "length-kilometer", 1.609_344),
    ("length", "length-foot", "length-meter", 0.3048),
    ("mass", "mass-pound", "mass-kilogram", 0.453_592_37),
    ("volume", "volume-gallon", "volume-liter", 3.785_411_784),
    ("area", "area-acre", "area-hectare", 0.404_685_642_24),
    ("speed", "speed-mile-per-hour", "speed-kilometer-per-hour", 1.609_344),
    ("temperature", "temperature-fahrenheit", "temperature-celsius", f64::NAN),
];

fn percentage(draw: &mut Draw<'_>) -> Decimal {
    if draw.rng.chance(50) {
        Decimal::whole(draw.rng.between(2, 98))
    } else {
        Decimal::new(draw.rng.between(11, 989), 1)
    }
}

pub(super) fn percent(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let value = percentage(draw);
    let other = draw.changed(value);
    let forms = [Form::Usual, Form::Named];
    let (from, to) = (*draw.rng.pick(&forms), *draw.rng.pick(&forms));
    let written = |value, form| (Value::Percent(value), form);
    draw.one("percent", written(value, from), written(value, to), written(other, to))
}

/// Percent for percentage points, or the other way round.
pub(super) fn percent_points(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let value = percentage(draw);
    let form = *draw.rng.pick(&[Form::Usual, Form::Named]);
    let (mut right, mut wrong) = (Value::Points(value), Value::Percent(value));
    if draw.rng.chance(50) {
        std::mem::swap(&mut right, &mut wrong);
    }
    draw.one("points", (right.clone(), form), (right, form), (wrong, form))
}

fn amount(draw: &mut Draw<'_>, currency: &str) -> Decimal {
    match draw.rng.between(0, 2) {
        0 if currency != "JPY" => Decimal::new(draw.rng.between(101, 999_999), 2),
        1 => Decimal::whole(draw.rng.between(1000, 9_999_999)),
        _ => Decimal::whole(draw.rng.between(2, 999)),
    }
}

/// A way to write amounts in a currency.
fn money_form(draw: &mut Draw<'_>, currency: &str) -> Form {
    let form = *draw.rng.pick(&[Form::Usual, Form::Medium, Form::Code, Form::Named]);
    if form == Form::Medium && !NARROW.contains(&currency) { Form::Usual } else { form }
}

pub(super) fn money_amount(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let currency = *draw.rng.pick(&CURRENCIES);
    let value = amount(draw, currency);
    let other = draw.changed(value);
    let (from, to) = (money_form(draw, currency), money_form(draw, currency));
    let written = |value, form| (Value::Money(value, currency), form);
    draw.one("money", written(value, from), written(value, to), written(other, to))
}

pub(super) fn money_currency(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let currency = *draw.rng.pick(&CURRENCIES);
    let others: Vec<&str> = CURRENCIES.into_iter().filter(|other| *other != currency).collect();
    let other = *draw.rng.pick(&others);
    let value = Decimal::whole(amount(draw, "JPY").digits);
    let (from, to) = (money_form(draw, currency), *draw.rng.pick(&[Form::Usual, Form::Code, Form::Named]));
    let written = |currency, form| (Value::Money(value, currency), form);
    draw.one("money", written(currency, from), written(currency, to), written(other, to))
}

pub(super) fn money_compact(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let currency = *draw.rng.pick(&CURRENCIES);
    let shown = draw.rng.between(11, 999);
    let power = *draw.rng.pick(&[100_000, 1_000_000, 1_000_000_000]);
    let other = draw.changed(Decimal::whole(shown)).digits;
    let [value, other] = [shown, other].map(|shown| Decimal::whole(shown * power));
    let forms = [Form::Compact, Form::Compact, Form::Short, Form::Usual];
    let (from, to) = (*draw.rng.pick(&forms), *draw.rng.pick(&forms));
    let written = |value, form| (Value::Money(value, currency), form);
    draw.one("money", written(value, from), written(value, to), written(other, to))
}

fn measure_form(draw: &mut Draw<'_>) -> Form {
    *draw.rng.pick(&[Form::Usual, Form::Medium])
}

fn measured(draw: &mut Draw<'_>, (low, high): (u64, u64)) -> Decimal {
    if draw.rng.chance(60) {
        Decimal::whole(draw.rng.between(low, high))
    } else {
        Decimal::new(draw.rng.between(low * 10 + 1, high * 10 + 9), 1).trimmed()
    }
}

pub(super) fn measure_value(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let (group, units, range) = *draw.rng.pick(&MEASURES);
    let unit = *draw.rng.pick(units);
    let value = measured(draw, range);
    let other = draw.changed(value);
    let (from, to) = (measure_form(draw), measure_form(draw));
    let written = |value, form| (Value::Measure(value, unit), form);
    draw.one(group, written(value, from), written(value, to), written(other, to))
}

pub(super) fn measure_unit(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let (group, units, range) = *draw.rng.pick(&MEASURES);
    let unit = *draw.rng.pick(units);
    let others: Vec<&str> = units.iter().copied().filter(|other| *other != unit).collect();
    let other = *draw.rng.pick(&others);
    let value = measured(draw, range);
    let (from, to) = (measure_form(draw), measure_form(draw));
    let written = |unit, form| (Value::Measure(value, unit), form);
    draw.one(group, written(unit, from), written(unit, to), written(other, to))
}

/// A measure converted with honest rounding; the drifted one is off by a fifth at least.
pub(super) fn measure_converted(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let (group, imperial, metric, factor) = *draw.rng.pick(&CONVERSIONS);
    let forward = draw.rng.chance(50);
    let (from_unit, to_unit) = if forward { (imperial, metric) } else { (metric, imperial) };
    let value = Decimal::whole(draw.rng.between(5, 400));
    let exact = match (factor.is_nan(), forward) {
        (false, true) => value.value() * factor,
        (false, false) => value.value() / factor,
        (true, true) => (value.value() - 32.0) / 1.8,
        (true, false) => value.value() * 1.8 + 32.0,
    };
    let scale = if exact.abs() >= 20.0 || factor.is_nan() { 0 } else { 1 };
    let wrong = match factor.is_nan() {
        true => exact + *draw.rng.pick(&[-12.0, 12.0, 20.0]),
        false => exact * *draw.rng.pick(&[0.5, 0.75, 1.25, 2.0, 10.0]),
    };
    let (from, to) = (measure_form(draw), measure_form(draw));
    let written = |value: f64| (Value::Measure(Decimal::rounded(value, scale).trimmed(), to_unit), to);
    let (faithful, drifted) = (written(exact), written(wrong));
    draw.one(group, (Value::Measure(value, from_unit), from), faithful, drifted)
}

/// The sign of a temperature is lost.
pub(super) fn sign(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let value = Decimal { negative: true, ..measured(draw, (2, 35)) };
    let other = Decimal { negative: false, ..value };
    let (from, to) = (measure_form(draw), measure_form(draw));
    let written = |value, form| (Value::Measure(value, "temperature-celsius"), form);
    draw.one("temperature", written(value, from), written(value, to), written(other, to))
}
