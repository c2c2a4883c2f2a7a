//! What speaks for a bead: the evidence that an alignment was made by.

use std::fmt;
use std::ops::Range;

/// A kind of evidence, to be told apart, and to be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EvidenceKind {
    /// How long the sides are.
    Length,
    /// Words that translate each other, as learned from the documents themselves.
    Words,
    /// Words that the built-in dictionary knows.
    Dictionary,
    /// Words that stand for the same concepts. They have no score of their own: the first look and the learned words
    /// begin with them.
    Concepts,
    /// Words that look alike. They have no score of their own: the first look and the learned words begin with them.
    Cognates,
    /// Numbers, dates, times, links and identifiers.
    Facts,
    /// Segments with the very same text.
    SameText,
    /// Signs: question marks, colons, brackets, quotation marks.
    Punctuation,
    /// Kinds of blocks, and where blocks begin and end.
    Structure,
    /// What stands between neighbouring segments of one side.
    Joints,
}

impl EvidenceKind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Length,
        Self::Words,
        Self::Dictionary,
        Self::Concepts,
        Self::Cognates,
        Self::Facts,
        Self::SameText,
        Self::Punctuation,
        Self::Structure,
        Self::Joints,
    ];

    /// Its name in small letters: `same text`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Words => "words",
            Self::Dictionary => "dictionary",
            Self::Concepts => "concepts",
            Self::Cognates => "cognates",
            Self::Facts => "facts",
            Self::SameText => "same text",
            Self::Punctuation => "punctuation",
            Self::Structure => "structure",
            Self::Joints => "joints",
        }
    }
}

impl fmt::Display for EvidenceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What speaks for a bead and against it: log-likelihood ratios in nats, that its sides correspond against that they
/// met by chance, each as weighted in the search, which adds them up to [`total`](Self::total).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct BeadEvidence {
    /// By [`EvidenceKind::Length`].
    pub length: f64,
    /// By [`EvidenceKind::Words`]. Words that look alike or stand for the same concepts count here.
    pub words: f64,
    /// By [`EvidenceKind::Dictionary`].
    pub dictionary: f64,
    /// By [`EvidenceKind::Facts`].
    pub facts: f64,
    /// By [`EvidenceKind::SameText`].
    pub same_text: f64,
    /// By [`EvidenceKind::Punctuation`].
    pub punctuation: f64,
    /// By [`EvidenceKind::Structure`].
    pub structure: f64,
    /// By [`EvidenceKind::Joints`].
    pub joints: f64,
}

impl BeadEvidence {
    /// All of it.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.length
            + (self.words + self.dictionary)
            + (self.punctuation + self.structure)
            + (self.facts + self.same_text)
            + self.joints
    }

    /// What the sides say: words, facts and sameness, leaving out how they look.
    #[must_use]
    pub fn content(&self) -> f64 {
        (self.words + self.dictionary) + (self.facts + self.same_text)
    }

    /// Its parts.
    #[must_use]
    pub fn parts(&self) -> [(EvidenceKind, f64); 8] {
        [
            (EvidenceKind::Length, self.length),
            (EvidenceKind::Words, self.words),
            (EvidenceKind::Dictionary, self.dictionary),
            (EvidenceKind::Facts, self.facts),
            (EvidenceKind::SameText, self.same_text),
            (EvidenceKind::Punctuation, self.punctuation),
            (EvidenceKind::Structure, self.structure),
            (EvidenceKind::Joints, self.joints),
        ]
    }
}

/// How a bead came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Basis {
    /// As a part of the best sequence of beads.
    #[default]
    Found,
    /// What that left out on both sides was held against each other.
    Moved,
    /// It was given.
    Given,
    /// There was nothing to find out: both versions are the same, or one has no text.
    Trivial,
}

/// Why a bead is one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reason {
    /// How it came about.
    pub basis: Basis,
    /// The logarithm of how common beads of its size are, or gaps, in this alignment; none where that does not matter.
    pub prior: Option<f64>,
    /// What speaks for it, where it has two sides.
    pub evidence: Option<BeadEvidence>,
    /// The words that speak most for it, the strongest first.
    pub words: Vec<WordPair>,
    /// What its sides state.
    pub facts: Vec<FactPair>,
    /// For what is left out: the best way to take it into a bead nearby.
    pub alternative: Option<Alternative>,
}

/// How two words are known to correspond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordSource {
    /// From the documents: they keep meeting in beads.
    Learned,
    /// They look alike.
    Alike,
    /// From the built-in dictionary.
    Dictionary,
    /// They stand for the same concepts.
    Concepts,
}

/// Two words of a bead that correspond.
#[derive(Debug, Clone, PartialEq)]
pub struct WordPair {
    /// As it stands in the source.
    pub source: String,
    /// As it stands in the target.
    pub target: String,
    /// How much likelier each is beside the other than anywhere, in nats, by what all other beads teach: the mean of both
    /// directions.
    pub weight: f64,
    /// What made it likely in the first place.
    pub by: WordSource,
}

/// What the two sides of a bead state alike, or one of them alone.
#[derive(Debug, Clone, PartialEq)]
pub struct FactPair {
    /// As it stands in the source.
    pub source: Option<String>,
    /// As it stands in the target.
    pub target: Option<String>,
    /// How much that speaks for the bead, in nats; as it is added up, less than 0 where one side lacks it.
    pub weight: f64,
}

/// Another bead that could have been.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// Its source segments.
    pub source: Range<usize>,
    /// Its target segments.
    pub target: Range<usize>,
    /// By how many nats it would be worse than what was found, leaving aside where blocks end.
    pub worse: f64,
}

impl Reason {
    /// The reason seen from the target's side.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        for pair in &mut self.words {
            std::mem::swap(&mut pair.source, &mut pair.target);
        }
        for pair in &mut self.facts {
            std::mem::swap(&mut pair.source, &mut pair.target);
        }
        if let Some(other) = &mut self.alternative {
            std::mem::swap(&mut other.source, &mut other.target);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_is_the_sum_of_the_parts() {
        let evidence = BeadEvidence {
            length: 1.0,
            words: 2.0,
            dictionary: 4.0,
            facts: 8.0,
            same_text: 16.0,
            punctuation: 32.0,
            structure: 64.0,
            joints: 128.0,
        };
        assert_eq!(evidence.total(), 255.0);
        assert_eq!(evidence.parts().iter().map(|(_, part)| part).sum::<f64>(), 255.0);
        assert_eq!(evidence.content(), 30.0);
    }
}
