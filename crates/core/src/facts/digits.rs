//! Numbers written with digits: which separators group, which mark decimals.

use super::lexed::Lexed;
use crate::fold::{digit_value, zero_of};
use crate::locale::Symbols;
use rust_decimal::Decimal;

/// A number in digits.
pub(super) enum Digits {
    /// A number, with every reading its separators allow, the most likely first; weights sum to 1.
    Number {
        /// One past its last token.
        end: usize,
        /// The readings.
        readings: Vec<(Decimal, f32)>,
    },
    /// Digits in groups that are no number: a version, an address.
    Grouped,
}

/// Reads the digits that begin with token `index`.
pub(super) fn read(lexed: &Lexed<'_>, index: usize) -> Option<Digits> {
    /// More groups than a number of 28 digits, the most that are read, can have.
    const MOST_GROUPS: usize = 30;
    if !lexed.is_digits(index) {
        return None;
    }
    let zero = zero_of(lexed.raw(index).chars().next()?);
    let symbols = lexed.locale.symbols(zero);
    let mut groups = vec![lexed.raw(index)];
    let mut separators: Vec<char> = Vec::new();
    let mut at = index;
    while groups.len() < MOST_GROUPS
        && let Some(separator) = separator_behind(lexed, at, &symbols)
    {
        separators.push(separator);
        at += 1;
        groups.push(lexed.raw(at));
    }
    // Groups that make no number together are tried with fewer: `1 234 5` is 1 234 and 5.
    loop {
        let end = index + groups.len();
        if let Some(readings) = readings(&groups, &separators, &symbols) {
            return Some(Digits::Number { end, readings });
        }
        if separators.len() > 1 && separators.iter().all(|separator| *separator == '.') {
            return Some(Digits::Grouped);
        }
        groups.pop();
        separators.pop()?;
    }
}

/// The separator between a token of digits and the next, if the two may be one number.
fn separator_behind(lexed: &Lexed<'_>, index: usize, symbols: &Symbols) -> Option<char> {
    if !lexed.is_digits(index + 1) {
        return None;
    }
    let mut between = lexed.between(index).chars();
    let (Some(separator), None) = (between.next(), between.next()) else { return None };
    let next = lexed.raw(index + 1).chars().count();
    match separator {
        '.' | ',' | '٫' | '٬' => Some(separator),
        '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' if next == 3 => Some(separator),
        // A plain space groups in any language, as the International System of Units has it; but not behind `012`.
        ' ' if next == 3 && (symbols.group.is_whitespace() || !lexed.tokens.folded(index).starts_with('0')) => {
            Some(separator)
        }
        _ => None,
    }
}

fn is_grouping_only(separator: char) -> bool {
    matches!(separator, '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '٬')
}

/// Whether the groups after the first are as long as groups of thousands are: three digits each, or in the Indian
/// manner two digits and last three.
fn are_thousands(groups: &[&str]) -> bool {
    let lengths: Vec<usize> = groups.iter().map(|group| group.chars().count()).collect();
    let Some((last, middle)) = lengths[1..].split_last() else { return false };
    let first_fits = (1..=3).contains(&lengths[0]);
    first_fits
        && *last == 3
        && (middle.iter().all(|length| *length == 3) || (lengths[0] <= 2 && middle.iter().all(|length| *length == 2)))
}

fn readings(groups: &[&str], separators: &[char], symbols: &Symbols) -> Option<Vec<(Decimal, f32)>> {
    let whole = || value(groups, None);
    let decimal = || value(&groups[..groups.len() - 1], groups.last().copied());
    let Some((last, others)) = separators.split_last() else { return Some(vec![(whole()?, 1.0)]) };
    if others.is_empty() {
        let thousands = are_thousands(groups)
            && !(groups[0].chars().count() == 1 && digit_value(groups[0].chars().next()?) == Some(0));
        if is_grouping_only(*last) {
            return thousands.then(whole).flatten().map(|value| vec![(value, 1.0)]);
        }
        if !thousands || *last == '٫' {
            return Some(vec![(decimal()?, 1.0)]);
        }
        let (whole, decimal) = (whole()?, decimal()?);
        return Some(if *last == symbols.decimal {
            // Three decimals are rare in prose, and writers take over the separators of other languages.
            vec![(decimal, 0.6), (whole, 0.4)]
        } else if *last == symbols.group {
            // Nobody rounds to three decimals and writes a nought for the last: 4,170 is no 4.17.
            if groups[1].chars().next_back().and_then(digit_value) == Some(0) {
                vec![(whole, 1.0)]
            } else {
                vec![(whole, 0.9), (decimal, 0.1)]
            }
        } else {
            vec![(whole, 0.7), (decimal, 0.3)]
        });
    }
    let alike = others.iter().all(|separator| *separator == others[0]);
    if !alike {
        return None;
    }
    if others[0] == *last {
        return are_thousands(groups).then(whole).flatten().map(|value| vec![(value, 1.0)]);
    }
    // Groups of thousands, then decimals behind another sign.
    let is_decimal_sign = matches!(last, '.' | ',' | '٫');
    (is_decimal_sign && are_thousands(&groups[..groups.len() - 1]))
        .then(decimal)
        .flatten()
        .map(|value| vec![(value, 1.0)])
}

/// The number whose digits are those of `groups`, with `decimals` behind the point. `None` for more digits than a
/// decimal holds (28).
fn value(groups: &[&str], decimals: Option<&str>) -> Option<Decimal> {
    let all = groups.iter().copied().chain(decimals).flat_map(str::chars).filter_map(digit_value);
    let mut number: i128 = 0;
    let mut count = 0;
    for digit in all {
        count += 1;
        if count > 28 {
            return None;
        }
        number = number * 10 + i128::from(digit);
    }
    if count == 0 {
        return None;
    }
    let scale = decimals.map_or(0, |decimals| decimals.chars().count());
    Decimal::try_from_i128_with_scale(number, u32::try_from(scale).ok()?).ok().map(|value| value.normalize())
}

/// The value of a fraction sign.
pub(super) fn fraction(sign: &str) -> Option<Decimal> {
    let (numerator, denominator) = match sign {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Some(Decimal::from(numerator) / Decimal::from(denominator))
}

#[cfg(test)]
mod tests {
    use super::super::lexed::read_through;
    use super::*;

    fn read_all(language: &str, text: &str) -> String {
        read_through(language, text, |lexed, index| match read(lexed, index)? {
            Digits::Number { end, readings } => {
                let shown: Vec<String> = readings.iter().map(|(value, _)| value.to_string()).collect();
                Some((end, shown.join("|")))
            }
            Digits::Grouped => Some((lexed.len(), "#".to_owned())),
        })
    }

    #[test]
    fn separators_are_read_by_language() {
        for (language, text, read) in [
            ("fr", "90 000 et 1 234,5 et 3,14", "90000 1234.5 3.14"),
            ("de", "90.000 und 1.234,5 und 2,5", "90000 1234.5 2.5"),
            ("en", "90,000 and 1,234.5 and 2.5", "90000 1234.5 2.5"),
            ("en", "1.234", "1.234|1234"),
            ("hi", "९०,००० 12,34,567 १.५", "90000 1234567 1.5"),
            ("ar", "٩٠٬٠٠٠ ٣٫٥", "90000 3.5"),
            ("de-CH", "90'000 90’000", "90000 90000"),
            ("ja", "9,000 9,125 １２３", "9000 9125|9.125 123"),
            ("id", "4.170 4.17", "4170 4.17"),
            ("en", "0.125 version 2.4.1", "0.125 #"),
            ("es", "12 500 personas y 2020 300", "12500 2020 300"),
            ("fr", "2020 300", "2020 300"),
        ] {
            assert_eq!(read_all(language, text), read, "{language}: {text}");
        }
    }
}
