//! Which locales the tables hold, and from which other they inherit.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Result, fail};

use super::fetch::{CORE, NUMBERS};
use super::source::{Source, strings};
use super::table::{Spec, Table};

/// Regional and script variants worth their rows. Everything else is either a
/// plain language or left out to keep the tables small.
const VARIANTS: [&str; 33] = [
    "ar-EG",
    "ar-LB",
    "ar-MA",
    "ar-SA",
    "ar-SY",
    "az-Cyrl",
    "bs-Cyrl",
    "de-AT",
    "de-CH",
    "en-AU",
    "en-CA",
    "en-GB",
    "en-IN",
    "en-ZA",
    "es-419",
    "es-AR",
    "es-CL",
    "es-CO",
    "es-MX",
    "es-US",
    "fr-BE",
    "fr-CA",
    "fr-CH",
    "it-CH",
    "ms-BN",
    "nl-BE",
    "pa-Arab",
    "pt-PT",
    "sr-Latn",
    "sv-FI",
    "uz-Cyrl",
    "zh-Hant",
    "zh-Hant-HK",
];

/// Names without rows of their own that readers will still ask for.
/// CLDR keeps Norwegian under `no`; Bokmål (`nb`) inherits all of it.
const ALIASES: [(&str, &str); 1] = [("nb", "no")];

pub(crate) struct Locales {
    /// Locales to write, sorted.
    emitted: BTreeSet<String>,
    /// CLDR's exceptions to "cut off the last part": `en-GB` to `en-001`.
    parents: BTreeMap<String, String>,
    /// CLDR's coverage level of each locale it grades.
    coverage: BTreeMap<String, String>,
}

impl Locales {
    pub(crate) fn load(source: &Source) -> Result<Self> {
        let levels = source.json(CORE, "coverageLevels.json")?;
        let coverage: BTreeMap<String, String> = owned(&levels["coverageLevels"]);
        let supplemental = source.json(CORE, "supplemental/parentLocales.json")?;
        let parents = owned(&supplemental["supplemental"]["parentLocales"]["parentLocale"]);
        if coverage.is_empty() || parents.is_empty() {
            return fail("cldr-core has no coverage levels or parent locales; did its format change?");
        }

        let languages = coverage
            .iter()
            .filter(|(locale, level)| !locale.contains('-') && matches!(level.as_str(), "modern" | "moderate"))
            .map(|(locale, _)| locale.clone());
        let variants = VARIANTS.iter().map(ToString::to_string).filter(|locale| source.has_locale(NUMBERS, locale));
        Ok(Self { emitted: languages.chain(variants).collect(), parents, coverage })
    }

    /// The locales to write, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.emitted.iter().map(String::as_str)
    }

    /// Languages (no regions or scripts) that CLDR covers at any level.
    pub(crate) fn known_languages(&self) -> impl Iterator<Item = &str> {
        self.coverage
            .keys()
            .map(String::as_str)
            .filter(|locale| !locale.contains('-'))
            .chain(ALIASES.iter().map(|(alias, _)| *alias))
    }

    /// The nearest ancestor that is written too. Plain languages have none:
    /// their rows are complete, even where CLDR lets one language inherit
    /// from another (Nynorsk from Norwegian).
    pub(crate) fn emitted_parent(&self, locale: &str) -> Option<String> {
        if !locale.contains('-') {
            return None;
        }
        let mut current = self.parent(locale)?;
        while !self.emitted.contains(&current) {
            current = self.parent(&current)?;
        }
        Some(current)
    }

    /// CLDR's parent; `None` when only the root is left.
    fn parent(&self, locale: &str) -> Option<String> {
        match self.parents.get(locale).map(String::as_str) {
            Some("und" | "root") => None,
            Some(parent) => Some(parent.to_string()),
            None => locale.rsplit_once('-').map(|(parent, _)| parent.to_string()),
        }
    }

    /// Which rows a reader has to add to those of a variant.
    pub(crate) fn parents_table(&self) -> Table {
        let variants = self.iter().filter(|locale| locale.contains('-'));
        let rows = variants.map(|locale| {
            let parent = self.emitted_parent(locale);
            vec![locale.to_string(), parent.unwrap_or_else(|| "und".into())]
        });
        let aliases = ALIASES.iter().map(|(a, b)| vec![a.to_string(), b.to_string()]);
        let spec = Spec {
            name: "parents",
            columns: &["locale", "parent"],
            packages: &[CORE],
            about: "the locale whose rows, in all other tables, also hold for this locale; und: none, its rows are complete",
        };
        Table::new(spec, rows.chain(aliases))
    }
}

fn owned(value: &serde_json::Value) -> BTreeMap<String, String> {
    strings(value).map(|(key, value)| (key.to_string(), value.to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Locales {
        let emitted = ["en", "en-GB", "sr", "sr-Latn", "zh-Hant", "zh-Hant-HK"];
        let parents = [("en-GB", "en-001"), ("sr-Latn", "und"), ("zh-Hant", "und")];
        Locales {
            emitted: emitted.map(String::from).into(),
            parents: parents.map(|(a, b)| (a.into(), b.into())).into(),
            coverage: BTreeMap::new(),
        }
    }

    #[test]
    fn parents_skip_locales_that_are_not_written() {
        assert_eq!(sample().emitted_parent("en-GB").as_deref(), Some("en"));
        assert_eq!(sample().emitted_parent("zh-Hant-HK").as_deref(), Some("zh-Hant"));
    }

    #[test]
    fn scripts_of_their_own_inherit_nothing() {
        assert_eq!(sample().emitted_parent("sr-Latn"), None);
        assert_eq!(sample().emitted_parent("sr"), None);
    }
}
