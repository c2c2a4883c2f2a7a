//! How words change: which forms are one word, by the endings of each language (`languages/*.toml`).
//!
//! Two ways to compare. [`Inflection::same_word`] is strict: both forms are a stem and endings of one paradigm (*network*,
//! *networks*); what it takes for one word is one. [`Inflection::may_be`] is generous: it also takes compounds, other
//! stems and what no paradigm knows; what it takes for different words has nothing of the word in it.

mod bare;

pub use bare::push_bare;

use crate::language::LanguageTag;
use crate::locale::Affixes;

include!(concat!(env!("OUT_DIR"), "/inflection.rs"));

/// Stands for the whole of a word among the paradigms that a form belongs to.
pub const WHOLE: u32 = 1 << 31;

/// Stems are at least so long, in characters: shorter ones are those of too many words.
const SHORTEST: usize = 3;

/// What is known of how a language's words change, and of how its readers are addressed.
#[derive(Debug)]
pub struct Inflection {
    /// Whether nouns are written together (*Netzwerkkabel*).
    pub compounds: bool,
    /// Whether a plural may change a vowel to its umlaut.
    pub umlauts: bool,
    endings: Affixes,
    /// Endings, sorted, each with the paradigms that have it: a bit each.
    paradigms: &'static [(&'static str, u32)],
    /// Words that surely address the reader formally; those with a capital only within a sentence.
    pub formal: &'static [&'static str],
    /// Words that surely address the reader as a friend.
    pub familiar: &'static [&'static str],
}

static UNKNOWN: Inflection =
    Inflection { compounds: false, umlauts: false, endings: Affixes::NONE, paradigms: &[], formal: &[], familiar: &[] };

impl Inflection {
    /// What is known of a language; nothing, where it has no file.
    #[must_use]
    pub fn of(language: &LanguageTag) -> &'static Self {
        let found = INFLECTIONS.binary_search_by(|(tag, _)| (*tag).cmp(language.language()));
        found.map_or(&UNKNOWN, |at| &INFLECTIONS[at].1)
    }

    /// Whether it is known which endings words have.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !self.paradigms.is_empty()
    }

    fn paradigms_of(&self, ending: &str) -> u32 {
        self.paradigms.binary_search_by(|(known, _)| (*known).cmp(ending)).map_or(0, |at| self.paradigms[at].1)
    }

    /// The stems that a form (in the way of [`push_bare`]) may have: the length of each in bytes, and the paradigms in
    /// which what is left is an ending. The whole form comes first.
    pub fn stems<'w>(&self, form: &'w str) -> impl Iterator<Item = (usize, u32)> + use<'w, '_> {
        let whole = std::iter::once((form.len(), self.paradigms_of("") | WHOLE));
        let hangul = form.starts_with(crate::fold::is_hangul);
        let cut = self.endings.endings(form).filter_map(move |length| {
            let stem = form.get(..form.len() - length)?;
            // A long ending has the last letters of the stem in it (Dutch *-aak, -aken*).
            let least = if hangul || form[stem.len()..].chars().nth(2).is_some() { 1 } else { SHORTEST };
            let long_enough = stem.chars().nth(least - 1).is_some();
            long_enough.then(|| (stem.len(), self.paradigms_of(&form[stem.len()..])))
        });
        whole.chain(cut)
    }

    /// Whether two forms are surely one word, inflected or not.
    #[must_use]
    pub fn same_word(&self, a: &str, b: &str) -> bool {
        a == b
            || self.stems(a).any(|(length, paradigms)| {
                b.get(..length) == Some(&a[..length])
                    && self.stems(b).any(|(other, of_other)| other == length && paradigms & of_other != 0)
            })
    }

    /// Whether a form may be one of `word`, a compound with it, or of the same root.
    #[must_use]
    pub fn may_be(&self, word: &str, form: &str) -> bool {
        if self.same_word(word, form) {
            return true;
        }
        let (a, b) = (root_letters(word), root_letters(form));
        let length = a.len();
        if length == 0 {
            return false;
        }
        let shared = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
        // What may be dropped from the end of a word before an ending comes, by its length.
        let dropped = match length {
            0..=3 => 0,
            4..=5 => 1,
            6..=7 => 2,
            _ => 3,
        };
        let stem = length - dropped;
        if shared >= stem && (length > 3 || b.len() <= length + 3) {
            return true;
        }
        // Within a compound, or behind a prefix.
        let kept = stem.max(4);
        length >= 4 && kept <= length && b.windows(kept).any(|part| part == &a[..kept])
    }
}

/// The letters by which words of one root are alike: without accents, and in Arabic and Hebrew without the letters that
/// stand for vowels.
fn root_letters(form: &str) -> Vec<char> {
    let plain = |c: char| match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ō' | 'ő' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ć' | 'č' | 'ç' => 'c',
        'ń' | 'ň' | 'ñ' => 'n',
        'ś' | 'š' | 'ș' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ř' => 'r',
        'ť' | 'ț' => 't',
        'ď' | 'đ' => 'd',
        'ł' | 'ľ' => 'l',
        'ğ' => 'g',
        'ё' => 'е',
        // Hebrew letters at the end of a word.
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        c => c,
    };
    let is_vowel_letter = |c: &char| matches!(c, 'ا' | 'و' | 'ي' | 'ء' | 'ה' | 'ו' | 'י');
    let all: Vec<char> = form.chars().map(plain).collect();
    let root: Vec<char> = all.iter().copied().filter(|c| !is_vowel_letter(c)).collect();
    if root.len() >= 3 { root } else { all }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(tag: &str) -> &'static Inflection {
        Inflection::of(&tag.parse().expect("a valid tag"))
    }

    fn bare(form: &str) -> String {
        let mut out = String::new();
        push_bare(&crate::fold::fold(form), &mut out);
        out
    }

    #[test]
    fn inflected_forms_are_one_word() {
        for (tag, a, b) in [
            ("en", "glossary", "glossaries"),
            ("de", "Netzwerk", "Netzwerken"),
            ("fr", "terminal", "terminaux"),
            ("es", "botón", "botones"),
            ("it", "cavo", "cavi"),
            ("pt", "conexão", "conexões"),
            ("nl", "taak", "taken"),
            ("sv", "nyckel", "nycklar"),
            ("ru", "таблица", "таблицами"),
            ("uk", "мережа", "мережею"),
            ("pl", "połączenie", "połączeń"),
            ("cs", "soubor", "souborech"),
            ("tr", "dosya", "dosyalarda"),
            ("tr", "bellek", "belleği"),
            ("fi", "asetus", "asetukset"),
            ("hu", "hálózat", "hálózatban"),
            ("el", "δίκτυο", "δικτύου"),
            ("ar", "شبكة", "شبكات"),
            ("hi", "लड़का", "लड़कों"),
            ("ko", "네트워크", "네트워크에서"),
        ] {
            assert!(of(tag).same_word(&bare(a), &bare(b)), "{tag}: {a} {b}");
        }
    }

    #[test]
    fn other_words_are_other_words() {
        for (tag, a, b) in [
            ("en", "party", "parts"),
            ("en", "plan", "plane"),
            ("de", "Netz", "Netzwerk"),
            ("fr", "port", "portail"),
            ("ru", "стол", "столица"),
            ("tr", "kart", "kartal"),
            ("ko", "계약", "계약서"),
        ] {
            assert!(!of(tag).same_word(&bare(a), &bare(b)), "{tag}: {a} {b}");
        }
        for (tag, a, b) in [("en", "network", "cable"), ("de", "Netz", "Nest"), ("ar", "شبكة", "سبب")] {
            assert!(!of(tag).may_be(&bare(a), &bare(b)), "{tag}: {a} {b}");
        }
    }

    #[test]
    fn compounds_and_other_stems_may_be_the_word() {
        for (tag, a, b) in [
            ("de", "Netzwerk", "Heimnetzwerke"),
            ("fi", "verkko", "verkon"),
            ("ar", "كتاب", "كتب"),
            ("he", "קובץ", "קבצים"),
        ] {
            assert!(of(tag).may_be(&bare(a), &bare(b)), "{tag}: {a} {b}");
        }
    }

    #[test]
    fn every_paradigm_is_found_by_its_endings() {
        for (tag, inflection) in INFLECTIONS {
            for (ending, paradigms) in inflection.paradigms.iter().filter(|(ending, _)| !ending.is_empty()) {
                let word = format!("xyz{ending}");
                let stems: Vec<(usize, u32)> = inflection.stems(&word).collect();
                assert!(stems.contains(&(3, *paradigms)) || tag == &"ko", "{tag}: {ending} {stems:?}");
            }
        }
    }
}
