//! `territories.tsv`, `languages.tsv` and `cities.tsv`: what countries, languages and cities are called in each locale;
//! `language_regions.tsv`: where each language is most spoken.

use std::collections::BTreeSet;

use crate::error::Result;
use serde_json::Value;

use super::fetch::{CORE, DATES, NAMES};
use super::locales::Locales;
use super::source::{Source, members, strings};
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

/// Continents of time zones whose cities are none: stations, and zones that have no place.
const NO_CITIES: [&str; 2] = ["Antarctica", "Etc"];

pub(crate) fn cities(source: &Source, locales: &Locales) -> Result<Table> {
    let mut rows = LocaleRows::new();
    // A name that is the English one is known from the English rows.
    let mut english = BTreeSet::new();
    for locale in std::iter::once("en").chain(locales.iter()) {
        if let Some(json) = source.locale(DATES, locale, "timeZoneNames.json")? {
            let own = city_rows(&json["dates"]["timeZoneNames"]["zone"]);
            if locale == "en" {
                english = named_by_their_zone(source)?;
                english.extend(own.iter().cloned());
                rows.insert(locale.to_string(), english.clone());
            } else {
                rows.insert(locale.to_string(), own.difference(&english).cloned().collect());
            }
        }
    }
    let spec = Spec {
        name: "cities",
        columns: &["locale", "zone", "name"],
        packages: &[DATES, CORE],
        about: "names of the cities that time zones are named after; those of the English rows are left out elsewhere",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// Rows `zone, name` of the time zones of a locale that are cities.
fn city_rows(zones: &Value) -> BTreeSet<Row> {
    let continents = members(zones).filter(|(continent, _)| !NO_CITIES.contains(&continent.as_str()));
    let cities =
        continents.flat_map(|(continent, cities)| members(cities).map(move |(city, names)| (continent, city, names)));
    let named = cities.filter_map(|(continent, city, names)| {
        let name = trim(names["exemplarCity"].as_str()?);
        is_city(name).then(|| vec![format!("{continent}/{city}"), name.to_string()])
    });
    named.collect()
}

/// What has digits, brackets or several parts is no plain name.
fn is_city(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ',' | '/'))
}

/// In English CLDR names only the cities that their zone is not named after.
fn named_by_their_zone(source: &Source) -> Result<BTreeSet<Row>> {
    let zones = source.json(CORE, "supplemental/metaZones.json")?;
    let zones = &zones["supplemental"]["metaZones"]["metazoneInfo"]["timezone"];
    let english = source.locale(DATES, "en", "timeZoneNames.json")?.unwrap_or_default();
    let named = &english["dates"]["timeZoneNames"]["zone"];
    let mut rows = BTreeSet::new();
    for (continent, cities) in members(zones).filter(|(continent, _)| !NO_CITIES.contains(&continent.as_str())) {
        // A zone within a zone has no city of its own name.
        for (city, _) in members(cities).filter(|(_, eras)| eras.is_array()) {
            if named[continent][city].is_null() {
                rows.insert(vec![format!("{continent}/{city}"), city.replace('_', " ")]);
            }
        }
    }
    Ok(rows)
}

pub(crate) fn language_regions(source: &Source, locales: &Locales) -> Result<Table> {
    let json = source.json(CORE, "supplemental/likelySubtags.json")?;
    let known: BTreeSet<&str> = locales.known_languages().collect();
    let likely = &json["supplemental"]["likelySubtags"];
    let rows = strings(likely).filter(|(tag, _)| known.contains(tag));
    let rows = rows.filter_map(|(tag, full)| {
        let region = full.rsplit('-').next().filter(|region| region.len() == 2)?;
        // Its name is said of the country only where it is the country's language (*Hindi* of India, not *Bodo*).
        let of_region = likely[format!("und-{region}")].as_str().or(likely["und"].as_str())?.split('-').next()?;
        if of_region != tag {
            return None;
        }
        Some(vec![tag.to_string(), region.to_string()])
    });
    let spec = Spec {
        name: "language_regions",
        columns: &["language", "region"],
        packages: &[CORE],
        about: "the country or area in which most speakers of a language live, where it is the language of most there",
    };
    Ok(Table::new(spec, rows))
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
