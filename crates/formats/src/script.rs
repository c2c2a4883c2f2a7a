//! What layout needs to know of characters: which scripts are written without spaces, and how wide they are shown.

/// Whether a line break between `before` and `after` stands for nothing: both belong to a script that is written
/// without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) or are its full-width punctuation.
pub(crate) fn joins_without_space(before: char, after: char) -> bool {
    is_unspaced(before) && is_unspaced(after)
}

fn is_unspaced(c: char) -> bool {
    matches!(
        u32::from(c),
        0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff // Thai, Lao, Burmese, Khmer
            | 0x2e80..=0x303f | 0x3040..=0x312f | 0x31a0..=0x31ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff // Han, Kana
            | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff01..=0xff60 | 0xff61..=0xff9f | 0x1b000..=0x1b16f
            | 0x20000..=0x3ffff
    )
}

/// How many columns a line takes in a fixed-width face: two for East Asian wide characters. Near enough to tell a
/// wrapped line from a paragraph; combining marks are counted as letters.
pub(crate) fn columns(line: &str) -> usize {
    if line.is_ascii() { line.len() } else { line.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum() }
}

fn is_wide(c: char) -> bool {
    matches!(
        u32::from(c),
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60
            | 0xffe0..=0xffe6 | 0x20000..=0x3ffff
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_join_by_script() {
        let cases = [
            ('日', '本', true),
            ('。', 'あ', true),
            ('、', '漢', true),
            ('ก', 'ข', true),
            ('日', 'a', false),
            ('9', '日', false),
            ('가', '나', false),
            ('a', 'b', false),
        ];
        for (before, after, joined) in cases {
            assert_eq!(joins_without_space(before, after), joined, "{before}{after}");
        }
        assert_eq!((columns("abc"), columns("äb"), columns("日本a"), columns("")), (3, 2, 5, 0));
    }
}
