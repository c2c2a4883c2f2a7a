//! Reports for people.
//!
//! [`full`] shows each finding with the text of both sides, gathered by paragraph of the pivot; [`concise`] gives
//! each a line. What is wrong, where, and how bad is always said in words and marks; colours only repeat it. Nothing
//! that files hold can steer the terminal: control characters are shown, not sent.

pub(crate) mod cells;
mod change;
pub(crate) mod clean;
mod counterpart;
mod draw;
mod excerpt;
mod group;
mod notes;
mod paint;
mod pairs;
mod side;
mod summary;

pub use pairs::{concise_pair, concise_table, full_pair, full_table};

use crate::Options;
use paint::Paint;
use parallax_core::{Finding, Report};
use std::io;

/// Narrower terminals are taken for this wide.
const NARROWEST: usize = 40;

/// How the width of the terminal is shared out, the same for all findings of a report.
#[derive(Debug, Clone, Copy)]
struct Layout {
    width: usize,
    /// The cells of the longest label, where labels stand beside the texts; none where they stand above them.
    label_width: Option<usize>,
}

impl Layout {
    fn new(report: &Report, width: usize) -> Self {
        let width = width.max(NARROWEST);
        let labels = report.findings.iter().flat_map(|finding| side::sides(report, finding));
        let longest = labels.map(|side| cells::width(&side.label)).max().unwrap_or(0);
        let beside = longest + 4 <= width * 2 / 5;
        Self { width, label_width: beside.then_some(longest) }
    }

    fn text_column(&self) -> usize {
        self.label_width.map_or(4, |label| label + 4)
    }

    fn text_width(&self) -> usize {
        self.width - self.text_column()
    }
}

/// Writes the findings with the text of both sides, then what could not be read, then the summary.
///
/// # Errors
/// When `out` cannot be written to.
pub fn full(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let paint = Paint { color: options.color };
    let layout = Layout::new(report, options.width);
    for (spot, findings) in group::grouped(report) {
        let header = cells::keep_start(&group::header(report, spot), layout.width);
        writeln!(out, "{}", paint.on(paint::STRONG, &header))?;
        for finding in findings {
            for line in diagnostic(report, finding, &layout, paint) {
                writeln!(out, "{line}")?;
            }
            writeln!(out)?;
        }
    }
    let troubles = summary::troubles(report, options.quiet, paint);
    for line in &troubles {
        writeln!(out, "{line}")?;
    }
    if options.quiet {
        return Ok(());
    }
    if !troubles.is_empty() {
        writeln!(out)?;
    }
    summary::full(report, layout.width, paint).iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// Writes a line per finding, `path:line:col: error N001 quantity-changed: message`, then what could not be read,
/// then the summary in a line.
///
/// # Errors
/// When `out` cannot be written to.
pub fn concise(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let paint = Paint { color: options.color };
    concise_findings(report, paint, out)?;
    for line in summary::troubles(report, options.quiet, paint) {
        writeln!(out, "{line}")?;
    }
    if options.quiet { Ok(()) } else { writeln!(out, "{}", summary::short(report, paint)) }
}

fn concise_findings(report: &Report, paint: Paint, out: &mut dyn io::Write) -> io::Result<()> {
    for finding in &report.findings {
        let place = paint.on(paint::STRONG, &side::main_place(report, finding));
        let severity = paint.on(paint::of_severity(finding.severity).bold(), finding.severity.as_str());
        let message = clean::exact(&finding.message);
        writeln!(out, "{place}: {severity} {} {}: {message}", finding.rule.code, finding.rule.name)?;
    }
    Ok(())
}

/// The lines of a finding.
fn diagnostic(report: &Report, finding: &Finding, layout: &Layout, paint: Paint) -> Vec<String> {
    let code = format!("{}[{}]", finding.severity, finding.rule.code);
    let title = format!("{code} {}: {}", finding.rule.name, clean::exact(&finding.message));
    let mut lines = Vec::new();
    for (number, line) in cells::wrap(&title, layout.width - 4).iter().enumerate() {
        match line.strip_prefix(&code) {
            Some(rest) if number == 0 => {
                let code = paint.on(paint::of_severity(finding.severity).bold(), &code);
                lines.push(format!("{code}{}", paint.on(paint::STRONG, rest)));
            }
            _ => lines.push(format!("    {}", paint.on(paint::STRONG, line))),
        }
    }
    lines.extend(draw::draw(&side::sides(report, finding), layout, finding.severity, paint));
    let (mut notes, confidence) = notes::notes(report, finding);
    match notes.last_mut() {
        Some(last) if cells::width(last) + cells::width(&confidence) + 6 <= layout.width => {
            *last = format!("{last}; {confidence}");
        }
        _ => notes.push(confidence),
    }
    for note in notes {
        for (number, line) in cells::wrap(&note, layout.width - 4).iter().enumerate() {
            let start = if number == 0 { "  = " } else { "    " };
            lines.push(paint.on(paint::FAINT, &format!("{start}{line}")));
        }
    }
    lines
}
