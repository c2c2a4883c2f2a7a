//! Which format a file is in, and how it is cut.

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Text without markup.
    PlainText,
    /// CommonMark with the extensions of GitHub; MDX by the file's name.
    Markdown,
}

impl Format {
    /// The format that the path's extension names, in any case; plain text where it names none that is known.
    #[must_use]
    pub fn from_path(path: &str) -> Self {
        match extension(path).to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdx" | "mkd" | "mdown" => Self::Markdown,
            _ => Self::PlainText,
        }
    }
}

/// The extension of the path's last part, without the dot; empty where there is none.
pub(crate) fn extension(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => extension,
        _ => "",
    }
}

/// How a file is cut into blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SegmentMode {
    /// By the format: paragraphs, headings, list items; sentences are found in them later.
    #[default]
    Sentences,
    /// Each line of the file is a block and a segment, empty lines too: for text that is segmented already.
    Lines,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_name_formats() {
        let cases = [
            ("a.md", Format::Markdown),
            ("dir.txt/A.MD", Format::Markdown),
            ("a.fr.markdown", Format::Markdown),
            ("a.mdx", Format::Markdown),
            ("a.mkd", Format::Markdown),
            ("a.mdown", Format::Markdown),
            ("a.txt", Format::PlainText),
            ("a.text", Format::PlainText),
            ("README", Format::PlainText),
            ("dir.md/README", Format::PlainText),
            ("dir.md\\README", Format::PlainText),
            (".md", Format::PlainText),
            ("", Format::PlainText),
            ("a.xyz", Format::PlainText),
        ];
        for (path, format) in cases {
            assert_eq!(Format::from_path(path), format, "{path}");
        }
    }
}
