//! The first, wide look: lengths, structure and what looks alike, cheap enough for all places of two documents.

use crate::length::LengthModel;
use crate::pair::Pair;
use crate::parts::EvidenceKind;
use crate::prepared::Prepared;
use crate::priors::default_priors;
use crate::search::{Borders, Corridor, Priors, REACH, Scorer};
use crate::skeleton::{self, Voice};
use std::ops::Range;

/// Most segments that beads of the first look have, both sides together: in small documents, and in large ones, where
/// larger beads show well enough as smaller ones with gaps.
const LARGEST: (usize, usize) = (4, 3);
/// Weight of words that look alike: half of what independence would give, since they come in phrases.
const WORD_WEIGHT: f64 = 0.5;
/// Words that look alike and tell less than this, in nats, are not followed: they are everywhere.
const LEAST_WEIGHT: f64 = 0.15;
/// Most that the words of one pair of segments tell.
const CAP: f32 = 12.0;

/// Scores beads for the first look.
pub(crate) struct Coarse<'a, 'p, 'v> {
    pair: &'a Pair<'p, 'v>,
    lengths: LengthModel,
    priors: Priors,
    /// For each source word, the target words that look like it with their weight.
    weights: Vec<Vec<(u32, f32)>>,
    /// For each target value of a fact, the segments that state it.
    fact_segments: Vec<Vec<u32>>,
    /// The same for source values.
    source_fact_segments: Vec<Vec<u32>>,
    /// First loaded source segment.
    first: usize,
    /// For each loaded source segment, its first target segment and running sums of the weights from there on.
    rows: Vec<(usize, Vec<f32>)>,
}

impl<'a, 'p, 'v> Coarse<'a, 'p, 'v> {
    /// `small` says whether the documents are looked at whole.
    pub(crate) fn new(pair: &'a Pair<'p, 'v>, small: bool) -> Self {
        let mut priors = default_priors();
        let largest = if small { LARGEST.0 } else { LARGEST.1 };
        priors.shapes.retain(|((x, y), _)| x + y <= largest);
        Self {
            pair,
            lengths: pair.lengths(),
            priors,
            weights: weights(pair),
            fact_segments: fact_segments(pair.target),
            source_fact_segments: fact_segments(pair.source),
            first: 0,
            rows: Vec::new(),
        }
    }

    /// The corridor around the rough course of both documents.
    pub(crate) fn rough_corridor(&self) -> Corridor {
        skeleton::corridor((self.pair.source.len(), self.pair.target.len()), self.voices())
    }

    /// Words that look alike and facts that agree, with where they stand.
    pub(crate) fn voices(&self) -> Vec<Voice<'_>> {
        let (source, target) = (&self.pair.source.vocabulary, &self.pair.target.vocabulary);
        let words = self.weights.iter().enumerate().flat_map(|(s, list)| {
            list.iter().map(move |(t, weight)| Voice {
                source: &source.words[s].segments,
                target: &target.word(*t).segments,
                weight: *weight,
            })
        });
        let facts = self.source_fact_segments.iter().enumerate().flat_map(|(s, segments)| {
            self.pair.facts.agreeing(s as u32).map(move |(t, weight)| Voice {
                source: segments,
                target: &self.fact_segments[t as usize],
                weight: weight as f32,
            })
        });
        words.chain(facts).collect()
    }

    /// Weights of what a source segment shares with each of the target segments in `window`.
    fn row(&self, i: usize, window: Range<usize>) -> Vec<f32> {
        let mut row = vec![0.0; window.len() + 1];
        let mut add = |segments: &[u32], weight: f32| {
            let from = segments.partition_point(|j| (*j as usize) < window.start);
            for j in segments[from..].iter().map(|j| *j as usize).take_while(|j| *j < window.end) {
                row[j - window.start + 1] += weight;
            }
        };
        let mut words = self.pair.source.words_of(i).to_vec();
        words.sort_unstable();
        words.dedup();
        for word in words {
            for (t, weight) in &self.weights[word as usize] {
                add(&self.pair.target.vocabulary.word(*t).segments, *weight);
            }
        }
        for value in self.pair.source.facts.bags.of(i) {
            for (t, weight) in self.pair.facts.agreeing(*value) {
                add(&self.fact_segments[t as usize], weight as f32);
            }
        }
        let mut sum = 0.0;
        for weight in &mut row {
            sum += weight.min(CAP);
            *weight = sum;
        }
        row
    }
}

/// For each value of a fact of a version, the segments that state it.
fn fact_segments(version: &Prepared<'_>) -> Vec<Vec<u32>> {
    let mut segments = vec![Vec::new(); version.facts.values.len()];
    for at in 0..version.len() {
        for value in version.facts.bags.of(at) {
            segments[*value as usize].push(at as u32);
        }
    }
    segments
}

/// Weights by rarity: the log-likelihood ratio of meeting both, if half of the pairs that look so alike correspond.
fn weights(pair: &Pair<'_, '_>) -> Vec<Vec<(u32, f32)>> {
    let segments = (pair.source.len() + pair.target.len()) as f64 / 2.0;
    let weight = |s: usize, t: u32, likeness: f64| {
        let (source, target) = (&pair.source.vocabulary.words[s], pair.target.vocabulary.word(t));
        let share = source.segments.len().max(target.segments.len()) as f64 / segments;
        let ratio = 1.0 + 0.5 * likeness * (1.0 / share - 1.0);
        WORD_WEIGHT * likeness * ratio.max(f64::MIN_POSITIVE).ln()
    };
    let of_word = |(s, list): (usize, &Vec<(u32, f64)>)| {
        let weighted = list.iter().map(|(t, likeness)| (*t, weight(s, *t, *likeness)));
        weighted.filter(|(_, weight)| *weight > LEAST_WEIGHT).map(|(t, weight)| (t, weight as f32)).collect()
    };
    pair.cognates.of.iter().enumerate().map(of_word).collect()
}

impl Scorer for Coarse<'_, '_, '_> {
    fn priors(&self) -> &Priors {
        &self.priors
    }

    fn borders(&self) -> &Borders {
        &self.pair.borders
    }

    fn load(&mut self, rows: Range<usize>, corridor: &Corridor) {
        self.first = rows.start;
        self.rows = rows
            .map(|i| {
                // Beads that hold the segment may begin and end a few segments from it.
                let from = corridor.low(i.saturating_sub(REACH));
                let to = corridor.high((i + REACH).min(corridor.sources()));
                (from, self.row(i, from..to))
            })
            .collect();
    }

    fn bead(&self, i: usize, j: usize, index: usize) -> f64 {
        let (shape, prior) = self.priors.shapes[index];
        let (x, y) = shape;
        if let Some(score) = self.pair.holds.score(i, j, shape) {
            return score;
        }
        let words: f32 = self.rows[i - self.first..i - self.first + x]
            .iter()
            .map(|(from, sums)| sums[j + y - from] - sums[j - from])
            .sum();
        let by_length = !self.pair.without.has(EvidenceKind::Length);
        let length = if by_length { self.lengths.score(i, x, j, y) } else { 0.0 };
        prior + length + f64::from(words) + self.pair.structure(i, j, shape)
    }
}
