//! The checker at work on one pair of sentences, in memory.

use crate::error::{Context as _, Result};
use parallax_core::document::{Block, BlockKind};
use parallax_core::{
    Alignment, Bead, Bitext, BlockText, Confidence, Document, Finding, LanguageOrigin, LanguageTag, Severity, Span,
    Version,
};
use parallax_drift::{Checker, Selection};

/// The rule on how a number is written, which says nothing of its value.
const FORMAT_RULE: &str = "N007";

/// Holds sentences against each other with the rules on numbers.
pub(super) struct Judge {
    checker: Checker,
}

/// What was found in a pair.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) message: String,
}

impl Found {
    /// Whether it speaks of a value, at this severity or a worse one.
    pub(super) fn counts(&self, least: Severity) -> bool {
        self.severity >= least && self.rule != FORMAT_RULE
    }
}

impl Judge {
    pub(super) fn new() -> Result<Self> {
        let selection = Selection::new(&["N".to_owned()], &[]);
        let selection = selection.map_err(|_| crate::error::Error::new("there are no rules of group N"))?;
        Ok(Self { checker: Checker::new(selection) })
    }

    /// What is found in a pair of sentences that are known to correspond.
    pub(super) fn check(&self, source: (&str, LanguageTag), target: (&str, LanguageTag)) -> Vec<Found> {
        let versions = [read(source), read(target)];
        let bead = Bead { source: 0..1, target: 0..1, confidence: Confidence::CERTAIN, moved: false };
        let alignments = [Alignment { blocks: vec![bead.clone()], segments: vec![bead], ..Alignment::default() }];
        let bitext = Bitext { source: &versions[0], target: &versions[1], alignment: &alignments[0] };
        let found = self.checker.check(&bitext, 1);
        let conclusion = self.checker.conclude(&versions, &alignments, vec![found]);
        conclusion.findings.into_iter().map(Found::of).collect()
    }
}

impl Found {
    fn of(finding: Finding) -> Self {
        Self { rule: finding.rule.code, severity: finding.severity, message: finding.message }
    }
}

fn read((text, language): (&str, LanguageTag)) -> Version {
    let block = Block::plain(BlockKind::Line, Span::new(0, text.len()), BlockText::from_source(0, text));
    let document = Document::new("pair", text.to_owned(), vec![block]);
    Version::read(document, language, LanguageOrigin::Given)
}

/// The tag of a language that the benchmark knows.
pub(super) fn tag(language: &str) -> Result<LanguageTag> {
    language.parse().context(format_args!("`{language}` is no language tag"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_number_is_found_and_the_same_one_is_not() {
        let judge = Judge::new().map_err(|error| error.to_string()).expect("there are rules");
        let [english, german] = ["en", "de"].map(|language| tag(language).expect("a tag"));
        let check = |target| judge.check(("The hall holds 450 guests.", english), (target, german));
        assert!(check("Der Saal fasst 450 Gäste.").is_empty());
        let found = check("Der Saal fasst 540 Gäste.");
        assert!(found.len() == 1 && found[0].counts(Severity::Warning), "{found:?}");
    }
}
