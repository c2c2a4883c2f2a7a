//! Odd texts: what no translator delivers, and what accidents make of what they do.

use super::invented::{ones, sentence, text};
use super::versions::{lines, paragraphs};
use parallax_aligner::align;
use parallax_core::{Bead, Version};
use std::ops::Range;

fn mean_confidence(beads: &[Bead]) -> f64 {
    let paired = || beads.iter().filter(|bead| bead.is_paired());
    paired().map(|bead| bead.confidence.get()).sum::<f64>() / paired().count().max(1) as f64
}

#[test]
fn unrelated_texts_are_not_sure() {
    let alignment = align(&lines("en", &text(0..150, 0)), &lines("de", &text(8000..8150, 1)));
    let sure = alignment.segments.iter().filter(|bead| bead.is_paired() && bead.confidence.get() > 0.8).count();
    assert!(sure <= 8, "{sure} of 150 are sure");
    let related = align(&lines("en", &text(0..150, 0)), &lines("de", &text(0..150, 1)));
    assert!(mean_confidence(&related.segments) > mean_confidence(&alignment.segments) + 0.3);
}

#[test]
fn a_text_without_paragraphs_is_aligned_with_one_that_has_them() {
    // One block of 200 sentences a side, or blocks of four on one.
    let all = |language| text(0..200, language).replace('\n', " ");
    let fours = |language| {
        let sentences: Vec<String> = (0..200).map(|at| sentence(at, language)).collect();
        sentences.chunks(4).map(|four| four.join(" ")).collect::<Vec<_>>().join("\n")
    };
    for (source, target) in [(all(0), all(1)), (all(0), fours(1)), (fours(0), all(1))] {
        let alignment = align(&paragraphs("en", &source), &paragraphs("de", &target));
        let right = ones(&alignment, |bead| bead.source == bead.target);
        assert!(right >= 196, "{right} of 200 are found");
    }
}

#[test]
fn paragraphs_may_be_cut_otherwise() {
    let cut = |language, size: usize, first: usize| {
        let sentences: Vec<String> = (0..240).map(|at| sentence(at, language)).collect();
        let (head, rest) = sentences.split_at(first);
        std::iter::once(head).chain(rest.chunks(size)).map(|part| part.join(" ")).collect::<Vec<_>>().join("\n")
    };
    let alignment = align(&paragraphs("en", &cut(0, 5, 2)), &paragraphs("de", &cut(1, 3, 1)));
    let right = ones(&alignment, |bead| bead.source == bead.target);
    assert!(right >= 232, "{right} of 240 are found");
}

#[test]
fn lines_may_be_wrapped_within_sentences() {
    // One side as sentences, the other wrapped to a width, so that lines begin anywhere.
    let wrap = |text: &str| {
        let mut lines = vec![String::new()];
        for word in text.split_whitespace() {
            if lines.last().is_some_and(|line| line.len() + word.len() > 68) {
                lines.push(String::new());
            }
            let line = lines.last_mut().expect("there is a line");
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines
    };
    let target = wrap(&text(0..120, 1));
    let alignment = align(&lines("en", &text(0..120, 0)), &lines("de", &target.join("\n")));
    // Where each sentence begins among the letters of the text, and where each line does.
    let starts = |parts: &[String]| {
        parts
            .iter()
            .scan(0, |at, part| {
                let start = *at;
                *at += part.len() + 1;
                Some(start..start + part.len())
            })
            .collect::<Vec<_>>()
    };
    let sentences: Vec<String> = (0..120).map(|at| sentence(at, 1)).collect();
    let (sentences, wrapped) = (starts(&sentences), starts(&target));
    let meets = |bead: &Bead| {
        bead.source.clone().any(|i| {
            bead.target.clone().any(|j| sentences[i].start < wrapped[j].end && wrapped[j].start < sentences[i].end)
        })
    };
    let paired = alignment.segments.iter().filter(|bead| bead.is_paired()).count();
    let right = alignment.segments.iter().filter(|bead| bead.is_paired() && meets(bead)).count();
    assert!(paired >= 50 && right * 100 >= paired * 98, "{right} of {paired} meet");
}

#[test]
fn the_same_sentence_again_and_again() {
    // As many without optimisation would take minutes.
    let times = if cfg!(debug_assertions) { 400 } else { 5000 };
    let (english, german) =
        ("The same thing was said again.\n".repeat(times), "Dasselbe wurde wieder gesagt.\n".repeat(times));
    let alignment = align(&lines("en", &english), &lines("de", &german));
    let right = ones(&alignment, |bead| bead.source == bead.target);
    assert!(right * 100 >= times * 99, "{right} of {times} are found");
    assert!(alignment.segments.iter().all(|bead| !bead.moved));
}

#[test]
fn a_sentence_as_long_as_a_book() {
    let long = |language| (0..2000).map(|at| sentence(at, language).replace('.', ",")).collect::<Vec<_>>().join(" ");
    let alignment = align(&lines("en", &long(0)), &lines("de", &long(1)));
    assert_eq!(ones(&alignment, |_| true), 1);
    let between = |language| format!("{}\n{}\n{}", sentence(4001, language), long(language), sentence(4002, language));
    let alignment = align(&lines("en", &between(0)), &lines("de", &between(1)));
    assert_eq!(ones(&alignment, |bead| bead.source == bead.target), 3);
}

#[test]
fn blank_lines_may_stand_at_other_places() {
    let blanks = |language, every: usize| {
        let line = |at: usize| {
            if at.is_multiple_of(every) { format!("\n{}", sentence(at, language)) } else { sentence(at, language) }
        };
        (0..200).map(line).collect::<Vec<_>>().join("\n")
    };
    let (source, target) = (lines("en", &blanks(0, 3)), lines("de", &blanks(1, 5)));
    let alignment = align(&source, &target);
    let number = |language, segment: &str| (0..200).find(|at| sentence(*at, language) == segment);
    let said = |version: &Version, language, segments: &Range<usize>| -> Vec<usize> {
        segments.clone().filter_map(|at| number(language, version.segment_text(at))).collect()
    };
    let right = alignment.segments.iter().filter(|bead| {
        let (source, target) = (said(&source, 0, &bead.source), said(&target, 1, &bead.target));
        source.len() == 1 && source == target
    });
    let right = right.count();
    assert!(right >= 196, "{right} of 200 are found");
}

#[test]
fn an_empty_side_is_left_out_with_everything() {
    let (text, empty) = (lines("en", &text(0..500, 0)), lines("de", ""));
    let alignment = align(&text, &empty);
    assert_eq!(alignment.segments.len(), 500);
    assert!(alignment.segments.iter().all(|bead| bead.target.is_empty()));
}

#[test]
fn blank_lines_keep_their_numbers_and_correspond_to_blank_lines_only() {
    // Groups of three lines, and of four; on one side two blank lines between them, and some at its ends.
    let groups = |language, blank: &str| {
        let mut at = 0;
        let group = |size: usize| {
            let lines: Vec<String> = (at..at + size).map(|number| sentence(number, language)).collect();
            at += size;
            lines.join("\n")
        };
        [3, 4, 3, 4, 4, 3, 3, 4].into_iter().map(group).collect::<Vec<_>>().join(blank)
    };
    let source = lines("en", &groups(0, "\n\n"));
    let target = lines("de", &format!("\n{}\n \n", groups(1, "\n\u{3000}\n\n")));
    let alignment = align(&source, &target);
    let said = |version: &Version, range: &Range<usize>| -> Vec<bool> {
        range.clone().map(|at| !version.segment_text(at).trim().is_empty()).collect()
    };
    // Pairs of sentences, pairs of blank lines, blank lines of one side.
    let (mut pairs, mut blanks, mut gaps) = (0, 0, 0);
    for bead in &alignment.segments {
        match (&said(&source, &bead.source)[..], &said(&target, &bead.target)[..]) {
            ([true], [true]) => pairs += 1,
            ([false], [false]) => blanks += 1,
            ([], [false]) => gaps += 1,
            _ => panic!("{bead:?}"),
        }
    }
    assert_eq!((pairs, blanks, gaps), (28, 7, 9));
    assert!(align(&lines("en", "\n \nA."), &lines("de", "")).segments.iter().all(|bead| !bead.is_paired()));
}

#[test]
fn a_sentence_may_go_on_behind_a_blank_line() {
    // Pages end within sentences: the second half of each fifth stands behind a blank line.
    let broken: Vec<String> = (0..60)
        .map(|at| {
            let whole = sentence(at, 0);
            let middle = whole.char_indices().filter(|(_, c)| *c == ' ').nth(2).map_or(whole.len(), |(at, _)| at);
            if at % 5 == 0 { format!("{}\n\n{}", &whole[..middle], whole[middle..].trim()) } else { whole }
        })
        .collect();
    let alignment = align(&lines("en", &broken.join("\n")), &lines("de", &text(0..60, 1)));
    let held = alignment.segments.iter().filter(|bead| bead.source.len() == 3 && bead.target.len() == 1).count();
    assert!(held >= 9, "{held} of 12 are whole");
    let ones = alignment.segments.iter().filter(|bead| bead.source.len() == 1 && bead.target.len() == 1).count();
    assert!(ones >= 44, "{ones} of 48");
}
