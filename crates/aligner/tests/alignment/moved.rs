//! Parts that stand in another order.

use super::invented::{ones, text};
use super::versions::{lines, paragraphs};
use parallax_aligner::align;
use parallax_core::Alignment;

/// How many of the pairs of `target`, which lists the source sentence of each target sentence, are found; and how many
/// others, marked as moved or not, are found wrongly.
fn found(alignment: &Alignment, target: &[usize]) -> (usize, usize) {
    let right = ones(alignment, |bead| target[bead.target.start] == bead.source.start);
    (right, ones(alignment, |_| true) - right)
}

#[test]
fn two_chapters_that_changed_places() {
    let target: Vec<usize> = (0..100).chain(200..300).chain(100..200).chain(300..400).collect();
    let alignment = align(&lines("en", &text(0..400, 0)), &lines("de", &text(target.iter().copied(), 1)));
    let (right, wrong) = found(&alignment, &target);
    assert!(right >= 390 && wrong <= 2, "{right} of 400 are found, {wrong} wrongly");
    let moved = ones(&alignment, |bead| bead.moved);
    assert!((95..=100).contains(&moved), "{moved} of 100 have moved");
    let sure = alignment.segments.iter().filter(|bead| bead.moved && bead.confidence.get() > 0.8).count();
    assert!(sure >= 90, "{sure} of 100 are sure");
}

#[test]
fn shuffled_chapters_of_a_book() {
    // Twelve chapters of sixty paragraphs in another order, of which one side lacks the third.
    let order = [4, 0, 9, 5, 1, 10, 7, 3, 11, 6, 8];
    let target: Vec<usize> = order.iter().flat_map(|chapter| chapter * 60..(chapter + 1) * 60).collect();
    let alignment = align(&paragraphs("en", &text(0..720, 0)), &paragraphs("de", &text(target.iter().copied(), 1)));
    let (right, wrong) = found(&alignment, &target);
    assert!(right >= 640 && wrong <= 4, "{right} of 660 are found, {wrong} wrongly");
    let lacking =
        alignment.segments.iter().filter(|bead| (120..180).contains(&bead.source.start) && bead.target.is_empty());
    assert!(lacking.count() >= 58);
}

#[test]
fn two_halves_that_changed_places() {
    let target: Vec<usize> = (300..600).chain(0..300).collect();
    let alignment = align(&lines("en", &text(0..600, 0)), &lines("de", &text(target.iter().copied(), 1)));
    let (right, wrong) = found(&alignment, &target);
    assert!(right >= 580 && wrong <= 4, "{right} of 600 are found, {wrong} wrongly");
    let moved = ones(&alignment, |bead| bead.moved);
    assert!((290..=300).contains(&moved), "{moved} of 300 have moved");
}

#[test]
fn chapters_of_their_own_have_not_moved() {
    // Each side has a chapter that the other lacks, at other places.
    let source = text((0..150).chain(5000..5100).chain(150..300), 0);
    let target = text((0..50).chain(7000..7100).chain(50..300), 1);
    let alignment = align(&lines("en", &source), &lines("de", &target));
    assert_eq!(ones(&alignment, |bead| bead.moved), 0);
    let right = ones(&alignment, |bead| match bead.source.start {
        at @ 0..50 => bead.target.start == at,
        at @ 50..150 => bead.target.start == at + 100,
        at => bead.target.start == at,
    });
    assert!(right >= 296, "{right} of 300 are found");
}
