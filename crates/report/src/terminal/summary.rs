//! The last lines: what was checked, what was found, how it ended. And before them what could not be checked.

use super::paint::{self, Paint};
use super::{cells, clean, side};
use parallax_core::report::FailureKind;
use parallax_core::{Bead, Report, Severity};
use std::collections::BTreeMap;

/// Files that could not be checked and what was noticed about the others, a line each.
pub(super) fn troubles(report: &Report, quiet: bool, paint: Paint) -> Vec<String> {
    let failed = report.failures.iter().map(|failure| {
        let word = match failure.kind {
            FailureKind::Unreadable => "could not be read:",
            FailureKind::Unrelated => "not compared:",
        };
        let word = paint.on(paint::of_severity(Severity::Error).bold(), word);
        format!("{word} {}: {}", clean::exact(&failure.path), clean::exact(&failure.reason))
    });
    let noticed = report.notices.iter().filter(|_| !quiet).map(|(document, problem)| {
        let word = paint.on(paint::STRONG, "note:");
        let place = report.versions.get(*document).map_or_else(String::new, |version| {
            let line = problem.span.map(|span| version.document.line_column(span.start).line);
            let line = line.map_or_else(String::new, |line| format!(":{line}"));
            format!("{}{line}: ", side::path(version))
        });
        format!("{word} {place}{}", clean::exact(&problem.message))
    });
    failed.chain(noticed).collect()
}

/// The summary: what was checked, what was found, how it ended.
pub(super) fn full(report: &Report, width: usize, paint: Paint) -> Vec<String> {
    let mut lines = indented(&checked(report), width);
    lines.extend(found(report, width, paint));
    lines.extend(ended(report, width, paint));
    lines
}

/// The summary in one line.
pub(super) fn short(report: &Report, paint: Paint) -> String {
    let versions = counted(report.versions.len().saturating_sub(1), "version");
    let held = held_back(report).map_or_else(String::new, |held| format!(" {held}"));
    if compared_nothing(report) {
        return NOTHING.to_owned();
    }
    if report.findings.is_empty() {
        return format!("{} in {versions}{held}", paint.on(paint::GOOD, "no drift found"));
    }
    format!("{} in {versions}{held}", counts(report, paint))
}

/// What was checked, in pieces that stay on one line each.
fn checked(report: &Report) -> Vec<String> {
    let Some((pivot, versions)) = report.versions.split_first() else { return vec!["nothing was read".to_owned()] };
    let pivot_name = format!("{} ({})", side::path(pivot), side::language(pivot));
    let mut pieces = match versions {
        [] => vec![pivot_name],
        [one] => vec![format!("{} ({})", side::path(one), side::language(one)), format!("against {pivot_name}")],
        _ => vec![format!("{} of", counted(versions.len(), "version")), pivot_name],
    };
    let (blocks, segments) = (pivot.document.blocks.len(), pivot.segments.len());
    pieces.push(format!("· {}, {}", counted(blocks, "paragraph"), counted(segments, "sentence")));
    if !report.alignments.is_empty() {
        let (mut block_hits, mut segment_hits) = (0, 0);
        for alignment in &report.alignments {
            block_hits += paired(&alignment.blocks);
            segment_hits += paired(&alignment.segments);
        }
        let times = report.alignments.len();
        pieces.push(format!("· aligned {block_hits} of {},", counted(blocks * times, "paragraph")));
        pieces.push(format!("{segment_hits} of {}", counted(segments * times, "sentence")));
    }
    pieces
}

/// Said where all versions failed.
const NOTHING: &str = "nothing was compared";

/// Whether all versions failed, and the pivot by itself has nothing wrong.
fn compared_nothing(report: &Report) -> bool {
    report.versions.len() < 2 && report.findings.is_empty()
}

/// How many units of the pivot correspond to something.
fn paired(beads: &[Bead]) -> usize {
    beads.iter().filter(|bead| bead.is_paired()).map(|bead| bead.source.len()).sum()
}

fn found(report: &Report, width: usize, paint: Paint) -> Vec<String> {
    let held = held_back(report);
    if compared_nothing(report) {
        return vec![NOTHING.to_owned()];
    }
    if report.findings.is_empty() {
        let held = held.map_or_else(String::new, |held| format!(" {held}"));
        return vec![format!("{}{held}", paint.on(paint::GOOD, "no drift found"))];
    }
    let names: BTreeMap<&str, &str> = report.findings.iter().map(|it| (it.rule.code, it.rule.name)).collect();
    let mut rules: Vec<(&str, usize)> = report.by_rule().into_iter().collect();
    // Most frequent first; by code where equal, for the sort is stable.
    rules.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let last = rules.len() - 1;
    let head = counts(report, Paint { color: false });
    let mut pieces = vec![format!("{head}:")];
    pieces.extend(rules.iter().enumerate().map(|(number, (code, count))| {
        let comma = if number == last { "" } else { "," };
        format!("{code} {} ×{count}{comma}", names.get(code).copied().unwrap_or_default())
    }));
    pieces.extend(held);
    let mut lines = indented(&pieces, width);
    // Painted only now: colour codes take no cells.
    lines[0] = lines[0].replacen(&head, &counts(report, paint), 1);
    lines
}

fn ended(report: &Report, width: usize, paint: Paint) -> Vec<String> {
    let mut pieces = Vec::new();
    if let Some(elapsed) = report.elapsed.map(|elapsed| elapsed.as_secs_f64()) {
        pieces.push(if elapsed < 10.0 { format!("done in {elapsed:.2} s") } else { format!("done in {elapsed:.0} s") });
    }
    let (word, style) = match report.failures.len() {
        _ if report.fails() => ("failed:", paint::of_severity(Severity::Error).bold()),
        0 => ("passed:", paint::GOOD),
        _ => ("incomplete:", paint::of_severity(Severity::Warning).bold()),
    };
    if let Some(level) = report.fail_on {
        let many = report.findings.iter().filter(|finding| finding.severity >= level).count();
        let found = if many == 0 { "nothing".to_owned() } else { counted(many, "finding") };
        let above = if level == Severity::Error { "" } else { " or above" };
        let dot = if pieces.is_empty() { "" } else { "· " };
        let failed = |kind: FailureKind, what: &str| {
            let many = report.failures.iter().filter(|failure| failure.kind == kind).count();
            if many == 0 { String::new() } else { format!(", {} {what}", counted(many, "file")) }
        };
        let unread =
            failed(FailureKind::Unreadable, "could not be read") + &failed(FailureKind::Unrelated, "not compared");
        pieces.push(format!("{dot}{word} {found} at {level}{above}{unread}"));
    }
    if pieces.is_empty() {
        return Vec::new();
    }
    indented(&pieces, width).iter().map(|line| line.replacen(word, &paint.on(style, word), 1)).collect()
}

fn held_back(report: &Report) -> Option<String> {
    (report.held_back > 0).then(|| format!("({} held back)", counted(report.held_back, "doubtful finding")))
}

fn counts(report: &Report, paint: Paint) -> String {
    let count = |severity: Severity, word: String| {
        let style = paint::of_severity(severity).bold();
        if report.count(severity) > 0 { paint.on(style, &word) } else { word }
    };
    let (errors, warnings, info) =
        (report.count(Severity::Error), report.count(Severity::Warning), report.count(Severity::Info));
    format!(
        "{}, {}, {}",
        count(Severity::Error, counted(errors, "error")),
        count(Severity::Warning, counted(warnings, "warning")),
        count(Severity::Info, format!("{info} info"))
    )
}

/// `1 error`, `2 errors`.
pub(super) fn counted(many: usize, what: &str) -> String {
    if many == 1 { format!("1 {what}") } else { format!("{many} {what}s") }
}

/// `pieces` on as many lines as are needed, all but the first one indented.
pub(super) fn indented(pieces: &[String], width: usize) -> Vec<String> {
    let mut lines = cells::fill(pieces.iter().map(String::as_str), width - 2);
    for line in &mut lines[1..] {
        line.insert_str(0, "  ");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_go_on_below() {
        let pieces = ["one,", "two,", "three"].map(str::to_owned);
        assert_eq!(indented(&pieces, 12), ["one, two,", "  three"]);
        assert_eq!(indented(&pieces, 40), ["one, two, three"]);
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!((counted(1, "error"), counted(0, "error")), ("1 error".to_owned(), "0 errors".to_owned()));
    }
}
