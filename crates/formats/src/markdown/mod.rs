//! Markdown: CommonMark with tables, footnotes, strikethrough, task lists, heading attributes, math and alerts.
//!
//! What is read of it: paragraphs, headings, list items, table cells, code blocks, the paragraphs of quotes and
//! footnotes, the words of images and of simple HTML ([`html`]). What is not: front matter (but for the language that
//! it may declare), comments, footnote marks, task boxes, the imports and expressions of MDX.

mod builder;
mod front_matter;
mod html;
mod links;

use crate::format::extension;
use builder::{BlockBuilder, Open};
use parallax_core::{Block, BlockKind, LanguageTag, Span};
use pulldown_cmark::{CowStr, Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// What of Markdown a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    CommonMark,
    /// With JSX and JavaScript in it.
    Mdx,
}

impl Dialect {
    pub(crate) fn of_path(path: &str) -> Self {
        if extension(path).eq_ignore_ascii_case("mdx") { Self::Mdx } else { Self::CommonMark }
    }
}

/// What a Markdown file holds.
#[derive(Debug)]
pub(crate) struct Content {
    pub(crate) blocks: Vec<Block>,
    /// The language that the front matter declares.
    pub(crate) language: Option<LanguageTag>,
}

/// The extensions that are read. Each is named: sets of options take more than one means. Not among them:
/// - smart punctuation, which would change the text;
/// - definition lists, which would take `:::tip` apart;
/// - metadata blocks, which are taken anywhere in a file, so that text between two rules would be lost
///   (see [`front_matter`]);
/// - sub- and superscript, for which `~5 km or ~6` would do.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
}

/// The blocks of a Markdown text.
pub(crate) fn read(source: &str, dialect: Dialect) -> Content {
    let start = crate::plain::text_start(source);
    let front = front_matter::read(source, start);
    let base = front.as_ref().map_or(start, |front| front.end);
    let mut events = Parser::new_ext(&source[base..], options()).into_offset_iter();
    let mut reader = Reader {
        source,
        base,
        dialect,
        containers: Vec::new(),
        builder: None,
        html: None,
        skipping: false,
        paragraph: Span::new(0, 0),
        blocks: Vec::new(),
    };
    while let Some((event, range)) = events.next() {
        reader.event(event, Span::new(base + range.start, base + range.end), &events);
    }
    reader.close();
    Content { blocks: reader.blocks, language: front.and_then(|front| front.language) }
}

/// A block that holds blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    Item,
    Quote,
    Footnote,
}

struct Reader<'a> {
    source: &'a str,
    /// Where the parsed text begins: behind the byte order mark and the front matter.
    base: usize,
    dialect: Dialect,
    containers: Vec<Container>,
    /// The block that inline events go to.
    builder: Option<BlockBuilder<'a>>,
    /// The lines of the HTML block that is being read.
    html: Option<Vec<Span>>,
    /// Whether the paragraph that is being read is code of MDX.
    skipping: bool,
    /// The paragraph that is being read, or was last.
    paragraph: Span,
    blocks: Vec<Block>,
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: Event<'_>, span: Span, events: &OffsetIter<'_>) {
        match event {
            Event::Start(tag) => self.start(tag, span, events),
            Event::End(end) => self.end(end, span),
            Event::Html(_) => {
                if let Some(lines) = &mut self.html {
                    lines.push(span);
                }
            }
            Event::Rule => self.close(),
            Event::TaskListMarker(_) | Event::FootnoteReference(_) => {}
            _ if self.skipping => {}
            Event::Text(text) => {
                if !self.read_jsx(span) {
                    self.inline().text(span, &text);
                }
            }
            Event::Code(content) => self.inline().code(span, &content),
            Event::InlineMath(content) | Event::DisplayMath(content) => self.math(span, &content),
            Event::InlineHtml(_) => self.inline().html(span),
            Event::SoftBreak | Event::HardBreak => self.inline().line_break(span),
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span, events: &OffsetIter<'_>) {
        match tag {
            Tag::Paragraph => {
                self.skipping = self.is_mdx_code(span);
                self.paragraph = span;
                let kind = self.paragraph_kind();
                self.open(kind, span);
            }
            Tag::Heading { level, .. } => self.open(BlockKind::Heading(level as u8), span),
            Tag::TableCell => self.open(BlockKind::TableCell, span),
            Tag::CodeBlock(_) => self.open(BlockKind::Code, span),
            Tag::HtmlBlock => {
                self.close();
                self.html = Some(Vec::new());
            }
            Tag::Item => self.enter(Container::Item),
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::FootnoteDefinition(_) => self.enter(Container::Footnote),
            _ if self.skipping => {}
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                self.inline().open(span, Open::Emphasis);
            }
            Tag::Link { link_type, dest_url, id, .. } | Tag::Image { link_type, dest_url, id, .. } => {
                let open = match link_type {
                    LinkType::Autolink | LinkType::Email => Open::Autolink,
                    _ => Open::Link {
                        definition: self.definition(&id, &dest_url, events),
                        destination: dest_url.into_string(),
                    },
                };
                self.inline().open(span, open);
            }
            Tag::List(_)
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => self.close(),
        }
    }

    fn end(&mut self, end: TagEnd, span: Span) {
        match end {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image => {
                if !self.skipping {
                    self.inline().close(span);
                }
            }
            TagEnd::HtmlBlock => {
                let lines = self.html.take().unwrap_or_default();
                html::read(self.source, &lines, self.dialect, &mut self.blocks);
            }
            TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => {
                self.close();
                self.containers.pop();
            }
            _ => {
                self.close();
                self.skipping = false;
            }
        }
    }

    fn enter(&mut self, container: Container) {
        self.close();
        self.containers.push(container);
    }

    fn paragraph_kind(&self) -> BlockKind {
        match self.containers.last() {
            Some(Container::Item) => BlockKind::ListItem,
            _ => BlockKind::Paragraph,
        }
    }

    fn open(&mut self, kind: BlockKind, span: Span) {
        self.close();
        let len = self.source[span.range()].trim_end().len();
        self.builder = Some(BlockBuilder::new(self.source, kind, Some(Span::new(span.start, span.start + len))));
    }

    fn close(&mut self) {
        self.blocks.extend(self.builder.take().and_then(BlockBuilder::finish));
    }

    /// The block that inline text belongs to; an item of a tight list has no paragraph that would have opened one.
    fn inline(&mut self) -> &mut BlockBuilder<'a> {
        let kind = self.paragraph_kind();
        self.builder.get_or_insert_with(|| BlockBuilder::new(self.source, kind, None))
    }

    /// Math is code, but `$5-$10` is money: a digit behind the closing sign tells, as in Pandoc.
    fn math(&mut self, span: Span, content: &str) {
        if self.source[span.end..].starts_with(|c: char| c.is_ascii_digit()) {
            let source = self.source;
            self.inline().text(span, &source[span.range()]);
        } else {
            self.inline().code(span, content);
        }
    }

    /// Whether the paragraph is an import, an export or an expression of MDX.
    fn is_mdx_code(&self, span: Span) -> bool {
        let text = self.source[span.range()].trim_end();
        self.dialect == Dialect::Mdx
            && self.containers.is_empty()
            && (text.starts_with("import ")
                || text.starts_with("export ")
                || (text.starts_with('{') && text.ends_with('}')))
    }

    /// Reads a paragraph of MDX that begins with text `<`, a tag with an expression in it that Markdown takes for
    /// text, as HTML. Whether it is one.
    fn read_jsx(&mut self, text: Span) -> bool {
        let is_jsx = self.dialect == Dialect::Mdx
            && text.start == self.paragraph.start
            && self.source[text.start..].strip_prefix('<').is_some_and(|tag| tag.starts_with(char::is_alphabetic));
        if is_jsx {
            self.builder = None;
            self.skipping = true;
            html::read(self.source, &[self.paragraph], self.dialect, &mut self.blocks);
        }
        is_jsx
    }

    /// Where the destination of a reference link stands: in the definition of its label.
    fn definition(&self, id: &CowStr<'_>, destination: &str, events: &OffsetIter<'_>) -> Option<Span> {
        let Range { start, end } = events.reference_definitions().get(id)?.span.clone();
        links::definition_destination(self.source, Span::new(self.base + start, self.base + end), destination)
    }
}

#[cfg(test)]
mod tests;
