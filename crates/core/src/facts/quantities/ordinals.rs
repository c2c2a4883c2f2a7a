//! Ordinals in digits: by their ending, a mark or a full stop.

use super::super::Salience;
use super::super::lexed::Lexed;
use super::super::numerals::Numeral;
use super::super::signs::of_sign;
use crate::locale::{Hit, Meaning};
use crate::tokens::{Gap, TokenKind};
use rust_decimal::Decimal;

/// Units of the International System and of computing, which all languages write alike: `42cm` is no ordinal.
const UNIT_SYMBOLS: &[&str] = &[
    "a", "b", "bar", "c", "cl", "cm", "d", "db", "dl", "f", "g", "gb", "gbit", "ghz", "gib", "h", "ha", "hz", "j", "k",
    "kb", "kg", "khz", "kj", "km", "kw", "kwh", "l", "m", "mb", "mbit", "mg", "mhz", "mib", "min", "ml", "mm", "mol",
    "ms", "mw", "n", "nm", "ns", "pa", "ppm", "pt", "px", "s", "t", "tb", "tib", "v", "w", "wh", "x",
];

/// How much an ordinal in words counts: the first ones are more often idioms (*first of all*, *in zweiter Linie*), those
/// of several words are none.
pub(super) fn salience(value: Decimal, words: usize) -> Salience {
    if value <= Decimal::TWO {
        Salience::Silent
    } else if words >= 2 && value > Decimal::from(20) {
        Salience::Firm
    } else {
        Salience::Soft
    }
}

/// Whether a number carries an ordinal's ending (`3rd`, `3e`, `3-й`) or a full stop that makes it one (`3.`).
pub(super) fn is_ordinal(lexed: &Lexed<'_>, index: usize, numeral: &Numeral) -> bool {
    if numeral.ordinal {
        return true;
    }
    let is_mark = |hit: &Hit| hit.meaning == Meaning::OrdinalMark;
    if !numeral.digits {
        // 第三, 三番目, `thứ ba`.
        let behind = lexed.joins(numeral.end) && lexed.hits(numeral.end).iter().any(is_mark);
        return (behind && lexed.stands_alone(numeral.end))
            || (index > 0
                && lexed.joins(index)
                && lexed.hits_ending(index).any(|hit| is_mark(hit) || hit.meaning == Meaning::OrdinalWordMark));
    }
    if !numeral.plain || lexed.raw(index).chars().count() > 3 {
        return false;
    }
    // 第3, 3番目, 3つ目: the mark stands before the number, or behind it and its counter.
    let behind = [numeral.end, numeral.end + 1];
    // 17제곱킬로미터: a mark inside a unit's name is none.
    let unit_end = lexed.unit_hits(numeral.end).iter().filter(|hit| is_unit(hit)).map(|hit| hit.end).max();
    let is_mark_behind = |hit: &Hit| is_mark(hit) && unit_end.is_none_or(|end| hit.end >= end);
    let marked = behind.iter().any(|at| {
        let close = lexed.get(*at).is_some_and(|token| token.gap == Gap::None);
        close && (*at == numeral.end || lexed.stands_alone(numeral.end)) && lexed.hits(*at).iter().any(is_mark_behind)
    });
    if marked || (lexed.joins(index) && lexed.hits_ending(index).any(is_mark)) {
        return true;
    }
    let prefixed = matches!(lexed.token(index).gap, Gap::None | Gap::Joint)
        && lexed.hits_ending(index).any(|hit| hit.meaning == Meaning::OrdinalPrefix);
    if prefixed {
        return true;
    }
    let Some(next) = lexed.get(numeral.end) else { return false };
    let ending = lexed.raw(numeral.end);
    // A case ending (Turkish `20'den`) or a classifier (Bengali `20টি`).
    let is_particle = lexed.locale.knowledge().suffixes.contains(&lexed.tokens.folded(numeral.end))
        || lexed.hits(numeral.end).iter().any(|hit| matches!(hit.meaning, Meaning::Counter | Meaning::Bound(_)));
    if is_particle && next.gap != Gap::Dot {
        return false;
    }
    // `3:e`, `3.º`, `3'üncü`: the endings of the language, however they are joined.
    let joined = matches!(next.gap, Gap::None | Gap::Joint) || matches!(lexed.between(index), ":" | ".");
    if joined && lexed.hits(numeral.end).iter().any(|hit| hit.meaning == Meaning::OrdinalEnding) {
        return true;
    }
    match next.gap {
        Gap::None if lexed.unit_hits(numeral.end).iter().any(is_unit) || of_sign(ending).next().is_some() => false,
        Gap::None | Gap::Joint => {
            next.kind == TokenKind::Word
                && !lexed.stands_alone(numeral.end)
                && ending.chars().count() <= 3
                && !ending.starts_with(char::is_uppercase)
                && UNIT_SYMBOLS.binary_search(&ending.to_lowercase().as_str()).is_err()
        }
        Gap::Dot => {
            lexed.locale.knowledge().ordinal_dot
                && lexed.between(index).ends_with(char::is_whitespace)
                && lexed.raw(index).chars().count() <= 2
        }
        _ => false,
    }
}

/// `30км`, `5ч`: a unit's short form written onto the number.
fn is_unit(hit: &Hit) -> bool {
    matches!(hit.meaning, Meaning::UnitSign { .. } | Meaning::Unit(_))
}

#[cfg(test)]
mod tests {
    use super::UNIT_SYMBOLS;

    #[test]
    fn unit_symbols_can_be_searched() {
        let mut sorted = UNIT_SYMBOLS.to_vec();
        sorted.sort_unstable();
        assert_eq!(UNIT_SYMBOLS, sorted);
    }
}
