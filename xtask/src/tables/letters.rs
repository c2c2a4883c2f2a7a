//! `letters.tsv`: the letters beyond a to z that a language writes its own words with.

use std::collections::BTreeSet;

use crate::error::Result;

use super::fetch::MISC;
use super::locales::Locales;
use super::source::Source;
use super::table::{LocaleRows, Spec, Table};

/// Letters from here on tell nothing that their script does not tell (kana, Han characters, Hangul, signs).
const END: char = '\u{2000}';

pub(crate) fn table(source: &Source, locales: &Locales) -> Result<Table> {
    let mut rows = LocaleRows::new();
    for locale in locales.iter().filter(|locale| !locale.contains('-')) {
        let Some(json) = source.locale(MISC, locale, "characters.json")? else { continue };
        let letters = letters(json["characters"]["exemplarCharacters"].as_str().unwrap_or_default());
        if !letters.is_empty() {
            rows.insert(locale.to_string(), BTreeSet::from([vec![letters.into_iter().collect()]]));
        }
    }
    let spec = Spec {
        name: "letters",
        columns: &["locale", "letters"],
        packages: &[MISC],
        about: "small letters and marks beyond a to z, below U+2000, that the language's own words are written with",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

/// The letters of a set in CLDR's notation: characters side by side, those that belong together in braces, others
/// escaped.
fn letters(set: &str) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    let mut chars = set.chars();
    while let Some(c) = chars.next() {
        match c {
            // `\u200D`: joiners and direction marks are no letters; an escaped sign is none either.
            '\\' => {
                let code = if chars.next() == Some('u') { 4 } else { 0 };
                chars.by_ref().take(code).for_each(drop);
            }
            '[' | ']' | '{' | '}' | ' ' => {}
            _ if !c.is_ascii() && c < END => {
                found.insert(c);
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_read() {
        let shown = |set: &str| letters(set).into_iter().collect::<String>();
        assert_eq!(shown(r"[aáä b c {ch} {dž} ľ \u200C\u200D {n\-} 가]"), "áäľž");
        assert_eq!(shown("[ं अ क {क्ष}]"), "ंअकष्");
    }
}
