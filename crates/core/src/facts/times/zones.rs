//! Time zones beside a time: `UTC`, `GMT+2`, `+02:00`, `15:00 (CET)`, `UTC 15:00`.

use super::super::Zone;
use super::super::lexed::Lexed;
use crate::locale::Meaning;
use crate::tokens::Gap;

/// Abbreviations of zones, sorted, with their minutes before Coordinated Universal Time: those that are in use, without
/// those that are words. One that stands for several has the likeliest first. Source: the IANA time zone database.
const ZONES: &[(&str, &[i16])] = &[
    ("ACDT", &[630]),
    ("ACST", &[570]),
    ("AEDT", &[660]),
    ("AEST", &[600]),
    ("AKDT", &[-480]),
    ("AKST", &[-540]),
    ("ART", &[-180]),
    ("AWST", &[480]),
    ("BRT", &[-180]),
    ("BST", &[60, 360]),
    ("CAT", &[120]),
    ("CDT", &[-300, -240]),
    ("CEST", &[120]),
    ("CET", &[60]),
    ("CLT", &[-240, -180]),
    ("CST", &[-360, 480, -300]),
    ("CT", &[-360, -300]),
    ("EAT", &[180]),
    ("EDT", &[-240]),
    ("EEST", &[180]),
    ("EET", &[120]),
    ("EST", &[-300]),
    ("ET", &[-300, -240]),
    ("GMT", &[0]),
    ("GST", &[240]),
    ("HKT", &[480]),
    ("HST", &[-600]),
    ("ICT", &[420]),
    ("IDT", &[180]),
    ("IST", &[330, 120, 60]),
    ("JST", &[540]),
    ("KST", &[540]),
    ("MDT", &[-360]),
    ("MESZ", &[120]),
    ("MEZ", &[60]),
    ("MSK", &[180]),
    ("MST", &[-420, 480]),
    ("MT", &[-420, -360]),
    ("NZDT", &[780]),
    ("NZST", &[720]),
    ("PDT", &[-420]),
    ("PKT", &[300]),
    ("PST", &[-480, 480]),
    ("PT", &[-480, -420]),
    ("SAST", &[120]),
    ("SGT", &[480]),
    ("UTC", &[0]),
    ("WAT", &[60]),
    ("WEST", &[60]),
    ("WET", &[0]),
    ("WIB", &[420]),
    ("WIT", &[540]),
    ("WITA", &[480]),
    ("Z", &[0]),
    ("МСК", &[180]),
];

/// Where the zone behind a time that ends before token `end` ends, and which it is; `end` where there is none.
pub(super) fn behind(lexed: &Lexed<'_>, end: usize) -> (usize, Option<Zone>) {
    let named = named_behind(lexed, end);
    let (zone, end) = named.map_or((Zone::of(&[0]), end), |(zone, end)| (Some(zone), end));
    match offset(lexed, end, named.is_some()) {
        Some((minutes, end)) => (end, zone.and_then(|zone| zone.plus(minutes))),
        None => (end, zone.filter(|_| named.is_some())),
    }
}

/// The zone named right before a time that begins at token `start`, and where it begins.
pub(super) fn before(lexed: &Lexed<'_>, start: usize) -> Option<(Zone, usize)> {
    let at = start.checked_sub(1).filter(|_| lexed.get(start).is_some_and(|_| lexed.joins(start)))?;
    let phrase = lexed.hits_ending(start).find_map(|hit| match hit.meaning {
        Meaning::TimeZone(zone) if !lexed.any_taken(hit.start, hit.end) => Some((zone, hit.start)),
        _ => None,
    });
    let short =
        || (lexed.raw(at).chars().count() > 2 && !lexed.is_taken(at)).then(|| abbreviation(lexed, at)).flatten();
    phrase.or_else(|| short().map(|zone| (zone, at)))
}

fn abbreviation(lexed: &Lexed<'_>, at: usize) -> Option<Zone> {
    let found = ZONES.binary_search_by(|(name, _)| (*name).cmp(lexed.raw(at))).ok()?;
    Zone::of(ZONES[found].1)
}

fn named_behind(lexed: &Lexed<'_>, at: usize) -> Option<(Zone, usize)> {
    let token = lexed.get(at).filter(|_| !lexed.is_taken(at))?;
    let close = match token.gap {
        Gap::Break => matches!(lexed.between(at.checked_sub(1)?).trim(), "(" | "（" | "["),
        Gap::Dot => false,
        gap => gap == Gap::None || lexed.raw(at) != "Z",
    };
    if !close {
        return None;
    }
    let phrase = lexed.hits(at).iter().find_map(|hit| match hit.meaning {
        Meaning::TimeZone(zone) => Some((zone, hit.end)),
        _ => None,
    });
    phrase.or_else(|| Some((abbreviation(lexed, at)?, at + 1)))
}

/// `+02:00`, `UTC+2`, `GMT -5`, `GMT+0530`: the minutes that are added to a zone, or to none, at token `at`; and where
/// they end.
fn offset(lexed: &Lexed<'_>, at: usize, named: bool) -> Option<(i16, usize)> {
    let between = lexed.between(at.checked_sub(1)?);
    let sign = match (if named { between.trim_start() } else { between }, named) {
        ("+", _) => 1,
        ("-" | "−", true) => -1,
        ("–", true) if between == "–" => -1,
        _ => return None,
    };
    if !lexed.is_digits(at) {
        return None;
    }
    let number = i16::try_from(lexed.digits(at, 4)?).ok()?;
    let minutes = lexed.digits(at + 1, 2).filter(|_| lexed.between(at) == ":").and_then(|it| i16::try_from(it).ok());
    let (minutes, end) = match (lexed.raw(at).chars().count(), minutes) {
        (1 | 2, Some(minutes)) => (number * 60 + minutes, at + 2),
        (length @ (1 | 2), None) if named || length == 2 => (number * 60, at + 1),
        (4, _) => (number / 100 * 60 + number % 100, at + 1),
        _ => return None,
    };
    Some((sign * minutes, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::reader::tests::{check_rows, facts_of};

    #[test]
    fn zones_can_be_searched() {
        assert!(ZONES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(ZONES.iter().all(|(_, offsets)| Zone::of(offsets).is_some()));
    }

    fn times(language: &str, text: &str) -> String {
        let shown: Vec<String> =
            facts_of(language, text).iter().map(|(said, fact)| format!("{said}={}", fact.value)).collect();
        shown.join("; ")
    }

    #[test]
    fn zones_beside_times_are_read() {
        check_rows(
            &[
                ("en", "at 15:00 CET (14:00 UTC)", "15:00 CET=15:00 UTC+1; 14:00 UTC=14:00 UTC"),
                (
                    "en",
                    "at 3 pm EST, 12:00 (GMT+8), 9:05 GMT -5",
                    "3 pm EST=15:00 UTC-5; 12:00 (GMT+8=12:00 UTC+8; 9:05 GMT -5=09:05 UTC-5",
                ),
                ("en", "2024-03-14T15:00:00Z", "2024-03-14=2024-03-14; 15:00:00Z=15:00 UTC"),
                ("en", "at 15:00 UTC+05:30 or 15:00+0530", "15:00 UTC+05:30=15:00 UTC+5:30; 15:00+0530=15:00 UTC+5:30"),
                ("de", "um 15:00 Uhr MEZ, 15.30 Uhr UTC", "15:00 Uhr MEZ=15:00 UTC+1; 15.30 Uhr UTC=15:30 UTC"),
                ("fr", "à 14h00 GMT, à 9 h UTC", "14h00 GMT=14:00 UTC; 9 h UTC=09:00 UTC"),
                ("ru", "в 15:00 МСК, в 15:00 МСК+2", "15:00 МСК=15:00 UTC+3; 15:00 МСК+2=15:00 UTC+5"),
                ("es", "a las 9:00 CST y a las 10:00", "9:00 CST=09:00 UTC-6; 10:00=10:00"),
                ("ja", "午後3時JST、15:00（UTC）", "午後3時JST=15:00 UTC+9; 15:00（UTC=15:00 UTC"),
                ("ar", "الساعة 15:00 GMT", "15:00 GMT=15:00 UTC"),
                ("tr", "saat 15.00 UTC+3", "15.00 UTC+3=15:00 UTC+3"),
                (
                    "en",
                    "UTC 15:00, from 14:00 UTC - 16:00 UTC",
                    "UTC 15:00=15:00 UTC; 14:00 UTC=14:00 UTC; 16:00 UTC=16:00 UTC",
                ),
            ],
            times,
        );
    }
}
