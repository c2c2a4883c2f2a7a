//! The corpus is in order, and the whole pipeline meets its bars on it.

use parallax_tests::checked::{Checked, whole};
use parallax_tests::corpus::Corpus;
use parallax_tests::manifest::Drift;
use parallax_tests::score::Scores;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn corpus() -> Corpus {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    Corpus::load(&root).expect("the corpus is in order")
}

#[test]
fn drifts_are_planted_for_every_rule_and_in_every_group() {
    let corpus = corpus();
    let planted: BTreeSet<&str> = corpus.drifts.iter().map(|drift| drift.rule.as_str()).collect();
    let rules: BTreeSet<&str> = parallax_drift::rules().map(|rule| rule.code).collect();
    assert_eq!(planted, rules, "the rules that drifts are planted for, and those that there are");
    for group in &corpus.groups {
        assert!(corpus.drifts.iter().any(|drift| drift.group == group.name), "no drift is planted in {}", group.name);
    }
}

#[test]
fn faithful_texts_are_quiet_and_planted_drifts_are_found() {
    let scores = Scores::of(&corpus()).expect("the corpus can be checked");
    let shortfalls = scores.shortfalls();
    assert!(shortfalls.is_empty(), "run `cargo xtask corpus score` for more:\n{}", shortfalls.join("\n"));
}

#[test]
fn a_changed_version_judged_alone_gives_what_a_whole_check_gives() {
    let corpus = corpus();
    let drift = corpus.drifts.iter().find(|drift| drift.rule == "S003").expect("a sentence is left out somewhere");
    let group = corpus.group(drift).expect("is there");
    let text = group.apply(drift).expect("applies").planted.text;
    let alone = Checked::new(group).and_then(|checked| checked.with(&drift.version, &text)).expect("can be checked");
    let whole = whole(group, Some((&drift.version, &text))).expect("can be checked");
    assert_eq!(alone.findings, whole.findings);
    assert_eq!((alone.alignments, alone.held_back), (whole.alignments, whole.held_back));
}

#[test]
fn groups_are_found_by_looking_and_drifts_belong_to_the_nearest() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus-of-two");
    let put = |path: &str, content: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("is below the root")).expect("can be made");
        fs::write(path, content).expect("can be written");
    };
    for folder in ["a", "more/a"] {
        put(&format!("{folder}/a.fr.txt"), &format!("20 pays ({folder})"));
        put(&format!("{folder}/a.en.txt"), &format!("20 countries ({folder})"));
    }
    put("README.md", "no text of a group");
    put("corpus.toml", "[pivot]\na = 'fr'\n'more/a' = 'en'\n");
    let drift = |version: &str, outlier: &str| {
        let fields = "id='x'\ngroup='a'\nrule='N001'\nreplace='20'\nwith='30'\npivot_at='20'\n";
        format!("[[drift]]\n{fields}version='{version}'\n{outlier}")
    };
    put("drift/a.toml", &drift("en", ""));
    put("more/a.toml", &drift("fr", ""));
    let corpus = Corpus::load(&root).expect("is in order");
    let groups: Vec<_> = corpus.groups.iter().map(|group| (group.name.as_str(), group.pivot.as_str())).collect();
    assert_eq!(groups, [("a", "fr"), ("more/a", "en")]);
    assert_eq!(corpus.drifts.iter().map(Drift::name).collect::<Vec<_>>(), ["a/x", "more/a/x"]);

    let message = || Corpus::load(&root).map(drop).expect_err("is out of order").to_string();
    put("more/a.toml", &drift("en", ""));
    assert!(message().contains("belongs to the drifts that change the pivot"), "{}", message());
    put("more/a.toml", &drift("de", ""));
    assert!(message().contains("no such version"), "{}", message());
    put("corpus.toml", "[pivot]\na = 'fr'\n");
    assert_eq!(message(), "corpus.toml names no pivot for the group more/a");
    put("corpus.toml", "[pivot]\na = 'fr'\nb = 'fr'\n'more/a' = 'de'\n");
    assert_eq!(message(), "the group more/a has no version in de, its pivot");
    put("corpus.toml", "[pivot]\na = 'fr'\nb = 'fr'\n'more/a' = 'en'\n");
    assert_eq!(message(), "corpus.toml names a pivot for b, but there is no such group");
}
