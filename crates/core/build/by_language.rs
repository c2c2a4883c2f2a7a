//! Folders of hand-kept files, one a language.

use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A file of such a folder.
pub trait ByLanguage: DeserializeOwned {
    /// The language that it says it is of.
    fn language(&self) -> &str;

    /// What is wrong with it beyond its form.
    fn check(&self) -> Result<(), String>;
}

/// Reads and checks every `*.toml` of the folder, by language.
pub fn load_all<F: ByLanguage>(folder: &Path) -> Result<BTreeMap<String, F>, String> {
    let mut files = BTreeMap::new();
    let entries = fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    for entry in entries.filter_map(Result::ok) {
        let path = entry.path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let shown = path.display();
        let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {shown}: {error}"))?;
        let file: F = toml::from_str(&text).map_err(|error| format!("{shown}: {error}"))?;
        file.check().map_err(|problem| format!("{shown}: {problem}"))?;
        if path.file_stem().and_then(|stem| stem.to_str()) != Some(file.language()) {
            return Err(format!("{shown}: language is {:?}, the file's name says otherwise", file.language()));
        }
        files.insert(file.language().to_owned(), file);
    }
    Ok(files)
}
