//! Whether two links lead to the same thing for readers of two languages.

use parallax_core::LanguageTag;

/// Compares the destinations of links between two languages.
#[derive(Debug, Clone)]
pub(crate) struct Links {
    source: LanguageTag,
    target: LanguageTag,
}

/// A destination made ready for comparison.
struct Address {
    /// Whether it is a place in the same document.
    anchor: bool,
    /// The address without its scheme and a slash at the end, the host in small letters.
    plain: String,
    /// The words of it, with the signs between them dropped.
    words: Vec<String>,
}

/// Names of URL parameters whose value is a language. Longer forms end in one of these.
const LANGUAGE_PARAMETERS: [&str; 6] = ["hl", "lang", "language", "locale", "lng", "culture"];

/// Words beyond which two destinations are compared as they stand: no address that people write has more.
const MOST_WORDS: usize = 256;

impl Links {
    pub(crate) fn new(source: LanguageTag, target: LanguageTag) -> Self {
        Self { source, target }
    }

    /// Whether a destination in the source and one in the target lead to the same thing: equal but for the case of the
    /// host, the scheme's `s`, a slash at the end, and words that name each side's own language (`/fr/` and `/en/`,
    /// `fr.example.org`, `lang=en`, `guide.de.md`).
    pub(crate) fn same(&self, source: &str, target: &str) -> bool {
        if source == target {
            return true;
        }
        let (a, b) = (Address::of(source), Address::of(target));
        // Places within the document are named after its headings, which are translated.
        if a.anchor && b.anchor {
            return true;
        }
        if a.anchor == b.anchor && a.plain == b.plain {
            return true;
        }
        // Only where a language is named may the signs between the words differ too.
        a.anchor == b.anchor
            && a.words != b.words
            && a.words.len().max(b.words.len()) <= MOST_WORDS
            && align(&a.words, &b.words, &|word| names(&self.source, word), &|word| names(&self.target, word))
    }

    /// Whether both destinations name each side's own language: such pages often have an address of their own.
    pub(crate) fn localised(&self, source: &str, target: &str) -> bool {
        let (a, b) = (Address::of(source), Address::of(target));
        let country = |address: &str| top_level(address).is_some_and(|label| label.len() == 2);
        let by_language = a.words.iter().any(|word| names(&self.source, word))
            && b.words.iter().any(|word| names(&self.target, word));
        by_language || (country(source) && country(target) && top_level(source) != top_level(target))
    }
}

/// The last label of the host.
fn top_level(address: &str) -> Option<String> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let (_, label) = host.rsplit_once('.')?;
    Some(label.to_lowercase())
}

impl Address {
    fn of(text: &str) -> Self {
        let text = text.trim();
        let rest = ["https://", "http://", "mailto:", "//"].iter().find_map(|scheme| strip_prefix(text, scheme));
        let rest = rest.unwrap_or(text);
        let rest = strip_prefix(rest, "www.").unwrap_or(rest);
        let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let plain = host.to_lowercase() + path.trim_end_matches('/');
        let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words = words.map(str::to_owned).collect();
        Self { anchor: text.starts_with('#'), plain, words }
    }
}

fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// Whether a word of an address names the language, or the country of a tag.
fn names(language: &LanguageTag, word: &str) -> bool {
    word.eq_ignore_ascii_case(language.language())
        || language.region().is_some_and(|region| word.eq_ignore_ascii_case(region))
        || language.script().is_some_and(|script| word.eq_ignore_ascii_case(script))
}

/// Whether the words are the same, where either side may have words more that name its language.
fn align(a: &[String], b: &[String], own_a: &dyn Fn(&str) -> bool, own_b: &dyn Fn(&str) -> bool) -> bool {
    let skip = |words: &[String], at: usize, own: &dyn Fn(&str) -> bool| {
        let word = &words[at];
        let names_parameter = LANGUAGE_PARAMETERS.contains(&word.to_ascii_lowercase().as_str());
        own(word) || (names_parameter && words.get(at + 1).is_some_and(|next| own(next)))
    };
    // reach[j]: whether a[..i] and b[..j] may be the same.
    let mut reach = vec![false; b.len() + 1];
    reach[0] = true;
    for i in 0..=a.len() {
        let mut next = vec![false; b.len() + 1];
        for j in 0..=b.len() {
            if !reach[j] {
                continue;
            }
            if j < b.len() && skip(b, j, own_b) {
                reach[j + 1] = true;
            }
            if i < a.len() && skip(a, i, own_a) {
                next[j] = true;
            }
            if i < a.len() && j < b.len() && a[i] == b[j] {
                next[j + 1] = true;
            }
        }
        if i == a.len() {
            return reach[b.len()];
        }
        reach = next;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(source: &str, target: &str) -> Links {
        Links::new(source.parse().expect("a tag"), target.parse().expect("a tag"))
    }

    #[test]
    fn words_that_name_the_language_make_no_difference() {
        for (a, b) in [
            ("https://example.org/guide", "https://example.org/guide/"),
            ("http://Example.org/a", "https://www.example.org/a"),
            ("https://example.org/fr/guide", "https://example.org/de/guide"),
            ("https://example.org/fr-FR/guide", "https://example.org/de/guide"),
            ("https://fr.example.org/guide", "https://de.example.org/guide"),
            ("https://example.org/guide", "https://example.org/de/guide"),
            ("https://example.org/?lang=fr&x=1", "https://example.org/?lang=de&x=1"),
            ("https://example.org/?x=1", "https://example.org/?x=1&hl=de"),
            ("guide.fr.md", "guide.de.md"),
            ("https://example.org/fr/coup-de-main", "https://example.org/de/coup-de-main"),
            ("#vue-d-ensemble", "#%C3%BCberblick"),
            ("mailto:a@example.org", "a@example.org"),
        ] {
            assert!(links("fr-FR", "de").same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn other_differences_count() {
        for (a, b) in [
            ("https://example.org/oriel-3/guide", "https://example.org/oriel-2/guide"),
            ("https://example.org/guide", "https://example.net/guide"),
            ("https://example.org/guide", "https://example.org/guides"),
            ("https://example.org/fr/guide", "https://example.org/es/guide"),
            ("https://example.org/a-b", "https://example.org/a_b"),
            ("https://example.org/Guide", "https://example.org/guide"),
            ("support@example.com", "suport@example.com"),
            ("#overview", "https://example.org/#overview"),
        ] {
            assert!(!links("fr", "de").same(a, b), "{a} {b}");
        }
        assert!(links("fr", "de").localised("https://example.org/fr/tarifs", "https://example.org/de/preise"));
        assert!(links("fr", "de").localised("https://example.fr/a", "https://example.de/b"));
        assert!(!links("fr", "de").localised("https://example.org/a", "https://example.org/de/b"));
    }
}
