//! What a rule sees of one version: the bitext, the matching of its facts, its gaps, its foreign stretches.

use crate::clauses::Losses;
use crate::coverage::Coverage;
use crate::cues::{self, Change, Said};
use crate::matching::Matching;
use crate::names::Naming;
use crate::nearby;
use crate::repeats::{Passage, passages};
use crate::terms::Terms;
use crate::tongue::Tongue;
use parallax_core::glossary::Glossary;
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
    naming: OnceCell<Naming>,
    losses: OnceCell<Losses>,
    cues: OnceCell<Vec<Change>>,
    glossary: Option<&'a Glossary>,
    terms: OnceCell<Option<Terms<'a>>>,
    passages: OnceCell<Vec<Passage>>,
}

impl<'a> View<'a> {
    pub(crate) fn new(bitext: &'a Bitext<'a>, version: usize) -> Self {
        let matching = Matching::of(bitext);
        let coverage = Coverage::of(bitext, &matching);
        Self {
            bitext,
            version,
            matching,
            coverage,
            tongue: OnceCell::new(),
            naming: OnceCell::new(),
            cues: OnceCell::new(),
            glossary: None,
            terms: OnceCell::new(),
            passages: OnceCell::new(),
            losses: OnceCell::new(),
        }
    }

    /// The same with a glossary to go by.
    pub(crate) fn with_glossary(self, glossary: Option<&'a Glossary>) -> Self {
        Self { glossary, ..self }
    }

    /// What the glossary has of the terms of both sides, looked for when first asked for; none without a glossary.
    pub(crate) fn terms(&self) -> Option<&Terms<'a>> {
        self.terms.get_or_init(|| Terms::of(self.bitext, self.glossary?)).as_ref()
    }

    /// The stretches of the target that are in another language; looked for when first asked for.
    pub(crate) fn tongue(&self) -> &Tongue {
        self.tongue.get_or_init(|| Tongue::of(self.bitext))
    }

    /// What becomes of the names of both sides; looked at when first asked for.
    pub(crate) fn naming(&self) -> &Naming {
        self.naming.get_or_init(|| Naming::of(self.bitext))
    }

    /// The same, where it was asked for.
    pub(crate) fn naming_if_known(&self) -> Option<&Naming> {
        self.naming.get()
    }

    /// Text below the sentence that one side has and the other has not; looked for when first asked for.
    pub(crate) fn losses(&self) -> &Losses {
        self.losses.get_or_init(|| Losses::of(self.bitext, &self.matching))
    }

    /// The words that say the contrary on the two sides; looked for when first asked for.
    pub(crate) fn cue_changes(&self) -> &[Change] {
        self.cues.get_or_init(|| cues::changes(self))
    }

    /// The place of a cue.
    pub(crate) fn cue_place(&self, target: bool, said: &Said) -> Place {
        let span = self.side(target).cue_span(&said.cue, said.segment);
        self.place(target, self.side(target).segments[said.segment].block, Some(said.segment), span)
    }

    /// The passages of both sides that may repeat each other; looked for when first asked for.
    pub(crate) fn passages(&self) -> &[Passage] {
        self.passages.get_or_init(|| passages(self.bitext))
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

    /// The place of a part of a block's text that stands in a segment.
    pub(crate) fn range_place(&self, target: bool, segment: usize, range: TextRange) -> Place {
        let span = self.side(target).block_of(segment).text.span(range);
        self.place(target, self.side(target).segments[segment].block, Some(segment), span)
    }

    /// A fact's words with some of those beside them, as far as the next punctuation, on one line.
    pub(crate) fn fact_in_company(&self, target: bool, index: usize) -> String {
        let segment = self.matching.segment_of(target, index);
        let version = self.side(target);
        let block = version.block_of(segment).text.as_str();
        let limits = version.segments[segment].range;
        nearby::in_company(block, self.fact(target, index).range, limits)
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

    /// The place of a part of a segment, given in bytes of the segment's text.
    pub(crate) fn part_place(&self, target: bool, segment: usize, part: TextRange) -> Place {
        let version = self.side(target);
        let start = version.segments[segment].range.start;
        self.range_place(target, segment, TextRange::new(start + part.start, start + part.end))
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
