//! What the rules on foreign text share.

use crate::draft::{Causes, Draft, Topic};
use crate::tongue::{Foreign, Verdict};
use crate::view::View;
use crate::wording;
use parallax_core::{LanguageTag, RuleMeta};
use std::ops::Range;

/// Neighbouring segments of one block in one language.
struct Stretch {
    segments: Range<usize>,
    twins: Vec<usize>,
    verdict: Verdict,
}

/// Drafts for foreign segments: neighbours of one block and language are one. `phrase` says what is wrong, given what
/// it is (*a sentence*) and whether it is one.
pub(crate) fn drafts(
    view: &View<'_>,
    rule: &'static RuleMeta,
    foreign: &[Foreign],
    phrase: &dyn Fn(&str, bool, LanguageTag) -> String,
) -> Vec<Draft> {
    let target = view.bitext.target;
    let mut stretches: Vec<Stretch> = Vec::new();
    for it in foreign {
        let block = target.segments[it.segment].block;
        match stretches.last_mut() {
            Some(last)
                if last.segments.end == it.segment
                    && last.verdict.language == it.verdict.language
                    && target.segments[last.segments.start].block == block =>
            {
                last.segments.end += 1;
                last.twins.extend(it.twin);
                last.verdict.confidence = last.verdict.confidence.max(it.verdict.confidence);
            }
            _ => stretches.push(Stretch {
                segments: it.segment..it.segment + 1,
                twins: it.twin.into_iter().collect(),
                verdict: it.verdict,
            }),
        }
    }
    stretches.iter().filter_map(|stretch| draft(view, rule, stretch, phrase)).collect()
}

fn draft(
    view: &View<'_>,
    rule: &'static RuleMeta,
    stretch: &Stretch,
    phrase: &dyn Fn(&str, bool, LanguageTag) -> String,
) -> Option<Draft> {
    let target = view.bitext.target;
    let causes = Causes { alignment: 1.0, reading: 1.0, cue: stretch.verdict.confidence };
    let mut draft = Draft::new(rule, Topic::Foreign, causes);
    let mut counterpart = counterpart(view, stretch);
    if counterpart.is_empty() {
        counterpart = taken_along(view, stretch);
    }
    let block = target.segments[stretch.segments.start].block;
    let whole = stretch.segments == target.block_segments[block];
    let (what, one) = match stretch.segments.len() {
        1 => ("a sentence".to_owned(), true),
        _ if whole => (wording::blocks(target, &(block..block + 1)), true),
        count => (format!("{count} sentences"), false),
    };
    draft.message = phrase(&what, one, stretch.verdict.language);
    draft.target = Some(view.segments_place(true, &stretch.segments)?);
    draft.source = view.segments_place(false, &counterpart);
    draft.values = vec![(view.version, stretch.verdict.language.to_string())];
    draft.anchor = if counterpart.is_empty() { anchor(view, stretch.segments.start) } else { counterpart.start };
    let mut claimed = counterpart;
    // Where such a text was not paired, what stands unpaired across from it is its counterpart.
    for (sources, targets) in &view.coverage.stretches {
        if targets.iter().any(|at| stretch.segments.contains(at))
            && let (Some(first), Some(last)) = (sources.first(), sources.last())
        {
            claimed = if claimed.is_empty() {
                *first..last + 1
            } else {
                claimed.start.min(*first)..claimed.end.max(last + 1)
            };
        }
    }
    draft.claims = (claimed, stretch.segments.clone());
    Some(draft)
}

/// The segments of the source that a stretch should render: those it is a copy of, else those it is aligned with.
fn counterpart(view: &View<'_>, stretch: &Stretch) -> Range<usize> {
    let source = view.bitext.source;
    let range = |all: &[usize]| match (all.iter().min(), all.iter().max()) {
        (Some(first), Some(last)) if source.segments[*first].block == source.segments[*last].block => *first..last + 1,
        (Some(first), _) => *first..first + 1,
        _ => 0..0,
    };
    if !stretch.twins.is_empty() {
        return range(&stretch.twins);
    }
    let overlaps = |target: &Range<usize>| target.start < stretch.segments.end && stretch.segments.start < target.end;
    let beads = view.bitext.alignment.segments.iter().filter(|bead| overlaps(&bead.target));
    let aligned: Vec<usize> =
        beads.flat_map(|bead| bead.source.clone()).filter(|at| *at < source.segments.len()).collect();
    range(&aligned)
}

/// The segments of the source that a stretch without a counterpart should render: those that stand unpaired across from
/// it, or one next to its place that was aligned together with its neighbour.
fn taken_along(view: &View<'_>, stretch: &Stretch) -> Range<usize> {
    let source = view.bitext.source;
    let across = view.coverage.stretches.iter().find(|(_, targets)| targets.contains(&stretch.segments.start));
    if let Some(first) = across.and_then(|(sources, _)| sources.first().copied()) {
        let block = &source.block_segments[source.segments[first].block];
        let unpaired = |at: &usize| across.is_some_and(|(sources, _)| sources.contains(at));
        let count = (first..block.end).take_while(unpaired).count().min(stretch.segments.len());
        return first..first + count;
    }
    let paired = || view.bitext.alignment.segments.iter().filter(|bead| bead.is_paired() && bead.source.len() > 1);
    let before = paired().find(|bead| bead.target.end == stretch.segments.start).map(|bead| bead.source.end - 1);
    let after = paired().find(|bead| bead.target.start == stretch.segments.end).map(|bead| bead.source.start);
    before.or(after).map_or(0..0, |segment| segment..segment + 1)
}

/// The segment of the pivot behind the place where a segment of the target stands.
fn anchor(view: &View<'_>, segment: usize) -> usize {
    let before = view.bitext.alignment.segments.iter().filter(|bead| bead.target.start < segment && bead.is_paired());
    before.map(|bead| bead.source.end).max().unwrap_or(0)
}

/// A draft for a whole document.
pub(crate) fn document(view: &View<'_>, rule: &'static RuleMeta, verdict: Verdict, message: String) -> Option<Draft> {
    let target = view.bitext.target;
    let causes = Causes { alignment: 1.0, reading: 1.0, cue: verdict.confidence };
    let mut draft = Draft::new(rule, Topic::Foreign, causes);
    draft.message = message;
    // The first block stands for all: marking the whole text would mark nothing.
    let first = target.block_segments.iter().position(|segments| !segments.is_empty())?;
    draft.target = Some(view.blocks_place(true, &(first..first + 1))?);
    draft.values = vec![(view.version, verdict.language.to_string())];
    draft.claims = (0..view.bitext.source.segments.len().max(1), 0..target.segments.len());
    Some(draft)
}
