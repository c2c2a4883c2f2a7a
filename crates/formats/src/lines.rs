//! Lines of a text, as spans without what ends them.

use parallax_core::Span;

/// The lines of `source` from byte `from` on, ended by any of `\n`, `\r\n`, `\r`, vertical tab, form feed, NEL
/// (U+0085) and the line and paragraph separators (U+2028, U+2029). A break at the end starts no further line.
pub(crate) fn visual_lines(source: &str, from: usize) -> Vec<Span> {
    let bytes = source.as_bytes();
    let mut lines = Vec::new();
    let (mut start, mut at) = (from, from);
    while at < bytes.len() {
        let ending = match bytes[at] {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
            b'\n' | b'\r' | 0x0b | 0x0c => 1,
            0xc2 if bytes[at..].starts_with("\u{85}".as_bytes()) => 2,
            0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => 3,
            _ => 0,
        };
        if ending == 0 {
            at += 1;
        } else {
            lines.push(Span::new(start, at));
            at += ending;
            start = at;
        }
    }
    if start < bytes.len() {
        lines.push(Span::new(start, bytes.len()));
    }
    lines
}

/// The lines of `source` from byte `from` on as line-based tools count them: ended by `\n` or `\r\n` only, so that
/// indices agree with theirs whatever else a line holds. A file without any `\n` is cut at `\r` (old Mac text).
pub(crate) fn record_lines(source: &str, from: usize) -> Vec<Span> {
    let ending = if source.contains('\n') { '\n' } else { '\r' };
    let mut lines = Vec::new();
    let mut start = from;
    for line in source[from..].split_terminator(ending) {
        let end = start + line.len();
        let shown = if ending == '\n' { line.strip_suffix('\r').unwrap_or(line) } else { line };
        lines.push(Span::new(start, start + shown.len()));
        start = end + 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str, lines: &[Span]) -> Vec<String> {
        lines.iter().map(|line| source[line.range()].to_owned()).collect()
    }

    #[test]
    fn everything_that_breaks_a_line_does() {
        let source = "a\r\nb\rc\nd\u{b}e\u{c}f\u{85}g\u{2028}h\u{2029}i\n\nÂ—é\n";
        let expected = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "", "Â—é"];
        assert_eq!(shown(source, &visual_lines(source, 0)), expected);
        assert_eq!(visual_lines("", 0), []);
        assert_eq!(shown("xa", &visual_lines("xa", 1)), ["a"]);
    }

    #[test]
    fn records_are_counted_as_tools_count_them() {
        let cases: [(&str, &[&str]); 7] = [
            ("a\nb\n", &["a", "b"]),
            ("a\r\n\r\nb", &["a", "", "b"]),
            ("a\u{2028}b\u{85}\u{c}c\rd\ne", &["a\u{2028}b\u{85}\u{c}c\rd", "e"]),
            ("a\rb\r", &["a", "b"]),
            ("\n\n", &["", ""]),
            ("", &[]),
            ("a\r\r\n", &["a\r"]),
        ];
        for (source, expected) in cases {
            assert_eq!(shown(source, &record_lines(source, 0)), expected, "{source:?}");
        }
    }
}
