//! Alignments: files that list beads, as `parallax align` writes them and people correct them.
//!
//! Three forms are told apart by what stands in them:
//!
//! - a table with the columns `source_index` and `target_index`, in any place; other columns are not looked at,
//! - lines of source indices, a tab, target indices and, perhaps, more after another tab; lines that begin with `#` are
//!   left out,
//! - the JSON of schema `parallax-alignment/1`, of which the `segments` are read.
//!
//! Indices count segments from 0 and are separated by commas; a side may be empty. If a table has a column `fixed`, or
//! beads of the JSON have a field `fixed`, only beads are read where it is filled in, or true.

use crate::error::ReadError;
use crate::lines::record_lines;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::fmt;
use std::ops::Range;

/// A bead that a file lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedBead {
    /// Segments of the source.
    pub source: Range<usize>,
    /// Segments of the target.
    pub target: Range<usize>,
    /// The line where it stands, from 1.
    pub line: usize,
}

/// Why a list of beads cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeadsError {
    /// The line, from 1, where it is one that is wrong.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: BeadsProblem,
}

/// What is wrong with a list of beads.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum BeadsProblem {
    /// The bytes are no text.
    Unreadable(ReadError),
    /// A line without a tab, or too short for the columns of the table.
    NoSides,
    /// Something stands where an index should.
    NoIndex(String),
    /// Indices of a side that do not follow each other.
    Gap(String),
    /// Neither side has a segment.
    Empty,
    /// JSON with a mistake, or of another shape.
    Json(String),
}

impl fmt::Display for BeadsProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => error.fmt(f),
            Self::NoSides => f.write_str("expected source indices, a tab and target indices"),
            Self::NoIndex(text) => write!(f, "`{text}` is not the index of a segment (0, 1, …)"),
            Self::Gap(text) => write!(f, "the segments of a bead must follow each other: `{text}`"),
            Self::Empty => f.write_str("a bead without segments"),
            Self::Json(reason) => write!(f, "not an alignment in JSON (parallax-alignment/1): {reason}"),
        }
    }
}

impl fmt::Display for BeadsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.problem),
            None => self.problem.fmt(f),
        }
    }
}

impl std::error::Error for BeadsError {}

impl BeadsProblem {
    fn at(self, line: usize) -> BeadsError {
        BeadsError { line: Some(line), problem: self }
    }
}

/// Reads the beads that a file lists, in its order. Whether they overlap is not looked at.
///
/// ```
/// let beads = parallax_formats::beads::read_beads(b"0\t0,1\t0.98\n\n1\t\n")?;
/// assert_eq!((beads[0].source.clone(), beads[0].target.clone()), (0..1, 0..2));
/// assert_eq!((beads[1].target.len(), beads[1].line), (0, 3));
/// # Ok::<(), parallax_formats::beads::BeadsError>(())
/// ```
///
/// # Errors
/// At the first line that is no bead.
pub fn read_beads(bytes: &[u8]) -> Result<Vec<ListedBead>, BeadsError> {
    let decoded = crate::encoding::decode(bytes, None, None)
        .map_err(|error| BeadsError { line: None, problem: BeadsProblem::Unreadable(error) })?;
    let text = decoded.text.strip_prefix('\u{feff}').unwrap_or(&decoded.text);
    if text.trim_start().starts_with('{') { json(text) } else { table(text) }
}

/// Which columns of a table are read.
struct Columns {
    source: usize,
    target: usize,
    fixed: Option<usize>,
}

impl Columns {
    /// The columns of these names, if it is they that name the sides.
    fn named(names: &[&str]) -> Option<Self> {
        let named = |name: &str| names.iter().position(|cell| cell.eq_ignore_ascii_case(name));
        Some(Self { source: named("source_index")?, target: named("target_index")?, fixed: named("fixed") })
    }
}

fn table(text: &str) -> Result<Vec<ListedBead>, BeadsError> {
    let lines = (1..).zip(record_lines(text, 0)).map(|(number, span)| (number, &text[span.range()]));
    let mut lines = lines.filter(|(_, line)| !line.trim().is_empty()).peekable();
    let cells = |line| -> Vec<&str> { str::split(line, '\t').map(bare).collect() };
    let Some(columns) = lines.peek().and_then(|(_, line)| Columns::named(&cells(line))) else {
        return lines
            .filter(|(_, line)| !line.starts_with('#'))
            .map(|(number, line)| two_sides(line, number))
            .collect();
    };
    let mut beads = Vec::new();
    for (number, line) in lines.skip(1) {
        let cells = cells(line);
        if columns.fixed.is_some_and(|fixed| cells.get(fixed).is_none_or(|cell| cell.is_empty())) {
            continue;
        }
        let Some((source, target)) = cells.get(columns.source).zip(cells.get(columns.target)) else {
            return Err(BeadsProblem::NoSides.at(number));
        };
        beads.push(bead(source, target, number)?);
    }
    Ok(beads)
}

/// A line of a table without column names.
fn two_sides(line: &str, number: usize) -> Result<ListedBead, BeadsError> {
    let mut cells = line.split('\t').map(bare);
    match cells.next().zip(cells.next()) {
        Some((source, target)) => bead(source, target, number),
        None => Err(BeadsProblem::NoSides.at(number)),
    }
}

/// What a cell holds: programs put quotation marks around what has a comma.
fn bare(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell).trim()
}

fn bead(source: &str, target: &str, line: usize) -> Result<ListedBead, BeadsError> {
    let bead = ListedBead { source: side(source, line)?, target: side(target, line)?, line };
    if bead.source.is_empty() && bead.target.is_empty() { Err(BeadsProblem::Empty.at(line)) } else { Ok(bead) }
}

fn side(cell: &str, line: usize) -> Result<Range<usize>, BeadsError> {
    if cell.is_empty() {
        return Ok(0..0);
    }
    let index = |text: &str| text.trim().parse::<usize>().map_err(|_| BeadsProblem::NoIndex(text.to_owned()).at(line));
    let indices = cell.split(',').map(index).collect::<Result<Vec<_>, _>>()?;
    neighbours(&indices).ok_or_else(|| BeadsProblem::Gap(cell.to_owned()).at(line))
}

/// The range of indices that follow each other.
fn neighbours(indices: &[usize]) -> Option<Range<usize>> {
    let Some((first, last)) = indices.first().zip(indices.last()) else { return Some(0..0) };
    let end = last.checked_add(1)?;
    indices.windows(2).all(|both| both[0].checked_add(1) == Some(both[1])).then_some(*first..end)
}

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    segments: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct JsonBead {
    source: Vec<usize>,
    target: Vec<usize>,
    fixed: Option<bool>,
}

fn json(text: &str) -> Result<Vec<ListedBead>, BeadsError> {
    let wrong = |error: serde_json::Error, before: usize| {
        let line = before + error.line();
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default().to_owned();
        BeadsProblem::Json(reason).at(line)
    };
    let file: File<'_> = serde_json::from_str(text).map_err(|error| wrong(error, 0))?;
    let mut beads = Vec::with_capacity(file.segments.len());
    let (mut line, mut counted) = (1, 0);
    for raw in file.segments {
        // What is lent from the text says by its address where it stands.
        let at = raw.get().as_ptr().addr() - text.as_ptr().addr();
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[counted..at]).count();
        counted = at;
        let read: JsonBead = serde_json::from_str(raw.get()).map_err(|error| wrong(error, line - 1))?;
        let side = |indices: &[usize]| {
            neighbours(indices).ok_or_else(|| {
                let shown: Vec<String> = indices.iter().map(usize::to_string).collect();
                BeadsProblem::Gap(shown.join(",")).at(line)
            })
        };
        let bead = ListedBead { source: side(&read.source)?, target: side(&read.target)?, line };
        if bead.source.is_empty() && bead.target.is_empty() {
            return Err(BeadsProblem::Empty.at(line));
        }
        beads.push((bead, read.fixed));
    }
    let marked = beads.iter().any(|(_, fixed)| fixed.is_some());
    let kept = beads.into_iter().filter(|(_, fixed)| !marked || *fixed == Some(true));
    Ok(kept.map(|(bead, _)| bead).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Result<String, String> {
        let side = |range: &Range<usize>| range.clone().map(|at| at.to_string()).collect::<Vec<_>>().join(",");
        let beads = read_beads(text.as_bytes()).map_err(|error| error.to_string())?;
        let one = |bead: &ListedBead| format!("{}:{}@{}", side(&bead.source), side(&bead.target), bead.line);
        Ok(beads.iter().map(one).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn tables_are_read_by_the_names_of_their_columns() {
        let table =
            "source\ttarget\tconfidence\tsource_index\ttarget_index\r\na\tb\t0.9\t0\t\"0,1\"\r\n\r\nc\t\t1\t1\t\r\n";
        assert_eq!(shown(table), Ok("0:0,1@2 1:@4".to_owned()));
        assert_eq!(shown("target_index\tx\tsource_index\n2\t\t0,1\n"), Ok("0,1:2@2".to_owned()));
        let marked = "source_index\ttarget_index\tfixed\n0\t0\t\n1\t1,2\tx\n2\t3\n";
        assert_eq!(shown(marked), Ok("1:1,2@3".to_owned()));
    }

    #[test]
    fn lines_without_names_are_two_sides() {
        assert_eq!(shown("# mine\n0\t0\t0.98\n\n1,2\t\n\t1\n"), Ok("0:0@2 1,2:@4 :1@5".to_owned()));
        assert_eq!(shown(""), Ok(String::new()));
    }

    #[test]
    fn json_is_read_with_its_lines() {
        let file = "{\n \"schema\": \"parallax-alignment/1\",\n \"blocks\": [],\n \"segments\": [\n  {\"source\": [0], \
                    \"target\": [0, 1], \"confidence\": 1},\n\n  {\"source\": [],\n   \"target\": [2]}\n ]\n}\n";
        assert_eq!(shown(file), Ok("0:0,1@5 :2@7".to_owned()));
        let marked = file.replace("\"confidence\": 1", "\"fixed\": true");
        assert_eq!(shown(&marked), Ok("0:0,1@5".to_owned()));
        let wrong = file.replace("[2]", "[2, 4]");
        assert!(shown(&wrong).is_err_and(|error| error.starts_with("line 7: ") && error.contains("`2,4`")));
        let wrong = file.replace("[2]", "[\"a\"]");
        assert!(shown(&wrong).is_err_and(|error| error.starts_with("line 8: ")), "{:?}", shown(&wrong));
        assert!(shown("{\"segments\": 3}").is_err_and(|error| error.contains("not an alignment in JSON")));
        assert!(shown("{\"segments\": [{\"source\": [], \"target\": []}]}").is_err());
    }

    #[test]
    fn mistakes_are_told_with_their_line() {
        for (text, reason) in [
            ("0\t0\n1\n", "line 2: expected source indices"),
            ("0\tx\n", "line 1: `x` is not the index"),
            ("0\t-1\n", "line 1: `-1` is not the index"),
            ("0,2\t1\n", "line 1: the segments of a bead must follow each other: `0,2`"),
            ("1,0\t1\n", "line 1: the segments"),
            ("0\t0\n\n\t\t0.5\n", "line 3: a bead without segments"),
            ("18446744073709551615\t0\n", "line 1: the segments"),
            ("source_index\ttarget_index\n0\n", "line 2: expected source indices"),
        ] {
            assert!(shown(text).as_ref().is_err_and(|error| error.starts_with(reason)), "{text:?} {:?}", shown(text));
        }
    }
}
