//! UTF-8 with a few bad bytes, and UTF-16 without a byte order mark.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// What speaks for a file being UTF-8 although some bytes of it are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Damage {
    /// Characters of more than one byte that are valid.
    good: usize,
    /// Stretches that are not valid, each of which becomes one U+FFFD.
    pub(super) bad: usize,
    /// The first bad byte.
    pub(super) first: usize,
    /// Whether all that is bad is a character cut off by the end of the file.
    only_cut_off: bool,
}

impl Damage {
    /// Measures `bytes`; `None` where they are valid UTF-8.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let error = std::str::from_utf8(bytes).err()?;
        let first = error.valid_up_to();
        let mut damage = Self { good: 0, bad: 0, first, only_cut_off: error.error_len().is_none() };
        for chunk in bytes.utf8_chunks() {
            damage.good += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
            damage.bad += usize::from(!chunk.invalid().is_empty());
        }
        Some(damage)
    }

    /// Whether the file is still UTF-8: at most one stretch in twenty is bad, or a character is cut off at the end.
    /// Bytes of a legacy encoding form a valid sequence now and then, never nineteen times in twenty.
    pub(super) fn is_slight(self) -> bool {
        self.bad * 20 <= self.good || (self.only_cut_off && self.good > 0)
    }
}

/// How much of a file is looked at to tell UTF-16, in bytes.
const SAMPLE: usize = 64 << 10;

/// Recognises UTF-16 without a byte order mark in a file that holds zero bytes.
///
/// In alphabetic text one byte of each two-byte unit takes few different values, zero among them. In East Asian
/// text it stands mostly within a few ranges, and zeros come only with white space and characters such as U+4E00. A NUL in a text
/// of bytes shows neither.
pub(super) fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if !bytes.len().is_multiple_of(2) || !sample.contains(&0) {
        return None;
    }
    let first = Half::of(sample, 0);
    let second = Half::of(sample, 1);
    if first.is_alphabetic() && second.zeros * 4 <= first.zeros {
        return Some(UTF_16BE);
    }
    if second.is_alphabetic() && first.zeros * 4 <= second.zeros {
        return Some(UTF_16LE);
    }
    // ASCII letters lie in those ranges too, but never beyond 7F.
    if std::str::from_utf8(bytes).is_ok() || first.beyond_ascii + second.beyond_ascii < first.units / 4 {
        return None;
    }
    match (first.east_asian * 2 >= first.units, second.east_asian * 2 >= second.units) {
        (true, _) if first.east_asian > second.east_asian => Some(UTF_16BE),
        (_, true) if second.east_asian > first.east_asian => Some(UTF_16LE),
        _ => None,
    }
}

/// The first or the second bytes of the two-byte units of a sample.
#[derive(Debug, Clone, Copy)]
struct Half {
    units: usize,
    zeros: usize,
    /// How often the most frequent value but zero occurs.
    most: usize,
    /// How many may be the high byte of a Kana, Han or Hangul character.
    east_asian: usize,
    beyond_ascii: usize,
}

impl Half {
    fn of(sample: &[u8], parity: usize) -> Self {
        let mut counts = [0_usize; 256];
        sample.iter().skip(parity).step_by(2).for_each(|byte| counts[usize::from(*byte)] += 1);
        Self {
            units: sample.len() / 2,
            zeros: counts[0],
            most: counts[1..].iter().copied().max().unwrap_or(0),
            east_asian: counts[0x30] + counts[0x4e..=0x9f].iter().chain(&counts[0xac..=0xd7]).sum::<usize>(),
            beyond_ascii: counts[0x80..].iter().sum(),
        }
    }

    fn is_alphabetic(self) -> bool {
        self.zeros * 20 >= self.units && (self.zeros + self.most) * 10 >= self.units * 7
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn zero_bytes_tell_utf16() {
        let texts = [
            "Plain English text.\n",
            "x",
            "Déjà vu à l’été\n",
            "Привет, мир. Как дела?\n",
            "这是一个测试文本。它有两句话。\n第二行在这里。\n",
            "이것은 시험용 글입니다.\n",
        ];
        for text in texts {
            assert_eq!(utf16_without_mark(&utf16(text, false)), Some(UTF_16LE), "{text}");
            assert_eq!(utf16_without_mark(&utf16(text, true)), Some(UTF_16BE), "{text}");
        }
        assert_eq!(utf16_without_mark(b"bytes with one \0 in them, all of them ASCII "), None);
        assert_eq!(utf16_without_mark(b"plain text"), None);
        assert_eq!(utf16_without_mark(b"\0\0\0\0\0\0"), None);
        assert_eq!(utf16_without_mark(b""), None);
    }

    #[test]
    fn slight_damage_is_told_from_another_encoding() {
        let slight = |bytes: &[u8]| Damage::of(bytes).map(Damage::is_slight);
        let mut long = "é".repeat(40).into_bytes();
        assert_eq!(slight(&long), None);
        long.insert(20, 0xe9);
        assert_eq!(slight(&long), Some(true));
        assert_eq!(Damage::of(&long).map(|d| (d.bad, d.first)), Some((1, 20)));
        assert_eq!(slight(&"日本".as_bytes()[..5]), Some(true), "cut off");
        assert_eq!(slight(b"d\xe9j\xe0"), Some(false));
        assert_eq!(slight(b"caf\xe9"), Some(false));
    }
}
