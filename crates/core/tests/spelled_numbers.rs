//! What CLDR's rules spell, the tool reads back: a sample of every language in every form of its rules. All numbers up
//! to 10,000 in all forms are tried by `cargo xtask bench words`, which needs the CLDR packages.

use parallax_core::facts::number_in_words;
use parallax_core::locale::Locale;
use std::collections::BTreeMap;

/// Locales with cardinals that are not read back; docs/number-words.md says why.
const CARDINALS_UNREAD: &[&str] = &["ccp", "ga", "ky", "qu", "se"];

/// Locales whose ordinals are all read back as far as the sample goes.
const ORDINALS_READ: &[&str] = &[
    "af", "ak", "am", "be", "de", "de-CH", "el", "en", "en-IN", "eo", "es", "fi", "fil", "fr", "fr-BE", "fr-CH", "hi",
    "hu", "id", "it", "ja", "kk", "km", "ko", "ky", "lo", "ms", "ne", "nl", "pt", "pt-PT", "qu", "ru", "su", "sv",
    "sw", "ta", "th", "tr", "vec", "vi", "yue", "yue-Hans", "zh", "zh-Hant",
];

#[test]
fn spelled_numbers_are_read_back() {
    let mut wrong: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    let mut tried: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for line in include_str!("spelled_numbers.tsv").lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [tag, kind, number, text] = columns[..] else { panic!("four columns wanted: {line}") };
        let locale = Locale::of(&tag.parse().expect("a valid tag"));
        *tried.entry((tag, kind)).or_default() += 1;
        let read = number_in_words(text, &locale);
        let is_right =
            read.is_some_and(|(value, ordinal)| value.to_string() == number && ordinal == (kind == "ordinal"));
        if !is_right {
            wrong.entry((tag, kind)).or_default().push(format!("{text} = {number}, read as {read:?}"));
        }
    }
    let cardinals: Vec<&str> = tried.keys().filter(|(_, kind)| *kind == "cardinal").map(|(tag, _)| *tag).collect();
    assert!(cardinals.len() >= 80, "{} locales", cardinals.len());
    let unread: Vec<&str> = cardinals.into_iter().filter(|tag| wrong.contains_key(&(*tag, "cardinal"))).collect();
    let told = |(place, list): (&(&str, &str), &Vec<String>)| format!("{place:?}: {}", list.join("; "));
    // A language that is read at last must be taken off the list, too.
    assert_eq!(unread, CARDINALS_UNREAD, "{}", wrong.iter().map(told).collect::<Vec<_>>().join("\n"));
    let ordinals = tried.keys().filter(|(_, kind)| *kind == "ordinal").map(|(tag, _)| *tag);
    let read: Vec<&str> = ordinals.filter(|tag| !wrong.contains_key(&(*tag, "ordinal"))).collect();
    assert_eq!(read, ORDINALS_READ, "{}", wrong.iter().map(told).collect::<Vec<_>>().join("\n"));
}
