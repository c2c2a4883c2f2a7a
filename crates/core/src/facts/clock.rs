//! Times of day, and the zones that they are given in.

use std::fmt;

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeOfDay {
    /// Minutes after midnight (0 to 1439), in its own zone.
    pub minutes: u16,
    /// The time zone, where it is said.
    pub zone: Option<Zone>,
}

/// How far a time zone is before or behind Coordinated Universal Time, in minutes (-720 to 840), east of Greenwich above
/// zero. A name may stand for several zones (CST), or for standard and daylight time alike (*Eastern Time*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone {
    /// The likeliest first; where there are fewer, the first is repeated.
    offsets: [i16; 3],
}

impl Zone {
    /// The zone of an offset, or of the several that a name stands for (at most three are kept); `None` for none, and
    /// for one that is nowhere in use.
    #[must_use]
    pub fn of(offsets: &[i16]) -> Option<Self> {
        let first = *offsets.first()?;
        let at = |index: usize| offsets.get(index).copied().unwrap_or(first);
        let offsets = [at(0), at(1), at(2)];
        offsets.iter().all(|offset| (-720..=840).contains(offset)).then_some(Self { offsets })
    }

    /// The zone that is so many minutes before this one.
    #[must_use]
    pub fn plus(self, minutes: i16) -> Option<Self> {
        Self::of(&self.offsets.map(|offset| offset.saturating_add(minutes)))
    }
}

impl TimeOfDay {
    /// Whether both say the same time. Where both name their zones they are converted; the day is not looked at.
    #[must_use]
    pub fn agrees_with(self, other: Self) -> bool {
        let (Some(a), Some(b)) = (self.zone, other.zone) else { return self.minutes == other.minutes };
        let at = |time: Self, offset: i16| (i32::from(time.minutes) - i32::from(offset)).rem_euclid(DAY);
        a.offsets.iter().any(|a| b.offsets.iter().any(|b| at(self, *a) == at(other, *b)))
    }

    /// The time in Coordinated Universal Time, where the zone is said.
    #[must_use]
    pub fn universal(self) -> Option<u16> {
        let [offset, ..] = self.zone?.offsets;
        u16::try_from((i32::from(self.minutes) - i32::from(offset)).rem_euclid(DAY)).ok()
    }
}

impl From<u16> for TimeOfDay {
    /// The time so many minutes after midnight, in a zone that is not said.
    fn from(minutes: u16) -> Self {
        Self { minutes, zone: None }
    }
}

impl fmt::Display for TimeOfDay {
    /// `17:30`, `17:30 UTC+1`, `17:30 UTC-3:30`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)?;
        self.zone.map_or(Ok(()), |zone| write!(f, " {zone}"))
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [offset, ..] = self.offsets;
        f.write_str("UTC")?;
        match (offset, offset.abs() % 60) {
            (0, _) => Ok(()),
            (_, 0) => write!(f, "{:+}", offset / 60),
            (_, rest) => write!(f, "{}{}:{rest:02}", if offset < 0 { '-' } else { '+' }, offset.abs() / 60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: u16, minutes: u16, offsets: &[i16]) -> TimeOfDay {
        TimeOfDay { minutes: hours * 60 + minutes, zone: Zone::of(offsets) }
    }

    #[test]
    fn times_in_zones_are_converted() {
        for (a, b) in [
            (at(15, 0, &[60]), at(14, 0, &[0])),
            (at(20, 0, &[-300, -240]), at(1, 0, &[0])),
            (at(20, 0, &[-300, -240]), at(0, 0, &[0])),
            (at(9, 0, &[330]), at(3, 30, &[0])),
            (at(23, 30, &[540]), at(6, 30, &[-480])),
            (at(15, 0, &[]), at(15, 0, &[60])),
        ] {
            assert!(a.agrees_with(b) && b.agrees_with(a), "{a} is {b}");
        }
        for (a, b) in [
            (at(15, 0, &[60]), at(15, 0, &[0])),
            (at(15, 0, &[60]), at(16, 0, &[0])),
            (at(15, 0, &[60]), at(14, 0, &[])),
        ] {
            assert!(!a.agrees_with(b) && !b.agrees_with(a), "{a} is not {b}");
        }
        assert_eq!(Zone::of(&[]), None);
        assert_eq!(Zone::of(&[900]), None);
        assert_eq!(
            [at(9, 5, &[-210]), at(9, 5, &[0]), at(9, 5, &[120])].map(|it| it.to_string()),
            ["09:05 UTC-3:30", "09:05 UTC", "09:05 UTC+2"]
        );
    }
}
