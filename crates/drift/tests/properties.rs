//! What holds for any text.

mod common;

use common::{check_aligned, check_sides, one_to_one, version};
use parallax_core::{Alignment, Bead, Confidence, Finding, Version};
use proptest::prelude::*;
use std::path::Path;

/// The corpus texts, all languages.
fn corpus() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let mut texts = Vec::new();
    for group in ["letter", "notice"] {
        for entry in std::fs::read_dir(root.join(group)).expect("the corpus is there") {
            let path = entry.expect("the folder is readable").path();
            let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name").to_owned();
            let language = name.split('.').nth(1).expect("the name gives the language").to_owned();
            texts.push((name, language, std::fs::read_to_string(&path).expect("the text is readable")));
        }
    }
    texts.sort();
    texts
}

#[test]
fn a_text_against_itself_is_silent() {
    let texts = corpus();
    assert!(texts.len() >= 20);
    for (name, language, text) in texts {
        let versions = [version(&name, &language, &text), version(&name, &language, &text)];
        let alignment = one_to_one(&versions[0], &versions[1]);
        let conclusion = check_aligned(&versions, &[alignment]);
        assert!(conclusion.findings.is_empty() && conclusion.held_back == 0, "{name}: {:#?}", conclusion.findings);
    }
}

/// A side of a made-up sentence: what it says, if anything.
#[derive(Debug, Clone)]
struct Said {
    number: Option<u32>,
    present: bool,
}

fn said() -> impl Strategy<Value = Said> {
    (proptest::option::weighted(0.7, 13..900_000u32), proptest::bool::weighted(0.8))
        .prop_map(|(number, present)| Said { number, present })
}

fn sentence(index: usize, said: &Said) -> String {
    const SUBJECTS: [&str; 4] = ["The new bridge", "Our oldest library", "The small museum", "That busy market"];
    let subject = SUBJECTS[index % SUBJECTS.len()];
    match said.number {
        Some(number) => format!("{subject} was visited by {number} people before the long winter came. "),
        None => format!("{subject} was visited by a crowd of people before the long winter came. "),
    }
}

fn text(side: &[Said]) -> String {
    let all = side.iter().enumerate().filter(|(_, said)| said.present);
    all.map(|(index, said)| sentence(index, said)).collect()
}

/// The alignment that the making of the texts gives.
fn beads(a: &[Said], b: &[Said], source: &Version, target: &Version) -> Alignment {
    let (mut i, mut j) = (0, 0);
    let mut segments = Vec::new();
    for (left, right) in a.iter().zip(b) {
        let (di, dj) = (usize::from(left.present), usize::from(right.present));
        if di + dj > 0 {
            let confidence = Confidence::new(0.97);
            segments.push(Bead { source: i..i + di, target: j..j + dj, confidence, moved: false });
        }
        (i, j) = (i + di, j + dj);
    }
    assert_eq!((i, j), (source.segments.len(), target.segments.len()), "each sentence is a segment");
    Alignment { segments, ..one_to_one(source, target) }
}

/// What a finding says, seen from the source or from the target.
fn mirrored(finding: &Finding, swap: bool) -> (&'static str, Option<String>, Option<String>) {
    const PAIRS: [(&str, &str); 3] = [("N002", "N003"), ("S001", "S002"), ("S003", "S004")];
    let text = |place: &Option<parallax_core::Place>| place.as_ref().map(|it| format!("{} {}", it.span, it.text));
    let (source, target) = (text(&finding.source), text(&finding.target));
    if !swap {
        return (finding.rule.code, source, target);
    }
    let code = finding.rule.code;
    let other = PAIRS.iter().find_map(|(a, b)| if *a == code { Some(*b) } else { (*b == code).then_some(*a) });
    (other.unwrap_or(code), target, source)
}

proptest! {
    #[test]
    fn swapping_the_sides_mirrors_what_is_missing(pairs in prop::collection::vec((said(), said()), 1..7)) {
        let (a, b): (Vec<Said>, Vec<Said>) = pairs.into_iter().unzip();
        prop_assume!(a.iter().any(|it| it.present) && b.iter().any(|it| it.present));
        let read = |side: &[Said], region: &str| version("x.txt", region, &text(side));
        let (left, right) = (read(&a, "en-GB"), read(&b, "en-US"));
        let forth = check_sides(&[left.clone(), right.clone()], &[beads(&a, &b, &left, &right)]);
        let back = check_sides(&[right.clone(), left.clone()], &[beads(&b, &a, &right, &left)]);
        let mut one: Vec<_> = forth.findings.iter().map(|it| mirrored(it, false)).collect();
        let mut other: Vec<_> = back.findings.iter().map(|it| mirrored(it, true)).collect();
        one.sort();
        other.sort();
        prop_assert_eq!(one, other);
        prop_assert_eq!(forth.held_back, back.held_back);
    }

    #[test]
    fn odd_input_is_judged_without_panic(
        left in "(\\PC|[0-9.,:€% \n#*-]){0,120}",
        right in "(\\PC|[0-9.,:€% \n#*-]){0,120}",
        tags in prop::sample::select(vec![("fr", "en"), ("en", "ja"), ("ar", "hi"), ("und", "de"), ("tlh", "sr")]),
        cuts in prop::collection::vec((0..3usize, 0..3usize, 0.0..1.0f64, any::<bool>()), 0..40),
    ) {
        let (source, target) = (version("x.md", tags.0, &left), version("x.md", tags.1, &right));
        let alignment = Alignment {
            blocks: cut(&cuts, source.document.blocks.len(), target.document.blocks.len()),
            segments: cut(&cuts, source.segments.len(), target.segments.len()),
            ..Alignment::default()
        };
        let versions = [source, target];
        let conclusion = check_aligned(&versions, &[alignment]);
        for finding in &conclusion.findings {
            for place in [&finding.source, &finding.target].into_iter().flatten() {
                let source = &versions[place.document].document.source;
                prop_assert_eq!(source.get(place.span.range()), Some(place.text.as_str()));
            }
            prop_assert!(finding.source.is_some() || finding.target.is_some());
            prop_assert!(!finding.message.is_empty());
        }
    }
}

/// Beads of any shape that cover `a` and `b` units.
fn cut(cuts: &[(usize, usize, f64, bool)], a: usize, b: usize) -> Vec<Bead> {
    let (mut i, mut j) = (0, 0);
    let mut beads = Vec::new();
    let rest = (a.max(1), b.max(1), 0.5, false);
    for (di, dj, confidence, moved) in cuts.iter().copied().chain([rest]) {
        let (end_i, end_j) = ((i + di).min(a), (j + dj).min(b));
        if end_i > i || end_j > j {
            beads.push(Bead { source: i..end_i, target: j..end_j, confidence: Confidence::new(confidence), moved });
        }
        (i, j) = (end_i, end_j);
    }
    beads
}

/// Anything between numbers: words and signs of several scripts, long and short.
fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        "[a-zA-Zäéß ,.;]{0,600}",
        "[東京とで、。ก-ฮ가나 ]{0,300}",
        proptest::sample::select(vec![", and Berlin ", "、ドイツは", " женщин и ", "، الشمال ", "\u{301}", "\u{200d}"])
            .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 3).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn numbers_in_another_order_are_judged_in_any_text(
        texts in proptest::collection::vec(anything(), 8),
        languages in proptest::sample::subsequence(vec!["ar", "de", "en", "ja", "ko", "ru", "th", "zh"], 2),
    ) {
        let numbered = |texts: &[String], numbers: [&str; 3]| -> String {
            let pairs = texts.iter().zip(numbers.into_iter().chain([""]));
            pairs.map(|(text, number)| format!("{text} {number}")).collect()
        };
        let read = |text: String, tag: &str| Version::of_text(text, tag.parse().expect("a valid tag"));
        let versions = [
            read(numbered(&texts[..4], ["417", "8,512", "63"]), languages[0]),
            read(numbered(&texts[4..], ["63", "8512", "417"]), languages[1]),
        ];
        let conclusion = parallax_drift::Checker::new(parallax_drift::Selection::all()).check_pair(&versions);
        for finding in conclusion.findings.iter().filter(|finding| finding.rule.code == "N013") {
            for (place, version) in [(&finding.source, &versions[0]), (&finding.target, &versions[1])] {
                let place = place.as_ref().expect("both sides are there");
                prop_assert_eq!(version.document.source.get(place.span.range()), Some(place.text.as_str()));
            }
        }
    }
}
