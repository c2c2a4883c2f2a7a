//! Dates in digits: `2026-03-14`, `14.03.2026`, `3/14/26`, `14. 3. 2026`, `1404/03/12`; years and months (`03/2026`);
//! years that go on into the next (`2019/20`).

use super::super::lexed::Lexed;
use super::super::reader::Reader;
use super::super::{Fact, PartialDate, Quantity, Reading, Salience, Unit, Value};
use super::{alike, push};
use crate::locale::{DateOrder, DigitDate, Locale};
use crate::tokens::Gap;
use rust_decimal::Decimal;

/// How likely the order is that the locale has, where a date in digits allows another.
const OWN_ORDER: f32 = 0.7;

/// Reads what begins at a token.
pub(super) fn read(reader: &mut Reader<'_>, index: usize) {
    let found = full_date(reader, index) || month_of_year(reader, index);
    if !found && !in_two(reader, index) && !with_zeros(reader, index) {
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

/// `5. 3.`, `3. 5.`, `2024. 3.`, `2024/3`, `3-2024`, as the locale writes a day and month or a month and year, where
/// little else is written so.
fn in_two(reader: &mut Reader<'_>, index: usize) -> bool {
    let lexed = &reader.lexed;
    if !(lexed.is_digits(index) && lexed.is_digits(index + 1)) || lexed.any_taken(index, index + 2) {
        return false;
    }
    let between = lexed.between(index);
    let fits = |form: &&DigitDate| {
        let spaced = form.separator.ends_with(' ');
        // Without a space and a year it may be a fraction, a decimal or a section; years are joined by a point to decimals.
        (spaced || form.year && form.separator != ".") && is_separator(between, form.separator)
    };
    let forms = lexed.locale.digit_dates().iter().filter(fits);
    let Some((form, date)) = forms.filter_map(|form| Some((form, date_in(lexed, form, index)?))).next() else {
        return false;
    };
    let end = index + 2;
    let (first, last) = (lexed.token(index).start, lexed.token(index + 1).end);
    let dotted = !form.dotted || lexed.text[last..].starts_with('.');
    // `2010-12` is rather two years.
    let season = form.year && !form.month_first && date.month.map(i32::from) > date.year.map(|year| year % 100);
    // `2024. 3. szám` counts something.
    let counts = form.year && form.dotted && lexed.get(end).is_some_and(|next| next.gap != Gap::Break);
    if !dotted || season || counts || is_announced(&lexed.text[..first]) || !is_bounded(reader, index, end) {
        return false;
    }
    let (weight, salience) = if form.year && !form.dotted { (0.9, Salience::Firm) } else { (0.7, Salience::Soft) };
    push(reader, &[(date, weight)], index, end, salience);
    true
}

/// `05/03`: no number but that of a day or month has a zero before it beside a stroke. Which is which the locale says, or
/// the other version.
fn with_zeros(reader: &mut Reader<'_>, index: usize) -> bool {
    let lexed = &reader.lexed;
    let is_pair = lexed.is_digits(index) && lexed.is_digits(index + 1) && lexed.between(index) == "/";
    if !is_pair || lexed.any_taken(index, index + 2) || !is_bounded(reader, index, index + 2) {
        return false;
    }
    let lexed = &reader.lexed;
    let pair = [index, index + 1].map(|at| {
        let length = lexed.raw(at).chars().count();
        lexed.digits(at, 2).filter(|number| length == 2 && (1..=31).contains(number))
    });
    let [Some(first), Some(second)] = pair else { return false };
    // Code and its like: `a/05/03`.
    let start = lexed.token(index).start;
    if is_announced(&lexed.text[..start]) || first >= 10 && second >= 10 {
        return false;
    }
    let month_first = lexed.locale.date_order() == DateOrder::MonthDayYear;
    let date = |month: u32, day: u32, own: bool| {
        let month = u8::try_from(month).ok().filter(|month| *month <= 12)?;
        let date = PartialDate { month: Some(month), day: u8::try_from(day).ok(), ..PartialDate::default() };
        Some((date, if own { OWN_ORDER } else { 1.0 - OWN_ORDER }))
    };
    let mut readings: Vec<_> =
        [date(second, first, !month_first), date(first, second, month_first)].into_iter().flatten().collect();
    readings.sort_by(|a, b| b.1.total_cmp(&a.1));
    readings.dedup_by_key(|(date, _)| *date);
    push(reader, &readings, index, index + 2, Salience::Soft);
    true
}

fn is_separator(between: &str, separator: &str) -> bool {
    // A no-break space is as good as a space, and signs of direction say nothing.
    let shown = between.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}'));
    shown.map(|c| if matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c }).eq(separator.chars())
}

/// Whether what stands before a number goes on with it: a letter, a digit, or a sign that ties them.
fn is_announced(before: &str) -> bool {
    before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '−' | '–' | '/' | '.' | ',' | ':' | '+'))
}

/// The date that two numbers say in a form of the locale, the first of them at a token.
fn date_in(lexed: &Lexed<'_>, form: &DigitDate, index: usize) -> Option<PartialDate> {
    let length = |at: usize| lexed.raw(at).chars().count();
    let (month, other) = if form.month_first { (index, index + 1) } else { (index + 1, index) };
    let fits = if form.year { length(other) == 4 } else { length(other) <= 2 };
    if !fits || length(month) > 2 {
        return None;
    }
    let month = lexed.digits(month, 2).filter(|month| (1..=12).contains(month))?;
    let date = PartialDate { month: u8::try_from(month).ok(), ..PartialDate::default() };
    if form.year {
        let year = lexed.digits(other, 4).filter(|year| (1900..2100).contains(year))?;
        return Some(PartialDate { year: i32::try_from(year).ok(), ..date });
    }
    let day = lexed.digits(other, 2).filter(|day| (1..=31).contains(day))?;
    Some(PartialDate { day: u8::try_from(day).ok(), ..date })
}

/// `3/5`, `5.3.`: what is read as a fraction, a decimal or a section may be a day of a month, or a month of a year, where
/// the locale writes these so; the other version tells.
pub(in super::super) fn allow_dates(lexed: &Lexed<'_>, facts: &mut [Fact], segment_start: usize) {
    /// Where a decimal has the same form, and where not.
    const WEIGHTS: (f32, f32) = (0.05, 0.15);
    let forms = lexed.locale.digit_dates();
    if forms.is_empty() || !lexed.has_digits() {
        return;
    }
    let decimal = lexed.locale.symbols('0').decimal;
    for fact in facts {
        let plain = match &fact.value {
            Value::Quantity(quantity) => quantity.unit == Unit::None,
            Value::Date(_) | Value::Time(_) | Value::Link(_) => false,
            _ => true,
        };
        let (start, end) =
            (fact.range.start.saturating_sub(segment_start), fact.range.end.saturating_sub(segment_start));
        let index = lexed.starting(start).filter(|_| plain && !is_announced(&lexed.text[..start]));
        let Some(index) = index else { continue };
        if !lexed.is_digits(index) || !lexed.is_digits(index + 1) || lexed.token(index + 1).end != end {
            continue;
        }
        let behind = &lexed.text[end..];
        let closed = !behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '٪' | '/' | ':' | '°'));
        for form in forms.iter().filter(|form| closed && is_separator(lexed.between(index), form.separator)) {
            let dotted = !form.dotted || behind.starts_with('.');
            let Some(date) = date_in(lexed, form, index).filter(|_| dotted) else { continue };
            let weight = if form.separator.starts_with(decimal) { WEIGHTS.0 } else { WEIGHTS.1 };
            fact.alternatives.push(Reading { value: Value::Date(date), weight });
        }
    }
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

#[cfg(test)]
mod tests {
    use crate::facts::Value;
    use crate::facts::reader::tests::{check_rows, facts_of};

    /// All dates that may be meant, with the likelihood of each.
    fn dates(language: &str, text: &str) -> String {
        let found = facts_of(language, text);
        let readings = found.iter().flat_map(|(said, fact)| {
            let dates = fact.readings().filter(|(value, _)| matches!(value, Value::Date(_)));
            dates.map(move |(value, weight)| format!("{said}={value}{}", if weight > 0.5 { "" } else { "?" }))
        });
        readings.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn days_and_months_in_digits_follow_the_locale() {
        check_rows(
            &[
                ("cs", "Koná se 5. 3. v Praze.", "5. 3=--03-05"),
                ("ko", "3. 5. 출시", "3. 5=--03-05"),
                ("ko", "2024. 3.", "2024. 3=2024-03"),
                ("ja", "2024/3から", "2024/3=2024-03"),
                ("nl", "sinds 3-2024", "3-2024=2024-03"),
                ("sv", "2021-03, 2010-12", "2021-03=2021-03; 2010=2010; 12=2012"),
                ("de", "am 5.3. und am 12.11. um neun", "5.3=--03-05?; 12.11=--11-12?"),
                ("pl", "dnia 5.03 w domu", "5.03=--03-05?"),
                ("en", "1/2 cup, 3/4 full", "3/4=--03-04?"),
                ("fr", "le 05/03 et le 14/08", "05/03=--03-05; 05/03=--05-03?; 14/08=--08-14"),
                ("en", "on 05/03", "05/03=--05-03; 05/03=--03-05?"),
            ],
            dates,
        );
    }

    #[test]
    fn what_the_locale_writes_otherwise_is_no_date() {
        check_rows(
            &[
                ("de", "Abschnitt 5.3 gilt, 3/5 sind 24/7 da", ""),
                ("en", "5.3 of 28.11 and 5. 3. and 2024-3", "2024=2024"),
                ("de", "Version 2.5.3. und 15.40. und 5.3 %", ""),
                ("fr", "10/10, 24/24 et 00/05, a/05/03", ""),
                ("hu", "a 2024. 3. szám", "2024=2024"),
            ],
            dates,
        );
    }
}
