//! `parallax facts`.

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
