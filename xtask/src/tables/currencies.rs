//! `currencies.tsv`: symbols and names of all current currencies.

use std::collections::BTreeSet;

use crate::error::{Result, fail};
use serde_json::Value;

use super::fetch::{CORE, NUMBERS};
use super::locales::Locales;
use super::source::{Source, members, strings};
use super::table::{LocaleRows, Row, Spec, Table};
use super::text::trim;

pub(crate) fn table(source: &Source, locales: &Locales) -> Result<Table> {
    let codes = current(source)?;
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        if let Some(json) = source.locale(NUMBERS, locale, "currencies.json")? {
            let currencies = &json["numbers"]["currencies"];
            let own = codes.iter().flat_map(|code| code_rows(code, currencies));
            rows.insert(locale.to_string(), own.collect());
        }
    }
    let spec = Spec {
        name: "currencies",
        columns: &["locale", "code", "kind", "text"],
        packages: &[NUMBERS, CORE],
        about: "symbols, narrow symbols and names (all plural forms) of all current currencies",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// `currency_codes.tsv`: the codes of all current currencies.
pub(crate) fn codes_table(source: &Source) -> Result<Table> {
    let spec = Spec {
        name: "currency_codes",
        columns: &["code"],
        packages: &[CORE],
        about: "ISO 4217 codes of the currencies that are legal tender somewhere",
    };
    Ok(Table::new(spec, current(source)?.into_iter().map(|code| vec![code])))
}

/// `local_currencies.tsv`: what a bare `$` or `kr` is where a locale is most at home.
pub(crate) fn local_table(source: &Source, locales: &Locales) -> Result<Table> {
    let likely = source.json(CORE, "supplemental/likelySubtags.json")?;
    let likely = &likely["supplemental"]["likelySubtags"];
    let data = source.json(CORE, "supplemental/currencyData.json")?;
    let regions = &data["supplemental"]["currencyData"]["region"];
    let local = |locale: &str| {
        let region = region_of(locale).or_else(|| region_of(likely[locale].as_str()?))?;
        Some(codes_of(&regions[region]).next_back()?.clone())
    };
    let rows = locales.iter().filter_map(|locale| Some(vec![locale.to_string(), local(locale)?]));
    let spec = Spec {
        name: "local_currencies",
        columns: &["locale", "code"],
        packages: &[CORE],
        about: "the currency of the region that a locale names or is most used in",
    };
    Ok(Table::new(spec, rows))
}

/// The region in a locale's name: two capitals.
fn region_of(locale: &str) -> Option<&str> {
    locale.split('-').find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// The currencies that are legal tender somewhere: those that no region has given up.
fn current(source: &Source) -> Result<BTreeSet<String>> {
    let json = source.json(CORE, "supplemental/currencyData.json")?;
    let codes = codes_in(&json["supplemental"]["currencyData"]["region"]);
    if codes.len() < 100 {
        return fail("cldr-core has hardly any currencies; did its format change?");
    }
    Ok(codes)
}

fn codes_in(regions: &Value) -> BTreeSet<String> {
    members(regions).flat_map(|(_, region)| codes_of(region)).cloned().collect()
}

/// The currencies of a region, the oldest first.
fn codes_of(region: &Value) -> impl DoubleEndedIterator<Item = &String> {
    let uses: Vec<_> = region.as_array().into_iter().flatten().flat_map(members).collect();
    uses.into_iter().filter(|(_, used)| used["_to"].is_null() && used["_tender"] != "false").map(|(code, _)| code)
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
    fn currencies_that_were_given_up_are_left_out() {
        let regions = json!({"DE": [
            {"DEM": {"_from": "1948-06-20", "_to": "2002-02-28"}}, {"EUR": {"_from": "1999-01-01"}}
        ], "CH": [{"CHF": {"_from": "1799-03-17"}}, {"CHE": {"_tender": "false"}}]});
        assert_eq!(codes_in(&regions), ["CHF", "EUR"].map(String::from).into());
        assert_eq!((region_of("sv-Latn-SE"), region_of("zh-Hant")), (Some("SE"), None));
    }

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
