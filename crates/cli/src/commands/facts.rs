//! `parallax facts FILE`.

use super::rules::paint;
use crate::args::{Color, FactsArgs};
use crate::engine::{self, Input, Reading};
use crate::error::{Failed, printable};
use crate::input::read_file;
use crate::output::{Destination, colored_stdout, tell_notices};
use crate::settings;
use anstyle::Style;
use parallax_core::facts::Salience;
use parallax_core::{Document, Fact, LanguageOrigin, LineColumn, Value, Version};
use std::io::{self, Write};

/// Prints what is read in a text.
///
/// # Errors
/// If the file cannot be read, or standard output not be written to.
pub fn run(args: &FactsArgs, color: Color) -> Result<u8, Failed> {
    let reading = settings::reading(&args.reading)?;
    let input = Input { language: args.lang, ..read_file(&args.file) };
    let mut readings = engine::read_inputs(vec![input], &reading);
    let Reading { version, notices } = match readings.pop() {
        Some(Ok(reading)) => reading,
        Some(Err(failure)) => return Err(Failed::unreadable(&[failure])),
        None => return Ok(0),
    };
    tell_notices(notices.iter().map(|notice| (&version, notice)), color);
    let color = colored_stdout(color);
    Destination::Stdout.write(|out| write(&version, color, out))?;
    Ok(0)
}

fn write(version: &Version, color: bool, out: &mut dyn Write) -> io::Result<()> {
    let origin = match version.origin {
        LanguageOrigin::Given => "as you say".to_owned(),
        LanguageOrigin::Path => "by its name".to_owned(),
        LanguageOrigin::Declared => "as the file says".to_owned(),
        LanguageOrigin::Identified(confidence) => format!("by its text, confidence {confidence:.2}"),
    };
    writeln!(
        out,
        "{} ({}, {origin}; {}): {} blocks, {} sentences, {} facts",
        printable(&version.document.path),
        version.language,
        version.document.encoding,
        version.document.blocks.len(),
        version.segments.len(),
        version.facts.len()
    )?;
    let mut places = Places::of(version);
    for segment in 0..version.segments.len() {
        let place = places.at(version.segment_span(segment).start);
        let text = printable(version.segment_text(segment));
        writeln!(out, "\n{} {}", paint(color, Style::new().bold(), &place), text)?;
        for fact in version.segment_facts(segment) {
            write_fact(version, fact, segment, &mut places, color, out)?;
        }
    }
    Ok(())
}

/// A fact a line, in columns: place, kind, value, weight, salience, text; then other readings.
fn write_fact(
    version: &Version,
    fact: &Fact,
    segment: usize,
    places: &mut Places<'_>,
    color: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let span = version.fact_span(fact, segment);
    let place = places.at(span.start);
    let text = printable(&version.document.source[span.range()]);
    let salience = match fact.salience {
        Salience::Firm => "firm",
        Salience::Soft => "soft",
        Salience::Silent => "silent",
    };
    let value = fact.value.to_string();
    writeln!(out, "  {place:<8} {:<10} {value:<20} {:.2} {salience:<6}  {text}", kind(&fact.value), fact.weight)?;
    for other in &fact.alternatives {
        let (kind, value) = (kind(&other.value), other.value.to_string());
        let line = format!("  {:<8} {kind:<10} {value:<20} {:.2}", "", other.weight);
        writeln!(out, "{}", paint(color, Style::new().dimmed(), &line))?;
    }
    Ok(())
}

/// Line and column of places that are mostly asked for in the order of the file: counts on from the last one, for a
/// line may be as long as the file.
struct Places<'v> {
    document: &'v Document,
    last: usize,
    place: LineColumn,
}

impl<'v> Places<'v> {
    fn of(version: &'v Version) -> Self {
        let document = &version.document;
        Self { document, last: 0, place: document.line_column(0) }
    }

    fn at(&mut self, offset: usize) -> String {
        let between = self.document.source.get(self.last..offset);
        self.place = match between.filter(|text| !text.contains(['\n', '\r', '\u{feff}'])) {
            Some(text) => LineColumn { column: self.place.column + text.chars().count(), ..self.place },
            None => self.document.line_column(offset),
        };
        self.last = offset;
        format!("{}:{}", self.place.line, self.place.column)
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Quantity(_) => "quantity",
        Value::Date(_) => "date",
        Value::Time(_) => "time",
        Value::Identifier(_) => "identifier",
        Value::Link(_) => "link",
        Value::Negation(_) => "negation",
    }
}
