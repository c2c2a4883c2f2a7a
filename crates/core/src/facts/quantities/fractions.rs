//! Fractions in words and digits, and words for how many times.

use super::super::digits;
use super::super::lexed::Lexed;
use super::super::numerals::{self, Numeral};
use super::super::reader::Reader;
use super::super::{Fact, Quantity, Reading, Salience, Unit, Value};
use super::units;
use crate::locale::{Hit, Meaning};
use crate::tokens::{Gap, TokenKind};
use rust_decimal::Decimal;

/// A fraction found in a text.
struct Fraction {
    value: Decimal,
    end: usize,
    /// The numbers that it is written with, which another language may have as two numbers.
    parts: Vec<Decimal>,
    salience: Salience,
    percent: bool,
    /// Whether it may multiply a magnitude behind it.
    scales: bool,
    /// Whether it may be so much of a unit: not *twice a day*.
    measures: bool,
    /// What the same words say of a thing's place in a row: Italian `un terzo` is *a third* or *one third*.
    ordinal: Option<Decimal>,
}

impl Fraction {
    fn new(above: Decimal, below: Decimal, end: usize) -> Option<Self> {
        let value = ratio(above, below)?;
        Some(Self {
            value,
            end,
            parts: Vec::new(),
            salience: Salience::Soft,
            percent: false,
            scales: true,
            measures: true,
            ordinal: None,
        })
    }

    fn of_parts(above: Decimal, below: Decimal, end: usize) -> Option<Self> {
        let parts = if above > Decimal::ONE { vec![above, below] } else { Vec::new() };
        let ordinal = (above == Decimal::ONE && below > Decimal::TWO).then_some(below);
        Some(Self { parts, ordinal, ..Self::new(above, below, end)? })
    }
}

fn ratio(above: Decimal, below: Decimal) -> Option<Decimal> {
    Some(above.checked_div(below)?.round_dp(6).normalize())
}

/// Reads a fraction or a number of times that begins with token `index`; gives where it ends.
pub(super) fn read(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    if lexed.is_inside_word(index) {
        return None;
    }
    let numeral = numerals::read(lexed, index);
    let behind = |read: fn(&Lexed<'_>, &Numeral) -> Option<Fraction>| numeral.as_ref().and_then(|it| read(lexed, it));
    let mut fraction = behind(denominator_first)
        .or_else(|| in_digits(lexed, index))
        .or_else(|| behind(with_numerator))
        .or_else(|| behind(in_percents))
        .or_else(|| added_to_next(lexed, index))
        .or_else(|| by_itself(lexed, index))?;
    // What follows the numerator in digits may be a particle that looks like a magnitude (Korean 만, *only*).
    if !fraction.percent
        && fraction.scales
        && let Some((scale, end)) = magnitude(lexed, fraction.end, 2)
    {
        fraction.value = fraction.value.checked_mul(scale)?.normalize();
        fraction.end = end;
        fraction.parts.clear();
        fraction.ordinal = None;
    }
    let (mut start, mut end) = (index, fraction.end);
    let units = if fraction.percent {
        vec![(Unit::Percent, 1.0)]
    } else if fraction.measures {
        unit(lexed, &mut start, &mut end)
    } else {
        vec![(Unit::None, 1.0)]
    };
    let quantity = |number, unit| Value::Quantity(Quantity { unit, ..Quantity::plain(number) });
    let plain = |number| Reading { value: quantity(number, Unit::None), weight: 0.1 };
    let mut readings = units.iter().map(|(unit, weight)| (quantity(fraction.value, *unit), *weight));
    let (value, weight) = readings.next()?;
    let mut alternatives: Vec<Reading> = readings.map(|(value, weight)| Reading { value, weight }).collect();
    alternatives.extend(fraction.parts.iter().map(|part| plain(*part)));
    alternatives.extend(fraction.ordinal.map(|number| {
        let ordinal = Quantity { ordinal: true, ..Quantity::plain(number) };
        Reading { value: Value::Quantity(ordinal), weight: 0.3 }
    }));
    // `50 %` is a half, and `33 %` is a third.
    let whole = fraction.value < Decimal::TEN && units.iter().all(|(unit, _)| *unit == Unit::None);
    if whole && let Some(percent) = fraction.value.checked_mul(Decimal::ONE_HUNDRED) {
        let mut rounded: Vec<Decimal> = [0, 1].map(|digits| percent.round_dp(digits).normalize()).to_vec();
        rounded.dedup();
        let as_percent = |number| Reading { value: quantity(number, Unit::Percent), weight: 0.2 };
        alternatives.extend(rounded.into_iter().map(as_percent));
    }
    let range = reader.token_range(start, end);
    let mut fact = Fact::sure(value, range, reader.salience(range, fraction.salience));
    fact.weight = weight;
    fact.alternatives = alternatives;
    reader.push_tokens(fact, start, end);
    Some(end)
}

/// The phrases at a token that are not part of a longer one.
fn longest<'l>(lexed: &'l Lexed<'_>, at: usize) -> impl Iterator<Item = &'l Hit> {
    let hits = lexed.hits(at);
    let reach = hits.first().map_or(at, |hit| hit.end);
    hits.iter().filter(move |hit| hit.end == reach && hit.end > at && !lexed.any_taken(hit.start, hit.end))
}

/// Whether token `at` may go on with a number that ends before it.
fn follows(lexed: &Lexed<'_>, at: usize) -> bool {
    lexed.get(at).is_some_and(|_| lexed.joins(at) && !lexed.is_taken(at))
}

/// 三分之二, 3分の2: the denominator first.
fn denominator_first(lexed: &Lexed<'_>, denominator: &Numeral) -> Option<Fraction> {
    let mark = lexed.hits(denominator.end).iter().find(|hit| hit.meaning == Meaning::FractionMark)?;
    if lexed.any_taken(mark.start, mark.end) || lexed.token(mark.start).gap != Gap::None {
        return None;
    }
    let below = denominator.readings.first()?.0;
    // Digits alone: what follows them may be a particle that looks like a magnitude (Korean 만, *only*).
    let (above, end) = if lexed.is_digits(mark.end) {
        (Decimal::from(lexed.digits(mark.end, 4)?), mark.end + 1)
    } else {
        let numeral = numerals::read(lexed, mark.end)?;
        (numeral.readings.first()?.0, numeral.end)
    };
    Some(Fraction { parts: vec![above, below], scales: false, ..Fraction::new(above, below, end)? })
}

/// `3/4`, `2 1/2`: parts that measures are divided in; whatever else has a stroke is two numbers.
fn in_digits(lexed: &Lexed<'_>, index: usize) -> Option<Fraction> {
    const PARTS: [u32; 9] = [2, 3, 4, 5, 6, 8, 10, 16, 32];
    // `4/5` is as often *4 of 5*.
    const COUNTS: [u32; 3] = [5, 6, 10];
    let stroke = |at: usize| matches!(lexed.between(at), "/" | "⁄");
    let part = |at: usize| {
        let (above, below) = (lexed.digits(at, 2)?, lexed.digits(at + 1, 2)?);
        let reduced = (2..=above).all(|by| above % by != 0 || below % by != 0);
        let fits = stroke(at) && !stroke(at + 1) && (at == 0 || !stroke(at - 1));
        let fits = fits && above > 0 && above < below && reduced && PARTS.contains(&below);
        let fits = fits && (above == 1 || !COUNTS.contains(&below) || is_of_what(lexed, at + 2));
        (fits && !lexed.any_taken(at, at + 2)).then(|| (Decimal::from(above), Decimal::from(below)))
    };
    // A number may go on behind what looks like a denominator: `1/2.5`.
    let closed = |end: usize| {
        lexed.get(end).is_none_or(|next| {
            !(next.kind == TokenKind::Digits && matches!(next.gap, Gap::Dot | Gap::Break | Gap::Joint | Gap::None))
                || lexed.between(end - 1).ends_with(char::is_whitespace)
        })
    };
    if let Some((above, below)) = part(index) {
        let fraction = Fraction { parts: vec![above, below], ..Fraction::new(above, below, index + 2)? };
        return closed(index + 2).then_some(fraction);
    }
    let whole = Decimal::from(lexed.digits(index, 4)?);
    let (above, below) = part(index + 1)?;
    let near = matches!(lexed.between(index), " " | "\u{a0}" | "\u{202f}" | "-" | " and ");
    if !(near && closed(index + 3)) {
        return None;
    }
    Fraction::new(whole.checked_mul(below)?.checked_add(above)?, below, index + 3)
}

/// `three quarters`, `deux tiers`, `drei Viertel`.
fn with_numerator(lexed: &Lexed<'_>, numeral: &Numeral) -> Option<Fraction> {
    let (below, end) = denominator(lexed, numeral.end)?;
    let above = numeral.readings.first()?.0;
    // *Twenty fifth* is an ordinal.
    let fits = above.fract().is_zero() && above > Decimal::ZERO && (above < below || above < Decimal::from(20));
    fits.then(|| Fraction::of_parts(above, below, end)).flatten()
}

fn denominator(lexed: &Lexed<'_>, at: usize) -> Option<(Decimal, usize)> {
    if !follows(lexed, at) {
        return None;
    }
    // Indonesian `dua setengah`: two and a half, not two halves.
    if added(lexed, at).is_some() {
        return None;
    }
    longest(lexed, at).find_map(|hit| match hit.meaning {
        Meaning::Fraction(below) | Meaning::Denominator(below) => Some((Decimal::from(below), hit.end)),
        _ => None,
    })
}

/// 3割, 3割5分, 七成五: so many tenths, and so many hundredths.
fn in_percents(lexed: &Lexed<'_>, numeral: &Numeral) -> Option<Fraction> {
    let close = |at: usize| follows(lexed, at) && lexed.token(at).gap == Gap::None;
    let each = |at: usize| {
        let found = |hit: &Hit| match hit.meaning {
            Meaning::Percents(each) => Some((Decimal::from(each), hit.end)),
            _ => None,
        };
        close(at).then(|| longest(lexed, at).find_map(found)).flatten()
    };
    let number = numeral.readings.first()?.0;
    // A hundredth (分) is by itself something else.
    let (tenth, mut end) = each(numeral.end).filter(|(each, _)| *each > Decimal::ONE)?;
    let mut value = number.checked_mul(tenth)?;
    if close(end)
        && let Some(more) = numerals::read(lexed, end)
        && let Some((count, _)) = more.readings.first().filter(|(count, _)| *count < Decimal::TEN)
    {
        let hundredth = each(more.end).filter(|(each, _)| *each < tenth);
        let ends = lexed.get(more.end).is_none_or(|next| next.gap != Gap::None);
        if hundredth.is_some() || ends {
            value += *count;
            end = hundredth.map_or(more.end, |(_, end)| end);
        }
    }
    let value = value.normalize();
    let fraction = Fraction::new(value, Decimal::ONE, end)?;
    (value <= Decimal::ONE_HUNDRED).then(|| Fraction { percent: true, parts: vec![number], ..fraction })
}

/// `साढ़े तीन`: what is added stands before the number; `सवा लाख`: without one, one is meant.
fn added_to_next(lexed: &Lexed<'_>, index: usize) -> Option<Fraction> {
    let (above, below, at) = longest(lexed, index).find_map(|hit| match hit.meaning {
        Meaning::AddedToNext(above, below) => Some((above, below, hit.end)),
        _ => None,
    })?;
    if !follows(lexed, at) {
        return None;
    }
    let number = lexed.hits(at).iter().find_map(|hit| match hit.meaning {
        Meaning::Number(value) if value < 100 => Some((Decimal::from(value), hit.end)),
        _ => None,
    });
    let digits = || Some((Decimal::from(lexed.digits(at, 2)?), at + 1));
    let alone = || magnitude(lexed, at, 0).map(|_| (Decimal::ONE, at));
    let (number, end) = number.or_else(digits).or_else(alone)?;
    let (above, below) = (Decimal::from(above), Decimal::from(below));
    Fraction::new(number.checked_mul(below)?.checked_add(above)?, below, end)
}

/// Whether a word that says of what a part is stands at token `at`: *of the*.
fn is_of_what(lexed: &Lexed<'_>, at: usize) -> bool {
    follows(lexed, at) && lexed.hits(at).iter().any(|hit| hit.meaning == Meaning::PartWord)
}

/// `half`, `треть`, `anderthalb`, `twice`; *a third* only with a word that says of what.
fn by_itself(lexed: &Lexed<'_>, index: usize) -> Option<Fraction> {
    longest(lexed, index).find_map(|hit| match hit.meaning {
        Meaning::Fraction(below) => Fraction::of_parts(Decimal::ONE, below.into(), hit.end),
        Meaning::Denominator(below) if is_of_what(lexed, hit.end) => {
            Fraction::of_parts(Decimal::ONE, below.into(), hit.end)
        }
        Meaning::Ratio(above, below) => Fraction::new(above.into(), below.into(), hit.end),
        Meaning::Multiple(times) => Fraction::new(times.into(), Decimal::ONE, hit.end).map(|times| Fraction {
            scales: false,
            measures: false,
            ..times
        }),
        _ => None,
    })
}

/// A magnitude at token `at`, or behind at most `most` short words: `half` *a million*, `a quarter` *of a million*.
fn magnitude(lexed: &Lexed<'_>, at: usize, most: usize) -> Option<(Decimal, usize)> {
    for at in at..=at + most {
        if !follows(lexed, at) {
            return None;
        }
        let found = longest(lexed, at).find_map(|hit| match hit.meaning {
            Meaning::Times(value) if value >= 100 => Some((Decimal::from(value), hit.end)),
            _ => None,
        });
        // `a million` may be a phrase of its own.
        let found = found.or_else(|| {
            let is_magnitude = |value: u64| value >= 1000 && value.to_string().trim_end_matches('0') == "1";
            longest(lexed, at).find_map(|hit| match hit.meaning {
                Meaning::Number(value) if is_magnitude(value) => Some((Decimal::from(value), hit.end)),
                _ => None,
            })
        });
        if found.is_some() {
            return found;
        }
        if !is_short(lexed, at) {
            return None;
        }
    }
    None
}

/// Whether token `at` is as short as an article or a preposition.
fn is_short(lexed: &Lexed<'_>, at: usize) -> bool {
    lexed.token(at).kind == TokenKind::Word && !lexed.stands_alone(at) && lexed.raw(at).chars().count() <= 3
}

/// The unit of a fraction, beside it or behind an article: `half` *an hour*, *half* *of the day*.
fn unit(lexed: &Lexed<'_>, start: &mut usize, end: &mut usize) -> Vec<(Unit, f32)> {
    // `полчаса`, *a fortnight*: the unit is in the same words.
    let within = lexed.unit_hits(*start).iter().find_map(|hit| match hit.meaning {
        Meaning::Unit(unit) if hit.end == *end => Some(unit),
        _ => None,
    });
    if let Some(unit) = within {
        return vec![(unit, 1.0)];
    }
    let none = |units: &[(Unit, f32)]| units.iter().all(|(unit, _)| *unit == Unit::None);
    let found = units::beside(lexed, start, end);
    if !none(&found) {
        return found;
    }
    let mut at = *end;
    for _ in 0..2 {
        // 半个小时: a counter between.
        let counter = || lexed.hits(at).iter().any(|hit| hit.meaning == Meaning::Counter && hit.end == at + 1);
        if !(follows(lexed, at) && (is_short(lexed, at) || counter())) {
            break;
        }
        at += 1;
        let (mut from, mut to) = (at, at);
        let behind = units::beside(lexed, &mut from, &mut to);
        if !none(&behind) && from == at && to > at {
            *end = to;
            return behind;
        }
    }
    found
}

/// Adds to a number what stands behind it: `two` *and a half*, `iki` *buçuk*, `2 million` *and a half*.
pub(super) fn add(lexed: &Lexed<'_>, numeral: &mut Numeral) {
    let Some((part, end)) = added(lexed, numeral.end) else { return };
    let (scale, end) = magnitude(lexed, end, 1).unwrap_or((Decimal::ONE, end));
    let sum = |number: Decimal| {
        // `dos millones y medio`: half a million more.
        let whole = numerals::trailing_power_of_ten(number);
        let is_scaled = scale == Decimal::ONE && whole >= Decimal::ONE_THOUSAND && numeral.words > 1;
        let part = if is_scaled { part.checked_mul(whole)? } else { part };
        Some(number.checked_add(part)?.checked_mul(scale)?.normalize())
    };
    for (number, _) in &mut numeral.readings {
        *number = sum(*number).unwrap_or(*number);
    }
    numeral.end = end;
    numeral.words += 1;
    numeral.plain = false;
}

/// The same behind the number's unit or counter, which ends before token `at`: `2 hours` *and a half*, 两个*半*小时.
/// Gives where it ends.
pub(super) fn add_behind_unit(lexed: &Lexed<'_>, numeral: &mut Numeral, at: usize) -> Option<usize> {
    let counter = lexed.hits(at).iter().filter(|hit| hit.meaning == Meaning::Counter).map(|hit| hit.end).max();
    // `trois pages et demie`: a phrase of several words says enough that what it stands behind need not be known.
    let counted = || {
        let word = follows(lexed, at) && lexed.token(at).kind == TokenKind::Word;
        // 长二肘半: a character between a number and *half* is what it counts.
        let alone = word && lexed.stands_alone(at) && lexed.hits(at).iter().all(|hit| hit.end == at + 1);
        word.then(|| added(lexed, at + 1)).flatten().filter(|(_, end)| alone || *end > at + 2)
    };
    let (part, end) = [Some(at), counter].into_iter().flatten().find_map(|at| added(lexed, at)).or_else(counted)?;
    for (number, _) in &mut numeral.readings {
        *number = number.checked_add(part).unwrap_or(*number).normalize();
    }
    numeral.words += 1;
    numeral.plain = false;
    Some(end)
}

fn added(lexed: &Lexed<'_>, at: usize) -> Option<(Decimal, usize)> {
    if !follows(lexed, at) {
        return None;
    }
    // `5 ½`: right behind digits, [`numerals::read`] takes it.
    if at > 0 && lexed.is_digits(at - 1) && lexed.token(at).kind == TokenKind::Sign {
        return digits::fraction(lexed.raw(at)).map(|part| (part, at + 1));
    }
    longest(lexed, at).find_map(|hit| match hit.meaning {
        Meaning::Added(above, below) => ratio(above.into(), below.into()).map(|part| (part, hit.end)),
        _ => None,
    })
}

#[cfg(test)]
mod tests;
