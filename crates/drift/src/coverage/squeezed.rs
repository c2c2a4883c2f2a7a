//! Text that an alignment took along with its neighbour: a bead of two sentences against one that is far too short for
//! both. One of the two has no counterpart; which one, their own words tell.

use super::Gap;
use crate::matching::{Bond, Matching, Tie};
use parallax_core::tokens::{TokenKind, Tokens};
use parallax_core::{Bead, Bitext, Version, identify};
use std::collections::BTreeSet;
use std::ops::Range;

/// A bead is suspicious where one side is longer than the other by this factor, lengths being what they are in the rest
/// of the text. Sentences that correspond are within a factor of 1.5 of it in nineteen cases of twenty (Gale and Church
/// 1993, whose variance of 6.8 a character gives 1.5 at 100 characters).
const TOO_LONG: f64 = 1.6;
/// What is left when the odd sentence is taken away must fit within this factor, or within so many standard deviations.
const FITS: f64 = 1.5;
const DEVIATIONS: f64 = 1.5;
/// The variance of the difference in length, a letter (Gale and Church 1993).
const VARIANCE: f64 = 6.8;
/// Sentences shorter than this, in letters, are taken along without harm.
const SHORTEST: f64 = 30.0;
/// How sure it is that such a sentence has no counterpart, where its neighbours have evidence that it has not.
const SURE: f64 = 0.8;
/// The same where nothing but the length speaks.
const LENGTH_ALONE: f64 = 0.55;

/// The gaps that beads with text on both sides hide.
pub(super) fn gaps(bitext: &Bitext<'_>, matching: &Matching) -> Vec<Gap> {
    let several = |bead: &&Bead| bead.is_paired() && (bead.source.len() > 1 || bead.target.len() > 1);
    let beads = || bitext.alignment.segments.iter().filter(several);
    if beads().next().is_none() {
        return Vec::new();
    }
    let usual = usual_ratio(bitext);
    beads().filter_map(|bead| of_bead(bitext, matching, bead, usual)).collect()
}

/// How much longer the target is than the source where they correspond one to one: the median. 1 where too little does.
fn usual_ratio(bitext: &Bitext<'_>) -> f64 {
    let is_plain = |bead: &&Bead| bead.source.len() == 1 && bead.target.len() == 1;
    let mut ratios: Vec<f64> = bitext
        .alignment
        .segments
        .iter()
        .filter(is_plain)
        .map(|bead| (weight(bitext.source, &bead.source), weight(bitext.target, &bead.target)))
        .filter(|(a, b)| *a >= SHORTEST && *b >= SHORTEST)
        .map(|(a, b)| b / a)
        .collect();
    ratios.sort_by(f64::total_cmp);
    if ratios.len() < 5 { 1.0 } else { ratios[ratios.len() / 2].clamp(0.5, 2.0) }
}

fn weight(version: &Version, segments: &Range<usize>) -> f64 {
    let all = segments.clone().filter(|segment| *segment < version.segments.len());
    all.map(|segment| identify::weight(version.segment_text(segment))).sum::<usize>() as f64
}

fn of_bead(bitext: &Bitext<'_>, matching: &Matching, bead: &Bead, usual: f64) -> Option<Gap> {
    let (source, target) = (weight(bitext.source, &bead.source) * usual, weight(bitext.target, &bead.target));
    let is_target = target > source;
    let (long, short, scale) = if is_target { (target, source, 1.0) } else { (source, target, usual) };
    let (version, other, segments, others) = if is_target {
        (bitext.target, bitext.source, &bead.target, &bead.source)
    } else {
        (bitext.source, bitext.target, &bead.source, &bead.target)
    };
    if segments.len() < 2 || short < SHORTEST || long < short * TOO_LONG {
        return None;
    }
    let words = words(other, others);
    // The sentence that shares the least with the other side, of those without which the lengths fit.
    let mut candidates: Vec<(usize, usize, f64)> = Vec::new();
    for segment in segments.clone() {
        let own = weight(version, &(segment..segment + 1)) * scale;
        let rest = long - own;
        if own >= SHORTEST && fits(rest, short) {
            candidates.push((segment, evidence(version, matching, is_target, segment, &words), own));
        }
    }
    let (odd, shared, own) = candidates.iter().copied().min_by(|a, b| a.1.cmp(&b.1).then(b.2.total_cmp(&a.2)))?;
    let rest = segments.clone().filter(|segment| *segment != odd);
    let rest: usize = rest.map(|segment| evidence(version, matching, is_target, segment, &words)).sum();
    if shared > 0 {
        return None;
    }
    let block = version.segments[odd].block;
    Some(Gap {
        target: is_target,
        segments: odd..odd + 1,
        blocks: (version.block_segments[block] == (odd..odd + 1)).then_some(block..block + 1),
        confidence: if rest > 0 { SURE } else { LENGTH_ALONE },
        weight: (own / scale) as usize,
        opposite: 0,
        anchor: if is_target { bead.source.start } else { odd },
        moved: None,
    })
}

/// Whether two texts of these lengths, in letters, may correspond.
fn fits(a: f64, b: f64) -> bool {
    let (long, short) = (a.max(b), a.min(b));
    long < short * FITS || long - short < DEVIATIONS * (VARIANCE * (long + short) / 2.0).sqrt()
}

/// How much a segment shares with the other side: facts that are the same there, and words that look the same.
fn evidence(version: &Version, matching: &Matching, target: bool, segment: usize, words: &BTreeSet<String>) -> usize {
    let ties = if target { matching.target() } else { matching.source() };
    let facts = version.segments[segment].facts.clone();
    let same = facts.filter(|fact| matches!(ties[*fact], Tie::Fact(_, Bond::Same)) && said(version, *fact)).count();
    let alike = self::words(version, &(segment..segment + 1));
    same + alike.intersection(words).count()
}

/// Whether a fact is one that tells sentences apart, rather than a word that every other sentence has.
fn said(version: &Version, fact: usize) -> bool {
    version.facts[fact].salience > parallax_core::facts::Salience::Silent
}

/// The beginnings of the longer words of some segments: names and international words begin alike.
fn words(version: &Version, segments: &Range<usize>) -> BTreeSet<String> {
    const BEGINNING: usize = 5;
    let mut all = BTreeSet::new();
    for segment in segments.clone().filter(|segment| *segment < version.segments.len()) {
        let tokens = Tokens::of(version.segment_text(segment));
        let is_word = |at: &usize| tokens.list()[*at].kind == TokenKind::Word;
        for word in (0..tokens.len()).filter(is_word).map(|at| tokens.folded(at)) {
            if word.chars().count() >= BEGINNING {
                all.insert(word.chars().take(BEGINNING).collect());
            }
        }
    }
    all
}
