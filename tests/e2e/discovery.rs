//! `parallax check DIR`: which files are versions, and which of them is the pivot.

use crate::mill::{ENGLISH, FRENCH, GERMAN, SPANISH, folder};
use crate::snapshot;
use parallax_tests::{Folder, Run};

/// The documents of a run, the pivot first.
fn documents(run: &Run) -> Vec<String> {
    assert_ne!(run.code, 2, "{}", run.transcript());
    let report = run.json();
    let documents = report["documents"].as_array().expect("a list");
    let shown = |document: &serde_json::Value| {
        let text = |field: &str| document[field].as_str().expect("a text").to_owned();
        format!("{} {}", text("language"), text("path"))
    };
    documents.iter().map(shown).collect()
}

#[test]
fn versions_are_known_by_a_tag_in_their_names() {
    let folder = folder(&[
        ("mill.de.txt", GERMAN),
        ("mill.es-419.txt", SPANISH),
        ("notes.txt", "Call the miller."),
        ("README.md", "About this folder."),
        ("mill.toml", "[mill]"),
        (".mill.it.txt", "hidden"),
    ]);
    let run = folder.parallax("check --pivot fr . --format json");
    assert_eq!(documents(&run), ["fr mill.fr.txt", "de mill.de.txt", "es-419 mill.es-419.txt"]);
}

#[test]
fn versions_are_known_by_their_folders() {
    let folder = Folder::with(&[("docs/fr/mill.md", FRENCH), ("docs/de/mill.md", GERMAN), ("docs/index.md", "Mill")]);
    let run = folder.parallax("check --pivot de docs --format json");
    assert_eq!(documents(&run), ["de docs/de/mill.md", "fr docs/fr/mill.md"]);
}

#[test]
fn the_version_without_a_tag_is_identified() {
    let folder = Folder::with(&[("README.md", ENGLISH), ("README.fr.md", FRENCH), ("README_es-MX.md", SPANISH)]);
    let expected = ["en README.md", "es-MX README_es-MX.md", "fr README.fr.md"];
    let run = folder.parallax("check --pivot en README.md README.fr.md README_es-MX.md --format json");
    assert_eq!(documents(&run), expected);
    let run = folder.parallax("check --pivot README.md . --format json");
    assert_eq!(documents(&run), expected);
}

#[test]
fn a_folder_needs_a_pivot() {
    let folder = folder(&[("mill.de.txt", GERMAN), ("mill.en.txt", ENGLISH)]);
    snapshot!("which_pivot", folder.parallax("check ."));
}

#[test]
fn the_pivot_is_named_by_language_or_path() {
    let folder = folder(&[("mill.de.txt", GERMAN), ("mill.pt-BR.txt", SPANISH)]);
    for (pivot, first) in [
        ("de", "de mill.de.txt"),
        ("DE", "de mill.de.txt"),
        ("pt", "pt-BR mill.pt-BR.txt"),
        ("mill.de.txt", "de mill.de.txt"),
        ("mill.de.txt", "de mill.de.txt"),
    ] {
        let run = folder.parallax(&format!("check --pivot {pivot} . --format json"));
        assert_eq!(documents(&run)[0], first, "{pivot}");
    }
    let run = folder.parallax("check --pivot mill.fr.txt mill.de.txt --format json");
    assert_eq!(documents(&run), ["fr mill.fr.txt", "de mill.de.txt"], "the pivot may be one file more");
}

#[test]
fn a_folder_with_several_documents_lists_them() {
    let folder = Folder::with(&[
        ("docs/fr/mill.md", FRENCH),
        ("docs/de/mill.md", GERMAN),
        ("docs/fr/inn.md", FRENCH),
        ("docs/de/inn.md", GERMAN),
        ("docs/en/inn.md", ENGLISH),
    ]);
    snapshot!("several_documents", folder.parallax("check --pivot fr docs"));
    let run = folder.parallax("check --pivot docs/fr/mill.md docs --format json");
    assert_eq!(documents(&run), ["fr docs/fr/mill.md", "de docs/de/mill.md"], "the pivot tells which is meant");
}

#[test]
fn a_folder_without_versions_says_what_it_looks_for() {
    let folder = Folder::with(&[("a.txt", FRENCH), ("b.md", GERMAN), ("c.toml", "[c]"), ("empty/c.toml", "[c]")]);
    snapshot!("no_versions", folder.parallax("check --pivot fr ."));
    snapshot!("no_documents", folder.parallax("check --pivot fr empty"));
}

#[test]
fn two_versions_in_one_language() {
    let folder = folder(&[("mill.de.txt", GERMAN), ("mill_de.txt", GERMAN)]);
    snapshot!("one_language_twice_in_a_folder", folder.parallax("check --pivot fr ."));
    // Given as files, both are meant.
    let run = folder.parallax("check mill.fr.txt mill_de.txt mill.de.txt --format json");
    assert_eq!(documents(&run), ["fr mill.fr.txt", "de mill.de.txt", "de mill_de.txt"]);
}

#[test]
fn a_file_that_is_given_twice_counts_once() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    let run = folder.parallax("check mill.fr.txt mill.de.txt mill.fr.txt mill.de.txt --format json");
    assert_eq!(documents(&run), ["fr mill.fr.txt", "de mill.de.txt"]);
}
