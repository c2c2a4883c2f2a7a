//! What several versions say together: who is out of step, and how much to believe.
//!
//! Drafts of several versions that speak of the same thing in the pivot are gathered. Where most other versions agree
//! with the pivot, the version is out of step, and the finding is surer. Where none does and at least two agree with
//! each other, the pivot is, and one finding says so for all of them. Where versions are divided over something that
//! translators are free in, it is hardly drift.

use crate::checker::{Conclusion, Stance, Stances, VersionFindings};
use crate::cues::Keys;
use crate::draft::{Draft, Topic};
use crate::names;
use crate::precedence::overlap;
use parallax_core::{Alignment, Confidence, Evidence, Finding, Fingerprint, Severity, Value, Version};
use std::collections::BTreeMap;

/// Findings below this confidence are held back.
const SHOWN: f64 = 0.5;
/// Findings from this confidence on may be errors.
const SURE: f64 = 0.8;

/// The note on a finding in which the pivot is out of step.
const PIVOT_NOTE: &str = "the pivot was changed after they were translated, or is itself wrong";

/// A draft with the version it is about.
struct Held {
    version: usize,
    draft: Draft,
}

/// What is said of one thing in the pivot.
struct Group {
    held: Vec<Held>,
}

/// Gathers and weighs the drafts of all versions, and what is wrong with the pivot by itself.
pub(crate) fn conclude(
    versions: &[Version],
    alignments: &[Alignment],
    found: Vec<VersionFindings>,
    pivot: Option<Draft>,
) -> Conclusion {
    let mut stances: BTreeMap<usize, Stances> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for version in found {
        // A version that was not aligned says nothing.
        if version.version == 0 || version.version >= versions.len() || version.version > alignments.len() {
            continue;
        }
        for draft in version.drafts {
            add(&mut groups, Held { version: version.version, draft });
        }
        stances.insert(version.version, version.stances);
    }
    let court = Court { versions, stances };
    let mut findings: Vec<(Order, Finding)> =
        pivot.into_iter().map(|draft| court.finding(0, draft, Some(0), Vec::new())).collect();
    let mut held_back = 0;
    for group in groups {
        for finding in court.judge(group) {
            if finding.1.confidence.get() < SHOWN {
                held_back += 1;
            } else {
                findings.push(finding);
            }
        }
    }
    findings.sort_by(|a, b| a.0.cmp(&b.0));
    let mut findings: Vec<Finding> = findings.into_iter().map(|(_, finding)| finding).collect();
    tell_apart(&mut findings);
    Conclusion { findings, held_back }
}

/// The order of findings: place in the pivot, version, place in the version, rule.
type Order = (usize, usize, usize, usize, &'static str);

/// Puts a draft to those of other versions that speak of the same thing.
fn add(groups: &mut Vec<Group>, held: Held) {
    let mate = |group: &&mut Group| {
        let first = &group.held[0].draft;
        same_topic(&first.topic, &held.draft.topic) && group.held.iter().all(|it| it.version != held.version)
    };
    match groups.iter_mut().find(mate) {
        Some(group) => group.held.push(held),
        None => groups.push(Group { held: vec![held] }),
    }
}

fn same_topic(a: &Topic, b: &Topic) -> bool {
    match (a, b) {
        (Topic::Fact { fact: a, .. }, Topic::Fact { fact: b, .. }) => a == b,
        (Topic::AddedFact { near: a, value: x }, Topic::AddedFact { near: b, value: y }) => {
            overlap(a, b) && x.agrees_with(y)
        }
        (Topic::Negation { segments: a, added: x }, Topic::Negation { segments: b, added: y }) => {
            x == y && overlap(a, b)
        }
        (Topic::Question { segments: a }, Topic::Question { segments: b })
        | (Topic::Omitted { segments: a }, Topic::Omitted { segments: b }) => overlap(a, b),
        (Topic::Cue { segments: a, key: x, .. }, Topic::Cue { segments: b, key: y, .. }) => x == y && overlap(a, b),
        (Topic::Added { before: a }, Topic::Added { before: b }) => a == b,
        (Topic::Term { segments: a, concept: x }, Topic::Term { segments: b, concept: y }) => x == y && overlap(a, b),
        (Topic::Alike { segments: a }, Topic::Alike { segments: b }) => a == b,
        (Topic::Name { names: a, .. }, Topic::Name { names: b, .. }) => overlap(a, b),
        (Topic::AddedName { near: a, name: x }, Topic::AddedName { near: b, name: y }) => {
            overlap(a, b) && names::are_alike(x, y)
        }
        _ => false,
    }
}

struct Court<'a> {
    versions: &'a [Version],
    stances: BTreeMap<usize, Stances>,
}

/// How the versions that have no finding in a group stand.
#[derive(Default)]
struct Others {
    /// Those that say the same as the pivot, in the corresponding place.
    same: Vec<usize>,
    /// How many agree with the pivot, in whatever way.
    agree: usize,
    /// How many of them do so in every respect, or in saying nothing as the pivot does.
    strictly: usize,
}

impl Court<'_> {
    fn judge(&self, group: Group) -> Vec<(Order, Finding)> {
        let others = self.others(&group);
        if let Some(gathered) = self.against_pivot(&group, others.strictly) {
            return gathered;
        }
        let against = group.held.len();
        group.held.into_iter().map(|held| self.beside(held, &others, against)).collect()
    }

    /// How the versions stand that have no draft in the group.
    fn others(&self, group: &Group) -> Others {
        let mut others = Others::default();
        let Some(first) = group.held.first() else { return others };
        for (version, stances) in &self.stances {
            if group.held.iter().any(|held| held.version == *version) {
                continue;
            }
            match stance_on(stances, &first.draft.topic) {
                Stance::Same => {
                    others.same.push(*version);
                    others.agree += 1;
                    others.strictly += 1;
                }
                Stance::AlsoSilent => {
                    others.agree += 1;
                    others.strictly += 1;
                }
                Stance::Compatible => others.agree += 1,
                Stance::Against | Stance::Unknown => {}
            }
        }
        others
    }

    /// A finding of one version, weighed against the others: `against` versions are out of step with the pivot on it.
    fn beside(&self, held: Held, others: &Others, against: usize) -> (Order, Finding) {
        let Held { version, mut draft } = held;
        // What translators are free in is out of step only where nearly all others keep it.
        let needed = match draft.topic {
            _ if draft.worst == Severity::Info => against * 4,
            Topic::Negation { .. } if against > 1 => against * 4,
            _ => against,
        };
        let is_outlier = others.agree > 0 && others.agree >= needed;
        if is_outlier {
            // One other version is a sign, three more than stand against the pivot are as good as certain.
            let backing = ((others.agree + 1 - against) as f64 / 3.0).min(1.0);
            draft.causes.cue += (draft.backed_cue - draft.causes.cue) * backing;
        } else if against > 1 {
            // Several versions do so: freedom of translation, more or less.
            let free = draft.worst == Severity::Info || matches!(draft.topic, Topic::Negation { .. });
            draft.causes.cue *= if free { 0.6 } else { 0.85 };
        }
        let outlier = match draft.topic {
            Topic::Moved | Topic::Foreign | Topic::Alike { .. } | Topic::Address => {
                (self.versions.len() > 2).then_some(version)
            }
            _ => is_outlier.then_some(version).or(draft.wrong),
        };
        let agreement = (is_outlier && !others.same.is_empty()).then(|| Evidence::Agreement {
            documents: others.same.clone(),
            value: pivot_value(&draft).unwrap_or_default(),
            with_pivot: true,
        });
        self.finding(version, draft, outlier, agreement.into_iter().collect())
    }

    /// The findings of a group in which hardly a version (`with_pivot` of them) agrees with the pivot and at least two
    /// agree with each other.
    fn against_pivot(&self, group: &Group, with_pivot: usize) -> Option<Vec<(Order, Finding)>> {
        // A glossary and a version's own consistency are not the pivot's doing.
        if matches!(group.held[0].draft.topic, Topic::Term { .. } | Topic::Alike { .. } | Topic::Address) {
            return None;
        }
        let mut camps: Vec<Vec<&Held>> = Vec::new();
        for held in &group.held {
            match camps.iter_mut().find(|camp| say_the_same(camp[0], held)) {
                Some(camp) => camp.push(held),
                None => camps.push(vec![held]),
            }
        }
        // What is said instead outweighs what is not said: it may be there in words that were not read.
        let weight = |camp: &[&Held]| (camp.len(), said_instead(&camp[0].draft.topic).is_some());
        camps.sort_by_key(|camp| std::cmp::Reverse(weight(camp)));
        let agreeing = camps.first()?;
        // Versions of which nothing is known on it say nothing either way.
        let heard = group.held.len() + with_pivot;
        if agreeing.len() < 2 || agreeing.len() * 2 < heard || agreeing.len() < with_pivot * 4 {
            return None;
        }
        let first = agreeing.first()?;
        let mut draft = first.draft.clone();
        let best = agreeing.iter().map(|held| held.draft.causes.alignment).fold(0.0, f64::max);
        draft.causes.alignment = best;
        draft.causes.cue = draft.against_cue;
        // A pivot that says in other words what most versions negate is no error; one that none of them goes along with is.
        let nearly_all = agreeing.len() * 4 >= self.stances.len() * 3;
        let pivot_negates = draft.values.iter().any(|(document, _)| *document == 0);
        if matches!(draft.topic, Topic::Negation { .. }) && (pivot_negates || nearly_all) {
            draft.worst = draft.rule.severity;
        }
        draft.message = std::mem::take(&mut draft.against_pivot);
        let evidence = vec![
            Evidence::Agreement {
                documents: agreeing.iter().map(|held| held.version).collect(),
                value: said_instead(&first.draft.topic).map_or_else(String::new, ToString::to_string),
                with_pivot: false,
            },
            Evidence::Note(PIVOT_NOTE.to_owned()),
        ];
        let mut out = vec![self.finding(first.version, draft, Some(0), evidence)];
        // A version that says a third thing is out of step with all.
        let third = camps[1..].iter().flatten().filter(|held| said_instead(&held.draft.topic).is_some());
        for held in third {
            out.push(self.finding(held.version, held.draft.clone(), Some(held.version), Vec::new()));
        }
        Some(out)
    }

    fn finding(
        &self,
        version: usize,
        draft: Draft,
        outlier: Option<usize>,
        agreement: Vec<Evidence>,
    ) -> (Order, Finding) {
        let confidence = draft.causes.confidence();
        let severity = severity(draft.worst, confidence);
        let fingerprint = self.fingerprint(version, &draft, outlier);
        let start = |place: &Option<parallax_core::Place>| place.as_ref().map_or(0, |place| place.span.start);
        let order = (draft.anchor, start(&draft.source), version, start(&draft.target), draft.rule.code);
        let pivot_value = pivot_value(&draft);
        let mut evidence: Vec<Evidence> =
            draft.values.into_iter().map(|(document, value)| Evidence::Value { document, value }).collect();
        evidence.extend(draft.notes);
        evidence.extend(agreement);
        let causes =
            [("alignment", draft.causes.alignment), ("reading", draft.causes.reading), ("cue", draft.causes.cue)];
        evidence.extend(causes.map(|(name, factor)| Evidence::Cause { name, percent: percent(factor) }));
        let finding = Finding {
            rule: draft.rule,
            severity,
            confidence,
            message: draft.message,
            source: draft.source,
            target: draft.target,
            version,
            evidence,
            outlier,
            pivot_value,
            fingerprint,
        };
        (order, finding)
    }

    fn fingerprint(&self, version: usize, draft: &Draft, outlier: Option<usize>) -> Fingerprint {
        let language = |document: usize| self.versions[document].language.to_string();
        // What all versions say against the pivot does not hang on which of them come first.
        let gathered = outlier == Some(0);
        let (own, other) = (language(0), if gathered { String::new() } else { language(version) });
        let mut parts: Vec<&str> = vec![draft.rule.code, &own, &other];
        parts.extend(draft.values.iter().map(|(_, value)| value.as_str()));
        let sides = if gathered { 1 } else { draft.context.len() };
        parts.extend(draft.context.iter().take(sides).map(String::as_str));
        Fingerprint::of(&parts)
    }
}

/// The value of the pivot's side.
fn pivot_value(draft: &Draft) -> Option<String> {
    draft.values.iter().find(|(document, _)| *document == 0).map(|(_, value)| value.clone())
}

fn said_instead(topic: &Topic) -> Option<&Value> {
    match topic {
        Topic::Fact { instead, .. } => instead.as_ref(),
        _ => None,
    }
}

/// Whether two versions say the same in the place of what the pivot says, or both say nothing.
fn say_the_same(a: &Held, b: &Held) -> bool {
    if let (Topic::Cue { instead: a, .. }, Topic::Cue { instead: b, .. }) = (&a.draft.topic, &b.draft.topic) {
        return a == b;
    }
    match (said_instead(&a.draft.topic), said_instead(&b.draft.topic)) {
        (Some(a), Some(b)) => a.agrees_with(b),
        (None, None) => match (&a.draft.topic, &b.draft.topic) {
            (Topic::Name { instead: Some(a), .. }, Topic::Name { instead: Some(b), .. }) => names::are_alike(a, b),
            (Topic::Name { instead: a, .. }, Topic::Name { instead: b, .. }) => a.is_none() && b.is_none(),
            _ => true,
        },
        _ => false,
    }
}

/// How a version without a draft on a topic stands on it.
fn stance_on(stances: &Stances, topic: &Topic) -> Stance {
    let covered = |segments: &mut dyn Iterator<Item = usize>| {
        let mut all = segments.map(|at| stances.covered.get(at).copied().unwrap_or(false)).peekable();
        let there = all.peek().is_some() && all.all(|there| there);
        if there { Stance::Same } else { Stance::Unknown }
    };
    match topic {
        Topic::Fact { fact, .. } => stances.facts.get(*fact).copied().unwrap_or(Stance::Unknown),
        // A version with a counterpart and nothing to say against it asks where the pivot does.
        Topic::Omitted { segments } | Topic::Question { segments } => covered(&mut segments.clone()),
        // Neither has it: they agree in what they do not say, which is no evidence to show.
        Topic::AddedFact { near, .. } => also_silent(covered(&mut near.clone())),
        Topic::Added { before } => {
            let near = before.saturating_sub(1)..(before + 1).min(stances.covered.len());
            also_silent(covered(&mut { near }))
        }
        Topic::Negation { segments, .. } => {
            let mut all = segments.clone().map(|at| stances.negated.get(at).copied().flatten());
            if all.any(|negated| negated.is_some()) { Stance::Same } else { Stance::Unknown }
        }
        Topic::Name { names, .. } => {
            let mut all = names.clone().map(|at| stances.names.get(at).copied().unwrap_or(Stance::Unknown));
            all.find(|stance| *stance != Stance::Same).unwrap_or(Stance::Same)
        }
        Topic::AddedName { near, .. } => also_silent(covered(&mut near.clone())),
        Topic::Cue { segments, key, instead } => {
            let mut all = segments.clone().map(|at| stances.cues.get(at).copied().flatten());
            match all.try_fold(Keys::default(), |keys, of| Some(keys.with(of?))) {
                Some(keys) if keys.has(*key) => Stance::Same,
                Some(keys) if keys.has(*instead) => Stance::Against,
                _ => Stance::Unknown,
            }
        }
        Topic::Term { segments, concept } => {
            let rendered = segments.clone().any(|at| stances.terms.contains(&(at, *concept)));
            if rendered { Stance::Same } else { Stance::Unknown }
        }
        Topic::Moved | Topic::Foreign | Topic::Alike { .. } | Topic::Address => Stance::Unknown,
    }
}

fn also_silent(stance: Stance) -> Stance {
    if stance == Stance::Same { Stance::AlsoSilent } else { stance }
}

/// The severity that a confidence allows.
fn severity(worst: Severity, confidence: Confidence) -> Severity {
    if confidence.get() >= SURE { worst } else { worst.min(Severity::Warning) }
}

/// A factor in hundredths.
fn percent(factor: f64) -> u8 {
    (factor * 100.0).round().clamp(0.0, 100.0) as u8
}

/// Findings that would have one name get the number of the one among them: a sentence that stands there twice.
fn tell_apart(findings: &mut [Finding]) {
    let mut seen: BTreeMap<Fingerprint, usize> = BTreeMap::new();
    for finding in findings {
        let count = seen.entry(finding.fingerprint).or_insert(0);
        *count += 1;
        if *count > 1 {
            finding.fingerprint = Fingerprint::of(&[&finding.fingerprint.to_string(), &count.to_string()]);
        }
    }
}
