//! Why beads are, for `parallax align --explain`: for people, and as a field of the JSON form of an alignment.

use crate::alignment::{indices, joined};
use crate::terminal::cells::{fill, keep_start, width};
use crate::terminal::clean::exact;
use anstyle::Style;
use parallax_core::reason::{Basis, BeadEvidence, Reason, WordSource};
use parallax_core::{Bead, Bitext};
use schemars::JsonSchema;
use serde::Serialize;
use std::io;

/// Why a bead is one. Scores are in nats (natural logarithms): log-likelihood ratios, that the two sides correspond
/// against that they met by chance.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "BeadEvidence")]
pub struct WireReason {
    /// How the bead came about: `found` as a part of the best sequence of beads; `moved`, among what that left out on
    /// both sides; `given`; or `trivial`: both versions are the same, or one has no text.
    pub basis: &'static str,
    /// The logarithm of how common beads of its size are, or gaps, in this alignment; null where that does not matter.
    pub prior: Option<f64>,
    /// The sum of the scores; null where a side is empty, or nothing was found out.
    pub total: Option<f64>,
    /// The scores that the search added up; null as `total` is.
    pub scores: Option<Scores>,
    /// The words that speak most for it, the strongest first.
    pub words: Vec<WireWords>,
    /// What its sides state; `scores.facts` is the sum of the weights.
    pub facts: Vec<WireFacts>,
    /// For what is left out: the bead nearby that it would best have been a part of.
    pub alternative: Option<WireAlternative>,
}

/// What speaks for a bead, or against it where it is less than 0. Words that look alike, or stand for the same concepts,
/// are what the learning of words begins with: they count in `words`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Scores {
    /// How long the sides are.
    pub length: f64,
    /// Words that translate each other, as learned from the documents.
    pub words: f64,
    /// Words of the built-in dictionary.
    pub dictionary: f64,
    /// Numbers, dates, times, links and identifiers.
    pub facts: f64,
    /// The very same text.
    pub same_text: f64,
    /// Signs, such as question marks and brackets.
    pub punctuation: f64,
    /// Kinds of blocks, and where blocks begin and end.
    pub structure: f64,
    /// What stands between neighbouring segments of one side.
    pub joints: f64,
}

/// Two words that correspond.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "WordPair")]
pub struct WireWords {
    /// As it stands in the source.
    pub source: String,
    /// As it stands in the target.
    pub target: String,
    /// How much likelier each is beside the other than anywhere, by what the other beads teach.
    pub weight: f64,
    /// What made that likely in the first place: `learned`, `alike`, `dictionary` or `concepts`.
    pub by: &'static str,
}

/// Something that both sides state, or one of them alone.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FactPair")]
pub struct WireFacts {
    /// As it stands in the source; null where the source lacks it.
    pub source: Option<String>,
    /// As it stands in the target; null where the target lacks it.
    pub target: Option<String>,
    /// What it tells.
    pub weight: f64,
}

/// A bead that could have been.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Alternative")]
pub struct WireAlternative {
    /// Its source segments.
    pub source: Vec<usize>,
    /// Its target segments.
    pub target: Vec<usize>,
    /// By how much it would be worse than what was found, leaving aside where blocks end.
    pub worse: f64,
}

fn rounded(nats: f64) -> f64 {
    // Without the sign that a zero may have.
    (nats * 100.0).round() / 100.0 + 0.0
}

fn basis(reason: &Reason) -> &'static str {
    match reason.basis {
        Basis::Found => "found",
        Basis::Moved => "moved",
        Basis::Given => "given",
        Basis::Trivial => "trivial",
    }
}

fn by(source: WordSource) -> &'static str {
    match source {
        WordSource::Learned => "learned",
        WordSource::Alike => "alike",
        WordSource::Dictionary => "dictionary",
        WordSource::Concepts => "concepts",
    }
}

impl From<&Reason> for WireReason {
    fn from(reason: &Reason) -> Self {
        let scores = |evidence: BeadEvidence| Scores {
            length: rounded(evidence.length),
            words: rounded(evidence.words),
            dictionary: rounded(evidence.dictionary),
            facts: rounded(evidence.facts),
            same_text: rounded(evidence.same_text),
            punctuation: rounded(evidence.punctuation),
            structure: rounded(evidence.structure),
            joints: rounded(evidence.joints),
        };
        let words = reason.words.iter().map(|pair| WireWords {
            source: pair.source.clone(),
            target: pair.target.clone(),
            weight: rounded(pair.weight),
            by: by(pair.by),
        });
        let facts = reason.facts.iter().map(|pair| WireFacts {
            source: pair.source.clone(),
            target: pair.target.clone(),
            weight: rounded(pair.weight),
        });
        Self {
            basis: basis(reason),
            prior: reason.prior.map(rounded),
            total: reason.evidence.map(|evidence| rounded(evidence.total())),
            scores: reason.evidence.map(scores),
            words: words.collect(),
            facts: facts.collect(),
            alternative: reason.alternative.as_ref().map(|other| WireAlternative {
                source: other.source.clone().collect(),
                target: other.target.clone().collect(),
                worse: rounded(other.worse),
            }),
        }
    }
}

/// Writes, for people, each bead of segments with what spoke for it; `reasons` has one for each. Scores are in nats.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_table(
    bitext: &Bitext<'_>,
    reasons: &[Reason],
    columns: usize,
    color: bool,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let columns = columns.max(40);
    for (number, (bead, reason)) in bitext.alignment.segments.iter().zip(reasons).enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        let faint = Style::new().dimmed();
        writeln!(out, "{}", paint(color, Style::new().bold(), &title(bead, reason)))?;
        for (version, range) in [(bitext.source, &bead.source), (bitext.target, &bead.target)] {
            if !range.is_empty() {
                let text = keep_start(&exact(&joined(version, range)), columns - 2);
                writeln!(out, "  {text}")?;
            }
        }
        for (style, pieces) in [(faint, scores(reason)), (Style::new(), pairs(reason))] {
            for line in fill(pieces.iter().map(String::as_str), columns - 2).iter().filter(|line| !line.is_empty()) {
                writeln!(out, "  {}", paint(color, style, line))?;
            }
        }
        if let Some(other) = &reason.alternative {
            let (source, target) = (indices(&other.source), indices(&other.target));
            let line = format!("best taken into {source} ~ {target}, {:.1} worse", other.worse);
            writeln!(out, "  {}", paint(color, faint, &line))?;
        }
    }
    Ok(())
}

fn title(bead: &Bead, reason: &Reason) -> String {
    let side = |range| {
        let shown = indices(range);
        if shown.is_empty() { "–".to_owned() } else { shown }
    };
    let (source, target) = (side(&bead.source), side(&bead.target));
    let found = match (reason.basis, bead.is_paired()) {
        (Basis::Found, true) => "",
        (Basis::Found | Basis::Moved, false) => "  left out",
        (Basis::Moved, true) => "  moved",
        (Basis::Given, _) => "  given",
        (Basis::Trivial, _) => "  nothing to find out",
    };
    format!("{source} ~ {target}  confidence {:.2}{found}", bead.confidence.get())
}

/// The sum, and its parts that are not nothing.
fn scores(reason: &Reason) -> Vec<String> {
    let mut pieces = Vec::new();
    if let Some(evidence) = reason.evidence {
        pieces.push(format!("evidence {:+.1}:", evidence.total()));
        let parts = evidence.parts();
        let told = parts.iter().filter(|(_, score)| score.abs() >= 0.05);
        pieces.extend(told.map(|(kind, score)| format!("{kind} {score:+.1}")));
    }
    pieces.extend(reason.prior.map(|prior| format!("(how common: {prior:+.1})")));
    pieces
}

/// Facts and words.
fn pairs(reason: &Reason) -> Vec<String> {
    let facts = reason.facts.iter().map(|pair| {
        let side = |text: &Option<String>| text.as_deref().map_or("–".to_owned(), |text| cut(&exact(text)));
        format!("{} ~ {} {:+.1};", side(&pair.source), side(&pair.target), pair.weight)
    });
    let words = reason.words.iter().map(|pair| {
        let how = if pair.by == WordSource::Learned { String::new() } else { format!(" ({})", by(pair.by)) };
        format!("{} ~ {} {:.1}{how};", cut(&exact(&pair.source)), cut(&exact(&pair.target)), pair.weight)
    });
    let mut pairs: Vec<String> = facts.chain(words).collect();
    if let Some(last) = pairs.last_mut() {
        last.pop();
    }
    pairs
}

/// A word or fact; links may be long.
fn cut(text: &str) -> String {
    const MOST: usize = 30;
    if width(text) > MOST { keep_start(text, MOST) } else { text.to_owned() }
}

fn paint(color: bool, style: Style, text: &str) -> String {
    if color { format!("{style}{text}{style:#}") } else { text.to_owned() }
}
