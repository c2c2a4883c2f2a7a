//! Evidence from signs: questions, exclamations, colons, brackets, quotation marks, and how a segment ends.
//!
//! Every sign counts by whether it is there, not how often. How telling it is depends on how common it is in the two
//! documents: see [`agreement`].

use crate::evidence::{Agreement, agreement};
use crate::prepared::Prepared;

/// The signs of a segment, one bit each.
pub(crate) type Signs = u16;

const QUESTION: Signs = 1;
const EXCLAMATION: Signs = 1 << 1;
const COLON: Signs = 1 << 2;
const BRACKET: Signs = 1 << 3;
const QUOTE: Signs = 1 << 4;
const ELLIPSIS: Signs = 1 << 5;
const SEMICOLON: Signs = 1 << 6;
const ENDS_IN_COLON: Signs = 1 << 7;
const ENDS_BARE: Signs = 1 << 8;
const EMPTY: Signs = 1 << 9;
const COUNT: usize = 10;

/// How often a sign of one side is on the other side too, beyond chance, in beads of 1-1: measured on the
/// development sets (German-French, English-Icelandic) and the letter, rounded down.
const KEPT: [f64; COUNT] = [0.85, 0.6, 0.5, 0.7, 0.5, 0.5, 0.3, 0.7, 0.7, 0.98];

/// The signs of `text`.
pub(crate) fn signs(text: &str) -> Signs {
    let mut signs = 0;
    let mut end = EMPTY;
    for c in text.chars() {
        let sign = sign(c);
        signs |= sign;
        if c.is_alphanumeric() {
            end = ENDS_BARE;
        } else if sign == COLON {
            end = ENDS_IN_COLON;
        } else if !(c.is_whitespace() || matches!(sign, BRACKET | QUOTE)) {
            // Any other sign ends the segment: a full stop of some script, a comma.
            end = 0;
        }
    }
    signs | end
}

fn sign(c: char) -> Signs {
    match c {
        '?' | '？' | '؟' | '՞' | '፧' | '⁇' | '⁈' => QUESTION,
        '!' | '！' | '՜' | '‼' | '⁉' => EXCLAMATION,
        ':' | '：' | '︰' => COLON,
        '(' | ')' | '（' | '）' | '[' | ']' | '［' | '］' | '【' | '】' | '〔' | '〕' => BRACKET,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂' | '《' | '》' | '〈' | '〉'
        | '‹' | '›' => QUOTE,
        '…' | '⋯' => ELLIPSIS,
        ';' | '；' | '؛' => SEMICOLON,
        _ => 0,
    }
}

/// How telling each sign is in a pair of versions.
#[derive(Debug)]
pub(crate) struct SignEvidence {
    by_sign: [Agreement; COUNT],
    /// Where neither side has any sign.
    none: f64,
}

impl SignEvidence {
    pub(crate) fn new(source: &Prepared<'_>, target: &Prepared<'_>) -> Self {
        let rate = |version: &Prepared<'_>, sign: usize| {
            let having = version.signs.iter().filter(|signs| signs[0] >> sign & 1 == 1).count();
            (having as f64 + 0.5) / (version.len() as f64 + 1.0)
        };
        let by_sign = std::array::from_fn(|sign| agreement(rate(source, sign), rate(target, sign), KEPT[sign]));
        Self { none: by_sign.iter().map(|table: &Agreement| table[0][0]).sum(), by_sign }
    }

    /// Log-likelihood ratio of the signs of the two sides of a bead: that they correspond, against chance.
    pub(crate) fn score(&self, source: Signs, target: Signs) -> f64 {
        let mut score = self.none;
        let mut present = source | target;
        while present != 0 {
            let sign = present.trailing_zeros() as usize;
            present &= present - 1;
            let table = &self.by_sign[sign];
            score += table[usize::from(source >> sign & 1)][usize::from(target >> sign & 1)] - table[0][0];
        }
        score
    }
}

/// The signs of neighbouring segments taken together; what ends them is what ends the last.
pub(crate) fn joined(signs: &[Signs]) -> Signs {
    const ENDS: Signs = ENDS_IN_COLON | ENDS_BARE;
    let all = signs.iter().fold(0, |all, signs| all | signs);
    let empty = if signs.iter().all(|signs| signs & EMPTY != 0) { EMPTY } else { 0 };
    let last = signs.iter().rev().find(|signs| **signs & EMPTY == 0).copied().unwrap_or(0);
    all & !(ENDS | EMPTY) | last & ENDS | empty
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_the_same_in_every_script() {
        for (a, b) in [
            ("Is it?", "本当ですか？"),
            ("Is it?", "هل هذا صحيح؟"),
            ("He said: “Yes.”", "彼は言った：「はい。」"),
            ("Title", "标题"),
            ("One (two).", "一（二）。"),
            ("Yes.", "हाँ।"),
        ] {
            assert_eq!(signs(a), signs(b), "{a} {b}");
        }
        assert_eq!(signs("The following:"), COLON | ENDS_IN_COLON);
        assert_eq!(signs("…"), ELLIPSIS);
        assert_eq!(signs(" "), EMPTY);
    }

    #[test]
    fn the_last_segment_ends_a_bead() {
        assert_eq!(joined(&[signs("Title"), signs("Is it?")]), QUESTION);
        assert_eq!(joined(&[signs("Is it?"), signs("Title"), signs("")]), QUESTION | ENDS_BARE);
        assert_eq!(joined(&[signs(""), signs("")]), EMPTY);
    }
}
