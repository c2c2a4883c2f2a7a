//! `cargo xtask bench dates`: whether dates and times written by CLDR's patterns are read back.

use super::numbers::cldr::dates::{Date, DateStyle, Time};
use crate::error::{Context as _, Result};
use crate::tables::fetch::{self, CORE, DATES, NUMBERS};
use crate::tables::source::{Source, strings};
use crate::workspace;
use parallax_core::document::BlockKind;
use parallax_core::facts::{self, PartialDate};
use parallax_core::locale::Locale;
use parallax_core::{Block, BlockText, Fact, Span, Value};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The page that shows the result.
const PAGE: &str = "docs/dates.md";

/// What is written: days beyond the twelfth and before it, times of both halves of the day.
const SAMPLES: [(Date, Time); 3] = [
    (Date { year: 2024, month: 3, day: 5 }, Time { hour: 9, minute: 5 }),
    (Date { year: 2021, month: 11, day: 28 }, Time { hour: 17, minute: 40 }),
    (Date { year: 1998, month: 8, day: 14 }, Time { hour: 14, minute: 20 }),
];

pub(super) fn run(write: bool) -> Result<()> {
    let cache = fetch::cache_dir(&workspace::root()?);
    fetch::fetch_all(&cache).context("dates are written by CLDR's patterns, which cannot be had here")?;
    let source = Source::new(cache);
    let systems = source.json(CORE, "supplemental/numberingSystems.json")?;
    let periods = source.json(CORE, "supplemental/dayPeriods.json")?;
    let mut rows = Vec::new();
    for tag in Locale::all().filter(|tag| !tag.contains('-')) {
        let Some(mut json) = source.locale(DATES, tag, "ca-gregorian.json")? else { continue };
        let calendar = json["dates"]["calendars"]["gregorian"].take();
        let numbers = source.locale(NUMBERS, tag, "numbers.json")?.unwrap_or_default();
        let system = numbers["numbers"]["defaultNumberingSystem"].as_str().unwrap_or("latn");
        let digits: Vec<char> = {
            let digits = &systems["supplemental"]["numberingSystems"][system]["_digits"];
            digits.as_str().unwrap_or("0123456789").chars().collect()
        };
        let patterns = patterns(&calendar);
        let style = DateStyle::new(calendar, &periods["supplemental"]["dayPeriodRuleSet"][tag]);
        rows.push(Row::of(tag, &style, &patterns, &digits)?);
    }
    super::publish(&page(&rows), PAGE, write)
}

/// All patterns of dates and of times that a locale has.
fn patterns(calendar: &serde_json::Value) -> BTreeSet<String> {
    let lists = [&calendar["dateFormats"], &calendar["timeFormats"], &calendar["dateTimeFormats"]["availableFormats"]];
    lists.into_iter().flat_map(strings).map(|(_, pattern)| pattern.to_owned()).collect()
}

/// What a pattern says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Fields {
    year: bool,
    month: bool,
    /// The month by its name.
    named: bool,
    day: bool,
    weekday: bool,
    hour: bool,
    minute: bool,
    /// The half of the day, or a clock of 24 hours.
    half: bool,
}

impl Fields {
    /// `None` for what is not tried: seconds, zones, eras, quarters and weeks, letters for months and days, and figures
    /// that say nothing by themselves.
    fn of(pattern: &str) -> Option<Self> {
        let mut fields = Self::default();
        let mut quoted = false;
        let mut text = false;
        let letters: Vec<char> = pattern.chars().collect();
        for run in letters.chunk_by(|a, b| a == b) {
            match run[0] {
                '\'' => quoted ^= run.len() % 2 == 1,
                c if quoted => text |= c.is_alphabetic(),
                'y' => fields.year = true,
                'M' | 'L' if run.len() < 5 => {
                    fields.month = true;
                    fields.named |= run.len() > 2;
                }
                'd' => fields.day = true,
                // Two or three letters for a weekday are other words too, and add nothing to a date.
                'E' | 'c' if run.len() < 4 => {}
                'E' | 'c' if run.len() == 4 => fields.weekday = true,
                'H' => (fields.hour, fields.half) = (true, true),
                'h' | 'K' => fields.hour = true,
                'm' => fields.minute = true,
                'a' | 'B' => (fields.half, text) = (true, true),
                c if c.is_ascii_alphabetic() => return None,
                c => text |= c.is_alphabetic(),
            }
        }
        let date = [fields.year, fields.month, fields.day].into_iter().filter(|it| *it).count();
        let says = date > 1 || fields.named || fields.weekday || fields.hour && (fields.minute || text);
        says.then_some(fields)
    }

    fn has_date(&self) -> bool {
        self.year || self.month || self.day || self.weekday
    }
}

/// How many of the written texts were read as what they were made from, and what was not.
struct Row {
    tag: &'static str,
    tried: usize,
    /// By the likeliest reading.
    first: usize,
    /// By any reading.
    any: usize,
    wrong: Vec<String>,
}

impl Row {
    fn of(tag: &'static str, style: &DateStyle, patterns: &BTreeSet<String>, digits: &[char]) -> Result<Self> {
        let locale = Locale::of(&tag.parse().context(format_args!("the tag {tag}"))?);
        let mut row = Self { tag, tried: 0, first: 0, any: 0, wrong: Vec::new() };
        for pattern in patterns {
            let Some(fields) = Fields::of(pattern) else { continue };
            for (date, time) in SAMPLES {
                let time = Time { minute: if fields.minute { time.minute } else { 0 }, ..time };
                // Names that the locale lacks.
                let Ok(text) = style.write(pattern, date, time) else { continue };
                let shown = |c: char| c.to_digit(10).and_then(|digit| digits.get(digit as usize)).copied().unwrap_or(c);
                let text: String = text.chars().map(shown).collect();
                let found = read(&text, &locale);
                row.tried += 1;
                let any = says(&found, fields, date, time, usize::MAX);
                row.first += usize::from(says(&found, fields, date, time, 1));
                row.any += usize::from(any);
                if !any && row.wrong.last().is_none_or(|last: &String| !last.starts_with(&format!("`{pattern}`"))) {
                    row.wrong.push(format!("`{pattern}` {text}"));
                }
            }
        }
        Ok(row)
    }
}

fn read(text: &str, locale: &Locale) -> Vec<Fact> {
    let block = Block::plain(BlockKind::Paragraph, Span::new(0, text.len()), BlockText::from_source(0, text));
    let mut found = Vec::new();
    facts::read(&block, block.text.range(), locale, &mut found);
    found
}

/// Whether facts say what was written, by one of the first `most` readings of each: the date, in one fact or its weekday
/// in another, and the time.
fn says(found: &[Fact], fields: Fields, date: Date, time: Time, most: usize) -> bool {
    let readings = || found.iter().flat_map(|fact| fact.readings().take(most).map(|(value, _)| value));
    let month = u8::try_from(date.month).ok();
    let day = u8::try_from(date.day).ok();
    let weekday = Some(((date.weekday() + 6) % 7 + 1) as u8);
    let same_date = |it: &PartialDate| {
        it.year == fields.year.then_some(date.year as i32)
            && it.month == month.filter(|_| fields.month)
            && it.day == day.filter(|_| fields.day)
            && it.quarter.is_none()
    };
    let dates = || readings().filter_map(|value| if let Value::Date(date) = value { Some(date) } else { None });
    let plain = fields.year || fields.month || fields.day;
    let day_alone = fields.day && !fields.year && !fields.month;
    // Which day of which month is left open: `Tue 5`.
    let is_day = |value: &Value| matches!(value, Value::Quantity(it) if it.number == date.day.into());
    let date_said = !plain || dates().any(same_date) || day_alone && readings().any(is_day);
    let weekday_said = !fields.weekday || dates().any(|it| it.weekday == weekday);
    let minutes = time.hour * 60 + time.minute;
    let same_time = |value: &Value| match value {
        Value::Time(it) => {
            let read = u32::from(it.minutes);
            read == minutes || !fields.half && read % 720 == minutes % 720
        }
        _ => false,
    };
    (!fields.has_date() || date_said && weekday_said) && (!fields.hour || readings().any(same_time))
}

fn share(part: usize, whole: usize) -> String {
    if part == whole { "all".to_owned() } else { format!("{:.1} %", (part * 1000 / whole.max(1)) as f64 / 10.0) }
}

fn page(rows: &[Row]) -> String {
    let sum = |of: fn(&Row) -> usize| rows.iter().map(of).sum::<usize>();
    let (tried, first, any) = (sum(|row| row.tried), sum(|row| row.first), sum(|row| row.any));
    let mut out = format!(
        "# Dates and times by CLDR's patterns\n\n\
         Written by `cargo xtask bench dates --write`; do not edit. Three days and times are written by every pattern of \
         dates and of times that CLDR has for a language (`dateFormats`, `timeFormats`, `availableFormats`), in its \
         default digits, and read back: {tried} texts in {} languages. {} are read as what they were made from by the \
         likeliest reading, {} by one of their readings (`03/04/2020` has two).\n\n\
         Not tried are patterns with seconds, time zones, eras, quarters or weeks, single letters for months and days, \
         and figures that say nothing by themselves (a day or a year alone). A weekday may be a fact of its own; a \
         weekday in two or three letters is passed over, since it is another word as well in most languages.\n\n\
         | language | texts | likeliest reading | any reading |\n|---|---|---|---|\n",
        rows.len(),
        share(first, tried),
        share(any, tried),
    );
    for row in rows {
        let (first, any) = (share(row.first, row.tried), share(row.any, row.tried));
        let _ = writeln!(out, "| {} | {} | {first} | {any} |", row.tag, row.tried);
    }
    out.push_str("\n## What is not read back\n\nThe first text of each pattern.\n\n");
    for row in rows.iter().filter(|row| !row.wrong.is_empty()) {
        let _ = writeln!(out, "- {}: {}", row.tag, row.wrong.join("; "));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_pattern_says_is_told() {
        let fields = Fields::of("d 'de' MMMM 'de' y").expect("a date");
        assert!(fields.year && fields.month && fields.named && fields.day && !fields.hour);
        assert!(Fields::of("HH 'Uhr'").is_some_and(|it| it.hour && it.half && !it.minute));
        for untried in ["y", "d", "HH", "h:mm:ss", "MMMMM", "QQQ y", "y G", "HH:mm v"] {
            assert_eq!(Fields::of(untried), None, "{untried}");
        }
    }

    #[test]
    fn a_wrong_reading_is_seen() {
        let (date, time) = SAMPLES[1];
        let english = Locale::of(&"en".parse().expect("a valid tag"));
        let fields = Fields::of("d MMMM y").expect("a date");
        assert!(says(&read("28 November 2021", &english), fields, date, time, 1));
        for wrong in ["28 October 2021", "27 November 2021", "28 November", "28 November 2022"] {
            assert!(!says(&read(wrong, &english), fields, date, time, usize::MAX), "{wrong}");
        }
    }
}
