//! `parallax facts`.

use crate::formats::{assert_valid, schema};
use crate::mill::GERMAN;
use crate::snapshot;
use parallax_tests::Folder;

#[test]
fn what_is_read_in_a_text() {
    let folder = Folder::with(&[("mill.de.txt", GERMAN)]);
    snapshot!("german", folder.parallax("facts mill.de.txt"));
}

#[test]
fn the_language_decides_what_is_read() {
    let folder = Folder::with(&[("price.txt", "1.234\n")]);
    let read = |language: &str| folder.parallax(&format!("facts --lang {language} price.txt")).stdout;
    assert!(read("de").contains("quantity   1234 "), "{}", read("de"));
    assert!(read("en").contains("quantity   1.234 "), "{}", read("en"));
}

#[test]
fn places_count_lines_and_characters() {
    let folder = Folder::with(&[("a.fr.txt", "Été.\r\n\r\nÀ l’été, 240 ânes. Puis 17.\r\n")]);
    let run = folder.parallax("facts a.fr.txt");
    assert!(run.stdout.contains("\n  3:10 ") && run.stdout.contains("\n  3:25 "), "{}", run.transcript());
}

#[test]
fn what_is_read_in_a_text_as_json() {
    let folder = Folder::with(&[("price.en.txt", "It costs more than €1,250, or 15% less on 3/4/2026.\n")]);
    let run = folder.parallax("facts price.en.txt --format json");
    assert_valid(&schema("parallax-facts-1.json"), &run.json(), &run);
    snapshot!("json", run);
}

#[test]
fn names_are_shown_with_what_they_name() {
    let text = "Anna Lindqvist flew from Berlin to Japan. The Polish ministry paid for it.\n";
    let folder = Folder::with(&[("flight.en.txt", text)]);
    snapshot!("names", folder.parallax("facts flight.en.txt --names"));
    let run = folder.parallax("facts flight.en.txt --names --format json");
    assert_valid(&schema("parallax-facts-1.json"), &run.json(), &run);
}

#[test]
fn cues_are_shown_where_they_are_asked_for() {
    let folder = Folder::with(&[("rule.en.txt", "You must never open the valve unless both lamps are off.\n")]);
    snapshot!("cues", folder.parallax("facts rule.en.txt --cues"));
    assert!(!folder.parallax("facts rule.en.txt").stdout.contains("modality"));
    let run = folder.parallax("facts rule.en.txt --cues --format json");
    assert_valid(&schema("parallax-facts-1.json"), &run.json(), &run);
    let cues = run.json()["segments"][0]["cues"].as_array().map_or(0, Vec::len);
    assert!(cues > 3, "{}", run.transcript());
}
