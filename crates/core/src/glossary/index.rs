//! Finding the terms of a language in texts.

use super::words::{Joint, Word, WordKind, Words};
use super::{Concept, Term};
use crate::inflection::{Inflection, WHOLE};
use crate::language::LanguageTag;
use crate::locale::Affixes;
use crate::locale::Locale;
use crate::span::TextRange;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A term found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands.
    pub range: TextRange,
    /// Index of its concept in the glossary.
    pub concept: usize,
    /// Index of the term in the concept.
    pub term: usize,
    /// Whether it stands there as the glossary writes it (case aside).
    pub exact: bool,
    /// How many words it has.
    pub words: usize,
}

/// A term made ready to be found.
#[derive(Debug)]
struct Entry {
    concept: usize,
    term: usize,
    /// The words of it as written, for comparing case.
    written: Vec<Box<str>>,
    words: Vec<(Box<str>, WordKind)>,
    case_sensitive: bool,
    /// Whether its first word may carry an umlaut in the plural.
    umlauts: bool,
}

/// An entry under one of the stems of its first word, with the paradigms in which that is its stem.
#[derive(Debug, Clone, Copy)]
struct Stem {
    entry: u32,
    /// Its length in bytes.
    length: u32,
    paradigms: u32,
}

/// Finds the terms of one language.
#[derive(Debug)]
pub struct TermIndex {
    inflection: &'static Inflection,
    prefixes: Affixes,
    entries: Vec<Entry>,
    /// Entries by a hash of the stems of their first words.
    stems: HashMap<u64, Vec<Stem>, Plain>,
    /// Entries that begin with a run, by a hash of its characters.
    runs: HashMap<u64, Vec<u32>, Plain>,
    /// The lengths of such runs in characters: a bit each, the last one for all that are longer.
    lengths: u64,
}

type Plain = BuildHasherDefault<Given>;

/// Takes hashes for what they are.
#[derive(Debug, Default)]
struct Given(u64);

impl Hasher for Given {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| step(hash, *byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        // The table takes its place from the lowest bits and a mark from the uppermost.
        self.0 ^ self.0 >> 29
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

/// A hash of a form; with umlauts taken for their vowels where they may come and go.
fn hash(form: &str, umlauts: bool) -> u64 {
    if !umlauts {
        return form.bytes().fold(START, step);
    }
    form.chars().fold(START, |hash, c| {
        let c = match c {
            'ä' => 'a',
            'ö' => 'o',
            'ü' => 'u',
            c => c,
        };
        c.encode_utf8(&mut [0; 4]).bytes().fold(hash, step)
    })
}

impl TermIndex {
    /// An index of the terms that `concepts` have for a language.
    #[must_use]
    pub fn new(concepts: &[Concept], language: &LanguageTag) -> Self {
        let mut index = Self {
            inflection: Inflection::of(language),
            prefixes: Locale::of(language).knowledge().beginnings,
            entries: Vec::new(),
            stems: HashMap::default(),
            runs: HashMap::default(),
            lengths: 0,
        };
        for (number, concept) in concepts.iter().enumerate() {
            for (place, term) in concept.terms.iter().enumerate() {
                if concept.terms_for(language).any(|other| std::ptr::eq(other, term)) {
                    index.add(number, place, term);
                }
            }
        }
        index
    }

    /// Whether it has no terms.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn add(&mut self, concept: usize, place: usize, term: &Term) {
        let words = Words::of(&term.text);
        let case_sensitive = term.case_sensitive.unwrap_or_else(|| has_inner_capital(&term.text));
        let umlauts = self.inflection.umlauts && term.text.starts_with(char::is_uppercase);
        let list: Vec<(Box<str>, WordKind)> =
            words.list().iter().map(|word| (words.form(word).into(), word.kind)).collect();
        let written = words.list().iter().map(|word| term.text[word.start..word.end].into()).collect();
        if list.is_empty() {
            return;
        }
        // What is written apart or with hyphens is also written together.
        let solid = list.len() > 1 && list.iter().all(|(_, kind)| *kind == list[0].1 && *kind != WordKind::Fixed);
        let together = solid.then(|| {
            let form: String = list.iter().map(|(form, _)| &**form).collect();
            let written: String = words.list().iter().map(|word| &term.text[word.start..word.end]).collect();
            Entry {
                concept,
                term: place,
                written: vec![written.into()],
                words: vec![(form.into(), list[0].1)],
                case_sensitive,
                umlauts,
            }
        });
        let entry = Entry { concept, term: place, written, words: list, case_sensitive, umlauts };
        for entry in [Some(entry), together].into_iter().flatten() {
            let number = self.entries.len() as u32; // a glossary of more than 4 G terms does not fit memory
            let (form, kind) = &entry.words[0];
            match kind {
                WordKind::Run => {
                    self.lengths |= 1 << form.chars().count().min(63);
                    self.runs.entry(hash(form, false)).or_default().push(number);
                }
                WordKind::Fixed => {
                    let stem = Stem { entry: number, length: form.len() as u32, paradigms: WHOLE };
                    self.stems.entry(hash(form, false)).or_default().push(stem);
                }
                WordKind::Word | WordKind::Hangul => {
                    for (length, paradigms) in self.inflection.stems(form) {
                        let stem = Stem { entry: number, length: length as u32, paradigms };
                        self.stems.entry(hash(&form[..length], self.inflection.umlauts)).or_default().push(stem);
                    }
                }
            }
            self.entries.push(entry);
        }
    }

    /// The terms in a text, in its order. Where one is part of a longer one, only the longer one counts; one that is the
    /// term of several concepts is found for each.
    #[must_use]
    pub fn find(&self, text: &str, words: &Words) -> Vec<Hit> {
        let mut hits = Vec::new();
        if self.entries.is_empty() {
            return hits;
        }
        for (at, word) in words.list().iter().enumerate() {
            match word.kind {
                WordKind::Run => self.find_in_run(text, words, at, &mut hits),
                WordKind::Word | WordKind::Hangul | WordKind::Fixed => self.find_at(text, words, at, &mut hits),
            }
        }
        hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end), hit.concept, hit.term));
        hits.dedup_by_key(|hit| (hit.range, hit.concept, hit.term));
        let within = |hit: &Hit, longer: &Hit| longer.range != hit.range && longer.range.contains(hit.range);
        let kept: Vec<Hit> =
            hits.iter().filter(|hit| !hits.iter().any(|longer| within(hit, longer))).copied().collect();
        kept
    }

    fn find_at(&self, text: &str, words: &Words, at: usize, hits: &mut Vec<Hit>) {
        let word = &words.list()[at];
        let form = words.form(word);
        self.find_stems(text, words, at, form, 0, hits);
        if word.kind == WordKind::Word && !self.prefixes.is_empty() {
            for length in self.prefixes.beginnings(form).filter(|length| *length < form.len()) {
                self.find_stems(text, words, at, &form[length..], length, hits);
            }
        }
        // Written with a hyphen, in the glossary as one.
        if let Some(next) =
            words.list().get(at + 1).filter(|next| next.joint == Joint::Hyphen && next.kind == word.kind)
        {
            let together = format!("{form}{}", words.form(next));
            let whole = hash(&together, self.inflection.umlauts);
            for stem in self.stems.get(&whole).into_iter().flatten().filter(|stem| stem.paradigms & WHOLE != 0) {
                let entry = &self.entries[stem.entry as usize];
                if entry.words.len() == 1 && *entry.words[0].0 == *together && !entry.case_sensitive {
                    hits.push(hit(entry, word.start, next.end, false));
                }
            }
        }
    }

    /// Terms that begin with the word `at`, whose form without what is written onto its front is `form`.
    fn find_stems(&self, text: &str, words: &Words, at: usize, form: &str, skipped: usize, hits: &mut Vec<Hit>) {
        for (length, paradigms) in self.inflection.stems(form) {
            let Some(found) = self.stems.get(&hash(&form[..length], self.inflection.umlauts)) else { continue };
            for stem in found.iter().filter(|stem| stem.paradigms & paradigms != 0) {
                let entry = &self.entries[stem.entry as usize];
                let (first, _) = &entry.words[0];
                // The hash took umlauts for their vowels in all.
                if form[..length] != first[..stem.length as usize] && !entry.umlauts {
                    continue;
                }
                let exact = skipped == 0 && *form == **first;
                self.go_on(text, words, at, entry, exact, hits);
            }
        }
    }

    /// Compares the words of an entry behind its first, which stands at `at`.
    fn go_on(&self, text: &str, words: &Words, at: usize, entry: &Entry, first_exact: bool, hits: &mut Vec<Hit>) {
        let list = words.list();
        let Some(stretch) = list.get(at..at + entry.words.len()) else { return };
        let mut exact = first_exact;
        for (word, (form, kind)) in stretch.iter().zip(&entry.words).skip(1) {
            let own = words.form(word);
            let fits = word.joint != Joint::Apart
                && word.kind == *kind
                && match kind {
                    WordKind::Word | WordKind::Hangul => self.inflection.same_word(form, own),
                    WordKind::Fixed => **form == *own,
                    WordKind::Run => own.starts_with(&**form),
                };
            if !fits {
                return;
            }
            exact &= **form == *own;
        }
        if entry.case_sensitive && !same_case(text, stretch, entry) {
            return;
        }
        let (first, last) = (&stretch[0], &stretch[stretch.len() - 1]);
        let (form, kind) = &entry.words[stretch.len() - 1];
        // Particles behind a term in Hangul, and what follows in a run, are not part of it.
        let inside = matches!(kind, WordKind::Hangul | WordKind::Run) && words.form(last).starts_with(&**form);
        let end = if inside { words.part(last, 0, form.len()).map_or(last.end, |part| part.1) } else { last.end };
        hits.push(hit(entry, first.start, end, exact));
    }

    /// Terms anywhere in a run of characters.
    fn find_in_run(&self, text: &str, words: &Words, at: usize, hits: &mut Vec<Hit>) {
        let word = &words.list()[at];
        let form = words.form(word);
        if self.lengths == 0 {
            return;
        }
        for (from, _) in form.char_indices() {
            let mut so_far = START;
            for (count, c) in (1..).zip(form[from..].char_indices().map(|(offset, c)| (from + offset, c))) {
                let (place, c) = c;
                so_far = c.encode_utf8(&mut [0; 4]).bytes().fold(so_far, step);
                if count > 63 || self.lengths >> count == 0 {
                    break;
                }
                if self.lengths >> count & 1 == 0 {
                    continue;
                }
                let to = place + c.len_utf8();
                for number in self.runs.get(&so_far).into_iter().flatten() {
                    let entry = &self.entries[*number as usize];
                    if form[from..to] != *entry.words[0].0 || !is_word(form, from, to) {
                        continue;
                    }
                    if entry.words.len() == 1 {
                        if let Some((start, end)) = words.part(word, from, to) {
                            hits.push(hit(entry, start, end, true));
                        }
                    } else if to == form.len() && words.part(word, from, to).is_some() {
                        let first = hits.len();
                        self.go_on(text, words, at, entry, true, hits);
                        if let (Some(found), Some((start, _))) = (hits.get_mut(first), words.part(word, from, to)) {
                            found.range = TextRange::new(start, found.range.end);
                        }
                    }
                }
            }
        }
    }

    /// Whether the term of a hit, or one like it, may stand in a text: inflected in a way that is not known, in a compound,
    /// with other words between its own. What this does not find is not there.
    #[must_use]
    pub fn may_stand(&self, term: &Term, words: &Words) -> bool {
        let wanted = Words::of(&term.text);
        let together = wanted.joined();
        if together.chars().count() >= 4 && words.joined().contains(together) {
            return true;
        }
        let long = |word: &&Word| wanted.form(word).chars().count() > 2;
        let some_long = wanted.list().iter().any(|word| long(&word));
        wanted.list().iter().filter(|word| !some_long || long(word) || word.kind != WordKind::Word).all(|word| {
            let form = wanted.form(word);
            words.list().iter().any(|other| {
                let own = words.form(other);
                match word.kind {
                    WordKind::Fixed => form == own,
                    WordKind::Run | WordKind::Hangul => own.contains(form),
                    WordKind::Word => {
                        let bare = self.prefixes.beginnings(own).filter(|length| *length < own.len());
                        self.inflection.may_be(form, own)
                            || bare.into_iter().any(|length| self.inflection.may_be(form, &own[length..]))
                    }
                }
            })
        })
    }
}

fn hit(entry: &Entry, start: usize, end: usize, exact: bool) -> Hit {
    Hit { range: TextRange::new(start, end), concept: entry.concept, term: entry.term, exact, words: entry.words.len() }
}

/// Whether a part of a run is a word of its own as far as its characters tell: a single ideograph is none beside others,
/// and Katakana goes on with Katakana.
fn is_word(run: &str, from: usize, to: usize) -> bool {
    let part = &run[from..to];
    let (before, behind) = (run[..from].chars().next_back(), run[to..].chars().next());
    let is_katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    let goes_on = |inside: Option<char>, outside: Option<char>| match (inside, outside) {
        (Some(inside), Some(outside)) => is_katakana(inside) && is_katakana(outside),
        _ => false,
    };
    if goes_on(part.chars().next(), before) || goes_on(part.chars().next_back(), behind) {
        return false;
    }
    let single = part.chars().nth(1).is_none();
    let is_ideograph = |c: Option<char>| c.is_some_and(crate::fold::is_ideograph);
    !single || !(is_ideograph(before) || is_ideograph(behind))
}

/// Whether a term is written with a capital that is not its first letter.
fn has_inner_capital(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| word.chars().skip(1).any(char::is_uppercase))
}

/// Whether words are written in the case of an entry, as far as they are its letters.
fn same_case(text: &str, stretch: &[Word], entry: &Entry) -> bool {
    stretch.iter().zip(&entry.written).all(|(word, written)| {
        let own = &text[word.start..word.end];
        own.chars().zip(written.chars()).all(|(a, b)| a == b || a.to_lowercase().ne(b.to_lowercase()))
    })
}

#[cfg(test)]
mod tests;
