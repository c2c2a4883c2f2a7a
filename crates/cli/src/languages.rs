//! What file names tell of languages, and which files are therefore versions of one document.
//!
//! A language tag stands in the file's name (`letter.fr.txt`, `letter_pt-BR.md`, `README-zh_CN.md`, `fr.md`, `news.fr`)
//! or is the name of a folder (`fr/letter.md`). Many tags are words (`is`, `no`, `it`): all but the form `letter.fr.txt` are
//! sure only where another file bears the same name with another tag, and else need the text's agreement.

use parallax_core::LanguageTag;
use parallax_core::locale::Locale;
use std::collections::{BTreeMap, BTreeSet};
use std::path::is_separator;

/// What a path says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The language.
    pub language: LanguageTag,
    /// The path with the language taken out (`letter.txt` of `letter.fr.txt` and of `fr/letter.txt`): the same for all
    /// versions of a document.
    pub document: String,
    /// Whether the name is enough, whatever the text looks like.
    pub sure: bool,
}

/// The language of each path, as far as its name tells. Paths are looked at together: where a name can be read in two
/// ways (`fr/notes.no.md`), the one that more of the other paths share is taken.
#[must_use]
pub fn named_by_paths(paths: &[&str]) -> Vec<Option<Named>> {
    let candidates: Vec<Vec<Named>> = paths.iter().map(|path| candidates(path)).collect();
    let mut documents: BTreeMap<&str, BTreeSet<Option<LanguageTag>>> = BTreeMap::new();
    for candidate in candidates.iter().flatten() {
        documents.entry(&candidate.document).or_default().insert(Some(candidate.language));
    }
    // `README.md` beside `README.fr.md` is a version too, in a language that is not said.
    for path in paths {
        if let Some(languages) = documents.get_mut(path) {
            languages.insert(None);
        }
    }
    let shared = |candidate: &Named| documents[candidate.document.as_str()].len();
    let best = |list: &Vec<Named>| -> Option<Named> {
        let best = list.iter().rev().max_by_key(|candidate| shared(candidate))?;
        Some(Named { sure: best.sure || shared(best) > 1, ..best.clone() })
    };
    candidates.iter().map(best).collect()
}

/// The languages of source and target that the name of a bilingual file says: `en-de.tsv`, `news.en_de.tsv`,
/// `memory-en-pt-BR.tsv`.
#[must_use]
pub fn pair_named_by_path(path: &str) -> Option<[LanguageTag; 2]> {
    let (_, name) = split_name(path);
    let (stem, _) = split_extension(name);
    let stem = stem.rsplit('.').next().unwrap_or(stem);
    let cuts: Vec<usize> = stem.match_indices(['-', '_']).map(|(at, _)| at).collect();
    let lower = |part: &str| part.starts_with(|c: char| c.is_ascii_lowercase());
    let tag = |part: &str| tag(part).filter(|_| lower(part)).map(|tag| tag.language);
    let starts = std::iter::once(0).chain(cuts.iter().map(|at| at + 1));
    starts.into_iter().find_map(|start| {
        let mut middles = cuts.iter().filter(|at| **at > start);
        middles.find_map(|at| Some([tag(&stem[start..*at])?, tag(&stem[at + 1..])?]))
    })
}

/// All ways to read a path, the most likely first.
fn candidates(path: &str) -> Vec<Named> {
    let (folders, name) = split_name(path);
    let mut found: Vec<Named> = Vec::new();
    let mut add = |tag: Tag, sure: bool| {
        if found.iter().all(|known| known.language != tag.language) {
            let document = without(path, &tag.language);
            found.push(Named { language: tag.language, document, sure: sure && tag.current });
        }
    };
    let (stem, extension) = split_extension(name);
    if let Some((before, part)) = stem.rsplit_once('.')
        && !before.is_empty()
        && let Some(tag) = tag(part)
    {
        add(tag, true);
    }
    if let Some((_, tag)) = ending_tag(stem) {
        add(tag, tag.spelled_out);
    }
    if let Some(tag) = extension.strip_prefix('.').and_then(tag) {
        add(tag, false);
    }
    for folder in folders.rsplit(is_separator) {
        if let Some(tag) = tag(folder) {
            add(tag, false);
        }
    }
    found
}

/// A part of a name that is a language tag.
#[derive(Clone, Copy)]
struct Tag {
    language: LanguageTag,
    /// Whether region or script are there, in the letters that they are written in (`pt-BR`): no word looks so.
    spelled_out: bool,
    /// Whether the language's code is the one in use: codes of old (`in` for Indonesian) are rather words.
    current: bool,
}

/// The tag that `part` is, if it is one of a language that CLDR knows.
fn tag(part: &str) -> Option<Tag> {
    let language: LanguageTag = part.parse().ok()?;
    if language.is_unknown() || !Locale::of(&language).is_known() {
        return None;
    }
    let mut subtags = part.split(['-', '_']);
    let current = subtags.next().is_some_and(|first| first.eq_ignore_ascii_case(language.language()));
    let shown = [language.script(), language.region()];
    let as_written = |subtag: &str| shown.iter().flatten().any(|known| *known == subtag);
    let mut rest = subtags.peekable();
    let spelled_out = rest.peek().is_some() && rest.all(as_written);
    Some(Tag { language, spelled_out, current })
}

/// The longest tag that `stem` ends in, after a hyphen or a low line, or is; with what stands before it.
fn ending_tag(stem: &str) -> Option<(&str, Tag)> {
    if let Some(tag) = tag(stem) {
        return Some(("", tag));
    }
    stem.match_indices(['-', '_']).find_map(|(at, _)| Some((&stem[..at], tag(&stem[at + 1..])?)))
}

/// `path` without folders and parts of the name that say `language`.
fn without(path: &str, language: &LanguageTag) -> String {
    let says = |found: Option<Tag>| found.is_some_and(|tag| tag.language == *language);
    let (folders, name) = split_name(path);
    let mut rest = String::with_capacity(path.len());
    for folder in folders.split_inclusive(is_separator) {
        if !says(tag(folder.trim_end_matches(is_separator))) {
            rest.push_str(folder);
        }
    }
    let (stem, extension) = split_extension(name);
    rest.push_str(match (stem.rsplit_once('.'), ending_tag(stem)) {
        (Some((before, part)), _) if says(tag(part)) => before,
        (_, Some((before, tag))) if tag.language == *language => before,
        _ => stem,
    });
    if !says(extension.strip_prefix('.').and_then(tag)) {
        rest.push_str(extension);
    }
    rest
}

/// Folders, with the separator, and the file's name.
fn split_name(path: &str) -> (&str, &str) {
    path.split_at(path.rfind(is_separator).map_or(0, |at| at + 1))
}

/// Stem and extension, with its dot; the extension is empty where the name has no dot but at its beginning.
fn split_extension(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 => name.split_at(at),
        _ => (name, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(paths: &[&str]) -> Vec<String> {
        let show = |named: Option<Named>| match named {
            Some(named) => format!("{}{} {}", named.language, if named.sure { "" } else { "?" }, named.document),
            None => "-".to_owned(),
        };
        named_by_paths(paths).into_iter().map(show).collect()
    }

    #[test]
    fn a_tag_before_the_extension_names_the_language() {
        for (path, expected) in [
            ("letter.fr.txt", "fr letter.txt"),
            ("a/b/letter.pt-br.md", "pt-BR a/b/letter.md"),
            ("README.zh-CN.md", "zh-CN README.md"),
            ("v1.2.zh_Hant.md", "zh-Hant v1.2.md"),
            ("letter.DE.txt", "de letter.txt"),
            ("letter.fil.txt", "fil letter.txt"),
            ("notes.no.md", "no notes.md"),
            // A code of old is a word first.
            ("letter.in.txt", "id? letter.txt"),
            ("letter.nb.txt", "no? letter.txt"),
            // No language that CLDR knows.
            ("letter.md", "-"),
            ("letter.old.txt", "-"),
            ("letter.v2.txt", "-"),
            ("letter.und.txt", "-"),
            (".fr", "-"),
            (".fr.txt", "-"),
            ("", "-"),
        ] {
            assert_eq!(shown(&[path]), [expected], "{path}");
        }
    }

    #[test]
    fn names_of_bilingual_files_say_both_languages() {
        let said = |path: &str| pair_named_by_path(path).map(|[source, target]| format!("{source} {target}"));
        for (path, expected) in [
            ("en-de.tsv", Some("en de")),
            ("a/b-c/news.en_de.tsv", Some("en de")),
            ("memory-en-pt-BR.csv", Some("en pt-BR")),
            ("zh-Hant_ja.jsonl", Some("zh-Hant ja")),
            ("pt-BR-en.tsv", Some("pt-BR en")),
            ("en-US.tsv", None),
            ("en.tsv", None),
            ("pairs.tsv", None),
            ("", None),
        ] {
            assert_eq!(said(path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn other_forms_need_company() {
        assert_eq!(shown(&["letter_pt-BR.md"]), ["pt-BR letter.md"], "no word looks so");
        assert_eq!(shown(&["letter_pt-br.md"]), ["pt-BR? letter.md"]);
        assert_eq!(shown(&["what-is.md"]), ["is? what.md"]);
        assert_eq!(shown(&["what-is.md", "sign-it.md"]), ["is? what.md", "it? sign.md"]);
        assert_eq!(shown(&["letter-fr.md", "letter_de.md"]), ["fr letter.md", "de letter.md"]);
        assert_eq!(shown(&["news.fr", "news.de"]), ["fr news", "de news"]);
        assert_eq!(shown(&["build.pl"]), ["pl? build"]);
        assert_eq!(shown(&["README.md", "README-fr.md"]), ["-", "fr README.md"]);
        assert_eq!(shown(&["fr.md", "de.md"]), ["fr .md", "de .md"]);
    }

    #[test]
    fn folders_name_languages_where_they_tell_files_apart() {
        assert_eq!(shown(&["fr/letter.md"]), ["fr? letter.md"]);
        assert_eq!(shown(&["x/fr/a/letter.md", "x/de/a/letter.md"]), ["fr x/a/letter.md", "de x/a/letter.md"]);
        assert_eq!(shown(&["my/fr/letter.md", "my/de/letter.md"]), ["fr my/letter.md", "de my/letter.md"]);
        assert_eq!(shown(&["my/one.txt", "my/two.txt"]), ["my? one.txt", "my? two.txt"]);
    }

    #[test]
    fn the_reading_that_more_files_share_is_taken() {
        assert_eq!(shown(&["fr/a.no.md", "de/a.no.md"]), ["fr a.no.md", "de a.no.md"]);
        assert_eq!(shown(&["fr/a.no.md", "fr/a.sv.md"]), ["no fr/a.md", "sv fr/a.md"]);
        assert_eq!(shown(&["fr/a.fr.md", "de/a.de.md"]), ["fr a.md", "de a.md"]);
    }
}
