//! Evidence from the built-in dictionary: words of one side that have, or lack, a word of the same meaning on the
//! other.
//!
//! The learned lexicon treats a word that it has not seen enough as neutral. Of the words of the dictionary we know
//! what their translations look like, so that it tells against a bead if there is none; how much depends on how often
//! the translator uses the words we have, which the beads so far tell.

use crate::prepared::Prepared;
use crate::search::{REACH, Step};
use crate::vocabulary::{Vocabulary, WordId};
use parallax_core::lexicon::MEANINGS;

const WORDS: usize = MEANINGS / 64;

/// A set of meanings.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct MeaningSet([u64; WORDS]);

/// How often a word of the dictionary is rendered by another one of it, before a pair's own share is learned, and how
/// many words' worth of belief that is.
const RENDERED: (f64, f64) = (0.45, 20.0);

impl MeaningSet {
    /// The set of these meanings.
    pub(crate) fn of(meanings: impl IntoIterator<Item = u16>) -> Self {
        let mut set = Self::default();
        for meaning in meanings.into_iter().map(usize::from).filter(|meaning| *meaning < MEANINGS) {
            set.0[meaning / 64] |= 1 << (meaning % 64);
        }
        set
    }

    fn has(&self, meaning: usize) -> bool {
        self.0[meaning / 64] >> (meaning % 64) & 1 == 1
    }

    fn with(&self, other: &Self, join: impl Fn(u64, u64) -> u64) -> Self {
        Self(std::array::from_fn(|at| join(self.0[at], other.0[at])))
    }

    fn iter(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(at, mut word)| {
            std::iter::from_fn(move || {
                let bit = word.trailing_zeros() as usize;
                (word != 0).then(|| {
                    word &= word - 1;
                    at * 64 + bit
                })
            })
        })
    }
}

/// What the words of a segment mean.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Meanings {
    /// All meanings that they may have.
    all: MeaningSet,
    /// Meanings of words that have no other.
    sure: MeaningSet,
}

impl Meanings {
    /// What `words` mean.
    pub(crate) fn of(vocabulary: &Vocabulary, words: &[WordId]) -> Self {
        let meanings = || words.iter().map(|word| vocabulary.word(*word).meanings.as_slice());
        Self {
            all: MeaningSet::of(meanings().flatten().copied()),
            sure: MeaningSet::of(meanings().filter(|meanings| meanings.len() == 1).flatten().copied()),
        }
    }

    fn joined(segments: &[Self]) -> Self {
        let mut joined = Self::default();
        for segment in segments {
            joined.all = joined.all.with(&segment.all, |a, b| a | b);
            joined.sure = joined.sure.with(&segment.sure, |a, b| a | b);
        }
        joined
    }
}

/// How telling it is that meanings of one side are rendered on the other.
#[derive(Debug)]
struct Weights {
    /// For each meaning, that it is, by how many segments there are on the other side.
    stated: Vec<[f32; REACH]>,
    /// That one is not.
    missing: f32,
}

/// How telling each meaning is in a pair of versions.
#[derive(Debug)]
pub(crate) struct MeaningEvidence {
    /// Meanings that both languages have words for: others tell nothing.
    known: MeaningSet,
    /// For what the source says, and for what the target says; none where the languages have no dictionaries.
    weights: Option<(Weights, Weights)>,
}

impl MeaningEvidence {
    /// From the beads so far.
    pub(crate) fn new(source: &Prepared<'_>, target: &Prepared<'_>, path: &[Step]) -> Self {
        let known = source.vocabulary.covered.with(&target.vocabulary.covered, |a, b| a & b);
        if known.iter().next().is_none() {
            return Self { known, weights: None };
        }
        let (source_shares, target_shares) = (shares(source), shares(target));
        let (mut forward, mut backward) = (Rendered::new(), Rendered::new());
        for step in path.iter().filter(|step| step.is_paired()) {
            let from = Meanings::joined(&source.meanings[step.source()]);
            let to = Meanings::joined(&target.meanings[step.target()]);
            forward.count(&from, &to, step.probability, &known, &target_shares);
            backward.count(&to, &from, step.probability, &known, &source_shares);
        }
        let weights = (Weights::new(&target_shares, forward.share()), Weights::new(&source_shares, backward.share()));
        Self { known, weights: Some(weights) }
    }

    /// Log-likelihood ratio of what the words on both sides of a bead mean.
    pub(crate) fn score(&self, source: &[Meanings], target: &[Meanings]) -> f64 {
        let Some((forward, backward)) = &self.weights else {
            return 0.0;
        };
        let (x, y) = (source.len().min(REACH) - 1, target.len().min(REACH) - 1);
        let mut stated = 0.0f32;
        let (mut source_only, mut target_only) = (0, 0);
        // Most of what a bead could mean it does not: a word of the sets at a time, and those that are empty not at all.
        for (at, known) in self.known.0.iter().enumerate().filter(|(_, known)| **known != 0) {
            let all = |side: &[Meanings]| side.iter().fold(0, |all, one| all | one.all.0[at]) & known;
            let sure = |side: &[Meanings]| side.iter().fold(0, |sure, one| sure | one.sure.0[at]) & known;
            let (from, to) = (all(source), all(target));
            let mut both = from & to;
            while both != 0 {
                let meaning = at * 64 + both.trailing_zeros() as usize;
                stated += forward.stated[meaning][y] + backward.stated[meaning][x];
                both &= both - 1;
            }
            // What is sure is among all.
            source_only += if from & !to == 0 { 0 } else { (sure(source) & !to).count_ones() };
            target_only += if to & !from == 0 { 0 } else { (sure(target) & !from).count_ones() };
        }
        let missing = forward.missing * source_only as f32 + backward.missing * target_only as f32;
        // Each meaning that both have is seen from both sides, so each side counts half.
        0.5 * f64::from(stated + missing)
    }
}

/// How often words of the dictionary are rendered by others of it, beyond chance.
struct Rendered {
    hits: f64,
    all: f64,
}

impl Rendered {
    fn new() -> Self {
        Self { hits: RENDERED.0 * RENDERED.1, all: RENDERED.1 }
    }

    fn count(&mut self, these: &Meanings, others: &Meanings, weight: f64, known: &MeaningSet, shares: &[f64]) {
        for meaning in these.sure.with(known, |a, b| a & b).iter() {
            let hit = f64::from(u8::from(others.all.has(meaning)));
            self.hits += weight * (hit - shares[meaning]);
            self.all += weight * (1.0 - shares[meaning]);
        }
    }

    fn share(&self) -> f64 {
        (self.hits / self.all).clamp(0.05, 0.95)
    }
}

/// For each meaning, the share of segments that have a word for it; half a segment more has one than is seen.
fn shares(version: &Prepared<'_>) -> Vec<f64> {
    let one = 1.0 / version.len() as f64;
    let mut shares = vec![0.5 * one; MEANINGS];
    for meaning in version.meanings.iter().flat_map(|segment| segment.all.iter()) {
        shares[meaning] += one;
    }
    for share in &mut shares {
        *share = share.min(0.9);
    }
    shares
}

impl Weights {
    fn new(shares: &[f64], rendered: f64) -> Self {
        let stated = |share: &f64| {
            std::array::from_fn(|more| {
                let chance = 1.0 - (1.0 - share).powi(more as i32 + 1);
                ((rendered + (1.0 - rendered) * chance) / chance).ln() as f32
            })
        };
        Self { stated: shares.iter().map(stated).collect(), missing: (1.0 - rendered).ln() as f32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::paragraphs;

    fn evidence(source: (&str, &str), target: (&str, &str)) -> impl Fn(usize, usize) -> f64 {
        let (source, target) = (paragraphs(source.0, source.1), paragraphs(target.0, target.1));
        let (source, target) = (Prepared::new(&source), Prepared::new(&target));
        let evidence = MeaningEvidence::new(&source, &target, &[]);
        let (from, to) = (source.meanings, target.meanings);
        move |i, j| evidence.score(&from[i..=i], &to[j..=j])
    }

    #[test]
    fn words_that_mean_the_same_are_evidence_in_every_script() {
        let english = ("en", "The school is closed. The doctor answered. My friend lives abroad.");
        for target in [
            ("fr", "L’école est fermée. Le médecin a répondu. Mon ami vit à l’étranger."),
            ("ja", "学校は閉まっています。医師は答えました。友人は外国に住んでいます。"),
            ("ar", "المدرسة مغلقة. رد الطبيب. صديقي يعيش في الخارج."),
        ] {
            let score = evidence(english, target);
            assert!(score(0, 0) > 0.3 && score(1, 1) > 0.3, "{target:?} {} {}", score(0, 0), score(1, 1));
            assert!(score(0, 1) < -0.2 && score(1, 2) < -0.2, "{target:?} {} {}", score(0, 1), score(1, 2));
        }
    }

    #[test]
    fn without_a_dictionary_there_is_no_evidence() {
        let score = evidence(("en", "The school is closed."), ("fi", "Koulu on suljettu."));
        assert_eq!(score(0, 0), 0.0);
    }

    #[test]
    fn sets_hold_what_was_put_in() {
        let set = MeaningSet::of([0, 63, 64, 199, u16::MAX]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 199]);
        assert!(set.has(64) && !set.has(65));
    }
}
