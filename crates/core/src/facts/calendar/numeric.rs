//! Dates in digits: `2026-03-14`, `14.03.2026`, `3/14/26`, `14. 3. 2026`, `1404/03/12`; years and months (`03/2026`);
//! years that go on into the next (`2019/20`).

use super::super::reader::Reader;
use super::super::{Fact, PartialDate, Quantity, Reading, Salience, Value};
use super::{alike, push};
use crate::locale::{DateOrder, Locale};
use crate::tokens::Gap;
use rust_decimal::Decimal;

/// How likely the order is that the locale has, where a date in digits allows another.
const OWN_ORDER: f32 = 0.7;

/// Reads what begins at a token.
pub(super) fn read(reader: &mut Reader<'_>, index: usize) {
    if !full_date(reader, index) && !month_of_year(reader, index) {
        season(reader, index);
    }
}

fn full_date(reader: &mut Reader<'_>, index: usize) -> bool {
    let lexed = &reader.lexed;
    if !(lexed.is_digits(index) && lexed.is_digits(index + 1) && lexed.is_digits(index + 2)) {
        return false;
    }
    let glue = |at: usize| lexed.between(at).trim();
    let sign = glue(index);
    let in_one_piece = !lexed.between(index).starts_with(' ') && glue(index + 1) == sign;
    let goes_on = lexed.is_digits(index + 3) && glue(index + 2) == sign && lexed.token(index + 3).gap != Gap::None;
    if !(matches!(sign, "-" | "." | "/" | "‑") && in_one_piece) || goes_on || lexed.any_taken(index, index + 3) {
        return false;
    }
    let lengths = [0, 1, 2].map(|at| lexed.raw(index + at).chars().count());
    let Some(numbers) = [0, 1, 2].map(|at| lexed.digits(index + at, 4)).into_iter().collect::<Option<Vec<u32>>>()
    else {
        return false;
    };
    let locale = lexed.locale;
    let readings = if lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2 {
        dates(locale, numbers[0], numbers[1], numbers[2]).map(|dates| alike(&dates))
    } else if lengths[0] <= 2 && lengths[1] <= 2 && lengths[2] == 4 {
        Some(either_order(locale, numbers[2], numbers[0], numbers[1]))
    } else if lengths == [2, 2, 2] && sign != "-" || lengths[2] == 2 && sign == "/" {
        let mut readings = either_order(locale, century_of(numbers[2]), numbers[0], numbers[1]);
        // 20/12/31
        if lexed.locale.date_order() == DateOrder::YearMonthDay
            && let Some(date) = date(century_of(numbers[0]), numbers[1], numbers[2])
        {
            readings.iter_mut().for_each(|(_, weight)| *weight *= 1.0 - OWN_ORDER);
            readings.insert(0, (date, OWN_ORDER));
        }
        Some(readings)
    } else {
        None
    };
    let Some(mut readings) = readings.filter(|readings| !readings.is_empty()) else { return false };
    readings.dedup_by_key(|(date, _)| *date);
    push(reader, &readings, index, index + 3, Salience::Firm);
    true
}

/// The year that two digits stand for: of this century, or of the last one where that is nearer.
fn century_of(year: u32) -> u32 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

/// A date of which day and month may stand in either order.
fn either_order(locale: &Locale, year: u32, first: u32, second: u32) -> Vec<(PartialDate, f32)> {
    let (day_first, month_first) = (dates(locale, year, second, first), dates(locale, year, first, second));
    let (day_weight, month_weight) = match (&day_first, &month_first) {
        (Some(_), Some(_)) if first != second => match locale.date_order() {
            DateOrder::MonthDayYear => (1.0 - OWN_ORDER, OWN_ORDER),
            _ => (OWN_ORDER, 1.0 - OWN_ORDER),
        },
        _ => (1.0, 1.0),
    };
    let weighted = |dates: Option<Vec<PartialDate>>, weight: f32| {
        let readings = alike(&dates.unwrap_or_default());
        readings.into_iter().map(move |(date, share)| (date, share * weight)).collect::<Vec<_>>()
    };
    let mut readings = weighted(day_first, day_weight);
    readings.extend(weighted(month_first, month_weight));
    readings.sort_by(|a, b| b.1.total_cmp(&a.1));
    readings
}

/// The dates that a year, month and day may be, by the count of years that the language has.
fn dates(locale: &Locale, year: u32, month: u32, day: u32) -> Option<Vec<PartialDate>> {
    let own = locale.knowledge().calendar.filter(|era| era.is_recent(year));
    if let Some(era) = own {
        let dates = era.dates(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        return (!dates.is_empty()).then_some(dates);
    }
    date(year, month, day).map(|date| vec![date])
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

/// Whether digits stand by themselves: no sign ties them to others.
fn is_bounded(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let lexed = &reader.lexed;
    let tied = |between: &str| matches!(between, "-" | "." | "/" | "," | ":" | "‑" | "–");
    let before = from > 0 && lexed.is_digits(from - 1) && tied(lexed.between(from - 1));
    let behind = lexed.is_digits(to) && tied(lexed.between(to - 1));
    let signed = lexed.text[..lexed.token(from).start].ends_with(['-', '/', '.', ',', '+']);
    // `2019/20mm`, `1/2020a`
    let written_on = lexed.get(to).is_some_and(|token| token.gap == Gap::None && !lexed.stands_alone(to));
    !(before || behind || signed || written_on)
}

/// `03/2026`, `12.2026`
fn month_of_year(reader: &mut Reader<'_>, index: usize) -> bool {
    let lexed = &reader.lexed;
    let is_pair = lexed.is_digits(index) && lexed.is_digits(index + 1) && matches!(lexed.between(index), "/" | ".");
    if !is_pair || lexed.any_taken(index, index + 2) || !is_bounded(reader, index, index + 2) {
        return false;
    }
    let lexed = &reader.lexed;
    let (Some(month), Some(year)) = (lexed.digits(index, 2), lexed.digits(index + 1, 4)) else { return false };
    let year_length = lexed.raw(index + 1).chars().count();
    // 12.2026 is a number with four decimals where a point marks them.
    let is_decimal = lexed.between(index) == "." && lexed.locale.symbols('0').decimal == '.';
    if year_length != 4 || !(1..=12).contains(&month) || !(1900..2100).contains(&year) || is_decimal {
        return false;
    }
    let date = PartialDate { year: i32::try_from(year).ok(), month: u8::try_from(month).ok(), ..Default::default() };
    push(reader, &[(date, 0.9)], index, index + 2, Salience::Firm);
    true
}

/// `2019/20`, `2019–20`: two years, the second with its last two digits.
fn season(reader: &mut Reader<'_>, index: usize) {
    let lexed = &reader.lexed;
    let is_pair = lexed.is_digits(index) && lexed.is_digits(index + 1);
    if !is_pair || lexed.any_taken(index, index + 2) || !is_bounded(reader, index, index + 2) {
        return;
    }
    let lexed = &reader.lexed;
    let (Some(first), Some(second)) = (lexed.digits(index, 4), lexed.digits(index + 1, 2)) else { return };
    let lengths = [index, index + 1].map(|at| lexed.raw(at).chars().count());
    let last = first % 100;
    let follows = match lexed.between(index) {
        "/" => second == (last + 1) % 100,
        "-" | "–" | "‑" => second > last,
        _ => false,
    };
    if lengths != [4, 2] || !follows || !(1700..2100).contains(&first) {
        return;
    }
    let year = |year: u32| PartialDate { year: i32::try_from(year).ok(), ..PartialDate::default() };
    let ends = first - last + second + if second < last { 100 } else { 0 };
    push(reader, &[(year(first), 0.9)], index, index + 1, Salience::Firm);
    let range = reader.token_range(index + 1, index + 2);
    let mut fact = Fact::sure(Value::Date(year(ends)), range, reader.salience(range, Salience::Soft));
    fact.weight = 0.8;
    let number = Value::Quantity(Quantity::plain(Decimal::from(second)));
    fact.alternatives = vec![Reading { value: number, weight: 0.2 }];
    reader.push_tokens(fact, index + 1, index + 2);
}
