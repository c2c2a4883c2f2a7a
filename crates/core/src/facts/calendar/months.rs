//! Dates with the name of a month, days of the week, and parts of a year.

use super::super::lexed::Lexed;
use super::super::reader::Reader;
use super::super::{Fact, Measure, PartialDate, Salience, Unit, Value, numerals};
use super::{day_at, day_ending, eras, has_meaning, is_short_word, part_at, part_behind, part_ending, year_at};
use crate::locale::{DateOrder, Hit, Meaning};
use crate::tokens::{Gap, Token};

/// A month's name with what stands around it. Gives the token after it.
pub(super) fn read(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let is_month =
        |hit: &&Hit| matches!(hit.meaning, Meaning::Month(_) | Meaning::AmbiguousMonth(_) | Meaning::RareMonth(_));
    let hit = *lexed.hits(index).iter().find(is_month)?;
    let (month, ambiguous) = match hit.meaning {
        Meaning::Month(month) => (month, false),
        Meaning::AmbiguousMonth(month) | Meaning::RareMonth(month) => (month, true),
        _ => return None,
    };
    // A longer phrase that is no month wins (`10 millions`, `marché`).
    if lexed.any_taken(hit.start, hit.end) || lexed.hits(index).iter().any(|other| other.end > hit.end) {
        return None;
    }
    let mut found =
        Found { date: PartialDate { month: Some(month), ..PartialDate::default() }, start: index, end: hit.end };
    let digits = lexed.is_digits(index);
    // `six days may pass`: right beside a word that may be a month stand days in figures, with at most `of` between.
    before(lexed, &mut found, digits, if ambiguous { 2 } else { 4 });
    if ambiguous && found.date.day.is_some() && !lexed.is_digits(found.start) && !looks_like_a_name(lexed, index) {
        found.date.day = None;
        found.start = index;
    }
    // `sept ans en 2020`, `dez anos de 2010`: a name that is a number too has its year right behind it.
    let is_number = ambiguous && lexed.hits(index).iter().any(|hit| matches!(hit.meaning, Meaning::Number(_)));
    after(lexed, &mut found, if is_number { 0 } else { 2 });
    leading_year(lexed, &mut found);
    let rare = matches!(hit.meaning, Meaning::RareMonth(_));
    // `18 Kas 2020`, `5 de mar. de 2024`; `5. pro 2020` goes on (Czech *for 2020*).
    let dotted = lexed.get(hit.end).is_some_and(|next| next.gap == Gap::Dot) && found.date.year.is_some();
    let between = |_: &u8| {
        let close = matches!(lexed.token(index).gap, Gap::Space | Gap::Bound);
        close && found.start + 1 == index && year_at(lexed, hit.end).is_some()
    };
    let sure = |day: &u8| dotted || between(day);
    let marked = rare && is_marked(lexed, &found, hit);
    if rare && !marked && found.date.day.as_ref().is_none_or(|day| !sure(day)) {
        return None;
    }
    // `only 3 may enter`: where months have capitals, a word without one is a month beside a year.
    let is_low = ambiguous && lexed.locale.capitalises_months() && lexed.raw(index).starts_with(char::is_lowercase);
    let supported = if is_low {
        found.date.year.is_some()
    } else {
        found.date.day.is_some() || found.date.year.is_some() || found.date.part.is_some()
    };
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
        if found.date.part.is_some() {
            other_part(reader, &found);
        }
    }
    Some(found.end)
}

/// *Early and mid-January 2020*, `début et mi-janvier`: the first of two parts of one month.
fn other_part(reader: &mut Reader<'_>, found: &Found) {
    let lexed = &reader.lexed;
    if !lexed.joins(found.start) {
        return;
    }
    let joins = |hit: &&Hit| matches!(hit.meaning, Meaning::And | Meaning::RangeWord | Meaning::RangeAnd);
    let Some(middle) = lexed.hits_ending(found.start).find(joins).map(|hit| hit.start) else { return };
    let Some((start, part)) = part_ending(lexed, middle).filter(|_| lexed.joins(middle)) else { return };
    if Some(part) == found.date.part || lexed.any_taken(start, found.start) {
        return;
    }
    let date = PartialDate { part: Some(part), ..found.date };
    let range = reader.token_range(start, middle);
    let fact = Fact::sure(Value::Date(date), range, reader.salience(range, Salience::Firm));
    reader.push_tokens(fact, start, middle);
}

/// Whether an abbreviation that is another word as well is written as no other word is: with a sign of abbreviation that
/// ends no sentence beside a day or year (`28 नव॰`, `נוב׳ 2021`), or with a capital right behind a day (`5 Mar`).
fn is_marked(lexed: &Lexed<'_>, found: &Found, hit: Hit) -> bool {
    let behind_day = found.date.day.is_some() && found.start + 1 == hit.start && lexed.is_digits(found.start);
    let sign = ['॰', '׳'];
    let last = lexed.token(hit.end - 1);
    let signed = lexed.text[..last.end].ends_with(sign) || lexed.text[last.end..].starts_with(sign);
    signed && (behind_day || found.date.year.is_some())
        || behind_day && lexed.token(hit.start).gap == Gap::Space && looks_like_a_name(lexed, hit.start)
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

/// Whether a number behind a month belongs to what follows: a time (`mar 09:05`), or a month that days stand before (`mar.
/// 5 mars`: *Tuesday*).
fn goes_with_another(lexed: &Lexed<'_>, day: usize) -> bool {
    let next = day + 1;
    let hour = lexed.is_digits(next) && lexed.between(day) == ":";
    let month = lexed.locale.date_order() == DateOrder::DayMonthYear
        && lexed.get(next).is_some_and(|token| token.gap == Gap::Space)
        && lexed.hits(next).iter().any(|hit| matches!(hit.meaning, Meaning::Month(_)));
    hour || month
}

/// What follows a month: a day, a year at most `reach` short words away, a part of it.
fn after(lexed: &Lexed<'_>, found: &mut Found, reach: usize) {
    // May 31(st), 2026; 3月14日; but not `In March 20 million`.
    if found.date.day.is_none()
        && lexed.is_digits(found.end)
        && lexed.token(found.end).gap != Gap::Break
        && let Some(day) = day_at(lexed, found.end)
        && !goes_with_another(lexed, found.end)
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
        // `พ.ศ. 2567`, `44 av. J.-C.`
        if lexed.get(at).is_some_and(|token| token.gap != Gap::Break)
            && let Some((years, end)) = eras::year_from(lexed, at)
        {
            found.date.year = years.first().copied();
            found.end = end;
            break;
        }
        if let Some(year) = year_at(lexed, at) {
            found.date.year = Some(year);
            found.end = at + 1;
            break;
        }
        // `de 2026`, `, 2026`, `of 2026`: short words only; scripts without spaces put the year first.
        let is_passable = |token: &Token| {
            // `5 de mar. de 2024`: the full stop is the abbreviation's.
            let dotted = skip == 0 && token.gap == Gap::Dot && is_short_word(lexed, at - 1);
            let short = is_short_word(lexed, at) && !lexed.stands_alone(at) && !has_meaning(lexed, at);
            (dotted || lexed.joins(at)) && short
        };
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

/// `2024. március 5.`, `2024 m. kovo 5 d.`, `2024. gada 5. marts`: the year before the month, where dates begin with it
/// or a word for years stands between.
fn leading_year(lexed: &Lexed<'_>, found: &mut Found) {
    let Some(last) = found.start.checked_sub(1).filter(|_| found.date.year.is_none()) else { return };
    let close = |at: usize| matches!(lexed.token(at).gap, Gap::Dot | Gap::Space | Gap::Bound);
    let is_of_years = |hit: &Hit| {
        let named = Measure::named("year").map(Unit::Measure);
        let unit = match hit.meaning {
            Meaning::Unit(unit) | Meaning::UnitSign { unit, .. } => Some(unit),
            _ => None,
        };
        unit.is_some() && unit == named && hit.end == found.start
    };
    let worded = last > 0 && close(last) && lexed.unit_hits(last).iter().any(is_of_years);
    let at = if worded { last - 1 } else { last };
    let leads = worded || lexed.locale.date_order() == DateOrder::YearMonthDay;
    if leads
        && close(found.start)
        && let Some(year) = year_at(lexed, at)
    {
        found.date.year = Some(year);
        found.start = at;
    }
}

/// What stands before a month: a day (`14 mars`, `1er mars`, `31 de mayo`), a year (2026年3月), a part (`fin février`).
/// Words of at most `most` letters may stand between.
fn before(lexed: &Lexed<'_>, found: &mut Found, digits: bool, most: usize) {
    let mut at = found.start;
    for _ in 0..=3 {
        let Some(previous) = at.checked_sub(1) else { return };
        if lexed.is_taken(previous) || matches!(lexed.token(at).gap, Gap::Break) {
            return;
        }
        // 令和6年3月
        if found.date.year.is_none()
            && let Some((years, start)) = eras::year_ending(lexed, at)
        {
            found.date.year = years.first().copied();
            found.start = start;
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
            && let Some((day, start)) = day_ending(lexed, at)
        {
            found.date.day = Some(day);
            found.start = start;
            at = start;
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
        let glued = at < lexed.len() && lexed.token(previous).gap == Gap::None;
        let is_short = is_short_word(lexed, previous) && (glued || lexed.raw(previous).chars().count() <= most);
        if !is_short && !lexed.stands_alone(previous) {
            return;
        }
        at = previous;
    }
}

/// A day of the week by itself.
pub(super) fn weekday(reader: &mut Reader<'_>, index: usize) {
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
pub(super) fn part_of_year(reader: &mut Reader<'_>, index: usize) {
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
