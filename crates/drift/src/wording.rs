//! How findings are worded.

use crate::matching::{Slip, slip};
use crate::view::View;
use parallax_core::facts::{Quantity, Unit};
use parallax_core::fold::digit_value;
use parallax_core::{BlockKind, LanguageTag, Place, Version};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

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

/// A version as the subject of a sentence: `the French`; its path, or `the source`, where no language is known.
pub(crate) fn the_side(view: &View<'_>, target: bool) -> String {
    let name = name(view, target);
    if name.starts_with("the ") || view.side(target).language.is_unknown() { name } else { format!("the {name}") }
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

/// How one number may have become the other: ` (ten times less)`; nothing where no slip is known that does. `texts` are
/// the two as written: the same figures with other words beside them are another magnitude (*billion*, *Milliarde*).
pub(crate) fn slip_of(from: Decimal, to: Decimal, texts: (&str, &str)) -> String {
    let Some(slip) = slip(from, to) else { return String::new() };
    let figures = |text: &str| text.chars().filter_map(digit_value).collect::<Vec<u8>>();
    let has_word = |text: &str| text.chars().any(char::is_alphabetic);
    let magnitude = matches!(slip, Slip::Power { exponent: 2.., .. })
        && figures(texts.0) == figures(texts.1)
        && (has_word(texts.0) || has_word(texts.1));
    if magnitude { format!(" ({slip}: another word of magnitude)") } else { format!(" ({slip})") }
}

/// A measure in the unit of another that measures the same, where that is a different one: ` (26 mi is 41.8 km)`.
pub(crate) fn converted(from: &Quantity, to: &Quantity) -> Option<String> {
    let (a, b) = (from.unit.scale()?, to.unit.scale()?);
    if from.unit == to.unit || a.dimension != b.dimension {
        return None;
    }
    let amount = (from.number.to_f64()? * a.factor + a.offset - b.offset) / b.factor;
    let amount = Decimal::from_f64(amount)?.round_sf(3)?.normalize();
    let shown = |number: Decimal, unit: Unit| Quantity { unit, ..Quantity::plain(number) }.to_string();
    // 5'10" is 5.833… feet: thirds and the like are cut short.
    let given = if from.number.scale() > 4 { from.number.round_dp(2) } else { from.number };
    Some(format!(" ({} is {})", shown(given, from.unit), shown(amount, to.unit)))
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
    use parallax_core::facts::Measure;

    #[test]
    fn measures_are_converted_to_the_other_unit() {
        let measure = |number: i64, name: &str| {
            let unit = Measure::named(name).map_or(Unit::None, Unit::Measure);
            Quantity { unit, ..Quantity::plain(number.into()) }
        };
        let (miles, kilometers) = (measure(26, "mile"), measure(24, "kilometer"));
        assert_eq!(converted(&miles, &kilometers).as_deref(), Some(" (26 mi is 41.8 km)"));
        let (hot, warm) = (measure(100, "fahrenheit"), measure(30, "celsius"));
        assert_eq!(converted(&hot, &warm).as_deref(), Some(" (100 °F is 37.8 °C)"));
        let tall = Quantity { number: Decimal::new(583_333_333, 8), ..measure(0, "foot") };
        assert_eq!(converted(&tall, &measure(2, "meter")).as_deref(), Some(" (5.83 ft is 1.78 m)"));
        assert_eq!(converted(&miles, &miles), None);
        assert_eq!(converted(&miles, &hot), None);
    }

    #[test]
    fn slips_are_named_with_the_words_beside_the_figures() {
        let said = |from: i64, to: i64, texts| slip_of(from.into(), to.into(), texts);
        assert_eq!(said(90_000, 9_000, ("90 000", "9,000")), " (ten times less)");
        assert_eq!(
            said(2_000_000_000, 2_000_000, ("2 billion", "2 Millionen")),
            " (a thousand times less: another word of magnitude)"
        );
        assert_eq!(said(90_000, 9, ("9万", "९")), " (ten thousand times less: another word of magnitude)");
        assert_eq!(said(90_000, 80_000, ("90 000", "80 000")), "");
        assert_eq!(said(0, 0, ("0", "0")), "");
    }
}
