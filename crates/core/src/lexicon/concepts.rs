//! What words stand for, in every language that CLDR has words in: words of two languages are compared by their
//! concepts, so that no dictionary from the one into the other is needed.
//!
//! A concept is an emoji, a country or a language; its words are CLDR's keywords and names for it (`tables/concepts`).
//! A word is a sparse vector over concepts. Concepts of many words count for less, as terms of many documents do in
//! retrieval (inverse document frequency), and vectors have the length 1: the scalar product of two is the cosine
//! of the angle between them, 0 for words that have nothing in common, 1 for words that stand for the same.

use crate::fold::{is_hangul, is_ideograph, stands_alone};
use crate::language::LanguageTag;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/concepts.rs"));

/// A concept: the same number in every language.
pub type Concept = u16;

/// The concepts of a word, sorted, each with its weight (0 to 1); the squares of the weights add up to 1.
pub type ConceptVector = Vec<(Concept, f32)>;

/// Of an inflected word so many letters may be ending, and so many of the word that is known.
const ENDINGS: (usize, usize) = (3, 2);
/// A stem is no shorter than this, in letters.
const SHORTEST_STEM: usize = 4;
/// Words that are looked for where words are not set apart are no longer than this, in letters.
const LONGEST_FOUND: usize = 8;

/// The words of one language with their concepts. Cheap to copy: a handle to data that are unpacked once, when first
/// asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Concepts(Option<&'static Table>);

#[derive(Debug)]
struct Table {
    /// Folded words in order, with where their concepts stand.
    words: Vec<(&'static str, Range<u32>)>,
    concepts: ConceptVector,
}

impl Concepts {
    /// The words of a language, by CLDR's fallback; none where there are none.
    #[must_use]
    pub fn of(language: &LanguageTag) -> Self {
        static READ: [OnceLock<Table>; TABLES.len()] = [const { OnceLock::new() }; TABLES.len()];
        let place = |tag: &str| TABLES.binary_search_by(|(known, _)| (*known).cmp(tag)).ok();
        let found = language.fallbacks().find_map(|tag| place(&tag));
        Self(found.map(|at| READ[at].get_or_init(|| Table::read(TABLES[at].1))))
    }

    /// The locales that have words of their own, sorted.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        // A locale that inherits its words comes behind its parent.
        let is_own = |(at, (_, table)): &(usize, &(&str, &'static [u8]))| {
            !TABLES[..*at].iter().any(|(_, before)| std::ptr::eq(*before, *table))
        };
        TABLES.iter().enumerate().filter(is_own).map(|(_, (tag, _))| *tag)
    }

    /// Whether a folded word is one of them as it stands, not only by its stem.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.0.is_some_and(|table| table.place(word).is_some())
    }

    /// Whether there are any words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Whether a folded word is one of them, as it stands.
    #[must_use]
    pub fn has_word(&self, word: &str) -> bool {
        self.0.is_some_and(|table| table.place(word).is_some())
    }

    /// Whether one of them is the beginning `stem` with one letter more.
    #[must_use]
    pub fn has_word_with_one_more(&self, stem: &str) -> bool {
        self.0.is_some_and(|table| {
            let first = table.words.partition_point(|(known, _)| *known < stem);
            let mut same = table.words[first..].iter().take_while(|(known, _)| known.starts_with(stem));
            same.any(|(known, _)| known[stem.len()..].chars().count() == 1)
        })
    }

    /// What a folded word stands for; of a word that is not known, what words with the same stem do. Empty where
    /// nothing is known.
    #[must_use]
    pub fn of_word(&self, word: &str) -> ConceptVector {
        let Some(table) = self.0 else { return ConceptVector::new() };
        if let Some(at) = table.place(word) {
            return table.vector(at).to_vec();
        }
        table.of_inflected(word)
    }

    /// The length in bytes of the longest word that folded `text` begins with, in scripts whose words are not set
    /// apart by spaces. Single characters and short strings of letters, which many words have in them, are not found.
    #[must_use]
    pub fn word_at_start(&self, text: &str) -> Option<usize> {
        let table = self.0?;
        let first = text.chars().next().filter(|c| stands_alone(*c))?;
        let shortest = if is_ideograph(first) || is_hangul(first) { 2 } else { 3 };
        let letters = text.char_indices().take_while(|(_, c)| stands_alone(*c)).take(LONGEST_FOUND);
        let mut longest = None;
        // The words that begin as the text does: with each letter there are fewer.
        let mut words = table.words.as_slice();
        for (letter, end) in letters.map(|(at, c)| at + c.len_utf8()).enumerate() {
            let beginning = &text[..end];
            words = &words[words.partition_point(|(word, _)| *word < beginning)..];
            words = &words[..words.partition_point(|(word, _)| word.starts_with(beginning))];
            let Some((first, _)) = words.first() else { break };
            if first.len() == end && letter + 1 >= shortest {
                longest = Some(end);
            }
        }
        longest
    }
}

impl Table {
    /// Unpacks a table that `build.rs` packed.
    fn read(packed: &[u8]) -> Self {
        let bytes = miniz_oxide::inflate::decompress_to_vec(packed).expect("packed by the build script");
        let text: &'static str = String::from_utf8(bytes).expect("packed from a text").leak();
        let mut this = Self { words: Vec::new(), concepts: Vec::new() };
        let mut words_of: Vec<u16> = Vec::new();
        for line in text.lines() {
            let (word, codes) = line.split_once('\t').expect("the build script packs rows of two columns");
            let start = this.concepts.len() as u32;
            for code in codes.as_bytes().chunks_exact(2) {
                let concept = digit(code[0]) << 6 | digit(code[1]);
                words_of.resize(words_of.len().max(usize::from(concept) + 1), 0);
                words_of[usize::from(concept)] += 1;
                this.concepts.push((concept, 0.0));
            }
            this.words.push((word, start..this.concepts.len() as u32));
        }
        for (_, range) in &this.words {
            let vector = &mut this.concepts[range.start as usize..range.end as usize];
            for (concept, weight) in vector.iter_mut() {
                *weight = 1.0 / f32::from(words_of[usize::from(*concept)]).sqrt();
            }
            normalise(vector);
        }
        this
    }

    fn place(&self, word: &str) -> Option<usize> {
        self.words.binary_search_by(|(known, _)| (*known).cmp(word)).ok()
    }

    fn vector(&self, at: usize) -> &[(Concept, f32)] {
        let range = &self.words[at].1;
        &self.concepts[range.start as usize..range.end as usize]
    }

    /// The concepts of the words that have the longest stem in common with a word.
    fn of_inflected(&self, word: &str) -> ConceptVector {
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(1).chain([word.len()]).collect();
        let shortest = ends.len().saturating_sub(ENDINGS.0).max(SHORTEST_STEM);
        if word.chars().next().is_none_or(stands_alone) {
            return ConceptVector::new();
        }
        for letters in (shortest..=ends.len()).rev() {
            let stem = &word[..ends[letters - 1]];
            let first = self.words.partition_point(|(known, _)| *known < stem);
            let same = self.words[first..].iter().take_while(|(known, _)| known.starts_with(stem));
            let near = same.enumerate().filter(|(_, (known, _))| known[stem.len()..].chars().nth(ENDINGS.1).is_none());
            let mut vector: ConceptVector = near.flat_map(|(at, _)| self.vector(first + at)).copied().collect();
            if !vector.is_empty() {
                vector.sort_by_key(|(concept, _)| *concept);
                vector.dedup_by_key(|(concept, _)| *concept);
                normalise(&mut vector);
                return vector;
            }
        }
        ConceptVector::new()
    }
}

/// What a concept is: its emoji, or the code of a country or language, and its English name.
#[must_use]
pub fn concept_name(concept: Concept) -> Option<(&'static str, &'static str)> {
    static READ: OnceLock<HashMap<Concept, (&'static str, &'static str)>> = OnceLock::new();
    let read = || {
        let bytes = miniz_oxide::inflate::decompress_to_vec(NAMES).expect("packed by the build script");
        let text: &'static str = String::from_utf8(bytes).expect("packed from a text").leak();
        let row = |line: &'static str| {
            let mut cells = line.split('\t');
            let code = cells.next()?.as_bytes();
            let [first, second] = code else { return None };
            Some((digit(*first) << 6 | digit(*second), (cells.next()?, cells.next()?)))
        };
        text.lines().filter_map(row).collect()
    };
    READ.get_or_init(read).get(&concept).copied()
}

/// The value of a digit of a concept's code.
fn digit(byte: u8) -> u16 {
    u16::from(match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'Z' => byte - b'A' + 10,
        b'a'..=b'z' => byte - b'a' + 36,
        b'+' => 62,
        _ => 63,
    })
}

fn normalise(vector: &mut [(Concept, f32)]) {
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    for (_, weight) in vector {
        *weight /= length;
    }
}

/// The cosine of two vectors, from 0 (nothing in common) to 1 (the same).
#[must_use]
pub fn cosine(a: &[(Concept, f32)], b: &[(Concept, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some((first, weight)), Some((second, other))) = (a.get(i), b.get(j)) {
        match first.cmp(second) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += weight * other;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    fn concepts(tag: &str) -> Concepts {
        Concepts::of(&tag.parse().expect("a valid tag"))
    }

    fn likeness(a: (&str, &str), b: (&str, &str)) -> f32 {
        let vector = |(tag, word): (&str, &str)| concepts(tag).of_word(&fold(word));
        cosine(&vector(a), &vector(b))
    }

    #[test]
    fn words_that_mean_the_same_are_alike_in_any_two_languages() {
        for (a, b) in [
            (("de", "Regen"), ("fr", "pluie")),
            (("en", "ship"), ("ja", "船")),
            (("ru", "больница"), ("zh", "医院")),
            (("hu", "kenyér"), ("is", "brauð")),
            (("ar", "مدرسة"), ("tr", "okul")),
            (("en", "Germany"), ("fi", "Saksa")),
            (("ko", "기차"), ("th", "รถไฟ")),
        ] {
            let alike = likeness(a, b);
            assert!(alike > 0.3, "{a:?} {b:?}: {alike}");
        }
        for (a, b) in [(("de", "Regen"), ("fr", "gare")), (("en", "ship"), ("ja", "医者"))] {
            let alike = likeness(a, b);
            assert!(alike < 0.1, "{a:?} {b:?}: {alike}");
        }
    }

    #[test]
    fn every_concept_of_every_language_has_a_name() {
        let languages: Vec<&str> = Concepts::languages().collect();
        assert!(languages.len() > 100 && ["de", "en", "zh"].iter().all(|tag| languages.contains(tag)), "{languages:?}");
        for tag in languages {
            let table = concepts(tag).0.expect("it has words");
            assert!(table.concepts.iter().all(|(concept, _)| concept_name(*concept).is_some()), "{tag}");
        }
        let pluie = concepts("fr").of_word("pluie");
        assert!(pluie.iter().any(|(concept, _)| concept_name(*concept).is_some_and(|(_, name)| name.contains("rain"))));
        assert_eq!(concept_name(Concept::MAX), None);
    }

    #[test]
    fn inflected_words_are_known_by_their_stem() {
        let german = concepts("de");
        assert_eq!(german.of_word("bibliotheken"), german.of_word("bibliothek"));
        assert!(likeness(("ru", "поездами"), ("en", "train")) > 0.3);
        assert!(german.of_word("xyzzyx").is_empty() && german.of_word("").is_empty());
    }

    #[test]
    fn words_are_found_where_they_are_not_set_apart() {
        let found = |tag: &str, text: &str| concepts(tag).word_at_start(text).map(|length| text[..length].to_owned());
        assert_eq!(found("zh", "火车站在哪里").as_deref(), Some("火车"));
        assert_eq!(found("zh", "我们"), None);
        assert_eq!(found("en", "train station"), None);
        assert_eq!(found("zh", ""), None);
    }

    #[test]
    fn vectors_are_sorted_and_of_length_one() {
        let mut words = 0;
        for (tag, packed) in TABLES {
            let table = Table::read(packed);
            assert!(table.words.windows(2).all(|pair| pair[0].0 < pair[1].0), "{tag} is sorted");
            for at in 0..table.words.len() {
                let vector = table.vector(at);
                assert!(vector.windows(2).all(|pair| pair[0].0 < pair[1].0), "{tag}: {}", table.words[at].0);
                assert!((cosine(vector, vector) - 1.0).abs() < 1e-4, "{tag}: {}", table.words[at].0);
            }
            words += table.words.len();
        }
        assert!(words > 300_000, "{words}");
    }

    #[test]
    fn languages_fall_back() {
        assert!(!concepts("de-AT").is_empty() && !concepts("nb").is_empty() && !concepts("zh-Hant").is_empty());
        assert!(concepts("tlh").is_empty());
    }
}
