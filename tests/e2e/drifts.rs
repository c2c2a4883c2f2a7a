//! One planted drift of each kind as it is reported: the first of every rule, in the order of a group's manifest, that
//! is found among a few versions. (How many are found among all is measured in `tests/corpus.rs`.)

use parallax_tests::corpus::{Corpus, Group};
use parallax_tests::manifest::Drift;
use parallax_tests::{Folder, Run, workspace};
use std::collections::BTreeMap;

/// The versions that are checked beside the pivot and the changed one, so that somebody agrees with somebody.
const WITNESSES: [&str; 4] = ["en", "de", "es", "ja"];

/// What is reported of a group with one drift.
fn report(group: &Group, drift: &Drift) -> Run {
    let changed = group.apply(drift).expect("the manifest fits").planted.text;
    let folder = Folder::with::<&str>(&[]);
    for (language, text) in &group.versions {
        if *language == drift.version {
            folder.write(text.file_name(), &changed);
        } else if *language == group.pivot || WITNESSES.contains(&language.as_str()) {
            folder.write(text.file_name(), &text.content);
        }
    }
    folder.parallax(&format!("check --pivot {} .", group.pivot))
}

fn reports(name: &str) {
    let corpus = Corpus::load(&workspace().join("corpus")).expect("the corpus is in order");
    let mut by_rule: BTreeMap<&str, Vec<&Drift>> = BTreeMap::new();
    for drift in corpus.drifts.iter().filter(|drift| drift.group == name) {
        by_rule.entry(&drift.rule).or_default().push(drift);
    }
    for (rule, drifts) in by_rule {
        let group = corpus.group(drifts[0]).expect("a drift has its group");
        let mut runs = drifts.iter().map(|drift| report(group, drift));
        let found = runs.find(|run| run.stdout.contains(&format!("[{rule}]")));
        let found = found.unwrap_or_else(|| panic!("no drift for {rule} is found in {name}"));
        crate::snapshot!(format!("{name}_{rule}"), found);
    }
}

#[test]
fn drifts_of_the_letter() {
    reports("letter");
}

#[test]
fn drifts_of_the_notice() {
    reports("notice");
}

#[test]
fn drifts_of_the_guide() {
    reports("guide");
}
