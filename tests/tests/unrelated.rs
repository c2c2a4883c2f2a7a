//! Versions of one document are taken for such, and texts that are none are not.

use parallax_cli::engine::{Input, Settings, check_inputs};
use parallax_core::Version;
use parallax_core::report::FailureKind;
use parallax_tests::corpus::{Corpus, Group};
use std::path::Path;

fn corpus() -> Corpus {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    Corpus::load(&root).expect("the corpus is in order")
}

/// Of shorter texts, in segments, nothing is said.
const SHORT: usize = 12;

/// How many versions of `group` that are not short are compared with the pivot of `held_against`, and which are not.
fn compared(held_against: &Group, group: &Group) -> (usize, Vec<String>) {
    let input = |group: &Group, language: &str| {
        let text = &group.versions[language];
        Input::new(text.path.clone(), text.content.clone().into_bytes())
    };
    let versions = group.versions.keys().filter(|language| **language != held_against.pivot);
    let mut inputs = vec![input(held_against, &held_against.pivot)];
    inputs.extend(versions.map(|language| input(group, language)));
    let report = check_inputs(inputs, 0, &Settings::default()).expect("the pivot is read");
    assert!(report.failures.iter().all(|failure| failure.kind == FailureKind::Unrelated), "{:?}", report.failures);
    let is_long = |version: &&Version| version.segments.len() >= SHORT;
    let long = if is_long(&&report.versions[0]) { report.versions[1..].iter().filter(is_long).count() } else { 0 };
    (long, report.failures.into_iter().map(|failure| failure.path).collect())
}

/// The document that a group holds versions of; a held-out group may hold further ones.
fn document(group: &Group) -> &str {
    group.name.rsplit('/').next().unwrap_or(&group.name)
}

#[test]
fn all_versions_of_a_document_are_compared() {
    for group in &corpus().groups {
        let (_, refused) = compared(group, group);
        assert!(refused.is_empty(), "taken for unrelated to the pivot of {}: {refused:?}", group.name);
    }
}

#[test]
fn versions_of_another_document_are_refused() {
    let corpus = corpus();
    let (mut accepted, mut refused) = (0, 0);
    for held_against in &corpus.groups {
        for group in corpus.groups.iter().filter(|group| document(group) != document(held_against)) {
            let (compared, failed) = compared(held_against, group);
            accepted += compared;
            refused += failed.len();
        }
    }
    // Two documents that are made alike, as two manuals, may pass for one: nine of ten do not.
    assert!(refused > 100 && refused >= 9 * accepted, "{refused} of {} are refused", refused + accepted);
}

#[test]
fn a_part_of_a_version_is_one() {
    for group in &corpus().groups {
        for (language, version) in group.versions.iter().filter(|(language, _)| **language != group.pivot).step_by(3) {
            let lines = version.content.lines().count();
            let half: String = version.content.split_inclusive('\n').take(lines / 2).collect();
            let pivot = &group.versions[&group.pivot];
            let inputs = vec![
                Input::new(pivot.path.clone(), pivot.content.clone().into_bytes()),
                Input::new(version.path.clone(), half.into_bytes()),
            ];
            let report = check_inputs(inputs, 0, &Settings::default()).expect("the pivot is read");
            assert!(report.failures.is_empty(), "half of {} in {language}: {:?}", group.name, report.failures);
        }
    }
}
