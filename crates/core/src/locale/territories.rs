//! The names of countries and areas.

use super::Locale;
use crate::names::KnownNames;
use crate::tokens::{Gap, TokenKind, Tokens};

include!(concat!(env!("OUT_DIR"), "/territories.rs"));

/// How many letters an inflected name shares with the name at least, and how many of the name's it may lack.
const STEM: (usize, usize) = (5, 2);
/// How many letters it may have behind those.
const ENDING: usize = 4;

impl Locale {
    /// The country or area whose name begins with the token `index` of `text`: where the name ends, and its ISO 3166 code.
    /// The name of one word may be inflected (*Deutschlands*, `Германии`). No name begins with a small letter, and those of
    /// three letters or fewer are not known.
    #[must_use]
    pub fn territory(&self, text: &str, tokens: &Tokens, index: usize) -> Option<(usize, &'static str)> {
        let token = tokens.list().get(index)?;
        if token.kind != TokenKind::Word || text[token.start..].starts_with(char::is_lowercase) {
            return None;
        }
        let table = self.territories()?;
        let mut found = None;
        let mut end = index + 1;
        // As long as a name begins with the words so far.
        loop {
            let words = tokens.folded_run(index, end);
            let Some((name, code)) = first_from(table, words).filter(|(name, _)| name.starts_with(words)) else {
                break;
            };
            if name == words {
                found = Some((end, code));
            }
            if tokens.list().get(end).is_none_or(|next| next.gap == Gap::Break) {
                break;
            }
            end += 1;
        }
        found.or_else(|| {
            let word = tokens.folded(index);
            let bare = self.knowledge().prefixes.iter().filter_map(|prefix| word.strip_prefix(prefix));
            let inflected = || inflected(table, word);
            let exact = |word: &str| first_from(table, word).filter(|(name, _)| *name == word).map(|(_, code)| code);
            inflected()
                .or_else(|| bare.filter(|bare| bare.chars().count() > 2).find_map(exact))
                .map(|code| (index + 1, code))
        })
    }

    /// The names that are known of the language.
    #[must_use]
    pub fn known_names(&self) -> KnownNames {
        KnownNames::of(self.tag())
    }

    fn territories(&self) -> Option<&'static str> {
        let mut tag = self.tag();
        loop {
            if let Ok(at) = TERRITORIES.binary_search_by(|(other, _)| (*other).cmp(tag)) {
                return Some(TERRITORIES[at].1);
            }
            tag = tag.rsplit_once('-')?.0;
        }
    }
}

/// The first name of a table that does not sort before `word`, with its code.
fn first_from(table: &'static str, word: &str) -> Option<(&'static str, &'static str)> {
    table[start_from(table, word)..].split_once('\n')?.0.split_once('\t')
}

/// Where the line of that name begins.
fn start_from(table: &str, word: &str) -> usize {
    let (mut low, mut high) = (0, table.len());
    // Both are beginnings of lines; all before `low` sort before the word, none from `high` on does.
    while low < high {
        let mut middle = usize::midpoint(low, high);
        middle = table.as_bytes()[low..middle].iter().rposition(|byte| *byte == b'\n').map_or(low, |at| low + at + 1);
        let line = table[middle..].split_once('\n').map_or(&table[middle..], |(line, _)| line);
        if line.split_once('\t').map_or(line, |(name, _)| name) < word {
            low = middle + line.len() + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// The code of the name of one word that a word is a form of.
fn inflected(table: &'static str, word: &str) -> Option<&'static str> {
    let at = start_from(table, word);
    let before = table[..at].strip_suffix('\n').map(|rest| rest.rsplit_once('\n').map_or(rest, |(_, line)| line));
    let behind = table[at..].split_once('\n').map(|(line, _)| line);
    let shared = |name: &str| name.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
    let likely = |line: &'static str| {
        let (name, code) = line.split_once('\t')?;
        let (shared, letters) = (shared(name), name.chars().count());
        let is_form = shared >= STEM.0
            && shared + STEM.1 >= letters
            && word.chars().count() <= shared + ENDING
            && !name.contains(' ');
        is_form.then_some((shared, code))
    };
    before.into_iter().chain(behind).filter_map(likely).max().map(|(_, code)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(language: &str, text: &str) -> Vec<&'static str> {
        let locale = Locale::of(&language.parse().expect("a valid tag"));
        let tokens = Tokens::of(text);
        (0..tokens.len()).filter_map(|at| locale.territory(text, &tokens, at)).map(|(_, code)| code).collect()
    }

    #[test]
    fn countries_are_known_by_their_names() {
        for (language, text, codes) in [
            ("en", "Sales in Germany and the United States rose.", &["DE", "US"][..]),
            ("de", "Der Umsatz Deutschlands und Österreichs", &["DE", "AT"]),
            ("de-CH", "In Italien", &["IT"]),
            ("fr", "en Côte d’Ivoire et au Japon", &["CI", "JP"]),
            ("ru", "в Германии, во Франции", &["DE", "FR"]),
            ("tr", "Almanya’da", &["DE"]),
            ("ar", "في ألمانيا وفرنسا", &["DE", "FR"]),
            ("ja", "日本とドイツの", &["JP", "DE"]),
            ("zh", "在德国和法国", &["DE", "FR"]),
            ("ko", "독일과 프랑스", &["DE", "FR"]),
            ("hi", "जर्मनी और फ़्रांस", &["DE", "FR"]),
            // Small letters and short names are other words.
            ("en", "china plates, us, a turkey", &[]),
            ("en", "The May harvest of Nigeria", &["NG"]),
        ] {
            assert_eq!(found(language, text), codes, "{language}: {text}");
        }
    }

    #[test]
    fn every_name_is_found_again() {
        for (language, table) in TERRITORIES {
            let names = table.lines().filter_map(|line| line.split_once('\t'));
            assert!(names.clone().is_sorted_by(|a, b| a.0 < b.0), "{language}");
            for (name, code) in names {
                assert_eq!(first_from(table, name), Some((name, code)), "{language}");
            }
        }
    }
}
