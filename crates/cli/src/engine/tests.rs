//! The pipeline's own promises: order, and what becomes of files that cannot be read.

use super::*;

fn input(path: &str, text: &str) -> Input {
    Input::new(path, text)
}

fn unreadable(path: &str) -> Input {
    Input { content: Err("gone".to_owned()), ..Input::new(path, "") }
}

fn paths(report: &Report) -> Vec<&str> {
    report.versions.iter().map(|version| version.document.path.as_str()).collect()
}

#[test]
fn versions_come_in_a_fixed_order_whatever_that_of_the_inputs() {
    let inputs = [
        input("b.de.txt", "Zwei Räder."),
        input("a.fr.txt", "Deux roues."),
        unreadable("z.it.txt"),
        input("a.de.txt", "Zwei Räder."),
        unreadable("c.it.txt"),
        input("x.ar.txt", "عجلتان."),
    ];
    let expected = ["a.fr.txt", "x.ar.txt", "a.de.txt", "b.de.txt"];
    for turn in 0..inputs.len() {
        let mut turned = inputs.to_vec();
        turned.rotate_left(turn);
        let pivot = turned.iter().position(|input| input.path == "a.fr.txt").expect("it is there");
        let report = check_inputs(turned, pivot, &Settings::default()).expect("the pivot is readable");
        assert_eq!(paths(&report), expected);
        assert_eq!(report.alignments.len(), 3);
        let failed: Vec<&str> = report.failures.iter().map(|failure| failure.path.as_str()).collect();
        assert_eq!(failed, ["c.it.txt", "z.it.txt"]);
    }
}

#[test]
fn without_a_pivot_nothing_is_checked() {
    let inputs = || vec![input("a.fr.txt", "Deux."), unreadable("a.it.txt"), input("a.de.txt", " \n")];
    let error = check_inputs(inputs(), 1, &Settings::default()).expect_err("the pivot is gone");
    assert_eq!(error.to_string(), "the pivot a.it.txt could not be read: gone");
    let error = check_inputs(inputs(), 2, &Settings::default()).expect_err("the pivot is empty");
    assert_eq!(error, CheckError::PivotEmpty { path: "a.de.txt".to_owned() });
    let report = check_inputs(inputs(), 0, &Settings::default()).expect("the pivot is readable");
    assert_eq!(paths(&report), ["a.fr.txt", "a.de.txt"]);
    assert!(report.notices.iter().any(|(index, notice)| *index == 1 && notice.message.contains("has no text")));
}

#[test]
fn a_pair_is_aligned_if_both_can_be_read() {
    let options = ReadOptions::default();
    let aligning = parallax_aligner::Options::default();
    let failures =
        align_inputs(unreadable("a.fr.txt"), input("a.de.txt", "Zwei."), &options, &aligning).expect_err("one is gone");
    assert_eq!(failures.len(), 1);
    let (sides, _) = align_inputs(input("a.fr.txt", "Deux."), input("a.de.txt", "Zwei."), &options, &aligning)
        .expect("both are readable");
    assert_eq!(sides[1].version.language.to_string(), "de");
}

#[test]
fn what_is_not_known_of_a_language_is_said() {
    let klingon = input("a.txt", "Heghlu’meH QaQ jajvam").in_language("tlh".parse().expect("a valid tag"));
    let readings = read_inputs(vec![klingon], &ReadOptions::default());
    let notices = &readings[0].as_ref().expect("is readable").notices;
    assert!(notices.len() == 1 && notices[0].message.contains("`tlh`"), "{notices:?}");
}
