//! Dates and times by CLDR's patterns, in the Gregorian calendar.

use crate::error::{Context as _, Result};
use serde_json::Value;

const WEEKDAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/// A day; without its day, a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) year: u32,
    pub(crate) month: u32,
    pub(crate) day: u32,
}

/// A time of day, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) hour: u32,
    pub(crate) minute: u32,
}

/// How a language writes dates and times: CLDR's `gregorian` calendar, and its day periods.
#[derive(Debug, Clone)]
pub(crate) struct DateStyle {
    calendar: Value,
    /// Names of parts of the day with the minutes from which and before which they hold.
    periods: Vec<(String, u32, u32)>,
}

impl Date {
    /// The day of the week, 0 for Sunday (Sakamoto's rule).
    pub(crate) fn weekday(self) -> usize {
        const SHIFTS: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = if self.month < 3 { self.year - 1 } else { self.year };
        ((year + year / 4 - year / 100 + year / 400 + SHIFTS[self.month as usize - 1] + self.day) % 7) as usize
    }
}

impl DateStyle {
    /// From `gregorian` of a locale, and the language's rules in `dayPeriods.json`.
    pub(crate) fn new(calendar: Value, periods: &Value) -> Self {
        let minutes = |text: &str| -> Option<u32> {
            let (hours, minutes) = text.split_once(':')?;
            Some(hours.parse::<u32>().ok()? * 60 + minutes.parse::<u32>().ok()?)
        };
        // Noon and midnight hold for a moment, and are written without digits.
        let period = |(name, rule): (&String, &Value)| {
            Some((name.clone(), minutes(rule["_from"].as_str()?)?, minutes(rule["_before"].as_str()?)?))
        };
        let periods = periods.as_object().into_iter().flatten().filter_map(period).collect();
        Self { calendar, periods }
    }

    /// A pattern by its length (`dateFormats`, `timeFormats`) or by its skeleton (`availableFormats`).
    pub(crate) fn pattern(&self, group: &str, name: &str) -> Result<&str> {
        let list = match group {
            "availableFormats" => &self.calendar["dateTimeFormats"][group],
            _ => &self.calendar[group],
        };
        list[name].as_str().context(format_args!("no pattern {name} in {group}"))
    }

    /// Writes a date or a time by a pattern.
    pub(crate) fn write(&self, pattern: &str, date: Date, time: Time) -> Result<String> {
        let mut out = String::new();
        let mut rest = pattern.chars().peekable();
        let mut quoted = false;
        while let Some(c) = rest.next() {
            match c {
                '\'' if rest.peek() == Some(&'\'') => out.extend(rest.next()),
                '\'' => quoted = !quoted,
                letter if !quoted && letter.is_ascii_alphabetic() => {
                    let mut count = 1;
                    while rest.next_if_eq(&letter).is_some() {
                        count += 1;
                    }
                    out.push_str(&self.field(letter, count, date, time).context(format_args!("pattern {pattern}"))?);
                }
                other => out.push(other),
            }
        }
        Ok(out)
    }

    fn field(&self, letter: char, count: usize, date: Date, time: Time) -> Result<String> {
        let padded = |number: u32| format!("{number:0count$}");
        let text = match (letter, count) {
            ('y', 2) => format!("{:02}", date.year % 100),
            ('y', _) => date.year.to_string(),
            ('M' | 'L', 1 | 2) => padded(date.month),
            ('M', _) => self.name("months", "format", count, &date.month.to_string())?,
            ('L', _) => self.name("months", "stand-alone", count, &date.month.to_string())?,
            ('d', _) => padded(date.day),
            ('E', _) => self.name("days", "format", count, WEEKDAYS[date.weekday()])?,
            ('c', _) => self.name("days", "stand-alone", count, WEEKDAYS[date.weekday()])?,
            ('H', _) => padded(time.hour),
            ('h', _) => padded((time.hour + 11) % 12 + 1),
            ('K', _) => padded(time.hour % 12),
            ('m', _) => padded(time.minute),
            ('a', _) => self.name("dayPeriods", "format", 3, if time.hour < 12 { "am" } else { "pm" })?,
            ('B', _) => self.name("dayPeriods", "format", 4, self.period(time)?)?,
            _ => return crate::error::fail(format!("letter {letter} is not known")),
        };
        Ok(text)
    }

    fn name(&self, list: &str, context: &str, count: usize, key: &str) -> Result<String> {
        let width = if count == 3 || (list == "days" && count < 4) { "abbreviated" } else { "wide" };
        let name = self.calendar[list][context][width][key].as_str();
        Ok(name.context(format_args!("no name of {key} in {list}"))?.to_owned())
    }

    /// The part of the day that a time lies in.
    fn period(&self, time: Time) -> Result<&str> {
        let now = time.hour * 60 + time.minute;
        let holds = |(_, from, before): &&(String, u32, u32)| {
            if from < before { (*from..*before).contains(&now) } else { now >= *from || now < *before }
        };
        let name = self.periods.iter().find(holds).map(|(name, ..)| name.as_str());
        name.context(format_args!("no part of the day for {now} minutes"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn patterns_are_followed() {
        let calendar = json!({
            "months": {"format": {"wide": {"3": "marzo"}, "abbreviated": {"3": "mar"}}},
            "days": {"format": {"wide": {"sun": "domingo"}}},
            "dayPeriods": {"format": {"abbreviated": {"pm": "p. m."}, "wide": {"evening1": "de la tarde"}}}
        });
        let style = DateStyle::new(calendar, &json!({"evening1": {"_from": "12:00", "_before": "20:00"}}));
        let (date, time) = (Date { year: 2024, month: 3, day: 3 }, Time { hour: 14, minute: 5 });
        let write = |pattern| style.write(pattern, date, time).expect("known letters");
        assert_eq!(write("EEEE, d 'de' MMMM 'de' y"), "domingo, 3 de marzo de 2024");
        assert_eq!(write("dd/MM/yy"), "03/03/24");
        assert_eq!(write("d MMM"), "3 mar");
        assert_eq!(write("h:mm a"), "2:05 p. m.");
        assert_eq!(write("HH 'o''clock' B"), "14 o'clock de la tarde");
        assert!(style.write("QQQ y", date, time).is_err());
    }
}
