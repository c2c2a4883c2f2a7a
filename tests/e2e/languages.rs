//! Which language a file is read in: said, by its name, declared, by its text.

use crate::mill::{ENGLISH, FRENCH, GERMAN, SPANISH, folder};
use crate::snapshot;
use parallax_tests::{Folder, Run, workspace};

/// Path, language and origin of each document.
fn languages(run: &Run) -> Vec<String> {
    let report = run.json();
    let documents = report["documents"].as_array().expect("a list");
    let shown = |document: &serde_json::Value| {
        let text = |field: &str| document[field].as_str().expect("a text").to_owned();
        format!("{} {} {}", text("path"), text("language"), text("language_origin"))
    };
    documents.iter().map(shown).collect()
}

fn notices(run: &Run) -> Vec<String> {
    let report = run.json();
    let list = report["notices"].as_array().expect("a list");
    list.iter().filter_map(|notice| notice["message"].as_str().map(str::to_owned)).collect()
}

#[test]
fn what_is_said_wins() {
    let folder = Folder::with(&[("a.txt", FRENCH), ("b.txt", GERMAN), ("c.txt", SPANISH)]);
    let run = folder
        .parallax("check a.txt b.txt c.txt --source-lang fr-CH --target-lang de-CH --lang c.txt=es --format json");
    assert_eq!(languages(&run), ["a.txt fr-CH given", "b.txt de-CH given", "c.txt es given"]);
    assert_eq!(notices(&run), [""; 0]);
    let run = folder.parallax("check --pivot es a.txt b.txt c.txt --source-lang es --format json");
    assert_eq!(run.code, 2, "which one is Spanish is only known from its text: {}", run.transcript());
}

#[test]
fn names_folders_and_declarations_tell_the_language() {
    let declared = format!("---\nlang: es\n---\n\n{SPANISH}");
    let folder = Folder::with(&[("fr/mill.md", FRENCH), ("de/mill.md", GERMAN), ("mill.md", &declared)]);
    let run = folder.parallax("check fr/mill.md de/mill.md mill.md --format json");
    assert_eq!(languages(&run), ["fr/mill.md fr path", "de/mill.md de path", "mill.md es declared"]);
}

#[test]
fn texts_tell_the_language_where_nothing_else_does() {
    let folder = Folder::with(&[("a.txt", FRENCH), ("b.txt", ENGLISH), ("c.txt", "Buenos días.\n")]);
    let run = folder.parallax("check a.txt b.txt --format json");
    assert_eq!(languages(&run), ["a.txt fr identified", "b.txt en identified"]);
    let run = folder.parallax("check a.txt c.txt --format json");
    let told = notices(&run);
    assert!(told.len() == 1 && told[0].contains("say it with --lang"), "{told:?}");
}

#[test]
fn a_word_in_a_name_is_no_language() {
    let folder = Folder::with(&[("what-is.md", ENGLISH), ("notes.in.md", FRENCH), ("it/plan.old.md", GERMAN)]);
    let run = folder.parallax("check what-is.md notes.in.md it/plan.old.md --format json");
    let expected = ["what-is.md en identified", "it/plan.old.md de identified", "notes.in.md fr identified"];
    assert_eq!(languages(&run), expected);
}

#[test]
fn a_version_in_the_wrong_language() {
    let letter = |language: &str| {
        let path = workspace().join(format!("corpus/letter/letter.{language}.txt"));
        std::fs::read_to_string(path).expect("it is in the corpus")
    };
    let folder = Folder::with(&[("letter.fr.txt", letter("fr")), ("letter.de.txt", letter("es"))]);
    let run = folder.parallax("check letter.fr.txt letter.de.txt --format json");
    assert_eq!(run.code, 1, "{}", run.transcript());
    assert_eq!(languages(&run)[1], "letter.de.txt de path", "the name is believed");
    let told = notices(&run);
    assert!(told.len() == 1 && told[0].contains("its name says") && told[0].contains("`es`"), "{told:?}");
    assert!(run.json()["summary"]["by_rule"]["S007"].as_u64() > Some(0), "{}", run.json()["summary"]);
    snapshot!("wrong_language", folder.parallax("check letter.fr.txt letter.de.txt --format concise"));
    let run = folder.parallax("check letter.fr.txt letter.de.txt --target-lang es --format json");
    assert_eq!((run.code, notices(&run)), (0, Vec::new()), "{}", run.transcript());
}

#[test]
fn a_language_that_nothing_is_known_of() {
    let folder = folder(&[("mill.txt", GERMAN)]);
    let run = folder.parallax("check mill.fr.txt mill.txt --target-lang tlh --format json --fail-on never");
    assert_eq!(run.code, 0, "{}", run.transcript());
    assert_eq!(languages(&run)[1], "mill.txt tlh given");
}
