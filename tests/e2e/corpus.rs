//! The corpora as they are: faithful translations.

use crate::snapshot;
use parallax_tests::parallax;

#[test]
fn the_letter() {
    snapshot!("letter", parallax("check --pivot fr corpus/letter"));
    snapshot!("letter_concise", parallax("check --pivot fr corpus/letter --format concise"));
}

#[test]
fn the_notice() {
    snapshot!("notice", parallax("check --pivot en corpus/notice"));
}

#[test]
fn the_folder_of_all_corpora() {
    snapshot!("all_corpora", parallax("check --pivot fr corpus"));
}

#[test]
fn the_letter_aligned() {
    snapshot!("letter_de", parallax("align corpus/letter/letter.fr.txt corpus/letter/letter.de.txt --format beads"));
    snapshot!("letter_ja", parallax("align corpus/letter/letter.fr.txt corpus/letter/letter.ja.txt --format beads"));
}

/// A faithful corpus raises no error, and at most one warning a version.
#[test]
fn faithful_versions_raise_no_errors() {
    for (group, pivot) in [("letter", "fr"), ("notice", "en")] {
        let run = parallax(&format!("check --pivot {pivot} corpus/{group} --format json"));
        let report = run.json();
        assert_eq!(run.code, 0, "{group}: {}", report["findings"]);
        let mut warnings = vec![0; report["documents"].as_array().map_or(0, Vec::len)];
        for finding in report["findings"].as_array().expect("a list") {
            let version = usize::try_from(finding["version"].as_u64().expect("an index")).expect("a size");
            warnings[version] += usize::from(finding["severity"] == "warning");
        }
        assert!(warnings.iter().all(|count| *count <= 1), "{group}: {warnings:?} {}", report["findings"]);
    }
}
