//! Plain text: paragraphs, and lists as people type them.
//!
//! How lines make paragraphs:
//! 1. A text without a blank line between its lines has a paragraph on each line.
//! 2. Else blank lines part the paragraphs, and the lines between them are wrapped lines of one, *unless* the lines
//!    that stand together are long: where half of them take more than [`LONG_LINE`] columns, nobody wrapped them, and
//!    each line is a paragraph (blank lines then part sections). Text is wrapped to some 60 to 100 columns; a line a
//!    sentence makes 100 to 150.
//! 3. An ideographic space at the start of a line begins a paragraph, as East Asian texts indent them.
//! 4. A list marker begins a list item ([`list`]).

mod list;

use crate::lines::{record_lines, visual_lines};
use crate::script::{columns, joins_without_space};
use list::Markers;
use parallax_core::{Block, BlockKind, BlockText, Span};

/// A line of more columns than this was not wrapped by anybody.
const LONG_LINE: usize = 200;

/// Where the text begins: behind a byte order mark.
pub(crate) fn text_start(source: &str) -> usize {
    if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// Each line as a block, empty lines too.
pub(crate) fn read_lines(source: &str) -> Vec<Block> {
    let lines = record_lines(source, text_start(source));
    let block =
        |span: Span| Block::plain(BlockKind::Line, span, BlockText::from_source(span.start, &source[span.range()]));
    lines.into_iter().map(block).collect()
}

/// The paragraphs and list items of a plain text.
pub(crate) fn read(source: &str) -> Vec<Block> {
    let lines: Vec<Line> =
        visual_lines(source, text_start(source)).into_iter().map(|span| Line::new(source, span)).collect();
    let groups: Vec<&[Line]> = lines.split(|line| line.span.is_empty()).filter(|group| !group.is_empty()).collect();
    let each_line = groups.len() == 1 || lines_are_paragraphs(source, &groups);
    let mut reader = Reader { source, markers: Markers::new(source, &groups), blocks: Vec::new() };
    for group in groups {
        if each_line {
            group.chunks(1).for_each(|line| reader.read_group(line));
        } else {
            reader.read_group(group);
        }
    }
    reader.blocks
}

/// A line without white space at its ends.
#[derive(Debug, Clone, Copy)]
struct Line {
    span: Span,
    /// Whether an ideographic space stands before it.
    indented: bool,
}

impl Line {
    fn new(source: &str, whole: Span) -> Self {
        let unseen = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\0');
        let text = &source[whole.range()];
        let start = whole.start + (text.len() - text.trim_start_matches(unseen).len());
        let span = Span::new(start, start + source[start..whole.end].trim_end_matches(unseen).len());
        Self { span, indented: source[whole.start..start].contains('\u{3000}') }
    }
}

/// Whether the lines that stand together are too long to be wrapped ones: by their median, so that neither a heading
/// nor an address on a line of its own decides.
fn lines_are_paragraphs(source: &str, groups: &[&[Line]]) -> bool {
    let together = groups.iter().filter(|group| group.len() > 1).copied().flatten();
    let (mut long, mut all) = (0_usize, 0_usize);
    for line in together {
        all += 1;
        long += usize::from(columns(&source[line.span.range()]) > LONG_LINE);
    }
    all > 0 && long * 2 >= all
}

struct Reader<'a> {
    source: &'a str,
    markers: Markers,
    blocks: Vec<Block>,
}

impl Reader<'_> {
    /// Reads lines that stand together: a paragraph, a list, or one after the other.
    fn read_group(&mut self, group: &[Line]) {
        let starts = self.markers.item_starts(self.source, group);
        let mut first = 0;
        for next in 1..=group.len() {
            if next == group.len() || starts[next].is_some() || group[next].indented {
                self.push_block(&group[first..next], starts[first]);
                first = next;
            }
        }
    }

    /// Adds a block of wrapped lines; `item` is the byte behind the list marker where it is a list item.
    fn push_block(&mut self, lines: &[Line], item: Option<usize>) {
        let mut text = BlockText::new();
        for (index, line) in lines.iter().enumerate() {
            let mut start = line.span.start;
            if let (0, Some(item)) = (index, item) {
                start = item;
            } else if index > 0 {
                self.join(&mut text, lines[index - 1].span, line.span);
            }
            text.push(start, &self.source[start..line.span.end]);
        }
        text.finish();
        if text.is_empty() {
            return;
        }
        let kind = if item.is_some() { BlockKind::ListItem } else { BlockKind::Paragraph };
        let span = lines[0].span.cover(lines[lines.len() - 1].span);
        self.blocks.push(Block::plain(kind, span, text));
    }

    /// A space for a line break, but none in scripts without spaces nor behind a soft hyphen.
    fn join(&self, text: &mut BlockText, before: Span, after: Span) {
        let last = self.source[before.range()].chars().next_back().unwrap_or(' ');
        let first = self.source[after.range()].chars().next().unwrap_or(' ');
        if last != '\u{ad}' && !joins_without_space(last, first) {
            text.push_space(before.end, after.start - before.end);
        }
    }
}

#[cfg(test)]
mod tests;
