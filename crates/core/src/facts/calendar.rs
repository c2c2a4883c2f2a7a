//! Dates: by numbers (`14.03.2026`), by the month's name (`14 mars 2026`, `fin février`, `2月末`), days of the week.

use super::lexed::Lexed;
use super::numerals;
use super::reader::Reader;
use super::{Fact, PartOf, PartialDate, Reading, Salience, Value};
use crate::locale::{Hit, Meaning};
use crate::tokens::Gap;
use rust_decimal::prelude::ToPrimitive;

/// Reads all dates of the segment.
pub(super) fn read(reader: &mut Reader<'_>) {
    for index in 0..reader.lexed.len() {
        if !reader.lexed.is_taken(index) {
            numeric(reader, index);
        }
    }
    let mut index = 0;
    while index < reader.lexed.len() {
        index = if reader.lexed.is_taken(index) { index + 1 } else { with_month(reader, index).unwrap_or(index + 1) };
    }
    for index in 0..reader.lexed.len() {
        if !reader.lexed.is_taken(index) {
            weekday(reader, index);
            part_of_year(reader, index);
        }
    }
}

/// `2026-03-14`, `14.03.2026`, `3/14/26`, `14. 3. 2026`.
fn numeric(reader: &mut Reader<'_>, index: usize) {
    let lexed = &reader.lexed;
    if !(lexed.is_digits(index) && lexed.is_digits(index + 1) && lexed.is_digits(index + 2)) {
        return;
    }
    let glue = |at: usize| lexed.between(at).trim();
    let sign = glue(index);
    let in_one_piece = !lexed.between(index).starts_with(' ') && glue(index + 1) == sign;
    let goes_on = lexed.is_digits(index + 3) && glue(index + 2) == sign;
    if !(matches!(sign, "-" | "." | "/" | "‑") && in_one_piece) || goes_on || lexed.any_taken(index, index + 3) {
        return;
    }
    let lengths = [0, 1, 2].map(|at| lexed.raw(index + at).chars().count());
    let Some(numbers) = [0, 1, 2].map(|at| lexed.digits(index + at, 4)).into_iter().collect::<Option<Vec<u32>>>()
    else {
        return;
    };
    let readings = if lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2 {
        vec![date(numbers[0], numbers[1], numbers[2])]
    } else if lengths[0] <= 2 && lengths[1] <= 2 && lengths[2] == 4 {
        vec![date(numbers[2], numbers[1], numbers[0]), date(numbers[2], numbers[0], numbers[1])]
    } else if lengths == [2, 2, 2] && sign != "-" || lengths[2] == 2 && sign == "/" {
        let year = 2000 + numbers[2];
        vec![date(year, numbers[1], numbers[0]), date(year, numbers[0], numbers[1])]
    } else {
        return;
    };
    let mut readings: Vec<PartialDate> = readings.into_iter().flatten().collect();
    readings.dedup();
    let Some(first) = readings.first().copied() else { return };
    let weight = 1.0 / readings.len() as f32;
    let range = reader.token_range(index, index + 3);
    let mut fact = Fact::sure(Value::Date(first), range, reader.salience(range, Salience::Firm));
    fact.weight = weight;
    fact.alternatives = readings[1..].iter().map(|date| Reading { value: Value::Date(*date), weight }).collect();
    reader.push_tokens(fact, index, index + 3);
}

fn date(year: u32, month: u32, day: u32) -> Option<PartialDate> {
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..=2999).contains(&year);
    fits.then(|| PartialDate {
        year: i32::try_from(year).ok(),
        month: u8::try_from(month).ok(),
        day: u8::try_from(day).ok(),
        ..PartialDate::default()
    })
}

/// A month's name with what stands around it. Gives the token after it.
fn with_month(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let hit =
        *lexed.hits(index).iter().find(|hit| matches!(hit.meaning, Meaning::Month(_) | Meaning::AmbiguousMonth(_)))?;
    let (month, ambiguous) = match hit.meaning {
        Meaning::Month(month) => (month, false),
        Meaning::AmbiguousMonth(month) => (month, true),
        _ => return None,
    };
    // A longer phrase that is no month wins (`10 millions`, `marché`).
    if lexed.any_taken(hit.start, hit.end) || lexed.hits(index).iter().any(|other| other.end > hit.end) {
        return None;
    }
    let mut found =
        Found { date: PartialDate { month: Some(month), ..PartialDate::default() }, start: index, end: hit.end };
    let digits = lexed.is_digits(index);
    before(lexed, &mut found, digits);
    // `sept ans en 2020`, `dez anos de 2010`: a name that is a number too has its year right behind it.
    let is_number = ambiguous && lexed.hits(index).iter().any(|hit| matches!(hit.meaning, Meaning::Number(_)));
    after(lexed, &mut found, if is_number { 0 } else { 2 });
    let supported = found.date.day.is_some() || found.date.year.is_some() || found.date.part.is_some();
    if is_number && !supported {
        return None;
    }
    // `may` may be a month all the same where the other version names one.
    let doubtful = ambiguous && !supported && !looks_like_a_name(lexed, index);
    if supported {
        found.date.part = if found.date.day.is_some() { None } else { found.date.part };
    }
    let salience = match (supported, doubtful) {
        (true, _) => Salience::Firm,
        (false, false) => Salience::Soft,
        (false, true) => Salience::Silent,
    };
    let range = reader.token_range(found.start, found.end);
    let fact = Fact::sure(Value::Date(found.date), range, reader.salience(range, salience));
    if doubtful {
        // It may as well be a number (Portuguese `dez`).
        reader.push(fact);
    } else {
        reader.push_tokens(fact, found.start, found.end);
    }
    Some(found.end)
}

/// Whether a word that may be a month or something else has a capital inside a sentence: *in May*.
fn looks_like_a_name(lexed: &Lexed<'_>, index: usize) -> bool {
    lexed.locale.capitalises_months()
        && index > 0
        && lexed.raw(index).starts_with(char::is_uppercase)
        && lexed.token(index).gap != Gap::Break
}

struct Found {
    date: PartialDate,
    start: usize,
    end: usize,
}

/// What follows a month: a day, a year at most `reach` short words away, a part of it.
fn after(lexed: &Lexed<'_>, found: &mut Found, reach: usize) {
    // May 31(st), 2026; 3月14日; but not `In March 20 million`.
    if found.date.day.is_none()
        && lexed.is_digits(found.end)
        && lexed.token(found.end).gap != Gap::Break
        && let Some(day) = day_at(lexed, found.end)
        && numerals::read(lexed, found.end).is_some_and(|numeral| numeral.end == found.end + 1)
    {
        found.date.day = Some(day);
        found.end += 1;
        // The ordinal's ending, or 日.
        if lexed.get(found.end).is_some_and(|token| token.gap == Gap::None && !lexed.is_digits(found.end))
            && !has_meaning(lexed, found.end)
        {
            found.end += 1;
        }
    }
    for skip in 0..=reach {
        let at = found.end + skip;
        if let Some(year) = year_at(lexed, at) {
            found.date.year = Some(year);
            found.end = at + 1;
            break;
        }
        // `de 2026`, `, 2026`, `of 2026`: short words only; scripts without spaces put the year first.
        let is_passable =
            |_| lexed.joins(at) && is_short_word(lexed, at) && !lexed.stands_alone(at) && !has_meaning(lexed, at);
        let passable = lexed.get(at).is_some_and(is_passable);
        if !passable {
            break;
        }
    }
    if found.date.day.is_none()
        && lexed.locale.knowledge().parts_follow
        && let Some((part, end)) = part_behind(lexed, found.end)
    {
        found.date.part = Some(part);
        found.end = end;
    }
}

/// A part behind a month or year, at most two short words away, and where it ends.
fn part_behind(lexed: &Lexed<'_>, index: usize) -> Option<(PartOf, usize)> {
    for at in index..=index + 2 {
        if at >= lexed.len() || !lexed.joins(at) {
            return None;
        }
        let found = part_at(lexed, at);
        if found.is_some() || !is_short_word(lexed, at) {
            return found;
        }
    }
    None
}

/// What stands before a month: a day (`14 mars`, `1er mars`, `31 de mayo`), a year (2026年3月), a part (`fin février`).
fn before(lexed: &Lexed<'_>, found: &mut Found, digits: bool) {
    let mut at = found.start;
    for _ in 0..=3 {
        let Some(previous) = at.checked_sub(1) else { return };
        if lexed.is_taken(previous) || matches!(lexed.token(at).gap, Gap::Break) {
            return;
        }
        // 2026年3月: a year, one character, the month in digits.
        if found.date.year.is_none()
            && let Some(year) = year_at(lexed, previous)
            && (digits || found.date.day.is_some())
        {
            found.date.year = Some(year);
            found.start = previous;
            return;
        }
        if !digits
            && found.date.day.is_none()
            && let Some(day) = day_at(lexed, previous)
        {
            found.date.day = Some(day);
            found.start = previous;
            at = previous;
            continue;
        }
        if !lexed.locale.knowledge().parts_follow
            && let Some(part) = part_ending(lexed, at)
        {
            if found.date.day.is_none() && found.date.part.is_none() {
                found.date.part = Some(part.1);
                found.start = part.0;
            }
            return;
        }
        if !is_short_word(lexed, previous) && !lexed.stands_alone(previous) {
            return;
        }
        at = previous;
    }
}

fn has_meaning(lexed: &Lexed<'_>, index: usize) -> bool {
    lexed.hits(index).iter().any(|hit| {
        !hit.meaning.relates_numbers()
            && !matches!(
                hit.meaning,
                Meaning::Joiner
                    | Meaning::Counter
                    | Meaning::NumberInCompany(_)
                    | Meaning::OrdinalEnding
                    | Meaning::OrdinalWordMark
                    | Meaning::Negation(_)
                    | Meaning::NotANegation
            )
    })
}

/// Articles, prepositions, endings of ordinals: words that may stand within a date.
fn is_short_word(lexed: &Lexed<'_>, index: usize) -> bool {
    lexed.get(index).is_some() && !lexed.is_digits(index) && lexed.raw(index).chars().count() <= 4
}

/// A day of the month, in digits or as a number word.
fn day_at(lexed: &Lexed<'_>, index: usize) -> Option<u8> {
    if index >= lexed.len() || lexed.is_taken(index) {
        return None;
    }
    let day = if lexed.is_digits(index) {
        lexed.digits(index, 2)?
    } else if lexed.stands_alone(index) {
        return None;
    } else {
        let numeral = numerals::read(lexed, index).filter(|numeral| numeral.end == index + 1)?;
        numeral.readings.first()?.0.to_u32().filter(|day| *day > 1)?
    };
    // Not the minutes of a time, nor the end of a grouped number.
    let glued = index > 0
        && lexed.is_digits(index - 1)
        && matches!(lexed.between(index - 1), ":" | "." | "," | "\u{202f}" | "\u{a0}");
    (!glued && (1..=31).contains(&day)).then(|| u8::try_from(day).ok()).flatten()
}

fn year_at(lexed: &Lexed<'_>, index: usize) -> Option<i32> {
    if lexed.is_taken(index) || lexed.raw(index).chars().count() != 4 {
        return None;
    }
    let year = lexed.digits(index, 4)?;
    (1000..=2999).contains(&year).then(|| i32::try_from(year).ok()).flatten()
}

/// A part of a month that begins at a token, and where it ends.
fn part_at(lexed: &Lexed<'_>, index: usize) -> Option<(PartOf, usize)> {
    if lexed.is_taken(index) {
        return None;
    }
    let (part, end) = lexed.hits(index).iter().find_map(|hit| match hit.meaning {
        Meaning::Part(part) => Some((part, hit.end)),
        _ => None,
    })?;
    // Part of a longer phrase that is something else (初めて, 초등).
    let hidden = lexed.hits(index).iter().any(|hit| hit.meaning == Meaning::NotANumber && hit.end > end);
    (!hidden).then_some((part, end))
}

/// A part of a month that ends before token `end`, and where it begins.
fn part_ending(lexed: &Lexed<'_>, end: usize) -> Option<(usize, PartOf)> {
    let is_part = |hit: &&Hit| matches!(hit.meaning, Meaning::Part(_)) && !lexed.any_taken(hit.start, hit.end);
    // The longest phrase: `à la fin` rather than `fin`.
    let longest = lexed.hits_ending(end).filter(is_part).min_by_key(|hit| hit.start)?;
    match longest.meaning {
        Meaning::Part(part) => Some((longest.start, part)),
        _ => None,
    }
}

/// A day of the week by itself.
fn weekday(reader: &mut Reader<'_>, index: usize) {
    let hits = reader.lexed.hits(index);
    let Some(hit) = hits.iter().find(|hit| matches!(hit.meaning, Meaning::Weekday(_))).copied() else { return };
    let Meaning::Weekday(day) = hit.meaning else { return };
    if hits.iter().any(|other| other.end > hit.end) || reader.lexed.any_taken(index, hit.end) {
        return;
    }
    let date = PartialDate { weekday: Some(day), ..PartialDate::default() };
    let range = reader.token_range(index, hit.end);
    let fact = Fact::sure(Value::Date(date), range, reader.salience(range, Salience::Soft));
    reader.push_tokens(fact, index, hit.end);
}

/// `early 2020`, `fin 2026`: a year with a part of it.
fn part_of_year(reader: &mut Reader<'_>, index: usize) {
    if reader.lexed.locale.knowledge().parts_follow {
        part_behind_year(reader, index);
        return;
    }
    let Some((part, end)) = part_at(&reader.lexed, index) else { return };
    let lexed = &reader.lexed;
    for skip in 0..=2 {
        let at = end + skip;
        if let Some(year) = year_at(lexed, at) {
            let next_is_unit =
                lexed.get(at + 1).is_some_and(|token| token.gap == Gap::None && !lexed.stands_alone(at + 1));
            if next_is_unit {
                return;
            }
            let date = PartialDate { year: Some(year), part: Some(part), ..PartialDate::default() };
            let range = reader.token_range(index, at + 1);
            let fact = Fact::sure(Value::Date(date), range, reader.salience(range, Salience::Firm));
            reader.push_tokens(fact, index, at + 1);
            return;
        }
        if !(lexed.get(at).is_some() && lexed.joins(at) && is_short_word(lexed, at)) {
            return;
        }
    }
}

/// `2020年末`, `2020 végén`: the part behind the year.
fn part_behind_year(reader: &mut Reader<'_>, index: usize) {
    let lexed = &reader.lexed;
    let Some(year) = year_at(lexed, index) else { return };
    let Some((part, end)) = part_behind(lexed, index + 1) else { return };
    if lexed.any_taken(index, end) {
        return;
    }
    let date = PartialDate { year: Some(year), part: Some(part), ..PartialDate::default() };
    let range = reader.token_range(index, end);
    let fact = Fact::sure(Value::Date(date), range, reader.salience(range, Salience::Firm));
    reader.push_tokens(fact, index, end);
}
