//! Times of day: `17:30`, `9 h 30`, `5:30 pm`, `9 Uhr`, `午後5時30分`; in words (`half past two`, `halb drei`, `noon`).

mod words;
mod zones;

use super::lexed::Lexed;
use super::reader::Reader;
use super::{Fact, Measure, Quantity, Reading, Salience, Unit, Value};
use crate::locale::Meaning;
use crate::tokens::Gap;
use rust_decimal::Decimal;

const NOON: u16 = 12 * 60;

/// Reads all times of the segment.
pub(super) fn read(reader: &mut Reader<'_>) {
    let mut index = 0;
    while index < reader.lexed.len() {
        let found = words::read(reader, index).or_else(|| time_at(reader, index));
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
}

/// Reads the time that begins at a token. Gives the token after it.
fn time_at(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let clock = clock_at(lexed, index)?;
    let period = period_beside(lexed, index, clock.end, clock.hour);
    if clock.minute.is_none() && period.is_none() && !clock.hours && !clock.clock {
        return None;
    }
    let minutes = clock.hour * 60 + clock.minute.unwrap_or(0);
    let (main, other) = in_half(minutes, period.map(|(afternoon, ..)| afternoon))?;
    let (start, end) = period.map_or((index, clock.end), |(_, start, end)| (start, end));
    let end = if clock.minute.is_some() || period.is_some() { zones::behind(lexed, end) } else { end };
    let range = reader.token_range(start, end);
    // An hour alone is as well said in words (noon, midnight), which are not read.
    let salience =
        if clock.minute.is_some() || !(period.is_some() || clock.clock) { Salience::Firm } else { Salience::Soft };
    let mut fact = Fact::sure(Value::Time(main), range, reader.salience(range, salience));
    let unit = Measure::named("hour").map_or(Unit::None, Unit::Measure);
    let number = Value::Quantity(Quantity { unit, ..Quantity::plain(Decimal::from(clock.hour)) });
    if clock.minute.is_none() && period.is_none() && !clock.clock {
        // `12 heures`: so many hours, or noon.
        fact.value = number;
        fact.weight = 0.6;
        fact.alternatives = vec![Reading { value: Value::Time(main), weight: 0.3 }];
    } else {
        fact.weight = 0.9;
    }
    fact.alternatives.extend(other.map(|other| Reading { value: Value::Time(other), weight: 0.1 }));
    reader.push_tokens(fact, start, end);
    Some(end)
}

/// The half of the day that is said beside a time, and where the two begin and end together.
fn period_beside(lexed: &Lexed<'_>, start: usize, end: usize, hour: u32) -> Option<(bool, usize, usize)> {
    // Nights have hours before midnight and after it.
    let half = |meaning: Meaning| match meaning {
        Meaning::DayPeriod { afternoon } => Some(afternoon),
        Meaning::Night => Some((6..12).contains(&hour)),
        _ => None,
    };
    let is_near = |at: usize| at < lexed.len() && (lexed.joins(at) || lexed.token(at).gap == Gap::Dot);
    if is_near(end)
        && let Some((afternoon, to)) = lexed.hits(end).iter().find_map(|hit| Some((half(hit.meaning)?, hit.end)))
    {
        return Some((afternoon, start, to));
    }
    let before = || lexed.hits_ending(start).find_map(|hit| Some((half(hit.meaning)?, hit.start, end)));
    lexed.joins(start).then(before).flatten()
}

/// A time in minutes on the day, and the other one that it may be where no half of the day is said.
fn in_half(minutes: u32, afternoon: Option<bool>) -> Option<(u16, Option<u16>)> {
    let minutes = u16::try_from(minutes % (2 * u32::from(NOON))).ok()?;
    Some(match afternoon {
        Some(true) if minutes < NOON => (minutes + NOON, None),
        Some(false) if (NOON..NOON + 60).contains(&minutes) => (minutes - NOON, None),
        Some(_) => (minutes, None),
        // 14:30 is said by the clock of 24 hours.
        None if minutes >= NOON + 60 => (minutes, None),
        None => (minutes, Some(if minutes < NOON { minutes + NOON } else { minutes - NOON })),
    })
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
        let end = hour_word(lexed, end).map_or(end, |(end, _)| end);
        return Some(Clock { hour, minute: Some(minute), end, hours: false, clock: true });
    }
    let announced = lexed.joins(index) || index > 0 && lexed.token(index).gap == Gap::Dot;
    let announced = announced && lexed.hits_ending(index).any(|hit| hit.meaning == Meaning::ClockBefore);
    // 17.30 Uhr, 5.30 pm, godz. 17.30
    if lexed.between(index) == "."
        && let Some(minute) = minute_at(index + 1)
    {
        let end = hour_word(lexed, index + 2).map(|(end, _)| end);
        let is_time = announced || end.is_some() || day_period_at(lexed, index + 2).is_some();
        let end = end.unwrap_or(index + 2);
        return is_time.then_some(Clock { hour, minute: Some(minute), end, hours: false, clock: true });
    }
    // 9 h 30, 9時30分, 9 Uhr
    if let Some((end, clock)) = hour_word(lexed, index + 1) {
        let minute = lexed.digits(end, 2).filter(|minute| *minute < 60);
        let close = lexed.get(end).is_some_and(|token| matches!(token.gap, Gap::None | Gap::Bound | Gap::Space));
        if let Some(minute) = minute.filter(|_| close) {
            let marked = minute_word(lexed, end + 1);
            if marked.is_some() || lexed.raw(end).chars().count() == 2 {
                let end = marked.unwrap_or(end + 1);
                return Some(Clock { hour, minute: Some(minute), end, hours: false, clock: true });
            }
        }
        return Some(Clock { hour, minute: None, end, hours: true, clock: clock || announced });
    }
    Some(Clock { hour, minute: None, end: index + 1, hours: false, clock: announced })
}

/// Where a word after an hour ends, and whether it is said of the clock alone.
fn hour_word(lexed: &Lexed<'_>, index: usize) -> Option<(usize, bool)> {
    let clock = word_after(lexed, index, Meaning::ClockAfter).map(|end| (end, true));
    clock.or_else(|| word_after(lexed, index, Meaning::Hour).map(|end| (end, false)))
}

fn minute_word(lexed: &Lexed<'_>, index: usize) -> Option<usize> {
    word_after(lexed, index, Meaning::Minute)
}

fn word_after(lexed: &Lexed<'_>, index: usize, meaning: Meaning) -> Option<usize> {
    if index >= lexed.len() || !lexed.joins(index) || lexed.is_taken(index) {
        return None;
    }
    let hit = lexed.hits(index).iter().find(|hit| hit.meaning == meaning)?;
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

/// The half of the day that is said at a token, and where that ends.
fn day_period_at(lexed: &Lexed<'_>, index: usize) -> Option<(bool, usize)> {
    if index >= lexed.len() || !(lexed.joins(index) || lexed.token(index).gap == Gap::Dot) {
        return None;
    }
    lexed.hits(index).iter().find_map(|hit| match hit.meaning {
        Meaning::DayPeriod { afternoon } => Some((afternoon, hit.end)),
        _ => None,
    })
}
