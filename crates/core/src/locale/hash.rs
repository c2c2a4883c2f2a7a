//! The hash by which words are found in a phrase table: `build.rs`, which compiles this very file, lays the tables out
//! by it.

/// A hash of all bytes of a word, the same on every machine.
#[must_use]
#[inline]
pub(crate) fn hash(word: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = word.len() as u64;
    let (chunks, rest) = word.as_chunks::<8>();
    let mut mix = |value: u64| {
        state = (state ^ value).wrapping_mul(FACTOR);
        state ^= state >> 32;
    };
    chunks.iter().for_each(|chunk| mix(u64::from_le_bytes(*chunk)));
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        mix(u64::from_le_bytes(last));
    }
    (state.wrapping_mul(FACTOR) >> 32) as u32
}

/// The slot of a hash in a table of `slots` slots, where the search begins.
#[must_use]
#[inline]
pub(crate) fn slot(hash: u32, slots: usize) -> usize {
    ((u64::from(hash) * slots as u64) >> 32) as usize
}

/// What a slot says of the hash of the word it leads to (12 bits), above the number of the word's first phrase
/// ([`INDEX_BITS`]).
#[must_use]
#[inline]
pub(crate) fn tag(hash: u32) -> u32 {
    hash << INDEX_BITS
}

/// How many bits of a slot are the number of a phrase.
pub(crate) const INDEX_BITS: u32 = 20;

/// A slot that leads nowhere.
pub(crate) const EMPTY: u32 = u32::MAX;
