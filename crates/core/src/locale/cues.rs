//! The cue table of a language, as `build/cues.rs` lays it out: which cues stand at a word.

use super::phrases::{Phrases, begins_with};
use super::{Affixes, CUE_SETS, Locale};
use crate::cues::{Category, Key, Strength};
use crate::fold::is_hangul;
use crate::tokens::{Gap, Tokens};
use std::sync::LazyLock;

/// A language's cues.
#[derive(Debug)]
pub(super) struct CueTable {
    /// Words and phrases. A `*` ends a stem, and begins an ending.
    pub(super) phrases: Phrases,
    /// The stems that are a phrase or end one.
    pub(super) stems: Affixes,
    /// The endings, of phrases the ending of the first word.
    pub(super) endings: Affixes,
    /// For each category how often a sure cue has its counterpart in translations, where that was measured.
    pub(super) reliability: [Option<f64>; Category::ALL.len()],
}

/// No cues.
pub(super) static NO_CUES: CueTable = CueTable {
    phrases: Phrases { keys: "", entries: &[], slots: &[], filter: &[] },
    stems: Affixes(&[]),
    endings: Affixes(&[]),
    reliability: [None; Category::ALL.len()],
};

/// The most letters that may follow a stem.
const LONGEST_ENDING: usize = 6;
/// The most syllables of particles that may follow a Korean word.
const LONGEST_PARTICLES: usize = 2;

/// A cue phrase found in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CueHit {
    /// Its first token.
    pub(crate) start: usize,
    /// One past its last token.
    pub(crate) end: usize,
    /// How many bytes of the text it says something of: of a stem, those of the stem.
    pub(crate) length: usize,
    pub(crate) category: Category,
    /// What it says; `None` where it only looks like a cue.
    pub(crate) says: Option<(Key, Strength)>,
}

/// A meaning of a cue phrase.
#[derive(Debug, Clone, Copy)]
struct CueSense {
    category: Category,
    says: Option<(Key, Strength)>,
    place: CuePlace,
}

/// Where in a word a Korean cue stands; others stand wherever their letters do.
#[derive(Debug, Clone, Copy, PartialEq)]
enum CuePlace {
    Anywhere,
    /// At its beginning, perhaps with particles behind it.
    Word,
    /// At its beginning, with any ending.
    Beginning,
    /// At its end.
    Ending,
}

static CUE_SENSES: LazyLock<Vec<Box<[CueSense]>>> =
    LazyLock::new(|| CUE_SETS.iter().map(|codes| codes.split('\t').filter_map(CueSense::decode).collect()).collect());

impl CueSense {
    /// `12s` (a sure cue of key 12), `12w$` (a weak one, an ending), `3x` (no cue of category 3).
    fn decode(code: &str) -> Option<Self> {
        let digits = code.bytes().take_while(u8::is_ascii_digit).count();
        let number: u8 = code[..digits].parse().ok()?;
        let mut rest = code[digits..].chars();
        let says = match rest.next()? {
            's' => Some((Key::numbered(number)?, Strength::Sure)),
            'w' => Some((Key::numbered(number)?, Strength::Weak)),
            _ => None,
        };
        let category = match says {
            Some((key, _)) => key.category(),
            None => *Category::ALL.get(usize::from(number))?,
        };
        let place = match rest.as_str() {
            "^" => CuePlace::Word,
            "^*" => CuePlace::Beginning,
            "$" => CuePlace::Ending,
            _ => CuePlace::Anywhere,
        };
        Some(Self { category, says, place })
    }
}

impl Locale {
    /// Whether any cues of the language are known.
    #[must_use]
    pub fn knows_cues(&self) -> bool {
        self.0.cues.phrases.len() > 0
    }

    /// How often a sure cue of a category has its counterpart in faithful translations, where that was measured.
    #[must_use]
    pub fn cue_reliability(&self, category: Category) -> Option<f64> {
        self.0.cues.reliability[category as usize]
    }

    /// For each key how many sure and how many weak cues the language has.
    #[must_use]
    pub fn cue_counts(&self) -> Vec<(Key, usize, usize)> {
        let mut counts: Vec<_> = Key::all().map(|key| (key, 0, 0)).collect();
        let phrases = &self.0.cues.phrases;
        let senses = (0..phrases.len()).flat_map(|index| CUE_SENSES[phrases.set(index)].iter());
        for (key, strength) in senses.filter_map(|sense| sense.says) {
            let (_, sure, weak) = &mut counts[usize::from(key.number())];
            *(if strength == Strength::Sure { sure } else { weak }) += 1;
        }
        counts
    }

    /// All cue phrases that begin at the token `index`. `room` is where words are put together, to be given again.
    pub(crate) fn cue_hits(&self, tokens: &Tokens, index: usize, room: &mut String, out: &mut Vec<CueHit>) {
        let table = self.0.cues;
        let word = tokens.folded(index);
        let first = out.len();
        table.whole_words(tokens, index, 0, room, out);
        for length in table.endings.endings(word).filter(|length| *length < word.len()) {
            room.clear();
            room.push('*');
            room.push_str(&word[word.len() - length..]);
            table.go_on(tokens, index, room, out);
        }
        // A particle may be written onto it.
        if out.len() == first {
            for length in self.knowledge().beginnings.beginnings(word) {
                if word[length..].chars().nth(1).is_some() {
                    table.whole_words(tokens, index, length, room, out);
                }
            }
        }
    }
}

impl CueTable {
    /// The phrases that begin with the token without its first `skip` bytes, or with a stem of it.
    fn whole_words(&self, tokens: &Tokens, index: usize, skip: usize, room: &mut String, out: &mut Vec<CueHit>) {
        let word = &tokens.folded(index)[skip..];
        room.clear();
        self.find_stems(tokens, (index, index + 1), word, room, out);
        if self.phrases.first_with(word).is_some() {
            room.clear();
            room.push_str(word);
            self.go_on(tokens, index, room, out);
        }
    }

    /// The phrases that begin with the words in `room`, which end with the token `index`, and go on with the tokens
    /// behind it.
    fn go_on(&self, tokens: &Tokens, index: usize, room: &mut String, out: &mut Vec<CueHit>) {
        let list = tokens.list();
        let mut end = index + 1;
        while let Some(at) = self.phrases.first_with(room) {
            if self.phrases.key(at).len() == room.len() {
                self.push(tokens, (index, end), at, room.trim_start_matches('*').len(), out);
                let next = at + 1;
                // The stems of a phrase stand behind all that go on with a space.
                if next >= self.phrases.len() || !begins_with(self.phrases.key(next), room) {
                    return;
                }
            }
            let Some(next) = list.get(end).filter(|next| next.gap != Gap::Break) else { return };
            debug_assert!(next.start >= list[end - 1].end);
            let word = tokens.folded(end);
            room.push(' ');
            self.find_stems(tokens, (index, end + 1), word, room, out);
            room.push_str(word);
            end += 1;
        }
    }

    /// The phrases that are the words in `room` and a stem of `word`, which ends the tokens `start..end`.
    fn find_stems(
        &self,
        tokens: &Tokens,
        (start, end): (usize, usize),
        word: &str,
        room: &mut String,
        out: &mut Vec<CueHit>,
    ) {
        let before = room.len();
        let is_stem = |length: &usize| word[*length..].chars().nth(LONGEST_ENDING).is_none();
        for length in self.stems.beginnings(word).filter(is_stem) {
            room.push_str(&word[..length]);
            room.push('*');
            if let Some(found) = self.phrases.find(room) {
                self.push(tokens, (start, end), found, room.len() - 1, out);
            }
            room.truncate(before);
        }
    }

    /// Adds what a phrase says that was found at the tokens `start..end`.
    fn push(&self, tokens: &Tokens, (start, end): (usize, usize), phrase: usize, length: usize, out: &mut Vec<CueHit>) {
        let senses = CUE_SENSES[self.phrases.set(phrase)].iter();
        let fits = senses.filter(|sense| stands_there(tokens, start, end, sense.place));
        out.extend(fits.map(|sense| CueHit { start, end, length, category: sense.category, says: sense.says }));
    }
}

/// Whether the tokens `start..end` stand at that place of a word.
fn stands_there(tokens: &Tokens, start: usize, end: usize, place: CuePlace) -> bool {
    let list = tokens.list();
    let begins = || start == 0 || list[start].gap != Gap::None || !tokens.folded(start - 1).starts_with(is_hangul);
    let behind = |most: usize| {
        let goes_on = |index: usize| list[index].gap == Gap::None && tokens.folded(index).starts_with(is_hangul);
        (end..list.len().min(end + most + 1)).take_while(|index| goes_on(*index)).count() <= most
    };
    match place {
        CuePlace::Anywhere => true,
        CuePlace::Word => begins() && behind(LONGEST_PARTICLES),
        CuePlace::Beginning => begins() && behind(LONGEST_ENDING),
        CuePlace::Ending => behind(0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::LOCALES;
    use super::*;

    #[test]
    fn every_code_is_known_and_every_phrase_is_found_again() {
        for code in CUE_SETS.iter().flat_map(|codes| codes.split('\t')) {
            assert!(CueSense::decode(code).is_some(), "{code}");
        }
        for data in LOCALES {
            let phrases = &data.cues.phrases;
            for index in 0..phrases.len() {
                assert_eq!(phrases.find(phrases.key(index)), Some(index), "{}: {}", data.tag, phrases.key(index));
            }
        }
    }
}
