//! `currencies.tsv`: symbols and names of the most used currencies.

use std::collections::BTreeSet;

use crate::error::Result;
use serde_json::Value;

use super::fetch::NUMBERS;
use super::locales::Locales;
use super::source::{Source, strings};
use super::table::{LocaleRows, Row, Spec, Table};
use super::text::trim;

/// The currencies that are traded or used most, in no particular order.
const CODES: [&str; 48] = [
    "USD", "EUR", "JPY", "GBP", "CNY", "AUD", "CAD", "CHF", "HKD", "SGD", "SEK", "KRW", "NOK", "NZD", "INR", "MXN",
    "TWD", "ZAR", "BRL", "DKK", "PLN", "THB", "ILS", "IDR", "CZK", "AED", "TRY", "HUF", "CLP", "SAR", "PHP", "MYR",
    "COP", "RUB", "RON", "PEN", "BHD", "BGN", "ARS", "UAH", "EGP", "VND", "NGN", "KES", "PKR", "BDT", "IRR", "MAD",
];

pub(crate) fn table(source: &Source, locales: &Locales) -> Result<Table> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        if let Some(json) = source.locale(NUMBERS, locale, "currencies.json")? {
            let currencies = &json["numbers"]["currencies"];
            let own = CODES.iter().flat_map(|code| code_rows(code, currencies));
            rows.insert(locale.to_string(), own.collect());
        }
    }
    let spec = Spec {
        name: "currencies",
        columns: &["locale", "code", "kind", "text"],
        packages: &[NUMBERS],
        about: "symbols, narrow symbols and names (all plural forms) of the most used currencies",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// Texts of one currency; those that merely repeat its code are left out.
fn code_rows(code: &str, currencies: &Value) -> BTreeSet<Row> {
    strings(&currencies[code])
        .filter_map(|(key, text)| {
            let kind = match key {
                "symbol-alt-narrow" => "narrow",
                _ if key.starts_with("symbol") => "symbol",
                _ if key.starts_with("displayName") => "name",
                _ => return None,
            };
            let text = trim(text);
            (!text.is_empty() && text != code).then(|| vec![code.to_string(), kind.to_string(), text.to_string()])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn codes_are_no_symbols() {
        let currencies = json!({"CHF": {
            "displayName": "Schweizer Franken",
            "displayName-count-one": "Schweizer Franken",
            "symbol": "CHF"
        }, "USD": {"symbol": "$", "symbol-alt-narrow": "$"}});
        let rows: Vec<Row> = code_rows("CHF", &currencies).into_iter().collect();
        assert_eq!(rows, [["CHF", "name", "Schweizer Franken"]]);
        assert_eq!(code_rows("USD", &currencies).len(), 2);
    }
}
