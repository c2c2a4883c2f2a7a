//! The words of a version, numbered, with what is needed to find their like in another version.

use crate::meanings::MeaningSet;
use parallax_core::LanguageTag;
use parallax_core::fold::stands_alone;
use parallax_core::lexicon::{ConceptVector, Concepts, Dictionary, Meaning, ascii_of};
use parallax_core::locale::Locale;
use parallax_core::tokens::{Token, TokenKind, Tokens};
use std::collections::HashMap;

/// Index of a word in its [`Vocabulary`].
pub(crate) type WordId = u32;

/// Words are told apart by their first letters only, which serves as a stemmer that knows no language. Seven against
/// whole words makes no difference on the development sets, four or five are worse.
const STEM: usize = 7;

/// What sort of word it is, as far as finding its like goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordClass {
    /// Digits.
    Number,
    /// A word that is always capitalised, also within sentences.
    Name,
    /// Any other word of an alphabetic script.
    Common,
    /// A character of a script written without spaces, or a sign: only equal to itself.
    Symbol,
}

/// What is known of a word.
#[derive(Debug)]
pub(crate) struct Word {
    /// Its folded form, as a key.
    pub(crate) form: Box<str>,
    /// Its form in small ASCII letters, for comparison across spellings and scripts; empty for symbols.
    pub(crate) ascii: Box<[u8]>,
    pub(crate) class: WordClass,
    /// What it means, if the built-in dictionary has it.
    pub(crate) meanings: Vec<Meaning>,
    /// What it stands for, if CLDR has it among the words for something.
    pub(crate) concepts: ConceptVector,
    /// How often it stands in the text.
    pub(crate) frequency: f64,
    /// The segments it stands in, in order.
    pub(crate) segments: Vec<u32>,
    /// Whether it stands somewhere without a capital.
    small: bool,
    /// Whether it stands somewhere with a capital that does not begin a segment.
    capital_inside: bool,
}

/// The words of a version.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    pub(crate) words: Vec<Word>,
    /// How many words the text has in all.
    pub(crate) total: f64,
    /// Three-letter stretches of words of four letters or more, with the word, sorted.
    pub(crate) trigrams: Vec<(u32, WordId)>,
    /// Meanings with the words that have them, sorted.
    pub(crate) meanings: Vec<(u32, WordId)>,
    /// Meanings that the language's dictionary has words for.
    pub(crate) covered: MeaningSet,
    known: HashMap<Box<str>, WordId>,
    dictionary: Dictionary,
    concepts: Concepts,
}

impl Vocabulary {
    /// An empty vocabulary of a language.
    pub(crate) fn new(locale: &Locale, language: &LanguageTag) -> Self {
        let dictionary = Dictionary::of(language, locale.knowledge().prefixes);
        Self {
            covered: MeaningSet::of(dictionary.covered()),
            dictionary,
            concepts: Concepts::of(language),
            ..Self::default()
        }
    }

    /// Appends the words of a segment to `out`. Digits that `read_as_facts` covers are left out: facts compare them.
    pub(crate) fn read(
        &mut self,
        text: &str,
        tokens: &Tokens,
        read_as_facts: impl Fn(usize, usize) -> bool,
        out: &mut Vec<WordId>,
    ) {
        let list = tokens.list();
        let mut index = 0;
        let mut first_word = true;
        while index < list.len() {
            let token = &list[index];
            // What is written without spaces is cut into words where we know them, and into characters else.
            if let Some(length) = self.word_at_start(&text[token.start..]) {
                let end = token.start + length;
                let form = &text[token.start..end];
                out.push(self.add(form, TokenKind::Sign, form, false));
                index += list[index..].iter().take_while(|token| token.start < end).count();
                continue;
            }
            let end = index + if token.kind == TokenKind::Digits { grouped_digits(text, &list[index..]) } else { 1 };
            let is_fact = token.kind == TokenKind::Digits && read_as_facts(token.start, list[end - 1].end);
            if !is_fact {
                let form: String = (index..end).map(|at| tokens.folded(at)).collect();
                out.push(self.add(&text[token.start..token.end], token.kind, &form, first_word));
            }
            first_word = false;
            index = end;
        }
    }

    /// The length of the longest word that a text begins with where words are not set apart.
    fn word_at_start(&self, text: &str) -> Option<usize> {
        let by_dictionary = self.dictionary.form_at_start(text).map(str::len);
        by_dictionary.max(self.concepts.word_at_start(text))
    }

    fn add(&mut self, written: &str, kind: TokenKind, form: &str, first_word: bool) -> WordId {
        let stem = if kind == TokenKind::Word { stem(form) } else { form };
        let initial = written.chars().next().unwrap_or(' ');
        let id = match self.known.get(stem) {
            Some(id) => *id,
            None => {
                let id = self.insert(stem, kind, initial);
                if kind != TokenKind::Digits {
                    let word = &mut self.words[id as usize];
                    word.meanings = self.dictionary.meanings(form);
                    word.concepts = self.concepts.of_word(form);
                }
                id
            }
        };
        let word = &mut self.words[id as usize];
        word.small |= !initial.is_uppercase();
        word.capital_inside |= initial.is_uppercase() && !first_word;
        id
    }

    fn insert(&mut self, form: &str, kind: TokenKind, initial: char) -> WordId {
        let class = match kind {
            TokenKind::Digits => WordClass::Number,
            TokenKind::Sign => WordClass::Symbol,
            TokenKind::Word if stands_alone(initial) => WordClass::Symbol,
            TokenKind::Word => WordClass::Common,
        };
        let ascii = if class == WordClass::Symbol { Vec::new() } else { ascii_of(form) };
        let id = self.words.len() as WordId;
        self.known.insert(form.into(), id);
        self.words.push(Word {
            form: form.into(),
            ascii: ascii.into(),
            class,
            meanings: Vec::new(),
            concepts: ConceptVector::new(),
            frequency: 0.0,
            segments: Vec::new(),
            small: false,
            capital_inside: false,
        });
        id
    }

    /// Counts the words of a segment.
    pub(crate) fn count(&mut self, words: &[WordId], segment: usize) {
        let segment = segment as u32;
        for word in words {
            let word = &mut self.words[*word as usize];
            word.frequency += 1.0;
            if word.segments.last() != Some(&segment) {
                word.segments.push(segment);
            }
        }
        self.total += words.len() as f64;
    }

    /// To be called when all segments are read.
    pub(crate) fn finish(&mut self) {
        self.known = HashMap::new();
        self.dictionary = Dictionary::default();
        self.concepts = Concepts::default();
        for (id, word) in self.words.iter_mut().enumerate() {
            if word.class == WordClass::Common && word.capital_inside && !word.small {
                word.class = WordClass::Name;
            }
            if word.class != WordClass::Number && word.ascii.len() >= 4 {
                let packed = |three: &[u8]| three.iter().fold(0, |key, byte| key << 8 | u32::from(*byte));
                self.trigrams.extend(word.ascii.windows(3).map(|three| (packed(three), id as WordId)));
            }
        }
        for (id, word) in self.words.iter().enumerate() {
            self.meanings.extend(word.meanings.iter().map(|meaning| (u32::from(*meaning), id as WordId)));
        }
        self.meanings.sort_unstable();
        self.trigrams.sort_unstable();
        self.trigrams.dedup();
    }

    /// The word with this number.
    pub(crate) fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    /// The words by their form.
    pub(crate) fn by_form(&self) -> HashMap<&str, WordId> {
        self.words.iter().enumerate().map(|(id, word)| (&*word.form, id as WordId)).collect()
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// How often a word stands in the text, relative to all its words.
    pub(crate) fn share(&self, id: WordId) -> f64 {
        self.word(id).frequency / self.total
    }
}

/// How the word with a form stands in a text, if it is there.
pub(crate) fn written_as<'t>(text: &'t str, form: &str) -> Option<&'t str> {
    let tokens = Tokens::of(text);
    let list = tokens.list();
    let is_form = |at: usize| {
        let folded = tokens.folded(at);
        let cut = folded.char_indices().nth(STEM).map_or(folded.len(), |(at, _)| at);
        if list[at].kind == TokenKind::Word { folded[..cut] == *form } else { folded == form }
    };
    let token = (0..list.len()).find(|at| is_form(*at)).map(|at| &text[list[at].start..list[at].end]);
    // Words that are not set apart are several tokens.
    token.or_else(|| text.find(form).map(|at| &text[at..at + form.len()]))
}

/// What a folded word is told apart by.
pub(crate) fn stem(form: &str) -> &str {
    let cut = form.char_indices().nth(STEM).map_or(form.len(), |(at, _)| at);
    &form[..cut]
}

/// How many tokens from the first on are groups of one number: `90 000`, `1.234.567`.
fn grouped_digits(text: &str, tokens: &[Token]) -> usize {
    let length = |token: &Token| text[token.start..token.end].chars().count();
    let mut count = 1;
    if length(&tokens[0]) > 3 {
        return count;
    }
    while let Some(next) = tokens.get(count) {
        let last = &tokens[count - 1];
        let between = &text[last.end..next.start];
        let separated =
            matches!(between, " " | "\u{a0}" | "\u{202f}" | "\u{2009}" | "." | "," | "'" | "’" | "٬" | "，");
        if next.kind != TokenKind::Digits || !separated || length(next) != 3 {
            break;
        }
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prepared::Prepared;
    use crate::testing::paragraphs;

    fn forms(language: &str, text: &str) -> Vec<String> {
        let version = paragraphs(language, text);
        let prepared = Prepared::new(&version);
        let form = |id: &WordId| prepared.vocabulary.word(*id).form.to_string();
        (0..prepared.len()).flat_map(|at| prepared.words_of(at).iter().map(form).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn words_are_cut_and_numbers_that_are_facts_left_out() {
        assert_eq!(forms("en", "Internationally 90,000 people"), ["interna", "people"]);
        assert_eq!(forms("ja", "学校で学ぶ"), ["学校", "で", "学", "ぶ"]);
    }

    #[test]
    fn names_are_known_by_their_capital() {
        let version = paragraphs("en", "Then Smith met the mayor. Mayor Smith laughed.");
        let prepared = Prepared::new(&version);
        let class =
            |form: &str| prepared.vocabulary.words.iter().find(|word| *word.form == *form).map(|word| word.class);
        assert_eq!(class("smith"), Some(WordClass::Name));
        assert_eq!(class("mayor"), Some(WordClass::Common));
        assert_eq!(class("then"), Some(WordClass::Common));
    }

    #[test]
    fn digits_in_groups_are_one_number() {
        let grouped = |text: &str| {
            let tokens = Tokens::of(text);
            grouped_digits(text, tokens.list())
        };
        assert_eq!((grouped("90 000"), grouped("1.234.567"), grouped("90, 000"), grouped("2020 300")), (2, 3, 1, 1));
    }
}
