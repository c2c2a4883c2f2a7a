//! Text from files made fit to be printed: on one line, and without characters that steer a terminal.

/// Text around a place: line breaks and runs of control white space become one space, characters that nobody sees
/// are dropped, other control characters are shown as pictures.
pub(super) fn context(text: &str) -> String {
    clean(text, false)
}

/// The text of a place, or a path: as [`context`], but what nobody sees is spelled out, for it may be the point.
pub(crate) fn exact(text: &str) -> String {
    clean(text, true)
}

fn clean(text: &str, spell_out: bool) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut after_break = false;
    for c in text.chars() {
        let breaks = matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if breaks || (c == ' ' && after_break) {
            if !clean.ends_with(' ') {
                clean.push(' ');
            }
            after_break = true;
            continue;
        }
        after_break = false;
        match c {
            // Control pictures: U+001B is shown as U+241B.
            '\0'..='\u{1f}' => clean.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7f}' => clean.push('\u{2421}'),
            '\u{80}'..='\u{9f}' => clean.extend(c.escape_unicode()),
            _ if is_unseen(c) && spell_out => clean.extend(c.escape_unicode()),
            _ if is_unseen(c) => {}
            _ => clean.push(c),
        }
    }
    clean
}

/// Soft hyphens, byte order marks, and the characters that set writing direction, which can make a terminal show
/// text in another order than it has. Joiners are kept: without them words of Persian and Hindi look wrong.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Whether marks under `text` would not stand where they should: where it runs from right to left, and in scripts
/// and emoji sequences on whose width terminals disagree.
pub(super) fn misleads_marks(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(
            u32::from(c),
            // Hebrew to Arabic Extended, their presentation forms, and the later right-to-left scripts
            0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc | 0x10800..=0x10fff | 0x1e800..=0x1efff
            // scripts of India and South-East Asia with conjuncts
            | 0x900..=0xdff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x1a20..=0x1aaf | 0x1b00..=0x1b7f
            // joiner, emoji presentation, flags, skin tones
            | 0x200d | 0xfe0f | 0x1f1e6..=0x1f1ff | 0x1f3fb..=0x1f3ff
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(context("a\u{1b}[31mb\u{7f}\u{9b}"), "a␛[31mb␡\\u{9b}");
        assert_eq!(exact("a\u{202e}cba\u{2069}"), "a\\u{202e}cba\\u{2069}");
        assert_eq!(exact("letter\u{7}\n.txt"), "letter␇ .txt");
        let every: String = (0..0x3000).filter_map(char::from_u32).collect();
        for clean in [context(&every), exact(&every)] {
            assert!(!clean.chars().any(char::is_control));
            assert!(!clean.chars().any(is_unseen));
        }
    }

    #[test]
    fn paragraphs_become_one_line() {
        assert_eq!(context("soft\u{ad}hyphen,\r\n   next\tword"), "softhyphen, next word");
        assert_eq!(context("90\u{a0}000  x"), "90\u{a0}000  x");
    }

    #[test]
    fn joiners_stay_where_words_need_them() {
        assert_eq!(exact("می\u{200c}خواهم"), "می\u{200c}خواهم");
    }

    #[test]
    fn marks_mislead_in_some_scripts() {
        assert!(misleads_marks("في 90 بلدا"));
        assert!(misleads_marks("שלום"));
        assert!(misleads_marks("नब्बे"));
        assert!(!misleads_marks("été 日本語 한국어 ไทย Ελλάδα"));
    }
}
