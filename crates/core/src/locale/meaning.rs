//! What a phrase of a locale's vocabulary means, and the codes it has in the compiled tables.

use crate::facts::{Bound, Currency, PartOf, Polarity};

/// What a word or phrase means for reading facts. `build.rs` writes the codes, [`Meaning::decode`] reads them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meaning {
    /// `n90`: a number by itself.
    Number(u64),
    /// `x1000`: multiplies the number before it.
    Times(u64),
    /// `y1000`: multiplies the number after it.
    TimesNext(u64),
    /// `sk1000`: the same, a single letter in this case, only right behind digits.
    Symbol(char, u64),
    /// `z12`: a noun that multiplies (*dozen*).
    Collective(u64),
    /// `j`: stands between the words of a number.
    Joiner,
    /// `!`: a phrase in which number words do not count.
    NotANumber,
    /// `v1000`: a count of which only the magnitude is given.
    Vague(u64),
    /// `~`, `>`, `<`: about, at least, at most.
    Bound(Bound),
    /// `m2`: a month.
    Month(u8),
    /// `M3`: a month's name that is also an ordinary word.
    AmbiguousMonth(u8),
    /// `w1`: a day of the week, Monday is 1.
    Weekday(u8),
    /// `pE`, `pM`, `pL`: a part of a month.
    Part(PartOf),
    /// `h`: stands after an hour.
    Hour,
    /// `H`: stands after an hour of the clock, never after a number of hours.
    ClockAfter,
    /// `B`: stands before an hour of the clock.
    ClockBefore,
    /// `o`: makes the number beside it an ordinal.
    OrdinalMark,
    /// `f3`: a part of a whole, by itself or behind a numerator: *third*.
    Fraction(u32),
    /// `t5`: the same, but by itself another word: Spanish *quinto*.
    Denominator(u32),
    /// `l3/2`: a ready ratio: *anderthalb*.
    Ratio(i32, u32),
    /// `F1/2`: added to the number before it: *and a half*.
    Added(i32, u32),
    /// `b1/2`: added to the number after it: Hindi *साढ़े*.
    AddedToNext(i32, u32),
    /// `%10`: so many per hundred for each that the number before it counts: 割.
    Percents(u32),
    /// `k2`: so many times: *twice*.
    Multiple(u64),
    /// `q`: stands between the denominator and the numerator of a fraction (三分之二).
    FractionMark,
    /// `i`: stands after minutes.
    Minute,
    /// `da`, `dp`: before noon, after noon.
    DayPeriod {
        /// Whether it is after noon.
        afternoon: bool,
    },
    /// `%`: per hundred.
    Percent,
    /// `%%`: per thousand.
    Permille,
    /// `$EUR`: a currency.
    Currency(Currency),
    /// `Ro`: stands before the two ends of a range (*between*, *from*).
    RangeOpener,
    /// `Rw`: stands between the two ends of a range (*to*, *bis*, から).
    RangeWord,
    /// `Ra`: the same, where a word that opens a range stands before it (*and*).
    RangeAnd,
    /// `Rp`: stands between a part and the whole that it is of (*of the*, *out of*).
    PartWord,
    /// `RW`: stands between a whole and its part (のうち, 中).
    WholeWord,
    /// `c`: counts what the number before it numbers (`人`, `개`): a single numeral before it is a count.
    Counter,
    /// `-S`, `-L`: negates surely, or has a negative sense. `-A`, which [`super::Locale::hits`] gives only where it is
    /// set apart by spaces, negates surely too.
    Negation(Polarity),
    /// `-X`: a phrase with a negation in it that does not negate.
    NotANegation,
}

impl Meaning {
    /// Whether it says how two numbers stand to each other, and nothing by itself: *to*, *of the*.
    #[must_use]
    pub fn relates_numbers(self) -> bool {
        matches!(self, Self::RangeOpener | Self::RangeWord | Self::RangeAnd | Self::PartWord | Self::WholeWord)
    }

    /// Reads a code; `None` for one that does not exist.
    #[must_use]
    pub fn decode(code: &str) -> Option<Self> {
        let mut chars = code.chars();
        let kind = chars.next()?;
        let rest = chars.as_str();
        Some(match (kind, rest) {
            ('n', value) => Self::Number(value.parse().ok()?),
            ('x', value) => Self::Times(value.parse().ok()?),
            ('y', value) => Self::TimesNext(value.parse().ok()?),
            ('s', symbol) => {
                let mut chars = symbol.chars();
                let letter = chars.next()?;
                Self::Symbol(letter, chars.as_str().parse().ok()?)
            }
            ('z', value) => Self::Collective(value.parse().ok()?),
            ('j', "") => Self::Joiner,
            ('!', "") => Self::NotANumber,
            ('v', value) => Self::Vague(value.parse().ok()?),
            ('~', "") => Self::Bound(Bound::About),
            ('>', "") => Self::Bound(Bound::AtLeast),
            ('<', "") => Self::Bound(Bound::AtMost),
            ('m', month) => Self::Month(month.parse().ok()?),
            ('M', month) => Self::AmbiguousMonth(month.parse().ok()?),
            ('w', day) => Self::Weekday(day.parse().ok()?),
            ('p', "E") => Self::Part(PartOf::Early),
            ('p', "M") => Self::Part(PartOf::Middle),
            ('p', "L") => Self::Part(PartOf::Late),
            ('h', "") => Self::Hour,
            ('i', "") => Self::Minute,
            ('H', "") => Self::ClockAfter,
            ('B', "") => Self::ClockBefore,
            ('o', "") => Self::OrdinalMark,
            ('q', "") => Self::FractionMark,
            ('d', "a") => Self::DayPeriod { afternoon: false },
            ('d', "p") => Self::DayPeriod { afternoon: true },
            ('%', "") => Self::Percent,
            ('%', "%") => Self::Permille,
            ('%', value) => Self::Percents(value.parse().ok()?),
            ('f', value) => Self::Fraction(value.parse().ok()?),
            ('t', value) => Self::Denominator(value.parse().ok()?),
            ('k', value) => Self::Multiple(value.parse().ok()?),
            ('l' | 'F' | 'b', ratio) => {
                let (above, below) = ratio.split_once('/')?;
                let (above, below) = (above.parse().ok()?, below.parse().ok()?);
                match kind {
                    'l' => Self::Ratio(above, below),
                    'F' => Self::Added(above, below),
                    _ => Self::AddedToNext(above, below),
                }
            }
            ('$', code) => Self::Currency(Currency::from_code(code)?),
            ('R', "o") => Self::RangeOpener,
            ('R', "w") => Self::RangeWord,
            ('R', "a") => Self::RangeAnd,
            ('R', "p") => Self::PartWord,
            ('R', "W") => Self::WholeWord,
            ('c', "") => Self::Counter,
            ('-', "S" | "A") => Self::Negation(Polarity::Sure),
            ('-', "L") => Self::Negation(Polarity::Lexical),
            ('-', "X") => Self::NotANegation,
            _ => return None,
        })
    }
}
