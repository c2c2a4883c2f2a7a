//! Beginnings and endings of words, found in one walk along the word.

/// A set of beginnings or of endings, as `build/affixes.rs` lays it out: a trie of bytes, those of an ending from its
/// last one on. First come 256 bits, one for each byte that the root has an edge of; then the edges, those of the root
/// first.
#[derive(Debug, Clone, Copy, Default)]
pub struct Affixes(pub(crate) &'static [u32]);

/// The parts of an edge of the trie: its byte, whether no edge of the same node follows, whether an affix ends here, and
/// where the edges of the next node begin (0: none).
const BYTE: u32 = 0xff;
const LAST: u32 = 1 << 8;
const ENDS: u32 = 1 << 9;
const NEXT: u32 = 10;
/// Where the edges of the root begin.
const ROOT: usize = 8;

impl Affixes {
    /// None.
    pub const NONE: Self = Self(&[]);

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The lengths in bytes of the affixes with which `word` begins, the shortest first.
    #[inline]
    pub fn beginnings(self, word: &str) -> impl Iterator<Item = usize> {
        self.walk(word.bytes().next(), word.bytes())
    }

    /// The lengths in bytes of the affixes with which `word` ends, the shortest first.
    #[inline]
    pub fn endings(self, word: &str) -> impl Iterator<Item = usize> {
        self.walk(word.bytes().next_back(), word.bytes().rev())
    }

    /// Whether `word` begins with one of the affixes and goes on.
    #[must_use]
    #[inline]
    pub fn begin(self, word: &str) -> bool {
        self.beginnings(word).next().is_some_and(|length| length < word.len())
    }

    /// Whether `word` ends with one of the affixes and something stands before it.
    #[must_use]
    #[inline]
    pub fn end(self, word: &str) -> bool {
        self.endings(word).next().is_some_and(|length| length < word.len())
    }

    /// Whether `word` begins with one of the affixes, or is one.
    #[must_use]
    #[inline]
    pub fn are_on_front(self, word: &str) -> bool {
        self.beginnings(word).next().is_some()
    }

    /// Whether `word` ends with one of the affixes, or is one.
    #[must_use]
    #[inline]
    pub fn are_on_end(self, word: &str) -> bool {
        self.endings(word).next().is_some()
    }

    /// Whether an affix begins with a byte, or where they are endings ends with it.
    #[inline]
    fn has_root(self, byte: Option<u8>) -> bool {
        byte.is_some_and(|byte| self.0.get(usize::from(byte >> 5)).is_some_and(|bits| bits >> (byte & 31) & 1 == 1))
    }

    #[inline]
    fn walk(self, first: Option<u8>, mut bytes: impl Iterator<Item = u8>) -> impl Iterator<Item = usize> {
        let mut node = self.has_root(first).then_some(ROOT);
        let mut length = 0;
        std::iter::from_fn(move || {
            loop {
                let mut at = node?;
                let byte = u32::from(bytes.next()?);
                // The edges of a node are in the order of their bytes.
                let edge = loop {
                    let edge = self.0[at];
                    if edge & BYTE == byte {
                        break edge;
                    }
                    if edge & BYTE > byte || edge & LAST != 0 {
                        node = None;
                        return None;
                    }
                    at += 1;
                };
                let next = (edge >> NEXT) as usize;
                node = (next > 0).then_some(next);
                length += 1;
                if edge & ENDS != 0 {
                    return Some(length);
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::language::LanguageTag;
    use crate::locale::Locale;

    #[test]
    fn the_tries_hold_what_the_lists_hold() {
        for tag in Locale::all() {
            let tag: LanguageTag = tag.parse().expect("a valid tag");
            let knowledge = Locale::of(&tag).knowledge();
            for prefix in knowledge.prefixes {
                let word = format!("{prefix}xyz");
                assert!(knowledge.beginnings.begin(&word), "{tag}: {prefix}");
                assert!(knowledge.beginnings.beginnings(&word).any(|length| length == prefix.len()), "{tag}: {prefix}");
                assert!(knowledge.beginnings.beginnings(prefix).last() == Some(prefix.len()), "{tag}: {prefix}");
            }
            for suffix in knowledge.suffixes {
                let word = format!("xyz{suffix}");
                assert!(knowledge.endings.end(&word), "{tag}: {suffix}");
                assert!(knowledge.endings.endings(&word).any(|length| length == suffix.len()), "{tag}: {suffix}");
                assert!(knowledge.endings.endings(suffix).last() == Some(suffix.len()), "{tag}: {suffix}");
            }
            assert!(!knowledge.beginnings.begin("\u{e000}") && !knowledge.endings.end("\u{e000}"));
        }
    }
}
