//! What lessons teach.

use super::*;
use crate::options::Options;
use crate::testing::lines;

/// Ratio of a target word beside a source word, learned from lines that correspond one by one.
fn learned(source: &str, target: &str) -> impl Fn(&str, &str) -> (f32, f32) + use<> {
    let (source, target) = (lines("und", source), lines("und", target));
    let (source, target) = (Prepared::new(&source), Prepared::new(&target));
    let lesson = |at| Lesson { source: at..at + 1, target: at..at + 1, weight: 1.0 };
    let lessons: Vec<Lesson> = (0..source.len()).map(lesson).collect();
    let cognates = Cognates::new(&source, &target, &Options::default());
    let lexicon = Lexicon::learn(&source, &target, &lessons, &cognates, &Prior::default());
    let names = |version: &Prepared<'_>| -> Vec<String> {
        version.vocabulary.words.iter().map(|word| word.form.to_string()).collect()
    };
    let (from, to) = (names(&source), names(&target));
    move |s, t| {
        let s = from.iter().position(|name| name == s).expect("is in the source");
        let t = to.iter().position(|name| name == t).expect("is in the target") as WordId;
        let of = |ratio: fn(&Ratio) -> f32| {
            let found = lexicon.of(s as WordId).iter().find(|ratio| ratio.target == t);
            lexicon.base[s] + found.map_or(0.0, ratio)
        };
        (of(|ratio| ratio.beyond), of(|ratio| ratio.without_one))
    }
}

const SOURCE: &str = "ape bee\nape cow\nbee cow\nape dog\nbee dog\nape bee cow";
const TARGET: &str = "xa xb\nxa xc\nxb xc\nxa xd\nxb xd\nxa xb xc";

#[test]
fn words_that_keep_meeting_translate_each_other() {
    let ratio = learned(SOURCE, TARGET);
    for (s, right, wrong) in [("ape", "xa", "xb"), ("bee", "xb", "xa"), ("cow", "xc", "xa"), ("dog", "xd", "xa")] {
        assert!(ratio(s, right).0 > 1.5, "{s} {right} {:?}", ratio(s, right));
        assert!(ratio(s, wrong).0 < 0.9, "{s} {wrong} {:?}", ratio(s, wrong));
    }
}

#[test]
fn a_bead_does_not_confirm_itself() {
    let ratio = learned(&format!("{SOURCE}\nemu"), &format!("{TARGET}\nxe"));
    assert_eq!(ratio("emu", "xe").1, ratio("emu", "xa").1, "seen once: nothing is known");
    let (with, without) = ratio("dog", "xd");
    assert!(without < with && without > 1.0, "seen twice: the other one counts ({with} {without})");
}
