//! Our own format: UTF-8, a first line `# parallax-lexicon/1`, a tab, the source's language, a tab, the target's; then a
//! pair a line, sorted: source, tab, target, tab, how likely they translate each other (above 0, at most 1; 1 where it is
//! left out). Empty lines and lines that begin with `#` do not count.

use super::error::LexiconError;
use parallax_core::LanguageTag;
use parallax_core::lexicon::Lexicon;
use std::io;

/// What the first line begins with.
const MARK: &str = "# parallax-lexicon/1";

/// Whether bytes look like a lexicon in this format.
#[must_use]
pub fn is_own(bytes: &[u8]) -> bool {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).starts_with(MARK.as_bytes())
}

/// Reads a lexicon.
///
/// ```
/// let lexicon = parallax_formats::lexicon::own::read(b"# parallax-lexicon/1\tde\tfr\nbrief\tlettre\t0.8\n")?;
/// assert_eq!(lexicon.of("Brief"), [(0, "lettre", 0.8)]);
/// # Ok::<(), parallax_formats::lexicon::LexiconError>(())
/// ```
///
/// # Errors
/// At the first line that is wrong.
pub fn read(bytes: &[u8]) -> Result<Lexicon, LexiconError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        LexiconError::at(line, "it is not UTF-8")
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = (1..).zip(text.lines());
    let header = lines.next().and_then(|(_, line)| line.strip_prefix(MARK)).unwrap_or_default();
    let tags: Vec<&str> = header.split('\t').skip(1).map(str::trim).collect();
    let [source, target] = tags.as_slice() else {
        return Err(LexiconError::at(1, format!("expected `{MARK}`, a tab, a language, a tab and another language")));
    };
    let language = |tag: &str| -> Result<LanguageTag, LexiconError> {
        tag.parse().map_err(|error: parallax_core::language::NotALanguage| LexiconError::at(1, error.to_string()))
    };
    let mut lexicon = Lexicon::new([language(source)?, language(target)?]);
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let (source, target, weight) = match cells.as_slice() {
            [source, target] => (source, target, "1"),
            [source, target, weight, ..] => (source, target, *weight),
            _ => {
                return Err(LexiconError::at(
                    number,
                    "expected a word, a tab, its translation and, perhaps, a tab and a weight",
                ));
            }
        };
        let weight =
            weight.parse().ok().filter(|weight: &f32| *weight > 0.0 && *weight <= 1.0).ok_or_else(|| {
                LexiconError::at(number, format!("`{weight}` is no weight: a number above 0, at most 1"))
            })?;
        if !lexicon.add(source, target, weight) {
            return Err(LexiconError::at(number, "a word or its translation is empty"));
        }
    }
    Ok(lexicon)
}

/// Writes a lexicon.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(lexicon: &Lexicon, out: &mut dyn io::Write) -> io::Result<()> {
    let [source, target] = lexicon.languages();
    writeln!(out, "{MARK}\t{source}\t{target}")?;
    for (source, target, weight) in lexicon.entries() {
        let weight = format!("{weight:.3}");
        let weight = weight.trim_end_matches('0').trim_end_matches('.');
        // What is rounded to nothing could not be read again.
        writeln!(out, "{source}\t{target}\t{}", if weight == "0" { "0.001" } else { weight })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut lexicon = Lexicon::new(["pt-BR", "ja"].map(|tag| tag.parse().expect("a tag")));
        for (source, target, weight) in [("carta", "手紙", 0.75), ("escola", "学校", 1.0), ("rua", "通り", 0.0001)]
        {
            lexicon.add(source, target, weight);
        }
        let mut bytes = Vec::new();
        write(&lexicon, &mut bytes).expect("memory can be written to");
        let text = String::from_utf8(bytes.clone()).expect("text");
        assert_eq!(text, "# parallax-lexicon/1\tpt-BR\tja\ncarta\t手紙\t0.75\nescola\t学校\t1\nrua\t通り\t0.001\n");
        let again = read(&bytes).expect("it was just written");
        assert_eq!((again.languages(), again.len()), (lexicon.languages(), 3));
        assert!(is_own(&bytes) && !is_own(b"a\tb"));
    }

    #[test]
    fn mistakes_are_told_with_their_line() {
        for (text, line) in [
            ("brief\tlettre\n", 1),
            ("# parallax-lexicon/1\tde\n", 1),
            ("# parallax-lexicon/1\tde\tfrench-\n", 1),
            ("# parallax-lexicon/1\tde\tfr\n# a note\n\nbrief\n", 4),
            ("# parallax-lexicon/1\tde\tfr\nbrief\tlettre\t2\n", 2),
            ("# parallax-lexicon/1\tde\tfr\nbrief\t\t1\n", 2),
        ] {
            assert_eq!(read(text.as_bytes()).expect_err(text).line, Some(line), "{text}");
        }
    }
}
