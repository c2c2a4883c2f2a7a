//! Whether a sentence asks, exclaims or states: by its marks.

use crate::locale::Locale;
use crate::segmentation;
use crate::span::TextRange;

/// A sentence of a text, with its mood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its part of the text, without white space at the ends.
    pub range: TextRange,
    /// How it is meant.
    pub mood: Mood,
}

/// How a sentence is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// It is a question.
    Asks,
    /// It quotes a question or holds one in brackets, and goes on.
    Quotes,
    /// It may be a question: it ends with a tag (*…, right?*), or has a question mark where none belongs.
    MayAsk,
    /// It ends with an exclamation mark.
    Exclaims,
    /// It ends as statements do.
    States,
    /// It has no mark at its end.
    Open,
}

/// A tag has so many words at most, and letters: *isn't it*, *nicht wahr*, *não é*, `对吗`.
const TAG: (usize, usize) = (3, 14);

/// Whether `c` marks a question, in any script. The Greek question mark looks like a semicolon and is no such sign by
/// itself: it is a terminator of its language.
#[must_use]
pub fn is_question_mark(c: char) -> bool {
    matches!(
        c,
        '?' | '？'
            | '؟'
            | '՞'
            | '\u{37e}'
            | '፧'
            | '⸮'
            | '‽'
            | '⁇'
            | '⁈'
            | '⁉'
            | '﹖'
            | '︖'
            | '᥅'
            | '꘏'
            | '꛷'
            | '\u{1e95f}'
    )
}

/// Whether `c` is a letter of a script that writes no spaces between words.
#[must_use]
pub fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0xe00..=0x109f | 0x1780..=0x17ff | 0x2e80..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// Whether `c` ends a sentence that is no question.
fn ends_statement(c: char) -> bool {
    matches!(
        c,
        '.' | '…'
            | ':'
            | '。'
            | '．'
            | '｡'
            | '：'
            | '।'
            | '॥'
            | '۔'
            | '։'
            | '\u{1362}'
            | '\u{104b}'
            | '\u{17d4}'
            | '\u{f0d}'
    )
}

fn is_exclamation(c: char) -> bool {
    matches!(c, '!' | '！' | '﹗' | '՜' | '߹')
}

/// What may stand between a sentence's mark and its end: quotes, brackets, what emphasises.
fn closes(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '»'
            | '«'
            | '”'
            | '“'
            | '’'
            | '‘'
            | '›'
            | '‹'
            | '」'
            | '』'
            | ')'
            | '）'
            | ']'
            | '】'
            | '〉'
            | '》'
            | '*'
            | '_'
    )
}

/// How many question marks `text` has that may end a question; runs of them count once. Quick, for texts that have none.
#[must_use]
pub fn question_marks(text: &str, locale: &Locale) -> usize {
    marks(text, locale).count()
}

/// The ranges of the question marks in `text`, runs as one. One within an address (`?id=1`) is none.
fn marks<'a>(text: &'a str, locale: &'a Locale) -> impl Iterator<Item = TextRange> + 'a {
    let own = locale.knowledge().terminators;
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, c) = chars.next()?;
            let is_mark =
                |at: usize, c: char| is_question_mark(c) || own.iter().any(|mark| text[at..].starts_with(mark));
            if !is_mark(start, c) {
                continue;
            }
            let mut end = start + c.len_utf8();
            while let Some((at, more)) = chars.next_if(|(at, c)| is_mark(*at, *c) || is_exclamation(*c)) {
                end = at + more.len_utf8();
            }
            let next = text[end..].chars().next();
            if c.is_ascii() && next.is_some_and(|next| next.is_ascii_alphanumeric() || "=&/%#_-".contains(next)) {
                continue;
            }
            return Some(TextRange::new(start, end));
        }
    })
}

/// The sentences of `text` and their moods. Marks within the ranges of `opaque` (code, addresses) are not looked at.
#[must_use]
pub fn sentences(text: &str, locale: &Locale, opaque: &[TextRange]) -> Vec<Sentence> {
    let ranges = segmentation::sentences(text, locale, opaque).into_iter();
    ranges.map(|range| Sentence { range, mood: mood(text, range, locale, opaque) }).collect()
}

fn mood(text: &str, range: TextRange, locale: &Locale, opaque: &[TextRange]) -> Mood {
    let sentence = &text[range.range()];
    let hidden = |mark: &TextRange| {
        let at = range.start + mark.start;
        opaque.iter().any(|opaque| opaque.start <= at && at < opaque.end)
    };
    let mut found = None;
    for mark in marks(sentence, locale).filter(|mark| !hidden(mark)) {
        match kind(sentence, mark) {
            Mood::MayAsk => found = found.or(Some(Mood::MayAsk)),
            Mood::Asks => return Mood::Asks,
            other => found = Some(other),
        }
    }
    found.unwrap_or_else(|| ending(sentence))
}

/// What a question mark makes of its sentence.
fn kind(sentence: &str, mark: TextRange) -> Mood {
    let (before, after) = (&sentence[..mark.start], &sentence[mark.end..]);
    // `(?)`, `[?]`, `???`: something is not known. A question has a word of two letters at least.
    let letters = before.chars().filter(|c| c.is_alphabetic()).take(2);
    let wide = before.chars().rev().find(|c| !c.is_whitespace()).is_some_and(|c| u32::from(c) >= 0x2e80);
    if letters.count() < if wide { 1 } else { 2 } || before.trim_end().ends_with(['(', '[', '（']) {
        return Mood::MayAsk;
    }
    // The Armenian mark stands within the word that is asked for.
    if sentence[mark.range()].starts_with('՞') {
        return Mood::Asks;
    }
    let rest = after.trim_start_matches(|c: char| closes(c) || c.is_whitespace());
    if rest.is_empty() {
        return if is_tag(before) { Mood::MayAsk } else { Mood::Asks };
    }
    let closed = after.trim_start().starts_with(closes);
    let goes_on =
        rest.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | '，' | '、' | ';' | '–' | '—' | '-'));
    match (closed, goes_on) {
        (true, _) => Mood::Quotes,
        // A slip of the pen, or a sentence that begins with a small letter.
        (false, true) => Mood::MayAsk,
        (false, false) => Mood::Asks,
    }
}

/// Whether what stands before a question mark ends with a tag: a comma and a few small words.
fn is_tag(before: &str) -> bool {
    const COMMAS: [char; 7] = [',', '，', '،', '、', ';', '–', '—'];
    // In `1,000` and `well-known` the sign joins.
    let parts =
        |text: &str, at: usize| !text.as_bytes()[at].is_ascii() || text[at + 1..].starts_with(char::is_whitespace);
    let Some(comma) = before.rfind(COMMAS).filter(|at| parts(before, *at)) else { return false };
    let main = &before[..comma];
    let tail = before[comma..].trim_start_matches(|c: char| !c.is_alphanumeric());
    // A comma may close what another one opened: *his grandmother, 81, was found*.
    let aside = main
        .rfind(COMMAS)
        .filter(|at| parts(main, *at))
        .is_some_and(|at| main[at..].split_whitespace().skip(1).count() <= 2);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let most = if tail.chars().any(|c| u32::from(c) >= 0x2e80) { 4 } else { TAG.1 };
    letters(main) >= 2
        && !aside
        && (1..=most).contains(&letters(tail))
        && tail.split_whitespace().count() <= TAG.0
        && !tail.chars().any(|c| c.is_uppercase() || c.is_numeric())
}

fn ending(sentence: &str) -> Mood {
    // The Armenian exclamation mark stands within a word, as its question mark does.
    if sentence.contains('՜') {
        return Mood::Exclaims;
    }
    match sentence.trim_end_matches(|c: char| closes(c) || c.is_whitespace()).chars().next_back() {
        Some(c) if is_exclamation(c) => Mood::Exclaims,
        Some(c) if ends_statement(c) => Mood::States,
        _ => Mood::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moods(language: &str, text: &str) -> Vec<Mood> {
        let locale = Locale::of(&language.parse().expect("a tag"));
        sentences(text, &locale, &[]).into_iter().map(|sentence| sentence.mood).collect()
    }

    #[test]
    fn questions_are_marked_in_every_script() {
        for (language, text) in [
            ("en", "Has the council agreed?"),
            ("en", "Has the council agreed?!"),
            ("fr", "Le conseil est-il d’accord ?"),
            ("es", "¿Está de acuerdo el consejo?"),
            ("el", "Συμφώνησε το συμβούλιο;"),
            ("hy", "Խորհուրդը համաձայնե՞լ է։"),
            ("ar", "هل وافق المجلس؟"),
            ("ja", "会議は賛成しましたか？"),
            ("zh", "“委员会同意了吗？”"),
            ("hi", "क्या परिषद सहमत है?"),
            ("am", "ምክር ቤቱ ተስማምቷል፧"),
        ] {
            assert_eq!(moods(language, text), [Mood::Asks], "{text}");
        }
    }

    #[test]
    fn sentences_end_as_they_are_meant() {
        assert_eq!(
            moods("en", "It agreed. Did it? Yes! Minutes"),
            [Mood::States, Mood::Asks, Mood::Exclaims, Mood::Open]
        );
        assert_eq!(moods("hi", "परिषद सहमत है।"), [Mood::States]);
        assert_eq!(moods("fr", "« Est-il d’accord ? » demanda-t-elle."), [Mood::Quotes]);
        assert_eq!(moods("en", "“It is closed.”"), [Mood::States]);
        // A semicolon is a question mark in Greek only.
        assert_eq!(moods("de", "Er kam; sie ging;"), [Mood::Open]);
    }

    #[test]
    fn tags_and_stray_marks_leave_it_open() {
        for (language, text) in [
            ("en", "The water is warm, isn’t it?"),
            ("de", "Das Wasser ist warm, nicht wahr?"),
            ("pt", "A água está quente, não é?"),
            ("zh", "水很暖，对吗？"),
            ("en", "A width of (?) metres"),
            ("en", "The total? of six fires was small."),
        ] {
            assert_eq!(moods(language, text), [Mood::MayAsk], "{text}");
        }
        assert_eq!(moods("en", "See https://example.org/list?id=4 for more."), [Mood::States]);
        for text in ["Was he born in London, England?", "Was the boy, 8, found?", "Is he a member (of the board)?"] {
            assert_eq!(moods("en", text), [Mood::Asks], "{text}");
        }
    }

    #[test]
    fn marks_in_code_are_no_questions() {
        let locale = Locale::of(&"en".parse().expect("a tag"));
        let text = "Press Ctrl? to see help.";
        assert_eq!(sentences(text, &locale, &[TextRange::new(6, 11)])[0].mood, Mood::States);
    }
}
