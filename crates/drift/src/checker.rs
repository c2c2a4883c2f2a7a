//! The two calls: judge one version, then conclude over all of them.

use crate::consensus;
use crate::cues::{Keys, keys_of};
use crate::draft::{Draft, Sink, run};
use crate::matching::{Bond, Kind, Missing, Tie, fields_lost, kind_of};
use crate::memory::{Memory, Repeat};
use crate::names;
use crate::precedence;
use crate::rules::of_pivot;
use crate::rules::terms::{inconsistent_translation, same_translation};
use crate::selection::Selection;
use crate::terms::Terms;
use crate::view::View;
use parallax_core::facts::{PartialDate, Polarity};
use parallax_core::glossary::Glossary;
use parallax_core::{Alignment, Bitext, Fact, Finding, Value, Version};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Judges versions against their pivot. Holds no state but which rules run: cheap to share between threads.
#[derive(Debug, Clone, Default)]
pub struct Checker {
    selection: Selection,
    glossary: Option<Arc<Glossary>>,
}

/// What one version says of the pivot, to be gathered by [`Checker::conclude`].
#[derive(Debug, Clone)]
pub struct VersionFindings {
    /// Index of the version in the report.
    pub(crate) version: usize,
    pub(crate) drafts: Vec<Draft>,
    pub(crate) stances: Stances,
}

/// What a run found.
#[derive(Debug, Clone)]
pub struct Conclusion {
    /// Findings in the order of the pivot, then of the versions.
    pub findings: Vec<Finding>,
    /// How many doubtful ones were held back.
    pub held_back: usize,
}

/// Where a version stands on something that the pivot says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stance {
    /// It says the same, in the corresponding sentence.
    Same,
    /// It says nothing against it: in parts, elsewhere, more often, less exactly.
    Compatible,
    /// It does not say either what the pivot does not say.
    AlsoSilent,
    /// It says something else, or nothing where it should.
    Against,
    /// Not known.
    Unknown,
}

/// Where a version stands on everything the pivot says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stances {
    /// For each fact of the pivot.
    pub(crate) facts: Vec<Stance>,
    /// For each segment of the pivot: whether it has a counterpart.
    pub(crate) covered: Vec<bool>,
    /// For each segment of the pivot: whether its counterpart is surely negated (`Some(true)`) or surely not; none
    /// where there is no counterpart or the language's negations are not known.
    pub(crate) negated: Vec<Option<bool>>,
    /// For each name of the pivot; none where names were not looked at.
    pub(crate) names: Vec<Stance>,
    /// For each segment of the pivot: what cues its counterpart has, sure or weak; none where there is no counterpart or
    /// the language's cues are not known.
    pub(crate) cues: Vec<Option<Keys>>,
    /// Terms of the glossary that are rendered as it says: segment of the pivot and concept.
    pub(crate) terms: BTreeSet<(usize, usize)>,
}

impl Checker {
    /// A checker that runs the rules of `selection`.
    #[must_use]
    pub fn new(selection: Selection) -> Self {
        Self { selection, glossary: None }
    }

    /// The same with a glossary that versions are to go by.
    #[must_use]
    pub fn with_glossary(self, glossary: Option<Arc<Glossary>>) -> Self {
        Self { glossary, ..self }
    }

    /// Judges one version against the pivot: `version` is the target's index in `Report::versions`. Versions are
    /// independent of each other: call this for each of them on any thread.
    #[must_use]
    pub fn check(&self, bitext: &Bitext<'_>, version: usize) -> VersionFindings {
        let view = View::new(bitext, version).with_glossary(self.glossary.as_deref());
        let mut drafts = Vec::new();
        for rule in self.selection.rules() {
            run(rule, &view, &mut drafts);
        }
        precedence::settle(&mut drafts);
        VersionFindings { version, drafts, stances: Stances::of(&view) }
    }

    /// Gathers what all versions say: `versions[0]` is the pivot, `alignments[i]` that of `versions[i + 1]`. Findings
    /// of several versions on one thing of the pivot are weighed against the versions that agree with it; the one out
    /// of step is named; doubtful ones are held back and counted. The order of `found` does not matter.
    #[must_use]
    pub fn conclude(
        &self,
        versions: &[Version],
        alignments: &[Alignment],
        mut found: Vec<VersionFindings>,
    ) -> Conclusion {
        found.sort_by_key(|version| version.version);
        let pivot = versions.first().and_then(|pivot| of_pivot(pivot, |rule| self.selection.contains(rule)));
        if let Some(strong) = &pivot {
            for version in &mut found {
                version.drafts.retain(|weak| !precedence::is_over(strong, weak));
            }
        }
        consensus::conclude(versions, alignments, found, pivot)
    }
}

impl Checker {
    /// Judges a pair of texts that are given as each other's translation, the source first: a row of a bilingual table,
    /// an entry of a catalog. Nothing is aligned, and nothing beyond the pair bears on the result: pairs may be checked in
    /// any order, on any thread, one by one.
    ///
    /// ```
    /// use parallax_core::Version;
    /// use parallax_drift::{Checker, Selection};
    ///
    /// let checker = Checker::new(Selection::all());
    /// let pair = [Version::of_text("Zwölf Eier.", "de".parse()?), Version::of_text("20 eggs.", "en".parse()?)];
    /// assert_eq!(checker.check_pair(&pair).findings[0].rule.code, "N001");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check_pair(&self, pair: &[Version; 2]) -> Conclusion {
        let [source, target] = pair;
        let alignments = [Alignment::whole(source, target)];
        let bitext = Bitext { source, target, alignment: &alignments[0] };
        let found = self.check(&bitext, 1);
        self.conclude(pair, &alignments, vec![found])
    }
}

impl Checker {
    /// What remembers the pairs of a table to tell those that repeat each other; none where no rule asks for it.
    #[must_use]
    pub fn memory(&self) -> Option<Memory> {
        let same_source = self.selection.contains(&inconsistent_translation::META);
        let same_target = self.selection.contains(&same_translation::META);
        (same_source || same_target).then(|| Memory::new(same_source, same_target))
    }

    /// What is to be said of a pair that repeats an earlier one of its table; `said` is what was found in the pair itself,
    /// in the light of which there may be nothing to add.
    #[must_use]
    pub fn check_repeat(&self, pair: &[Version; 2], repeat: &Repeat, said: &[Finding]) -> Option<Finding> {
        let [source, target] = pair;
        let alignments = [Alignment::whole(source, target)];
        let bitext = Bitext { source, target, alignment: &alignments[0] };
        let view = View::new(&bitext, 1);
        let mut drafts = Vec::new();
        Sink::new(&mut drafts).push(&view, crate::memory::draft(&view, repeat)?);
        drafts.retain(|draft| !said.iter().any(|finding| precedence::is_rule_over(finding.rule, draft.rule)));
        let found = VersionFindings { version: 1, drafts, stances: Stances::default() };
        consensus::conclude(pair, &alignments, vec![found], None).findings.pop()
    }
}

impl Stances {
    fn of(view: &View<'_>) -> Self {
        let source = view.bitext.source;
        let mut stances = Self {
            facts: (0..source.facts.len()).map(|fact| stance(view, fact)).collect(),
            covered: vec![false; source.segments.len()],
            negated: vec![None; source.segments.len()],
            names: view.naming_if_known().map(names::stances).unwrap_or_default(),
            cues: vec![None; source.segments.len()],
            terms: view.terms().map(Terms::rendered).unwrap_or_default(),
        };
        let knows_cues = view.bitext.target.locale.knows_cues();
        for bead in view.bitext.alignment.segments.iter().filter(|bead| bead.is_paired()) {
            let negated = negated(view.bitext.target, bead.target.clone());
            let cues = knows_cues.then(|| keys_of(view.bitext.target, bead.target.clone()));
            for segment in bead.source.clone().filter(|segment| *segment < source.segments.len()) {
                stances.covered[segment] = true;
                stances.negated[segment] = negated;
                stances.cues[segment] = cues;
            }
        }
        stances
    }
}

fn stance(view: &View<'_>, fact: usize) -> Stance {
    match view.matching.source()[fact] {
        Tie::Fact(other, Bond::Same) if less_exact(view.fact(false, fact), view.fact(true, other)) => {
            Stance::Compatible
        }
        Tie::Fact(_, Bond::Same) => Stance::Same,
        Tie::Fact(_, Bond::Moved | Bond::Repeated) | Tie::Parts => Stance::Compatible,
        Tie::Fact(_, Bond::Differs(_)) | Tie::Alone(Missing::Unsaid) => Stance::Against,
        Tie::Alone(Missing::NoCounterpart | Missing::Unimportant) => Stance::Unknown,
    }
}

/// Whether a version's fact leaves out something that the pivot's says: the part of the month, the year.
fn less_exact(pivot: &Fact, version: &Fact) -> bool {
    match (&pivot.value, &version.value) {
        (Value::Date(a), Value::Date(b)) => {
            fields_lost(a, b) != PartialDate::default() || (a.part.is_some() && b.part.is_none() && b.day.is_none())
        }
        (Value::Quantity(a), Value::Quantity(b)) => a.vague != b.vague,
        _ => false,
    }
}

/// Whether segments are surely negated, or surely not; none where a word of negative sense leaves it open.
pub(crate) fn negated(version: &Version, segments: std::ops::Range<usize>) -> Option<bool> {
    if !knows_negation(version) {
        return None;
    }
    let list = version.segments.get(segments)?;
    let facts = list.iter().flat_map(|segment| &version.facts[segment.facts.clone()]);
    let mut lexical = false;
    for fact in facts.filter(|fact| kind_of(&fact.value) == Kind::Negation) {
        match fact.value {
            Value::Negation(Polarity::Sure) => return Some(true),
            _ => lexical = true,
        }
    }
    (!lexical).then_some(false)
}

/// Whether the negations of a version's language are known.
pub(crate) fn knows_negation(version: &Version) -> bool {
    version.locale.knowledge().knows_negation
}
