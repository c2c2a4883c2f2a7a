//! The formats for machines keep to their published schemas.

use crate::mill::{ENGLISH, GERMAN, SPANISH, folder, wrong_german};
use parallax_tests::{Run, parallax, workspace};
use serde_json::{Value, json};

pub(crate) fn schema(name: &str) -> Value {
    let path = workspace().join("schema").join(name);
    serde_json::from_slice(&std::fs::read(path).expect("the schema is published")).expect("a schema is JSON")
}

pub(crate) fn assert_valid(schema: &Value, value: &Value, run: &Run) {
    let validator = jsonschema::validator_for(schema).expect("a valid schema");
    let errors: Vec<String> = validator.iter_errors(value).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0], "{}", run.command);
}

#[test]
fn reports_are_valid() {
    let schema = schema("parallax-report-1.json");
    let folder = folder(&[
        ("mill.de.txt", &wrong_german()),
        ("mill.en.txt", &ENGLISH[..60]),
        ("mill.es.txt", &format!("{SPANISH}\nUn párrafo más, con 77 palabras.\n")),
        ("mill.it.txt", ""),
        ("mill.pt.txt", GERMAN),
    ]);
    folder.write("mill.nl.txt", b"\0\x01\x02");
    let mut runs = vec![folder.parallax("check --pivot fr . --format json")];
    runs.push(folder.parallax("check mill.fr.txt mill.de.txt --segments lines --format json"));
    runs.extend(["letter", "notice"].map(|name| parallax(&format!("check --pivot fr corpus/{name} --format json"))));
    for run in runs {
        assert_valid(&schema, &run.json(), &run);
    }
}

#[test]
fn json_lines_are_the_findings_of_the_report() {
    let report = schema("parallax-report-1.json");
    let finding = json!({ "$ref": "#/$defs/Finding", "$defs": report["$defs"] });
    let folder = folder(&[("mill.de.txt", &wrong_german()), ("mill.en.txt", &ENGLISH[..60])]);
    let run = folder.parallax("check --pivot fr . --format jsonl");
    let lines: Vec<Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    assert!(lines.len() > 1, "{}", run.transcript());
    for line in &lines {
        assert_valid(&finding, line, &run);
    }
    let whole = folder.parallax("check --pivot fr . --format json").json();
    let fingerprints =
        |list: &[Value]| -> Vec<String> { list.iter().map(|it| it["fingerprint"].to_string()).collect() };
    assert_eq!(fingerprints(&lines), fingerprints(whole["findings"].as_array().expect("a list")));
}

#[test]
fn places_slice_to_their_text() {
    let folder = folder(&[("mill.de.txt", &wrong_german()), ("mill.en.txt", &ENGLISH[..60])]);
    let report = folder.parallax("check --pivot fr . --format json").json();
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("a size");
    for finding in report["findings"].as_array().expect("a list") {
        for side in [&finding["source"], &finding["target"]].into_iter().filter(|side| !side.is_null()) {
            let path = report["documents"][number(&side["document"])]["path"].as_str().expect("a path");
            let text = std::fs::read_to_string(folder.path().join(path)).expect("it is there");
            let (start, end) = (number(&side["byte_start"]), number(&side["byte_end"]));
            assert_eq!(&text[start..end], side["text"].as_str().expect("a text"));
            let before = &text[..start];
            assert_eq!(number(&side["line"]), before.matches('\n').count() + 1);
            assert_eq!(number(&side["column"]), before.chars().rev().take_while(|c| *c != '\n').count() + 1);
        }
    }
}

#[test]
fn alignments_are_valid() {
    let schema = schema("parallax-alignment-1.json");
    for arguments in [
        "align corpus/letter/letter.fr.txt corpus/letter/letter.ja.txt --format json",
        "align corpus/notice/notice.fr.md corpus/notice/notice.ar.md --format json",
        "align corpus/letter/letter.fr.txt corpus/letter/letter.pl.txt --format json --segments lines",
    ] {
        let run = parallax(arguments);
        assert_valid(&schema, &run.json(), &run);
    }
}
