//! `cargo xtask corpus score`: recall and false alarms on the corpus, as text, as JSON, and in the documentation.

use super::figures::{self, Figures, Tally, beside, percent};
use crate::error::{Context as _, Result, fail};
use crate::generated::filled;
use parallax_tests::corpus::Corpus;
use parallax_tests::manifest::Drift;
use parallax_tests::score::{Alarm, Scores};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What is wanted of the figures.
#[derive(Clone, Copy)]
pub(crate) struct Wanted {
    pub(crate) json: bool,
    pub(crate) write: bool,
    pub(crate) check: bool,
}

/// The documents that hold generated figures.
const DOCUMENTS: [&str; 2] = ["README.md", "docs/accuracy.md"];

pub(crate) fn run(root: &Path, corpus: &Corpus, wanted: Wanted) -> Result<()> {
    let scores = Scores::of(corpus)?;
    let figures = Figures::of(&scores);
    let shortfalls = scores.shortfalls();
    let stale = update(root, &sections(corpus, &scores, &figures)?, wanted.write)?;
    if wanted.json {
        println!("{:#}", as_json(&scores, &figures, &shortfalls));
    } else {
        print!("{}", as_text(corpus, &scores, &figures, &shortfalls));
    }
    if !wanted.check {
        return Ok(());
    }
    if !stale.is_empty() {
        return fail(format!("old figures in {}: run `cargo xtask corpus score --write`", stale.join(" and ")));
    }
    if shortfalls.is_empty() { Ok(()) } else { fail(format!("{} bars are not met, see above", shortfalls.len())) }
}

fn as_text(corpus: &Corpus, scores: &Scores, figures: &Figures, shortfalls: &[String]) -> String {
    let mut text = figures::extent(corpus, figures);
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = write!(text, "\n{title}\n  {}\n", lines.join("\n  "));
        }
    };
    let tallies = |tallies: &BTreeMap<String, Tally>| tallies.iter().map(|(name, tally)| row(name, tally)).collect();
    section("By rule: found, false alarms in faithful texts, flagged beside planted drifts", tallies(&figures.by_rule));
    section("By language of the changed version", tallies(&figures.by_language));
    section("By group", tallies(&figures.by_group));
    let mut levels: BTreeMap<&str, usize> = BTreeMap::new();
    for severity in scores.planted.iter().filter_map(|run| run.outcome.as_ref().ok()) {
        *levels.entry(severity.as_str()).or_default() += 1;
    }
    section("Found as", levels.iter().map(|(level, count)| format!("{level}: {count}")).collect());
    section("Missed", misses(scores));
    let faithful = scores.faithful.iter().flat_map(|run| run.alarms.iter().map(|alarm| shown(&run.group, alarm)));
    section("Flagged in faithful texts", faithful.collect());
    let planted = scores.planted.iter().flat_map(|run| beside(run).map(|alarm| shown(&run.drift.name(), alarm)));
    section("Flagged beside planted drifts", planted.collect());
    section("Bars that are not met", shortfalls.to_vec());
    text
}

fn row(name: &str, tally: &Tally) -> String {
    let Tally { planted, found, false_alarms, beside } = *tally;
    format!(
        "{name:<16} {found:>3} of {planted:<3} {:>8}  false {false_alarms:<3} beside {beside}",
        percent(found, planted)
    )
}

fn misses(scores: &Scores) -> Vec<String> {
    let missed = scores.planted.iter().filter_map(|run| Some((&run.drift, run.outcome.as_ref().err()?)));
    missed.map(|(drift, why)| format!("{}: {}, but {why}", drift.name(), expectation(drift))).collect()
}

/// `N001 wanted at "9,000" (pivot "90 000")`.
fn expectation(drift: &Drift) -> String {
    let place = match (&drift.at, &drift.pivot_at) {
        (Some(at), Some(pivot)) => format!("\"{at}\" (pivot \"{pivot}\")"),
        (Some(at), None) => format!("\"{at}\""),
        (None, at) => format!("pivot \"{}\"", at.as_deref().unwrap_or_default()),
    };
    format!("{} wanted at {place}", drift.rule)
}

fn shown(place: &str, alarm: &Alarm) -> String {
    format!("{place} {} {} {}: {}", alarm.language, alarm.severity, alarm.rule, alarm.message)
}

fn as_json(scores: &Scores, figures: &Figures, shortfalls: &[String]) -> Value {
    let alarm = |alarm: &Alarm| {
        json!({
            "language": alarm.language, "rule": alarm.rule, "severity": alarm.severity.as_str(),
            "message": alarm.message, "pivot_text": alarm.texts[0], "version_text": alarm.texts[1],
            "in_faithful_text": alarm.known,
        })
    };
    let alarms = |list: &[Alarm]| list.iter().map(alarm).collect::<Vec<_>>();
    let faithful = scores
        .faithful
        .iter()
        .map(|run| json!({ "group": run.group, "languages": run.languages, "flagged": alarms(&run.alarms) }));
    let planted = scores.planted.iter().map(|run| {
        json!({
            "drift": run.drift.name(), "version": run.drift.version, "rule": run.drift.rule,
            "found": run.outcome.as_ref().ok().map(|severity| severity.as_str()),
            "missed": run.outcome.as_ref().err(),
            "same_place": alarms(&run.beside), "elsewhere": alarms(&run.rest),
        })
    });
    json!({
        "figures": figures, "faithful": faithful.collect::<Vec<_>>(), "planted": planted.collect::<Vec<_>>(),
        "bars_not_met": shortfalls,
    })
}

/// The generated parts of the documentation, by name.
fn sections(corpus: &Corpus, scores: &Scores, figures: &Figures) -> Result<BTreeMap<&'static str, String>> {
    let list = |lines: Vec<String>, none: &str| {
        if lines.is_empty() { format!("{none}\n") } else { lines.iter().map(|line| format!("- {line}\n")).collect() }
    };
    let flagged = scores
        .faithful
        .iter()
        .flat_map(|run| run.alarms.iter().filter(|alarm| alarm.counts()).map(|alarm| shown(&run.group, alarm)));
    let extra = scores
        .planted
        .iter()
        .flat_map(|run| beside(run).filter(|alarm| alarm.counts()).map(|alarm| shown(&run.drift.name(), alarm)));
    Ok(BTreeMap::from([
        ("example", figures::example(corpus)?),
        ("extent", figures::extent(corpus, figures)),
        ("rules", figures::rule_table(figures)),
        ("languages", figures::table("language", &figures.by_language)),
        ("groups", figures::table("group", &figures.by_group)),
        ("languages-line", figures::language_line(figures)),
        ("missed", list(misses(scores), "None.")),
        ("flagged", list(flagged.collect(), "None.")),
        ("beside", list(extra.collect(), "None.")),
    ]))
}

/// Puts the generated parts into the documents, or only says which documents are old.
fn update(root: &Path, sections: &BTreeMap<&str, String>, write: bool) -> Result<Vec<&'static str>> {
    let mut stale = Vec::new();
    for document in DOCUMENTS {
        let path = root.join(document);
        let text = fs::read_to_string(&path).context(format_args!("cannot read {document}"))?;
        let fresh = filled(&text, sections).context(document)?;
        if fresh == text {
            continue;
        }
        if write {
            fs::write(&path, fresh).context(format_args!("cannot write {document}"))?;
            eprintln!("wrote {document}");
        } else {
            stale.push(document);
        }
    }
    Ok(stale)
}
