//! `parallax check` on a bilingual table.

use crate::args::{CheckArgs, CheckFormat, Color, HeaderArg};
use crate::engine::Settings;
use crate::engine::pairs::{Checked, Languages, PairChecker};
use crate::error::{Failed, labelled, printable};
use crate::glossaries;
use crate::languages::pair_named_by_path;
use crate::output::{Destination, colored_stderr, colored_stdout, reason, tell, width};
use crate::settings::shown;
use anstyle::AnsiColor;
use parallax_core::report::{Counts, PairReport, TableReport};
use parallax_drift::Memory;
use parallax_formats::pairs::{Batch, Columns, LayoutError, PairError, PairFormat, PairOptions, PairReader};
use parallax_report::{Options, json, terminal};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::Instant;

/// So many rows that cannot be read, and so many notices, are told one by one.
const TOLD: usize = 20;

/// The format of the bilingual table that a check is about; none if it is about documents.
///
/// # Errors
/// If options do not go together.
pub fn table_format(args: &CheckArgs) -> Result<Option<PairFormat>, Failed> {
    let table = &args.table;
    let said = table.table.map(PairFormat::from);
    let [path] = args.paths.as_slice() else {
        if said.is_some() {
            return Err(Failed::new("--table is for one file at a time").help("check each table by itself"));
        }
        return Ok(None);
    };
    let format = said.or_else(|| PairFormat::from_path(&path.to_string_lossy()).filter(|_| !path.is_dir()));
    if format.is_none() && path == Path::new("-") {
        return Err(Failed::new("standard input is read as a bilingual table, but its format is not said")
            .help("say --table tsv, --table csv, --table jsonl or --table tmx"));
    }
    if format.is_some() && args.pivot.is_some() {
        return Err(Failed::new("--pivot is for versions of a document; a bilingual table has both sides in itself"));
    }
    if format.is_some() && !args.languages.lang.is_empty() {
        return Err(Failed::new("--lang is for files in one language")
            .help("say --source-lang and --target-lang for a bilingual table"));
    }
    if format.is_some() && !args.aligning.lexicon.is_empty() {
        return Err(Failed::new("--lexicon helps to align, and the pairs of a bilingual table are given"));
    }
    let columns = [&table.source_column, &table.target_column, &table.id_column];
    let languages = [&table.source_lang_column, &table.target_lang_column];
    let named = columns.into_iter().chain(languages).any(Option::is_some) || table.header != HeaderArg::Auto;
    if format == Some(PairFormat::Tmx) && named {
        return Err(Failed::new("TMX has no columns: --header and --…-column are for TSV, CSV and JSON lines")
            .help("say --source-lang and --target-lang to choose between the languages of a TMX file"));
    }
    Ok(format)
}

/// Checks the pairs of a table as they are read, and writes what is found as it is found.
///
/// # Errors
/// If the table cannot be read or the report cannot be written.
pub fn run(
    args: &CheckArgs,
    settings: &Settings,
    format: PairFormat,
    color: Color,
    start: Instant,
) -> Result<u8, Failed> {
    let path = &args.paths[0];
    let destination = Destination::new(args.output.as_deref(), &args.paths)?;
    let input = open(path)?;
    let options = PairOptions {
        format,
        encoding: settings.reading.encoding,
        header: args.table.header.into(),
        columns: Columns {
            source: args.table.source_column.clone(),
            target: args.table.target_column.clone(),
            id: args.table.id_column.clone(),
            source_language: args.table.source_lang_column.clone(),
            target_language: args.table.target_lang_column.clone(),
        },
        languages: [args.languages.source_lang, args.languages.target_lang],
    };
    let mut reader = PairReader::new(input, &options).map_err(|error| unreadable(path, &error))?;
    let first = reader.next_batch().map_err(|error| unreadable(path, &PairError::Io(error)))?;
    let name = path.to_string_lossy().into_owned();
    let named = pair_named_by_path(&name);
    let (languages, notices) = Languages::settle(options.languages, named, reader.layout(), first.as_ref());
    let columns = &reader.layout().columns;
    let by_row = [columns.source_language.is_some(), columns.target_language.is_some()];
    let mut table = TableReport {
        path: if name == "-" { "standard input".to_owned() } else { name },
        encoding: reader.encoding(),
        languages: languages.sides,
        languages_by_row: [0, 1].map(|side| by_row[side] && !languages.given[side]),
        pairs: 0,
        bad_rows: 0,
        counts: Counts::default(),
        held_back: 0,
        notices: notices.into_iter().map(|notice| (None, notice)).collect(),
        broke_off: None,
        elapsed: None,
        fail_on: settings.fail_on,
    };
    let checker =
        PairChecker::new(settings.selection.clone(), languages, &table.path).with_glossary(settings.glossary.clone());
    if !table.languages_by_row[1] {
        let pair = languages.sides.map(|(language, _)| language);
        glossaries::fitting(&args.terms, settings.glossary.as_deref(), &[pair])?;
    }
    let to_file = destination.is_file();
    let options = Options {
        color: if to_file { color == Color::Always } else { colored_stdout(color) },
        width: width(to_file),
        quiet: args.quiet,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let writer = Writer { format: args.format, options };
    destination.write(|out| {
        let pairs = stream(&mut reader, first, &checker, &writer, &mut table, out)?;
        table.elapsed = Some(start.elapsed());
        writer.end(&table, &pairs, out)
    })?;
    tell_rest(args, &table, color, to_file);
    Ok(if table.broke_off.is_some() { 2 } else { u8::from(table.fails()) })
}

pub(super) fn open(path: &Path) -> Result<Box<dyn Read + Send>, Failed> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin()));
    }
    let cannot = |why: String| Failed::new(format!("{} could not be read: {why}", shown(path)));
    let file = File::open(path).map_err(|error| cannot(reason(&error)))?;
    let is_folder = file.metadata().is_ok_and(|about| about.is_dir());
    if is_folder { Err(cannot("it is a folder, not a file".to_owned())) } else { Ok(Box::new(file)) }
}

fn unreadable(path: &Path, error: &PairError) -> Failed {
    let why = match error {
        PairError::Io(error) => reason(error),
        error => printable(&error.to_string()),
    };
    let failed = Failed::new(format!("{} could not be read: {why}", shown(path)));
    match error {
        PairError::Layout(LayoutError::OneColumn { .. }) => {
            failed.help("a bilingual table has a column for the source and one for the target")
        }
        PairError::Layout(LayoutError::WhichLanguages { .. } | LayoutError::NoSuchLanguage { .. }) => {
            failed.help("say --source-lang and --target-lang")
        }
        PairError::Layout(LayoutError::OneLanguage { .. } | LayoutError::SameLanguage { .. }) => {
            failed.help("the texts (<tuv>) of a unit say their languages in xml:lang; two are needed")
        }
        PairError::Layout(_) => failed.help("name the columns of the texts with --source-column and --target-column"),
        _ => failed,
    }
}

/// Reads, checks and writes, a batch each at the same time; gives what is to be written at the end.
fn stream(
    reader: &mut PairReader<Box<dyn Read + Send>>,
    first: Option<Batch>,
    checker: &PairChecker,
    writer: &Writer,
    table: &mut TableReport,
    out: &mut dyn Write,
) -> io::Result<Vec<PairReport>> {
    let mut kept = Vec::new();
    let mut batch = first;
    let (mut told, mut untold) = (0, 0);
    let mut memory = checker.memory();
    while let Some(current) = batch {
        let (pieces, next) = rayon::join(
            || checker.check_batch(&current, memory.as_mut(), |checked| writer.piece(checked)),
            || reader.next_batch(),
        );
        let mut noticed: Vec<(Option<usize>, String)> =
            reader.take_notices().into_iter().map(|notice| (notice.line, notice.message)).collect();
        for piece in pieces {
            let Piece { bytes, checked } = piece?;
            out.write_all(&bytes)?;
            table.pairs += checked.pairs;
            table.held_back += checked.held_back;
            table.bad_rows += checked.bad_rows.len();
            table.counts.merge(&checked.counts);
            noticed
                .extend(checked.bad_rows.into_iter().map(|bad| (Some(bad.line), format!("{}; skipped", bad.reason))));
            kept.extend(checked.found);
        }
        for notice in noticed {
            if told < TOLD {
                told += 1;
                table.notices.push(notice);
            } else {
                untold += 1;
            }
        }
        batch = match next {
            Ok(next) => next,
            Err(error) => {
                table.broke_off = Some(reason(&error));
                None
            }
        };
    }
    if memory.is_some_and(|memory| memory.is_full()) {
        let most = Memory::MOST;
        table.notices.push((None, format!("T002 and T003 compare its first {most} different texts only")));
    }
    if untold > 0 {
        table.notices.push((None, format!("{untold} more such notes")));
    }
    Ok(kept)
}

/// How results are written.
struct Writer {
    format: CheckFormat,
    options: Options,
}

/// What came of a piece of work, and the bytes to write of it.
struct Piece {
    bytes: Vec<u8>,
    checked: Checked,
}

impl Writer {
    /// Writes what was found in some pairs, on whatever thread; what the format only writes at the end is kept.
    fn piece(&self, mut checked: Checked) -> io::Result<Piece> {
        let mut bytes = Vec::new();
        if self.format != CheckFormat::Json {
            for pair in std::mem::take(&mut checked.found) {
                match self.format {
                    CheckFormat::Full => terminal::full_pair(&pair, &self.options, &mut bytes)?,
                    CheckFormat::Concise => terminal::concise_pair(&pair, &self.options, &mut bytes)?,
                    CheckFormat::Json | CheckFormat::Jsonl => json::write_pair_lines(&pair, &mut bytes)?,
                }
            }
        }
        Ok(Piece { bytes, checked })
    }

    fn end(&self, table: &TableReport, pairs: &[PairReport], out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            CheckFormat::Full => terminal::full_table(table, &self.options, out),
            CheckFormat::Concise => terminal::concise_table(table, &self.options, out),
            CheckFormat::Json => json::write_table(table, pairs, &self.options.tool_version, out),
            CheckFormat::Jsonl => Ok(()),
        }
    }
}

/// Tells on standard error what the format on standard output has no place for.
fn tell_rest(args: &CheckArgs, table: &TableReport, color: Color, to_file: bool) {
    let color = colored_stderr(color);
    let path = printable(&table.path);
    let for_people = matches!(args.format, CheckFormat::Full | CheckFormat::Concise) && !to_file;
    if let Some(why) = table.broke_off.as_ref().filter(|_| !for_people) {
        let message = format!("{path} could not be read to its end: {}", printable(why));
        tell(&labelled(color, "error:", AnsiColor::Red, &message));
    }
    if args.format == CheckFormat::Jsonl && !args.quiet {
        for (line, message) in &table.notices {
            let line = line.map_or_else(String::new, |line| format!(":{line}"));
            tell(&labelled(color, "note:", AnsiColor::Cyan, &format!("{path}{line}: {}", printable(message))));
        }
    }
}
