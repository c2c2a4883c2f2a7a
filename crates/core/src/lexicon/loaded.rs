//! Word translations that a user brings: learned from bitexts, or taken from a dictionary or a glossary.

use crate::fold::fold;
use crate::language::LanguageTag;
use std::collections::BTreeMap;

/// Which words of two languages translate each other, and how likely it is.
///
/// Words are kept folded ([`crate::fold`]). Entries of several words are kept too; alignment uses single words only.
#[derive(Debug, Clone, PartialEq)]
pub struct Lexicon {
    languages: [LanguageTag; 2],
    entries: BTreeMap<(Box<str>, Box<str>), f32>,
}

impl Lexicon {
    /// An empty lexicon between two languages.
    #[must_use]
    pub fn new(languages: [LanguageTag; 2]) -> Self {
        Self { languages, entries: BTreeMap::new() }
    }

    /// The two languages.
    #[must_use]
    pub fn languages(&self) -> [LanguageTag; 2] {
        self.languages
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds a pair of words or phrases, which are folded. `weight` is how likely the one translates the other, brought
    /// into the range from 0 to 1; of a pair that is added twice the greater counts. Gives whether there is an entry for
    /// it: none where a side is empty or the weight is 0 or no number.
    pub fn add(&mut self, source: &str, target: &str, weight: f32) -> bool {
        let [first, second] = [source, target].map(folded);
        if first.is_empty() || second.is_empty() || weight.is_nan() || weight <= 0.0 {
            return false;
        }
        let known = self.entries.entry((first, second)).or_insert(0.0);
        *known = known.max(weight.min(1.0));
        true
    }

    /// Adds all entries of another lexicon between the same languages, in this order or the other.
    ///
    /// # Errors
    /// If it is between other languages.
    pub fn merge(&mut self, other: &Self) -> Result<(), OtherLanguages> {
        let between = |languages: [LanguageTag; 2]| OtherLanguages { wanted: self.languages, found: languages };
        let (straight, turned) = (self.fits(other.languages), self.fits([other.languages[1], other.languages[0]]));
        if !straight && !turned {
            return Err(between(other.languages));
        }
        for (source, target, weight) in other.entries() {
            let (source, target) = if straight { (source, target) } else { (target, source) };
            self.add(source, target, weight);
        }
        Ok(())
    }

    /// Whether it serves texts in these languages, in this order: regions and scripts make no difference.
    #[must_use]
    pub fn fits(&self, languages: [LanguageTag; 2]) -> bool {
        self.languages.iter().zip(&languages).all(|(own, other)| own.same_language(other))
    }

    /// The entries, sorted: source, target, weight (above 0, at most 1).
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str, f32)> {
        self.entries.iter().map(|((source, target), weight)| (&**source, &**target, *weight))
    }

    /// What a word or phrase of either side translates to, likeliest first: the side it was found on (0 or 1), its
    /// translation, and the weight.
    #[must_use]
    pub fn of(&self, word: &str) -> Vec<(usize, &str, f32)> {
        let word = folded(word);
        let mut found: Vec<(usize, &str, f32)> = self
            .entries()
            .flat_map(|(source, target, weight)| {
                let forward = (*source == *word).then_some((0, target, weight));
                let backward = (*target == *word).then_some((1, source, weight));
                [forward, backward]
            })
            .flatten()
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0).then(b.2.total_cmp(&a.2)).then(a.1.cmp(b.1)));
        found
    }
}

/// A phrase folded, its words apart by single spaces.
fn folded(text: &str) -> Box<str> {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// A lexicon is between other languages than those that are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherLanguages {
    /// Those that are wanted.
    pub wanted: [LanguageTag; 2],
    /// Those that it is between.
    pub found: [LanguageTag; 2],
}

impl std::fmt::Display for OtherLanguages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { wanted, found } = self;
        write!(f, "it is between {} and {}, not {} and {}", found[0], found[1], wanted[0], wanted[1])
    }
}

impl std::error::Error for OtherLanguages {}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(tags: [&str; 2]) -> [LanguageTag; 2] {
        tags.map(|tag| tag.parse().expect("a valid tag"))
    }

    #[test]
    fn pairs_are_folded_and_the_greater_weight_counts() {
        let mut lexicon = Lexicon::new(languages(["de", "fr"]));
        assert!(lexicon.add("Brief", "lettre", 0.4) && lexicon.add(" BRIEF ", "Lettre", 0.9));
        assert!(lexicon.add("zu  Hause", "à la maison", 7.0));
        assert!(!lexicon.add("", "x", 1.0) && !lexicon.add("x", "y", 0.0) && !lexicon.add("x", "y", f32::NAN));
        let entries: Vec<_> = lexicon.entries().collect();
        assert_eq!(entries, [("brief", "lettre", 0.9), ("zu hause", "à la maison", 1.0)]);
        assert_eq!(lexicon.of("Brief"), [(0, "lettre", 0.9)]);
        assert_eq!(lexicon.of("lettre"), [(1, "brief", 0.9)]);
    }

    #[test]
    fn lexicons_of_the_same_languages_are_merged_either_way_round() {
        let mut lexicon = Lexicon::new(languages(["pt", "en"]));
        let mut other = Lexicon::new(languages(["en-GB", "pt-BR"]));
        other.add("letter", "carta", 0.5);
        assert_eq!(lexicon.merge(&other), Ok(()));
        assert_eq!(lexicon.of("carta"), [(0, "letter", 0.5)]);
        let error = lexicon.merge(&Lexicon::new(languages(["en", "fr"]))).expect_err("other languages");
        assert_eq!(error.to_string(), "it is between en and fr, not pt and en");
    }
}
