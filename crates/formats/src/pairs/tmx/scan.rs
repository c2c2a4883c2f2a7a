//! Where units begin and end, by their tags.

use crate::pairs::LONGEST_ROW;
use memchr::{memchr, memmem};

/// What comes next in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pairs) enum Found {
    /// A unit, with what is wrong with its tags.
    Unit { start: usize, end: usize, bad: Option<&'static str> },
    /// A unit that is too long to be read; what follows is looked for from `next` on.
    Long { start: usize, next: usize },
    /// No more units: everything up to `next` is of no interest.
    None { next: usize },
    /// A comment (or the like) that goes on beyond the text: what is ahead is of no interest up to where it ends. It is
    /// entered at `next`.
    Open { next: usize, until: &'static str },
    /// From `start` on, more of the file is needed to tell.
    More { start: usize },
}

/// Whether the text begins as TMX does, with whatever may stand before the root.
pub(in crate::pairs) fn is_tmx(text: &str) -> bool {
    let mut at = 0;
    while let Some(offset) = memchr(b'<', &text.as_bytes()[at..]) {
        at += offset;
        let rest = &text[at..];
        match closer(rest) {
            Some(until) => match memmem::find(rest.as_bytes(), until.as_bytes()) {
                Some(end) => at += end + until.len(),
                None => return false,
            },
            None if rest.starts_with("<!") => at += 2,
            None => return is_tag(rest, "<tmx"),
        }
    }
    false
}

/// The next unit from byte `at` on; `done` says whether the text goes up to the end of the file.
pub(in crate::pairs) fn find(text: &str, mut at: usize, done: bool) -> Found {
    let bytes = text.as_bytes();
    while let Some(offset) = memchr(b'<', &bytes[at..]) {
        at += offset;
        let rest = &text[at..];
        if is_cut(rest, done) {
            return Found::More { start: at };
        }
        if let Some(until) = closer(rest) {
            match memmem::find(rest.as_bytes(), until.as_bytes()) {
                Some(end) => at += end + until.len(),
                None => return Found::Open { next: beyond(text, until).max(at + 2), until },
            }
        } else if is_tag(rest, "<tu") {
            return unit(text, at, done);
        } else {
            at += 1;
        }
    }
    Found::None { next: text.len() }
}

/// The unit that begins at `start`.
fn unit(text: &str, start: usize, done: bool) -> Found {
    let most = text.len().min(start + LONGEST_ROW);
    let bytes = &text.as_bytes()[..most];
    let cut = || {
        if most < text.len() {
            Found::Long { start, next: start + "<tu".len() }
        } else if done {
            Found::Unit { start, end: text.len(), bad: Some("the file ends within this unit: it may be cut off") }
        } else {
            Found::More { start }
        }
    };
    let Some(tag) = tag_end(bytes, start) else { return cut() };
    if bytes[tag - 2] == b'/' {
        return Found::Unit { start, end: tag, bad: None };
    }
    let mut at = tag;
    while let Some(offset) = memchr(b'<', &bytes[at..]) {
        at += offset;
        let rest = &text[at..];
        if is_cut(rest, done) {
            return cut();
        }
        if let Some(until) = closer(rest) {
            match memmem::find(&bytes[at..], until.as_bytes()) {
                Some(end) => at += end + until.len(),
                None => return cut(),
            }
        } else if is_tag(rest, "</tu") {
            return tag_end(bytes, at).map_or_else(cut, |end| Found::Unit { start, end, bad: None });
        } else if is_tag(rest, "<tu") || is_tag(rest, "</body") || is_tag(rest, "</tmx") {
            // The next unit is none of this one's faults.
            return Found::Unit { start, end: at, bad: Some("this unit is not closed: `</tu>` is missing") };
        } else {
            at += 1;
        }
    }
    cut()
}

/// The byte up to which a text is of no interest where `until`, of which a part may stand at its end, is looked for.
pub(in crate::pairs) fn beyond(text: &str, until: &str) -> usize {
    let at = text.len().saturating_sub(until.len() - 1);
    // A character has four bytes at most, and one begins at 0.
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// What ends the markup that a text begins with, if it is such in which tags count for nothing.
fn closer(rest: &str) -> Option<&'static str> {
    [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
        .iter()
        .find_map(|(open, close)| rest.starts_with(open).then_some(*close))
}

/// Whether a text begins with a tag: its name ends there.
fn is_tag(rest: &str, open: &str) -> bool {
    rest.strip_prefix(open).is_some_and(|rest| {
        rest.as_bytes().first().is_none_or(|next| next.is_ascii_whitespace() || matches!(next, b'>' | b'/'))
    })
}

/// Whether the text ends before it can be told what begins here.
fn is_cut(rest: &str, done: bool) -> bool {
    !done && rest.len() < "<![CDATA[".len()
}

/// The byte behind the tag that begins at `at`.
fn tag_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    let mut quote = None;
    while let Some(byte) = bytes.get(at) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Vec<(&str, bool)> {
        let (mut at, mut units) = (0, Vec::new());
        while let Found::Unit { start, end, bad } = find(text, at, true) {
            units.push((&text[start..end], bad.is_some()));
            at = end;
        }
        units
    }

    #[test]
    fn units_are_found_by_their_tags() {
        let text = "<tmx><tuv/><!-- <tu>x</tu> --><tu a='>/'>1<![CDATA[</tu>]]></tu ><tu/><tu\n>2</tu><?x <tu>?></tmx>";
        let expected = [("<tu a='>/'>1<![CDATA[</tu>]]></tu >", false), ("<tu/>", false), ("<tu\n>2</tu>", false)];
        assert_eq!(units(text), expected);
    }

    #[test]
    fn a_unit_that_is_not_closed_does_not_take_the_next_one_along() {
        assert_eq!(units("<tu>1<tu>2</tu><tu>3</body>"), [("<tu>1", true), ("<tu>2</tu>", false), ("<tu>3", true)]);
        assert_eq!(units("<tu>1<tuv>"), [("<tu>1<tuv>", true)]);
    }

    #[test]
    fn what_is_cut_waits_for_more() {
        assert_eq!(find("<a><tu><tuv>", 0, false), Found::More { start: 3 });
        assert_eq!(find("<a></body-x><t", 0, false), Found::More { start: 12 });
        assert_eq!(find("<a><!-- <tu>", 0, false), Found::Open { next: 10, until: "-->" });
        assert_eq!(find("<body-of-text> and text", 0, false), Found::None { next: 23 });
        let long = format!("<tu>{}</tu>", "x".repeat(LONGEST_ROW));
        assert_eq!(find(&long, 0, true), Found::Long { start: 0, next: 3 });
    }

    #[test]
    fn the_root_tells() {
        assert!(is_tmx(
            "\u{feff}<?xml version='1.0'?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><!-- <x> --><tmx version='1.4'>"
        ));
        assert!(!is_tmx("<?xml version='1.0'?><xliff><tmx>"));
        assert!(!is_tmx("a\tb\n"));
        assert!(!is_tmx("<!-- <tmx>"));
    }
}
