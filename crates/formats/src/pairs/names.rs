//! What columns are called.

use parallax_core::LanguageTag;
use parallax_core::locale::Locale;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Source,
    Target,
    Id,
    SourceLanguage,
    TargetLanguage,
}

/// Names of columns in lower case, without anything but letters and digits; the first ones are preferred.
const NAMES: &[(Role, &[&str])] = &[
    (
        Role::Source,
        &["source", "src", "sourcetext", "srctext", "textsource", "sourcesegment", "sourcesentence", "original"],
    ),
    (
        Role::Target,
        &[
            "target",
            "tgt",
            "trg",
            "targettext",
            "tgttext",
            "texttarget",
            "targetsegment",
            "targetsentence",
            "translation",
            "translated",
            "translatedtext",
        ],
    ),
    (
        Role::Id,
        &["id", "identifier", "key", "uid", "uuid", "tuid", "segid", "segmentid", "sentenceid", "rowid", "stringid"],
    ),
    (
        Role::SourceLanguage,
        &["sourcelang", "sourcelanguage", "srclang", "srclanguage", "langsource", "langsrc", "sourcelocale", "sl"],
    ),
    (
        Role::TargetLanguage,
        &[
            "targetlang",
            "targetlanguage",
            "tgtlang",
            "trglang",
            "tgtlanguage",
            "langtarget",
            "langtgt",
            "langtrg",
            "targetlocale",
            "tl",
        ],
    ),
];

/// The column of a role: the one with the most usual of its names, the first of several.
pub(super) fn column_of(role: Role, names: &[String]) -> Option<usize> {
    let plain: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let (_, known) = NAMES.iter().find(|(other, _)| *other == role)?;
    known.iter().find_map(|known| plain.iter().position(|name| name == known))
}

/// Whether a column is named by its role.
pub(super) fn is_role(name: &str) -> bool {
    let name = plain(name);
    NAMES.iter().any(|(_, known)| known.contains(&name.as_str()))
}

/// The language that a column is named by: `en`, `pt-BR`, `zh_CN`; `translation.en` for a key within another.
pub(crate) fn language_of(name: &str) -> Option<LanguageTag> {
    let name = name.trim();
    let last = name.rsplit('.').next().unwrap_or(name);
    let tag: LanguageTag = last.parse().ok()?;
    (!tag.is_unknown() && tag.language().len() <= 3 && Locale::of(&tag).is_known()).then_some(tag)
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
