//! The finished value of a run, which `parallax-report` writes and nobody changes.

use crate::bitext::Alignment;
use crate::document::Problem;
use crate::finding::{Finding, Severity};
use crate::version::Version;
use std::collections::BTreeMap;
use std::time::Duration;

/// A file that could not be read; the others were checked all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The path as the user gave it.
    pub path: String,
    /// Why, and what to do, in a sentence.
    pub reason: String,
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
    /// Files that could not be read.
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
