//! Long texts, and pairs of texts that are no plain translation of each other.

use super::invented::{ones, sentence, text};
use super::versions::{lines, paragraphs};
use parallax_aligner::align;

#[test]
fn a_preface_on_one_side_only_is_left_out() {
    let (source, target) = (text(0..3000, 0), text((5000..5200).chain(0..3000), 1));
    let alignment = align(&paragraphs("en", &source), &paragraphs("de", &target));
    let right = ones(&alignment, |bead| bead.target.start == bead.source.start + 200);
    assert!(right > 2950, "{right} of 3000 paragraphs are found");
    let preface = alignment.segments.iter().filter(|bead| bead.source.is_empty() && bead.target.start < 200).count();
    assert!(preface > 190, "{preface} of 200 paragraphs of the preface are left out");
}

#[test]
fn capitals_are_no_other_words() {
    let (source, target) = (text(0..300, 0), text(0..300, 1).to_uppercase());
    let alignment = align(&lines("en", &source), &lines("de", &target));
    let right = ones(&alignment, |bead| bead.source == bead.target);
    assert!(right > 290, "{right} of 300 are found");
}

#[test]
fn a_single_paragraph_a_side_is_one_bead() {
    let alignment = align(&paragraphs("en", &sentence(3, 0)), &paragraphs("de", &sentence(3, 1)));
    assert_eq!(ones(&alignment, |_| true), 1);
}

#[test]
fn identical_texts_are_sure() {
    let version = paragraphs("en", &text(0..500, 0));
    let other = paragraphs("de", &text(0..500, 0));
    for alignment in [align(&version, &version), align(&version, &other)] {
        assert_eq!(ones(&alignment, |bead| bead.source == bead.target && bead.confidence.get() > 0.9), 500);
    }
}

#[test]
fn a_sentence_may_correspond_to_many() {
    // Every twentieth source sentence is made of seven, which are one each in the other language.
    let group = |at: usize| if at % 20 == 10 { (7 * at..7 * at + 7).collect() } else { vec![7 * at] };
    let groups: Vec<Vec<usize>> = (0..200).map(group).collect();
    let joined = |group: &Vec<usize>| group.iter().map(|at| sentence(*at, 0)).collect::<Vec<_>>().join(" ");
    let source = groups.iter().map(joined).collect::<Vec<_>>().join("\n");
    let target = text(groups.iter().flatten().copied(), 1);
    let alignment = align(&lines("en", &source), &lines("de", &target));
    let long = alignment.segments.iter().filter(|bead| bead.source.len() == 1 && bead.target.len() == 7);
    let right = long.filter(|bead| bead.source.start % 20 == 10).count();
    assert!(right >= 9, "{right} of 10");
}

#[test]
fn an_index_on_one_side_only_is_left_out() {
    // Wherever it stands, and however long: several hundred lines, which are others than the text's.
    for at in [0, 70, 150] {
        let target = text((0..at).chain(6000..6280).chain(at..150), 1);
        let alignment = align(&lines("en", &text(0..150, 0)), &lines("de", &target));
        let right = ones(&alignment, |bead| {
            bead.target.start == bead.source.start + if bead.source.start < at { 0 } else { 280 }
        });
        let index = alignment
            .segments
            .iter()
            .filter(|bead| bead.source.is_empty() && (at..at + 280).contains(&bead.target.start));
        let index = index.count();
        assert!(right >= 147 && index >= 276, "at {at}: {right} of 150 are found, {index} of 280 left out");
    }
}

#[test]
fn only_the_first_tenth_is_translated() {
    let alignment = align(&lines("en", &text(0..800, 0)), &lines("de", &text(0..80, 1)));
    let right = ones(&alignment, |bead| bead.source == bead.target);
    assert!(right >= 76, "{right} of 80 are found");
    let rest = alignment.segments.iter().filter(|bead| bead.target.is_empty() && bead.source.start >= 80).count();
    assert!(rest >= 715, "{rest} of 720 are left out");
}
