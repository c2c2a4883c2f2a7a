//! Signs of units and currencies that are written alike in all languages.

use super::{Currency, Unit};

// `SIGNS`, `CLOSING_SIGNS` and `CURRENCY_CODES`: compiled from `units.toml` and `tables/currency_codes.tsv`.
include!(concat!(env!("OUT_DIR"), "/signs.rs"));

/// The units that a sign means which is written alike in all languages, in its own case (`km`, `kWh`, `US$`), the
/// likeliest first.
pub(super) fn of_sign(sign: &str) -> impl Iterator<Item = Unit> + use<> {
    // Nearly all words are longer.
    let found = if sign.len() <= LONGEST_SIGN { find(sign) } else { None };
    found.into_iter().flat_map(|at| SIGNS[at].1.split(' ')).filter_map(Unit::decode)
}

/// The most bytes that a sign has.
const LONGEST_SIGN: usize = 12;

fn find(sign: &str) -> Option<usize> {
    SIGNS.binary_search_by(|(known, _)| (*known).cmp(sign)).ok()
}

/// Whether a sign is also a word (`in`), and a unit only where no word follows.
pub(super) fn closes(sign: &str) -> bool {
    CLOSING_SIGNS.binary_search(&sign).is_ok()
}

/// The currency with an ISO code in capitals, if it is in use.
pub(super) fn currency_of_code(code: &str) -> Option<Currency> {
    if code.len() != 3 {
        return None;
    }
    CURRENCY_CODES.binary_search(&code).ok()?;
    Currency::from_code(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_can_be_searched() {
        assert!(SIGNS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(CURRENCY_CODES.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(SIGNS.iter().all(|(sign, _)| sign.len() <= LONGEST_SIGN));
        assert!(CURRENCY_CODES.iter().all(|code| code.len() == 3));
        for (sign, units) in SIGNS {
            assert_eq!(of_sign(sign).count(), units.split(' ').count(), "{sign}");
        }
    }
}
