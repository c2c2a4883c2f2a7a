//! Arguments to settings, before any work is done.

use crate::args::{CheckArgs, LanguageArgs, ReadingArgs};
use crate::engine::{Input, Settings};
use crate::error::{Failed, printable};
use crate::glossaries;
use crate::lexicons;
use parallax_core::LanguageTag;
use parallax_drift::Selection;
use parallax_formats::{ReadOptions, encoding_named};
use std::path::{Path, PathBuf};

/// How files are to be read.
///
/// # Errors
/// If there is no encoding of that name.
pub fn reading(args: &ReadingArgs) -> Result<ReadOptions, Failed> {
    let encoding = match &args.encoding {
        Some(label) => Some(encoding_named(label).map_err(|error| Failed::new(format!("--encoding: {error}")))?),
        None => None,
    };
    Ok(ReadOptions { encoding, segments: args.segments.into(), ..ReadOptions::default() })
}

/// What is wanted of a check.
///
/// # Errors
/// If a rule or the encoding is not known.
pub fn check(args: &CheckArgs) -> Result<Settings, Failed> {
    let selection = Selection::new(&args.select, &args.ignore)
        .map_err(|error| Failed::new(error.to_string()).help("`parallax rules` lists all rules"))?;
    let reading = reading(&args.reading)?;
    Ok(Settings {
        reading,
        aligning: lexicons::aligning(&args.aligning)?,
        even_unrelated: args.even_unrelated,
        selection,
        glossary: glossaries::read(&args.terms)?,
        fail_on: args.fail_on.severity(),
    })
}

/// The language that the user says of each of `paths`; `pivot` is the index of the pivot, if it is known yet.
///
/// # Errors
/// If a language is said of a file that is not there, or of the pivot while it is not known which that is.
pub fn said_languages(
    paths: &[PathBuf],
    args: &LanguageArgs,
    pivot: Option<usize>,
) -> Result<Vec<Option<LanguageTag>>, Failed> {
    let mut said: Vec<Option<LanguageTag>> = vec![None; paths.len()];
    for (file, language) in &args.lang {
        let fits: Vec<usize> = (0..paths.len()).filter(|index| paths[*index].ends_with(file)).collect();
        if fits.is_empty() || file.as_os_str().is_empty() {
            let file = printable(&file.to_string_lossy());
            return Err(Failed::new(format!("--lang {file}={language}: none of the files is `{file}`"))
                .details(paths.iter().map(|path| shown(path)).collect()));
        }
        for index in fits {
            said[index] = Some(*language);
        }
    }
    if args.source_lang.is_none() && args.target_lang.is_none() {
        return Ok(said);
    }
    let Some(pivot) = pivot else {
        return Err(Failed::new("--source-lang and --target-lang need to know which file is the pivot")
            .help("say --pivot with a path, or --lang PATH=LANG for each file"));
    };
    for (index, language) in said.iter_mut().enumerate() {
        let general = if index == pivot { args.source_lang } else { args.target_lang };
        *language = language.or(general);
    }
    Ok(said)
}

/// Sets the languages that the user says.
///
/// # Errors
/// As [`said_languages`].
pub fn say_languages(
    inputs: &mut [Input],
    paths: &[PathBuf],
    args: &LanguageArgs,
    pivot: Option<usize>,
) -> Result<(), Failed> {
    for (input, language) in inputs.iter_mut().zip(said_languages(paths, args, pivot)?) {
        input.language = language;
    }
    Ok(())
}

/// A path fit to be printed.
#[must_use]
pub fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(source: Option<&str>, target: Option<&str>, lang: &[(&str, &str)], pivot: Option<usize>) -> String {
        let tag = |tag: &str| tag.parse::<LanguageTag>().expect("a valid tag");
        let args = LanguageArgs {
            source_lang: source.map(tag),
            target_lang: target.map(tag),
            lang: lang.iter().map(|(path, language)| (PathBuf::from(path), tag(language))).collect(),
        };
        let paths = ["x/a.txt", "x/b.txt", "c.txt"].map(PathBuf::from);
        match said_languages(&paths, &args, pivot) {
            Ok(list) => {
                let show = |tag: &Option<LanguageTag>| tag.map_or_else(|| "-".to_owned(), |tag| tag.to_string());
                list.iter().map(show).collect::<Vec<_>>().join(" ")
            }
            Err(failed) => failed.messages.join("\n"),
        }
    }

    #[test]
    fn the_language_of_a_file_wins_over_that_of_its_side() {
        assert_eq!(said(None, None, &[], None), "- - -");
        assert_eq!(said(Some("fr"), Some("de"), &[("b.txt", "it")], Some(0)), "fr it de");
        assert_eq!(said(None, Some("de"), &[], Some(2)), "de de -");
        assert_eq!(said(None, None, &[("x/a.txt", "pt-BR")], None), "pt-BR - -");
    }

    #[test]
    fn a_language_for_no_file_is_a_mistake() {
        assert!(said(None, None, &[("d.txt", "it")], None).contains("none of the files"));
        assert!(said(None, None, &[("", "it")], None).contains("none of the files"));
        assert!(said(Some("fr"), None, &[], None).contains("which file is the pivot"));
    }
}
