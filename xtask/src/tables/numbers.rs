//! `numbering_systems.tsv` and `number_symbols.tsv`: digits and separators.

use std::collections::BTreeSet;

use crate::error::Result;
use serde_json::Value;

use super::fetch::{CORE, NUMBERS};
use super::locales::Locales;
use super::source::{Source, members};
use super::table::{LocaleRows, Row, Spec, Table};
use super::text::trim;

pub(crate) fn numbering_systems(source: &Source) -> Result<Table> {
    let json = source.json(CORE, "supplemental/numberingSystems.json")?;
    let systems = members(&json["supplemental"]["numberingSystems"])
        .filter(|(_, system)| system["_type"] == "numeric")
        .filter_map(|(id, system)| Some(vec![id.clone(), system["_digits"].as_str()?.into()]));
    let spec = Spec {
        name: "numbering_systems",
        columns: &["system", "digits"],
        packages: &[CORE],
        about: "the ten digits, 0 to 9, of every positional numbering system",
    };
    Ok(Table::new(spec, systems))
}

pub(crate) fn number_symbols(source: &Source, locales: &Locales) -> Result<Table> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        let Some(json) = source.locale(NUMBERS, locale, "numbers.json")? else {
            continue;
        };
        let numbers = &json["numbers"];
        let symbols = systems(numbers).into_iter().filter_map(|system| symbol_row(numbers, &system));
        rows.insert(locale.to_string(), symbols.collect());
    }
    let spec = Spec {
        name: "number_symbols",
        columns: &[
            "locale",
            "system",
            "decimal",
            "group",
            "percent",
            "permille",
            "minus",
            "minimum_grouping_digits",
            "primary_group_size",
            "secondary_group_size",
        ],
        packages: &[NUMBERS],
        about: "separators and signs of the default, native and latn numbering systems; direction marks are cut off",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// The numbering systems a locale's numbers are written in: the default one,
/// the native one and Latin digits.
pub(crate) fn systems(numbers: &Value) -> BTreeSet<String> {
    [numbers["defaultNumberingSystem"].as_str(), numbers["otherNumberingSystems"]["native"].as_str(), Some("latn")]
        .into_iter()
        .flatten()
        .map(String::from)
        .collect()
}

fn symbol_row(numbers: &Value, system: &str) -> Option<Row> {
    let symbols = numbers.get(format!("symbols-numberSystem-{system}"))?;
    let pattern = numbers[format!("decimalFormats-numberSystem-{system}")]["standard"].as_str()?;
    let (primary, secondary) = group_sizes(pattern);
    let symbol = |name: &str| visible(symbols[name].as_str().unwrap_or_default());
    Some(vec![
        system.to_string(),
        symbol("decimal"),
        symbol("group"),
        symbol("percentSign"),
        symbol("perMille"),
        symbol("minusSign"),
        numbers["minimumGroupingDigits"].as_str()?.to_string(),
        primary.to_string(),
        secondary.to_string(),
    ])
}

/// A symbol without direction marks. A space is itself a symbol (French
/// groups), so it stays.
fn visible(symbol: &str) -> String {
    let trimmed = trim(symbol);
    if trimmed.is_empty() { symbol } else { trimmed }.to_string()
}

/// Digits in the last group and in the groups before it, from a pattern such
/// as `#,##,##0.###` (3, 2). `0, 0` when the pattern does not group.
fn group_sizes(pattern: &str) -> (usize, usize) {
    let positive = pattern.split(';').next().unwrap_or_default();
    let integer = positive.split('.').next().unwrap_or_default();
    let mut groups = integer.rsplit(',').map(str::len);
    let last = groups.next().unwrap_or_default();
    // The first group of the pattern is open-ended, so it tells no size.
    let sizes: Vec<usize> = groups.collect();
    match sizes.len() {
        0 => (0, 0),
        1 => (last, last),
        _ => (last, sizes[0]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_group_sizes() {
        assert_eq!(group_sizes("#,##0.###"), (3, 3));
        assert_eq!(group_sizes("#,##,##0.###"), (3, 2));
        assert_eq!(group_sizes("#0.###"), (0, 0));
    }

    #[test]
    fn keeps_spaces_that_are_symbols() {
        assert_eq!(visible("\u{202f}"), "\u{202f}");
        assert_eq!(visible("\u{200e}%\u{200e}"), "%");
    }
}
