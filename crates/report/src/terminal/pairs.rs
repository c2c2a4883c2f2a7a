//! Bilingual tables for people: what was found pair by pair as it is found, and a summary at the end.

use super::paint::{self, Paint};
use super::summary::{counted, indented};
use super::{Layout, clean, diagnostic, side};
use crate::Options;
use parallax_core::Severity;
use parallax_core::report::{Counts, PairReport, TableReport};
use std::io;

/// Writes the findings of one pair with the text of both sides.
///
/// # Errors
/// When `out` cannot be written to.
pub fn full_pair(pair: &PairReport, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let paint = Paint { color: options.color };
    let layout = Layout::new(&pair.report, options.width);
    let head = super::cells::keep_start(&header(pair), layout.width);
    writeln!(out, "{}", paint.on(paint::STRONG, &head))?;
    for finding in &pair.report.findings {
        for line in diagnostic(&pair.report, finding, &layout, paint) {
            writeln!(out, "{line}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Writes a line for each finding of one pair.
///
/// # Errors
/// When `out` cannot be written to.
pub fn concise_pair(pair: &PairReport, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let paint = Paint { color: options.color };
    super::concise_findings(&pair.report, paint, out)
}

/// Writes the end of a report on a table: what was noticed, and the summary.
///
/// # Errors
/// When `out` cannot be written to.
pub fn full_table(table: &TableReport, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let paint = Paint { color: options.color };
    let troubles = troubles(table, options.quiet, paint);
    troubles.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    if options.quiet {
        return Ok(());
    }
    if !troubles.is_empty() {
        writeln!(out)?;
    }
    let width = options.width.max(super::NARROWEST);
    let mut lines = indented(&checked(table), width);
    lines.extend(found(table, width, paint));
    lines.extend(ended(table, width, paint));
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// Writes the end of a report on a table: what was noticed, and the summary in a line.
///
/// # Errors
/// When `out` cannot be written to.
pub fn concise_table(table: &TableReport, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let paint = Paint { color: options.color };
    for line in troubles(table, options.quiet, paint) {
        writeln!(out, "{line}")?;
    }
    if options.quiet {
        return Ok(());
    }
    let pairs = counted(table.pairs, "pair");
    let rest = unread(table).into_iter().chain(held_back(table)).map(|piece| format!(" {piece}")).collect::<String>();
    writeln!(out, "{} in {pairs}{rest}", counts(&table.counts, paint))
}

/// `pairs.tsv:17 ── pair 16, id 7`: pairs are counted from 0, as in the JSON formats.
fn header(pair: &PairReport) -> String {
    let id = pair.id.as_ref().map_or_else(String::new, |id| format!(", id {}", clean::exact(id)));
    let Some(source) = pair.report.versions.first() else { return String::new() };
    let line = source.document.line_column(0).line;
    format!("{}:{line} ── pair {}{id}", side::path(source), pair.entry)
}

fn troubles(table: &TableReport, quiet: bool, paint: Paint) -> Vec<String> {
    let path = clean::exact(&table.path);
    let failed = table.broke_off.iter().map(|reason| {
        let word = paint.on(paint::of_severity(Severity::Error).bold(), "could not be read to its end:");
        format!("{word} {path}: {}", clean::exact(reason))
    });
    let noticed = table.notices.iter().filter(|_| !quiet).map(|(line, message)| {
        let line = line.map_or_else(String::new, |line| format!(":{line}"));
        format!("{} {path}{line}: {}", paint.on(paint::STRONG, "note:"), clean::exact(message))
    });
    failed.chain(noticed).collect()
}

fn checked(table: &TableReport) -> Vec<String> {
    let language = |side: usize| {
        let tag = table.languages[side].0;
        match (table.languages_by_row[side], tag.is_unknown()) {
            (true, _) => "by row".to_owned(),
            (false, true) => "language unknown".to_owned(),
            (false, false) => tag.to_string(),
        }
    };
    let languages = match (language(0), language(1)) {
        (source, target) if source == target => source,
        (source, target) => format!("{source} → {target}"),
    };
    let mut pieces = vec![format!("{} ({languages})", clean::exact(&table.path))];
    pieces.push(format!("· {} checked", counted(table.pairs, "pair")));
    pieces.extend(unread(table));
    pieces
}

fn unread(table: &TableReport) -> Option<String> {
    (table.bad_rows > 0).then(|| format!("({} could not be read)", counted(table.bad_rows, "row")))
}

fn held_back(table: &TableReport) -> Option<String> {
    (table.held_back > 0).then(|| format!("({} held back)", counted(table.held_back, "doubtful finding")))
}

fn found(table: &TableReport, width: usize, paint: Paint) -> Vec<String> {
    let held = held_back(table);
    if table.counts == Counts::default() {
        let held = held.map_or_else(String::new, |held| format!(" {held}"));
        return vec![format!("{}{held}", paint.on(paint::GOOD, "no drift found"))];
    }
    let mut rules: Vec<_> = table.counts.by_rule.iter().collect();
    // Most frequent first; by code where equal, for the sort is stable.
    rules.sort_by_key(|(_, (_, count))| std::cmp::Reverse(*count));
    let last = rules.len().saturating_sub(1);
    let head = counts(&table.counts, Paint { color: false });
    let mut pieces = vec![format!("{head}:")];
    pieces.extend(rules.iter().enumerate().map(|(number, (code, (name, count)))| {
        let comma = if number == last { "" } else { "," };
        format!("{code} {name} ×{count}{comma}")
    }));
    pieces.extend(held);
    let mut lines = indented(&pieces, width);
    // Painted only now: colour codes take no cells.
    lines[0] = lines[0].replacen(&head, &counts(&table.counts, paint), 1);
    lines
}

fn counts(all: &Counts, paint: Paint) -> String {
    if *all == Counts::default() {
        return paint.on(paint::GOOD, "no drift found");
    }
    let count = |severity: Severity, many: usize, word: String| {
        if many > 0 { paint.on(paint::of_severity(severity).bold(), &word) } else { word }
    };
    format!(
        "{}, {}, {}",
        count(Severity::Error, all.error, counted(all.error, "error")),
        count(Severity::Warning, all.warning, counted(all.warning, "warning")),
        count(Severity::Info, all.info, format!("{} info", all.info))
    )
}

fn ended(table: &TableReport, width: usize, paint: Paint) -> Vec<String> {
    let mut pieces = Vec::new();
    if let Some(elapsed) = table.elapsed.map(|elapsed| elapsed.as_secs_f64()) {
        pieces.push(if elapsed < 10.0 { format!("done in {elapsed:.2} s") } else { format!("done in {elapsed:.0} s") });
    }
    let (word, style) = match &table.broke_off {
        _ if table.fails() => ("failed:", paint::of_severity(Severity::Error).bold()),
        None => ("passed:", paint::GOOD),
        Some(_) => ("incomplete:", paint::of_severity(Severity::Warning).bold()),
    };
    if let Some(level) = table.fail_on {
        let many = table.counts.at_least(level);
        let found = if many == 0 { "nothing".to_owned() } else { counted(many, "finding") };
        let above = if level == Severity::Error { "" } else { " or above" };
        let dot = if pieces.is_empty() { "" } else { "· " };
        pieces.push(format!("{dot}{word} {found} at {level}{above}"));
    }
    if pieces.is_empty() {
        return Vec::new();
    }
    indented(&pieces, width).iter().map(|line| line.replacen(word, &paint.on(style, word), 1)).collect()
}
