//! The kinds of drift, and for each how to make a source sentence with a faithful and a drifted translation.

mod amounts;
mod counts;
mod dates;
mod roles;

use super::cldr::decimal::Decimal;
use super::frames::{Frame, Frames, Tongue};
use super::rng::Rng;
use super::values::Written;
use crate::error::Result;

/// A kind of drift.
pub(super) struct Kind {
    /// Its name, in lower case with hyphens.
    pub(super) name: &'static str,
    /// Makes a case; none where the two languages have none of this kind.
    pub(super) make: fn(&mut Draw<'_>) -> Result<Option<Case>>,
    /// What is found of it counts as found by an info too, and it stands apart from the totals: the number is right,
    /// only its format is not.
    pub(super) apart: bool,
    /// An info counts as well: the rule for it never says more, since translators drop *about* and *more than* freely.
    pub(super) hint: bool,
}

/// What a kind draws from: chance, the sentences, and the two languages.
pub(super) struct Draw<'a> {
    pub(super) rng: Rng,
    pub(super) frames: &'a Frames,
    pub(super) source: &'a Tongue,
    pub(super) target: &'a Tongue,
}

/// A sentence with what it says in the source and in two translations.
pub(super) struct Case {
    pub(super) frame: Frame,
    pub(super) source: Vec<Written>,
    pub(super) faithful: Vec<Written>,
    pub(super) drifted: Vec<Written>,
}

const fn kind(name: &'static str, make: fn(&mut Draw<'_>) -> Result<Option<Case>>) -> Kind {
    Kind { name, make, apart: false, hint: false }
}

/// All kinds, in the order they are shown.
pub(super) const KINDS: &[Kind] = &[
    kind("grouping", counts::grouping),
    kind("magnitude", counts::magnitude),
    kind("transposition", counts::transposition),
    kind("decimal", counts::decimal),
    kind("decimal-point", counts::decimal_point),
    kind("small", counts::small),
    kind("native-digits", counts::native_digits),
    kind("spelled-small", counts::spelled_small),
    kind("spelled-large", counts::spelled_large),
    kind("spelled-both", counts::spelled_both),
    kind("compact-words", counts::compact_words),
    kind("compact-short", counts::compact_short),
    kind("compact-scale", counts::compact_scale),
    kind("myriads", counts::myriads),
    kind("percent", amounts::percent),
    kind("percent-points", amounts::percent_points),
    kind("money-amount", amounts::money_amount),
    kind("money-currency", amounts::money_currency),
    kind("money-compact", amounts::money_compact),
    kind("measure-value", amounts::measure_value),
    kind("measure-unit", amounts::measure_unit),
    kind("measure-converted", amounts::measure_converted),
    kind("sign", amounts::sign),
    kind("date-day", dates::day),
    kind("date-month", dates::month),
    kind("date-year", dates::year),
    kind("date-numeric", dates::numeric),
    kind("month-year", dates::month_year),
    kind("year", dates::year_alone),
    kind("time", dates::time),
    kind("time-halves", dates::time_halves),
    kind("time-period", dates::time_period),
    kind("date-time", dates::date_time),
    kind("ordinal", roles::ordinal),
    kind("ordinal-words", roles::ordinal_words),
    kind("range", roles::range),
    kind("range-words", roles::range_words),
    kind("range-swapped", roles::range_swapped),
    Kind { name: "bound-dropped", make: roles::bound_dropped, apart: false, hint: true },
    kind("bound-turned", roles::bound_turned),
    Kind { name: "about-dropped", make: roles::about_dropped, apart: false, hint: true },
    kind("missing", roles::missing),
    kind("added", roles::added),
    kind("swapped", roles::swapped),
    kind("swapped-money", roles::swapped_money),
    kind("three-values", roles::three_values),
    kind("version", roles::version),
    kind("phone", roles::phone),
    kind("standard", roles::standard),
    Kind { name: "format-slip", make: counts::format_slip, apart: true, hint: false },
];

impl Draw<'_> {
    /// A sentence of a group.
    fn frame(&mut self, group: &str) -> Result<Frame> {
        let frames = self.frames.group(group)?;
        Ok((*self.rng.pick(&frames)).clone())
    }

    /// A case with one value.
    fn one(&mut self, group: &str, source: Written, faithful: Written, drifted: Written) -> Result<Option<Case>> {
        Ok(Some(Case {
            frame: self.frame(group)?,
            source: vec![source],
            faithful: vec![faithful],
            drifted: vec![drifted],
        }))
    }

    /// Another number of the same length: one digit is another one.
    fn changed(&mut self, number: Decimal) -> Decimal {
        let mut digits: Vec<u64> = number.digits.to_string().bytes().map(|byte| u64::from(byte - b'0')).collect();
        // A zero at the end may come from rounding: what changes is a digit that says something.
        let telling = digits.iter().rposition(|digit| *digit != 0).unwrap_or(0);
        let at = self.rng.between(0, telling as u64) as usize;
        let (old, mut new) = (digits[at], self.rng.between(1, 9));
        if new == old {
            new = old % 9 + 1;
        }
        digits[at] = new;
        Decimal { digits: digits.into_iter().fold(0, |number, digit| number * 10 + digit), ..number }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_told_once() {
        let names: BTreeSet<&str> = KINDS.iter().map(|kind| kind.name).collect();
        assert_eq!(names.len(), KINDS.len());
    }
}
