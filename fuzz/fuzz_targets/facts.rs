//! Reads the facts of any text in any language: the first byte chooses the language, the second how much of the text is
//! the segment that is read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_core::document::BlockKind;
use parallax_core::locale::Locale;
use parallax_core::{Block, BlockText, Span, TextRange, facts, segmentation};
use std::sync::LazyLock;

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let tags = Locale::all().chain(["tlh"]);
    tags.map(|tag| Locale::of(&tag.parse().expect("a tag of the tables is valid"))).collect()
});

fuzz_target!(|data: &[u8]| {
    let [language, skipped, text @ ..] = data else { return };
    let locale = &LOCALES[usize::from(*language) % LOCALES.len()];
    let text = String::from_utf8_lossy(text);
    let block = Block::plain(BlockKind::Paragraph, Span::new(0, text.len()), BlockText::from_source(0, &text));
    let text = block.text.as_str();
    let sentences = segmentation::sentences(text, locale, &[]);
    assert!(sentences.iter().all(|range| text.get(range.range()).is_some_and(|it| !it.trim().is_empty())));
    let start = (usize::from(*skipped) % 8).min(text.len());
    let start = (0..=start).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let segment = TextRange::new(start, text.len());
    let mut found = Vec::new();
    facts::read(&block, segment, locale, &mut found);
    for fact in found {
        let said = text.get(fact.range.range());
        assert!(said.is_some_and(|said| !said.is_empty()), "{fact:?} is off a character's border");
        assert!(segment.start <= fact.range.start && fact.range.end <= segment.end, "{fact:?} is outside");
        assert!(fact.readings().map(|(_, weight)| weight).sum::<f32>() <= 1.0 + 1e-5, "{fact:?} weighs too much");
    }
});
