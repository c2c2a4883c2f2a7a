//! `territories.tsv` and `languages.tsv`: what countries and languages are
//! called in each locale.

use std::collections::BTreeSet;

use crate::error::Result;
use serde_json::Value;

use super::fetch::{CORE, NAMES};
use super::locales::Locales;
use super::source::{Source, strings};
use super::table::{LocaleRows, Row, Spec, Table};
use super::text::{trim, without_alt};

/// Two-letter codes that are groups, outlying areas or placeholders.
const NO_COUNTRIES: [&str; 7] = ["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"];

pub(crate) fn territories(source: &Source, locales: &Locales) -> Result<Table> {
    let rows = collect(source, locales, "territories", |code| code.len() == 2 && !NO_COUNTRIES.contains(&code))?;
    let spec = Spec {
        name: "territories",
        columns: &["locale", "region", "name"],
        packages: &[NAMES],
        about: "names of ISO 3166 countries and areas, with short and variant forms",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

pub(crate) fn languages(source: &Source, locales: &Locales) -> Result<Table> {
    let known: BTreeSet<&str> = locales.known_languages().collect();
    let rows = collect(source, locales, "languages", |code| known.contains(code))?;
    let spec = Spec {
        name: "languages",
        columns: &["locale", "language", "name"],
        packages: &[NAMES, CORE],
        about: "names of the languages CLDR covers at least at the basic level",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// Read `<topic>.json` of each locale and keep the wanted codes.
fn collect(source: &Source, locales: &Locales, topic: &str, wanted: impl Fn(&str) -> bool) -> Result<LocaleRows> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        if let Some(json) = source.locale(NAMES, locale, &format!("{topic}.json"))? {
            let names = &json["localeDisplayNames"][topic];
            rows.insert(locale.to_string(), name_rows(names, &wanted));
        }
    }
    Ok(rows)
}

/// Rows `code, name`. A name equal to its code means CLDR has none.
fn name_rows(names: &Value, wanted: impl Fn(&str) -> bool) -> BTreeSet<Row> {
    strings(names)
        .map(|(key, name)| (without_alt(key), trim(name)))
        .filter(|(code, name)| wanted(code) && name != code)
        .map(|(code, name)| vec![code.to_string(), name.to_string()])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn alternatives_count_as_names() {
        let names = json!({"US": "Vereinigte Staaten", "US-alt-short": "USA", "AC": "AC", "001": "Welt"});
        let rows: Vec<Row> = name_rows(&names, |code| code.len() == 2).into_iter().collect();
        assert_eq!(rows, [["US", "USA"], ["US", "Vereinigte Staaten"]]);
    }
}
