//! Where the destination of a link stands in the file. The parser says what it is, not where.

use parallax_core::Span;

/// The destination of `[words](destination "title")`, searched from the end of the words on; without the angle
/// brackets it may stand in.
pub(super) fn inline_destination(source: &str, words_end: usize, end: usize, destination: &str) -> Option<Span> {
    let at = words_end + source[words_end..end].find("](")? + 2;
    destination_at(source, at, end, destination)
}

/// The destination in a definition `[label]: destination "title"`.
pub(super) fn definition_destination(source: &str, definition: Span, destination: &str) -> Option<Span> {
    let text = &source[definition.range()];
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if !escaped && byte == b']' {
            let rest = text[at + 1..].starts_with(':').then_some(definition.start + at + 2)?;
            return destination_at(source, rest, definition.end, destination);
        }
        escaped = byte == b'\\' && !escaped;
    }
    None
}

/// The destination behind white space at byte `at`, if it is the one that is looked for.
fn destination_at(source: &str, at: usize, end: usize, destination: &str) -> Option<Span> {
    let text = &source[at..end];
    let text = text.trim_start_matches([' ', '\t', '\n', '\r']);
    let start = end - text.len();
    let found = match text.strip_prefix('<') {
        Some(inner) => Span::new(start + 1, start + 1 + scan(inner, |byte, _| byte == b'>')),
        None => {
            let ends = |byte: u8, depth: usize| byte <= b' ' || (byte == b')' && depth == 0);
            Span::new(start, start + scan(text, ends))
        }
    };
    let written = &source[found.range()];
    (written == destination || written.contains(['\\', '&'])).then_some(found)
}

/// Length of the destination: up to the first byte that ends it, given how many parentheses are open.
fn scan(text: &str, ends: impl Fn(u8, usize) -> bool) -> usize {
    let (mut escaped, mut depth) = (false, 0_usize);
    for (at, byte) in text.bytes().enumerate() {
        if escaped {
            escaped = false;
        } else if ends(byte, depth) {
            return at;
        } else {
            match byte {
                b'\\' => escaped = true,
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    text.len()
}
