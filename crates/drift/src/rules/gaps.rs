//! What the rules on omitted and added text share.

use crate::coverage::Gap;
use crate::draft::{Causes, Draft, Topic};
use crate::view::View;
use crate::wording;
use parallax_core::{RuleMeta, Severity};

/// How often text without a counterpart is missing indeed, by how much it is: translators drop and join short
/// sentences, and aligners are least sure of them. Letters, as [`parallax_core::identify::weight`] counts them.
const BY_WEIGHT: [(usize, f64); 4] = [(60, 0.97), (25, 0.9), (10, 0.72), (0, 0.55)];
/// The same factor again where as much text stands unpaired on the other side: the aligner may have failed to pair
/// what is badly translated.
const OPPOSITE: f64 = 0.8;
/// The same factor where one side's sentences could not be told apart, as in Thai, which has no full stop: what stands
/// unpaired on the other side may well be in one of them.
pub(crate) const UNLIKE: f64 = 0.5;
/// So many times as many sentences to a paragraph on one side as on the other are a sign of that.
const TIMES: usize = 2;
/// A doubt of the aligner weighs more for a sentence than for a paragraph: what stands unpaired may be a sentence that a
/// translator split off its neighbour, which no length tells from one put in. Exponent of the confidence, measured on
/// the corpus: at 1.4 no faithful letter has such a finding, and two of 28 planted omissions are held back for it.
const SPLIT_OFF: f64 = 1.4;
/// Text shorter than this is never an error: a short heading, an interjection.
const SHORT: usize = 16;

/// Whether the paragraphs of both sides have about as many sentences.
pub(crate) fn are_cut_alike(view: &View<'_>) -> bool {
    let counts = [false, true].map(|target| {
        let version = view.side(target);
        (version.segments.len().max(1), version.document.blocks.len().max(1))
    });
    let [(a, blocks_a), (b, blocks_b)] = counts;
    // Compared crosswise, so that nothing is divided.
    let (a, b) = (a * blocks_b, b * blocks_a);
    a <= b * TIMES && b <= a * TIMES
}

/// A draft for a gap.
pub(crate) fn draft(view: &View<'_>, rule: &'static RuleMeta, gap: &Gap) -> Option<Draft> {
    let by_weight = BY_WEIGHT.iter().find(|(weight, _)| gap.weight >= *weight).map_or(0.5, |(_, cue)| *cue);
    let balanced = gap.opposite > 0 && gap.opposite * 2 >= gap.weight && gap.weight * 2 >= gap.opposite;
    let cue = if balanced { by_weight * OPPOSITE } else { by_weight };
    let cue = if are_cut_alike(view) { cue } else { cue * UNLIKE };
    let alignment = if gap.blocks.is_some() { gap.confidence } else { gap.confidence.powf(SPLIT_OFF) };
    let causes = Causes { alignment, reading: 1.0, cue };
    let topic = if gap.target {
        Topic::Added { before: gap.anchor }
    } else {
        Topic::Omitted { segments: gap.segments.clone() }
    };
    let mut draft = Draft::new(rule, topic, causes);
    draft.backed_cue = cue + (1.0 - cue) / 2.0;
    draft.against_cue = draft.backed_cue;
    if gap.weight < SHORT {
        draft.worst = draft.worst.min(Severity::Warning);
    }
    let place = match &gap.blocks {
        Some(blocks) => view.blocks_place(gap.target, blocks),
        None => view.segments_place(gap.target, &gap.segments),
    }?;
    let (what, count) = match &gap.blocks {
        Some(blocks) => (wording::blocks(view.side(gap.target), blocks), blocks.len()),
        None if gap.segments.len() == 1 => ("a sentence".to_owned(), 1),
        None => (format!("{} sentences", gap.segments.len()), gap.segments.len()),
    };
    let (be, name) = (wording::is_or_are(count), wording::name(view, true));
    if gap.target {
        draft.message = format!("{what} {be} only in {name}");
        draft.against_pivot = format!("{what} {be} missing in the pivot");
        draft.target = Some(place);
        draft.claims = (0..0, gap.segments.clone());
    } else {
        draft.message = format!("{what} {be} missing in {name}");
        draft.against_pivot = format!("{what} {be} in the pivot only");
        draft.source = Some(place);
        draft.claims = (gap.segments.clone(), 0..0);
    }
    draft.anchor = gap.anchor;
    Some(draft)
}
