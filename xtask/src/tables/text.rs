//! Small text helpers shared by the tables.

/// Marks that only steer bidirectional layout and cannot be seen.
fn is_bidi_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Cut white space (no-break spaces too) and direction marks off both ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_bidi_mark(c))
}

/// Drop the `-alt-...` ending of a CLDR key: `am-alt-variant` gives `am`.
pub(crate) fn without_alt(key: &str) -> &str {
    key.split_once("-alt-").map_or(key, |(base, _)| base)
}

/// The literal text around the `{0}` of a CLDR unit pattern. A pattern with
/// text on both sides gives both pieces.
pub(crate) fn around_placeholder(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split("{0}").map(trim).filter(|piece| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_spaces_and_marks() {
        assert_eq!(trim("\u{200e}%\u{200e}"), "%");
        assert_eq!(trim("\u{a0}Mio.\u{202f}"), "Mio.");
    }

    #[test]
    fn cuts_alternatives() {
        assert_eq!(without_alt("am-alt-variant"), "am");
        assert_eq!(without_alt("US"), "US");
    }

    #[test]
    fn finds_unit_words() {
        let words = |pattern| around_placeholder(pattern).collect::<Vec<_>>();
        assert_eq!(words("{0}\u{a0}pour cent"), ["pour cent"]);
        assert_eq!(words("%{0}"), ["%"]);
    }
}
