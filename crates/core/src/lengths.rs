//! How long texts of different languages are that say the same.

use crate::fold::{digit_value, is_ideograph, stands_alone};
use crate::language::LanguageTag;
use std::sync::OnceLock;

const FILE: &str = include_str!("../lengths.tsv");

/// How many letters a Chinese character, a Korean syllable or a Thai letter counts for; what that makes of a whole text
/// is told by the table.
const CHARACTER: f64 = 3.0;
/// The same of Japanese kana, which spell sounds: with characters and kana weighed so, Japanese texts are of the most
/// even length, as measured against English ones.
const KANA: f64 = 1.5;

/// The length of a text: its letters and digits, the characters of some scripts counting as several.
#[must_use]
pub fn length(text: &str) -> f64 {
    text.chars().map(of_char).sum()
}

/// What a character adds to the length of a text.
#[must_use]
pub fn of_char(c: char) -> f64 {
    match c {
        _ if c.is_ascii() => f64::from(u8::from(c.is_ascii_alphanumeric())),
        '\u{3041}'..='\u{30ff}' => KANA,
        _ if stands_alone(c) || is_ideograph(c) => CHARACTER,
        _ => f64::from(u8::from(c.is_alphabetic() || digit_value(c).is_some())),
    }
}

/// How long a text in a language is, as a multiple of the same text in English: the natural logarithm; none where it
/// is not known.
#[must_use]
pub fn log_length(language: &LanguageTag) -> Option<f64> {
    static READ: OnceLock<Vec<(&str, f64)>> = OnceLock::new();
    let table = READ.get_or_init(|| rows().map(|(language, letters, _)| (language, (letters / 100.0).ln())).collect());
    let at = table.binary_search_by(|(known, _)| (*known).cmp(language.language())).ok()?;
    Some(table[at].1)
}

/// The rows of the table: language, letters, number of texts.
fn rows() -> impl Iterator<Item = (&'static str, f64, u32)> {
    FILE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split('\t');
        Some((fields.next()?, fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_sane() {
        let lines = FILE.lines().filter(|line| !line.starts_with('#')).count();
        let rows: Vec<_> = rows().collect();
        assert_eq!(rows.len(), lines, "every line is read");
        assert!(rows.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (language, letters, texts) in rows {
            assert!((50.0..=300.0).contains(&letters) && texts < 100, "{language}");
            assert!(language.parse::<LanguageTag>().is_ok_and(|tag| tag.language() == language), "{language}");
        }
    }

    #[test]
    fn letters_count_by_what_they_say() {
        for (text, expected) in [("Zwölf, 12!", 7.0), ("学校", 6.0), ("カメラ", 4.5), ("학교", 6.0), ("", 0.0)]
        {
            assert!((length(text) - expected).abs() < 1e-9, "{text}: {}", length(text));
        }
        assert_eq!(log_length(&"en-GB".parse().expect("a tag")), Some(0.0));
        assert_eq!(log_length(&"tlh".parse().expect("a tag")), None);
    }
}
