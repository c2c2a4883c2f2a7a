//! What is in a unit: its texts, without the codes in them.

use super::attribute;
use memchr::{memchr_iter, memrchr};
use parallax_core::origin::{Origin, Stretch};
use parallax_core::{LanguageTag, LineColumn};
use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// A unit: a text in several languages.
#[derive(Debug, Default)]
pub(in crate::pairs) struct Unit {
    /// What it is called.
    pub(in crate::pairs) id: Option<String>,
    /// Its texts, in their order.
    pub(in crate::pairs) variants: Vec<Variant>,
}

/// A text of a unit.
#[derive(Debug)]
pub(in crate::pairs) struct Variant {
    /// Its language; none where what is said is no language tag.
    pub(in crate::pairs) language: Option<LanguageTag>,
    /// Its text and where in the file it stands; none where there is no `<seg>`.
    pub(in crate::pairs) segment: Option<(String, Origin)>,
}

/// What an element within a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inline {
    /// Code of the original format, such as the tags of bold type.
    Code,
    /// What stands for something of the original: an image, a line break, a variable.
    Placeholder,
    /// A text of its own within code, such as a footnote or what is said of an image.
    Sub,
    /// Marked text.
    Text,
}

impl Unit {
    /// Reads a unit whose text begins at byte `byte` of the file, at `place`.
    pub(in crate::pairs) fn parse(text: &str, byte: usize, place: LineColumn, newline: u8) -> Result<Self, String> {
        let mut reader = Reader::from_str(text);
        let mut unit = Self::default();
        let mut segment: Option<Segment> = None;
        let mut cursor = Cursor { text, at: 0, byte, place, newline };
        let mut depth = 0;
        loop {
            let before = position(reader.buffer_position());
            let event = reader.read_event().map_err(|error| {
                let at = position(reader.error_position()).min(text.len());
                ill_formed(&error, cursor.to(at).line)
            })?;
            let after = position(reader.buffer_position());
            match event {
                Event::Eof => break,
                Event::Start(tag) => {
                    depth += 1;
                    match &mut segment {
                        Some(segment) => segment.open(&tag, before, &mut cursor),
                        None if tag.name().as_ref() == "seg" => {
                            segment = Some(Segment::at(after, depth, &mut cursor));
                        }
                        None => unit.open(&tag),
                    }
                }
                Event::Empty(tag) => match &mut segment {
                    Some(segment) => {
                        segment.open(&tag, before, &mut cursor);
                        segment.close(after, &mut cursor);
                    }
                    None if tag.name().as_ref() == "seg" => unit.give(Segment::at(after, depth, &mut cursor)),
                    None => unit.open(&tag),
                },
                Event::End(_) => {
                    match segment.take() {
                        Some(done) if done.depth == depth => unit.give(done),
                        Some(mut open) => {
                            open.close(after, &mut cursor);
                            segment = Some(open);
                        }
                        None => {}
                    }
                    depth -= 1;
                }
                Event::Text(_) => {
                    if let Some(segment) = &mut segment {
                        segment.push(&text[before..after], before, &mut cursor);
                    }
                }
                Event::CData(content) => {
                    if let Some(segment) = &mut segment {
                        let start = before + "<![CDATA[".len();
                        segment.push(&content, start, &mut cursor);
                        segment.mark(after, &mut cursor);
                    }
                }
                Event::GeneralRef(reference) => {
                    if let Some(segment) = &mut segment {
                        let character = reference.resolve_char_ref();
                        let character = character.map_err(|error| ill_formed(&error, cursor.to(before).line))?;
                        let mut buffer = [0; 4];
                        let resolved = match character {
                            Some(character) => Some(&*character.encode_utf8(&mut buffer)),
                            None => resolve_predefined_entity(&reference),
                        };
                        // An entity that only a document type would explain stays as it is written.
                        segment.push(resolved.unwrap_or(&text[before..after]), before, &mut cursor);
                        segment.mark(after, &mut cursor);
                    }
                }
                Event::Comment(_) | Event::PI(_) => {
                    if let Some(segment) = &mut segment {
                        segment.mark(after, &mut cursor);
                    }
                }
                Event::Decl(_) | Event::DocType(_) => {}
            }
        }
        Ok(unit)
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.name().as_ref() {
            "tu" => {
                let id = attribute(tag, "tuid").map(|id| id.trim().to_owned());
                self.id = id.filter(|id| !id.is_empty());
            }
            "tuv" => {
                // Up to version 1.1 it was `lang`.
                let said = attribute(tag, "xml:lang").or_else(|| attribute(tag, "lang"));
                let language = said.and_then(|tag| tag.trim().parse().ok());
                self.variants.push(Variant { language, segment: None });
            }
            _ => {}
        }
    }

    fn give(&mut self, segment: Segment) {
        if let Some(variant) = self.variants.last_mut() {
            variant.segment.get_or_insert((segment.text, segment.origin));
        }
    }
}

#[cfg(test)]
impl Variant {
    pub(super) fn empty_in(language: LanguageTag) -> Self {
        Self { language: Some(language), segment: None }
    }
}

/// The text of a `<seg>` as it is read.
struct Segment {
    text: String,
    origin: Origin,
    /// How deep its own tag is.
    depth: usize,
    /// The elements within it that are open.
    open: Vec<Inline>,
    /// Whether a placeholder stood where the text goes on.
    gap: bool,
}

impl Segment {
    /// One whose text begins at byte `start` of the unit.
    fn at(start: usize, depth: usize, cursor: &mut Cursor<'_>) -> Self {
        let origin = Origin::at(cursor.byte + start, cursor.to(start));
        Self { text: String::new(), origin, depth, open: Vec::new(), gap: false }
    }

    fn open(&mut self, tag: &BytesStart<'_>, before: usize, cursor: &mut Cursor<'_>) {
        let inline = match tag.name().as_ref() {
            "bpt" | "ept" | "it" | "ut" => Inline::Code,
            "ph" => Inline::Placeholder,
            "sub" => Inline::Sub,
            _ => Inline::Text,
        };
        let breaks_line = inline == Inline::Placeholder && attribute(tag, "type").as_deref() == Some("lb");
        if inline == Inline::Sub || (breaks_line && self.is_text()) {
            self.space(before, cursor);
        }
        self.open.push(inline);
    }

    /// Leaves the innermost element, which ends before byte `after`.
    fn close(&mut self, after: usize, cursor: &mut Cursor<'_>) {
        match self.open.pop() {
            Some(Inline::Sub) => self.space(after, cursor),
            Some(Inline::Placeholder) => self.gap = true,
            _ => {}
        }
        self.mark(after, cursor);
    }

    /// Whether what stands here is text.
    fn is_text(&self) -> bool {
        matches!(self.open.last(), None | Some(Inline::Sub | Inline::Text))
    }

    /// Adds text that stands at byte `before`.
    fn push(&mut self, content: &str, before: usize, cursor: &mut Cursor<'_>) {
        if !self.is_text() || content.is_empty() {
            return;
        }
        // An image or a variable between two words does not make them one.
        let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if std::mem::take(&mut self.gap) && joins(self.text.chars().next_back()) && joins(content.chars().next()) {
            self.space(before, cursor);
        }
        self.mark(before, cursor);
        self.text.push_str(content);
    }

    fn space(&mut self, at: usize, cursor: &mut Cursor<'_>) {
        self.mark(at, cursor);
        self.text.push(' ');
    }

    /// The text goes on at byte `at`.
    fn mark(&mut self, at: usize, cursor: &mut Cursor<'_>) {
        self.origin.push(Stretch { text: self.text.len(), byte: cursor.byte + at, place: cursor.to(at) });
    }
}

/// A place in a unit that only goes forward.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// The byte of the file that the unit begins at.
    byte: usize,
    place: LineColumn,
    newline: u8,
}

impl Cursor<'_> {
    /// Goes on to byte `at`.
    fn to(&mut self, at: usize) -> LineColumn {
        if let Some(passed) = self.text.get(self.at..at) {
            self.place = advance(self.place, passed, self.newline);
            self.at = at;
        }
        self.place
    }
}

/// The place behind a text that begins at `place`.
pub(in crate::pairs) fn advance(place: LineColumn, passed: &str, newline: u8) -> LineColumn {
    let lines = memchr_iter(newline, passed.as_bytes()).count();
    let last = memrchr(newline, passed.as_bytes()).map_or(0, |at| at + 1);
    let columns = passed[last..].chars().count();
    let column = if lines == 0 { place.column + columns } else { columns + 1 };
    LineColumn { line: place.line + lines, column }
}

fn position(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

fn ill_formed(error: &Error, line: usize) -> String {
    let what = match error {
        Error::IllFormed(IllFormedError::UnclosedReference) => "a `&` that is no reference; write `&amp;`".to_owned(),
        Error::IllFormed(error) => error.to_string(),
        Error::Syntax(error) => error.to_string(),
        error => error.to_string(),
    };
    format!("line {line} is not well-formed XML: {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Unit, String> {
        Unit::parse(text, 100, LineColumn { line: 7, column: 3 }, b'\n')
    }

    /// The text of a unit's only segment.
    fn text(seg: &str) -> String {
        let unit = parse(&format!("<tu><tuv xml:lang='en'>{seg}</tuv></tu>")).expect("is well-formed");
        unit.variants[0].segment.as_ref().expect("has a segment").0.clone()
    }

    #[test]
    fn codes_are_dropped_and_text_is_kept() {
        for (seg, expected) in [
            ("<seg>Press <bpt i='1'>&lt;b></bpt>OK<ept i='1'>&lt;/b></ept>.</seg>", "Press OK."),
            ("<seg>a<ph type='lb'/>b, c<ph>&lt;br/></ph>d <it pos='begin'>{</it>e</seg>", "a b, c d e"),
            ("<seg>un<it pos='begin'>&lt;i></it>clear; 第<hi>3</hi>章</seg>", "unclear; 第3章"),
            ("<seg>Map<ph x='1'>&lt;img alt='<sub>24 rooms</sub>'/></ph>.</seg>", "Map 24 rooms ."),
            ("<seg>100<ph x='1'/>%</seg>", "100%"),
            ("<seg>A&amp;B &#x41;&#66; &nbsp;<![CDATA[<&amp;>]]><!-- no -->c</seg>", "A&B AB &nbsp;<&amp;>c"),
            ("<seg/>", ""),
            ("<note><seg2>x</seg2></note><seg>y</seg><seg>z</seg>", "y"),
            ("<seg>a<ut>{\\b </ut>b<unknown>c</unknown></seg>", "abc"),
        ] {
            assert_eq!(text(seg), expected, "{seg}");
        }
    }

    #[test]
    fn every_byte_of_the_text_is_found_in_the_file() {
        let source =
            "<tu tuid=' x&amp;y '>\n <tuv lang='EN-us'><seg>é &lt;<bpt i='1'>b</bpt>\n12&#52;</seg></tuv></tu>";
        let unit = parse(source).expect("is well-formed");
        assert_eq!(unit.id.as_deref(), Some("x&y"));
        assert_eq!(unit.variants[0].language.map(|tag| tag.to_string()).as_deref(), Some("en-US"));
        let (text, origin) = unit.variants[0].segment.as_ref().expect("has a segment");
        assert_eq!(text, "é <\n124");
        let byte = |part: &str| 100 + source.find(part).expect("is there");
        assert_eq!(origin.byte(0), byte("é"));
        assert_eq!(origin.byte(3), byte("&lt;"));
        assert_eq!(origin.byte(5), byte("12&#"));
        assert_eq!(origin.byte(7), byte("&#52"));
        assert_eq!(origin.byte(8), byte("</seg>"));
        assert_eq!(origin.stretch(0).place, LineColumn { line: 8, column: 25 });
        assert_eq!(origin.stretch(7).place, LineColumn { line: 9, column: 3 });
    }

    #[test]
    fn what_is_not_well_formed_is_told_with_its_line() {
        for (source, expected) in [
            ("<tu>\n<tuv>\n<seg>R & D</seg></tuv></tu>", "line 9 is not well-formed XML: a `&` that is no reference"),
            ("<tu>\n<tuv>\n</seg></tuv></tu>", "line 9 is not well-formed XML: expected `</tuv>`, but `</seg>`"),
            ("<tu><tuv><seg>&#0;</seg></tuv></tu>", "line 7 is not well-formed XML: "),
            ("<tu><tuv><seg>a < b</seg></tuv></tu>", "line 7 is not well-formed XML: "),
        ] {
            let error = parse(source).expect_err(source);
            assert!(error.starts_with(expected), "{source}: {error}");
        }
    }

    #[test]
    fn a_language_that_is_none_is_none() {
        let unit =
            parse("<tu><tuv xml:lang='??'><seg>a</seg></tuv><tuv><seg>b</seg></tuv></tu>").expect("is well-formed");
        assert!(unit.variants.iter().all(|variant| variant.language.is_none()));
        assert!(unit.id.is_none());
    }
}
