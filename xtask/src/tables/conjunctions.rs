//! `conjunctions.tsv`: the word between the last two items of a list (`and`).

use std::collections::BTreeSet;

use crate::error::Result;
use serde_json::Value;

use super::fetch::MISC;
use super::locales::Locales;
use super::source::{Source, strings};
use super::table::{LocaleRows, Row, Spec, Table};
use super::text::trim;

pub(crate) fn table(source: &Source, locales: &Locales) -> Result<Table> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        if let Some(json) = source.locale(MISC, locale, "listPatterns.json")? {
            rows.insert(locale.to_string(), locale_rows(&json["listPatterns"]));
        }
    }
    let spec = Spec {
        name: "conjunctions",
        columns: &["locale", "word"],
        packages: &[MISC],
        about: "words between the last two items of a list, such as `and`",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

fn locale_rows(patterns: &Value) -> BTreeSet<Row> {
    let mut rows = BTreeSet::new();
    for kind in ["listPattern-type-standard", "listPattern-type-unit"] {
        for (_, pattern) in strings(&patterns[kind]).filter(|(key, _)| matches!(*key, "2" | "end")) {
            let between = pattern.split("{0}").nth(1).and_then(|rest| rest.split("{1}").next());
            let word = trim(between.unwrap_or_default()).trim_start_matches([',', '،', '、', ' ']);
            if !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || c == ' ') {
                rows.insert(vec![word.to_string()]);
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
    fn only_words_are_taken() {
        let patterns = json!({
            "listPattern-type-standard": {"2": "{0} and {1}", "end": "{0}, and {1}", "middle": "{0}, {1}"},
            "listPattern-type-unit": {"2": "{0}, {1}"}
        });
        assert_eq!(locale_rows(&patterns).into_iter().collect::<Vec<Row>>(), [["and"]]);
    }
}
