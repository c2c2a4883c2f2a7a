//! What the evidence of a bead is made of.

use std::fmt;

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

    /// Its name in small letters: `same-text`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Words => "words",
            Self::Dictionary => "dictionary",
            Self::Concepts => "concepts",
            Self::Cognates => "cognates",
            Self::Facts => "facts",
            Self::SameText => "same-text",
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

/// Some kinds of evidence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EvidenceSet(u16);

impl EvidenceSet {
    /// Whether the kind is one of them.
    #[must_use]
    pub fn has(self, kind: EvidenceKind) -> bool {
        self.0 >> kind as u16 & 1 == 1
    }
}

impl FromIterator<EvidenceKind> for EvidenceSet {
    fn from_iter<I: IntoIterator<Item = EvidenceKind>>(kinds: I) -> Self {
        Self(kinds.into_iter().fold(0, |set, kind| set | 1 << kind as u16))
    }
}

/// What speaks for a bead and against it: log-likelihood ratios in nats, that its sides correspond against that they
/// met by chance, each as weighted in the search. The search adds them up to [`total`](Self::total).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Evidence {
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

impl Evidence {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_was_put_in() {
        let set: EvidenceSet = [EvidenceKind::Facts, EvidenceKind::Joints].into_iter().collect();
        let held: Vec<EvidenceKind> = EvidenceKind::ALL.into_iter().filter(|kind| set.has(*kind)).collect();
        assert_eq!(held, [EvidenceKind::Facts, EvidenceKind::Joints]);
        assert!(EvidenceKind::ALL.iter().all(|kind| !EvidenceSet::default().has(*kind)));
    }

    #[test]
    fn the_total_is_the_sum_of_the_parts() {
        let evidence = Evidence {
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
