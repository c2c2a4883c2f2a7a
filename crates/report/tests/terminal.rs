//! What people see.

mod common;

use common::*;
use parallax_core::report::Failure;
use parallax_core::{Problem, Span};
use parallax_report::{Format, Options, TerminalStyle};

#[test]
fn changed_number_with_agreement() {
    insta::assert_snapshot!(full(&changed_number(), 110));
}

#[test]
fn changed_number_in_colour() {
    let options = Options { color: true, width: 110, ..Options::default() };
    let text = write(&changed_number(), Format::Terminal(TerminalStyle::Full), &options);
    insta::assert_snapshot!(text.replace('\u{1b}', "␛"));
}

#[test]
fn colour_changes_nothing_but_colour() {
    let options = Options { color: true, width: 110, ..Options::default() };
    for report in [changed_number(), omitted_sentence(), arabic(), japanese(), pivot_is_out()] {
        let text = write(&report, Format::Terminal(TerminalStyle::Full), &options);
        let mut plain = String::new();
        for piece in text.split('\u{1b}') {
            plain.push_str(if plain.is_empty() { piece } else { piece.split_once('m').expect("a colour code").1 });
        }
        // The first piece may be empty: the text then begins with a colour.
        let plain = plain.split_once('m').filter(|(code, _)| code.starts_with('[')).map_or(plain.as_str(), |it| it.1);
        assert_eq!(plain, full(&report, 110));
    }
}

#[test]
fn omitted_sentence_and_added_paragraph() {
    insta::assert_snapshot!(full(&omitted_sentence(), 100));
}

#[test]
fn right_to_left_target() {
    insta::assert_snapshot!(full(&arabic(), 100));
}

#[test]
fn wide_characters_in_target() {
    insta::assert_snapshot!(full(&japanese(), 100));
}

#[test]
fn pivot_is_the_outlier() {
    insta::assert_snapshot!(full(&pivot_is_out(), 110));
}

#[test]
fn narrow_terminal() {
    insta::assert_snapshot!(full(&changed_number(), 48));
}

#[test]
fn narrow_terminal_with_missing_sides() {
    insta::assert_snapshot!(full(&omitted_sentence(), 48));
}

#[test]
fn nothing_is_wider_than_the_terminal() {
    use unicode_width::UnicodeWidthStr;
    for report in [changed_number(), omitted_sentence(), arabic(), japanese(), pivot_is_out()] {
        for width in 40..140 {
            let text = full(&report, width);
            let widest = text.lines().max_by_key(|line| line.width()).unwrap_or_default();
            assert!(widest.width() <= width, "{widest:?} is wider than {width}");
        }
    }
}

#[test]
fn nothing_found() {
    let mut report = changed_number();
    report.findings.clear();
    report.held_back = 0;
    insta::assert_snapshot!(full(&report, 110));
    let concise = write(&report, Format::Terminal(TerminalStyle::Concise), &Options::default());
    insta::assert_snapshot!(concise, @"no drift found in 5 versions");
}

#[test]
fn a_line_a_finding() {
    let mut report = changed_number();
    report.findings.extend(omitted_sentence().findings);
    let text = write(&report, Format::Terminal(TerminalStyle::Concise), &Options::default());
    insta::assert_snapshot!(text);
}

/// Hostile paths, texts and messages: nothing of them reaches the terminal as it is.
#[test]
fn failures_and_notices_and_control_characters() {
    let mut report = changed_number();
    report.versions[1] = version(
        "let\u{1b}[2Jter.en.txt",
        "en",
        &[
            &["Dear partners,"],
            &["It \u{202e}includes \u{1b}[31mmore than 9,\u{200b}000 schools\u{7} in 20 countries."],
        ],
    );
    report.findings.truncate(1);
    report.findings[0].message = "90 000 became\n\u{9b}9,000".to_owned();
    report.findings[0].target = place(&report.versions, 1, "9,\u{200b}000");
    let reason = "is no text (it begins with \u{1b}PNG); leave it out".to_owned();
    report.failures.push(Failure::unreadable("letter.\u{1b}pl.txt", reason));
    let message = "the language was taken to be English".to_owned();
    report.notices.push((1, Problem { span: Some(Span::new(15, 17)), message: message.clone() }));
    report.notices.push((0, Problem { span: None, message }));
    let text = full(&report, 100);
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
    insta::assert_snapshot!(text);
    for style in [TerminalStyle::Full, TerminalStyle::Concise] {
        let quiet = Options { quiet: true, ..Options::default() };
        let text = write(&report, Format::Terminal(style), &quiet);
        assert!(!text.contains("passed") && !text.contains("note:") && text.contains("could not be read"));
    }
}

/// A report whose indices point nowhere is shown as far as it goes.
#[test]
fn bad_indices_cost_no_panic() {
    let mut report = changed_number();
    report.alignments.clear();
    let mut lost = report.findings[0].clone();
    lost.source = None;
    lost.version = 77;
    let mut beyond = report.findings[0].clone();
    if let Some(target) = &mut beyond.target {
        target.document = 99;
        target.block = 99;
    }
    if let Some(source) = &mut beyond.source {
        source.block = 99;
        source.span = Span::new(9_999, 10_000);
    }
    report.findings = vec![lost, beyond];
    report.notices.push((50, Problem { span: Some(Span::new(1, 2)), message: "x".to_owned() }));
    assert!(full(&report, 80).contains("2 errors"));
    for format in [Format::Terminal(TerminalStyle::Concise), Format::Json, Format::Jsonl] {
        assert!(!write(&report, format, &Options::default()).is_empty());
    }
    report.versions.clear();
    assert!(full(&report, 80).contains("nothing was read"));
}
