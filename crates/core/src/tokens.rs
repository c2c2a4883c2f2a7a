//! Tokens: words, digit runs and signs of a text, in the form in which tables are searched.

use crate::classes::class;
use crate::fold::{digit_value, fold_into, is_mark, stands_alone};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters; a single character in scripts written without spaces.
    Word,
    /// Decimal digits of one script.
    Digits,
    /// A sign that means something by itself: `%`, `€`, `№`, `½`.
    Sign,
}

/// What stands between a token and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing.
    None,
    /// White space that may break.
    Space,
    /// A no-break or thin space.
    Bound,
    /// A hyphen or an apostrophe, without spaces.
    Joint,
    /// A full stop, with or without spaces after it: `a.m.`, `z. B.`
    Dot,
    /// Anything else: other punctuation, a symbol, several of these.
    Break,
}

/// A word, digit run or sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// First byte in the text.
    pub start: usize,
    /// One past its last byte in the text.
    pub end: usize,
    /// What stands before it.
    pub gap: Gap,
    /// Whether that is a stroke (`km/h`).
    pub stroke: bool,
    folded_start: usize,
    folded_end: usize,
}

/// The tokens of a text, and their folded forms joined by spaces, so that any run of tokens can be looked up as it
/// stands.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    list: Vec<Token>,
    folded: String,
}

fn is_sign(c: char) -> bool {
    matches!(c, '%' | '٪' | '‰' | '؉' | '№' | '°' | '§' | '¢'..='¥' | '$' | '₠'..='⃀' | '֏' | '؋' | '৳' | '฿' | '៛' | '﷼')
        || matches!(c, '‱' | '′' | '″' | '℃' | '℉' | '㍱'..='㍺' | '㎀'..='㏟')
        || matches!(c, '¼'..='¾' | '⅐'..='⅟' | '↉' | '％' | '＄' | '￡' | '￥' | '￦' | '²' | '³')
}

fn is_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{200c}' | '\u{200d}')
}

/// Marks where a word may be broken, or may not: no part of what it says.
fn is_invisible_hyphen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{2060}' | '\u{feff}')
}

/// A letter, or what joins letters: a word begins here.
pub(crate) const WORD: u8 = 1;
/// A decimal digit.
const DIGIT: u8 = 2;
/// A sign that is a token.
const SIGN: u8 = 4;
/// A mark, or what is not seen: goes on with any word.
const CLINGS: u8 = 8;
/// A letter that is a word by itself.
const ALONE: u8 = 16;
/// A letter that goes on with a word of its like.
const JOINS: u8 = 32;
/// Folds to itself.
const SAME: u8 = 64;
/// A letter or number in the sense of Unicode.
pub(crate) const ALPHANUMERIC: u8 = 128;

/// What a character is to [`Tokens::of`], which reads it from a table made of this.
#[must_use]
pub(crate) fn computed_class(c: char) -> u8 {
    let is_same = || {
        let mut folded = String::new();
        fold_into(c.encode_utf8(&mut [0; 4]), &mut folded);
        folded.chars().eq([c])
    };
    let alone = stands_alone(c);
    let word = is_word(c);
    [
        (WORD, word),
        (DIGIT, digit_value(c).is_some()),
        (SIGN, is_sign(c)),
        (CLINGS, is_mark(c) || is_invisible_hyphen(c)),
        (ALONE, alone),
        (JOINS, word && !alone),
        (SAME, is_same()),
        (ALPHANUMERIC, c.is_alphanumeric()),
    ]
    .into_iter()
    .fold(0, |class, (bit, is_set)| if is_set { class | bit } else { class })
}

impl Tokens {
    /// Splits `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        // Words have five letters or so; where they have fewer, the list grows.
        let list = Vec::with_capacity(text.len() / 6 + 4);
        let mut tokens = Self { list, folded: String::with_capacity(text.len() + text.len() / 4) };
        let mut chars = text.chars();
        let mut previous_end = 0;
        loop {
            let start = text.len() - chars.as_str().len();
            let Some(c) = chars.next() else { break };
            let mut all = class(c);
            let (kind, more) = if all & DIGIT != 0 {
                (TokenKind::Digits, DIGIT)
            } else if all & SIGN != 0 {
                (TokenKind::Sign, 0)
            } else if all & WORD == 0 {
                continue;
            } else if all & ALONE != 0 {
                (TokenKind::Word, CLINGS)
            } else {
                (TokenKind::Word, CLINGS | JOINS)
            };
            let mut end = text.len() - chars.as_str().len();
            // ASCII is gone through byte by byte.
            loop {
                while let Some(byte) = text.as_bytes().get(end).filter(|byte| byte.is_ascii()) {
                    let class = class(char::from(*byte));
                    if class & more == 0 {
                        break;
                    }
                    all &= class;
                    end += 1;
                }
                chars = text[end..].chars();
                let next = chars.clone().next().filter(|next| !next.is_ascii());
                let Some((next, class)) = next.map(|next| (next, class(next))) else { break };
                if class & more == 0 {
                    break;
                }
                all &= class;
                end += next.len_utf8();
            }
            let between = &text[previous_end..start];
            tokens.push(kind, (start, end), between, &text[start..end], all & SAME != 0);
            previous_end = end;
        }
        tokens
    }

    fn push(&mut self, kind: TokenKind, (start, end): (usize, usize), between: &str, text: &str, is_folded: bool) {
        if !self.folded.is_empty() {
            self.folded.push(' ');
        }
        let folded_start = self.folded.len();
        if is_folded {
            self.folded.push_str(text);
        } else if text.is_ascii() {
            self.folded.push_str(text);
            self.folded[folded_start..].make_ascii_lowercase();
        } else {
            for c in text.chars() {
                if class(c) & SAME != 0 {
                    self.folded.push(c)
                } else {
                    fold_into(c.encode_utf8(&mut [0; 4]), &mut self.folded)
                }
            }
        }
        let (gap, stroke) = match between {
            "" => (Gap::None, false),
            " " => (Gap::Space, false),
            _ => (gap_of(between), matches!(between.trim(), "/" | "∕" | "⁄")),
        };
        self.list.push(Token { kind, start, end, gap, stroke, folded_start, folded_end: self.folded.len() });
    }

    /// The tokens in order.
    #[must_use]
    #[inline]
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// How many tokens there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The folded form of one token.
    #[must_use]
    #[inline]
    pub fn folded(&self, index: usize) -> &str {
        let token = &self.list[index];
        &self.folded[token.folded_start..token.folded_end]
    }

    /// The folded forms from token `index` to the end of the text, joined by single spaces.
    #[must_use]
    pub fn folded_from(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |token| &self.folded[token.folded_start..])
    }

    /// The folded forms of tokens `from..to` joined by single spaces.
    #[must_use]
    #[inline]
    pub fn folded_run(&self, from: usize, to: usize) -> &str {
        match self.list.get(from..to) {
            Some([first, .., last]) => &self.folded[first.folded_start..last.folded_end],
            Some([token]) => &self.folded[token.folded_start..token.folded_end],
            _ => "",
        }
    }

    /// All folded forms joined by single spaces: the form in which phrases are kept in tables.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.folded
    }
}

fn gap_of(between: &str) -> Gap {
    if between == " " {
        return Gap::Space;
    }
    // A zero-width space or a soft hyphen only says where a line may be broken.
    let is_seen = |c: &char| *c != '\u{200b}' && !is_invisible_hyphen(*c);
    let mut chars = between.chars().filter(is_seen);
    match (chars.next(), chars.next()) {
        (None, _) => Gap::None,
        (Some(c), None) => match c {
            ' ' => Gap::Space,
            '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}' => Gap::Bound,
            '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | 'ʼ' | '־' | '״' | '׳' | '＇' => Gap::Joint,
            // `कि॰मी॰`: the abbreviation sign of Devanagari.
            '.' | '॰' => Gap::Dot,
            c if c.is_whitespace() => Gap::Space,
            _ => Gap::Break,
        },
        (Some('.' | '॰'), Some(second)) if second.is_whitespace() && chars.next().is_none() => Gap::Dot,
        // `J.-C.`
        (Some('.'), Some('-')) if chars.next().is_none() => Gap::Dot,
        _ if between.chars().filter(is_seen).all(char::is_whitespace) => Gap::Space,
        _ => Gap::Break,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let tokens = Tokens::of(text);
        (0..tokens.len()).map(|index| tokens.folded(index).to_owned()).collect()
    }

    #[test]
    fn splits_words_digits_and_signs() {
        assert_eq!(shown("L’école a 90 000 €."), ["l", "école", "a", "90", "000", "€"]);
        assert_eq!(shown("9万校以上"), ["9", "万", "校", "以", "上"]);
        assert_eq!(shown("९० हज़ार से"), ["90", "हजार", "से"]);
        assert_eq!(shown("COVID-19"), ["covid", "19"]);
        assert_eq!(shown("20만명"), ["20", "만", "명"]);
        assert_eq!(shown("zwei\u{ad}hundert"), ["zweihundert"]);
    }

    #[test]
    fn tells_what_stands_between() {
        let gaps: Vec<Gap> = Tokens::of("a b\u{a0}c-d. e, f.g").list().iter().map(|token| token.gap).collect();
        assert_eq!(gaps, [Gap::None, Gap::Space, Gap::Bound, Gap::Joint, Gap::Dot, Gap::Break, Gap::Dot]);
        assert_eq!(Tokens::of("ห\u{200b}ก").list()[1].gap, Gap::None);
    }

    #[test]
    fn any_run_of_tokens_is_a_key() {
        let tokens = Tokens::of("Fin du mois de février");
        assert_eq!(tokens.key(), "fin du mois de février");
        assert!(tokens.folded_from(4).starts_with("février"));
    }
}
