//! The two sides of a finding as they are to be shown: where they are, what is around them, what to say under them.

use super::clean;
use super::counterpart::{Lacks, counterpart};
use parallax_core::{BlockKind, Evidence, Finding, Place, Report, Span, Version};

/// One side of a finding.
#[derive(Debug)]
pub(super) struct Side<'a> {
    /// Index of the document.
    document: usize,
    /// The text of the file.
    pub(super) source: &'a str,
    /// The place to mark (empty: a point between two characters) and the block around it; none where nothing is
    /// known of the place.
    pub(super) place: Option<(Span, Span)>,
    /// Path, place and language.
    pub(super) label: String,
    /// What to say under the place.
    pub(super) caption: Option<Caption>,
    /// Whether this is the side that is out of step.
    pub(super) primary: bool,
}

/// What to say under a place.
#[derive(Debug)]
pub(super) struct Caption {
    /// Beside the marks.
    pub(super) short: String,
    /// Where there are no marks.
    pub(super) long: String,
}

/// The sides of a finding: the one that is out of step first.
pub(super) fn sides<'a>(report: &'a Report, finding: &'a Finding) -> Vec<Side<'a>> {
    let source = match (&finding.source, &finding.target) {
        (Some(place), _) => present(report, finding, place),
        (None, Some(other)) => missing(report, finding, 0, Lacks::Source, other),
        (None, None) => None,
    };
    let target = match (&finding.target, &finding.source) {
        (Some(place), _) => present(report, finding, place),
        (None, Some(other)) => missing(report, finding, finding.version, Lacks::Target, other),
        (None, None) => None,
    };
    let pivot_is_out = finding.outlier == Some(0);
    let mut sides: Vec<Side<'_>> =
        if pivot_is_out { [source, target] } else { [target, source] }.into_iter().flatten().collect();
    if let Some(first) = sides.first_mut() {
        first.primary = true;
    }
    sides
}

/// The place that a line about a finding names: that of the side that is out of step, also where something is missing
/// there.
pub(super) fn main_place(report: &Report, finding: &Finding) -> String {
    let first = sides(report, finding).into_iter().next();
    let version = report.versions.get(first.as_ref().map_or(finding.version, |side| side.document));
    let offset = first.and_then(|side| side.place).map_or(0, |(span, _)| span.start);
    version.map_or_else(String::new, |version| located(version, offset))
}

/// The path of a version, fit to be printed.
pub(super) fn path(version: &Version) -> String {
    clean::exact(&version.document.path)
}

/// The language of a version, as a tag.
pub(super) fn language(version: &Version) -> String {
    if version.language.is_unknown() { "language unknown".to_owned() } else { version.language.to_string() }
}

/// Path, line and column of a place in a version.
pub(super) fn located(version: &Version, offset: usize) -> String {
    let at = version.document.line_column(offset);
    format!("{}:{}:{}", path(version), at.line, at.column)
}

fn label(index: usize, version: &Version, offset: Option<usize>) -> String {
    let place = offset.map_or_else(|| path(version), |offset| located(version, offset));
    let role = match index {
        0 if is_entry(version) => ", source",
        _ if is_entry(version) => ", target",
        0 => ", pivot",
        _ => "",
    };
    format!("{place} ({}{role})", language(version))
}

/// Whether a version is one side of a pair.
fn is_entry(version: &Version) -> bool {
    version.document.blocks.first().is_some_and(|block| block.kind == BlockKind::Entry)
}

fn present<'a>(report: &'a Report, finding: &Finding, place: &Place) -> Option<Side<'a>> {
    let version = report.versions.get(place.document)?;
    let block = version.document.blocks.get(place.block).map_or(place.span, |block| block.span.cover(place.span));
    Some(Side {
        document: place.document,
        source: &version.document.source,
        place: Some((place.span, block)),
        label: label(place.document, version, Some(place.span.start)),
        caption: reading(finding, place),
        primary: false,
    })
}

fn missing<'a>(
    report: &'a Report,
    finding: &Finding,
    document: usize,
    lacks: Lacks,
    other: &Place,
) -> Option<Side<'a>> {
    let version = report.versions.get(document)?;
    let place = counterpart(report, finding.version, lacks, other);
    let nothing = match lacks {
        Lacks::Source if is_entry(version) => "(nothing in the source)".to_owned(),
        Lacks::Target if is_entry(version) => "(nothing in the target)".to_owned(),
        _ => format!("(nothing in {})", path(version)),
    };
    Some(Side {
        document,
        source: &version.document.source,
        label: label(document, version, place.as_ref().map(|it| it.span.start)),
        place: place.map(|it| (it.span, it.block)),
        caption: Some(Caption { short: nothing.clone(), long: nothing }),
        primary: false,
    })
}

/// What was read at a place, where that is not what stands there.
fn reading(finding: &Finding, place: &Place) -> Option<Caption> {
    let values: Vec<String> = finding
        .evidence
        .iter()
        .filter_map(|evidence| match evidence {
            Evidence::Value { document, value } if *document == place.document => Some(clean::exact(value)),
            _ => None,
        })
        .collect();
    let short = values.join(", ");
    if short.is_empty() || short == clean::exact(&place.text) {
        return None;
    }
    Some(Caption { long: format!("(read as {short})"), short: format!("= {short}") })
}
