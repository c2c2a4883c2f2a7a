//! Which facts are tied to which, as the explanation prints it.

mod common;

use common::{check_aligned, one_to_one, version};
use parallax_core::Bitext;
use parallax_drift::Matching;

/// The matching of two texts, a line a tie, without the readings: `same: 90 000 | 90,000`.
fn ties(source: (&str, &str), target: (&str, &str)) -> Vec<String> {
    let (source, target) = (version("a.md", source.0, source.1), version("b.md", target.0, target.1));
    let alignment = one_to_one(&source, &target);
    let bitext = Bitext { source: &source, target: &target, alignment: &alignment };
    let matching = Matching::of(&bitext);
    let explanation = matching.explain(&bitext).to_string();
    let quoted = |side: &str| side.split(['“', '”']).nth(1).unwrap_or_default().to_owned();
    let line = |line: &str| {
        let (relation, sides) = line.trim().split_once(": ")?;
        let (left, right) = sides.split_once('|')?;
        Some(format!("{relation}: {} | {}", quoted(left), quoted(right)))
    };
    let important = |line: &&str| line.starts_with("  ") && !line.contains("Silent");
    explanation.lines().filter(important).filter_map(line).collect()
}

/// How many findings there are.
fn count(source: (&str, &str), target: (&str, &str)) -> usize {
    let versions = [version("a.md", source.0, source.1), version("b.md", target.0, target.1)];
    let alignment = one_to_one(&versions[0], &versions[1]);
    check_aligned(&versions, &[alignment]).findings.len()
}

#[test]
fn facts_that_agree_are_tied_first() {
    let found = ties(
        ("fr", "Plus de 90 000 écoles de 20 pays ont répondu."),
        ("en", "In 20 countries, more than 9,000 schools responded."),
    );
    assert_eq!(found, ["differs in number: 90 000 | 9,000", "same: 20 | 20"]);
}

#[test]
fn a_fact_that_moved_to_the_next_sentence_is_no_drift() {
    let texts = (
        ("en", "More than 340 schools responded. They are spread over 23 countries."),
        ("de", "Es antworteten Schulen aus 23 Ländern. Es waren mehr als 340."),
    );
    assert_eq!(ties(texts.0, texts.1), ["moved: 340 | 340", "moved: 23 | 23"]);
    assert_eq!(count(texts.0, texts.1), 0);
}

#[test]
fn one_stands_for_a_measure_that_is_another_amount() {
    let hours = |said: &str| format!("El viaje dura cerca de {said}, pues el tren es viejo.");
    let source = ("de", "Eine Fahrt dauert rund anderthalb Stunden, denn der Zug ist alt.");
    assert_eq!(count(source, ("es", &hours("una hora y media"))), 0);
    assert_eq!(count(source, ("es", &hours("una hora"))), 1);
}

#[test]
fn a_fact_that_is_said_twice_is_no_drift() {
    let texts = (
        ("en", "The museum has 340 rooms, and 340 guards look after them."),
        ("fr", "Le musée compte 340 salles et autant de gardiens."),
    );
    assert_eq!(ties(texts.0, texts.1), ["same: 340 | 340", "repeated: 340 | 340"]);
    assert_eq!(count(texts.0, texts.1), 0);
}

#[test]
fn parts_of_dates_make_up_for_numbers() {
    let texts = (("en", "It runs from March 9 to March 12, 2026."), ("fr", "Il dure du 9 au 12 mars 2026."));
    assert_eq!(count(texts.0, texts.1), 0, "{:#?}", ties(texts.0, texts.1));
    let changed = ("fr", "Il dure du 9 au 13 mars 2026.");
    assert_eq!(count(texts.0, changed), 1, "{:#?}", ties(texts.0, changed));
}

#[test]
fn a_currency_and_a_number_are_compared_apart() {
    let found = ties(
        ("en", "It costs €15 or 300 Swiss francs."),
        ("de", "Es kostet 15 Pfund Sterling oder 300 Schweizer Franken."),
    );
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("differs in unit: €15 | 15"), "{found:#?}");
}

#[test]
fn facts_of_text_without_a_counterpart_are_not_missed() {
    let texts = (
        ("en", "The museum has a garden.\n\nIt was opened in 1932 by 45 friends of the arts."),
        ("fr", "Le musée possède un jardin."),
    );
    let found = ties(texts.0, texts.1);
    assert!(found.iter().all(|line| line.starts_with("only source (no counterpart)")), "{found:#?}");
    assert_eq!(count(texts.0, texts.1), 1, "the paragraph, and nothing of it");
}

#[test]
fn numbers_that_differ_are_paired_so_that_the_bead_costs_least() {
    for (source, target, wanted) in [
        (
            "Rows: 15, 17 and 170.",
            "Zeilen: 15, 170 und 18.",
            &["same: 15 | 15", "differs in number: 17 | 18", "same: 170 | 170"][..],
        ),
        (
            "They sold 340 apples and 9,000 pears.",
            "Sie verkauften 3400 Äpfel und 90 Birnen.",
            &["differs in number: 340 | 3400", "differs in number: 9,000 | 90"][..],
        ),
        (
            "It took 45 days, 380 men and 52,000 euros.",
            "Es brauchte 45 Tage, 52 000 Männer und 39 Euro.",
            &["same: 45 days | 45 Tage", "differs in number: 380 | 39 Euro", "same: 52,000 euros | 52 000"][..],
        ),
    ] {
        assert_eq!(ties(("en", source), ("de", target)), wanted, "{source}");
    }
}

#[test]
fn a_list_of_thousands_of_numbers_is_matched_in_linear_time() {
    let list = |step: u32| (0..2_000_u32).map(|at| (1_000 + at * step).to_string()).collect::<Vec<_>>().join(", ");
    let (source, target) = (version("a.md", "en", &list(7)), version("b.md", "fr", &list(9)));
    let alignment = one_to_one(&source, &target);
    let bitext = Bitext { source: &source, target: &target, alignment: &alignment };
    // Comparing each with each, and each pair with the rest, would take hours.
    let start = std::time::Instant::now();
    let matching = Matching::of(&bitext);
    assert!(matching.differing().count() > 500);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
