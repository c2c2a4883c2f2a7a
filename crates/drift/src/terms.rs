//! The glossary's terms in both sides of a bitext, and whether the version renders them as the glossary says.

use parallax_core::glossary::{Concept, Glossary, Hit, Term, TermIndex, TermStatus, Words};
use parallax_core::{Bitext, BlockKind, InlineKind, TextRange, Version};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// What the glossary has of the terms of both sides.
pub(crate) struct Terms<'a> {
    glossary: &'a Glossary,
    bitext: &'a Bitext<'a>,
    /// For each segment of the target, the terms in it.
    pub(crate) in_target: Vec<Vec<Hit>>,
    /// For each segment of the source, the terms in it.
    pub(crate) in_source: Vec<Vec<Hit>>,
    /// The terms of the source that the glossary has a rendering of, in their order.
    pub(crate) wants: Vec<Want>,
}

/// A term of the source that is to be rendered.
pub(crate) struct Want {
    /// Index of the bead.
    pub(crate) bead: usize,
    /// The segment of the source.
    pub(crate) segment: usize,
    /// The term, of the first of `concepts`.
    pub(crate) hit: Hit,
    /// The concepts it is a term of, those that the version's language has terms for.
    pub(crate) concepts: Vec<usize>,
    /// What became of it.
    pub(crate) outcome: Outcome,
}

/// What became of a term of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// One of its renderings stands there, or may.
    Rendered,
    /// A forbidden one stands there.
    Forbidden,
    /// None does.
    Missing,
}

impl<'a> Terms<'a> {
    /// Looks for the terms of a glossary; none where it has no terms of the target's language.
    pub(crate) fn of(bitext: &'a Bitext<'a>, glossary: &'a Glossary) -> Option<Self> {
        let index = |version: &Version| glossary.index(&version.language);
        let (source, target) = (index(bitext.source), index(bitext.target));
        if target.is_empty() {
            return None;
        }
        let words: Vec<Words> = words(bitext.target);
        let in_target = found(bitext.target, &target, &words);
        let in_source = if source.is_empty() {
            vec![Vec::new(); bitext.source.segments.len()]
        } else {
            found(bitext.source, &source, &self::words(bitext.source))
        };
        let mut terms = Self { glossary, bitext, in_target, in_source, wants: Vec::new() };
        terms.wants = terms.wanted(&target, &words);
        Some(terms)
    }

    fn wanted(&self, index: &Arc<TermIndex>, words: &[Words]) -> Vec<Want> {
        let mut wants = Vec::new();
        let beads = &self.bitext.alignment.segments;
        for (number, bead) in beads.iter().enumerate().filter(|(_, bead)| bead.is_paired()) {
            for segment in bead.source.clone().filter(|segment| *segment < self.in_source.len()) {
                let hits = &self.in_source[segment];
                let mut at = 0;
                while at < hits.len() {
                    let hit = hits[at];
                    let same = hits[at..].iter().take_while(|other| other.range == hit.range);
                    let all: Vec<Hit> = same.copied().collect();
                    at += all.len();
                    let mut concepts: Vec<usize> = all.iter().map(|hit| hit.concept).collect();
                    concepts.dedup();
                    concepts.retain(|concept| self.renderings(*concept).next().is_some());
                    let Some(hit) = all.into_iter().find(|hit| concepts.first() == Some(&hit.concept)) else {
                        continue;
                    };
                    let near = self.near(number, &concepts);
                    let outcome = self.outcome(&concepts, &near, &bead.target, index, words);
                    wants.push(Want { bead: number, segment, hit, concepts, outcome });
                }
            }
        }
        wants
    }

    fn outcome(
        &self,
        concepts: &[usize],
        near: &[Range<usize>],
        own: &Range<usize>,
        index: &Arc<TermIndex>,
        words: &[Words],
    ) -> Outcome {
        let status = |hit: &Hit| self.term(hit).status;
        let hits = |segments: &Range<usize>| self.in_target.get(segments.clone()).unwrap_or_default().iter().flatten();
        let of_concept = |hit: &&Hit| concepts.contains(&hit.concept);
        let renders = |hit: &Hit| status(hit) != TermStatus::Forbidden;
        if hits(own).filter(of_concept).any(renders) {
            return Outcome::Rendered;
        }
        if hits(own).filter(of_concept).any(|hit| status(hit) == TermStatus::Forbidden) {
            return Outcome::Forbidden;
        }
        let mut renderings = concepts.iter().flat_map(|concept| self.renderings(*concept));
        let words = words.get(own.clone()).unwrap_or_default();
        if renderings.any(|term| words.iter().any(|words| index.may_stand(term, words))) {
            return Outcome::Rendered;
        }
        if near.iter().flat_map(hits).filter(of_concept).any(renders) { Outcome::Rendered } else { Outcome::Missing }
    }

    /// The targets of the neighbours of a bead that have no such term in the source themselves: what moved over is not
    /// missing.
    fn near(&self, bead: usize, concepts: &[usize]) -> Vec<Range<usize>> {
        let beads = &self.bitext.alignment.segments;
        let own = &beads[bead].target;
        let joins = |other: &Range<usize>| !other.is_empty() && (other.end == own.start || other.start == own.end);
        let has_own = |segments: &Range<usize>| {
            let hits = self.in_source.get(segments.clone()).unwrap_or_default().iter().flatten();
            hits.into_iter().any(|hit| concepts.contains(&hit.concept))
        };
        let others = [bead.checked_sub(1), Some(bead + 1)].into_iter().flatten().filter_map(|at| beads.get(at));
        others.filter(|other| joins(&other.target) && !has_own(&other.source)).map(|bead| bead.target.clone()).collect()
    }

    /// The terms of the target's language that a concept may be rendered by.
    fn renderings(&self, concept: usize) -> impl Iterator<Item = &'a Term> {
        let terms = self.glossary.concepts()[concept].terms_for(&self.bitext.target.language);
        terms.filter(|term| term.status != TermStatus::Forbidden)
    }

    /// A concept of the glossary.
    pub(crate) fn concept(&self, concept: usize) -> &'a Concept {
        &self.glossary.concepts()[concept]
    }

    /// The term of the glossary that was found.
    pub(crate) fn term(&self, hit: &Hit) -> &'a Term {
        &self.glossary.concepts()[hit.concept].terms[hit.term]
    }

    /// The term that the version should use for a concept.
    pub(crate) fn rendering(&self, concept: usize) -> Option<&'a Term> {
        self.concept(concept).wanted(&self.bitext.target.language)
    }

    /// The terms that are rendered as the glossary says: segment of the source and concept.
    pub(crate) fn rendered(&self) -> BTreeSet<(usize, usize)> {
        let rendered = self.wants.iter().filter(|want| want.outcome == Outcome::Rendered);
        rendered.flat_map(|want| want.concepts.iter().map(|concept| (want.segment, *concept))).collect()
    }
}

fn words(version: &Version) -> Vec<Words> {
    (0..version.segments.len()).map(|segment| Words::of(version.segment_text(segment))).collect()
}

/// The terms of each segment that do not stand in code or addresses.
fn found(version: &Version, index: &TermIndex, words: &[Words]) -> Vec<Vec<Hit>> {
    let of_segment = |(segment, words): (usize, &Words)| {
        let block = version.block_of(segment);
        if block.kind == BlockKind::Code {
            return Vec::new();
        }
        let mut hits = index.find(version.segment_text(segment), words);
        let start = version.segments[segment].range.start;
        let is_prose = |range: TextRange| {
            let range = TextRange::new(start + range.start, start + range.end);
            let code = |kind: &InlineKind| matches!(kind, InlineKind::Code | InlineKind::Autolink);
            !block.inlines.iter().any(|inline| code(&inline.kind) && inline.range.overlaps(range))
        };
        hits.retain(|hit| is_prose(hit.range));
        hits
    };
    words.iter().enumerate().map(of_segment).collect()
}
