//! Decimals in words: `three point five`, 三点五, `две целых пять десятых`.

use super::super::lexed::Lexed;
use super::super::numerals;
use super::super::reader::Reader;
use super::super::{Fact, Quantity, Salience, Value};
use super::units;
use crate::locale::{Hit, Kinds, Meaning};
use rust_decimal::Decimal;

/// Reads the decimals of a segment that are spelled out. Before times are: 三点 alone is three o'clock.
pub(in crate::facts) fn read(reader: &mut Reader<'_>) {
    if !reader.lexed.holds(Kinds::POINT) {
        return;
    }
    for point in 1..reader.lexed.len() {
        if point_at(&reader.lexed, point).is_some() && !reader.lexed.is_taken(point) {
            decimal(reader, point);
        }
    }
}

fn point_at(lexed: &Lexed<'_>, at: usize) -> Option<usize> {
    lexed.hits(at).iter().find(|hit| hit.meaning == Meaning::Point).map(|hit| hit.end)
}

fn decimal(reader: &mut Reader<'_>, point: usize) -> Option<()> {
    /// Of no more words is a number before the point made that is spelled out with what follows it.
    const LONGEST: usize = 8;
    let lexed = &reader.lexed;
    let behind = point_at(lexed, point)?;
    // *At one point* five people were there.
    let is_idiom = |hit: &Hit| hit.meaning == Meaning::NotANumber && hit.end > point;
    if (point.saturating_sub(LONGEST)..=point).any(|at| lexed.hits(at).iter().any(is_idiom)) {
        return None;
    }
    let before = (point.saturating_sub(LONGEST)..point).find_map(|at| {
        let numeral = numerals::read(lexed, at).filter(|numeral| numeral.end == point && !numeral.digits)?;
        Some((at, numeral.readings.first()?.0))
    });
    let (start, whole) = before.filter(|_| lexed.joins(point))?;
    let (part, end) = tenths(lexed, behind).or_else(|| digits(lexed, behind))?;
    let number = whole.checked_add(part)?.normalize();
    let (mut from, mut to) = (start, end);
    let units = units::beside(lexed, &mut from, &mut to);
    let readings =
        units.into_iter().map(|(unit, weight)| (Value::Quantity(Quantity { unit, ..Quantity::plain(number) }), weight));
    let range = reader.token_range(from, to);
    let fact = Fact::of(readings, range, reader.salience(range, Salience::Soft))?;
    reader.push_tokens(fact, from, to);
    Some(())
}

/// `пять десятых`: a number of parts.
fn tenths(lexed: &Lexed<'_>, at: usize) -> Option<(Decimal, usize)> {
    let numeral = numerals::read(lexed, at).filter(|_| lexed.joins(at))?;
    let part = |hit: &Hit| match hit.meaning {
        Meaning::Fraction(below) | Meaning::Denominator(below) => Some((Decimal::from(below), hit.end)),
        _ => None,
    };
    let (below, end) = lexed.hits(numeral.end).iter().find_map(part)?;
    Some((numeral.readings.first()?.0.checked_div(below)?, end))
}

/// Digits, each a word: *three point one four*. None where minutes follow (三点五分, 三点一刻).
fn digits(lexed: &Lexed<'_>, at: usize) -> Option<(Decimal, usize)> {
    /// More digits are spelled out nowhere.
    const MOST: u32 = 9;
    if lexed.hits(at).iter().any(|hit| matches!(hit.meaning, Meaning::MinutesFrom(..))) {
        return None;
    }
    let (mut value, mut end, mut count) = (0_u64, at, 0);
    while count < MOST && lexed.get(end).is_some() && lexed.joins(end) && !lexed.is_taken(end) {
        // 三点一刻, a quarter past three: a digit that begins a phrase is none.
        if lexed.hits(end).first().is_some_and(|hit| hit.end > end + 1) {
            return None;
        }
        let digit = lexed.hits(end).iter().find_map(|hit| match hit.meaning {
            Meaning::Number(digit) if digit < 10 && hit.end == end + 1 => Some(digit),
            _ => None,
        });
        let Some(digit) = digit else { break };
        (value, end, count) = (value * 10 + digit, end + 1, count + 1);
    }
    let goes_on = lexed.get(end).is_some_and(|_| lexed.joins(end)) && {
        let meanings = lexed.hits(end).iter().map(|hit| hit.meaning);
        meanings.into_iter().any(|meaning| matches!(meaning, Meaning::Minute | Meaning::Number(_)))
    };
    (count > 0 && !goes_on).then(|| (Decimal::from_i128_with_scale(i128::from(value), count), end))
}

#[cfg(test)]
mod tests {
    use crate::facts::reader::tests::facts_of;

    #[test]
    fn decimals_in_words() {
        for (language, text, wanted) in [
            ("en", "three point one four times", "3.14"),
            ("de", "drei Komma fünf", "3.5"),
            ("fr", "trois virgule cinq", "3.5"),
            ("es", "tres coma cinco", "3.5"),
            ("ru", "две целых пять десятых", "2.5"),
            ("zh", "百分之三点五", "3.5%"),
            ("zh", "三点钟", "03:00"),
            ("en", "at one point five people", "5"),
        ] {
            let read: Vec<String> = facts_of(language, text).iter().map(|(_, fact)| fact.value.to_string()).collect();
            assert_eq!(read.join(" "), wanted, "{language}: {text}");
        }
    }
}
