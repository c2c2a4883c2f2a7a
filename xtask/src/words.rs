//! `cargo xtask words`: pick the words of `crates/core/vocabulary/` from large lists.
//!
//! The lists come from a program that reads print (Tesseract), and were made of what stands on the web: half of them are
//! names, and every language has words of others among its own. What is wanted is small: the words that it takes to tell
//! the words of one language from those of another. So a list is made of the shorter words, since the spelling of longer ones
//! shows what language they are of, and of all words that have come into the language from another and still look so.

use crate::error::{Context as _, Result};
use crate::workspace;
use parallax_core::vocabulary::{Spelling, UNITS_A_BIT};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Words of fewer or more letters are left out.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=16;
/// So many short words, besides those that are kept for looking like another language's.
const SHORT: usize = 30_000;
/// A word that is likelier in another language by so many bits looks like that one's.
const FOREIGN_LOOK: i64 = 2 * UNITS_A_BIT as i64;
/// A language with so many of its words (percent) in capitals writes its nouns so.
const NOUNS: usize = 55;
/// A word with a capital that so many other languages have is a name.
const NAMES: usize = 4;
/// Endings by which nouns are inflected, and names are not; of German, which is the one language that has such nouns.
const NOUN_ENDINGS: [&str; 4] = ["n", "en", "e", "es"];
/// Languages that share so many words (percent) get a row of their own in the table of shared words.
const SHARED: usize = 3;

/// What is known of a language.
#[derive(Default)]
struct Lists {
    /// Words in small letters.
    small: BTreeSet<String>,
    /// Words with a capital in front.
    capital: BTreeSet<String>,
    /// Ordinary words, where a list of them was given: they are all kept.
    common: BTreeSet<String>,
}

/// Makes `crates/core/vocabulary/` from the lists in `folder`: `xx.words`, `xx.clean`, `xx.common`.
pub(crate) fn run(folder: &Path) -> Result<()> {
    let lists = load(folder)?;
    let target = workspace::root()?.join("crates/core/vocabulary");
    let spellings: BTreeMap<&str, Spelling> =
        lists.iter().map(|(tag, it)| (tag.as_str(), Spelling::train(it.small.iter().map(String::as_str)))).collect();
    let mut languages_of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (tag, it) in &lists {
        it.small.iter().for_each(|word| languages_of.entry(word).or_default().push(tag));
    }
    for (tag, it) in &lists {
        let looks_foreign = |word: &&String| {
            let own = i64::from(spellings[tag.as_str()].cost(word));
            let others = languages_of[word.as_str()].iter().filter(|other| *other != tag);
            others.map(|other| own - i64::from(spellings[other].cost(word))).max().is_some_and(|by| by > FOREIGN_LOOK)
        };
        let is_shared = |word: &&String| languages_of[word.as_str()].len() > 1;
        let mut picked: BTreeSet<&str> = it.common.iter().map(String::as_str).collect();
        // A list that was made by hand is complete: every word of it that another language has too counts.
        let kept = |word: &&String| if it.common.is_empty() { looks_foreign(word) } else { is_shared(word) };
        picked.extend(it.small.iter().filter(kept).map(String::as_str));
        if it.common.is_empty() {
            let mut rest: Vec<&str> =
                it.small.iter().map(String::as_str).filter(|word| !picked.contains(word)).collect();
            rest.sort_by_key(|word| (word.chars().count(), *word));
            picked.extend(rest.into_iter().take(SHORT));
        }
        let nouns = nouns(tag, &lists);
        picked.extend(nouns.iter().map(String::as_str));
        let text: String = picked.iter().flat_map(|word| [word, "\n"]).collect();
        let path = target.join(format!("{tag}.txt"));
        fs::write(&path, text).context(format_args!("cannot write {}", path.display()))?;
    }
    let mut complete = String::from("# languages whose lists were made by hand\n");
    for (tag, _) in lists.iter().filter(|(_, it)| !it.common.is_empty()) {
        complete.push_str(tag);
        complete.push('\n');
    }
    let path = target.join("complete.tsv");
    fs::write(&path, complete).context(format_args!("cannot write {}", path.display()))?;
    let path = target.join("shared.tsv");
    fs::write(&path, shared(&lists)).context(format_args!("cannot write {}", path.display()))
}

fn load(folder: &Path) -> Result<BTreeMap<String, Lists>> {
    let mut lists: BTreeMap<String, Lists> = BTreeMap::new();
    let mut clean: BTreeMap<String, Lists> = BTreeMap::new();
    let entries = fs::read_dir(folder).context(format_args!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry.context(format_args!("cannot read {}", folder.display()))?.path();
        let name = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let (tag, kind) = (name(path.file_stem()), name(path.extension()));
        let text = fs::read_to_string(&path).context(format_args!("cannot read {}", path.display()))?;
        let words = text
            .lines()
            .map(str::trim)
            .filter(|word| LETTERS.contains(&word.chars().count()) && word.chars().all(char::is_alphabetic));
        for word in words {
            let is_small = word.chars().all(char::is_lowercase);
            let is_capital = !is_small && word.chars().skip(1).all(char::is_lowercase);
            let (of, small) = match kind.as_str() {
                "words" => (lists.entry(tag.clone()).or_default(), true),
                "clean" => (clean.entry(tag.clone()).or_default(), true),
                "common" => (lists.entry(tag.clone()).or_default(), false),
                _ => continue,
            };
            match (small, is_small, is_capital) {
                (true, true, _) => of.small.insert(word.to_owned()),
                (true, false, true) => of.capital.insert(word.to_owned()),
                (false, true, _) => of.common.insert(word.to_owned()),
                _ => false,
            };
        }
    }
    // A list that was made by hand says which of the words are words; those that it has not, the terms of medicine and
    // the like, count where they are spelt as the words of no other language that has them.
    let spellings: BTreeMap<String, Spelling> =
        lists.iter().map(|(tag, it)| (tag.clone(), Spelling::train(it.small.iter().map(String::as_str)))).collect();
    for (tag, clean) in clean {
        let raw = lists.get(&tag).map(|it| it.small.clone()).unwrap_or_default();
        let mut small = clean.small;
        let of_others = |word: &&String| {
            let own = spellings[&tag].cost(word) + 3 * UNITS_A_BIT;
            let mut others = lists.iter().filter(|(other, it)| **other != tag && it.small.contains(*word));
            others.all(|(other, _)| own <= spellings[other].cost(word))
        };
        small.extend(raw.iter().filter(of_others).cloned());
        if let Some(it) = lists.get_mut(&tag) {
            it.small = &small | &it.common;
        }
    }
    Ok(lists)
}

/// The nouns of a language that writes them with a capital: those that few other languages have, as they would a name,
/// and that are inflected.
fn nouns(tag: &str, lists: &BTreeMap<String, Lists>) -> BTreeSet<String> {
    let own = &lists[tag];
    if own.capital.len() * 100 < NOUNS * (own.capital.len() + own.small.len()) || !own.common.is_empty() {
        return BTreeSet::new();
    }
    let is_inflected = |word: &str| {
        let root = word.strip_suffix('e').unwrap_or(word);
        let forms = NOUN_ENDINGS.iter().flat_map(|ending| [format!("{word}{ending}"), format!("{root}{ending}")]);
        forms.filter(|form| form != word).any(|form| own.capital.contains(&form))
    };
    let languages =
        |word: &&String| lists.iter().filter(|(other, it)| *other != tag && it.capital.contains(*word)).count();
    let nouns = own.capital.iter().filter(|word| word.chars().count() >= 3 && is_inflected(word));
    nouns.filter(|word| languages(word) < NAMES).cloned().collect()
}

/// How many of the shorter words of each language are words of each other.
fn shared(lists: &BTreeMap<String, Lists>) -> String {
    let mut text = String::from("# language\tother\tpercent of its words of 4 to 7 letters that the other has too\n");
    for (tag, it) in lists {
        let words: Vec<&String> = it.small.iter().filter(|word| (4..=7).contains(&word.chars().count())).collect();
        for (other, theirs) in lists.iter().filter(|(other, _)| *other != tag) {
            let both = words.iter().filter(|word| theirs.small.contains(**word)).count();
            let percent = both * 100 / words.len().max(1);
            if percent >= SHARED {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{tag}\t{other}\t{percent}");
            }
        }
    }
    text
}
