//! A group of the corpus, checked once as it is, and again with one version changed.
//!
//! Versions are judged one by one against the pivot, and only the consensus sees them all. So for a change of one version
//! only this one is read, aligned and judged anew; what comes out is what a check of the whole group gives (a test
//! compares them), in a twentieth of the time.

use crate::corpus::Group;
use crate::manifest::Error;
use parallax_cli::engine::{Input, Reading, Settings, check_inputs, read_inputs};
use parallax_core::{Bitext, Report, Version};
use parallax_drift::{Checker, VersionFindings};
use parallax_formats::ReadOptions;

/// A group that was checked.
pub struct Checked<'a> {
    group: &'a Group,
    /// The report on the faithful group.
    pub faithful: Report,
    checker: Checker,
    /// What each version after the pivot says, before the consensus.
    found: Vec<VersionFindings>,
}

impl<'a> Checked<'a> {
    /// Checks `group` as it is.
    ///
    /// # Errors
    /// If a version cannot be read.
    pub fn new(group: &'a Group) -> Result<Self, Error> {
        let faithful = whole(group, None)?;
        let checker = Checker::new(Settings::default().selection).with_glossary(group.glossary.clone());
        let (pivot, others) = faithful.versions.split_first().expect("a report has its pivot");
        let found = (1..)
            .zip(others)
            .zip(&faithful.alignments)
            .map(|((index, target), alignment)| checker.check(&Bitext { source: pivot, target, alignment }, index));
        let found = found.collect();
        Ok(Self { group, faithful, checker, found })
    }

    /// The report on the group with `text` in the place of the version in `language`.
    ///
    /// # Errors
    /// If the changed version cannot be read.
    pub fn with(&self, language: &str, text: &str) -> Result<Report, Error> {
        if language == self.group.pivot {
            return whole(self.group, Some((language, text)));
        }
        let changed = read(&self.group.versions[language].path, text)?;
        let mut versions = self.faithful.versions.clone();
        let mut alignments = self.faithful.alignments.clone();
        let mut found = self.found.clone();
        let same = |version: &Version| version.document.path == changed.document.path;
        let index = versions.iter().position(same).expect("the group has the version");
        versions[index] = changed;
        let (source, target) = (&versions[0], &versions[index]);
        alignments[index - 1] = parallax_aligner::align(source, target);
        found[index - 1] = self.checker.check(&Bitext { source, target, alignment: &alignments[index - 1] }, index);
        let conclusion = self.checker.conclude(&versions, &alignments, found);
        Ok(Report {
            versions,
            alignments,
            findings: conclusion.findings,
            held_back: conclusion.held_back,
            failures: Vec::new(),
            notices: Vec::new(),
            elapsed: None,
            fail_on: self.faithful.fail_on,
        })
    }
}

/// The report on the whole group, with the text in the second place for the version in the language in the first.
///
/// # Errors
/// If a version cannot be read.
pub fn whole(group: &Group, changed: Option<(&str, &str)>) -> Result<Report, Error> {
    let inputs = group.versions.iter().map(|(language, text)| {
        let content = changed.filter(|(other, _)| other == language).map_or(text.content.as_str(), |(_, text)| text);
        Input::new(text.path.as_str(), content)
    });
    let pivot = group.versions.keys().position(|language| *language == group.pivot).expect("the group has its pivot");
    let settings = Settings { glossary: group.glossary.clone(), ..Settings::default() };
    let report = check_inputs(inputs.collect(), pivot, &settings);
    let report = report.map_err(|error| Error::new(error.to_string()))?;
    match report.failures.first() {
        Some(failure) => Err(Error::new(format!("{}: {}", failure.path, failure.reason))),
        None => Ok(report),
    }
}

fn read(path: &str, text: &str) -> Result<Version, Error> {
    match read_inputs(vec![Input::new(path, text)], &ReadOptions::default()).pop() {
        Some(Ok(Reading { version, .. })) => Ok(version),
        Some(Err(failure)) => Err(Error::new(format!("{}: {}", failure.path, failure.reason))),
        None => Err(Error::new(format!("{path}: nothing was read"))),
    }
}
