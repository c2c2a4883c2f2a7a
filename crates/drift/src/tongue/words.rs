//! The words of a segment, one by one, as they stand in both versions.

use parallax_core::fold::{is_mark, stands_alone};
use parallax_core::identify::{ScriptGroup, group_of};
use parallax_core::{BlockKind, InlineKind, TextRange, Value, Version};

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// In small letters, or in a script that has no others.
    Small,
    /// With a capital in front.
    Capital,
    /// With capitals within: an abbreviation, a name, an identifier.
    Mixed,
}

/// A word of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    /// Where it stands in the segment's text.
    pub(super) start: usize,
    pub(super) case: Case,
    /// Whether it is a part of something that is no running text: code, an address, `key=value`, `well-known`.
    pub(super) bound: bool,
}

impl Word<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of a segment, in scripts that set words apart.
pub(super) fn words(version: &Version, segment: usize) -> Vec<Word<'_>> {
    let text = version.segment_text(segment);
    let no_prose = no_prose(version, segment);
    let mut words = Vec::with_capacity(text.len() / 6 + 2);
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match start {
            None if c.is_alphabetic() && !stands_alone(c) => start = Some(at),
            Some(from) if !(c.is_alphabetic() && !stands_alone(c) || is_mark(c)) => {
                let word = &text[from..at];
                let bound = is_bound(&text[..from], &text[at..])
                    || no_prose.iter().any(|range| range.start < at && from < range.end);
                words.push(Word { text: word, start: from, case: case(word), bound });
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn case(word: &str) -> Case {
    if !word.chars().any(char::is_uppercase) {
        Case::Small
    } else if word.starts_with(char::is_uppercase)
        && !word.chars().skip(1).any(char::is_uppercase)
        && word.chars().nth(1).is_some()
    {
        Case::Capital
    } else {
        Case::Mixed
    }
}

/// Whether what stands next to a word, without a space, joins it with something else.
fn is_bound(before: &str, after: &str) -> bool {
    let joins = |c: char| {
        c.is_alphanumeric() && !stands_alone(c)
            || matches!(
                c,
                '_' | '/'
                    | '\\'
                    | '@'
                    | '#'
                    | '='
                    | '<'
                    | '>'
                    | '{'
                    | '}'
                    | '$'
                    | '&'
                    | '+'
                    | '~'
                    | '-'
                    | '‑'
                    | '*'
                    | '|'
                    | '`'
                    | '%'
            )
    };
    let mut next = after.chars();
    let first_after = next.next();
    // A stop or a colon joins only what it stands between.
    let between = |c: Option<char>| matches!(c, Some('.' | ':'));
    before
        .chars()
        .next_back()
        .is_some_and(|c| joins(c) || between(Some(c)) && before.chars().rev().nth(1).is_some_and(char::is_alphanumeric))
        || first_after.is_some_and(joins)
        || between(first_after) && next.next().is_some_and(|c| c.is_alphanumeric())
}

/// The stretches of a segment's text that are no prose: code, addresses, identifiers.
pub(super) fn no_prose(version: &Version, segment: usize) -> Vec<TextRange> {
    let place = &version.segments[segment];
    let block = version.block_of(segment);
    if block.kind == BlockKind::Code {
        return vec![TextRange::new(0, place.range.end - place.range.start)];
    }
    let code = block
        .inlines
        .iter()
        .filter(|inline| matches!(inline.kind, InlineKind::Code | InlineKind::Autolink | InlineKind::Html));
    let shown = |value: &Value| matches!(value, Value::Link(_) | Value::Identifier(_));
    let facts = version.segment_facts(segment).iter().filter(|fact| shown(&fact.value) && fact.source_span.is_none());
    let ranges = code.map(|inline| inline.range).chain(facts.map(|fact| fact.range));
    let within = ranges.filter(|range| range.start < place.range.end && place.range.start < range.end);
    let shift = |at: usize| at.clamp(place.range.start, place.range.end) - place.range.start;
    within.map(|range| TextRange::new(shift(range.start), shift(range.end))).collect()
}

/// What a stretch of a text is set off by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SetOff {
    Quotes,
    Parentheses,
}

/// Marks that open and close, as they stand in pairs.
const PAIRS: [(char, char, SetOff); 20] = [
    ('(', ')', SetOff::Parentheses),
    ('（', '）', SetOff::Parentheses),
    ('[', ']', SetOff::Parentheses),
    ('【', '】', SetOff::Parentheses),
    ('"', '"', SetOff::Quotes),
    ('“', '”', SetOff::Quotes),
    ('„', '“', SetOff::Quotes),
    ('„', '”', SetOff::Quotes),
    ('”', '”', SetOff::Quotes),
    ('«', '»', SetOff::Quotes),
    ('»', '«', SetOff::Quotes),
    ('‹', '›', SetOff::Quotes),
    ('‘', '’', SetOff::Quotes),
    ('‚', '‘', SetOff::Quotes),
    ('‚', '’', SetOff::Quotes),
    ('「', '」', SetOff::Quotes),
    ('『', '』', SetOff::Quotes),
    ('《', '》', SetOff::Quotes),
    ('\'', '\'', SetOff::Quotes),
    ('<', '>', SetOff::Quotes),
];

/// What the stretch of a text from `start` to `end` is set off by, if there is little else within the marks.
pub(super) fn set_off(text: &str, start: usize, end: usize) -> Option<SetOff> {
    let rest = (text[start..end].chars().count() + 8) / 2;
    let before = text[..start].chars().rev().take(rest).find(|c| PAIRS.iter().any(|(open, ..)| open == c))?;
    let after = text[end..].chars().take(rest);
    let closes = |c: char| PAIRS.iter().find(|(open, close, _)| *open == before && *close == c).map(|(.., what)| *what);
    after.filter_map(closes).next()
}

/// The group of a word's first letter.
pub(super) fn script(word: &str) -> Option<ScriptGroup> {
    word.chars().next().and_then(group_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_off_is_seen_only_if_there_is_little_else_within_the_marks() {
        let at = |text: &str, word: &str| {
            let start = text.find(word).expect("it stands there");
            set_off(text, start, start + word.len())
        };
        assert_eq!(at("the film “Gone with the Wind” again", "Gone with the Wind"), Some(SetOff::Quotes));
        assert_eq!(at("der Begriff »feedback« ist neu", "feedback"), Some(SetOff::Quotes));
        assert_eq!(at("from Beijing (北京) and", "北京"), Some(SetOff::Parentheses));
        assert_eq!(at("(or tea, which is known to be moczopędna at night)", "moczopędna"), None);
        assert_eq!(at("no marks at all", "marks"), None);
    }

    #[test]
    fn words_that_belong_to_something_else_are_bound() {
        let version =
            Version::of_text("run key=value foo.bar re-run plain, l’eau Mac iOS 很good", "en".parse().expect("a tag"));
        let found = words(&version, 0);
        let of = |text: &str| found.iter().find(|word| word.text == text).copied().expect("it is a word");
        for (word, bound) in [
            ("key", true),
            ("value", true),
            ("bar", true),
            ("re", true),
            ("plain", false),
            ("eau", false),
            ("good", false),
        ] {
            assert_eq!(of(word).bound, bound, "{word}");
        }
        assert_eq!((of("Mac").case, of("iOS").case, of("run").case), (Case::Capital, Case::Mixed, Case::Small));
    }
}
