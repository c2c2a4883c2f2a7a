//! Fractions in words.

use super::super::reader::Reader;
use super::super::{Fact, Quantity, Reading, Salience, Value, numerals};
use crate::locale::Meaning;
use crate::tokens::Gap;
use rust_decimal::Decimal;

/// 三分之二, 3分の2: a fraction, the denominator first. Other languages spell fractions, which is not read yet: soft.
pub(super) fn read(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let denominator = numerals::read(lexed, index)?;
    let mark = lexed.hits(denominator.end).iter().find(|hit| hit.meaning == Meaning::FractionMark)?;
    if lexed.any_taken(mark.start, mark.end) || lexed.token(mark.start).gap != Gap::None {
        return None;
    }
    // Digits alone: what follows them may be a particle that looks like a magnitude (Korean 만, *only*).
    let (numerator, end) = if lexed.is_digits(mark.end) {
        (Decimal::from(lexed.digits(mark.end, 4)?), mark.end + 1)
    } else {
        let numeral = numerals::read(lexed, mark.end)?;
        (numeral.readings.first()?.0, numeral.end)
    };
    let number = numerator.checked_div(denominator.readings.first()?.0)?.round_dp(6).normalize();
    let range = reader.token_range(index, end);
    let mut fact = Fact::sure(Value::Quantity(Quantity::plain(number)), range, reader.salience(range, Salience::Soft));
    // In `two thirds` the other version has a number for each part.
    let parts = [Some(numerator), denominator.readings.first().map(|(value, _)| *value)];
    let part = |number| Reading { value: Value::Quantity(Quantity::plain(number)), weight: 0.1 };
    fact.alternatives = parts.into_iter().flatten().map(part).collect();
    reader.push_tokens(fact, index, end);
    Some(end)
}
