//! The documents in a folder, and which files are their versions.

use crate::languages;
use crate::output::reason;
use parallax_core::LanguageTag;
use parallax_core::report::Failure;
use parallax_formats::Format;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Folders are entered down to this depth.
const DEEPEST: usize = 12;
/// More entries than this are not looked at: that is no folder of documents.
const MOST_ENTRIES: usize = 100_000;

/// A document with the files that are its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The files, by language and path.
    pub versions: Vec<(Option<LanguageTag>, PathBuf)>,
}

impl Found {
    /// A language that several of the versions are in, if there is one, with their paths.
    #[must_use]
    pub fn twice(&self) -> Option<(LanguageTag, Vec<&Path>)> {
        let pair = self.versions.windows(2).find(|pair| pair[0].0.is_some() && pair[0].0 == pair[1].0)?;
        let language = pair[0].0?;
        let alike = self.versions.iter().filter(|(other, _)| *other == Some(language));
        Some((language, alike.map(|(_, path)| path.as_path()).collect()))
    }

    /// The languages, as a list to be read: `ar, de, fr`, with `?` for those that no name says.
    #[must_use]
    pub fn languages(&self) -> String {
        let shown: Vec<String> = self
            .versions
            .iter()
            .map(|(language, _)| language.map_or_else(|| "?".to_owned(), |language| language.to_string()))
            .collect();
        shown.join(", ")
    }
}

/// What is in a folder.
#[derive(Debug, Default)]
pub struct Contents {
    /// The documents that are there in several versions, those nearest to the folder first.
    pub documents: Vec<Found>,
    /// The other files that could be read as documents.
    pub others: Vec<PathBuf>,
    /// Folders that could not be looked into.
    pub failures: Vec<Failure>,
}

/// Looks for documents in `folder` and the folders in it. Hidden ones and links to folders are not entered.
///
/// # Errors
/// If the folder cannot be read, or holds too much.
pub fn look_into(folder: &Path) -> io::Result<Contents> {
    let mut walk = Walk::default();
    walk.enter(folder, 0)?;
    // `./letter.fr.txt` is `letter.fr.txt`.
    for file in &mut walk.files {
        if let Ok(plain) = file.strip_prefix(".") {
            *file = plain.to_owned();
        }
    }
    walk.files.sort();
    let mut contents = group(folder, &walk.files);
    contents.failures = walk.failures;
    contents.failures.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(contents)
}

/// Groups files, which are sorted, to documents by what their names say.
fn group(folder: &Path, files: &[PathBuf]) -> Contents {
    // The names above the folder say nothing: they are the same for all.
    let inside: Vec<String> =
        files.iter().map(|path| path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned()).collect();
    let paths: Vec<&str> = inside.iter().map(String::as_str).collect();
    let named = languages::named_by_paths(&paths);
    let mut documents: BTreeMap<String, Vec<(Option<LanguageTag>, usize)>> = BTreeMap::new();
    for (index, named) in named.into_iter().enumerate() {
        let (language, document) = match named {
            Some(named) => (Some(named.language), named.document),
            None => (None, inside[index].clone()),
        };
        documents.entry(document).or_default().push((language, index));
    }
    let mut contents = Contents::default();
    let mut groups: Vec<Vec<(Option<LanguageTag>, usize)>> = documents.into_values().collect();
    groups.sort_by_key(|group| (files[group[0].1].components().count(), group[0].1));
    for mut group in groups {
        if group.len() < 2 {
            contents.others.extend(group.into_iter().map(|(_, index)| files[index].clone()));
            continue;
        }
        group.sort_by_cached_key(|(language, index)| (language.map(|language| language.to_string()), *index));
        let versions = group.into_iter().map(|(language, index)| (language, files[index].clone())).collect();
        contents.documents.push(Found { versions });
    }
    contents.others.sort();
    contents
}

#[derive(Default)]
struct Walk {
    files: Vec<PathBuf>,
    failures: Vec<Failure>,
    entries: usize,
}

impl Walk {
    fn enter(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            self.entries += 1;
            if self.entries > MOST_ENTRIES {
                return Err(io::Error::other(format!("it holds more than {MOST_ENTRIES} files and folders")));
            }
            let (name, path) = (entry.file_name(), entry.path());
            let name = name.to_string_lossy();
            if name.starts_with('.') || name == "node_modules" {
                continue;
            }
            let kind = entry.file_type()?;
            if kind.is_dir() {
                if depth < DEEPEST {
                    self.enter_below(&path, depth + 1)?;
                }
            } else if is_document(&name) && (kind.is_file() || path.is_file()) {
                self.files.push(path);
            }
        }
        Ok(())
    }

    /// Enters a folder in the folder: that it cannot be read is reported and stops nothing.
    fn enter_below(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        match self.enter(folder, depth) {
            Err(error) if self.entries <= MOST_ENTRIES => {
                self.failures.push(Failure::unreadable(folder.to_string_lossy(), reason(&error)));
                Ok(())
            }
            result => result,
        }
    }
}

/// Whether a file's extension is one of documents. Others in a folder (manifests, programs) are no versions.
fn is_document(name: &str) -> bool {
    let plain = |extension: &str| extension.eq_ignore_ascii_case("txt") || extension.eq_ignore_ascii_case("text");
    Format::from_path(name) != Format::PlainText || name.rsplit_once('.').is_some_and(|(_, end)| plain(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(files: &[&str]) -> (Vec<String>, Vec<String>) {
        let files: Vec<PathBuf> = files.iter().map(|file| Path::new("my").join(file)).collect();
        let contents = group(Path::new("my"), &files);
        let name = |path: &PathBuf| path.strip_prefix("my").expect("is in it").to_string_lossy().into_owned();
        let document = |found: &Found| {
            let files: Vec<String> = found.versions.iter().map(|(_, path)| name(path)).collect();
            format!("{}: {}", found.languages(), files.join(" "))
        };
        (contents.documents.iter().map(document).collect(), contents.others.iter().map(name).collect())
    }

    #[test]
    fn files_whose_names_differ_by_language_are_versions() {
        let (documents, others) = shown(&["README.md", "letter.de.txt", "letter.fr.txt", "letter.pt-BR.txt"]);
        assert_eq!(documents, ["de, fr, pt-BR: letter.de.txt letter.fr.txt letter.pt-BR.txt"]);
        assert_eq!(others, ["README.md"]);
        let (documents, _) = shown(&["de/a.md", "de/b.md", "fr/a.md", "fr/b.md"]);
        assert_eq!(documents, ["de, fr: de/a.md fr/a.md", "de, fr: de/b.md fr/b.md"]);
        let (documents, _) = shown(&["README.md", "README.zh-CN.md"]);
        assert_eq!(documents, ["?, zh-CN: README.md README.zh-CN.md"]);
        let (documents, others) = shown(&["letter.txt", "letter.fr.txt.txt", "what-is.md"]);
        assert_eq!((documents.len(), others.len()), (0, 3));
    }

    #[test]
    fn two_versions_in_a_language_are_noticed() {
        let files = ["letter.de.txt", "letter.fr.txt", "letter_fr.txt"];
        let contents = group(Path::new(""), &files.iter().map(PathBuf::from).collect::<Vec<_>>());
        let (language, paths) = contents.documents[0].twice().expect("there are two");
        assert_eq!(language.to_string(), "fr");
        assert_eq!(paths, [Path::new("letter.fr.txt"), Path::new("letter_fr.txt")]);
    }

    #[test]
    fn documents_are_told_by_their_extension() {
        for (name, expected) in [
            ("a.txt", true),
            ("a.TXT", true),
            ("a.md", true),
            ("a.mdx", true),
            ("a.toml", false),
            ("a", false),
            ("txt", false),
            ("a.fr", false),
        ] {
            assert_eq!(is_document(name), expected, "{name}");
        }
    }
}
