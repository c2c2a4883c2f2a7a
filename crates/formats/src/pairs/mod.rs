//! Bilingual tables: TSV, CSV, JSON lines and TMX, a pair of texts a row, read in batches however large the file.
//!
//! [`PairReader`] reads any [`Read`]; memory holds a batch and what was read ahead of it, never the file. A [`Batch`] is
//! some whole rows: splitting them into fields is left to [`Batch::pairs`], which may be called on any thread.
//!
//! - **TSV** has a row a line and nothing quoted: a field holds every character but tab and line break.
//! - **CSV** is RFC 4180; commas, or semicolons where the first row has no comma.
//! - **JSON lines** has an object a line. A key may lie in an object of the row: `translation.en`.
//! - **TMX** (1.1 to 1.4b) has a unit a row, of which two languages are read: those that the caller says, else the source
//!   language of the header and the only other one. Codes (`bpt`, `ept`, `it`, `ph`, `ut`) are no text, marked text (`hi`)
//!   and texts within codes (`sub`) are. Of several texts in a language the first is read.
//!
//! A byte order mark, CRLF and other encodings than UTF-8 are read as elsewhere in this crate; the encoding is recognised
//! by the first megabyte. A row that cannot be read costs only itself ([`BadRow`]); it is counted as an entry, so that
//! entries are the file's rows. Rows without any character are no entries.
//!
//! ```
//! use parallax_formats::pairs::{PairFormat, PairOptions, PairReader};
//!
//! let table = "id\tsource\ttarget\n7\tZwölf Eier.\tTwelve eggs.\n".as_bytes();
//! let mut reader = PairReader::new(table, &PairOptions::new(PairFormat::Tsv))?;
//! let batch = reader.next_batch()?.expect("has a row");
//! let pair = batch.pairs().next().expect("has a row")?;
//! assert_eq!((pair.id.as_deref(), pair.target.blocks[0].text.as_str()), (Some("7"), "Twelve eggs."));
//! assert_eq!(pair.target.line_column(0).column, 15);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod delimited;
mod error;
mod input;
mod json;
mod layout;
pub(crate) mod names;
mod reader;
mod tmx;

pub use error::{BadRow, LayoutError, PairError};
pub use layout::{Columns, Header, Layout, Roles};
pub use reader::{Batch, LONGEST_ROW, PairReader, RowNotice};

use encoding_rs::Encoding;
use parallax_core::{Document, LanguageTag};

#[cfg(doc)]
use std::io::Read;

/// A format of bilingual tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PairFormat {
    /// Tab-separated values, nothing quoted.
    Tsv,
    /// Comma-separated values, RFC 4180.
    Csv,
    /// JSON lines: an object a line.
    Jsonl,
    /// TMX, the exchange format of translation memories: a unit a row.
    Tmx,
}

impl PairFormat {
    /// The format that the path's extension names, in any case.
    #[must_use]
    pub fn from_path(path: &str) -> Option<Self> {
        match crate::format::extension(path).to_ascii_lowercase().as_str() {
            "tsv" | "tab" => Some(Self::Tsv),
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "tmx" => Some(Self::Tmx),
            _ => None,
        }
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tsv => "TSV",
            Self::Csv => "CSV",
            Self::Jsonl => "JSON lines",
            Self::Tmx => "TMX",
        }
    }
}

/// What the caller knows of a table, or wants of it.
#[derive(Debug, Clone)]
pub struct PairOptions {
    /// The format.
    pub format: PairFormat,
    /// The encoding, which is then not guessed. A byte order mark wins over it.
    pub encoding: Option<&'static Encoding>,
    /// Whether the first row names the columns. JSON lines and TMX have no such row.
    pub header: Header,
    /// Which columns are meant, where the names do not tell. TMX has none.
    pub columns: Columns,
    /// The languages of source and target, where they are known: they choose between columns named by languages and
    /// between the languages of a TMX file, and help to tell legacy encodings apart.
    pub languages: [Option<LanguageTag>; 2],
}

impl PairOptions {
    /// The format and nothing else.
    #[must_use]
    pub fn new(format: PairFormat) -> Self {
        Self { format, encoding: None, header: Header::Auto, columns: Columns::default(), languages: [None; 2] }
    }
}

/// A row of a table: two texts that should say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The row's number from 0; a header is not counted.
    pub entry: usize,
    /// The line that it begins on, from 1.
    pub line: usize,
    /// The source: a document of one [`Entry`](parallax_core::BlockKind::Entry) block that knows where in the file it
    /// stands. Its path is empty: all pairs have one.
    pub source: Document,
    /// The target, likewise.
    pub target: Document,
    /// What the row is called, if there is a column for that and something in it.
    pub id: Option<String>,
    /// The source's language, where the row says it.
    pub source_language: Option<LanguageTag>,
    /// The target's language, where the row says it.
    pub target_language: Option<LanguageTag>,
}
