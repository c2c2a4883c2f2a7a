//! The tables that `cargo xtask tables` made from CLDR.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// All tables, by name, and in each the rows by locale.
pub struct Tables {
    tables: BTreeMap<String, BTreeMap<String, Vec<Vec<String>>>>,
}

impl Tables {
    /// Reads every `*.tsv` of the folder.
    pub fn load(folder: &Path) -> Result<Self, String> {
        let mut tables = BTreeMap::new();
        let entries = fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
        for entry in entries.filter_map(Result::ok) {
            let path = entry.path();
            if path.extension().is_none_or(|extension| extension != "tsv") {
                continue;
            }
            let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
            let mut rows: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
            for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
                let row: Vec<String> = line.split('\t').map(str::to_owned).collect();
                rows.entry(row[0].clone()).or_default().push(row);
            }
            let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
            tables.insert(name, rows);
        }
        Ok(Self { tables })
    }

    /// The rows of a locale in a table, the locale itself being column 0.
    pub fn rows(&self, table: &str, locale: &str) -> impl Iterator<Item = &Vec<String>> {
        self.tables.get(table).and_then(|rows| rows.get(locale)).into_iter().flatten()
    }

    /// All rows of a table.
    pub fn all(&self, table: &str) -> impl Iterator<Item = &Vec<String>> {
        self.tables.get(table).into_iter().flat_map(BTreeMap::values).flatten()
    }

    /// Whether the locale has rows in the table.
    pub fn has(&self, table: &str, locale: &str) -> bool {
        self.rows(table, locale).next().is_some()
    }

    /// Every locale that has rows in a table of locales.
    pub fn locales(&self) -> BTreeSet<String> {
        let by_locale = self.tables.iter().filter(|(name, _)| {
            !matches!(
                name.as_str(),
                "concepts"
                    | "numbering_systems"
                    | "parents"
                    | "unit_conversions"
                    | "currency_codes"
                    | "language_regions"
            )
        });
        by_locale.flat_map(|(_, rows)| rows.keys().cloned()).collect()
    }

    /// The locale that CLDR names as the one whose rows hold too (`und`: none).
    pub fn parent(&self, locale: &str) -> Option<String> {
        self.rows("parents", locale).next()?.get(1).cloned()
    }

    /// The locales that have what is special to a region or script on top of a language's rows.
    pub fn variants(&self, language: &str) -> Vec<String> {
        let is_variant = |tag: &String| {
            tag.strip_prefix(language).is_some_and(|rest| rest.starts_with('-'))
                && self.parent(tag).is_none_or(|parent| parent != "und")
        };
        self.locales().into_iter().filter(is_variant).collect()
    }

    /// The digit zero of a numbering system.
    pub fn zero(&self, system: &str) -> Option<char> {
        self.rows("numbering_systems", system).next()?.get(1)?.chars().next()
    }
}
