//! The examples in the rules' documentation, through the whole pipeline: a bad one gives exactly one finding, of its
//! rule, at the marked spans; a good one none from any rule.

mod common;

use common::{check_with, explain, shown, version};
use parallax_core::glossary::Glossary;
use parallax_core::{Finding, Place, RuleMeta, Span, Version};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A version of an example: its language, its text without marks, and the marked span.
struct Side {
    language: String,
    text: String,
    marked: Option<Span>,
}

struct Example {
    rule: &'static RuleMeta,
    bad: bool,
    sides: Vec<Side>,
    /// The lines of its glossary, a table as `parallax_formats::glossary` reads it.
    glossary: Vec<String>,
}

/// What the lines of a glossary begin with.
const GLOSSARY: &str = "glossary: ";

fn examples() -> Vec<Example> {
    parallax_drift::rules().flat_map(examples_of).collect()
}

fn examples_of(rule: &'static RuleMeta) -> Vec<Example> {
    let mut found = Vec::new();
    let mut lines = rule.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    while let Some(line) = lines.next() {
        let bad = match line.trim() {
            "```bitext,bad" => true,
            "```bitext,good" => false,
            _ => continue,
        };
        let body: Vec<&str> = lines.by_ref().take_while(|line| line.trim() != "```").collect();
        let (glossary, body): (Vec<&str>, Vec<&str>) = body.into_iter().partition(|line| line.starts_with(GLOSSARY));
        let glossary = glossary.iter().map(|line| line[GLOSSARY.len()..].to_owned()).collect();
        found.push(Example { rule, bad, sides: sides(rule, &body), glossary });
    }
    found
}

/// Lines `fr: text`; several lines of one language are its paragraphs.
fn sides(rule: &RuleMeta, body: &[&str]) -> Vec<Side> {
    let mut sides: Vec<Side> = Vec::new();
    for line in body {
        let (language, text) = line.split_once(": ").unwrap_or_else(|| panic!("{}: no language: {line}", rule.code));
        match sides.last_mut() {
            Some(last) if last.language == language => {
                last.text.push_str("\n\n");
                last.text.push_str(text);
            }
            _ => sides.push(Side { language: language.to_owned(), text: text.to_owned(), marked: None }),
        }
    }
    for side in &mut sides {
        if let (Some(start), Some(end)) = (side.text.find('⟦'), side.text.find('⟧')) {
            side.marked = Some(Span::new(start, end - '⟦'.len_utf8()));
            side.text = side.text.replace(['⟦', '⟧'], "");
        }
        assert!(!side.text.contains(['⟦', '⟧']), "{}: more than one mark: {}", rule.code, side.text);
    }
    sides
}

fn glossary(example: &Example) -> Option<Arc<Glossary>> {
    let table = example.glossary.join("\n");
    let read = || parallax_formats::glossary::read("x.csv", table.as_bytes()).expect("is a glossary");
    (!table.is_empty()).then(|| Arc::new(Glossary::new(read())))
}

fn read(example: &Example) -> Vec<Version> {
    example.sides.iter().map(|side| version(&format!("x.{}.md", side.language), &side.language, &side.text)).collect()
}

/// What is wrong with the findings of an example.
fn complaint(example: &Example, versions: &[Version], findings: &[Finding]) -> Option<String> {
    let list: Vec<String> = findings.iter().map(shown).collect();
    if !example.bad {
        return (!findings.is_empty()).then(|| format!("findings in a good example: {list:#?}"));
    }
    let [finding] = findings else { return Some(format!("expected one finding, got {list:#?}")) };
    if finding.rule.code != example.rule.code {
        return Some(format!("another rule: {list:#?}"));
    }
    for (index, place) in [(0, &finding.source), (1, &finding.target)] {
        let marked = example.sides[index].marked;
        let wanted = marked.map(|span| &versions[index].document.source[span.range()]);
        // A side that has nothing to mark may still be shown for what stands there.
        let got = place.as_ref().map(|place: &Place| place.span);
        if marked.is_some() && marked != got {
            return Some(format!("side {index}: wanted {wanted:?}, got {list:#?}"));
        }
    }
    None
}

#[test]
fn examples_are_found_where_they_are_marked() {
    let mut wrong = Vec::new();
    for example in examples() {
        let versions = read(&example);
        let conclusion = check_with(&versions, glossary(&example));
        if let Some(complaint) = complaint(&example, &versions, &conclusion.findings) {
            let texts: Vec<&str> = example.sides.iter().map(|side| side.text.as_str()).collect();
            let kind = if example.bad { "bad" } else { "good" };
            let matching = explain(&versions[0], &versions[1]);
            wrong.push(format!("{} {kind} {texts:#?}\n{complaint}\n{matching}", example.rule.code));
        }
    }
    assert!(wrong.is_empty(), "{} examples fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_has_examples_in_two_language_pairs() {
    for rule in parallax_drift::rules() {
        let examples = examples_of(rule);
        let pairs = |bad: bool| -> BTreeSet<(String, String)> {
            let of_kind = examples.iter().filter(|example| example.bad == bad);
            of_kind.map(|it| (it.sides[0].language.clone(), it.sides[1].language.clone())).collect()
        };
        assert!(pairs(true).len() >= 2, "{}: bad examples in {:?}", rule.code, pairs(true));
        assert!(pairs(false).len() >= 2, "{}: good examples in {:?}", rule.code, pairs(false));
        let marked = |example: &Example| example.sides.iter().any(|side| side.marked.is_some());
        assert!(examples.iter().filter(|it| it.bad).all(marked), "{}: a bad example without a mark", rule.code);
    }
}
