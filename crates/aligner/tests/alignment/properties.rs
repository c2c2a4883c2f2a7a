//! What holds of every alignment, whatever the documents.

use crate::invented::text;
use crate::versions::{lines, version};
use parallax_aligner::{Prepared, align};
use parallax_core::{Alignment, Bead, BlockKind, Version};
use proptest::collection::vec;
use proptest::prelude::*;
use std::ops::Range;

const SENTENCES: &[&str] = &[
    "It rained all day.",
    "Il a plu toute la journée.",
    "In 2024, 300 people came to Zürich.",
    "En 2024, 300 personnes sont venues à Zurich !",
    "雨が一日中降りました。",
    "Вопросы? Ответы!",
    "٣٠٠ شخص.",
    "See https://example.com/a (page 4):",
    "a",
    "…",
    "The very long sentence goes on and on, and on, without ever saying anything that would tell it from another one.",
    "I",
];

const KINDS: &[BlockKind] =
    &[BlockKind::Paragraph, BlockKind::Heading(2), BlockKind::ListItem, BlockKind::TableCell, BlockKind::Code];

fn block(kinds: &'static [BlockKind], most: usize) -> impl Strategy<Value = (BlockKind, String)> {
    let text = prop_oneof![
        8 => vec(proptest::sample::select(SENTENCES), 1..=most).prop_map(|sentences| sentences.join(" ")),
        1 => "[^\\n\\r]{0,20}",
    ];
    (proptest::sample::select(kinds), text)
}

fn version_of(language: &str, blocks: &[(BlockKind, String)]) -> Version {
    let lent: Vec<(BlockKind, &str)> = blocks.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    version(language, &lent)
}

/// Documents of all kinds of blocks, and documents of lines, some of them empty.
pub(crate) fn document() -> impl Strategy<Value = Version> {
    let blocks = prop_oneof![
        vec(block(KINDS, 6), 0..12),
        vec(block(&[BlockKind::Line], 1), 0..30),
        // The same line again and again.
        (block(&[BlockKind::Line], 1), 0..12usize).prop_map(|(line, count)| vec![line; count]),
    ];
    (proptest::sample::select(&["en", "ja", "und"][..]), blocks)
        .prop_map(|(language, blocks)| version_of(language, &blocks))
}

/// Fails unless the ranges cover every index up to `count` once.
fn cover_once(ranges: impl Iterator<Item = Range<usize>>, count: usize) -> Result<(), TestCaseError> {
    let mut all: Vec<usize> = ranges.flatten().collect();
    all.sort_unstable();
    prop_assert_eq!(all, (0..count).collect::<Vec<_>>());
    Ok(())
}

pub(crate) fn check_beads(beads: &[Bead], sources: usize, targets: usize) -> Result<(), TestCaseError> {
    cover_once(beads.iter().map(|bead| bead.source.clone()), sources)?;
    cover_once(beads.iter().map(|bead| bead.target.clone()), targets)?;
    let (mut source, mut target) = (0, 0);
    for bead in beads {
        prop_assert!(!bead.source.is_empty() || !bead.target.is_empty());
        prop_assert!(bead.is_paired() || !bead.moved);
        prop_assert!((0.0..=1.0).contains(&bead.confidence.get()));
        prop_assert!(bead.source.start >= source, "sources in order: {beads:?}");
        source = bead.source.end;
        if !bead.moved {
            prop_assert!(bead.target.start >= target, "targets in order: {beads:?}");
            target = bead.target.end;
        }
    }
    Ok(())
}

/// A bead with its bits of confidence; an empty side is `0..0` wherever it stands.
pub(crate) type Flat = (Range<usize>, Range<usize>, u64, bool);

pub(crate) fn mirrored(alignment: &Alignment) -> [Vec<Flat>; 2] {
    [&alignment.blocks, &alignment.segments].map(|beads| {
        let side = |range: &Range<usize>| if range.is_empty() { 0..0 } else { range.clone() };
        let flipped =
            |bead: &Bead| (side(&bead.target), side(&bead.source), bead.confidence.get().to_bits(), bead.moved);
        let mut flipped: Vec<_> = beads.iter().map(flipped).collect();
        flipped.sort_by_key(|(source, target, ..)| (source.start, source.end, target.start, target.end));
        flipped
    })
}

fn check_mirror(source: &Version, target: &Version, alignment: &Alignment) -> Result<(), TestCaseError> {
    let there = mirrored(alignment);
    let mut back = mirrored(&align(target, source));
    for beads in &mut back {
        for bead in beads.iter_mut() {
            std::mem::swap(&mut bead.0, &mut bead.1);
        }
        beads.sort_by_key(|(source, target, ..)| (source.start, source.end, target.start, target.end));
    }
    prop_assert_eq!(there, back);
    Ok(())
}

/// Sentences of a text of several hundred, too many for all places to be looked at: parts of it in some order, some of
/// them twice and some not at all.
fn edited() -> impl Strategy<Value = Vec<usize>> {
    vec((0..12usize, 18..26usize), 9..11)
        .prop_map(|parts| parts.into_iter().flat_map(|(part, count)| part * 25..part * 25 + count).collect())
}

/// Some cases in the daily run; as many as `PROPTEST_CASES` says.
pub(crate) fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48);
    ProptestConfig::with_cases(cases)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_unit_is_covered_once(source in document(), target in document()) {
        let alignment = align(&source, &target);
        check_beads(&alignment.segments, source.segments.len(), target.segments.len())?;
        check_beads(&alignment.blocks, source.document.blocks.len(), target.document.blocks.len())?;
        // More than four against more than two only where whole blocks are aligned, because one side's sentences are
        // not told apart.
        let is_whole = |version: &Version, range: &Range<usize>| {
            version.block_segments.iter().any(|block| block.start == range.start)
                && version.block_segments.iter().any(|block| block.end == range.end)
        };
        for bead in &alignment.segments {
            let (shorter, longer) =
                (bead.source.len().min(bead.target.len()), bead.source.len().max(bead.target.len()));
            let few = longer <= 4 || longer <= 10 && shorter <= 2;
            prop_assert!(few || is_whole(&source, &bead.source) && is_whole(&target, &bead.target));
        }
    }

    #[test]
    fn swapping_the_sides_mirrors_the_beads(source in document(), target in document()) {
        check_mirror(&source, &target, &align(&source, &target))?;
    }

    #[test]
    fn a_text_corresponds_to_itself(text in document()) {
        let alignment = align(&text, &text);
        for (beads, count) in [
            (&alignment.segments, text.segments.len()),
            (&alignment.blocks, text.document.blocks.len()),
        ] {
            prop_assert_eq!(beads.len(), count);
            for bead in beads {
                prop_assert!(bead.source == bead.target && bead.source.len() == 1 && !bead.moved, "{:?}", bead);
            }
        }
    }

    #[test]
    fn preparing_once_changes_nothing(source in document(), target in document(), other in document()) {
        let pivot = Prepared::new(&source);
        let first = pivot.align(&Prepared::new(&target));
        let _ = pivot.align(&Prepared::new(&other));
        prop_assert_eq!(&first, &pivot.align(&Prepared::new(&target)));
        prop_assert_eq!(first, align(&source, &target));
    }
}

proptest! {
    // Each takes as long as some dozens of the others.
    #![proptest_config(ProptestConfig { cases: config().cases / 24, ..config() })]

    #[test]
    fn long_texts_of_parts_in_any_order_are_covered_and_mirrored(
        source in edited(),
        target in edited(),
        alike in any::<bool>(),
    ) {
        let source = lines("en", &text(source.into_iter(), 0));
        let target = lines("de", &text(target.into_iter(), usize::from(!alike)));
        let alignment = align(&source, &target);
        check_beads(&alignment.segments, source.segments.len(), target.segments.len())?;
        check_beads(&alignment.blocks, source.document.blocks.len(), target.document.blocks.len())?;
        check_mirror(&source, &target, &alignment)?;
    }
}
