//! Quantities: a number with its unit and bound, and counts that give only a magnitude.

mod ages;
mod angles;
mod bounds;
mod compound;
mod fractions;
mod letters;
mod money;
mod ordinals;
mod points;
mod powers;
mod ranges;
mod romans;
mod shared;
mod units;
mod vague;
mod years;

pub(super) use angles::mark_coordinates;
pub(super) use points::read as read_points;
pub(super) use ranges::mark as mark_roles;

use super::lexed::Lexed;
use super::numerals::{self, Numeral};
use super::reader::Reader;
use super::{Bound, Fact, Measure, PartialDate, Quantity, Reading, Salience, Unit, Value, links};
use crate::locale::{Hit, Kinds, Meaning};
use crate::tokens::{Gap, TokenKind};
use rust_decimal::Decimal;

/// Reads all identifiers, numbers and vague counts of the segment.
pub(super) fn read(reader: &mut Reader<'_>) {
    let mut index = 0;
    while index < reader.lexed.len() {
        if reader.lexed.is_taken(index) || !may_begin(&reader.lexed, index) {
            index += 1;
            continue;
        }
        index = identifier(reader, index)
            .or_else(|| masked(&reader.lexed, index))
            .or_else(|| angles::read(reader, index))
            .or_else(|| fractions::read(reader, index))
            .or_else(|| vague::read(reader, index))
            .or_else(|| years::in_words(reader, index))
            .or_else(|| quantity(reader, index))
            .unwrap_or(index + 1);
    }
    romans::read(reader);
}

/// Whether anything that is read here may begin with a token: with most words nothing does.
fn may_begin(lexed: &Lexed<'_>, index: usize) -> bool {
    lexed.is_any(index, Kinds::NOT_A_NUMBER | Kinds::VAGUE | Kinds::FRACTION)
        || numerals::may_begin(lexed, index)
        || lexed.raw(index).eq_ignore_ascii_case("v")
}

fn identifier(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let (end, shown) = links::identifier(&reader.lexed, index)?;
    let range = reader.token_range(index, end);
    let fact = Fact::sure(Value::Identifier(shown), range, reader.salience(range, Salience::Firm));
    reader.push_tokens(fact, index, end);
    Some(end)
}

/// A phrase in which a number word is no number: gives where it ends. A word that is also another (Romanian `nouă`,
/// nine or new) is a number beside other number words, or where something is counted.
fn masked(lexed: &Lexed<'_>, index: usize) -> Option<usize> {
    let longest = lexed.hits(index).first()?.end;
    let end = lexed.hits(index).iter().find(|hit| hit.meaning == Meaning::NotANumber && hit.end == longest)?.end;
    let is_number = numerals::read(lexed, index).is_some_and(|numeral| numeral.words > 1 && numeral.end > end);
    (!is_number).then_some(end)
}

fn quantity(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let mut numeral = numerals::read(lexed, index)?;
    vague::multiply(lexed, &mut numeral);
    let ordinal = ordinals::is_ordinal(lexed, index, &numeral);
    fractions::add(lexed, &mut numeral);
    money::multiply(lexed, index, &mut numeral);
    letters::multiply(lexed, &mut numeral);
    let power_end = powers::multiply(lexed, index, &mut numeral);
    let mut range_start = index;
    let mut range_end = numeral.end;
    let mut unit = units::beside(lexed, &mut range_start, &mut range_end);
    if let Some(end) = fractions::add_behind_unit(lexed, &mut numeral, range_end) {
        range_end = end;
        if unit.iter().all(|(unit, _)| *unit == Unit::None) {
            unit = units::beside(lexed, &mut range_start, &mut range_end);
        }
    }
    let is_measured = |units: &[(Unit, f32)]| units.iter().any(|(unit, _)| matches!(unit, Unit::Measure(_)));
    // *The 19th century*, `the 3rd day`: which one, not how long.
    if (ordinal && is_measured(&unit)) || is_year(lexed, index, &numeral, &unit) {
        (unit, range_start, range_end) = (vec![(Unit::None, 1.0)], index, numeral.end);
    }
    let unit = sided(lexed, &mut numeral, (&mut range_start, &mut range_end), degrees(unit));
    let unit = compound::read(lexed, &mut numeral, &mut range_end, unit);
    let minus = minus(lexed, index);
    let bound = numeral.bound.unwrap_or_else(|| bounds::beside(lexed, range_start, range_end));
    let counted = is_measured(&unit) || lexed.hits(numeral.end).iter().any(|hit| hit.meaning == Meaning::Counter);
    let salience = salience(lexed, index, &numeral, &unit, ordinal, counted, bound);
    let salience = if unit.iter().all(|(unit, _)| *unit == Unit::None) {
        salience.min(in_letters(lexed, index, &numeral))
    } else {
        salience
    };
    let aged = ages::unit(lexed, range_start, &numeral, unit.clone());
    let weekday = lexed.hits_ending(numeral.end).filter(|_| ordinal).find_map(|hit| match hit.meaning {
        Meaning::AmbiguousWeekday(day) => Some(day),
        _ => None,
    });
    // `thứ ba` is *third* and *Tuesday*: whichever the other side has.
    let salience = if weekday.is_some() { Salience::Silent } else { salience };
    let mut values = Vec::new();
    // A hyphen may be a dash.
    let signs: &[(Decimal, f32)] = if minus > 0.0 {
        &[(Decimal::NEGATIVE_ONE, minus), (Decimal::ONE, 1.0 - minus)]
    } else {
        &[(Decimal::ONE, 1.0)]
    };
    for (sign, likely) in signs {
        for (number, weight) in &numeral.readings {
            for (unit, share) in &aged {
                let quantity = Quantity { number: *number * *sign, unit: *unit, bound, vague: false, ordinal };
                values.push((Value::Quantity(quantity), weight * share * likely));
            }
        }
    }
    if let Some(year) = years::year(lexed, index, &numeral, &unit) {
        values.insert(0, (Value::Date(PartialDate { year: Some(year), ..PartialDate::default() }), 0.8));
        values[1].1 = 0.2;
    }
    if let Some(years) = years::clipped(lexed, index, &numeral, &unit) {
        let date = |year| Value::Date(PartialDate { year: Some(year), ..PartialDate::default() });
        values.iter_mut().for_each(|(_, weight)| *weight *= 0.3);
        values.splice(0..0, years.map(date).into_iter().zip([0.6, 0.1]));
    }
    values.extend(years::next_year(lexed, index, &numeral, &unit).map(|date| (Value::Date(date), 0.1)));
    values.extend(years::clock(lexed, index, &numeral).map(|minutes| (Value::Time(minutes.into()), 0.1)));
    values.extend(weekday.map(|_| (Value::Date(PartialDate { weekday, ..PartialDate::default() }), 0.4)));
    // *About 70*, 70人: a decade is neither counted nor rounded.
    let may_be_decade = bound == Bound::Exact && !counted;
    values.extend(years::decade(&numeral, &aged).filter(|_| may_be_decade).map(|date| (Value::Date(date), 0.05)));
    if numeral.digits
        && numeral.scale > Decimal::ONE
        && unit.iter().all(|(unit, _)| *unit == Unit::None)
        && let Some(other) = units::as_magnitude(lexed, numeral.end)
    {
        let of_unit = |(number, weight): &(Decimal, f32)| {
            let quantity =
                Quantity { number: *number / numeral.scale, unit: other, bound, vague: false, ordinal: false };
            (Value::Quantity(quantity), weight * 0.3)
        };
        values.extend(numeral.readings.iter().map(of_unit));
    }
    let mut range = reader.token_range(range_start, range_end);
    if minus > 0.0 && range_start == index {
        let sign = lexed.text[..lexed.token(index).start].chars().next_back().map_or(0, char::len_utf8);
        range.start -= sign;
    }
    if let Some(end) = power_end {
        range.end = range.end.max(reader.segment.start + end);
    }
    let fact = Fact::of(values, range, reader.salience(range, salience))?;
    shared::unit(reader, index, &unit);
    share_scale(reader, index, numeral.scale, unit.first().map_or(Unit::None, |(unit, _)| *unit));
    reader.push_tokens(fact, range_start, range_end);
    Some(range_end)
}

/// How much digits count at most that letters are written onto: `l33t`, `2know` hardly are numbers.
fn in_letters(lexed: &Lexed<'_>, index: usize, numeral: &Numeral) -> Salience {
    /// Longer endings are words.
    const ENDING: usize = 3;
    let letters = |at: usize| {
        let is_word = lexed.get(at).is_some_and(|token| token.kind == TokenKind::Word) && !lexed.stands_alone(at);
        if is_word { lexed.raw(at).chars().count() } else { 0 }
    };
    let glued = |at: usize| lexed.get(at).is_some_and(|token| token.gap == Gap::None);
    let before = if index > 0 && glued(index) { letters(index - 1) } else { 0 };
    let behind = if glued(numeral.end) { letters(numeral.end) } else { 0 };
    if !numeral.plain || behind == 0 || lexed.raw(index).chars().count() > 2 {
        Salience::Firm
    } else if before > 0 {
        Salience::Silent
    } else if behind > ENDING && lexed.hits(numeral.end).is_empty() {
        Salience::Soft
    } else {
        Salience::Firm
    }
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
    if let Some(number) =
        quantity.number.checked_mul(scale).filter(|_| quantity.number < scale.min(Decimal::ONE_THOUSAND))
    {
        let unit = if quantity.unit == Unit::None { unit } else { quantity.unit };
        before
            .alternatives
            .push(Reading { value: Value::Quantity(Quantity { number, unit, ..quantity }), weight: 0.4 });
    }
}

/// Bare degrees may be of an angle or of either scale of temperature.
fn degrees(units: units::Readings) -> units::Readings {
    let measure = |name| Measure::named(name).map(Unit::Measure);
    let is_bare =
        |unit: &Unit| matches!(unit, Unit::Measure(measure) if !measure.is_rate() && measure.name() == "degree");
    let split = |(unit, weight): (Unit, f32)| {
        let kinds = if is_bare(&unit) {
            vec![(measure("celsius"), 0.4), (Some(unit), 0.35), (measure("fahrenheit"), 0.25)]
        } else {
            vec![(Some(unit), 1.0)]
        };
        kinds.into_iter().filter_map(move |(kind, share)| Some((kind?, weight * share)))
    };
    units.into_iter().flat_map(split).collect()
}

/// *48.5 degrees north*, `北緯35度`: degrees that are counted towards a side.
fn sided(
    lexed: &Lexed<'_>,
    numeral: &mut Numeral,
    (start, end): (&mut usize, &mut usize),
    units: units::Readings,
) -> units::Readings {
    let is_angle = |(unit, _): &(Unit, f32)| matches!(unit, Unit::Measure(measure) if measure.name() == "degree");
    if !units.iter().any(is_angle) {
        return units;
    }
    let behind = angles::side_behind(lexed, *end, false).map(|(side, stop)| (side, *start, stop));
    let beside = behind.or_else(|| angles::side_before(lexed, *start).map(|(side, from)| (side, from, *end)));
    let Some((side, from, stop)) = beside else { return units };
    let (unit, sign) = angles::towards(side);
    numeral.readings.iter_mut().for_each(|(number, _)| *number *= sign);
    (*start, *end) = (from, stop);
    vec![(unit, 1.0)]
}

/// 二〇二四年, `1979 年`: the year, not so many years.
fn is_year(lexed: &Lexed<'_>, index: usize, numeral: &Numeral, unit: &[(Unit, f32)]) -> bool {
    let digits = numeral.plain && lexed.digits(index, 4).is_some() && lexed.stands_alone(numeral.end);
    let words = lexed.stands_alone(index) && numeral.end == index + 4;
    let years = matches!(unit, [(Unit::Measure(measure), _), ..] if measure.name() == "year");
    let four_digits = Decimal::ONE_THOUSAND..Decimal::from(3000);
    let number = numeral.readings.first().map_or(Decimal::ZERO, |(number, _)| *number);
    years && (words || digits) && four_digits.contains(&number)
}

/// How likely a minus sign stands right before a number: a hyphen only behind white space or a character of a
/// script without spaces, so that it does not join.
fn minus(lexed: &Lexed<'_>, index: usize) -> f32 {
    if !lexed.is_digits(index) {
        return 0.0;
    }
    let before = &lexed.text[..lexed.token(index).start];
    if before.ends_with('\u{2212}') {
        let joins = before.trim_end_matches('\u{2212}').ends_with(|c: char| c.is_alphanumeric());
        return if joins { 0.0 } else { 0.95 };
    }
    let Some(rest) = before.strip_suffix('-') else { return 0.0 };
    let rest = rest.trim_end_matches(['\u{200e}', '\u{200f}', '\u{61c}']);
    let apart = rest.ends_with(|c: char| c.is_whitespace() || c == '(' || crate::fold::stands_alone(c))
        && !rest.trim_end().ends_with(|c: char| c.is_numeric() || matches!(c, '-' | '–' | '—'));
    if apart { 0.75 } else { 0.0 }
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
    // Small numbers of measures are dropped as freely as those of other things (`one hour`, `two days`).
    let has_unit = unit.iter().any(|(unit, _)| !matches!(unit, Unit::None | Unit::Measure(_)));
    if numeral.digits {
        // Ordinals are written out in one language and not in another; how they are spelled is not read yet. A bare 1
        // may be an article elsewhere (`1 year`, `un an`).
        let is_one = value == Decimal::ONE && numeral.plain && !has_unit;
        return if ordinal || is_one { Salience::Soft } else { Salience::Firm };
    }
    if value == Decimal::ONE {
        return Salience::Silent;
    }
    if ordinal {
        return ordinals::salience(value, numeral.words);
    }
    // Characters that are numbers are parts of many words; only a counter, a unit or length makes them a count.
    // 兩億, 九千萬: too great and too exact for a word that only has numbers in it (千万, 百万).
    // 二〇二四: as many characters as digits.
    let is_long = numeral.words >= 2 || numeral.end - index >= 4;
    let is_great = is_long && value >= Decimal::ONE_THOUSAND && !is_hangul(lexed, index);
    let begins_with_unit = || {
        let is_unit = |hit: &Hit| matches!(hit.meaning, Meaning::Number(unit) if (1..10).contains(&unit));
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
    // Words for *about* are also prepositions (Italian `sui due lati`): they make a count of a few no surer.
    let bounded = bound != Bound::Exact && (bound != Bound::About || value > Decimal::from(3));
    if (value <= Decimal::from(12) || is_magnitude) && !has_unit && !bounded { Salience::Soft } else { Salience::Firm }
}

fn is_hangul(lexed: &Lexed<'_>, index: usize) -> bool {
    lexed.raw(index).starts_with(|c: char| ('\u{ac00}'..='\u{d7a3}').contains(&c))
}
