//! The facts of one side, with the places that matching needs.

use parallax_core::{Bead, Bitext, Fact, InlineKind, Version};
use std::ops::Range;

/// Both sides of a bitext, made ready for matching.
pub(super) struct Sides<'a> {
    pub(super) source: Side<'a>,
    pub(super) target: Side<'a>,
    /// The segment beads.
    pub(super) beads: &'a [Bead],
    /// For each segment bead, the block bead that it lies in (that of its first segment).
    pub(super) block_beads: Vec<usize>,
}

/// The facts of one version, with the bead and the place that each has.
pub(super) struct Side<'a> {
    pub(super) facts: &'a [Fact],
    version: &'a Version,
    /// For each fact, its segment.
    pub(super) segments: Vec<usize>,
    /// For each fact, its segment bead.
    pub(super) beads: Vec<usize>,
    /// For each fact, how far into its bead's text it stands, 0 to 1.
    pub(super) positions: Vec<f32>,
    /// For each fact, whether it stands in code.
    pub(super) in_code: Vec<bool>,
    /// For each segment bead, its facts.
    pub(super) of_bead: Vec<Range<usize>>,
}

impl<'a> Sides<'a> {
    pub(super) fn new(bitext: &Bitext<'a>) -> Self {
        let beads = &bitext.alignment.segments;
        let source = Side::new(bitext.source, beads, |bead| &bead.source);
        let target = Side::new(bitext.target, beads, |bead| &bead.target);
        let block_bead = |bead: &Bead| {
            let of = |block: usize, side: fn(&Bead) -> &Range<usize>| {
                bitext.alignment.blocks.iter().position(|it| side(it).contains(&block))
            };
            let first = bead.source.clone().next().map(|at| of(bitext.source.segments[at].block, |it| &it.source));
            let other = || bead.target.clone().next().map(|at| of(bitext.target.segments[at].block, |it| &it.target));
            first.or_else(other).flatten().unwrap_or(usize::MAX)
        };
        let block_beads = beads.iter().map(block_bead).collect();
        Self { source, target, beads, block_beads }
    }

    /// Whether two segment beads lie in the same block bead.
    pub(super) fn same_block(&self, a: usize, b: usize) -> bool {
        self.block_beads[a] == self.block_beads[b] && self.block_beads[a] != usize::MAX
    }
}

impl<'a> Side<'a> {
    fn new(version: &'a Version, beads: &[Bead], units: fn(&Bead) -> &Range<usize>) -> Self {
        let count = version.facts.len();
        let mut side = Self {
            facts: &version.facts,
            version,
            segments: vec![0; count],
            beads: vec![0; count],
            positions: vec![0.0; count],
            in_code: vec![false; count],
            of_bead: Vec::with_capacity(beads.len()),
        };
        for (index, bead) in beads.iter().enumerate() {
            let facts = side.read_bead(version, index, units(bead));
            side.of_bead.push(facts);
        }
        side.read_code();
        side
    }

    /// What stands between two facts of one block.
    pub(super) fn between(&self, first: usize, next: usize) -> Option<&'a str> {
        let block = |fact: usize| self.version.block_of(self.segments[fact]);
        let same = std::ptr::eq(block(first), block(next));
        let between = self.facts[first].range.end..self.facts[next].range.start;
        same.then(|| block(first).text.as_str().get(between)).flatten()
    }

    /// The text that a fact was read from.
    pub(super) fn text_of(&self, fact: usize) -> &'a str {
        let block = self.version.block_of(self.segments[fact]);
        &block.text.as_str()[self.facts[fact].range.range()]
    }

    /// Whether a fact of the other side stands in `segments` as it is written there: letters and digits of it, set
    /// apart from others.
    pub(super) fn copies(&self, segments: &Range<usize>, other: &Side<'_>, fact: usize) -> bool {
        let written = other.text_of(fact);
        let is_part = |c: char| c.is_alphanumeric();
        // `5 °C` is no copy in `-5 °C`, nor in `12.5 °C`.
        let begins_in_number = written.starts_with(char::is_numeric);
        let goes_before = |c: char| is_part(c) || begins_in_number && matches!(c, '-' | '−' | '.' | ',' | '’' | '\'');
        let worth = written.contains(char::is_alphabetic) && written.contains(is_part);
        let list = self.version.segments.get(segments.clone()).unwrap_or_default();
        worth
            && list.iter().enumerate().any(|(offset, _)| {
                let text = self.version.segment_text(segments.start + offset);
                text.match_indices(written).any(|(at, found)| {
                    !text[..at].ends_with(goes_before) && !text[at + found.len()..].starts_with(is_part)
                })
            })
    }

    /// Marks the facts that stand in code.
    fn read_code(&mut self) {
        let version = self.version;
        for (block, segments) in version.document.blocks.iter().zip(&version.block_segments) {
            let list = &version.segments[segments.clone()];
            let (Some(first), Some(last)) = (list.first(), list.last()) else { continue };
            let facts = first.facts.start..last.facts.end;
            for code in block.inlines.iter().filter(|inline| inline.kind == InlineKind::Code).map(|inline| inline.range)
            {
                let before = self.facts[facts.clone()].partition_point(|fact| fact.range.start < code.start);
                let inside = |fact: &usize| self.facts[*fact].range.start < code.end;
                for fact in (facts.start + before..facts.end).take_while(inside) {
                    self.in_code[fact] = true;
                }
            }
        }
    }

    fn read_bead(&mut self, version: &Version, index: usize, segments: &Range<usize>) -> Range<usize> {
        let segments = segments.start.min(version.segments.len())..segments.end.min(version.segments.len());
        let Some(list) = version.segments.get(segments.clone()).filter(|list| !list.is_empty()) else { return 0..0 };
        let total: usize = list.iter().map(|segment| segment.range.len()).sum();
        let mut before = 0;
        for (offset, segment) in list.iter().enumerate() {
            for fact in segment.facts.clone() {
                let inside = version.facts[fact].range.start.saturating_sub(segment.range.start);
                self.segments[fact] = segments.start + offset;
                self.beads[fact] = index;
                self.positions[fact] = (before + inside) as f32 / total.max(1) as f32;
            }
            before += segment.range.len();
        }
        list.first().map_or(0, |first| first.facts.start)..list.last().map_or(0, |last| last.facts.end)
    }
}
