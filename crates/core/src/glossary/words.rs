//! A text as terms are looked for in it: words, and runs of characters where words are not set apart.

use crate::fold::{is_hangul, stands_alone};
use crate::inflection::push_bare;
use crate::tokens::{Gap, TokenKind, Tokens};

/// What a word is, as far as finding terms goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// A word between spaces.
    Word,
    /// Digits, or a sign.
    Fixed,
    /// Characters of a script without spaces: words begin anywhere in it.
    Run,
    /// Hangul between spaces: a word with the particles written onto it.
    Hangul,
}

/// A word, or a run of characters whose words are not set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// What it is.
    pub kind: WordKind,
    /// First byte in the text.
    pub start: usize,
    /// One past its last byte in the text.
    pub end: usize,
    /// Whether it may go on a phrase that the word before is of, and how the two are joined.
    pub joint: Joint,
    form: (usize, usize),
    tokens: (usize, usize),
}

/// How a word follows the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// Between them stands what ends phrases.
    Apart,
    /// Spaces, or nothing.
    Space,
    /// A hyphen or an apostrophe.
    Hyphen,
}

/// The words of a text, folded and without the accents that inflection moves.
#[derive(Debug, Clone, Default)]
pub struct Words {
    tokens: Tokens,
    forms: String,
    list: Vec<Word>,
}

impl Words {
    /// Reads a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let tokens = Tokens::of(text);
        let mut forms = String::with_capacity(text.len() + 8);
        let mut list: Vec<Word> = Vec::with_capacity(tokens.len());
        let mut previous = None;
        for (index, token) in tokens.list().iter().enumerate() {
            let initial = text[token.start..].chars().next().unwrap_or(' ');
            let kind = match token.kind {
                TokenKind::Word if is_hangul(initial) => WordKind::Hangul,
                TokenKind::Word if stands_alone(initial) => WordKind::Run,
                TokenKind::Word => WordKind::Word,
                TokenKind::Digits | TokenKind::Sign => WordKind::Fixed,
            };
            let goes_on = matches!(kind, WordKind::Run | WordKind::Hangul) && previous == Some(kind);
            let start = forms.len();
            push_bare(tokens.folded(index), &mut forms);
            match list.last_mut().filter(|_| goes_on && token.gap == Gap::None) {
                Some(last) => {
                    last.end = token.end;
                    last.form.1 = forms.len();
                    last.tokens.1 = index + 1;
                }
                None => {
                    let joint = match token.gap {
                        Gap::Break => Joint::Apart,
                        Gap::Joint => Joint::Hyphen,
                        Gap::None | Gap::Space | Gap::Bound | Gap::Dot => Joint::Space,
                    };
                    list.push(Word {
                        kind,
                        start: token.start,
                        end: token.end,
                        joint,
                        form: (start, forms.len()),
                        tokens: (index, index + 1),
                    });
                }
            }
            previous = Some(kind);
        }
        Self { tokens, forms, list }
    }

    /// The words in order.
    #[must_use]
    pub fn list(&self) -> &[Word] {
        &self.list
    }

    /// The folded form of a word.
    #[must_use]
    pub fn form(&self, word: &Word) -> &str {
        &self.forms[word.form.0..word.form.1]
    }

    /// The folded forms of all words, one behind the other without anything between them.
    #[must_use]
    pub fn joined(&self) -> &str {
        &self.forms
    }

    /// Where a part of a run stands in the text, by bytes of its form; none where it does not begin and end with a
    /// character of the text.
    pub(super) fn part(&self, word: &Word, from: usize, to: usize) -> Option<(usize, usize)> {
        let (mut at, mut start, mut bare) = (0, None, String::new());
        for index in word.tokens.0..word.tokens.1 {
            let token = &self.tokens.list()[index];
            if at == from {
                start = Some(token.start);
            }
            bare.clear();
            push_bare(self.tokens.folded(index), &mut bare);
            at += bare.len();
            if at == to {
                return start.map(|start| (start, token.end));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(String, WordKind)> {
        let words = Words::of(text);
        words.list().iter().map(|word| (words.form(word).to_owned(), word.kind)).collect()
    }

    #[test]
    fn runs_are_read_as_one() {
        use WordKind::{Fixed, Hangul, Run, Word};
        let owned = |list: &[(&str, WordKind)]| -> Vec<(String, WordKind)> {
            list.iter().map(|(form, kind)| ((*form).to_owned(), *kind)).collect()
        };
        assert_eq!(shown("The E-Mail 2"), owned(&[("the", Word), ("e", Word), ("mail", Word), ("2", Fixed)]));
        assert_eq!(shown("データベースのAPI設計"), owned(&[("データベースの", Run), ("api", Word), ("設計", Run)]));
        assert_eq!(shown("네트워크에서 설정"), owned(&[("네트워크에서", Hangul), ("설정", Hangul)]));
        assert_eq!(shown("δίκτυο"), owned(&[("δικτυο", Word)]));
    }

    #[test]
    fn parts_of_runs_lead_back_to_the_text() {
        let text = "このデータベースを";
        let words = Words::of(text);
        let word = words.list()[0];
        let from = words.form(&word).find("データベース").expect("is there");
        let (start, end) =
            words.part(&word, from, from + "データベース".len()).expect("begins and ends with characters");
        assert_eq!(&text[start..end], "データベース");
        assert_eq!(words.part(&word, 1, 4), None);
    }
}
