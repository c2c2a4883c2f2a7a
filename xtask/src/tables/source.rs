//! Read JSON out of the unpacked CLDR packages.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use crate::error::{Context as _, Error, Result};
use serde_json::{Map, Value};

use super::fetch::package_dir;

/// The cache folder with one subfolder a package.
pub(crate) struct Source {
    cache: PathBuf,
}

impl Source {
    pub(crate) fn new(cache: PathBuf) -> Self {
        Self { cache }
    }

    /// Where an unpacked package lies.
    pub(crate) fn folder(&self, package: &str) -> PathBuf {
        package_dir(&self.cache, package)
    }

    /// The text of a file that must exist.
    pub(crate) fn text(&self, package: &str, path: &str) -> Result<String> {
        self.optional_text(package, path)?.ok_or_else(|| Error::new(format!("{package} has no file {path}")))
    }

    /// A JSON file that must exist.
    pub(crate) fn json(&self, package: &str, path: &str) -> Result<Value> {
        let text = self.text(package, path)?;
        serde_json::from_str(&text).context(format_args!("{package}: {path} is no valid JSON"))
    }

    /// A JSON file that may be missing.
    pub(crate) fn optional_json(&self, package: &str, path: &str) -> Result<Option<Value>> {
        match self.optional_text(package, path)? {
            None => Ok(None),
            Some(text) => {
                serde_json::from_str(&text).context(format_args!("{package}: {path} is no valid JSON")).map(Some)
            }
        }
    }

    /// `main/<locale>/<file>` without its outer `main` and locale levels.
    /// `None` when the package knows nothing about the locale.
    pub(crate) fn locale(&self, package: &str, locale: &str, file: &str) -> Result<Option<Value>> {
        let path = format!("main/{locale}/{file}");
        let json = self.optional_json(package, &path)?;
        Ok(json.map(|mut json| json["main"][locale].take()))
    }

    /// Whether `package` has a folder for the locale.
    pub(crate) fn has_locale(&self, package: &str, locale: &str) -> bool {
        let folder = package_dir(&self.cache, package).join("main").join(locale);
        folder.is_dir()
    }

    fn optional_text(&self, package: &str, path: &str) -> Result<Option<String>> {
        let path = package_dir(&self.cache, package).join(path);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).context(format_args!("cannot read {}", path.display())),
        }
    }
}

/// The members of a JSON object; nothing for any other value.
pub(crate) fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

/// The members of a JSON object whose values are strings.
pub(crate) fn strings(value: &Value) -> impl Iterator<Item = (&str, &str)> {
    members(value).filter_map(|(key, value)| Some((key.as_str(), value.as_str()?)))
}
