//! S008.

use crate::checker::{knows_negation, negated};
use crate::draft::{Causes, Draft, Sink, Topic};
use crate::matching::{Missing, Tie};
use crate::view::View;
use crate::wording;
use parallax_core::facts::Polarity;
use parallax_core::{Bead, Severity, Value};

declare_rule! {
    /// A sentence is negated on one side only.
    ///
    /// ## What it finds
    /// A sentence that is surely negated in the pivot and not in the version, or the other way round. A word with a
    /// negative sense (*without*, *fail*, *unexpected*) that stands for the negation makes up for it, and so does a
    /// negation in the sentence next to it.
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

/// How often a negation on one side only is drift: translators turn sentences round freely.
const ONE_SIDE: f64 = 0.66;
/// The same where the other versions negate with the pivot.
const BACKED_DROPPED: f64 = 0.93;
/// The same where the other versions do not negate, as the pivot does not.
const BACKED_ADDED: f64 = 0.78;
/// The same where the other versions agree against the pivot.
const AGAINST_PIVOT: f64 = 0.9;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    if !knows_negation(view.side(false)) || !knows_negation(view.side(true)) {
        return;
    }
    for (index, bead) in view.bitext.alignment.segments.iter().enumerate().filter(|(_, bead)| bead.is_paired()) {
        for target in [false, true] {
            if let Some(fact) = lone_negation(view, index, bead, target)
                && let Some(draft) = draft(view, bead, target, fact)
            {
                sink.push(view, draft);
            }
        }
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
    let causes = Causes { alignment: bead.confidence.get(), reading: 1.0, cue: ONE_SIDE };
    let mut draft = Draft::new(&META, Topic::Negation { segments: bead.source.clone() }, causes);
    // Languages turn many a plain word into a negation (*continuous*, *without a break*), and few the other way.
    draft.backed_cue = if target { BACKED_ADDED } else { BACKED_DROPPED };
    draft.against_cue = AGAINST_PIVOT;
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
    draft.worst = if target { Severity::Warning } else { Severity::Error };
    Some(draft)
}
