//! Findings gathered by the paragraph of the pivot that they are about.

use super::counterpart::pivot_block;
use super::{clean, side};
use parallax_core::{BlockKind, Finding, Report, Version};
use std::collections::BTreeMap;

/// A place among the paragraphs of the pivot, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spot {
    /// Before the first one.
    Start,
    /// In one, or (`true`) between it and the next.
    Block(usize, bool),
}

/// The findings by place, in the order of the pivot; those of a place in the order of the report.
pub(super) fn grouped(report: &Report) -> BTreeMap<Spot, Vec<&Finding>> {
    let mut groups: BTreeMap<Spot, Vec<&Finding>> = BTreeMap::new();
    for finding in &report.findings {
        groups.entry(spot(report, finding)).or_default().push(finding);
    }
    groups
}

fn spot(report: &Report, finding: &Finding) -> Spot {
    match (&finding.source, &finding.target) {
        (Some(place), _) => Spot::Block(place.block, false),
        (None, Some(place)) => match pivot_block(report, finding.version, place.block) {
            Some((block, inside)) => Spot::Block(block, !inside),
            None => Spot::Start,
        },
        (None, None) => Spot::Start,
    }
}

/// What a group is headed with: `letter.fr.txt:3 ── paragraph 3`.
pub(super) fn header(report: &Report, spot: Spot) -> String {
    let Some(pivot) = report.versions.first() else { return String::new() };
    let path = side::path(pivot);
    let Spot::Block(index, after) = spot else { return format!("{path} ── before the first paragraph") };
    let Some(block) = pivot.document.blocks.get(index) else { return path };
    let line = pivot.document.line_column(block.span.start).line;
    let after = if after { "after " } else { "" };
    format!("{path}:{line} ── {after}{}", block_name(pivot, index))
}

/// What people call a block: its kind, and its number among its kind. A heading is called by its text.
fn block_name(version: &Version, index: usize) -> String {
    let block = &version.document.blocks[index];
    let kind = match block.kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Heading(_) => return format!("heading “{}”", clean::context(block.text.as_str())),
        BlockKind::ListItem => "list item",
        BlockKind::TableCell => "table cell",
        BlockKind::Code => "code block",
        BlockKind::Line => "line",
        BlockKind::Entry => "text",
    };
    let number = version.document.blocks[..=index].iter().filter(|other| other.kind == block.kind).count();
    format!("{kind} {number}")
}
