//! What holds for every file, whatever it holds.

use parallax_core::{BlockKind, Document, InlineKind, TextRange};
use parallax_formats::{Format, ReadOptions, SegmentMode, encoding_named, read};
use proptest::prelude::*;

/// Checks that every place of the document lies in the file, in order, and leads where it says.
fn check(document: &Document) {
    let source = document.source.as_str();
    let mut last = 0;
    for block in &document.blocks {
        assert!(block.span.start >= last, "{block:?} begins before the block before it ends");
        last = block.span.end;
        assert!(source.get(block.span.range()).is_some(), "{block:?} is off a character boundary");
        assert!(block.kind == BlockKind::Line || !block.text.is_empty(), "{block:?} is empty");
        let text = block.text.as_str();
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut before = 0;
        for pair in ends.windows(2) {
            let span = block.text.span(TextRange::new(pair[0], pair[1]));
            assert!(source.get(span.range()).is_some(), "{span} is off a character boundary");
            assert!(span.start >= before, "{text:?} goes back in the file at {span}");
            before = span.start;
            assert!(block.span.start <= span.start && span.end <= block.span.end, "{span} is outside of {block:?}");
            let c = &text[pair[0]..pair[1]];
            if span.len() == 1 && c.is_ascii() && c != " " {
                assert_eq!(&source[span.range()], c, "in {block:?}");
            }
        }
        let mut order = 0;
        for inline in &block.inlines {
            assert!(text.get(inline.range.range()).is_some(), "{inline:?} is off in {text:?}");
            assert!(inline.span.start >= order, "{inline:?} is out of order");
            order = inline.span.start;
            assert!(source.get(inline.span.range()).is_some(), "{inline:?} is off a character boundary");
            if let InlineKind::Link { destination_span, .. } = &inline.kind {
                assert!(source.get(destination_span.range()).is_some(), "{inline:?} leads off");
            }
            if !inline.range.is_empty() {
                let span = block.text.span(inline.range);
                assert!(inline.span.start <= span.start && span.end <= inline.span.end, "{inline:?} covers {span}");
            }
        }
    }
    for problem in &document.problems {
        assert!(problem.span.is_none_or(|span| source.get(span.range()).is_some()), "{problem:?}");
    }
}

fn check_all(bytes: &[u8]) {
    for path in ["x.txt", "x.md", "x.mdx"] {
        for segments in [SegmentMode::Sentences, SegmentMode::Lines] {
            for hint in ["", "tr", "zh-TW", "ru", "hi"] {
                let options = ReadOptions { segments, language_hint: hint.parse().ok(), ..ReadOptions::default() };
                if let Ok(document) = read(path, bytes, &options) {
                    check(&document);
                }
            }
        }
    }
}

/// Pieces of Markdown, HTML and lists that make trouble side by side.
fn piece() -> impl Strategy<Value = String> {
    let marks = proptest::sample::select(vec![
        "*",
        "**",
        "_",
        "~~",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "[",
        "]",
        "](",
        ")",
        "![",
        "(",
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "<b>",
        "<br>",
        "<p\n",
        "<script>",
        "</script>",
        "<details>",
        "<T a={",
        "}>",
        "{",
        "}",
        "&amp;",
        "&",
        "&eacute;",
        "&shy;",
        "&#32;",
        "&nbsp;",
        "\\",
        "\\\n",
        "  \n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "    ",
        "- ",
        "* ",
        "1. ",
        "2. ",
        "1) ",
        "- [ ] ",
        "> ",
        "# ",
        "###### ",
        "===\n",
        "---\n",
        "+++\n",
        "| ",
        "|",
        "|--|--|\n",
        "\\|",
        "[^1]",
        "[^1]: ",
        "[r]: ",
        "[r]",
        "<d e>",
        "\"t\"",
        "https://x.y",
        "<https://x.y>",
        "<a@b.c>",
        "$",
        "$$",
        "import ",
        "export ",
        "lang: fr\n",
        ":::",
        "\u{feff}",
        "\u{ad}",
        "\u{301}",
        "\u{2028}",
        "\u{85}",
        "\u{b}",
        "\u{c}",
        "\u{3000}",
        "\u{200b}",
        "日本",
        "語。",
        "é",
        "กข",
        "a",
        "b c",
        "5",
        ".",
        ":",
        "•",
        "<pre>",
        "</pre>",
        "<!",
        "<?",
        "?>",
        "<h2>",
        "<li>",
        "<td>",
        "'",
    ]);
    prop_oneof![8 => marks.prop_map(str::to_owned), 1 => "\\PC{0,5}", 1 => "[a-z]{1,8}"]
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        check_all(&bytes);
        for label in ["utf-8", "utf-16le", "utf-16be", "windows-1252", "shift_jis", "gb18030", "iso-2022-jp", "euc-kr"] {
            let options = ReadOptions {
                encoding: encoding_named(label).ok(),
                format: Some(Format::Markdown),
                ..ReadOptions::default()
            };
            if let Ok(document) = read("x", &bytes, &options) {
                check(&document);
            }
        }
    }

    #[test]
    fn bytes_that_are_mostly_letters_are_read(
        bytes in proptest::collection::vec(prop_oneof![b'a'..=b'z', b' '..=b'@', 0x80_u8..=0xff, Just(b'\n')], 0..300),
    ) {
        check_all(&bytes);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,60}(\\s\\PC{0,30}){0,3}") {
        check_all(text.as_bytes());
    }

    #[test]
    fn any_markup_is_read(pieces in proptest::collection::vec(piece(), 0..40)) {
        check_all(pieces.concat().as_bytes());
    }

    #[test]
    fn lines_are_as_many_as_tools_count(lines in proptest::collection::vec("[a-z \u{2028}\u{c}]{0,10}", 0..10)) {
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        let options = ReadOptions { segments: SegmentMode::Lines, ..ReadOptions::default() };
        let document = read("x.txt", text.as_bytes(), &options).expect("is readable");
        prop_assert_eq!(document.blocks.len(), lines.len());
    }
}
