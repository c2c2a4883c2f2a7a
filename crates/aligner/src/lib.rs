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

mod blocks;
mod coarse;
mod cognates;
mod confidence;
mod engine;
mod evidence;
mod facts;
mod fine;
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
mod prepared;
mod priors;
mod punctuation;
mod search;
mod skeleton;
mod structure;
mod vocabulary;
mod words;

#[cfg(test)]
#[path = "../tests/alignment/versions.rs"]
mod testing;

pub use options::{Effort, Options};
pub use prepared::Prepared;

use parallax_core::{Alignment, Bead, BlockKind, Confidence, Version};
use std::cmp::Ordering;

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
        // Whichever side is the source, the same calculation is done, so that swapping sides mirrors the alignment
        // to the last bit.
        match canonical(self.version, target.version) {
            Ordering::Less => align_prepared(self, target, options),
            Ordering::Equal => same(self),
            Ordering::Greater => order::mirrored(align_prepared(target, self, options)),
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
    Alignment { blocks: beads(version.version.document.blocks.len()), segments: beads(version.version.segments.len()) }
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

fn align_prepared(source: &Prepared<'_>, target: &Prepared<'_>, options: &Options) -> Alignment {
    let beads = if grain::is_blocks(source.version, target.version) {
        let (source, target) = (source.by_blocks(), target.by_blocks());
        grain::expanded(unit_beads(&source, &target, options), &source.units, &target.units)
    } else {
        unit_beads(source, target, options)
    };
    let segments = order::ordered(beads);
    Alignment { blocks: blocks::block_beads(source, target, &segments), segments }
}

fn unit_beads(source: &Prepared<'_>, target: &Prepared<'_>, options: &Options) -> Vec<Bead> {
    if source.len() == 0 || target.len() == 0 {
        let bead = |source, target| Bead { source, target, confidence: Confidence::CERTAIN, moved: false };
        let sources = (0..source.len()).map(|at| bead(at..at + 1, 0..0));
        let targets = (0..target.len()).map(|at| bead(0..0, at..at + 1));
        return sources.chain(targets).collect();
    }
    let pair = pair::Pair::new(source, target);
    let engine::Found { mut path, evidence, knowledge } = engine::search(&pair, options);
    let mut beads: Vec<Bead> = Vec::with_capacity(path.len());
    let paired = path.iter().zip(&evidence).filter(|(step, _)| step.is_paired());
    let bead = |step: &search::Step, evidence: f64| Bead {
        source: step.source(),
        target: step.target(),
        confidence: confidence::of_step(step, evidence),
        moved: false,
    };
    beads.extend(paired.map(|(step, evidence)| bead(step, *evidence)));
    path.retain(|step| !step.is_paired());
    beads.extend(moved::find(&pair, &knowledge, &mut path));
    beads.extend(path.iter().map(|step| bead(step, 0.0)));
    beads
}
