//! Rows of TSV and CSV, and their fields.
//!
//! Crates that parse CSV give the fields' values but not where in the file they stand, which is what findings need; that
//! the values are the same is tested against one.

use memchr::{memchr, memchr2};
use parallax_core::origin::{Origin, Stretch};
use parallax_core::{LineColumn, LineIndex};
use std::borrow::Cow;

/// How rows are made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dialect {
    /// What stands between fields.
    pub(crate) delimiter: u8,
    /// Whether fields may be quoted.
    pub(crate) quotes: bool,
    /// What ends a line: a line feed, or a carriage return where the file has no line feed.
    pub(crate) newline: u8,
}

/// A field of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its bytes in the row, without the quotes around it.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether quotes in it are doubled.
    pub(crate) doubled: bool,
}

/// A row that was found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scanned {
    /// One past its last byte, without the line break.
    pub(crate) end: usize,
    /// One past the line break; `None` where the text ends before.
    pub(crate) next: Option<usize>,
    /// How many fields it has.
    pub(crate) fields: usize,
    /// What is wrong with its quotes.
    pub(crate) fault: Option<Fault>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A quote is not closed.
    Open,
    /// Text follows a closing quote.
    Behind,
}

impl Fault {
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::Open => "a quoted field is not closed",
            Self::Behind => "there is text behind the closing quote of a field",
        }
    }
}

impl Dialect {
    /// Reads the row at the beginning of `text`, giving each of its fields to `each`.
    pub(crate) fn scan(&self, text: &[u8], mut each: impl FnMut(Field)) -> Scanned {
        let (mut at, mut fields, mut fault) = (0, 0, None);
        loop {
            let (field, end) = if self.quotes && text.get(at) == Some(&b'"') {
                self.quoted(text, at, &mut fault)
            } else {
                let end = self.stop(text, at);
                (Field { start: at, end, doubled: false }, end)
            };
            fields += 1;
            let ends_row = text.get(end) != Some(&self.delimiter);
            let cut = ends_row && self.newline == b'\n' && end < text.len() && text[..end].ends_with(b"\r");
            let row_end = if cut { end - 1 } else { end };
            each(Field { end: field.end.min(row_end).max(field.start), ..field });
            if ends_row {
                let next = (end < text.len()).then_some(end + 1);
                return Scanned { end: row_end, next, fields, fault };
            }
            at = end + 1;
        }
    }

    /// Where a field that is not quoted ends.
    fn stop(&self, text: &[u8], at: usize) -> usize {
        memchr2(self.delimiter, self.newline, &text[at..]).map_or(text.len(), |offset| at + offset)
    }

    fn quoted(&self, text: &[u8], at: usize, fault: &mut Option<Fault>) -> (Field, usize) {
        let (start, mut from, mut doubled) = (at + 1, at + 1, false);
        loop {
            let Some(quote) = memchr(b'"', &text[from..]).map(|offset| from + offset) else {
                *fault = Some(Fault::Open);
                return (Field { start, end: text.len(), doubled }, text.len());
            };
            if text.get(quote + 1) == Some(&b'"') {
                doubled = true;
                from = quote + 2;
                continue;
            }
            let end = self.stop(text, quote + 1);
            let behind = &text[quote + 1..end];
            let behind = if self.newline == b'\n' { behind.strip_suffix(b"\r").unwrap_or(behind) } else { behind };
            if !behind.is_empty() {
                *fault = Some(Fault::Behind);
            }
            return (Field { start, end: quote, doubled }, end);
        }
    }
}

impl Field {
    /// What the field stands for.
    pub(crate) fn text<'a>(&self, row: &'a str) -> Cow<'a, str> {
        let raw = &row[self.start..self.end];
        if self.doubled { Cow::Owned(raw.replace("\"\"", "\"")) } else { Cow::Borrowed(raw) }
    }

    /// Where its text stands in the file, given where the row does.
    pub(crate) fn origin(&self, row: &str, byte: usize, line: usize) -> Origin {
        let lines = if self.start > 0 && memchr2(b'\n', b'\r', &row.as_bytes()[..self.end]).is_some() {
            Some(LineIndex::new(row))
        } else {
            None
        };
        let place = |at: usize| match &lines {
            Some(lines) => moved(lines.line_column(row, at), line),
            None => LineColumn { line, column: row[..at].chars().count() + 1 },
        };
        let mut origin = Origin::at(byte + self.start, place(self.start));
        if self.doubled {
            let lines = LineIndex::new(row);
            let (mut from, mut text) = (self.start, 0);
            while let Some(at) = row[from..self.end].find("\"\"") {
                text += at + 1;
                from += at + 2;
                origin.push(Stretch { text, byte: byte + from, place: moved(lines.line_column(row, from), line) });
            }
        }
        origin
    }
}

/// A place within a row that begins on `line`.
fn moved(within: LineColumn, line: usize) -> LineColumn {
    LineColumn { line: line + within.line - 1, column: within.column }
}
