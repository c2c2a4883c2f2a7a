//! Which parts of two versions of a document correspond.

mod coarse;
mod cognates;
mod engine;
mod evidence;
mod facts;
mod fine;
mod knowledge;
mod length;
mod lexicon;
mod pair;
mod prepared;
mod priors;
mod punctuation;
mod search;
mod structure;
mod vocabulary;
mod words;

pub use prepared::Prepared;

use parallax_core::{Alignment, Bead, Confidence, Version};

/// Aligns two versions.
#[must_use]
pub fn align(source: &Version, target: &Version) -> Alignment {
    Prepared::new(source).align(&Prepared::new(target))
}

impl Prepared<'_> {
    /// Aligns this version, as the source, with a target.
    #[must_use]
    pub fn align(&self, target: &Prepared<'_>) -> Alignment {
        let pair = pair::Pair::new(self, target);
        let found = engine::search(&pair);
        let segments = found
            .path
            .iter()
            .map(|step| Bead {
                source: step.i..step.i + step.shape.0,
                target: step.j..step.j + step.shape.1,
                confidence: Confidence::new(step.probability),
                moved: false,
            })
            .collect();
        Alignment { blocks: Vec::new(), segments }
    }
}
