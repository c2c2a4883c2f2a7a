//! Long texts, and pairs of texts that are no plain translation of each other.

use super::versions::{lines, paragraphs};
use parallax_aligner::align;
use parallax_core::{Alignment, Bead};

/// A sentence with words and names of its own; the two languages share the names.
fn sentence(at: usize, language: usize) -> String {
    // Some three hundred words of three syllables, which are others in the other language.
    let syllables = [["ba", "do", "fe", "gi", "lu", "mo", "na"], ["zek", "pir", "tov", "sah", "wun", "kel", "jor"]];
    let word = |drawn: usize| {
        let syllable = |place: usize| syllables[language][drawn / 7usize.pow(place as u32) % 7];
        [2, 0, 1].map(syllable).concat()
    };
    let draw = |k: usize| (at * 7919 + k * 104_729 + at * at % 977) % 343;
    let drawn: Vec<String> = (0..5 + at * 7 % 9).map(|k| word(draw(k))).collect();
    // Every fifth sentence has a name that hardly any other has.
    let name = if at.is_multiple_of(5) {
        format!(" Mar{}", ["ko", "tin", "lena", "ius", "got"][at / 5 % 5].repeat(1 + at / 25 % 3))
    } else {
        String::new()
    };
    let number = if at.is_multiple_of(4) { format!(" {}", 1000 + at * 37 % 8999) } else { String::new() };
    format!("The {}{name}{number}.", drawn.join(" "))
}

fn text(sentences: impl Iterator<Item = usize>, language: usize) -> String {
    sentences.map(|at| sentence(at, language)).collect::<Vec<_>>().join("\n")
}

fn ones(alignment: &Alignment, wanted: impl Fn(&Bead) -> bool) -> usize {
    alignment.segments.iter().filter(|bead| bead.source.len() == 1 && bead.target.len() == 1 && wanted(bead)).count()
}

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
