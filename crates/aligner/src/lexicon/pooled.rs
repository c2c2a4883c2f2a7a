//! What the beads of many documents teach together, and what is left of it without one of them.

use super::{Corpus, Counts, Lesson, Likes, Prior, SMOOTHING, Text};
use crate::vocabulary::WordId;
use std::collections::HashMap;
use std::ops::Range;

/// Sightings in other documents count for no more than this many in the document itself, which has its own usage.
const MOST: f64 = 30.0;
/// Pairs that stood for each other less often than this are left to the smoothing.
const LEAST: f64 = 0.05;

/// What was learned from all documents, in one direction.
#[derive(Debug)]
pub(crate) struct Taught {
    corpus: Corpus,
    counts: Counts,
    /// By what the counts were made.
    base: Vec<f64>,
    beyond: Vec<f64>,
    weights: Vec<f64>,
    /// For each lesson, what its slots count for whatever the source word.
    chance: Vec<f64>,
}

impl Taught {
    /// Learns from lessons that teach ([`Lesson::teaches`]).
    pub(crate) fn learn(source: &impl Text, target: &impl Text, lessons: &[Lesson], likes: &[Likes]) -> Self {
        let corpus = Corpus::new(source, target, lessons, likes, &Prior::default());
        let mut counts = corpus.count();
        let share = corpus.slot_shares();
        let (mut base, mut beyond) = (vec![0.0; corpus.words.len()], vec![0.0; corpus.pairs.len()]);
        for (word, pairs) in corpus.words.iter().enumerate() {
            let all = counts.totals[word] + SMOOTHING;
            base[word] = SMOOTHING * (1.0 - corpus.like_share[word]) / all;
            for pair in pairs.clone() {
                beyond[pair] = (counts.pairs[pair] + SMOOTHING * corpus.given(pair).like) / all;
            }
        }
        let mut weights = vec![0.0; corpus.slots.len()];
        corpus.expect(&share, &base, &beyond, &mut weights);
        corpus.collect(&share, &base, &beyond, &weights, &mut counts);
        let chance = |lesson: usize| corpus.slots_of(lesson).map(|slot| share[slot] * weights[slot]).sum();
        let chance = (0..corpus.sources.len()).map(chance).collect();
        Self { corpus, counts, base, beyond, weights, chance }
    }

    /// What the lessons but for some teach about a document: its source words as they are numbered here (none where
    /// they are not known), and how the document numbers the target words that are known here.
    pub(crate) fn without(
        &self,
        lessons: &Range<usize>,
        sources: &[Option<WordId>],
        targets: &HashMap<WordId, WordId>,
    ) -> Prior {
        let corpus = &self.corpus;
        let slots = corpus.slot_starts[lessons.start]..corpus.slot_starts[lessons.end];
        let mut own_totals: HashMap<WordId, f64> = HashMap::new();
        for lesson in lessons.clone() {
            for (word, count) in &corpus.sources[lesson] {
                let part = f64::from(*count) * self.base[*word as usize] * self.chance[lesson];
                *own_totals.entry(*word).or_default() += part;
            }
        }
        let mut prior = Prior { of: vec![Vec::new(); sources.len()], totals: vec![0.0; sources.len()] };
        for (at, word) in sources.iter().enumerate() {
            let Some(word) = *word else { continue };
            let mut own_total = own_totals.get(&word).copied().unwrap_or_default();
            for index in corpus.words[word as usize].clone() {
                let sightings = corpus.sightings(index);
                // Sightings are in the order of their lessons.
                let first = sightings.partition_point(|(slot, _)| (*slot as usize) < slots.start);
                let own = sightings[first..].iter().take_while(|(slot, _)| (*slot as usize) < slots.end);
                let own: f64 = own.map(|(slot, count)| f64::from(*count) * self.weights[*slot as usize]).sum();
                own_total += own * self.beyond[index];
                if let Some(target) = targets.get(&corpus.pairs[index].target) {
                    let each = self.base[word as usize] * corpus.share_of(index) + self.beyond[index];
                    let count = self.counts.pairs[index] - own * each;
                    if count >= LEAST {
                        prior.of[at].push((*target, count));
                    }
                }
            }
            let total = (self.counts.totals[word as usize] - own_total).max(0.0);
            let scale = if total > MOST { MOST / total } else { 1.0 };
            prior.totals[at] = total * scale;
            for (_, count) in &mut prior.of[at] {
                *count *= scale;
            }
        }
        prior
    }
}
