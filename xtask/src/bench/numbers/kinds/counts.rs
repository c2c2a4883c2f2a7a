//! Plain numbers: digits, separators, words, short forms.

use super::{Case, Draw};
use crate::bench::numbers::cldr::decimal::Decimal;
use crate::bench::numbers::values::{Form, Value, Written, write};
use crate::error::Result;

fn number(value: Decimal, form: Form) -> Written {
    (Value::Number(value), form)
}

/// The usual ways to write a number in digits.
const DIGITS: [Form; 4] = [Form::Usual, Form::Usual, Form::Ungrouped, Form::Spaced];

pub(super) fn grouping(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let length = draw.rng.between(4, 8) as u32;
    let value = Decimal::whole(draw.rng.between(10u64.pow(length - 1), 10u64.pow(length) - 1));
    let other = draw.changed(value);
    digits_case(draw, "count", value, other)
}

pub(super) fn magnitude(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let value = draw.rng.between(11, 9999) * *draw.rng.pick(&[10, 100, 1000]);
    let other = match draw.rng.between(0, 2) {
        0 => value * 10,
        1 => value / 10,
        _ => value * 1000,
    };
    digits_case(draw, "count", Decimal::whole(value), Decimal::whole(other))
}

pub(super) fn transposition(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let value = draw.rng.between(1000, 999_999);
    let mut digits = value.to_string().into_bytes();
    let places: Vec<usize> = (0..digits.len() - 1).filter(|at| digits[*at] != digits[at + 1]).collect();
    // No number begins with a zero.
    let places: Vec<usize> = places.into_iter().filter(|at| *at > 0 || digits[1] != b'0').collect();
    if places.is_empty() {
        return Ok(None);
    }
    let at = *draw.rng.pick(&places);
    digits.swap(at, at + 1);
    let other = digits.iter().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
    digits_case(draw, "count", Decimal::whole(value), Decimal::whole(other))
}

/// Digits on both sides; the translations are written alike.
fn digits_case(draw: &mut Draw<'_>, group: &str, value: Decimal, other: Decimal) -> Result<Option<Case>> {
    let (from, to) = (*draw.rng.pick(&DIGITS), *draw.rng.pick(&DIGITS));
    draw.one(group, number(value, from), number(value, to), number(other, to))
}

pub(super) fn decimal(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let scale = draw.rng.between(1, 2) as u32;
    let value = Decimal::new(draw.rng.between(11, 99_999), scale);
    let other = draw.changed(value);
    draw.one("decimal", number(value, Form::Usual), number(value, Form::Usual), number(other, Form::Usual))
}

pub(super) fn decimal_point(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let value = Decimal::new(draw.rng.between(111, 9999), 2);
    let scale = if draw.rng.chance(50) { 1 } else { 0 };
    let other = Decimal { scale, ..value };
    draw.one("decimal", number(value, Form::Usual), number(value, Form::Usual), number(other, Form::Usual))
}

pub(super) fn small(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let value = Decimal::whole(draw.rng.between(2, 300));
    let other = draw.changed(value);
    draw.one("small", number(value, Form::Usual), number(value, Form::Usual), number(other, Form::Usual))
}

pub(super) fn native_digits(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let [from, to] = [draw.source, draw.target].map(|tongue| tongue.cldr.native.is_some());
    if !from && !to {
        return Ok(None);
    }
    let decimals = draw.rng.chance(30);
    let value = Decimal::new(draw.rng.between(1111, 9_999_999), if decimals { 1 } else { 0 });
    let other = draw.changed(value);
    let group = if decimals { "decimal" } else { "count" };
    draw.one(group, number(value, Form::Native), number(value, Form::Native), number(other, Form::Native))
}

/// Words on one side and digits on the other, either way round.
fn spelled(draw: &mut Draw<'_>, value: u64, other: u64) -> Result<Option<Case>> {
    let words = Form::Words(draw.rng.between(0, 11));
    let (from, to) = if draw.rng.chance(50) { (words, Form::Usual) } else { (Form::Usual, words) };
    let [value, other] = [value, other].map(Decimal::whole);
    draw.one("small", number(value, from), number(value, to), number(other, to))
}

pub(super) fn spelled_small(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let most = *draw.rng.pick(&[12, 20, 100]);
    let value = draw.rng.between(2, most);
    let step = draw.rng.between(1, 9);
    spelled(draw, value, value + step)
}

pub(super) fn spelled_large(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let value = draw.rng.between(1, 999) * *draw.rng.pick(&[1, 10, 100, 1000]) + 100;
    let other = draw.changed(Decimal::whole(value)).digits;
    spelled(draw, value, other)
}

pub(super) fn spelled_both(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let value = draw.rng.between(2, 20) * *draw.rng.pick(&[1, 1, 10, 100, 1000]);
    let other = draw.changed(Decimal::whole(value)).digits;
    let [value, other] = [value, other].map(Decimal::whole);
    let (from, to) = (Form::Words(draw.rng.between(0, 11)), Form::Words(draw.rng.between(0, 11)));
    // "One" is an article in many languages.
    if other.digits == 1 {
        return Ok(None);
    }
    draw.one("small", number(value, from), number(value, to), number(other, to))
}

/// A number that short forms write with three digits at most, and its power of ten.
fn round(draw: &mut Draw<'_>) -> (u64, u64) {
    let power = *draw.rng.pick(&[1_000, 1_000_000, 1_000_000, 1_000_000_000]);
    let shown = match draw.rng.between(0, 2) {
        0 => draw.rng.between(2, 9) * 1000,
        1 => draw.rng.between(11, 99) * 100,
        _ => draw.rng.between(10, 999) * 1000,
    };
    (shown, power)
}

/// A short form on one side; a short form or all digits on the other.
fn compact(draw: &mut Draw<'_>, form: Form) -> Result<Option<Case>> {
    let (shown, power) = round(draw);
    let other = draw.changed(Decimal::whole(shown)).digits;
    let (from, to) = *draw.rng.pick(&[(form, Form::Usual), (Form::Usual, form), (form, Form::Compact)]);
    let [value, other] = [shown, other].map(|shown| Decimal::whole(shown * power / 1000));
    draw.one("count", number(value, from), number(value, to), number(other, to))
}

pub(super) fn compact_words(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    compact(draw, Form::Compact)
}

pub(super) fn compact_short(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    compact(draw, Form::Short)
}

/// Million becomes billion, thousand million.
pub(super) fn compact_scale(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let (shown, power) = round(draw);
    let value = shown * power.min(1_000_000) / 1000;
    let [value, other] = [value, value * 1000].map(Decimal::whole);
    let (from, to) = (Form::Compact, Form::Compact);
    draw.one("count", number(value, from), number(value, to), number(other, to))
}

/// Numbers in powers of ten thousand, where a language has words for them.
pub(super) fn myriads(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let value = Decimal::whole(draw.rng.between(11, 99_999) * 10_000);
    let [from, to] = [draw.source, draw.target]
        .map(|tongue| tongue.cldr.compact_short.write_myriads(value, &tongue.cldr.numbers).is_some());
    if !from && !to {
        return Ok(None);
    }
    let other = draw.changed(value);
    draw.one("count", number(value, Form::Myriads), number(value, Form::Myriads), number(other, Form::Myriads))
}

/// The number is the same, but written as in the source's language.
pub(super) fn format_slip(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    if draw.source.cldr.numbers.separators() == draw.target.cldr.numbers.separators() {
        return Ok(None);
    }
    let value = Decimal::whole(draw.rng.between(10_000, 9_999_999));
    let source = number(value, Form::Usual);
    let slipped = write(draw.source, &source)?;
    // Spaces group in any language (ISO 80000-1).
    if slipped == write(draw.target, &source)? || !slipped.contains(['.', ',', '٬', '٫']) {
        return Ok(None);
    }
    let faithful = number(value, Form::Usual);
    draw.one("count", source, faithful, (Value::Code(slipped), Form::Usual))
}
