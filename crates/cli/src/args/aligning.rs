//! What can be said of how versions are aligned, and `parallax align`.

use super::{LanguageArgs, ReadingArgs};
use clap::{Args, ValueEnum, ValueHint};
use std::path::PathBuf;

/// How versions are aligned.
#[derive(Debug, Args)]
#[command(next_help_heading = "Alignment")]
pub struct AligningArgs {
    /// How much time to spend on aligning: `fast` learns less from the texts
    #[arg(long, value_enum, value_name = "HOW", default_value_t)]
    pub effort: EffortArg,

    /// Use a lexicon of the versions' languages; may be repeated
    ///
    /// As `parallax lexicon` makes it. Its words are looked for in the texts, and count as evidence among others.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub lexicon: Vec<PathBuf>,
}

/// How much time to spend on aligning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum EffortArg {
    /// As long as it helps
    #[default]
    Full,
    /// About half of that
    Fast,
}

/// `parallax align`.
#[derive(Debug, Args)]
pub struct AlignArgs {
    /// The file to align
    #[arg(value_hint = ValueHint::FilePath, required_unless_present = "pairs")]
    pub source: Option<PathBuf>,

    /// The file to align it with
    #[arg(value_hint = ValueHint::FilePath, required_unless_present = "pairs")]
    pub target: Option<PathBuf>,

    /// Align all pairs of files that a list names, in parallel
    ///
    /// A pair a line: source, target and, if wanted, where to write, the source's and the target's language, and beads
    /// to take as they are (see --fix), separated by tabs. Paths are meant from the folder of the list. Empty lines and
    /// lines that begin with # do not count. A pair without a place of its own is written to the folder that --output
    /// names, as SOURCE--TARGET.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all = ["source", "target", "review"])]
    pub pairs: Option<PathBuf>,

    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would show it as help")]
    pub languages: LanguageArgs,

    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would show it as help")]
    pub reading: ReadingArgs,

    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would show it as help")]
    pub aligning: AligningArgs,

    /// Take the beads that a file lists as they are, and align the rest around them
    ///
    /// FILE is an alignment of these very files that was corrected, or a part of one: a table with the columns
    /// source_index and target_index (as this command prints it; other columns are not looked at), lines of source
    /// indices, a tab and target indices, or the JSON form. If a table has a column `fixed`, or the beads of the JSON
    /// have a field `fixed`, only what is marked there counts. Beads that are given have confidence 1; those whose order is
    /// another than that of the rest have moved. With --pairs it names a folder: a pair takes the file there that has the
    /// name of its result (SOURCE--TARGET) and ends with .tsv, .beads or .json, unless the list names one for it.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub fix: Option<PathBuf>,

    /// Print what spoke for each group
    ///
    /// A table for people, or a field `evidence` with --format json: how much lengths, words, facts and the rest speak
    /// for it (in nats, of which 2.3 make it ten times likelier), and the words and facts that do most. Words that look
    /// alike have no figure of their own: words are learned from them on.
    #[arg(long, help_heading = "Output")]
    pub explain: bool,

    /// How to print the alignment
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t, help_heading = "Output")]
    pub format: AlignFormat,

    /// Also write a page to read the alignment side by side, doubtful beads marked (HTML)
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub review: Option<PathBuf>,

    /// Write the alignment to a file; with --pairs, the alignments to a folder
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub output: Option<PathBuf>,

    /// Print no notes about the files
    #[arg(long, short, help_heading = "Output")]
    pub quiet: bool,
}

/// How an alignment is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum AlignFormat {
    /// A table with the texts, tab-separated
    #[default]
    Tsv,
    /// Indices and confidence only
    Beads,
    /// One JSON object (schema parallax-alignment/1)
    Json,
    /// A translation memory, TMX 1.4b
    Tmx,
    /// A bilingual document, XLIFF 2.0
    Xliff,
}

impl AlignFormat {
    /// The extension of files of this format.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Tsv => "tsv",
            Self::Beads => "beads",
            Self::Json => "json",
            Self::Tmx => "tmx",
            Self::Xliff => "xlf",
        }
    }
}
