//! Versions made of strings.

use parallax_core::{Block, BlockKind, BlockText, Document, LanguageOrigin, Span, Version};

/// A version of these blocks.
pub(crate) fn version(language: &str, blocks: &[(BlockKind, &str)]) -> Version {
    let mut source = String::new();
    let blocks = blocks
        .iter()
        .map(|(kind, text)| {
            let start = source.len();
            source.push_str(text);
            source.push('\n');
            let text = if *kind == BlockKind::Code {
                let mut code = BlockText::new();
                code.push_verbatim(start, text);
                code
            } else {
                BlockText::from_source(start, text)
            };
            Block::plain(*kind, Span::new(start, source.len() - 1), text)
        })
        .collect();
    let language = language.parse().expect("a valid tag");
    Version::read(Document::new("test", source, blocks), language, LanguageOrigin::Given)
}

/// A version of one paragraph a line.
pub(crate) fn paragraphs(language: &str, text: &str) -> Version {
    let blocks: Vec<(BlockKind, &str)> = text.lines().map(|line| (BlockKind::Paragraph, line)).collect();
    version(language, &blocks)
}

/// A version of pre-segmented lines.
pub(crate) fn lines(language: &str, text: &str) -> Version {
    let blocks: Vec<(BlockKind, &str)> = text.lines().map(|line| (BlockKind::Line, line)).collect();
    version(language, &blocks)
}
