//! `compact.tsv`: the short and long words after big numbers (`Mio.`, `万`).

use std::collections::BTreeSet;

use crate::error::Result;
use serde_json::Value;

use super::fetch::NUMBERS;
use super::locales::Locales;
use super::numbers::systems;
use super::source::{Source, strings};
use super::table::{LocaleRows, Row, Spec, Table};
use super::text::trim;

pub(crate) fn table(source: &Source, locales: &Locales) -> Result<Table> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter() {
        if let Some(json) = source.locale(NUMBERS, locale, "numbers.json")? {
            rows.insert(locale.to_string(), locale_rows(&json["numbers"]));
        }
    }
    let spec = Spec {
        name: "compact",
        columns: &["locale", "form", "exponent", "word"],
        packages: &[NUMBERS],
        about: "words of compact numbers: 5 <word> is 5 times ten to the exponent",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

fn locale_rows(numbers: &Value) -> BTreeSet<Row> {
    let mut rows = BTreeSet::new();
    for system in systems(numbers) {
        let formats = &numbers[format!("decimalFormats-numberSystem-{system}")];
        for form in ["short", "long"] {
            for (key, pattern) in strings(&formats[form]["decimalFormat"]) {
                for (exponent, word) in compact_words(key, pattern) {
                    rows.insert(vec![form.to_string(), exponent.to_string(), word]);
                }
            }
        }
    }
    rows
}

/// The words of one pattern with their power of ten.
///
/// The key tells the smallest number the pattern is for, and the pattern's
/// zeros how many digits remain: `10000000-count-other` with `00 million`
/// writes 10 000 000 as "10 million", so `million` stands for 10^6.
fn compact_words(key: &str, pattern: &str) -> Vec<(u32, String)> {
    let Some(magnitude) = magnitude(key) else {
        return Vec::new();
    };
    // What follows `;` is the pattern for negative numbers.
    let (literals, zeros) = literals(pattern);
    let words: Vec<&str> = literals.iter().map(|literal| trim(literal)).filter(|literal| !literal.is_empty()).collect();
    match (words.as_slice(), zeros) {
        ([], _) => Vec::new(),
        // No digits: the word alone is the number ("mille" in French).
        (_, 0) => vec![(magnitude, words.join(" "))],
        ([word], _) => {
            (magnitude + 1).checked_sub(zeros).map_or(Vec::new(), |exponent| vec![(exponent, word.to_string())])
        }
        // Words on both sides multiply each other ("ကုဋေ 0 သန်း"), and neither
        // has the whole exponent. Leave them to the patterns where they stand
        // alone.
        _ => Vec::new(),
    }
}

/// The power of ten in `10000-count-one`.
fn magnitude(key: &str) -> Option<u32> {
    let number = key.split('-').next()?;
    let zeros = number.strip_prefix('1')?;
    zeros.bytes().all(|b| b == b'0').then(|| u32::try_from(zeros.len()).unwrap_or_default())
}

/// The text before and after the digits, without quotes, and the number of
/// zeros between them.
fn literals(pattern: &str) -> ([String; 2], u32) {
    let mut texts = [String::new(), String::new()];
    let mut zeros = 0;
    let mut quoted = false;
    for c in pattern.chars() {
        match c {
            '\'' => quoted = !quoted,
            ';' if !quoted => break,
            '0' if !quoted => zeros += 1,
            _ => texts[usize::from(zeros > 0)].push(c),
        }
    }
    (texts, zeros)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(key: &str, pattern: &str) -> (u32, String) {
        let mut words = compact_words(key, pattern);
        assert_eq!(words.len(), 1, "{key} {pattern}");
        words.remove(0)
    }

    #[test]
    fn exponents() {
        assert_eq!(one("10000000-count-other", "00 million"), (6, "million".into()));
        assert_eq!(one("1000000-count-one", "0\u{a0}Mio'.'"), (6, "Mio.".into()));
        assert_eq!(one("100000-count-other", "0 लाख"), (5, "लाख".into()));
        assert_eq!(one("100000000-count-other", "0億"), (8, "億".into()));
        assert_eq!(one("10000-count-other", "00 mil"), (3, "mil".into()));
    }

    #[test]
    fn words_before_the_digits() {
        assert_eq!(one("1000-count-other", "elfu 0;elfu -0"), (3, "elfu".into()));
        assert_eq!(one("1000-count-one", "\u{200f}0 אלף"), (3, "אלף".into()));
    }

    #[test]
    fn words_without_digits() {
        assert_eq!(one("1000-count-1", "mille"), (3, "mille".into()));
    }

    #[test]
    fn plain_digits_are_no_words() {
        assert!(compact_words("1000-count-other", "0").is_empty());
        assert!(compact_words("10000000000-count-other", "ကုဋေ 0 သောင်း").is_empty());
    }
}
