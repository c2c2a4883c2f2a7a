//! Aligns two files line by line and prints the beads: source lines, target lines (both from 0, separated by commas)
//! and confidence, separated by tabs. For measuring against gold alignments.
//!
//! `cargo run --release -p parallax-aligner --example align_lines -- SOURCE TARGET [SOURCE-LANG TARGET-LANG]`

use parallax_aligner::align;
use parallax_core::{Block, BlockKind, BlockText, Document, LanguageOrigin, LanguageTag, Version};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [source, target, languages @ ..] = arguments.as_slice() else {
        return Err("usage: align_lines SOURCE TARGET [SOURCE-LANG TARGET-LANG]".into());
    };
    let language = |index: usize| languages.get(index).map_or(Ok(LanguageTag::unknown()), |tag| tag.parse());
    let (source, target) = (read(source, language(0)?)?, read(target, language(1)?)?);
    let start = Instant::now();
    let alignment = align(&source, &target);
    eprintln!("{} x {} lines in {:?}", source.segments.len(), target.segments.len(), start.elapsed());
    let shown = |range: std::ops::Range<usize>| range.map(|at| at.to_string()).collect::<Vec<_>>().join(",");
    for bead in alignment.segments {
        println!("{}\t{}\t{:.4}", shown(bead.source), shown(bead.target), bead.confidence.get());
    }
    Ok(())
}

fn read(path: &str, language: LanguageTag) -> Result<Version, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path)?;
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end_matches(['\n', '\r']);
        let span = parallax_core::Span::new(start, start + shown.len());
        blocks.push(Block::plain(BlockKind::Line, span, BlockText::from_source(start, shown)));
        start += line.len();
    }
    Ok(Version::read(Document::new(path, text, blocks), language, LanguageOrigin::Given))
}
