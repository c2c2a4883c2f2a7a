//! The unit beside a number: percent, money.

use super::super::lexed::Lexed;
use super::super::{Currency, Unit};
use crate::locale::{Hit, Meaning};
use crate::tokens::TokenKind;

/// The unit before or behind a number, with every reading it allows; the range grows to take it in.
pub(super) fn beside(lexed: &Lexed<'_>, start: &mut usize, end: &mut usize) -> Vec<(Unit, f32)> {
    let (first, last) = (*start, *end);
    let near = |index: usize| lexed.get(index).is_some_and(|_| lexed.joins(index) && !lexed.is_taken(index));
    if near(last)
        && let Some((unit, stop)) = unit_of(lexed.hits(last).iter())
    {
        *end = stop;
        return unit;
    }
    // `millones de euros`, `millions d’euros`: a currency's name behind one short word.
    let is_word = |index: usize| lexed.token(index).kind == TokenKind::Word && !lexed.stands_alone(index);
    if near(last)
        && near(last + 1)
        && is_word(last)
        && is_word(last + 1)
        && lexed.raw(last).chars().count() <= 2
        && let Some((unit, stop)) = unit_of(lexed.hits(last + 1).iter())
    {
        *end = stop;
        return unit;
    }
    let behind: Vec<_> = lexed.hits_ending(first).filter(|hit| !lexed.any_taken(hit.start, hit.end)).copied().collect();
    if lexed.joins(first)
        && first > 0
        && let Some((unit, _)) = unit_of(behind.iter())
    {
        let from = behind.iter().filter(|hit| is_unit(hit.meaning)).map(|hit| hit.start).min();
        *start = from.unwrap_or(first);
        return unit;
    }
    vec![(Unit::None, 1.0)]
}

fn is_unit(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Percent | Meaning::Permille | Meaning::Currency(_))
}

/// The units that phrases at one place mean, the longest phrase first; where they name several currencies (`$`) the
/// most used one is the likeliest.
fn unit_of<'h>(hits: impl Iterator<Item = &'h Hit>) -> Option<(Vec<(Unit, f32)>, usize)> {
    let units: Vec<_> = hits.filter(|hit| is_unit(hit.meaning)).collect();
    let longest = units.iter().map(|hit| hit.end - hit.start).max()?;
    let mut currencies: Vec<Currency> = Vec::new();
    let mut end = 0;
    for hit in units.into_iter().filter(|hit| hit.end - hit.start == longest) {
        end = hit.end;
        match hit.meaning {
            Meaning::Percent => return Some((vec![(Unit::Percent, 1.0)], hit.end)),
            Meaning::Permille => return Some((vec![(Unit::Permille, 1.0)], hit.end)),
            Meaning::Currency(currency) => currencies.push(currency),
            _ => {}
        }
    }
    // The order in which currencies are traded (BIS Triennial Survey 2022) says which one a bare sign means.
    const BY_USE: [&[u8; 3]; 8] = [b"USD", b"EUR", b"JPY", b"GBP", b"CNY", b"AUD", b"CAD", b"CHF"];
    let rank = |currency: &Currency| BY_USE.iter().position(|code| **code == currency.0).unwrap_or(BY_USE.len());
    currencies.sort_by_key(|currency| (rank(currency), *currency));
    currencies.dedup();
    let rest = 0.3 / currencies.len().saturating_sub(1).max(1) as f32;
    let share = |at: usize| {
        if currencies.len() == 1 {
            1.0
        } else if at == 0 {
            0.7
        } else {
            rest
        }
    };
    Some((currencies.iter().enumerate().map(|(at, currency)| (Unit::Money(*currency), share(at))).collect(), end))
}
