//! The values that facts have, whatever the language they were read in.

use super::{Measure, TimeOfDay, measures};
use rust_decimal::Decimal;
use std::fmt;

/// What a fact says.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// So much or so many of something.
    Quantity(Quantity),
    /// A date, or as much of one as is given.
    Date(PartialDate),
    /// A time of day.
    Time(TimeOfDay),
    /// A version, phone number, product code: compared as it stands, without separators.
    Identifier(String),
    /// The destination of a link, a URL or an e-mail address, as written.
    Link(String),
    /// A negation.
    Negation(Polarity),
}

/// How a negation is expressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// By a word or form that surely negates its clause.
    Sure,
    /// By a word that has a negative sense (*fail*, *without*, *un-*), or a form that negates only sometimes.
    Lexical,
}

/// A number with its unit and the bound that is stated with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The number, magnitude words multiplied in (`2.5 million` is 2500000).
    pub number: Decimal,
    /// What is counted.
    pub unit: Unit,
    /// Whether it is exact.
    pub bound: Bound,
    /// Whether only the magnitude is given (*thousands of*).
    pub vague: bool,
    /// Whether it is an ordinal (*3rd*).
    pub ordinal: bool,
}

impl Quantity {
    /// An exact, plain number.
    #[must_use]
    pub fn plain(number: Decimal) -> Self {
        Self { number, unit: Unit::None, bound: Bound::Exact, vague: false, ordinal: false }
    }
}

/// An ISO 4217 currency code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(pub [u8; 3]);

impl Currency {
    /// The currency of a three-letter code in capitals.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{}", char::from(*byte)))
    }
}

/// The unit of a quantity, as far as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// None that is known: compared by the number alone.
    None,
    /// Per hundred.
    Percent,
    /// Per thousand.
    Permille,
    /// A hundredth, of what is itself a share of something (*rose by two percentage points*).
    PercentagePoint,
    /// A hundredth of that.
    BasisPoint,
    /// Degrees north of the equator; those to the south are below zero.
    Latitude,
    /// Degrees east of Greenwich; those to the west are below zero.
    Longitude,
    /// A unit of measurement.
    Measure(Measure),
    /// Money.
    Money(Currency),
}

/// Whether a number is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// As it stands.
    Exact,
    /// *about*
    About,
    /// *more than*, *at least*
    AtLeast,
    /// *less than*, *at most*, *up to*
    AtMost,
}

/// What a number is to the one that it stands with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The first end of a range, as written: *from 10* to 20.
    First,
    /// The last end of a range: from 10 *to 20*.
    Last,
    /// A part of the next number, or of the one before: *3* of the 12.
    Part,
    /// The whole that the part is of: 3 of the *12*.
    Whole,
}

/// A part of a month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOf {
    /// *early*, *beginning of*
    Early,
    /// *mid-*, *middle of*
    Middle,
    /// *late*, *end of*
    Late,
}

/// For how many years the year of a date stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum YearSpan {
    /// For itself.
    #[default]
    One,
    /// For ten (*the 1990s*): the year is the first of them.
    Decade,
    /// For a hundred (*the 19th century*): the year is that of their count, 1800 for the nineteenth, and -500 for
    /// the fifth before Christ.
    Century,
}

/// As much of a Gregorian date as is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PartialDate {
    /// The year; before Christ it is negative (-44 is 44 BC).
    pub year: Option<i32>,
    /// Whether the year stands for itself, or for a decade or century.
    pub span: YearSpan,
    /// The quarter of the year, 1 to 4.
    pub quarter: Option<u8>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
    /// The day of the week, Monday is 1.
    pub weekday: Option<u8>,
    /// The part of the month (or of the year, without a month).
    pub part: Option<PartOf>,
}

impl PartialDate {
    /// Whether nothing that both give is different. *Late February* agrees with *February*, not with *early
    /// February*; two dates that share no field do not agree.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        let fields = [
            same(self.year, other.year),
            same(self.quarter_with_month(other), other.quarter_with_month(self)),
            same(self.month, other.month),
            same(self.day, other.day),
            same(self.weekday, other.weekday),
            same(self.part_with_day(), other.part_with_day()),
        ];
        fields.iter().all(|field| *field != Some(false)) && fields.contains(&Some(true))
    }

    /// The quarter, also where the month tells it and the other date gives a quarter.
    fn quarter_with_month(&self, other: &Self) -> Option<u8> {
        other.quarter.and(self.month).map(|month| month.div_ceil(3)).or(self.quarter)
    }

    /// Which century is meant, counted from one, where one is: 19 for the nineteenth, whether before Christ or after.
    #[must_use]
    pub fn century(&self) -> Option<i32> {
        let year = self.year.filter(|_| self.span == YearSpan::Century)?;
        Some(if year < 0 { -year / 100 } else { year / 100 + 1 })
    }

    /// The part of the month, also where the day tells it (the 28th is late).
    fn part_with_day(&self) -> Option<PartOf> {
        self.part.or_else(|| match self.day? {
            1..=9 => Some(PartOf::Early),
            12..=19 => Some(PartOf::Middle),
            22.. => Some(PartOf::Late),
            _ => None,
        })
    }
}

/// Whether both are given, and equal.
fn same<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<bool> {
    Some(a? == b?)
}

impl Value {
    /// Whether two values say the same, however they are written.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Quantity(a), Self::Quantity(b)) => a.agrees_with(b),
            (Self::Date(a), Self::Date(b)) => a.agrees_with(b),
            // A bare four-digit number may be a year.
            (Self::Date(date), Self::Quantity(quantity)) | (Self::Quantity(quantity), Self::Date(date)) => {
                let is = |number: i32| quantity.number == Decimal::from(number);
                let bare = date.month.is_none() && date.quarter.is_none() && quantity.unit == Unit::None;
                bare && (date.year.is_some_and(is) || date.century().is_some_and(is))
            }
            (Self::Identifier(a), Self::Identifier(b)) => a == b,
            (Self::Link(a), Self::Link(b)) => a == b,
            (Self::Time(a), Self::Time(b)) => a.agrees_with(*b),
            (Self::Negation(_), Self::Negation(_)) => true,
            _ => false,
        }
    }
}

impl Quantity {
    /// Whether both say the same number of the same thing; a unit that one side does not name is no difference.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        self.number == other.number && self.unit_agrees(other)
    }

    /// Whether the units are the same, or one is not named, or not fully: *a ton* is any ton, and what is said of *each*
    /// may go without saying.
    #[must_use]
    pub fn unit_agrees(&self, other: &Self) -> bool {
        match (self.unit, other.unit) {
            (Unit::None, _) | (_, Unit::None) => true,
            (Unit::Measure(a), Unit::Measure(b)) => a.agrees_with(b),
            // The side may be said where it is not read.
            (Unit::Latitude | Unit::Longitude, Unit::Measure(measure))
            | (Unit::Measure(measure), Unit::Latitude | Unit::Longitude) => measure.name() == "degree",
            (a, b) => a == b,
        }
    }

    /// Whether both say as much in different units, each rounded as its figures are (*26 miles*, *42 km*).
    #[must_use]
    pub fn converts_to(&self, other: &Self) -> bool {
        measures::converts((self.number, self.unit), (other.number, other.unit))
    }
}

impl fmt::Display for Unit {
    /// A sign, a unit's symbol or an ISO 4217 code; nothing where there is no unit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Percent => f.write_str("%"),
            Self::Permille => f.write_str("‰"),
            Self::PercentagePoint => f.write_str("pp"),
            Self::BasisPoint => f.write_str("bp"),
            Self::Latitude => f.write_str("°N"),
            Self::Longitude => f.write_str("°E"),
            Self::Measure(measure) => measure.fmt(f),
            Self::Money(currency) => currency.fmt(f),
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bound {
            Bound::Exact => {}
            Bound::About => f.write_str("~")?,
            Bound::AtLeast => f.write_str("≥")?,
            Bound::AtMost => f.write_str("≤")?,
        }
        // Degrees to the south and west are counted below zero, and not written so.
        match self.unit {
            Unit::Latitude if self.number.is_sign_negative() => return write!(f, "{}°S", -self.number.normalize()),
            Unit::Longitude if self.number.is_sign_negative() => return write!(f, "{}°W", -self.number.normalize()),
            Unit::Latitude | Unit::Longitude => return write!(f, "{}{}", self.number.normalize(), self.unit),
            _ => write!(f, "{}", self.number.normalize())?,
        }
        match self.unit {
            unit @ (Unit::None | Unit::Percent | Unit::Permille) => write!(f, "{unit}")?,
            unit => write!(f, " {unit}")?,
        }
        if self.vague { f.write_str("s") } else { Ok(()) }
    }
}

impl fmt::Display for PartialDate {
    /// In the manner of ISO 8601, `-` for what is not given: `2026-03-14`, `--02 (late)`;
    /// `2024-Q3`, `1990s`, `century 19`, `0044 BC` for what that standard has no short form for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.year, self.span) {
            (Some(year), YearSpan::Century) => {
                let before = if year < 0 { " BC" } else { "" };
                write!(f, "century {}{before}", self.century().unwrap_or_default())?;
            }
            (Some(year), span) => {
                let plural = if span == YearSpan::Decade { "s" } else { "" };
                let before = if year < 0 { " BC" } else { "" };
                write!(f, "{:04}{plural}{before}", year.abs())?;
            }
            (None, _) => f.write_str("-")?,
        }
        if let Some(quarter) = self.quarter {
            write!(f, "-Q{quarter}")?;
        }
        match (self.month, self.day) {
            (None, None) => {}
            (Some(month), None) => write!(f, "-{month:02}")?,
            (Some(month), Some(day)) => write!(f, "-{month:02}-{day:02}")?,
            (None, Some(day)) => write!(f, "---{day:02}")?,
        }
        if let Some(weekday) = self.weekday {
            const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
            write!(f, " {}", NAMES[usize::from(weekday.clamp(1, 7)) - 1])?;
        }
        match self.part {
            Some(PartOf::Early) => f.write_str(" (early)"),
            Some(PartOf::Middle) => f.write_str(" (middle)"),
            Some(PartOf::Late) => f.write_str(" (late)"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quantity(quantity) => quantity.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Time(time) => time.fmt(f),
            Self::Identifier(text) | Self::Link(text) => f.write_str(text),
            Self::Negation(Polarity::Sure) => f.write_str("negation"),
            Self::Negation(Polarity::Lexical) => f.write_str("negative word"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_month_are_compared() {
        let date = |part, day| PartialDate { month: Some(2), part, day, ..PartialDate::default() };
        let (early, late) = (date(Some(PartOf::Early), None), date(Some(PartOf::Late), None));
        assert!(!early.agrees_with(&late));
        assert!(late.agrees_with(&date(None, None)) && late.agrees_with(&date(None, Some(28))));
        assert!(!late.agrees_with(&date(None, Some(3))));
    }
}
