//! Units of TMX as rows.

use super::{Batch, PairReader, RawRow, RowNotice, too_long};
use crate::pairs::Pair;
use crate::pairs::tmx::{self, Found, Unit, Variant};
use memchr::memmem;
use parallax_core::{LanguageTag, LineColumn, Origin};
use std::io::Read;

impl<R: Read> PairReader<R> {
    /// Finds the whole units in the text ahead; gives the byte behind them.
    pub(super) fn find_units(&mut self, rows: &mut Vec<RawRow>) -> usize {
        let text = std::mem::take(&mut self.input.text);
        let mut at = 0;
        if let Some(until) = self.skipping {
            let end = memmem::find(text.as_bytes(), until.as_bytes());
            at = match end {
                Some(end) => end + until.len(),
                None if self.input.done => text.len(),
                None => tmx::beyond(&text, until),
            };
            self.skipping = self.skipping.filter(|_| end.is_none());
            self.pass(&text[..at]);
        }
        while self.skipping.is_none() && at < text.len() {
            let mut row = |reader: &mut Self, start: usize, range, bad: Option<String>| {
                reader.pass(&text[at..start]);
                let (entry, line, column) = (reader.entries, reader.line, reader.column);
                rows.push(RawRow { entry, line, column, range, bad });
                reader.entries += 1;
            };
            let (from, next) = match tmx::find(&text, at, self.input.done) {
                Found::Unit { start, end, bad } => {
                    row(self, start, start..end, bad.map(str::to_owned));
                    // That the file is cut off is told by that unit.
                    self.closed |= bad.is_some() && end == text.len();
                    (start, end)
                }
                Found::Long { start, next } => {
                    row(self, start, 0..0, Some(too_long()));
                    (start, next)
                }
                Found::None { next } => {
                    self.closed |= memmem::find(&text.as_bytes()[at..next], b"</tmx").is_some();
                    (at, next)
                }
                Found::Open { next, until } => {
                    self.skipping = Some(until);
                    (at, next)
                }
                Found::More { start } => {
                    self.pass(&text[at..start]);
                    at = start;
                    break;
                }
            };
            self.pass(&text[from..next]);
            at = next;
        }
        self.input.text = text;
        at
    }

    /// Counts the lines and columns of a text that was ahead.
    pub(super) fn pass(&mut self, text: &str) {
        let place = LineColumn { line: self.line, column: self.column };
        let place = tmx::advance(place, text, self.shared.dialect.newline);
        (self.line, self.column) = (place.line, place.column);
    }

    /// Tells of a file that ends before its root element does.
    pub(super) fn tell_cut(&mut self) {
        if !std::mem::replace(&mut self.closed, true) {
            let message = "the file ends without `</tmx>`: it may be cut off".to_owned();
            self.notices.push(RowNotice { line: Some(self.line), message });
        }
    }
}

impl Batch {
    pub(super) fn unit(&self, row: &RawRow, text: &str) -> Result<Pair, String> {
        let place = LineColumn { line: row.line, column: row.column };
        let byte = self.offset + row.range.start;
        let Unit { id, variants } = Unit::parse(text, byte, place, self.shared.dialect.newline)?;
        let sides = self.shared.sides.as_ref().expect("the languages of TMX are settled");
        let [source, target] = sides.pick(&variants);
        let lacks = |side: usize| format!("the unit has no text in `{}`", sides.0[side]);
        let (source, target) = (source.ok_or_else(|| lacks(0))?, target.ok_or_else(|| lacks(1))?);
        let mut variants = variants.into_iter().map(Some).collect::<Vec<_>>();
        let mut side = |at: usize, side: usize| -> Result<(Option<LanguageTag>, (String, Origin)), String> {
            let variant = variants[at].take();
            let Some(Variant { language, segment: Some(segment) }) = variant else { return Err(lacks(side)) };
            Ok((language, segment))
        };
        let (source_language, (source, source_origin)) = side(source, 0)?;
        let (target_language, (target, target_origin)) = side(target, 1)?;
        Ok(Pair {
            entry: row.entry,
            line: row.line,
            source: self.document(source, source_origin),
            target: self.document(target, target_origin),
            id,
            source_language,
            target_language,
        })
    }
}
