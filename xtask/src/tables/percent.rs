//! `percent.tsv`: words and signs for percent and permille.

use std::collections::BTreeSet;

use crate::error::Result;
use serde_json::Value;

use super::fetch::{NUMBERS, UNITS};
use super::locales::Locales;
use super::numbers::systems;
use super::source::{Source, members, strings};
use super::table::{LocaleRows, Row, Spec, Table};
use super::text::{around_placeholder, trim};

/// Kind in the table, CLDR's unit, CLDR's number symbol.
const KINDS: [(&str, &str, &str); 2] =
    [("percent", "concentr-percent", "percentSign"), ("permille", "concentr-permille", "perMille")];

pub(crate) fn table(source: &Source, locales: &Locales) -> Result<Table> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        let mut own = BTreeSet::new();
        if let Some(json) = source.locale(UNITS, locale, "units.json")? {
            own.extend(unit_rows(&json["units"]));
        }
        if let Some(json) = source.locale(NUMBERS, locale, "numbers.json")? {
            own.extend(sign_rows(&json["numbers"]));
        }
        rows.insert(locale.to_string(), own);
    }
    let spec = Spec {
        name: "percent",
        columns: &["locale", "kind", "word"],
        packages: &[UNITS, NUMBERS],
        about: "words and signs for percent and permille, in all widths, plural and case forms",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// The unit's names and the words around `{0}` in its patterns. CLDR has
/// `unitPattern-count-one` and, for languages with cases, keys such as
/// `genitive-count-few`.
fn unit_rows(units: &Value) -> BTreeSet<Row> {
    let mut rows = BTreeSet::new();
    for (width, list) in members(units) {
        if !matches!(width.as_str(), "long" | "short" | "narrow") {
            continue;
        }
        for (kind, unit, _) in KINDS {
            for (key, text) in strings(&list[unit]) {
                if key == "displayName" || key.contains("-count-") {
                    rows.extend(around_placeholder(text).map(|word| row(kind, word)));
                }
            }
        }
    }
    rows
}

fn sign_rows(numbers: &Value) -> BTreeSet<Row> {
    let mut rows = BTreeSet::new();
    for system in systems(numbers) {
        for (kind, _, symbol) in KINDS {
            let symbols = &numbers[format!("symbols-numberSystem-{system}")];
            if let Some(sign) = symbols[symbol].as_str() {
                rows.insert(row(kind, trim(sign)));
            }
        }
    }
    rows
}

fn row(kind: &str, word: &str) -> Row {
    vec![kind.to_string(), word.to_string()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn all_forms_are_found() {
        let units = json!({
            "long": {"concentr-percent": {
                "displayName": "проценты",
                "gender": "masculine",
                "unitPattern-count-one": "{0} процент",
                "genitive-count-few": "{0} процентов"
            }},
            "narrow": {"concentr-permille": {"unitPattern-count-other": "{0}‰"}}
        });
        let rows: Vec<Row> = unit_rows(&units).into_iter().collect();
        assert_eq!(
            rows,
            [["percent", "процент"], ["percent", "процентов"], ["percent", "проценты"], ["permille", "‰"]]
        );
    }
}
