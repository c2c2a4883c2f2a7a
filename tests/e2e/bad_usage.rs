//! Arguments that make no sense: exit code 2, and a message that says what to do.

use crate::mill::{GERMAN, folder};
use crate::snapshot;
use parallax_tests::parallax;

#[test]
fn a_rule_that_there_is_not() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    snapshot!("unknown_rule", folder.parallax("check mill.fr.txt mill.de.txt --select N001,quantity-chnaged"));
    snapshot!("unknown_rule_ignored", folder.parallax("check mill.fr.txt mill.de.txt --ignore Q999"));
    snapshot!("unknown_rule_explained", folder.parallax("explain N999"));
}

#[test]
fn an_encoding_that_there_is_not() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    snapshot!("unknown_encoding", folder.parallax("check mill.fr.txt mill.de.txt --encoding utf-9"));
}

#[test]
fn a_language_that_is_no_tag() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    snapshot!("no_language", folder.parallax("check mill.fr.txt mill.de.txt --source-lang french"));
    snapshot!("language_of_no_file", folder.parallax("check mill.fr.txt mill.de.txt --lang mill.es.txt=es"));
    assert_eq!(folder.parallax("check mill.fr.txt mill.de.txt --lang es").code, 2);
}

#[test]
fn a_lone_file() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    snapshot!("lone_file", folder.parallax("check mill.fr.txt"));
    // The same file again is not another version.
    assert_eq!(folder.parallax("check mill.fr.txt ./mill.fr.txt").code, 2);
}

#[test]
fn a_pivot_that_there_is_not() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    snapshot!("no_such_pivot", folder.parallax("check --pivot it mill.fr.txt mill.de.txt"));
    snapshot!("no_such_pivot_in_folder", folder.parallax("check --pivot it ."));
}

#[test]
fn a_pivot_that_fits_several_versions() {
    let folder = folder(&[("mill.de-AT.txt", GERMAN), ("mill.de-CH.txt", GERMAN)]);
    snapshot!("pivot_fits_several", folder.parallax("check --pivot de ."));
}

#[test]
fn no_threads() {
    assert_eq!(parallax("check --jobs 0 a b").code, 2);
    assert_eq!(parallax("check --jobs many a b").code, 2);
}

#[test]
fn an_option_or_command_that_there_is_not() {
    let run = parallax("check --fail-upon error a b");
    assert!(run.code == 2 && run.stderr.contains("'--fail-on'"), "{}", run.transcript());
    assert_eq!(parallax("chekc a b").code, 2);
    assert_eq!(parallax("check").code, 2);
}
