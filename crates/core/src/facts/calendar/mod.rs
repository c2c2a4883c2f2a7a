//! Dates: by numbers (`14.03.2026`), by the month's name (`14 mars 2026`, `fin février`, `2月末`), days of the week,
//! quarters, decades and centuries, and years of other counts (`令和6年`).

mod eras;
mod months;
mod numeric;
mod others;
mod spans;

pub(super) use numeric::allow_dates;
pub(super) use spans::quarters;

use super::lexed::Lexed;
use super::numerals;
use super::reader::Reader;
use super::{Fact, PartOf, PartialDate, Salience, Value};
use crate::locale::{Hit, Kinds, Meaning};
use crate::tokens::{Gap, TokenKind};
use rust_decimal::prelude::ToPrimitive;

/// Reads all dates of the segment.
pub(super) fn read(reader: &mut Reader<'_>) {
    let digits = reader.lexed.has_digits();
    if digits {
        for index in 0..reader.lexed.len() {
            if !reader.lexed.is_taken(index) {
                numeric::read(reader, index);
            }
        }
    }
    each(reader, Kinds::OTHER_MONTH, others::read);
    each(reader, Kinds::MONTH, months::read);
    each(reader, Kinds::CENTURY, spans::century);
    each(reader, Kinds::DECADE, spans::decade);
    each(reader, Kinds::ERA, eras::year);
    let parts = digits && reader.lexed.holds(Kinds::PART);
    if !parts && !reader.lexed.holds(Kinds::WEEKDAY) {
        return;
    }
    for index in 0..reader.lexed.len() {
        if !reader.lexed.is_taken(index) {
            months::weekday(reader, index);
            if parts {
                months::part_of_year(reader, index);
            }
        }
    }
}

/// Reads with `read` at every token that nothing is read from yet, and goes on where it ended; not at all where no
/// phrase is of the kinds that it needs.
fn each(reader: &mut Reader<'_>, needs: Kinds, read: fn(&mut Reader<'_>, usize) -> Option<usize>) {
    if !reader.lexed.holds(needs) {
        return;
    }
    let mut index = 0;
    while index < reader.lexed.len() {
        let taken = reader.lexed.is_taken(index);
        let end = if taken { None } else { read(reader, index) };
        index = end.unwrap_or(index + 1).max(index + 1);
    }
}

/// Adds a fact with several readings, the first of which is the likeliest.
fn push(reader: &mut Reader<'_>, readings: &[(PartialDate, f32)], from: usize, to: usize, salience: Salience) {
    let range = reader.token_range(from, to);
    let dates = readings.iter().map(|(date, weight)| (Value::Date(*date), *weight));
    if let Some(fact) = Fact::of(dates, range, reader.salience(range, salience)) {
        reader.push_tokens(fact, from, to);
    }
}

/// Readings of which none is likelier than another.
fn alike(dates: &[PartialDate]) -> Vec<(PartialDate, f32)> {
    let weight = 1.0 / dates.len().max(1) as f32;
    dates.iter().map(|date| (*date, weight)).collect()
}

fn has_meaning(lexed: &Lexed<'_>, index: usize) -> bool {
    lexed.hits(index).iter().any(|hit| {
        !hit.meaning.relates_numbers()
            && !matches!(
                hit.meaning,
                Meaning::Joiner
                    | Meaning::Counter
                    | Meaning::NumberInCompany(_)
                    | Meaning::OrdinalEnding
                    | Meaning::OrdinalWordMark
                    | Meaning::OrdinalPrefix
                    | Meaning::Negation(_)
                    | Meaning::NotANegation
                    | Meaning::NegationTrait(_)
            )
    })
}

/// Articles, prepositions, endings of ordinals: words that may stand within a date.
fn is_short_word(lexed: &Lexed<'_>, index: usize) -> bool {
    let is_word = lexed.get(index).is_some_and(|token| token.kind == TokenKind::Word);
    is_word && lexed.raw(index).chars().count() <= 4
}

/// A year in four digits, of the count that the language has.
fn year_at(lexed: &Lexed<'_>, index: usize) -> Option<i32> {
    if lexed.is_taken(index) || lexed.raw(index).chars().count() != 4 {
        return None;
    }
    let year = lexed.digits(index, 4)?;
    let own = lexed.locale.knowledge().calendar.filter(|era| era.is_recent(year));
    match own {
        Some(era) => era.years(year).first().copied(),
        None => (1000..=2999).contains(&year).then(|| i32::try_from(year).ok()).flatten(),
    }
}

/// A part of a month that begins at a token, and where it ends.
fn part_at(lexed: &Lexed<'_>, index: usize) -> Option<(PartOf, usize)> {
    if lexed.is_taken(index) {
        return None;
    }
    let (part, end) = lexed.hits(index).iter().find_map(|hit| match hit.meaning {
        Meaning::Part(part) => Some((part, hit.end)),
        _ => None,
    })?;
    // Part of a longer phrase that is something else (初めて, 초등).
    let hidden = lexed.hits(index).iter().any(|hit| hit.meaning == Meaning::NotANumber && hit.end > end);
    // 初一, 初十: days of a lunar month.
    let number = |hit: &Hit| matches!(hit.meaning, Meaning::Number(1..=10));
    let is_day = lexed.stands_alone(index)
        && lexed.get(end).is_some_and(|token| token.gap == Gap::None)
        && lexed.hits(end).iter().any(number);
    (!hidden && !is_day).then_some((part, end))
}

/// A part of a month that ends before token `end`, and where it begins.
fn part_ending(lexed: &Lexed<'_>, end: usize) -> Option<(usize, PartOf)> {
    let is_part = |hit: &&Hit| matches!(hit.meaning, Meaning::Part(_)) && !lexed.any_taken(hit.start, hit.end);
    // The longest phrase: `à la fin` rather than `fin`.
    let longest = lexed.hits_ending(end).filter(is_part).min_by_key(|hit| hit.start)?;
    match longest.meaning {
        Meaning::Part(part) => Some((longest.start, part)),
        _ => None,
    }
}

/// A part behind a month or year, at most two short words away, and where it ends.
fn part_behind(lexed: &Lexed<'_>, index: usize) -> Option<(PartOf, usize)> {
    for at in index..=index + 2 {
        if at >= lexed.len() || !lexed.joins(at) {
            return None;
        }
        let found = part_at(lexed, at);
        if found.is_some() || !is_short_word(lexed, at) {
            return found;
        }
    }
    None
}

/// The part that is said with a longer time (*late 1990s*): the range grows to take it in.
fn part_beside(lexed: &Lexed<'_>, start: &mut usize, end: &mut usize) -> Option<PartOf> {
    if lexed.locale.knowledge().parts_follow {
        let (part, to) = part_behind(lexed, *end)?;
        *end = to;
        return Some(part);
    }
    let mut at = *start;
    for _ in 0..=2 {
        if at == 0 || !lexed.joins(at) {
            return None;
        }
        if let Some((from, part)) = part_ending(lexed, at) {
            *start = from;
            return Some(part);
        }
        if !is_short_word(lexed, at - 1) || lexed.is_taken(at - 1) {
            return None;
        }
        at -= 1;
    }
    None
}

/// The day of the month that ends before token `end`, and where it begins: also in several words (*twenty-first*).
fn day_ending(lexed: &Lexed<'_>, end: usize) -> Option<(u8, usize)> {
    let last = end.checked_sub(1)?;
    if lexed.is_digits(last) || lexed.stands_alone(last) {
        return day_at(lexed, last).map(|day| (day, last));
    }
    let in_words = |start: usize| {
        let numeral = numerals::read(lexed, start).filter(|numeral| numeral.end == end && !numeral.digits)?;
        let day = numeral.readings.first()?.0.to_u8().filter(|day| (1..=31).contains(day))?;
        (!lexed.any_taken(start, end) && (day > 1 || numeral.ordinal)).then_some((day, start))
    };
    (end.saturating_sub(3)..last).find_map(in_words).or_else(|| day_at(lexed, last).map(|day| (day, last)))
}

/// A day of the month, in digits or as a number word.
fn day_at(lexed: &Lexed<'_>, index: usize) -> Option<u8> {
    if index >= lexed.len() || lexed.is_taken(index) {
        return None;
    }
    let day = if lexed.is_digits(index) {
        lexed.digits(index, 2)?
    } else if lexed.stands_alone(index) {
        return None;
    } else {
        let numeral = numerals::read(lexed, index).filter(|numeral| numeral.end == index + 1)?;
        numeral.readings.first()?.0.to_u32().filter(|day| *day > 1 || numeral.ordinal)?
    };
    // Not the minutes of a time, nor the end of a grouped number.
    let glued = index > 0
        && lexed.is_digits(index - 1)
        && matches!(lexed.between(index - 1), ":" | "." | "," | "\u{202f}" | "\u{a0}");
    (!glued && (1..=31).contains(&day)).then(|| u8::try_from(day).ok()).flatten()
}
