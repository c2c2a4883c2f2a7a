//! Alignments by themselves, for `parallax align`: as beads, as a table, as JSON.

use crate::json::{wire_bead, wire_document, write_shallow};
use crate::reasons::WireReason;
use crate::wire;
use parallax_core::reason::Reason;
use parallax_core::{Alignment, Bitext, Version};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write as _;
use std::io;
use std::ops::Range;

/// The column names of [`write_tsv`].
const TSV_HEADER: &str = "source\ttarget\tconfidence\tsource_index\ttarget_index\tmoved";

/// An alignment as JSON, schema `parallax-alignment/1`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Parallax alignment, version 1")]
pub struct AlignmentFile<'a> {
    /// Names the format and its major version.
    #[schemars(extend("const" = "parallax-alignment/1"))]
    pub schema: &'static str,
    /// The source, then the target.
    pub documents: [wire::Document<'a>; 2],
    /// Whether the documents look like versions of one document.
    pub resemblance: Resemblance,
    /// Beads of blocks.
    pub blocks: Vec<wire::Bead>,
    /// Beads of segments, with their texts.
    pub segments: Vec<TextBead>,
}

/// Whether two documents look like versions of one document, by what their beads say.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Resemblance {
    /// Whether they do; short texts, of which nothing can be said, always do.
    pub related: bool,
    /// What speaks for the beads, in nats for each segment of the document that has fewer; about 0 by chance.
    pub evidence: f64,
    /// The least evidence that versions of one document have; absent where nothing can be said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<f64>,
}

impl From<&parallax_core::Resemblance> for Resemblance {
    fn from(resemblance: &parallax_core::Resemblance) -> Self {
        let rounded = |nats: f64| (nats * 100.0).round() / 100.0;
        Self {
            related: !resemblance.is_unrelated(),
            evidence: rounded(resemblance.evidence),
            least: resemblance.least.map(rounded),
        }
    }
}

/// A bead of segments with their texts.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TextBead {
    /// The bead.
    #[serde(flatten)]
    pub bead: wire::Bead,
    /// The source's segments, joined by a space.
    pub source_text: String,
    /// The target's segments, joined by a space.
    pub target_text: String,
    /// Why the bead is one; absent if that was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<WireReason>,
}

/// Writes a bead of segments a line: source indices, a tab, target indices, a tab, the confidence (0 to 1, two to
/// four decimals). Indices count from 0 and are separated by commas; an empty side is left empty. After a bead whose
/// sides stand in another order than their neighbours come another tab and `moved`; all others have three columns.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_beads(alignment: &Alignment, out: &mut dyn io::Write) -> io::Result<()> {
    for bead in &alignment.segments {
        let confidence = decimals(bead.confidence.get());
        let moved = if bead.moved { "\tmoved" } else { "" };
        writeln!(out, "{}\t{}\t{confidence}{moved}", indices(&bead.source), indices(&bead.target))?;
    }
    Ok(())
}

/// Writes a table with a bead of segments a line and the columns `source`, `target` (texts, joined by a space),
/// `confidence`, `source_index`, `target_index` (as in [`write_beads`]) and `moved` (`yes` where the sides stand in another
/// order than their neighbours, else empty). Tabs and line breaks in texts become spaces.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_tsv(bitext: &Bitext<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "{TSV_HEADER}")?;
    for bead in &bitext.alignment.segments {
        let source = cell(&joined(bitext.source, &bead.source));
        let target = cell(&joined(bitext.target, &bead.target));
        let confidence = decimals(bead.confidence.get());
        let (from, to) = (indices(&bead.source), indices(&bead.target));
        let moved = if bead.moved { "yes" } else { "" };
        writeln!(out, "{source}\t{target}\t{confidence}\t{from}\t{to}\t{moved}")?;
    }
    Ok(())
}

/// Writes the alignment of blocks and of segments, with the segments' texts, as one JSON object.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_json(bitext: &Bitext<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    write_json_with(bitext, &[], out)
}

/// As [`write_json`], with why each bead of segments is one.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_json_with(bitext: &Bitext<'_>, reasons: &[Reason], out: &mut dyn io::Write) -> io::Result<()> {
    let segments = bitext.alignment.segments.iter().enumerate().map(|(at, bead)| TextBead {
        bead: wire_bead(bead),
        source_text: joined(bitext.source, &bead.source),
        target_text: joined(bitext.target, &bead.target),
        evidence: reasons.get(at).map(WireReason::from),
    });
    let file = AlignmentFile {
        schema: "parallax-alignment/1",
        documents: [wire_document(0, bitext.source), wire_document(1, bitext.target)],
        resemblance: Resemblance::from(&bitext.alignment.resemblance),
        blocks: bitext.alignment.blocks.iter().map(wire_bead).collect(),
        segments: segments.collect(),
    };
    write_shallow(&file, 2, out)
}

pub(crate) fn joined(version: &Version, segments: &Range<usize>) -> String {
    let mut text = String::new();
    for segment in segments.clone() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(version.segment_text(segment));
    }
    text
}

fn cell(text: &str) -> String {
    // Also the breaks that are no ASCII: some readers of tables end a line there.
    text.replace(['\t', '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], " ")
}

pub(crate) fn indices(range: &Range<usize>) -> String {
    let mut text = String::new();
    for index in range.clone() {
        let comma = if text.is_empty() { "" } else { "," };
        // Writing to a string cannot fail.
        let _ = write!(text, "{comma}{index}");
    }
    text
}

/// Four decimals, of which the last two are left out where they are zero.
pub(crate) fn decimals(value: f64) -> String {
    let mut text = format!("{value:.4}");
    for _ in 0..2 {
        if text.ends_with('0') {
            text.pop();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indices_are_separated_by_commas() {
        assert_eq!(indices(&(3..6)), "3,4,5");
        assert_eq!(indices(&(3..3)), "");
    }

    #[test]
    fn confidences_have_two_to_four_decimals() {
        let shown: Vec<_> = [1.0, 0.98, 0.123_456, 0.9805, 0.5].map(decimals).into();
        assert_eq!(shown, ["1.00", "0.98", "0.1235", "0.9805", "0.50"]);
    }

    #[test]
    fn cells_hold_no_separators() {
        assert_eq!(cell("a\tb\r\nc\u{2028}d"), "a b  c d");
    }
}
