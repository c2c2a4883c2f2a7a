//! `parallax check`.

use super::pairs;
use crate::args::{CheckArgs, CheckFormat, Color};
use crate::engine::{self, CheckError, Reading, Settings};
use crate::error::{Failed, labelled, printable, unreadable};
use crate::glossaries;
use crate::input::read_files;
use crate::lexicons;
use crate::output::{Destination, colored_stderr, colored_stdout, tell, tell_notices, width};
use crate::settings;
use crate::sources::{Sources, no_such_pivot};
use anstyle::AnsiColor;
use parallax_core::report::Failure;
use parallax_core::{LanguageTag, Report};
use parallax_report::{Format, Options, TerminalStyle, write_report};
use std::time::Instant;

/// Holds versions against the pivot and reports where they say something else. `start` is when the run began.
///
/// # Errors
/// If the arguments make no sense, the pivot cannot be read, or the report cannot be written.
pub fn run(args: &CheckArgs, color: Color, start: Instant) -> Result<u8, Failed> {
    let settings = settings::check(args)?;
    if let Some(format) = pairs::table_format(args)? {
        return with_threads(args.jobs, || pairs::run(args, &settings, format, color, start))?;
    }
    let sources = Sources::find(&args.paths, args.pivot.as_deref())?;
    let destination = Destination::new(args.output.as_deref(), &sources.paths)?;
    let mut report = with_threads(args.jobs, || check(args, &settings, sources))??;
    report.elapsed = Some(start.elapsed());
    write(args, color, &report, &destination)?;
    Ok(match () {
        () if !report.failures.is_empty() => 2,
        () => u8::from(report.fails()),
    })
}

fn check(args: &CheckArgs, settings: &Settings, sources: Sources) -> Result<Report, Failed> {
    let wanted = args.pivot.as_deref();
    let languages = known_languages(args, &sources)?;
    let pivot = sources.pivot(wanted, &languages)?;
    let mut inputs = read_files(&sources.paths);
    settings::say_languages(&mut inputs, &sources.paths, &args.languages, pivot)?;
    let readings = engine::read_inputs(inputs, &settings.reading);
    let pivot = match pivot {
        Some(pivot) => pivot,
        None => pivot_by_text(wanted.unwrap_or_default(), &sources, &languages, &readings)?,
    };
    let language = |reading: &Reading| reading.version.language;
    if let Some(Ok(held_against)) = readings.get(pivot) {
        let others =
            readings.iter().enumerate().filter(|(at, _)| *at != pivot).filter_map(|(_, one)| one.as_ref().ok());
        let pairs: Vec<_> = others.map(|other| [language(held_against), language(other)]).collect();
        lexicons::fitting(&args.aligning, &settings.aligning, &pairs)?;
        glossaries::fitting(&args.terms, settings.glossary.as_deref(), &pairs)?;
    }
    let mut report = engine::check_readings(readings, pivot, settings).map_err(|error| match &error {
        CheckError::PivotUnreadable(failures) => Failed::unreadable(failures),
        CheckError::PivotEmpty { path } => Failed::new(format!(
            "the pivot {} has no text: there is nothing to hold the other versions against",
            printable(path)
        )),
    })?;
    report.failures.extend(sources.failures);
    Ok(report)
}

/// The languages that the user or the names say.
fn known_languages(args: &CheckArgs, sources: &Sources) -> Result<Vec<Option<LanguageTag>>, Failed> {
    let named = sources.named_languages();
    let by_file = crate::args::LanguageArgs { source_lang: None, target_lang: None, lang: args.languages.lang.clone() };
    let said = settings::said_languages(&sources.paths, &by_file, None)?;
    Ok(said.into_iter().zip(named).map(|(said, named)| said.or(named)).collect())
}

/// The pivot by the languages that the texts are in, where no name says them.
fn pivot_by_text(
    wanted: &str,
    sources: &Sources,
    languages: &[Option<LanguageTag>],
    readings: &[Result<Reading, Failure>],
) -> Result<usize, Failed> {
    let languages: Vec<Option<LanguageTag>> = languages
        .iter()
        .zip(readings)
        .map(|(known, reading)| known.or(reading.as_ref().ok().map(|reading| reading.version.language)))
        .collect();
    match sources.pivot(Some(wanted), &languages)? {
        Some(pivot) => Ok(pivot),
        None => {
            let choices: Vec<_> = sources.paths.iter().map(|path| path.as_path()).zip(languages).collect();
            Err(no_such_pivot(wanted, &choices))
        }
    }
}

/// Runs `work` on `jobs` threads, or as many as rayon would take.
fn with_threads<T: Send>(jobs: Option<u16>, work: impl FnOnce() -> T + Send) -> Result<T, Failed> {
    let Some(jobs) = jobs else { return Ok(work()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build();
    let pool = pool.map_err(|error| Failed::new(format!("--jobs {jobs}: the threads cannot be started: {error}")))?;
    Ok(pool.install(work))
}

fn write(args: &CheckArgs, color: Color, report: &Report, destination: &Destination) -> Result<(), Failed> {
    let to_file = destination.is_file();
    let format = match args.format {
        CheckFormat::Full => Format::Terminal(TerminalStyle::Full),
        CheckFormat::Concise => Format::Terminal(TerminalStyle::Concise),
        CheckFormat::Json => Format::Json,
        CheckFormat::Jsonl => Format::Jsonl,
    };
    let options = Options {
        color: if to_file { color == Color::Always } else { colored_stdout(color) },
        width: width(to_file),
        quiet: args.quiet,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    destination.write(|out| write_report(report, format, &options, out))?;
    let for_people = matches!(format, Format::Terminal(_)) && !to_file;
    if !for_people {
        let color_errors = colored_stderr(color);
        for failure in &report.failures {
            tell(&labelled(color_errors, "error:", AnsiColor::Red, &unreadable(failure)));
        }
    }
    // JSON lines hold findings only.
    if format == Format::Jsonl && !args.quiet {
        let notices =
            report.notices.iter().filter_map(|(index, problem)| Some((report.versions.get(*index)?, problem)));
        tell_notices(notices, color);
    }
    Ok(())
}
