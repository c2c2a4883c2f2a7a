//! Variants of a language that write some words differently: British and American English, Simplified and Traditional
//! Chinese. What a variant writes is in `variants/*.tsv`; see the README there.

use crate::fold::stands_alone;
use crate::language::LanguageTag;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The files, by language.
const FILES: [(&str, &str); 3] = [
    ("en", include_str!("../variants/en.tsv")),
    ("pt", include_str!("../variants/pt.tsv")),
    ("zh", include_str!("../variants/zh.tsv")),
];

/// What a variant of a language writes, against the other. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Variant {
    table: &'static Table,
    /// Its column: 0 or 1.
    column: usize,
}

#[derive(Debug)]
struct Table {
    tags: [Vec<LanguageTag>; 2],
    names: [&'static str; 2],
    /// For each column its words, with what the other writes for them.
    words: [HashMap<&'static str, Option<&'static str>>; 2],
    /// Whether they are characters of a script without spaces.
    characters: bool,
}

impl Variant {
    /// The variant that a tag names by its region or script; none where the language has no such variants, or the tag names
    /// none of them.
    #[must_use]
    pub fn of(language: &LanguageTag) -> Option<Self> {
        static READ: [OnceLock<Table>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
        let at = FILES.iter().position(|(own, _)| *own == language.language())?;
        let table = READ[at].get_or_init(|| Table::read(FILES[at].1));
        let same = |a: Option<&str>, b: Option<&str>| a.is_some() && a == b;
        let is_named = |tag: &LanguageTag| {
            same(tag.script(), language.script())
                || language.script().is_none() && same(tag.region(), language.region())
        };
        let column = table.tags.iter().position(|tags| tags.iter().any(is_named))?;
        Some(Self { table, column })
    }

    /// How it is called.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.table.names[self.column]
    }

    /// How the other is called.
    #[must_use]
    pub fn other_name(&self) -> &'static str {
        self.table.names[1 - self.column]
    }

    /// Whether its words are characters of a script without spaces, to be looked up one by one.
    #[must_use]
    pub fn has_characters(&self) -> bool {
        self.table.characters
    }

    /// Whether a word, in small letters, or a character is of the other variant; and what this one writes for it, where
    /// that is known.
    #[must_use]
    pub fn is_strange(&self, word: &str) -> Option<Option<&'static str>> {
        self.table.words[1 - self.column].get(word).copied()
    }
}

impl Table {
    fn read(text: &'static str) -> Self {
        let columns = |line: &'static str| line.split_once('\t').unwrap_or((line, ""));
        let mut lines = text.lines().map(columns);
        let tags = lines.next().unwrap_or_default();
        let tags = [tags.0, tags.1].map(|tags| tags.split(' ').filter_map(|tag| tag.parse().ok()).collect());
        let names = lines.next().unwrap_or_default();
        let mut table = Self { tags, names: [names.0, names.1], words: Default::default(), characters: false };
        let known = |word: &'static str| (word != "-").then_some(word);
        for (first, second) in lines {
            let row = [known(first), known(second)];
            for column in 0..2 {
                if let Some(word) = row[column] {
                    table.words[column].insert(word, row[1 - column]);
                    table.characters |= word.chars().all(stands_alone);
                }
            }
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variant(tag: &str) -> Option<Variant> {
        Variant::of(&tag.parse().expect("a valid tag"))
    }

    #[test]
    fn a_variant_is_named_by_region_or_script() {
        let name = |tag: &str| variant(tag).map(|variant| variant.name());
        assert_eq!(name("en-US"), Some("American English"));
        assert_eq!(name("en-NZ"), Some("British English"));
        assert_eq!(name("zh-Hant"), Some("Traditional Chinese"));
        assert_eq!(name("zh-TW"), Some("Traditional Chinese"));
        assert_eq!(name("zh-Hans-HK"), Some("Simplified Chinese"), "the script says more than the region");
        assert_eq!((name("en"), name("zh"), name("de-AT")), (None, None, None));
    }

    #[test]
    fn words_of_the_other_are_strange() {
        let british = variant("en-GB").expect("there is a table");
        assert_eq!(british.is_strange("color"), Some(Some("colour")));
        assert_eq!(british.is_strange("colour"), None);
        assert_eq!(british.is_strange("license"), None, "the British verb");
        let american = variant("en-US").expect("there is a table");
        assert_eq!(american.is_strange("licence"), Some(None));
        let traditional = variant("zh-TW").expect("there is a table");
        assert_eq!(traditional.is_strange("国"), Some(Some("國")));
        assert!(traditional.has_characters() && !american.has_characters());
    }

    #[test]
    fn the_files_are_sorted_and_have_no_word_on_both_sides() {
        for (language, text) in FILES {
            let rows: Vec<&str> = text.lines().skip(2).collect();
            assert!(rows.is_sorted() && rows.iter().all(|row| row.split('\t').count() == 2), "{language}");
            let table = Table::read(text);
            assert!(table.tags.iter().all(|tags| !tags.is_empty()), "{language}");
            for word in table.words[0].keys() {
                assert!(!table.words[1].contains_key(word), "{language}: {word}");
            }
        }
    }
}
