//! Figures of a scored corpus: by rule, by language, and as the tables of the documentation.

use crate::error::{Context as _, Result};
use parallax_report::{Format, Options, TerminalStyle, write_report};
use parallax_tests::checked::whole;
use parallax_tests::corpus::Corpus;
use parallax_tests::score::{Alarm, PlantedRun, Scores};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What was planted, found and wrongly flagged, of one rule or in one language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Tally {
    pub(crate) planted: usize,
    pub(crate) found: usize,
    /// Errors and warnings in faithful texts.
    pub(crate) false_alarms: usize,
    /// Errors and warnings that a planted drift brought up beside itself: elsewhere, or by another rule at its place.
    pub(crate) beside: usize,
}

/// The figures of a scored corpus.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Figures {
    pub(crate) all: Tally,
    pub(crate) by_rule: BTreeMap<String, Tally>,
    pub(crate) by_language: BTreeMap<String, Tally>,
    pub(crate) by_group: BTreeMap<String, Tally>,
}

impl Figures {
    pub(crate) fn of(scores: &Scores) -> Self {
        let mut figures = Self::default();
        // Every rule and every language has its line, also where nothing was planted or flagged.
        for rule in parallax_drift::rules() {
            figures.by_rule.entry(rule.code.to_owned()).or_default();
        }
        for run in &scores.faithful {
            figures.by_group.entry(run.group.clone()).or_default();
            for language in &run.languages {
                figures.by_language.entry(language.clone()).or_default();
            }
            for alarm in run.alarms.iter().filter(|alarm| alarm.counts()) {
                figures.count([alarm.rule, &alarm.language, &run.group], |tally| tally.false_alarms += 1);
            }
        }
        for run in &scores.planted {
            figures.count([&run.drift.rule, &run.drift.version, &run.drift.group], |tally| {
                tally.planted += 1;
                tally.found += usize::from(run.outcome.is_ok());
            });
            for alarm in beside(run).filter(|alarm| alarm.counts()) {
                figures.count([alarm.rule, &alarm.language, &run.drift.group], |tally| tally.beside += 1);
            }
        }
        figures
    }

    fn count(&mut self, [rule, language, group]: [&str; 3], change: impl Fn(&mut Tally)) {
        change(&mut self.all);
        change(self.by_rule.entry(rule.to_owned()).or_default());
        change(self.by_language.entry(language.to_owned()).or_default());
        change(self.by_group.entry(group.to_owned()).or_default());
    }
}

/// What was flagged in a drifted group beside the drift itself, and not in the faithful one.
pub(crate) fn beside(run: &PlantedRun) -> impl Iterator<Item = &Alarm> {
    run.beside.iter().chain(&run.rest).filter(|alarm| !alarm.known)
}

/// `97.7 %`.
pub(crate) fn percent(part: usize, whole: usize) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{:.1} %", 100.0 * part as f64 / whole as f64) }
}

/// How much was measured, in a sentence.
pub(crate) fn extent(corpus: &Corpus, figures: &Figures) -> String {
    let texts: usize = corpus.groups.iter().map(|group| group.versions.len()).sum();
    let languages: BTreeSet<&str> =
        corpus.groups.iter().flat_map(|group| group.versions.keys()).map(String::as_str).collect();
    let Tally { planted, found, false_alarms, beside } = figures.all;
    format!(
        "Measured on {texts} faithful texts of {} documents in {} languages, and {planted} drifts planted in them: \
         {found} found ({}), {false_alarms} false alarms in the faithful texts, {beside} beside the planted drifts.\n",
        corpus.groups.len(),
        languages.len(),
        percent(found, planted)
    )
}

/// The drift that the README shows.
const SHOWN: &str = "letter/en-schools-tenfold";

/// What is printed of the drift that the README shows, as a fenced block.
pub(crate) fn example(corpus: &Corpus) -> Result<String> {
    let named = corpus.drifts.iter().find(|drift| drift.name() == SHOWN);
    let drift = named.context(format_args!("the README shows the drift {SHOWN}, which is not there"))?;
    let group = corpus.group(drift)?;
    let planted = group.apply(drift)?.planted;
    let mut report = whole(group, Some((&drift.version, &planted.text)))?;
    let path = &group.versions[&drift.version].path;
    let about = |version: usize| report.versions[version].document.path == *path;
    report.findings = report.findings.iter().filter(|finding| about(finding.version)).cloned().collect();
    let options = Options { width: 100, quiet: true, ..Options::default() };
    let mut printed = Vec::new();
    write_report(&report, Format::Terminal(TerminalStyle::Full), &options, &mut printed).context("cannot print")?;
    let printed = String::from_utf8(printed).context("the report is no UTF-8")?;
    Ok(format!("```text\n{}\n```\n", printed.trim_end()))
}

/// The table of the rules.
pub(crate) fn rule_table(figures: &Figures) -> String {
    let mut table =
        String::from("| rule | what it finds | found / planted | false alarms |\n| --- | --- | ---: | ---: |\n");
    for rule in parallax_drift::rules() {
        let tally = figures.by_rule.get(rule.code).copied().unwrap_or_default();
        let Tally { planted, found, false_alarms, .. } = tally;
        let summary = rule.summary.trim_end_matches('.');
        let _ = writeln!(table, "| {} {} | {summary} | {found} / {planted} | {false_alarms} |", rule.code, rule.name);
    }
    table
}

/// A table of languages or groups.
pub(crate) fn table(of: &str, tallies: &BTreeMap<String, Tally>) -> String {
    let mut table =
        format!("| {of} | found / planted | false alarms | beside planted drifts |\n| --- | ---: | ---: | ---: |\n");
    for (name, Tally { planted, found, false_alarms, beside }) in tallies {
        let _ = writeln!(table, "| {name} | {found} / {planted} | {false_alarms} | {beside} |");
    }
    table
}

/// The languages in a line: those in which all was found and nothing wrongly flagged, then the others with figures.
pub(crate) fn language_line(figures: &Figures) -> String {
    let (good, rest): (Vec<_>, Vec<_>) =
        figures.by_language.iter().partition(|(_, tally)| tally.found == tally.planted && tally.false_alarms == 0);
    let codes: Vec<&str> = good.iter().map(|(language, _)| language.as_str()).collect();
    let mut line = format!("All found and no false alarm in: {}.", codes.join(", "));
    if !rest.is_empty() {
        let shown = rest.iter().map(|(language, tally)| {
            format!("{language} {} / {}, {} false", tally.found, tally.planted, tally.false_alarms)
        });
        let _ = write!(line, " Others: {}.", shown.collect::<Vec<_>>().join("; "));
    }
    line.push('\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_shown_with_one_decimal() {
        assert_eq!(percent(215, 220), "97.7 %");
        assert_eq!(percent(0, 0), "–");
    }

    #[test]
    fn the_line_of_languages_parts_the_clean_from_the_others() {
        let mut figures = Figures::default();
        figures.by_language.insert("de".into(), Tally { planted: 2, found: 2, ..Tally::default() });
        figures.by_language.insert("fr".into(), Tally { planted: 2, found: 1, false_alarms: 3, beside: 0 });
        assert_eq!(language_line(&figures), "All found and no false alarm in: de. Others: fr 1 / 2, 3 false.\n");
    }
}
