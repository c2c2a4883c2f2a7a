//! What can be said to `parallax lexicon`.

use super::{LanguageArgs, ReadingArgs, language};
use clap::{Args, Subcommand, ValueEnum, ValueHint};
use parallax_core::LanguageTag;
use std::path::PathBuf;

/// `parallax lexicon`.
#[derive(Debug, Args)]
pub struct LexiconArgs {
    /// What to do
    #[command(subcommand)]
    pub command: LexiconCommand,
}

/// What to do with lexicons.
#[derive(Debug, Subcommand)]
pub enum LexiconCommand {
    /// Learn a lexicon from texts that are translations of each other
    ///
    /// FILES are bilingual tables or translation memories (TSV, CSV, JSON lines, TMX) in the same two languages, whose
    /// pairs are taken as they are; or two versions of a document, which are aligned first. Words that met in at least
    /// two pairs are learned.
    Learn(LearnArgs),
    /// Make a lexicon of a dictionary or a glossary
    ///
    /// FILES are term bases (TBX, versions 2 and 3), glossaries with a pair of terms a row (TSV, CSV, JSON lines),
    /// dictionaries of the DICT server such as FreeDict's (name the .index; the .dict or .dict.dz lies beside it), or
    /// lexicons. Several are made one.
    Import(ImportArgs),
    /// Print what is known of a word: in lexicons, and built in
    ///
    /// A line each, of five cells separated by tabs: the lexicon's file, the language of the word, its translation's
    /// language, the translation, and how likely it is (0 to 1). What is built in has `dictionary` or `concepts` for a
    /// file, no second language, and for a translation the English name of what the word means or stands for.
    Show(ShowArgs),
}

/// `parallax lexicon learn`.
#[derive(Debug, Args)]
pub struct LearnArgs {
    /// The texts
    #[arg(required = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,

    /// Write the lexicon to a file
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub output: Option<PathBuf>,

    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would show it as help")]
    pub languages: LanguageArgs,

    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would show it as help")]
    pub reading: ReadingArgs,
}

/// `parallax lexicon import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The dictionaries
    #[arg(required = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,

    /// The format of the files, if their names do not say it
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<LexiconFormat>,

    /// The language of the words that are translated
    #[arg(long, value_name = "LANG", value_parser = language, help_heading = "Languages")]
    pub source_lang: Option<LanguageTag>,

    /// The language of their translations
    #[arg(long, value_name = "LANG", value_parser = language, help_heading = "Languages")]
    pub target_lang: Option<LanguageTag>,

    /// Write the lexicon to a file
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub output: Option<PathBuf>,
}

/// A format that lexicons are made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LexiconFormat {
    /// A lexicon as this program writes it
    Lexicon,
    /// TermBase eXchange
    Tbx,
    /// A dictionary of the DICT server
    Dictd,
    /// Tab-separated terms
    Tsv,
    /// Comma-separated terms
    Csv,
    /// A JSON object a line
    Jsonl,
}

/// `parallax lexicon show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// The word, or several words that are one entry
    pub word: String,

    /// A lexicon to look into too; may be repeated
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub lexicon: Vec<PathBuf>,

    /// Look only for a word of this language
    ///
    /// Of a word that CLDR does not have in this language, what words with the same stem stand for is told.
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub lang: Option<LanguageTag>,

    /// How to print it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t, help_heading = "Output")]
    pub format: ShowFormat,
}

/// How what is known of a word is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ShowFormat {
    /// A line each, tab-separated
    #[default]
    Table,
    /// One JSON object (schema parallax-word/1)
    Json,
}
