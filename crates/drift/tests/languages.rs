//! Texts in another language than they should be, and texts that only look so.

mod common;

use common::{check, shown, version};
use parallax_core::Version;

const ENGLISH: [&str; 4] = [
    "The library on the market square opens its doors again after two years of careful restoration.",
    "Visitors will find new reading rooms on the upper floor and a small café next to the entrance.",
    "Most of the old books were moved to a dry cellar during the works, and none of them was lost.",
    "We would like to thank everybody who helped us to carry, clean and sort the collection.",
];
const GERMAN: [&str; 4] = [
    "Die Bibliothek am Marktplatz öffnet nach zwei Jahren sorgfältiger Sanierung wieder ihre Türen.",
    "Besucher finden neue Lesesäle im Obergeschoss und ein kleines Café neben dem Eingang.",
    "Die meisten alten Bücher wurden während der Arbeiten in einen trockenen Keller gebracht, und keines ging verloren.",
    "Wir danken allen, die uns geholfen haben, die Sammlung zu tragen, zu reinigen und zu ordnen.",
];
const DUTCH: [&str; 4] = [
    "De bibliotheek aan het marktplein opent na twee jaar zorgvuldige restauratie opnieuw haar deuren.",
    "Bezoekers vinden nieuwe leeszalen op de bovenverdieping en een klein café naast de ingang.",
    "De meeste oude boeken werden tijdens de werken naar een droge kelder gebracht, en geen enkel ging verloren.",
    "Wij danken iedereen die ons heeft geholpen om de collectie te dragen, schoon te maken en te ordenen.",
];
const DANISH: [&str; 4] = [
    "Biblioteket på torvet åbner igen dørene efter to års omhyggelig restaurering.",
    "Besøgende finder nye læsesale på øverste etage og en lille café ved siden af indgangen.",
    "De fleste af de gamle bøger blev flyttet til en tør kælder under arbejdet, og ingen af dem gik tabt.",
    "Vi takker alle, der har hjulpet os med at bære, rense og ordne samlingen.",
];
const NORWEGIAN: [&str; 4] = [
    "Biblioteket på torget åpner dørene igjen etter to års omhyggelig restaurering.",
    "Besøkende finner nye lesesaler i øverste etasje og en liten kafé ved siden av inngangen.",
    "De fleste av de gamle bøkene ble flyttet til en tørr kjeller under arbeidet, og ingen av dem gikk tapt.",
    "Vi takker alle som har hjulpet oss med å bære, rense og ordne samlingen.",
];
const JAPANESE: [&str; 4] = [
    "市場広場の図書館は、二年間にわたる入念な修復を終えて再び扉を開きます。",
    "上の階には新しい閲覧室が、入口の隣には小さなカフェができました。",
    "古い本の大半は工事のあいだ乾いた地下室に移され、一冊も失われませんでした。",
    "蔵書を運び、清掃し、整理するのを手伝ってくださったすべての方に感謝します。",
];

fn read(language: &str, paragraphs: &[&str]) -> Version {
    version(&format!("x.{language}.txt"), language, &paragraphs.join("\n\n"))
}

/// The findings of rules on language, as lines `code message`.
fn found(versions: &[Version]) -> Vec<String> {
    let conclusion = check(versions);
    let lines = conclusion.findings.iter().map(|finding| format!("{} {}", finding.rule.code, finding.message));
    lines.collect()
}

#[test]
fn a_whole_version_in_another_language_is_one_finding() {
    let english = read("en", &ENGLISH);
    assert_eq!(found(&[english.clone(), read("de", &DUTCH)]), ["S007 the whole text is in Dutch, not in German"]);
    assert_eq!(found(&[english.clone(), read("de", &JAPANESE)]), ["S007 the whole text is in Japanese, not in German"]);
    assert_eq!(
        found(&[english, read("de", &ENGLISH)]),
        ["S006 the whole text is in English (the pivot’s language), not in German"]
    );
    assert_eq!(
        found(&[read("en", &DUTCH), read("de", &GERMAN), read("ja", &JAPANESE)]),
        ["S007 the pivot is in Dutch, not in English"]
    );
}

#[test]
fn near_relatives_are_told_apart_only_where_it_is_sure() {
    let english = read("en", &ENGLISH);
    for (language, text) in [("da", &DANISH), ("no", &NORWEGIAN), ("nl", &DUTCH), ("de", &GERMAN), ("ja", &JAPANESE)] {
        assert!(found(&[english.clone(), read(language, text)]).is_empty(), "{language}");
        assert!(found(&[read(language, text), english.clone()]).is_empty(), "{language}");
    }
    assert!(found(&[read("da", &DANISH), read("no", &NORWEGIAN)]).is_empty());
}

#[test]
fn a_sentence_is_found_in_the_middle_of_another_language() {
    let english = read("en", &ENGLISH);
    for (language, own) in [("de", &GERMAN), ("nl", &DUTCH), ("da", &DANISH), ("ja", &JAPANESE)] {
        for at in 1..3 {
            let mut untranslated = own.to_vec();
            untranslated[at] = ENGLISH[at];
            let findings = check(&[english.clone(), read(language, &untranslated)]).findings;
            let lines: Vec<String> = findings.iter().map(shown).collect();
            let [finding] = &findings[..] else { panic!("{language} {at}: {lines:#?}") };
            assert_eq!(finding.rule.code, "S006", "{lines:#?}");
            assert_eq!(finding.target.as_ref().map(|place| place.text.as_str()), Some(ENGLISH[at]));
            assert_eq!(finding.source.as_ref().map(|place| place.text.as_str()), Some(ENGLISH[at]));
        }
    }
    let mut third = JAPANESE.to_vec();
    third[1] = GERMAN[1];
    let lines = found(&[english, read("ja", &third)]);
    assert_eq!(lines, ["S007 a sentence is in German, not in Japanese"]);
}

#[test]
fn names_titles_and_addresses_look_foreign_in_any_language() {
    let lines = [
        "Norvane Works International Holding Limited",
        "12 Upper Garden Street, Milton Keynes",
        "“The Old Man and the Sea”",
        "Red Lantern Studio Pro Suite Enterprise Edition",
        "`cargo install parallax --locked --all-features`",
        "https://www.example.com/support/articles/getting-started",
    ];
    for line in lines {
        let (mut english, mut german) = (ENGLISH.to_vec(), GERMAN.to_vec());
        english.insert(2, line);
        german.insert(2, line);
        let texts = [english.join("\n\n"), german.join("\n\n")];
        let versions = [version("x.en.md", "en", &texts[0]), version("x.de.md", "de", &texts[1])];
        assert!(found(&versions).is_empty(), "{line}: {:?}", found(&versions));
    }
}
