//! Numbers as CLDR's rules spell them: what the reader in the core must understand.

use super::fetch::{CORE, RBNF, cache_dir, fetch_all, package_dir};
use super::number_words::Language;
use super::rbnf::tokens::is_joint;
use super::source::Source;
use crate::error::{Context as _, Result};
use crate::workspace;
use std::collections::BTreeMap;

/// A language's numbers in words, by what its rules call the form.
pub(crate) struct Spelled {
    pub(crate) locale: String,
    language: Language,
}

/// A spelled number.
pub(crate) struct Form {
    pub(crate) ordinal: bool,
    pub(crate) set: String,
    pub(crate) number: u64,
    pub(crate) text: String,
}

/// Every locale that has rules of its own.
pub(crate) fn all() -> Result<Vec<Spelled>> {
    let cache = cache_dir(&workspace::root()?);
    fetch_all(&cache)?;
    let folder = package_dir(&cache, RBNF).join("rbnf");
    let source = Source::new(cache);
    let plurals = source.json(CORE, "supplemental/plurals.json")?;
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .context(format_args!("cannot read {}", folder.display()))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(".json")?.to_owned()))
        .filter(|name| name != "und")
        .collect();
    names.sort();
    let mut out = Vec::new();
    for locale in names {
        if let Some(language) = Language::load(&source, &plurals, &locale)? {
            out.push(Spelled { locale, language });
        }
    }
    Ok(out)
}

impl Spelled {
    /// The forms of `numbers`; those that differ only by the name of their rule set are given once.
    pub(crate) fn forms(&self, ordinal: bool, numbers: impl Iterator<Item = u64> + Clone) -> Result<Vec<Form>> {
        let mut seen: BTreeMap<String, u64> = BTreeMap::new();
        let mut out = Vec::new();
        let sets: Vec<&str> =
            if ordinal { self.language.ordinal_sets().collect() } else { self.language.cardinal_sets().collect() };
        for set in sets {
            for number in numbers.clone() {
                let Some(pieces) = self.language.speller(None).spell(number, set)? else { continue };
                let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
                let text = text.trim_matches(|c: char| c.is_whitespace() || is_joint(c)).to_owned();
                if seen.insert(text.clone(), number) == Some(number) {
                    continue;
                }
                out.push(Form { ordinal, set: set.to_owned(), number, text });
            }
        }
        Ok(out)
    }
}
