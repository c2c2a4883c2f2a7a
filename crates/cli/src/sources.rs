//! Which files a check is about, and which of them is the pivot.

use crate::discovery::{self, Found};
use crate::error::{Failed, printable};
use crate::languages;
use crate::output::reason;
use crate::pivot::{self, Choice};
use crate::settings::shown;
use parallax_core::LanguageTag;
use parallax_core::report::Failure;
use std::path::{Path, PathBuf};

/// A list is cut after so many lines.
const MOST_LINES: usize = 40;

/// The files of a check.
#[derive(Debug)]
pub struct Sources {
    /// The files.
    pub paths: Vec<PathBuf>,
    /// The folder that they were found in, if they were not named.
    pub folder: Option<PathBuf>,
    /// What could not be looked into.
    pub failures: Vec<Failure>,
}

impl Sources {
    /// The files that `paths` stand for: one folder for the versions in it, else files. `pivot` may name one more.
    ///
    /// # Errors
    /// If it is not clear which files are meant, or there are not two.
    pub fn find(paths: &[PathBuf], pivot: Option<&str>) -> Result<Self, Failed> {
        match paths {
            [folder] if folder.is_dir() => Self::in_folder(folder, pivot),
            _ => Self::named(paths, pivot),
        }
    }

    fn named(paths: &[PathBuf], pivot: Option<&str>) -> Result<Self, Failed> {
        // A pivot that is a file is one more version, unless it is among them.
        let more = pivot.map(PathBuf::from).filter(|path| path.is_file());
        let mut files: Vec<PathBuf> = Vec::new();
        let mut known: Vec<PathBuf> = Vec::new();
        for path in paths.iter().chain(&more) {
            // `letter.fr.txt letter.*.txt` names a file twice and means it once.
            let real = path.canonicalize().unwrap_or_else(|_| path.clone());
            if !known.contains(&real) {
                known.push(real);
                files.push(path.clone());
            }
        }
        match files.as_slice() {
            [only] if !only.exists() => Err(Failed::new(format!("{}: no such file or folder", shown(only)))),
            [only] => Err(Failed::new(format!("there is nothing to hold {} against", shown(only)))
                .help("name its other versions too, or the folder that they are in")),
            _ => Ok(Self { paths: files, folder: None, failures: Vec::new() }),
        }
    }

    fn in_folder(folder: &Path, pivot: Option<&str>) -> Result<Self, Failed> {
        let contents = discovery::look_into(folder)
            .map_err(|error| Failed::new(format!("{} could not be read: {}", shown(folder), reason(&error))))?;
        let mut documents = contents.documents;
        if let (true, Some(pivot)) = (documents.len() > 1, pivot) {
            let holds = |found: &Found| {
                found.versions.iter().any(|(_, path)| pivot::plain(path) == pivot::plain(Path::new(pivot)))
            };
            if documents.iter().any(holds) {
                documents.retain(holds);
            }
        }
        let document = match documents.len() {
            0 => return Err(nothing_found(folder, &contents.others)),
            1 => documents.remove(0),
            _ => return Err(too_much_found(folder, &documents, pivot)),
        };
        if let Some((language, paths)) = document.twice() {
            let name = shown(folder);
            return Err(Failed::new(format!(
                "{name} holds several versions in `{language}`, and it is not clear which counts"
            ))
            .details(paths.iter().map(|path| shown(path)).collect())
            .help("name the files to check, the pivot first; two versions in one language may be among them"));
        }
        let paths = document.versions.into_iter().map(|(_, path)| path).collect();
        Ok(Self { paths, folder: Some(folder.to_owned()), failures: contents.failures })
    }

    /// The languages that the files' names say.
    #[must_use]
    pub fn named_languages(&self) -> Vec<Option<LanguageTag>> {
        let paths: Vec<_> = self.paths.iter().map(|path| path.to_string_lossy()).collect();
        let paths: Vec<&str> = paths.iter().map(AsRef::as_ref).collect();
        languages::named_by_paths(&paths).into_iter().map(|named| named.map(|named| named.language)).collect()
    }

    /// The index of the pivot, given the languages as far as they are known: `None` if it may become clear when the
    /// other languages are known too.
    ///
    /// # Errors
    /// If no version is the one that is wanted, or several are, or none is wanted and there is no first file.
    pub fn pivot(&self, wanted: Option<&str>, languages: &[Option<LanguageTag>]) -> Result<Option<usize>, Failed> {
        let choices: Vec<Choice<'_>> = self.paths.iter().map(PathBuf::as_path).zip(languages.iter().copied()).collect();
        let Some(wanted) = wanted else {
            let Some(folder) = &self.folder else { return Ok(Some(0)) };
            let example = languages.iter().flatten().next().map_or_else(|| shown(&self.paths[0]), ToString::to_string);
            let name = shown(folder);
            return Err(Failed::new(format!(
                "which version in {name} is the pivot, that the others are held against?"
            ))
            .details(listed(&choices))
            .help(format!("say it with --pivot, for example: parallax check --pivot {example} {name}")));
        };
        match pivot::find(wanted, &choices) {
            pivot::Found::One(index) => Ok(Some(index)),
            pivot::Found::Several(several) => {
                let several: Vec<Choice<'_>> = several.into_iter().map(|index| choices[index]).collect();
                Err(Failed::new(format!("--pivot {wanted} fits several versions"))
                    .details(listed(&several))
                    .help("name the pivot by its path"))
            }
            pivot::Found::None if languages.contains(&None) => Ok(None),
            pivot::Found::None => Err(no_such_pivot(wanted, &choices)),
        }
    }
}

/// That no version is the wanted pivot.
#[must_use]
pub fn no_such_pivot(wanted: &str, choices: &[Choice<'_>]) -> Failed {
    Failed::new(format!("--pivot {}: no version has that language or path", printable(wanted)))
        .details(listed(choices))
        .help("name one of these by its language or path")
}

/// Versions to choose from, a line each.
fn listed(choices: &[Choice<'_>]) -> Vec<String> {
    let tags: Vec<String> =
        choices.iter().map(|(_, language)| language.map_or_else(|| "?".to_owned(), |tag| tag.to_string())).collect();
    let longest = tags.iter().map(String::len).max().unwrap_or(0);
    let lines = tags.iter().zip(choices).map(|(tag, (path, _))| format!("{tag:<longest$}  {}", shown(path)));
    cut(lines.collect())
}

fn cut(mut lines: Vec<String>) -> Vec<String> {
    if lines.len() > MOST_LINES {
        let more = lines.len() - MOST_LINES;
        lines.truncate(MOST_LINES);
        lines.push(format!("and {more} more"));
    }
    lines
}

fn nothing_found(folder: &Path, others: &[PathBuf]) -> Failed {
    let name = shown(folder);
    let expected = "versions of a document are known by their names, as letter.fr.txt and letter.de.txt, or \
                    fr/letter.md and de/letter.md; or name the files, the pivot first";
    if others.is_empty() {
        return Failed::new(format!("there are no documents (.txt, .md) in {name}")).help(expected);
    }
    Failed::new(format!("there are no two versions of one document in {name}"))
        .details(cut(others.iter().map(|path| shown(path)).collect()))
        .help(expected)
}

fn too_much_found(folder: &Path, documents: &[Found], pivot: Option<&str>) -> Failed {
    let patterns: Vec<String> = documents.iter().map(|found| pattern(&found.versions)).collect();
    let longest = patterns.iter().map(|pattern| pattern.chars().count()).max().unwrap_or(0);
    let lines = patterns.iter().zip(documents).map(|(pattern, found)| {
        format!("{pattern:<longest$}  {} versions: {}", found.versions.len(), found.languages())
    });
    let language = documents[0].versions.iter().find_map(|(language, _)| *language);
    let some_language = || language.map_or_else(|| "LANG".to_owned(), |language| language.to_string());
    let pivot = pivot.map_or_else(some_language, printable);
    Failed::new(format!("{} holds {} documents, and one at a time is checked", shown(folder), documents.len()))
        .details(cut(lines.collect()))
        .help(format!("name the files of one, for example: parallax check --pivot {pivot} {}", patterns[0]))
}

/// What a shell would match the paths with: what they begin and end with, and a star.
fn pattern(versions: &[(Option<LanguageTag>, PathBuf)]) -> String {
    let paths: Vec<String> = versions.iter().map(|(_, path)| shown(path)).collect();
    let first = paths[0].as_str();
    let shared = |fits: &dyn Fn(&str) -> bool, ends: &[usize]| -> usize {
        ends.iter().copied().filter(|end| fits(&first[..*end])).max().unwrap_or(0)
    };
    let is_mark = |c: char| matches!(c, '.' | '-' | '_') || std::path::is_separator(c);
    let after: Vec<usize> = first.match_indices(is_mark).map(|(at, mark)| at + mark.len()).collect();
    let start = shared(&|beginning| paths.iter().all(|path| path.starts_with(beginning)), &after);
    let rest = first[start..].match_indices(is_mark).map(|(at, _)| start + at);
    let end = rest
        .into_iter()
        .find(|at| paths.iter().all(|path| path.len() - start >= first.len() - at && path.ends_with(&first[*at..])));
    format!("{}*{}", &first[..start], end.map_or("", |end| &first[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_all_versions() {
        for (paths, expected) in [
            (vec!["a/letter.de.txt", "a/letter.fr.txt"], "a/letter.*.txt"),
            (vec!["a/letter.da.txt", "a/letter.de.txt"], "a/letter.*.txt"),
            (vec!["docs/de/a.md", "docs/fr/a.md"], "docs/*/a.md"),
            (vec!["README.md", "README.zh-CN.md"], "README.*"),
            (vec!["a_de.md", "a-fr.md"], "*.md"),
        ] {
            let versions: Vec<_> = paths.iter().map(|path| (None, PathBuf::from(path))).collect();
            assert_eq!(pattern(&versions), expected);
        }
    }

    #[test]
    fn the_first_file_is_the_pivot_unless_another_is_named() {
        let sources = |folder: Option<&str>| Sources {
            paths: vec!["a.de.txt".into(), "a.fr.txt".into(), "b.txt".into()],
            folder: folder.map(PathBuf::from),
            failures: Vec::new(),
        };
        let languages = sources(None).named_languages();
        assert_eq!(sources(None).pivot(None, &languages), Ok(Some(0)));
        assert_eq!(sources(None).pivot(Some("fr"), &languages), Ok(Some(1)));
        assert_eq!(sources(None).pivot(Some("it"), &languages), Ok(None), "b.txt may be Italian");
        assert!(sources(None).pivot(Some("it"), &languages[..2]).is_err());
        let asked = sources(Some("x")).pivot(None, &languages).expect_err("a folder has no first file");
        assert_eq!(asked.details, ["de  a.de.txt", "fr  a.fr.txt", "?   b.txt"]);
    }
}
