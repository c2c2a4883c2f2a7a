//! Why beads are: the evidence of each, told after the search by what the search went by.

use crate::fine::Fine;
use crate::knowledge::Knowledge;
use crate::pair::Pair;
use crate::prepared::Prepared;
use crate::search::{Shape, Step};
use crate::vocabulary::{WordId, written_as};
use parallax_core::reason::{Alternative, Basis, BeadEvidence, FactPair, Reason, WordPair, WordSource};
use parallax_core::{Alignment, Bead};
use std::collections::BTreeMap;
use std::ops::Range;

/// How many pairs of words are told of a bead.
const WORDS: usize = 5;
/// Pairs of words that tell less than this, in nats, are not told.
const LEAST: f64 = 0.5;

/// An alignment with the reason of each bead of segments.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The alignment.
    pub alignment: Alignment,
    /// For each bead of [`Alignment::segments`], why it is one.
    pub reasons: Vec<Reason>,
}

/// The reason of a bead of units.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) source: Range<usize>,
    pub(crate) target: Range<usize>,
    pub(crate) reason: Reason,
}

impl Told {
    /// The same of segments.
    pub(crate) fn of_segments(mut self, source: &[Range<usize>], target: &[Range<usize>]) -> Self {
        let segments = |units: &[Range<usize>], range: &Range<usize>| match units.get(range.clone()) {
            Some([first, .., last]) => first.start..last.end,
            Some([only]) => only.clone(),
            _ => 0..0,
        };
        self.source = segments(source, &self.source);
        self.target = segments(target, &self.target);
        if let Some(other) = &mut self.reason.alternative {
            other.source = segments(source, &other.source);
            other.target = segments(target, &other.target);
        }
        self
    }

    /// The same from the target's side.
    pub(crate) fn mirrored(self) -> Self {
        Self { source: self.target, target: self.source, reason: self.reason.mirrored() }
    }
}

/// The reasons of beads, in their order; those of which nothing is told are trivial.
pub(crate) fn in_order(beads: &[Bead], told: &[Told]) -> Vec<Reason> {
    let end = |side: fn(&Told) -> &Range<usize>| told.iter().map(|one| side(one).end).max().unwrap_or(0);
    let mut by_source: Vec<Option<usize>> = vec![None; end(|one| &one.source)];
    let mut by_target: Vec<Option<usize>> = vec![None; end(|one| &one.target)];
    for (at, one) in told.iter().enumerate() {
        by_source[one.source.clone()].fill(Some(at));
        by_target[one.target.clone()].fill(Some(at));
    }
    let reason = |bead: &Bead| {
        let of = |told: &[Option<usize>], range: &Range<usize>| {
            if range.is_empty() { None } else { told.get(range.start).copied().flatten() }
        };
        let at = of(&by_source, &bead.source).or_else(|| of(&by_target, &bead.target));
        at.map_or_else(|| Reason { basis: Basis::Trivial, ..Reason::default() }, |at| told[at].reason.clone())
    };
    beads.iter().map(reason).collect()
}

/// Tells the reasons of a path and of what moved.
pub(crate) struct Teller<'a, 'p, 'v> {
    pair: &'a Pair<'p, 'v>,
    knowledge: &'a Knowledge,
    fine: Fine<'a, 'p, 'v>,
}

impl<'a, 'p, 'v> Teller<'a, 'p, 'v> {
    /// From what was known in the last round.
    pub(crate) fn new(pair: &'a Pair<'p, 'v>, knowledge: &'a Knowledge) -> Self {
        Self { pair, knowledge, fine: Fine::new(pair, knowledge) }
    }

    /// The reasons of the steps of a path, from their evidence.
    pub(crate) fn path(&self, path: &[Step], evidence: &[BeadEvidence]) -> Vec<Told> {
        let reason = |at: usize| {
            let step = &path[at];
            let is_given = self.pair.holds.is_given(step);
            let basis = if is_given { Basis::Given } else { Basis::Found };
            let prior = if is_given { None } else { self.prior(path, at) };
            if step.is_paired() {
                return Reason { basis, prior, ..self.paired(step, evidence[at]) };
            }
            let alternative = prior.and_then(|prior| self.alternative(path, evidence, at, prior));
            Reason { basis, prior, alternative, ..Reason::default() }
        };
        let told = |at: usize| Told { source: path[at].source(), target: path[at].target(), reason: reason(at) };
        (0..path.len()).map(told).collect()
    }

    /// The reason of a bead that moved.
    pub(crate) fn moved(&self, bead: &Bead) -> Told {
        let shape = (bead.source.len(), bead.target.len());
        let step = Step { i: bead.source.start, j: bead.target.start, shape, probability: 1.0 };
        let reason = if bead.is_paired() {
            self.paired(&step, self.fine.evidence_of_any(step.i, step.j, shape))
        } else {
            Reason::default()
        };
        let reason = Reason { basis: Basis::Moved, ..reason };
        Told { source: bead.source.clone(), target: bead.target.clone(), reason }
    }

    /// The logarithm of how common steps like this one are.
    fn prior(&self, path: &[Step], at: usize) -> Option<f64> {
        let priors = &self.knowledge.priors;
        let shape = path[at].shape;
        if path[at].is_paired() {
            return self.prior_of(shape);
        }
        let goes_on = at > 0 && path[at - 1].shape == shape;
        Some(if goes_on { priors.extend } else { priors.open })
    }

    fn prior_of(&self, shape: Shape) -> Option<f64> {
        self.knowledge.priors.shapes.iter().find(|(known, _)| *known == shape).map(|(_, prior)| *prior)
    }

    fn paired(&self, step: &Step, evidence: BeadEvidence) -> Reason {
        let (words, facts) = (self.words(step), self.facts(step));
        Reason { evidence: Some(evidence), words, facts, ..Reason::default() }
    }

    /// The best bead that a gap could be a part of: with the bead before it or behind it, or with what the other side
    /// leaves out there.
    fn alternative(&self, path: &[Step], evidence: &[BeadEvidence], at: usize, cost: f64) -> Option<Alternative> {
        let gap = path[at];
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter(|next| *next < path.len());
        let joined = beside.filter_map(|next| {
            let other = path[next];
            let shape = (gap.shape.0 + other.shape.0, gap.shape.1 + other.shape.1);
            let (i, j) = (gap.i.min(other.i), gap.j.min(other.j));
            // A longer gap is no other bead.
            if other.shape == gap.shape || self.pair.holds.is_given(&other) {
                return None;
            }
            let found = cost + self.prior(path, next)? + evidence[next].total();
            let instead = self.prior_of(shape)? + self.fine.evidence_of_any(i, j, shape).total();
            Some(Alternative { source: i..i + shape.0, target: j..j + shape.1, worse: found - instead })
        });
        joined.min_by(|a, b| a.worse.total_cmp(&b.worse))
    }

    /// The pairs of words that the lexicon finds likeliest.
    fn words(&self, step: &Step) -> Vec<WordPair> {
        let (forward, backward) = &self.knowledge.translations;
        let mut weights: BTreeMap<(WordId, WordId), f64> = BTreeMap::new();
        for i in step.source() {
            for j in step.target() {
                let taught = self.knowledge.beads.0[i] == self.knowledge.beads.1[j];
                for s in self.pair.source.words_of(i) {
                    for t in self.pair.target.words_of(j) {
                        let weight = 0.5 * (forward.weight(*s, *t, taught) + backward.weight(*t, *s, taught));
                        let known = weights.entry((*s, *t)).or_insert(weight);
                        *known = known.max(weight);
                    }
                }
            }
        }
        let mut pairs: Vec<((WordId, WordId), f64)> = weights.into_iter().filter(|(_, w)| *w >= LEAST).collect();
        // The sort is stable, so that what weighs the same stays in order.
        pairs.sort_by(|a, b| b.1.total_cmp(&a.1));
        let mut told: Vec<((WordId, WordId), f64)> = Vec::new();
        for (pair, weight) in pairs {
            if told.len() < WORDS && !told.iter().any(|((s, t), _)| *s == pair.0 || *t == pair.1) {
                told.push((pair, weight));
            }
        }
        let pair = |((s, t), weight): ((WordId, WordId), f64)| WordPair {
            source: written(self.pair.source, step.source(), s),
            target: written(self.pair.target, step.target(), t),
            weight,
            by: self.known_by(s, t),
        };
        told.into_iter().map(pair).collect()
    }

    fn known_by(&self, s: WordId, t: WordId) -> WordSource {
        if !self.pair.cognates.of[s as usize].iter().any(|(like, _)| *like == t) {
            return WordSource::Learned;
        }
        let (a, b) = (self.pair.source.vocabulary.word(s), self.pair.target.vocabulary.word(t));
        if a.form == b.form {
            WordSource::Alike
        } else if a.meanings.iter().any(|meaning| b.meanings.contains(meaning)) {
            WordSource::Dictionary
        } else if a.concepts.iter().any(|(concept, _)| b.concepts.iter().any(|(other, _)| other == concept)) {
            WordSource::Concepts
        } else {
            WordSource::Alike
        }
    }

    /// What the sides state.
    fn facts(&self, step: &Step) -> Vec<FactPair> {
        let told = self.pair.facts.told((self.pair.source, step.source()), (self.pair.target, step.target()));
        let text = |version: &Prepared<'_>, units: Range<usize>, value: Option<u32>| {
            value.map(|value| version.written_fact(units, value).to_owned())
        };
        let pair = |(source, target, weight): (Option<u32>, Option<u32>, f64)| FactPair {
            source: text(self.pair.source, step.source(), source),
            target: text(self.pair.target, step.target(), target),
            weight,
        };
        told.into_iter().map(pair).collect()
    }
}

/// A word as it first stands in some units.
fn written(version: &Prepared<'_>, units: Range<usize>, word: WordId) -> String {
    let form = &*version.vocabulary.word(word).form;
    for segment in units.flat_map(|unit| version.units[unit].clone()) {
        let text = version.version.segment_text(segment);
        if let Some(found) = written_as(text, form) {
            return found.to_owned();
        }
    }
    form.to_owned()
}

#[cfg(test)]
mod tests {
    use crate::testing::lines;
    use crate::{EvidenceKind, EvidenceSet, FixedBeads, Options, Prepared};
    use parallax_core::reason::{Basis, Reason, WordSource};

    const ENGLISH: &str = "The ferry costs 12 euros.\nIn July Hamburg is warm.\nNobody was there.\nThe school is old.";
    const GERMAN: &str = "Die Fähre kostet 12 Euro.\nIm Juli ist Hamburg warm.\nDie Schule ist alt.";

    fn reasons(options: &Options, swapped: bool) -> Vec<(String, Reason)> {
        let (english, german) = (lines("en", ENGLISH), lines("de", GERMAN));
        let (english, german) = (Prepared::new(&english), Prepared::new(&german));
        let explained = if swapped { german.explain(&english, options) } else { english.explain(&german, options) };
        let same = if swapped { german.align_with(&english, options) } else { english.align_with(&german, options) };
        assert_eq!(explained.alignment, same, "asking why changes nothing");
        let side = |range: &std::ops::Range<usize>| range.clone().map(|at| at.to_string()).collect::<String>();
        let beads = explained.alignment.segments.iter();
        let beads = beads.map(|bead| format!("{}:{}", side(&bead.source), side(&bead.target)));
        beads.zip(explained.reasons).collect()
    }

    #[test]
    fn beads_have_their_words_and_facts() {
        let reasons = reasons(&Options::default(), false);
        let of = |name: &str| reasons.iter().find(|(bead, _)| bead == name).map(|(_, reason)| reason);
        let first = of("0:0").expect("is a bead");
        assert_eq!(first.basis, Basis::Found);
        let facts: Vec<_> = first.facts.iter().map(|pair| (pair.source.as_deref(), pair.target.as_deref())).collect();
        assert_eq!(facts, [(Some("12 euros"), Some("12 Euro"))]);
        let evidence = first.evidence.expect("is paired");
        let facts: f64 = first.facts.iter().map(|pair| pair.weight).sum();
        assert!((evidence.facts - facts).abs() < 1e-9 && facts > 0.0, "{} {facts}", evidence.facts);
        let second = of("1:1").expect("is a bead");
        let hamburg = second.words.iter().find(|pair| pair.source == "Hamburg").expect("is told");
        assert_eq!((hamburg.target.as_str(), hamburg.by), ("Hamburg", WordSource::Alike));
        assert!(hamburg.weight > 1.0);
        let gap = of("2:").expect("is left out");
        assert!(gap.evidence.is_none() && gap.prior.is_some_and(|prior| prior < 0.0));
        assert!(gap.alternative.as_ref().is_some_and(|other| other.source.contains(&2)), "{gap:?}");
    }

    #[test]
    fn reasons_are_mirrored_with_the_beads() {
        let (there, back) = (reasons(&Options::default(), false), reasons(&Options::default(), true));
        for (bead, reason) in there {
            let flipped = bead.split(':').rev().collect::<Vec<_>>().join(":");
            let found = back.iter().find(|(other, _)| *other == flipped).expect("is mirrored");
            assert_eq!(found.1.clone().mirrored(), reason);
        }
    }

    #[test]
    fn what_is_left_out_says_nothing() {
        for kind in EvidenceKind::ALL {
            let without: EvidenceSet = [kind].into_iter().collect();
            for (_, reason) in reasons(&Options { without, ..Options::default() }, false) {
                let part = |evidence: parallax_core::reason::BeadEvidence| {
                    evidence.parts().into_iter().find(|(part, _)| *part == kind).map_or(0.0, |(_, score)| score)
                };
                assert_eq!(reason.evidence.map_or(0.0, part), 0.0, "{kind}");
            }
        }
    }

    #[test]
    fn what_is_given_says_so() {
        let fixed = FixedBeads::new([(2..3, 2..3), (3..4, 0..0)]).expect("no segment stands in two");
        let bases: Vec<Basis> =
            reasons(&Options { fixed, ..Options::default() }, false).iter().map(|(_, reason)| reason.basis).collect();
        assert_eq!(bases, [Basis::Found, Basis::Found, Basis::Given, Basis::Given]);
    }
}
