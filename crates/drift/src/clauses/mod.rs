//! Text that one side of a bead has and the other has not, below the sentence: clauses, items, what stands in
//! parentheses; sentences that share a bead with others; and sides that have nothing in common.
//!
//! Four signs are weighed together (`weigh`): the words of a stretch have no like on the other side (`ties`), both sides
//! would be as long as they should be without it (`expected`), nothing is left on the other side between the words
//! around it (`scan`), and the other side has fewer clauses, sentences or parentheses. None is enough by itself: good
//! translations leave words out, and are short, often enough.

mod expected;
mod rates;
mod repeated;
mod scan;
mod sounds;
mod ties;
mod weigh;
mod words;

use crate::matching::Matching;
use expected::Expected;
use parallax_core::{Bead, Bitext, BlockKind, TextRange, Version};
use scan::{Pair, Stretch};
use std::ops::Range;
use words::Books;

pub(crate) use weigh::Signs;

/// Beads of more words than this are not looked at: where so much corresponds as a whole, nothing is known of its parts.
const MOST_WORDS: usize = 400;
/// Of a side with fewer words than this no part is missed: headings and labels are translated freely.
const LEAST_WORDS: usize = 4;
/// A stretch that is so much of a segment is the segment, where there are others.
const WHOLE: f32 = 0.8;
/// Of the words of a stretch that have no like, so many may be found beside it on the other side.
const ELSEWHERE: f32 = 0.34;

/// Of a version that lacks something, or has it, in more than so many places, and in more than one in so many beads, the
/// translation is free, or the words of its language are badly known: each of them is so much less sure.
const FEW: usize = 2;
const ONE_IN: usize = 25;
const HABIT: f64 = 0.75;

/// What kind of text is without a counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A part of a sentence.
    Clause,
    /// One of several items between commas.
    Item,
    /// What stands in parentheses.
    Parenthesis,
    /// A sentence.
    Sentence,
    /// All of it: the two sides have nothing in common.
    Everything,
    /// Words that stand there so many times running.
    Repeated(usize),
}

/// Text on one side of a bead that nothing on the other side corresponds to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Loss {
    /// Whether it stands in the target (was added) rather than in the source (was omitted).
    pub(crate) target: bool,
    pub(crate) kind: Kind,
    /// The bead, as an index.
    pub(crate) bead: usize,
    /// The segments that it stands in, all of one block, and its part of the block's text.
    pub(crate) segments: Range<usize>,
    pub(crate) range: TextRange,
    /// How sure it is that nothing corresponds to it, where the bead is right (0 to 1).
    pub(crate) confidence: f64,
    pub(crate) signs: Signs,
}

/// All such text of a bitext, in the order of its beads.
#[derive(Debug, Clone, Default)]
pub(crate) struct Losses(Vec<Loss>);

impl Losses {
    pub(crate) fn of(bitext: &Bitext<'_>, matching: &Matching) -> Self {
        let reader = Reader {
            bitext,
            matching,
            books: [Books::of(bitext.source), Books::of(bitext.target)],
            expected: Expected::of(bitext),
        };
        let beads = bitext.alignment.segments.iter().enumerate();
        let mut losses: Vec<Loss> =
            beads.filter(|(_, bead)| bead.is_paired()).flat_map(|(index, bead)| reader.of_bead(index, bead)).collect();
        for target in [false, true] {
            let freely = |loss: &&mut Loss| loss.target == target && !matches!(loss.kind, Kind::Repeated(_));
            let count = losses.iter_mut().filter(freely).count();
            if count > FEW.max(bitext.alignment.segments.len() / ONE_IN) {
                losses.iter_mut().filter(freely).for_each(|loss| loss.confidence *= HABIT);
            }
        }
        Self(losses)
    }

    /// Those of one side.
    pub(crate) fn of_side(&self, target: bool) -> impl Iterator<Item = &Loss> {
        self.0.iter().filter(move |loss| loss.target == target)
    }
}

/// What some segments of the source and some of the target have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Common {
    /// How much more likely their words are if they correspond than if they met by chance, in nats.
    pub(crate) nats: f32,
    /// How much longer the target is than it should be then, in standard deviations.
    pub(crate) excess: f32,
}

/// What stretches of the source and of the target have in common, each with each: a row for each stretch of the source.
/// Of longer stretches the beginnings are compared.
pub(crate) fn in_common(
    bitext: &Bitext<'_>,
    matching: &Matching,
    sources: &[Range<usize>],
    targets: &[Range<usize>],
) -> Vec<Vec<Common>> {
    const MOST_SEGMENTS: usize = 8;
    let books = [Books::of(bitext.source), Books::of(bitext.target)];
    let expected = Expected::of(bitext);
    let read = |target: bool, segments: &Range<usize>| {
        let segments = segments.start..segments.end.min(segments.start + MOST_SEGMENTS);
        words::read(if target { bitext.target } else { bitext.source }, target, segments, matching, &books)
    };
    let of = |source: &Range<usize>, target: &Range<usize>| {
        let pair = Pair::new([read(false, source), read(true, target)], &books, expected);
        Common { nats: -pair.unsaid_in_all(0) - pair.unsaid_in_all(1), excess: pair.excess(1) }
    };
    sources.iter().map(|source| targets.iter().map(|target| of(source, target)).collect()).collect()
}

struct Reader<'a> {
    bitext: &'a Bitext<'a>,
    matching: &'a Matching,
    books: [Books; 2],
    expected: Expected,
}

impl Reader<'_> {
    fn version(&self, target: bool) -> &Version {
        if target { self.bitext.target } else { self.bitext.source }
    }

    fn in_document(&self) -> bool {
        self.bitext.alignment.segments.len() > 1
    }

    fn of_bead(&self, index: usize, bead: &Bead) -> Vec<Loss> {
        let is_code = |target: bool| {
            let segments = if target { &bead.target } else { &bead.source };
            segments.clone().any(|at| self.version(target).block_of(at).kind == BlockKind::Code)
        };
        if is_code(false) || is_code(true) {
            return Vec::new();
        }
        let read = |target: bool| {
            let segments = if target { bead.target.clone() } else { bead.source.clone() };
            words::read(self.version(target), target, segments, self.matching, &self.books)
        };
        let sides = [read(false), read(true)];
        if sides.iter().any(|words| words.list.is_empty() || words.list.len() > MOST_WORDS) {
            return Vec::new();
        }
        let pair = Pair::new(sides, &self.books, self.expected);
        // What documents pair without anything in common is the aligner's to judge.
        if !self.in_document()
            && let Some(confidence) = weigh::nothing_in_common(&pair)
        {
            return self.everything(index, &pair, confidence);
        }
        let mut losses: Vec<Loss> = Vec::new();
        let repeated = repeated::find(&pair, self.version(true));
        if let Some(found) = &repeated {
            let place = self.place(&pair, true, &found.words);
            losses.extend(place.map(|(segments, range)| Loss {
                target: true,
                kind: Kind::Repeated(found.times),
                bead: index,
                segments,
                range,
                confidence: found.confidence,
                signs: Signs::default(),
            }));
        }
        for target in [false, true] {
            if !(target && repeated.is_some()) {
                losses.extend(self.stretch(index, &pair, target));
            }
        }
        losses
    }

    /// The stretch of a side without a counterpart, if there is one.
    fn stretch(&self, index: usize, pair: &Pair, target: bool) -> Option<Loss> {
        if pair.words[usize::from(target)].list.len() < LEAST_WORDS {
            return None;
        }
        let stretch = pair.likeliest(usize::from(target))?;
        let signs = weigh::signs(pair, &stretch);
        let confidence = signs.confidence(target, self.in_document())?;
        if self.stands_beside(index, pair, &stretch) {
            return None;
        }
        let clause = pair.clause(&stretch);
        let (segments, range) = self.place(pair, target, &clause.words)?;
        let version = self.version(target);
        let bead = &self.bitext.alignment.segments[index];
        let all = if target { &bead.target } else { &bead.source };
        let whole: f32 = segments.clone().map(|at| pair.length_of(target, at)).sum();
        let part = pair.length(target, &clause.words);
        let kind = if all.len() > segments.len() && part >= WHOLE * whole {
            Kind::Sentence
        } else if pair.is_parenthesis(target, &clause) {
            Kind::Parenthesis
        } else if pair.is_item(target, &clause) {
            Kind::Item
        } else {
            Kind::Clause
        };
        let range = if kind == Kind::Sentence {
            let (first, last) = (&version.segments[segments.start], &version.segments[segments.end - 1]);
            TextRange::new(first.range.start, last.range.end)
        } else {
            range
        };
        Some(Loss { target, kind, bead: index, segments, range, confidence, signs })
    }

    fn everything(&self, index: usize, pair: &Pair, confidence: f64) -> Vec<Loss> {
        let all = 0..pair.words[0].list.len();
        let Some((segments, range)) = self.place(pair, false, &all) else { return Vec::new() };
        let signs = Signs::default();
        vec![Loss { target: false, kind: Kind::Everything, bead: index, segments, range, confidence, signs }]
    }

    /// Whether the beads beside it have a stretch's words on the other side, where they are not what their own side says:
    /// then it only moved over a border.
    fn stands_beside(&self, index: usize, pair: &Pair, stretch: &Stretch) -> bool {
        let beads = &self.bitext.alignment.segments;
        if beads.len() < 2 {
            return false;
        }
        let read = |target: bool, bead: &Bead| {
            let segments = if target { bead.target.clone() } else { bead.source.clone() };
            words::read(self.version(target), target, segments, self.matching, &self.books)
        };
        let near = (index.saturating_sub(2)..(index + 3).min(beads.len())).filter(|at| *at != index);
        let others: Vec<(words::Words, Vec<usize>)> = near
            .map(|at| (read(!stretch.target, &beads[at]), read(stretch.target, &beads[at])))
            .filter(|(other, own)| other.list.len() <= MOST_WORDS && own.list.len() <= MOST_WORDS)
            .map(|(other, own)| {
                let likes = ties::tie(&other, &own);
                let free = (0..other.list.len()).filter(|at| likes[*at].is_none()).collect();
                (other, free)
            })
            .collect();
        let side = usize::from(stretch.target);
        let own = &pair.words[side];
        let (mut all, mut found) = (0.0, 0.0);
        for at in stretch.words.clone().filter(|at| pair.unsaid[side][*at] > 0.0) {
            let weight = pair.unsaid[side][at];
            all += weight;
            let is_like = |words: &words::Words, other: usize| {
                ties::likeness_of((own, &own.list[at]), (words, &words.list[other])) >= 0.5
            };
            if others.iter().any(|(words, free)| free.iter().any(|other| is_like(words, *other))) {
                found += weight;
            }
        }
        found > ELSEWHERE * all
    }

    /// The place of some words of one side: those of their block that hold the most of them.
    fn place(&self, pair: &Pair, target: bool, words: &Range<usize>) -> Option<(Range<usize>, TextRange)> {
        let list = &pair.words[usize::from(target)].list[words.clone()];
        let (first, last) = (list.first()?, list.last()?);
        let version = self.version(target);
        let block = version.segments[first.segment].block;
        let last = list.iter().rev().find(|word| version.segments[word.segment].block == block).unwrap_or(last);
        Some((first.segment..last.segment + 1, TextRange::new(first.start, last.end)))
    }
}
