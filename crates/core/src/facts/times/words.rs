//! Times in words: `noon`, `half past two`, `halb drei`, `deux heures et demie`, `साढ़े पाँच बजे`, `at three o'clock`.

use super::super::lexed::Lexed;
use super::super::reader::Reader;
use super::super::{Fact, Quantity, Reading, Salience, TimeOfDay, Value, numerals};
use super::{hour_word, in_half, period_beside, zones};
use crate::locale::{ClockWord, Kinds, Meaning};
use crate::tokens::Gap;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// An hour in figures or words.
struct Hour {
    /// In minutes after midnight: a word may say half an hour with it (डेढ़ बजे).
    minutes: u32,
    end: usize,
    digits: bool,
}

/// Whether there may be a time in words at all: an hour is one only beside a word that says so.
pub(super) fn may_stand(lexed: &Lexed<'_>) -> bool {
    lexed.holds(Kinds::NAMED_TIME | Kinds::MINUTES | Kinds::CLOCK)
}

/// Reads the time in words that begins at a token. Gives the token after it.
pub(super) fn read(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    if reader.lexed.is_taken(index) {
        return None;
    }
    let spoken = reader.lexed.holds(Kinds::MINUTES | Kinds::CLOCK);
    named(reader, index)
        .or_else(|| minutes_before(reader, index))
        .or_else(|| spoken.then(|| hour(reader, index)).flatten())
}

/// `noon`, `12 midnight`, `midi et demi`
fn named(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let twelve = lexed.digits(index, 2) == Some(12) && lexed.joins(index + 1);
    let at = index + usize::from(twelve);
    let hit = *lexed.hits(at).first().filter(|hit| !lexed.any_taken(hit.start, hit.end))?;
    let named = lexed.hits(at).iter().find_map(|other| match other.meaning {
        Meaning::NamedTime(minutes) if other.end == hit.end => Some(minutes),
        _ => None,
    })?;
    // A part of another word, in scripts without spaces; a short form of a magnitude (Vietnamese `3 Tr`).
    let behind_digits = at == index && index > 0 && lexed.is_digits(index - 1) && lexed.joins(index);
    if lexed.is_inside_word(at) || (behind_digits && lexed.raw(at).chars().count() <= 2) {
        return None;
    }
    let (by, end) = minutes_behind(lexed, hit.end).unwrap_or((0, hit.end));
    let minutes = shifted(u32::from(named), by);
    let (end, zone) = zones::behind(lexed, end);
    let range = reader.token_range(index, end);
    let (minutes, _) = in_half(minutes, None, true)?;
    let mut fact = Fact::sure(Value::Time(TimeOfDay { minutes, zone }), range, reader.salience(range, Salience::Soft));
    fact.weight = 0.8;
    reader.push_tokens(fact, index, end);
    Some(end)
}

/// `half past two`, `halb drei`, `без четверти пять`
fn minutes_before(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let hit = *lexed.hits(index).first().filter(|hit| !lexed.any_taken(hit.start, hit.end))?;
    let (by, word) = lexed.hits(index).iter().find_map(|other| match other.meaning {
        Meaning::MinutesFrom(by, word) if word != ClockWord::HourBefore && other.end == hit.end => Some((by, word)),
        _ => None,
    })?;
    if lexed.is_inside_word(index) || !lexed.joins(hit.end) {
        return None;
    }
    let hour = hour_at(lexed, hit.end).filter(|hour| hour.minutes <= 12 * 60 && hour.minutes % 60 == 0)?;
    let behind = hour_word(lexed, hour.end);
    // `साढ़े पाँच` is five and a half of anything.
    if word == ClockWord::HourWithWord && !behind.is_some_and(|(_, clock)| clock) {
        return None;
    }
    let end = behind.map_or(hour.end, |(end, _)| end);
    let minutes = shifted(hour.minutes, by);
    push(reader, index, end, minutes, 0.9, Salience::Firm, None)
}

/// An hour in words, or one with minutes in words behind it.
fn hour(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let hour = hour_at(lexed, index)?;
    let word = hour_word(lexed, hour.end);
    let announced = lexed.joins(index) && lexed.hits_ending(index).any(|hit| hit.meaning == Meaning::ClockBefore);
    let likely = lexed.joins(index) && lexed.hits_ending(index).any(|hit| hit.meaning == Meaning::ClockArticle);
    let clock = announced || word.is_some_and(|(_, clock)| clock);
    let end = word.map_or(hour.end, |(end, _)| end);
    let in_a_period = || period_beside(lexed, index, end, false).is_some();
    let behind = minutes_behind(lexed, end).filter(|_| clock || likely || word.is_some() || in_a_period());
    let clock = clock || likely && behind.is_some();
    let Some((by, end)) = behind else {
        // Hours in figures are read where figures are. One and many a day's part are counted too: `ein Nachmittag`,
        // `two evening flights`, but not `two in the afternoon`.
        let period = period_beside(lexed, index, end, false);
        let phrase = period.as_ref().is_some_and(|(_, from, to)| from + 1 < index || end + 1 < *to);
        let said = clock || period.is_some() && (word.is_some() || phrase && hour.minutes > 60);
        let known = !hour.digits && said && !lexed.is_inside_word(index);
        // 一点 and 两点 are a point or two.
        let salience = match lexed.stands_alone(index) {
            true if period.is_none() && !announced => Salience::Silent,
            true => Salience::Soft,
            false => Salience::Firm,
        };
        return if known { push(reader, index, end, hour.minutes, 0.8, salience, None) } else { None };
    };
    let minutes = shifted(hour.minutes, by);
    // `deux heures et demie` may be a span of time; *half past five in the evening* is none.
    let clock = clock || period_beside(lexed, index, end, false).is_some();
    let span = (!clock).then(|| (Decimal::from(hour.minutes) + Decimal::from(by)) / Decimal::from(60));
    push(reader, index, end, minutes, if clock { 0.9 } else { 0.4 }, Salience::Firm, span)
}

fn push(
    reader: &mut Reader<'_>,
    index: usize,
    end: usize,
    minutes: u32,
    weight: f32,
    salience: Salience,
    span: Option<Decimal>,
) -> Option<usize> {
    let lexed = &reader.lexed;
    let period = period_beside(lexed, index, end, false);
    let (main, other) = in_half(minutes, period.as_ref().map(|(parts, ..)| parts.as_slice()), false)?;
    let (start, end) = period.as_ref().map_or((index, end), |(_, start, end)| (*start, *end));
    let (end, zone) = zones::behind(lexed, end);
    let time = |minutes| Value::Time(TimeOfDay { minutes, zone });
    let range = reader.token_range(start, end);
    let mut fact = Fact::sure(time(main), range, reader.salience(range, salience));
    fact.weight = if other.is_none() && weight > 0.5 { 1.0 } else { weight };
    if let Some(hours) = span.filter(|_| period.is_none() && zone.is_none()) {
        fact.alternatives = vec![Reading { value: fact.value, weight }];
        fact.value = Value::Quantity(Quantity::plain(hours.normalize()));
        fact.weight = 0.5;
    }
    // In words, either half of the day may be meant.
    fact.alternatives.extend(other.map(|other| Reading { value: time(other), weight: 0.1 }));
    reader.push_tokens(fact, start, end);
    Some(end)
}

/// An hour of the clock at a token.
fn hour_at(lexed: &Lexed<'_>, index: usize) -> Option<Hour> {
    if index >= lexed.len() || lexed.is_taken(index) {
        return None;
    }
    if lexed.is_digits(index) {
        let glued = index > 0 && lexed.is_digits(index - 1) && !lexed.between(index - 1).contains([' ', '-', '–']);
        let hour = lexed.digits(index, 2).filter(|hour| *hour <= 24 && !glued)?;
        let goes_on = lexed.is_digits(index + 1) && !lexed.between(index).starts_with([' ', '-', '–']);
        return (!goes_on).then_some(Hour { minutes: hour * 60, end: index + 1, digits: true });
    }
    let numeral = numerals::read(lexed, index).filter(|numeral| !numeral.digits && !lexed.is_inside_word(index))?;
    let minutes = numeral.readings.first()?.0.checked_mul(Decimal::from(60))?;
    let whole = minutes.fract().is_zero() && minutes >= Decimal::from(30) && minutes <= Decimal::from(24 * 60);
    let minutes = minutes.to_u32().filter(|minutes| whole && minutes % 15 == 0)?;
    Some(Hour { minutes, end: numeral.end, digits: false })
}

/// Minutes from an hour that are said behind it, and where they end.
pub(super) fn minutes_behind(lexed: &Lexed<'_>, index: usize) -> Option<(i16, usize)> {
    if index >= lexed.len() || lexed.token(index).gap == Gap::Break {
        return None;
    }
    lexed.hits(index).iter().find_map(|hit| match hit.meaning {
        Meaning::MinutesFrom(by, ClockWord::HourBefore) if !lexed.any_taken(hit.start, hit.end) => Some((by, hit.end)),
        _ => None,
    })
}

/// So many minutes from a time, on the clock.
fn shifted(minutes: u32, by: i16) -> u32 {
    const DAY: i64 = 24 * 60;
    let shifted = (i64::from(minutes) + i64::from(by)).rem_euclid(DAY);
    u32::try_from(shifted).unwrap_or_default()
}
