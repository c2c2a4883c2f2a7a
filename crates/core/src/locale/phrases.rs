//! The phrase table of a locale, as `build/index.rs` lays it out: searched as it lies.

use super::Meaning;
use super::hash::{EMPTY, INDEX_BITS, hash, slot, tag};
use std::sync::LazyLock;

/// The code of a cue that counts only where it stands by itself (Korean 안).
const MUST_STAND_APART: &str = "-A";

/// A phrase table: phrases sorted by their folded words, each with what it means.
#[derive(Debug)]
pub(super) struct Phrases {
    /// The phrases, one behind the other, in order.
    pub(super) keys: &'static str,
    /// For each phrase where it ends in `keys` (three bytes) and the number of its set of codes (two), least byte
    /// first.
    pub(super) entries: &'static [u8],
    /// A hash table from the words with which phrases begin, one or several, to the first phrase that begins with them,
    /// four bytes a slot.
    pub(super) slots: &'static [u8],
    /// A bit is set for each of those words: with most words of a text no phrase begins, and a table of bits stays near.
    pub(super) filter: &'static [u8],
}

/// A meaning of a phrase.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sense {
    pub(super) meaning: Meaning,
    /// Whether the phrase has it only where spaces or punctuation set it apart.
    pub(super) apart: bool,
}

/// What the sets of codes mean that the phrases of all tables have: a few hundred.
static SENSES: LazyLock<Vec<Box<[Sense]>>> = LazyLock::new(|| {
    let decode = |code: &str| Some(Sense { meaning: Meaning::decode(code)?, apart: code == MUST_STAND_APART });
    super::CODE_SETS.iter().map(|codes| codes.split('\t').filter_map(decode).collect()).collect()
});

impl Phrases {
    /// How many phrases there are.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.entries.as_chunks::<5>().0.len()
    }

    /// A phrase by its number.
    #[inline]
    pub(super) fn key(&self, index: usize) -> &'static str {
        let (entries, _) = self.entries.as_chunks::<5>();
        let end = |[a, b, c, _, _]: [u8; 5]| u32::from_le_bytes([a, b, c, 0]) as usize;
        let start = index.checked_sub(1).map_or(0, |before| end(entries[before]));
        &self.keys[start..end(entries[index])]
    }

    /// What a phrase means.
    #[inline]
    pub(super) fn senses(&self, index: usize) -> &'static [Sense] {
        &SENSES[self.set(index)]
    }

    /// The number of a phrase's set of codes.
    #[inline]
    pub(super) fn set(&self, index: usize) -> usize {
        let [_, _, _, a, b] = self.entries.as_chunks::<5>().0[index];
        usize::from(u16::from_le_bytes([a, b]))
    }

    /// The first phrase that is `words`, or begins with them and goes on with another word.
    pub(super) fn first_with(&self, words: &str) -> Option<usize> {
        let hash = hash(words.as_bytes());
        let bit = slot(hash, self.filter.len() * 8);
        if self.filter.get(bit / 8)? & 1 << (bit % 8) == 0 {
            return None;
        }
        let (slots, _) = self.slots.as_chunks::<4>();
        let mut at = slot(hash, slots.len());
        // There is always an empty slot.
        loop {
            let found = u32::from_le_bytes(slots[at]);
            if found == EMPTY {
                return None;
            }
            let index = (found & ((1 << INDEX_BITS) - 1)) as usize;
            if found >> INDEX_BITS == tag(hash) >> INDEX_BITS && begins_with(self.key(index), words) {
                return Some(index);
            }
            at = if at + 1 == slots.len() { 0 } else { at + 1 };
        }
    }

    /// The phrase `key`.
    pub(super) fn find(&self, key: &str) -> Option<usize> {
        self.first_with(key).filter(|index| self.key(*index).len() == key.len())
    }
}

/// Whether a phrase is `words`, or begins with them and goes on with another word.
#[inline]
pub(super) fn begins_with(phrase: &str, words: &str) -> bool {
    phrase.as_bytes().strip_prefix(words.as_bytes()).is_some_and(|rest| matches!(rest.first(), None | Some(b' ')))
}
