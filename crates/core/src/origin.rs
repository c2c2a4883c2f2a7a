//! Where in a file a text stands that is only a part of it.

use crate::span::LineColumn;

/// Where in the file the text of a document stands: one stretch that begins at the file's first byte for a whole
/// file, and elsewhere for a field of a bilingual table; several where what stands in the file is not what it stands
/// for (doubled quotes in CSV, escapes in JSON).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    first: Stretch,
    more: Vec<Stretch>,
}

/// Text that stands in the file as it is, up to the next stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Its first byte in the document's text.
    pub text: usize,
    /// Its first byte in the file (of its text in UTF-8).
    pub byte: usize,
    /// Line and column of it in the file.
    pub place: LineColumn,
}

impl Default for Origin {
    /// The whole of a file.
    fn default() -> Self {
        Self::at(0, LineColumn { line: 1, column: 1 })
    }
}

impl Origin {
    /// A text that stands in the file as it is, from `byte` on, which is at `place`.
    #[must_use]
    pub fn at(byte: usize, place: LineColumn) -> Self {
        Self { first: Stretch { text: 0, byte, place }, more: Vec::new() }
    }

    /// The rest of the text, from what was said so far on. Stretches come in order; one that begins where the last one
    /// does takes its place.
    pub fn push(&mut self, stretch: Stretch) {
        let last = self.more.last_mut().unwrap_or(&mut self.first);
        if last.text == stretch.text {
            *last = stretch;
        } else {
            self.more.push(stretch);
        }
    }

    /// The stretch that byte `offset` of the text lies in.
    #[must_use]
    pub fn stretch(&self, offset: usize) -> Stretch {
        let next = self.more.partition_point(|stretch| stretch.text <= offset);
        next.checked_sub(1).map_or(self.first, |at| self.more[at])
    }

    /// The byte of the file that byte `offset` of the text stands at.
    #[must_use]
    pub fn byte(&self, offset: usize) -> usize {
        let stretch = self.stretch(offset);
        stretch.byte + offset.saturating_sub(stretch.text)
    }

    /// Whether the text stands in the file as it is.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.more.is_empty()
    }
}
