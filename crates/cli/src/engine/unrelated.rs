//! Texts that are no versions of one document: told, not compared.

use parallax_core::document::Problem;
use parallax_core::report::{Failure, FailureKind};
use parallax_core::{Alignment, Resemblance, Version};

/// Takes out the versions that do not look like versions of the pivot's document, with their alignments and what was
/// noticed about them, and says so of each. The pivot is the first of the versions and stays.
pub(super) fn set_aside(
    versions: &mut Vec<Version>,
    alignments: &mut Vec<Alignment>,
    notices: &mut Vec<(usize, Problem)>,
) -> Vec<Failure> {
    let Some(pivot) = versions.first().map(|pivot| pivot.document.path.clone()) else { return Vec::new() };
    let mut failures = Vec::new();
    // From the last one, so that the numbers of those before it stay.
    for at in (0..alignments.len()).rev() {
        if !alignments[at].resemblance.is_unrelated() {
            continue;
        }
        let resemblance = alignments.remove(at).resemblance;
        let version = versions.remove(at + 1);
        notices.retain(|(document, _)| *document != at + 1);
        for (document, _) in notices.iter_mut().filter(|(document, _)| *document > at + 1) {
            *document -= 1;
        }
        let verdict = verdict(&resemblance);
        let reason = format!("it and {pivot} {verdict}; to compare them all the same: --even-unrelated");
        failures.push(Failure { kind: FailureKind::Unrelated, path: version.document.path, reason });
    }
    failures
}

/// What is said of two texts that are taken for unrelated.
#[must_use]
pub fn verdict(resemblance: &Resemblance) -> String {
    format!(
        "do not look like versions of one document: hardly any of their words, names and numbers agree \
         (evidence of {:.1} nats a sentence; versions have {:.1} or more)",
        // Less than nothing is nothing, for people.
        resemblance.evidence.max(0.0),
        resemblance.least.unwrap_or_default()
    )
}
