//! A single letter for a magnitude behind digits: `8M`, `2,6 M`, `5K`.

use super::super::lexed::Lexed;
use super::super::numerals::Numeral;
use crate::locale::Meaning;
use crate::tokens::Gap;
use rust_decimal::Decimal;

/// How likely a letter right behind the digits is a magnitude, rather than a part of a name (`4K`) or a unit.
const GLUED: f32 = 0.7;
/// The same for a letter behind a space.
const APART: f32 = 0.55;

/// How likely a `k` right behind the digits is a thousand, by the prefix of the SI, rather than so many kilometres (*a 10k
/// race*).
const KILO: f32 = 0.6;

/// Lets a letter that CLDR's compact form has for a magnitude, or the `k` that is written for a thousand in all
/// languages, multiply the number before it; the number alone stays a
/// reading, and the letter then belongs to it.
pub(super) fn multiply(lexed: &Lexed<'_>, numeral: &mut Numeral) {
    let at = numeral.end;
    let Some(gap) = lexed.get(at).map(|token| token.gap) else { return };
    let share = match gap {
        Gap::None => GLUED,
        Gap::Space | Gap::Bound => APART,
        _ => return,
    };
    // `5 M€` and `5M-strong` go on with the letter; a letter within a word does not end there.
    let ends = lexed.get(at + 1).is_none_or(|next| next.gap != Gap::None);
    if !numeral.digits || numeral.words != 1 || numeral.scale != Decimal::ONE || lexed.is_taken(at) || !ends {
        return;
    }
    let raw = lexed.raw(at);
    let found = lexed.hits(at).iter().find_map(|hit| match hit.meaning {
        Meaning::Symbol(letter, value) if hit.end == at + 1 && raw.chars().eq([letter]) => Some(value),
        _ => None,
    });
    let kilo = (raw == "k" && gap == Gap::None).then_some((Decimal::ONE_THOUSAND, KILO));
    let Some((value, share)) = found.map(|value| (value.into(), share)).or(kilo) else { return };
    let multiplied: Vec<(Decimal, f32)> = numeral
        .readings
        .iter()
        .filter_map(|(number, weight)| Some((number.checked_mul(value)?.normalize(), weight * share)))
        .collect();
    if multiplied.len() != numeral.readings.len() {
        return;
    }
    numeral.readings.iter_mut().for_each(|(_, weight)| *weight *= 1.0 - share);
    numeral.readings.splice(0..0, multiplied);
    numeral.end = at + 1;
    numeral.plain = false;
}
