//! Blocks of HTML in Markdown: their text is read where it is simple.
//!
//! Tags are taken off. Tags of phrases (`<b>`, `<a>`, `<img>`, …) stay within a block as [`InlineKind::Html`], every
//! other one (`<p>`, `<summary>`, a JSX component) ends it; headings, list items and cells are known for what they
//! are. Comments, declarations, processing instructions and what stands in `<script>`, `<style>`, `<pre>`,
//! `<textarea>`, `<svg>` and `<math>` is skipped. What is not closed is skipped up to the end of the block.
//! Attributes are not read: no `alt`, no `href`.
//!
//! [`InlineKind::Html`]: parallax_core::InlineKind::Html

use super::Dialect;
use super::builder::BlockBuilder;
use parallax_core::{Block, BlockKind, Span};
use pulldown_cmark::{Event, Parser};

const PHRASING: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "mark", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
];

const SKIPPED: &[&str] = &["math", "pre", "script", "style", "svg", "textarea"];

/// Reads the block of HTML that stands on `lines` (in a quote they do not follow each other at once), and adds the
/// blocks of text in it.
pub(super) fn read(source: &str, lines: &[Span], dialect: Dialect, blocks: &mut Vec<Block>) {
    let mut html = String::new();
    let mut starts = Vec::new();
    for line in lines {
        starts.push((html.len(), line.start));
        html.push_str(&source[line.range()]);
    }
    let mut reader = Reader { source, starts, dialect, builder: None, kind: BlockKind::Paragraph, blocks };
    reader.read(&html);
    reader.flush();
}

struct Reader<'a, 'b> {
    source: &'a str,
    /// Where the lines begin: in the HTML and in the file.
    starts: Vec<(usize, usize)>,
    dialect: Dialect,
    builder: Option<BlockBuilder<'a>>,
    /// What text is that comes next.
    kind: BlockKind,
    blocks: &'b mut Vec<Block>,
}

impl<'a> Reader<'a, '_> {
    fn read(&mut self, html: &str) {
        let mut at = 0;
        while let Some(found) = html[at..].find('<') {
            let tag = at + found;
            self.text(html, at, tag);
            match self.markup(html, tag) {
                Some(end) => at = end,
                None => return,
            }
        }
        self.text(html, at, html.len());
    }

    /// Reads what begins with `<` at `at`, and gives where it ends; `None` where it does not.
    fn markup(&mut self, html: &str, at: usize) -> Option<usize> {
        let rest = &html[at..];
        for (opener, closer) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")] {
            if let Some(inner) = rest.strip_prefix(opener) {
                return inner.find(closer).map(|found| at + opener.len() + found + closer.len());
            }
        }
        let closing = rest.starts_with("</");
        let name_start = at + 1 + usize::from(closing);
        let name_len = html[name_start..]
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '.' | '_')))
            .unwrap_or(html.len() - name_start);
        let name = html[name_start..name_start + name_len].to_ascii_lowercase();
        // `<>` and `</>` are fragments of JSX.
        let fragment = name.is_empty() && html[name_start..].starts_with('>');
        if !fragment && !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.text(html, at, at + 1);
            return Some(at + 1);
        }
        let end = name_start + name_len + self.tag_len(&html[name_start + name_len..])?;
        if !closing && SKIPPED.contains(&name.as_str()) && !html[..end].ends_with("/>") {
            self.flush();
            return end_of_element(html, end, &name);
        }
        if PHRASING.contains(&name.as_str()) {
            let span = self.in_file(at, end);
            self.block().html(span);
        } else {
            self.flush();
            self.kind = if closing { BlockKind::Paragraph } else { kind_of(&name) };
        }
        Some(end)
    }

    /// Length of a tag from behind its name, with the `>`. In MDX an attribute may hold any expression in braces.
    fn tag_len(&self, rest: &str) -> Option<usize> {
        let mut quote = None;
        let mut braces = 0_usize;
        for (at, byte) in rest.bytes().enumerate() {
            match (quote, byte) {
                (Some(open), _) if open == byte => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'{') if self.dialect == Dialect::Mdx => braces += 1,
                (None, b'}') => braces = braces.saturating_sub(1),
                (None, b'>') if braces == 0 => return Some(at + 1),
                _ => {}
            }
        }
        None
    }

    /// Adds the text from `start` to `end` of the HTML, line by line and with its character references read.
    fn text(&mut self, html: &str, start: usize, end: usize) {
        let mut at = start;
        let mut line = self.starts.partition_point(|(line, _)| *line <= start);
        while at < end {
            let line_end = self.starts.get(line).map_or(end, |(next, _)| (*next).min(end));
            self.text_of_line(&html[at..line_end], self.in_file(at, line_end));
            at = line_end;
            line += 1;
        }
    }

    fn text_of_line(&mut self, text: &str, span: Span) {
        if self.builder.is_none() && text.trim().is_empty() {
            return;
        }
        let whole = text.len();
        let text = text.trim_end_matches(['\r', '\n']);
        let mut plain = 0;
        for (at, _) in text.match_indices('&') {
            if let Some((len, shown)) = character_reference(&text[at..]) {
                let (start, end) = (span.start + at, span.start + at + len);
                self.block().text(Span::new(span.start + plain, start), &text[plain..at]);
                self.block().text(Span::new(start, end), &shown);
                plain = at + len;
            }
        }
        let end = span.start + text.len();
        self.block().text(Span::new(span.start + plain, end), &text[plain..]);
        if text.len() < whole {
            self.block().line_break(Span::new(end, span.end));
        }
    }

    fn block(&mut self) -> &mut BlockBuilder<'a> {
        self.builder.get_or_insert_with(|| BlockBuilder::new(self.source, self.kind, None))
    }

    fn flush(&mut self) {
        self.blocks.extend(self.builder.take().and_then(BlockBuilder::finish));
    }

    fn in_file(&self, start: usize, end: usize) -> Span {
        let place = |at: usize| {
            let line = self.starts.partition_point(|(line, _)| *line <= at).saturating_sub(1);
            self.starts.get(line).map_or(0, |(line, file)| file + (at - line))
        };
        if start == end { Span::new(place(start), place(start)) } else { Span::new(place(start), place(end - 1) + 1) }
    }
}

/// Where the element ends whose start tag ends at `from`; elements of one name within it are not counted.
fn end_of_element(html: &str, from: usize, name: &str) -> Option<usize> {
    let closes = |at: usize| {
        let tag = &html.as_bytes()[at + 2..];
        tag.len() >= name.len() && tag[..name.len()].eq_ignore_ascii_case(name.as_bytes())
    };
    let (at, _) = html[from..].match_indices("</").find(|(at, _)| closes(from + at))?;
    html[from + at..].find('>').map(|end| from + at + end + 1)
}

fn kind_of(name: &str) -> BlockKind {
    match name {
        "h1" => BlockKind::Heading(1),
        "h2" => BlockKind::Heading(2),
        "h3" => BlockKind::Heading(3),
        "h4" => BlockKind::Heading(4),
        "h5" => BlockKind::Heading(5),
        "h6" => BlockKind::Heading(6),
        "li" | "dt" | "dd" => BlockKind::ListItem,
        "td" | "th" => BlockKind::TableCell,
        _ => BlockKind::Paragraph,
    }
}

/// The character reference at the start of `text`: its length and what it shows. The parser's table is asked.
fn character_reference(text: &str) -> Option<(usize, String)> {
    let len = text.bytes().take(33).position(|byte| byte == b';')? + 1;
    let reference = &text[..len];
    if !reference[1..len - 1].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#') {
        return None;
    }
    let shown: String = Parser::new(reference)
        .filter_map(|event| if let Event::Text(text) = event { Some(text.into_string()) } else { None })
        .collect();
    (!shown.is_empty() && shown != reference).then_some((len, shown))
}
