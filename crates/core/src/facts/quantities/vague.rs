//! Counts that give only a magnitude, and nouns that multiply.

use super::super::lexed::Lexed;
use super::super::numerals::Numeral;
use super::super::reader::Reader;
use super::super::{Fact, Quantity, Salience, Value};
use crate::locale::{Hit, Meaning};
use rust_decimal::Decimal;

/// `thousands`, `des dizaines de milliers`, `数千`: only a magnitude.
pub(super) fn read(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    if lexed.is_inside_word(index) {
        return None;
    }
    let (value, mut end) = vague_at(lexed, index)?;
    let same_end = |hit: &&Hit| hit.end == end;
    let others = lexed.hits(index).iter().filter(same_end).filter_map(|hit| match hit.meaning {
        Meaning::Vague(other) if other != value => Some(other),
        _ => None,
    });
    let mut values = vec![value];
    values.extend(others);
    if let Some((times, next_end)) = multiplied(lexed, end) {
        values = values.into_iter().map(|value| value.saturating_mul(times)).collect();
        end = next_end;
    }
    let weight = 1.0 / values.len() as f32;
    let quantity =
        |value: u64| (Value::Quantity(Quantity { vague: true, ..Quantity::plain(Decimal::from(value)) }), weight);
    let range = reader.token_range(index, end);
    let fact = Fact::of(values.into_iter().map(quantity), range, reader.salience(range, Salience::Soft))?;
    reader.push_tokens(fact, index, end);
    Some(end)
}

fn vague_at(lexed: &Lexed<'_>, index: usize) -> Option<(u64, usize)> {
    let hit = *lexed.hits(index).iter().find(|hit| matches!(hit.meaning, Meaning::Vague(_)))?;
    let Meaning::Vague(value) = hit.meaning else { return None };
    let longer = lexed.hits(index).iter().any(|other| other.end > hit.end);
    (!longer && !lexed.any_taken(hit.start, hit.end)).then_some((value, hit.end))
}

/// A magnitude behind a vague count, with at most one short word between: *tens* of thousands.
fn multiplied(lexed: &Lexed<'_>, index: usize) -> Option<(u64, usize)> {
    for at in index..=index + 1 {
        if at >= lexed.len() || !lexed.joins(at) || lexed.is_taken(at) {
            return None;
        }
        if let Some(found) = vague_at(lexed, at) {
            return Some(found);
        }
        let times = lexed.hits(at).iter().find_map(|hit| match hit.meaning {
            Meaning::Times(value) if value >= 1000 => Some((value, hit.end)),
            _ => None,
        });
        if times.is_some() {
            return times;
        }
        if lexed.raw(at).chars().count() > 3 || lexed.stands_alone(at) {
            return None;
        }
    }
    None
}

/// `two dozen`, `90 milliers`: a noun that multiplies the number before it.
pub(super) fn multiply(lexed: &Lexed<'_>, numeral: &mut Numeral) {
    if !lexed.joins(numeral.end) {
        return;
    }
    let found = lexed.hits(numeral.end).iter().find_map(|hit| match hit.meaning {
        Meaning::Collective(value) | Meaning::Vague(value) => Some((value, hit.end)),
        _ => None,
    });
    let Some((value, end)) = found else { return };
    numeral.multiply(Decimal::from(value), end);
    numeral.words += 1;
}
