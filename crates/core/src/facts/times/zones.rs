//! Time zones behind a time: `UTC`, `GMT+2`, `+02:00`. They are a part of it; they are not converted.

use super::super::lexed::Lexed;
use crate::tokens::Gap;

/// Abbreviations of zones, sorted. Source: the abbreviations of the IANA time zone database that are in use, without
/// those that are words.
const ZONES: &[&str] = &[
    "ACDT", "ACST", "AEDT", "AEST", "AKDT", "AKST", "ART", "AWST", "BRT", "BST", "CAT", "CDT", "CEST", "CET", "CLT",
    "CST", "EAT", "EDT", "EEST", "EET", "EST", "GMT", "GST", "HKT", "HST", "ICT", "IDT", "IST", "JST", "KST", "MDT",
    "MESZ", "MEZ", "MSK", "MST", "NZDT", "NZST", "PDT", "PKT", "PST", "SAST", "SGT", "UTC", "WAT", "WEST", "WET",
    "WIB", "WIT", "WITA", "Z", "МСК",
];

/// Where the zone behind a time that ends before token `end` ends; `end` where there is none.
pub(super) fn behind(lexed: &Lexed<'_>, end: usize) -> usize {
    let named = lexed.get(end).is_some_and(|token| {
        let is_letter = lexed.raw(end) == "Z";
        let close = if is_letter { token.gap == Gap::None } else { token.gap != Gap::Break && token.gap != Gap::Dot };
        close && ZONES.binary_search(&lexed.raw(end)).is_ok()
    });
    let end = end + usize::from(named);
    // +02:00, UTC+2, GMT+0530
    let Some(last) = end.checked_sub(1) else { return end };
    let sign = lexed.between(last);
    let signed = sign == "+" || named && matches!(sign, "-" | "−" | "–");
    if !(signed && lexed.is_digits(end)) {
        return end;
    }
    let length = lexed.raw(end).chars().count();
    let with_minutes = lexed.between(end) == ":" && lexed.digits(end + 1, 2).is_some();
    match length {
        1 | 2 if with_minutes => end + 2,
        1 | 2 if named || length == 2 => end + 1,
        4 => end + 1,
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use super::ZONES;

    #[test]
    fn zones_can_be_searched() {
        assert!(ZONES.is_sorted());
    }
}
