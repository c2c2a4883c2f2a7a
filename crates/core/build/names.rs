//! The names that are known of each language: countries, languages and cities (CLDR), and what its hand-kept file says of
//! names. Compressed, since a run needs two or three of a hundred languages.

use crate::hand::File;
use crate::phrases::key;
use crate::tsv::Tables;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// How hard to compress, 0 to 10.
const LEVEL: u8 = 9;
/// The least letters that a name of an alphabetic script has: shorter ones (`US`) are other words as well, unless they are
/// all capitals.
const SHORT: usize = 4;

/// The least letters of a word that is said for the whole name it stands in.
const DISTINCT: usize = 6;

/// The section `[names]` of a language file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Names {
    pub capital_nouns: bool,
    pub common: Vec<String>,
    pub titles: Vec<String>,
    pub companies: Vec<String>,
    pub endings: Vec<String>,
    pub of_regions: BTreeMap<String, String>,
}

impl Names {
    /// What is wrong with it.
    pub fn check(&self) -> Result<(), String> {
        for (name, list) in
            [("names.common", &self.common), ("names.titles", &self.titles), ("names.companies", &self.companies)]
        {
            let mut seen = BTreeSet::new();
            for entry in list {
                if key(entry).is_empty() {
                    return Err(format!("{name}: an empty entry"));
                }
                if !seen.insert(key(entry)) {
                    return Err(format!("{name}: {entry:?} stands there twice"));
                }
            }
        }
        let is_code = |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        match self.of_regions.iter().find(|(_, code)| !is_code(code)) {
            Some((word, code)) => {
                Err(format!("names.of_regions: {word:?} = {code:?} is no ISO 3166 code (two capitals)"))
            }
            None => Ok(()),
        }
    }
}

/// Writes `names.rs`: for each locale whose rows are complete, the compressed text of its table: lines of a folded name and
/// its codes, which `src/names/known.rs` reads.
pub fn write<'a>(
    tables: &Tables,
    languages: impl Iterator<Item = &'a String>,
    hand: &BTreeMap<String, File>,
    out: &Path,
) -> Result<(), String> {
    let mut rust = String::from(
        "/// Compressed tables of known names by locale, sorted.\nstatic TABLES: &[(&str, bool, &[u8])] = &[\n",
    );
    let english: BTreeMap<&str, &str> =
        tables.rows("cities", "en").map(|row| (row[1].as_str(), row[2].as_str())).collect();
    for language in languages {
        let file = language.split('-').next().and_then(|plain| hand.get(plain));
        if !tables.has("territories", language) && file.is_none() {
            continue;
        }
        let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut add = |name: &str, code: String| {
            let folded = key(name);
            if !folded.is_empty() {
                names.entry(folded).or_default().insert(code);
            }
        };
        for row in tables.rows("territories", language) {
            if row[2].is_ascii() && row[2].len() < SHORT {
                if row[2].len() > 1 && row[2].chars().all(|c| c.is_ascii_uppercase()) {
                    add(&row[2], format!("S{}", row[1]));
                }
            } else {
                add(&row[2], format!("T{}", row[1]));
            }
        }
        // A word that only one country has in its names of several words is said for it alone (*Falkland*, *Emirates*).
        let mut of_word: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for row in tables.rows("territories", language) {
            let name = key(&row[2]);
            for word in name.split(' ').filter(|word| word.chars().count() >= DISTINCT) {
                of_word.entry(word.to_owned()).or_default().insert(&row[1]);
            }
        }
        let is_plain = |word: &str| {
            file.is_some_and(|file| file.names.common.iter().chain(&file.names.titles).any(|it| key(it) == *word))
        };
        for row in tables.rows("territories", language) {
            let name = key(&row[2]);
            let words = name.split(' ').filter(|word| of_word.get(*word).is_some_and(|regions| regions.len() == 1));
            for word in words.filter(|word| name.contains(' ') && !is_plain(word)) {
                add(word, format!("D{}", row[1]));
            }
        }
        for row in tables.rows("languages", language).filter(|row| row[2].len() >= SHORT) {
            let plain = row[1].split('-').next().unwrap_or_default();
            add(&row[2], format!("L{plain}"));
        }
        let own: BTreeMap<&str, &str> =
            tables.rows("cities", language).map(|row| (row[1].as_str(), row[2].as_str())).collect();
        for (zone, name) in english.iter().chain(&own) {
            if name.len() >= SHORT && (own.get(zone).is_none_or(|own| own == name)) {
                add(name, format!("C{zone}"));
            }
        }
        if let Some(file) = file {
            let of = &file.names;
            of.endings.iter().for_each(|ending| add(ending.trim_start_matches('-'), "E".to_owned()));
            of.common.iter().for_each(|word| add(word, "W".to_owned()));
            of.titles.iter().for_each(|word| add(word, "P".to_owned()));
            of.companies.iter().for_each(|word| add(word, "O".to_owned()));
            of.of_regions.iter().for_each(|(word, region)| add(word, format!("D{region}")));
        }
        let mut text = String::new();
        for (name, codes) in &names {
            let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
            let _ = writeln!(text, "{name}\t{}", codes.join("\t"));
        }
        let path = out.join(format!("names-{language}.bin"));
        let packed = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), LEVEL);
        fs::write(&path, packed).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        let nouns = file.is_some_and(|file| file.names.capital_nouns);
        let _ = writeln!(
            rust,
            "    ({language:?}, {nouns}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/names-{language}.bin\"))),"
        );
    }
    rust.push_str("];\n");
    let regions: Vec<(&str, &str)> =
        tables.all("language_regions").map(|row| (row[0].as_str(), row[1].as_str())).collect();
    let _ = writeln!(
        rust,
        "/// Language subtags with the region in which most of their speakers live (CLDR), sorted.\n\
         static REGIONS: &[(&str, &str)] = &{regions:?};"
    );
    fs::write(out.join("names.rs"), rust).map_err(|error| format!("cannot write names.rs: {error}"))
}
