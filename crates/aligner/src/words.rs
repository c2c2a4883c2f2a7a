//! Evidence from words: how likely the words of one side are, given those of the other.

use crate::cognates::Cognates;
use crate::lexicon::{Lesson, Lexicon, Prior, Ratio};
use crate::logarithm::ln;
use crate::prepared::Prepared;
use crate::search::{Corridor, REACH};
use std::ops::Range;

/// No word tells more for a bead than this, in nats.
const CAP: f32 = 5.0;

/// Words with likelihood ratios of less than this are not known to translate each other.
const LEAST_KNOWN: f32 = 4.0;

/// Share of words that come from nowhere, as it is believed at first, and how many words' worth of belief that is.
const FROM_NOWHERE: (f64, f64) = (0.2, 20.0);

/// For every few neighbouring source segments and every target segment in reach, the log-likelihood ratio of the
/// target segment's words: by the lexicon from the source segments' words, against chance.
#[derive(Debug)]
pub(crate) struct WordScores {
    /// For each source segment, the first target segment in reach and where its scores begin.
    rows: Vec<(usize, usize)>,
    /// For each source segment and target segment, scores of 1 to [`REACH`] source segments from it on.
    scores: Vec<[f32; REACH]>,
}

/// One side of what is scored.
#[derive(Clone)]
pub(crate) struct Side<'a, 'v> {
    pub(crate) version: &'a Prepared<'v>,
    /// The bead that each of the version's segments stood in when the lexicon was learned.
    pub(crate) beads: &'a [u32],
    /// The segments that are scored. Corridors and indices count from the first of them.
    pub(crate) segments: Range<usize>,
}

impl Side<'_, '_> {
    fn words(&self, at: usize) -> &[u32] {
        self.version.words_of(self.segments.start + at)
    }

    fn bead(&self, at: usize) -> u32 {
        self.beads[self.segments.start + at]
    }
}

/// What is known of how the source's words translate.
#[derive(Debug)]
pub(crate) struct Translation {
    lexicon: Lexicon,
    /// Share of target words that come from nowhere (0 to 1): no word tells more against a bead than the logarithm
    /// of this.
    from_nowhere: f32,
}

/// Likelihood ratios of the words of neighbouring target segments, summed over the words of one source segment.
struct Row {
    /// Where the first word of the row stands among the words of the target version.
    first: usize,
    sums: Vec<f32>,
}

impl WordScores {
    /// Scores all that beads in the corridor need.
    pub(crate) fn new(
        source: &Side<'_, '_>,
        target: &Side<'_, '_>,
        translation: &Translation,
        corridor: &Corridor,
    ) -> Self {
        let n = source.segments.len();
        let mut this = Self { rows: Vec::with_capacity(n), scores: Vec::new() };
        let mut pen = Pen::new(target.version.vocabulary.len());
        let mut rows: Vec<Row> = Vec::new();
        for i in 0..n {
            rows.drain(..rows.len().min(1));
            while rows.len() < REACH && i + rows.len() < n {
                let at = i + rows.len();
                let reach = corridor.low((at + 1).saturating_sub(REACH))..corridor.high((at + REACH).min(n));
                rows.push(pen.row(source, at, target, reach, &translation.lexicon));
            }
            let window = corridor.low(i)..corridor.high((i + REACH).min(n));
            this.rows.push((window.start, this.scores.len()));
            let counts: Vec<f32> = (i..i + rows.len())
                .scan(0.0, |words, at| {
                    *words += source.words(at).len() as f32;
                    Some(*words)
                })
                .collect();
            this.scores.extend(window.map(|j| score(&rows, &counts, target, j, translation.from_nowhere)));
        }
        this
    }

    /// Log-likelihood ratio of the words of `y` target segments from `j` on, given `x` source segments from `i` on.
    pub(crate) fn sum(&self, i: usize, x: usize, j: usize, y: usize) -> f64 {
        let (first, start) = self.rows[i];
        let at = start + j - first;
        f64::from(self.scores[at..at + y].iter().map(|scores| scores[x - 1]).sum::<f32>())
    }
}

/// Log-likelihood ratio of the words of the target's segments, given those of the source's, which are one bead of any
/// size.
pub(crate) fn of_bead(source: &Side<'_, '_>, target: &Side<'_, '_>, translation: &Translation) -> f64 {
    let mut pen = Pen::new(target.version.vocabulary.len());
    let mut means: Vec<f32> = Vec::new();
    let mut count = 0;
    for i in 0..source.segments.len() {
        let row = pen.row(source, i, target, 0..target.segments.len(), &translation.lexicon);
        means.resize(row.sums.len(), 0.0);
        means.iter_mut().zip(row.sums).for_each(|(mean, sum)| *mean += sum);
        count += source.words(i).len();
    }
    let (nowhere, cap) = (f64::from(translation.from_nowhere), f64::from(CAP.exp()));
    let ratio = |sum: &f32| if count > 0 { f64::from(*sum) / count as f64 } else { 1.0 };
    means.iter().map(|sum| (nowhere + (1.0 - nowhere) * ratio(sum)).min(cap).ln()).sum()
}

/// The score of one target segment by the source segments of `rows`, taken one, two, … at a time.
fn score(rows: &[Row], counts: &[f32], target: &Side<'_, '_>, j: usize, nowhere: f32) -> [f32; REACH] {
    let j = target.segments.start + j;
    let words = target.version.words.start(j)..target.version.words.start(j + 1);
    let mut scores = [0.0; REACH];
    let mut products = [1.0f64; REACH];
    let cap = CAP.exp();
    for (read, word) in words.enumerate() {
        let mut sum = 0.0;
        for (k, row) in rows.iter().enumerate() {
            sum += row.sums[word - row.first];
            let mean = if counts[k] > 0.0 { sum / counts[k] } else { 1.0 };
            products[k] *= f64::from((nowhere + (1.0 - nowhere) * mean).min(cap));
        }
        // One logarithm for many words; 32 of them cannot leave the range of a double.
        if read % 32 == 31 {
            for (score, product) in scores.iter_mut().zip(&mut products) {
                *score += ln(*product) as f32;
                *product = 1.0;
            }
        }
    }
    for (score, product) in scores.iter_mut().zip(products) {
        *score += ln(product) as f32;
    }
    scores
}

impl Translation {
    /// How much likelier a target word is beside a source word than anywhere, in nats, within what any word may tell.
    /// Where the two stand in a bead that was learned from, that bead is left out.
    pub(crate) fn weight(&self, source: u32, target: u32, taught: bool) -> f64 {
        let list = self.lexicon.of(source);
        let of = |ratio: &Ratio| if taught { ratio.without_one } else { ratio.beyond };
        let found = list.binary_search_by_key(&target, |ratio| ratio.target).map_or(0.0, |at| of(&list[at]));
        f64::from((self.lexicon.base[source as usize] + found).clamp(self.from_nowhere, CAP.exp()).ln())
    }

    /// Learns from lessons.
    ///
    /// The share of words from nowhere is the one that best explains the words of the lessons, each by what the
    /// others teach. So the words of right beads do not tell against them on the whole, however little is known. About
    /// `asked` of the lessons are asked for it, at equal distances.
    pub(crate) fn learn(
        source: &Prepared<'_>,
        target: &Prepared<'_>,
        lessons: &[Lesson],
        cognates: &Cognates,
        prior: &Prior,
        asked: usize,
    ) -> Self {
        let lexicon = Lexicon::learn(source, target, lessons, cognates, prior);
        let mut pen = Pen::new(target.vocabulary.len());
        let mut ratios: Vec<(f64, f64)> = Vec::new();
        for lesson in lessons.iter().step_by(lessons.len().div_ceil(asked).max(1)) {
            let words: Vec<u32> = lesson.source.clone().flat_map(|i| source.words_of(i).iter().copied()).collect();
            if words.is_empty() || lesson.target.is_empty() {
                continue;
            }
            let base = pen.write(&words, &lexicon, true);
            for word in lesson.target.clone().flat_map(|j| target.words_of(j)) {
                let mean = (base + pen.without_one[*word as usize]) / words.len() as f32;
                ratios.push((f64::from(mean.min(CAP.exp())), lesson.weight));
            }
            pen.erase(&words, &lexicon);
        }
        Self { lexicon, from_nowhere: share_from_nowhere(&ratios) as f32 }
    }

    /// Target words that a source word is known to translate to, with what meeting both tells, in nats.
    pub(crate) fn weights(&self, source: usize) -> impl Iterator<Item = (u32, f32)> {
        let known = self.lexicon.of(source as u32).iter().filter(|ratio| ratio.beyond > LEAST_KNOWN);
        known.map(|ratio| (ratio.target, ratio.beyond.min(CAP.exp()).ln()))
    }
}

/// The share of words from nowhere by expectation and maximisation, from words' ratios and weights.
fn share_from_nowhere(ratios: &[(f64, f64)]) -> f64 {
    let (prior, belief) = FROM_NOWHERE;
    let mut share = prior;
    for _ in 0..12 {
        let (mut nowhere, mut all) = (belief * prior, belief);
        for (ratio, weight) in ratios {
            nowhere += weight * share / (share + (1.0 - share) * ratio);
            all += weight;
        }
        share = nowhere / all;
    }
    share
}

/// Room to write the ratios of one source segment down by target word.
struct Pen {
    beyond: Vec<f32>,
    without_one: Vec<f32>,
}

impl Pen {
    fn new(words: usize) -> Self {
        Self { beyond: vec![0.0; words], without_one: vec![0.0; words] }
    }

    /// Ratios of the words of the target segments in `reach`, summed over the words of source segment `i`.
    fn row(
        &mut self,
        source: &Side<'_, '_>,
        i: usize,
        target: &Side<'_, '_>,
        reach: Range<usize>,
        lexicon: &Lexicon,
    ) -> Row {
        let words = source.words(i);
        let own = source.bead(i);
        let taught = reach.clone().any(|j| target.bead(j) == own);
        let base = self.write(words, lexicon, taught);
        let start = |j: usize| target.version.words.start(target.segments.start + j);
        let first = start(reach.start);
        let mut sums = Vec::with_capacity(start(reach.end) - first);
        for j in reach {
            // A bead is judged by what the other beads teach.
            let beyond = if target.bead(j) == own { &self.without_one } else { &self.beyond };
            sums.extend(target.words(j).iter().map(|word| base + beyond[*word as usize]));
        }
        self.erase(words, lexicon);
        Row { first, sums }
    }

    /// Adds the ratios of source words up by target word; gives what every target word has. Those without the bead that
    /// taught most are written only if they are `taught`.
    fn write(&mut self, words: &[u32], lexicon: &Lexicon, taught: bool) -> f32 {
        for ratio in words.iter().flat_map(|word| lexicon.of(*word)) {
            self.beyond[ratio.target as usize] += ratio.beyond;
            if taught {
                self.without_one[ratio.target as usize] += ratio.without_one;
            }
        }
        words.iter().map(|word| lexicon.base[*word as usize]).sum()
    }

    fn erase(&mut self, words: &[u32], lexicon: &Lexicon) {
        for ratio in words.iter().flat_map(|word| lexicon.of(*word)) {
            self.beyond[ratio.target as usize] = 0.0;
            self.without_one[ratio.target as usize] = 0.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_from_nowhere_where_nothing_explains_them() {
        let well = vec![(8.0, 1.0); 200];
        let badly = vec![(0.5, 1.0); 200];
        let (small, large) = (share_from_nowhere(&well), share_from_nowhere(&badly));
        assert!(small < 0.05 && large > 0.8, "{small} {large}");
        assert_eq!(share_from_nowhere(&[]), FROM_NOWHERE.0);
    }
}
