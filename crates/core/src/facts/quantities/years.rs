//! What a bare number may be besides: a year, a decade, a time of day.

use super::super::lexed::Lexed;
use super::super::numerals::Numeral;
use super::super::{PartialDate, Unit};
use rust_decimal::prelude::ToPrimitive;

/// `10.30`: where languages write times so, it may be one.
pub(super) fn clock(lexed: &Lexed<'_>, index: usize, numeral: &Numeral) -> Option<u16> {
    let is_pair = numeral.digits && numeral.end == index + 2 && lexed.between(index) == ".";
    let hour = lexed.digits(index, 2).filter(|hour| *hour < 24)?;
    let minute = lexed.digits(index + 1, 2).filter(|minute| *minute < 60)?;
    let two_digits = lexed.raw(index + 1).chars().count() == 2;
    (is_pair && two_digits).then(|| u16::try_from(hour * 60 + minute).ok()).flatten()
}

/// `the nineties`, `años 90`: a number of tens may be a decade of the twentieth century.
pub(super) fn decade(numeral: &Numeral, unit: &[(Unit, f32)]) -> Option<PartialDate> {
    let tens = numeral.readings.first()?.0.to_i32()?;
    let bare = numeral.words == 1 && unit.iter().all(|(unit, _)| *unit == Unit::None);
    let fits = bare && (20..=90).contains(&tens) && tens % 10 == 0;
    fits.then(|| PartialDate { year: Some(1900 + tens), ..PartialDate::default() })
}

/// A bare number of four digits that is probably a year.
pub(super) fn year(lexed: &Lexed<'_>, index: usize, numeral: &Numeral, unit: &[(Unit, f32)]) -> Option<i32> {
    let bare =
        numeral.plain && unit.iter().all(|(unit, _)| *unit == Unit::None) && lexed.raw(index).chars().count() == 4;
    let year = numeral.readings.first()?.0.to_i32()?;
    // `2567` is 2024 in Thai.
    if let Some(era) = lexed.locale.knowledge().calendar.filter(|_| bare)
        && let Some(counted) = u32::try_from(year).ok().filter(|year| era.is_recent(*year))
    {
        return era.years(counted).first().copied();
    }
    (bare && (1900..=2099).contains(&year)).then_some(year)
}
