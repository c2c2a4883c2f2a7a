//! Reports: a finished [`parallax_core::Report`] as text for people and for machines.
//!
//! Nothing is decided here. The formats only choose how much of the report to show and how: [`terminal`] for people,
//! [`json`] (`parallax-report/1`, also one finding a line) for programs, [`alignment`] for `parallax align`, [`facts`] for
//! `parallax facts`, [`word`] for `parallax lexicon show`. The wire structs live here, so that `parallax-core` can change without breaking anybody's scripts; their schemas are
//! published with the tool, see [`schemas`].
//!
//! ```
//! # use parallax_core::Report;
//! # fn show(report: &Report) -> std::io::Result<()> {
//! use parallax_report::{Format, Options, TerminalStyle, write_report};
//! let options = Options { color: true, ..Options::default() };
//! write_report(report, Format::Terminal(TerminalStyle::Full), &options, &mut std::io::stdout().lock())
//! # }
//! ```

pub mod alignment;
pub mod exchange;
pub mod facts;
pub mod json;
pub mod reasons;
pub mod review;
mod schema;
pub mod terminal;
pub mod wire;
pub mod word;

pub use schema::{alignment_schema, facts_schema, report_schema, schemas, word_schema};

use parallax_core::Report;
use std::io;

/// How a report is shown to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TerminalStyle {
    /// Both sides' text with the places marked, grouped by paragraph of the pivot.
    #[default]
    Full,
    /// A line per finding, as compilers print them and editors read them.
    Concise,
}

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Terminal(TerminalStyle),
    /// One JSON object, schema `parallax-report/1`.
    Json,
    /// One JSON object a line and finding.
    Jsonl,
}

/// What the formats cannot know of themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Whether to use colours and bold type (terminal formats only).
    pub color: bool,
    /// The columns of the terminal; less than 40 is taken for 40.
    pub width: usize,
    /// Leave out everything but findings and failures (terminal formats only).
    pub quiet: bool,
    /// The version of the tool, named in the JSON report.
    pub tool_version: String,
}

impl Default for Options {
    fn default() -> Self {
        Self { color: false, width: 100, quiet: false, tool_version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

/// Writes `report` in `format`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_report(report: &Report, format: Format, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        Format::Terminal(TerminalStyle::Full) => terminal::full(report, options, out),
        Format::Terminal(TerminalStyle::Concise) => terminal::concise(report, options, out),
        Format::Json => json::write(report, &options.tool_version, out),
        Format::Jsonl => json::write_lines(report, out),
    }
}
