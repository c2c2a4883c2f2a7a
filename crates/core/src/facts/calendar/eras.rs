//! Years with their era: `44 av. J.-C.`, `AD 79`, `公元前221年`, `令和6年`, `พ.ศ. 2567`, `1445 هـ`.

use super::super::lexed::Lexed;
use super::super::reader::Reader;
use super::super::{Era, PartialDate, Salience, numerals};
use super::{is_short_word, push};
use crate::locale::{Hit, Kinds, Meaning};
use crate::tokens::Gap;
use rust_decimal::prelude::ToPrimitive;

/// A year with its era that begins at a token.
pub(super) fn year(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let (years, end) = year_from(&reader.lexed, index)?;
    let dates: Vec<PartialDate> =
        years.into_iter().map(|year| PartialDate { year: Some(year), ..PartialDate::default() }).collect();
    push(reader, &super::alike(&dates), index, end, Salience::Firm);
    Some(end)
}

/// The years that may be meant by a number with its era that begins at a token, and where it ends.
pub(super) fn year_from(lexed: &Lexed<'_>, index: usize) -> Option<(Vec<i32>, usize)> {
    if !lexed.holds(Kinds::ERA) || lexed.is_taken(index) || index >= lexed.len() {
        return None;
    }
    // The era first.
    if let Some((era, behind)) = era_at(lexed, index) {
        let (number, end) = number_at(lexed, behind).filter(|_| is_near(lexed, behind))?;
        let years = era.years(number);
        return (!years.is_empty() && may_stand_before(lexed, era, end)).then_some((years, end));
    }
    let (number, end) = number_at(lexed, index)?;
    // At most the word for a year between: `221 г. до н. э.`
    let (era, end) = (end..=end + 1).find_map(|at| {
        let near = at == end || is_short_word(lexed, end) && is_near(lexed, end);
        near.then(|| era_at(lexed, at)).flatten()
    })?;
    let years = if matches!(era, Era::Japanese(_) | Era::Roc) { Vec::new() } else { era.years(number) };
    (!years.is_empty()).then_some((years, end))
}

/// A Japanese or Chinese year is one only where the word for a year follows: 平成 and 民國 are parts of names too.
fn may_stand_before(lexed: &Lexed<'_>, era: Era, end: usize) -> bool {
    let counted = matches!(era, Era::Japanese(_) | Era::Roc);
    !counted
        || !lexed.stands_alone(end.saturating_sub(2))
        || lexed.get(end).is_some_and(|_| lexed.raw(end) == "年")
        || lexed.get(end).is_some_and(|_| lexed.raw(end) == "년")
}

/// The years that may be meant by an era and a number that end before token `end`, and where they begin.
pub(super) fn year_ending(lexed: &Lexed<'_>, end: usize) -> Option<(Vec<i32>, usize)> {
    let number_start = end.checked_sub(1).filter(|at| lexed.holds(Kinds::ERA) && !lexed.is_taken(*at))?;
    let (number, _) = number_at(lexed, number_start).filter(|(_, to)| *to == end)?;
    let hit = lexed.hits_ending(number_start).find(|hit| matches!(hit.meaning, Meaning::Era(_)))?;
    let Meaning::Era(era) = hit.meaning else { return None };
    let years = era.years(number);
    (!years.is_empty() && is_near(lexed, number_start)).then_some((years, hit.start))
}

/// The era that is said at a token, and where it ends.
pub(super) fn era_at(lexed: &Lexed<'_>, index: usize) -> Option<(Era, usize)> {
    if !lexed.is_any(index, Kinds::ERA) || !is_near(lexed, index) && index > 0 && lexed.is_digits(index - 1) {
        return None;
    }
    let is_era = |hit: &&Hit| matches!(hit.meaning, Meaning::Era(_)) && !lexed.any_taken(hit.start, hit.end);
    let hit = lexed.hits(index).iter().find(is_era)?;
    let Meaning::Era(era) = hit.meaning else { return None };
    let longer = lexed.hits(index).iter().any(|other| other.end > hit.end);
    // `ad` and `ce` are words; `AD` and `CE` are eras.
    let text = &lexed.text[lexed.token(hit.start).start..lexed.token(hit.end - 1).end];
    let is_short = hit.end == hit.start + 1 && text.chars().count() <= 4;
    let may_be_word = is_short && text.starts_with(char::is_lowercase);
    (!longer && !may_be_word).then_some((era, hit.end))
}

/// Whether nothing but white space or the full stop of an abbreviation stands before a token.
fn is_near(lexed: &Lexed<'_>, index: usize) -> bool {
    lexed.get(index).is_some_and(|token| token.gap != Gap::Break)
}

/// The number of a year: digits, a number word, or the first year of a Japanese era (元).
fn number_at(lexed: &Lexed<'_>, index: usize) -> Option<(u32, usize)> {
    if index >= lexed.len() || lexed.is_taken(index) {
        return None;
    }
    if lexed.raw(index) == "元" {
        return Some((1, index + 1));
    }
    let numeral = numerals::read(lexed, index)?;
    let number = numeral.readings.first()?.0;
    let is_whole = number.fract().is_zero() && (numeral.digits || lexed.stands_alone(index));
    is_whole.then(|| number.to_u32()).flatten().map(|number| (number, numeral.end))
}
