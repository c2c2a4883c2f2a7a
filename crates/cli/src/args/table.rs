//! What can be said of bilingual tables.

use clap::{Args, ValueEnum};
use parallax_formats::pairs::{Header, PairFormat};

/// How a bilingual table is read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Bilingual tables")]
pub struct TableArgs {
    /// Take the file for a bilingual table of this format, whatever its name; `-` is standard input
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub table: Option<TableFormat>,

    /// The column of the source's text: its name, or its number from 1
    #[arg(long, value_name = "NAME|N")]
    pub source_column: Option<String>,

    /// The column of the target's text
    #[arg(long, value_name = "NAME|N")]
    pub target_column: Option<String>,

    /// The column of the pair's name
    #[arg(long, value_name = "NAME|N")]
    pub id_column: Option<String>,

    /// The column of the source's language
    #[arg(long, value_name = "NAME|N")]
    pub source_lang_column: Option<String>,

    /// The column of the target's language
    #[arg(long, value_name = "NAME|N")]
    pub target_lang_column: Option<String>,

    /// Whether the first row names the columns; `auto` looks whether it does
    #[arg(long, value_enum, value_name = "WHETHER", default_value_t)]
    pub header: HeaderArg,
}

/// A format of bilingual tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Tab-separated, a row a line, nothing quoted
    Tsv,
    /// Comma-separated, as RFC 4180 has it
    Csv,
    /// A JSON object a line
    Jsonl,
    /// A translation memory: two languages of each unit
    Tmx,
}

impl From<TableFormat> for PairFormat {
    fn from(format: TableFormat) -> Self {
        match format {
            TableFormat::Tsv => Self::Tsv,
            TableFormat::Csv => Self::Csv,
            TableFormat::Jsonl => Self::Jsonl,
            TableFormat::Tmx => Self::Tmx,
        }
    }
}

/// Whether a table's first row names its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum HeaderArg {
    /// If it has names that are known, or were said
    #[default]
    Auto,
    /// It does
    Yes,
    /// It does not
    No,
}

impl From<HeaderArg> for Header {
    fn from(header: HeaderArg) -> Self {
        match header {
            HeaderArg::Auto => Self::Auto,
            HeaderArg::Yes => Self::Yes,
            HeaderArg::No => Self::No,
        }
    }
}
