//! What is known of a word, for `parallax lexicon show`: as a table for people, as JSON for programs.

use crate::json::write_shallow;
use crate::terminal::clean::exact;
use schemars::JsonSchema;
use serde::Serialize;
use std::io;

/// What lexicons and the program itself know of a word, as JSON, schema `parallax-word/1`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Parallax word, version 1")]
pub struct WordFile {
    /// Names the format and its major version.
    #[schemars(extend("const" = "parallax-word/1"))]
    pub schema: &'static str,
    /// The word as it is looked for: in small letters, as comparison has them.
    pub word: String,
    /// What lexicons translate it by: in the order of the lexicons, likeliest first.
    pub translations: Vec<WordTranslation>,
    /// What it means by the built-in dictionary, by language.
    pub meanings: Vec<WordMeaning>,
    /// What it stands for by CLDR's names and keywords, by language, what most says first.
    pub concepts: Vec<WordConcept>,
}

/// A translation that a lexicon has.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WordTranslation {
    /// The lexicon's file.
    pub lexicon: String,
    /// The language of the word (a BCP 47 tag).
    pub language: String,
    /// The language of its translation.
    pub target_language: String,
    /// The translation.
    pub translation: String,
    /// How likely the one stands for the other (above 0, at most 1).
    pub weight: f32,
}

/// A meaning by the built-in dictionary.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WordMeaning {
    /// The language of the word.
    pub language: String,
    /// The English name of the meaning.
    pub meaning: &'static str,
}

/// A concept that the word stands for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WordConcept {
    /// The language of the word.
    pub language: String,
    /// An emoji, or the code of a country or language.
    pub concept: &'static str,
    /// Its English name.
    pub name: &'static str,
    /// How much of what the word says that is: a part of a vector whose length is 1 (0 to 1).
    pub weight: f32,
    /// Whether the word itself is not known, but others with the same stem are.
    pub by_stem: bool,
}

/// Writes a line for each thing that is known, of five cells separated by tabs: where it is known from (the lexicon's
/// file, `dictionary` or `concepts`), the language of the word, the language of what it is translated by (empty where it
/// is none), the translation, meaning or concept, and its weight (empty for meanings).
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_word_table(file: &WordFile, out: &mut dyn io::Write) -> io::Result<()> {
    for WordTranslation { lexicon, language, target_language, translation, weight } in &file.translations {
        let lexicon = exact(lexicon);
        writeln!(out, "{lexicon}\t{language}\t{target_language}\t{translation}\t{weight:.3}")?;
    }
    for WordMeaning { language, meaning } in &file.meanings {
        writeln!(out, "dictionary\t{language}\t\t{meaning}\t")?;
    }
    for WordConcept { language, concept, name, weight, by_stem } in &file.concepts {
        let stem = if *by_stem { " (by its stem)" } else { "" };
        writeln!(out, "concepts\t{language}\t\t{concept} {name}{stem}\t{weight:.3}")?;
    }
    Ok(())
}

/// Writes what is known as one JSON object.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_word_json(file: &WordFile, out: &mut dyn io::Write) -> io::Result<()> {
    write_shallow(file, 2, out)
}
