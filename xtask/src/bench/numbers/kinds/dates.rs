//! Dates and times of day.

use super::{Case, Draw};
use crate::bench::numbers::cldr::dates::{Date, Time};
use crate::bench::numbers::values::{Form, Value, Written};
use crate::error::Result;

/// A day that every month has.
fn date(draw: &mut Draw<'_>) -> Date {
    let (year, month) = (draw.rng.between(1950, 2035), draw.rng.between(1, 12));
    Date { year: year as u32, month: month as u32, day: draw.rng.between(1, 28) as u32 }
}

/// Another number of the same range.
fn other(draw: &mut Draw<'_>, number: u32, (low, high): (u64, u64)) -> u32 {
    let drawn = draw.rng.between(low, high - 1) as u32;
    if drawn >= number { drawn + 1 } else { drawn }
}

fn named_form(draw: &mut Draw<'_>) -> Form {
    *draw.rng.pick(&[Form::Usual, Form::Usual, Form::Medium, Form::Full])
}

/// A case with dates that have the month's name.
fn named(draw: &mut Draw<'_>, right: Date, wrong: Date) -> Result<Option<Case>> {
    let (from, to) = (named_form(draw), named_form(draw));
    let written = |date, form| (Value::Date(date), form);
    draw.one("date", written(right, from), written(right, to), written(wrong, to))
}

pub(super) fn day(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let right = date(draw);
    let wrong = Date { day: other(draw, right.day, (1, 28)), ..right };
    named(draw, right, wrong)
}

pub(super) fn month(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let right = date(draw);
    let wrong = Date { month: other(draw, right.month, (1, 12)), ..right };
    named(draw, right, wrong)
}

pub(super) fn year(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let right = date(draw);
    let wrong = Date { year: other(draw, right.year, (1950, 2035)), ..right };
    named(draw, right, wrong)
}

/// Digits on one side at least.
pub(super) fn numeric(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let right = date(draw);
    let wrong = match draw.rng.between(0, 2) {
        0 => Date { day: other(draw, right.day, (1, 28)), ..right },
        1 => Date { month: other(draw, right.month, (1, 12)), ..right },
        _ => Date { year: other(draw, right.year, (1950, 2035)), ..right },
    };
    // 3/4 is March or April: no drift for sure.
    if (wrong.day, wrong.month) == (right.month, right.day) {
        return Ok(None);
    }
    let forms = [
        (Form::Numeric, Form::Usual),
        (Form::Usual, Form::Numeric),
        (Form::Numeric, Form::Numeric),
        (Form::Iso, Form::Usual),
        (Form::Usual, Form::Iso),
    ];
    let (from, to) = *draw.rng.pick(&forms);
    let written = |date, form| (Value::Date(date), form);
    draw.one("date", written(right, from), written(right, to), written(wrong, to))
}

pub(super) fn month_year(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let right = date(draw);
    let wrong = match draw.rng.chance(60) {
        true => Date { month: other(draw, right.month, (1, 12)), ..right },
        false => Date { year: other(draw, right.year, (1950, 2035)), ..right },
    };
    let written = |date| (Value::Month(date), Form::Usual);
    draw.one("month", written(right), written(right), written(wrong))
}

pub(super) fn year_alone(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let right = draw.rng.between(1700, 2035) as u32;
    let wrong = other(draw, right, (1700, 2035));
    let written = |year| (Value::Year(year), Form::Usual);
    draw.one("year", written(right), written(right), written(wrong))
}

fn clock(draw: &mut Draw<'_>) -> Time {
    Time { hour: draw.rng.between(0, 23) as u32, minute: 5 * draw.rng.between(0, 11) as u32 }
}

/// Another time: another hour, the other half of the day, another minute.
fn other_time(draw: &mut Draw<'_>, time: Time) -> Time {
    match draw.rng.between(0, 2) {
        0 => Time { hour: other(draw, time.hour, (0, 23)), ..time },
        1 => Time { hour: (time.hour + 12) % 24, ..time },
        _ => Time { minute: 5 * other(draw, time.minute / 5, (0, 11)), ..time },
    }
}

fn times(draw: &mut Draw<'_>, from: Form, to: Form) -> Result<Option<Case>> {
    let right = clock(draw);
    let wrong = other_time(draw, right);
    let written = |time, form: Form| -> Written { (Value::Time(time), form) };
    draw.one("time", written(right, from), written(right, to), written(wrong, to))
}

pub(super) fn time(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let forms = [Form::Usual, Form::TwentyFour];
    let (from, to) = (*draw.rng.pick(&forms), *draw.rng.pick(&forms));
    times(draw, from, to)
}

pub(super) fn time_halves(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let forms = [(Form::Twelve, Form::TwentyFour), (Form::TwentyFour, Form::Twelve), (Form::Twelve, Form::Twelve)];
    let (from, to) = *draw.rng.pick(&forms);
    times(draw, from, to)
}

pub(super) fn time_period(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let forms = [(Form::Period, Form::TwentyFour), (Form::TwentyFour, Form::Period), (Form::Period, Form::Period)];
    let (from, to) = *draw.rng.pick(&forms);
    times(draw, from, to)
}

pub(super) fn date_time(draw: &mut Draw<'_>) -> Result<Option<Case>> {
    let (date, time) = (date(draw), clock(draw));
    let (other_date, other_time) = match draw.rng.chance(50) {
        true => (Date { day: other(draw, date.day, (1, 28)), ..date }, time),
        false => (date, other_time(draw, time)),
    };
    let both = |date, time| vec![(Value::Date(date), Form::Usual), (Value::Time(time), Form::Usual)];
    Ok(Some(Case {
        frame: draw.frame("date_time")?,
        source: both(date, time),
        faithful: both(date, time),
        drifted: both(other_date, other_time),
    }))
}
