//! Signs of a language that are seen at a glance: its commonest small words, and letters that few others have. Enough of
//! them show a language at a fraction of what identifying it costs.

use crate::classes::is_alphanumeric;
use crate::language::LanguageTag;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

/// `language<TAB>words`, hand-kept: articles, pronouns, prepositions, conjunctions, auxiliaries.
const WORDS: &str = include_str!("common.tsv");
/// `language<TAB>letters`, from CLDR: the letters beyond a to z that a language writes its own words with.
const LETTERS: &str = include_str!("../../tables/letters.tsv");
/// Letters from here on tell nothing that their script does not tell.
const END_OF_LETTERS: usize = 0x2000;
/// The longest word that is looked up, in bytes: as many as there are in a [`Key`].
const LONGEST: usize = 16;
/// So many signs more of the own language than of any other show it.
const LEAD: u32 = 2;
/// With such a lead the rest of the text need not be looked at.
const CLEAR_LEAD: u32 = 4;
/// After how many words it is seen whether there is one.
const STRETCH: u32 = 8;

/// A set of languages: a bit each.
type Languages = u64;

/// A word: its bytes in lower case, one behind the other.
type Key = u128;

struct Common {
    tags: Vec<&'static str>,
    /// Which languages have a small word.
    words: HashMap<Key, Languages, BuildHasherDefault<KeyHasher>>,
    /// Which languages have a letter, small or capital, by its code.
    letters: Vec<Languages>,
}

/// Mixes the two halves of a key: those looked up are words of a text, which nobody makes up to collide.
#[derive(Default)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u128(Key::from(*byte)));
    }

    fn write_u128(&mut self, key: Key) {
        /// 2 to the 64, divided by the golden ratio.
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        let (low, high) = (key as u64, (key >> 64) as u64);
        let mixed = (self.0 ^ low).wrapping_mul(FACTOR) ^ high;
        self.0 = (mixed ^ mixed >> 32).wrapping_mul(FACTOR);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

fn common() -> &'static Common {
    static COMMON: OnceLock<Common> = OnceLock::new();
    COMMON.get_or_init(|| {
        let mut common = Common { tags: Vec::new(), words: HashMap::default(), letters: vec![0; END_OF_LETTERS] };
        for (number, line) in WORDS.lines().enumerate() {
            let (tag, words) = line.split_once('\t').unwrap_or((line, ""));
            common.tags.push(tag);
            for word in words.split(' ').filter(|word| word.len() <= LONGEST) {
                let key = word.bytes().fold(0, |key, byte| key << 8 | Key::from(byte));
                *common.words.entry(key).or_insert(0) |= 1 << number;
            }
        }
        for (tag, letters) in LETTERS.lines().filter_map(|line| line.split_once('\t')) {
            let Some(number) = common.tags.iter().position(|known| *known == tag) else { continue };
            for letter in letters.chars().flat_map(|letter| std::iter::once(letter).chain(letter.to_uppercase())) {
                if let Some(languages) = common.letters.get_mut(letter as usize) {
                    *languages |= 1 << number;
                }
            }
        }
        common
    })
}

/// How many signs of each language were seen: bit by bit, so that a set is added at once.
#[derive(Default)]
struct Counts([Languages; 8]);

impl Counts {
    fn add(&mut self, languages: Languages) {
        let mut carry = languages;
        for plane in &mut self.0 {
            (*plane, carry) = (*plane ^ carry, *plane & carry);
            if carry == 0 {
                return;
            }
        }
    }

    fn of(&self, language: usize) -> u32 {
        self.0.iter().enumerate().map(|(bit, plane)| ((plane >> language & 1) as u32) << bit).sum()
    }

    /// The languages of which more signs were seen than so many.
    fn more_than(&self, limit: u32) -> Languages {
        // All counts are compared at once, from the highest bit down.
        let (mut greater, mut equal) = (0, Languages::MAX);
        for (bit, plane) in self.0.iter().enumerate().rev() {
            let limit = if limit >> bit & 1 == 1 { Languages::MAX } else { 0 };
            greater |= equal & plane & !limit;
            equal &= !(plane ^ limit);
        }
        greater
    }
}

/// What was seen of a text.
#[derive(Default)]
struct Signs {
    words: Counts,
    words_and_letters: Counts,
}

impl Signs {
    /// Whether a language leads by so many signs, at least, and no other has more small words: where another has, a part
    /// of the text may be in that one.
    fn show(&self, own: usize, by: u32) -> bool {
        let others = !(1 << own);
        let most = self.words.of(own).max(1);
        self.words_and_letters
            .of(own)
            .checked_sub(by)
            .is_some_and(|limit| (self.words_and_letters.more_than(limit) | self.words.more_than(most)) & others == 0)
    }

    /// Whether another language leads before this one.
    fn show_another(&self, own: usize) -> bool {
        self.words.more_than(self.words.of(own) + LEAD - 1) != 0
            || self.words_and_letters.more_than(self.words_and_letters.of(own) + LEAD - 1) != 0
    }
}

/// What the small words and the letters of a text show at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glance {
    /// It is in the language asked for: it has at least two signs more of it than of any other, and as many small words.
    Own,
    /// It may be in another language: it has at least two signs more of that, or two small words more.
    Another,
    /// Neither; also where the language is none of those that can be told so.
    Open,
}

/// What a text shows by its small words and its letters: is it in `language`? A small word is a sign, and so is a word
/// with letters beyond a to z, of all languages that have them all.
#[must_use]
pub fn glance(text: &str, language: &LanguageTag) -> Glance {
    /// More signs than these do not fit into the counts; texts have shown what they can by then.
    const MOST: u32 = 120;
    let common = common();
    let Some(own) = common.tags.iter().position(|tag| *tag == language.language()) else { return Glance::Open };
    let mut signs = Signs::default();
    let mut word = Word::default();
    let mut seen = 0;
    // Behind the last word, an end.
    for c in text.chars().chain([' ']) {
        if is_part(c) {
            word.push(c, common);
            continue;
        }
        if word.bytes == 0 {
            continue;
        }
        let ended = std::mem::take(&mut word);
        if ended.bytes <= LONGEST
            && let Some(languages) = common.words.get(&ended.key)
        {
            signs.words.add(*languages);
            signs.words_and_letters.add(*languages);
        }
        if ended.has_letters {
            signs.words_and_letters.add(ended.writing);
        }
        seen += 1;
        if seen % STRETCH == 0 && (seen >= MOST || signs.show(own, CLEAR_LEAD)) {
            break;
        }
    }
    if signs.show(own, LEAD) {
        Glance::Own
    } else if signs.show_another(own) {
        Glance::Another
    } else {
        Glance::Open
    }
}

/// Whether a word, given in small letters, is one of the commonest small words of a language.
#[must_use]
pub fn is_small_word(word: &str, language: &LanguageTag) -> bool {
    let place = common().tags.iter().position(|tag| *tag == language.language());
    place.is_some_and(|own| languages_with(word) >> own & 1 == 1)
}

/// How many languages have a word, given in small letters, among their commonest small words.
#[must_use]
pub fn small_word_of(word: &str) -> u32 {
    languages_with(word).count_ones()
}

fn languages_with(word: &str) -> Languages {
    if word.len() > LONGEST {
        return 0;
    }
    let key = word.bytes().fold(0, |key, byte| key << 8 | Key::from(byte));
    common().words.get(&key).copied().unwrap_or(0)
}

/// A word as it is gone through.
struct Word {
    key: Key,
    /// Its bytes in lower case.
    bytes: usize,
    /// Whether it has letters beyond a to z.
    has_letters: bool,
    /// The languages that have them all.
    writing: Languages,
}

impl Default for Word {
    fn default() -> Self {
        Self { key: 0, bytes: 0, has_letters: false, writing: Languages::MAX }
    }
}

impl Word {
    #[inline]
    fn push(&mut self, c: char, common: &Common) {
        if c.is_ascii() {
            self.add(c.to_ascii_lowercase() as u8);
            return;
        }
        self.has_letters = true;
        // Letters beyond those of the table are of scripts that tell it all.
        self.writing &= common.letters.get(c as usize).copied().unwrap_or(Languages::MAX);
        for lower in c.to_lowercase() {
            let mut buffer = [0; 4];
            lower.encode_utf8(&mut buffer).bytes().for_each(|byte| self.add(byte));
        }
    }

    #[inline]
    fn add(&mut self, byte: u8) {
        self.key = self.key << 8 | Key::from(byte);
        self.bytes += 1;
    }
}

/// Whether a character is a part of a word; the apostrophe is one in `'n` and `bo'lib` only, which are not worth it.
fn is_part(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && (is_alphanumeric(c) || is_mark(c)))
}

/// Signs that belong to the letter before them in Devanagari, Hebrew and Arabic.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x591..=0x5c7 | 0x64b..=0x65f | 0x900..=0x903 | 0x93a..=0x94f)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identify::knows;

    #[test]
    fn the_words_are_words_of_languages_that_are_known() {
        let common = common();
        assert!(common.tags.len() <= Languages::BITS as usize);
        for tag in &common.tags {
            let language: LanguageTag = tag.parse().expect("a valid tag");
            assert!(knows(&language), "{tag}");
        }
        for word in WORDS.lines().filter_map(|line| line.split_once('\t')).flat_map(|(_, words)| words.split(' ')) {
            let whole = word.chars().all(is_part) && word.chars().flat_map(char::to_lowercase).eq(word.chars());
            assert!(whole || word.contains('\''), "{word}");
            assert!(word.len() <= LONGEST, "{word} is never looked up");
        }
    }

    #[test]
    fn a_few_small_words_show_a_language() {
        let shown = |text: &str, tag: &str| glance(text, &tag.parse().expect("a valid tag")) == Glance::Own;
        for (tag, text) in [
            ("en", "The mill was built by the river, and it has never been sold to anybody."),
            ("de", "Die Mühle wurde am Fluss gebaut und ist nie an jemanden verkauft worden."),
            ("pt", "O moinho foi construído à beira do rio e não foi vendido a ninguém."),
            ("es", "El molino se construyó junto al río y no se ha vendido nunca a nadie."),
            ("ru", "Мельница была построена у реки, и её никогда никому не продавали."),
            ("uk", "Млин був побудований біля річки, і його ніколи нікому не продавали."),
            ("fa", "آسیاب در کنار رود ساخته شد و هرگز به کسی فروخته نشده است."),
            // By letters.
            ("cs", "Příští čtvrtek přijede ředitel."),
            ("pl", "Mądry chłopiec piękną książkę czytał."),
            ("ru", "Высокие крыши, быстрые поезда."),
            ("vi", "Những ngôi nhà cổ được bán rồi."),
        ] {
            assert!(shown(text, tag), "{tag}");
            for other in ["en", "de", "fr", "pt", "es", "gl", "ru", "uk", "bg", "fa", "ar", "cs", "sk", "pl", "vi"] {
                assert!(other == tag || !shown(text, other), "{tag} taken for {other}");
            }
        }
        assert!(!shown("", "en") && !shown("Norvane Works Limited, Paris", "en"));
        assert!(!shown("det er en god dag", "da"), "Norwegian has the same words");
        let partly = "Die größten Änderungen für Käufer are in the second part of the book.";
        assert!(!shown(partly, "de"), "half of it is English");
        let other = |text: &str, tag: &str| glance(text, &tag.parse().expect("a valid tag")) == Glance::Another;
        assert!(other("The mill was built by the river.", "de") && other("Mlýn byl postaven u řeky.", "pl"));
        assert!(!other("Norvane Works Limited, Paris", "de"));
        // Names from elsewhere are no signs against each other.
        assert!(!shown("Škoda, Citroën, Łódź", "cs") && !shown("Málaga, Cádiz", "sk"));
    }
}
