//! Quarters (`Q3 2024`), decades (`the 1990s`, `années 90`) and centuries (`XXe siècle`, `20. Jahrhundert`).

use super::super::lexed::Lexed;
use super::super::reader::Reader;
use super::super::{Era, Fact, PartialDate, Quantity, Reading, Salience, Value, YearSpan, numerals, roman};
use super::{eras, is_short_word, part_beside, push, year_at};
use crate::locale::{CenturyWord, DecadeMark, Hit, Kinds, Meaning};
use crate::span::TextRange;
use crate::tokens::{Gap, TokenKind};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Reads all quarters of the segment, before anything takes `Q3` for a code.
pub(in super::super) fn quarters(reader: &mut Reader<'_>) {
    super::each(reader, Kinds::QUARTER, quarter);
}

/// `Q3 2024`, `3. Quartal 2024`, `2024年第3四半期`, `third quarter of 2024`
fn quarter(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let hit =
        *lexed.hits(index).iter().find(|hit| matches!(hit.meaning, Meaning::Quarter(_) | Meaning::QuarterWord))?;
    if lexed.any_taken(hit.start, hit.end) {
        return None;
    }
    let (quarter, mut start) = match hit.meaning {
        Meaning::Quarter(quarter) => (quarter, index),
        _ => {
            let (number, start, marked) = ordinal_ending(lexed, index)?;
            (u8::try_from(number).ok().filter(|number| marked && (1..=4).contains(number))?, start)
        }
    };
    let mut end = hit.end;
    let mut year = None;
    for skip in 0..=2 {
        let at = end + skip;
        if lexed.get(at).is_none_or(|token| token.gap == Gap::Break) {
            break;
        }
        year = year_at(lexed, at);
        if year.is_some() {
            end = at + 1;
            break;
        }
        if !is_short_word(lexed, at) {
            break;
        }
    }
    // 2024年第3四半期, 2024 Q3, 2024年三季度
    for skip in 1..=2 {
        let Some(at) = start.checked_sub(skip).filter(|_| year.is_none()) else { break };
        year = year_at(lexed, at);
        if year.is_some() {
            start = at;
        } else if !(is_short_word(lexed, at) && lexed.joins(start)) {
            break;
        }
    }
    // A letter and a digit by themselves are anything.
    let is_word = (hit.start..hit.end)
        .any(|at| lexed.stands_alone(at) || !lexed.is_digits(at) && lexed.raw(at).chars().count() > 1);
    if year.is_none() && !is_word {
        return None;
    }
    let date = PartialDate { year, quarter: Some(quarter), ..PartialDate::default() };
    let salience = if year.is_some() { Salience::Firm } else { Salience::Soft };
    let range = reader.token_range(start, end);
    let mut fact = Fact::sure(Value::Date(date), range, reader.salience(range, salience));
    if year.is_none() {
        // It may as well be a fourth part (*the third quarter of the lot*), or a part of a town.
        fact.weight = 0.8;
        let number = Value::Quantity(Quantity { ordinal: true, ..Quantity::plain(Decimal::from(quarter)) });
        fact.alternatives = vec![Reading { value: number, weight: 0.2 }];
    }
    reader.push_tokens(fact, start, end);
    Some(end)
}

/// The ordinal that ends before token `end`: its number, where it begins, and whether something marks it as one.
fn ordinal_ending(lexed: &Lexed<'_>, end: usize) -> Option<(u32, usize, bool)> {
    let last = end.checked_sub(1)?;
    let dot = lexed.token(end).gap == Gap::Dot;
    if !(lexed.joins(end) || dot) || lexed.is_taken(last) {
        return None;
    }
    if let Some(number) = ordinal_word(lexed, end) {
        return Some(number);
    }
    if let Some(found) = numeral_at(lexed, last) {
        let (number, to, marked) = found;
        let before = last.checked_sub(1).filter(|_| lexed.joins(last) || lexed.token(last).gap == Gap::None);
        let prefixed = before.is_some_and(|at| lexed.hits(at).iter().any(|hit| hit.meaning == Meaning::OrdinalMark));
        return (to == end).then_some((number, if prefixed { last - 1 } else { last }, marked || dot || prefixed));
    }
    // `19th`, `19-й`, `XIX-lea`: the ending is a word of its own.
    let is_ending = matches!(lexed.token(last).gap, Gap::None | Gap::Joint | Gap::Dot)
        && lexed.token(last).kind == TokenKind::Word
        && lexed.raw(last).chars().count() <= 4;
    let first = last.checked_sub(1).filter(|_| is_ending)?;
    numeral_at(lexed, first).filter(|(_, to, _)| *to == last).map(|(number, _, _)| (number, first, true))
}

/// An ordinal in words that ends before token `end`.
fn ordinal_word(lexed: &Lexed<'_>, end: usize) -> Option<(u32, usize, bool)> {
    /// No ordinal below a hundred has more words.
    const MOST_WORDS: usize = 5;
    // Characters that are numbers count centuries as they stand (十九世纪).
    let alone = lexed.stands_alone(end.checked_sub(1)?);
    (end.saturating_sub(MOST_WORDS)..end).find_map(|start| {
        let numeral = numerals::read(lexed, start).filter(|numeral| numeral.end == end && !numeral.digits)?;
        let number = numeral.readings.first()?.0.to_u32().filter(|_| numeral.ordinal || alone)?;
        Some((number, start, true))
    })
}

/// A number of at most two digits, or a Roman numeral with or without its ending, at a token; where it ends, and
/// whether it is written as an ordinal.
fn numeral_at(lexed: &Lexed<'_>, index: usize) -> Option<(u32, usize, bool)> {
    if lexed.is_taken(index) || index >= lexed.len() {
        return None;
    }
    if let Some(number) = lexed.digits(index, 2) {
        let glued =
            index > 0 && lexed.is_digits(index - 1) && matches!(lexed.between(index - 1), "." | "," | ":" | "/");
        return (!glued).then_some((number, index + 1, false));
    }
    let (number, _) = roman::with_ending(lexed.raw(index))?;
    Some((u32::from(number), index + 1, true))
}

/// A century, at its word.
pub(super) fn century(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let hit = *lexed.hits(index).iter().find(|hit| matches!(hit.meaning, Meaning::Century(_)))?;
    if lexed.any_taken(hit.start, hit.end) || lexed.hits(index).iter().any(|other| other.end > hit.end) {
        return None;
    }
    let is_before = hit.meaning == Meaning::Century(CenturyWord::NumberBehind);
    let is_several = hit.meaning == Meaning::Century(CenturyWord::Several);
    let counted = ordinal_ending(lexed, index).filter(|(_, _, marked)| *marked || !is_before);
    // `XX в.`, `s. XIX`: a letter is the word only with its full stop and a Roman numeral.
    let is_letter = hit.end == index + 1 && lexed.raw(index).chars().count() == 1 && !lexed.stands_alone(index);
    if is_letter && !lexed.text[lexed.token(index).end..].starts_with('.') {
        return None;
    }
    // A bare number counts centuries (*20 centuries*), but where it stands without a space (19世紀) or is too great.
    let counted = counted.filter(|(number, _, marked)| {
        *marked
            || *number >= 13 && !is_letter && !is_several
            || lexed.stands_alone(index) && lexed.token(index).gap == Gap::None
    });
    let (number, mut start, mut end) = match counted {
        Some((number, start, _)) => (number, start, hit.end),
        None => {
            let (number, end) = number_behind(lexed, hit.end, is_before && !is_letter)?;
            (number, index, end)
        }
    };
    let number = i32::try_from(number).ok().filter(|number| (1..=30).contains(number))?;
    let mut year = (number - 1) * 100;
    let part = part_beside(lexed, &mut start, &mut end);
    // `V в. до н. э.`, `前5世紀`
    let close = |at: usize| lexed.get(at).is_some_and(|token| token.gap != Gap::Break);
    let behind = (end..=end + 1).take_while(|at| close(*at)).find_map(|at| eras::era_at(lexed, at));
    let before = lexed.hits_ending(start).filter(|_| close(start)).find_map(|hit| match hit.meaning {
        Meaning::Era(era) => Some((era, hit.start)),
        _ => None,
    });
    match (behind, before) {
        (Some((era, to)), _) => {
            end = to;
            year = if era == Era::BeforeCommon { -100 * number } else { year };
        }
        (None, Some((era, from))) => {
            start = from;
            year = if era == Era::BeforeCommon { -100 * number } else { year };
        }
        (None, None) => {}
    }
    let date = PartialDate { year: Some(year), span: YearSpan::Century, part, ..PartialDate::default() };
    push(reader, &[(date, 1.0)], start, end, Salience::Firm);
    Some(end)
}

/// The number behind a word for a century, at most two short words away: `siglo XIX`, `secolul al XIX-lea`.
fn number_behind(lexed: &Lexed<'_>, index: usize, expected: bool) -> Option<(u32, usize)> {
    for at in index..=index + 2 {
        let token = lexed.get(at)?;
        if !(lexed.joins(at) || token.gap == Gap::Dot) {
            return None;
        }
        if let Some((number, mut end, marked)) = numeral_at(lexed, at) {
            // Where the number stands before the word as a rule, only a Roman numeral is taken for it behind.
            if !(expected || marked && lexed.raw(at).chars().count() > 1) {
                return None;
            }
            let is_ending = lexed.get(end).is_some_and(|token| token.gap == Gap::Joint) && is_short_word(lexed, end);
            end += usize::from(is_ending && !super::has_meaning(lexed, end));
            return Some((number, end));
        }
        if expected
            && let Some(numeral) = numerals::read(lexed, at)
            && let Some(number) = numeral.readings.first().and_then(|(number, _)| number.to_u32())
        {
            return Some((number, numeral.end));
        }
        if !is_short_word(lexed, at) && !lexed.stands_alone(at) {
            return None;
        }
    }
    None
}

/// A decade: by its name, by a word before its number, or by what follows its number.
pub(super) fn decade(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    named_decade(reader, index).or_else(|| announced_decade(reader, index)).or_else(|| numbered_decade(reader, index))
}

fn named_decade(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let longest = lexed.hits(index).first()?.end;
    let name = |hit: &&Hit| hit.end == longest && matches!(hit.meaning, Meaning::DecadeName(_));
    let hit = lexed.hits(index).iter().find(name)?;
    let Meaning::DecadeName(tens) = hit.meaning else { return None };
    let (mut start, mut end) = (index, hit.end);
    let part = part_beside(lexed, &mut start, &mut end);
    push_decade(reader, u32::from(tens), part, start, end, Salience::Soft);
    Some(end)
}

fn announced_decade(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let is_mark = |hit: &&Hit| hit.meaning == Meaning::Decade(DecadeMark::NumberBehind);
    let word = *lexed.hits(index).iter().find(is_mark)?;
    // `20 lat 90 dni`
    if index > 0 && lexed.is_digits(index - 1) && lexed.joins(index) {
        return None;
    }
    for at in word.end..=word.end + 1 {
        if lexed.get(at).is_none() || !(lexed.joins(at) || lexed.token(at).gap == Gap::Dot || is_apostrophe(lexed, at))
        {
            return None;
        }
        if let Some((number, mut end, _)) = tens_at(lexed, at) {
            let mut start = index;
            let part = part_beside(lexed, &mut start, &mut end);
            push_decade(reader, number, part, start, end, Salience::Firm);
            return Some(end);
        }
        // An article written apart (Hebrew `ה-90`).
        if lexed.raw(at).chars().count() > 1 {
            return None;
        }
    }
    None
}

/// Whether only a space and an apostrophe stand before a token (`anni '90`).
fn is_apostrophe(lexed: &Lexed<'_>, index: usize) -> bool {
    index > 0 && matches!(lexed.between(index - 1).trim(), "'" | "’" | "‘" | "ʼ" | "′")
}

fn numbered_decade(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let (number, end, digits) = tens_at(lexed, index)?;
    let gap = lexed.get(end)?.gap;
    let written_on = matches!(gap, Gap::None | Gap::Joint | Gap::Dot);
    let mark = lexed.hits(end).iter().find(|hit| match hit.meaning {
        Meaning::Decade(DecadeMark::Ending) => digits && written_on,
        Meaning::Decade(DecadeMark::NumberBefore) => gap != Gap::Break,
        _ => false,
    })?;
    let is_letter = mark.meaning == Meaning::Decade(DecadeMark::Ending)
        && mark.end == end + 1
        && lexed.raw(end).chars().count() == 1;
    let (mut start, mut end) = (index, mark.end);
    let part = part_beside(lexed, &mut start, &mut end);
    // `30s` may be seconds.
    let doubtful = is_letter && gap == Gap::None && number < 100;
    // `10-е` is *the tenth* as well.
    let is_ordinal = |hit: &Hit| hit.meaning == Meaning::OrdinalEnding && hit.end == mark.end;
    let place = is_letter && gap == Gap::Joint && number < 100 && lexed.hits(mark.start).iter().any(is_ordinal);
    if place {
        let ordinal = Quantity { ordinal: true, ..Quantity::plain(Decimal::from(number)) };
        let range = reader.token_range(start, end);
        push_decade(reader, number, part, start, end, Salience::Firm);
        if let Some(fact) = reader.last_before(range.end, 0).filter(|fact| fact.range == range) {
            fact.weight = 0.6;
            fact.alternatives = vec![Reading { value: Value::Quantity(ordinal), weight: 0.35 }];
        }
        return Some(end);
    }
    if !doubtful {
        push_decade(reader, number, part, start, end, Salience::Firm);
        return Some(end);
    }
    let readings = with_part(decades(number)?, part);
    let range = reader.token_range(start, end);
    let mut fact = Fact::sure(Value::Date(readings.first()?.0), range, reader.salience(range, Salience::Soft));
    fact.weight = 0.6;
    let number = Value::Quantity(Quantity::plain(Decimal::from(number)));
    fact.alternatives = vec![Reading { value: number, weight: 0.3 }];
    reader.push_tokens(fact, start, end);
    Some(end)
}

/// Adds a decade; with the century that stands beside it, where one does (`90-е годы XX века`, `20世纪90年代`).
fn push_decade(
    reader: &mut Reader<'_>,
    number: u32,
    part: Option<super::PartOf>,
    start: usize,
    end: usize,
    salience: Salience,
) {
    /// Bytes between the two: a preposition or a particle.
    const REACH: usize = 12;
    let range = reader.token_range(start, end);
    let century = (number < 100).then(|| reader.take_beside(range, REACH, is_century)).flatten();
    let Some(century) = century else {
        push(reader, &with_part(decades(number).unwrap_or_default(), part), start, end, salience);
        return;
    };
    let Value::Date(date) = century.value else { return };
    let decade = i32::try_from(number).unwrap_or_default();
    let year = date.year.map(|year| if year < 0 { year + 100 - decade } else { year + decade });
    let date = PartialDate { year, span: YearSpan::Decade, part: part.or(date.part), ..PartialDate::default() };
    let range = TextRange::new(range.start.min(century.range.start), range.end.max(century.range.end));
    let fact = Fact::sure(Value::Date(date), range, reader.salience(range, Salience::Firm));
    reader.push_tokens(fact, start, end);
}

fn is_century(fact: &Fact) -> bool {
    matches!(fact.value, Value::Date(PartialDate { span: YearSpan::Century, .. }))
}

/// A number of tens or hundreds of years at a token: two or four digits, or in words; where it ends.
fn tens_at(lexed: &Lexed<'_>, index: usize) -> Option<(u32, usize, bool)> {
    if lexed.is_taken(index) || index >= lexed.len() {
        return None;
    }
    if lexed.is_digits(index) {
        let number = lexed.digits(index, 4)?;
        let length = lexed.raw(index).chars().count();
        let fits = number % 10 == 0 && (length == 2 || (length == 4 && (1100..2600).contains(&number)));
        return fits.then_some((number, index + 1, true));
    }
    let numeral = numerals::read(lexed, index)?;
    let number = numeral.readings.first()?.0.to_u32()?;
    (number % 10 == 0 && (20..100).contains(&number)).then_some((number, numeral.end, false))
}

/// What a number of years may mean as a decade, or a century where it is one of hundreds (*the 1800s*).
fn decades(number: u32) -> Option<Vec<(PartialDate, f32)>> {
    if number < 100 {
        return Some(of_tens(number));
    }
    let year = i32::try_from(number).ok()?;
    let date = |span| PartialDate { year: Some(year), span, ..PartialDate::default() };
    Some(match number % 100 {
        0 => vec![(date(YearSpan::Century), 0.5), (date(YearSpan::Decade), 0.5)],
        _ => vec![(date(YearSpan::Decade), 1.0)],
    })
}

/// The decade of two digits: of the last century, but for the first ones.
fn of_tens(tens: u32) -> Vec<(PartialDate, f32)> {
    let date = |century: u32| PartialDate {
        year: i32::try_from(century + tens).ok(),
        span: YearSpan::Decade,
        ..PartialDate::default()
    };
    let (likely, other) = if tens < 20 { (2000, 1900) } else { (1900, 1800) };
    vec![(date(likely), 0.9), (date(other), 0.1)]
}

fn with_part(mut readings: Vec<(PartialDate, f32)>, part: Option<super::PartOf>) -> Vec<(PartialDate, f32)> {
    readings.iter_mut().for_each(|(date, _)| date.part = part);
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundreds_are_a_century_or_a_decade() {
        let shown = |number| -> Vec<String> {
            decades(number).into_iter().flatten().map(|(date, _)| date.to_string()).collect()
        };
        assert_eq!(shown(1800), ["century 19", "1800s"]);
        assert_eq!(shown(1990), ["1990s"]);
        assert_eq!(shown(90), ["1990s", "1890s"]);
    }
}
