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
        self.hits
            .sort_unstable_by_key(|hit| (std::cmp::Reverse(hit.length), hit.start, hit.end, hit.category, hit.says));
        self.covered.clear();
        self.covered.resize(tokens.len(), 0);
        let first = out.len();
        // What one phrase says stays together.
        let same =
            |a: &CueHit, b: &CueHit| (a.length, a.start, a.end, a.category) == (b.length, b.start, b.end, b.category);
        for phrase in self.hits.chunk_by(same) {
            let Some(hit) = phrase.first() else { continue };
            let bit = 1 << hit.category as u8;
            let tokens_of = &mut self.covered[hit.start..hit.end];
            if tokens_of.iter().any(|covered| covered & bit != 0) {
                continue;
            }
            tokens_of.iter_mut().for_each(|covered| *covered |= bit);
            if phrase.iter().any(|hit| hit.says.is_none()) {
                continue;
            }
            let list = tokens.list();
            let range = TextRange::new(start + list[hit.start].start, start + list[hit.end - 1].end);
            let says = phrase.iter().filter_map(|hit| hit.says);
            out.extend(says.map(|(key, strength)| Cue { key, strength, range }));
        }
        out[first..].sort_unstable_by_key(|cue| (cue.range.start, cue.range.end, cue.key));
    }
}
