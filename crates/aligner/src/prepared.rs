//! What the aligner needs to know of one version, read once and used against as many others as there are.

use crate::blank::is_blank;
use crate::fixed::units_with;
use crate::joints::Ends;
use crate::meanings::Meanings;
use crate::punctuation::{self, Signs};
use crate::search::REACH;
use crate::structure::UnitKind;
use crate::vocabulary::{Vocabulary, WordId};
use parallax_core::facts::Salience;
use parallax_core::tokens::Tokens;
use parallax_core::{Fact, Value, Version};
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// A version made ready for alignment. Preparing costs as much as aligning a short text does, so prepare a pivot
/// once and align every other version with it.
#[derive(Debug)]
pub struct Prepared<'v> {
    pub(crate) version: &'v Version,
    /// The segments of each unit: one each, or those of a block. What is said of segments in the aligner is meant of
    /// units.
    pub(crate) units: Vec<Range<usize>>,
    /// For each segment, its length: the characters that are no white space, at least 1.
    pub(crate) lengths: Vec<f64>,
    /// For each segment, its words as [`Vocabulary`] numbers them.
    pub(crate) words: Bags,
    pub(crate) vocabulary: Vocabulary,
    /// For each segment, the signs of one, two, … segments from it on: see [`punctuation`].
    pub(crate) signs: Vec<[Signs; REACH]>,
    /// For each segment, how it begins and ends.
    pub(crate) ends: Vec<Ends>,
    /// For each segment, what kind of block it stands in.
    pub(crate) kinds: Vec<UnitKind>,
    /// For each place between segments (0 to the number of segments), whether a block begins or ends there.
    pub(crate) borders: Vec<bool>,
    /// For each segment, a hash of its text.
    pub(crate) text_hashes: Vec<u64>,
    /// For each segment, what its words mean by the dictionary.
    pub(crate) meanings: Vec<Meanings>,
    pub(crate) facts: PreparedFacts<'v>,
}

/// Lists of numbers, one a segment, one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Bags {
    items: Vec<u32>,
    starts: Vec<u32>,
}

impl Bags {
    fn new() -> Self {
        Self { items: Vec::new(), starts: vec![0] }
    }

    fn close(&mut self) {
        // A segment list of more than 4 G words does not fit memory.
        self.starts.push(self.items.len() as u32);
    }

    /// The list of one segment.
    pub(crate) fn of(&self, segment: usize) -> &[u32] {
        &self.items[self.start(segment)..self.start(segment + 1)]
    }

    /// The lists of neighbouring segments, one behind the other.
    pub(crate) fn of_all(&self, segments: Range<usize>) -> &[u32] {
        &self.items[self.start(segments.start)..self.start(segments.end)]
    }

    /// Where the list of a segment begins among all.
    pub(crate) fn start(&self, segment: usize) -> usize {
        self.starts[segment] as usize
    }
}

/// The facts of a version: equal ones are one value.
#[derive(Debug)]
pub(crate) struct PreparedFacts<'v> {
    /// Each distinct fact, the first that says so.
    pub(crate) values: Vec<&'v Fact>,
    /// In how many segments each value stands.
    pub(crate) frequency: Vec<u32>,
    /// For each segment, the values it states.
    pub(crate) bags: Bags,
}

impl<'v> Prepared<'v> {
    /// Prepares a version.
    #[must_use]
    pub fn new(version: &'v Version) -> Self {
        Self::with_units(version, (0..version.segments.len()).map(|at| at..at + 1).collect())
    }

    /// The same version with each block taken as one segment, but for some ranges of segments that are one each.
    pub(crate) fn by_blocks(&self, ranges: &[Range<usize>]) -> Self {
        let blocks = self.version.block_segments.iter().filter(|segments| !segments.is_empty());
        Self::with_units(self.version, units_with(&blocks.cloned().collect::<Vec<_>>(), ranges))
    }

    /// The same version with some ranges of segments taken as one segment each, and without blank lines.
    pub(crate) fn by_segments(&self, ranges: &[Range<usize>]) -> Self {
        let units = self.units.iter().filter(|unit| !is_blank(self.version, unit.start));
        Self::with_units(self.version, units_with(&units.cloned().collect::<Vec<_>>(), ranges))
    }

    fn with_units(version: &'v Version, units: Vec<Range<usize>>) -> Self {
        let count = units.len();
        let mut lengths = Vec::with_capacity(count);
        let mut signs = Vec::with_capacity(count);
        let mut ends = Vec::with_capacity(count);
        let mut text_hashes = Vec::with_capacity(count);
        let mut words = Bags::new();
        let mut vocabulary = Vocabulary::new(&version.locale, &version.language);
        for (index, unit) in units.iter().enumerate() {
            let first = words.items.len();
            let (mut length, mut all_signs) = (0, Vec::new());
            let mut text = Cow::Borrowed("");
            for part in parts(version, unit) {
                let start = version.segments[part.start].range.start;
                let end = version.segments[part.end - 1].range.end;
                let of_part = &version.block_of(part.start).text.as_str()[start..end];
                length += of_part.chars().filter(|c| !c.is_whitespace()).count();
                all_signs.push(punctuation::signs(of_part));
                let read_as_facts = |from: usize, to: usize| {
                    let mut facts = facts_of(version, &part);
                    facts.any(|fact| fact.range.start <= start + from && start + to <= fact.range.end)
                };
                vocabulary.read(of_part, &Tokens::of(of_part), read_as_facts, &mut words.items);
                text = if part.start == unit.start { Cow::Borrowed(of_part) } else { text + "\n" + of_part };
            }
            lengths.push(length.max(1) as f64);
            signs.push(punctuation::joined(&all_signs));
            ends.push(Ends::of(&text));
            text_hashes.push(hash(&text));
            vocabulary.count(&words.items[first..], index);
            words.close();
        }
        vocabulary.finish();
        let joined =
            |at: usize| std::array::from_fn(|more| punctuation::joined(&signs[at..(at + more + 1).min(count)]));
        Self {
            version,
            lengths,
            meanings: (0..count).map(|at| Meanings::of(&vocabulary, words.of(at))).collect(),
            words,
            vocabulary,
            signs: (0..count).map(joined).collect(),
            ends,
            kinds: units.iter().map(|unit| UnitKind::of(version, unit.start)).collect(),
            borders: borders(version, &units),
            text_hashes,
            facts: PreparedFacts::new(version, &units),
            units,
        }
    }

    /// The signs of `count` segments from one on, taken together.
    pub(crate) fn signs_of(&self, segment: usize, count: usize) -> Signs {
        self.signs[segment].get(count - 1).copied().unwrap_or_else(|| {
            let each: Vec<Signs> = (segment..segment + count).map(|at| self.signs[at][0]).collect();
            punctuation::joined(&each)
        })
    }

    /// How many segments there are.
    pub(crate) fn len(&self) -> usize {
        self.lengths.len()
    }

    /// How the fact with this number stands in some units.
    pub(crate) fn written_fact(&self, units: Range<usize>, value: u32) -> &str {
        let key = key_of(self.facts.values[value as usize]);
        for segment in units.flat_map(|unit| self.units[unit].clone()) {
            if let Some(fact) = self.version.segment_facts(segment).iter().find(|fact| key_of(fact) == key) {
                return &self.version.block_of(segment).text.as_str()[fact.range.range()];
            }
        }
        ""
    }

    /// The words of a segment.
    pub(crate) fn words_of(&self, segment: usize) -> &[WordId] {
        self.words.of(segment)
    }
}

/// The parts of a unit that stand in one block each.
fn parts(version: &Version, unit: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<> {
    let block = |segment: usize| version.segments[segment].block;
    let starts = (unit.start + 1..unit.end).filter(|at| block(*at) != block(at - 1));
    let borders: Vec<usize> = std::iter::once(unit.start).chain(starts).chain([unit.end]).collect();
    (1..borders.len()).map(move |at| borders[at - 1]..borders[at])
}

/// Whether a fact is compared by the aligner. Negations are: that one side has one and the other none is weak
/// evidence, but it is evidence.
fn is_evidence(fact: &Fact) -> bool {
    !matches!(fact.value, Value::Negation(_)) || fact.salience == Salience::Firm
}

/// The facts of a unit that are compared.
fn facts_of<'v>(version: &'v Version, unit: &Range<usize>) -> impl Iterator<Item = &'v Fact> + use<'v> {
    let facts = unit.clone().flat_map(|segment| version.segment_facts(segment));
    facts.filter(|fact| is_evidence(fact))
}

impl<'v> PreparedFacts<'v> {
    fn new(version: &'v Version, units: &[Range<usize>]) -> Self {
        let mut this = Self { values: Vec::new(), frequency: Vec::new(), bags: Bags::new() };
        let mut known: HashMap<String, u32> = HashMap::new();
        for unit in units {
            let first = this.bags.items.len();
            for fact in facts_of(version, unit) {
                let id = *known.entry(key_of(fact)).or_insert_with(|| {
                    this.values.push(fact);
                    this.frequency.push(0);
                    this.values.len() as u32 - 1
                });
                if !this.bags.items[first..].contains(&id) {
                    this.bags.items.push(id);
                    this.frequency[id as usize] += 1;
                }
            }
            this.bags.close();
        }
        this
    }
}

/// What tells facts apart: all readings and how much they count for. Signs of the same number in another form may
/// still be two; they agree with the same facts of the other side.
fn key_of(fact: &Fact) -> String {
    use std::fmt::Write;
    let mut key = String::new();
    for (value, _) in fact.readings() {
        // Writing to a string cannot fail.
        let _ = write!(key, "{value}\t");
    }
    let _ = write!(key, "{:?}", fact.salience);
    key
}

/// Where blocks begin and end. Each line is a block; but where blank lines part them, it is these that tell something.
fn borders(version: &Version, units: &[Range<usize>]) -> Vec<bool> {
    let count = units.len();
    let block = |unit: usize| version.segments[units[unit].start].block;
    let parted = |place: usize| units[place - 1].end < units[place].start;
    let by_blanks = (1..count).any(parted);
    let is_border = |place: usize| if by_blanks { parted(place) } else { block(place - 1) != block(place) };
    (0..=count).map(|place| place == 0 || place == count || is_border(place)).collect()
}

fn hash(text: &str) -> u64 {
    // Only compared within one run: std's hash may change between releases of Rust.
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
