//! What a bilingual table said so far, to tell pairs that repeat each other: a few bytes a text, however long the table.

use crate::draft::Draft;
use crate::rules::terms::{inconsistent_translation, same_translation};
use crate::view::View;
use parallax_core::fold::{fold_into, stands_alone};
use parallax_core::identify::is_small_word;
use parallax_core::{LanguageTag, Version};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// So many texts of either side are remembered, 18 bytes each: some 300 MB for both.
const MOST: usize = 1 << 23;
/// Of a word, so many letters tell it from others whatever its ending is.
const STEM: usize = 4;
/// Words of content have so many letters, at least.
const CONTENT: usize = 4;
/// Shorter texts are those of many things: words and letters.
const SOURCE_WORDS: u32 = 2;
const TARGET_WORDS: u32 = 3;
const TARGET_LETTERS: u32 = 12;
/// Sources have so many different words of content, at least, where they are said to have nothing in common.
const UNLIKE: u32 = 4;

/// What is remembered of a pair.
#[derive(Debug, Clone, Copy)]
pub struct Signature {
    source: Sign,
    target: Sign,
}

/// What is remembered of a text, all in one walk along it.
#[derive(Debug, Clone, Copy, Default)]
struct Sign {
    /// A hash of its words, without case and punctuation.
    words: u64,
    /// The same of their first letters only, small words left out: inflected forms have one.
    stems: u64,
    /// A bit for each word of content, numbers left out.
    content: u32,
    count: u32,
    letters: u32,
}

/// A pair says the same as an earlier one, on one side only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    /// Whether the sources are the same (and the translations two), rather than the translations.
    pub(crate) same_source: bool,
    /// The line of the earlier pair.
    pub(crate) line: usize,
    /// Whether the two that differ have nothing in common.
    pub(crate) unlike: bool,
}

impl Signature {
    /// The signature of a pair; none where one side has nothing to compare or was left as the other is.
    #[must_use]
    pub fn of(pair: &[Version; 2]) -> Option<Self> {
        let [source, target] = pair.each_ref().map(Sign::of);
        let empty = |sign: &Sign| sign.letters == 0;
        let same = source.words == target.words;
        (!empty(&source) && !empty(&target) && !same).then_some(Self { source, target })
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 29
}

impl Sign {
    fn of(version: &Version) -> Self {
        let mut sign = Self { words: START, stems: START, ..Self::default() };
        let mut word = String::new();
        for segment in 0..version.segments.len() {
            for c in version.segment_text(segment).chars() {
                if stands_alone(c) {
                    sign.close(&mut word, &version.language);
                    sign.alone(c);
                } else if c.is_ascii_alphanumeric() {
                    word.push(c.to_ascii_lowercase());
                } else if !c.is_ascii() && (c.is_alphanumeric() || parallax_core::fold::is_mark(c)) {
                    fold_into(c.encode_utf8(&mut [0; 4]), &mut word);
                } else if !word.is_empty() {
                    sign.close(&mut word, &version.language);
                }
            }
            sign.close(&mut word, &version.language);
        }
        // A table may hold several languages: a text counts with its own.
        let tag = version.language.language().bytes().fold(0, |all, byte| all << 8 | u64::from(byte));
        sign.words = mix(sign.words, tag);
        sign.stems = mix(sign.stems, tag);
        sign
    }

    fn close(&mut self, word: &mut String, language: &LanguageTag) {
        if word.is_empty() {
            return;
        }
        let (mut whole, mut stem, mut letters, mut digits) = (START, START, 0, false);
        for c in word.chars() {
            whole = mix(whole, u64::from(c));
            if letters < STEM {
                stem = whole;
            }
            digits |= c.is_ascii_digit();
            letters += 1;
        }
        self.words = mix(self.words, whole);
        self.count += 1;
        // Articles and the like change with the words that they belong to.
        let small = is_small_word(word, language);
        if !small {
            self.stems = mix(self.stems, stem);
        }
        if !digits {
            self.letters += letters as u32; // a text of more than 4 G letters is no row
            if letters >= CONTENT && !small {
                self.content |= 1 << ((stem >> 40) % 31);
            }
        }
        word.clear();
    }

    /// A character that is a word by itself, or half of one.
    fn alone(&mut self, c: char) {
        let hash = mix(START, u64::from(c));
        self.words = mix(self.words, hash);
        self.stems = mix(self.stems, hash);
        self.letters += 2;
        self.count = self.letters / 4;
        self.content |= 1 << ((hash >> 40) % 31);
    }
}

/// The pairs of a table so far.
#[derive(Debug, Default)]
pub struct Memory {
    /// By the words of the source: line, stems of the target (31 bits), and whether a repeat was told.
    sources: HashMap<u64, u64, Plain>,
    /// By the words of the target: line, content of the source, and whether a repeat was told.
    targets: HashMap<u64, u64, Plain>,
    /// Whether there was more than it can hold.
    full: bool,
    same_source: bool,
    same_target: bool,
}

type Plain = BuildHasherDefault<Given>;

/// Takes hashes for what they are.
#[derive(Debug, Default)]
struct Given(u64);

impl Hasher for Given {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| mix(hash, u64::from(*byte)));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The bit that says that a repeat was told, and those below it.
const TOLD: u64 = 1 << 31;
const LOW: u32 = (1 << 31) - 1;

fn packed(line: usize, low: u32) -> u64 {
    // Lines beyond 4 G are shown as the last that fits.
    u64::from(u32::try_from(line).unwrap_or(u32::MAX)) << 32 | u64::from(low & LOW)
}

impl Memory {
    /// One that tells of sources with two translations, and of translations of two sources.
    pub(crate) fn new(same_source: bool, same_target: bool) -> Self {
        Self { same_source, same_target, ..Self::default() }
    }

    /// How many texts of either side are remembered, at most.
    pub const MOST: usize = MOST;

    /// Whether there were more texts than it can remember.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// Remembers a pair that begins on a line, and gives what it repeats of the pairs before. Of all that repeat one, the
    /// first is told. Pairs are to come in the order of the table.
    pub fn look(&mut self, line: usize, signature: &Signature) -> Vec<Repeat> {
        let Signature { source, target } = signature;
        let mut repeats = Vec::new();
        if self.same_source && source.count >= SOURCE_WORDS {
            let stems = (target.stems >> 20) as u32; // any 31 bits of it
            let differs = |known: u32| known != stems & LOW;
            if let Some((line, _)) = self.known_otherwise(true, source.words, packed(line, stems), differs) {
                repeats.push(Repeat { same_source: true, line, unlike: false });
            }
        }
        if self.same_target && target.count >= TARGET_WORDS && target.letters >= TARGET_LETTERS {
            let own = source.content;
            let differs = |other: u32| own & !other != 0 && other & !own != 0;
            if let Some((line, known)) = self.known_otherwise(false, target.words, packed(line, own), differs) {
                let (both, least) = ((known & own).count_ones(), known.count_ones().min(own.count_ones()));
                let unlike = least >= UNLIKE && both * 4 <= least;
                repeats.push(Repeat { same_source: false, line, unlike });
            }
        }
        repeats
    }

    /// Looks a text up, and remembers it where it is new. Gives the line and the low bits of what is known of it where that
    /// differs and was not told yet.
    fn known_otherwise(
        &mut self,
        of_sources: bool,
        key: u64,
        value: u64,
        differs: impl Fn(u32) -> bool,
    ) -> Option<(usize, u32)> {
        let map = if of_sources { &mut self.sources } else { &mut self.targets };
        if let Some(known) = map.get_mut(&key) {
            let low = *known as u32 & LOW;
            if *known & TOLD != 0 || !differs(low) {
                return None;
            }
            *known |= TOLD;
            return Some(((*known >> 32) as usize, low));
        }
        if map.len() < MOST {
            map.insert(key, value);
        } else {
            self.full = true;
        }
        None
    }
}

/// The draft for a pair that repeats an earlier one.
pub(crate) fn draft(view: &View<'_>, repeat: &Repeat) -> Option<Draft> {
    if repeat.same_source {
        inconsistent_translation::in_table(view, repeat)
    } else {
        same_translation::in_table(view, repeat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(source: &str, target: &str) -> [Version; 2] {
        [(source, "en"), (target, "de")].map(|(text, tag)| Version::of_text(text, tag.parse().expect("a valid tag")))
    }

    fn repeats(rows: &[(&str, &str)]) -> Vec<(usize, Repeat)> {
        let mut memory = Memory::new(true, true);
        let mut found = Vec::new();
        for (line, (source, target)) in (1..).zip(rows) {
            let signature = Signature::of(&pair(source, target));
            let repeats = signature.map(|signature| memory.look(line, &signature)).unwrap_or_default();
            found.extend(repeats.into_iter().map(|repeat| (line, repeat)));
        }
        found
    }

    #[test]
    fn a_source_with_two_translations_is_told_once() {
        let found = repeats(&[
            ("Save the file.", "Datei speichern"),
            ("Save the file", "Datei speichern!"),
            ("save the file", "Sichern der Datei"),
            ("Save the file.", "Datei abspeichern"),
        ]);
        assert_eq!(found, [(3, Repeat { same_source: true, line: 1, unlike: false })]);
        assert_eq!(repeats(&[("Ready", "Bereit"), ("Ready", "Fertig")]), [], "single words have several senses");
        assert_eq!(repeats(&[("The new access", "Der neue Zugang"), ("The new access", "Den neuen Zugang")]), []);
    }

    #[test]
    fn different_sources_with_one_translation_are_told() {
        let found = repeats(&[
            ("Switch the heater off before cleaning.", "Vor dem Putzen das Heizgerät ausschalten."),
            ("Every battery carries some serial number.", "Vor dem Putzen das Heizgerät ausschalten."),
            ("Switch the heater off before cleaning!", "Vor dem Putzen das Heizgerät ausschalten."),
        ]);
        assert_eq!(found, [(2, Repeat { same_source: false, line: 1, unlike: true })]);
        let numbers = [("Wait 5 minutes please", "Bitte kurz warten"), ("Wait 6 minutes please", "Bitte kurz warten")];
        assert_eq!(repeats(&numbers), []);
        assert_eq!(repeats(&[("Submit", "Jetzt absenden"), ("Send", "Jetzt absenden")]), []);
    }

    #[test]
    fn what_has_no_words_is_not_compared() {
        assert!(Signature::of(&pair("12 – 13", "12 – 13")).is_none());
        assert!(Signature::of(&pair("", "Nichts davon")).is_none());
    }
}
