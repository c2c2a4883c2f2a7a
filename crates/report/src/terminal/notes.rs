//! What is said under a finding: who agrees, what else is known, how sure it is.

use super::{clean, side};
use parallax_core::{Evidence, Finding, Report};

/// More languages than this are counted, not named.
const NAMED: usize = 3;

/// The notes of a finding, a sentence each, and its confidence.
pub(super) fn notes(report: &Report, finding: &Finding) -> (Vec<String>, String) {
    let mut notes = Vec::new();
    for evidence in &finding.evidence {
        match evidence {
            Evidence::Agreement { documents, value, with_pivot } => {
                notes.extend(agreement(report, documents, value, *with_pivot));
            }
            Evidence::Note(note) => notes.push(clean::exact(note)),
            Evidence::Elsewhere { place, message } => {
                let at = report.versions.get(place.document).map(|version| side::located(version, place.span.start));
                notes.push(format!("{}: {}", at.unwrap_or_default(), clean::exact(message)));
            }
            // The others stand under the text that they were read from.
            Evidence::Value { document, value } if !is_shown(finding, *document) => {
                notes.push(format!("{} reads {}", name(report, *document), clean::exact(value)));
            }
            Evidence::Value { .. } | Evidence::Cause { .. } => {}
        }
    }
    (notes, confidence(finding))
}

fn is_shown(finding: &Finding, document: usize) -> bool {
    [&finding.source, &finding.target].into_iter().flatten().any(|place| place.document == document)
}

fn agreement(report: &Report, documents: &[usize], value: &str, with_pivot: bool) -> Option<String> {
    let names: Vec<String> = documents.iter().map(|document| name(report, *document)).collect();
    let who = match names.as_slice() {
        [] => return None,
        [one] => one.clone(),
        [all @ .., last] if names.len() <= NAMED => format!("{} and {last}", all.join(", ")),
        _ => format!("{} and {} more", names[..NAMED - 1].join(", "), names.len() + 1 - NAMED),
    };
    let verb = match (names.len(), with_pivot) {
        (1, true) => "also says",
        (_, true) => "also say",
        (1, false) => "says",
        (_, false) => "say",
    };
    let value = if value.is_empty() { "so".to_owned() } else { clean::exact(value) };
    let against = if with_pivot { "" } else { ", against the pivot" };
    Some(format!("{who} {verb} {value}{against}"))
}

/// A version by its language; by its path where several are in that language.
fn name(report: &Report, document: usize) -> String {
    let Some(version) = report.versions.get(document) else { return format!("document {document}") };
    let alike = report.versions.iter().filter(|other| other.language == version.language).count();
    if alike == 1 && !version.language.is_unknown() { version.language.to_string() } else { side::path(version) }
}

fn confidence(finding: &Finding) -> String {
    let causes: Vec<String> = finding
        .evidence
        .iter()
        .filter_map(|evidence| match evidence {
            Evidence::Cause { name, percent } => Some(format!("{name} {}.{:02}", percent / 100, percent % 100)),
            _ => None,
        })
        .collect();
    let causes = if causes.is_empty() { String::new() } else { format!(" ({})", causes.join(", ")) };
    format!("confidence {:.2}{causes}", finding.confidence.rounded())
}
