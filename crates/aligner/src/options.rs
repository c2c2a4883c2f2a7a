//! What may be said of an alignment beforehand.

/// How two versions are aligned. The default is what serves best where nothing else is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// How much time to spend.
    pub effort: Effort,
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
