//! Which parts of two versions of a document correspond.
//!
//! [`align`] finds the beads of two versions: which segments (sentences) of one correspond to which of the other, and
//! which blocks (paragraphs, headings, …). To align many versions with one pivot, make each [`Prepared`] once.
//!
//! No model and no dictionary is needed. What tells that two segments correspond is, in nats of log-likelihood ratio
//! against chance: their lengths (`length`), the facts that both state (`facts`), words that look alike
//! (`cognates`), words that translate each other, learned from the documents themselves (`lexicon`, `words`), signs
//! (`punctuation`), whether neighbouring segments belong together (`joints`), and the blocks that they stand in (`structure`). The search (`search`) looks at the whole
//! document in a wide corridor first (`coarse`), then in rounds at what is left of it (`engine`, `fine`), learning
//! from each round for the next (`knowledge`). What the path leaves out on both sides may have moved (`moved`); beads
//! of blocks follow from those of segments (`blocks`).
//!
//! Everything is pure and deterministic: the same versions give the same alignment, and swapping them mirrors it.

mod blank;
mod blocks;
mod chapters;
mod coarse;
mod cognates;
mod confidence;
mod engine;
mod evidence;
mod explain;
mod facts;
mod fine;
mod fixed;
mod grain;
mod join;
mod joints;
mod knowledge;
mod length;
mod lexicon;
mod logarithm;
mod long;
mod meanings;
mod moved;
mod options;
mod order;
mod pair;
mod parts;
mod pool;
mod prepared;
mod priors;
mod punctuation;
mod resemblance;
mod search;
mod skeleton;
mod structure;
mod teach;
mod vocabulary;
mod words;

#[cfg(test)]
#[path = "../tests/alignment/versions.rs"]
mod testing;

pub use explain::Explained;
pub use fixed::{FixedBeads, FixedBeadsError};
pub use options::{Effort, Options};
pub use parts::{BeadEvidence, EvidenceKind, EvidenceSet};
pub use pool::{Pool, Pooled, align_all, align_each};
pub use prepared::Prepared;
pub use teach::learn;

use explain::Told;
use parallax_core::{Alignment, Bead, BlockKind, Confidence, Resemblance, Version};
use std::cmp::Ordering;
use std::ops::Range;

/// Aligns two versions: beads of their blocks and of their segments, each covering every unit of both sides exactly
/// once.
///
/// ```
/// use parallax_aligner::align;
/// use parallax_core::{Block, BlockKind, BlockText, Document, LanguageOrigin, Span, Version};
///
/// let version = |text: &str, language: &str| {
///     let blocks = text.split('\n').scan(0, |start, line| {
///         let at = *start;
///         *start += line.len() + 1;
///         let span = Span::new(at, at + line.len());
///         Some(Block::plain(BlockKind::Paragraph, span, BlockText::from_source(at, line)))
///     });
///     let document = Document::new("x.txt", text.to_owned(), blocks.collect());
///     Version::read(document, language.parse().unwrap(), LanguageOrigin::Given)
/// };
/// let english = version("It rained. Some 300 people came.\nNobody left.", "en");
/// let german = version("Es regnete. Da kamen 300 Leute.\nNiemand ging.", "de");
/// let alignment = align(&english, &german);
/// assert_eq!(alignment.blocks.len(), 2);
/// assert_eq!((alignment.segments[1].source.clone(), alignment.segments[1].target.clone()), (1..2, 1..2));
/// ```
#[must_use]
pub fn align(source: &Version, target: &Version) -> Alignment {
    align_with(source, target, &Options::default())
}

/// As [`align`], with options.
#[must_use]
pub fn align_with(source: &Version, target: &Version, options: &Options) -> Alignment {
    let (source, target) = join::join(|| Prepared::new(source), || Prepared::new(target));
    source.align_with(&target, options)
}

impl Prepared<'_> {
    /// Aligns this version, as the source, with a target: as [`align`] does.
    #[must_use]
    pub fn align(&self, target: &Prepared<'_>) -> Alignment {
        self.align_with(target, &Options::default())
    }

    /// Aligns this version, as the source, with a target.
    #[must_use]
    pub fn align_with(&self, target: &Prepared<'_>, options: &Options) -> Alignment {
        self.aligned(target, options, None)
    }

    /// Aligns this version, as the source, with a target, and tells why the beads are what they are. That takes a
    /// little longer; the alignment is the same.
    #[must_use]
    pub fn explain(&self, target: &Prepared<'_>, options: &Options) -> Explained {
        let mut told = Vec::new();
        let alignment = self.aligned(target, options, Some(&mut told));
        let reasons = explain::in_order(&alignment.segments, &told);
        Explained { alignment, reasons }
    }

    fn aligned(&self, target: &Prepared<'_>, options: &Options, told: Option<&mut Vec<Told>>) -> Alignment {
        // Whichever side is the source, the same calculation is done, so that swapping sides mirrors the alignment
        // to the last bit.
        match canonical(self.version, target.version) {
            Ordering::Equal if options.fixed.is_empty() => same(self),
            Ordering::Less | Ordering::Equal => align_prepared(self, target, options, told),
            Ordering::Greater => {
                let mut back = told.is_some().then(Vec::new);
                let alignment = align_prepared(target, self, &options.mirrored(), back.as_mut());
                if let Some((told, back)) = told.zip(back) {
                    told.extend(back.into_iter().map(Told::mirrored));
                }
                order::mirrored(alignment)
            }
        }
    }
}

/// The alignment of a version with itself.
fn same(version: &Prepared<'_>) -> Alignment {
    let beads = |count: usize| {
        let bead =
            |at: usize| Bead { source: at..at + 1, target: at..at + 1, confidence: Confidence::CERTAIN, moved: false };
        (0..count).map(bead).collect()
    };
    Alignment {
        blocks: beads(version.version.document.blocks.len()),
        segments: beads(version.version.segments.len()),
        ..Alignment::default()
    }
}

/// An order of versions by all that bears on their alignment.
fn canonical(a: &Version, b: &Version) -> Ordering {
    let size = |version: &Version| (version.segments.len(), version.facts.len(), version.document.blocks.len());
    fn texts(version: &Version) -> impl Iterator<Item = (&str, BlockKind)> {
        version.document.blocks.iter().map(|block| (block.text.as_str(), block.kind))
    }
    size(a)
        .cmp(&size(b))
        .then_with(|| texts(a).cmp(texts(b)))
        .then_with(|| a.document.source.cmp(&b.document.source))
        .then_with(|| a.language.cmp(&b.language))
}

fn align_prepared(
    source: &Prepared<'_>,
    target: &Prepared<'_>,
    options: &Options,
    mut told: Option<&mut Vec<Told>>,
) -> Alignment {
    let given = if options.fixed.is_empty() {
        Vec::new()
    } else {
        let free = align_prepared(source, target, &Options { fixed: FixedBeads::default(), ..options.clone() }, None);
        options.fixed.within((source.len(), target.len()), &free.segments)
    };
    let by_blocks = grain::is_blocks(source.version, target.version);
    let blanks = blank::any(source.version) || blank::any(target.version);
    let (beads, resemblance) = if by_blocks || blanks || !given.is_empty() {
        let (source_version, target_version) = (source.version, target.version);
        let source = with_given(source, by_blocks, given.iter().map(|bead| &bead.source));
        let target = with_given(target, by_blocks, given.iter().map(|bead| &bead.target));
        let (units, resemblance) = unit_beads(&source, &target, options, &given, told.as_deref_mut());
        let mut beads = grain::expanded(units, &source.units, &target.units);
        beads.extend(given);
        if blanks {
            beads.extend(blank::beads(source_version, target_version, &beads));
        }
        if let Some(told) = told {
            *told = std::mem::take(told).into_iter().map(|one| one.of_segments(&source.units, &target.units)).collect();
        }
        (beads, resemblance)
    } else {
        unit_beads(source, target, options, &[], told)
    };
    let segments = order::ordered(beads);
    Alignment { blocks: blocks::block_beads(source, target, &segments), segments, resemblance }
}

/// A version with each side of the given beads as one unit.
fn with_given<'a, 'v>(
    version: &Prepared<'v>,
    by_blocks: bool,
    sides: impl Iterator<Item = &'a Range<usize>>,
) -> Prepared<'v> {
    let mut ranges: Vec<Range<usize>> = sides.filter(|side| !side.is_empty()).cloned().collect();
    ranges.sort_by_key(|range| range.start);
    if by_blocks { version.by_blocks(&ranges) } else { version.by_segments(&ranges) }
}

/// The beads of units, but for those that are given, and whether the texts look like versions of one document at all;
/// and why the beads are, and those that are given too, in `told`.
fn unit_beads(
    source: &Prepared<'_>,
    target: &Prepared<'_>,
    options: &Options,
    given: &[Bead],
    mut told: Option<&mut Vec<Told>>,
) -> (Vec<Bead>, Resemblance) {
    let holds = fixed::Holds::new(given, &source.units, &target.units);
    if source.len() == 0 || target.len() == 0 {
        let bead = |source, target| Bead { source, target, confidence: Confidence::CERTAIN, moved: false };
        let sources = (0..source.len()).filter(|at| !holds.holds(*at, 0, (1, 0))).map(|at| bead(at..at + 1, 0..0));
        let targets = (0..target.len()).filter(|at| !holds.holds(0, *at, (0, 1))).map(|at| bead(0..0, at..at + 1));
        return (sources.chain(targets).collect(), Resemblance::default());
    }
    let pair = pair::Pair::new(source, target, options, holds);
    let engine::Found { path, evidence, knowledge } = engine::search(&pair, options);
    let teller = explain::Teller::new(&pair, &knowledge);
    if let Some(told) = &mut told {
        told.extend(teller.path(&path, &evidence));
    }
    let confidences = confidence::of_path(&path, &evidence, &knowledge.priors);
    let free = path.iter().zip(confidences).filter(|(step, _)| given.is_empty() || !pair.holds.is_given(step));
    let bead = |step: &search::Step, confidence| Bead {
        source: step.source(),
        target: step.target(),
        confidence,
        moved: false,
    };
    let paired = free.clone().filter(|(step, _)| step.is_paired());
    let mut beads: Vec<Bead> = paired.map(|(step, confidence)| bead(step, confidence)).collect();
    let mut gaps: Vec<search::Step> = free.map(|(step, _)| *step).filter(|step| !step.is_paired()).collect();
    let moved = moved::find(&pair, &knowledge, &mut gaps);
    let resemblance = resemblance::of(&pair, &knowledge, &evidence, &moved);
    if let Some(told) = told {
        told.extend(moved.iter().map(|bead| teller.moved(bead)));
    }
    beads.extend(moved);
    beads.extend(gaps.iter().map(|step| bead(step, confidence::of_gap(step))));
    (beads, resemblance)
}
