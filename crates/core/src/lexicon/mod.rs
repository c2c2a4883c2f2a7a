//! Words of two languages that mean the same: by a small dictionary, by the concepts that they stand for, or because
//! they look alike; and what a user brings.

mod concepts;
mod dictionary;
mod likeness;
mod loaded;

pub use concepts::{Concept, ConceptVector, Concepts, concept_name, cosine};
pub use dictionary::{Dictionary, MEANINGS, Meaning, meaning_name};
pub use likeness::{ascii_of, likeness};
pub use loaded::{Lexicon, OtherLanguages};
