//! The stretch of a side that most likely has no counterpart, and what speaks for it.

use super::expected::Expected;
use super::rates::{Class, class_of, unsaid};
use super::ties::{Like, tie};
use super::words::{Books, Marks, Sort, Words};
use std::ops::Range;

/// Stretches of more words than this are not looked for.
const LONGEST: usize = 80;
/// The variance of the logarithm of the ratio of lengths that is added where Chinese characters count as several letters:
/// the fewer there are, the less even they are.
const OF_CHARACTERS: f32 = 0.03;
/// The variance of the difference of the lengths of two stretches between words that correspond: for a letter, and
/// beyond that.
const LOCAL: (f32, f32) = (6.0, 40.0);
/// What it costs to be in no such stretch.
const NOWHERE: f32 = -1.0;

/// How unlikely a squared deviation is, in nats: Student's distribution, whose tails forgive free translations.
fn surprise(square: f32) -> f32 {
    2.5 * (1.0 + square / 4.0).ln()
}

/// Two sides that correspond, with which of their words do.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) words: [Words; 2],
    pub(crate) likes: [Vec<Option<Like>>; 2],
    /// For each word, the log-likelihood ratio that the other side does not say it.
    pub(crate) unsaid: [Vec<f32>; 2],
    pub(crate) expected: Expected,
}

/// How much words without a like tell (0 to 1): less where the dictionary knows few words of a language, for what
/// [`unsaid`] holds was measured where it knows many.
fn knowledge(books: &[Books; 2]) -> f32 {
    const WELL_KNOWN: f32 = 250.0;
    const UNKNOWN: f32 = 0.3;
    let meanings = books.iter().map(|books| books.dictionary.len()).min().unwrap_or(0) as f32;
    UNKNOWN + (1.0 - UNKNOWN) * (meanings / WELL_KNOWN).min(1.0)
}

/// What speaks for a stretch without a counterpart, each in nats.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Terms {
    /// Its words have no like on the other side.
    pub(crate) words: f32,
    /// Without it, the two sides would be as long as they should be.
    pub(crate) length: f32,
    /// Between the words around it nothing is left on the other side.
    pub(crate) place: f32,
}

/// A stretch of words.
#[derive(Debug, Clone)]
pub(crate) struct Stretch {
    pub(crate) target: bool,
    pub(crate) words: Range<usize>,
    pub(crate) terms: Terms,
    /// What share of its side's length it is.
    pub(crate) share: f32,
}

/// The words between two that correspond, and what stands between those on the other side.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Gap {
    pub(crate) words: Range<usize>,
    pub(crate) others: Range<usize>,
    length: f32,
    other: f32,
}

impl Pair {
    pub(crate) fn new(words: [Words; 2], books: &[Books; 2], expected: Expected) -> Self {
        let likes = [tie(&words[0], &words[1]), tie(&words[1], &words[0])];
        let known = knowledge(books);
        let same_script = words[0].script == words[1].script;
        let unsaid = [0, 1].map(|side: usize| {
            let of = |(at, word): (usize, &_)| {
                let class = class_of(&words[side], word, same_script);
                let has_like = match word.sort {
                    Sort::Fact(said) => said == Some(true),
                    _ => likes[side][at].is_some(),
                };
                let nats = unsaid(class, has_like);
                if nats > 0.0 && !matches!(class, Class::Fact | Class::Territory) { nats * known } else { nats }
            };
            words[side].list.iter().enumerate().map(of).collect()
        });
        let expected = if words.iter().any(|words| words.script == 0x4e) {
            Expected { added: expected.added + OF_CHARACTERS, ..expected }
        } else {
            expected
        };
        Self { words, likes, unsaid, expected }
    }

    /// How much longer a side is than it should be, in standard deviations.
    pub(crate) fn excess(&self, side: usize) -> f32 {
        let (own, other) = (self.words[side].length, self.words[1 - side].length);
        if own <= 0.0 || other <= 0.0 {
            return 0.0;
        }
        let ratio = if side == 0 { self.expected.ratio } else { -self.expected.ratio };
        ((own / other).ln() + ratio) / self.expected.variance(own.min(other)).sqrt()
    }

    /// The gaps between words that correspond in order, each with its words.
    pub(crate) fn gaps(&self, side: usize) -> Vec<Gap> {
        let (own, other) = (&self.words[side], &self.words[1 - side]);
        let mut chain = self.chain(side);
        chain.push((own.list.len(), other.list.len()));
        let ends = |words: &Words, at: usize| words.list.get(at).map_or(words.length, |word| word.before);
        let mut gaps = Vec::with_capacity(chain.len());
        let (mut from, mut since) = ((0, 0), (0.0, 0.0));
        for (a, b) in chain {
            gaps.push(Gap {
                words: from.0..a,
                others: from.1..b,
                length: ends(own, a) - since.0,
                other: ends(other, b) - since.1,
            });
            from = (a + 1, b + 1);
            let behind = |words: &Words, at: usize| words.list.get(at).map_or(0.0, |word| word.before + word.length);
            since = (behind(own, a), behind(other, b));
        }
        gaps
    }

    /// The longest run of words that are each other's likes and stand in the same order.
    fn chain(&self, side: usize) -> Vec<(usize, usize)> {
        let mutual: Vec<(usize, usize)> = self.likes[side]
            .iter()
            .enumerate()
            .filter_map(|(at, like)| {
                let like = like.filter(|like| like.likeness >= 0.5)?;
                let back = self.likes[1 - side][like.at]?;
                (back.at == at).then_some((at, like.at))
            })
            .collect();
        // For each length, the run that ends with the least word of the other side; and what each stands behind.
        let mut last: Vec<usize> = Vec::new();
        let mut before: Vec<Option<usize>> = Vec::with_capacity(mutual.len());
        for (at, (_, other)) in mutual.iter().enumerate() {
            let length = last.partition_point(|end| mutual[*end].1 < *other);
            before.push(length.checked_sub(1).map(|length| last[length]));
            if length == last.len() {
                last.push(at);
            } else {
                last[length] = at;
            }
        }
        let mut chain = Vec::with_capacity(last.len() + 1);
        let mut at = last.last().copied();
        while let Some(here) = at {
            chain.push(mutual[here]);
            at = before[here];
        }
        chain.reverse();
        chain
    }

    /// The stretch of a side that most likely has no counterpart.
    pub(crate) fn likeliest(&self, side: usize) -> Option<Stretch> {
        let (own, other) = (&self.words[side], &self.words[1 - side]);
        if own.length < 5.0 || other.length < 5.0 {
            return None;
        }
        let ratio = if side == 0 { self.expected.ratio } else { -self.expected.ratio };
        let scale = ratio.exp();
        let misfit = |length: f32| {
            let deviation = (other.length / length).ln() - ratio;
            surprise(deviation * deviation / self.expected.variance(length.min(other.length)))
        };
        let as_it_is = misfit(own.length);
        let mut gap_of = vec![usize::MAX; own.list.len()];
        let gaps = self.gaps(side);
        for (at, gap) in gaps.iter().enumerate() {
            gap_of[gap.words.clone()].fill(at);
        }
        let unsaid = &self.unsaid[side];
        let mut best: Option<(f32, Stretch)> = None;
        for first in (0..own.list.len()).filter(|at| unsaid[*at] > 0.0) {
            let mut words = 0.0;
            for last in first..own.list.len().min(first + LONGEST) {
                words += unsaid[last];
                if unsaid[last] <= 0.0 {
                    continue;
                }
                let (start, end) = (&own.list[first], &own.list[last]);
                let removed = end.before + end.length - start.before;
                if own.length - removed < 5.0 {
                    break;
                }
                let length = as_it_is - misfit(own.length - removed);
                let gap = gaps.get(gap_of[first]).filter(|_| gap_of[first] == gap_of[last]);
                let place = gap.map_or(NOWHERE, |gap| {
                    let (before, after) = (gap.other - scale * gap.length, gap.other - scale * (gap.length - removed));
                    let variance = LOCAL.0 * (scale * gap.length + gap.other) / 2.0 + LOCAL.1;
                    surprise(before * before / variance) - surprise(after * after / variance)
                });
                let total = words + length + place;
                if best.as_ref().is_none_or(|(known, _)| total > *known) {
                    let terms = Terms { words, length, place };
                    let share = removed / own.length;
                    best = Some((total, Stretch { target: side == 1, words: first..last + 1, terms, share }));
                }
            }
        }
        best.map(|(_, stretch)| stretch)
    }

    /// What speaks against all of a side being said on the other, in nats, summed over its words.
    pub(crate) fn unsaid_in_all(&self, side: usize) -> f32 {
        self.unsaid[side].iter().sum()
    }

    /// The same, of the words that have no like only.
    pub(crate) fn unsaid_without_like(&self, side: usize) -> f32 {
        self.unsaid_between(side, &(0..self.unsaid[side].len()))
    }

    /// The same, of some of the words.
    pub(crate) fn unsaid_between(&self, side: usize, words: &Range<usize>) -> f32 {
        self.unsaid[side][words.clone()].iter().filter(|it| **it > 0.0).sum()
    }

    /// How long some words of a side are, with what stands between them.
    pub(crate) fn length(&self, target: bool, words: &Range<usize>) -> f32 {
        let list = &self.words[usize::from(target)].list[words.clone()];
        list.first().zip(list.last()).map_or(0.0, |(first, last)| last.before + last.length - first.before)
    }

    /// How long a segment of a side is.
    pub(crate) fn length_of(&self, target: bool, segment: usize) -> f32 {
        self.words[usize::from(target)].list.iter().filter(|word| word.segment == segment).map(|word| word.length).sum()
    }

    /// Whether a clause stands in parentheses of its own.
    pub(crate) fn is_parenthesis(&self, target: bool, clause: &Clause) -> bool {
        let list = &self.words[usize::from(target)].list;
        let opens = list[clause.words.start].marks.has(Marks::OPEN);
        opens && list.get(clause.words.end).is_none_or(|word| word.marks.has(Marks::CLOSE))
    }

    /// Whether a clause is one of several items of a few words each, between commas.
    pub(crate) fn is_item(&self, target: bool, clause: &Clause) -> bool {
        const LONGEST_ITEM: usize = 4;
        let list = &self.words[usize::from(target)].list;
        let comma = |at: usize| list.get(at).is_some_and(|word| word.marks.has(Marks::COMMA));
        let short = |from: usize, to: usize| to > from && to - from <= LONGEST_ITEM;
        let (start, end) = (clause.words.start, clause.words.end);
        let before = (start.saturating_sub(LONGEST_ITEM)..start).rev().find(|at| comma(*at));
        let behind = (end + 1..=(end + LONGEST_ITEM).min(list.len())).find(|at| comma(*at) || *at == list.len());
        short(start, end)
            && comma(start)
            && comma(end)
            && (before.is_some_and(|at| short(at, start)) || behind.is_some_and(|at| short(end, at)))
    }

    /// The gap that a stretch lies in as a whole.
    pub(crate) fn gap_of(&self, stretch: &Stretch) -> Option<Gap> {
        let holds = |gap: &Gap| gap.words.start <= stretch.words.start && stretch.words.end <= gap.words.end;
        self.gaps(usize::from(stretch.target)).into_iter().find(holds)
    }

    /// The clause that a stretch is, or is most of: its ends are brought to punctuation that is near.
    pub(crate) fn clause(&self, stretch: &Stretch) -> Clause {
        let side = usize::from(stretch.target);
        let Range { start, end } = stretch.words;
        let bounds = (self.bound(side, start, start..end, false), self.bound(side, end, start..end, true));
        let mut clause = Clause {
            words: bounds.0.unwrap_or(start)..bounds.1.unwrap_or(end),
            bounded: bounds.0.is_some() && bounds.1.is_some(),
        };
        if clause.words.is_empty() {
            clause.words = start..end;
        }
        self.balance(side, &mut clause);
        clause
    }

    /// Where an end of a stretch should be: at punctuation that a few words behind it lead to, of which hardly one has a
    /// like; or that comes a few words before it, of which none tells much.
    fn bound(&self, side: usize, at: usize, stretch: Range<usize>, forward: bool) -> Option<usize> {
        const BEYOND: usize = 6;
        const WITHIN: usize = 3;
        const TELLING: f32 = 1.5;
        let words = &self.words[side].list;
        let is_bound = |at: usize| words.get(at).is_none_or(|word| word.marks.has(Marks::ANY));
        if is_bound(at) {
            return Some(at);
        }
        let between = |to: usize| at.min(to)..at.max(to);
        let has_like = |at: &usize| self.unsaid[side][*at] < 0.0;
        let beyond = (1..=BEYOND)
            .map_while(
                |step| if forward { Some(at + step).filter(|at| *at <= words.len()) } else { at.checked_sub(step) },
            )
            .find(|to| is_bound(*to))
            .filter(|to| between(*to).filter(has_like).count() * 3 <= between(*to).len());
        let within = (1..=WITHIN)
            .map_while(|step| if forward { at.checked_sub(step) } else { Some(at + step) })
            .take_while(|to| stretch.start < *to && *to < stretch.end)
            .find(|to| is_bound(*to))
            .filter(|to| self.unsaid[side][between(*to)].iter().sum::<f32>() <= TELLING);
        match (beyond, within) {
            (Some(to), Some(_)) if between(to).len() <= 2 && !between(to).any(|at| has_like(&at)) => Some(to),
            (_, Some(to)) => Some(to),
            (beyond, None) => beyond,
        }
    }

    /// Takes a clause that begins before a parenthesis and ends in it to the end of the parenthesis, where that is near,
    /// or else only up to it.
    fn balance(&self, side: usize, clause: &mut Clause) {
        const NEAR: usize = 4;
        let words = &self.words[side].list;
        let inside = clause.words.start + 1..clause.words.end;
        let Some(open) = inside.rev().find(|at| words[*at].marks.has(Marks::OPEN | Marks::CLOSE)) else { return };
        if !words[open].marks.has(Marks::OPEN) || words[open].marks.has(Marks::CLOSE) {
            return;
        }
        let is_end = |at: &usize| words.get(*at).is_none_or(|word| word.marks.has(Marks::CLOSE));
        clause.words.end =
            (clause.words.end..=clause.words.end + NEAR).find(is_end).map_or(open, |at| at.min(words.len()));
    }

    /// How many more sentences, pairs of parentheses, and commas between the words around the stretch a side has.
    pub(crate) fn surplus(&self, stretch: &Stretch) -> Surplus {
        let side = usize::from(stretch.target);
        let count = |side: usize, marks: u8| {
            let all = self.words[side].list.iter().filter(|word| word.marks.has(marks)).count();
            i32::try_from(all).unwrap_or(i32::MAX)
        };
        let more = |marks: u8| count(side, marks) - count(1 - side, marks);
        let within = |side: usize, words: &Range<usize>| {
            let list = &self.words[side].list;
            let end = (words.end + 1).min(list.len());
            list[words.start.min(end)..end].iter().filter(|word| word.marks.has(Marks::ANY)).count()
        };
        let commas = self.gap_of(stretch).map_or(0, |gap| {
            i32::try_from(within(side, &gap.words)).unwrap_or(0)
                - i32::try_from(within(1 - side, &gap.others)).unwrap_or(0)
        });
        Surplus { sentences: more(Marks::END), parentheses: more(Marks::OPEN), commas }
    }
}

/// A clause, an item, a stretch between punctuation.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Clause {
    pub(crate) words: Range<usize>,
    /// Whether punctuation, or an end of the side, stands at both of its ends.
    pub(crate) bounded: bool,
}

/// How much more of some signs a side has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Surplus {
    pub(crate) sentences: i32,
    pub(crate) parentheses: i32,
    pub(crate) commas: i32,
}
