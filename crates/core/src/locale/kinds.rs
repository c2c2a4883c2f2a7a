//! Kinds of meanings as sets: whether a segment or a token has one of a kind is asked far more often than which.

use super::Meaning;
use std::ops::{BitOr, BitOrAssign};

/// A set of kinds of meanings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Kinds(u32);

impl Kinds {
    /// A number can begin with it.
    pub(crate) const NUMBER: Self = Self(1);
    /// Number words that do not count.
    pub(crate) const NOT_A_NUMBER: Self = Self(1 << 1);
    /// A count of which only the magnitude is given.
    pub(crate) const VAGUE: Self = Self(1 << 2);
    /// A fraction or number of times can begin with it.
    pub(crate) const FRACTION: Self = Self(1 << 3);
    /// A month of the Gregorian calendar.
    pub(crate) const MONTH: Self = Self(1 << 4);
    /// A month of another calendar.
    pub(crate) const OTHER_MONTH: Self = Self(1 << 5);
    /// A day of the week.
    pub(crate) const WEEKDAY: Self = Self(1 << 6);
    /// A part of a month or year.
    pub(crate) const PART: Self = Self(1 << 7);
    /// Stands beside an hour of the clock.
    pub(crate) const CLOCK: Self = Self(1 << 8);
    /// Stands before an hour that minutes follow.
    pub(crate) const CLOCK_ARTICLE: Self = Self(1 << 9);
    /// Minutes from the hour.
    pub(crate) const MINUTES: Self = Self(1 << 10);
    /// A time of day with a name.
    pub(crate) const NAMED_TIME: Self = Self(1 << 11);
    /// An era.
    pub(crate) const ERA: Self = Self(1 << 12);
    /// A century.
    pub(crate) const CENTURY: Self = Self(1 << 13);
    /// A decade.
    pub(crate) const DECADE: Self = Self(1 << 14);
    /// A quarter of the year.
    pub(crate) const QUARTER: Self = Self(1 << 15);
    /// The point in a spelled-out decimal number.
    pub(crate) const POINT: Self = Self(1 << 16);
    /// Says whether something is negated.
    pub(crate) const CUE: Self = Self(1 << 17);
    /// Money.
    pub(crate) const MONEY: Self = Self(1 << 18);
    /// What goes with a unit alone ([`Meaning::is_of_units`]).
    pub(crate) const UNIT: Self = Self(1 << 19);
    /// Says how two numbers stand to each other ([`Meaning::relates_numbers`]).
    pub(crate) const RELATES: Self = Self(1 << 20);
    /// Makes the number beside it an ordinal, and is a word everywhere.
    pub(crate) const ORDINAL_AFFIX: Self = Self(1 << 21);
    /// Anything else.
    pub(crate) const OTHER: Self = Self(1 << 22);

    /// Each kind by itself.
    #[cfg(test)]
    pub(crate) fn each() -> impl Iterator<Item = Self> {
        (0..32).map(|bit| Self(1 << bit)).take_while(|kind| kind.0 <= Self::OTHER.0)
    }

    /// Whether the two have a kind in common.
    pub(crate) fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether all of its kinds are among others.
    pub(crate) fn is_within(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }
}

impl BitOr for Kinds {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Kinds {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl Meaning {
    /// The kinds that it is of.
    pub(crate) fn kinds(self) -> Kinds {
        match self {
            Self::Number(_) | Self::NumberInCompany(_) | Self::TimesNext(_) | Self::Ordinal(_) => Kinds::NUMBER,
            Self::NotANumber => Kinds::NOT_A_NUMBER,
            Self::Vague(_) => Kinds::VAGUE,
            Self::Fraction(_) | Self::Denominator(_) | Self::Ratio(..) | Self::AddedToNext(..) | Self::Multiple(_) => {
                Kinds::FRACTION
            }
            Self::Month(_) | Self::AmbiguousMonth(_) | Self::RareMonth(_) => Kinds::MONTH,
            Self::OtherMonth(..) => Kinds::OTHER_MONTH,
            Self::Weekday(_) => Kinds::WEEKDAY,
            Self::Part(_) => Kinds::PART,
            Self::Hour | Self::ClockAfter | Self::ClockBefore | Self::DayPeriod(..) => Kinds::CLOCK,
            Self::ClockArticle => Kinds::CLOCK_ARTICLE,
            Self::MinutesFrom(..) => Kinds::MINUTES,
            Self::NamedTime(_) => Kinds::NAMED_TIME,
            Self::Era(_) => Kinds::ERA,
            Self::Century(_) => Kinds::CENTURY,
            Self::Decade(_) | Self::DecadeName(_) => Kinds::DECADE,
            Self::Quarter(_) | Self::QuarterWord => Kinds::QUARTER,
            Self::Point => Kinds::POINT,
            Self::Negation(_) | Self::NotANegation | Self::NegationTrait(_) => Kinds::CUE,
            Self::Currency(_) => Kinds::MONEY,
            Self::CapitalSign(_) => Kinds::MONEY | Kinds::UNIT,
            Self::Unit(_)
            | Self::UnitSign { .. }
            | Self::UnitBefore(_)
            | Self::PerUnit(_)
            | Self::PerUnitBefore(_)
            | Self::Side(_)
            | Self::And => Kinds::UNIT,
            Self::RangeOpener | Self::RangeWord | Self::RangeAnd | Self::PartWord | Self::WholeWord => Kinds::RELATES,
            Self::OrdinalEnding | Self::OrdinalPrefix | Self::OrdinalWordMark => Kinds::ORDINAL_AFFIX,
            _ => Kinds::OTHER,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::CODE_SETS;
    use super::*;

    #[test]
    fn kinds_agree_with_what_meanings_say_of_themselves() {
        let codes = CODE_SETS.iter().flat_map(|codes| codes.split('\t'));
        for meaning in codes.filter_map(Meaning::decode) {
            assert_eq!(meaning.kinds().meets(Kinds::UNIT), meaning.is_of_units(), "{meaning:?}");
            assert_eq!(meaning.kinds().meets(Kinds::RELATES), meaning.relates_numbers(), "{meaning:?}");
        }
    }
}
