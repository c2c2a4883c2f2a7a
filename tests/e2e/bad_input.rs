//! Files that cannot be read, or hardly: a clear message, exit code 2, and the other versions are checked.

use crate::mill::{ENGLISH, FRENCH, GERMAN, SPANISH, folder, wrong_german};
use crate::snapshot;
use parallax_tests::{Folder, Run};

#[test]
fn a_missing_file_costs_only_itself() {
    let folder = folder(&[("mill.de.txt", &wrong_german())]);
    let run = folder.parallax("check mill.fr.txt mill.de.txt mill.es.txt --format concise");
    snapshot!("missing_file", run);
    snapshot!("missing_pivot", folder.parallax("check mill.it.txt mill.fr.txt mill.es.txt"));
    snapshot!("missing_folder", folder.parallax("check --pivot fr nowhere"));
    snapshot!("missing_to_align", folder.parallax("align mill.fr.txt mill.es.txt"));
    snapshot!("missing_to_read", folder.parallax("facts mill.es.txt"));
}

#[test]
fn a_failure_stands_in_every_format() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    let check = |format: &str| folder.parallax(&format!("check mill.fr.txt mill.de.txt mill.es.txt --format {format}"));
    let said = "mill.es.txt: no such file or folder";
    for format in ["full", "concise"] {
        let run = check(format);
        assert!(run.code == 2 && run.stdout.contains(said) && run.stderr.is_empty(), "{}", run.transcript());
    }
    let told = "error: mill.es.txt could not be read: no such file or folder\n";
    let run = check("json");
    assert_eq!((run.code, run.stderr.as_str()), (2, told));
    assert_eq!(run.json()["failures"][0]["path"], "mill.es.txt");
    let run = check("jsonl");
    assert_eq!((run.code, run.stderr.as_str()), (2, told));
    let run = folder.parallax("check mill.fr.txt mill.de.txt mill.es.txt --output report.txt");
    assert_eq!((run.code, run.stderr.as_str(), run.stdout.as_str()), (2, told, ""));
}

#[test]
fn a_binary_file() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    folder.write("mill.es.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    folder.write("mill.it.txt", b"\x01\x02\x03\0\0\xff\xfe\xfd some text");
    snapshot!("binary_file", folder.parallax("check --pivot fr . --quiet"));
    snapshot!("binary_pivot", folder.parallax("check --pivot es ."));
}

#[test]
fn bytes_that_are_not_utf_8() {
    let folder = folder(&[]);
    // One bad byte is read as such, and said; a legacy file is read in its own encoding, and said.
    folder.write("mill.de.txt", [GERMAN.as_bytes(), b"\xff\n"].concat());
    let latin: Vec<u8> = SPANISH.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    folder.write("mill.es.txt", &latin);
    let run = folder.parallax("check --pivot fr . --format json");
    let notices = run.json()["notices"].to_string();
    assert!(run.code != 2 && notices.contains("not valid UTF-8") && notices.contains("windows-1252"), "{notices}");
    // Said to be UTF-8, it is not.
    snapshot!("not_utf_8", folder.parallax("check mill.fr.txt mill.es.txt --encoding utf-8"));
    let run = folder.parallax("check mill.es.txt mill.fr.txt --encoding utf-8");
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
}

#[test]
fn a_file_in_the_encoding_that_is_said() {
    let koi8 = b"\xed\xc5\xcc\xd8\xce\xc9\xc3\xc1 \xc2\xd9\xcc\xc1 \xd0\xcf\xd3\xd4\xd2\xcf\xc5\xce\xc1 \xd7 1987 \xc7\xcf\xc4\xd5.\n";
    let folder = Folder::with(&[("a.ru.txt", koi8.as_slice())]);
    let run = folder.parallax("facts a.ru.txt --encoding koi8-r");
    assert!(run.stdout.contains("Мельница была построена в 1987 году."), "{}", run.transcript());
}

#[test]
fn an_empty_file() {
    let folder = folder(&[("mill.de.txt", ""), ("mill.es.txt", "\u{feff}\n \n\n"), ("mill.en.txt", ENGLISH)]);
    let run = folder.parallax("check --pivot fr . --format json");
    let report = run.json();
    assert_eq!(run.code, 1, "what the pivot says is missing");
    let notices: Vec<&str> = list(&report["notices"], "message");
    assert_eq!(notices, ["has no text: all that the pivot says is missing in it"; 2]);
    for finding in report["findings"].as_array().expect("a list") {
        assert_eq!(finding["rule"], "S001", "paragraphs are missing, and nothing else is said about them");
        assert_ne!(finding["version"], 2, "nothing is missing in English");
    }
    snapshot!("empty_file", folder.parallax("check mill.fr.txt mill.de.txt --format concise"));
    snapshot!("empty_pivot", folder.parallax("check mill.de.txt mill.fr.txt"));
    snapshot!("empty_read", folder.parallax("facts mill.es.txt"));
    snapshot!("empty_aligned", folder.parallax("align mill.de.txt mill.es.txt"));
}

fn list<'v>(values: &'v serde_json::Value, field: &str) -> Vec<&'v str> {
    values.as_array().expect("a list").iter().filter_map(|value| value[field].as_str()).collect()
}

#[test]
fn a_line_of_two_hundred_megabytes() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    folder.write("mill.es.txt", vec![b'a'; 200 << 20]);
    snapshot!("huge_line", folder.parallax("check --pivot fr . --quiet"));
    snapshot!("huge_pivot", folder.parallax("check --pivot es ."));
}

#[test]
fn a_very_long_line_is_read() {
    let long = GERMAN.replace("\n\n", " ").trim().repeat((1 << 17) / GERMAN.len());
    let folder = folder(&[("mill.de.txt", &long), ("mill.es.txt", &"a".repeat(1 << 20))]);
    let run = folder.parallax("check --pivot fr . --format json --fail-on never");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.json()["documents"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_folder_in_place_of_a_file() {
    let folder = folder(&[("mill.de.txt", GERMAN), ("old/mill.es.txt", SPANISH)]);
    snapshot!("folder_for_a_file", folder.parallax("check mill.fr.txt mill.de.txt old --quiet"));
    snapshot!("folder_to_read", folder.parallax("facts old"));
}

#[test]
#[cfg(unix)]
fn a_name_that_is_not_utf_8() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    let name = std::ffi::OsStr::from_bytes(b"mill-\xff.es.txt");
    std::fs::write(folder.path().join(name), SPANISH).expect("a file can be written");
    let run = parallax_tests::finish(parallax_tests::command(folder.path()).args(["check", "mill.fr.txt"]).arg(name));
    assert!(run.code == 0 && run.stdout.contains("mill-\u{fffd}.es.txt"), "{}", run.transcript());
    let missing = std::ffi::OsStr::from_bytes(b"\xff.it.txt");
    let run: Run =
        parallax_tests::finish(parallax_tests::command(folder.path()).args(["check", "mill.fr.txt"]).arg(missing));
    assert!(run.code == 2 && run.stdout.contains("\u{fffd}.it.txt: no such file"), "{}", run.transcript());
}

#[test]
fn names_do_not_steer_the_terminal() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    let run = folder.parallax("check mill.fr.txt mill.de.txt \u{1b}[31m.txt");
    assert!(run.code == 2 && !run.stdout.contains('\u{1b}'), "{}", run.transcript());
    let run = folder.parallax("facts \u{1b}[31m.txt");
    assert!(run.code == 2 && !run.stderr.contains('\u{1b}'), "{}", run.transcript());
}

#[test]
fn line_ends_and_marks_of_windows_change_nothing() {
    let windows = format!("\u{feff}{}", wrong_german().replace('\n', "\r\n"));
    let utf_16: Vec<u8> = windows.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let unix = folder(&[("mill.de.txt", &wrong_german())]);
    let expected = unix.parallax("check mill.fr.txt mill.de.txt --format concise");
    assert_eq!(expected.code, 1, "{}", expected.transcript());
    for bytes in [windows.as_bytes(), &utf_16] {
        let other = Folder::with(&[("mill.fr.txt", FRENCH.as_bytes()), ("mill.de.txt", bytes)]);
        let run = other.parallax("check mill.fr.txt mill.de.txt --format concise");
        assert_eq!(run, expected);
    }
}
