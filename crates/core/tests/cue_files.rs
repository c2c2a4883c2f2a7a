//! What the cue files must hold to, beyond what `build.rs` refuses.

use parallax_core::cues::{Category, Key};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type File = BTreeMap<String, toml::Value>;

/// The cue files as they are written, by language.
fn files() -> Vec<(String, File)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("languages/cues");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).expect("the folder of cue files").flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let text = std::fs::read_to_string(&path).expect("a readable file");
            let file = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            files.push((path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), file));
        }
    }
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files
}

/// A list of a section, empty where there is none.
fn list<'f>(file: &'f File, category: Category, name: &str) -> Vec<&'f str> {
    let section = file.get(category.name()).and_then(toml::Value::as_table);
    let list = section.and_then(|section| section.get(name)).and_then(toml::Value::as_array);
    list.into_iter().flatten().filter_map(toml::Value::as_str).collect()
}

fn keys_of(category: Category) -> impl Iterator<Item = Key> {
    Key::all().filter(move |key| key.category() == category)
}

#[test]
fn at_least_24_languages_have_all_sections() {
    let files = files();
    assert!(files.len() >= 24, "{} languages", files.len());
    for (language, file) in &files {
        for category in Category::ALL {
            assert!(file.contains_key(category.name()), "{language}: no [{}]", category.name());
        }
        for key in Key::all().filter(|key| !matches!(key.category(), Category::Direction | Category::Question)) {
            let name = key.name();
            let lists = [name.to_owned(), format!("{name}_suffixes"), format!("{name}_weak")];
            let count: usize = lists.iter().map(|name| list(file, key.category(), name).len()).sum();
            assert!(count > 0, "{language}: nothing for {}.{name}", key.category().name());
        }
    }
}

#[test]
fn both_directions_of_a_pair_are_filled_or_neither() {
    for (language, file) in files() {
        for key in keys_of(Category::Direction) {
            let has = |key: Key| !list(&file, Category::Direction, key.name()).is_empty();
            let opposite = key.opposite().expect("directions have opposites");
            assert_eq!(has(key), has(opposite), "{language}: only one of {} and {}", key.name(), opposite.name());
        }
    }
}

#[test]
fn no_word_is_weak_for_the_opposite_of_what_it_surely_says() {
    for (language, file) in files() {
        for key in keys_of(Category::Direction) {
            let opposite = key.opposite().expect("directions have opposites");
            let weak: BTreeSet<_> =
                list(&file, Category::Direction, &format!("{}_weak", opposite.name())).into_iter().collect();
            let both: Vec<_> =
                list(&file, Category::Direction, key.name()).into_iter().filter(|word| weak.contains(word)).collect();
            assert!(both.is_empty(), "{language}: sure for {}, weak for {}: {both:?}", key.name(), opposite.name());
        }
    }
}

/// In scripts without spaces a cue that lies within a longer one of another key of its section is read only where that is
/// not; a single letter lies in everything.
#[test]
fn sure_cues_of_scripts_without_spaces_are_no_single_letters_that_lie_in_many_words() {
    const MOST: usize = 12;
    for (language, file) in files() {
        for category in Category::ALL.iter().filter(|category| **category != Category::Question) {
            let words = |key: Key| list(&file, *category, key.name());
            let all: Vec<(Key, &str)> =
                keys_of(*category).flat_map(|key| words(key).into_iter().map(move |word| (key, word))).collect();
            for (key, word) in &all {
                let mut letters = word.chars();
                let (Some(letter), None) = (letters.next(), letters.next()) else { continue };
                if !parallax_core::fold::stands_alone(letter) || parallax_core::fold::is_hangul(letter) {
                    continue;
                }
                let holds = |other: &&(Key, &str)| other.0 != *key && other.1.contains(letter);
                let count = all.iter().filter(holds).count();
                assert!(count <= MOST, "{language}: {word} ({}) lies in {count} cues of other keys", key.name());
            }
        }
    }
}

#[test]
fn a_stem_by_itself_is_long_enough() {
    const LEAST: usize = 3;
    for (language, file) in files() {
        for key in Key::all() {
            for word in list(&file, key.category(), key.name()) {
                let Some(stem) = word.strip_suffix('*').filter(|stem| !stem.contains(' ')) else { continue };
                let alone = word.starts_with(parallax_core::fold::stands_alone);
                assert!(alone || stem.chars().count() >= LEAST, "{language}: {}: {word}", key.name());
            }
        }
    }
}
