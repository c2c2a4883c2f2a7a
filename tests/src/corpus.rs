//! The corpus: groups of faithful translations, and the drifts planted in them.
//!
//! A group is a folder, anywhere below the corpus, whose files are the versions of one document
//! (`letter/letter.fr.txt`); it is named by its path (`letter`, `holdout/letter`), and `corpus.toml` says which version
//! is its pivot. A file `glossary.csv` beside the versions is the glossary that they go by. All other `.toml` files are manifests of drifts; the group that a drift names is looked for beside its
//! manifest, then at the top of the corpus.

use crate::manifest::{self, Drift, Error, Places, Planted};
use parallax_core::glossary::Glossary;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The file at the top of the corpus that names the pivots.
const SETTINGS: &str = "corpus.toml";
/// The glossary of a group, beside its versions.
const GLOSSARY: &str = "glossary.csv";

/// The corpus, read.
#[derive(Debug, Clone)]
pub struct Corpus {
    /// The groups in the order of their names.
    pub groups: Vec<Group>,
    /// The drifts in the order of the manifests' paths.
    pub drifts: Vec<Drift>,
}

/// One document in several languages.
#[derive(Debug, Clone)]
pub struct Group {
    /// The path of its folder below the corpus, with `/`.
    pub name: String,
    /// The language of the version that the others are held against.
    pub pivot: String,
    /// The versions by language.
    pub versions: BTreeMap<String, Text>,
    /// The glossary that its versions go by, if it has one.
    pub glossary: Option<Arc<Glossary>>,
}

/// A version as it stands in the corpus.
#[derive(Debug, Clone)]
pub struct Text {
    /// Its path with `/`, from the folder that holds the corpus: `corpus/letter/letter.fr.txt`.
    pub path: String,
    /// Its content.
    pub content: String,
}

/// A planted drift, applied: the changed text and where a finding must point.
#[derive(Debug, Clone)]
pub struct Case {
    /// The changed version.
    pub planted: Planted,
    /// Where a finding must point.
    pub places: Places,
}

impl Text {
    /// The file's name without its folders.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

impl Group {
    /// The pivot's text.
    ///
    /// # Panics
    /// Never for a group of a [`Corpus`] that was loaded: it has its pivot.
    #[must_use]
    pub fn pivot_text(&self) -> &Text {
        &self.versions[&self.pivot]
    }

    /// Applies `drift`, one of this group, and looks up its places.
    ///
    /// # Errors
    /// If the manifest does not fit the texts.
    pub fn apply(&self, drift: &Drift) -> Result<Case, Error> {
        let wrong = |what: &str| Error::new(format!("drift {}: {what}", drift.name()));
        let text = self.versions.get(&drift.version).ok_or_else(|| wrong("the group has no such version"))?;
        if drift.pivot_is_outlier != (drift.version == self.pivot) {
            return Err(wrong("`outlier = \"pivot\"` belongs to the drifts that change the pivot, to all of them"));
        }
        let planted = drift.apply(&text.content)?;
        let places = drift.places(&planted, &self.pivot_text().content)?;
        Ok(Case { planted, places })
    }
}

impl Corpus {
    /// Reads the corpus in the folder `root`, named `corpus` in the paths of its texts.
    ///
    /// # Errors
    /// If a file cannot be read, a group has no pivot, or a manifest does not fit the texts.
    pub fn load(root: &Path) -> Result<Self, Error> {
        let mut found = Found { pivots: read_pivots(&root.join(SETTINGS))?, ..Found::default() };
        found.search(root, "")?;
        let Found { pivots, mut groups, manifests } = found;
        groups.sort_by(|a, b| a.name.cmp(&b.name));
        if let Some((name, _)) = pivots.first_key_value() {
            return Err(Error::new(format!("{SETTINGS} names a pivot for {name}, but there is no such group")));
        }
        let mut corpus = Self { groups, drifts: Vec::new() };
        for (folder, path) in manifests {
            for mut drift in manifest::read(&path)? {
                let beside = joined(&folder, &drift.group);
                if corpus.groups.iter().any(|group| group.name == beside) {
                    drift.group = beside;
                }
                corpus.drifts.push(drift);
            }
        }
        corpus.drifts.iter().try_for_each(|drift| corpus.group(drift)?.apply(drift).map(drop))?;
        Ok(corpus)
    }

    /// The group that `drift` belongs to.
    ///
    /// # Errors
    /// If there is none.
    pub fn group(&self, drift: &Drift) -> Result<&Group, Error> {
        let found = self.groups.iter().find(|group| group.name == drift.group);
        found.ok_or_else(|| Error::new(format!("drift {}: there is no group {}", drift.id, drift.group)))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    pivot: BTreeMap<String, String>,
}

fn read_pivots(path: &Path) -> Result<BTreeMap<String, String>, Error> {
    let settings: Settings =
        toml::from_str(&text_of(path)?).map_err(|error| Error::new(format!("{}: {error}", path.display())))?;
    Ok(settings.pivot)
}

/// What a search of the corpus has found so far.
#[derive(Default)]
struct Found {
    /// The pivots that no group has taken yet.
    pivots: BTreeMap<String, String>,
    groups: Vec<Group>,
    /// The manifests, each with the path of its folder below the corpus.
    manifests: Vec<(String, PathBuf)>,
}

impl Found {
    /// Looks at the folder `path`, which is `name` below the corpus, and at those in it.
    fn search(&mut self, path: &Path, name: &str) -> Result<(), Error> {
        let mut versions = BTreeMap::new();
        let mut glossary = None;
        for entry in entries(path)? {
            let file = file_name(&entry);
            let below = joined(name, &file);
            if entry.is_dir() {
                self.search(&entry, &below)?;
            } else if let Some(language) = language_of(&file) {
                let text = Text { path: format!("corpus/{below}"), content: text_of(&entry)? };
                versions.insert(language.to_owned(), text);
            } else if file == GLOSSARY {
                let wrong = |error: parallax_formats::lexicon::LexiconError| Error::new(format!("{below}: {error}"));
                let concepts = parallax_formats::glossary::read(&below, text_of(&entry)?.as_bytes()).map_err(wrong)?;
                glossary = Some(Arc::new(Glossary::new(concepts)));
            } else if entry.extension().is_some_and(|extension| extension == "toml") && below != SETTINGS {
                self.manifests.push((name.to_owned(), entry));
            }
        }
        if versions.is_empty() {
            return Ok(());
        }
        let unknown = || Error::new(format!("{SETTINGS} names no pivot for the group {name}"));
        let pivot = self.pivots.remove(name).ok_or_else(unknown)?;
        if !versions.contains_key(&pivot) {
            return Err(Error::new(format!("the group {name} has no version in {pivot}, its pivot")));
        }
        self.groups.push(Group { name: name.to_owned(), pivot, versions, glossary });
        Ok(())
    }
}

/// `name` below `folder`, which may be empty.
fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// `fr` of `letter.fr.txt`; none for a name that has not these three parts.
fn language_of(name: &str) -> Option<&str> {
    let mut parts = name.split('.');
    let (_, language, _) = (parts.next()?, parts.next()?, parts.next()?);
    parts.next().is_none().then_some(language)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What a folder holds, sorted.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let cannot = |error: std::io::Error| Error::new(format!("cannot read {}: {error}", folder.display()));
    let listed: Result<Vec<PathBuf>, _> =
        fs::read_dir(folder).map_err(cannot)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = listed.map_err(cannot)?;
    paths.sort();
    Ok(paths)
}

fn text_of(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::new(format!("cannot read {}: {error}", path.display())))
}
