//! How much effort is made.

use super::versions::lines;
use parallax_aligner::{Effort, Options, align_with};
use std::ops::Range;

/// Sentences of words that come again, in one of two languages that have no letter in common.
fn text(sentences: impl Iterator<Item = usize>, syllables: [&str; 5]) -> String {
    let word = |drawn: usize| [0, 1, 2].map(|place| syllables[drawn / 5usize.pow(place) % 5]).concat();
    let sentence = |at: usize| {
        let drawn = (0..6 + at * 7 % 5).map(|k| (at * 7919 + k * 104_729 + at * at % 977) % 125);
        format!("{}.", drawn.map(word).collect::<Vec<_>>().join(" "))
    };
    sentences.map(sentence).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_fast_alignment_finds_what_is_plain() {
    let source = lines("en", &text(0..900, ["ba", "de", "fi", "go", "lu"]));
    let target = lines("de", &text((0..500).chain(540..900), ["zek", "pir", "tov", "sah", "wun"]));
    for effort in [Effort::Fast, Effort::Full] {
        let options = Options { effort, ..Options::default() };
        let beads = align_with(&source, &target, &options).segments;
        let shift = |at: usize| if at < 500 { Some(at) } else { at.checked_sub(40).filter(|at| *at >= 500) };
        let is_right = |source: &Range<usize>, target: &Range<usize>| {
            source.len() == 1 && target.len() == 1 && shift(source.start) == Some(target.start)
        };
        let right = beads.iter().filter(|bead| is_right(&bead.source, &bead.target)).count();
        assert!(right > 840, "{right} of 860 with {effort:?} effort");
        let covered: usize = beads.iter().map(|bead| bead.target.len()).sum();
        assert_eq!(covered, 860, "{effort:?}");
    }
}
