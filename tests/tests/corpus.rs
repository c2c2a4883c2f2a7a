//! The corpus is in order, and the whole pipeline meets its bars on it.

use parallax_tests::corpus::Corpus;
use parallax_tests::score::Scores;
use std::collections::BTreeSet;
use std::path::Path;

fn corpus() -> Corpus {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    Corpus::load(&root).expect("the corpus is in order")
}

#[test]
fn drifts_are_planted_for_every_rule_and_in_every_group() {
    let corpus = corpus();
    let planted: BTreeSet<&str> = corpus.drifts.iter().map(|drift| drift.rule.as_str()).collect();
    let rules: BTreeSet<&str> = parallax_drift::rules().map(|rule| rule.code).collect();
    assert_eq!(planted, rules, "the rules that drifts are planted for, and those that there are");
    for group in &corpus.groups {
        assert!(corpus.drifts.iter().any(|drift| drift.group == group.name), "no drift is planted in {}", group.name);
    }
}

#[test]
fn faithful_texts_are_quiet_and_planted_drifts_are_found() {
    let scores = Scores::of(&corpus()).expect("the corpus can be checked");
    let shortfalls = scores.shortfalls();
    assert!(shortfalls.is_empty(), "run `cargo xtask corpus score` for more:\n{}", shortfalls.join("\n"));
}
