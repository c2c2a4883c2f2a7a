//! Cues compared over a bead: *must* on one side and *may* on the other, *all* and *some*, *increase* and *decrease*.
//!
//! A change is two sure cues that contradict each other, one on each side, where each side has nothing at all that could
//! render the other's. A negation beside a cue may make it the other one (*not* … *all* is *some*), and then nothing is
//! known.

mod pairs;

pub(crate) use pairs::noun;

use crate::view::View;
use pairs::{Contrast, contrasts_of, is_direction, kin, negated};
use parallax_core::cues::{Category, Cue, Key};
use parallax_core::facts::Polarity;
use parallax_core::{Bead, TextRange, Value, Version, identify};
use std::ops::Range;

/// A set of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Keys([u64; 4]);

impl Keys {
    pub(crate) fn has(self, key: Key) -> bool {
        self.0[usize::from(key.number() / 64)] >> (key.number() % 64) & 1 == 1
    }

    pub(crate) fn add(&mut self, key: Key) {
        self.0[usize::from(key.number() / 64)] |= 1 << (key.number() % 64);
    }

    /// Those of both.
    pub(crate) fn with(self, others: Self) -> Self {
        Self([0, 1, 2, 3].map(|at| self.0[at] | others.0[at]))
    }

    /// Those that are not among others.
    fn without(self, others: Self) -> Self {
        Self([0, 1, 2, 3].map(|at| self.0[at] & !others.0[at]))
    }

    fn is_empty(self) -> bool {
        self.0 == [0; 4]
    }
}

/// Sure cues of the two sides of a bead that contradict each other.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    /// The index of the bead.
    pub(crate) bead: usize,
    /// What the pivot says.
    pub(crate) source: Said,
    /// What the version says instead.
    pub(crate) target: Said,
    /// How often such a change is a drift.
    pub(crate) cue: f64,
    /// How surely cues of these languages are read.
    pub(crate) reading: f64,
    /// Whether it is a shade of meaning.
    pub(crate) shade: bool,
}

/// A cue with the segment that it stands in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Said {
    pub(crate) cue: Cue,
    pub(crate) segment: usize,
}

impl Said {
    fn overlaps(&self, other: &Self) -> bool {
        self.segment == other.segment && self.cue.range.overlaps(other.cue.range)
    }
}

impl Change {
    /// What it is about.
    pub(crate) fn category(&self) -> Category {
        self.source.cue.key.category()
    }
}

/// At so many letters in the longer side a change is half as sure as in a short one: there is more that may say it.
const HALF: f64 = 500.0;
/// How much less sure opposites are where one side has a word of negative sense more.
const NEGATIVE_WORD: f64 = 0.8;
/// How often a sure cue has its counterpart in languages for which that was not measured.
const UNMEASURED: f64 = 0.8;

/// All keys of which segments have a cue, sure or weak.
pub(crate) fn keys_of(version: &Version, segments: Range<usize>) -> Keys {
    let mut keys = Keys::default();
    cues_of(version, segments).for_each(|said| keys.add(said.cue.key));
    keys
}

fn cues_of(version: &Version, segments: Range<usize>) -> impl Iterator<Item = Said> + '_ {
    let within = segments.start..segments.end.min(version.segments.len());
    within.flat_map(|segment| version.segment_cues(segment).iter().map(move |cue| Said { cue: *cue, segment }))
}

/// The changes between the two sides of all beads, in their order.
pub(crate) fn changes(view: &View<'_>) -> Vec<Change> {
    let (source, target) = (view.side(false), view.side(true));
    if !source.locale.knows_cues() || !target.locale.knows_cues() {
        return Vec::new();
    }
    let beads = view.bitext.alignment.segments.iter().enumerate().filter(|(_, bead)| bead.is_paired());
    beads.flat_map(|(index, bead)| changes_of(source, target, index, bead)).collect()
}

fn changes_of(source: &Version, target: &Version, index: usize, bead: &Bead) -> Vec<Change> {
    let sides = [(source, bead.source.clone()), (target, bead.target.clone())];
    let [said, instead] = sides.clone().map(|(version, segments)| Spoken::of(version, segments));
    let lost = said.sure.without(instead.any);
    let gained = instead.sure.without(said.any);
    if lost.is_empty() || gained.is_empty() {
        return Vec::new();
    }
    let first = |side: usize, key: Key| {
        let (version, segments) = sides[side].clone();
        cues_of(version, segments).find(|said| said.cue.is_sure() && said.cue.key == key)
    };
    let letters = sides.clone().map(|(version, segments)| letters(version, segments));
    let length = letters[0].max(letters[1]) as f64 / HALF;
    let mut found: Vec<Change> = Vec::new();
    for key in Key::all().filter(|key| lost.has(*key) && is_unsaid(*key, instead.any)) {
        let gained = |other: &Key| gained.has(*other) && is_unsaid(*other, said.any);
        for (other, contrast) in contrasts_of(key).filter(|(other, _)| gained(other)) {
            let Some((from, to)) = first(0, key).zip(first(1, other)) else { continue };
            let Some(negations) = negations_allow(&sides, from.cue, to.cue) else { continue };
            let reading = (reliability(source, key) + reliability(target, key)) / 2.0;
            let cue = contrast.prior * negations / (1.0 + length.powi(2));
            found.push(Change {
                bead: index,
                source: from,
                target: to,
                cue,
                reading: 0.5 + reading / 2.0,
                shade: contrast.shade,
            });
        }
    }
    // One word may have several keys: *more*, *increase*.
    found.sort_by(|a, b| a.shade.cmp(&b.shade).then(b.cue.total_cmp(&a.cue)));
    let mut kept: Vec<Change> = Vec::new();
    for change in found {
        let is_known = |other: &Change| {
            other.category() == change.category()
                && (other.source.overlaps(&change.source) || other.target.overlaps(&change.target))
        };
        if !kept.iter().any(is_known) {
            kept.push(change);
        }
    }
    kept.sort_by_key(|change| (change.source.cue.range.start, change.source.cue.key));
    kept
}

/// The cues of one side of a bead.
#[derive(Debug, Clone, Copy, Default)]
struct Spoken {
    sure: Keys,
    any: Keys,
}

impl Spoken {
    fn of(version: &Version, segments: Range<usize>) -> Self {
        let mut spoken = Self::default();
        for said in cues_of(version, segments) {
            spoken.any.add(said.cue.key);
            if said.cue.is_sure() {
                spoken.sure.add(said.cue.key);
            }
        }
        spoken
    }
}

/// Whether nothing of a side could say what a key says.
fn is_unsaid(key: Key, by: Keys) -> bool {
    !kin(key).any(|key| by.has(key))
}

/// The keys whose words negate by themselves.
const NEGATIVE: [Key; 7] =
    [Key::MUST_NOT, Key::NEED_NOT, Key::SHOULD_NOT, Key::NONE, Key::NEVER, Key::UNLESS, Key::NOT_YET];

/// Whether a negation of one side of a bead, the source (`false`) or the target, may be rendered by a contrary on the
/// other: *not easy*, *difficult*.
pub(crate) fn make_up_for_negation(view: &View<'_>, bead: &Bead, target: bool) -> bool {
    let [source, other] = [(false, &bead.source), (true, &bead.target)].map(|(side, segments)| {
        let version = view.side(side);
        version.locale.knows_cues().then(|| Spoken::of(version, segments.clone()))
    });
    let (Some(source), Some(other)) = (source, other) else { return false };
    let (negated_side, plain) = if target { (other, source) } else { (source, other) };
    let lost = negated_side.sure.without(plain.any);
    let gained = plain.sure.without(negated_side.any);
    if lost.is_empty() || gained.is_empty() {
        return false;
    }
    let is_rendered = |key: Key| {
        let is_contrary = |(other, _): &(Key, Contrast)| is_direction(key) || negated(key).contains(other);
        let mut contraries = contrasts_of(key).filter(is_contrary);
        contraries.any(|(other, _)| {
            (key, other) != (Key::MAY, Key::MUST) && gained.has(other) && is_unsaid(other, negated_side.any)
        })
    };
    // What negates by itself (*nobody*, *must not*) is the negation, and not negated by it.
    let is_plain = |key: Key| !NEGATIVE.contains(&key);
    Key::all().any(|key| lost.has(key) && is_plain(key) && is_unsaid(key, plain.any) && is_rendered(key))
}

/// How often a sure cue of a language has its counterpart in translations.
fn reliability(version: &Version, key: Key) -> f64 {
    version.locale.cue_reliability(key.category()).unwrap_or(UNMEASURED)
}

fn letters(version: &Version, segments: Range<usize>) -> usize {
    let within = segments.start..segments.end.min(version.segments.len());
    within.map(|segment| identify::weight(version.segment_text(segment))).sum()
}

/// What the negations on both sides leave of two cues that contradict each other: a factor; none where one of the two
/// may be the other one, negated.
fn negations_allow(sides: &[(&Version, Range<usize>); 2], from: Cue, to: Cue) -> Option<f64> {
    let [source, target] = [(&sides[0], from), (&sides[1], to)].map(|(side, cue)| negations(side, cue.range));
    if !is_direction(from.key) {
        // A negation that the other side has as well is about something else, but with *must* and *may* it may stand on
        // either side of them, and a word of negative sense may make up for it.
        let is_modal = from.key.category() == Category::Modality;
        let turned = |own: (usize, usize), others: (usize, usize), key: Key, other: Key| {
            let negates = if is_modal { own.0 + own.1 > 0 } else { own.0 > others.0 };
            negates && negated(key).contains(&other)
        };
        let is_open = turned(source, target, from.key, to.key) || turned(target, source, to.key, from.key);
        return (!is_open).then_some(1.0);
    }
    // *Not open* is *closed*.
    match (source.0 == target.0, source.1 == target.1) {
        (true, true) => Some(1.0),
        (true, false) => Some(NEGATIVE_WORD),
        _ => None,
    }
}

/// How many negations a side has, and how many words of negative sense, beside those in a cue itself.
fn negations((version, segments): &(&Version, Range<usize>), own: TextRange) -> (usize, usize) {
    let (mut sure, mut weak) = (0, 0);
    let within = segments.start..segments.end.min(version.segments.len());
    for fact in within.flat_map(|segment| version.segment_facts(segment)) {
        match fact.value {
            Value::Negation(_) if fact.range.overlaps(own) => {}
            Value::Negation(Polarity::Sure) => sure += 1,
            Value::Negation(Polarity::Lexical) => weak += 1,
            _ => {}
        }
    }
    (sure, weak)
}
