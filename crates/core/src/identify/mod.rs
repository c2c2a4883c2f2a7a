//! Which language a text is in: the script first, then `whatlang` among the languages written in it.

mod common;

pub use common::{Glance, glance, is_small_word, small_word_of};

use crate::classes::is_alphabetic;
use crate::fold::stands_alone;
use crate::language::LanguageTag;
use whatlang::{Detector, Lang};

/// A language identified from text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Identified {
    /// The language.
    pub language: LanguageTag,
    /// How sure that is, 0 to 1.
    pub confidence: f64,
}

/// The languages that `whatlang` knows, with their CLDR codes.
const LANGUAGES: &[(Lang, &str)] = &[
    (Lang::Afr, "af"),
    (Lang::Aka, "ak"),
    (Lang::Amh, "am"),
    (Lang::Ara, "ar"),
    (Lang::Aze, "az"),
    (Lang::Bel, "be"),
    (Lang::Ben, "bn"),
    (Lang::Bul, "bg"),
    (Lang::Cat, "ca"),
    (Lang::Ces, "cs"),
    (Lang::Cmn, "zh"),
    (Lang::Cym, "cy"),
    (Lang::Dan, "da"),
    (Lang::Deu, "de"),
    (Lang::Ell, "el"),
    (Lang::Eng, "en"),
    (Lang::Epo, "eo"),
    (Lang::Est, "et"),
    (Lang::Fin, "fi"),
    (Lang::Fra, "fr"),
    (Lang::Guj, "gu"),
    (Lang::Heb, "he"),
    (Lang::Hin, "hi"),
    (Lang::Hrv, "hr"),
    (Lang::Hun, "hu"),
    (Lang::Hye, "hy"),
    (Lang::Ind, "id"),
    (Lang::Ita, "it"),
    (Lang::Jav, "jv"),
    (Lang::Jpn, "ja"),
    (Lang::Kan, "kn"),
    (Lang::Kat, "ka"),
    (Lang::Khm, "km"),
    (Lang::Kor, "ko"),
    (Lang::Lat, "la"),
    (Lang::Lav, "lv"),
    (Lang::Lit, "lt"),
    (Lang::Mal, "ml"),
    (Lang::Mar, "mr"),
    (Lang::Mkd, "mk"),
    (Lang::Mya, "my"),
    (Lang::Nep, "ne"),
    (Lang::Nld, "nl"),
    (Lang::Nob, "no"),
    (Lang::Ori, "or"),
    (Lang::Pan, "pa"),
    (Lang::Pes, "fa"),
    (Lang::Pol, "pl"),
    (Lang::Por, "pt"),
    (Lang::Ron, "ro"),
    (Lang::Rus, "ru"),
    (Lang::Sin, "si"),
    (Lang::Slk, "sk"),
    (Lang::Slv, "sl"),
    (Lang::Sna, "sn"),
    (Lang::Spa, "es"),
    (Lang::Srp, "sr"),
    (Lang::Swe, "sv"),
    (Lang::Tam, "ta"),
    (Lang::Tel, "te"),
    (Lang::Tgl, "fil"),
    (Lang::Tha, "th"),
    (Lang::Tuk, "tk"),
    (Lang::Tur, "tr"),
    (Lang::Ukr, "uk"),
    (Lang::Urd, "ur"),
    (Lang::Uzb, "uz"),
    (Lang::Vie, "vi"),
    (Lang::Yid, "yi"),
    (Lang::Zul, "zu"),
];

fn tag_of(lang: Lang) -> Option<LanguageTag> {
    LANGUAGES.iter().find(|(known, _)| *known == lang).and_then(|(_, tag)| tag.parse().ok())
}

fn lang_of(language: &LanguageTag) -> Option<Lang> {
    LANGUAGES.iter().find(|(_, tag)| *tag == language.language()).map(|(lang, _)| *lang)
}

/// The script most letters of a text belong to, as far as it tells languages apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScriptGroup {
    /// Latin letters.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
    /// Greek letters.
    Greek,
    /// Hebrew letters.
    Hebrew,
    /// Arabic letters (also Persian, Urdu).
    Arabic,
    /// Devanagari letters (Hindi, Marathi, Nepali).
    Devanagari,
    /// Kana, with or without Han characters: Japanese.
    Japanese,
    /// Han characters without kana: Chinese.
    Han,
    /// Hangul: Korean.
    Hangul,
    /// Thai letters.
    Thai,
    /// Any other script.
    Other,
}

/// The script group of a letter; none for what is no letter.
#[must_use]
pub fn group_of(c: char) -> Option<ScriptGroup> {
    if !is_alphabetic(c) {
        return None;
    }
    Some(match u32::from(c) {
        0x41..=0x24f | 0x1e00..=0x1eff | 0xff21..=0xff5a => ScriptGroup::Latin,
        0x370..=0x3ff | 0x1f00..=0x1fff => ScriptGroup::Greek,
        0x400..=0x52f => ScriptGroup::Cyrillic,
        0x590..=0x5ff => ScriptGroup::Hebrew,
        0x600..=0x6ff | 0x750..=0x77f | 0xfb50..=0xfdff | 0xfe70..=0xfeff => ScriptGroup::Arabic,
        0x900..=0x97f => ScriptGroup::Devanagari,
        0xe00..=0xe7f => ScriptGroup::Thai,
        0x3041..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9d => ScriptGroup::Japanese,
        0xac00..=0xd7a3 | 0x1100..=0x11ff | 0x3131..=0x318e => ScriptGroup::Hangul,
        0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff => ScriptGroup::Han,
        _ => ScriptGroup::Other,
    })
}

/// Whether texts in the language can be identified among others of the same script.
#[must_use]
pub fn knows(language: &LanguageTag) -> bool {
    lang_of(language).is_some()
}

/// The script that most of the text's letters belong to, and the share of them that do (0 to 1). A Japanese or
/// Chinese character weighs as much as two letters, which is about what it says.
#[must_use]
pub fn script_of(text: &str) -> Option<(ScriptGroup, f64)> {
    const KINDS: usize = 11;
    let mut counts = [0usize; KINDS];
    for group in text.chars().filter_map(group_of) {
        let weight =
            if matches!(group, ScriptGroup::Han | ScriptGroup::Japanese | ScriptGroup::Hangul) { 2 } else { 1 };
        counts[group as usize] += weight;
    }
    // Kana among Han characters make a text Japanese; a single one in a Chinese text does not.
    let (kana, han) = (counts[ScriptGroup::Japanese as usize], counts[ScriptGroup::Han as usize]);
    if kana * 10 >= han && kana > 0 {
        counts[ScriptGroup::Japanese as usize] += han;
        counts[ScriptGroup::Han as usize] = 0;
    }
    let total: usize = counts.iter().sum();
    let groups = [
        ScriptGroup::Latin,
        ScriptGroup::Cyrillic,
        ScriptGroup::Greek,
        ScriptGroup::Hebrew,
        ScriptGroup::Arabic,
        ScriptGroup::Devanagari,
        ScriptGroup::Japanese,
        ScriptGroup::Han,
        ScriptGroup::Hangul,
        ScriptGroup::Thai,
        ScriptGroup::Other,
    ];
    let best = groups.into_iter().max_by_key(|group| (counts[*group as usize], std::cmp::Reverse(*group)))?;
    let share = counts[best as usize] as f64 / total.max(1) as f64;
    (counts[best as usize] > 0).then_some((best, share))
}

/// The language of `text`, if it has letters enough to tell.
#[must_use]
pub fn identify(text: &str) -> Option<Identified> {
    identify_among(text, None)
}

/// The language of `text`, among `candidates` where they are given (those that are not known are left out).
#[must_use]
pub fn identify_among(text: &str, candidates: Option<&[LanguageTag]>) -> Option<Identified> {
    let (script, share) = script_of(text)?;
    if let Some(tag) = only_language(script) {
        return Some(Identified { language: tag.parse().ok()?, confidence: share });
    }
    let detector = match candidates {
        Some(list) => Detector::with_allowlist(list.iter().filter_map(lang_of).collect()),
        None => Detector::new(),
    };
    let info = detector.detect(text)?;
    Some(Identified { language: tag_of(info.lang())?, confidence: info.confidence() * share })
}

/// Whether a text is in `language` by its letters alone: nearly all are of a script that no other language that can be
/// identified is written in.
#[must_use]
pub fn is_told_by_script(text: &str, language: &LanguageTag) -> bool {
    // Most languages need no look at the text.
    usual_script(language).and_then(only_language).is_some_and(|only| only == language.language())
        && script_of(text).is_some_and(|(script, share)| Some(script) == usual_script(language) && share >= 0.8)
}

/// The one language that is identified by a script.
fn only_language(script: ScriptGroup) -> Option<&'static str> {
    match script {
        ScriptGroup::Japanese => Some("ja"),
        ScriptGroup::Han => Some("zh"),
        ScriptGroup::Hangul => Some("ko"),
        ScriptGroup::Greek => Some("el"),
        ScriptGroup::Thai => Some("th"),
        _ => None,
    }
}

/// How much of a text there is to identify a language by: letters, with Japanese, Chinese and Korean characters
/// counting as three.
#[must_use]
pub fn weight(text: &str) -> usize {
    text.chars().filter(|c| is_alphabetic(*c)).map(|c| if stands_alone(c) { 3 } else { 1 }).sum()
}

/// The script group that the language is usually written in; none where nothing is known or several are used.
#[must_use]
pub fn usual_script(language: &LanguageTag) -> Option<ScriptGroup> {
    Some(match (language.language(), language.script()) {
        (_, Some("Latn")) => ScriptGroup::Latin,
        (_, Some("Cyrl")) => ScriptGroup::Cyrillic,
        ("ja", _) => ScriptGroup::Japanese,
        ("zh" | "yue", _) => ScriptGroup::Han,
        ("ko", _) => ScriptGroup::Hangul,
        ("el", _) => ScriptGroup::Greek,
        ("th", _) => ScriptGroup::Thai,
        ("he" | "yi", _) => ScriptGroup::Hebrew,
        ("ar" | "fa" | "ur" | "ps" | "ckb" | "sd" | "ug", _) => ScriptGroup::Arabic,
        ("hi" | "mr" | "ne" | "sa" | "kok" | "bho" | "mai" | "doi", _) => ScriptGroup::Devanagari,
        ("ru" | "uk" | "be" | "bg" | "mk" | "kk" | "ky" | "mn" | "tg", _) => ScriptGroup::Cyrillic,
        ("sr" | "uz" | "az" | "bs" | "ks" | "ku" | "pa" | "ms" | "tk" | "und", _) => return None,
        (other, _) if LANGUAGES.iter().any(|(lang, tag)| *tag == other && lang.name() != "" && is_latin(*lang)) => {
            ScriptGroup::Latin
        }
        _ => return None,
    })
}

fn is_latin(lang: Lang) -> bool {
    whatlang::Script::Latin.langs().contains(&lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifies_by_script_first() {
        for (text, language) in [
            ("これは日本語の文章です。", "ja"),
            ("这是一个中文句子。", "zh"),
            ("이것은 한국어 문장입니다.", "ko"),
            ("Αυτή είναι μια ελληνική πρόταση.", "el"),
            ("Ceci est une phrase française assez longue pour être reconnue.", "fr"),
            ("Это предложение написано на русском языке.", "ru"),
        ] {
            let found = identify(text).expect("there are letters");
            assert_eq!(found.language.to_string(), language);
        }
        assert_eq!(identify("12 345"), None);
    }

    #[test]
    fn usual_scripts_are_known() {
        let usual = |tag: &str| usual_script(&tag.parse().expect("a valid tag"));
        assert_eq!(usual("fr"), Some(ScriptGroup::Latin));
        assert_eq!(usual("sr"), None);
        assert_eq!(usual("sr-Latn"), Some(ScriptGroup::Latin));
        assert_eq!(usual("ja"), Some(ScriptGroup::Japanese));
    }
}
