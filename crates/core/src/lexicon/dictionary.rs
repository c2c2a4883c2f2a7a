//! A small built-in dictionary: some hundred general words in the languages that we know well, for documents too
//! short to learn a lexicon from.
//!
//! One file a language, `dictionary/*.tsv`: a line for each meaning, its English name and the forms that have it,
//! folded ([`crate::fold`]), separated by spaces. `*` stands for endings. Words of a language whose words are
//! not set apart by spaces are found wherever they stand. The words were chosen for being frequent in prose of all
//! kinds; names and terms of a field do not belong here.

use crate::fold::stands_alone;
use crate::language::LanguageTag;
use std::sync::OnceLock;

/// A meaning of the dictionary: the same in every language.
pub type Meaning = u16;

/// There are fewer meanings than this.
pub const MEANINGS: usize = 320;

/// How many letters an ending may have, for stems of three letters or fewer and for longer ones.
const ENDINGS: (usize, usize) = (3, 8);

macro_rules! languages {
    ($($tag:literal)*) => {
        const FILES: &[(&str, &str)] = &[$(($tag, include_str!(concat!("../../dictionary/", $tag, ".tsv")))),*];
    };
}

languages! { "ar" "cs" "da" "de" "en" "es" "fr" "hi" "id" "it" "ja" "ko" "nl" "pl" "pt" "ru" "sv" "tr" "uk" "zh" }

/// A folded form, what it means, and whether endings may follow.
type Entry = (&'static str, Meaning, bool);

/// The words of one language. Cheap to copy: a handle to data that are made once, when first asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Dictionary {
    /// Forms in order.
    entries: &'static [Entry],
    /// Which meanings there are words for, a bit each.
    covered: &'static [u64],
    prefixes: &'static [&'static str],
}

impl Dictionary {
    /// The dictionary of a language; empty where there is none. `prefixes` are particles written onto words.
    #[must_use]
    pub fn of(language: &LanguageTag, prefixes: &'static [&'static str]) -> Self {
        static READ: [OnceLock<(Vec<Entry>, Vec<u64>)>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
        let file = FILES.iter().position(|(tag, _)| *tag == language.language());
        let Some(at) = file else { return Self { prefixes, ..Self::default() } };
        let (entries, covered) = READ[at].get_or_init(|| {
            let entries = read(FILES[at].1);
            let mut covered = vec![0u64; MEANINGS.div_ceil(64)];
            for (_, meaning, _) in &entries {
                if let Some(bits) = covered.get_mut(usize::from(*meaning) / 64) {
                    *bits |= 1 << (meaning % 64);
                }
            }
            (entries, covered)
        });
        Self { entries, covered, prefixes }
    }

    /// Whether there is a word for a meaning.
    #[must_use]
    pub fn covers(&self, meaning: Meaning) -> bool {
        self.covered.get(usize::from(meaning) / 64).is_some_and(|bits| bits >> (meaning % 64) & 1 == 1)
    }

    /// The languages that have one, sorted.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(tag, _)| *tag)
    }

    /// The meanings that there are words for, in no order.
    pub fn covered(&self) -> impl Iterator<Item = Meaning> + use<> {
        self.entries.iter().map(|(_, meaning, _)| *meaning)
    }

    /// How many meanings there are words for.
    #[must_use]
    pub fn len(&self) -> usize {
        self.covered.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What a folded word means, by its longest form; several meanings where a form has several.
    #[must_use]
    pub fn meanings(&self, word: &str) -> Vec<Meaning> {
        let found = self.meanings_of_stem(word);
        if !found.is_empty() {
            return found;
        }
        let bare = self.prefixes.iter().filter_map(|prefix| word.strip_prefix(prefix));
        bare.filter(|rest| rest.chars().count() > 1)
            .map(|rest| self.meanings_of_stem(rest))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    fn meanings_of_stem(&self, word: &str) -> Vec<Meaning> {
        let Some(form) = self.longest_form(word) else { return Vec::new() };
        let open = form.len() < word.len();
        self.with_form(form).filter(|entry| !open || entry.2).map(|(_, meaning, _)| *meaning).collect()
    }

    /// The longest form that a word begins with and that may have the rest of it as an ending.
    fn longest_form(&self, word: &str) -> Option<&'static str> {
        let mut before = self.entries.len();
        let mut beginning = word;
        while !beginning.is_empty() {
            // What begins the text stands before it in order, and nothing stands between that is not as long in common.
            before = self.entries[..before].partition_point(|(form, ..)| *form <= beginning);
            let (form, _, _) = self.entries[..before].last()?;
            let common = common_beginning(form, beginning);
            if common < form.len() {
                beginning = &beginning[..common];
                continue;
            }
            let ending = word[form.len()..].chars().count();
            let longest = if form.chars().nth(3).is_none() { ENDINGS.0 } else { ENDINGS.1 };
            if ending > longest {
                return None;
            }
            if ending == 0 || self.with_form(form).any(|entry| entry.2) {
                return Some(form);
            }
            let (last, _) = form.char_indices().next_back()?;
            beginning = &beginning[..last];
        }
        None
    }

    fn with_form<'a>(&self, form: &'a str) -> impl Iterator<Item = &'static Entry> + use<'a> {
        let first = self.entries.partition_point(|(other, ..)| *other < form);
        self.entries[first..].iter().take_while(move |(other, ..)| *other == form)
    }

    /// The longest form that `text` begins with, for scripts whose words are not set apart.
    #[must_use]
    pub fn form_at_start(&self, text: &str) -> Option<&'static str> {
        let initial = text.chars().next().filter(|c| stands_alone(*c))?;
        let initial = &text[..initial.len_utf8()];
        let first = self.entries.partition_point(|(form, ..)| *form < initial);
        let with_initial = self.entries[first..].iter().take_while(|(form, ..)| form.starts_with(initial));
        with_initial.map(|(form, ..)| *form).filter(|form| text.starts_with(form)).max_by_key(|form| form.len())
    }
}

/// How many bytes two texts have in common from the beginning, in whole characters.
fn common_beginning(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    (0..=same).rev().find(|at| a.is_char_boundary(*at) && b.is_char_boundary(*at)).unwrap_or(0)
}

fn read(file: &'static str) -> Vec<Entry> {
    let names = names();
    let mut entries = Vec::new();
    for line in file.lines() {
        let (meaning, forms) = line.split_once('\t').unwrap_or_default();
        let meaning = number(meaning, &names);
        entries.extend(forms.split(' ').map(|form| {
            let stem = form.strip_suffix('*');
            (stem.unwrap_or(form), meaning, stem.is_some())
        }));
    }
    entries.sort_unstable();
    entries
}

/// The English name of a meaning.
#[must_use]
pub fn meaning_name(meaning: Meaning) -> Option<&'static str> {
    names().get(usize::from(meaning)).copied()
}

/// The number of a meaning: its place in the English file, which has them all.
fn number(name: &str, all: &[&str]) -> Meaning {
    // The English file is sorted, and a test keeps names that it lacks out of the others.
    all.binary_search(&name).map_or(Meaning::MAX, |at| at as Meaning)
}

fn names() -> Vec<&'static str> {
    let english = FILES.iter().find(|(tag, _)| *tag == "en").map_or("", |(_, text)| text);
    english.lines().filter_map(|line| line.split('\t').next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;
    use std::collections::BTreeSet;

    fn dictionary(tag: &str) -> Dictionary {
        Dictionary::of(&tag.parse().expect("a valid tag"), &["و", "ال", "وال"])
    }

    #[test]
    fn every_file_is_sorted_folded_and_has_known_meanings() {
        let names = |text: &'static str| text.lines().filter_map(|line| line.split('\t').next());
        let english: BTreeSet<&str> = super::names().into_iter().collect();
        assert!(english.len() < MEANINGS);
        for (tag, text) in FILES {
            let list: Vec<&str> = names(text).collect();
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{tag} is sorted");
            assert!(list.iter().all(|name| english.contains(name)), "{tag} has meanings of its own");
            for form in text.lines().filter_map(|line| line.split_once('\t')).flat_map(|(_, forms)| forms.split(' ')) {
                assert!(!form.trim_matches('*').is_empty(), "{tag}: an empty form");
                assert_eq!(fold(form), form, "{tag}: folded");
            }
        }
    }

    #[test]
    fn inflected_words_mean_the_same_in_every_language() {
        let question = dictionary("en").meanings("questions");
        assert_eq!(question.iter().map(|meaning| meaning_name(*meaning)).collect::<Vec<_>>(), [Some("question")]);
        for (tag, word) in
            [("de", "frage"), ("fr", "questions"), ("ru", "вопросами"), ("tr", "soruları"), ("hi", "सवालों")]
        {
            assert_eq!(dictionary(tag).meanings(word), question, "{tag}: {word}");
        }
        assert_eq!(dictionary("ar").meanings("والاسيله"), [], "no such word");
        assert_eq!(dictionary("ar").meanings("والمدارس"), dictionary("en").meanings("school"));
        assert!(dictionary("tlh").meanings("nuq").is_empty());
    }

    /// What a word means, letter by letter.
    fn by_every_beginning(dictionary: &Dictionary, word: &str) -> Vec<Meaning> {
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(1).chain([word.len()]).collect();
        for (letter, end) in ends.iter().enumerate().rev() {
            let letters = letter + 1;
            let ending = ends.len() - letters;
            if ending > if letters <= 3 { ENDINGS.0 } else { ENDINGS.1 } {
                break;
            }
            let is_open = |entry: &&Entry| entry.2 || ending == 0;
            let with_form = dictionary.with_form(&word[..*end]).collect::<Vec<_>>();
            let found: Vec<Meaning> = with_form.into_iter().filter(is_open).map(|entry| entry.1).collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    #[test]
    fn the_longest_form_is_found_whatever_stands_between() {
        for (tag, text) in FILES {
            let dictionary = dictionary(tag);
            for form in text.lines().filter_map(|line| line.split_once('\t')).flat_map(|(_, forms)| forms.split(' ')) {
                let form = form.trim_matches('*');
                let cut = form.char_indices().next_back().map_or(0, |(at, _)| at);
                for word in
                    [form, &form[..cut], &format!("{form}en"), &format!("{form}ungsfrei"), &format!("{form}zzzzzzzzzz")]
                {
                    let found = dictionary.meanings_of_stem(word);
                    assert_eq!(found, by_every_beginning(&dictionary, word), "{tag}: {word}");
                }
            }
        }
    }

    #[test]
    fn words_that_are_not_set_apart_are_found_where_they_stand() {
        assert_eq!(dictionary("ja").form_at_start("学校では"), Some("学校"));
        assert_eq!(dictionary("ko").form_at_start("학교에서"), Some("학교"));
        assert_eq!(dictionary("ja").form_at_start("ーーー"), None);
        assert_eq!(dictionary("en").form_at_start("school"), None);
    }
}
