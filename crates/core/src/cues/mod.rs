//! Cues: words by which a sentence says *must* or *may*, *all* or *some*, *if* or *unless*, *up* or *down*, *always* or
//! *never*. What they say can be compared across languages.
//!
//! The words are data, one file a language (`languages/cues/*.toml`). A *sure* cue means what its key says nearly wherever
//! it stands; a *weak* one may render it, and often means something else.

mod keys;

pub use keys::{Category, Key};

use crate::locale::{CueHit, Locale};
use crate::span::TextRange;
use crate::tokens::Tokens;
use std::cmp::Reverse;

/// How surely a cue means what its key says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// It may.
    Weak,
    /// It does, nearly wherever it stands.
    Sure,
}

impl Strength {
    /// Its name in small letters.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Sure => "sure",
        }
    }
}

/// A cue of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// What it says.
    pub key: Key,
    /// How surely.
    pub strength: Strength,
    /// The part of the block's text that says it.
    pub range: TextRange,
}

impl Cue {
    /// Whether it means what its key says nearly wherever it stands.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.strength == Strength::Sure
    }
}

/// Reads the cues of segments. Keeps its room from one segment to the next.
#[derive(Debug, Default)]
pub(crate) struct CueReader {
    hits: Vec<CueHit>,
    /// For each token a bit for each category of which a cue covers it.
    covered: Vec<u8>,
    room: String,
}

impl CueReader {
    /// Adds the cues of a segment, given as its tokens, in the order of the text; `start` is where it begins in the
    /// block's text. Of cues of one category that overlap the longest stays.
    pub(crate) fn read(&mut self, tokens: &Tokens, locale: &Locale, start: usize, out: &mut Vec<Cue>) {
        if !locale.knows_cues() {
            return;
        }
        self.hits.clear();
        for index in 0..tokens.len() {
            locale.cue_hits(tokens, index, &mut self.room, &mut self.hits);
        }
        if self.hits.is_empty() {
            return;
        }
        let list = tokens.list();
        let bytes = |hit: &CueHit| list[hit.end - 1].end - list[hit.start].start;
        self.hits.sort_unstable_by_key(|hit| (Reverse(bytes(hit)), hit.start, hit.category, hit.says));
        self.covered.clear();
        self.covered.resize(tokens.len(), 0);
        let first = out.len();
        // What the same words say stays together.
        let same = |a: &CueHit, b: &CueHit| (a.start, a.end, a.category) == (b.start, b.end, b.category);
        for hits in self.hits.chunk_by(same) {
            let Some(hit) = hits.first() else { continue };
            let bit = 1 << hit.category as u8;
            let covered = &mut self.covered[hit.start..hit.end];
            if covered.iter().any(|covered| covered & bit != 0) {
                continue;
            }
            covered.iter_mut().for_each(|covered| *covered |= bit);
            // Of a word and its stems, the longest that is no weak cue outweighs all that are shorter.
            let is_weak = |hit: &&CueHit| matches!(hit.says, Some((_, Strength::Weak)));
            let length = hits.iter().filter(|hit| !is_weak(hit)).map(|hit| hit.length).max().unwrap_or(0);
            let longest = hits.iter().filter(|hit| hit.length >= length);
            if longest.clone().any(|hit| hit.says.is_none()) {
                continue;
            }
            let range = TextRange::new(start + list[hit.start].start, start + list[hit.end - 1].end);
            let from = out.len();
            for (key, strength) in longest.filter_map(|hit| hit.says) {
                match out[from..].iter_mut().find(|cue| cue.key == key) {
                    Some(known) => known.strength = known.strength.max(strength),
                    None => out.push(Cue { key, strength, range }),
                }
            }
        }
        out[first..].sort_unstable_by_key(|cue| (cue.range.start, cue.range.end, cue.key));
    }
}

#[cfg(test)]
mod tests;
