//! Which legacy encodings texts of a language are found in: data, first the most common one.

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, IBM866, ISO_2022_JP, ISO_8859_2, ISO_8859_4, ISO_8859_5, ISO_8859_6,
    ISO_8859_7, ISO_8859_8, ISO_8859_13, KOI8_R, KOI8_U, SHIFT_JIS, WINDOWS_874, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC,
};
use parallax_core::LanguageTag;

/// The encodings of some languages.
#[derive(Debug)]
pub(super) struct Family {
    /// Language tags, as [`LanguageTag`] writes them, separated by spaces.
    languages: &'static str,
    /// A top-level domain whose pages are in these encodings: how `chardetng` takes a hint.
    pub(super) domain: &'static str,
    /// The encodings, the most common one first.
    pub(super) encodings: &'static [&'static Encoding],
    /// Whether the encodings take more than one byte a character.
    pub(super) multi_byte: bool,
}

static FAMILIES: &[Family] = &[
    Family {
        languages: "af br ca co cy da de en es eu fi fil fo fr fy ga gd gl ht id is it jv la lb ms mg nl nn no oc pt \
                    rm so su sv sw tl wa xh zu",
        domain: "fr",
        encodings: &[WINDOWS_1252],
        multi_byte: false,
    },
    Family {
        languages: "bs cs dsb hr hsb hu pl ro sk sl sq sr-Latn",
        domain: "pl",
        encodings: &[WINDOWS_1250, ISO_8859_2],
        multi_byte: false,
    },
    Family {
        languages: "be bg kk ky mk mn ru sr tg tt uk az-Cyrl bs-Cyrl uz-Cyrl",
        domain: "ru",
        encodings: &[WINDOWS_1251, KOI8_U, KOI8_R, ISO_8859_5, IBM866, X_MAC_CYRILLIC],
        multi_byte: false,
    },
    Family { languages: "el", domain: "gr", encodings: &[WINDOWS_1253, ISO_8859_7], multi_byte: false },
    Family { languages: "az ku tr uz", domain: "tr", encodings: &[WINDOWS_1254], multi_byte: false },
    Family { languages: "he yi", domain: "il", encodings: &[WINDOWS_1255, ISO_8859_8], multi_byte: false },
    Family { languages: "ar ckb fa ps ug ur", domain: "sa", encodings: &[WINDOWS_1256, ISO_8859_6], multi_byte: false },
    Family {
        languages: "et lt lv",
        domain: "lt",
        encodings: &[WINDOWS_1257, ISO_8859_13, ISO_8859_4],
        multi_byte: false,
    },
    Family { languages: "vi", domain: "vn", encodings: &[WINDOWS_1258], multi_byte: false },
    Family { languages: "th", domain: "th", encodings: &[WINDOWS_874], multi_byte: false },
    Family { languages: "ja", domain: "jp", encodings: &[SHIFT_JIS, EUC_JP, ISO_2022_JP], multi_byte: true },
    Family { languages: "ko", domain: "kr", encodings: &[EUC_KR], multi_byte: true },
    Family {
        languages: "zh-Hant zh-TW zh-HK zh-MO yue",
        domain: "tw",
        encodings: &[BIG5, GBK, GB18030],
        multi_byte: true,
    },
    Family { languages: "zh", domain: "sg", encodings: &[GB18030, GBK, BIG5], multi_byte: true },
];

/// The family of a language, by script and region first; `None` for a language whose legacy texts are not known.
pub(super) fn family_of(language: &LanguageTag) -> Option<&'static Family> {
    language.fallbacks().find_map(|tag| FAMILIES.iter().find(|f| f.languages.split_whitespace().any(|l| l == tag)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_one_family_each_and_tags_are_written_as_tags_are() {
        let mut all: Vec<&str> = FAMILIES.iter().flat_map(|family| family.languages.split_whitespace()).collect();
        for tag in &all {
            assert_eq!(tag.parse::<LanguageTag>().map(|t| t.to_string()), Ok((*tag).to_owned()));
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn script_and_region_choose_before_the_language() {
        let first = |tag: &str| {
            let tag: LanguageTag = tag.parse().expect("a tag");
            family_of(&tag).map(|family| family.encodings[0].name())
        };
        assert_eq!(first("sr"), Some("windows-1251"));
        assert_eq!(first("sr-Latn-RS"), Some("windows-1250"));
        assert_eq!(first("zh-TW"), Some("Big5"));
        assert_eq!(first("zh-Hans"), Some("gb18030"));
        assert_eq!(first("pt-BR"), Some("windows-1252"));
        assert_eq!(first("hi"), None);
    }
}
