//! Lexicons that the user brings for aligning.

use crate::args::{AligningArgs, EffortArg};
use crate::error::{Failed, printable};
use crate::settings::shown;
use parallax_aligner::{Effort, Options};
use parallax_core::LanguageTag;
use parallax_core::lexicon::Lexicon;
use parallax_core::report::Failure;
use parallax_formats::lexicon::{LexiconError, own};
use std::path::Path;
use std::sync::Arc;

/// How versions are to be aligned, lexicons read.
///
/// # Errors
/// If a lexicon cannot be read.
pub fn aligning(args: &AligningArgs) -> Result<Options, Failed> {
    let effort = match args.effort {
        EffortArg::Full => Effort::Full,
        EffortArg::Fast => Effort::Fast,
    };
    let lexicons = args.lexicon.iter().map(|path| read_lexicon(path).map(Arc::new)).collect::<Result<_, _>>()?;
    Ok(Options { effort, lexicons, ..Options::default() })
}

/// Refuses lexicons that are between other languages than those of any pair of versions. Versions whose language is
/// not known may be in any.
///
/// # Errors
/// If there is such a lexicon.
pub fn fitting(args: &AligningArgs, options: &Options, pairs: &[[LanguageTag; 2]]) -> Result<(), Failed> {
    for (path, lexicon) in args.lexicon.iter().zip(&options.lexicons) {
        let fits = |[source, target]: &[LanguageTag; 2]| {
            lexicon.fits([*source, *target])
                || lexicon.fits([*target, *source])
                || source.is_unknown()
                || target.is_unknown()
        };
        if !pairs.iter().any(fits) {
            let [from, to] = lexicon.languages();
            let mut found: Vec<String> =
                pairs.iter().map(|[source, target]| format!("{source} and {target}")).collect();
            found.dedup();
            let found = found.join(", ");
            return Err(Failed::new(format!(
                "--lexicon {}: it is between {from} and {to}, the texts are in {found}",
                shown(path)
            ))
            .help(
                "say a lexicon between the languages of the texts, or the languages of the texts if they were mistaken",
            ));
        }
    }
    Ok(())
}

/// Reads a lexicon in our own format.
///
/// # Errors
/// If it cannot be read or is none.
pub fn read_lexicon(path: &Path) -> Result<Lexicon, Failed> {
    let bytes = content(path)?;
    own::read(&bytes).map_err(|error| {
        let failed = wrong(path, &error);
        if own::is_own(&bytes) { failed } else { failed.help("make a lexicon of it with `parallax lexicon import`") }
    })
}

/// What a lexicon that is wrong is refused with.
pub(crate) fn wrong(path: &Path, error: &LexiconError) -> Failed {
    let problem = printable(&error.problem);
    Failed::new(match error.line {
        Some(line) => format!("{}:{line}: {problem}", shown(path)),
        None => format!("{}: {problem}", shown(path)),
    })
}

/// The bytes of a file, which may be larger than a document.
pub(crate) fn content(path: &Path) -> Result<Vec<u8>, Failed> {
    std::fs::read(path).map_err(|error| {
        let reason = crate::output::reason(&error);
        Failed::unreadable(&[Failure::unreadable(path.to_string_lossy(), reason)])
    })
}
