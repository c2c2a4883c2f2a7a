//! One planted drift of each kind, as it is reported: the first of every rule in the manifest of a group.

use parallax_tests::corpus::Corpus;
use parallax_tests::{Folder, workspace};
use std::collections::BTreeMap;

/// The versions that are checked beside the pivot and the changed one, so that somebody agrees with somebody.
const WITNESSES: [&str; 2] = ["en", "de"];

fn reports(group: &str) {
    let corpus = Corpus::load(&workspace().join("corpus")).expect("the corpus is in order");
    let mut first = BTreeMap::new();
    for drift in corpus.drifts.iter().filter(|drift| drift.group == group) {
        first.entry(drift.rule.as_str()).or_insert(drift);
    }
    for (rule, drift) in first {
        let group = corpus.group(drift).expect("a drift has its group");
        let changed = group.apply(drift).expect("the manifest fits").planted.text;
        let folder = Folder::with::<&str>(&[]);
        for (language, text) in &group.versions {
            if *language == drift.version {
                folder.write(text.file_name(), &changed);
            } else if *language == group.pivot || WITNESSES.contains(&language.as_str()) {
                folder.write(text.file_name(), &text.content);
            }
        }
        let run = folder.parallax(&format!("check --pivot {} .", group.pivot));
        assert!(run.stdout.contains(&format!("[{rule}]")), "{}: {}", drift.id, run.transcript());
        let name = format!("{}_{rule}", group.name);
        crate::snapshot!(name, run);
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
