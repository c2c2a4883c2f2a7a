//! Tables in batches of whole rows.

mod units;

use super::delimited::{Dialect, Fault, Field};
use super::error::{BadRow, PairError};
use super::input::{Input, OpenError};
use super::json::{Row, Value};
use super::layout::Layout;
use super::tmx;
use super::{Pair, PairFormat, PairOptions};
use memchr::{memchr, memchr_iter};
use parallax_core::{Block, BlockKind, BlockText, Document, LanguageTag, LineIndex, Origin, Span};
use std::borrow::Cow;
use std::io::{self, Read};
use std::ops::Range;
use std::sync::Arc;

/// A longer row, in bytes, is not read: no pair of sentences is so long, and a quote that is never closed must not make
/// one row of the rest of the file.
pub const LONGEST_ROW: usize = 1 << 20;
/// About how many bytes a batch has.
const BATCH: usize = 512 << 10;
/// How many bytes rows with broken quotes may make to be read again, for each byte of the file and to begin with.
const READ_AGAIN: usize = 4;

/// Something noticed about a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowNotice {
    /// The line, if at one place.
    pub line: Option<usize>,
    /// What, in a sentence.
    pub message: String,
}

/// Reads a table in batches of whole rows.
pub struct PairReader<R> {
    input: Input<R>,
    shared: Arc<Shared>,
    /// The line that the text ahead begins on.
    line: usize,
    /// The column that it begins in; told apart in TMX only.
    column: usize,
    /// What ends the comment that the text ahead is in (TMX).
    skipping: Option<&'static str>,
    /// Whether the root element was closed (TMX).
    closed: bool,
    /// How many rows were read.
    entries: usize,
    /// How many bytes may be read again.
    again: usize,
    notices: Vec<RowNotice>,
}

/// What the rows of a table have in common.
#[derive(Debug)]
struct Shared {
    format: PairFormat,
    dialect: Dialect,
    layout: Layout,
    /// The languages that are read of a unit (TMX).
    sides: Option<tmx::Sides>,
    encoding: &'static str,
}

/// A row of a batch, not yet split.
#[derive(Debug, Clone)]
struct RawRow {
    entry: usize,
    line: usize,
    column: usize,
    /// Its bytes in the batch's text, without the line break.
    range: Range<usize>,
    /// What is wrong with it, where that is known.
    bad: Option<String>,
}

/// Some whole rows of a table. Made one after the other, and read on any thread.
#[derive(Debug)]
pub struct Batch {
    shared: Arc<Shared>,
    text: String,
    /// The byte of the file that the text begins at.
    offset: usize,
    rows: Vec<RawRow>,
}

/// A row's bytes, the byte of the next row, and what is wrong with it.
type FoundRow = (Range<usize>, usize, Option<String>);

impl<R: Read> PairReader<R> {
    /// Reads the beginning of a table: its encoding and its columns.
    ///
    /// # Errors
    /// If it cannot be read, is no text, has no row, or does not tell which columns hold the texts.
    pub fn new(reader: R, options: &PairOptions) -> Result<Self, PairError> {
        let language = options.languages.iter().flatten().next();
        let declared = if options.format == PairFormat::Tmx { tmx::declared_encoding } else { |_: &[u8]| None };
        let (input, notices) =
            Input::open(reader, options.encoding, language, declared).map_err(|error| match error {
                OpenError::Io(error) => PairError::Io(error),
                OpenError::Read(error) => PairError::Read(error),
            })?;
        let text = &input.text;
        let newline = if text.contains('\n') || !text.contains('\r') { b'\n' } else { b'\r' };
        let mut dialect = Dialect { delimiter: b'\t', quotes: false, newline };
        let mut notices: Vec<RowNotice> =
            notices.into_iter().map(|message| RowNotice { line: None, message }).collect();
        if options.format == PairFormat::Csv {
            dialect = Dialect { delimiter: delimiter(text, newline), quotes: true, newline };
            if dialect.delimiter == b';' {
                let message = "its first row has no comma: fields are taken to be separated by semicolons".to_owned();
                notices.push(RowNotice { line: None, message });
            }
        }
        let encoding = input.encoding.name();
        let (mut skipped, mut sides) = (0, None);
        let layout = match options.format {
            PairFormat::Jsonl => Layout::named(&keys(text, newline)?, options)?,
            PairFormat::Tmx => {
                let (layout, chosen, first) = tmx::settle(text, input.done, options)?;
                (skipped, sides) = (first, Some(chosen));
                layout
            }
            PairFormat::Tsv | PairFormat::Csv => {
                let (fields, next) = first_row(text, dialect).ok_or(PairError::Empty)?;
                let layout = Layout::of_table(&fields, options)?;
                if layout.has_header() {
                    skipped = next;
                } else {
                    notices.push(without_header(&layout));
                }
                layout
            }
        };
        let shared = Arc::new(Shared { format: options.format, dialect, layout, sides, encoding });
        let mut reader = Self {
            input,
            shared,
            line: 1,
            column: 1,
            skipping: None,
            closed: options.format != PairFormat::Tmx,
            entries: 0,
            again: BATCH,
            notices,
        };
        let header = reader.input.take(skipped);
        reader.pass(&header);
        Ok(reader)
    }

    /// Which columns hold what.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.shared.layout
    }

    /// The encoding, by its WHATWG name.
    #[must_use]
    pub fn encoding(&self) -> &'static str {
        self.shared.encoding
    }

    /// How many rows were read so far, bad ones and all.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.entries
    }

    /// What was noticed since this was last asked.
    pub fn take_notices(&mut self) -> Vec<RowNotice> {
        std::mem::take(&mut self.notices)
    }

    /// The next rows, or `None` at the end.
    ///
    /// # Errors
    /// If the bytes cannot be had.
    pub fn next_batch(&mut self) -> io::Result<Option<Batch>> {
        let mut wanted = BATCH;
        loop {
            self.input.fill(wanted)?;
            if self.input.text.is_empty() {
                self.tell_cut();
                return Ok(None);
            }
            let mut rows = Vec::new();
            let end = match self.shared.format {
                PairFormat::Tmx => self.find_units(&mut rows),
                PairFormat::Tsv | PairFormat::Csv | PairFormat::Jsonl => self.find_rows(&mut rows),
            };
            if end > 0 {
                let offset = self.input.offset;
                let text = self.input.take(end);
                if self.input.damaged {
                    self.tell_damage(&text, &rows);
                }
                return Ok(Some(Batch { shared: Arc::clone(&self.shared), text, offset, rows }));
            }
            if self.input.text.len() <= LONGEST_ROW {
                wanted = LONGEST_ROW + 1;
            } else {
                return self.skip_long_row().map(Some);
            }
        }
    }

    /// Finds the whole rows in the text ahead; gives the byte behind them.
    fn find_rows(&mut self, rows: &mut Vec<RawRow>) -> usize {
        let Dialect { newline, quotes, .. } = self.shared.dialect;
        let text = self.input.text.as_bytes();
        self.again = self.again.saturating_add(text.len() * READ_AGAIN);
        let mut at = 0;
        while at < text.len() {
            let line_end = memchr(newline, &text[at..]).map(|offset| at + offset);
            let end = match line_end {
                Some(end) => end,
                None if self.input.done => text.len(),
                None => break,
            };
            let mut row = (at..end, (end + 1).min(text.len()), None);
            if end - at > LONGEST_ROW {
                row.2 = Some(too_long());
            } else if quotes && memchr(b'"', &text[at..end]).is_some() {
                match quoted_row(text, at..end, self.input.done, &self.shared, &mut self.again) {
                    Some(found) => row = found,
                    None => break,
                }
            }
            let (range, next, bad) = row;
            let content = text[range.clone()].strip_suffix(b"\r").unwrap_or(&text[range.clone()]);
            let range = range.start..range.start + content.len();
            if !content.is_empty() {
                rows.push(RawRow { entry: self.entries, line: self.line, column: 1, range, bad });
                self.entries += 1;
            }
            self.line += lines(&text[at..next], newline);
            at = next;
        }
        at
    }

    /// Passes over a line that is too long to be a row.
    fn skip_long_row(&mut self) -> io::Result<Batch> {
        let newline = self.shared.dialect.newline;
        let bad = Some(too_long());
        let row = RawRow { entry: self.entries, line: self.line, column: 1, range: 0..0, bad };
        self.entries += 1;
        loop {
            let found = memchr(newline, self.input.text.as_bytes());
            let end = found.map_or(self.input.text.len(), |at| at + 1);
            self.input.take(end);
            if found.is_some() || self.input.done {
                break;
            }
            self.input.fill(BATCH)?;
        }
        self.line += 1;
        let (shared, offset) = (Arc::clone(&self.shared), self.input.offset);
        Ok(Batch { shared, text: String::new(), offset, rows: vec![row] })
    }

    /// Tells of rows with bytes that did not decode.
    fn tell_damage(&mut self, text: &str, rows: &[RawRow]) {
        for row in rows.iter().filter(|row| text[row.range.clone()].contains(char::REPLACEMENT_CHARACTER)) {
            let message = format!("some bytes are not valid {}, and are read as U+FFFD", self.shared.encoding);
            self.notices.push(RowNotice { line: Some(row.line), message });
        }
    }
}

impl Batch {
    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows, in the order of the file.
    pub fn pairs(&self) -> impl Iterator<Item = Result<Pair, BadRow>> + '_ {
        (0..self.rows.len()).map(|at| self.pair(at))
    }

    /// The row at index `at` of the batch.
    ///
    /// # Errors
    /// If that row cannot be read.
    ///
    /// # Panics
    /// If there is no such row.
    pub fn pair(&self, at: usize) -> Result<Pair, BadRow> {
        let row = &self.rows[at];
        let bad = |reason: String| BadRow { entry: row.entry, line: row.line, reason };
        if let Some(reason) = &row.bad {
            return Err(bad(reason.clone()));
        }
        let text = &self.text[row.range.clone()];
        match self.shared.format {
            PairFormat::Jsonl => self.object(row, text),
            PairFormat::Tmx => self.unit(row, text),
            PairFormat::Tsv | PairFormat::Csv => self.fields(row, text),
        }
        .map_err(bad)
    }

    fn fields(&self, row: &RawRow, text: &str) -> Result<Pair, String> {
        let Layout { columns, count, .. } = &self.shared.layout;
        let mut fields: Vec<Field> = Vec::with_capacity(*count);
        self.shared.dialect.scan(text.as_bytes(), |field| fields.push(field));
        let spare = fields.get(*count..).unwrap_or_default();
        if fields.len() < *count || spare.iter().any(|field| field.start < field.end) {
            let are = if fields.len() == 1 { "field" } else { "fields" };
            return Err(format!("the row has {} {are}, not {count}", fields.len()));
        }
        let byte = self.offset + row.range.start;
        let document = |column: usize| {
            let field = &fields[column];
            self.document(field.text(text).into_owned(), field.origin(text, byte, row.line))
        };
        let value = |column: Option<usize>| {
            let value = column.map(|column| fields[column].text(text).trim().to_owned());
            value.filter(|value| !value.is_empty())
        };
        Ok(Pair {
            entry: row.entry,
            line: row.line,
            source: document(columns.source),
            target: document(columns.target),
            id: value(columns.id),
            source_language: language(value(columns.source_language))?,
            target_language: language(value(columns.target_language))?,
        })
    }

    fn object(&self, row: &RawRow, text: &str) -> Result<Pair, String> {
        let Layout { columns, names, .. } = &self.shared.layout;
        let object = Row::parse(text)?;
        let byte = self.offset + row.range.start;
        let document = |column: usize| {
            let name = &names[column];
            let value = object.get(name).ok_or_else(|| format!("there is no `{name}`"))?;
            let text = text_of(name, value)?;
            Ok::<_, String>(self.document(text.into_owned(), value.origin(byte, row.line)))
        };
        let value = |column: Option<usize>| {
            let Some(name) = column.map(|column| &names[column]) else { return Ok(None) };
            let Some(value) = object.get(name) else { return Ok(None) };
            let text = text_of(name, value)?.trim().to_owned();
            Ok::<_, String>(Some(text).filter(|text| !text.is_empty()))
        };
        Ok(Pair {
            entry: row.entry,
            line: row.line,
            source: document(columns.source)?,
            target: document(columns.target)?,
            id: value(columns.id)?,
            source_language: language(value(columns.source_language)?)?,
            target_language: language(value(columns.target_language)?)?,
        })
    }

    /// The document that is one side of a pair.
    fn document(&self, source: String, origin: Origin) -> Document {
        let span = Span::new(0, source.len());
        let text = BlockText::from_source(0, &source);
        // Most texts are one line, which an empty index says.
        let one_line = memchr::memchr2(b'\n', b'\r', source.as_bytes()).is_none();
        Document {
            path: String::new(),
            lines: if one_line { LineIndex::default() } else { LineIndex::new(&source) },
            source,
            origin,
            blocks: vec![Block::plain(BlockKind::Entry, span, text)],
            declared_language: None,
            encoding: self.shared.encoding,
            problems: Vec::new(),
        }
    }
}

/// A row with quotes that begins with `line`: its range, what follows it, and what is wrong with it. A row over several
/// lines that is wrong is taken for a line with a stray quote, so that the next lines are not lost with it. None where
/// more of the file is needed.
fn quoted_row(text: &[u8], line: Range<usize>, done: bool, shared: &Shared, again: &mut usize) -> Option<FoundRow> {
    let at = line.start;
    let most = text.len().min(at + LONGEST_ROW);
    let found = shared.dialect.scan(&text[at..most], |_| {});
    if found.next.is_none() && !done && most == text.len() {
        return None;
    }
    // Only the file's last row may do without a line break.
    let endless = found.next.is_none() && most < text.len();
    let next = found.next.map_or(most, |next| at + next);
    let expected = shared.layout.count;
    let wrong = endless || found.fault.is_some() || found.fields != expected;
    if next > line.end + 1 && wrong && *again >= next - at {
        *again -= next - at;
        let reason = match found.fault {
            Some(Fault::Open) if endless => format!("a quoted field is not closed within {} MB", LONGEST_ROW >> 20),
            Some(fault) => fault.reason().to_owned(),
            None => {
                let has = found.fields;
                format!("with the lines that its quoted field goes on over, the row has {has} fields, not {expected}")
            }
        };
        return Some((line.clone(), (line.end + 1).min(text.len()), Some(reason)));
    }
    Some((at..at + found.end, next, found.fault.map(|fault| fault.reason().to_owned())))
}

fn too_long() -> String {
    format!("the row is longer than {} MB", LONGEST_ROW >> 20)
}

fn text_of<'a>(name: &str, value: Value<'a>) -> Result<Cow<'a, str>, String> {
    value.text().map_err(|what| format!("the value of `{name}` is {what}, not a string"))
}

fn language(tag: Option<String>) -> Result<Option<LanguageTag>, String> {
    let Some(tag) = tag else { return Ok(None) };
    tag.parse().map(Some).map_err(|_| format!("`{tag}` is not a language tag"))
}

fn lines(text: &[u8], newline: u8) -> usize {
    memchr_iter(newline, text).count()
}

/// What separates the fields of a CSV file: a comma, unless the first row has none outside quotes but has semicolons.
fn delimiter(text: &str, newline: u8) -> u8 {
    let count = |delimiter: u8| {
        let dialect = Dialect { delimiter, quotes: true, newline };
        dialect.scan(text.trim_start_matches(['\r', '\n']).as_bytes(), |_| {}).fields
    };
    if count(b',') == 1 && count(b';') > 1 { b';' } else { b',' }
}

/// The fields of the first row that has any, and the byte behind it.
fn first_row(text: &str, dialect: Dialect) -> Option<(Vec<String>, usize)> {
    let start = text.len() - text.trim_start_matches(['\r', '\n']).len();
    let rest = &text[start..];
    if rest.is_empty() {
        return None;
    }
    let mut fields = Vec::new();
    let found = dialect.scan(rest.as_bytes(), |field| fields.push(field));
    let fields = fields.iter().map(|field| field.text(rest).trim().to_owned()).collect();
    Some((fields, start + found.next.unwrap_or(rest.len())))
}

/// The keys of the first lines that are objects.
fn keys(text: &str, newline: u8) -> Result<Vec<String>, PairError> {
    /// So many lines are looked at: a key may be missing in some.
    const LOOKED_AT: usize = 20;
    let mut keys: Vec<String> = Vec::new();
    let mut first = None;
    let lines = text.split(char::from(newline)).map(str::trim).filter(|line| !line.is_empty());
    for line in lines.take(LOOKED_AT) {
        match Row::parse(line) {
            Ok(row) => row.keys().into_iter().for_each(|key| {
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }),
            Err(reason) => first = first.or(Some(reason)),
        }
    }
    match (keys.is_empty(), first) {
        (true, Some(reason)) => Err(PairError::NoObject { reason }),
        (true, None) => Err(PairError::Empty),
        _ => Ok(keys),
    }
}

fn without_header(layout: &Layout) -> RowNotice {
    let Layout { columns, .. } = layout;
    let (source, target) = (columns.source + 1, columns.target + 1);
    let message = format!(
        "its first row names no columns: column {source} is taken for the source, column {target} for the target"
    );
    RowNotice { line: None, message }
}
