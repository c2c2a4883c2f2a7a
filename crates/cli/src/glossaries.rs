//! Glossaries that the user brings.

use crate::args::TermsArgs;
use crate::error::Failed;
use crate::lexicons::{content, wrong};
use crate::settings::shown;
use parallax_core::LanguageTag;
use parallax_core::glossary::Glossary;
use parallax_formats::glossary;
use std::sync::Arc;

/// What to do about a file that is no glossary.
const HELP: &str = "a glossary is TBX, or a table (.csv, .tsv) whose first row names its columns by languages, such as \
                    `en,de,forbidden de`";

/// Reads all glossaries as one; none where none is given.
///
/// # Errors
/// If one cannot be read or is none.
pub fn read(args: &TermsArgs) -> Result<Option<Arc<Glossary>>, Failed> {
    let mut concepts = Vec::new();
    for path in &args.glossary {
        let bytes = content(path)?;
        let read = glossary::read(&path.to_string_lossy(), &bytes);
        concepts.extend(read.map_err(|error| wrong(path, &error).help(HELP))?);
    }
    Ok((!args.glossary.is_empty()).then(|| Arc::new(Glossary::new(concepts))))
}

/// Refuses glossaries without a term in the language of any version. `pairs` are the languages of the pivot and of each
/// version; one that is not known may be any.
///
/// # Errors
/// If they have no such term.
pub fn fitting(args: &TermsArgs, glossary: Option<&Glossary>, pairs: &[[LanguageTag; 2]]) -> Result<(), Failed> {
    let Some(glossary) = glossary else { return Ok(()) };
    let fits = |[_, target]: &[LanguageTag; 2]| target.is_unknown() || glossary.has(target);
    if pairs.is_empty() || pairs.iter().any(fits) {
        return Ok(());
    }
    let list = |tags: &mut dyn Iterator<Item = String>| {
        let mut tags: Vec<String> = tags.collect();
        tags.dedup();
        tags.join(", ")
    };
    let files: Vec<String> = args.glossary.iter().map(|path| shown(path)).collect();
    Err(Failed::new(format!(
        "--glossary {}: it has terms in {}, the versions are in {}",
        files.join(", "),
        list(&mut glossary.languages().iter().map(ToString::to_string)),
        list(&mut pairs.iter().map(|[_, target]| target.to_string()))
    ))
    .help("say a glossary with the languages of the texts, or the languages of the texts if they were mistaken"))
}
