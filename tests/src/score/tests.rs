use super::*;
use crate::corpus::{Group, Text};
use crate::manifest;
use parallax_core::finding::{Confidence, Fingerprint};
use parallax_core::{LanguageOrigin, RuleMeta, Span, Version};
use parallax_formats::ReadOptions;

const PIVOT: &str = "dix et 20 pays";
const DRIFT: &str =
    "[[drift]]\nid='x'\ngroup='g'\nversion='en'\nreplace='20'\nwith='30'\nrule='N001'\nat='30'\npivot_at='20'";
static CHANGED: RuleMeta = rule("N001");
static ADDED: RuleMeta = rule("N003");

const fn rule(code: &'static str) -> RuleMeta {
    RuleMeta { code, name: "name", mqm: "accuracy", severity: Severity::Error, summary: "", docs: "" }
}

fn group() -> Group {
    let text = |language: &str, content: &str| {
        (language.to_owned(), Text { path: format!("corpus/g/g.{language}.txt"), content: content.to_owned() })
    };
    let versions = [text("fr", PIVOT), text("en", "ten and 20 countries"), text("de", "zehn und 20 Länder")];
    Group { name: "g".to_owned(), pivot: "fr".to_owned(), versions: versions.into(), glossary: None }
}

/// A finding about the version `document`: the words it points at in the pivot and there, and the outlier.
struct Said(&'static RuleMeta, usize, Option<&'static str>, Option<&'static str>, Option<usize>);

/// Judges a report on the drift that says `said`; the pivot is document 0, de 1, en 2.
fn judged(drift: &str, said: &[Said]) -> PlantedRun {
    let group = group();
    let drift = manifest::parse(drift).expect("is a good manifest").remove(0);
    let case = group.apply(&drift).expect("fits the texts");
    let versions: Vec<Version> = ["fr", "de", "en"]
        .map(|language| {
            let text = &group.versions[language];
            let content = if language == drift.version { &case.planted.text } else { &text.content };
            let document = parallax_formats::read(&text.path, content.as_bytes(), &ReadOptions::default());
            Version::read(document.expect("is text"), language.parse().expect("is a tag"), LanguageOrigin::Path)
        })
        .into();
    let findings = said.iter().map(|Said(rule, version, source, target, outlier)| {
        let place = |document: usize, words: &str| {
            let start = versions[document].document.source.find(words).expect("the words are there");
            Place {
                document,
                block: 0,
                segment: None,
                span: Span::new(start, start + words.len()),
                text: words.to_owned(),
            }
        };
        Finding {
            rule,
            severity: Severity::Error,
            confidence: Confidence::CERTAIN,
            message: String::new(),
            source: source.map(|words| place(0, words)),
            target: target.map(|words| place(*version, words)),
            version: *version,
            evidence: Vec::new(),
            outlier: *outlier,
            pivot_value: None,
            fingerprint: Fingerprint::of(&[rule.code]),
        }
    });
    let findings = findings.collect();
    let report = Report {
        versions,
        findings,
        alignments: Vec::new(),
        held_back: 0,
        failures: Vec::new(),
        notices: Vec::new(),
        elapsed: None,
        fail_on: None,
    };
    judge(&drift, &case, &report, &Known::new())
}

fn missed(said: &[Said]) -> String {
    judged(DRIFT, said).outcome.expect_err("is a miss")
}

#[test]
fn a_drift_is_found_by_the_right_rule_at_the_right_place() {
    let right = || Said(&CHANGED, 2, Some("20"), Some("30"), None);
    assert_eq!(judged(DRIFT, &[right()]).outcome, Ok(Severity::Error));
    let with_outlier = judged(DRIFT, &[Said(&CHANGED, 2, Some("20 pays"), Some("30"), Some(2))]);
    assert_eq!((with_outlier.outcome, with_outlier.rest.len()), (Ok(Severity::Error), 0));
    assert_eq!(missed(&[]), "nothing is flagged there");
    assert_eq!(missed(&[Said(&ADDED, 2, None, Some("30"), None)]), "N003 (name) instead of N001");
    assert_eq!(missed(&[Said(&CHANGED, 2, Some("20"), None, None)]), "N001 does not point into the version");
    assert_eq!(missed(&[Said(&CHANGED, 2, Some("dix"), Some("30"), None)]), "N001 points elsewhere in the pivot");
    assert_eq!(missed(&[Said(&CHANGED, 2, Some("20"), Some("30"), Some(0))]), "N001 names fr as out of step");
}

#[test]
fn all_else_that_is_flagged_is_told_apart() {
    let run = judged(
        DRIFT,
        &[
            Said(&CHANGED, 2, Some("20"), Some("30"), None),
            Said(&ADDED, 2, None, Some("30"), None),
            Said(&ADDED, 2, None, Some("ten"), None),
            Said(&CHANGED, 1, Some("20"), Some("20"), None),
        ],
    );
    assert!(run.outcome.is_ok());
    assert_eq!(run.beside.iter().map(|alarm| alarm.rule).collect::<Vec<_>>(), ["N003"]);
    let rest: Vec<_> = run.rest.iter().map(|alarm| (alarm.language.as_str(), alarm.rule)).collect();
    assert_eq!(rest, [("en", "N003"), ("de", "N001")], "also what the drift brings up in other versions");
}

#[test]
fn a_changed_pivot_must_be_named() {
    let drift = DRIFT.replace("'en'", "'fr'").replace("\nat='30'\npivot_at='20'", "\npivot_at='30'\noutlier='pivot'");
    let found = judged(&drift, &[Said(&CHANGED, 1, Some("30"), Some("20"), Some(0))]);
    assert_eq!((found.outcome, found.rest.len()), (Ok(Severity::Error), 0));
    let unnamed = judged(&drift, &[Said(&CHANGED, 1, Some("30"), Some("20"), None)]);
    assert_eq!(unnamed.outcome, Err("N001 does not name the pivot as out of step".to_owned()));
}

#[test]
fn bars_are_told_that_are_not_met() {
    let alarm = |severity| Alarm {
        language: "de".into(),
        rule: "N001",
        severity,
        message: String::new(),
        texts: [None, None],
        known: false,
    };
    let faithful = |alarms| FaithfulRun { group: "g".into(), languages: vec!["de".into(), "en".into()], alarms };
    let one =
        Scores { faithful: vec![faithful(vec![alarm(Severity::Warning), alarm(Severity::Info)])], planted: vec![] };
    assert_eq!(one.shortfalls(), Vec::<String>::new());
    for alarms in [vec![alarm(Severity::Error)], vec![alarm(Severity::Warning), alarm(Severity::Warning)]] {
        assert_eq!(Scores { faithful: vec![faithful(alarms)], planted: vec![] }.shortfalls().len(), 1);
    }
    let missed = judged(DRIFT, &[Said(&ADDED, 2, None, Some("ten"), None)]);
    assert_eq!(Scores { faithful: vec![], planted: vec![missed] }.shortfalls().len(), 2);
}
