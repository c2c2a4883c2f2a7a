//! Bytes to documents: plain text and Markdown, bilingual tables ([`pairs`]), and lists of beads ([`beads`]), in
//! any encoding.
//!
//! [`read`] reads a document: bytes are decoded ([`encoding`]), then one module a format finds the blocks. Reading
//! never fails as a whole where something can be read: what is odd about a file stands in [`Document::problems`].
//! Nothing here opens files; the caller brings the bytes.
//!
//! ```
//! use parallax_formats::{ReadOptions, read};
//!
//! let document = read("letter.md", "# Head\n\nOne *two*.\n".as_bytes(), &ReadOptions::default())?;
//! assert_eq!(document.blocks[1].text.as_str(), "One two.");
//! # Ok::<(), parallax_formats::ReadError>(())
//! ```

pub mod beads;
pub mod encoding;
mod error;
mod format;
pub mod glossary;
pub mod lexicon;
mod lines;
mod markdown;
pub mod pairs;
mod plain;
mod script;

pub use encoding::encoding_named;
pub use error::{ReadError, UnknownEncoding};
pub use format::{Format, SegmentMode};

use encoding_rs::Encoding;
use parallax_core::{Document, LanguageTag, LineIndex, Origin};

/// What the caller knows of a file, or wants of it.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The format; by the path where none is given.
    pub format: Option<Format>,
    /// The encoding, which is then not guessed. A byte order mark in the file wins over it.
    pub encoding: Option<&'static Encoding>,
    /// How the file is cut into blocks. [`SegmentMode::Lines`] wins over the format.
    pub segments: SegmentMode,
    /// The language that the file is probably in: tells legacy encodings apart.
    pub language_hint: Option<LanguageTag>,
}

/// Reads the document in `bytes`; `path` serves for messages and to tell the format, it is not opened.
///
/// # Errors
/// If `bytes` are no text, or not in the encoding that the caller or the file's byte order mark says.
pub fn read(path: &str, bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let decoded = encoding::decode(bytes, options.encoding, options.language_hint.as_ref())?;
    let source = decoded.text;
    let format = options.format.unwrap_or_else(|| Format::from_path(path));
    let mut declared_language = None;
    let blocks = match (options.segments, format) {
        (SegmentMode::Lines, _) => plain::read_lines(&source),
        (SegmentMode::Sentences, Format::PlainText) => plain::read(&source),
        (SegmentMode::Sentences, Format::Markdown) => {
            let dialect = markdown::Dialect::of_path(path);
            let content = markdown::read(&source, dialect);
            declared_language = content.language;
            content.blocks
        }
    };
    Ok(Document {
        path: path.to_owned(),
        lines: LineIndex::new(&source),
        source,
        origin: Origin::default(),
        blocks,
        declared_language,
        encoding: decoded.encoding.name(),
        problems: decoded.problems,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_tells_the_format_and_options_win_over_it() {
        let text = "# a\n\n- b\n".as_bytes();
        let kinds = |path: &str, options: &ReadOptions| -> Vec<String> {
            let document = read(path, text, options).expect("is readable");
            document.blocks.iter().map(|block| format!("{:?} {}", block.kind, block.text.as_str())).collect()
        };
        let default = ReadOptions::default();
        assert_eq!(kinds("x.md", &default), ["Heading(1) a", "ListItem b"]);
        assert_eq!(kinds("x.txt", &default), ["Paragraph # a", "ListItem b"]);
        let plain = ReadOptions { format: Some(Format::PlainText), ..ReadOptions::default() };
        assert_eq!(kinds("x.md", &plain), ["Paragraph # a", "ListItem b"]);
        let lines = ReadOptions { segments: SegmentMode::Lines, ..ReadOptions::default() };
        assert_eq!(kinds("x.md", &lines), ["Line # a", "Line ", "Line - b"]);
    }

    #[test]
    fn a_byte_order_mark_stays_in_the_source_and_out_of_the_text() {
        for path in ["x.md", "x.txt"] {
            let document = read(path, "\u{feff}- ä\n".as_bytes(), &ReadOptions::default()).expect("is readable");
            let block = &document.blocks[0];
            assert_eq!(block.text.as_str(), "ä", "{path}");
            assert_eq!(&document.source[block.text.span(block.text.range()).range()], "ä", "{path}");
            assert_eq!(document.source.len(), 8, "{path}");
            assert_eq!(document.line_column(block.text.span(block.text.range()).start).column, 3, "{path}");
        }
        let lines = ReadOptions { segments: SegmentMode::Lines, ..ReadOptions::default() };
        let document = read("x", "\u{feff}a\nb".as_bytes(), &lines).expect("is readable");
        assert_eq!(document.blocks[0].text.as_str(), "a");
    }

    #[test]
    fn a_legacy_file_is_told_of() {
        let document = read("x.txt", b"d\xe9j\xe0 vu, na\xefve", &ReadOptions::default()).expect("is readable");
        assert_eq!((document.encoding, document.source.as_str()), ("windows-1252", "déjà vu, naïve"));
        assert_eq!(document.problems.len(), 1);
    }
}
