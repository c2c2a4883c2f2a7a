//! The close look: words as the learned lexicon translates them, and all other evidence, in a narrow corridor.

use crate::join::join;
use crate::knowledge::Knowledge;
use crate::pair::Pair;
use crate::parts::{BeadEvidence, EvidenceKind};
use crate::search::{Borders, Corridor, Priors, Scorer, Shape};
use crate::words::{self, Side, WordScores};
use std::ops::Range;

/// Weights of length and words against each other and the priors. Measured on the development sets: evidence within
/// a segment is not independent, so less than 1.
const LENGTH_WEIGHT: f64 = 0.9;
const WORD_WEIGHT: f64 = 0.7;
/// Weight of the dictionary: less, since the learned lexicon begins with its words too. Measured on sentences that
/// were left out of, and put into, faithful translations of our corpora: more finds more of them, and takes more
/// sentences that were merely split for additions.
const MEANING_WEIGHT: f64 = 0.4;

/// Beads whose prior and lengths score less than this, in nats, are not looked at further. Words could make up for
/// it, but the lengths of such sides differ many times over.
const HOPELESS: f64 = -12.0;

/// Scores beads for the close look.
pub(crate) struct Fine<'a, 'p, 'v> {
    pair: &'a Pair<'p, 'v>,
    knowledge: &'a Knowledge,
    /// The segments that are looked at. Places are counted from the first of them.
    segments: (Range<usize>, Range<usize>),
    borders: Borders,
    scores: Option<(WordScores, WordScores)>,
}

impl<'a, 'p, 'v> Fine<'a, 'p, 'v> {
    /// Looks at the whole documents.
    pub(crate) fn new(pair: &'a Pair<'p, 'v>, knowledge: &'a Knowledge) -> Self {
        Self::of_part(pair, knowledge, 0..pair.source.len(), 0..pair.target.len())
    }

    /// Looks at some segments only.
    pub(crate) fn of_part(
        pair: &'a Pair<'p, 'v>,
        knowledge: &'a Knowledge,
        source: Range<usize>,
        target: Range<usize>,
    ) -> Self {
        let borders = pair.borders.part(&source, &target);
        Self { pair, knowledge, segments: (source, target), borders, scores: None }
    }

    /// All evidence for a bead.
    pub(crate) fn evidence(&self, i: usize, j: usize, shape: Shape) -> BeadEvidence {
        self.parts(self.lengths(i, j, shape), self.learned(i, j, shape), i, j, shape)
    }

    /// All evidence for a bead, from what its lengths and its words say by the learned lexicon.
    fn parts(&self, length: f64, learned: f64, i: usize, j: usize, shape: Shape) -> BeadEvidence {
        let (a, b) = (self.segments.0.start + i, self.segments.1.start + j);
        let (words, dictionary) = self.weighed(learned, a, b, shape);
        BeadEvidence {
            length,
            words,
            dictionary,
            facts: self.pair.facts(a, b, shape),
            same_text: self.pair.same_text(a, b, shape),
            punctuation: self.pair.signs(a, b, shape),
            structure: self.pair.structure(a, b, shape),
            joints: self.joints(a, b, shape),
        }
    }

    /// Whether nothing of a bead of the whole documents is given.
    pub(crate) fn is_free(&self, i: usize, j: usize, shape: Shape) -> bool {
        !self.pair.holds.holds(i, j, shape)
    }

    fn joints(&self, a: usize, b: usize, (x, y): Shape) -> f64 {
        if self.pair.without.has(EvidenceKind::Joints) {
            return 0.0;
        }
        let (source, target) = &self.knowledge.joints;
        source.score(a..a + x) + target.score(b..b + y)
    }

    /// As [`evidence`](Self::evidence), for a bead of any size of the whole documents.
    pub(crate) fn evidence_of_any(&self, i: usize, j: usize, shape: Shape) -> BeadEvidence {
        let (x, y) = shape;
        let Knowledge { translations, beads, .. } = self.knowledge;
        let source = Side { version: self.pair.source, beads: &beads.0, segments: i..i + x };
        let target = Side { version: self.pair.target, beads: &beads.1, segments: j..j + y };
        let learned =
            || words::of_bead(&source, &target, &translations.0) + words::of_bead(&target, &source, &translations.1);
        let learned = if self.pair.without.has(EvidenceKind::Words) { 0.0 } else { 0.5 * learned() };
        self.parts(self.lengths(i, j, shape), learned, i, j, shape)
    }

    fn lengths(&self, i: usize, j: usize, (x, y): Shape) -> f64 {
        if self.pair.without.has(EvidenceKind::Length) {
            return 0.0;
        }
        LENGTH_WEIGHT * self.knowledge.lengths.score(self.segments.0.start + i, x, self.segments.1.start + j, y)
    }

    /// What the words of a bead say by the learned lexicon, before it is weighted.
    fn learned(&self, i: usize, j: usize, (x, y): Shape) -> f64 {
        let both = |(forward, backward): &(WordScores, WordScores)| forward.sum(i, x, j, y) + backward.sum(j, y, i, x);
        // Each direction sees the same words, so each counts half.
        0.5 * self.scores.as_ref().map_or(0.0, both)
    }

    /// What the words of a bead say by the learned lexicon, and by the dictionary.
    fn weighed(&self, learned: f64, a: usize, b: usize, (x, y): Shape) -> (f64, f64) {
        let (source, target) = (self.pair.source, self.pair.target);
        let meanings = if self.pair.without.has(EvidenceKind::Dictionary) {
            0.0
        } else {
            self.knowledge.meanings.score(&source.meanings[a..a + x], &target.meanings[b..b + y])
        };
        let (words, dictionary) = (WORD_WEIGHT * learned, MEANING_WEIGHT * meanings);
        // The words of the same text are no evidence against it, however common they are.
        let against = words + dictionary < 0.0 && (x, y) == (1, 1) && self.pair.is_same_text(a, b);
        if against { (0.0, 0.0) } else { (words, dictionary) }
    }
}

impl Scorer for Fine<'_, '_, '_> {
    fn priors(&self) -> &Priors {
        &self.knowledge.priors
    }

    fn borders(&self) -> &Borders {
        &self.borders
    }

    fn load(&mut self, _rows: Range<usize>, corridor: &Corridor) {
        if self.pair.without.has(EvidenceKind::Words) {
            return;
        }
        let Knowledge { translations, beads, .. } = self.knowledge;
        let source = Side { version: self.pair.source, beads: &beads.0, segments: self.segments.0.clone() };
        let target = Side { version: self.pair.target, beads: &beads.1, segments: self.segments.1.clone() };
        self.scores = Some(join(
            || WordScores::new(&source, &target, &translations.0, corridor),
            || WordScores::new(&target, &source, &translations.1, &corridor.transposed()),
        ));
    }

    fn bead(&self, i: usize, j: usize, index: usize) -> f64 {
        let (shape, prior) = self.knowledge.priors.shapes[index];
        let (a, b) = (self.segments.0.start + i, self.segments.1.start + j);
        if let Some(score) = self.pair.holds.score(a, b, shape) {
            return score;
        }
        let length = self.lengths(i, j, shape);
        if prior + length < HOPELESS {
            return f64::NEG_INFINITY;
        }
        prior + self.parts(length, self.learned(i, j, shape), i, j, shape).total()
    }
}
