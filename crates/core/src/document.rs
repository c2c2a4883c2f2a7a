//! Documents as readers give them: blocks in order, each with its place in the file.

use crate::language::LanguageTag;
use crate::origin::Origin;
use crate::span::{LineColumn, LineIndex, Span, TextRange};
use crate::text::BlockText;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// A paragraph of prose.
    Paragraph,
    /// A heading, with its level (1 to 6).
    Heading(u8),
    /// A paragraph that stands in a list item.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// A block of code: compared as it stands, never read as prose.
    Code,
    /// A line of a pre-segmented file: one segment, whatever it holds.
    Line,
    /// One side of a pair of a bilingual file: one segment, or none where it is empty.
    Entry,
}

/// What an inline stretch of a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineKind {
    /// A code span: its text is in the block's text, but is no prose.
    Code,
    /// A link or an image with its destination; the link's words are in the block's text.
    Link {
        /// The destination as written in the source, entities and escapes resolved.
        destination: String,
        /// Where the destination stands in the file; the whole link where the destination stands elsewhere.
        destination_span: Span,
    },
    /// A bare address (`<https://…>` or an e-mail address in angle brackets), whose text is the destination.
    Autolink,
    /// Emphasis, strong, strikethrough.
    Emphasis,
    /// Raw HTML inside the block: not in the block's text.
    Html,
}

/// A stretch of a block that is known for what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// The part of the block's text that it covers; empty where it shows no text.
    pub range: TextRange,
    /// Where it stands in the file.
    pub span: Span,
}

/// A paragraph, heading, list item, table cell or code block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Where it stands in the file.
    pub span: Span,
    /// What a reader reads.
    pub text: BlockText,
    /// The stretches of the text that are more than prose, in order.
    pub inlines: Vec<Inline>,
}

impl Block {
    /// A block of plain text without inline markup.
    #[must_use]
    pub fn plain(kind: BlockKind, span: Span, text: BlockText) -> Self {
        Self { kind, span, text, inlines: Vec::new() }
    }
}

/// Something about a file that its reader noticed and went on: worth telling, not worth stopping for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where in the file, if at one place.
    pub span: Option<Span>,
    /// What is wrong and what was done about it, in a sentence.
    pub message: String,
}

/// A document read from a file, before anything is known of what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The path as the user gave it, for messages.
    pub path: String,
    /// The file's text, converted to UTF-8 where it was not; a byte order mark is kept, so that offsets fit the file.
    pub source: String,
    /// Where in the file that text stands: from its beginning on, but for a part of a bilingual file.
    pub origin: Origin,
    /// Where its lines begin.
    pub lines: LineIndex,
    /// The blocks in the order of the file. Only a [`BlockKind::Line`] or [`BlockKind::Entry`] block may have empty
    /// text: these are counted, whatever they hold.
    pub blocks: Vec<Block>,
    /// The language that the file itself declares, if it does.
    pub declared_language: Option<LanguageTag>,
    /// The encoding the file was read in, by its WHATWG name (`UTF-8`, `windows-1252`).
    pub encoding: &'static str,
    /// What the reader noticed.
    pub problems: Vec<Problem>,
}

impl Document {
    /// A document of `blocks` read from `source`.
    #[must_use]
    pub fn new(path: impl Into<String>, source: String, blocks: Vec<Block>) -> Self {
        let lines = LineIndex::new(&source);
        Self {
            path: path.into(),
            source,
            origin: Origin::default(),
            lines,
            blocks,
            declared_language: None,
            encoding: "UTF-8",
            problems: Vec::new(),
        }
    }

    /// Line and column in the file of a byte of the document's text.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let stretch = self.origin.stretch(offset);
        let within = if self.origin.is_plain() {
            self.lines.line_column(&self.source, offset)
        } else {
            let rest = self.source.get(stretch.text..).unwrap_or_default();
            LineIndex::new(rest).line_column(rest, offset - stretch.text)
        };
        let LineColumn { line, column } = stretch.place;
        LineColumn {
            line: line + within.line - 1,
            column: if within.line == 1 { column + within.column - 1 } else { within.column },
        }
    }

    /// The byte of the file that byte `offset` of the document's text stands at.
    #[must_use]
    pub fn file_byte(&self, offset: usize) -> usize {
        self.origin.byte(offset)
    }
}
