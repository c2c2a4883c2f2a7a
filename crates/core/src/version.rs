//! A version: one document in one language, with its segments and what they say.

use crate::cues::Cue;
use crate::document::{Block, BlockKind, Document, InlineKind};
use crate::facts::{self, Fact};
use crate::language::LanguageTag;
use crate::locale::Locale;
use crate::names::Names;
use crate::segmentation;
use crate::span::{Span, TextRange};
use crate::text::BlockText;
use std::ops::Range;
use std::sync::OnceLock;

/// How the language of a version is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LanguageOrigin {
    /// The user said it.
    Given,
    /// The file's or folder's name says it.
    Path,
    /// The file itself declares it.
    Declared,
    /// Identified from the text, with how sure that is (0 to 1).
    Identified(f64),
}

/// A sentence of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Index of the block it stands in.
    pub block: usize,
    /// Its part of the block's text, without white space at the ends. Never empty.
    pub range: TextRange,
    /// Indices of its facts in [`Version::facts`].
    pub facts: Range<usize>,
    /// Indices of its cues in [`Version::cues`].
    pub cues: Range<usize>,
}

/// One document in one language, read once: its segments, and the facts that they state.
#[derive(Debug, Clone)]
pub struct Version {
    /// The document.
    pub document: Document,
    /// Its language.
    pub language: LanguageTag,
    /// How the language is known.
    pub origin: LanguageOrigin,
    /// The language's conventions and vocabulary.
    pub locale: Locale,
    /// The sentences of all blocks, in order. Code blocks are one segment each, without facts.
    pub segments: Vec<Segment>,
    /// For each block, the indices of its segments.
    pub block_segments: Vec<Range<usize>>,
    /// What the segments say, in the order of the text.
    pub facts: Vec<Fact>,
    /// What [`Version::names`] has read.
    pub names: OnceLock<Names>,
    /// The words by which the segments say *must*, *all*, *if* and the like, in the order of the text.
    pub cues: Vec<Cue>,
}

impl Version {
    /// Reads what `document` says, as a text in `language`.
    #[must_use]
    pub fn read(document: Document, language: LanguageTag, origin: LanguageOrigin) -> Self {
        let locale = Locale::of(&language);
        let mut segments = Vec::new();
        let mut block_segments = Vec::with_capacity(document.blocks.len());
        let mut all_facts = Vec::new();
        let mut all_cues = Vec::new();
        for (index, block) in document.blocks.iter().enumerate() {
            let first = segments.len();
            let mut reader = facts::BlockReader::new(block, &locale);
            for range in segment_ranges(block, &locale) {
                let (first_fact, first_cue) = (all_facts.len(), all_cues.len());
                if block.kind != BlockKind::Code {
                    reader.read(range, &mut all_facts, &mut all_cues);
                }
                let (facts, cues) = (first_fact..all_facts.len(), first_cue..all_cues.len());
                segments.push(Segment { block: index, range, facts, cues });
            }
            block_segments.push(first..segments.len());
        }
        Self {
            document,
            language,
            origin,
            locale,
            segments,
            block_segments,
            facts: all_facts,
            cues: all_cues,
            names: OnceLock::new(),
        }
    }

    /// Reads what a text says that stands by itself: one side of a pair. It is one segment.
    #[must_use]
    pub fn of_text(text: impl Into<String>, language: LanguageTag) -> Self {
        let text = text.into();
        let block = Block::plain(BlockKind::Entry, Span::new(0, text.len()), BlockText::from_source(0, &text));
        Self::read(Document::new("", text, vec![block]), language, LanguageOrigin::Given)
    }

    /// The block that a segment stands in.
    #[must_use]
    pub fn block_of(&self, segment: usize) -> &Block {
        &self.document.blocks[self.segments[segment].block]
    }

    /// The readable text of a segment.
    #[must_use]
    pub fn segment_text(&self, segment: usize) -> &str {
        let at = &self.segments[segment];
        &self.document.blocks[at.block].text.as_str()[at.range.range()]
    }

    /// What of a segment is no prose (code, addresses), as ranges of its text.
    #[must_use]
    pub fn segment_opaque(&self, segment: usize) -> Vec<TextRange> {
        let own = self.segments[segment].range;
        let inlines = self.block_of(segment).inlines.iter();
        inlines
            .filter(|inline| matches!(inline.kind, InlineKind::Code | InlineKind::Autolink))
            .filter(|inline| own.start <= inline.range.start && inline.range.end <= own.end)
            .map(|inline| TextRange::new(inline.range.start - own.start, inline.range.end - own.start))
            .collect()
    }

    /// Where a segment stands in the file.
    #[must_use]
    pub fn segment_span(&self, segment: usize) -> Span {
        let at = &self.segments[segment];
        self.document.blocks[at.block].text.span(at.range)
    }

    /// The facts of a segment.
    #[must_use]
    pub fn segment_facts(&self, segment: usize) -> &[Fact] {
        &self.facts[self.segments[segment].facts.clone()]
    }

    /// The names of all segments: read when first asked for, and once.
    #[must_use]
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::read(self))
    }

    /// The cues of a segment.
    #[must_use]
    pub fn segment_cues(&self, segment: usize) -> &[Cue] {
        &self.cues[self.segments[segment].cues.clone()]
    }

    /// Where a cue stands in the file.
    #[must_use]
    pub fn cue_span(&self, cue: &Cue, segment: usize) -> Span {
        self.block_of(segment).text.span(cue.range)
    }

    /// Where a fact stands in the file: the stretch it was read from, or a link's destination.
    #[must_use]
    pub fn fact_span(&self, fact: &Fact, segment: usize) -> Span {
        fact.source_span.unwrap_or_else(|| self.block_of(segment).text.span(fact.range))
    }

    /// The readable texts of all prose blocks, for identifying languages.
    pub fn prose(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.document.blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Code)
    }
}

fn segment_ranges(block: &Block, locale: &Locale) -> Vec<TextRange> {
    match block.kind {
        BlockKind::Code | BlockKind::Line => vec![block.text.range()],
        BlockKind::Entry if block.text.is_empty() => Vec::new(),
        BlockKind::Entry => vec![block.text.range()],
        _ => {
            let code: Vec<TextRange> = block
                .inlines
                .iter()
                .filter(|inline| matches!(inline.kind, InlineKind::Code | InlineKind::Autolink))
                .map(|inline| inline.range)
                .collect();
            segmentation::sentences(block.text.as_str(), locale, &code)
        }
    }
}
