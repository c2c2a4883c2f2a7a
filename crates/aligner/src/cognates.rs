//! Words of two versions that look alike (names, numbers, loan words, across spellings and scripts), or that are known
//! to mean the same: by a lexicon that was loaded, by the built-in dictionary, or because they stand for the same
//! concepts.

use crate::options::Options;
use crate::parts::EvidenceKind;
use crate::prepared::Prepared;
use crate::vocabulary::{Vocabulary, WordClass, WordId, stem};
use parallax_core::LanguageTag;
use parallax_core::lexicon::{Lexicon, likeness};
use std::sync::Arc;

/// Least share of the longer word that must be common, in order, to both (longest common subsequence). Measured on
/// the development sets: 0.6 is better than 0.5 and 0.7, if little.
const LEAST: f64 = 0.6;

/// How many words of the other side a word may be like.
const MOST: usize = 8;

/// A stretch of three letters that is so common that it leads to more pairs than this is not followed.
const COMMON_KEY: usize = 4096;

/// How good a pair from the dictionary is, on the scale of likeness.
const IN_DICTIONARY: f64 = 0.8;

/// Words with concepts are taken to mean the same from this cosine on: alike by half their concepts, not by a chance
/// one. Measured on the development sets; 0.25 and 0.6 do less well.
const LEAST_COSINE: f32 = 0.4;

/// For each word of one version, the words of the other that look like it or mean the same, with how much (0 to 1), best first.
#[derive(Debug, Default)]
pub(crate) struct Cognates {
    pub(crate) of: Vec<Vec<(WordId, f64)>>,
}

impl Cognates {
    /// The like of each source word in the target, as far as no kind of evidence is left out.
    pub(crate) fn new(source: &Prepared<'_>, target: &Prepared<'_>, options: &Options) -> Self {
        let languages = [source.version.language, target.version.language];
        let (source, target) = (&source.vocabulary, &target.vocabulary);
        let mut of = vec![Vec::new(); source.len()];
        let counts = |kind: EvidenceKind| !options.without.has(kind);
        // What comes first counts.
        let mut add = |s: WordId, t: WordId, weight: f64| {
            if !of[s as usize].iter().any(|(known, _)| *known == t) {
                of[s as usize].push((t, weight));
            }
        };
        for (s, t, weight) in by_lexicons(source, target, languages, &options.lexicons) {
            add(s, t, f64::from(weight));
        }
        if counts(EvidenceKind::Cognates) {
            for (s, t) in identical(source, target) {
                add(s, t, likeness_of_identical(source, s, target, t));
            }
        }
        if counts(EvidenceKind::Dictionary) {
            for (s, t) in pairs_by_key(&source.meanings, &target.meanings) {
                add(s, t, IN_DICTIONARY);
            }
        }
        if counts(EvidenceKind::Concepts) {
            for (s, t, cosine) in by_concepts(source, target) {
                add(s, t, IN_DICTIONARY * f64::from(cosine));
            }
        }
        if counts(EvidenceKind::Cognates) {
            for (s, t) in candidates(source, target) {
                let likeness = likeness(&source.word(s).ascii, &target.word(t).ascii);
                if likeness >= LEAST {
                    // From a half at the threshold to 1 for the same letters.
                    add(s, t, 1.0 - (1.0 - likeness) / (1.0 - LEAST) * 0.5);
                }
            }
        }
        for list in &mut of {
            list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            list.truncate(MOST);
        }
        Self { of }
    }

    /// The same, from the target's side.
    pub(crate) fn transposed(&self, target_words: usize) -> Self {
        let mut of = vec![Vec::new(); target_words];
        for (s, list) in self.of.iter().enumerate() {
            for (t, weight) in list {
                of[*t as usize].push((s as WordId, *weight));
            }
        }
        Self { of }
    }
}

/// Pairs of words with the same form.
fn identical(source: &Vocabulary, target: &Vocabulary) -> Vec<(WordId, WordId)> {
    let sorted = |vocabulary: &Vocabulary| {
        let mut ids: Vec<WordId> = (0..vocabulary.len() as WordId).collect();
        ids.sort_unstable_by(|a, b| vocabulary.word(*a).form.cmp(&vocabulary.word(*b).form));
        ids
    };
    let (sources, targets) = (sorted(source), sorted(target));
    let (mut a, mut b) = (0, 0);
    let mut pairs = Vec::new();
    while let (Some(s), Some(t)) = (sources.get(a), targets.get(b)) {
        match source.word(*s).form.cmp(&target.word(*t).form) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => {
                pairs.push((*s, *t));
                a += 1;
                b += 1;
            }
        }
    }
    pairs
}

/// Short words that are the same in two languages are often not the same word (*die*, *on*, *a*).
fn likeness_of_identical(source: &Vocabulary, s: WordId, target: &Vocabulary, t: WordId) -> f64 {
    let (a, b) = (source.word(s), target.word(t));
    match (a.class, b.class) {
        (WordClass::Common, _) | (_, WordClass::Common) if a.ascii.len() < 4 => 0.25 * a.ascii.len() as f64,
        _ => 1.0,
    }
}

/// Pairs of words that loaded lexicons between these languages have, with their weight, greatest first.
fn by_lexicons(
    source: &Vocabulary,
    target: &Vocabulary,
    languages: [LanguageTag; 2],
    lexicons: &[Arc<Lexicon>],
) -> Vec<(WordId, WordId, f32)> {
    if lexicons.is_empty() {
        return Vec::new();
    }
    let (sources, targets) = (source.by_form(), target.by_form());
    let turned = [languages[1], languages[0]];
    let mut pairs = Vec::new();
    for lexicon in lexicons {
        let straight = lexicon.fits(languages);
        if !straight && !lexicon.fits(turned) {
            continue;
        }
        for (first, second, weight) in lexicon.entries() {
            let (from, to) = if straight { (first, second) } else { (second, first) };
            if let (Some(s), Some(t)) = (sources.get(stem(from)), targets.get(stem(to))) {
                pairs.push((*s, *t, weight));
            }
        }
    }
    pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    pairs
}

/// Pairs of words that stand for the same, with the cosine of their concepts.
fn by_concepts(source: &Vocabulary, target: &Vocabulary) -> Vec<(WordId, WordId, f32)> {
    let mut words_of: Vec<Vec<(WordId, f32)>> = Vec::new();
    for (t, word) in target.words.iter().enumerate() {
        for (concept, weight) in &word.concepts {
            let concept = usize::from(*concept);
            words_of.resize(words_of.len().max(concept + 1), Vec::new());
            words_of[concept].push((t as WordId, *weight));
        }
    }
    let mut pairs = Vec::new();
    let mut cosines = vec![0.0f32; target.len()];
    let mut near: Vec<WordId> = Vec::new();
    for (s, word) in source.words.iter().enumerate() {
        for (concept, weight) in &word.concepts {
            for (t, other) in words_of.get(usize::from(*concept)).into_iter().flatten() {
                let cosine = &mut cosines[*t as usize];
                if *cosine == 0.0 {
                    near.push(*t);
                }
                *cosine += weight * other;
            }
        }
        for t in near.drain(..) {
            let cosine = std::mem::take(&mut cosines[t as usize]);
            if cosine >= LEAST_COSINE {
                pairs.push((s as WordId, t, cosine));
            }
        }
    }
    pairs
}

/// Pairs of words that have enough stretches of three letters in common to be worth comparing, sorted.
fn candidates(source: &Vocabulary, target: &Vocabulary) -> Vec<(WordId, WordId)> {
    let mut shared = pairs_by_key(&source.trigrams, &target.trigrams);
    shared.sort_unstable();
    let short = |(s, t): (WordId, WordId)| source.word(s).ascii.len().min(target.word(t).ascii.len()) <= 5;
    shared.chunk_by(|a, b| a == b).filter(|same| same.len() >= 2 || short(same[0])).map(|same| same[0]).collect()
}

/// Pairs of words that have a key in common, from lists sorted by key, once for each key.
fn pairs_by_key(mut a: &[(u32, WordId)], mut b: &[(u32, WordId)]) -> Vec<(WordId, WordId)> {
    let mut pairs = Vec::new();
    while let (Some((first, _)), Some((second, _))) = (a.first(), b.first()) {
        let (in_a, in_b) = (
            a.iter().take_while(|(key, _)| key == first).count(),
            b.iter().take_while(|(key, _)| key == second).count(),
        );
        match first.cmp(second) {
            std::cmp::Ordering::Less => a = &a[in_a..],
            std::cmp::Ordering::Greater => b = &b[in_b..],
            std::cmp::Ordering::Equal => {
                if in_a * in_b <= COMMON_KEY {
                    pairs.extend(a[..in_a].iter().flat_map(|(_, s)| b[..in_b].iter().map(move |(_, t)| (*s, *t))));
                }
                (a, b) = (&a[in_a..], &b[in_b..]);
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::paragraphs;

    /// Target words that a source word is like.
    fn likes(source: (&str, &str), target: (&str, &str), word: &str) -> Vec<(String, f64)> {
        let (source, target) = (paragraphs(source.0, source.1), paragraphs(target.0, target.1));
        let (source, target) = (Prepared::new(&source), Prepared::new(&target));
        let cognates = Cognates::new(&source, &target, &Options::default());
        let at = source.vocabulary.words.iter().position(|known| *known.form == *word).expect("is in the text");
        cognates.of[at].iter().map(|(t, weight)| (target.vocabulary.word(*t).form.to_string(), *weight)).collect()
    }

    #[test]
    fn words_are_alike_across_spellings_and_scripts() {
        let pairs = [
            (("de", "In Zürich."), ("en", "In Zurich."), "zürich", "zurich"),
            (("fr", "La plateforme."), ("ru", "Эта платформа."), "platefo", "платфор"),
            (("en", "The iPhone works."), ("ja", "iPhoneが動く。"), "iphone", "iphone"),
        ];
        for (source, target, word, like) in pairs {
            let found = likes(source, target, word);
            assert!(found.iter().any(|(form, weight)| form == like && *weight >= 0.5), "{word}: {found:?}");
        }
        assert_eq!(likes(("en", "The garden."), ("de", "Das Haus."), "garden"), []);
    }

    #[test]
    fn the_dictionary_makes_pairs() {
        let found = likes(("fr", "Une question."), ("zh", "一个问题。"), "questio");
        assert_eq!(found, [("问题".to_owned(), IN_DICTIONARY)]);
    }

    #[test]
    fn short_words_may_be_the_same_by_accident() {
        let found = likes(("de", "Er ist die Hand."), ("en", "They die by hand."), "die");
        assert!(found.iter().all(|(_, weight)| *weight < 0.8), "{found:?}");
    }
}
