//! Times of day: `17:30`, `9 h 30`, `5:30 pm`, `9 Uhr`, `午後5時30分`; in words (`half past two`, `halb drei`, `noon`).

mod words;
mod zones;

use super::lexed::Lexed;
use super::reader::Reader;
use super::{Fact, Measure, Quantity, Reading, Salience, TimeOfDay, Unit, Value};
use crate::locale::{Hit, Meaning};
use crate::tokens::Gap;
use rust_decimal::Decimal;

const NOON: u16 = 12 * 60;

/// Reads all times of the segment.
pub(super) fn read(reader: &mut Reader<'_>) {
    let words = words::may_stand(&reader.lexed);
    let digits = reader.lexed.has_digits();
    if !words && !digits {
        return;
    }
    let mut index = 0;
    while index < reader.lexed.len() {
        let found = if words { words::read(reader, index) } else { None };
        let found = if digits { found.or_else(|| time_at(reader, index)) } else { found };
        index = found.unwrap_or(index + 1).max(index + 1);
    }
}

/// A time in the making.
struct Clock {
    hour: u32,
    minute: Option<u32>,
    end: usize,
    /// Whether a word for hours follows: that may be a duration as well.
    hours: bool,
    /// Whether a word beside it says that it is an hour of the clock.
    clock: bool,
    /// Whether it may as well be how long something lasts: `1:30 h`.
    span: bool,
}

/// Reads the time that begins at a token. Gives the token after it.
fn time_at(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let clock = clock_at(lexed, index)?;
    let period = period_beside(lexed, index, clock.end, clock.minute.is_some());
    let bare = clock.minute.is_none() && period.is_none();
    if bare && !clock.hours && !clock.clock {
        return None;
    }
    let minutes = clock.hour * 60 + clock.minute.unwrap_or(0);
    // `09:45` is said by the clock of 24 hours, and so is `9:45` where people have no other.
    let explicit = clock.minute.is_some() && (lexed.raw(index).starts_with('0') || !lexed.locale.has_twelve_hours());
    let (main, other) = in_half(minutes, period.as_ref().map(|(parts, ..)| parts.as_slice()), explicit)?;
    let (start, end) = period.as_ref().map_or((index, clock.end), |(_, start, end)| (*start, *end));
    let (end, behind) = zones::behind(lexed, end);
    let (zone, start) = match zones::before(lexed, start) {
        Some((zone, from)) if behind.is_none() => (Some(zone), from),
        _ => (behind, start),
    };
    let range = reader.token_range(start, end);
    // An hour alone is as well said in words (noon, midnight), which are not read.
    let salience = if clock.minute.is_some() || !(period.is_some() || clock.clock || zone.is_some()) {
        Salience::Firm
    } else {
        Salience::Soft
    };
    let time = |minutes| Value::Time(TimeOfDay { minutes, zone });
    // So many hours are in no zone.
    let said = clock.clock || zone.is_some();
    let mut fact = Fact::sure(time(main), range, reader.salience(range, salience));
    let unit = Measure::named("hour").map_or(Unit::None, Unit::Measure);
    let hours = Decimal::from(minutes) / Decimal::from(60);
    let number = Value::Quantity(Quantity { unit, ..Quantity::plain(hours.round_dp(8).normalize()) });
    if clock.minute.is_none() && period.is_none() && !said {
        // `12 heures`: so many hours, or noon.
        fact.value = number;
        fact.weight = 0.6;
        fact.alternatives = vec![Reading { value: time(main), weight: 0.3 }];
    } else if clock.hours && period.is_none() && !said {
        // `1 h 30 min`: rather how long.
        fact.value = number;
        fact.weight = 0.6;
        fact.alternatives = vec![Reading { value: time(main), weight: 0.3 }];
    } else if clock.hours && period.is_none() && zone.is_none() {
        // `1 h 30`, `16 h 30`: few things last longer than half a day and are given to the minute.
        fact.weight = if clock.hour > 12 { 0.85 } else { 0.7 };
        fact.alternatives = vec![Reading { value: number, weight: 0.9 - fact.weight }];
    } else if clock.span && period.is_none() && zone.is_none() {
        fact.weight = 0.7;
        fact.alternatives = vec![Reading { value: number, weight: if clock.hour > 12 { 0.1 } else { 0.2 } }];
    } else {
        fact.weight = if other.is_some() || clock.minute.is_none() { 0.9 } else { 1.0 };
    }
    fact.alternatives.extend(other.map(|other| Reading { value: time(other), weight: 0.1 }));
    reader.push_tokens(fact, start, end);
    Some(end)
}

/// The parts of the day that are said beside a time by one word, each by its hours.
type Parts = Vec<(u8, u8)>;

/// The part of the day that is said beside a time, and where the two begin and end together.
fn period_beside(lexed: &Lexed<'_>, start: usize, end: usize, with_minutes: bool) -> Option<(Parts, usize, usize)> {
    // A letter may be the symbol of a unit too (Arabic `م`, metres).
    let is_letter = |hit: &Hit| {
        hit.end == hit.start + 1 && lexed.raw(hit.start).chars().count() == 1 && !lexed.stands_alone(hit.start)
    };
    let fits = |hit: &&Hit| matches!(hit.meaning, Meaning::DayPeriod(..)) && (with_minutes || !is_letter(hit));
    // One word may name several parts of the day (Korean 오후).
    let parts = |hits: &[&Hit]| -> Parts {
        let hours = |hit: &&Hit| match hit.meaning {
            Meaning::DayPeriod(from, before) => Some((from, before)),
            _ => None,
        };
        hits.iter().filter_map(hours).collect()
    };
    let is_near = |at: usize| {
        let Some(token) = lexed.get(at) else { return false };
        // `3:50 ’s middags`
        lexed.joins(at) || token.gap == Gap::Dot || at > 0 && matches!(lexed.between(at - 1).trim(), "'" | "’" | "‘")
    };
    if is_near(end)
        && let Some(to) = lexed.hits(end).iter().find(fits).map(|hit| hit.end)
    {
        let hits: Vec<&Hit> = lexed.hits(end).iter().filter(|hit| fits(hit) && hit.end == to).collect();
        return Some((parts(&hits), start, to));
    }
    // `du. 5:40`: the abbreviation's full stop, and minutes, say that no sentence ends there.
    let dotted = with_minutes && lexed.get(start).is_some_and(|token| token.gap == Gap::Dot);
    if start >= lexed.len() || !(dotted || lexed.joins(start)) {
        return None;
    }
    // `am` before an hour is a preposition (German *am 6.*).
    let is_latin =
        |hit: &&Hit| hit.end == hit.start + 1 && lexed.raw(hit.start).is_ascii() && lexed.raw(hit.start).len() <= 2;
    let from = lexed
        .hits_ending(start)
        .find(|hit| fits(hit) && (dotted || !is_latin(hit)) && !lexed.any_taken(hit.start, hit.end))?
        .start;
    let hits: Vec<&Hit> = lexed.hits_ending(start).filter(|hit| fits(hit) && hit.start == from).collect();
    Some((parts(&hits), from, end))
}

/// A time in minutes on the day, and the other one that it may be where no part of the day is said and the clock does
/// not tell: `explicit`.
fn in_half(minutes: u32, period: Option<&[(u8, u8)]>, explicit: bool) -> Option<(u16, Option<u16>)> {
    let minutes = u16::try_from(minutes % (2 * u32::from(NOON))).ok()?;
    let other = if minutes < NOON { minutes + NOON } else { minutes - NOON };
    Some(match period {
        // 14:30 is said by the clock of 24 hours.
        _ if minutes >= NOON + 60 => (minutes, None),
        Some(parts) if outside(parts, other) < outside(parts, minutes) => (other, None),
        Some(_) => (minutes, None),
        None => (minutes, (!explicit).then_some(other)),
    })
}

/// How many minutes a time is outside the nearest of some parts of the day.
fn outside(parts: &[(u8, u8)], minutes: u16) -> u16 {
    parts.iter().map(|part| minutes_outside(*part, minutes)).min().unwrap_or_default()
}

/// How many minutes a time is outside a part of the day; 0 within it.
fn minutes_outside((from, before): (u8, u8), minutes: u16) -> u16 {
    let (from, before, day) = (u16::from(from) * 60, u16::from(before) * 60, 2 * NOON);
    let length = (before + day - from) % day;
    let length = if length == 0 { day } else { length };
    let into = (minutes + day - from) % day;
    if into < length { 0 } else { (into - length + 1).min(day - into) }
}

fn clock_at(lexed: &Lexed<'_>, index: usize) -> Option<Clock> {
    if lexed.is_taken(index) {
        return None;
    }
    let hour = lexed.digits(index, 2).filter(|hour| *hour <= 24)?;
    let glued = index > 0
        && lexed.is_digits(index - 1)
        && !lexed.between(index - 1).contains(['-', '–', '—', '~', '〜', '～', ' ', ';']);
    if glued {
        return None;
    }
    let minute_at = |at: usize| lexed.digits(at, 2).filter(|minute| *minute < 60 && lexed.raw(at).chars().count() == 2);
    // 17:30, 17:30:00
    if matches!(lexed.between(index), ":" | "：")
        && let Some(minute) = minute_at(index + 1)
    {
        let seconds = lexed.between(index + 1) == ":" && minute_at(index + 2).is_some();
        let end = index + if seconds { 3 } else { 2 };
        // 12:34:56:78, and ratios, are no times.
        if lexed.is_digits(end) && lexed.between(end - 1) == ":" {
            return None;
        }
        let word = hour_word(lexed, end).or_else(|| hours_counted(lexed, end).map(|end| (end, false)));
        let span = word.is_some_and(|(_, clock)| !clock) && !seconds;
        let end = word.map_or(end, |(end, _)| end);
        return Some(Clock { hour, minute: Some(minute), end, hours: false, clock: true, span });
    }
    let announced = lexed.joins(index) || index > 0 && lexed.token(index).gap == Gap::Dot;
    let announced = announced && lexed.hits_ending(index).any(|hit| hit.meaning == Meaning::ClockBefore);
    // 17.30 Uhr, 5.30 pm, godz. 17.30
    if lexed.between(index) == "."
        && let Some(minute) = minute_at(index + 1)
    {
        let end = hour_word(lexed, index + 2).map(|(end, _)| end);
        let is_time = announced || end.is_some() || period_beside(lexed, index, index + 2, true).is_some();
        let end = end.unwrap_or(index + 2);
        return is_time.then_some(Clock { hour, minute: Some(minute), end, hours: false, clock: true, span: false });
    }
    // 9 h 30, 9時30分, 9 Uhr
    if let Some((end, clock)) = hour_word(lexed, index + 1) {
        let minute = lexed.digits(end, 2).filter(|minute| *minute < 60);
        let close = lexed.get(end).is_some_and(|token| matches!(token.gap, Gap::None | Gap::Bound | Gap::Space));
        if let Some(minute) = minute.filter(|_| close) {
            let marked = minute_word(lexed, end + 1);
            if marked.is_some() || lexed.raw(end).chars().count() == 2 {
                let end = marked.unwrap_or(end + 1);
                let hours = !(clock || announced);
                return Some(Clock {
                    hour,
                    minute: Some(minute),
                    end,
                    hours,
                    clock: marked.is_none() || !hours,
                    span: false,
                });
            }
        }
        return Some(Clock { hour, minute: None, end, hours: true, clock: clock || announced, span: false });
    }
    Some(Clock { hour, minute: None, end: index + 1, hours: false, clock: announced, span: false })
}

/// Where a word after an hour ends, and whether it is said of the clock alone.
fn hour_word(lexed: &Lexed<'_>, index: usize) -> Option<(usize, bool)> {
    let clock = word_after(lexed, index, Meaning::ClockAfter).map(|end| (end, true));
    clock.or_else(|| word_after(lexed, index, Meaning::Hour).map(|end| (end, false)))
}

/// A word for hours as they are counted: `1:30 hours`.
fn hours_counted(lexed: &Lexed<'_>, index: usize) -> Option<usize> {
    let hour = Measure::named("hour").map(Unit::Measure)?;
    let is_hours = |hit: &&Hit| matches!(hit.meaning, Meaning::Unit(unit) if unit == hour);
    let hit = lexed.unit_hits(index).iter().find(is_hours).filter(|_| lexed.joins(index))?;
    (!lexed.any_taken(hit.start, hit.end)).then_some(hit.end)
}

fn minute_word(lexed: &Lexed<'_>, index: usize) -> Option<usize> {
    word_after(lexed, index, Meaning::Minute)
}

fn word_after(lexed: &Lexed<'_>, index: usize, meaning: Meaning) -> Option<usize> {
    if index >= lexed.len() || !lexed.joins(index) || lexed.is_taken(index) {
        return None;
    }
    let hit = lexed.hits(index).iter().find(|hit| hit.meaning == meaning)?;
    // 시간 is a number of hours, 시 an hour of the clock.
    if lexed.unit_hits(index).iter().any(|unit| unit.end > hit.end) {
        return None;
    }
    // 時間 is a span of time, not a time: a longer word goes on where scripts have no spaces.
    let goes_on = lexed.stands_alone(index) && lexed.stands_alone(hit.end) && lexed.token(hit.end).gap == Gap::None;
    // 2時半, 三点一刻
    let goes_on = goes_on && words::minutes_behind(lexed, hit.end).is_none();
    (!goes_on || is_particle(lexed, hit.end)).then_some(hit.end)
}

/// Hiragana and Hangul after a word are particles and endings, not a longer word.
fn is_particle(lexed: &Lexed<'_>, index: usize) -> bool {
    lexed.raw(index).starts_with(|c: char| matches!(u32::from(c), 0x3041..=0x309f | 0xac00..=0xd7a3))
}
