//! Alignments around beads that are given.

use crate::properties::{check_beads, config, document, mirrored};
use crate::shown;
use crate::versions::{lines, paragraphs};
use parallax_aligner::{FixedBeads, Options, Prepared, align};
use parallax_core::{Alignment, Version};
use proptest::collection::vec;
use proptest::prelude::*;
use std::ops::Range;

type Given = (Range<usize>, Range<usize>);

fn aligned(source: &Version, target: &Version, given: &[Given]) -> Alignment {
    let fixed = FixedBeads::new(given.iter().cloned()).expect("no segment stands in two beads");
    Prepared::new(source).align_with(&Prepared::new(target), &Options { fixed, ..Options::default() })
}

const ENGLISH: &str = "The ferry leaves at nine.\nIt takes forty minutes.\nMost visitors come in summer.\n\
                       There is one school.\nIt has 26 pupils.\nIn 1987 a storm destroyed the harbor.";
const GERMAN: &str = "Die Fähre legt um neun ab.\nSie braucht vierzig Minuten.\nDie meisten Besucher kommen im Sommer.\n\
                      Es gibt eine Schule.\nSie hat 26 Schüler.\n1987 zerstörte ein Sturm den Hafen.";

#[track_caller]
fn check(given: &[Given], beads: &str) {
    for version in [lines, paragraphs] {
        let (english, german) = (version("en", ENGLISH), version("de", GERMAN));
        let alignment = aligned(&english, &german, given);
        assert_eq!(shown(&alignment.segments), beads);
        for (source, target) in given {
            let found = alignment.segments.iter().find(|bead| match source.is_empty() {
                true => bead.source.is_empty() && bead.target == *target,
                false => bead.source == *source,
            });
            assert_eq!(found.map(|bead| bead.confidence.get()), Some(1.0));
        }
    }
}

#[test]
fn what_is_given_is_kept_and_the_rest_goes_around_it() {
    check(&[], "0:0 1:1 2:2 3:3 4:4 5:5");
    check(&[(0..2, 0..2)], "0,1:0,1 2:2 3:3 4:4 5:5");
    check(&[(2..3, 2..4)], "0:0 1:1 2:2,3 3: 4:4 5:5");
    check(&[(3..4, 0..0), (0..0, 3..4)], "0:0 1:1 2:2 3: :3 4:4 5:5");
    // More than the search would look for, and over all paragraphs.
    check(&[(0..6, 0..6)], "0,1,2,3,4,5:0,1,2,3,4,5");
    check(&[(1..6, 1..2)], "0:0 1,2,3,4,5:1 :2 :3 :4 :5");
}

#[test]
fn what_is_given_across_others_has_moved() {
    check(&[(0..1, 5..6), (5..6, 0..0), (0..0, 0..1)], "0>5 :0 1:1 2:2 3:3 4:4 5:");
    check(&[(1..2, 0..1), (0..1, 1..2), (2..3, 2..3)], "0:1 1>0 2:2 3:3 4:4 5:5");
}

#[test]
fn segments_that_are_not_there_are_left_out() {
    check(&[(0..1, 0..1)], "0:0 1:1 2:2 3:3 4:4 5:5");
    let (english, german) = (lines("en", ENGLISH), lines("de", GERMAN));
    assert_eq!(aligned(&english, &german, &[(5..9, 5..6), (90..91, 0..0)]), align(&english, &german));
}

#[test]
fn an_empty_side_takes_what_is_given() {
    let (english, empty) = (lines("en", ENGLISH), paragraphs("de", ""));
    assert_eq!(shown(&aligned(&english, &empty, &[(1..3, 0..0)]).segments), "0: 1,2: 3: 4: 5:");
}

/// Beads of any size for two documents, none of which has a segment of another. A size of 0 leaves that side out.
fn beads(sizes: &[(usize, usize, bool)], sources: usize, targets: usize, crossing: bool) -> Vec<Given> {
    let (mut i, mut j) = (0, 0);
    let mut given: Vec<Given> = Vec::new();
    for (x, y, kept) in sizes {
        let (source, target) = (i..(i + x).min(sources), j..(j + y).min(targets));
        (i, j) = (source.end, target.end);
        if *kept && !(source.is_empty() && target.is_empty()) {
            given.push((source, target));
        }
    }
    if crossing && given.len() > 1 {
        let last = given.len() - 1;
        let first = std::mem::replace(&mut given[0].1, 0..0);
        given[0].1 = std::mem::replace(&mut given[last].1, first);
        given.retain(|(source, target)| !source.is_empty() || !target.is_empty());
    }
    given
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_given_is_kept(
        source in document(),
        target in document(),
        sizes in vec((0..7usize, 0..7usize, any::<bool>()), 0..8),
        crossing in any::<bool>(),
    ) {
        let (sources, targets) = (source.segments.len(), target.segments.len());
        let given = beads(&sizes, sources, targets, crossing);
        let alignment = aligned(&source, &target, &given);
        check_beads(&alignment.segments, sources, targets)?;
        check_beads(&alignment.blocks, source.document.blocks.len(), target.document.blocks.len())?;
        for (source, target) in &given {
            let is_it = |one: &Range<usize>, other: &Range<usize>| one == other || one.is_empty() && other.is_empty();
            let found = alignment.segments.iter().find(|bead| is_it(&bead.source, source) && is_it(&bead.target, target));
            prop_assert!(found.is_some_and(|bead| bead.confidence.get() == 1.0), "{:?} of {:?}", (source, target), alignment.segments);
        }
        let back: Vec<Given> = given.iter().map(|(source, target)| (target.clone(), source.clone())).collect();
        let mut there = mirrored(&alignment);
        for beads in &mut there {
            for bead in beads.iter_mut() {
                std::mem::swap(&mut bead.0, &mut bead.1);
            }
            beads.sort_by_key(|(source, target, ..)| (source.start, source.end, target.start, target.end));
        }
        prop_assert_eq!(mirrored(&aligned(&target, &source, &back)), there);
    }

    #[test]
    fn an_alignment_given_back_stays_the_same(source in document(), target in document()) {
        let alignment = align(&source, &target);
        let found: Vec<Given> =
            alignment.segments.iter().map(|bead| (bead.source.clone(), bead.target.clone())).collect();
        let beads = |alignment: &Alignment| -> Vec<Given> {
            mirrored(alignment)[1].iter().map(|bead| (bead.0.clone(), bead.1.clone())).collect()
        };
        prop_assert_eq!(beads(&aligned(&source, &target, &found)), beads(&alignment));
    }
}
