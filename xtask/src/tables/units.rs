//! `units.tsv`: what measures are called, and how they are written in short.

use std::collections::BTreeSet;

use crate::error::Result;
use serde_json::Value;

use super::conversions::Conversions;
use super::fetch::UNITS;
use super::locales::Locales;
use super::source::{Source, members, strings};
use super::table::{LocaleRows, Row, Spec, Table};
use super::text::trim;

pub(crate) fn table(source: &Source, locales: &Locales, known: &Conversions) -> Result<Table> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        if let Some(json) = source.locale(UNITS, locale, "units.json")? {
            rows.insert(locale.to_string(), locale_rows(&json["units"], known));
        }
    }
    let spec = Spec {
        name: "units",
        columns: &["locale", "unit", "kind", "text"],
        packages: &[UNITS],
        about: "names and short forms of units of measurement, in all plural and case forms; SOURCES.md explains the kinds",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

fn locale_rows(units: &Value, known: &Conversions) -> BTreeSet<Row> {
    let mut rows = BTreeSet::new();
    for width in ["long", "short", "narrow"] {
        for (key, forms) in members(&units[width]) {
            let Some(unit) = known.name_of(key) else { continue };
            for (form, text) in strings(forms) {
                rows.extend(texts(width, form, text).map(|(kind, text)| vec![unit.clone(), kind.to_string(), text]));
            }
        }
    }
    for width in ["long", "short", "narrow"] {
        for (side, pattern) in strings(&units[width]["coordinateUnit"]).filter(|(key, _)| *key != "displayName") {
            rows.extend(pieces(pattern).map(|piece| vec![side.to_string(), "side".to_string(), piece.to_string()]));
        }
    }
    drop_repeated(&rows)
}

/// The kinds and texts of one pattern (`{0} kilometers`, `{0}/km`) or display name.
fn texts(width: &str, form: &str, text: &str) -> impl Iterator<Item = (&'static str, String)> + use<> {
    let plain = if width == "long" { "name" } else { "short" };
    let mut found: Vec<(&'static str, String)> = Vec::new();
    if form == "displayName" {
        found.push((plain, trim(text).to_string()));
    } else if let Some((before, behind)) = text.split_once("{0}") {
        let (before, behind) = (trim(before), trim(behind));
        let per = form == "perUnitPattern";
        match (before.is_empty(), behind.is_empty()) {
            (true, false) => found.push((if per { "per" } else { plain }, behind.to_string())),
            (false, true) => found.push((if per { "per-before" } else { "before" }, before.to_string())),
            // Around the number: `每小时{0}公里`, `kilomita {0} kwa saa`.
            (false, false) if !per => found.push(("around", format!("{before} {{0}} {behind}"))),
            _ => {}
        }
    }
    // Symbols alone (`#`, `′`) are no words.
    found.into_iter().filter(|(_, text)| text.chars().any(|c| c.is_alphabetic() || c == '°'))
}

fn pieces(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split("{0}").map(trim).filter(|piece| !piece.is_empty())
}

/// Without the short forms that are names as well.
fn drop_repeated(rows: &BTreeSet<Row>) -> BTreeSet<Row> {
    let is_name = |row: &Row| rows.contains(&vec![row[0].clone(), "name".to_string(), row[2].clone()]);
    rows.iter().filter(|row| row[1] != "short" || !is_name(row)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(width: &str, form: &str, text: &str) -> Vec<(&'static str, String)> {
        texts(width, form, text).collect()
    }

    #[test]
    fn where_the_number_stands_is_told() {
        let of = |kind: &'static str, text: &str| vec![(kind, text.to_string())];
        assert_eq!(one("long", "genitive-count-few", "{0} километров"), of("name", "километров"));
        assert_eq!(one("short", "unitPattern-count-other", "{0}\u{a0}km"), of("short", "km"));
        assert_eq!(one("long", "unitPattern-count-one", "maili {0}"), of("before", "maili"));
        assert_eq!(one("long", "perUnitPattern", "{0} на километр"), of("per", "на километр"));
        assert_eq!(one("long", "unitPattern-count-other", "每小时{0}公里"), of("around", "每小时 {0} 公里"));
        assert!(one("narrow", "unitPattern-count-other", "{0}#").is_empty());
    }
}
