//! What a text says: documents, segments, languages, facts, and the values that the other layers exchange.
//!
//! Nothing here reads files, writes to a terminal or starts threads. The way through this crate is
//! [`Document`] (blocks of readable text with their places in the file) → [`Version::read`] (segments and facts,
//! read once) → [`Bitext`] (made by `parallax-aligner`) → [`Finding`] (made by `parallax-drift`) → [`Report`].

pub mod bitext;
mod classes;
pub mod cues;
pub mod document;
pub mod facts;
pub mod finding;
pub mod fold;
pub mod glossary;
pub mod identify;
pub mod inflection;
pub mod language;
pub mod lengths;
pub mod lexicon;
pub mod locale;
pub mod mood;
pub mod names;
pub mod origin;
pub mod reason;
pub mod report;
pub mod segmentation;
pub mod span;
pub mod text;
pub mod tokens;
pub mod variants;
pub mod version;
pub mod vocabulary;

pub use bitext::{Alignment, Bead, Bitext, Resemblance};
pub use cues::Cue;
pub use document::{Block, BlockKind, Document, Inline, InlineKind, Problem};
pub use facts::{Fact, Value};
pub use finding::{Confidence, Evidence, Finding, Fingerprint, Place, RuleMeta, Severity};
pub use language::LanguageTag;
pub use origin::Origin;
pub use report::Report;
pub use span::{LineColumn, LineIndex, Span, TextRange};
pub use text::BlockText;
pub use version::{LanguageOrigin, Segment, Version};
