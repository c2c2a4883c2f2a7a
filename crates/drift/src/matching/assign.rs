//! The assignment of facts to each other: the surest ties first.
//!
//! Each step ties facts that no step before has tied: agreement in the bead, agreement next to it, parts, differences,
//! repetitions. Facts that agree are tied the best pair first: by how well they agree, then by how near they stand.
//! Facts that differ are tied so that the bead costs least in all, since each pair takes a better one away.

use super::cheapest::{self, Edge};
use super::compare::{Kind, agreement, compared, difference, kind_of};
use super::parts::Parts;
use super::side::{Side, Sides};
use super::{Bond, Difference, Missing, Tie, broken, is_negation};
use crate::links::Links;
use parallax_core::facts::{Salience, Unit};
use parallax_core::{Bead, Fact, Value};
use std::collections::BTreeMap;
use std::ops::Range;

/// How many beads away a fact may have moved to.
const NEIGHBOURS: usize = 2;

/// How many facts may stand in a bead so that each is compared with each.
const MANY: usize = 512;

struct State<'a> {
    sides: &'a Sides<'a>,
    links: &'a Links,
    source: Vec<Option<Tie>>,
    target: Vec<Option<Tie>>,
}

/// Ties the facts of both sides.
pub(super) fn assign(sides: &Sides<'_>, links: &Links) -> (Vec<Tie>, Vec<Tie>) {
    let mut state = State {
        sides,
        links,
        source: vec![None; sides.source.facts.len()],
        target: vec![None; sides.target.facts.len()],
    };
    state.agree(0, Bond::Same);
    if state.source.iter().chain(&state.target).all(Option::is_some) {
        // As most often: there is nothing left to tie.
        return state.finish();
    }
    // In a single bead there is none next to it, and all facts that agree are tied, but in a list of thousands.
    if sides.beads.len() > 1 || sides.source.facts.len().max(sides.target.facts.len()) > MANY {
        (1..=NEIGHBOURS).for_each(|reach| state.agree(reach, Bond::Moved));
        state.agree_in_blocks();
    }
    state.agree_anywhere();
    let beads = 0..sides.beads.len();
    beads.clone().for_each(|bead| state.parts(bead));
    beads.clone().for_each(|bead| state.copies(bead));
    beads.clone().for_each(|bead| state.broken(bead));
    state.differ(0);
    beads.clone().for_each(|bead| state.swapped(bead));
    state.differ(1);
    beads.for_each(|bead| state.repetitions(bead));
    state.finish()
}

/// Of the facts of a bead, those that may answer to the fact `at` of `count` on the other side: all, but in a list of
/// thousands of numbers only those about as far into it.
fn window(at: usize, count: usize, facts: &Range<usize>) -> Range<usize> {
    const WIDE: usize = 128;
    if facts.len() <= MANY {
        return facts.clone();
    }
    let middle = facts.start + at * facts.len() / count.max(1);
    middle.saturating_sub(WIDE / 2).max(facts.start)..(middle + WIDE / 2).min(facts.end)
}

/// Whether of two facts that nobody misses only one is of a measure: *eine Fahrt* says nothing of *una hora*.
fn are_unlike_ones(a: &Fact, b: &Fact) -> bool {
    let measure =
        |fact: &Fact| matches!(&fact.value, Value::Quantity(quantity) if matches!(quantity.unit, Unit::Measure(_)));
    a.salience == Salience::Silent && b.salience == Salience::Silent && measure(a) != measure(b)
}

fn around(bead: usize, reach: usize, count: usize) -> Range<usize> {
    bead.saturating_sub(reach)..(bead + reach + 1).min(count)
}

/// A pair that may be tied, and what it costs: class, then distance.
struct Candidate {
    cost: (u8, f32),
    source: usize,
    target: usize,
    bond: Bond,
}

impl State<'_> {
    /// Ties facts that say the same in beads that are at most `reach` apart.
    fn agree(&mut self, reach: usize, bond: Bond) {
        let candidates = self.candidates(reach, |source, target| self.agreeing(source, target, bond));
        self.take(candidates);
    }

    /// What `judge` makes of all pairs of facts that nothing is tied to yet, in beads that are at most `reach` apart.
    fn candidates(&self, reach: usize, judge: impl Fn(usize, usize) -> Option<Candidate>) -> Vec<Candidate> {
        let count = self.sides.beads.len();
        let mut candidates = Vec::new();
        for bead in 0..count {
            let sources = &self.sides.source.of_bead[bead];
            for source in sources.clone().filter(|fact| self.source[*fact].is_none()) {
                for other in around(bead, reach, count) {
                    let window = window(source - sources.start, sources.len(), &self.sides.target.of_bead[other]);
                    let targets = window.filter(|fact| self.target[*fact].is_none());
                    candidates.extend(targets.filter_map(|target| judge(source, target)));
                }
            }
        }
        candidates
    }

    fn agreeing(&self, source: usize, target: usize, bond: Bond) -> Option<Candidate> {
        let (a, b) = (&self.sides.source.facts[source], &self.sides.target.facts[target]);
        let (tier, weight) = agreement(a, b, self.links)?;
        // A fact that nobody misses is not looked for elsewhere, and a sentence is not negated by another one.
        let wanted = a.salience != Salience::Silent || b.salience != Salience::Silent;
        if bond == Bond::Moved && (!wanted || is_negation(&a.value)) {
            return None;
        }
        if self.is_stand_in(source, target) || are_unlike_ones(a, b) {
            return None;
        }
        // An improbable reading still agrees, but later than a probable one; what stands in code on one side only, last.
        let class =
            (3 - tier) * 2 + u8::from(weight < 0.3) + if self.is_code_beside_prose(source, target) { 8 } else { 0 };
        Some(Candidate { cost: (class, self.distance(source, target)), source, target, bond })
    }

    /// Whether one of two facts stands in code and the other does not.
    fn is_code_beside_prose(&self, source: usize, target: usize) -> bool {
        self.sides.source.in_code[source] != self.sides.target.in_code[target]
    }

    /// Whether one of two facts is a word that hardly is a date (*dez*, *mars*), in the place of a date that is there,
    /// and another one: it must not hide the difference.
    fn is_stand_in(&self, source: usize, target: usize) -> bool {
        let (a, b) = (&self.sides.source, &self.sides.target);
        let silent = |side: &Side<'_>, fact: usize| side.facts[fact].salience == Salience::Silent;
        let dates = |side: &Side<'_>, bead: usize| {
            let range = side.of_bead[bead].clone();
            range
                .filter(|fact| kind_of(&side.facts[*fact].value) == Kind::Date && !silent(side, *fact))
                .collect::<Vec<_>>()
        };
        if kind_of(&a.facts[source].value) != Kind::Date || silent(a, source) == silent(b, target) {
            return false;
        }
        let (sources, targets) = (dates(a, a.beads[source]), dates(b, b.beads[target]));
        let agree = |s: usize, t: usize| agreement(&a.facts[s], &b.facts[t], self.links).is_some();
        if silent(b, target) {
            targets.iter().any(|t| !sources.iter().any(|s| agree(*s, *t)))
        } else {
            sources.iter().any(|s| !targets.iter().any(|t| agree(*s, *t)))
        }
    }

    /// How far apart two facts stand: the difference of their places in their beads, and one for each bead between.
    fn distance(&self, source: usize, target: usize) -> f32 {
        let (a, b) = (&self.sides.source, &self.sides.target);
        let beads = a.beads[source].abs_diff(b.beads[target]);
        (a.positions[source] - b.positions[target]).abs() + beads as f32
    }

    /// Ties the candidates, the cheapest first, while both facts are free.
    fn take(&mut self, mut candidates: Vec<Candidate>) {
        let order = |it: &Candidate| (it.cost.0, it.source, it.target);
        candidates
            .sort_by(|a, b| a.cost.0.cmp(&b.cost.0).then(a.cost.1.total_cmp(&b.cost.1)).then(order(a).cmp(&order(b))));
        for candidate in candidates {
            if self.source[candidate.source].is_none() && self.target[candidate.target].is_none() {
                self.source[candidate.source] = Some(Tie::Fact(candidate.target, candidate.bond));
                self.target[candidate.target] = Some(Tie::Fact(candidate.source, candidate.bond));
            }
        }
    }

    /// Ties facts that say the same in two beads of one block bead, however far apart.
    fn agree_in_blocks(&mut self) {
        let mut blocks: BTreeMap<usize, Range<usize>> = BTreeMap::new();
        for (bead, block) in self.sides.block_beads.iter().enumerate().filter(|(_, block)| **block != usize::MAX) {
            blocks.entry(*block).or_insert(bead..bead).end = bead + 1;
        }
        for (block, range) in blocks {
            for bead in range.clone().filter(|bead| self.sides.block_beads[*bead] == block) {
                let mut candidates = Vec::new();
                for source in free(&self.source, &self.sides.source.of_bead[bead]) {
                    for other in range.clone().filter(|bead| self.sides.block_beads[*bead] == block) {
                        for target in free(&self.target, &self.sides.target.of_bead[other]) {
                            candidates.extend(self.agreeing(source, target, Bond::Moved));
                        }
                    }
                }
                self.take(candidates);
            }
        }
    }

    /// Ties facts that each side says once in the whole document: they were moved, with their sentence or without.
    fn agree_anywhere(&mut self) {
        let open = |facts: &[Fact], ties: &[Option<Tie>]| (0..facts.len()).any(|at| may_move(&facts[at], &ties[at]));
        if !open(self.sides.source.facts, &self.source) || !open(self.sides.target.facts, &self.target) {
            return;
        }
        let sources = said_once(self.sides.source.facts, &self.source);
        let targets = said_once(self.sides.target.facts, &self.target);
        let pairs = sources.iter().filter_map(|(value, source)| Some((*source, *targets.get(value)?)));
        let tie = |(source, target)| Candidate { cost: (0, 0.0), source, target, bond: Bond::Moved };
        let candidates = pairs.map(tie).collect();
        self.take(candidates);
    }

    /// Ties facts of a bead that the other side says as a part of something, or in parts.
    fn parts(&mut self, bead: usize) {
        let (a, b) = (&self.sides.source, &self.sides.target);
        let is_open = |ties: &[Option<Tie>], side: &Side<'_>| side.of_bead[bead].clone().any(|at| ties[at].is_none());
        let source_parts = is_open(&self.target, b).then(|| parts_of(a, &self.source, b.facts, bead));
        let target_parts = is_open(&self.source, a).then(|| parts_of(b, &self.target, a.facts, bead));
        for (ties, side, parts) in [(&mut self.source, a, target_parts), (&mut self.target, b, source_parts)] {
            let Some(parts) = parts else { continue };
            for fact in free(ties, &side.of_bead[bead]) {
                if parts.say(&side.facts[fact]) {
                    ties[fact] = Some(Tie::Parts);
                }
            }
        }
    }

    /// Ties facts of a bead that the other side has as they are written, in words that its language need not know
    /// (`Feb-21` in a Japanese table).
    fn copies(&mut self, bead: usize) {
        /// How many facts of a bead are looked for in its text at most.
        const COPIES: usize = 256;
        let (a, b) = (&self.sides.source, &self.sides.target);
        let units = &self.sides.beads[bead];
        for (ties, side, other, segments) in
            [(&mut self.source, a, b, &units.target), (&mut self.target, b, a, &units.source)]
        {
            for fact in free(ties, &side.of_bead[bead]).into_iter().take(COPIES) {
                let may = matches!(kind_of(&side.facts[fact].value), Kind::Date | Kind::Time | Kind::Quantity);
                if may && other.copies(segments, side, fact) {
                    ties[fact] = Some(Tie::Parts);
                }
            }
        }
    }

    /// Ties numbers of a bead that the other side has broken by spaces.
    fn broken(&mut self, bead: usize) {
        let (a, b) = (&self.sides.source, &self.sides.target);
        for turned in [false, true] {
            let (mine, theirs) = (&mut self.source, &mut self.target);
            let (ties, side, others, other) = if turned { (theirs, b, mine, a) } else { (mine, a, theirs, b) };
            let wholes = free(others, &other.of_bead[bead]);
            if wholes.is_empty() {
                continue;
            }
            for run in broken::runs(side, ties, bead) {
                let open = |fact: &usize| others[*fact].is_none() && run.is(side.facts, &other.facts[*fact]);
                let Some(whole) = wholes.iter().copied().find(open) else { continue };
                if ties[run.facts.clone()].iter().all(Option::is_none) {
                    ties[run.facts].fill(Some(Tie::Parts));
                    others[whole] = Some(Tie::Parts);
                }
            }
        }
    }

    /// Whether a fact is left on each side that nothing is tied to.
    fn is_open(&self) -> bool {
        [&self.source, &self.target].into_iter().all(|ties| ties.iter().any(Option::is_none))
    }

    /// Ties facts that stand for each other and differ, in beads that are at most `reach` apart: across beads only
    /// where both have two sides, in one block, and both facts are firm.
    fn differ(&mut self, reach: usize) {
        // What the other side says already, somewhere else in the bead, is rather said twice than changed.
        if !self.is_open() {
            return;
        }
        let twice = (self.said_twice(false), self.said_twice(true));
        let candidates = self.candidates(reach, |source, target| {
            let (bead, other) = (self.sides.source.beads[source], self.sides.target.beads[target]);
            let paired = |bead: usize| self.sides.beads[bead].is_paired();
            let next_to = bead != other;
            let may = !next_to || (paired(bead) && paired(other) && self.sides.same_block(bead, other));
            let twice = twice.0[source] || twice.1[target];
            may.then(|| self.differing(source, target, next_to, twice)).flatten()
        });
        self.take_cheapest(&candidates);
    }

    /// Ties the candidates that cost least together; each bead's apart where they stay in it.
    fn take_cheapest(&mut self, candidates: &[Candidate]) {
        /// More than any two costs within a class are apart.
        const CLASS: f32 = 6.0;
        // Candidates come in the order of their source's bead; those of one bead have nothing to do with others unless a
        // target stands in another bead.
        let (sources, targets) = (&self.sides.source.beads, &self.sides.target.beads);
        let within = candidates.iter().all(|it| sources[it.source] == targets[it.target]);
        let mut rest = candidates;
        while let Some(first) = rest.first() {
            let in_bead = |it: &&Candidate| sources[it.source] == sources[first.source];
            let count = if within { rest.iter().take_while(in_bead).count() } else { rest.len() };
            let (batch, others) = rest.split_at(count);
            rest = others;
            let edge = |it: &Candidate| Edge {
                row: it.source,
                column: it.target,
                cost: f32::from(it.cost.0) * CLASS + it.cost.1.clamp(0.0, CLASS),
            };
            let edges: Vec<Edge> = batch.iter().map(edge).collect();
            for index in cheapest::assign(&edges) {
                let candidate = &batch[index];
                self.source[candidate.source] = Some(Tie::Fact(candidate.target, candidate.bond));
                self.target[candidate.target] = Some(Tie::Fact(candidate.source, candidate.bond));
            }
        }
    }

    /// Finds the pairs of a bead whose units changed places.
    fn swapped(&mut self, bead: usize) {
        /// How many facts of a bead may differ in their unit: of more, nobody can say which went where.
        const MOST: usize = 16;
        let (a, b) = (&self.sides.source, &self.sides.target);
        let differ = |fact: usize| match self.source[fact] {
            Some(Tie::Fact(other, Bond::Differs(Difference::Unit))) => {
                Some((fact, other, units_of(&a.facts[fact], &b.facts[other])?))
            }
            _ => None,
        };
        let pairs: Vec<_> = a.of_bead[bead].clone().filter_map(differ).collect();
        let mut swaps = Vec::new();
        for (at, (_, _, units)) in pairs.iter().enumerate().take(MOST) {
            let back = |(_, _, other): &&(usize, usize, (Unit, Unit))| *other == (units.1, units.0);
            if units.0 != units.1 && !swaps.contains(&at) {
                swaps.extend(
                    pairs
                        .iter()
                        .skip(at + 1)
                        .position(|pair| back(&pair))
                        .map(|offset| [at, at + 1 + offset])
                        .into_iter()
                        .flatten(),
                );
            }
        }
        for at in swaps {
            let (source, target, _) = pairs[at];
            self.source[source] = Some(Tie::Fact(target, Bond::Differs(Difference::Swapped)));
            self.target[target] = Some(Tie::Fact(source, Bond::Differs(Difference::Swapped)));
        }
    }

    /// For each fact of the source (`false`) or target (`true`) that nothing is tied to yet, whether some fact of the
    /// other side of its bead says the same.
    fn said_twice(&self, target: bool) -> Vec<bool> {
        let (side, other, ties) = if target {
            (&self.sides.target, &self.sides.source, &self.target)
        } else {
            (&self.sides.source, &self.sides.target, &self.source)
        };
        let mut said = vec![false; side.facts.len()];
        for (own, others) in side.of_bead.iter().zip(&other.of_bead) {
            for fact in free(ties, own) {
                let agrees = |other_fact: usize| {
                    // What code says is no second saying of what the text says.
                    if side.in_code[fact] != other.in_code[other_fact] {
                        return false;
                    }
                    let (a, b) = (&side.facts[fact], &other.facts[other_fact]);
                    agreement(a, b, self.links).is_some() && !are_unlike_ones(a, b)
                };
                said[fact] = window(fact - own.start, own.len(), others).any(agrees);
            }
        }
        said
    }

    fn differing(&self, source: usize, target: usize, next_to: bool, twice: bool) -> Option<Candidate> {
        let (a, b) = (&self.sides.source, &self.sides.target);
        let distance = (a.positions[source] - b.positions[target]).abs();
        let (how, cost) = difference(&a.facts[source], &b.facts[target], distance)?;
        let firm = |fact: &Fact| fact.salience == Salience::Firm;
        if next_to && !(firm(&a.facts[source]) && firm(&b.facts[target])) {
            return None;
        }
        if twice && cost > 0.3 {
            return None;
        }
        let doubt = usize::from(how == Difference::Vagueness);
        let class = if next_to { 2 } else { 0 } + doubt as u8;
        Some(Candidate { cost: (class, cost), source, target, bond: Bond::Differs(how) })
    }

    /// Ties what is left with facts that say the same and have their counterpart already.
    fn repetitions(&mut self, bead: usize) {
        let beads = around(bead, NEIGHBOURS, self.sides.beads.len());
        let (a, b) = (&self.sides.source, &self.sides.target);
        for (ties, side, other_side) in [(&mut self.source, a, b), (&mut self.target, b, a)] {
            for fact in free(ties, &side.of_bead[bead]) {
                if is_negation(&side.facts[fact].value) {
                    continue;
                }
                let own = &side.of_bead[bead];
                let mut others =
                    beads.clone().flat_map(|at| window(fact - own.start, own.len(), &other_side.of_bead[at]));
                let says =
                    |other: &usize| agreement(&side.facts[fact], &other_side.facts[*other], self.links).is_some();
                if let Some(other) = others.find(says) {
                    ties[fact] = Some(Tie::Fact(other, Bond::Repeated));
                }
            }
        }
    }

    /// Gives the facts that nothing is tied to the reason why.
    fn finish(self) -> (Vec<Tie>, Vec<Tie>) {
        let beads = self.sides.beads;
        let close = |ties: Vec<Option<Tie>>, side: &Side<'_>, has_other: fn(&Bead) -> bool| -> Vec<Tie> {
            let reason = |index: usize| {
                if side.facts[index].salience == Salience::Silent {
                    Missing::Unimportant
                } else if beads.get(side.beads[index]).is_some_and(has_other) {
                    Missing::Unsaid
                } else {
                    Missing::NoCounterpart
                }
            };
            ties.into_iter().enumerate().map(|(index, tie)| tie.unwrap_or_else(|| Tie::Alone(reason(index)))).collect()
        };
        let source = close(self.source, &self.sides.source, |bead| !bead.target.is_empty());
        let target = close(self.target, &self.sides.target, |bead| !bead.source.is_empty());
        (source, target)
    }
}

/// The units of two quantities, in the readings in which they are compared.
fn units_of(a: &Fact, b: &Fact) -> Option<(Unit, Unit)> {
    match compared(a, b)? {
        (Value::Quantity(a), Value::Quantity(b)) => Some((a.unit, b.unit)),
        _ => None,
    }
}

/// The facts of a range that nothing is tied to yet.
fn free(ties: &[Option<Tie>], range: &Range<usize>) -> Vec<usize> {
    range.clone().filter(|fact| ties[*fact].is_none()).collect()
}

/// Whether a fact that nothing is tied to may stand anywhere in the other side.
fn may_move(fact: &Fact, tie: &Option<Tie>) -> bool {
    tie.is_none() && fact.salience == Salience::Firm && !is_negation(&fact.value)
}

/// The firm facts that a side says once in the whole document and that nothing is tied to yet, by their value.
fn said_once(facts: &[Fact], ties: &[Option<Tie>]) -> BTreeMap<String, usize> {
    let mut seen: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (index, fact) in facts.iter().enumerate() {
        seen.entry(fact.value.to_string()).or_insert((index, 0)).1 += 1;
    }
    let is_rare = |index: usize, count: usize| count == 1 && may_move(&facts[index], &ties[index]);
    seen.into_iter().filter(|(_, (index, count))| is_rare(*index, *count)).map(|(value, (at, _))| (value, at)).collect()
}

/// The numbers that one side of a bead says and that may say a fact of the other side in parts; what code says is no
/// part of what a text says.
fn parts_of(side: &Side<'_>, ties: &[Option<Tie>], others: &[Fact], bead: usize) -> Parts {
    let mut parts = Parts::default();
    for fact in side.of_bead[bead].clone().filter(|fact| !side.in_code[*fact]) {
        let counterpart = match ties[fact] {
            Some(Tie::Fact(other, _)) => Some(&others[other]),
            _ => None,
        };
        parts.add(&side.facts[fact], counterpart);
    }
    parts
}
