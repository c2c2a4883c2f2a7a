//! What the rules share on text that is left out, or put in, within what corresponds.

use crate::clauses::{Kind, Loss};
use crate::draft::{Causes, Draft, Sink, Topic};
use crate::precedence::overlap;
use crate::rules::gaps::{UNLIKE, are_cut_alike};
use crate::view::View;
use crate::wording;
use parallax_core::{Evidence, RuleMeta, Severity};

/// A loss that is surer than this may be an error.
const SURE: f64 = 0.9;

/// One in a document that is less sure than this is for information.
const LIKELY: f64 = 0.65;

/// Whether a loss is that of whole sentences.
pub(crate) fn is_sentence(kind: Kind) -> bool {
    matches!(kind, Kind::Sentence | Kind::Everything)
}

/// Reports the losses of one side that are of some kinds, as findings of `rule`.
pub(crate) fn report(
    view: &View<'_>,
    sink: &mut Sink<'_>,
    rule: &'static RuleMeta,
    target: bool,
    kinds: fn(Kind) -> bool,
) {
    let is_told = |loss: &Loss| {
        view.coverage.gaps.iter().any(|gap| gap.target == target && overlap(&gap.segments, &loss.segments))
    };
    for loss in view.losses().of_side(target).filter(|loss| kinds(loss.kind) && !is_told(loss)) {
        if let Some(draft) = draft(view, rule, loss) {
            sink.push(view, draft);
        }
    }
}

fn draft(view: &View<'_>, rule: &'static RuleMeta, loss: &Loss) -> Option<Draft> {
    let bead = &view.bitext.alignment.segments[loss.bead];
    let cue = loss.confidence * if are_cut_alike(view) { 1.0 } else { UNLIKE };
    let causes = Causes { alignment: bead.confidence.get(), reading: 1.0, cue };
    let topic = if loss.target {
        Topic::Added { before: bead.source.start }
    } else {
        Topic::Omitted { segments: loss.segments.clone() }
    };
    let mut draft = Draft::new(rule, topic, causes);
    draft.backed_cue = causes.cue + (1.0 - causes.cue) / 2.0;
    draft.against_cue = draft.backed_cue;
    if cue < SURE {
        draft.worst = draft.worst.min(Severity::Warning);
    }
    // A document has many sentences, of which hardly one lacks something.
    if causes.confidence().get() < LIKELY && view.bitext.alignment.segments.len() > 1 {
        draft.worst = Severity::Info;
    }
    let own = view.range_place(loss.target, loss.segments.start, loss.range);
    let other = view.segments_place(!loss.target, if loss.target { &bead.source } else { &bead.target });
    let (here, there) = (wording::name(view, loss.target), wording::name(view, !loss.target));
    let quote = wording::quote(&own);
    let what = noun(loss.kind);
    draft.message = match (loss.kind, loss.target) {
        (Kind::Repeated(times), _) => format!("stands {} in {here}, once in {there}: {quote}", often(times)),
        (Kind::Everything, _) => format!("nothing of this sentence is found in {there}"),
        (_, false) => format!("{what} is missing in {there}: {quote}"),
        (_, true) => format!("{what} is only in {here}: {quote}"),
    };
    draft.against_pivot = match loss.target {
        false => format!("{what} is in the pivot only: {quote}"),
        true => format!("{what} is missing in the pivot: {quote}"),
    };
    draft.notes.extend(reason(loss, &there).map(Evidence::Note));
    draft.anchor = if loss.target { bead.source.start } else { loss.segments.start };
    draft.claims = if loss.target { (0..0, loss.segments.clone()) } else { (loss.segments.clone(), 0..0) };
    draft.part = !is_sentence(loss.kind);
    (draft.source, draft.target) = if loss.target { (other, Some(own)) } else { (Some(own), other) };
    Some(draft)
}

fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Clause => "a part of the sentence",
        Kind::Item => "an item of the list",
        Kind::Parenthesis => "what stands in parentheses",
        Kind::Sentence | Kind::Everything => "a sentence",
        Kind::Repeated(_) => "a repetition",
    }
}

fn often(times: usize) -> String {
    if times == 2 { "twice".to_owned() } else { format!("{times} times") }
}

/// Why it is taken for lost: the signs that tell most, as a sentence.
fn reason(loss: &Loss, there: &str) -> Option<String> {
    const TELLS: f32 = 0.8;
    let signs = &loss.signs;
    let mut reasons = Vec::new();
    if signs.words >= TELLS {
        reasons.push(format!("its words have no counterpart in {there}"));
    }
    if signs.length >= TELLS {
        reasons.push("without it, both sides are as long as translations are".to_owned());
    }
    if signs.place >= TELLS {
        reasons.push("nothing stands between the words around it there".to_owned());
    }
    if signs.parenthesis {
        reasons.push("there are fewer parentheses there".to_owned());
    }
    (!reasons.is_empty()).then(|| reasons.join("; "))
}
