//! What programs read.

mod common;

use common::*;
use parallax_core::reason::{Alternative, BeadEvidence, FactPair, Reason, WordPair, WordSource};
use parallax_core::report::Failure;
use parallax_core::{Bitext, Problem, Report, Span, Version};
use parallax_report::{Format, Options, alignment, alignment_schema, facts, facts_schema, report_schema, schemas};
use serde_json::Value;

fn json(report: &Report) -> String {
    let options = Options { tool_version: "1.2.3".to_owned(), ..Options::default() };
    write(report, Format::Json, &options)
}

fn complete() -> Report {
    let mut report = omitted_sentence();
    report.findings.extend(changed_number().findings.into_iter().take(1));
    report.alignments[0].blocks[1].moved = true;
    report.versions[1].origin = parallax_core::LanguageOrigin::Identified(0.876);
    report.failures.push(Failure::unreadable("x.txt", "is no text"));
    let message = "a byte that is no UTF-8".to_owned();
    report.notices.push((1, Problem { span: Some(Span::new(20, 21)), message }));
    report.elapsed = Some(std::time::Duration::from_secs(3));
    report.held_back = 2;
    report
}

#[track_caller]
fn assert_valid(schema: &Value, text: &str) -> Value {
    let value: Value = serde_json::from_str(text).expect("valid JSON");
    let validator = jsonschema::validator_for(schema).expect("a valid schema");
    let errors: Vec<String> =
        validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    value
}

#[test]
fn json_report() {
    let text = json(&complete());
    assert_valid(&report_schema(), &text);
    insta::assert_snapshot!(text);
}

#[test]
fn json_reports_are_valid() {
    for report in [changed_number(), omitted_sentence(), arabic(), japanese(), pivot_is_out()] {
        assert_valid(&report_schema(), &json(&report));
    }
    assert_valid(&report_schema(), &json(&report(Vec::new(), Vec::new(), Vec::new())));
}

#[test]
fn schema_rejects_what_is_not_so() {
    let mut value = assert_valid(&report_schema(), &json(&complete()));
    let validator = jsonschema::validator_for(&report_schema()).expect("a valid schema");
    value["newer_field"] = true.into();
    assert!(validator.is_valid(&value), "fields may be added");
    value["findings"][0]["severity"] = "fatal".into();
    assert!(!validator.is_valid(&value));
}

#[test]
fn columns_count_characters() {
    let value = assert_valid(&report_schema(), &json(&changed_number()));
    let source = &value["findings"][0]["source"];
    let line = letter()[0].document.source.lines().nth(1).expect("a second line").to_owned();
    let column = line.split("90 000").next().expect("text before it").chars().count() + 1;
    assert_eq!((source["line"].as_u64(), source["column"].as_u64()), (Some(2), Some(column as u64)));
    assert_eq!(source["end_column"].as_u64(), Some(column as u64 + 6));
    let bytes = source["byte_start"].as_u64().expect("a number") as usize;
    assert_eq!(letter()[0].document.source[bytes..].get(..6), Some("90 000"));
}

#[test]
fn time_changes_no_byte() {
    let mut report = changed_number();
    let before = json(&report);
    report.elapsed = None;
    assert_eq!(json(&report), before);
}

#[test]
fn json_lines() {
    let text = write(&complete(), Format::Jsonl, &Options::default());
    let mut schema = report_schema();
    schema["$ref"] = "#/$defs/Finding".into();
    for part in ["properties", "required", "type"] {
        schema.as_object_mut().expect("an object").remove(part);
    }
    for line in text.lines() {
        let value = assert_valid(&schema, line);
        assert_eq!(value["version_path"], "letter.en.txt");
    }
    insta::assert_snapshot!(text);
}

fn aligned(write: impl Fn(&Bitext<'_>, &mut Vec<u8>)) -> String {
    let report = omitted_sentence();
    let [source, target] = &report.versions[..] else { panic!("two versions") };
    let mut out = Vec::new();
    write(&Bitext { source, target, alignment: &report.alignments[0] }, &mut out);
    String::from_utf8(out).expect("alignments are UTF-8")
}

#[test]
fn alignment_as_beads() {
    let text = aligned(|bitext, out| alignment::write_beads(bitext.alignment, out).expect("memory"));
    assert_eq!(text, "0\t0\t0.99\n1\t1\t0.98\n2\t\t0.91\n3\t2\t0.96\n\t3\t0.80\n4\t4\t0.97\n");
}

#[test]
fn alignment_as_table() {
    insta::assert_snapshot!(aligned(|bitext, out| alignment::write_tsv(bitext, out).expect("memory")));
}

#[test]
fn alignment_with_reasons_as_json() {
    let reason = Reason {
        prior: Some(-0.25),
        evidence: Some(BeadEvidence { words: 2.0, facts: -0.5, ..BeadEvidence::default() }),
        words: vec![WordPair {
            source: "roue".to_owned(),
            target: "Rad".to_owned(),
            weight: 2.125,
            by: WordSource::Learned,
        }],
        facts: vec![FactPair { source: None, target: Some("12".to_owned()), weight: -0.5 }],
        alternative: Some(Alternative { source: 0..2, target: 1..2, worse: 3.5 }),
        ..Reason::default()
    };
    let text = aligned(|bitext, out| {
        alignment::write_json_with(bitext, &[reason.clone(), Reason::default()], out).expect("memory");
    });
    assert_valid(&alignment_schema(), &text);
    let file: serde_json::Value = serde_json::from_str(&text).expect("is JSON");
    let evidence = |at: usize| &file["segments"][at]["evidence"];
    assert_eq!((&evidence(0)["total"], &evidence(0)["alternative"]["source"]), (&1.5.into(), &vec![0, 1].into()));
    assert_eq!((&evidence(0)["facts"][0]["target"], &evidence(0)["words"][0]["by"]), (&"12".into(), &"learned".into()));
    assert!(evidence(1)["scores"].is_null() && file["segments"][2].get("evidence").is_none());
}

#[test]
fn alignment_as_json() {
    let text = aligned(|bitext, out| alignment::write_json(bitext, out).expect("memory"));
    assert_valid(&alignment_schema(), &text);
    insta::assert_snapshot!(text);
}

#[test]
fn facts_as_json_and_as_a_table() {
    let report = omitted_sentence();
    let written = |write: fn(&Version, &mut Vec<u8>)| {
        let mut out = Vec::new();
        write(&report.versions[0], &mut out);
        String::from_utf8(out).expect("facts are UTF-8")
    };
    let json = written(|version, out| facts::write_json(version, facts::With::default(), out).expect("memory"));
    assert_valid(&facts_schema(), &json);
    insta::assert_snapshot!(json);
    insta::assert_snapshot!(written(
        |version, out| facts::write_table(version, facts::With::default(), false, out).expect("memory")
    ));
}

#[test]
fn published_schemas_are_those_of_the_code() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema");
    for (name, schema) in schemas() {
        // Compared as values: the order of keys depends on what features of serde_json the build has.
        let published: Option<Value> =
            std::fs::read_to_string(folder.join(name)).ok().and_then(|text| serde_json::from_str(&text).ok());
        let schema: Value = serde_json::from_str(&schema).expect("valid JSON");
        assert!(published == Some(schema), "schema/{name} is not what the code writes: run `cargo xtask schemas`");
    }
}
