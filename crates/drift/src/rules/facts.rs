//! What the rules on facts share: drafts of a fact that changed, that is missing, that was added.

use crate::draft::{Causes, Draft, Topic};
use crate::matching::{Kind, certainty, kind_of};
use crate::view::View;
use crate::wording;
use parallax_core::{Fact, RuleMeta};
use std::ops::Range;

/// Beads in which several facts are out of step and none agrees are rather badly aligned.
const MANY: usize = 3;

/// How sure it is that the two sides of a bead correspond: its confidence, less where nothing of many facts agrees.
fn alignment(view: &View<'_>, bead: usize) -> f64 {
    let confidence = view.bitext.alignment.segments[bead].confidence.get();
    let in_bead = |target: bool, fact: usize| view.matching.bead_of(target, fact) == bead;
    let compared = |fact: &Fact| kind_of(&fact.value) != Kind::Negation;
    let agree = view.matching.same().any(|(fact, _)| in_bead(false, fact) && compared(view.fact(false, fact)));
    let apart = view.matching.differing().filter(|(fact, _, _)| in_bead(false, *fact)).count()
        + view.matching.unsaid(false).filter(|fact| in_bead(false, *fact) && compared(view.fact(false, *fact))).count()
        + view.matching.unsaid(true).filter(|fact| in_bead(true, *fact) && compared(view.fact(true, *fact))).count();
    if apart >= MANY && !agree { confidence * 0.7 } else { confidence }
}

/// A draft that says that `source` became `target`.
pub(crate) fn changed(view: &View<'_>, rule: &'static RuleMeta, source: usize, target: usize, cue: f64) -> Draft {
    let (from, to) = (view.fact(false, source), view.fact(true, target));
    let bead = view.matching.bead_of(false, source);
    let mut confidence = alignment(view, bead);
    // A pair across two beads hangs on both.
    if view.matching.bead_of(true, target) != bead {
        confidence *= 0.8 * view.bead_of(true, target).confidence.get();
    }
    let causes = Causes { alignment: confidence, reading: certainty(from) * certainty(to), cue };
    let topic = Topic::Fact { fact: source, instead: Some(to.value.clone()) };
    let mut draft = Draft::new(rule, topic, causes);
    let (source_place, target_place) = (view.fact_place(false, source), view.fact_place(true, target));
    let (quoted_from, quoted_to) = (wording::quote(&source_place), wording::quote(&target_place));
    draft.against_cue = 0.97;
    draft.message = format!("{quoted_from} became {quoted_to}");
    draft.against_pivot = format!("{quoted_from} in the pivot, {quoted_to} elsewhere");
    draft.values = vec![(0, from.value.to_string()), (view.version, to.value.to_string())];
    draft.source = Some(source_place);
    draft.target = Some(target_place);
    let (from, to) = (view.matching.segment_of(false, source), view.matching.segment_of(true, target));
    draft.claims = (from..from + 1, to..to + 1);
    draft.anchor = from;
    draft
}

/// A draft that says that a fact of the source is missing in the target.
pub(crate) fn missing(view: &View<'_>, rule: &'static RuleMeta, source: usize, cue: f64) -> Draft {
    let fact = view.fact(false, source);
    let bead = view.matching.bead_of(false, source);
    let causes = Causes { alignment: alignment(view, bead), reading: certainty(fact), cue };
    let mut draft = Draft::new(rule, Topic::Fact { fact: source, instead: None }, causes);
    let place = view.fact_place(false, source);
    draft.message = format!("{} is missing in {}", wording::quote(&place), wording::name(view, true));
    draft.against_pivot = format!("{} is in the pivot only", wording::quote(&place));
    draft.values = vec![(0, fact.value.to_string())];
    draft.source = Some(place);
    let segment = view.matching.segment_of(false, source);
    draft.claims = (segment..segment + 1, view.bitext.alignment.segments[bead].target.clone());
    draft.anchor = segment;
    draft
}

/// A draft that says that a fact of the target is not in the source.
pub(crate) fn added(view: &View<'_>, rule: &'static RuleMeta, target: usize, cue: f64) -> Draft {
    let fact = view.fact(true, target);
    let bead = view.matching.bead_of(true, target);
    let near: Range<usize> = view.bitext.alignment.segments[bead].source.clone();
    let causes = Causes { alignment: alignment(view, bead), reading: certainty(fact), cue };
    let topic = Topic::AddedFact { near: near.clone(), value: fact.value.clone() };
    let mut draft = Draft::new(rule, topic, causes);
    let place = view.fact_place(true, target);
    draft.message = format!("{} is only in {}", wording::quote(&place), wording::name(view, true));
    draft.against_pivot = format!("{} is missing in the pivot", wording::quote(&place));
    draft.values = vec![(view.version, fact.value.to_string())];
    draft.target = Some(place);
    let segment = view.matching.segment_of(true, target);
    draft.anchor = near.start;
    draft.claims = (near, segment..segment + 1);
    draft
}

/// The facts of one kind among those that a side should say and does not.
pub(crate) fn unsaid<'v>(view: &'v View<'_>, target: bool, kind: Kind) -> impl Iterator<Item = usize> + 'v {
    view.matching.unsaid(target).filter(move |fact| kind_of(&view.fact(target, *fact).value) == kind)
}
