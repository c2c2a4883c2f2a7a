//! A small generator of random numbers whose sequence is fixed: the same seed gives the same pairs for ever.

/// SplitMix64 (Steele, Lea, Flood 2014).
#[derive(Debug, Clone)]
pub(in crate::bench) struct Rng(u64);

impl Rng {
    /// A sequence of its own for `seed` and each list of words.
    pub(in crate::bench) fn new(seed: u64, words: &[&str]) -> Self {
        // FNV-1a over the words, each closed by a byte that no text has.
        let bytes = words.iter().flat_map(|word| word.bytes().chain([0xff]));
        let hash = bytes
            .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Self(hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(in crate::bench) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    /// True `percent` times in a hundred.
    pub(in crate::bench) fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    /// One of a list that has some.
    pub(in crate::bench) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.next() as usize % list.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_are_fixed_and_differ() {
        let draw = |seed, words: &[&str]| {
            let mut rng = Rng::new(seed, words);
            [rng.between(0, 999_999), rng.between(0, 999_999)]
        };
        assert_eq!(draw(1, &["de", "fr"]), draw(1, &["de", "fr"]));
        assert_ne!(draw(1, &["de", "fr"]), draw(2, &["de", "fr"]));
        assert_ne!(draw(1, &["de", "fr"]), draw(1, &["d", "efr"]));
        assert!((0..100).all(|seed| (3..=7).contains(&Rng::new(seed, &[]).between(3, 7))));
    }
}
