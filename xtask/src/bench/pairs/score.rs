//! What counts: recall on drifted pairs, false alarms on faithful ones.

use super::cases::Case;
use super::judge::Found;
use parallax_core::Severity;
use std::collections::BTreeMap;

/// The groups of rules that count. Rules on terms and variants compare segments with each other, and the cases hold
/// the same source many times.
const GROUPS: [char; 3] = ['N', 'S', 'M'];

/// The kinds of drift that are about numbers: the rules of group N are for them, those of group S for all others.
const NUMERIC: [&str; 6] = ["number", "date", "unit", "money", "time", "number-format"];

/// Rules for text that is left out, and for text that is put in.
const OMITTED: [&str; 4] = ["S001", "S003", "S005", "S012"];
const ADDED: [&str; 3] = ["S002", "S004", "S012"];

/// The rules that are made for a kind of drift; none where no rule is.
pub(super) fn rules_for(kind: &str) -> Vec<&'static str> {
    let with = |own: &[&'static str], more: &[&'static str]| [own, more].concat();
    match kind {
        "number" => vec!["N001", "N002", "N003", "N004"],
        "date" => vec!["N001", "N005", "N006"],
        "unit" => vec!["N001", "N004"],
        "money" => vec!["N001", "N004", "N008"],
        "number-format" => vec!["N007"],
        "negation" => vec!["S008"],
        "antonym" => vec!["S008", "S012", "S013"],
        "entity" => vec!["S010"],
        "omission-entity" => with(&["S010"], &OMITTED),
        "omission" | "omission-span" | "omission-word" => OMITTED.to_vec(),
        "addition" | "repetition" => ADDED.to_vec(),
        "empty" => with(&["S006"], &OMITTED),
        "untranslated" | "copied" | "wrong-language" => vec!["S006", "S007"],
        "unrelated" => vec!["S003", "S004", "S010", "S012"],
        "tense" => vec!["S009", "S012"],
        "question" => vec!["S009", "S012", "S016"],
        "gender" | "shuffled" => vec!["S012"],
        _ => Vec::new(),
    }
}

/// Which findings are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Which<'a> {
    Any,
    /// Those of a group of rules.
    Group(char),
    /// Those of some rules.
    Rules(&'a [&'a str]),
}

/// The group of rules for a kind of drift.
pub(super) fn group_for(kind: &str) -> char {
    if NUMERIC.contains(&kind) { 'N' } else { 'S' }
}

/// The cases with what was found in each.
#[derive(Debug, Clone)]
pub(super) struct Scored<'a> {
    cases: Vec<(&'a Case, &'a [Found])>,
}

/// How many cases were flagged and how many not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Drifted pairs.
    pub(super) drifted: usize,
    /// Those of them that are flagged.
    pub(super) found: usize,
    /// Faithful pairs.
    pub(super) faithful: usize,
    /// Those of them that are flagged.
    pub(super) alarms: usize,
}

impl<'a> Scored<'a> {
    pub(super) fn new(cases: &'a [Case], found: &'a [Vec<Found>]) -> Self {
        Self { cases: cases.iter().zip(found).map(|(case, found)| (case, found.as_slice())).collect() }
    }

    /// Those cases that are wanted.
    pub(super) fn only(&self, wanted: impl Fn(&Case) -> bool) -> Self {
        Self { cases: self.cases.iter().filter(|(case, _)| wanted(case)).copied().collect() }
    }

    /// The cases apart, by what `key` says of each.
    pub(super) fn apart<K: Ord>(&self, key: impl Fn(&Case) -> K) -> BTreeMap<K, Self> {
        let mut parts: BTreeMap<K, Self> = BTreeMap::new();
        for case in &self.cases {
            parts.entry(key(case.0)).or_insert_with(|| Self { cases: Vec::new() }).cases.push(*case);
        }
        parts
    }

    pub(super) fn cases(&self) -> &[(&'a Case, &'a [Found])] {
        &self.cases
    }

    /// How many cases are flagged at least so severely.
    pub(super) fn counts(&self, which: Which<'_>, least: Severity) -> Counts {
        let mut counts = Counts::default();
        for (case, found) in &self.cases {
            let hit = usize::from(hit(found, which, least));
            if case.drifted() {
                counts.drifted += 1;
                counts.found += hit;
            } else {
                counts.faithful += 1;
                counts.alarms += hit;
            }
        }
        counts
    }

    /// The rules that flag a case at least so severely, each with the number of cases, the most frequent first.
    pub(super) fn rules(&self, least: Severity) -> Vec<(&'static str, usize)> {
        let mut rules: BTreeMap<&'static str, usize> = BTreeMap::new();
        for (_, found) in &self.cases {
            let mut flagged: Vec<_> = counted(found, least).map(|found| found.rule).collect();
            flagged.sort_unstable();
            flagged.dedup();
            flagged.into_iter().for_each(|rule| *rules.entry(rule).or_default() += 1);
        }
        let mut rules: Vec<_> = rules.into_iter().collect();
        rules.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        rules
    }
}

fn counted(found: &[Found], least: Severity) -> impl Iterator<Item = &Found> {
    found.iter().filter(move |found| found.severity >= least && found.rule.starts_with(GROUPS))
}

/// Whether a case is flagged at least so severely.
pub(super) fn hit(found: &[Found], which: Which<'_>, least: Severity) -> bool {
    counted(found, least).any(|found| match which {
        Which::Any => true,
        Which::Group(group) => found.rule.starts_with(group),
        Which::Rules(rules) => rules.contains(&found.rule),
    })
}

impl Counts {
    /// The share of drifted pairs that are flagged; none where there are none.
    pub(super) fn recall(self) -> Option<f64> {
        (self.drifted > 0).then(|| self.found as f64 / self.drifted as f64)
    }

    /// The share of faithful pairs that are flagged; none where there are none.
    pub(super) fn alarm_rate(self) -> Option<f64> {
        (self.faithful > 0).then(|| self.alarms as f64 / self.faithful as f64)
    }

    /// The share of flagged pairs that are drifted; none where none is flagged.
    pub(super) fn precision(self) -> Option<f64> {
        let flagged = self.found + self.alarms;
        (flagged > 0).then(|| self.found as f64 / flagged as f64)
    }

    /// Matthews' correlation between flagged and drifted, from −1 to 1; 0 where one side has no pairs.
    pub(super) fn correlation(self) -> f64 {
        let [hit, alarm, miss, silent] =
            [self.found, self.alarms, self.drifted - self.found, self.faithful - self.alarms].map(|count| count as f64);
        let scale = ((hit + alarm) * (hit + miss) * (silent + alarm) * (silent + miss)).sqrt();
        if scale > 0.0 { (hit * silent - alarm * miss) / scale } else { 0.0 }
    }
}
