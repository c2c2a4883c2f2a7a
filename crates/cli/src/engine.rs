//! The pipeline over files in memory: bytes to versions, versions to alignments, alignments to a report.
//!
//! Nothing here opens files or writes anything. Work is spread over the threads of the rayon pool it is called in;
//! the result does not depend on their number, nor on the order of the inputs.

mod language;
pub mod pairs;
#[cfg(test)]
mod tests;
pub mod unrelated;

use crate::languages::{self, Named};
use parallax_aligner::{Prepared, align_with};
use parallax_core::document::Problem;
use parallax_core::glossary::Glossary;
use parallax_core::locale::Locale;
use parallax_core::report::Failure;
use parallax_core::{Alignment, Bitext, LanguageTag, Report, Severity, Version};
use parallax_drift::{Checker, Selection};
use parallax_formats::ReadOptions;
use rayon::prelude::*;
use std::fmt;
use std::sync::Arc;

/// A file in memory.
#[derive(Debug, Clone)]
pub struct Input {
    /// The path: tells the format and perhaps the language, and stands in messages. It is not opened.
    pub path: String,
    /// The file's bytes, or why they could not be had (the input then becomes a [`Failure`] of the report).
    pub content: Result<Vec<u8>, String>,
    /// The language, where the user says it.
    pub language: Option<LanguageTag>,
}

impl Input {
    /// A file whose language is to be found out.
    #[must_use]
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), content: Ok(bytes.into()), language: None }
    }

    /// The same file with its language said.
    #[must_use]
    pub fn in_language(self, language: LanguageTag) -> Self {
        Self { language: Some(language), ..self }
    }
}

/// What is wanted of a check.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How files are read; the language hint is set for each file.
    pub reading: ReadOptions,
    /// How versions are aligned.
    pub aligning: parallax_aligner::Options,
    /// Whether texts are compared that do not look like versions of one document.
    pub even_unrelated: bool,
    /// The rules to apply.
    pub selection: Selection,
    /// The terms that versions are to use.
    pub glossary: Option<Arc<Glossary>>,
    /// The severity from which on findings make the run fail; `None`: never.
    pub fail_on: Option<Severity>,
}

impl Default for Settings {
    /// All rules; errors make the run fail.
    fn default() -> Self {
        Self {
            reading: ReadOptions::default(),
            aligning: parallax_aligner::Options::default(),
            even_unrelated: false,
            selection: Selection::all(),
            glossary: None,
            fail_on: Some(Severity::Error),
        }
    }
}

/// A version that was read, and what was noticed on the way.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The version.
    pub version: Version,
    /// What the user should know of it.
    pub notices: Vec<Problem>,
}

impl Reading {
    /// Whether the version has any text.
    #[must_use]
    pub fn has_text(&self) -> bool {
        self.version.document.blocks.iter().any(|block| !block.text.as_str().is_empty())
    }
}

/// Why nothing could be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckError {
    /// The pivot could not be read. All files that could not be are there, the pivot first.
    PivotUnreadable(Vec<Failure>),
    /// The pivot has no text.
    PivotEmpty {
        /// Its path.
        path: String,
    },
}

impl fmt::Display for CheckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PivotUnreadable(failures) => {
                for (number, Failure { path, reason, .. }) in failures.iter().enumerate() {
                    let (line, role) = if number == 0 { ("", "the pivot ") } else { ("\n", "") };
                    write!(f, "{line}{role}{path} could not be read: {reason}")?;
                }
                Ok(())
            }
            Self::PivotEmpty { path } => {
                write!(f, "the pivot {path} has no text: there is nothing to hold the other versions against")
            }
        }
    }
}

impl std::error::Error for CheckError {}

/// Reads `inputs`, each by itself and in their order. Languages are those given, else those that the paths name
/// (looked at together, see [`languages::named_by_paths`]), else those that the files declare, else identified.
#[must_use]
pub fn read_inputs(inputs: Vec<Input>, options: &ReadOptions) -> Vec<Result<Reading, Failure>> {
    let paths: Vec<&str> = inputs.iter().map(|input| input.path.as_str()).collect();
    let named = languages::named_by_paths(&paths);
    inputs.into_par_iter().zip(named).map(|(input, named)| read_input(input, named.as_ref(), options)).collect()
}

fn read_input(input: Input, named: Option<&Named>, options: &ReadOptions) -> Result<Reading, Failure> {
    let Input { path, content, language: given } = input;
    let failure = |reason: String| Failure::unreadable(path.clone(), reason);
    let bytes = content.map_err(failure)?;
    let hint = given.or(named.map(|named| named.language));
    let options = ReadOptions { language_hint: hint, ..options.clone() };
    let document = parallax_formats::read(&path, &bytes, &options).map_err(|error| failure(error.to_string()))?;
    drop(bytes);
    let mut notices = document.problems.clone();
    let (language, origin, notice) = language::settle(&document, given, named, "--lang");
    let unknown = !language.is_unknown() && !Locale::of(&language).is_known();
    let no_data =
        unknown.then(|| format!("nothing is known of the language `{language}`: of numbers, only digits are read"));
    notices.extend(notice.into_iter().chain(no_data).map(|message| Problem { span: None, message }));
    Ok(Reading { version: Version::read(document, language, origin), notices })
}

/// Reads `inputs` and holds all others against the one at index `pivot`.
///
/// # Errors
/// If the pivot cannot be read or has no text. Other inputs that cannot be read stand in [`Report::failures`].
///
/// # Panics
/// If `pivot` is no index of `inputs`.
pub fn check_inputs(inputs: Vec<Input>, pivot: usize, settings: &Settings) -> Result<Report, CheckError> {
    check_readings(read_inputs(inputs, &settings.reading), pivot, settings)
}

/// Holds all `readings` against the one at index `pivot`.
///
/// # Errors
/// If the pivot could not be read or has no text.
///
/// # Panics
/// If `pivot` is no index of `readings`.
pub fn check_readings(
    readings: Vec<Result<Reading, Failure>>,
    pivot: usize,
    settings: &Settings,
) -> Result<Report, CheckError> {
    let (mut versions, mut notices, mut failures) = in_order(readings, pivot)?;
    let (pivot, others) = versions.split_first().expect("the pivot was read");
    let prepared = Prepared::new(pivot);
    let align = |target: &Version| prepared.align_with(&Prepared::new(target), &settings.aligning);
    let mut alignments: Vec<Alignment> = others.par_iter().map(align).collect();
    drop(prepared);
    if !settings.even_unrelated {
        let unrelated = unrelated::set_aside(&mut versions, &mut alignments, &mut notices);
        failures.extend(unrelated);
        failures.sort_by(|a, b| a.path.cmp(&b.path));
    }
    let checker = Checker::new(settings.selection.clone()).with_glossary(settings.glossary.clone());
    let (pivot, others) = versions.split_first().expect("the pivot was read");
    let judge = |(index, (target, alignment)): (usize, (&Version, &Alignment))| {
        checker.check(&Bitext { source: pivot, target, alignment }, index + 1)
    };
    let found: Vec<_> = others.par_iter().zip(&alignments).enumerate().map(judge).collect();
    let conclusion = checker.conclude(&versions, &alignments, found);
    Ok(Report {
        versions,
        alignments,
        findings: conclusion.findings,
        held_back: conclusion.held_back,
        failures,
        notices,
        elapsed: None,
        fail_on: settings.fail_on,
    })
}

type Ordered = (Vec<Version>, Vec<(usize, Problem)>, Vec<Failure>);

/// The pivot first, then the others by language tag and path, so that the order of the arguments does not matter.
fn in_order(readings: Vec<Result<Reading, Failure>>, pivot: usize) -> Result<Ordered, CheckError> {
    assert!(pivot < readings.len(), "the pivot is one of the inputs");
    let mut first = None;
    let (mut others, mut failures) = (Vec::new(), Vec::new());
    for (index, reading) in readings.into_iter().enumerate() {
        match reading {
            Ok(reading) if index == pivot => first = Some(Ok(reading)),
            Err(failure) if index == pivot => first = Some(Err(failure)),
            Ok(reading) => others.push(reading),
            Err(failure) => failures.push(failure),
        }
    }
    failures.sort_by(|a, b| a.path.cmp(&b.path));
    let first = match first.expect("the pivot is one of the inputs") {
        Ok(reading) if reading.has_text() => reading,
        Ok(reading) => return Err(CheckError::PivotEmpty { path: reading.version.document.path }),
        Err(failure) => {
            failures.insert(0, failure);
            return Err(CheckError::PivotUnreadable(failures));
        }
    };
    others.sort_by_cached_key(|reading| (reading.version.language.to_string(), reading.version.document.path.clone()));
    let (mut versions, mut notices) = (Vec::new(), Vec::new());
    for (index, reading) in std::iter::once(first).chain(others).enumerate() {
        let empty = (!reading.has_text()).then(|| Problem {
            span: None,
            message: "has no text: all that the pivot says is missing in it".to_owned(),
        });
        notices.extend(reading.notices.into_iter().chain(empty).map(|problem| (index, problem)));
        versions.push(reading.version);
    }
    Ok((versions, notices, failures))
}

/// Reads a pair of files.
///
/// # Errors
/// The failures of the files that cannot be read.
pub fn read_pair(source: Input, target: Input, options: &ReadOptions) -> Result<[Reading; 2], Vec<Failure>> {
    let mut sides = read_inputs(vec![source, target], options).into_iter();
    match (sides.next(), sides.next()) {
        (Some(Ok(source)), Some(Ok(target))) => Ok([source, target]),
        (source, target) => Err([source, target].into_iter().flatten().filter_map(Result::err).collect()),
    }
}

/// Reads a pair of files and aligns them, without judging what they say.
///
/// # Errors
/// The failures of the files that cannot be read.
pub fn align_inputs(
    source: Input,
    target: Input,
    options: &ReadOptions,
    aligning: &parallax_aligner::Options,
) -> Result<([Reading; 2], Alignment), Vec<Failure>> {
    let sides = read_pair(source, target, options)?;
    let alignment = align_with(&sides[0].version, &sides[1].version, aligning);
    Ok((sides, alignment))
}
