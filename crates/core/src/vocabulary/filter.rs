//! A set of words in a few bits each (a Bloom filter): it has every word it was made of, and takes three in a
//! thousand others for one. `build.rs` compiles this very file and makes the sets.

/// Bits for each word.
const BITS: usize = 12;
/// Bits that a word sets.
const MARKS: u64 = 8;

/// Makes the set of so many words.
#[must_use]
pub(super) fn make<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> Vec<u8> {
    let mut bytes = vec![0; (words.len() * BITS).div_ceil(8).max(1)];
    for word in words {
        for bit in marks(word, bytes.len()) {
            bytes[bit / 8] |= 1 << (bit % 8);
        }
    }
    bytes
}

/// Whether a set has a word.
#[must_use]
pub(super) fn has(bytes: &[u8], word: &str) -> bool {
    marks(word, bytes.len()).all(|bit| bytes[bit / 8] >> (bit % 8) & 1 == 1)
}

/// The bits of a word.
fn marks(word: &str, bytes: usize) -> impl Iterator<Item = usize> {
    // FNV-1a; both halves of it make as many hashes as are wanted.
    let hash = word
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let (first, second) = (hash & 0xffff_ffff, hash >> 32 | 1);
    let bits = (bytes * 8) as u64;
    (0..MARKS).map(move |mark| ((first + mark * second) % bits) as usize)
}
