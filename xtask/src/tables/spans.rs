//! `eras.tsv`, `quarters.tsv`, `periods.tsv`, `other_months.tsv` and `date_order.tsv`: what is longer than a month, the
//! months of other calendars, and in which order a date in digits is written.

use std::collections::BTreeSet;

use crate::error::Result;
use serde_json::Value;

use super::fetch::{CORE, DATES, ISLAMIC, PERSIAN, UNITS};
use super::locales::Locales;
use super::source::{Source, members, strings};
use super::table::{LocaleRows, Row, Spec, Table};
use super::text::{trim, without_alt};

/// Names of the eras before and after the beginning of the Gregorian count.
pub(crate) fn eras(source: &Source, locales: &Locales) -> Result<Table> {
    let rows = collect(source, locales, |calendar| {
        let mut rows = BTreeSet::new();
        for width in ["eraNames", "eraAbbr"] {
            for (key, name) in strings(&calendar["eras"][width]) {
                let era = if without_alt(key) == "0" { "bc" } else { "ad" };
                rows.insert(vec![era.to_string(), trim(name).to_string()]);
            }
        }
        rows
    })?;
    let spec = Spec {
        name: "eras",
        columns: &["locale", "era", "name"],
        packages: &[DATES],
        about: "names and abbreviations of the Gregorian eras",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// Names of the months of the Persian and the Islamic calendar.
pub(crate) fn other_months(source: &Source, locales: &Locales) -> Result<Table> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        let own = rows.entry(locale.to_string()).or_default();
        for (package, name) in [(PERSIAN, "persian"), (ISLAMIC, "islamic")] {
            let Some(json) = source.locale(package, locale, &format!("ca-{name}.json"))? else { continue };
            let months = &json["dates"]["calendars"][name]["months"];
            for context in ["format", "stand-alone"] {
                for (month, text) in strings(&months[context]["wide"]) {
                    own.insert(vec![name.to_string(), without_alt(month).to_string(), trim(text).to_string()]);
                }
            }
        }
    }
    let spec = Spec {
        name: "other_months",
        columns: &["locale", "calendar", "month", "name"],
        packages: &[PERSIAN, ISLAMIC],
        about: "month names of the Persian and the Islamic calendar",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// Names of the quarters of a year.
pub(crate) fn quarters(source: &Source, locales: &Locales) -> Result<Table> {
    let rows = collect(source, locales, |calendar| {
        let mut rows = BTreeSet::new();
        for context in ["format", "stand-alone"] {
            for width in ["wide", "abbreviated"] {
                for (key, name) in strings(&calendar["quarters"][context][width]) {
                    rows.insert(vec![without_alt(key).to_string(), width.to_string(), trim(name).to_string()]);
                }
            }
        }
        rows
    })?;
    let spec = Spec {
        name: "quarters",
        columns: &["locale", "quarter", "width", "name"],
        packages: &[DATES],
        about: "names of the quarters of a year",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// The order of day, month and year in the short date: `DMY`, `MDY` or `YMD`.
pub(crate) fn date_order(source: &Source, locales: &Locales) -> Result<Table> {
    let rows = collect(source, locales, |calendar| {
        let pattern = &calendar["dateFormats"]["short"];
        // Where digits other than the usual ones are meant, the pattern is an object.
        let pattern = pattern.as_str().or_else(|| pattern["_value"].as_str());
        pattern.map(order_of).into_iter().map(|order| vec![order]).collect()
    })?;
    let spec = Spec {
        name: "date_order",
        columns: &["locale", "order"],
        packages: &[DATES],
        about: "the order of day, month and year in a date in digits",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// How a day and month, and a month and year, are written in digits: `d/M`, `d.M.`, `M/y`, `y-M`; one letter a number.
pub(crate) fn digit_dates(source: &Source, locales: &Locales) -> Result<Table> {
    let rows = collect(source, locales, |calendar| {
        let formats = &calendar["dateTimeFormats"]["availableFormats"];
        let patterns = ["Md", "MMdd", "yM", "yMM"].into_iter().filter_map(|skeleton| {
            let pattern = &formats[skeleton];
            pattern.as_str().or_else(|| pattern["_value"].as_str())
        });
        patterns.filter_map(in_digits).map(|pattern| vec![pattern]).collect()
    })?;
    let spec = Spec {
        name: "digit_dates",
        columns: &["locale", "pattern"],
        packages: &[DATES],
        about: "days with their months and months with their years in digits, one letter a number",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// From which hour to which the parts of the day last that the day periods name.
pub(crate) fn day_period_hours(source: &Source, locales: &Locales) -> Result<Table> {
    let json = source.json(CORE, "supplemental/dayPeriods.json")?;
    let rules = &json["supplemental"]["dayPeriodRuleSet"];
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        let language = locale.split('-').next().unwrap_or(locale);
        let own = members(&rules[language]).filter_map(|(period, times)| {
            let hour = |key: &str| Some(times[key].as_str()?.split(':').next()?.trim_start_matches('0').to_string());
            let number = |hour: String| if hour.is_empty() { "0".to_string() } else { hour };
            Some(vec![period.clone(), number(hour("_from")?), number(hour("_before")?)])
        });
        rows.insert(locale.to_string(), own.collect());
    }
    let spec = Spec {
        name: "day_period_hours",
        columns: &["locale", "period", "from", "before"],
        packages: &[CORE],
        about: "the hours in which each part of the day of day_periods begins and has ended",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// Whether the clock has 12 hours or 24.
pub(crate) fn hour_cycle(source: &Source, locales: &Locales) -> Result<Table> {
    let rows = collect(source, locales, |calendar| {
        let pattern = &calendar["timeFormats"]["short"];
        let pattern = pattern.as_str().or_else(|| pattern["_value"].as_str());
        let hours = pattern.map(|pattern| if pattern.contains(['h', 'K']) { "12" } else { "24" });
        hours.into_iter().map(|hours| vec![hours.to_string()]).collect()
    })?;
    let spec = Spec {
        name: "hour_cycle",
        columns: &["locale", "hours"],
        packages: &[DATES],
        about: "whether times are written by a clock of 12 hours or of 24",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// Words for centuries and quarters of a year, in all plural and case forms.
pub(crate) fn periods(source: &Source, locales: &Locales) -> Result<Table> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        let Some(json) = source.locale(UNITS, locale, "units.json")? else { continue };
        let mut own = BTreeSet::new();
        for period in ["century", "quarter"] {
            let patterns = || members(&json["units"]["long"][format!("duration-{period}")]);
            let ones: Vec<&String> = patterns().map(|(key, _)| key).collect();
            for (key, pattern) in patterns() {
                let is_form = key.contains("-count-");
                // Where there is one number only, its form is that of one.
                let several = !key.contains("-count-one") && ones.iter().any(|form| form.contains("-count-one"));
                let word = pattern.as_str().filter(|_| is_form).map(|text| text.replace("{0}", ""));
                // A pattern without its number counts one or two of them.
                let counted = pattern.as_str().is_some_and(|text| text.contains("{0}"));
                if let Some(word) = word.filter(|word| counted && !trim(word).is_empty()) {
                    let word = trim(&word).to_string();
                    let one = patterns().any(|(key, text)| {
                        key.contains("-count-one")
                            && text.as_str().is_some_and(|text| trim(&text.replace("{0}", "")) == word)
                    });
                    let number = if several && !one { "several" } else { "one" };
                    own.insert(vec![period.to_string(), number.to_string(), word]);
                }
            }
        }
        rows.insert(locale.to_string(), own);
    }
    let spec = Spec {
        name: "periods",
        columns: &["locale", "period", "number", "word"],
        packages: &[UNITS],
        about: "words for one or several centuries and quarters of a year, in all case forms",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// Apply `pick` to the Gregorian calendar of each locale.
fn collect(source: &Source, locales: &Locales, pick: impl Fn(&Value) -> BTreeSet<Row>) -> Result<LocaleRows> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        if let Some(json) = source.locale(DATES, locale, "ca-gregorian.json")? {
            rows.insert(locale.to_string(), pick(&json["dates"]["calendars"]["gregorian"]));
        }
    }
    Ok(rows)
}

/// The fields of a date pattern in their order, one letter each.
fn order_of(pattern: &str) -> String {
    let mut order = String::new();
    for field in pattern.chars().filter(|c| matches!(c, 'd' | 'M' | 'L' | 'y')) {
        let letter = match field {
            'd' => 'D',
            'y' => 'Y',
            _ => 'M',
        };
        if !order.contains(letter) {
            order.push(letter);
        }
    }
    order
}

/// A pattern of two numbers with one letter for each and plain spaces; `None` where words or other signs stand in it.
fn in_digits(pattern: &str) -> Option<String> {
    let plain = pattern.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}'));
    let mut out = String::new();
    for c in plain {
        let c = match c {
            'L' => 'M',
            '\u{a0}' | '\u{202f}' => ' ',
            c => c,
        };
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    let letters: String = out.chars().filter(char::is_ascii_alphabetic).collect();
    let known = matches!(letters.as_str(), "dM" | "Md" | "My" | "yM") && out.starts_with(&letters[..1]);
    (known && out.chars().all(|c| "dMy./- ".contains(c))).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::{in_digits, order_of};

    #[test]
    fn patterns_in_digits() {
        for (pattern, written) in [
            ("dd.MM.", Some("d.M.")),
            ("d\u{200f}/M", Some("d/M")),
            ("M.\u{a0}d.", Some("M. d.")),
            ("L.y", Some("M.y")),
            ("y年M月", None),
            ("MM.y\u{202f}'г'.", None),
        ] {
            assert_eq!(in_digits(pattern).as_deref(), written, "{pattern}");
        }
    }

    #[test]
    fn orders_of_patterns() {
        for (pattern, order) in [("dd.MM.yy", "DMY"), ("M/d/yy", "MDY"), ("y. MM. dd.", "YMD"), ("GGGGG y/M/d", "YMD")]
        {
            assert_eq!(order_of(pattern), order);
        }
    }
}
