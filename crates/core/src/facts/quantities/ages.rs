//! Ages whose unit goes without saying: *aged 16*, `im Alter von 16`, `mayores de 60`.

use super::super::lexed::Lexed;
use super::super::numerals::Numeral;
use super::super::{Measure, Unit};
use super::units::Readings;
use crate::locale::{Hit, Meaning};
use crate::tokens::TokenKind;
use rust_decimal::Decimal;

/// How likely a bare number behind a word for an age counts years.
const YEARS: f32 = 0.75;
/// Nobody is older.
const OLDEST: u32 = 120;

/// The unit of a number that begins with token `start` and has the units `units`: years, where a word that says it is
/// an age stands before it and no unit is named.
pub(super) fn unit(lexed: &Lexed<'_>, start: usize, numeral: &Numeral, units: Readings) -> Readings {
    let is_bare = units.iter().all(|(unit, _)| *unit == Unit::None);
    let fits = |(number, _): &(Decimal, f32)| number.fract().is_zero() && *number <= Decimal::from(OLDEST);
    if !(is_bare && !numeral.ordinal && numeral.readings.iter().all(fits) && is_age(lexed, start)) {
        return units;
    }
    let Some(year) = Measure::named("year") else { return units };
    vec![(Unit::Measure(year), YEARS), (Unit::None, 1.0 - YEARS)]
}

/// Whether a word for an age stands before token `start`, with at most bounds, the first end of a range and short words
/// between: *at the age of about 7*, *aged 16 to 24*.
fn is_age(lexed: &Lexed<'_>, start: usize) -> bool {
    /// How many words may stand between.
    const WORDS: usize = 4;
    let mut at = start;
    for _ in 0..=WORDS {
        if at == 0 || at >= lexed.len() || !lexed.joins(at) {
            return false;
        }
        if lexed.hits_ending(at).any(|hit| hit.meaning == Meaning::Age) {
            return true;
        }
        let leads = |hit: &&Hit| matches!(hit.meaning, Meaning::Bound(_)) || hit.meaning.relates_numbers();
        let phrase = lexed.hits_ending(at).filter(leads).map(|hit| hit.start).min();
        let passes = || {
            let short = lexed.token(at - 1).kind == TokenKind::Word && lexed.raw(at - 1).chars().count() <= 3;
            lexed.is_digits(at - 1) || (short && !lexed.stands_alone(at - 1))
        };
        at = match phrase {
            Some(start) => start,
            None if passes() => at - 1,
            None => return false,
        };
    }
    false
}
