//! All that bears on the alignment of two versions, whatever the search.

use crate::cognates::Cognates;
use crate::facts::FactEvidence;
use crate::fixed::Holds;
use crate::length::LengthModel;
use crate::lexicon::Prior;
use crate::options::Options;
use crate::parts::{EvidenceKind, EvidenceSet};
use crate::prepared::Prepared;
use crate::punctuation::SignEvidence;
use crate::search::{Borders, Shape};
use crate::structure::StructureEvidence;
use std::collections::HashMap;

/// Two versions with the evidence that does not change in the course of their alignment.
#[derive(Debug)]
pub(crate) struct Pair<'p, 'v> {
    pub(crate) source: &'p Prepared<'v>,
    pub(crate) target: &'p Prepared<'v>,
    pub(crate) cognates: Cognates,
    pub(crate) cognates_back: Cognates,
    /// What other documents teach, from the source to the target and back.
    pub(crate) prior: Prior,
    pub(crate) prior_back: Prior,
    pub(crate) facts: FactEvidence,
    signs: SignEvidence,
    structure: StructureEvidence,
    pub(crate) borders: Borders,
    /// How many segments of the target have each text.
    texts: HashMap<u64, u32>,
    /// Kinds of evidence to leave out.
    pub(crate) without: EvidenceSet,
    /// What the beads that are given hold.
    pub(crate) holds: Holds,
}

/// Share of segments with the same text on both sides that correspond, where the text is found once.
const SAME_TEXT_KEPT: f64 = 0.95;

impl<'p, 'v> Pair<'p, 'v> {
    pub(crate) fn new(source: &'p Prepared<'v>, target: &'p Prepared<'v>, options: &Options, holds: Holds) -> Self {
        let without = options.without;
        let cognates = Cognates::new(source, target, options);
        let mut texts = HashMap::new();
        for hash in &target.text_hashes {
            *texts.entry(*hash).or_insert(0) += 1;
        }
        let structure = if without.has(EvidenceKind::Structure) {
            StructureEvidence::none()
        } else {
            StructureEvidence::new(source, target)
        };
        let (prior, prior_back) =
            options.pooled.as_ref().map(|pooled| pooled.priors(source, target)).unwrap_or_default();
        Self {
            prior,
            prior_back,
            borders: structure.borders(source, target),
            structure,
            source,
            target,
            cognates_back: cognates.transposed(target.vocabulary.len()),
            cognates,
            facts: if without.has(EvidenceKind::Facts) {
                FactEvidence::none(source, target)
            } else {
                FactEvidence::new(source, target)
            },
            signs: SignEvidence::new(source, target),
            texts,
            without,
            holds,
        }
    }

    /// Log-likelihood ratio of the signs of a bead.
    pub(crate) fn signs(&self, i: usize, j: usize, (x, y): Shape) -> f64 {
        if self.without.has(EvidenceKind::Punctuation) {
            return 0.0;
        }
        self.signs.score(self.source.signs_of(i, x), self.target.signs_of(j, y))
    }

    /// Log-likelihood ratio of the facts of a bead.
    pub(crate) fn facts(&self, i: usize, j: usize, (x, y): Shape) -> f64 {
        self.facts.score((self.source, i, x), (self.target, j, y))
    }

    /// Log-likelihood ratio of the structure of a bead.
    pub(crate) fn structure(&self, i: usize, j: usize, (x, y): Shape) -> f64 {
        self.structure.score((self.source, i, x), (self.target, j, y))
    }

    /// Whether two segments have the same text.
    pub(crate) fn is_same_text(&self, i: usize, j: usize) -> bool {
        self.source.text_hashes[i] == self.target.text_hashes[j]
    }

    /// Log-likelihood ratio of a bead's sides having the same text.
    pub(crate) fn same_text(&self, i: usize, j: usize, shape: Shape) -> f64 {
        if shape != (1, 1) || !self.is_same_text(i, j) || self.without.has(EvidenceKind::SameText) {
            return 0.0;
        }
        let count = self.texts.get(&self.source.text_hashes[i]).copied().unwrap_or_default();
        let share = f64::from(count) / self.target.len() as f64;
        (SAME_TEXT_KEPT / share).ln().max(0.0)
    }

    /// The length model before anything is known.
    pub(crate) fn lengths(&self) -> LengthModel {
        LengthModel::new(&self.source.lengths, &self.target.lengths)
    }
}
