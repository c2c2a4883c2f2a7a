//! Words and phrases of the pivot that stand untranslated within a segment.
//!
//! Words that both versions have letter by letter are names, terms, words that both languages share, or left over. What is
//! left over is written as running text (in small letters, outside code and quotations), is a word of the pivot's language
//! and none of the version's own. Where the two are written in different scripts, the script says so; otherwise the
//! vocabularies do, and the spelling of words that are in neither. What the version uses again elsewhere is its term.

use super::words::{Case, SetOff, Word, script, set_off, words};
use parallax_core::fold::stands_alone;
use parallax_core::identify::{ScriptGroup, group_of, is_small_word, small_word_of};
use parallax_core::vocabulary::Vocabulary;
use parallax_core::{Bitext, BlockKind, InlineKind, TextRange, Version};
use std::collections::HashMap;

/// A stretch of a segment that is the pivot's own text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Leftover {
    /// The segment of the target, and the stretch of its block's text.
    pub(crate) target: (usize, TextRange),
    /// The same in the source.
    pub(crate) source: (usize, TextRange),
    /// How many words it has; none where words are not set apart.
    pub(crate) words: Option<usize>,
    /// How sure it is that it should have been translated (0 to 1).
    pub(crate) confidence: f64,
}

/// In so many segments of a version a word stands that is a term of it.
const TERM: usize = 3;
/// So many languages have a word that is one everywhere (*online*, *virus*).
const EVERYWHERE: usize = 5;
/// So many letters of a word that is known make one that is inflected.
const STEM: usize = 5;
/// One that is likelier by so many bits looks like the pivot's.
const LOOKS_SO: f64 = 3.0;
/// The first word of a sentence is looked at if it has so many letters: short ones are names too often.
const BEGINNING: usize = 6;
/// A word that is likelier by so many bits in the pivot's language is none of the version's.
const PLAINLY: f64 = 6.0;
/// So many languages have a word of one letter that tells nothing.
const LETTER_WORD: u32 = 3;
/// So many words that both languages have (percent, by the one that has fewer) show near relatives.
const RELATIVES: u8 = 28;

pub(super) struct Leftovers<'a> {
    bitext: &'a Bitext<'a>,
    scripts: (Option<ScriptGroup>, Option<ScriptGroup>),
    vocabularies: (Option<Vocabulary>, Option<Vocabulary>),
    are_relatives: bool,
    /// In how many segments of the target each word stands that the source has too; empty for a single pair.
    usage: HashMap<&'a str, usize>,
}

impl<'a> Leftovers<'a> {
    /// `scripts` are those of the source and of the target.
    pub(super) fn new(bitext: &'a Bitext<'a>, scripts: (Option<ScriptGroup>, Option<ScriptGroup>)) -> Option<Self> {
        let (pivot, own) = (bitext.source.language, bitext.target.language);
        if pivot.is_unknown() || own.is_unknown() || pivot.same_language(&own) {
            return None;
        }
        let vocabularies = (Vocabulary::of(&pivot), Vocabulary::of(&own));
        let are_relatives = match vocabularies {
            (Some(a), Some(b)) => a.shares(&b).min(b.shares(&a)) >= RELATIVES,
            _ => false,
        };
        let mut this = Self { bitext, scripts, vocabularies, are_relatives, usage: HashMap::new() };
        if bitext.target.segments.len() > 1 {
            this.usage = usage(bitext.target);
        }
        Some(this)
    }

    /// What is left over in the segments of the target that are aligned, but for those that are skipped.
    pub(super) fn find(&self, skipped: impl Fn(usize) -> bool) -> Vec<Leftover> {
        let mut found = Vec::new();
        let across = self.scripts.0.is_some() && self.scripts.1.is_some() && self.scripts.0 != self.scripts.1;
        for bead in self.bitext.alignment.segments.iter().filter(|bead| bead.is_paired()) {
            for target in bead.target.clone().filter(|at| !skipped(*at)) {
                if is_code(self.bitext.target, target) {
                    continue;
                }
                for source in bead.source.clone().filter(|at| !is_code(self.bitext.source, *at)) {
                    if across && self.scripts.0 != Some(ScriptGroup::Latin) {
                        self.in_the_pivots_script(source, target, &mut found);
                    } else {
                        self.in_the_same_words(source, target, across, &mut found);
                    }
                }
            }
        }
        found
    }

    /// Stretches in the pivot's script, where the version is written in another.
    fn in_the_pivots_script(&self, source: usize, target: usize, found: &mut Vec<Leftover>) {
        let text = self.bitext.target.segment_text(target);
        let their_text = self.bitext.source.segment_text(source);
        // Chinese characters are Japanese too; kana are not Chinese.
        let is_theirs = |c: char| match (self.scripts, group_of(c)) {
            ((Some(ScriptGroup::Japanese), Some(ScriptGroup::Han)), group) => group == Some(ScriptGroup::Japanese),
            ((Some(ScriptGroup::Han), Some(ScriptGroup::Japanese)), _) => false,
            ((Some(ScriptGroup::Japanese), _), group) => {
                matches!(group, Some(ScriptGroup::Japanese | ScriptGroup::Han))
            }
            ((Some(theirs), _), group) => group == Some(theirs),
            _ => false,
        };
        let goes_on =
            |c: char| is_theirs(c) || parallax_core::fold::is_mark(c) || matches!(c, ' ' | 'ー' | '・' | '々' | '-');
        let mut from = 0;
        while let Some(at) = text[from..].find(is_theirs).map(|at| at + from) {
            let length = text[at..].find(|c| !goes_on(c)).unwrap_or(text.len() - at);
            let stretch = text[at..at + length].trim_end_matches([' ', '-']);
            from = at + length;
            let Some(place) = their_text.find(stretch) else { continue };
            let letters = stretch.chars().filter(|c| c.is_alphabetic()).count();
            let enough = if stretch.chars().any(stands_alone) { 1 } else { 2 };
            if letters < enough || self.is_term(stretch) || self.is_whole_link(target, at, at + stretch.len()) {
                continue;
            }
            let confidence = match set_off(text, at, at + stretch.len()) {
                Some(SetOff::Parentheses) => continue,
                Some(SetOff::Quotes) => 0.55,
                None => 0.9,
            };
            let unspaced = stretch.chars().any(stands_alone);
            let words = (!unspaced).then(|| stretch.split_whitespace().count());
            self.push(
                (source, place, place + stretch.len()),
                (target, at, at + stretch.len()),
                words,
                confidence,
                found,
            );
        }
    }

    /// Runs of words that the source has in the same order.
    fn in_the_same_words(&self, source: usize, target: usize, across: bool, found: &mut Vec<Leftover>) {
        // Where the scripts differ and the target has no letter of the source's, there is nothing to look for.
        if across && !self.bitext.target.segment_text(target).contains(|c: char| c.is_ascii_alphabetic()) {
            return;
        }
        let theirs = words(self.bitext.source, source);
        let own = words(self.bitext.target, target);
        if theirs.is_empty() || own.is_empty() {
            return;
        }
        // Most words stand on one side alone: those are seen without a search.
        let mut seen = [0u64; 16];
        for word in &theirs {
            let (at, bit) = mark(word.text);
            seen[at] |= bit;
        }
        let may_stand_there = |word: &Word<'_>| {
            let (at, bit) = mark(word.text);
            seen[at] & bit != 0 && (!across || script(word.text) == self.scripts.0)
        };
        let mut at = 0;
        while at < own.len() {
            if !may_stand_there(&own[at]) {
                at += 1;
                continue;
            }
            let (place, length) = longest_run(&own[at..], &theirs);
            if length > 0 {
                let run = Run { own: &own, at, theirs: &theirs, place, length };
                self.judge(&run, source, target, across, found);
            }
            at += length.max(1);
        }
    }

    /// Decides on a run of words that both sides have.
    fn judge(&self, run: &Run<'_>, source: usize, target: usize, across: bool, found: &mut Vec<Leftover>) {
        let text = self.bitext.target.segment_text(target);
        let (mut score, mut plain, mut small, mut names) = (0.0, 0, 0, 0);
        let (mut first, mut last) = (None, 0);
        for (own, theirs) in run.pairs() {
            let Some(worth) = self.worth(own, theirs, across) else {
                names += 1;
                continue;
            };
            score += worth;
            plain += 1;
            let lower = own.text.to_lowercase();
            small +=
                usize::from(is_small_word(&lower, &self.bitext.source.language) && self.is_foreign(&lower, across));
            if worth > 0.0 {
                first.get_or_insert(own.start);
                last = own.end();
            }
        }
        let Some(first) = first else { return };
        // Words that the pivot's language does not have either are a quotation from a third one.
        let is_theirs = |own: &Word<'_>| self.vocabularies.0.is_none_or(|them| them.has(&own.text.to_lowercase()));
        if plain > 1 && small == 0 && run.pairs().filter(|(own, _)| is_theirs(own)).count() * 2 < plain {
            return;
        }
        // Small words within a name do not make it a phrase.
        if names >= plain && plain > 1 {
            return;
        }
        let single = plain == 1;
        let set_off = set_off(text, first, last);
        if set_off.is_some() && (small < 2 || plain < 4) || single && self.is_emphasised(target, first, last) {
            return;
        }
        // A word beside a name may be a part of it (*Homo sapiens*), unless it cannot be one of the version's language.
        let alone = text[first..last].to_lowercase();
        let may_be_name = || alone.chars().count() < 4 || self.lean(&alone) < PLAINLY;
        let begins_name = || text[first..last].starts_with(char::is_uppercase);
        if single && (self.are_relatives || run.has_names() && (may_be_name() || begins_name())) {
            return;
        }
        if plain < 3 && self.is_term(&alone) {
            return;
        }
        // Two words in a row that both look like the pivot's say more than either.
        let looks_theirs = |own: &Word<'_>| self.lean(&own.text.to_lowercase()) >= LOOKS_SO;
        if plain == 2 && names == 0 && !across && run.pairs().all(|(own, _)| looks_theirs(own)) {
            score += 0.5;
        }
        // A phrase with small words of the pivot's language is none that was taken over as a term.
        let is_phrase = small > 0 && plain > 2;
        let confidence = match plain {
            4.. if is_phrase && score >= 2.0 => 0.9,
            4.. if is_phrase && score >= 1.2 || score >= 2.5 => 0.78,
            4.. if score >= 1.2 => 0.7,
            _ if is_phrase && score >= 2.0 => 0.78,
            // A term or two that keep the script they come in.
            _ if across && small == 0 => return,
            _ if score >= 2.5 => 0.75,
            _ if score >= 1.5 => 0.65,
            _ => return,
        };
        let place = run.place_of(first, last);
        self.push((source, place.0, place.1), (target, first, last), Some(plain), confidence, found);
    }

    /// What a word says for being left over: nothing where it may stand in any language, less than zero where it is
    /// as good a word of the version's language.
    fn worth(&self, own: &Word<'_>, theirs: &Word<'_>, across: bool) -> Option<f64> {
        if own.bound || theirs.bound || own.case == Case::Mixed {
            return None;
        }
        let lower = own.text.to_lowercase();
        let is_pivots = |word: &str| self.vocabularies.0.is_none_or(|them| them.has(word));
        if own.case == Case::Capital {
            // A noun of a language that writes them so; the first word of both.
            let noun =
                self.vocabularies.0.is_some_and(|them| them.capitalises_nouns() && them.has(own.text)) && !across;
            let begins = own.start == 0
                && theirs.start == 0
                && lower.chars().count() >= BEGINNING
                && is_pivots(&lower)
                && self.lean(&lower) >= LOOKS_SO;
            if !noun && !begins {
                return None;
            }
        } else if theirs.case != Case::Small && theirs.start != 0 {
            return None;
        }
        let small = is_small_word(&lower, &self.bitext.source.language);
        if small && self.is_foreign(&lower, across) {
            let is_word = self.vocabularies.1.is_some_and(|us| us.has(&lower)) && !across;
            return Some(if is_word { 0.6 } else { 2.0 });
        }
        if lower.chars().count() < 3 {
            return Some(0.0);
        }
        if across {
            return Some(if is_pivots(&lower) { 1.6 } else { 0.3 });
        }
        let (Some(_), Some(us)) = self.vocabularies else { return Some(0.0) };
        let lean = self.lean(&lower);
        let is_pivots = is_pivots(&lower) || own.case == Case::Capital && is_pivots(own.text);
        // The last letter may be an ending of either.
        let is_inflected = || {
            let shorter = &lower[..lower.len() - lower.chars().next_back().map_or(0, char::len_utf8)];
            !us.is_complete() && shorter.chars().nth(STEM - 1).is_some() && us.has(shorter)
        };
        if us.has(&lower) || is_inflected() || own.case == Case::Capital && us.has(own.text) {
            return Some((lean / 8.0).clamp(-0.5, 0.7));
        }
        // Where the list of the version's words is complete, a word that is not in it is none, however it looks.
        Some(match (is_pivots, us.is_complete()) {
            (true, false) if lean < 5.0 && is_everywhere(&lower) => 0.5,
            (true, true) => 1.7 + (lean / 8.0).clamp(-0.2, 0.8),
            (true, false) => 0.9 + (lean / 5.0).clamp(-1.0, 1.4),
            (false, true) => 1.0 + (lean / 6.0).clamp(-1.0, 1.2),
            (false, false) => (lean / 4.5).clamp(-0.5, 2.0),
        })
    }

    /// Whether a small word of the pivot's language is none of the version's own.
    fn is_foreign(&self, lower: &str, across: bool) -> bool {
        let is_letter = lower.chars().count() == 1;
        across
            || !(is_small_word(lower, &self.bitext.target.language) || is_letter && small_word_of(lower) > LETTER_WORD)
    }

    /// How much likelier a word is by its spelling in the pivot's language than in the version's, in bits.
    fn lean(&self, lower: &str) -> f64 {
        match self.vocabularies {
            (Some(them), Some(us)) => us.leans_to(&them, lower),
            _ => 0.0,
        }
    }

    /// Whether the version uses a word so often that it is a term of it.
    fn is_term(&self, word: &str) -> bool {
        let usage = |word: &str| self.usage.get(word).copied().unwrap_or(0);
        if word.chars().any(stands_alone) {
            let target = self.bitext.target;
            return target.segments.len() > 1
                && (0..target.segments.len()).filter(|at| target.segment_text(*at).contains(word)).count() >= TERM;
        }
        word.split(' ').all(|word| usage(word) >= TERM)
    }

    fn is_emphasised(&self, target: usize, start: usize, end: usize) -> bool {
        self.within(target, start, end, |kind| matches!(kind, InlineKind::Emphasis))
    }

    /// Whether a stretch is all there is of a link: a name of a page, or of a language.
    fn is_whole_link(&self, target: usize, start: usize, end: usize) -> bool {
        let text = self.bitext.target.segment_text(target);
        let is_whole = start == 0 && end == text.len();
        is_whole || self.within(target, start, end, |kind| matches!(kind, InlineKind::Link { .. }))
    }

    fn within(&self, target: usize, start: usize, end: usize, kind: impl Fn(&InlineKind) -> bool) -> bool {
        let version = self.bitext.target;
        let shift = version.segments[target].range.start;
        let inlines = &version.block_of(target).inlines;
        inlines
            .iter()
            .any(|inline| kind(&inline.kind) && inline.range.start <= start + shift && end + shift <= inline.range.end)
    }

    fn push(
        &self,
        source: (usize, usize, usize),
        target: (usize, usize, usize),
        words: Option<usize>,
        confidence: f64,
        found: &mut Vec<Leftover>,
    ) {
        let place = |version: &Version, (segment, start, end): (usize, usize, usize)| {
            let shift = version.segments[segment].range.start;
            (segment, TextRange::new(start + shift, end + shift))
        };
        let leftover = Leftover {
            target: place(self.bitext.target, target),
            source: place(self.bitext.source, source),
            words,
            confidence,
        };
        // Of a source of several segments the first that has it.
        if found.iter().rev().all(|it| it.target != leftover.target) {
            found.push(leftover);
        }
    }
}

/// The place of a word in a set of 1,024 bits, whatever its first letter, which may be a capital.
fn mark(word: &str) -> (usize, u64) {
    let rest = word.chars().next().map_or(word, |first| &word[first.len_utf8()..]);
    let hash =
        rest.bytes().fold(word.len() as u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let bit = (hash ^ hash >> 29) & 1023;
    ((bit >> 6) as usize, 1 << (bit & 63))
}

/// Words that both sides have in the same order.
struct Run<'a> {
    own: &'a [Word<'a>],
    at: usize,
    theirs: &'a [Word<'a>],
    place: usize,
    length: usize,
}

impl<'a> Run<'a> {
    fn pairs(&self) -> impl Iterator<Item = (&'a Word<'a>, &'a Word<'a>)> {
        self.own[self.at..self.at + self.length].iter().zip(&self.theirs[self.place..])
    }

    /// Whether a name stands in it or next to it: *Rio de la Plata*, *Homo sapiens*.
    fn has_names(&self) -> bool {
        let is_name = |word: &Word<'_>| word.case != Case::Small && word.start != 0;
        let next = self.own.get(self.at + self.length).filter(|_| self.length == 1 && self.small_alone());
        let before = self.at.checked_sub(1).map(|at| &self.own[at]).filter(|_| self.length == 1 && self.small_alone());
        self.pairs().filter(|_| self.length > 1).any(|(own, _)| is_name(own))
            || next.into_iter().chain(before).any(is_name)
    }

    /// Whether it is one short word.
    fn small_alone(&self) -> bool {
        self.length == 1 && self.own[self.at].text.chars().count() < 4
    }

    /// Where the stretch of the target stands in the source.
    fn place_of(&self, first: usize, last: usize) -> (usize, usize) {
        let start = self.pairs().find(|(own, _)| own.start == first).map_or(0, |(_, theirs)| theirs.start);
        let end = self.pairs().find(|(own, _)| own.end() == last).map_or(start, |(_, theirs)| theirs.end());
        (start, end.max(start))
    }
}

/// The longest run of words that begins with the first and stands in the other list: where, and of how many.
fn longest_run(own: &[Word<'_>], theirs: &[Word<'_>]) -> (usize, usize) {
    let mut best = (0, 0);
    for place in 0..theirs.len() {
        if !is_same(&own[0], &theirs[place]) {
            continue;
        }
        let length = own.iter().zip(&theirs[place..]).take_while(|(a, b)| is_same(a, b)).count();
        if length > best.1 {
            best = (place, length);
        }
    }
    best
}

/// Whether two words are the same, but for the capital at the beginning of a sentence.
fn is_same(own: &Word<'_>, theirs: &Word<'_>) -> bool {
    own.text == theirs.text
        || own.text.len() == theirs.text.len()
            && (own.start == 0 || theirs.start == 0)
            && own.text.chars().skip(1).eq(theirs.text.chars().skip(1))
            && own.text.chars().next().map(|c| c.to_lowercase().to_string())
                == theirs.text.chars().next().map(|c| c.to_lowercase().to_string())
}

/// Whether languages all over have a word.
fn is_everywhere(lower: &str) -> bool {
    Vocabulary::all().filter(|vocabulary| vocabulary.has(lower)).take(EVERYWHERE).count() == EVERYWHERE
}

fn is_code(version: &Version, segment: usize) -> bool {
    version.block_of(segment).kind == BlockKind::Code
}

/// In how many segments each word stands.
fn usage(version: &Version) -> HashMap<&str, usize> {
    let mut usage = HashMap::new();
    for segment in (0..version.segments.len()).filter(|at| !is_code(version, *at)) {
        let mut all: Vec<&str> = words(version, segment).iter().map(|word| word.text).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().for_each(|word| *usage.entry(word).or_insert(0) += 1);
    }
    usage
}
