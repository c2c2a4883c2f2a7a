//! What is found, what it means for the exit code, and how that is set.

use crate::mill::{ENGLISH, GERMAN, SPANISH, folder, wrong_german};
use crate::snapshot;

#[test]
fn faithful_versions_pass() {
    let folder = folder(&[("mill.de.txt", GERMAN), ("mill.en.txt", ENGLISH), ("mill.es.txt", SPANISH)]);
    snapshot!("faithful", folder.parallax("check --pivot fr ."));
}

#[test]
fn a_wrong_number_fails() {
    let folder = folder(&[("mill.de.txt", &wrong_german()), ("mill.en.txt", ENGLISH), ("mill.es.txt", SPANISH)]);
    snapshot!("wrong_number", folder.parallax("check --pivot fr ."));
    snapshot!("wrong_number_concise", folder.parallax("check --pivot fr . --format concise"));
    snapshot!("wrong_number_json", folder.parallax("check --pivot fr . --format json"));
    snapshot!("wrong_number_jsonl", folder.parallax("check --pivot fr . --format jsonl"));
    snapshot!("wrong_number_quiet", folder.parallax("check --pivot fr . --quiet"));
    snapshot!("wrong_number_in_colour", folder.parallax("check --pivot fr . --quiet --color always"));
}

#[test]
fn the_level_that_fails_is_chosen() {
    let wrong = wrong_german();
    let folder = folder(&[("mill.de.txt", &wrong)]);
    let code = |options: &str| folder.parallax(&format!("check mill.fr.txt mill.de.txt {options}")).code;
    assert_eq!(code(""), 1);
    assert_eq!(code("--fail-on info"), 1);
    assert_eq!(code("--fail-on never"), 0);
}

#[test]
fn rules_are_selected_and_ignored() {
    let folder = folder(&[("mill.de.txt", &wrong_german())]);
    let rules = |options: &str| {
        let run = folder.parallax(&format!("check mill.fr.txt mill.de.txt --format json {options}"));
        (run.code, run.json()["summary"]["by_rule"].to_string())
    };
    let found = (1, "{\"N001\":1}".to_owned());
    let nothing = (0, "{}".to_owned());
    assert_eq!(rules(""), found);
    assert_eq!(rules("--select N"), found);
    assert_eq!(rules("--select S001,quantity-changed"), found);
    assert_eq!(rules("--select S001 --select N001"), found);
    assert_eq!(rules("--select N001 --ignore S001"), found);
    assert_eq!(rules("--select S,M"), nothing);
    assert_eq!(rules("--ignore N"), nothing);
    assert_eq!(rules("--ignore quantity-changed --ignore quantity-missing,quantity-added"), nothing);
}

#[test]
fn lines_are_checked_as_segments_when_asked_for() {
    let source = "Le moulin a 240 roues.\nIl est ouvert le dimanche.\n";
    let target = "Die Mühle hat 420 Räder.\nSonntags ist sie offen.\n";
    let folder = parallax_tests::Folder::with(&[("a.fr.txt", source), ("a.de.txt", target)]);
    let run = folder.parallax("check a.fr.txt a.de.txt --segments lines --format json");
    assert_eq!(run.json()["documents"][0]["segments"], 2);
    assert_eq!(run.json()["summary"]["by_rule"].to_string(), "{\"N001\":1}");
}
