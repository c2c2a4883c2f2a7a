//! The finished value of a run, which `parallax-report` writes and nobody changes.

use crate::bitext::Alignment;
use crate::document::Problem;
use crate::finding::{Finding, Severity};
use crate::language::LanguageTag;
use crate::version::{LanguageOrigin, Version};
use std::collections::BTreeMap;
use std::time::Duration;

/// Why a file was not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
    /// It could not be read.
    Unreadable,
    /// It does not look like a version of the pivot's document.
    Unrelated,
}

/// A file that could not be checked; the others were all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong with it.
    pub kind: FailureKind,
    /// The path as the user gave it.
    pub path: String,
    /// Why, and what to do, in a sentence.
    pub reason: String,
}

impl Failure {
    /// A file that could not be read.
    #[must_use]
    pub fn unreadable(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { kind: FailureKind::Unreadable, path: path.into(), reason: reason.into() }
    }
}

/// What a run did and found.
#[derive(Debug)]
pub struct Report {
    /// The versions: the pivot first, then the others in the order of their language tags and paths.
    pub versions: Vec<Version>,
    /// For each version after the pivot, its alignment with the pivot.
    pub alignments: Vec<Alignment>,
    /// Findings in the order of the pivot, then of the versions.
    pub findings: Vec<Finding>,
    /// How many doubtful findings were held back.
    pub held_back: usize,
    /// Files that could not be checked.
    pub failures: Vec<Failure>,
    /// Anything else the user should know: by document, what its reader or the language identification noticed.
    pub notices: Vec<(usize, Problem)>,
    /// Wall time of the run, for the terminal's summary only: no machine format holds it.
    pub elapsed: Option<Duration>,
    /// The severity that makes the run fail, for the summary.
    pub fail_on: Option<Severity>,
}

impl Report {
    /// How many findings there are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// How many findings each rule has, by code.
    #[must_use]
    pub fn by_rule(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for finding in &self.findings {
            *counts.entry(finding.rule.code).or_insert(0) += 1;
        }
        counts
    }

    /// The alignment of version `document` (an index into [`Report::versions`]); none for the pivot.
    #[must_use]
    pub fn alignment(&self, document: usize) -> Option<&Alignment> {
        self.alignments.get(document.checked_sub(1)?)
    }

    /// Whether a finding reaches the severity that makes the run fail.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.fail_on.is_some_and(|level| self.findings.iter().any(|finding| finding.severity >= level))
    }
}

/// A pair of a bilingual table in which something was found.
#[derive(Debug)]
pub struct PairReport {
    /// The pair's number from 0.
    pub entry: usize,
    /// What the table calls it.
    pub id: Option<String>,
    /// What was found; its versions are the two sides, the source first. Nothing else of it is filled.
    pub report: Report,
}

/// What a run over a bilingual table did, and how much it found.
#[derive(Debug)]
pub struct TableReport {
    /// The path as the user gave it.
    pub path: String,
    /// The encoding it was read in, by its WHATWG name.
    pub encoding: &'static str,
    /// The languages of source and target, with how they are known; where the rows say them, those of other rows.
    pub languages: [(LanguageTag, LanguageOrigin); 2],
    /// Whether the rows say the languages of source and target.
    pub languages_by_row: [bool; 2],
    /// How many pairs were checked.
    pub pairs: usize,
    /// How many rows could not be read.
    pub bad_rows: usize,
    /// How many errors, warnings and findings worth a look there are.
    pub counts: Counts,
    /// How many doubtful findings were held back.
    pub held_back: usize,
    /// What the user should know, with the line that it is about.
    pub notices: Vec<(Option<usize>, String)>,
    /// Why reading stopped before the end, if it did.
    pub broke_off: Option<String>,
    /// Wall time of the run, for the terminal's summary only.
    pub elapsed: Option<Duration>,
    /// The severity that makes the run fail, for the summary.
    pub fail_on: Option<Severity>,
}

/// How many findings there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Findings worth a look.
    pub info: usize,
    /// By the rule's code, with its name.
    pub by_rule: BTreeMap<&'static str, (&'static str, usize)>,
}

impl Counts {
    /// Counts a finding.
    pub fn add(&mut self, finding: &Finding) {
        match finding.severity {
            Severity::Error => self.error += 1,
            Severity::Warning => self.warning += 1,
            Severity::Info => self.info += 1,
        }
        self.by_rule.entry(finding.rule.code).or_insert((finding.rule.name, 0)).1 += 1;
    }

    /// Adds the counts of other findings.
    pub fn merge(&mut self, other: &Self) {
        self.error += other.error;
        self.warning += other.warning;
        self.info += other.info;
        for (code, (name, count)) in &other.by_rule {
            self.by_rule.entry(code).or_insert((name, 0)).1 += count;
        }
    }

    /// How many findings there are of a severity or a worse one.
    #[must_use]
    pub fn at_least(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.error + self.warning,
            Severity::Info => self.error + self.warning + self.info,
        }
    }
}

impl TableReport {
    /// Whether a finding reaches the severity that makes the run fail.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.fail_on.is_some_and(|level| self.counts.at_least(level) > 0)
    }
}
