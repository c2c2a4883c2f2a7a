//! Quantities: a number with its unit and bound, and counts that give only a magnitude.

use super::lexed::Lexed;
use super::numerals::{self, Numeral};
use super::reader::Reader;
use super::{Bound, Currency, Fact, PartialDate, Quantity, Reading, Salience, Unit, Value, links};
use crate::locale::Meaning;
use crate::tokens::{Gap, TokenKind};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Reads all identifiers, numbers and vague counts of the segment.
pub(super) fn read(reader: &mut Reader<'_>) {
    let mut index = 0;
    while index < reader.lexed.len() {
        if reader.lexed.is_taken(index) {
            index += 1;
            continue;
        }
        index = identifier(reader, index)
            .or_else(|| masked(&reader.lexed, index))
            .or_else(|| fraction(reader, index))
            .or_else(|| vague(reader, index))
            .or_else(|| quantity(reader, index))
            .unwrap_or(index + 1);
    }
}

fn identifier(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let (end, shown) = links::identifier(&reader.lexed, index)?;
    let range = reader.token_range(index, end);
    let fact = Fact::sure(Value::Identifier(shown), range, reader.salience(range, Salience::Firm));
    reader.push_tokens(fact, index, end);
    Some(end)
}

/// A phrase in which a number word is no number: gives where it ends.
fn masked(lexed: &Lexed<'_>, index: usize) -> Option<usize> {
    let longest = lexed.hits(index).first()?.end;
    lexed.hits(index).iter().find(|hit| hit.meaning == Meaning::NotANumber && hit.end == longest).map(|hit| hit.end)
}

/// `thousands`, `des dizaines de milliers`, `数千`: only a magnitude.
fn vague(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    if lexed.is_inside_word(index) {
        return None;
    }
    let (value, mut end) = vague_at(lexed, index)?;
    let same_end = |hit: &&crate::locale::Hit| hit.end == end;
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
    let quantity = |value: u64| Value::Quantity(Quantity { vague: true, ..Quantity::plain(Decimal::from(value)) });
    let range = reader.token_range(index, end);
    let mut fact = Fact::sure(quantity(values[0]), range, reader.salience(range, Salience::Soft));
    fact.weight = weight;
    fact.alternatives = values[1..].iter().map(|value| Reading { value: quantity(*value), weight }).collect();
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

fn quantity(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let numeral = numerals::read(lexed, index)?;
    let mut numeral = numeral;
    collective(lexed, &mut numeral);
    let mut range_start = index;
    let mut range_end = numeral.end;
    let unit = unit(lexed, &mut range_start, &mut range_end);
    let negative = is_negative(lexed, index);
    let bound = bound(lexed, range_start, range_end);
    let ordinal = is_ordinal(lexed, index, &numeral);
    let counted = lexed.hits(numeral.end).iter().any(|hit| hit.meaning == Meaning::Counter);
    let salience = salience(lexed, index, &numeral, &unit, ordinal, counted, bound);
    let mut values = Vec::new();
    for (number, weight) in &numeral.readings {
        for (unit, share) in &unit {
            let number = if negative { -*number } else { *number };
            let quantity = Quantity { number, unit: *unit, bound, vague: false, ordinal };
            values.push((Value::Quantity(quantity), weight * share));
        }
    }
    if negative {
        // A hyphen may be a dash.
        for (value, weight) in values.clone() {
            if let Value::Quantity(mut quantity) = value {
                quantity.number = -quantity.number;
                values.push((Value::Quantity(quantity), weight * 0.4));
            }
        }
    }
    if let Some(year) = year(lexed, index, &numeral, &unit) {
        values.insert(0, (Value::Date(PartialDate { year: Some(year), ..PartialDate::default() }), 0.8));
        values[1].1 = 0.2;
    }
    values.extend(clock(lexed, index, &numeral).map(|minutes| (Value::Time(minutes), 0.1)));
    values.extend(decade(&numeral, &unit).map(|date| (Value::Date(date), 0.1)));
    let mut values = values.into_iter();
    let (value, weight) = values.next()?;
    let range = reader.token_range(range_start, range_end);
    let mut fact = Fact::sure(value, range, reader.salience(range, salience));
    fact.weight = weight;
    fact.alternatives = values.map(|(value, weight)| Reading { value, weight }).collect();
    share_scale(reader, index, numeral.scale, unit.first().map_or(Unit::None, |(unit, _)| *unit));
    reader.push_tokens(fact, range_start, range_end);
    Some(range_end)
}

/// 三分之二, 3分の2: a fraction, the denominator first. Other languages spell fractions, which is not read yet: soft.
fn fraction(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
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

/// `11 to 12 million`: what multiplies the second number may multiply the first.
fn share_scale(reader: &mut Reader<'_>, index: usize, scale: Decimal, unit: Unit) {
    /// Bytes between the two numbers: a dash, or a word such as `to`, `bis`, `до`.
    const REACH: usize = 10;
    if scale == Decimal::ONE {
        return;
    }
    let start = reader.segment.start + reader.lexed.token(index).start;
    let Some(before) = reader.last_before(start, REACH) else { return };
    let Value::Quantity(quantity) = before.value else { return };
    if let Some(number) = quantity.number.checked_mul(scale).filter(|_| quantity.number < scale) {
        let unit = if quantity.unit == Unit::None { unit } else { quantity.unit };
        before
            .alternatives
            .push(Reading { value: Value::Quantity(Quantity { number, unit, ..quantity }), weight: 0.4 });
    }
}

/// `two dozen`, `90 milliers`: a noun that multiplies the number before it.
fn collective(lexed: &Lexed<'_>, numeral: &mut Numeral) {
    if !lexed.joins(numeral.end) {
        return;
    }
    let found = lexed.hits(numeral.end).iter().find_map(|hit| match hit.meaning {
        Meaning::Collective(value) | Meaning::Vague(value) => Some((value, hit.end)),
        _ => None,
    });
    let Some((value, end)) = found else { return };
    for (number, _) in &mut numeral.readings {
        *number = number.checked_mul(Decimal::from(value)).unwrap_or(*number);
    }
    numeral.end = end;
    numeral.words += 1;
    numeral.plain = false;
}

/// The unit before or behind a number, with every reading it allows; the range grows to take it in.
fn unit(lexed: &Lexed<'_>, start: &mut usize, end: &mut usize) -> Vec<(Unit, f32)> {
    let (first, last) = (*start, *end);
    let near = |index: usize| lexed.get(index).is_some_and(|_| lexed.joins(index) && !lexed.is_taken(index));
    if near(last)
        && let Some((unit, stop)) = unit_of(lexed.hits(last).iter())
    {
        *end = stop;
        return unit;
    }
    // `millones de euros`, `millions d’euros`: a currency's name behind one short word.
    let is_word = |index: usize| lexed.token(index).kind == TokenKind::Word && !lexed.stands_alone(index);
    if near(last)
        && near(last + 1)
        && is_word(last)
        && is_word(last + 1)
        && lexed.raw(last).chars().count() <= 2
        && let Some((unit, stop)) = unit_of(lexed.hits(last + 1).iter())
    {
        *end = stop;
        return unit;
    }
    let behind: Vec<_> = lexed.hits_ending(first).filter(|hit| !lexed.any_taken(hit.start, hit.end)).copied().collect();
    if lexed.joins(first)
        && first > 0
        && let Some((unit, _)) = unit_of(behind.iter())
    {
        let from = behind.iter().filter(|hit| is_unit(hit.meaning)).map(|hit| hit.start).min();
        *start = from.unwrap_or(first);
        return unit;
    }
    vec![(Unit::None, 1.0)]
}

fn is_unit(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Percent | Meaning::Permille | Meaning::Currency(_))
}

/// The units that phrases at one place mean, the longest phrase first; where they name several currencies (`$`) the
/// most used one is the likeliest.
fn unit_of<'h>(hits: impl Iterator<Item = &'h crate::locale::Hit>) -> Option<(Vec<(Unit, f32)>, usize)> {
    let units: Vec<_> = hits.filter(|hit| is_unit(hit.meaning)).collect();
    let longest = units.iter().map(|hit| hit.end - hit.start).max()?;
    let mut currencies: Vec<Currency> = Vec::new();
    let mut end = 0;
    for hit in units.into_iter().filter(|hit| hit.end - hit.start == longest) {
        end = hit.end;
        match hit.meaning {
            Meaning::Percent => return Some((vec![(Unit::Percent, 1.0)], hit.end)),
            Meaning::Permille => return Some((vec![(Unit::Permille, 1.0)], hit.end)),
            Meaning::Currency(currency) => currencies.push(currency),
            _ => {}
        }
    }
    // The order in which currencies are traded (BIS Triennial Survey 2022) says which one a bare sign means.
    const BY_USE: [&[u8; 3]; 8] = [b"USD", b"EUR", b"JPY", b"GBP", b"CNY", b"AUD", b"CAD", b"CHF"];
    let rank = |currency: &Currency| BY_USE.iter().position(|code| **code == currency.0).unwrap_or(BY_USE.len());
    currencies.sort_by_key(|currency| (rank(currency), *currency));
    currencies.dedup();
    let rest = 0.3 / currencies.len().saturating_sub(1).max(1) as f32;
    let share = |at: usize| {
        if currencies.len() == 1 {
            1.0
        } else if at == 0 {
            0.7
        } else {
            rest
        }
    };
    Some((currencies.iter().enumerate().map(|(at, currency)| (Unit::Money(*currency), share(at))).collect(), end))
}

fn bound(lexed: &Lexed<'_>, start: usize, end: usize) -> Bound {
    let before = lexed.hits_ending(start).filter(|_| start < lexed.len() && lexed.joins(start));
    let before = before.filter_map(|hit| as_bound(hit.meaning).map(|bound| (hit.end - hit.start, bound)));
    if let Some((_, bound)) = before.max_by_key(|(length, _)| *length) {
        return bound;
    }
    // Behind the number, with at most a counter between: 200人以上.
    for at in end..=end + 1 {
        if lexed.get(at).is_none() || !lexed.joins(at) {
            break;
        }
        if let Some(bound) = lexed.hits(at).iter().find_map(|hit| as_bound(hit.meaning)) {
            return bound;
        }
        if !lexed.stands_alone(at) {
            break;
        }
    }
    Bound::Exact
}

fn as_bound(meaning: Meaning) -> Option<Bound> {
    match meaning {
        Meaning::Bound(bound) => Some(bound),
        _ => None,
    }
}

/// Whether a minus sign stands right before a number: a hyphen only behind white space, so that it does not join.
fn is_negative(lexed: &Lexed<'_>, index: usize) -> bool {
    if !lexed.is_digits(index) {
        return false;
    }
    let before = &lexed.text[..lexed.token(index).start];
    if before.ends_with('\u{2212}') {
        return !before.trim_end_matches('\u{2212}').ends_with(|c: char| c.is_alphanumeric());
    }
    let Some(rest) = before.strip_suffix('-') else { return false };
    rest.ends_with(|c: char| c.is_whitespace() || c == '(')
        && !rest.trim_end().ends_with(|c: char| c.is_numeric() || matches!(c, '-' | '–' | '—'))
}

/// Units of the International System and of computing, which all languages write alike: `42cm` is no ordinal.
const UNIT_SYMBOLS: &[&str] = &[
    "a", "b", "bar", "c", "cl", "cm", "d", "db", "dl", "f", "g", "gb", "gbit", "ghz", "gib", "h", "ha", "hz", "j", "k",
    "kb", "kg", "khz", "kj", "km", "kw", "kwh", "l", "m", "mb", "mbit", "mg", "mhz", "mib", "min", "ml", "mm", "mol",
    "ms", "mw", "n", "nm", "ns", "pa", "ppm", "pt", "px", "s", "t", "tb", "tib", "v", "w", "wh", "x",
];

/// Whether a number carries an ordinal's ending (`3rd`, `3e`, `3-й`) or a full stop that makes it one (`3.`).
fn is_ordinal(lexed: &Lexed<'_>, index: usize, numeral: &Numeral) -> bool {
    if !numeral.plain || lexed.raw(index).chars().count() > 3 {
        return false;
    }
    let is_mark = |hit: &crate::locale::Hit| hit.meaning == Meaning::OrdinalMark;
    // 第3, 3番目, 3つ目: the mark stands before the number, or behind it and its counter.
    let behind = [numeral.end, numeral.end + 1];
    let marked = behind.iter().any(|at| {
        let close = lexed.get(*at).is_some_and(|token| token.gap == Gap::None);
        close && (*at == numeral.end || lexed.stands_alone(numeral.end)) && lexed.hits(*at).iter().any(is_mark)
    });
    if marked || lexed.hits_ending(index).any(is_mark) {
        return true;
    }
    let Some(next) = lexed.get(numeral.end) else { return false };
    let ending = lexed.raw(numeral.end);
    // A case ending (Turkish `20'den`) or a classifier (Bengali `20টি`).
    let is_particle = lexed.locale.knowledge().suffixes.contains(&lexed.tokens.folded(numeral.end))
        || lexed.hits(numeral.end).iter().any(|hit| hit.meaning == Meaning::Counter);
    if is_particle && next.gap != Gap::Dot {
        return false;
    }
    match next.gap {
        Gap::None | Gap::Joint => {
            next.kind == TokenKind::Word
                && !lexed.stands_alone(numeral.end)
                && ending.chars().count() <= 3
                && !ending.starts_with(char::is_uppercase)
                && UNIT_SYMBOLS.binary_search(&ending.to_lowercase().as_str()).is_err()
        }
        Gap::Dot => {
            lexed.locale.knowledge().ordinal_dot
                && lexed.between(index).ends_with(char::is_whitespace)
                && lexed.raw(index).chars().count() <= 2
        }
        _ => false,
    }
}

fn salience(
    lexed: &Lexed<'_>,
    index: usize,
    numeral: &Numeral,
    unit: &[(Unit, f32)],
    ordinal: bool,
    counted: bool,
    bound: Bound,
) -> Salience {
    let value = numeral.readings.first().map_or(Decimal::ZERO, |(value, _)| *value);
    let has_unit = unit.iter().any(|(unit, _)| *unit != Unit::None);
    if numeral.digits {
        // Ordinals are written out in one language and not in another; how they are spelled is not read yet. A bare 1
        // may be an article elsewhere (`1 year`, `un an`).
        let is_one = value == Decimal::ONE && numeral.plain && !has_unit;
        return if ordinal || is_one { Salience::Soft } else { Salience::Firm };
    }
    if value == Decimal::ONE {
        return Salience::Silent;
    }
    // Characters that are numbers are parts of many words; only a counter, a unit or length makes them a count.
    // 兩億, 九千萬: too great and too exact for a word that only has numbers in it (千万, 百万).
    let is_great = numeral.words >= 2 && value >= Decimal::ONE_THOUSAND && !is_hangul(lexed, index);
    let begins_with_unit = || {
        let is_unit =
            |hit: &crate::locale::Hit| matches!(hit.meaning, Meaning::Number(unit) if (1..10).contains(&unit));
        lexed.hits(index).iter().any(is_unit)
    };
    if lexed.stands_alone(index) && is_great && begins_with_unit() {
        return Salience::Firm;
    }
    if lexed.stands_alone(index) && numeral.words <= 2 {
        // Hangul sets its words apart: a syllable within one is no number.
        let within_word = is_hangul(lexed, index) && lexed.token(index).gap == Gap::None && index > 0;
        let is_count = (counted || has_unit) && !within_word;
        return if is_count { Salience::Soft } else { Salience::Silent };
    }
    if lexed.stands_alone(index) && !counted && !has_unit {
        return Salience::Soft;
    }
    // A lone `thousand` is as often an idiom; what is bounded (`about ten`) is a count.
    let is_magnitude =
        numeral.words == 1 && value >= Decimal::ONE_HUNDRED && numerals::trailing_power_of_ten(value) == value;
    if (value <= Decimal::from(12) || is_magnitude) && !has_unit && bound == Bound::Exact {
        Salience::Soft
    } else {
        Salience::Firm
    }
}

fn is_hangul(lexed: &Lexed<'_>, index: usize) -> bool {
    lexed.raw(index).starts_with(|c: char| ('\u{ac00}'..='\u{d7a3}').contains(&c))
}

/// `10.30`: where languages write times so, it may be one.
fn clock(lexed: &Lexed<'_>, index: usize, numeral: &Numeral) -> Option<u16> {
    let is_pair = numeral.digits && numeral.end == index + 2 && lexed.between(index) == ".";
    let hour = lexed.digits(index, 2).filter(|hour| *hour < 24)?;
    let minute = lexed.digits(index + 1, 2).filter(|minute| *minute < 60)?;
    let two_digits = lexed.raw(index + 1).chars().count() == 2;
    (is_pair && two_digits).then(|| u16::try_from(hour * 60 + minute).ok()).flatten()
}

/// `the nineties`, `años 90`: a number of tens may be a decade of the twentieth century.
fn decade(numeral: &Numeral, unit: &[(Unit, f32)]) -> Option<PartialDate> {
    let tens = numeral.readings.first()?.0.to_i32()?;
    let bare = numeral.words == 1 && unit.iter().all(|(unit, _)| *unit == Unit::None);
    let fits = bare && (20..=90).contains(&tens) && tens % 10 == 0;
    fits.then(|| PartialDate { year: Some(1900 + tens), ..PartialDate::default() })
}

/// A bare number of four digits that is probably a year.
fn year(lexed: &Lexed<'_>, index: usize, numeral: &Numeral, unit: &[(Unit, f32)]) -> Option<i32> {
    let bare =
        numeral.plain && unit.iter().all(|(unit, _)| *unit == Unit::None) && lexed.raw(index).chars().count() == 4;
    let year = numeral.readings.first()?.0.to_i32()?;
    (bare && (1900..=2099).contains(&year)).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::UNIT_SYMBOLS;

    #[test]
    fn unit_symbols_can_be_searched() {
        let mut sorted = UNIT_SYMBOLS.to_vec();
        sorted.sort_unstable();
        assert_eq!(UNIT_SYMBOLS, sorted);
    }
}
