//! Folding: letters and digits that a reader takes for the same become the same.
//!
//! Used for table keys (by `build.rs`, which compiles this very file) and for text, so that both agree.

/// Appends the folded form of `text` to `out`: lower case, full-width forms narrow, digits of every script ASCII,
/// Arabic letter variants one, vowel points, tatweel, joiners and soft hyphens gone.
pub fn fold_into(text: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else if let Some(digit) = digit_value(c) {
            out.push(char::from(b'0' + digit));
        } else {
            fold_char(c, out);
        }
    }
}

/// The folded form of `text`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

fn fold_char(c: char, out: &mut String) {
    match c {
        // Full-width ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            let narrow = char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
            out.push(narrow.to_ascii_lowercase());
        }
        'İ' => out.push('i'),
        'ς' => out.push('σ'),
        // Arabic: one yeh, one kaf, alef without hamza or madda; teh marbuta stays.
        'ى' | 'ی' | 'ئ' => out.push('ي'),
        'ک' => out.push('ك'),
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ؤ' => out.push('و'),
        '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{200c}' | '\u{200d}' => {}
        // Soft hyphen, word joiner: not seen.
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
        // Hebrew points, and the Devanagari nukta, which writers leave out.
        '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c7}' | '\u{93c}' => {}
        '\u{958}' => out.push('क'),
        '\u{959}' => out.push('ख'),
        '\u{95a}' => out.push('ग'),
        '\u{95b}' => out.push('ज'),
        '\u{95c}' => out.push('ड'),
        '\u{95d}' => out.push('ढ'),
        '\u{95e}' => out.push('फ'),
        // Bengali letters with a dot, which Unicode composes to two characters.
        '\u{9dc}' => out.push_str("\u{9a1}\u{9bc}"),
        '\u{9dd}' => out.push_str("\u{9a2}\u{9bc}"),
        '\u{9df}' => out.push_str("\u{9af}\u{9bc}"),
        // Romanian and Turkish fonts long lacked the comma below.
        'ş' | 'Ş' => out.push('ș'),
        'ţ' | 'Ţ' => out.push('ț'),
        _ => out.extend(c.to_lowercase()),
    }
}

/// Where the decimal digits of each script begin (Unicode general category Nd, ten in a row each).
/// Source: Unicode 17 `DerivedNumericType.txt`; the mathematical alphabets are left out.
const ZEROS: &[u32] = &[
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
    0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0,
    0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50,
    0x16a60, 0x16ac0, 0x16b50, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950, 0x1fbf0,
];

/// The value of a decimal digit of any script.
#[must_use]
pub fn digit_value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    let code = u32::from(c);
    let next = ZEROS.partition_point(|zero| *zero <= code);
    let zero = ZEROS[next.checked_sub(1)?];
    u8::try_from(code - zero).ok().filter(|value| *value < 10)
}

/// The digit zero of the script that `digit` belongs to.
#[must_use]
pub fn zero_of(digit: char) -> char {
    let value = digit_value(digit).map_or(0, u32::from);
    char::from_u32(u32::from(digit) - value).unwrap_or('0')
}

/// Marks that belong to the letter before them.
#[must_use]
pub fn is_mark(c: char) -> bool {
    matches!(
        u32::from(c),
        0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x5bf | 0x5c1..=0x5c2 | 0x5c4..=0x5c5 | 0x5c7
            | 0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e4 | 0x6e7..=0x6e8 | 0x6ea..=0x6ed
            | 0x900..=0x903 | 0x93a..=0x93c | 0x93e..=0x94f | 0x951..=0x957 | 0x962..=0x963
            | 0x981..=0x983 | 0x9bc | 0x9be..=0x9cd | 0x9d7 | 0x9e2..=0x9e3 | 0xa01..=0xa03 | 0xa3c..=0xa51 | 0xa70..=0xa71
            | 0xa81..=0xa83 | 0xabc | 0xabe..=0xacd | 0xb01..=0xb03 | 0xb3c | 0xb3e..=0xb57 | 0xbbe..=0xbcd | 0xc00..=0xc04
            | 0xc3c | 0xc3e..=0xc56 | 0xc81..=0xc83 | 0xcbc | 0xcbe..=0xcd6 | 0xd00..=0xd03 | 0xd3b..=0xd3c | 0xd3e..=0xd4d
            | 0xdca..=0xddf | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e | 0xeb1 | 0xeb4..=0xebc | 0xec8..=0xece
            | 0xf35..=0xf3f | 0xf71..=0xf84 | 0x102b..=0x103e | 0x1056..=0x1059 | 0x17b4..=0x17d3
            | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0x3099..=0x309a | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f
    )
}

/// Letters of scripts whose words are not set apart by spaces, and Hangul, whose particles are written onto words:
/// each is read as a word of its own.
#[must_use]
pub fn stands_alone(c: char) -> bool {
    let code = u32::from(c);
    // Most characters are before all of them.
    code >= 0xe01
        && matches!(
            code,
            0xe01..=0xe30 | 0xe32..=0xe33 | 0xe40..=0xe46 | 0xe81..=0xeb0 | 0xeb2..=0xeb3 | 0xebd..=0xec6
                | 0x1000..=0x102a | 0x1780..=0x17b3 | 0x1100..=0x11ff
                | 0x3005..=0x3007 | 0x3021..=0x3029 | 0x3031..=0x3035 | 0x3041..=0x3096 | 0x309d..=0x309f | 0x30a1..=0x30fa
                | 0x30fc..=0x30ff | 0x3105..=0x312f | 0x3131..=0x318e | 0x31f0..=0x31ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff
                | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xff66..=0xff9d | 0x20000..=0x3ffff
        )
}

/// Characters that stand for words or syllables with a meaning: one of them may be a word.
#[must_use]
pub fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// Hangul, which is read by the syllable though its words are set apart by spaces.
#[must_use]
pub fn is_hangul(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x11ff | 0x3131..=0x318e | 0xac00..=0xd7a3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_have_their_value() {
        for (c, value) in [('7', 7), ('٣', 3), ('۴', 4), ('९', 9), ('７', 7), ('๕', 5), ('᠙', 9)] {
            assert_eq!(digit_value(c), Some(value), "{c}");
        }
        for c in ['a', '½', '九', 'Ⅳ', '²'] {
            assert_eq!(digit_value(c), None, "{c}");
        }
        assert_eq!(zero_of('٩'), '٠');
    }

    #[test]
    fn variants_fold_to_one_form() {
        for (a, b) in [("Straße", "straße"), ("ＡＢ１２", "ab12"), ("हज़ार", "हजार"), ("أكثر", "اکثر"), ("९०", "90")]
        {
            assert_eq!(fold(a), fold(b));
        }
    }
}
