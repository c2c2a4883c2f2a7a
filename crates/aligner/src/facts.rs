//! Evidence from facts: numbers, dates, times, links and identifiers that both sides state.

use crate::prepared::{Prepared, PreparedFacts};
use parallax_core::facts::{Salience, TimeOfDay};
use parallax_core::{Fact, Value};
use std::collections::HashMap;
use std::ops::Range;

/// How often a fact of one side is stated on the other side of a right bead, by how much it counts for. A fact that
/// differs is what we look for in the end, so none may weigh so much that it drives the sides apart.
fn kept(fact: &Fact) -> f64 {
    match (&fact.value, fact.salience) {
        (Value::Negation(_), _) => 0.5,
        (_, Salience::Firm) => 0.85,
        (_, Salience::Soft) => 0.6,
        (_, Salience::Silent) => 0.3,
    }
}

/// How telling it is that a fact is stated on the other side, and that it is not.
#[derive(Debug, Clone, Copy)]
struct Weight {
    stated: f64,
    missing: f64,
}

/// Which facts of two versions agree.
#[derive(Debug)]
pub(crate) struct FactEvidence {
    /// For each source value, the target values that agree with it, in order.
    agreeing: Vec<Vec<u32>>,
    /// The same from the target's side.
    agreeing_back: Vec<Vec<u32>>,
    source: Vec<Weight>,
    target: Vec<Weight>,
}

impl FactEvidence {
    pub(crate) fn new(source: &Prepared<'_>, target: &Prepared<'_>) -> Self {
        let agreeing = agreeing(&source.facts, &target.facts);
        let mut agreeing_back = vec![Vec::new(); target.facts.values.len()];
        for (s, list) in agreeing.iter().enumerate() {
            for t in list {
                agreeing_back[*t as usize].push(s as u32);
            }
        }
        let source_weights = weights(&source.facts, &agreeing, &target.facts, target.len());
        let target_weights = weights(&target.facts, &agreeing_back, &source.facts, source.len());
        Self { agreeing, agreeing_back, source: source_weights, target: target_weights }
    }

    /// No fact tells anything.
    pub(crate) fn none(source: &Prepared<'_>, target: &Prepared<'_>) -> Self {
        let counts = [source.facts.values.len(), target.facts.values.len()];
        let nothing = |count: usize| vec![Weight { stated: 0.0, missing: 0.0 }; count];
        let [agreeing, agreeing_back] = counts.map(|count| vec![Vec::new(); count]);
        Self { agreeing, agreeing_back, source: nothing(counts[0]), target: nothing(counts[1]) }
    }

    /// Log-likelihood ratio of the facts on both sides of a bead of `x` source segments from `i` on and `y` target
    /// segments from `j` on.
    pub(crate) fn score(
        &self,
        (source, i, x): (&Prepared<'_>, usize, usize),
        (target, j, y): (&Prepared<'_>, usize, usize),
    ) -> f64 {
        let none = |version: &Prepared<'_>, from: usize, to: usize| {
            version.facts.bags.start(from) == version.facts.bags.start(to)
        };
        if none(source, i, i + x) && none(target, j, j + y) {
            return 0.0;
        }
        let on_source = (i..i + x).flat_map(|at| source.facts.bags.of(at));
        let on_target = (j..j + y).flat_map(|at| target.facts.bags.of(at));
        // Each agreement is seen from both sides, so each side counts half.
        0.5 * (side(on_source.clone(), &on_target, &self.agreeing, &self.source)
            + side(on_target, &on_source, &self.agreeing_back, &self.target))
    }

    /// What [`score`](Self::score) adds up: values that agree, and those that one side lacks, each with its part.
    pub(crate) fn told(
        &self,
        (source, i): (&Prepared<'_>, Range<usize>),
        (target, j): (&Prepared<'_>, Range<usize>),
    ) -> Vec<(Option<u32>, Option<u32>, f64)> {
        let values = |version: &Prepared<'_>, units: Range<usize>| -> Vec<u32> {
            units.flat_map(|at| version.facts.bags.of(at).iter().copied()).collect()
        };
        let (on_source, mut on_target) = (values(source, i), values(target, j));
        let all_on_target = on_target.clone();
        let mut told = Vec::new();
        for s in on_source.iter().copied() {
            let agreeing = &self.agreeing[s as usize];
            let Weight { stated, missing } = self.source[s as usize];
            if !all_on_target.iter().any(|t| agreeing.binary_search(t).is_ok()) {
                told.push((Some(s), None, 0.5 * missing));
                continue;
            }
            // Each is told once, with what it is the first to agree with.
            let at = on_target.iter().position(|t| agreeing.binary_search(t).is_ok());
            let t = at.map(|at| on_target.remove(at));
            told.push((Some(s), t, 0.5 * (stated + t.map_or(0.0, |t| self.target[t as usize].stated))));
        }
        for t in on_target {
            let Weight { stated, missing } = self.target[t as usize];
            let agrees = on_source.iter().any(|s| self.agreeing_back[t as usize].binary_search(s).is_ok());
            told.push((None, Some(t), 0.5 * if agrees { stated } else { missing }));
        }
        told.retain(|(.., weight)| *weight != 0.0);
        told
    }

    /// The target values that agree with a source value, and how telling that is.
    pub(crate) fn agreeing(&self, value: u32) -> impl Iterator<Item = (u32, f64)> {
        let stated = self.source[value as usize].stated;
        self.agreeing[value as usize].iter().map(move |t| (*t, 0.5 * (stated + self.target[*t as usize].stated)))
    }
}

fn side<'a>(
    these: impl Iterator<Item = &'a u32>,
    others: &(impl Iterator<Item = &'a u32> + Clone),
    agreeing: &[Vec<u32>],
    weights: &[Weight],
) -> f64 {
    these
        .map(|value| {
            let agreeing = &agreeing[*value as usize];
            let stated = others.clone().any(|other| agreeing.binary_search(other).is_ok());
            let weight = weights[*value as usize];
            if stated { weight.stated } else { weight.missing }
        })
        .sum()
}

fn weights(
    these: &PreparedFacts<'_>,
    agreeing: &[Vec<u32>],
    others: &PreparedFacts<'_>,
    other_segments: usize,
) -> Vec<Weight> {
    let weight = |(fact, agreeing): (&&Fact, &Vec<u32>)| {
        let having: u32 = agreeing.iter().map(|other| others.frequency[*other as usize]).sum();
        // One more of each, so that a value that the other version lacks is rare, not impossible.
        let chance = (f64::from(having) + 0.5) / (other_segments as f64 + 1.0);
        let chance = chance.min(0.95);
        let kept = kept(fact);
        let stated = kept + (1.0 - kept) * chance;
        Weight {
            stated: (stated / chance).ln(),
            // What is only a possible rendering is never missed.
            missing: if fact.salience == Salience::Silent { 0.0 } else { ((1.0 - stated) / (1.0 - chance)).ln() },
        }
    };
    these.values.iter().zip(agreeing).map(weight).collect()
}

/// Target values that agree with each source value. Values are compared only where they may agree: numbers by their
/// number, years with numbers, the rest by their kind.
fn agreeing(source: &PreparedFacts<'_>, target: &PreparedFacts<'_>) -> Vec<Vec<u32>> {
    let mut index: HashMap<String, Vec<u32>> = HashMap::new();
    for (t, fact) in target.values.iter().enumerate() {
        for key in keys(fact) {
            index.entry(key).or_default().push(t as u32);
        }
    }
    source
        .values
        .iter()
        .map(|fact| {
            let mut found: Vec<u32> = keys(fact).iter().filter_map(|key| index.get(key)).flatten().copied().collect();
            found.sort_unstable();
            found.dedup();
            found.retain(|t| agree(fact, target.values[*t as usize]));
            found
        })
        .collect()
}

fn agree(a: &Fact, b: &Fact) -> bool {
    a.readings().any(|(a, _)| b.readings().any(|(b, _)| a.agrees_with(b)))
}

/// Keys of which two facts that agree have one in common.
fn keys(fact: &Fact) -> Vec<String> {
    let mut keys = Vec::new();
    for (value, _) in fact.readings() {
        match value {
            Value::Quantity(quantity) => keys.push(quantity.number.normalize().to_string()),
            Value::Date(date) => {
                keys.extend(date.year.map(|year| year.to_string()));
                keys.extend(date.century().map(|century| century.to_string()));
                keys.extend(date.quarter.map(|quarter| format!("quarter {quarter}")));
                keys.extend(date.month.map(|month| format!("month {month}")));
                keys.extend(date.day.map(|day| format!("day {day}")));
                keys.extend(date.weekday.map(|weekday| format!("weekday {weekday}")));
            }
            Value::Time(time) => {
                keys.push(TimeOfDay { zone: None, ..*time }.to_string());
                keys.extend(time.universal().map(|minutes| format!("{} UTC", TimeOfDay::from(minutes))));
            }
            Value::Identifier(_) | Value::Link(_) => keys.push(value.to_string()),
            Value::Negation(_) => keys.push("negation".to_owned()),
        }
    }
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::paragraphs;

    #[test]
    fn the_same_number_in_other_words_is_evidence() {
        let english = paragraphs("en", "In 2019 there were 90,000 schools. Then 10 million came. Nobody knew.");
        let japanese = paragraphs("ja", "2019年には9万校ありました。その後1000万人が来ました。誰も知りませんでした。");
        let (source, target) = (Prepared::new(&english), Prepared::new(&japanese));
        let evidence = FactEvidence::new(&source, &target);
        let score = |i, j| evidence.score((&source, i, 1), (&target, j, 1));
        assert!(score(0, 0) > 1.0 && score(1, 1) > 0.5, "{} {}", score(0, 0), score(1, 1));
        assert!(score(0, 1) < -1.0 && score(1, 0) < -1.0, "{} {}", score(0, 1), score(1, 0));
        assert!(score(0, 0) > evidence.score((&source, 0, 1), (&target, 0, 2)), "the second has a number too many");
    }

    #[test]
    fn no_facts_no_evidence() {
        let (english, french) = (paragraphs("en", "It rains. He left."), paragraphs("fr", "Il pleut. Il est parti."));
        let (source, target) = (Prepared::new(&english), Prepared::new(&french));
        let evidence = FactEvidence::new(&source, &target);
        assert_eq!(evidence.score((&source, 0, 1), (&target, 0, 1)), 0.0);
    }
}
