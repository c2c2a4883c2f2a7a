//! Language tags (BCP 47, as CLDR uses them).

use icu_locale_core::LanguageIdentifier;
use icu_locale_core::subtags::{Language, Region, Script};
use std::fmt;
use std::str::FromStr;

include!(concat!(env!("OUT_DIR"), "/language_names.rs"));

/// A language, with script and region where they are said: `fr`, `pt-BR`, `zh-Hant`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag {
    language: Language,
    script: Option<Script>,
    region: Option<Region>,
}

/// A text that is no language tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotALanguage(pub String);

impl fmt::Display for NotALanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a language tag (expected a BCP 47 tag such as fr, pt-BR or zh-Hant)", self.0)
    }
}

impl std::error::Error for NotALanguage {}

impl LanguageTag {
    /// The language whose name nobody knows (`und`).
    #[must_use]
    pub fn unknown() -> Self {
        Self { language: Language::UNKNOWN, script: None, region: None }
    }

    /// Whether no language is known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.language == Language::UNKNOWN
    }

    /// The language subtag alone: `pt` of `pt-BR`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.language.as_str()
    }

    /// Whether the tag names neither a script nor a region.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.script.is_none() && self.region.is_none()
    }

    /// The script subtag, where the tag names one.
    #[must_use]
    pub fn script(&self) -> Option<&str> {
        self.script.as_ref().map(Script::as_str)
    }

    /// The region subtag, where the tag names one.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.region.as_ref().map(Region::as_str)
    }

    /// The English name of the language (CLDR), whatever its script and region; none for a language CLDR has none for.
    #[must_use]
    pub fn english_name(&self) -> Option<&'static str> {
        let found = ENGLISH_NAMES.binary_search_by(|(code, _)| (*code).cmp(self.language())).ok()?;
        Some(ENGLISH_NAMES[found].1)
    }

    /// The tags to look for data under, nearest first: `zh-Hant-HK`, `zh-Hant`, `zh-HK`, `zh`.
    pub fn fallbacks(&self) -> impl Iterator<Item = String> + use<> {
        let mut tags = vec![self.to_string()];
        if let Some(script) = self.script {
            tags.push(format!("{}-{script}", self.language));
        }
        if let Some(region) = self.region {
            tags.push(format!("{}-{region}", self.language));
        }
        tags.push(self.language.to_string());
        tags.dedup();
        tags.into_iter()
    }

    /// Whether both name the same language, whatever the region or script.
    #[must_use]
    pub fn same_language(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.language)?;
        if let Some(script) = self.script {
            write!(f, "-{script}")?;
        }
        if let Some(region) = self.region {
            write!(f, "-{region}")?;
        }
        Ok(())
    }
}

impl FromStr for LanguageTag {
    type Err = NotALanguage;

    /// Reads a tag; `_` is taken for `-`, case does not matter, variants are dropped, `nb` is Norwegian (`no`).
    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        let id = LanguageIdentifier::from_str(&tag.replace('_', "-")).map_err(|_| NotALanguage(tag.to_owned()))?;
        // CLDR keeps Bokmål as `no`, old tags still name Hebrew and Indonesian otherwise.
        let language = match id.language.as_str() {
            "nb" => "no".parse(),
            "iw" => "he".parse(),
            "in" => "id".parse(),
            _ => Ok(id.language),
        };
        let language = language.map_err(|_| NotALanguage(tag.to_owned()))?;
        Ok(Self { language, script: id.script, region: id.region })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags_as_people_write_them() {
        let shown = |tag: &str| tag.parse::<LanguageTag>().map(|t| t.to_string());
        assert_eq!(shown("pt_br"), Ok("pt-BR".to_owned()));
        assert_eq!(shown("ZH-hant"), Ok("zh-Hant".to_owned()));
        assert_eq!(shown("nb"), Ok("no".to_owned()));
        assert!(shown("not a tag").is_err());
        assert!(shown("").is_err());
    }

    #[test]
    fn languages_have_english_names() {
        let name = |tag: &str| tag.parse::<LanguageTag>().ok().and_then(|tag| tag.english_name());
        assert_eq!((name("pt-BR"), name("ja"), name("tlh")), (Some("Portuguese"), Some("Japanese"), None));
    }

    #[test]
    fn falls_back_from_region_to_language() {
        let tag: LanguageTag = "zh-Hant-HK".parse().expect("a valid tag");
        let all: Vec<_> = tag.fallbacks().collect();
        assert_eq!(all, ["zh-Hant-HK", "zh-Hant", "zh-HK", "zh"]);
    }
}
