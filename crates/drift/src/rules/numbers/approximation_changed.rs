//! N009.

use crate::draft::Sink;
use crate::matching::Kind;
use crate::rules::facts::{self, Change};
use crate::view::View;
use crate::wording;
use parallax_core::facts::{Bound, Polarity, Salience};
use parallax_core::{Fact, Severity, Value};

declare_rule! {
    /// A number is stated with another bound: *at least* for *at most*, a bare number for *more than*.
    ///
    /// ## What it finds
    /// A number that both sides state, with a word or sign beside it on one side that says whether it is exact (*about*,
    /// *more than*, *at least*, *up to*, `≥`), and another one or none on the other side.
    ///
    /// ## Why it matters
    /// *At most 5 mg* and *at least 5 mg* are opposite instructions with the same figure in them. A bound that was
    /// dropped makes an estimate a fact.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: Take at most ⟦50⟧ drops a day.
    /// de: Nehmen Sie mindestens ⟦50⟧ Tropfen am Tag.
    /// ```
    /// ```bitext,bad
    /// en: Fewer than ⟦70⟧ cases were found.
    /// it: Sono stati trovati più di ⟦70⟧ casi.
    /// ```
    /// ```bitext,bad
    /// fr: Le sac pèse plus de ⟦30 kg⟧.
    /// en: The bag weighs ⟦30 kg⟧.
    /// ```
    /// ```bitext,good
    /// en: More than 200 schools took part.
    /// ja: 200校以上が参加しました。
    /// ```
    /// ```bitext,good
    /// ru: Не более 40 человек.
    /// es: No más de 40 personas.
    /// ```
    ///
    /// ## Known limits
    /// Bounds are said in more ways than are read: one that is found on one side only is a hint, since the other side
    /// may well say it in other words. Whether *more than* or *at least* is meant makes no difference.
    "N009", "approximation-changed", Error, "accuracy/mistranslation"
}

/// How often a bound that is the opposite one is drift.
const REVERSED: f64 = 0.86;
/// The same where one side is negated: *did not exceed* is *at most*.
const NEGATED: f64 = 0.55;
/// How often a bound that is found on one side only is drift.
const DROPPED: f64 = 0.6;
/// The same where only the version has one: a word for it may belong to something else (*spread over 20 countries*).
const ADDED: f64 = 0.45;
/// The same for *about*, which comes and goes.
const ABOUT: f64 = 0.5;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for change in facts::agreeing(view, Kind::Quantity) {
        let (from, to) = (view.fact(false, change.source), view.fact(true, change.target));
        let (Some(a), Some(b)) = (bound(from), bound(to)) else { continue };
        let (cue, worst) = match (a, b) {
            _ if a == b => continue,
            (Bound::AtLeast, Bound::AtMost) | (Bound::AtMost, Bound::AtLeast) => {
                if is_negated(view, &change) { (NEGATED, Severity::Info) } else { (REVERSED, Severity::Error) }
            }
            (Bound::About, _) | (_, Bound::About) => (ABOUT, Severity::Info),
            (Bound::Exact, _) => (ADDED, Severity::Info),
            _ => (DROPPED, Severity::Info),
        };
        let mut draft = facts::changed(view, &META, &change, cue);
        draft.worst = worst;
        draft.backed_cue = if a == Bound::Exact { cue } else { cue.max(0.7) };
        if let Some(place) = if a == Bound::Exact { &draft.target } else { &draft.source } {
            let (number, version) = (wording::quote(place), wording::name(view, true));
            draft.message = match (a, b) {
                (_, Bound::Exact) => format!("{number}: “{}” is not said in {version}", said(a)),
                (Bound::Exact, _) => format!("{number}: “{}” is only said in {version}", said(b)),
                _ => format!("{number}: “{}” became “{}” in {version}", said(a), said(b)),
            };
        }
        sink.push(view, draft);
    }
}

/// The bound of a fact whose every reading is a quantity; none for the ends of ranges, which are bounds themselves.
fn bound(fact: &Fact) -> Option<Bound> {
    let Value::Quantity(quantity) = &fact.value else { return None };
    let plain = fact.salience == Salience::Firm && fact.role.is_none() && !quantity.ordinal && !quantity.vague;
    plain.then_some(quantity.bound)
}

fn is_negated(view: &View<'_>, change: &Change) -> bool {
    [(false, change.source), (true, change.target)].into_iter().any(|(target, fact)| {
        let bead = view.bead_of(target, fact);
        let segments = if target { bead.target.clone() } else { bead.source.clone() };
        let version = view.side(target);
        let list = version.segments.get(segments).unwrap_or_default();
        let mut inside = list.iter().flat_map(|segment| &version.facts[segment.facts.clone()]);
        // A word such as *less* has a negative sense, but is the bound itself.
        inside.any(|fact| matches!(fact.value, Value::Negation(Polarity::Sure)))
    })
}

fn said(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exactly",
        Bound::About => "about",
        Bound::AtLeast => "at least",
        Bound::AtMost => "at most",
    }
}
