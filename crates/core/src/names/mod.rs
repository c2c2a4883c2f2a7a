//! Names: the words of a text that stand for one person, place, firm or thing.
//!
//! They are found without a model: by capitals, as far as the language keeps those for names; by the tables of known
//! names; and by script, a Latin word in a Chinese text. A word is kept with the signs for and against its being a name,
//! and whoever compares names decides what they are worth.

mod known;
mod sound;

pub use known::{Known, KnownNames, home_of};
pub use sound::Sound;

use crate::document::{BlockKind, InlineKind};
use crate::facts::Value;
use crate::fold::{is_hangul, is_ideograph};
use crate::lexicon::{Concepts, Dictionary};
use crate::locale::Meaning;
use crate::span::TextRange;
use crate::tokens::{Gap, TokenKind, Tokens};
use crate::version::Version;
use crate::vocabulary::Vocabulary;
use std::collections::HashSet;
use std::ops::Range;

/// A word that is a name or part of one, or several that are a known name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its place in the block's text.
    pub range: TextRange,
    /// Folded, its words apart by single spaces.
    pub folded: Box<str>,
    /// What it names, where that is known: several where the name is ambiguous.
    pub known: &'static [Known],
    /// How sure it is that the word is a name.
    pub strength: Strength,
    /// The number of the name that it is part of, among those of the version: words that stand side by side.
    pub run: usize,
}

/// How sure it is that a word is a name, and one that translations keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Written with a capital because a sentence begins with it.
    First,
    /// Written with a capital as all nouns are.
    Noun,
    /// Translated as likely as not: a word that is known (*Ministry*), an acronym, a word of a heading.
    Common,
    /// Written as a name, and no other word that is known.
    Strong,
}

/// The names of a version.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// In the order of the text.
    pub list: Vec<Name>,
    of_segment: Vec<Range<usize>>,
}

/// The least letters of a known name that is surely one in scripts without capitals.
const LONG_WITHOUT_CAPITAL: usize = 5;
/// The least letters of a word that counts as a name by its capital alone.
const SHORT: usize = 3;
/// A text has capitals as headings have them where so many of ten longer words have one; more of them where it ends as
/// sentences do; and it has at least as many such words as the third number.
const HEADING: (usize, usize, usize) = (6, 8, 3);

impl Names {
    /// The names of a segment.
    #[must_use]
    pub fn of_segment(&self, segment: usize) -> &[Name] {
        self.of_segment.get(segment).map_or(&[], |range| &self.list[range.clone()])
    }

    /// The numbers of the names of a segment in [`Names::list`].
    #[must_use]
    pub fn range_of_segment(&self, segment: usize) -> Range<usize> {
        self.of_segment.get(segment).cloned().unwrap_or(0..0)
    }

    /// Reads the names of all segments.
    #[must_use]
    pub fn read(version: &Version) -> Self {
        let mut reader = Reader {
            version,
            known: version.locale.known_names(),
            dictionary: Dictionary::of(&version.language, &[]),
            concepts: Concepts::of(&version.language),
            vocabulary: Vocabulary::of(&version.language),
            names: Self::default(),
            runs: 0,
        };
        for segment in 0..version.segments.len() {
            let first = reader.names.list.len();
            if version.block_of(segment).kind != BlockKind::Code {
                reader.segment(segment);
            }
            reader.names.of_segment.push(first..reader.names.list.len());
        }
        reader.names.weigh_by_document(version);
        reader.names
    }

    /// A word that stands there in small letters as well is no name for its capital at the beginning of a sentence or in a
    /// heading; one that has a capital in the middle of another sentence is.
    fn weigh_by_document(&mut self, version: &Version) {
        if version.segments.len() < 2 {
            return;
        }
        let is_strong = |name: &&Name| name.strength == Strength::Strong && name.known.is_empty();
        let strong: HashSet<Box<str>> = self.list.iter().filter(is_strong).map(|name| name.folded.clone()).collect();
        if strong.is_empty() {
            return;
        }
        let stems: HashSet<&str> = strong.iter().map(|name| stem(name)).collect();
        let mut small: HashSet<&str> = HashSet::new();
        for (_, block) in version.prose() {
            let words = block.text.as_str().split(|c: char| !c.is_alphabetic());
            let words = words.filter(|word| word.starts_with(char::is_lowercase)).map(stem);
            small.extend(words.filter(|stem| stems.contains(stem)));
        }
        for name in self.list.iter_mut().filter(|name| name.known.is_empty()) {
            if name.strength == Strength::Strong && small.contains(stem(&name.folded)) {
                name.strength = Strength::Common;
            } else if name.strength == Strength::First
                && strong.contains(&name.folded)
                && !small.contains(stem(&name.folded))
            {
                name.strength = Strength::Strong;
            }
        }
    }
}

struct Reader<'a> {
    version: &'a Version,
    known: KnownNames,
    dictionary: Dictionary,
    concepts: Concepts,
    vocabulary: Option<Vocabulary>,
    names: Names,
    runs: usize,
}

impl Reader<'_> {
    fn segment(&mut self, segment: usize) {
        let version = self.version;
        let at = &version.segments[segment];
        let block = version.block_of(segment);
        let text = &block.text.as_str()[at.range.range()];
        // Without capitals and letters of scripts that have none, there is nothing to look for.
        if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return;
        }
        let tokens = Tokens::of(text);
        let heading = matches!(block.kind, BlockKind::Heading(_)) || has_capitals_of_headings(text, &tokens);
        let prefixes = version.locale.knowledge().prefixes;
        let facts = version.segment_facts(segment);
        let is_fact = |range: TextRange| {
            let mut over = facts.iter().filter(|fact| fact.range.overlaps(range));
            over.any(|fact| !matches!(fact.value, Value::Negation(_)))
        };
        let is_code = |range: TextRange| {
            let mut inlines = block.inlines.iter();
            inlines.any(|inline| {
                matches!(inline.kind, InlineKind::Code | InlineKind::Autolink) && inline.range.overlaps(range)
            })
        };
        let (mut index, mut last_end) = (0, None);
        while index < tokens.len() {
            let token = &tokens.list()[index];
            let initial = text[token.start..].chars().next().unwrap_or(' ');
            let has_case = initial.is_lowercase() || initial.is_uppercase();
            if token.kind != TokenKind::Word || initial.is_lowercase() {
                index += 1;
                continue;
            }
            let known = self.known.at(text, &tokens, index, prefixes);
            if known.is_none() && !initial.is_uppercase() {
                index += 1;
                continue;
            }
            let (end, known) = known.unwrap_or((index + 1, &[]));
            let range = TextRange::new(token.start + at.range.start, tokens.list()[end - 1].end + at.range.start);
            if is_fact(range) || is_code(range) {
                index += 1;
                continue;
            }
            let strength = self.strength(text, &tokens, index..end, known, heading, has_case);
            if last_end != Some(index) || !is_joined(text, &tokens, index) {
                self.runs += 1;
            }
            if let Some(strength) = strength {
                let folded = tokens.folded_run(index, end).into();
                self.names.list.push(Name { range, folded, known, strength, run: self.runs });
                last_end = Some(end);
            }
            index = end;
        }
    }

    fn strength(
        &self,
        text: &str,
        tokens: &Tokens,
        at: Range<usize>,
        known: &[Known],
        heading: bool,
        has_case: bool,
    ) -> Option<Strength> {
        let token = &tokens.list()[at.start];
        let written = &text[token.start..tokens.list()[at.end - 1].end];
        if !known.is_empty() {
            // A language is also a word for what is of its country, and a small thing to leave out.
            let is_place = known.iter().any(|known| matches!(known, Known::Region(_) | Known::City(_)));
            // Without a capital a short name is a part of another word as likely as not.
            let letters = written.chars().filter(|c| c.is_alphabetic()).count();
            let initial = written.chars().next().unwrap_or(' ');
            let least = match initial {
                _ if has_case => 1,
                c if is_ideograph(c) => 2,
                // Words in katakana are found whole.
                '\u{30a1}'..='\u{30fa}' => 2,
                c if is_hangul(c) => 3,
                _ => LONG_WITHOUT_CAPITAL,
            };
            return match letters {
                1 if !has_case => None,
                _ => Some(if is_place && !heading && letters >= least { Strength::Strong } else { Strength::Common }),
            };
        }
        let letters = written.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = written.chars().filter(|c| c.is_uppercase()).count();
        if letters < SHORT {
            return (capitals == letters && letters > 1).then_some(Strength::Common);
        }
        let joins_digits = tokens
            .list()
            .get(at.end)
            .is_some_and(|next| next.kind == TokenKind::Digits && matches!(next.gap, Gap::None | Gap::Joint));
        let folded = tokens.folded(at.start);
        let first = is_first(text, tokens, at.start);
        let is_translated =
            self.is_common(folded) || self.is_ordinary(written) || self.is_of_common(text, tokens, at.end);
        Some(if heading || capitals * 2 >= letters || joins_digits || is_translated {
            // A common word that a sentence begins with is written so for that reason.
            if first {
                return None;
            }
            Strength::Common
        } else if self.known.capital_nouns() {
            Strength::Noun
        } else if first {
            Strength::First
        } else {
            Strength::Strong
        })
    }

    /// Whether a common word with a capital follows that the word before belongs to (*Attorney General*, *Iron Dome*).
    fn is_of_common(&self, text: &str, tokens: &Tokens, next: usize) -> bool {
        tokens.list().get(next).is_some_and(|token| {
            let folded = tokens.folded(next);
            is_joined(text, tokens, next)
                && text[token.start..].starts_with(char::is_uppercase)
                && !self.known.signs(folded).title
                && !self.known.signs(folded).company
                && self.is_common(folded)
        })
    }

    /// Whether the language has the word, as it is written within a sentence: with a small letter, or as a noun with a
    /// capital where all have one.
    fn is_ordinary(&self, written: &str) -> bool {
        self.vocabulary
            .is_some_and(|words| words.has(&written.to_lowercase()) || self.known.capital_nouns() && words.has(written))
    }

    /// Whether a word is one that is known, and no name.
    fn is_common(&self, folded: &str) -> bool {
        let signs = self.known.signs(folded);
        if signs.common || signs.title || signs.company || self.known.ends_as_common(folded) {
            return true;
        }
        let is_calendar = |meaning: Meaning| {
            matches!(
                meaning,
                Meaning::Month(_) | Meaning::AmbiguousMonth(_) | Meaning::RareMonth(_) | Meaning::Weekday(_)
            )
        };
        self.version.locale.meanings(folded).any(is_calendar)
            || !self.dictionary.meanings(folded).is_empty()
            || self.concepts.has_word(folded)
            || self.is_form_of_common(folded)
    }
}

/// Letters that an inflected word has in the place of others, and letters that it shares with the word.
const FORM: (usize, usize) = (2, 5);

impl Reader<'_> {
    /// Whether a word without its last letters is one that is known.
    fn is_form_of_common(&self, folded: &str) -> bool {
        let ends: Vec<usize> = folded.char_indices().map(|(at, _)| at).collect();
        (1..=FORM.0).filter(|lacks| ends.len() >= FORM.1 + lacks).any(|lacks| {
            let stem = &folded[..ends[ends.len() - lacks]];
            self.known.signs(stem).common || self.concepts.has_word(stem) || self.concepts.has_word_with_one_more(stem)
        })
    }
}

/// Letters that may be an ending, and letters that are none.
const STEM: (usize, usize) = (2, 4);

/// A word without what may be its ending.
#[must_use]
pub fn stem(folded: &str) -> &str {
    let letters = folded.chars().count();
    let kept = letters.saturating_sub(STEM.0).max(STEM.1.min(letters));
    folded.char_indices().nth(kept).map_or(folded, |(at, _)| &folded[..at])
}

/// Whether a token is the first word of a sentence, or of what stands as one.
fn is_first(text: &str, tokens: &Tokens, index: usize) -> bool {
    let token = &tokens.list()[index];
    let Some(before) = index.checked_sub(1).map(|before| &tokens.list()[before]) else { return true };
    let between = &text[before.end..token.start];
    between.contains(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, ',' | '-' | '\'' | '’' | '&' | ')' | '/'))
        // A full stop behind one letter is that of an initial.
        && !(between.trim() == "." && text[before.start..before.end].chars().all(char::is_uppercase))
}

/// Whether a token goes on with the name before it.
fn is_joined(text: &str, tokens: &Tokens, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| &tokens.list()[before]) else { return false };
    let between = &text[before.end..tokens.list()[index].start];
    matches!(between.trim(), "" | "-" | "·" | "・" | "." | "&")
}

/// Whether most of the longer words of a text have a capital, as in headings.
fn has_capitals_of_headings(text: &str, tokens: &Tokens) -> bool {
    let words = tokens.list().iter().filter(|token| token.kind == TokenKind::Word);
    let (mut capitals, mut cased, mut others) = (0, 0, 0);
    for (token, initial) in words.filter_map(|token| Some((token, text[token.start..].chars().next()?))) {
        if !initial.is_uppercase() && !initial.is_lowercase() {
            others += 1;
        } else if token.end - token.start > 3 {
            capitals += usize::from(initial.is_uppercase());
            cased += 1;
        }
    }
    let is_sentence = text.trim_end().ends_with(['.', '!', '?', ':', ';', '…', '”', '"', '»', '“']);
    let least = if is_sentence { HEADING.1 } else { HEADING.0 };
    others < cased && cased >= HEADING.2 && capitals * 10 >= cased * least
}
