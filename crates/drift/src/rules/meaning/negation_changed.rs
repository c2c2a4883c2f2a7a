//! S008.

use crate::checker::{knows_negation, negated};
use crate::draft::{Causes, Draft, Sink, Topic};
use crate::matching::{Missing, Tie};
use crate::view::View;
use crate::wording;
use parallax_core::facts::Polarity;
use parallax_core::{Bead, Severity, Value, identify};

declare_rule! {
    /// A sentence is negated on one side only.
    ///
    /// ## What it finds
    /// A sentence that is surely negated in the pivot and not in the version, or the other way round. A word with a
    /// negative sense (*without*, *fail*, *unexpected*) that stands for the negation makes up for it.
    ///
    /// ## Why it matters
    /// The version says the opposite.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Nous ⟦n’avons pas⟧ répondu aux attentes de nos clients cette année.
    /// en: ⟦We have met the expectations of our customers this year.⟧
    /// ```
    /// ```bitext,bad
    /// en: Do ⟦not⟧ immerse the lamp in water.
    /// de: ⟦Tauchen Sie die Leuchte in Wasser.⟧
    /// ```
    /// ```bitext,bad
    /// en: ⟦The discount applies to both models.⟧
    /// fr: La remise ⟦ne s’applique pas⟧ aux deux modèles.
    /// ```
    /// A negative word for a negation:
    /// ```bitext,good
    /// fr: Nous n’avons pas répondu aux attentes de nos clients cette année.
    /// en: We failed to meet the expectations of our customers this year.
    /// ```
    /// ```bitext,good
    /// en: Do not immerse the lamp in water.
    /// de: Tauchen Sie die Leuchte nicht in Wasser.
    /// ```
    /// Not a negation:
    /// ```bitext,good
    /// fr: Il vend non seulement des lampes, mais aussi des câbles.
    /// en: He sells lamps as well as cables.
    /// ```
    ///
    /// ## Known limits
    /// Sentences with negations on both sides are not compared further, so one of two that was dropped is missed. A
    /// warning unless other versions settle it. Languages whose negations are not known are left out.
    "S008", "negation-changed", Error, "accuracy/mistranslation"
}

/// How often a negation of the pivot without a counterpart was dropped: some sentences are turned round.
const DROPPED: f64 = 0.66;
/// The same where the other versions negate with the pivot.
const BACKED: f64 = 0.93;
/// The same where the other versions negate and the pivot does not.
const NOT_IN_PIVOT: f64 = 0.9;
/// The same where only the pivot negates: some of its idioms are negations (*than ever*, *not until*).
const ONLY_IN_PIVOT: f64 = 0.65;
/// Sentences longer than this, in letters, are never errors: they have room to be turned round.
const SHORT: usize = 70;
/// How often a negation that only the version has was put in, in the shortest of sentences. Languages turn many a
/// plain word into a negation (*continuous*, *without a break*), and few the other way.
const ADDED: f64 = 0.8;
/// The longer the sentence, the more words there are to turn: at this many letters, one in two is freedom.
const HALF: f64 = 130.0;
/// The same where the version has several: who turns one sentence round turns more.
const HABIT: f64 = 0.7;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    if !knows_negation(view.side(false)) || !knows_negation(view.side(true)) {
        return;
    }
    let mut added = Vec::new();
    for (index, bead) in view.bitext.alignment.segments.iter().enumerate().filter(|(_, bead)| bead.is_paired()) {
        if let Some(fact) = lone_negation(view, index, bead, false)
            && let Some(draft) = draft(view, bead, false, fact)
        {
            sink.push(view, draft);
        }
        if let Some(fact) = lone_negation(view, index, bead, true) {
            added.extend(draft(view, bead, true, fact));
        }
    }
    let likely = added.iter().filter(|draft| draft.causes.cue >= 0.5).count();
    for mut draft in added {
        if likely > 1 {
            draft.causes.cue *= HABIT;
        }
        // That the others do not negate says little: it is what most sentences do.
        draft.backed_cue = draft.causes.cue;
        sink.push(view, draft);
    }
}

/// The first sure negation of one side of a bead, where all of them are without a counterpart, and nothing on the
/// other side surely negates.
fn lone_negation(view: &View<'_>, index: usize, bead: &Bead, target: bool) -> Option<usize> {
    let other = if target { &bead.source } else { &bead.target };
    if negated(view.side(!target), other.clone()) == Some(true) {
        return None;
    }
    let ties = if target { view.matching.target() } else { view.matching.source() };
    let is_sure = |fact: &usize| view.fact(target, *fact).value == Value::Negation(Polarity::Sure);
    let mut sure = (0..ties.len()).filter(|fact| view.matching.bead_of(target, *fact) == index).filter(is_sure);
    let first = sure.next()?;
    // One that a word of negative sense makes up for speaks for the rest of the sentence too.
    let alone = |fact: usize| ties[fact] == Tie::Alone(Missing::Unsaid);
    (alone(first) && sure.all(alone)).then_some(first)
}

fn draft(view: &View<'_>, bead: &Bead, target: bool, fact: usize) -> Option<Draft> {
    let cue = if target { added_cue(view, bead) } else { DROPPED };
    let causes = Causes { alignment: bead.confidence.get(), reading: 1.0, cue };
    let mut draft = Draft::new(&META, Topic::Negation { segments: bead.source.clone() }, causes);
    draft.backed_cue = BACKED;
    draft.against_cue = if target { NOT_IN_PIVOT } else { ONLY_IN_PIVOT };
    let cue = view.fact_place(target, fact);
    let (pivot, version) = (wording::name(view, false), wording::name(view, true));
    let (with, without) = if target { (version, pivot) } else { (pivot, version) };
    draft.message = format!("negated in {with} ({}), not in {without}", wording::quote(&cue));
    draft.against_pivot = if target {
        format!("not negated in the pivot, negated elsewhere ({})", wording::quote(&cue))
    } else {
        format!("negated in the pivot ({}), nowhere else", wording::quote(&cue))
    };
    let segment = view.matching.segment_of(target, fact);
    let other = if target { &bead.source } else { &bead.target };
    let whole = view.segments_place(!target, other)?;
    let (source, target_place) = if target { (whole, cue) } else { (cue, whole) };
    draft.source = Some(source);
    draft.target = Some(target_place);
    draft.values = vec![(view.document(target), "negation".to_owned())];
    draft.anchor = if target { bead.source.start } else { segment };
    draft.claims = (bead.source.clone(), bead.target.clone());
    draft.worst = if !target && letters(view, bead) <= SHORT { Severity::Error } else { Severity::Warning };
    Some(draft)
}

/// How often a negation that only the version has was put in, by the length of the pivot's sentence.
fn added_cue(view: &View<'_>, bead: &Bead) -> f64 {
    ADDED / (1.0 + (letters(view, bead) as f64 / HALF).powi(2))
}

/// The length of the pivot's side of a bead, in letters.
fn letters(view: &View<'_>, bead: &Bead) -> usize {
    bead.source.clone().map(|at| identify::weight(view.bitext.source.segment_text(at))).sum()
}
