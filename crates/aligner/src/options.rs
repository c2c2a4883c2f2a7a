//! What may be said of an alignment beforehand.

use crate::fixed::FixedBeads;
use crate::parts::EvidenceSet;
use crate::pool::Pooled;
use parallax_core::lexicon::Lexicon;
use std::sync::Arc;

/// How two versions are aligned. The default is what serves best where nothing else is known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// How much time to spend.
    pub effort: Effort,
    /// Kinds of evidence to leave out: to find out what each is worth. How versions are cut into words does not depend
    /// on it.
    pub without: EvidenceSet,
    /// Beads that are taken as they are, with confidence 1; everything else is aligned around them. Those of segments
    /// that the versions do not have are left out.
    pub fixed: FixedBeads,
    /// What other documents teach about these.
    pub pooled: Option<Pooled>,
    /// Word translations that are known. Those between other languages than the versions' do not count.
    pub lexicons: Vec<Arc<Lexicon>>,
}

impl Options {
    /// The same from the target's side.
    pub(crate) fn mirrored(&self) -> Self {
        Self { fixed: self.fixed.mirrored(), pooled: self.pooled.as_ref().map(Pooled::mirrored), ..self.clone() }
    }
}

/// How much time to spend on an alignment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Effort {
    /// Learn from the versions until it helps no more.
    #[default]
    Full,
    /// Learn once.
    Fast,
}

impl Effort {
    /// Rounds of learning at most. The second gains most; more than three change nothing on the development sets.
    pub(crate) fn rounds(self) -> usize {
        match self {
            Self::Full => 3,
            Self::Fast => 1,
        }
    }
}
