//! Other ways to count years, and what their dates are in the Gregorian calendar.
//!
//! Sources: Dershowitz and Reingold, *Calendrical Calculations* (the arithmetic Islamic calendar and the fixed day
//! numbers); K. M. Borkowski, *The Persian calendar for 3000 years* (the breaks of its leap cycles).

use super::PartialDate;

/// How years are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Era {
    /// Since Christ: the common count.
    Common,
    /// Before Christ.
    BeforeCommon,
    /// The Buddhist era of Thailand, 543 years ahead.
    Buddhist,
    /// Since the founding of the Republic of China in 1912.
    Roc,
    /// The solar years since the Hijra, of Iran and Afghanistan.
    Persian,
    /// The lunar years since the Hijra.
    Islamic,
    /// The Ethiopian years, seven or eight behind.
    Ethiopic,
    /// Since a Japanese era began, whose first year is given.
    Japanese(u16),
}

impl Era {
    /// Reads the code that the tables have for an era.
    pub(crate) fn decode(code: &str) -> Option<Self> {
        let mut chars = code.chars();
        Some(match (chars.next()?, chars.as_str()) {
            ('C', "") => Self::Common,
            ('B', "") => Self::BeforeCommon,
            ('T', "") => Self::Buddhist,
            ('M', "") => Self::Roc,
            ('P', "") => Self::Persian,
            ('H', "") => Self::Islamic,
            ('E', "") => Self::Ethiopic,
            ('R', first) => Self::Japanese(first.parse().ok()?),
            _ => return None,
        })
    }

    /// The Gregorian years that a year of this count may fall in, the likeliest first; none for one that it hardly has.
    #[must_use]
    pub fn years(self, year: u32) -> Vec<i32> {
        let Some(year) = i32::try_from(year).ok().filter(|year| (1..=3000).contains(year)) else { return Vec::new() };
        match self {
            Self::Common => vec![year],
            Self::BeforeCommon => vec![-year],
            Self::Buddhist => vec![year - 543],
            Self::Roc => vec![year + 1911],
            // The year begins in March, September or, lunar, at any time.
            Self::Persian => vec![year + 621, year + 622],
            Self::Ethiopic => vec![year + 7, year + 8],
            Self::Islamic => {
                let (first, last) = (from_islamic(year, 1, 1), from_islamic(year, 12, 29));
                let mut years = vec![gregorian(first).0, gregorian(last).0];
                years.dedup();
                years
            }
            Self::Japanese(first) => {
                if year > 64 {
                    return Vec::new();
                }
                vec![i32::from(first) + year - 1]
            }
        }
    }

    /// The years of this count that writers mean where they name none, without an era: those of our time.
    #[must_use]
    pub fn is_recent(self, year: u32) -> bool {
        match self {
            Self::Buddhist => (2400..2600).contains(&year),
            Self::Persian => (1250..1450).contains(&year),
            Self::Islamic => (1300..1500).contains(&year),
            Self::Ethiopic => false,
            _ => (1900..2100).contains(&year),
        }
    }

    /// The Gregorian dates that a full date of this count may be, the likeliest first: the beginning of a lunar month
    /// hangs on the moon being seen, and may be a day off.
    #[must_use]
    pub fn dates(self, year: u32, month: u8, day: u8) -> Vec<PartialDate> {
        if !((1..=12).contains(&month) && (1..=31).contains(&day)) {
            return Vec::new();
        }
        match self {
            Self::Persian | Self::Islamic => {
                let Some(year) = i32::try_from(year).ok().filter(|year| (1..=1800).contains(year)) else {
                    return Vec::new();
                };
                let (month, day) = (i32::from(month), i32::from(day));
                if self == Self::Persian {
                    return vec![full(gregorian(from_persian(year, month, day)))];
                }
                let fixed = from_islamic(year, month, day);
                [fixed, fixed - 1, fixed + 1].map(|fixed| full(gregorian(fixed))).to_vec()
            }
            // The months are others in Ethiopia; the rest only counts the years in another way.
            Self::Ethiopic => Vec::new(),
            _ => {
                let date =
                    |year| PartialDate { year: Some(year), month: Some(month), day: Some(day), ..Default::default() };
                self.years(year).into_iter().map(date).collect()
            }
        }
    }
}

fn full((year, month, day): (i32, u8, u8)) -> PartialDate {
    PartialDate { year: Some(year), month: Some(month), day: Some(day), ..PartialDate::default() }
}

/// The day number of a Gregorian date; 1 January of year 1 is 1.
fn from_gregorian(year: i32, month: i32, day: i32) -> i32 {
    let before = year - 1;
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let correction = if month <= 2 {
        0
    } else if is_leap {
        -1
    } else {
        -2
    };
    365 * before + before.div_euclid(4) - before.div_euclid(100)
        + before.div_euclid(400)
        + (367 * month - 362) / 12
        + correction
        + day
}

/// The Gregorian date of a day number.
fn gregorian(fixed: i32) -> (i32, u8, u8) {
    // At most a year too early, and never too late.
    let mut year = (f64::from(fixed) / 365.2425).floor() as i32;
    while from_gregorian(year + 1, 1, 1) <= fixed {
        year += 1;
    }
    let mut month = 12;
    while from_gregorian(year, month, 1) > fixed {
        month -= 1;
    }
    let day = fixed - from_gregorian(year, month, 1) + 1;
    (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
}

/// The day number of a date of the arithmetic Islamic calendar.
fn from_islamic(year: i32, month: i32, day: i32) -> i32 {
    /// 16 July 622, Julian.
    const EPOCH: i32 = 227_015;
    day + 29 * (month - 1) + month / 2 + (year - 1) * 354 + (3 + 11 * year).div_euclid(30) + EPOCH - 1
}

/// The day number of a date of the Persian calendar: its year begins on the day of 20 March that the leap cycles give.
fn from_persian(year: i32, month: i32, day: i32) -> i32 {
    let days = if month <= 7 { 31 * (month - 1) } else { 30 * (month - 1) + 6 };
    new_year_of_persian(year) + days + day - 1
}

fn new_year_of_persian(year: i32) -> i32 {
    /// The years in which a cycle of leap years begins anew.
    const BREAKS: [i32; 20] =
        [-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178];
    let gregorian_year = year + 621;
    let mut leaps = -14;
    let mut last = BREAKS[0];
    let mut jump = 0;
    for at in &BREAKS[1..] {
        jump = at - last;
        if year < *at {
            break;
        }
        leaps += jump / 33 * 8 + jump % 33 / 4;
        last = *at;
    }
    let into = year - last;
    leaps += into / 33 * 8 + (into % 33 + 3) / 4;
    if jump % 33 == 4 && jump - into == 4 {
        leaps += 1;
    }
    let gregorian_leaps = gregorian_year / 4 - (gregorian_year / 100 + 1) * 3 / 4 - 150;
    from_gregorian(gregorian_year, 3, 20 + leaps - gregorian_leaps)
}

/// The day of the week of a full Gregorian date, Monday is 1.
#[must_use]
pub fn weekday_of(date: &PartialDate) -> Option<u8> {
    let (year, month, day) = (date.year?, date.month?, date.day?);
    let fixed = from_gregorian(year, i32::from(month), i32::from(day));
    // Day 1 is a Monday.
    u8::try_from((fixed - 1).rem_euclid(7) + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(dates: &[PartialDate]) -> String {
        dates.first().map(ToString::to_string).unwrap_or_default()
    }

    #[test]
    fn years_of_other_counts() {
        for (era, year, wanted) in [
            (Era::Buddhist, 2567, 2024),
            (Era::Roc, 113, 2024),
            (Era::Japanese(2019), 6, 2024),
            (Era::Japanese(1989), 1, 1989),
            (Era::BeforeCommon, 44, -44),
            (Era::Persian, 1404, 2025),
            (Era::Islamic, 1445, 2023),
            (Era::Ethiopic, 2016, 2023),
        ] {
            assert_eq!(era.years(year).first(), Some(&wanted), "{era:?} {year}");
        }
    }

    #[test]
    fn dates_of_other_calendars() {
        for (era, (year, month, day), wanted) in [
            // The Persian new year fell on these days in Iran.
            (Era::Persian, (1404, 1, 1), "2025-03-21"),
            (Era::Persian, (1403, 1, 1), "2024-03-20"),
            (Era::Persian, (1399, 12, 30), "2021-03-20"),
            (Era::Persian, (1357, 11, 22), "1979-02-11"),
            (Era::Persian, (1404, 3, 12), "2025-06-02"),
            (Era::Islamic, (1445, 9, 1), "2024-03-11"),
            // By reckoning; the moon was seen a day earlier.
            (Era::Islamic, (1400, 1, 1), "1979-11-21"),
            (Era::Buddhist, (2567, 12, 31), "2024-12-31"),
        ] {
            assert_eq!(shown(&era.dates(year, month, day)), wanted, "{era:?}");
        }
    }

    #[test]
    fn days_of_the_week() {
        for (date, wanted) in [((2026, 11, 25), 3), ((2000, 1, 1), 6), ((1789, 7, 14), 2)] {
            assert_eq!(weekday_of(&full(date)), Some(wanted));
        }
    }

    #[test]
    fn every_day_has_its_date() {
        for fixed in (1..800_000).step_by(97) {
            let (year, month, day) = gregorian(fixed);
            assert_eq!(from_gregorian(year, i32::from(month), i32::from(day)), fixed);
        }
    }
}
