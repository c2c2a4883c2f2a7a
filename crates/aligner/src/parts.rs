//! Kinds of evidence that are left out.

pub use parallax_core::reason::{BeadEvidence, EvidenceKind};

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
}
