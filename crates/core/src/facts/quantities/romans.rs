//! Roman numerals outside centuries: *Chapter IV*, *Louis XIV*, *II. Weltkrieg*.

use super::super::lexed::Lexed;
use super::super::reader::Reader;
use super::super::{Fact, Quantity, Salience, Value, roman};
use crate::locale::Meaning;
use crate::tokens::{Gap, TokenKind};
use rust_decimal::Decimal;

/// Reads the numerals that nothing else was read from.
pub(super) fn read(reader: &mut Reader<'_>) {
    for index in 0..reader.lexed.len() {
        if reader.lexed.is_taken(index) {
            continue;
        }
        if let Some((quantity, salience)) = numeral(&reader.lexed, index) {
            let range = reader.token_range(index, index + 1);
            let fact = Fact::sure(Value::Quantity(quantity), range, reader.salience(range, salience));
            reader.push_tokens(fact, index, index + 1);
        }
    }
}

fn numeral(lexed: &Lexed<'_>, index: usize) -> Option<(Quantity, Salience)> {
    if lexed.token(index).kind != TokenKind::Word || !roman::may_begin(lexed.raw(index)) {
        return None;
    }
    let (number, ending) = roman::with_ending(lexed.raw(index))?;
    let letters = lexed.raw(index).chars().count() - ending.chars().count();
    let small = lexed.raw(index).chars().take(letters).all(|c| matches!(c, 'I' | 'V' | 'X' | 'І' | 'Х'));
    // `CD`, `DIV`, `MIX` are words; an ending is none but an ordinal's (`XIVe`, not `Vie`).
    if (!small && letters < 3) || (letters == 1 && !ending.is_empty()) {
        return None;
    }
    // Written onto something else: `X-ray`, `5V`.
    let is_joint = |at: usize| lexed.get(at).is_some_and(|token| matches!(token.gap, Gap::Joint | Gap::None));
    let tied = index > 0 && is_joint(index) && !lexed.stands_alone(index - 1);
    if tied || is_joint(index + 1) && letters == 1 && !lexed.stands_alone(index + 1) {
        return None;
    }
    let quantity = Quantity { ordinal: !ending.is_empty(), ..Quantity::plain(Decimal::from(number)) };
    if let Some(word) = numbered(lexed, index) {
        // In `the part I played` the letter is a word.
        let is_title = lexed.raw(word).starts_with(|c: char| c.is_uppercase()) || !lexed.raw(index).is_ascii();
        return Some((quantity, if letters == 1 && !is_title { Salience::Silent } else { Salience::Soft }));
    }
    if !small || letters == 1 {
        return None;
    }
    let ordinal = Quantity { ordinal: true, ..quantity };
    Some((ordinal, if is_name(lexed, index) { Salience::Soft } else { Salience::Silent }))
}

/// The word beside a numeral that takes one: before it, or behind it as with an ordinal (*II wojna światowa*).
fn numbered(lexed: &Lexed<'_>, index: usize) -> Option<usize> {
    let near = |at: usize| lexed.joins(at) || lexed.get(at).is_some_and(|token| token.gap == Gap::Dot);
    let before = || lexed.hits_ending(index).find(|hit| hit.meaning == Meaning::Numbered).map(|hit| hit.start);
    let behind = || lexed.hits(index + 1).iter().find(|hit| hit.meaning == Meaning::Numbered).map(|hit| hit.start);
    near(index).then(before).flatten().or_else(|| near(index + 1).then(behind).flatten())
}

/// Whether a name stands before a numeral: a word with a capital and no other, behind a space.
fn is_name(lexed: &Lexed<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).filter(|_| lexed.joins(index)) else { return false };
    let mut letters = lexed.raw(before).chars();
    letters.next().is_some_and(char::is_uppercase) && letters.clone().count() >= 2 && letters.all(|c| !c.is_uppercase())
}
