//! The names of countries and areas, a table a language that is searched as it lies.

use crate::tokens::Tokens;
use crate::tsv::Tables;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The least letters that a name of an alphabetic script has: shorter ones (`US`) are other words as well.
const SHORT: usize = 4;

/// Writes `territories.rs`: for each language whose rows are complete, lines of a folded name, a tab, and the code.
pub fn write<'a>(tables: &Tables, languages: impl Iterator<Item = &'a String>, out: &Path) -> Result<(), String> {
    let mut rust = String::from("static TERRITORIES: &[(&str, &str)] = &[\n");
    for language in languages.filter(|tag| tables.has("territories", tag)) {
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for row in tables.rows("territories", language) {
            let key = Tokens::of(&row[2]).key().to_owned();
            if !key.is_ascii() && key.chars().count() > 1 || key.len() >= SHORT {
                names.entry(key).or_insert(&row[1]);
            }
        }
        let lines: String = names.iter().map(|(key, code)| format!("{key}\t{code}\n")).collect();
        let _ = writeln!(rust, "    ({language:?}, {lines:?}),");
    }
    rust.push_str("];\n");
    fs::write(out.join("territories.rs"), rust).map_err(|error| format!("cannot write territories.rs: {error}"))
}
