//! Which of the versions is the pivot.

use parallax_core::LanguageTag;
use std::path::Path;

/// A version to choose from: its path, and its language as far as it is known.
pub type Choice<'a> = (&'a Path, Option<LanguageTag>);

/// What a wish for a pivot comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This one.
    One(usize),
    /// Several fit.
    Several(Vec<usize>),
    /// None fits.
    None,
}

/// The version that `wanted`, a path or a language tag, stands for. A path is as given, or its end (`letter.fr.txt`
/// for `corpus/letter/letter.fr.txt`); a language without region stands for one with a region where there is none
/// without.
#[must_use]
pub fn find(wanted: &str, choices: &[Choice<'_>]) -> Found {
    let tag: Option<LanguageTag> = wanted.parse().ok();
    let is = |fits: &dyn Fn(&Choice<'_>) -> bool| -> Vec<usize> {
        (0..choices.len()).filter(|index| fits(&choices[*index])).collect()
    };
    let ways: [&dyn Fn(&Choice<'_>) -> bool; 4] = [
        &|(path, _)| plain(path) == plain(Path::new(wanted)),
        &|(_, language)| language.is_some() && *language == tag,
        &|(_, language)| matches!((language, &tag), (Some(a), Some(b)) if a.same_language(b) && is_bare(b)),
        &|(path, _)| !wanted.is_empty() && path.ends_with(wanted),
    ];
    for fits in ways {
        match is(fits).as_slice() {
            [] => {}
            [one] => return Found::One(*one),
            several => return Found::Several(several.to_vec()),
        }
    }
    Found::None
}

/// `./letter.fr.txt` is `letter.fr.txt`.
#[must_use]
pub fn plain(path: &Path) -> &Path {
    path.strip_prefix(".").unwrap_or(path)
}

fn is_bare(tag: &LanguageTag) -> bool {
    tag.region().is_none() && tag.script().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_languages_name_the_pivot() {
        let tag = |tag: &str| Some(tag.parse::<LanguageTag>().expect("a valid tag"));
        let choices = [
            (Path::new("a/letter.fr.txt"), tag("fr")),
            (Path::new("a/letter.pt-BR.txt"), tag("pt-BR")),
            (Path::new("a/letter.zh-Hans.txt"), tag("zh-Hans")),
            (Path::new("a/letter.zh-Hant.txt"), tag("zh-Hant")),
            (Path::new("b/letter.de.txt"), tag("de")),
            (Path::new("b/brief.de.txt"), tag("de")),
            (Path::new("readme"), None),
        ];
        for (wanted, expected) in [
            ("fr", Found::One(0)),
            ("FR", Found::One(0)),
            ("a/letter.fr.txt", Found::One(0)),
            ("./a/letter.fr.txt", Found::One(0)),
            ("letter.fr.txt", Found::One(0)),
            ("pt", Found::One(1)),
            ("pt_br", Found::One(1)),
            ("pt-PT", Found::None),
            ("fr-CA", Found::None),
            ("zh", Found::Several(vec![2, 3])),
            ("de", Found::Several(vec![4, 5])),
            ("readme", Found::One(6)),
            ("ter.fr.txt", Found::None),
            ("", Found::None),
            ("und", Found::None),
        ] {
            assert_eq!(find(wanted, &choices), expected, "{wanted}");
        }
    }
}
