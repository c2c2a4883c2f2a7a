//! What the pipeline makes of the corpus: which planted drifts it finds, and what else it flags.

use crate::checked::Checked;
use crate::corpus::{Case, Corpus};
use crate::manifest::{Drift, Error, touches};
use parallax_core::{Finding, Place, Report, Severity};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;

/// The bar for a faithful version: no error, and no more warnings than this.
pub const MOST_WARNINGS: usize = 1;

/// The bar for the planted drifts: this share of them, in per cent, is found by the right rule at the right place.
pub const LEAST_RECALL_PERCENT: usize = 90;

/// What was made of the whole corpus.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// The groups as they are: whatever is flagged is a false alarm.
    pub faithful: Vec<FaithfulRun>,
    /// The planted drifts, in the order of the corpus.
    pub planted: Vec<PlantedRun>,
}

/// What was flagged in a faithful group.
#[derive(Debug, Clone)]
pub struct FaithfulRun {
    /// The group's name.
    pub group: String,
    /// The languages held against the pivot.
    pub languages: Vec<String>,
    /// The findings.
    pub alarms: Vec<Alarm>,
}

/// What was made of a planted drift.
#[derive(Debug, Clone)]
pub struct PlantedRun {
    /// The drift.
    pub drift: Drift,
    /// Whether it was found, and with which severity, or why not.
    pub outcome: Result<Severity, String>,
    /// Findings by other rules at the place of the drift, where it was found: said twice.
    pub beside: Vec<Alarm>,
    /// Findings elsewhere.
    pub rest: Vec<Alarm>,
}

/// A finding where nothing was planted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// The language of the version it is about.
    pub language: String,
    /// The rule's code.
    pub rule: &'static str,
    /// Its severity.
    pub severity: Severity,
    /// What it says.
    pub message: String,
    /// The text it points at in the pivot and in the version.
    pub texts: [Option<String>; 2],
    /// Whether the faithful text has it too.
    pub known: bool,
}

impl Alarm {
    fn of(finding: &Finding, report: &Report, known: &Known) -> Self {
        let text = |place: &Option<Place>| place.as_ref().map(|place| place.text.clone());
        Self {
            language: language(report, finding.version),
            rule: finding.rule.code,
            severity: finding.severity,
            message: finding.message.clone(),
            texts: [text(&finding.source), text(&finding.target)],
            known: known.contains(&known_as(finding, report)),
        }
    }

    /// Whether it counts as a false alarm: an info is only worth a look.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.severity >= Severity::Warning
    }
}

/// The language as the corpus has it: by the file's name, not by what was made of it.
fn language(report: &Report, document: usize) -> String {
    let path = report.versions[document].document.path.as_str();
    path.rsplit('/').next().and_then(|name| name.split('.').nth(1)).unwrap_or(path).to_owned()
}

impl Scores {
    /// Checks the faithful groups, and every planted drift in its group.
    ///
    /// # Errors
    /// If a manifest does not fit the texts, or a text cannot be read.
    pub fn of(corpus: &Corpus) -> Result<Self, Error> {
        let mut scores = Self::default();
        for group in &corpus.groups {
            let checked = Checked::new(group)?;
            let report = &checked.faithful;
            let known = fingerprints(report);
            scores.faithful.push(FaithfulRun {
                group: group.name.clone(),
                languages: group.versions.keys().filter(|language| **language != group.pivot).cloned().collect(),
                alarms: report.findings.iter().map(|finding| Alarm::of(finding, report, &known)).collect(),
            });
            let drifts: Vec<&Drift> = corpus.drifts.iter().filter(|drift| drift.group == group.name).collect();
            let runs = drifts.into_par_iter().map(|drift| {
                let case = group.apply(drift)?;
                let report = checked.with(&drift.version, &case.planted.text)?;
                Ok(judge(drift, &case, &report, &known))
            });
            scores.planted.extend(runs.collect::<Result<Vec<_>, Error>>()?);
        }
        Ok(scores)
    }

    /// How many planted drifts were found.
    #[must_use]
    pub fn found(&self) -> usize {
        self.planted.iter().filter(|run| run.outcome.is_ok()).count()
    }

    /// The bars that are not met, a sentence each; none where all is well.
    #[must_use]
    pub fn shortfalls(&self) -> Vec<String> {
        let mut shortfalls = Vec::new();
        for run in &self.faithful {
            for language in &run.languages {
                let count = |severity| {
                    let alarms = run.alarms.iter().filter(|alarm| alarm.language == *language);
                    alarms.filter(|alarm| alarm.severity == severity).count()
                };
                let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
                if errors > 0 || warnings > MOST_WARNINGS && !is_held_out(&run.group) {
                    let place = format!("{}, {language}", run.group);
                    shortfalls.push(format!("{place}: {errors} errors, {warnings} warnings in a faithful version"));
                }
            }
        }
        let (found, all) = (self.found(), self.planted.len());
        if found * 100 < all * LEAST_RECALL_PERCENT {
            shortfalls.push(format!("{found} of {all} planted drifts found, less than {LEAST_RECALL_PERCENT} %"));
        }
        for run in &self.planted {
            // What the faithful text has too was counted there.
            let flagged = run.rest.iter().filter(|alarm| alarm.counts() && !alarm.known).count();
            if flagged > 0 && !is_held_out(&run.drift.group) {
                shortfalls.push(format!("{}: {flagged} findings in the rest of the document", run.drift.name()));
            }
        }
        shortfalls
    }
}

/// Whether a group is one that the rules were not written on. No error in its faithful texts and its part in the recall
/// are bars; its warnings are figures to watch (`docs/accuracy.md`), for a bar on each would be one to tune to.
fn is_held_out(group: &str) -> bool {
    group.starts_with("holdout/")
}

/// A finding of a faithful group, to be known again: the language of the version and the fingerprint.
type Known = BTreeSet<(String, String)>;

fn known_as(finding: &Finding, report: &Report) -> (String, String) {
    (language(report, finding.version), finding.fingerprint.to_string())
}

fn fingerprints(report: &Report) -> Known {
    report.findings.iter().map(|finding| known_as(finding, report)).collect()
}

/// Judges the report of a group with a planted drift. `known` has the findings of the faithful group: those in the
/// versions that were not changed are no news.
#[must_use]
pub fn judge(drift: &Drift, case: &Case, report: &Report, known: &Known) -> PlantedRun {
    let mut reasons = Vec::new();
    let mut outcome: Option<Severity> = None;
    let (mut beside, mut rest) = (Vec::new(), Vec::new());
    for finding in &report.findings {
        let about_changed = drift.pivot_is_outlier || language(report, finding.version) == drift.version;
        let alarm = Alarm::of(finding, report, known);
        if about_changed && is_at(drift, case, finding) {
            match mistake(drift, case, report, finding) {
                None => outcome = outcome.max(Some(finding.severity)),
                Some(reason) => {
                    reasons.push(format!("{} {}", alarm.rule, reason));
                    // The same rule for the same drift once more (for other versions, for the other half of a
                    // paragraph) says nothing new.
                    if finding.rule.code != drift.rule {
                        beside.push(alarm);
                    }
                }
            }
        } else if about_changed || !alarm.known {
            rest.push(alarm);
        }
    }
    let outcome = outcome
        .ok_or_else(|| if reasons.is_empty() { "nothing is flagged there".to_owned() } else { reasons.join("; ") });
    PlantedRun { drift: drift.clone(), outcome, beside, rest }
}

fn range(place: &Option<Place>) -> Option<Range<usize>> {
    place.as_ref().map(|place| place.span.range())
}

/// Whether a finding is about the place of the drift: it touches what changed, or what it must touch in the pivot.
fn is_at(drift: &Drift, case: &Case, finding: &Finding) -> bool {
    let on = |side: Option<Range<usize>>, place: Option<&Range<usize>>| {
        side.zip(place).is_some_and(|(side, place)| touches(&side, place))
    };
    let [changed_in_pivot, changed_in_version] =
        if drift.pivot_is_outlier { [Some(&case.planted.changed), None] } else { [None, Some(&case.planted.changed)] };
    on(range(&finding.source), changed_in_pivot.or(case.places.pivot.as_ref()))
        || on(range(&finding.target), changed_in_version)
}

/// What is wrong with a finding at the place of the drift; nothing if it is the one expected.
fn mistake(drift: &Drift, case: &Case, report: &Report, finding: &Finding) -> Option<String> {
    if finding.rule.code != drift.rule {
        return Some(format!("({}) instead of {}", finding.rule.name, drift.rule));
    }
    let sides = [("pivot", &case.places.pivot, &finding.source), ("version", &case.places.version, &finding.target)];
    for (side, place, found) in sides {
        let Some(place) = place else { continue };
        match range(found) {
            None => return Some(format!("does not point into the {side}")),
            Some(found) if !touches(&found, place) => return Some(format!("points elsewhere in the {side}")),
            Some(_) => {}
        }
    }
    match finding.outlier.map(|document| language(report, document)) {
        None if drift.pivot_is_outlier => Some("does not name the pivot as out of step".to_owned()),
        Some(named) if named != drift.version => Some(format!("names {named} as out of step")),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
