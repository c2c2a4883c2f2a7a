//! Files that are large, deep or made to take long: read in linear time and without overflowing the stack.

use parallax_formats::{ReadOptions, read};

/// Reads `unit` repeated to about `size` bytes in every format; the test harness's patience is the clock: a reader of
/// quadratic time would take hours.
fn read_repeated(unit: &str, size: usize) {
    let text = unit.repeat(size / unit.len());
    for path in ["x.txt", "x.md", "x.mdx"] {
        let document = read(path, text.as_bytes(), &ReadOptions::default()).expect("is readable");
        assert_eq!(document.source.len(), text.len());
    }
}

#[test]
fn deep_nesting_is_read() {
    let deep = [
        format!("{}a", ">".repeat(10_000)),
        format!("{}a", "- ".repeat(10_000)),
        format!("{}a{}", "*a ".repeat(10_000), "*".repeat(10_000)),
        format!("{}a{}", "[".repeat(10_000), "](b)".repeat(10_000)),
        format!("{}a{}", "![".repeat(10_000), "](b)".repeat(10_000)),
        format!("{}a{}", "<div>".repeat(10_000), "</div>".repeat(10_000)),
    ];
    for text in deep {
        let document = read("x.md", text.as_bytes(), &ReadOptions::default()).expect("is readable");
        assert!(!document.blocks.is_empty());
    }
}

#[test]
fn what_is_made_to_take_long_does_not() {
    let units = [
        "a",
        "é",
        "e\u{301}",
        "日",
        "क\u{93c}",
        "a b\n",
        "a\n\n",
        "- a\n",
        "1. a\n2. b\n",
        "\u{2028}",
        "* ",
        "*a",
        "_a*",
        "`",
        "`a``",
        "[",
        "[a](",
        "[a]",
        "![",
        "](",
        "<",
        "<a",
        "<a ",
        "<a '",
        "<!--",
        "<div>",
        "<div>a\n",
        "<p><script>",
        "</",
        "&",
        "&amp;",
        "&a",
        "<p>&",
        "\\",
        "$",
        "$a",
        "[^1]",
        "[^1]: a\n\n",
        "[r]: a\n[r]\n",
        "|",
        "|a\n|-\n",
        "> ",
        "{",
        "<T {",
        "import a\n\n",
        "---\n",
        "~",
        "~~a",
        ":",
        "#",
        "<b>x</b>",
    ];
    for unit in units {
        read_repeated(unit, 200_000);
    }
}
