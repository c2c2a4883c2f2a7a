use super::*;

/// The source text of the first occurrence of `needle` in the readable text.
fn source_of<'a>(source: &'a str, text: &BlockText, needle: &str) -> &'a str {
    let at = text.as_str().find(needle).expect("needle is in the text");
    &source[text.span(TextRange::new(at, at + needle.len())).range()]
}

#[test]
fn drops_what_nobody_sees_and_finds_the_way_back() {
    let source = "zwei\u{ad}hundert\r\n  Millionen\u{200f} e\u{301}te\u{301}  ";
    let text = BlockText::from_source(0, source);
    assert_eq!(text.as_str(), "zweihundert Millionen été");
    assert_eq!(source_of(source, &text, "zweihundert"), "zwei\u{ad}hundert");
    assert_eq!(source_of(source, &text, "été"), "e\u{301}te\u{301}");
    assert_eq!(source_of(source, &text, "Millionen"), "Millionen");
    assert_eq!(source_of(source, &text, " "), "\r");
    assert_eq!(text.text_offset(source.find("Mill").expect("is there")), 12);
}

#[test]
fn ascii_and_other_text_are_read_alike() {
    let ascii = BlockText::from_source(3, " a  b\n c ");
    assert_eq!(ascii.as_str(), "a b c");
    assert_eq!(ascii.span(TextRange::new(4, 5)), Span::new(10, 11));
    assert_eq!(BlockText::from_source(0, "").span(TextRange::new(0, 0)), Span::new(0, 0));
}

/// What a reader reads of a whole stretch, said the simple way.
fn read_simply(source: &str) -> String {
    let shown: String =
        source.chars().filter(|c| !is_invisible(*c)).map(|c| if is_space(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = shown.split(' ').filter(|word| !word.is_empty()).collect();
    ComposingNormalizer::new_nfc().normalize(&words.join(" ")).into_owned()
}

#[test]
fn every_character_that_composition_touches_is_known() {
    let (nfc, nfd) = (ComposingNormalizer::new_nfc(), icu_normalizer::DecomposingNormalizer::new_nfd());
    for c in '\0'..=char::MAX {
        let alone = c.to_string();
        let composed = nfc.normalize(&alone);
        assert!(composed == alone || is_decomposable(c), "U+{:04X} changes alone", u32::from(c));
        let parts = nfd.normalize(&alone);
        if composed == alone && parts != alone {
            let last = parts.chars().next_back().expect("a decomposition has parts");
            assert!(may_compose(last), "U+{:04X} composes", u32::from(last));
        }
    }
}

#[test]
fn a_mark_finds_its_base_over_invisible_characters() {
    let source = "e\u{ad}\u{301}x\u{2028}y \u{2029}z";
    let text = BlockText::from_source(0, source);
    assert_eq!(text.as_str(), "éx y z");
    assert_eq!(source_of(source, &text, "é"), "e\u{ad}\u{301}");
}

#[test]
fn places_in_a_long_cluster_are_exact() {
    let source = "ढ\u{93c}ा५०कि"; // the nukta composes to nothing, the digits stand in the same cluster
    let text = BlockText::from_source(0, source);
    assert_eq!(source_of(source, &text, "५०"), "५०");
    let source = "\u{958}ा५०";
    let text = BlockText::from_source(0, source);
    assert_eq!(source_of(source, &text, "५०"), "५०");
}

#[test]
fn code_is_kept_as_it_is_and_replaced_text_is_tidied() {
    let mut text = BlockText::new();
    text.push_verbatim(5, "a\n  b\n");
    text.finish();
    assert_eq!(text.as_str(), "a\n  b");
    assert_eq!(text.span(text.range()), Span::new(5, 10));
    let mut text = BlockText::new();
    text.push_replaced(Span::new(0, 5), " x  ");
    text.push_replaced(Span::new(5, 10), "\n");
    text.push_replaced(Span::new(10, 15), "\u{ad}");
    text.push_replaced(Span::new(15, 20), "\u{a0}");
    text.push_replaced(Span::new(20, 25), "y ");
    text.finish();
    assert_eq!(text.as_str(), "x \u{a0}y");
    assert_eq!(text.span(text.range()), Span::new(0, 25));
    assert_eq!(text.text_offset(25), text.as_str().len());
}

proptest::proptest! {
    #[test]
    fn any_source_is_read_and_found_again(
        source in proptest::collection::vec(
            proptest::prop_oneof![
                "[ -~\t\r\n]{1,4}", "[a-eA-E][\u{300}-\u{30a}\u{323}\u{ad}\u{200f}]{0,3}", "[\u{915}-\u{95f}]{1,4}",
                "[\u{1100}-\u{1112}][\u{1161}-\u{1175}][\u{11a8}-\u{11c2}]?", "[가-각\u{2126}\u{212a}\u{2028}\u{85}日本]{1,3}", ".",
            ],
            0..12,
        ),
        start in 0..7_usize,
    ) {
        let source = source.concat();
        let padded = format!("{}{source}", "#".repeat(start));
        let text = BlockText::from_source(start, &source);
        proptest::prop_assert_eq!(text.as_str(), read_simply(&source));
        let ends: Vec<usize> = text.as_str().char_indices().map(|(at, _)| at).chain([text.as_str().len()]).collect();
        for (i, from) in ends.iter().enumerate() {
            for to in &ends[i..] {
                let span = text.span(TextRange::new(*from, *to));
                let stretch = &padded[span.range()]; // panics off a character boundary
                let back = read_simply(stretch);
                let wanted = text.as_str()[*from..*to].trim_matches(' ');
                proptest::prop_assert!(back.contains(wanted), "{:?} for {:?}", back, wanted);
            }
            if *from < text.as_str().len() {
                let there = text.span(TextRange::new(*from, *from)).start;
                let run = &text.runs[text.run_at(*from)];
                let wanted = if run.exact { *from } else { run.text };
                proptest::prop_assert_eq!(text.text_offset(there), wanted);
            }
        }
    }
}
