//! A block under construction: text with its way back to the file, and the inlines that are open.

use super::links;
use crate::script::joins_without_space;
use parallax_core::{Block, BlockKind, BlockText, Inline, InlineKind, Span, TextRange};
use std::cmp::Reverse;

/// What an inline that has begun will be.
pub(super) enum Open {
    Emphasis,
    Autolink,
    Link {
        destination: String,
        /// Where the destination of a reference link stands.
        definition: Option<Span>,
    },
}

/// An inline that has begun.
struct Begun {
    open: Open,
    /// Where it begins in the text.
    at: usize,
    /// Where it begins in the file, then where the last of what it holds ends.
    child_end: usize,
}

/// A block that is being read.
pub(super) struct BlockBuilder<'a> {
    source: &'a str,
    kind: BlockKind,
    /// Where the block stands; `None` where its contents tell.
    span: Option<Span>,
    text: BlockText,
    inlines: Vec<Inline>,
    begun: Vec<Begun>,
    /// A line break that stands for a space or for nothing: by what follows.
    line_break: Option<Span>,
}

impl<'a> BlockBuilder<'a> {
    pub(super) fn new(source: &'a str, kind: BlockKind, span: Option<Span>) -> Self {
        Self { source, kind, span, text: BlockText::new(), inlines: Vec::new(), begun: Vec::new(), line_break: None }
    }

    /// Text of the file, or text that stands for a stretch of it (a character reference).
    pub(super) fn text(&mut self, span: Span, text: &str) {
        if text.is_empty() {
            return;
        }
        self.child(span);
        let verbatim = &self.source[span.range()] == text;
        if self.kind == BlockKind::Code {
            if verbatim {
                self.text.push_verbatim(span.start, text);
            } else {
                self.text.push_replaced(span, text);
            }
            return;
        }
        self.resolve_break(text);
        if verbatim {
            self.text.push(span.start, text);
        } else {
            self.text.push_replaced(span, text);
        }
    }

    /// A code span or math, delimiters in `span`; `content` is what it shows.
    pub(super) fn code(&mut self, span: Span, content: &str) {
        self.child(span);
        self.resolve_break(content);
        let at = self.text.as_str().len();
        match self.code_start(span, content) {
            Some((start, shown)) => self.text.push(start, shown),
            None => self.text.push_replaced(span, content),
        }
        self.add(InlineKind::Code, at, span);
    }

    /// The content of a code span as it stands in the file, where it is the same but for line breaks.
    fn code_start(&self, span: Span, content: &str) -> Option<(usize, &'a str)> {
        let whole = &self.source[span.range()];
        let mark = whole.chars().next()?;
        let marks = whole.len() - whole.trim_start_matches(mark).len();
        let inner = whole.get(marks..whole.len().checked_sub(marks)?)?;
        let same = |shown: &str| {
            shown.len() == content.len()
                && shown.bytes().zip(content.bytes()).all(|(a, b)| a == b || (a == b'\n' && b == b' '))
        };
        if same(inner) {
            return Some((span.start + marks, inner));
        }
        // One space is taken off at either end, so that code may begin with a backtick.
        let stripped = inner.get(1..inner.len().checked_sub(1)?)?;
        same(stripped).then_some((span.start + marks + 1, stripped))
    }

    /// Raw HTML: a line break where it is one, else known but not in the text; comments are nothing.
    pub(super) fn html(&mut self, span: Span) {
        self.child(span);
        let tag = self.source[span.range()].to_ascii_lowercase();
        if tag.starts_with("<br") && !tag[3..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
            self.line_break.get_or_insert(span);
        } else if !tag.starts_with("<!--") {
            let at = self.text.as_str().len();
            self.inlines.push(Inline { kind: InlineKind::Html, range: TextRange::new(at, at), span });
        }
    }

    /// A soft or hard line break.
    pub(super) fn line_break(&mut self, span: Span) {
        self.child(span);
        self.line_break.get_or_insert(span);
    }

    /// An inline begins; `span` is the whole of it.
    pub(super) fn open(&mut self, span: Span, open: Open) {
        self.begun.push(Begun { open, at: self.text.as_str().len(), child_end: span.start });
    }

    /// The inline that began last ends; `span` is the whole of it.
    pub(super) fn close(&mut self, span: Span) {
        let Some(begun) = self.begun.pop() else { return };
        self.child(span);
        let kind = match begun.open {
            Open::Emphasis => InlineKind::Emphasis,
            Open::Autolink => InlineKind::Autolink,
            Open::Link { destination, definition } => {
                let inside =
                    || links::inline_destination(self.source, begun.child_end.min(span.end), span.end, &destination);
                let destination_span = definition.or_else(inside).unwrap_or(span);
                InlineKind::Link { destination, destination_span }
            }
        };
        self.add(kind, begun.at, span);
    }

    fn add(&mut self, kind: InlineKind, at: usize, span: Span) {
        self.inlines.push(Inline { kind, range: TextRange::new(at, self.text.as_str().len()), span });
    }

    fn child(&mut self, span: Span) {
        if let Some(begun) = self.begun.last_mut() {
            begun.child_end = begun.child_end.max(span.end);
        }
    }

    fn resolve_break(&mut self, next: &str) {
        let Some(span) = self.line_break.take() else { return };
        let last = self.text.as_str().chars().next_back().unwrap_or(' ');
        let soft_hyphen = self.source[..span.start].ends_with('\u{ad}');
        if !soft_hyphen && !joins_without_space(last, next.chars().next().unwrap_or(' ')) {
            self.text.push_space(span.start, span.len());
        }
    }

    /// The block; `None` where there is nothing to read.
    pub(super) fn finish(mut self) -> Option<Block> {
        self.text.finish();
        if self.text.is_empty() {
            return None;
        }
        let text = self.text.as_str();
        for inline in &mut self.inlines {
            // Spaces at the edges are the block's: a line break before the inline, or what was trimmed at the end.
            let (start, end) = (inline.range.start.min(text.len()), inline.range.end.min(text.len()));
            let shown = &text[start..end];
            let start = if shown.starts_with(' ') { end - shown.trim_start_matches(' ').len() } else { start };
            inline.range = TextRange::new(start, start + text[start..end].trim_end_matches(' ').len());
        }
        self.inlines.sort_by_key(|inline| (inline.span.start, Reverse(inline.span.end)));
        let read = self.text.span(self.text.range());
        let span = self.span.unwrap_or_else(|| self.inlines.iter().fold(read, |span, inline| span.cover(inline.span)));
        Some(Block { kind: self.kind, span: span.cover(read), text: self.text, inlines: self.inlines })
    }
}
