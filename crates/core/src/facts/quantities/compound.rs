//! Measures in two or three units: `5 ft 10 in`, `2 hours and 15 minutes`, `1 h 30`, `5′10″`.

use super::super::lexed::Lexed;
use super::super::numerals::{self, Numeral};
use super::super::{Measure, Scale, Unit, signs};
use super::units::{self, Readings};
use crate::locale::Meaning;
use crate::tokens::Gap;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

/// Adds the smaller units that follow a measure, in its own unit; the number and the range grow to take them in.
pub(super) fn read(lexed: &Lexed<'_>, numeral: &mut Numeral, end: &mut usize, units: Readings) -> Readings {
    let Some((number, _)) = numeral.readings.first().copied() else { return units };
    if !number.fract().is_zero() || *end == numeral.end {
        return units;
    }
    let mut total = number;
    let mut found: Option<(Measure, usize)> = None;
    let mut least: Option<Scale> = None;
    while let Some(part) = part(lexed, found.map_or(*end, |(_, end)| end)) {
        // The units of the two may be read in several ways (`′` is a foot and a minute); the parts say which.
        let candidates = found.map_or_else(
            || units.iter().filter_map(|(unit, _)| measure(*unit)).collect::<Vec<_>>(),
            |(measure, _)| vec![measure],
        );
        let fit = candidates.into_iter().find_map(|whole| {
            let small = part.units.iter().filter_map(|(unit, _)| measure(*unit));
            small.filter_map(|small| fits(whole, small, least, &part)).next().map(|sum| (whole, sum))
        });
        let Some((whole, (sum, scale))) = fit else { break };
        let Some(sum) = total.checked_add(sum) else { break };
        total = sum;
        least = Some(scale);
        found = Some((whole, part.end));
    }
    let Some((whole, stop)) = found else { return units };
    numeral.readings = vec![(total.round_dp(8).normalize(), 1.0)];
    numeral.plain = false;
    numeral.end = stop;
    *end = stop;
    vec![(Unit::Measure(whole), 1.0)]
}

fn measure(unit: Unit) -> Option<Measure> {
    match unit {
        Unit::Measure(measure) if !measure.is_rate() => Some(measure),
        _ => None,
    }
}

/// A number with a unit that may go on with a measure.
struct Part {
    number: Decimal,
    units: Readings,
    end: usize,
    /// Whether a comma stands before it, as in lists.
    comma: bool,
}

/// The number and unit at a token, behind a measure, with at most *and* or a comma between.
fn part(lexed: &Lexed<'_>, at: usize) -> Option<Part> {
    let gap = lexed.get(at)?.gap;
    let comma = lexed.text[lexed.token(at - 1).end..lexed.token(at).start].trim() == ",";
    if !(matches!(gap, Gap::None | Gap::Space | Gap::Bound) || comma) {
        return None;
    }
    let and = lexed.unit_hits(at).iter().find(|hit| hit.meaning == Meaning::And);
    let from = and.map_or(at, |hit| hit.end);
    if lexed.get(from).is_none() || lexed.is_taken(from) || (from > at && !lexed.joins(from)) {
        return None;
    }
    let numeral = numerals::read(lexed, from)?;
    let number = numeral.readings.first()?.0;
    // Behind feet, `in` is no preposition.
    let closing = || {
        let sign = lexed.get(numeral.end).filter(|_| lexed.joins(numeral.end)).map(|_| lexed.raw(numeral.end))?;
        let units: Readings = signs::of_sign(sign).map(|unit| (unit, 1.0)).collect();
        (!units.is_empty()).then_some((units, numeral.end + 1))
    };
    let (units, end) = units::behind(lexed, numeral.end).or_else(closing)?;
    Some(Part { number, units, end, comma })
}

/// The smaller part in the greater unit, and its scale: both measure the same, and the part is less than one of the
/// unit before it.
fn fits(whole: Measure, small: Measure, least: Option<Scale>, part: &Part) -> Option<(Decimal, Scale)> {
    let (a, b) = (whole.scale()?, small.scale()?);
    let (above, ratio) = (least.unwrap_or(a).factor / b.factor, a.factor / b.factor);
    // What people write in two units (no `5 MB, 5 kB`); behind a comma, only spans of time.
    let dimension = a.dimension.0;
    let usual = matches!(dimension, "length" | "mass" | "duration" | "angle" | "volume") && above < 2000.0;
    let nested = usual && a.dimension == b.dimension && above > 1.5 && (!part.comma || dimension == "duration");
    let count = part.number.to_f64()?;
    (nested && count >= 0.0 && count < above + 0.5).then_some((Decimal::from_f64(count / ratio)?, b))
}
