//! How findings are worded.

use crate::view::View;
use parallax_core::{BlockKind, LanguageTag, Place, Version};
use rust_decimal::Decimal;

/// The most of a text that a message quotes, in characters.
const QUOTED: usize = 60;

/// A place's text as a message quotes it: on one line, long ones cut.
pub(crate) fn quote(place: &Place) -> String {
    let line = place.text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Bound spaces in a number stay what they are; only line breaks and runs of spaces are joined.
    let line =
        if place.text.contains(['\n', '\r', '\t']) || place.text.contains("  ") { line } else { place.text.clone() };
    if line.chars().count() <= QUOTED {
        return line;
    }
    let cut: String = line.chars().take(QUOTED - 1).collect();
    format!("{}…", cut.trim_end())
}

/// A version as messages name it: by its language, in English; by the whole tag where the pivot's language has the
/// same name; by its path where no language is known.
pub(crate) fn name(view: &View<'_>, target: bool) -> String {
    let (own, other) = (view.side(target), view.side(!target));
    let path = || match own.document.path.as_str() {
        "" => if target { "the target" } else { "the source" }.to_owned(),
        path => path.to_owned(),
    };
    language(&own.language, Some(&other.language)).unwrap_or_else(path)
}

/// The English name of a language; its tag where there is none, or where another language has the same.
pub(crate) fn language(tag: &LanguageTag, other: Option<&LanguageTag>) -> Option<String> {
    if tag.is_unknown() {
        return None;
    }
    let same_name = other.is_some_and(|other| other.same_language(tag));
    let name = tag.english_name().filter(|_| !same_name);
    Some(name.map_or_else(|| tag.to_string(), str::to_owned))
}

/// How many times more or less one number is than another, where that is a power of ten: ` (ten times less)`.
pub(crate) fn ratio(from: Decimal, to: Decimal) -> String {
    const TIMES: [(i64, &str); 7] = [
        (10, "ten"),
        (100, "a hundred"),
        (1_000, "a thousand"),
        (10_000, "ten thousand"),
        (100_000, "a hundred thousand"),
        (1_000_000, "a million"),
        (1_000_000_000, "a billion"),
    ];
    for (times, word) in TIMES {
        let times = Decimal::from(times);
        if !from.is_zero() && from.checked_mul(times) == Some(to) {
            return format!(" ({word} times more)");
        }
        if !to.is_zero() && to.checked_mul(times) == Some(from) {
            return format!(" ({word} times less)");
        }
    }
    String::new()
}

/// What a block is called: `a paragraph`, `3 list items`; `blocks` where they are of several kinds.
pub(crate) fn blocks(version: &Version, range: &std::ops::Range<usize>) -> String {
    let kinds: Vec<&str> = version.document.blocks[range.clone()].iter().map(|block| noun(block.kind)).collect();
    let first = kinds.first().copied().unwrap_or("block");
    let noun = if kinds.iter().all(|kind| *kind == first) { first } else { "block" };
    if kinds.len() == 1 { format!("a {noun}") } else { format!("{} {noun}s", kinds.len()) }
}

fn noun(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Heading(_) => "heading",
        BlockKind::ListItem => "list item",
        BlockKind::TableCell => "table cell",
        BlockKind::Code => "code block",
        BlockKind::Line => "line",
        BlockKind::Entry => "text",
    }
}

/// `is` or `are`.
pub(crate) fn is_or_are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_ten_are_named() {
        let said = |from: i64, to: i64| ratio(from.into(), to.into());
        assert_eq!(said(90_000, 9_000), " (ten times less)");
        assert_eq!(said(10_000_000, 10_000_000_000), " (a thousand times more)");
        assert_eq!(said(90_000, 80_000), "");
        assert_eq!(said(0, 0), "");
        assert_eq!(ratio(Decimal::new(98950, 2), Decimal::new(9895, 2)), " (ten times less)");
    }
}
