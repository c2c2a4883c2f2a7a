//! What is read in a text, for `parallax facts`: as a table for people, as JSON for programs.

use crate::json::{wire_document, write_shallow};
use crate::terminal::clean::exact;
use crate::wire;
use anstyle::Style;
use parallax_core::facts::{Bound, Quantity, Salience, Unit};
use parallax_core::names::{Known, Name, Strength};
use parallax_core::{Confidence, Document, Fact, LanguageOrigin, LineColumn, Span, Value, Version};
use schemars::JsonSchema;
use serde::Serialize;
use std::io;

/// What is read in a text, as JSON, schema `parallax-facts/1`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Parallax facts, version 1")]
pub struct FactsFile<'a> {
    /// Names the format and its major version.
    #[schemars(extend("const" = "parallax-facts/1"))]
    pub schema: &'static str,
    /// The text.
    pub document: wire::Document<'a>,
    /// Its segments in order.
    pub segments: Vec<Segment<'a>>,
}

/// A segment with what it says.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Segment<'a> {
    /// Index of its block, from 0.
    pub block: usize,
    /// Index of the segment, from 0.
    pub segment: usize,
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// Its readable text.
    pub text: &'a str,
    /// What it says, in the order of the text.
    pub facts: Vec<WireFact<'a>>,
    /// Its cues in the order of the text, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cues: Option<Vec<WireCue<'a>>>,
    /// Its names in the order of the text, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<WireName<'a>>>,
}

/// A word that is a name or part of one, or several that are a known name.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Name")]
pub struct WireName<'a> {
    /// Where it was read.
    #[serde(flatten)]
    pub place: Place,
    /// The text of that place.
    pub text: &'a str,
    /// What it is known to name: `region/DE`, `language/de`, `city/Europe/Berlin`, `of-region/DE` (*German*).
    pub known: Vec<String>,
    /// `strong` where it is written as a name and no other word that is known; `common` where it is such a word, an acronym
    /// or in a heading; `noun` where all nouns are written so; `first` where a sentence begins with it.
    pub strength: &'static str,
}

/// What else is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct With {
    /// The words that say *must*, *all*, *if* and the like.
    pub cues: bool,
    /// The names.
    pub names: bool,
}

fn known(name: &Name) -> Vec<String> {
    let shown = |known: &Known| match known {
        Known::Region(code) => format!("region/{code}"),
        Known::OfRegion(code) => format!("of-region/{code}"),
        Known::Language(code) => format!("language/{code}"),
        Known::City(zone) => format!("city/{zone}"),
    };
    name.known.iter().map(shown).collect()
}

fn strength(name: &Name) -> &'static str {
    match name.strength {
        Strength::Strong => "strong",
        Strength::Common => "common",
        Strength::Noun => "noun",
        Strength::First => "first",
    }
}

fn span_of(version: &Version, segment: usize, name: &Name) -> Span {
    version.block_of(segment).text.span(name.range)
}

/// A word by which a segment says *must*, *all*, *if*, *up*, *always* or the like.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Cue")]
pub struct WireCue<'a> {
    /// Where it was read.
    #[serde(flatten)]
    pub place: Place,
    /// The text of that place.
    pub text: &'a str,
    /// What it is about: `modality`, `quantifiers`, `conditions`, `directions`, `frequency`, `connectives`, `questions`.
    pub category: &'static str,
    /// What it says: `must`, `increase`.
    pub key: &'static str,
    /// `sure` where it says so nearly wherever it stands, `weak` where it may.
    pub strength: &'static str,
}

/// A stretch of the file.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Place {
    /// Line of its first character, from 1.
    pub line: usize,
    /// Column of its first character in Unicode scalar values, from 1.
    pub column: usize,
    /// First byte.
    pub byte_start: usize,
    /// One past the last byte.
    pub byte_end: usize,
}

/// Something a segment says.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Fact")]
pub struct WireFact<'a> {
    /// Where it was read.
    #[serde(flatten)]
    pub place: Place,
    /// The text of that place.
    pub text: &'a str,
    /// The most likely reading.
    #[serde(flatten)]
    pub reading: Reading,
    /// How much it is missed where the other side lacks it: `firm`, `soft` or `silent` (not at all).
    pub salience: &'static str,
    /// The other ways to read it, the most likely first.
    pub alternatives: Vec<Reading>,
}

/// A way to read a fact.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reading {
    /// `quantity`, `date`, `time`, `identifier`, `link` or `negation`.
    pub kind: &'static str,
    /// The value in the form that is compared: a number without its unit, a date as in ISO 8601, a time of 24 hours.
    pub value: String,
    /// The unit of a quantity: a sign, an ISO 4217 code or a unit's symbol.
    pub unit: Option<String>,
    /// What is said of a quantity's exactness: `about`, `at least`, `at most`; null where it is exact.
    pub bound: Option<&'static str>,
    /// How likely the reading is, 0 to 1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub confidence: f64,
}

impl Reading {
    fn new(value: &Value, weight: f32) -> Self {
        let confidence = Confidence::new(f64::from(weight)).rounded();
        let kind = kind(value);
        let Value::Quantity(quantity) = value else {
            return Self { kind, value: value.to_string(), unit: None, bound: None, confidence };
        };
        let bare = Quantity { unit: Unit::None, bound: Bound::Exact, ..*quantity };
        let bound = match quantity.bound {
            Bound::Exact => None,
            Bound::About => Some("about"),
            Bound::AtLeast => Some("at least"),
            Bound::AtMost => Some("at most"),
        };
        Self {
            kind,
            value: bare.to_string(),
            unit: (quantity.unit != Unit::None).then(|| quantity.unit.to_string()),
            bound,
            confidence,
        }
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

fn salience(fact: &Fact) -> &'static str {
    match fact.salience {
        Salience::Firm => "firm",
        Salience::Soft => "soft",
        Salience::Silent => "silent",
    }
}

/// Writes what `version` says as one JSON object, with what else is asked for.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_json(version: &Version, with: With, out: &mut dyn io::Write) -> io::Result<()> {
    let mut places = Places::of(version);
    let segments = (0..version.segments.len()).map(|segment| {
        let span = version.segment_span(segment);
        let place = places.place(span.start, span.end);
        let facts = version.segment_facts(segment).iter().map(|fact| {
            let span = version.fact_span(fact, segment);
            WireFact {
                place: places.place(span.start, span.end),
                text: &version.document.source[span.range()],
                reading: Reading::new(&fact.value, fact.weight),
                salience: salience(fact),
                alternatives: fact.alternatives.iter().map(|it| Reading::new(&it.value, it.weight)).collect(),
            }
        });
        let facts = facts.collect();
        let cues = version.segment_cues(segment).iter().map(|cue| {
            let span = version.cue_span(cue, segment);
            WireCue {
                place: places.place(span.start, span.end),
                text: &version.document.source[span.range()],
                category: cue.key.category().name(),
                key: cue.key.name(),
                strength: cue.strength.name(),
            }
        });
        let cues = with.cues.then(|| cues.collect());
        let names = with.names.then(|| version.names().of_segment(segment)).map(|names| {
            let wired = names.iter().map(|name| {
                let span = span_of(version, segment, name);
                WireName {
                    place: places.place(span.start, span.end),
                    text: &version.document.source[span.range()],
                    known: known(name),
                    strength: strength(name),
                }
            });
            wired.collect()
        });
        let (block, text) = (version.segments[segment].block, version.segment_text(segment));
        Segment { block, segment, place, text, facts, cues, names }
    });
    let file =
        FactsFile { schema: "parallax-facts/1", document: wire_document(0, version), segments: segments.collect() };
    // File, list of segments, segment, its list of facts.
    write_shallow(&file, 4, out)
}

/// Writes what `version` says for people: each sentence, then a line for each fact in it and for each other reading, and
/// one for each cue and name that are asked for.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_table(version: &Version, with: With, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let origin = match version.origin {
        LanguageOrigin::Given => "as you say".to_owned(),
        LanguageOrigin::Path => "by its name".to_owned(),
        LanguageOrigin::Declared => "as the file says".to_owned(),
        LanguageOrigin::Identified(confidence) => format!("by its text, confidence {confidence:.2}"),
    };
    writeln!(
        out,
        "{} ({}, {origin}; {}): {} blocks, {} sentences, {} facts",
        exact(&version.document.path),
        version.language,
        version.document.encoding,
        version.document.blocks.len(),
        version.segments.len(),
        version.facts.len()
    )?;
    if !version.facts.is_empty() || with.cues && !version.cues.is_empty() || with.names {
        let titles = row("place", "kind", "value", "unit", "conf", "missed");
        writeln!(out, "\n{}", paint(color, Style::new().dimmed(), &format!("{titles}  text")))?;
    }
    let mut places = Places::of(version);
    for segment in 0..version.segments.len() {
        let place = places.shown(version.segment_span(segment).start);
        let text = exact(version.segment_text(segment));
        writeln!(out, "\n{} {text}", paint(color, Style::new().bold(), &place))?;
        for fact in version.segment_facts(segment) {
            let span = version.fact_span(fact, segment);
            let text = exact(&version.document.source[span.range()]);
            let line = reading_row(&places.shown(span.start), &fact.value, fact.weight, salience(fact));
            writeln!(out, "{line}  {text}")?;
            for other in &fact.alternatives {
                let line = reading_row("", &other.value, other.weight, "");
                writeln!(out, "{}", paint(color, Style::new().dimmed(), line.trim_end()))?;
            }
        }
        for cue in version.segment_cues(segment).iter().filter(|_| with.cues) {
            let span = version.cue_span(cue, segment);
            let said = format!("{}/{}", cue.key.category().name(), cue.key.name());
            let line = row(&places.shown(span.start), "cue", &said, "", "", cue.strength.name());
            writeln!(out, "{line}  {}", exact(&version.document.source[span.range()]))?;
        }
        let names = if with.names { version.names().of_segment(segment) } else { &[] };
        for name in names {
            let span = span_of(version, segment, name);
            let line = row(&places.shown(span.start), "name", &known(name).join(" "), "", "", strength(name));
            writeln!(out, "{line}  {}", exact(&version.document.source[span.range()]))?;
        }
    }
    Ok(())
}

fn reading_row(place: &str, value: &Value, weight: f32, salience: &str) -> String {
    let reading = Reading::new(value, weight);
    let sign = match reading.bound {
        Some("about") => "~",
        Some("at least") => "≥",
        Some("at most") => "≤",
        _ => "",
    };
    let value = format!("{sign}{}", reading.value);
    let confidence = format!("{:.2}", reading.confidence);
    row(place, reading.kind, &value, reading.unit.as_deref().unwrap_or_default(), &confidence, salience)
}

fn row(place: &str, kind: &str, value: &str, unit: &str, confidence: &str, salience: &str) -> String {
    format!("  {place:<8} {kind:<10} {value:<20} {unit:<6} {confidence:<4} {salience:<6}")
}

fn paint(color: bool, style: Style, text: &str) -> String {
    if color { format!("{style}{text}{style:#}") } else { text.to_owned() }
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

    fn at(&mut self, offset: usize) -> LineColumn {
        let between = self.document.source.get(self.last..offset);
        self.place = match between.filter(|text| !text.contains(['\n', '\r', '\u{feff}'])) {
            Some(text) => LineColumn { column: self.place.column + text.chars().count(), ..self.place },
            None => self.document.line_column(offset),
        };
        self.last = offset;
        self.place
    }

    fn shown(&mut self, offset: usize) -> String {
        let LineColumn { line, column } = self.at(offset);
        format!("{line}:{column}")
    }

    fn place(&mut self, byte_start: usize, byte_end: usize) -> Place {
        let LineColumn { line, column } = self.at(byte_start);
        Place { line, column, byte_start, byte_end }
    }
}
