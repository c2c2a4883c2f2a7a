//! Word translations learned from the very documents being aligned.
//!
//! IBM model 1 (Brown et al. 1993), smoothed: a word that was seldom seen translates into its like where it has one
//! and into any word by its frequency else. So a pair of rare words that never met is neutral, and a frequent word
//! without one of its usual translations is evidence against. Pairs seen in one bead only are left to the smoothing:
//! the model would learn the bead by heart.

mod pooled;
#[cfg(test)]
mod tests;

pub(crate) use pooled::Taught;

use crate::cognates::Cognates;
use crate::prepared::Prepared;
use crate::vocabulary::WordId;
use std::ops::Range;

/// How many sightings the smoothing is worth.
const SMOOTHING: f64 = 0.7;
/// Share of the smoothing that goes to words that look alike.
const LIKENESS: f64 = 0.5;
/// Weight of the word that stands for nothing on the other side.
const NOTHING: f64 = 0.3;
/// Rounds of expectation and maximisation. Three to ten do equally well on the development sets.
const ITERATIONS: usize = 4;
/// Beads less sure than this teach nothing.
const LEAST_SURE: f64 = 0.1;
/// Ratios below this are as good as nothing.
const LEAST_RATIO: f64 = 0.3;

/// A bead to learn from: segments of either side, and how sure it is (0 to 1).
#[derive(Debug, Clone)]
pub(crate) struct Lesson {
    pub(crate) source: Range<usize>,
    pub(crate) target: Range<usize>,
    pub(crate) weight: f64,
}

impl Lesson {
    /// Whether there is anything to learn from it.
    pub(crate) fn teaches(&self) -> bool {
        !self.source.is_empty() && !self.target.is_empty() && self.weight > LEAST_SURE
    }

    /// The same, from the target's side.
    pub(crate) fn flipped(&self) -> Self {
        Self { source: self.target.clone(), target: self.source.clone(), weight: self.weight }
    }
}

/// Words that look like a word, or are known to mean the same, with how sure that is (0 to 1).
pub(crate) type Likes = Vec<(WordId, f64)>;

/// The words of a text, as far as learning looks at them.
pub(crate) trait Text {
    /// The words of a segment.
    fn words_of(&self, segment: usize) -> &[WordId];
    /// How many different words there are.
    fn size(&self) -> usize;
    /// The share of a word in the text (0 to 1).
    fn share(&self, word: WordId) -> f64;
}

impl Text for Prepared<'_> {
    fn words_of(&self, segment: usize) -> &[WordId] {
        Prepared::words_of(self, segment)
    }

    fn size(&self) -> usize {
        self.vocabulary.len()
    }

    fn share(&self, word: WordId) -> f64 {
        self.vocabulary.share(word)
    }
}

/// What other texts taught about the words of a pair, in one direction, as if it had been seen in these.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Prior {
    /// For each source word, target words with how often they stood for it; none where nothing is known of any word.
    pub(crate) of: Vec<Vec<(WordId, f64)>>,
    /// For each source word, how many words stood for it.
    pub(crate) totals: Vec<f64>,
}

impl Prior {
    fn of(&self, word: usize) -> (&[(WordId, f64)], f64) {
        (self.of.get(word).map_or(&[], Vec::as_slice), self.totals.get(word).copied().unwrap_or_default())
    }
}

/// A target word that is likelier beside some source word than anywhere, with what its likelihood ratio p(t|s) / p(t)
/// has beyond the base.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ratio {
    pub(crate) target: WordId,
    pub(crate) beyond: f32,
    /// The same for scoring a bead that was learned from: without the bead that taught most about the pair. Never more
    /// than with it.
    pub(crate) without_one: f32,
}

/// What was learned, in one direction.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// For each source word, the ratio of every target word.
    pub(crate) base: Vec<f32>,
    /// The ratios of all source words, one behind the other, each by target word.
    ratios: Vec<Ratio>,
    /// For each source word, where its ratios end.
    ends: Vec<u32>,
}

/// Target words that a source word was seen with often enough, with where. There are a great many of these.
#[derive(Debug, Clone, Copy)]
struct Pair {
    target: WordId,
    /// Where its sightings end in [`Corpus::sightings`]; they begin where those of the pair before it end.
    end: u32,
    /// Its place in [`Corpus::given`], where it has one.
    given: u32,
}

/// That nothing is given of a pair.
const NONE: u32 = u32::MAX;

/// What is known of a pair besides its sightings.
#[derive(Debug, Clone, Copy, Default)]
struct Given {
    /// Share of the smoothing, for words that look alike.
    like: f64,
    /// How often it was seen in other texts.
    prior: f64,
}

/// The lessons, laid out for learning.
#[derive(Debug)]
struct Corpus {
    /// For each source word: its pairs.
    words: Vec<Range<usize>>,
    pairs: Vec<Pair>,
    given: Vec<Given>,
    /// For each target word, its share in its text.
    shares: Vec<f64>,
    /// For each sighting: the slot of the target word, and how often the source word stands in that lesson.
    sightings: Vec<(u32, f32)>,
    /// For each lesson: distinct source words with their counts.
    sources: Vec<Vec<(WordId, f32)>>,
    /// For each lesson: where its slots begin; one more at the end.
    slot_starts: Vec<usize>,
    /// Distinct target words of a lesson: the word, how often it stands there times the lesson's weight.
    slots: Vec<(WordId, f32)>,
    /// For each lesson: how many source words it has.
    source_counts: Vec<f64>,
    /// For each source word: the share of the smoothing that its likes take.
    like_share: Vec<f64>,
    /// For each source word: how many words stood for it in other texts.
    prior_totals: Vec<f64>,
}

impl Lexicon {
    /// The ratios of a source word's target words.
    pub(crate) fn of(&self, word: WordId) -> &[Ratio] {
        let word = word as usize;
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.ratios[start as usize..self.ends[word] as usize]
    }

    /// Learns from lessons, and from what other texts taught.
    pub(crate) fn learn(
        source: &Prepared<'_>,
        target: &Prepared<'_>,
        lessons: &[Lesson],
        cognates: &Cognates,
        prior: &Prior,
    ) -> Self {
        let corpus = Corpus::new(source, target, lessons, &cognates.of, prior);
        let counts = corpus.count();
        corpus.ratios(source, &counts)
    }
}

/// For each pair of words that met twice or look alike, how likely the target word stands for the source word (0 to
/// 1), by the lessons.
pub(crate) fn probabilities(
    source: &Prepared<'_>,
    target: &Prepared<'_>,
    lessons: &[Lesson],
    cognates: &Cognates,
) -> Vec<(WordId, WordId, f64)> {
    let corpus = Corpus::new(source, target, lessons, &cognates.of, &Prior::default());
    let counts = corpus.count();
    let of_word = |(word, pairs): (usize, &Range<usize>)| {
        let all = counts.totals[word] + SMOOTHING;
        pairs.clone().map(move |pair| (word as WordId, pair, all)).collect::<Vec<_>>()
    };
    let pairs = corpus.words.iter().enumerate().flat_map(of_word);
    pairs.map(|(word, pair, all)| (word, corpus.pairs[pair].target, counts.pairs[pair] / all)).collect()
}

/// Distinct words with how often each stands in some segments.
fn counted(version: &impl Text, segments: &Range<usize>) -> Vec<(WordId, f32)> {
    let mut words: Vec<WordId> = segments.clone().flat_map(|at| version.words_of(at).iter().copied()).collect();
    words.sort_unstable();
    words.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as f32)).collect()
}

impl Corpus {
    fn new(source: &impl Text, target: &impl Text, lessons: &[Lesson], likes: &[Likes], prior: &Prior) -> Self {
        let mut this = Self {
            words: Vec::with_capacity(source.size()),
            pairs: Vec::new(),
            given: Vec::new(),
            shares: (0..target.size()).map(|word| target.share(word as WordId)).collect(),
            sightings: Vec::new(),
            sources: Vec::new(),
            slot_starts: vec![0],
            slots: Vec::new(),
            source_counts: Vec::new(),
            like_share: Vec::with_capacity(source.size()),
            prior_totals: (0..source.size()).map(|word| prior.of(word).1).collect(),
        };
        for lesson in lessons.iter().filter(|lesson| lesson.teaches()) {
            let words = counted(source, &lesson.source);
            this.source_counts.push(words.iter().map(|(_, count)| f64::from(*count)).sum());
            this.sources.push(words);
            let weighted = |(word, count): (WordId, f32)| (word, count * lesson.weight as f32);
            this.slots.extend(counted(target, &lesson.target).into_iter().map(weighted));
            this.slot_starts.push(this.slots.len());
        }
        this.find_pairs(target, likes, prior);
        this
    }

    /// Pairs of words that met in two lessons, or in other texts, or look alike.
    fn find_pairs(&mut self, target: &impl Text, likes_of: &[Likes], prior: &Prior) {
        let mut lessons_of: Vec<Vec<(u32, f32)>> = vec![Vec::new(); likes_of.len()];
        for (lesson, words) in self.sources.iter().enumerate() {
            for (word, count) in words {
                lessons_of[*word as usize].push((lesson as u32, *count));
            }
        }
        let mut met = vec![0u32; target.size()];
        let mut likes = vec![0.0; target.size()];
        let mut known = vec![0.0; target.size()];
        let mut list: Vec<WordId> = Vec::new();
        let mut places: Vec<usize> = vec![0; target.size()];
        for (word, lessons) in lessons_of.iter().enumerate() {
            let like = &likes_of[word];
            let all: f64 = like.iter().map(|(_, weight)| weight).sum();
            self.like_share.push(LIKENESS * all.min(1.0));
            for (t, weight) in like {
                likes[*t as usize] = LIKENESS * weight / all.max(1.0);
                met[*t as usize] = 2;
                list.push(*t);
            }
            for (t, count) in prior.of(word).0 {
                known[*t as usize] = *count;
                if met[*t as usize] == 0 {
                    met[*t as usize] = 2;
                    list.push(*t);
                }
            }
            for (lesson, _) in lessons {
                for (t, _) in &self.slots[self.slots_of(*lesson as usize)] {
                    let count = &mut met[*t as usize];
                    if *count == 0 {
                        list.push(*t);
                    }
                    *count += 1;
                }
            }
            list.sort_unstable();
            let first = self.pairs.len();
            let mut next = self.sightings.len();
            for t in &list {
                let count = met[*t as usize];
                if count >= 2 {
                    let is_given = likes[*t as usize] > 0.0 || known[*t as usize] > 0.0;
                    let sightings = if is_given { count - 2 } else { count };
                    places[*t as usize] = next;
                    next += sightings as usize;
                    let given = if is_given {
                        self.given.push(Given { like: likes[*t as usize], prior: known[*t as usize] });
                        self.given.len() as u32 - 1
                    } else {
                        NONE
                    };
                    // More than 4 G sightings do not fit memory.
                    self.pairs.push(Pair { target: *t, end: next as u32, given });
                }
            }
            self.sightings.resize(next, (0, 0.0));
            for (lesson, count) in lessons {
                for slot in self.slots_of(*lesson as usize) {
                    let t = self.slots[slot].0 as usize;
                    if met[t] >= 2 {
                        self.sightings[places[t]] = (slot as u32, *count);
                        places[t] += 1;
                    }
                }
            }
            self.words.push(first..self.pairs.len());
            for t in list.drain(..) {
                met[t as usize] = 0;
                likes[t as usize] = 0.0;
                known[t as usize] = 0.0;
            }
        }
    }
}

/// Expected counts, what other texts taught included.
#[derive(Debug)]
struct Counts {
    /// For each pair, how often its target word stands for its source word.
    pairs: Vec<f64>,
    /// The most that one lesson adds to it.
    most: Vec<f64>,
    /// For each source word, how many target words stand for it.
    totals: Vec<f64>,
}

impl Corpus {
    /// What is known of a pair besides its sightings.
    fn given(&self, pair: usize) -> Given {
        self.given.get(self.pairs[pair].given as usize).copied().unwrap_or_default()
    }

    /// Sightings of a pair: the slot of the target word, and how often the source word stands in that lesson.
    fn sightings(&self, pair: usize) -> &[(u32, f32)] {
        let start = pair.checked_sub(1).map_or(0, |before| self.pairs[before].end);
        &self.sightings[start as usize..self.pairs[pair].end as usize]
    }

    /// The share of a pair's target word in its text.
    fn share_of(&self, pair: usize) -> f64 {
        self.shares[self.pairs[pair].target as usize]
    }

    /// For each slot, the share of its word in its text.
    fn slot_shares(&self) -> Vec<f64> {
        self.slots.iter().map(|(word, _)| self.shares[*word as usize]).collect()
    }

    /// Expectation and maximisation over all lessons.
    fn count(&self) -> Counts {
        let share = self.slot_shares();
        let mut counts = Counts {
            pairs: vec![0.0; self.pairs.len()],
            most: vec![0.0; self.pairs.len()],
            totals: vec![0.0; self.words.len()],
        };
        // At first a pair that was seen twice is likelier than chance.
        let mut base: Vec<f64> = vec![0.3; self.words.len()];
        let mut beyond: Vec<f64> =
            (0..self.pairs.len()).map(|pair| 0.7 * self.share_of(pair) + self.given(pair).like).collect();
        for (word, known) in self.prior_totals.iter().enumerate().filter(|(_, known)| **known > 0.0) {
            let all = known + SMOOTHING;
            base[word] *= SMOOTHING / all;
            for pair in self.words[word].clone() {
                beyond[pair] = (beyond[pair] * SMOOTHING + self.given(pair).prior) / all;
            }
        }
        let mut weights = vec![0.0; self.slots.len()];
        for _ in 0..ITERATIONS {
            self.expect(&share, &base, &beyond, &mut weights);
            self.collect(&share, &base, &beyond, &weights, &mut counts);
            for (word, pairs) in self.words.iter().enumerate() {
                let all = counts.totals[word] + SMOOTHING;
                base[word] = SMOOTHING * (1.0 - self.like_share[word]) / all;
                for pair in pairs.clone() {
                    beyond[pair] = (counts.pairs[pair] + SMOOTHING * self.given(pair).like) / all;
                }
            }
        }
        counts
    }

    /// What one source word's part in each slot's word counts for: the weight of the word, over how likely it is,
    /// given the source words of its lesson.
    fn expect(&self, share: &[f64], base: &[f64], beyond: &[f64], weights: &mut [f64]) {
        for (lesson, words) in self.sources.iter().enumerate() {
            let bases: f64 = words.iter().map(|(word, count)| f64::from(*count) * base[*word as usize]).sum();
            let floor = bases + NOTHING * self.source_counts[lesson];
            for slot in self.slots_of(lesson) {
                weights[slot] = floor * share[slot];
            }
        }
        for (pair, beyond) in beyond.iter().enumerate() {
            for (slot, count) in self.sightings(pair) {
                weights[*slot as usize] += f64::from(*count) * beyond;
            }
        }
        for (weight, (_, count)) in weights.iter_mut().zip(&self.slots) {
            *weight = f64::from(*count) / *weight;
        }
    }

    /// Shares each slot's word out among the source words of its lesson.
    fn collect(&self, share: &[f64], base: &[f64], beyond: &[f64], weights: &[f64], counts: &mut Counts) {
        counts.totals.fill(0.0);
        for (lesson, words) in self.sources.iter().enumerate() {
            let chance: f64 = self.slots_of(lesson).map(|slot| share[slot] * weights[slot]).sum();
            for (word, count) in words {
                counts.totals[*word as usize] += f64::from(*count) * base[*word as usize] * chance;
            }
        }
        for (word, pairs) in self.words.iter().enumerate() {
            for at in pairs.clone() {
                let (mut sum, mut most) = (0.0, 0.0f64);
                for (slot, count) in self.sightings(at) {
                    let weight = f64::from(*count) * weights[*slot as usize];
                    sum += weight;
                    most = most.max(weight);
                }
                let each = base[word] * self.share_of(at) + beyond[at];
                counts.pairs[at] = sum * each;
                counts.most[at] = most * each;
                counts.pairs[at] += self.given(at).prior;
                counts.totals[word] += sum * beyond[at];
            }
            counts.totals[word] += self.prior_totals[word];
        }
    }

    fn slots_of(&self, lesson: usize) -> Range<usize> {
        self.slot_starts[lesson]..self.slot_starts[lesson + 1]
    }

    fn ratios(&self, source: &Prepared<'_>, counts: &Counts) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for (word, pairs) in self.words.iter().enumerate() {
            // A segment is judged by what the others teach: one sighting of each word is left out.
            let frequency = source.vocabulary.words[word].frequency;
            let known = self.prior_totals[word];
            let all = (counts.totals[word] - known) * (1.0 - 1.0 / frequency.max(1.0)) + known + SMOOTHING;
            lexicon.base.push((SMOOTHING * (1.0 - self.like_share[word]) / all) as f32);
            for at in pairs.clone() {
                let (share, like) = (self.share_of(at), self.given(at).like);
                let ratio = |left_out: f64| {
                    let count = (counts.pairs[at] - left_out * counts.most[at]).max(0.0);
                    let ratio = (count + SMOOTHING * like) / all / share;
                    if ratio > LEAST_RATIO { ratio as f32 } else { 0.0 }
                };
                let (beyond, without_one) = (ratio(0.0), ratio(1.0));
                if beyond > 0.0 {
                    lexicon.ratios.push(Ratio { target: self.pairs[at].target, beyond, without_one });
                }
            }
            lexicon.ends.push(lexicon.ratios.len() as u32);
        }
        lexicon
    }
}
