//! How the words of a language are spelt: how likely each letter is behind the two before it. `build.rs` compiles this
//! very file and makes the tables; at run time they are read.

use std::collections::BTreeMap;

/// The unit of [`Spelling::cost`]: so many of them are a bit.
pub const UNITS_A_BIT: u32 = 8;
/// Letters that are told apart; all others are unknown.
const LETTERS: usize = 62;
/// What a letter costs that the language does not write its words with, in units.
const UNKNOWN: u32 = 14 * UNITS_A_BIT;

/// The spelling of a language: the cost of each letter, which is the logarithm of its likelihood behind the two before
/// it, for the letters that its words are written with.
#[derive(Debug, Clone)]
pub struct Spelling {
    /// The letters in order of their codes.
    letters: Vec<char>,
    /// By the letter before the last, the last, and the letter; 0 is the end of a word, all others count from 1.
    costs: Vec<u8>,
}

impl Spelling {
    /// What it costs to spell a word that is given in small letters: the lower, the likelier is the word. For
    /// languages to be compared.
    #[must_use]
    pub fn cost(&self, word: &str) -> u32 {
        let size = self.letters.len() + 1;
        let (mut before, mut last, mut cost) = (0, 0, 0);
        for letter in word.chars().map(Some).chain([None]) {
            let code = match letter {
                None => Some(0),
                Some(letter) => self.letters.binary_search(&letter).ok().map(|at| at + 1),
            };
            let Some(code) = code else {
                cost += UNKNOWN;
                // What stands behind an unknown letter is as what begins a word.
                (before, last) = (0, 0);
                continue;
            };
            cost += u32::from(self.costs[(before * size + last) * size + code]);
            (before, last) = (last, code);
        }
        cost
    }

    /// Learns the spelling of words in small letters.
    #[must_use]
    pub fn train<'a>(words: impl Iterator<Item = &'a str> + Clone) -> Self {
        let letters = usual_letters(words.clone());
        let size = letters.len() + 1;
        let mut counts = [vec![0u32; size], vec![0u32; size * size], vec![0u32; size * size * size]];
        for word in words {
            let codes: Option<Vec<usize>> =
                word.chars().map(|letter| letters.binary_search(&letter).ok().map(|at| at + 1)).collect();
            let Some(codes) = codes else { continue };
            let (mut before, mut last) = (0, 0);
            for code in codes.into_iter().chain([0]) {
                counts[0][code] += 1;
                counts[1][last * size + code] += 1;
                counts[2][(before * size + last) * size + code] += 1;
                (before, last) = (last, code);
            }
        }
        // Each order is smoothed by the one below (Witten and Bell): the more kinds of letters were seen behind some,
        // the more is left for those that were not.
        let mut likelihood = vec![1.0 / size as f64; size];
        for counts in counts {
            likelihood = smoothed(&counts, &likelihood, size);
        }
        let units = |likelihood: &f64| (-likelihood.log2() * f64::from(UNITS_A_BIT)).round().clamp(0.0, 255.0) as u8;
        Self { letters, costs: likelihood.iter().map(units).collect() }
    }

    /// As bytes, for [`Spelling::from_bytes`].
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let letters: String = self.letters.iter().collect();
        letters.bytes().chain([b'\n']).chain(self.costs.iter().copied()).collect()
    }

    /// What [`Spelling::to_bytes`] wrote; none for anything else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let letters: Vec<char> = std::str::from_utf8(&bytes[..end]).ok()?.chars().collect();
        let costs = bytes[end + 1..].to_vec();
        (costs.len() == (letters.len() + 1).pow(3)).then_some(Self { letters, costs })
    }
}

/// The most used letters, in order.
fn usual_letters<'a>(words: impl Iterator<Item = &'a str>) -> Vec<char> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for letter in words.flat_map(str::chars) {
        *counts.entry(letter).or_insert(0) += 1;
    }
    let mut letters: Vec<(usize, char)> = counts.into_iter().map(|(letter, count)| (count, letter)).collect();
    letters.sort_by(|a, b| b.cmp(a));
    let mut letters: Vec<char> = letters.into_iter().take(LETTERS).map(|(_, letter)| letter).collect();
    letters.sort_unstable();
    letters
}

/// The likelihood of each letter behind each beginning, from how often it was seen and from the likelihood behind a
/// shorter beginning.
fn smoothed(counts: &[u32], shorter: &[f64], size: usize) -> Vec<f64> {
    let mut likelihood = Vec::with_capacity(counts.len());
    for (beginning, row) in counts.chunks(size).enumerate() {
        let seen: u32 = row.iter().sum();
        let kinds = row.iter().filter(|count| **count > 0).count() as f64;
        let known = beginning * size % shorter.len();
        for (count, base) in row.iter().zip(&shorter[known..]) {
            let all = f64::from(seen) + kinds;
            likelihood.push(if all > 0.0 { (f64::from(*count) + kinds * base) / all } else { *base });
        }
    }
    likelihood
}
