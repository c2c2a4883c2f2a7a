//! The arguments. Help, and the completions of shells, are made from what stands here.

mod aligning;
pub mod lexicon;
pub mod rules;
mod table;
mod terms;

pub use aligning::{AlignArgs, AlignFormat, AligningArgs, EffortArg};
pub use table::{HeaderArg, TableArgs, TableFormat};
pub use terms::TermsArgs;

use clap::builder::{Styles, styling::AnsiColor};
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use parallax_core::locale::Locale;
use parallax_core::{LanguageTag, Severity};
use parallax_formats::SegmentMode;
use std::path::PathBuf;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

const EXAMPLES: &str = "\
Examples:
  parallax check --pivot fr corpus/letter          all versions found in a folder
  parallax check letter.fr.txt letter.de.txt       one version against the first file
  parallax align letter.fr.txt letter.de.txt       which sentences correspond
  parallax explain N001                            what a rule finds, and why

Exit codes:
  0  nothing found at the level of --fail-on (error, if not said)
  1  something found at that level or above
  2  wrong usage, or a file that could not be read or written";

const CHECK_EXAMPLES: &str = "\
Examples:
  parallax check --pivot fr corpus/letter
  parallax check README.md README.*.md
  parallax check letter.fr.txt first.txt second.txt --target-lang de
  parallax check --pivot en docs/*/guide.md --format json --output drift.json
  parallax check --pivot fr corpus/letter --select N001,N005 --fail-on warning
  parallax check memory.en-de.tsv
  parallax check memory.tmx --source-lang en --target-lang de
  parallax check pairs.csv --source-column English --target-column French --target-lang fr-CA
  zcat pairs.jsonl.gz | parallax check - --table jsonl --format jsonl";

const CHECK_LONG: &str = "\
Holds every version of a document against one of them, the pivot, and reports where they say something else.

Given files, the first is the pivot. Given a folder, the versions in it are found by their names (letter.fr.txt and \
letter.de.txt, letter_fr.md and letter_pt-BR.md, fr/letter.md and de/letter.md; also README.md beside README.fr.md); \
other files are left alone, and --pivot says which version is the pivot. A folder with several documents is not \
checked: they are listed, and one of them can be named by its files.

A file's language is the one that is said (--lang, --source-lang, --target-lang), else the one that its name or \
folder says, else the one that the file declares (lang: in front matter), else the one that its text looks like. \
Two versions in one language may be given as files: each is checked, and named by its path.

A file that cannot be read costs its own result only: it is reported, the others are checked, and the exit code is 2. \
So does a file that does not look like a version of the pivot's document. \
Files of more than 16 MB are not read.

A single file that ends in .tsv, .csv, .jsonl or .tmx (or any other, with --table) is a bilingual table: a pair of texts a row. \
Each pair is checked by itself, and nothing is aligned; findings come in the order of the rows, and the file may be of \
any size. The columns are those named source and target (or src, tgt, translation, or two language tags such as en and \
fr), or those that --source-column and --target-column say; of two columns without names, the first is the source. The \
languages are the ones that are said (--source-lang, --target-lang), else those that the columns source_lang and \
target_lang or the names of the columns say, else those in the file's name (en-de.tsv), else those that the texts look \
like. A row that cannot be read is told of and costs only itself.

The rows of a TMX file are its units. Two of its languages are read: those that are said, else the source language of \
the header and the only other one. Codes within a text (bpt, ept, it, ph) are left out.";

/// Finds where the versions of a document in different languages drift apart
#[derive(Debug, Parser)]
#[command(name = "parallax", version, styles = STYLES, after_help = EXAMPLES, max_term_width = 100)]
#[command(arg_required_else_help = true, disable_help_subcommand = true)]
#[command(long_about = "\
Finds where the versions of a document in different languages drift apart.

Parallax reads what each version says (numbers, dates, links, negations), aligns the versions paragraph by paragraph \
and sentence by sentence, and reports each difference with the evidence on both sides. It needs nothing but the files: \
no model, no network.")]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,

    /// When to use colours
    ///
    /// `auto` uses them on a terminal, and heeds NO_COLOR and CLICOLOR_FORCE.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t, help_heading = "Output")]
    pub color: Color,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Report where versions of a document say something else than the pivot
    #[command(long_about = CHECK_LONG, after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// Print which sentences of two versions correspond
    ///
    /// Aligns paragraphs, then sentences, and prints groups of sentences that correspond, in the order of the source.
    /// `--format beads` prints one a line: source indices, a tab, target indices, a tab, the confidence (0 to 1);
    /// indices count from 0, are separated by commas, and an empty side is left empty.
    #[command(after_help = "\
Examples:
  parallax align letter.fr.txt letter.de.txt
  parallax align --segments lines --format beads news.fr news.de --source-lang fr --target-lang de
  parallax align fr/guide.md de/guide.md --format json
  parallax align fr/guide.md de/guide.md --fix corrected.tsv")]
    Align(AlignArgs),
    /// Make lexicons that help to align: learned from bitexts, or made of dictionaries
    #[command(after_help = "\
Examples:
  parallax lexicon learn memory.en-de.tmx -o en-de.lex
  parallax lexicon import freedict-fra-eng.index --source-lang fr --target-lang en -o fr-en.lex
  parallax lexicon show lettre --lexicon fr-en.lex
  parallax align letter.fr.txt letter.en.txt --lexicon fr-en.lex")]
    Lexicon(lexicon::LexiconArgs),
    /// List all rules, or what is known of a language
    Rules(rules::RulesArgs),
    /// Explain a rule: what it finds, why that matters, examples
    Explain(ExplainArgs),
    /// Print what is read in a text: its sentences, and the facts they state
    ///
    /// For finding out why something was, or was not, reported. Each sentence is followed by its facts, a line each:
    /// place, kind, value, unit, confidence (0 to 1, how likely the reading is), how much it counts for, and the text
    /// it was read from; below, other ways to read it. A `firm` fact is missed where the other side lacks it, a `soft`
    /// one less, a `silent` one not.
    #[command(after_help = "\
Examples:
  parallax facts letter.fr.txt
  parallax facts --lang de-CH price-list.txt
  parallax facts --format json letter.fr.txt")]
    Facts(FactsArgs),
    /// Print the completions for a shell
    #[command(after_help = "\
Examples:
  parallax completions bash > ~/.local/share/bash-completion/completions/parallax
  parallax completions fish > ~/.config/fish/completions/parallax.fish")]
    Completions(CompletionsArgs),
}

/// `parallax check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The files, the pivot first; or one folder; or one bilingual table
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// The version that the others are held against
    ///
    /// A language tag (`fr`, `pt-BR`) or a path. Needed for a folder; given files, the first is the pivot otherwise.
    #[arg(long, value_name = "LANG|PATH")]
    pub pivot: Option<String>,

    /// How many threads to use; as many as there are processors (or RAYON_NUM_THREADS) if not said
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,

    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would show it as help")]
    pub languages: LanguageArgs,

    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would show it as help")]
    pub reading: ReadingArgs,

    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would show it as help")]
    pub aligning: AligningArgs,

    /// Compare files even if they do not look like versions of one document
    ///
    /// Else such a file is told of, not compared, and the exit code is 2.
    #[arg(long)]
    pub even_unrelated: bool,

    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would show it as help")]
    pub table: TableArgs,

    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would show it as help")]
    pub terms: TermsArgs,

    /// Apply only these rules
    ///
    /// Codes or names, or the letter of a group (`N`), separated by commas. May be repeated.
    #[arg(long, value_name = "RULES", value_delimiter = ',', help_heading = "Rules")]
    pub select: Vec<String>,

    /// Leave out these rules
    ///
    /// As for --select, over which it wins. May be repeated.
    #[arg(long, value_name = "RULES", value_delimiter = ',', help_heading = "Rules")]
    pub ignore: Vec<String>,

    /// The lowest severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t, help_heading = "Rules")]
    pub fail_on: FailOn,

    /// How to report
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t, help_heading = "Output")]
    pub format: CheckFormat,

    /// Write the report to a file
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub output: Option<PathBuf>,

    /// Print findings and failures only
    #[arg(long, short, help_heading = "Output")]
    pub quiet: bool,
}

/// `parallax explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The rule's code or name: `N001`, `quantity-changed`
    pub rule: String,
}

/// `parallax facts`.
#[derive(Debug, Args)]
pub struct FactsArgs {
    /// The file to read
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: PathBuf,

    /// Its language, if its name does not say it
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub lang: Option<LanguageTag>,

    /// Also print the words by which it says *must*, *all*, *if*, *up*, *always* and the like
    #[arg(long)]
    pub cues: bool,

    /// Also print the names in it, and what those that are known stand for
    #[arg(long)]
    pub names: bool,

    /// How to print it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t, help_heading = "Output")]
    pub format: FactsFormat,

    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would show it as help")]
    pub reading: ReadingArgs,
}

/// How what was read is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum FactsFormat {
    /// A table for people
    #[default]
    Table,
    /// One JSON object (schema parallax-facts/1)
    Json,
}

/// `parallax completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: Shell,
}

/// Which languages the files are in.
#[derive(Debug, Args)]
#[command(next_help_heading = "Languages")]
pub struct LanguageArgs {
    /// The language of the pivot, or of the source
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub source_lang: Option<LanguageTag>,

    /// The language of all other versions, or of the target
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub target_lang: Option<LanguageTag>,

    /// The language of one file, wherever it stands; may be repeated
    ///
    /// PATH is as given, or its end: `guide.md` for `docs/guide.md`.
    #[arg(long = "lang", value_name = "PATH=LANG", value_parser = file_language)]
    pub lang: Vec<(PathBuf, LanguageTag)>,
}

/// How files are read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub struct ReadingArgs {
    /// The encoding of the files, if it should not be guessed: `utf-8`, `windows-1252`, `shift_jis`
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,

    /// How the files are cut into segments
    #[arg(long, value_enum, value_name = "HOW", default_value_t)]
    pub segments: Segments,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// On a terminal
    #[default]
    Auto,
    /// Into files and pipes too
    Always,
    /// Nowhere
    Never,
}

/// How files are cut into segments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Segments {
    /// Paragraphs, and sentences within them
    #[default]
    Sentences,
    /// Each line is a segment, for text that is segmented already
    Lines,
}

impl From<Segments> for SegmentMode {
    fn from(segments: Segments) -> Self {
        match segments {
            Segments::Sentences => Self::Sentences,
            Segments::Lines => Self::Lines,
        }
    }
}

/// How findings are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum CheckFormat {
    /// With the text of both sides
    #[default]
    Full,
    /// A line per finding
    Concise,
    /// One JSON object (schema parallax-report/1)
    Json,
    /// One JSON object a line and finding
    Jsonl,
}

/// The severity from which on a check fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum FailOn {
    /// Surely wrong
    #[default]
    Error,
    /// Probably wrong
    Warning,
    /// Worth a look
    Info,
    /// Exit with 0 whatever is found
    Never,
}

impl FailOn {
    /// The severity, if there is one.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}

/// A language tag; no language is known by more than three letters, so `french` is refused.
fn language(text: &str) -> Result<LanguageTag, String> {
    let tag: LanguageTag = text.parse().map_err(|error: parallax_core::language::NotALanguage| error.to_string())?;
    let listed = Locale::of(&tag).is_known() || tag.language().len() <= 3;
    if listed { Ok(tag) } else { Err(parallax_core::language::NotALanguage(text.to_owned()).to_string()) }
}

fn file_language(text: &str) -> Result<(PathBuf, LanguageTag), String> {
    // The last sign: paths may hold one, tags do not.
    let (path, tag) = text.rsplit_once('=').ok_or("expected PATH=LANG, such as letter.txt=fr")?;
    Ok((PathBuf::from(path), language(tag)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
        assert!(CHECK_LONG.contains(&format!("more than {} MB", crate::input::LARGEST >> 20)));
    }

    #[test]
    fn languages_are_tags() {
        assert_eq!(language("pt_br").map(|tag| tag.to_string()), Ok("pt-BR".to_owned()));
        assert_eq!(language("tlh").map(|tag| tag.to_string()), Ok("tlh".to_owned()));
        assert!(language("french").is_err_and(|error| error.contains("BCP 47")));
        assert!(language("").is_err());
        let parsed = file_language("a=b/c.txt=fr").map(|(path, tag)| (path, tag.to_string()));
        assert_eq!(parsed, Ok((PathBuf::from("a=b/c.txt"), "fr".to_owned())));
        assert!(file_language("fr").is_err());
    }
}
