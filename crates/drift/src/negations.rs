//! Which negations of a bead have no counterpart: those of both sides are tied one by one.
//!
//! A negation may be rendered by one, or by a word of negative sense (*refuse*, *without*, *un-*); such a word by its like,
//! or by nothing; a loose one (*until*, *not only*) by any of them, or, mostly, by nothing. Ties between places that are far apart in the two sentences are dearer, and the cheapest ties of all are
//! taken: so a word of negative sense that has its own counterpart does not make up for a negation elsewhere.

use crate::matching::{Kind, kind_of};
use crate::view::View;
use parallax_core::facts::{Polarity, Salience};
use parallax_core::{Bead, Value, Version};
use std::ops::Range;

/// The most negations of one side that are tied; sentences with more say too little by any one of them.
const MOST: usize = 8;
/// What it costs to leave a sure negation without counterpart.
const LONE: f32 = 1.0;
/// The same for a word of negative sense, which another language may well render by a plain one.
const LONE_WORD: f32 = 0.75;
/// The same for a loose one.
const LONE_LOOSE: f32 = 0.1;
/// What it costs to tie two that are not alike.
const UNLIKE: f32 = 0.3;
/// How much less places say where only one of the two languages has its verbs at the end.
const TURNED: f32 = 0.5;

/// How a negation is expressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// It surely negates.
    Sure,
    /// It says that something is lacking (*without*).
    Lacking,
    /// It has a negative sense.
    Word,
    /// It mostly says something else, or goes on with another negation.
    Loose,
}

/// A negation without counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lone {
    /// The side it is on: the source (`false`) or the target.
    pub(crate) target: bool,
    /// Its fact.
    pub(crate) fact: usize,
    pub(crate) cue: Cue,
    /// Whether the other side negates nothing at all.
    pub(crate) only_side: bool,
}

/// A negation of one side: where it stands in the sentence, from 0 to 1.
#[derive(Debug, Clone, Copy)]
struct Negation {
    fact: usize,
    cue: Cue,
    at: f32,
}

/// The negations of one side of a bead.
#[derive(Debug)]
struct Side {
    list: [Negation; MOST],
    len: usize,
}

impl Side {
    /// Reads the negations of some segments; `None` where there are too many.
    fn of(version: &Version, segments: Range<usize>) -> Option<Self> {
        let mut side = Self { list: [Negation { fact: 0, cue: Cue::Word, at: 0.0 }; MOST], len: 0 };
        let list = version.segments.get(segments)?;
        let mut before = 0;
        for segment in list {
            for fact in segment.facts.clone() {
                let read = &version.facts[fact];
                if kind_of(&read.value) != Kind::Negation {
                    continue;
                }
                let middle = (read.range.start + read.range.end) / 2;
                let at = (before + middle.saturating_sub(segment.range.start)) as f32;
                let cue = match (&read.value, read.salience) {
                    (Value::Negation(Polarity::Sure), Salience::Firm) => Cue::Sure,
                    (Value::Negation(Polarity::Lexical), Salience::Soft) => Cue::Lacking,
                    _ if read.weight < 1.0 => Cue::Loose,
                    _ => Cue::Word,
                };
                *side.list.get_mut(side.len)? = Negation { fact, cue, at };
                side.len += 1;
            }
            before += segment.range.end - segment.range.start;
        }
        let length = before.max(1) as f32;
        for negation in &mut side.list[..side.len] {
            negation.at /= length;
        }
        Some(side)
    }

    fn list(&self) -> &[Negation] {
        &self.list[..self.len]
    }
}

/// The first negation of a bead that has no counterpart, if any: sure ones first. No two sides are ever left with a
/// sure one each, for these would be tied.
pub(crate) fn lone(view: &View<'_>, bead: &Bead) -> Option<Lone> {
    let source = Side::of(view.side(false), bead.source.clone())?;
    let target = Side::of(view.side(true), bead.target.clone())?;
    if source.len == 0 && target.len == 0 {
        return None;
    }
    let verb_final = |target| view.side(target).locale.knowledge().verb_final;
    let distance = if verb_final(false) == verb_final(true) { 1.0 } else { TURNED };
    let (left_of_source, left_of_target) = left(source.list(), target.list(), distance);
    let found = |target_side: bool, cue: Cue| {
        let (own, other, left) =
            if target_side { (&target, &source, left_of_target) } else { (&source, &target, left_of_source) };
        let mut alone = own.list().iter().enumerate().filter(|(index, _)| left & (1 << index) != 0);
        let (_, negation) = alone.find(|(_, negation)| negation.cue == cue)?;
        Some(Lone { target: target_side, fact: negation.fact, cue, only_side: other.len == 0 })
    };
    found(false, Cue::Sure)
        .or_else(|| found(true, Cue::Sure))
        // That something is lacking is missed only where the other side has nothing that may say so.
        .or_else(|| found(false, Cue::Lacking).or_else(|| found(true, Cue::Lacking)).filter(|lone| lone.only_side))
}

/// The negations of either side that the cheapest ties leave alone, as bits. `distance` is what it costs to stand at the
/// two ends.
fn left(source: &[Negation], target: &[Negation], distance: f32) -> (usize, usize) {
    let all = |list: &[Negation]| (1 << list.len()) - 1;
    if source.is_empty() || target.is_empty() {
        return (all(source), all(target));
    }
    // The cheapest way to have tied each set of the target's: cost, and what is left of the source's.
    let mut best = [(f32::INFINITY, 0_usize); 1 << MOST];
    best[0] = (0.0, 0);
    let sets = 1 << target.len();
    for (index, negation) in source.iter().enumerate() {
        // From the largest set down, each still holds what it was before this one came.
        for set in (0..sets).rev() {
            let (cost, alone) = best[set];
            let mut cheapest = (cost + lone_cost(*negation), alone | 1 << index);
            for (at, other) in target.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0) {
                let (cost, alone) = best[set & !(1 << at)];
                let tied = cost + tie_cost(*negation, *other, distance);
                if tied < cheapest.0 {
                    cheapest = (tied, alone);
                }
            }
            best[set] = cheapest;
        }
    }
    let rest = |set: usize| -> f32 {
        let alone = target.iter().enumerate().filter(|(at, _)| set & (1 << at) == 0);
        alone.map(|(_, negation)| lone_cost(*negation)).sum()
    };
    let mut cheapest = (f32::INFINITY, 0, 0);
    for (set, (cost, alone)) in best.iter().enumerate().take(sets) {
        let cost = cost + rest(set);
        if cost < cheapest.0 {
            cheapest = (cost, set, *alone);
        }
    }
    (cheapest.2, all(target) & !cheapest.1)
}

fn lone_cost(negation: Negation) -> f32 {
    match negation.cue {
        Cue::Sure => LONE,
        Cue::Lacking | Cue::Word => LONE_WORD,
        Cue::Loose => LONE_LOOSE,
    }
}

fn tie_cost(a: Negation, b: Negation, distance: f32) -> f32 {
    let kind = |negation: Negation| if negation.cue == Cue::Lacking { Cue::Word } else { negation.cue };
    let unlike = if kind(a) == kind(b) { 0.0 } else { UNLIKE };
    unlike + (a.at - b.at).abs() * distance
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `S0.5`: a sure negation in the middle; `w`: a word of negative sense; `l`: a loose one.
    fn list(text: &str) -> Vec<Negation> {
        let read = |(fact, part): (usize, &str)| {
            let cue = match &part[..1] {
                "S" => Cue::Sure,
                "w" => Cue::Word,
                _ => Cue::Loose,
            };
            Negation { fact, cue, at: part[1..].parse().expect("a number") }
        };
        text.split_whitespace().enumerate().map(read).collect()
    }

    #[test]
    fn negations_are_tied_where_they_stand() {
        for (source, target, wanted) in [
            ("S0.5", "S0.6", (0, 0)),
            ("S0.5", "w0.5", (0, 0)),
            ("S0.2 S0.8", "S0.75", (0b01, 0)),
            ("S0.2 S0.8", "S0.25", (0b10, 0)),
            // The word has its own counterpart: it does not make up for the negation.
            ("S0.6 w0.7", "w0.7", (0b01, 0)),
            // It stands for the negation; that which was beside it is no loss.
            ("S0.1 w0.9", "w0.1", (0b10, 0)),
            ("", "S0.5", (0, 0b1)),
            ("S0.05 w0.95", "S0.95", (0b01, 0)),
            ("S0.6 l0.8", "w0.5", (0b10, 0)),
        ] {
            assert_eq!(left(&list(source), &list(target), 1.0), wanted, "{source} | {target}");
        }
    }

    #[test]
    fn swapping_the_sides_swaps_what_is_left() {
        let sides = ["S0.1 w0.4 S0.8", "w0.3", "S0.2 S0.3 w0.9", "S0.7 w0.75", ""];
        for a in sides {
            for b in sides {
                let (x, y) = left(&list(a), &list(b), 1.0);
                assert_eq!(left(&list(b), &list(a), 1.0), (y, x), "{a} | {b}");
            }
        }
    }
}
