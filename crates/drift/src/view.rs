//! What a rule sees of one version: the bitext, the matching of its facts, its gaps, its foreign stretches.

use crate::coverage::Coverage;
use crate::matching::Matching;
use crate::tongue::Tongue;
use parallax_core::{Bead, Bitext, Fact, Place, Span, TextRange, Version};
use std::cell::OnceCell;
use std::ops::Range;

/// A read-only view of one version and the pivot. The source of a bitext is document 0, the target `version`.
pub(crate) struct View<'a> {
    pub(crate) bitext: &'a Bitext<'a>,
    pub(crate) version: usize,
    pub(crate) matching: Matching,
    pub(crate) coverage: Coverage,
    tongue: OnceCell<Tongue>,
}

impl<'a> View<'a> {
    pub(crate) fn new(bitext: &'a Bitext<'a>, version: usize) -> Self {
        let matching = Matching::of(bitext);
        let coverage = Coverage::of(bitext, &matching);
        Self { bitext, version, matching, coverage, tongue: OnceCell::new() }
    }

    /// The stretches of the target that are in another language; looked for when first asked for.
    pub(crate) fn tongue(&self) -> &Tongue {
        self.tongue.get_or_init(|| Tongue::of(self.bitext))
    }

    /// One side: the source (`false`) or the target (`true`).
    pub(crate) fn side(&self, target: bool) -> &'a Version {
        if target { self.bitext.target } else { self.bitext.source }
    }

    /// The index of a side's document in the report.
    pub(crate) fn document(&self, target: bool) -> usize {
        if target { self.version } else { 0 }
    }

    pub(crate) fn fact(&self, target: bool, index: usize) -> &'a Fact {
        &self.side(target).facts[index]
    }

    /// The segment bead that a fact stands in.
    pub(crate) fn bead_of(&self, target: bool, fact: usize) -> &'a Bead {
        &self.bitext.alignment.segments[self.matching.bead_of(target, fact)]
    }

    /// The place of a fact.
    pub(crate) fn fact_place(&self, target: bool, index: usize) -> Place {
        let segment = self.matching.segment_of(target, index);
        let span = self.side(target).fact_span(self.fact(target, index), segment);
        self.place(target, self.side(target).segments[segment].block, Some(segment), span)
    }

    /// The place of some neighbouring segments of one block.
    pub(crate) fn segments_place(&self, target: bool, segments: &Range<usize>) -> Option<Place> {
        let version = self.side(target);
        let (first, last) = (segments.start, segments.end.checked_sub(1)?);
        if first > last || last >= version.segments.len() {
            return None;
        }
        let span = version.segment_span(first).cover(version.segment_span(last));
        Some(self.place(target, version.segments[first].block, Some(first), span))
    }

    /// The place of a stretch of a block's text within a segment.
    pub(crate) fn text_place(&self, target: bool, segment: usize, range: TextRange) -> Place {
        let version = self.side(target);
        let span = version.block_of(segment).text.span(range);
        self.place(target, version.segments[segment].block, Some(segment), span)
    }

    /// The place of some neighbouring blocks.
    pub(crate) fn blocks_place(&self, target: bool, blocks: &Range<usize>) -> Option<Place> {
        let all = self.side(target).document.blocks.get(blocks.clone())?;
        let span = all.first()?.span.cover(all.last()?.span);
        Some(self.place(target, blocks.start, None, span))
    }

    /// The place of a stretch that begins where `first` does.
    pub(crate) fn span_place(&self, target: bool, first: &Place, span: Span) -> Place {
        self.place(target, first.block, first.segment, span)
    }

    fn place(&self, target: bool, block: usize, segment: Option<usize>, span: Span) -> Place {
        let text = self.side(target).document.source.get(span.range()).unwrap_or_default().to_owned();
        Place { document: self.document(target), block, segment, span, text }
    }
}
