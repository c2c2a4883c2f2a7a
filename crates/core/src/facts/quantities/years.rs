//! What a bare number may be besides: a year, a decade, a time of day.

use super::super::lexed::Lexed;
use super::super::numerals::{self, Numeral};
use super::super::reader::Reader;
use super::super::{Fact, PartialDate, Quantity, Reading, Salience, Unit, Value};
use crate::tokens::Gap;
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
    let number = numeral.readings.first()?.0;
    let tens = number.to_i32()?;
    let bare = number.is_integer() && numeral.words == 1 && unit.iter().all(|(unit, _)| *unit == Unit::None);
    let fits = bare && (20..=90).contains(&tens) && tens % 10 == 0;
    fits.then(|| PartialDate { year: Some(1900 + tens), ..PartialDate::default() })
}

/// `'98`, `’05`: the years that two digits behind an apostrophe may stand for, the likelier first. A quotation mark that
/// is closed right behind the digits is none.
pub(super) fn clipped(lexed: &Lexed<'_>, index: usize, numeral: &Numeral, unit: &[(Unit, f32)]) -> Option<[i32; 2]> {
    /// Up to here two digits are rather of this century.
    const THIS_CENTURY: u32 = 39;
    let is_apostrophe = |c: char| matches!(c, '\'' | '’' | '‘' | 'ʼ');
    let token = lexed.get(index)?;
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !is_apostrophe(c));
    let before = lexed.text[..token.start].strip_suffix(is_apostrophe)?;
    let bare = numeral.plain && lexed.raw(index).chars().count() == 2 && unit.iter().all(|(it, _)| *it == Unit::None);
    if !(bare && apart(before.chars().next_back()) && apart(lexed.text[token.end..].chars().next())) {
        return None;
    }
    let digits = lexed.digits(index, 2)?;
    let [this, last] = [2000, 1900].map(|century| century + digits as i32);
    Some(if digits <= THIS_CENTURY { [this, last] } else { [last, this] })
}

/// `nineteen eighty-four`: a number from eleven to twenty and one of two digits that do not make one number.
pub(super) fn in_words(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    if lexed.is_digits(index) || lexed.stands_alone(index) {
        return None;
    }
    let two_digits = |index: usize, from: i32| {
        let numeral = numerals::read(lexed, index).filter(|numeral| !numeral.digits && !numeral.ordinal)?;
        let value = numeral.readings.first()?.0.to_i32()?;
        (from..=99).contains(&value).then_some((value, numeral.end))
    };
    let (century, middle) = two_digits(index, 11).filter(|(century, _)| *century <= 20)?;
    let is_next = lexed.get(middle).is_some_and(|token| token.gap == Gap::Space) && !lexed.is_taken(middle);
    let (rest, end) = is_next.then(|| two_digits(middle, 10)).flatten()?;
    // `twenty fifty-dollar notes`
    if lexed.get(end).is_some_and(|token| token.gap == Gap::Joint) {
        return None;
    }
    let year = PartialDate { year: Some(century * 100 + rest), ..PartialDate::default() };
    let range = reader.token_range(index, end);
    let mut fact = Fact::sure(Value::Date(year), range, reader.salience(range, Salience::Soft));
    fact.weight = 0.8;
    let count = Value::Quantity(Quantity::plain(century.into()));
    fact.alternatives.push(Reading { value: count, weight: 0.2 });
    reader.push_tokens(fact, index, end);
    Some(end)
}

/// The second Gregorian year that a bare year of the language's own count falls in (1404 ends in March 2026).
pub(super) fn next_year(
    lexed: &Lexed<'_>,
    index: usize,
    numeral: &Numeral,
    unit: &[(Unit, f32)],
) -> Option<PartialDate> {
    let era = lexed.locale.knowledge().calendar?;
    let first = year(lexed, index, numeral, unit)?;
    let counted = numeral.readings.first()?.0.to_u32().filter(|counted| era.is_recent(*counted))?;
    let next = era.years(counted).into_iter().find(|year| *year != first)?;
    Some(PartialDate { year: Some(next), ..PartialDate::default() })
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
