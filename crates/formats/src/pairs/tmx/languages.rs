//! Which two of the languages of a file are meant, and which texts of a unit are in them.

use super::Variant;
use crate::pairs::error::LayoutError;
use parallax_core::LanguageTag;

/// The languages of source and target.
#[derive(Debug, Clone, Copy)]
pub(in crate::pairs) struct Sides(pub(in crate::pairs) [LanguageTag; 2]);

/// The languages of source and target: those that the caller says, else the header's source language, else the first
/// one; and the only other one. `seen` are those of the texts, in their order; `whole` says whether these are all.
pub(super) fn choose(
    seen: &[LanguageTag],
    header: Option<LanguageTag>,
    given: [Option<LanguageTag>; 2],
    whole: bool,
) -> Result<[LanguageTag; 2], LayoutError> {
    let languages = || seen.iter().map(ToString::to_string).collect::<Vec<_>>();
    // `en` means `en-GB` where there is nothing closer.
    let meant = |wanted: LanguageTag| {
        let exact = seen.iter().find(|tag| **tag == wanted);
        exact.or_else(|| seen.iter().find(|tag| is_like(**tag, wanted))).copied()
    };
    for wanted in given.into_iter().flatten() {
        if whole && meant(wanted).is_none() {
            return Err(LayoutError::NoSuchLanguage { wanted: wanted.to_string(), languages: languages() });
        }
    }
    let target = given[1].map(|wanted| meant(wanted).unwrap_or(wanted));
    let source = match given[0] {
        Some(wanted) => Some(meant(wanted).unwrap_or(wanted)),
        None => {
            let free = |tag: &LanguageTag| Some(*tag) != target;
            header.and_then(meant).filter(free).or_else(|| seen.iter().copied().find(free))
        }
    };
    let Some(source) = source else {
        return Err(LayoutError::OneLanguage { languages: languages() });
    };
    if let Some(target) = target {
        return Ok([source, target]);
    }
    let others: Vec<LanguageTag> = seen.iter().copied().filter(|tag| *tag != source).collect();
    let foreign: Vec<LanguageTag> = others.iter().copied().filter(|tag| !tag.same_language(&source)).collect();
    // Several countries of the other language are one side; so are several of the source's.
    let candidates = if foreign.is_empty() { others } else { foreign };
    match candidates.split_first() {
        Some((first, rest)) if rest.iter().all(|tag| is_like(*tag, *first)) => Ok([source, *first]),
        Some(_) => Err(LayoutError::WhichLanguages { languages: languages() }),
        None => Err(LayoutError::OneLanguage { languages: languages() }),
    }
}

/// Whether a text in `tag` serves where `wanted` is wanted: the same language, and not in another script.
fn is_like(tag: LanguageTag, wanted: LanguageTag) -> bool {
    let scripts = tag.script().zip(wanted.script());
    tag.same_language(&wanted) && scripts.is_none_or(|(a, b)| a == b)
}

impl Sides {
    /// The texts of a unit that are the two sides; of several in one language the first.
    pub(in crate::pairs) fn pick(&self, variants: &[Variant]) -> [Option<usize>; 2] {
        let exact = self.0.map(|wanted| variants.iter().position(|variant| variant.language == Some(wanted)));
        let [source, target] = [0, 1].map(|side| {
            let other = self.0[1 - side];
            let serves = |tag: LanguageTag| tag != other && is_like(tag, self.0[side]);
            exact[side].or_else(|| variants.iter().position(|variant| variant.language.is_some_and(serves)))
        });
        // `pt` may serve for pt-BR or for pt-PT, but is no pair of both.
        [source, target.filter(|target| Some(*target) != source)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str) -> Vec<LanguageTag> {
        text.split_whitespace().map(|tag| tag.parse().expect("a tag")).collect()
    }

    fn chosen(seen: &str, header: &str, given: [&str; 2]) -> String {
        let given = given.map(|tag| tag.parse().ok());
        match choose(&tags(seen), header.parse().ok(), given, true) {
            Ok(sides) => sides.map(|tag| tag.to_string()).join(" "),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn the_header_says_the_source_and_the_other_language_is_the_target() {
        assert_eq!(chosen("de en", "en", ["", ""]), "en de");
        assert_eq!(chosen("de-DE en-US", "en", ["", ""]), "en-US de-DE");
        assert_eq!(chosen("de en", "*all*", ["", ""]), "de en");
        assert_eq!(chosen("de en-US de-AT en-GB", "en-US", ["", ""]), "en-US de");
        assert_eq!(chosen("pt-BR pt-PT", "pt-BR", ["", ""]), "pt-BR pt-PT");
    }

    #[test]
    fn what_is_said_wins() {
        assert_eq!(chosen("de en fr", "en", ["", "fr"]), "en fr");
        assert_eq!(chosen("de en fr", "en", ["fr", "de"]), "fr de");
        assert_eq!(chosen("de en", "en", ["", "en"]), "de en");
        assert!(chosen("de en fr", "en", ["", ""]).contains("`de`, `en` and `fr`"));
        assert!(chosen("de en", "en", ["", "it"]).contains("no text in `it`"));
        assert!(chosen("en", "en", ["", ""]).contains("`en`"));
        assert!(chosen("", "", ["", ""]).starts_with("no language is said"));
        assert!(chosen("en zh-Hant", "en", ["", "zh-Hans"]).contains("no text in `zh-Hans`"));
    }

    #[test]
    fn the_closest_text_of_a_unit_is_picked() {
        let variants: Vec<Variant> = tags("en-GB de en de pt").into_iter().map(Variant::empty_in).collect();
        let pick = |sides: &str| Sides(tags(sides).try_into().expect("two")).pick(&variants);
        assert_eq!(pick("en de"), [Some(2), Some(1)]);
        assert_eq!(pick("de en-US"), [Some(1), Some(0)]);
        assert_eq!(pick("de fr"), [Some(1), None]);
        assert_eq!(pick("pt-BR pt-PT"), [Some(4), None]);
    }
}
