//! The structs of the JSON formats. Fields are only ever added, at the end of their struct's published order.
//!
//! Documents are referred to by their index in `documents`; blocks and segments count from 0 within their document.

use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a run did and found.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Parallax report, version 1")]
pub struct Report<'a> {
    /// Names the format and its major version.
    #[schemars(extend("const" = "parallax-report/1"))]
    pub schema: &'static str,
    /// What wrote the report.
    pub tool: Tool<'a>,
    /// The pivot first, then the versions held against it.
    pub documents: Vec<Document<'a>>,
    /// One for each version.
    pub alignments: Vec<Alignment>,
    /// In the order of the pivot, then of the versions.
    pub findings: Vec<Finding<'a>>,
    /// How many findings there are.
    pub summary: Summary,
    /// Files that could not be checked; the others were all the same.
    pub failures: Vec<Failure<'a>>,
    /// What else was noticed about the documents.
    pub notices: Vec<Notice<'a>>,
}

/// What wrote a report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Tool<'a> {
    /// Always `parallax`.
    pub name: &'static str,
    /// The tool's version.
    pub version: &'a str,
}

/// Whether a document is the one that the others are held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The others are held against it.
    Pivot,
    /// It is held against the pivot.
    Version,
    /// A table that holds both sides of each pair.
    Bilingual,
}

/// How a document's language is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LanguageOrigin {
    /// The user said it.
    Given,
    /// The file's or folder's name says it.
    Path,
    /// The file itself declares it.
    Declared,
    /// Identified from the text.
    Identified,
}

/// A document that was read.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document<'a> {
    /// The path as the user gave it.
    pub path: &'a str,
    /// BCP 47 tag; `und` where unknown.
    pub language: String,
    /// Pivot or version.
    pub role: Role,
    /// How many blocks it has.
    pub blocks: usize,
    /// How many segments it has.
    pub segments: usize,
    /// The encoding it was read in, by its WHATWG name.
    pub encoding: &'a str,
    /// How its language is known.
    pub language_origin: LanguageOrigin,
    /// How sure the identification is, 0 to 1; only for identified languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub language_confidence: Option<f64>,
    /// The language of the targets, `language` being that of the sources; only for bilingual tables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_language: Option<String>,
    /// How the language of the targets is known; only for bilingual tables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_language_origin: Option<LanguageOrigin>,
    /// How sure the identification of the targets' language is, 0 to 1; only for bilingual tables.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub target_language_confidence: Option<f64>,
    /// How many pairs were checked; only for bilingual tables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pairs: Option<usize>,
    /// How many rows could not be read; only for bilingual tables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bad_rows: Option<usize>,
}

/// Which parts of a version correspond to which of the pivot.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Alignment {
    /// The pivot.
    pub source: usize,
    /// The version.
    pub target: usize,
    /// Beads of blocks.
    pub beads: Vec<Bead>,
    /// Beads of segments.
    pub segments: Vec<Bead>,
}

/// Some blocks or segments of the source that correspond to some of the target. One side may be empty.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Bead {
    /// Indices on the source side.
    pub source: Vec<usize>,
    /// Indices on the target side.
    pub target: Vec<usize>,
    /// How likely the bead is right, 0 to 1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub confidence: f64,
    /// True where the two sides stand in another order than their neighbours; else absent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub moved: bool,
}

/// How bad a finding is, if it is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Surely wrong: gate on it.
    Error,
    /// Probably wrong: read it.
    Warning,
    /// Worth a look.
    Info,
}

/// One drift between the pivot and a version.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Finding<'a> {
    /// The rule's code: a letter and three digits.
    #[schemars(regex(pattern = "^[A-Z][0-9]{3}$"))]
    pub rule: &'a str,
    /// The rule's name.
    pub name: &'a str,
    /// How bad it is, if true.
    pub severity: Severity,
    /// How likely it is true, 0 to 1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub confidence: f64,
    /// The MQM error type.
    pub mqm: &'a str,
    /// What is wrong, in a sentence.
    pub message: &'a str,
    /// Names the finding across runs, whatever else moves in the documents.
    #[schemars(regex(pattern = "^[0-9a-f]{16}$"))]
    pub fingerprint: String,
    /// The pivot's side; null where it has none.
    pub source: Option<Side<'a>>,
    /// The version's side; null where it has none.
    pub target: Option<Side<'a>>,
    /// Why.
    pub evidence: Vec<Evidence<'a>>,
    /// The document that is out of step, where at least three versions tell.
    pub outlier: Option<usize>,
    /// The document that the finding is about, also where it has nothing to point at.
    pub version: usize,
    /// That document's path; only in JSON lines, which list no documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version_path: Option<&'a str>,
    /// That document's language; only in JSON lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version_language: Option<String>,
    /// What the table calls the pair; only for bilingual tables that say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'a str>,
}

/// A place in one of the documents.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Side<'a> {
    /// Which document.
    pub document: usize,
    /// Which block of it.
    pub block: usize,
    /// Which segment of it; null where the place lies in none.
    pub segment: Option<usize>,
    /// Line of the first character, from 1.
    #[schemars(range(min = 1))]
    pub line: usize,
    /// Column of the first character, from 1, in Unicode scalar values.
    #[schemars(range(min = 1))]
    pub column: usize,
    /// Line of the end.
    #[schemars(range(min = 1))]
    pub end_line: usize,
    /// Column one past the last character.
    #[schemars(range(min = 1))]
    pub end_column: usize,
    /// First byte in the file (for a file that was not UTF-8: in its text converted to UTF-8).
    pub byte_start: usize,
    /// One past the last byte.
    pub byte_end: usize,
    /// The text as the file has it there.
    pub text: &'a str,
    /// The document's path; only in JSON lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<&'a str>,
    /// The document's language; only in JSON lines, and for bilingual tables the language of the side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The pair's number from 0; only for bilingual tables, where `block` and `segment` are the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<usize>,
}

/// A reason for a finding, or something that bears on it.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Evidence<'a> {
    /// What was read on one side, in a form that does not depend on language.
    Value {
        /// Where it was read.
        document: usize,
        /// `90000`, `--02 (late)`.
        value: &'a str,
        /// On which side of the pair; only for bilingual tables.
        #[serde(skip_serializing_if = "Option::is_none")]
        side: Option<PairSide>,
    },
    /// Other documents that agree with each other.
    Agreement {
        /// Which.
        documents: &'a [usize],
        /// What they say.
        value: &'a str,
        /// Whether they say what the pivot says.
        with_pivot: bool,
    },
    /// A cause of the confidence.
    Cause {
        /// What it is.
        name: &'a str,
        /// Its share, 0 to 1: the confidence is made of these.
        #[schemars(range(min = 0.0, max = 1.0))]
        factor: f64,
    },
    /// Another place that bears on it.
    Elsewhere {
        /// What is there.
        message: &'a str,
        /// Where.
        place: Box<Side<'a>>,
    },
    /// Anything else worth saying.
    Note {
        /// A sentence.
        message: &'a str,
    },
}

impl<'a> Evidence<'a> {
    /// The other place that it names.
    pub(crate) fn place(&mut self) -> Option<&mut Side<'a>> {
        if let Self::Elsewhere { place, .. } = self { Some(place) } else { None }
    }
}

/// A side of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PairSide {
    /// The text that was translated.
    Source,
    /// Its translation.
    Target,
}

/// How many findings there are.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Summary {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Findings worth a look.
    pub info: usize,
    /// By the rule's code; rules that found nothing are absent.
    pub by_rule: BTreeMap<&'static str, usize>,
    /// Doubtful findings that were held back, and are not in the report.
    pub held_back: usize,
}

/// Why a file was not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FailureKind {
    /// It could not be read.
    Unreadable,
    /// It does not look like a version of the pivot's document.
    Unrelated,
}

/// A file that could not be checked.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Failure<'a> {
    /// What is wrong with it.
    pub kind: FailureKind,
    /// The path as the user gave it.
    pub path: &'a str,
    /// Why.
    pub reason: &'a str,
}

/// Something noticed about a document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Notice<'a> {
    /// Which document.
    pub document: usize,
    /// What, in a sentence.
    pub message: &'a str,
    /// Where, if at one place.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1))]
    pub line: Option<usize>,
}
