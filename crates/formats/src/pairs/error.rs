//! What can be wrong with a table, and with a row of it.

use crate::ReadError;
use std::fmt;
use std::io;

/// A table that cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum PairError {
    /// The bytes could not be had.
    Io(io::Error),
    /// They are no text.
    Read(ReadError),
    /// There is no row.
    Empty,
    /// No line of it is a JSON object.
    NoObject {
        /// What is wrong with the first line.
        reason: String,
    },
    /// It is no TMX.
    NotTmx,
    /// It is not clear which columns hold the texts.
    Layout(LayoutError),
}

impl fmt::Display for PairError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Read(error) => error.fmt(f),
            Self::Empty => f.write_str("it has no rows"),
            Self::NoObject { reason } => write!(f, "none of its lines is a JSON object (line 1: {reason})"),
            Self::NotTmx => f.write_str("it is no TMX: it does not begin with a <tmx> element"),
            Self::Layout(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PairError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            Self::Read(error) => Some(error),
            Self::Layout(error) => Some(error),
            Self::Empty | Self::NotTmx | Self::NoObject { .. } => None,
        }
    }
}

impl From<io::Error> for PairError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<ReadError> for PairError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl From<LayoutError> for PairError {
    fn from(error: LayoutError) -> Self {
        Self::Layout(error)
    }
}

/// Why it is not clear which columns hold the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum LayoutError {
    /// There is only one column.
    OneColumn {
        /// What it holds in the first row, or its name.
        first: String,
    },
    /// No column is named as one of the two sides is (a wish of the caller has its own error).
    NotNamed {
        /// Whether it is the target that is not found.
        target: bool,
        /// The columns, or the fields of the first row.
        columns: Vec<String>,
    },
    /// Several columns are named by languages, and it is not clear which two are meant.
    ManyLanguages {
        /// Their names.
        columns: Vec<String>,
    },
    /// The caller names a column that is not there.
    NoSuchColumn {
        /// As the caller said it.
        wanted: String,
        /// The columns, or the fields of the first row.
        columns: Vec<String>,
    },
    /// One column is both sides.
    SameColumn {
        /// Its name, or its number from 1.
        column: String,
    },
    /// A TMX file has texts in several languages, and it is not clear which two are meant.
    WhichLanguages {
        /// The languages.
        languages: Vec<String>,
    },
    /// A TMX file has no text in a language that the caller says.
    NoSuchLanguage {
        /// That language.
        wanted: String,
        /// The languages that there are.
        languages: Vec<String>,
    },
    /// A TMX file does not have texts in two languages.
    OneLanguage {
        /// The languages that there are.
        languages: Vec<String>,
    },
    /// A language is both sides.
    SameLanguage {
        /// Its tag.
        language: String,
    },
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneColumn { first } => write!(f, "it has only one column, which begins with {}", quoted(first)),
            Self::NotNamed { target, columns } => {
                let side = if *target { "target" } else { "source" };
                write!(f, "which column is the {side}? None is named so; there are {}", listed(columns))
            }
            Self::ManyLanguages { columns } => {
                write!(f, "which columns are the source and the target? There are {}", listed(columns))
            }
            Self::NoSuchColumn { wanted, columns } => {
                write!(f, "there is no column {}; there are {}", quoted(wanted), listed(columns))
            }
            Self::WhichLanguages { languages } => {
                write!(f, "which languages are the source and the target? There are {}", listed(languages))
            }
            Self::NoSuchLanguage { wanted, languages } => {
                write!(f, "there is no text in {}; there are texts in {}", quoted(wanted), listed(languages))
            }
            Self::OneLanguage { languages } if languages.is_empty() => {
                f.write_str("no language is said of its texts (xml:lang)")
            }
            Self::OneLanguage { languages } => write!(f, "it has texts in {} only", listed(languages)),
            Self::SameLanguage { language } => write!(f, "{} cannot be both source and target", quoted(language)),
            Self::SameColumn { column } => write!(f, "column {} cannot be both source and target", quoted(column)),
        }
    }
}

impl std::error::Error for LayoutError {}

/// The most columns that an error lists, and the most characters of each.
const LISTED: usize = 12;
const SHOWN: usize = 40;

fn listed(columns: &[String]) -> String {
    let mut shown: Vec<String> = columns.iter().take(LISTED).map(|column| quoted(column)).collect();
    if columns.len() > LISTED {
        shown.push(format!("{} more", columns.len() - LISTED));
    }
    match shown.as_slice() {
        [] => "none".to_owned(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

fn quoted(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

/// A row that cannot be read. The others are read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// The row's number from 0.
    pub entry: usize,
    /// The line that it begins on, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: String,
}

impl fmt::Display for BadRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl std::error::Error for BadRow {}
