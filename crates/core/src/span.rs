//! Places: byte spans of a file, byte ranges of a block's text, and lines with columns.

use std::fmt;
use std::ops::Range;

/// A byte range of the file as read (for a file that was not UTF-8: of its text converted to UTF-8).
///
/// `start <= end`; both lie on character boundaries of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, but not including, `end`.
    ///
    /// # Panics
    /// In debug builds, if `start > end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "span ends before it starts: {start}..{end}");
        Self { start, end }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span covers no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span as a range, for slicing the source.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A byte range of a block's readable text ([`crate::BlockText`]), not of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl TextRange {
    /// The range from `start` up to, but not including, `end`.
    ///
    /// # Panics
    /// In debug builds, if `start > end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "range ends before it starts: {start}..{end}");
        Self { start, end }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the range covers no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two ranges share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this range.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// As a `std` range, for slicing the text.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A place as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in Unicode scalar values. A byte order mark is not counted.
    pub column: usize,
}

/// Where the lines of a source begin; made once a document, asked at the edge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the lines of `source`. `\n`, `\r\n` and a lone `\r` end a line.
    #[must_use]
    pub fn new(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends_line = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends_line {
                starts.push(at + 1);
            }
        }
        Self { starts }
    }

    /// Line and column of the byte at `offset`; an offset past the end counts as the end, one
    /// within a character as that character.
    #[must_use]
    pub fn line_column(&self, source: &str, offset: usize) -> LineColumn {
        let mut offset = offset.min(source.len());
        while !source.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let column = source[start..offset].chars().filter(|c| *c != '\u{feff}' || start != 0).count() + 1;
        LineColumn { line, column }
    }

    /// How many lines there are; a final line break starts no further line.
    #[must_use]
    pub fn count(&self, source: &str) -> usize {
        match self.starts.last() {
            Some(last) if *last == source.len() && !source.is_empty() => self.starts.len() - 1,
            _ => self.starts.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_scalar_values_and_skip_the_byte_order_mark() {
        let source = "\u{feff}äb\r\n日本x\rz";
        let index = LineIndex::new(source);
        let at = |needle: &str| {
            let offset = source.find(needle).expect("needle is in the source");
            let place = index.line_column(source, offset);
            (place.line, place.column)
        };
        assert_eq!(at("ä"), (1, 1));
        assert_eq!(at("b"), (1, 2));
        assert_eq!(at("x"), (2, 3));
        assert_eq!(at("z"), (3, 1));
        assert_eq!(index.count(source), 3);
        assert_eq!(index.line_column(source, 4), LineColumn { line: 1, column: 1 }, "within the ä");
        assert_eq!(index.line_column(source, 99), LineColumn { line: 3, column: 2 });
        assert_eq!((LineIndex::new("").count(""), LineIndex::default().line_column("", 0).line), (1, 1));
    }
}
