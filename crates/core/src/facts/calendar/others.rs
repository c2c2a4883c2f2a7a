//! Dates of other calendars with the name of their month: `۱۲ خرداد ۱۴۰۴`, `9 من ذي الحجة 1445`, `1 Ramadan 1445`.

use super::super::lexed::Lexed;
use super::super::reader::Reader;
use super::super::{Era, PartialDate, Salience};
use super::{alike, day_at, eras, is_short_word, push};
use crate::locale::Meaning;
use crate::tokens::Gap;

/// Reads the date whose month stands at a token. Gives the token after it.
pub(super) fn read(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let hit = *lexed.hits(index).iter().find(|hit| matches!(hit.meaning, Meaning::OtherMonth(..)))?;
    let Meaning::OtherMonth(era, month) = hit.meaning else { return None };
    if lexed.any_taken(hit.start, hit.end) || lexed.hits(index).iter().any(|other| other.end > hit.end) {
        return None;
    }
    let (mut start, mut end) = (index, hit.end);
    let mut day = day_before(lexed, &mut start);
    if day.is_none() && lexed.get(end).is_some_and(|token| token.gap != Gap::Break) {
        // Ramadan 1, 1445
        day = day_at(lexed, end);
        end += usize::from(day.is_some());
    }
    let year = year_behind(lexed, era, &mut end);
    // Where people count by another calendar, a month's name is a word like any (*Mehr*).
    let is_own = lexed.locale.knowledge().calendar == Some(era);
    let readings = match (year, day) {
        (Some(year), Some(day)) => era.dates(year, month, day),
        (Some(year), None) if is_own || !lexed.raw(index).is_ascii() => months_of(era, year, month),
        (None, Some(day)) if is_own => days_of(month, day),
        _ => return None,
    };
    if readings.is_empty() {
        return None;
    }
    push(reader, &alike(&readings), start, end, Salience::Firm);
    Some(end)
}

/// The day before a month, at most one short word away.
fn day_before(lexed: &Lexed<'_>, start: &mut usize) -> Option<u8> {
    for skip in 1..=2 {
        let at = start.checked_sub(skip)?;
        if lexed.token(at + 1).gap == Gap::Break || lexed.is_taken(at) {
            return None;
        }
        if let Some(day) = day_at(lexed, at) {
            *start = at;
            return Some(day);
        }
        if !is_short_word(lexed, at) {
            return None;
        }
    }
    None
}

/// The year behind a month, at most two short words away (`ماه`, `سنة`), with the name of its count where it is said.
fn year_behind(lexed: &Lexed<'_>, era: Era, end: &mut usize) -> Option<u32> {
    for at in *end..=*end + 2 {
        if let Some(year) = lexed.digits(at, 4).filter(|year| era.is_recent(*year) && !lexed.is_taken(at)) {
            *end = eras::era_at(lexed, at + 1).map_or(at + 1, |(_, end)| end);
            return Some(year);
        }
        // `و` begins something else.
        let joins = lexed.hits(at).iter().any(|hit| hit.meaning == Meaning::Joiner);
        if joins || !is_short_word(lexed, at) {
            return None;
        }
    }
    None
}

/// The Gregorian months that a month of another calendar falls in.
fn months_of(era: Era, year: u32, month: u8) -> Vec<PartialDate> {
    let mut months = Vec::new();
    for day in [15, 1, 29] {
        let date = era.dates(year, month, day).first().map(|date| PartialDate { day: None, ..*date });
        months.extend(date.filter(|date| !months.contains(date)));
    }
    months
}

/// The Gregorian days that a day of the Persian year is: a day more or less, by the leap years.
fn days_of(month: u8, day: u8) -> Vec<PartialDate> {
    /// Years of our time, one of them a leap year.
    const YEARS: [u32; 4] = [1403, 1404, 1399, 1402];
    let mut days = Vec::new();
    for year in YEARS {
        let date = Era::Persian.dates(year, month, day).first().map(|date| PartialDate { year: None, ..*date });
        days.extend(date.filter(|date| !days.contains(date)));
    }
    days
}
