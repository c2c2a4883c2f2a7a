//! What the rules on facts share: drafts of a fact that changed, that is missing, that was added.

use crate::draft::{Causes, Draft, Topic};
use crate::matching::{Difference, Kind, certainty, compared, kind_of};
use crate::view::View;
use crate::wording;
use parallax_core::facts::Salience;
use parallax_core::{Fact, RuleMeta, Value, Version};
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

/// How far the facts of a version can be trusted to be read: less where of its language only CLDR's tables are known.
fn reading(version: &Version) -> f64 {
    if version.locale.knowledge().known { 1.0 } else { 0.8 }
}

/// A pair of facts that stand for each other and differ.
pub(crate) struct Change {
    pub(crate) source: usize,
    pub(crate) target: usize,
    pub(crate) how: Difference,
    /// What the two say, in the readings in which they are compared: of one kind.
    pub(crate) values: (Value, Value),
    /// Whether both are firmly stated.
    pub(crate) firm: bool,
}

/// The pairs of facts of a kind that stand for each other and differ.
pub(crate) fn changes<'v>(view: &'v View<'_>, kind: Kind) -> impl Iterator<Item = Change> + 'v {
    view.matching.differing().filter_map(move |(source, target, how)| {
        let (from, to) = (view.fact(false, source), view.fact(true, target));
        let values = compared(from, to)?;
        let firm = from.salience == Salience::Firm && to.salience == Salience::Firm;
        (kind_of(&values.0) == kind).then_some(Change { source, target, how, values, firm })
    })
}

/// The pairs of facts of a kind that say the same in the same bead, as changes in which what differs is yet to be found.
pub(crate) fn agreeing<'v>(view: &'v View<'_>, kind: Kind) -> impl Iterator<Item = Change> + 'v {
    view.matching.same().filter_map(move |(source, target)| {
        let (from, to) = (view.fact(false, source), view.fact(true, target));
        let of_kind = kind_of(&from.value) == kind && kind_of(&to.value) == kind;
        let values = (from.value.clone(), to.value.clone());
        let firm = from.salience == Salience::Firm && to.salience == Salience::Firm;
        of_kind.then_some(Change { source, target, how: Difference::Value, values, firm })
    })
}

/// A draft that says that the one became the other.
pub(crate) fn changed(view: &View<'_>, rule: &'static RuleMeta, change: &Change, cue: f64) -> Draft {
    let (source, target) = (change.source, change.target);
    let (from, to) = (view.fact(false, source), view.fact(true, target));
    let bead = view.matching.bead_of(false, source);
    let mut confidence = alignment(view, bead);
    // A pair across two beads hangs on both.
    if view.matching.bead_of(true, target) != bead {
        confidence *= 0.8 * view.bead_of(true, target).confidence.get();
    }
    // What is read on both sides is hardly misread on one.
    let kind = kind_of(&change.values.0);
    // A reading that only the other side suggests is none too sure.
    let sure = [from, to].map(|fact| if kind_of(&fact.value) == kind { certainty(fact, kind) } else { 0.85 });
    let sure: f64 = sure.iter().product();
    let trust = (reading(view.side(false)) * reading(view.side(true))).sqrt();
    let causes = Causes { alignment: confidence, reading: sure * trust, cue };
    let topic = Topic::Fact { fact: source, instead: Some(change.values.1.clone()) };
    let mut draft = Draft::new(rule, topic, causes);
    let (source_place, target_place) = (view.fact_place(false, source), view.fact_place(true, target));
    let (quoted_from, quoted_to) = (wording::quote(&source_place), wording::quote(&target_place));
    draft.against_cue = 0.97;
    draft.message = format!("{quoted_from} became {quoted_to}");
    draft.against_pivot = format!("{quoted_from} in the pivot, {quoted_to} elsewhere");
    draft.values = vec![(0, change.values.0.to_string()), (view.version, change.values.1.to_string())];
    draft.source = Some(source_place);
    draft.target = Some(target_place);
    let (from, to) = (view.matching.segment_of(false, source), view.matching.segment_of(true, target));
    draft.claims = (from..from + 1, to..to + 1);
    draft.anchor = from;
    draft
}

/// A draft that says that a fact of one side, the source (`false`) or the target (`true`), is not on the other.
pub(crate) fn alone(view: &View<'_>, rule: &'static RuleMeta, target: bool, fact: usize, cue: f64) -> Draft {
    if target { added(view, rule, fact, cue) } else { missing(view, rule, fact, cue) }
}

/// A draft that says that a fact of the source is missing in the target.
fn missing(view: &View<'_>, rule: &'static RuleMeta, source: usize, cue: f64) -> Draft {
    let fact = view.fact(false, source);
    let bead = view.matching.bead_of(false, source);
    let reading = certainty(fact, kind_of(&fact.value)) * reading(view.side(true));
    let causes = Causes { alignment: alignment(view, bead), reading, cue };
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
fn added(view: &View<'_>, rule: &'static RuleMeta, target: usize, cue: f64) -> Draft {
    let fact = view.fact(true, target);
    let bead = view.matching.bead_of(true, target);
    let near: Range<usize> = view.bitext.alignment.segments[bead].source.clone();
    let reading = certainty(fact, kind_of(&fact.value)) * reading(view.side(false));
    let causes = Causes { alignment: alignment(view, bead), reading, cue };
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
