//! The words of one side of a bead, with what is needed to find their like on the other side.

use super::sounds::sounds_of;
use crate::matching::{Matching, Missing, Tie};
use parallax_core::facts::Salience;
use parallax_core::fold::{fold, fold_into, is_ideograph, stands_alone};
use parallax_core::lengths;
use parallax_core::lexicon::{Concept, Concepts, Dictionary, Meaning};
use parallax_core::tokens::{TokenKind, Tokens};
use parallax_core::{Value, Version};
use std::ops::Range;

/// What sort of word it is: how often its like is found on the other side of a faithful translation goes by this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A number, a date, a link: tied by the matching of facts; and whether the other side states it (none where that
    /// says nothing).
    Fact(Option<bool>),
    /// A word with a capital that no beginning of a sentence gives it.
    Name,
    /// Any other word.
    Plain,
    /// A word or character so short that its like is not looked for.
    Short,
}

/// A word of a side.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// The segment it stands in.
    pub(crate) segment: usize,
    /// Its place in the text of its block.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// How long it is, and how long the side is before it ([`lengths::length`]).
    pub(crate) length: f32,
    pub(crate) before: f32,
    pub(crate) sort: Sort,
    /// What stands between it and the word before.
    pub(crate) marks: Marks,
    /// The letters that it sounds of, one bit each.
    pub(crate) letters: u64,
    /// The country or area that it names, by its code.
    pub(crate) territory: Option<&'static str>,
    folded: Range<u32>,
    sounds: Range<u32>,
    meanings: Range<u32>,
    concepts: Range<u32>,
}

/// Punctuation between two words, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Marks(u8);

impl Marks {
    /// A comma, a semicolon, a colon, a dash.
    pub(crate) const COMMA: u8 = 1;
    /// The end of a sentence.
    pub(crate) const END: u8 = 2;
    /// A parenthesis that opens, or closes.
    pub(crate) const OPEN: u8 = 4;
    pub(crate) const CLOSE: u8 = 8;
    /// A quotation mark.
    pub(crate) const QUOTE: u8 = 16;
    /// The beginning of a segment.
    pub(crate) const FIRST: u8 = 32;
    /// Any of them.
    pub(crate) const ANY: u8 = u8::MAX;

    /// What the text between two words holds.
    pub(crate) fn of(text: &str) -> Self {
        if text == " " || text.is_empty() {
            return Self(0);
        }
        Self(text.chars().map(mark).fold(0, |all, mark| all | mark))
    }

    pub(crate) fn has(self, any_of: u8) -> bool {
        self.0 & any_of != 0
    }
}

fn mark(c: char) -> u8 {
    match c {
        ',' | ';' | ':' | '，' | '；' | '：' | '、' | '،' | '؛' | '–' | '—' | '…' => Marks::COMMA,
        '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '۔' | '।' => Marks::END,
        '(' | '[' | '（' | '［' | '【' => Marks::OPEN,
        ')' | ']' | '）' | '］' | '】' => Marks::CLOSE,
        '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '‹' | '›' => Marks::QUOTE,
        _ => 0,
    }
}

/// The words of one side of a bead.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) list: Vec<Word>,
    /// How long they are together.
    pub(crate) length: f32,
    /// What their letters are of: the first 256 characters that the longest word is from, counted in such steps.
    pub(crate) script: u32,
    folded: String,
    sounds: Vec<u8>,
    meanings: Vec<Meaning>,
    concepts: Vec<(Concept, f32)>,
}

impl Words {
    pub(crate) fn folded(&self, word: &Word) -> &str {
        &self.folded[word.folded.start as usize..word.folded.end as usize]
    }

    pub(crate) fn sounds(&self, word: &Word) -> &[u8] {
        &self.sounds[word.sounds.start as usize..word.sounds.end as usize]
    }

    pub(crate) fn meanings(&self, word: &Word) -> &[Meaning] {
        &self.meanings[word.meanings.start as usize..word.meanings.end as usize]
    }

    pub(crate) fn concepts(&self, word: &Word) -> &[(Concept, f32)] {
        &self.concepts[word.concepts.start as usize..word.concepts.end as usize]
    }
}

/// Where the words of a language are looked up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Books {
    pub(crate) dictionary: Dictionary,
    pub(crate) concepts: Concepts,
}

impl Books {
    pub(crate) fn of(version: &Version) -> Self {
        Self {
            dictionary: Dictionary::of(&version.language, version.locale.knowledge().prefixes),
            concepts: Concepts::of(&version.language),
        }
    }
}

/// Reads the words of neighbouring segments.
pub(crate) fn read(
    version: &Version,
    target: bool,
    segments: Range<usize>,
    matching: &Matching,
    books: &[Books; 2],
) -> Words {
    let ties = if target { matching.target() } else { matching.source() };
    let own = books[usize::from(target)];
    let mut words = Words::default();
    let mut longest = 0.0;
    for segment in segments.filter(|at| *at < version.segments.len()) {
        Reader { version, segment, ties, books: &own, other: &books[usize::from(!target)] }.read(&mut words);
    }
    for word in &words.list {
        if word.length > longest && !matches!(word.sort, Sort::Fact(_)) {
            longest = word.length;
            let initial = words.folded(word).chars().next().unwrap_or(' ');
            words.script = match u32::from(initial) {
                ..0x250 => 0,
                _ if is_ideograph(initial) => 0x4e,
                code => code >> 8,
            };
        }
    }
    words
}

/// The longest run of such characters is one word: kana, Hangul.
fn spells(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}')
}

struct Reader<'a> {
    version: &'a Version,
    segment: usize,
    ties: &'a [Tie],
    books: &'a Books,
    other: &'a Books,
}

impl Reader<'_> {
    fn read(&self, words: &mut Words) {
        let at = &self.version.segments[self.segment];
        let offset = at.range.start;
        let text = &self.version.block_of(self.segment).text.as_str()[at.range.range()];
        let tokens = Tokens::of(text);
        let list = tokens.list();
        let from = words.list.len();
        let mut facts = at.facts.clone().peekable();
        let (mut index, mut end) = (0, 0);
        let mut capitals = (0, 0);
        while let Some(token) = list.get(index) {
            let is_behind = |fact: &usize| {
                let fact = &self.version.facts[*fact];
                matches!(fact.value, Value::Negation(_)) || fact.range.end <= token.start + offset
            };
            while facts.next_if(is_behind).is_some() {}
            let marks = if index == 0 { Marks(Marks::FIRST) } else { Marks::of(&text[end..token.start]) };
            let mut word = Word {
                segment: self.segment,
                start: token.start,
                end: token.end,
                length: 0.0,
                before: words.length,
                sort: Sort::Short,
                marks,
                letters: 0,
                territory: None,
                folded: empty(words.folded.len()),
                sounds: empty(words.sounds.len()),
                meanings: empty(words.meanings.len()),
                concepts: empty(words.concepts.len()),
            };
            let is_first = index == 0 || marks.has(Marks::END);
            let is_here = |fact: &usize| self.version.facts[*fact].range.start < token.end + offset;
            if let Some(fact) = facts.peek().copied().filter(is_here) {
                word.end = word.end.max(self.version.facts[fact].range.end.saturating_sub(offset).min(text.len()));
                let is_silent = self.version.facts[fact].salience == Salience::Silent;
                word.sort = Sort::Fact(match self.ties[fact] {
                    _ if is_silent => None,
                    Tie::Alone(Missing::Unsaid) => Some(false),
                    Tie::Alone(_) => None,
                    _ => Some(true),
                });
            } else if text[token.start..].starts_with(stands_alone) {
                self.read_alone(&text[token.start..], &mut word, words);
            } else {
                words.folded.push_str(tokens.folded(index));
                word.folded.end = words.folded.len() as u32;
                let initial = text[token.start..].chars().next().unwrap_or(' ');
                let capital = initial.is_uppercase();
                let letters = tokens.folded(index).chars().take(3).count();
                if !is_first && letters > 1 {
                    capitals.0 += usize::from(capital);
                    capitals.1 += 1;
                }
                if token.kind == TokenKind::Digits {
                    word.sort = Sort::Name;
                } else if token.kind == TokenKind::Word && (letters > 2 || capital && letters > 1) {
                    word.sort = if capital && !is_first { Sort::Name } else { Sort::Plain };
                    if let Some((behind, code)) = self.version.locale.territory(text, &tokens, index) {
                        word.territory = Some(code);
                        word.end = list[behind - 1].end;
                    }
                }
            }
            index += list[index..].iter().take_while(|token| token.start < word.end).count();
            end = word.end;
            word.length = lengths::length(&text[word.start..word.end]) as f32;
            words.length += word.length;
            if matches!(word.sort, Sort::Name | Sort::Plain) {
                self.look_up(&mut word, words);
            }
            word.start += offset;
            word.end += offset;
            words.list.push(word);
        }
        // Where many words have capitals (German nouns, titles), a capital tells nothing.
        if capitals.0 * 4 > capitals.1 {
            for word in &mut words.list[from..] {
                if word.sort == Sort::Name && word.letters != 0 {
                    word.sort = Sort::Plain;
                }
            }
        }
    }

    /// Reads a word of a script that sets words not apart, or that is read by the syllable.
    fn read_alone(&self, rest: &str, word: &mut Word, words: &mut Words) {
        let run: usize = rest.chars().take_while(|c| spells(*c)).map(char::len_utf8).sum();
        let known =
            self.books.dictionary.form_at_start(rest).map(str::len).max(self.books.concepts.word_at_start(rest));
        // What is written without a space is one word, as far as it spells sounds.
        let length = known.unwrap_or(word.end - word.start).max(run);
        word.end = word.end.max(word.start + length);
        fold_into(&rest[..length], &mut words.folded);
        word.folded.end = words.folded.len() as u32;
        if let Some(known) = known {
            self.look_up_meaning(&fold(&rest[..known]), word, words);
        }
        if known.is_some() || run >= 6 {
            word.sort = Sort::Plain;
        }
    }

    /// Finds out what a word means, of which `known` is what is known.
    fn look_up_meaning(&self, known: &str, word: &mut Word, words: &mut Words) {
        let is_covered = |meaning: &Meaning| self.other.dictionary.covers(*meaning);
        words.meanings.extend(self.books.dictionary.meanings(known).into_iter().filter(is_covered));
        words.concepts.extend(self.books.concepts.of_word(known));
        word.meanings.end = words.meanings.len() as u32;
        word.concepts.end = words.concepts.len() as u32;
    }

    /// Finds out how a word sounds, and what it means where that is not known yet.
    fn look_up(&self, word: &mut Word, words: &mut Words) {
        let folded = &words.folded[word.folded.start as usize..];
        let first = folded.chars().next().unwrap_or(' ');
        if !is_ideograph(first) {
            sounds_of(folded, &mut words.sounds);
        }
        word.sounds.end = words.sounds.len() as u32;
        let sounds = &words.sounds[word.sounds.start as usize..];
        word.letters = sounds.iter().fold(0, |all, letter| all | 1 << (letter % 64));
        if stands_alone(first) {
            return;
        }
        let is_covered = |meaning: &Meaning| self.other.dictionary.covers(*meaning);
        words.meanings.extend(self.books.dictionary.meanings(folded).into_iter().filter(is_covered));
        // What short words stand for is mostly chance.
        if folded.chars().nth(3).is_some() {
            words.concepts.extend(self.books.concepts.of_word(folded));
        }
        word.meanings.end = words.meanings.len() as u32;
        word.concepts.end = words.concepts.len() as u32;
    }
}

fn empty(at: usize) -> Range<u32> {
    at as u32..at as u32
}
