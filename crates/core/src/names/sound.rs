//! How alike two names sound, whatever script and spelling they are written in.

use crate::lexicon::{ascii_of, likeness};

/// Words of the same letters that sound so much alike are one.
const SAME: f64 = 0.75;

/// A word as it is compared by its sound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sound {
    /// In plain Latin letters, spellings of one sound made one.
    pub ascii: Vec<u8>,
    /// Its consonants, those that languages take for one another made the same.
    pub bones: Vec<u8>,
}

impl Sound {
    /// The sound of a word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let mut ascii = ascii_of(word);
        // Letters of India are romanised with c for what is written ch elsewhere.
        if word.chars().any(|c| matches!(c, '\u{900}'..='\u{dff}')) {
            ascii = ascii
                .iter()
                .flat_map(|c| if *c == b'c' { &b"ch"[..] } else { std::slice::from_ref(c) })
                .copied()
                .collect();
        }
        let bones = bones(&ascii);
        Self { ascii: plain(&ascii), bones }
    }

    /// How alike two words sound, from 0 to 1: by their letters, or by letters and consonants where these are several.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f64 {
        let letters = likeness(&self.ascii, &other.ascii);
        // Two consonants are soon the same by chance.
        if self.bones.len().min(other.bones.len()) < 3 {
            return letters;
        }
        letters.max(f64::midpoint(letters, likeness(&self.bones, &other.bones)))
    }

    /// How alike two words of the same letters are, from 0 to 1: consonants alone say less then.
    #[must_use]
    pub fn spelling(&self, other: &Self) -> f64 {
        let letters = likeness(&self.ascii, &other.ascii);
        let both = self.likeness(other);
        if both >= SAME { both } else { letters }
    }

    /// Whether both begin alike, with as many letters as names keep before their endings (*Moscow*, `московский`).
    #[must_use]
    pub fn begins_like(&self, other: &Self) -> bool {
        let shared = self.ascii.iter().zip(&other.ascii).take_while(|(a, b)| a == b).count();
        let shorter = self.ascii.len().min(other.ascii.len());
        shared >= 4 && shared * 3 >= shorter * 2
    }

    /// The consonants of a text in Chinese letters where what is written `q`, `j` or `x` stands for `k`, `g` or `h` (*Alaska*,
    /// 阿拉斯加).
    #[must_use]
    pub fn hard(text: &str) -> Vec<u8> {
        let hard = ascii_of(text).into_iter().map(|c| if matches!(c, b'j' | b'q' | b'x') { b'k' } else { c });
        bones(&hard.collect::<Vec<u8>>())
    }

    /// The share of the word's consonants that stand in a row somewhere in `text`, a text's consonants, with at most one
    /// other between two of them.
    #[must_use]
    pub fn within(&self, text: &[u8]) -> f64 {
        if self.bones.is_empty() {
            return 0.0;
        }
        let length = self.bones.len();
        let reach = length + length.div_ceil(3);
        let best = (0..text.len()).map(|start| {
            let window = &text[start..text.len().min(start + reach)];
            (likeness(&self.bones, window) * window.len().max(length) as f64).round()
        });
        best.fold(0.0, f64::max) / length as f64
    }
}

/// A word in plain Latin letters with one spelling for what is written `c`, `ck` or `k`, `ph` or `f`, `w` or `v`, `kh` or
/// `h`, `y` or `i`; double letters single.
fn plain(ascii: &[u8]) -> Vec<u8> {
    let mut plain: Vec<u8> = Vec::with_capacity(ascii.len());
    let mut at = 0;
    while let Some(letter) = ascii.get(at) {
        let next = ascii.get(at + 1).copied().unwrap_or(b' ');
        let (letter, length) = match (*letter, next) {
            (b'c', b'k') | (b'q', b'u') => (b'k', 2),
            (b'p', b'h') => (b'f', 2),
            (b'k', b'h') => (b'h', 2),
            (b't', b's') => (b's', 2),
            (b'd', b'z') => (b'i', if ascii.get(at + 2) == Some(&b'h') { 3 } else { 2 }),
            (b'c', b'e' | b'i' | b'y') => (b's', 1),
            (b'c', b'h') => (b'c', 1),
            (b'j', _) | (b'g', b'e' | b'i' | b'y') => (b'i', 1),
            (b'c' | b'q', _) => (b'k', 1),
            (b'w', _) => (b'v', 1),
            (b'y', _) => (b'i', 1),
            (letter, _) => (letter, 1),
        };
        if plain.last() != Some(&letter) {
            plain.push(letter);
        }
        at += length;
    }
    plain
}

/// The consonants of a word in plain Latin letters, in classes: `zhukov`, `joukov` → `SKP`.
fn bones(ascii: &[u8]) -> Vec<u8> {
    let mut bones: Vec<u8> = Vec::with_capacity(ascii.len());
    let mut at = 0;
    while let Some(letter) = ascii.get(at) {
        let next = ascii.get(at + 1).copied().unwrap_or(b' ');
        let (class, length) = match (letter, next) {
            (b's' | b'c' | b'z', b'h') | (b't' | b'c' | b'd', b's' | b'z') | (b'd', b'j') => (b'S', 2),
            (b't', b'h') => (b'T', 2),
            (b'p', b'h') => (b'P', 2),
            (b'k' | b'g', b'h') | (b'c', b'k') => (b'K', 2),
            (b'c', b'e' | b'i' | b'y') | (b's' | b'z' | b'j', _) => (b'S', 1),
            (b'b' | b'p' | b'f' | b'v', _) => (b'P', 1),
            (b'c' | b'k' | b'q' | b'g' | b'x', _) => (b'K', 1),
            (b'd' | b't', _) => (b'T', 1),
            (b'l' | b'r', _) => (b'L', 1),
            (b'm', _) => (b'M', 1),
            (b'n', _) => (b'N', 1),
            (digit @ b'0'..=b'9', _) => (*digit, 1),
            _ => (0, 1),
        };
        // Double letters sound as one.
        if class != 0 && !(bones.last() == Some(&class) && at > 0 && ascii[at - 1] == *letter) {
            bones.push(class);
        }
        at += length;
    }
    bones
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> f64 {
        Sound::of(a).likeness(&Sound::of(b))
    }

    #[test]
    fn names_sound_alike_across_scripts() {
        for (a, b) in [
            ("Zhukov", "Жуков"),
            ("Watanabe", "Ватанабе"),
            ("Schuitemaker", "Шуитмейкер"),
            ("Pontius", "Pontiusz"),
            ("Winfrey", "विन्फ़्रे"),
            ("Ronaldo", "رونالدو"),
            ("Munich", "ミュンヘン"),
            ("Anderson", "앤더슨"),
        ] {
            assert!(alike(a, b) >= 0.6, "{a} {b}: {}", alike(a, b));
        }
        for (a, b) in [("Nagpur", "पश्चिम"), ("Garten", "Haus"), ("Mayotte", "Walmark"), ("Francis", "Carter")]
        {
            assert!(alike(a, b) < 0.5, "{a} {b}: {}", alike(a, b));
        }
    }

    #[test]
    fn names_are_found_in_texts_without_spaces() {
        let text = Sound::of("这位约翰·刘易斯后来获得了菲斯克大学");
        assert!(Sound::of("Lewis").within(&text.bones) > 0.99);
        assert!(Sound::of("Fisk").within(&text.bones) > 0.99);
        assert!(Sound::of("Montgomery").within(&text.bones) < 0.8);
    }
}
