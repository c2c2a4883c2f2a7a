//! Amounts with a letter for their magnitude: `$5m`, `£3bn`, `5 M€`.

use super::super::Unit;
use super::super::lexed::Lexed;
use super::super::numerals::Numeral;
use super::super::signs::{currency_of_code, of_sign};
use crate::locale::Meaning;
use crate::tokens::Gap;
use rust_decimal::Decimal;

/// Short forms of magnitudes beside money, as the financial press writes them in all languages.
const MAGNITUDES: &[(&str, u64)] = &[
    ("b", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("k", 1000),
    ("m", 1_000_000),
    ("md", 1_000_000_000),
    ("mm", 1_000_000),
    ("mn", 1_000_000),
    ("tn", 1_000_000_000_000),
];

/// Multiplies a number by the magnitude that a letter behind it stands for: where money stands before the number, or
/// right behind the letter.
pub(super) fn multiply(lexed: &Lexed<'_>, index: usize, numeral: &mut Numeral) {
    let at = numeral.end;
    let Some(token) = lexed.get(at).filter(|token| matches!(token.gap, Gap::None | Gap::Space | Gap::Bound)) else {
        return;
    };
    let folded = lexed.tokens.folded(at);
    let Some((_, value)) = MAGNITUDES.iter().find(|(short, _)| *short == folded) else { return };
    if lexed.is_taken(at) || !numeral.digits || numeral.scale != Decimal::ONE {
        return;
    }
    let before = token.gap == Gap::None && index > 0 && lexed.joins(index) && is_money(lexed, index - 1);
    let behind = lexed.get(at + 1).is_some_and(|next| next.gap == Gap::None) && is_money(lexed, at + 1);
    if !(before || behind) {
        return;
    }
    let value = Decimal::from(*value);
    numeral.multiply(value, at + 1);
    numeral.scale = value;
}

/// Whether a token is a sign or code of money.
fn is_money(lexed: &Lexed<'_>, at: usize) -> bool {
    let raw = lexed.raw(at);
    let is_currency = |meaning: Meaning| matches!(meaning, Meaning::Currency(_));
    of_sign(raw).any(|unit| matches!(unit, Unit::Money(_)))
        || currency_of_code(raw).is_some()
        || lexed.hits(at).iter().any(|hit| hit.end == at + 1 && is_currency(hit.meaning))
}
