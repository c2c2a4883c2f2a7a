//! `months.tsv`, `weekdays.tsv` and `day_periods.tsv`, all Gregorian.

use std::collections::BTreeSet;

use crate::error::Result;
use serde_json::Value;

use super::fetch::DATES;
use super::locales::Locales;
use super::source::{Source, strings};
use super::table::{LocaleRows, Row, Spec, Table};
use super::text::{trim, without_alt};

/// CLDR's names of the days, in the order of ISO 8601 (Monday is 1).
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A name is used inside a date ("format") or alone ("stand-alone").
const CONTEXTS: [&str; 2] = ["format", "stand-alone"];

pub(crate) fn months(source: &Source, locales: &Locales) -> Result<Table> {
    let rows = collect(source, locales, |calendar| named(&calendar["months"], |key| Some(key.to_string())))?;
    let spec = Spec {
        name: "months",
        columns: &["locale", "month", "width", "context", "name"],
        packages: &[DATES],
        about: "month names of the Gregorian calendar, 1 is January",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

pub(crate) fn weekdays(source: &Source, locales: &Locales) -> Result<Table> {
    let rows = collect(source, locales, |calendar| {
        named(&calendar["days"], |key| {
            let position = DAYS.iter().position(|day| *day == key)?;
            Some((position + 1).to_string())
        })
    })?;
    let spec = Spec {
        name: "weekdays",
        columns: &["locale", "day", "width", "context", "name"],
        packages: &[DATES],
        about: "weekday names, 1 is Monday",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

pub(crate) fn day_periods(source: &Source, locales: &Locales) -> Result<Table> {
    let rows = collect(source, locales, periods)?;
    let spec = Spec {
        name: "day_periods",
        columns: &["locale", "period", "width", "name"],
        packages: &[DATES],
        about: "names of parts of the day in times; the narrow width only for am and pm",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// Apply `pick` to the Gregorian calendar of each locale.
fn collect(source: &Source, locales: &Locales, pick: impl Fn(&Value) -> BTreeSet<Row>) -> Result<LocaleRows> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        if let Some(json) = source.locale(DATES, locale, "ca-gregorian.json")? {
            let calendar = &json["dates"]["calendars"]["gregorian"];
            rows.insert(locale.to_string(), pick(calendar));
        }
    }
    Ok(rows)
}

/// Rows `number, width, context, name` of months or days. `number` translates
/// CLDR's key; keys it does not know are left out.
fn named(value: &Value, number: impl Fn(&str) -> Option<String>) -> BTreeSet<Row> {
    let mut rows = BTreeSet::new();
    for context in CONTEXTS {
        for width in ["wide", "abbreviated"] {
            for (key, name) in strings(&value[context][width]) {
                if let Some(number) = number(without_alt(key)) {
                    rows.insert(vec![number, width.to_string(), context.to_string(), trim(name).to_string()]);
                }
            }
        }
    }
    rows
}

fn periods(calendar: &Value) -> BTreeSet<Row> {
    let mut rows = BTreeSet::new();
    for context in CONTEXTS {
        for width in ["wide", "abbreviated", "narrow"] {
            for (key, name) in strings(&calendar["dayPeriods"][context][width]) {
                let period = without_alt(key);
                if width == "narrow" && !matches!(period, "am" | "pm") {
                    continue;
                }
                rows.insert(vec![period.to_string(), width.to_string(), trim(name).to_string()]);
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn days_are_numbered_from_monday() {
        let days = json!({"format": {"wide": {"sun": "Sonntag", "mon": "Montag"}}});
        let number = |key: &str| {
            let position = DAYS.iter().position(|day| *day == key)?;
            Some((position + 1).to_string())
        };
        let rows: Vec<Row> = named(&days, number).into_iter().collect();
        assert_eq!(rows[0], ["1", "wide", "format", "Montag"]);
        assert_eq!(rows[1], ["7", "wide", "format", "Sonntag"]);
    }

    #[test]
    fn narrow_periods_only_for_am_and_pm() {
        let calendar = json!({"dayPeriods": {"format": {"narrow": {
            "am": "a", "am-alt-variant": "vorm.", "noon": "n"
        }}}});
        let rows: Vec<Row> = periods(&calendar).into_iter().collect();
        assert_eq!(rows, [["am", "narrow", "a"], ["am", "narrow", "vorm."]]);
    }
}
