//! Front matter: the block of metadata that a file may begin with, between lines of `---` (YAML) or `+++` (TOML).
//!
//! Only the start of a file has front matter, and only what looks like it: a text between two rules is text.

use parallax_core::LanguageTag;

/// The front matter of a file.
#[derive(Debug)]
pub(super) struct FrontMatter {
    /// The byte behind it.
    pub(super) end: usize,
    /// The language it declares, by a key `lang`, `language` or `locale`.
    pub(super) language: Option<LanguageTag>,
}

/// The front matter that begins at byte `start`, if there is one.
pub(super) fn read(source: &str, start: usize) -> Option<FrontMatter> {
    let mut lines = source[start..].split_inclusive('\n');
    let first = lines.next()?;
    let (closers, assign): (&[&str], char) = match first.trim_end() {
        "---" => (&["---", "..."], ':'),
        "+++" => (&["+++"], '='),
        _ => return None,
    };
    let mut end = start + first.len();
    let mut language = None;
    let mut seen_key = false;
    for line in lines {
        end += line.len();
        let text = line.trim_end();
        if closers.contains(&text) {
            return Some(FrontMatter { end, language });
        }
        if text.is_empty() || text.starts_with('#') || text.starts_with('[') {
            continue;
        }
        let key = text.split_once(assign).filter(|(key, _)| is_key(key.trim_end()));
        if key.is_none() && !seen_key {
            return None;
        }
        seen_key = true;
        if let Some((key, value)) = key
            && matches!(key.trim_end(), "lang" | "language" | "locale")
        {
            language = language.or_else(|| value.trim().trim_matches(['"', '\'']).parse().ok());
        }
    }
    None
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_metadata_at_the_start_is_front_matter() {
        let cases = [
            ("---\ntitle: x\nlang: fr\n---\ntext", Some(("text", Some("fr")))),
            ("---\r\n\"title\": x\r\n...\r\n", Some(("", None))),
            ("---\n---\ntext", Some(("text", None))),
            ("---\n# note\nlocale : 'pt_BR'\nlist:\n  - a\n---\n", Some(("", Some("pt-BR")))),
            ("+++\n[a]\nlanguage = \"de\"\n+++\n", Some(("", Some("de")))),
            ("---\n\nProse here.\n\n---\n", None),
            ("---\nlang: nothing closes it\n", None),
            ("text\n---\na: b\n---\n", None),
            ("----\na: b\n---\n", None),
            ("", None),
        ];
        for (source, expected) in cases {
            let found = read(source, 0).map(|front| (&source[front.end..], front.language.map(|tag| tag.to_string())));
            assert_eq!(found, expected.map(|(rest, tag)| (rest, tag.map(str::to_owned))), "{source:?}");
        }
    }
}
