//! How often a word's like is found on the other side, where it is translated and where it is not.
//!
//! Measured on faithful pairs and on pairs that met by chance, in eleven languages with English (docs/accuracy.md); what
//! tells most is whether the built-in dictionary knows the word in both languages, and whether it is a name.

use super::words::{Sort, Word, Words};

/// A sort of words that are found equally often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Silent,
    Fact,
    Territory,
    Name,
    KnownName,
    NameInOtherScript,
    Meaning,
    MeaningOfIdeographs,
    Concept,
    ShortConcept,
    ConceptOfIdeographs,
    Long,
    Middling,
    Brief,
    LongInOtherScript,
    MiddlingInOtherScript,
}

/// For each class, how many in a hundred have a like: of words that are translated, and by chance.
const RATES: [(f32, f32); 16] = [
    (50.0, 50.0),
    (98.0, 50.0),
    (88.0, 15.0),
    (80.0, 7.0),
    (70.0, 16.0),
    (45.0, 5.0),
    (70.0, 11.0),
    (56.0, 5.0),
    (52.0, 8.0),
    (33.0, 8.0),
    (52.0, 6.0),
    (44.0, 4.0),
    (22.0, 6.0),
    (9.0, 2.5),
    (13.0, 2.0),
    (10.0, 4.0),
];

/// Numbers have rules of their own: what one that is missing tells of its clause counts no more than this, in nats.
const MOST_OF_FACT: f32 = 1.5;

/// The class of a word of `words`; `same_script` where both sides are written in one.
pub(crate) fn class_of(words: &Words, word: &Word, same_script: bool) -> Class {
    match word.sort {
        Sort::Short => return Class::Silent,
        Sort::Fact(said) => return if said.is_some() { Class::Fact } else { Class::Silent },
        Sort::Name | Sort::Plain => {}
    }
    if word.territory.is_some() {
        return Class::Territory;
    }
    let (means, stands_for) = (!words.meanings(word).is_empty(), !words.concepts(word).is_empty());
    if word.sort == Sort::Name {
        return match (same_script, means || stands_for) {
            (false, _) => Class::NameInOtherScript,
            (_, true) => Class::KnownName,
            _ => Class::Name,
        };
    }
    let sounds = words.sounds(word).len();
    match (means, stands_for, sounds) {
        (true, _, 0) => Class::MeaningOfIdeographs,
        (true, ..) => Class::Meaning,
        (_, true, 0) => Class::ConceptOfIdeographs,
        (_, true, 7..) => Class::Concept,
        (_, true, _) => Class::ShortConcept,
        (_, _, 0) => Class::Silent,
        (_, _, ..4) => Class::Brief,
        (_, _, 7..) => {
            if same_script {
                Class::Long
            } else {
                Class::LongInOtherScript
            }
        }
        _ => {
            if same_script {
                Class::Middling
            } else {
                Class::MiddlingInOtherScript
            }
        }
    }
}

/// Log-likelihood ratio that the other side does not say a word, against that it does.
pub(crate) fn unsaid(class: Class, has_like: bool) -> f32 {
    let (said, chance) = RATES[class as usize];
    let ratio = if has_like { (chance / said).ln() } else { ((100.0 - chance) / (100.0 - said)).ln() };
    if class == Class::Fact { ratio.min(MOST_OF_FACT) } else { ratio }
}
