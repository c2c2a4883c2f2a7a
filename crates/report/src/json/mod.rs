//! The JSON report, schema `parallax-report/1`, and one finding a line.
//!
//! The same report gives the same bytes: nothing that depends on time or machine is written.

mod pairs;
mod shallow;

pub use pairs::{write_pair_lines, write_table};
pub(crate) use shallow::write_shallow;

use crate::wire;
use parallax_core::{self as core, Evidence, LanguageOrigin, Place, Problem, Severity, Version};
use std::io;

/// Writes the whole report as one object.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(report: &core::Report, tool_version: &str, out: &mut dyn io::Write) -> io::Result<()> {
    // Report, list, item, and the item's own lists.
    write_shallow(&wire_report(report, tool_version), 4, out)
}

/// Writes one finding a line. The lines list no documents, so each side names its path and language.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_lines(report: &core::Report, out: &mut dyn io::Write) -> io::Result<()> {
    for finding in &report.findings {
        let mut line = wire_finding(report, finding);
        let others = line.evidence.iter_mut().filter_map(wire::Evidence::place);
        for side in [&mut line.source, &mut line.target].into_iter().flatten().chain(others) {
            (side.path, side.language) = name(report, side.document);
        }
        (line.version_path, line.version_language) = name(report, finding.version);
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The report in its published form, for callers that serialise it themselves.
#[must_use]
pub fn wire_report<'a>(report: &'a core::Report, tool_version: &'a str) -> wire::Report<'a> {
    wire::Report {
        schema: "parallax-report/1",
        tool: wire::Tool { name: "parallax", version: tool_version },
        documents: report.versions.iter().enumerate().map(|(index, version)| wire_document(index, version)).collect(),
        alignments: (1..).zip(&report.alignments).map(wire_alignment).collect(),
        findings: report.findings.iter().map(|finding| wire_finding(report, finding)).collect(),
        summary: wire::Summary {
            error: report.count(Severity::Error),
            warning: report.count(Severity::Warning),
            info: report.count(Severity::Info),
            by_rule: report.by_rule(),
            held_back: report.held_back,
        },
        failures: report.failures.iter().map(wire_failure).collect(),
        notices: report.notices.iter().map(|(document, problem)| wire_notice(report, *document, problem)).collect(),
    }
}

/// A finding in its published form.
#[must_use]
pub fn wire_finding<'a>(report: &'a core::Report, finding: &'a core::Finding) -> wire::Finding<'a> {
    wire::Finding {
        rule: finding.rule.code,
        name: finding.rule.name,
        severity: match finding.severity {
            Severity::Error => wire::Severity::Error,
            Severity::Warning => wire::Severity::Warning,
            Severity::Info => wire::Severity::Info,
        },
        confidence: finding.confidence.rounded(),
        mqm: finding.rule.mqm,
        message: &finding.message,
        fingerprint: finding.fingerprint.to_string(),
        source: finding.source.as_ref().and_then(|place| wire_side(report, place)),
        target: finding.target.as_ref().and_then(|place| wire_side(report, place)),
        evidence: finding.evidence.iter().filter_map(|evidence| wire_evidence(report, evidence)).collect(),
        outlier: finding.outlier,
        version: finding.version,
        version_path: None,
        version_language: None,
        id: None,
    }
}

pub(crate) fn wire_document(index: usize, version: &Version) -> wire::Document<'_> {
    let (language_origin, language_confidence) = wire_origin(version.origin);
    wire::Document {
        path: &version.document.path,
        language: version.language.to_string(),
        role: if index == 0 { wire::Role::Pivot } else { wire::Role::Version },
        blocks: version.document.blocks.len(),
        segments: version.segments.len(),
        encoding: version.document.encoding,
        language_origin,
        language_confidence,
        target_language: None,
        target_language_origin: None,
        target_language_confidence: None,
        pairs: None,
        bad_rows: None,
    }
}

fn wire_origin(origin: LanguageOrigin) -> (wire::LanguageOrigin, Option<f64>) {
    match origin {
        LanguageOrigin::Given => (wire::LanguageOrigin::Given, None),
        LanguageOrigin::Path => (wire::LanguageOrigin::Path, None),
        LanguageOrigin::Declared => (wire::LanguageOrigin::Declared, None),
        LanguageOrigin::Identified(sure) => {
            (wire::LanguageOrigin::Identified, Some(core::Confidence::new(sure).rounded()))
        }
    }
}

pub(crate) fn wire_bead(bead: &core::Bead) -> wire::Bead {
    wire::Bead {
        source: bead.source.clone().collect(),
        target: bead.target.clone().collect(),
        confidence: bead.confidence.rounded(),
        moved: bead.moved,
    }
}

fn wire_failure(failure: &core::report::Failure) -> wire::Failure<'_> {
    let kind = match failure.kind {
        core::report::FailureKind::Unreadable => wire::FailureKind::Unreadable,
        core::report::FailureKind::Unrelated => wire::FailureKind::Unrelated,
    };
    wire::Failure { kind, path: &failure.path, reason: &failure.reason }
}

fn wire_alignment((target, alignment): (usize, &core::Alignment)) -> wire::Alignment {
    wire::Alignment {
        source: 0,
        target,
        beads: alignment.blocks.iter().map(wire_bead).collect(),
        segments: alignment.segments.iter().map(wire_bead).collect(),
    }
}

fn wire_side<'a>(report: &'a core::Report, place: &'a Place) -> Option<wire::Side<'a>> {
    let document = &report.versions.get(place.document)?.document;
    let start = document.line_column(place.span.start);
    let end = document.line_column(place.span.end);
    Some(wire::Side {
        document: place.document,
        block: place.block,
        segment: place.segment,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        byte_start: document.file_byte(place.span.start),
        byte_end: document.file_byte(place.span.end),
        text: &place.text,
        path: None,
        language: None,
        entry: None,
    })
}

fn wire_evidence<'a>(report: &'a core::Report, evidence: &'a Evidence) -> Option<wire::Evidence<'a>> {
    Some(match evidence {
        Evidence::Value { document, value } => wire::Evidence::Value { document: *document, value, side: None },
        Evidence::Agreement { documents, value, with_pivot } => {
            wire::Evidence::Agreement { documents, value, with_pivot: *with_pivot }
        }
        Evidence::Cause { name, percent } => wire::Evidence::Cause { name, factor: f64::from(*percent) / 100.0 },
        Evidence::Elsewhere { place, message } => {
            wire::Evidence::Elsewhere { message, place: Box::new(wire_side(report, place)?) }
        }
        Evidence::Note(message) => wire::Evidence::Note { message },
    })
}

fn wire_notice<'a>(report: &core::Report, document: usize, problem: &'a Problem) -> wire::Notice<'a> {
    let read = report.versions.get(document).map(|version| &version.document);
    let line = problem.span.zip(read).map(|(span, read)| read.line_column(span.start).line);
    wire::Notice { document, message: &problem.message, line }
}

fn name(report: &core::Report, document: usize) -> (Option<&str>, Option<String>) {
    let version = report.versions.get(document);
    (version.map(|it| it.document.path.as_str()), version.map(|it| it.language.to_string()))
}
