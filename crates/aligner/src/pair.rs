//! All that bears on the alignment of two versions, whatever the search.

use crate::cognates::Cognates;
use crate::facts::FactEvidence;
use crate::length::LengthModel;
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
    pub(crate) facts: FactEvidence,
    signs: SignEvidence,
    structure: StructureEvidence,
    pub(crate) borders: Borders,
    /// How many segments of the target have each text.
    texts: HashMap<u64, u32>,
}

/// Share of segments with the same text on both sides that correspond, where the text is found once.
const SAME_TEXT_KEPT: f64 = 0.95;

impl<'p, 'v> Pair<'p, 'v> {
    pub(crate) fn new(source: &'p Prepared<'v>, target: &'p Prepared<'v>) -> Self {
        let cognates = Cognates::new(source, target);
        let mut texts = HashMap::new();
        for hash in &target.text_hashes {
            *texts.entry(*hash).or_insert(0) += 1;
        }
        let structure = StructureEvidence::new(source, target);
        Self {
            borders: structure.borders(source, target),
            structure,
            source,
            target,
            cognates_back: cognates.transposed(target.vocabulary.len()),
            cognates,
            facts: FactEvidence::new(source, target),
            signs: SignEvidence::new(source, target),
            texts,
        }
    }

    /// Log-likelihood ratio of how the sides of a bead look: structure and signs.
    pub(crate) fn form(&self, i: usize, j: usize, shape: Shape) -> f64 {
        let signs = self.signs.score(self.source.signs_of(i, shape.0), self.target.signs_of(j, shape.1));
        signs + self.structure(i, j, shape)
    }

    /// Log-likelihood ratio of what the sides of a bead say, leaving out its words: facts, and sameness.
    pub(crate) fn content(&self, i: usize, j: usize, (x, y): Shape) -> f64 {
        let facts = self.facts.score((self.source, i, x), (self.target, j, y));
        facts + if (x, y) == (1, 1) { self.same_text(i, j) } else { 0.0 }
    }

    /// Log-likelihood ratio of the structure alone.
    pub(crate) fn structure(&self, i: usize, j: usize, (x, y): Shape) -> f64 {
        self.structure.score((self.source, i, x), (self.target, j, y))
    }

    /// Whether two segments have the same text.
    pub(crate) fn is_same_text(&self, i: usize, j: usize) -> bool {
        self.source.text_hashes[i] == self.target.text_hashes[j]
    }

    fn same_text(&self, i: usize, j: usize) -> f64 {
        if !self.is_same_text(i, j) {
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
