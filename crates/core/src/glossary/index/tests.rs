use super::super::TermStatus;
use super::*;

fn tag(tag: &str) -> LanguageTag {
    tag.parse().expect("a valid tag")
}

fn concepts(language: &str, terms: &[&str]) -> Vec<Concept> {
    let concept = |text: &&str| Concept {
        terms: vec![Term {
            language: tag(language),
            text: (*text).to_owned(),
            status: TermStatus::Preferred,
            case_sensitive: None,
        }],
        note: None,
        line: 1,
    };
    terms.iter().map(concept).collect()
}

/// The texts of the terms that are found, with a `~` before those that are inflected.
fn found(language: &str, terms: &[&str], text: &str) -> Vec<String> {
    let index = TermIndex::new(&concepts(language, terms), &tag(language));
    let hits = index.find(text, &Words::of(text));
    let shown = |hit: &Hit| format!("{}{}", if hit.exact { "" } else { "~" }, &text[hit.range.range()]);
    hits.iter().map(shown).collect()
}

#[test]
fn terms_are_found_inflected_and_as_whole_words() {
    for (language, term, text, expected) in [
        ("en", "network", "Networks and a networking network.", vec!["~Networks", "~networking", "network"]),
        ("en", "hard drive", "Two hard drives, a hard-drive, a hard, drive.", vec!["~hard drives", "hard-drive"]),
        ("en", "e-mail", "An email and an e-mail.", vec!["email", "e-mail"]),
        ("en", "email", "An e-mail.", vec!["~e-mail"]),
        ("de", "Datenträger", "Des Datenträgers, im Datenträgerfach.", vec!["~Datenträgers"]),
        ("de", "Haus", "Die Häuser im Haushalt.", vec!["~Häuser"]),
        ("fr", "disque dur", "Les disques durs du disque.", vec!["~disques durs"]),
        ("ru", "жёсткий диск", "На жёстком диске.", vec!["~жёстком диске"]),
        ("tr", "bellek", "Belleği temizleyin.", vec!["~Belleği"]),
        ("tr", "ışık", "Işık yanar.", vec!["Işık"]),
        ("ar", "شبكة", "والشبكة هنا", vec!["~والشبكة"]),
        ("ja", "データベース", "このデータベースを開く", vec!["データベース"]),
        ("ja", "サーバ", "サーバルームのサーバを", vec!["サーバ"]),
        ("ja", "署", "署名と署", vec!["署"]),
        ("zh", "数据库", "打开数据库并关闭", vec!["数据库"]),
        ("ko", "데이터 베이스", "데이터베이스에서 계약서", vec!["~데이터베이스"]),
        ("ko", "계약", "계약서의 계약을", vec!["~계약"]),
        ("th", "เครือข่าย", "เปิดเครือข่ายใหม่", vec!["เครือข่าย"]),
        ("el", "δίκτυο", "του δικτύου", vec!["~δικτύου"]),
    ] {
        assert_eq!(found(language, &[term], text), expected, "{language}: {term}");
    }
}

#[test]
fn the_longest_term_counts() {
    assert_eq!(found("en", &["drive", "hard drive"], "A hard drive and a drive."), ["hard drive", "drive"]);
    assert_eq!(found("zh", &["数据", "数据库"], "数据库"), ["数据库"]);
}

#[test]
fn case_counts_where_the_term_says_so() {
    assert_eq!(found("en", &["IT"], "It is IT."), ["IT"]);
    assert_eq!(found("en", &["Network"], "a network"), ["network"]);
    let mut sensitive = concepts("en", &["Python"]);
    sensitive[0].terms[0].case_sensitive = Some(true);
    let index = TermIndex::new(&sensitive, &tag("en"));
    let text = "A python writes Python.";
    let hits = index.find(text, &Words::of(text));
    assert_eq!(hits.iter().map(|hit| hit.range.start).collect::<Vec<_>>(), [16]);
}

#[test]
fn what_may_stand_there_is_looked_for_generously() {
    for (language, term, text, stands) in [
        ("de", "Netzwerk", "Die Netzwerkkabel.", true),
        ("de", "Netzwerk", "Das Kabel.", false),
        ("de", "Netz", "Die Heimnetze.", true),
        ("fr", "disque dur externe", "le disque externe, dur comme fer", true),
        ("fr", "disque dur", "le disque", false),
        ("ar", "كتاب", "الكتب", true),
        ("ja", "データベース", "データ・ベース", true),
        ("fi", "verkko", "verkossa", true),
        ("pl", "sieć", "w sieci", true),
    ] {
        let all = concepts(language, &[term]);
        let index = TermIndex::new(&all, &tag(language));
        assert_eq!(index.may_stand(&all[0].terms[0], &Words::of(text)), stands, "{language}: {term} in {text}");
    }
}

#[test]
fn a_glossary_of_fifty_thousand_terms_is_searched_by_word() {
    let terms: Vec<String> = (0..50_000).map(|n| format!("term{n} thing")).collect();
    let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
    let index = TermIndex::new(&concepts("en", &terms), &tag("en"));
    let text = "a term777 thing, a term50001 thing, a term49999 things";
    let hits = index.find(text, &Words::of(text));
    let shown: Vec<&str> = hits.iter().map(|hit| &text[hit.range.range()]).collect();
    assert_eq!(shown, ["term777 thing", "term49999 things"]);
}
