//! Words as they sound, roughly: spellings of one sound become one, whatever the language and the script.

use parallax_core::lexicon::ascii_of;

/// Appends the letters that a folded word sounds of: `philosophie`, `filozofia`, `философия` → `filosofi…`.
pub(super) fn sounds_of(folded: &str, out: &mut Vec<u8>) {
    if folded.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        append(folded.as_bytes(), out);
    } else {
        append(&ascii_of(folded), out);
    }
}

fn append(ascii: &[u8], out: &mut Vec<u8>) {
    let from = out.len();
    let mut at = 0;
    while let Some(letter) = ascii.get(at) {
        let (sound, length) = match (letter, ascii.get(at + 1).unwrap_or(&0)) {
            (b'p', b'h') => (b'f', 2),
            (b't' | b'r', b'h') => (*letter, 2),
            (b'c' | b'k', b'h') | (b'c', b'k') | (b'q', b'u') => (b'k', 2),
            (b't', b's' | b'z') | (b's', b'z' | b'h') => (b's', 2),
            (b'c', b'e' | b'i' | b'y') | (b'z', _) => (b's', 1),
            (b'c' | b'q', _) => (b'k', 1),
            (b'w', _) => (b'v', 1),
            (b'y' | b'j', _) => (b'i', 1),
            _ => (*letter, 1),
        };
        at += length;
        if out[from..].last() != Some(&sound) || sound.is_ascii_digit() {
            out.push(sound);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_sound_are_one() {
        let sounds = |word: &str| {
            let mut out = Vec::new();
            sounds_of(word, &mut out);
            String::from_utf8(out).expect("letters")
        };
        assert_eq!(sounds("philosophie"), sounds("filosofie"));
        assert_eq!(sounds("theater"), sounds("teater"));
        assert_eq!(sounds("akkord"), sounds("acord"));
        assert!(sounds("философия").starts_with("filosof"));
        assert_eq!(sounds("1100"), "1100");
        assert_eq!(sounds(""), "");
    }
}
