//! What several versions say together.

mod common;

use common::{check_aligned, one_to_one, version};
use parallax_core::{Alignment, Bitext, Evidence, Finding, Severity, Version};
use parallax_drift::{Checker, Selection};

/// Versions of one sentence a paragraph, the pivot first.
fn versions(texts: &[(&str, &str)]) -> Vec<Version> {
    texts.iter().map(|(language, text)| version(&format!("x.{language}.txt"), language, text)).collect()
}

fn findings(texts: &[(&str, &str)]) -> Vec<Finding> {
    let versions = versions(texts);
    let alignments: Vec<Alignment> = versions[1..].iter().map(|version| one_to_one(&versions[0], version)).collect();
    check_aligned(&versions, &alignments).findings
}

fn agreement(finding: &Finding) -> Option<(&[usize], &str, bool)> {
    finding.evidence.iter().find_map(|evidence| match evidence {
        Evidence::Agreement { documents, value, with_pivot } => Some((&documents[..], value.as_str(), *with_pivot)),
        _ => None,
    })
}

const SCHOOLS: [(&str, &str); 4] = [
    ("en", "This network includes 90,000 schools in many places."),
    ("de", "Dieses Netz umfasst 90.000 Schulen an vielen Orten."),
    ("es", "Esta red incluye 90.000 escuelas en muchos lugares."),
    ("fr", "Ce réseau comprend 90 000 écoles en de nombreux lieux."),
];

/// The schools with the texts of some languages replaced.
fn schools(changes: &[(&str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let change = |(language, text): (&'static str, &'static str)| {
        (language, changes.iter().find(|(of, _)| *of == language).map_or(text, |(_, text)| text))
    };
    SCHOOLS.into_iter().map(change).collect()
}

#[test]
fn the_version_out_of_step_is_named() {
    let found = findings(&schools(&[("de", "Dieses Netz umfasst 9.000 Schulen an vielen Orten.")]));
    let [finding] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((finding.rule.code, finding.version, finding.outlier), ("N001", 1, Some(1)));
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(agreement(finding), Some((&[2, 3][..], "90000", true)));
    assert_eq!(finding.message, "90,000 became 9.000 (ten times less)");
    // With nobody to back it, the finding is less sure.
    let two = schools(&[("de", "Dieses Netz umfasst 9.000 Schulen an vielen Orten.")]);
    let alone = findings(&two[..2]);
    assert_eq!((alone.len(), alone[0].outlier), (1, None));
    assert!(alone[0].confidence < finding.confidence);
    assert_eq!(alone[0].fingerprint, finding.fingerprint, "a finding is the same, whoever else is asked");
}

#[test]
fn where_all_agree_against_it_the_pivot_is_out_of_step() {
    let found = findings(&schools(&[("en", "This network includes 80,000 schools in many places.")]));
    let [finding] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((finding.rule.code, finding.version, finding.outlier), ("N001", 1, Some(0)));
    assert_eq!(agreement(finding), Some((&[1, 2, 3][..], "90000", false)));
    assert_eq!(finding.message, "80,000 in the pivot, 90.000 elsewhere");
    assert_eq!(finding.source.as_ref().map(|place| place.text.as_str()), Some("80,000"));
    assert!(finding.evidence.iter().any(|it| matches!(it, Evidence::Note(note) if note.starts_with("the pivot"))));
}

#[test]
fn a_version_that_says_a_third_thing_has_its_own_finding() {
    let found = findings(&schools(&[
        ("en", "This network includes 80,000 schools in many places."),
        ("es", "Esta red incluye 70.000 escuelas en muchos lugares."),
    ]));
    let outliers: Vec<_> = found.iter().map(|finding| (finding.version, finding.outlier)).collect();
    assert_eq!(outliers, [(1, Some(0)), (2, Some(2))]);
}

#[test]
fn a_negation_that_only_the_pivot_lacks_is_one_finding() {
    let found = findings(&[
        ("en", "We have met the expectations of our customers."),
        ("de", "Wir haben die Erwartungen unserer Kunden nicht erfüllt."),
        ("es", "No hemos cumplido las expectativas de nuestros clientes."),
        ("fr", "Nous n’avons pas répondu aux attentes de nos clients."),
    ]);
    let [finding] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((finding.rule.code, finding.outlier), ("S008", Some(0)));
    assert_eq!(agreement(finding), Some((&[1, 2, 3][..], "", false)));
}

#[test]
fn a_negation_dropped_in_one_version_of_four_is_an_error() {
    let found = findings(&[
        ("en", "We have not met the expectations of our customers."),
        ("de", "Wir haben die Erwartungen unserer Kunden erfüllt."),
        ("es", "No hemos cumplido las expectativas de nuestros clientes."),
        ("fr", "Nous n’avons pas répondu aux attentes de nos clients."),
    ]);
    let [finding] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((finding.rule.code, finding.outlier, finding.severity), ("S008", Some(1), Severity::Error));
}

#[test]
fn words_that_became_their_contrary_are_weighed_against_the_others() {
    let all = [
        ("en", "All doors must be locked at night."),
        ("de", "Alle Türen müssen nachts verschlossen sein."),
        ("es", "Todas las puertas deben estar cerradas de noche."),
        ("fr", "Toutes les portes doivent être fermées la nuit."),
    ];
    let with = |at: usize, text: &'static str| {
        let mut texts = all;
        texts[at].1 = text;
        findings(&texts)
    };
    assert!(findings(&all).is_empty());
    let found = with(1, "Einige Türen müssen nachts verschlossen sein.");
    let [finding] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((finding.rule.code, finding.version, finding.outlier), ("S014", 1, Some(1)));
    assert_eq!(finding.message, "the English says “All”, the German “Einige”: *all* became *some*");
    assert!(finding.confidence.get() > 0.8);
    // The pivot alone says so: one finding.
    let found = with(0, "All doors may be locked at night.");
    let [finding] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((finding.rule.code, finding.outlier), ("S009", Some(0)));
}

#[test]
fn a_paragraph_that_one_version_lacks_is_held_against_it() {
    let paragraphs = |keep: &[&str]| keep.join("\n\n");
    let en = paragraphs(&["The museum is open every day.", "Large bags must be left at the cloakroom near the door."]);
    let fr =
        paragraphs(&["Le musée ouvre tous les jours.", "Les grands sacs sont à déposer au vestiaire de l’entrée."]);
    let es =
        paragraphs(&["El museo abre todos los días.", "Las bolsas grandes se dejan en el guardarropa de la entrada."]);
    let found = findings(&[("en", &en), ("de", "Das Museum ist täglich geöffnet."), ("es", &es), ("fr", &fr)]);
    let [finding] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((finding.rule.code, finding.version, finding.outlier), ("S001", 1, Some(1)));
    assert_eq!(agreement(finding), Some((&[2, 3][..], "", true)));
    // And against the pivot where only the pivot has it.
    let found = findings(&[
        ("en", &en),
        ("de", "Das Museum ist täglich geöffnet."),
        ("es", "El museo abre todos los días."),
        ("fr", "Le musée ouvre tous les jours."),
    ]);
    let [finding] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((finding.rule.code, finding.outlier), ("S001", Some(0)));
    assert_eq!(finding.message, "a paragraph is in the pivot only");
}

#[test]
fn what_versions_are_divided_over_is_no_drift() {
    // *Two* is kept by one version and dropped by two: translators are free in it.
    let found = findings(&[
        ("en", "On those two points we agree with you."),
        ("de", "In diesen Punkten stimmen wir Ihnen zu."),
        ("es", "En esos puntos estamos de acuerdo con usted."),
        ("fr", "Sur ces deux points, nous sommes d’accord avec vous."),
    ]);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_order_in_which_versions_are_heard_does_not_matter() {
    let versions = versions(&schools(&[
        ("de", "Dieses Netz umfasst 9.000 Schulen an vielen Orten."),
        ("fr", "Ce réseau comprend des écoles en de nombreux lieux."),
    ]));
    let alignments: Vec<Alignment> = versions[1..].iter().map(|version| one_to_one(&versions[0], version)).collect();
    let checker = Checker::new(Selection::all());
    let heard = |order: &[usize]| {
        let found = order.iter().map(|at| {
            let bitext = Bitext { source: &versions[0], target: &versions[*at], alignment: &alignments[at - 1] };
            checker.check(&bitext, *at)
        });
        checker.conclude(&versions, &alignments, found.collect())
    };
    let (forth, back) = (heard(&[1, 2, 3]), heard(&[3, 1, 2]));
    assert_eq!(forth.findings, back.findings);
    assert_eq!(forth.findings.len(), 2);
}

#[test]
fn rules_that_are_not_selected_say_nothing() {
    let versions = versions(&schools(&[("de", "Dieses Netz umfasst 9.000 Schulen an vielen Orten.")]));
    let alignments: Vec<Alignment> = versions[1..].iter().map(|version| one_to_one(&versions[0], version)).collect();
    for (select, count) in [("N001", 1), ("N", 1), ("S", 0)] {
        let checker = Checker::new(Selection::new(&[select.to_owned()], &[]).expect("a rule"));
        let bitext = Bitext { source: &versions[0], target: &versions[1], alignment: &alignments[0] };
        let conclusion = checker.conclude(&versions, &alignments, vec![checker.check(&bitext, 1)]);
        assert_eq!(conclusion.findings.len(), count, "{select}");
    }
}
