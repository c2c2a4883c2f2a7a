//! What a phrase of a locale's vocabulary means, and the codes it has in the compiled tables.

use crate::facts::{Bound, Currency, Era, Measure, PartOf, Polarity, Unit, Zone};

/// What a word or phrase means for reading facts. `build.rs` writes the codes, [`Meaning::decode`] reads them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meaning {
    /// `n90`: a number by itself.
    Number(u64),
    /// `N5`: a number before a magnitude or behind a joiner, elsewhere another word (Vietnamese `năm`, *year*).
    NumberInCompany(u64),
    /// `O3`: an ordinal.
    Ordinal(u64),
    /// `a10`: is added to the units before it (Malay `belas`, Maltese `għoxrin`).
    Plus(u64),
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
    /// `mA7`: an abbreviation that is rather another word: a month between a day and a year only.
    RareMonth(u8),
    /// `mP3`, `mH9`: a month of the Persian or the Islamic calendar.
    OtherMonth(Era, u8),
    /// `M3`: a month's name that is also an ordinary word.
    AmbiguousMonth(u8),
    /// `w1`: a day of the week, Monday is 1.
    Weekday(u8),
    /// `W2`: the same, also another word: an ordinal may be the day (Vietnamese `thứ ba`).
    AmbiguousWeekday(u8),
    /// `pE`, `pM`, `pL`: a part of a month.
    Part(PartOf),
    /// `h`: stands after an hour.
    Hour,
    /// `H`: stands after an hour of the clock, never after a number of hours.
    ClockAfter,
    /// `B`: stands before an hour of the clock.
    ClockBefore,
    /// `b`: stands before an hour of the clock that minutes follow, and before other numbers too (*a las dos y media*).
    ClockArticle,
    /// `o`: makes the number beside it an ordinal.
    OrdinalMark,
    /// `ow`: makes a number word behind it an ordinal, but not digits (Thai `ที่`, which is also *that*).
    OrdinalWordMark,
    /// `op`: makes digits that a hyphen joins to it an ordinal (`ke-3`).
    OrdinalPrefix,
    /// `oe`: stands right behind digits and makes them an ordinal (`3rd`, `3-й`).
    OrdinalEnding,
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
    /// `.`: the point in a spelled-out decimal number.
    Point,
    /// `k2`: so many times: *twice*.
    Multiple(u64),
    /// `q`: stands between the denominator and the numerator of a fraction (三分之二).
    FractionMark,
    /// `i`: stands after minutes.
    Minute,
    /// `d18-21`: a part of the day, from the first hour until the second (`d20-4` goes over midnight).
    DayPeriod(u8, u8),
    /// `eC`, `eB`, `eR6`: the era of the year beside it.
    Era(Era),
    /// `C`, `Cb`, `Cm`: a century.
    Century(CenturyWord),
    /// `D`, `Db`, `De`: makes the number before it a decade, the number behind it, or one that it is written onto.
    Decade(DecadeMark),
    /// `D90`: a decade by its name (*the nineties*).
    DecadeName(u8),
    /// `Q3`: a quarter of the year.
    Quarter(u8),
    /// `Q`: a quarter of the year, which an ordinal counts.
    QuarterWord,
    /// `N`: a word whose number may be a Roman one (*chapter*, *World War*).
    Numbered,
    /// `T720`: a time of day with a name of its own (*noon*), in minutes after midnight.
    NamedTime(u16),
    /// `Z60`, `Z-300/-240`: a time zone, by its minutes before Coordinated Universal Time; in standard or daylight time
    /// where both are meant.
    TimeZone(Zone),
    /// `g30`, `G-30`, `gh15`: so many minutes from the hour behind it, from the hour before it, or from the hour
    /// behind it where a word for hours follows.
    MinutesFrom(i16, ClockWord),
    /// `%`: per hundred.
    Percent,
    /// `%%`: per thousand.
    Permille,
    /// `$EUR`: a currency.
    Currency(Currency),
    /// `$!BAM`: a currency's sign that is another word without its capital (`KM`, `Ft`).
    CapitalSign(Currency),
    /// `U12`, `U12/45`, `Upp`: the name of a unit, by its number in `tables/unit_conversions.tsv`.
    Unit(Unit),
    /// `u12`, `u!12`, `u.12`: a short form of a unit, with a capital, with a full stop.
    UnitSign {
        /// What it is short for.
        unit: Unit,
        /// Whether it begins with a capital.
        capital: bool,
        /// Whether it is an abbreviation with a full stop.
        dotted: bool,
    },
    /// `U<12`: the name of a unit that stands before the number.
    UnitBefore(Unit),
    /// `U:12`: stands behind another unit, and says that it is for each of this one (*per hour*).
    PerUnit(Measure),
    /// `U;12`: the same before the number (`每小时`).
    PerUnitBefore(Measure),
    /// `U^N`, `U^S`, `U^E`, `U^W`: the side that degrees beside it are counted towards.
    Side(Side),
    /// `a`: *and*.
    And,
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
    /// `A`: says that the number behind it is an age (*aged*, *older than*).
    Age,
    /// `c`: counts what the number before it numbers (`人`, `개`): a single numeral before it is a count.
    Counter,
    /// `-S`, `-L`: negates surely, or has a negative sense. `-A`, which [`super::Locale::hits`] gives only where it is
    /// set apart by spaces, negates surely too.
    Negation(Polarity),
    /// `-X`: a phrase with a negation in it that does not negate.
    NotANegation,
    /// `-C`, `-N`, `-W`, `-O`, `-Q`: how a negation counts beside others.
    NegationTrait(NegationTrait),
}

/// How a negation counts beside others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NegationTrait {
    /// Counts as one with another negation of its clause (Spanish *no* … *nadie*, Polish *nikt nie*).
    Concord,
    /// Goes on with a negation before it: *nor*, French *ni*.
    GoingOn,
    /// Says that something is lacking: *without*. Its loss is missed, though it may render a negation.
    Lacking,
    /// Mostly says something else, though it may render a negation: *until*.
    Loose,
    /// Between two copies of a word it asks a question and does not negate (Chinese 是不是).
    Choice,
}

/// A side that degrees of latitude or longitude are counted towards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// North of the equator.
    North,
    /// South of it.
    South,
    /// East of Greenwich.
    East,
    /// West of it.
    West,
}

/// How a word for a century goes with its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CenturyWord {
    /// The number stands before it, an ordinal or a great one.
    NumberBefore,
    /// The number stands behind it: *siglo XIX*.
    NumberBehind,
    /// Several of them, which an ordinal alone makes a century (*18th and 19th centuries*): a number counts them.
    Several,
}

/// Where the number of a decade stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecadeMark {
    /// Behind the word: *années 90*.
    NumberBehind,
    /// Before the word: *1990年代*.
    NumberBefore,
    /// Before it, and nothing between: *1990s*, *90-х*.
    Ending,
}

/// Where the hour stands that minutes are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockWord {
    /// Behind the words: *half past two*.
    HourBehind,
    /// Behind the words, with a word for hours behind it, without which they are a fraction: *साढ़े पाँच बजे*.
    HourWithWord,
    /// Before the words: *deux heures et demie*.
    HourBefore,
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
            ('N', "") => Self::Numbered,
            ('N', value) => Self::NumberInCompany(value.parse().ok()?),
            ('O', value) => Self::Ordinal(value.parse().ok()?),
            ('a', "") => Self::And,
            ('a', value) => Self::Plus(value.parse().ok()?),
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
            ('m', rare) if rare.starts_with('A') => Self::RareMonth(rare[1..].parse().ok()?),
            ('m', other) if other.starts_with(['P', 'H']) => {
                let (era, month) = other.split_at(1);
                Self::OtherMonth(Era::decode(era)?, month.parse().ok()?)
            }
            ('m', month) => Self::Month(month.parse().ok()?),
            ('M', month) => Self::AmbiguousMonth(month.parse().ok()?),
            ('w', day) => Self::Weekday(day.parse().ok()?),
            ('W', day) => Self::AmbiguousWeekday(day.parse().ok()?),
            ('p', "E") => Self::Part(PartOf::Early),
            ('p', "M") => Self::Part(PartOf::Middle),
            ('p', "L") => Self::Part(PartOf::Late),
            ('h', "") => Self::Hour,
            ('i', "") => Self::Minute,
            ('H', "") => Self::ClockAfter,
            ('B', "") => Self::ClockBefore,
            ('b', "") => Self::ClockArticle,
            ('o', "") => Self::OrdinalMark,
            ('o', "w") => Self::OrdinalWordMark,
            ('o', "p") => Self::OrdinalPrefix,
            ('o', "e") => Self::OrdinalEnding,
            ('q', "") => Self::FractionMark,
            ('d', hours) => {
                let (from, before) = hours.split_once('-')?;
                Self::DayPeriod(from.parse().ok()?, before.parse().ok()?)
            }
            ('e', era) => Self::Era(Era::decode(era)?),
            ('C', "") => Self::Century(CenturyWord::NumberBefore),
            ('C', "b") => Self::Century(CenturyWord::NumberBehind),
            ('C', "m") => Self::Century(CenturyWord::Several),
            ('D', "") => Self::Decade(DecadeMark::NumberBefore),
            ('D', "b") => Self::Decade(DecadeMark::NumberBehind),
            ('D', "e") => Self::Decade(DecadeMark::Ending),
            ('D', tens) => Self::DecadeName(tens.parse().ok()?),
            ('Q', "") => Self::QuarterWord,
            ('Q', quarter) => Self::Quarter(quarter.parse().ok()?),
            ('Z', offsets) => {
                let offsets: Vec<i16> = offsets.split('/').map(str::parse).collect::<Result<_, _>>().ok()?;
                Self::TimeZone(Zone::of(&offsets)?)
            }
            ('T', minutes) => Self::NamedTime(minutes.parse().ok()?),
            ('G', minutes) => Self::MinutesFrom(minutes.parse().ok()?, ClockWord::HourBefore),
            ('g', minutes) => match minutes.strip_prefix('h') {
                Some(minutes) => Self::MinutesFrom(minutes.parse().ok()?, ClockWord::HourWithWord),
                None => Self::MinutesFrom(minutes.parse().ok()?, ClockWord::HourBehind),
            },
            ('%', "") => Self::Percent,
            ('%', "%") => Self::Permille,
            ('.', "") => Self::Point,
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
            ('$', code) => match code.strip_prefix('!') {
                Some(code) => Self::CapitalSign(Currency::from_code(code)?),
                None => Self::Currency(Currency::from_code(code)?),
            },
            ('U', unit) => Self::decode_unit(unit)?,
            ('u', sign) => {
                let unit = Unit::decode(sign.trim_start_matches(['!', '.']))?;
                Self::UnitSign { unit, capital: sign.starts_with('!'), dotted: sign.contains('.') }
            }
            ('R', "o") => Self::RangeOpener,
            ('R', "w") => Self::RangeWord,
            ('R', "a") => Self::RangeAnd,
            ('R', "p") => Self::PartWord,
            ('R', "W") => Self::WholeWord,
            ('A', "") => Self::Age,
            ('c', "") => Self::Counter,
            ('-', "S" | "A") => Self::Negation(Polarity::Sure),
            ('-', "L") => Self::Negation(Polarity::Lexical),
            ('-', "X") => Self::NotANegation,
            ('-', "C") => Self::NegationTrait(NegationTrait::Concord),
            ('-', "N") => Self::NegationTrait(NegationTrait::GoingOn),
            ('-', "W") => Self::NegationTrait(NegationTrait::Lacking),
            ('-', "O") => Self::NegationTrait(NegationTrait::Loose),
            ('-', "Q") => Self::NegationTrait(NegationTrait::Choice),
            _ => return None,
        })
    }

    /// Whether it means something beside a number only: the name of a unit, or what goes with one.
    pub(crate) fn is_of_units(self) -> bool {
        matches!(
            self,
            Self::CapitalSign(_)
                | Self::Unit(_)
                | Self::UnitSign { .. }
                | Self::UnitBefore(_)
                | Self::PerUnit(_)
                | Self::PerUnitBefore(_)
                | Self::Side(_)
                | Self::And
        )
    }

    fn decode_unit(code: &str) -> Option<Self> {
        let measure = |number: &str| Measure::at(number.parse().ok()?);
        Some(match (code.chars().next()?, code.get(1..)?) {
            ('^', "N") => Self::Side(Side::North),
            ('^', "S") => Self::Side(Side::South),
            ('^', "E") => Self::Side(Side::East),
            ('^', "W") => Self::Side(Side::West),
            ('<', unit) => Self::UnitBefore(Unit::decode(unit)?),
            (':', unit) => Self::PerUnit(measure(unit)?),
            (';', unit) => Self::PerUnitBefore(measure(unit)?),
            _ => Self::Unit(Unit::decode(code)?),
        })
    }
}
