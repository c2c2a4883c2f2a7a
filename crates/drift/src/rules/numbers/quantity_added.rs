//! N003.

use super::quantity_missing::{cue, soften};
use crate::draft::Sink;
use crate::matching::{Difference, Kind};
use crate::rules::facts;
use crate::view::View;
use crate::wording;
use parallax_core::Value;

declare_rule! {
    /// The version states a number that the pivot does not.
    ///
    /// ## What it finds
    /// A quantity of the version that the corresponding sentence of the pivot does not state, nor a sentence next to
    /// it.
    ///
    /// ## Why it matters
    /// The reader of the version is told a figure that nobody stands for: it was made up, or the pivot was changed
    /// since.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Des journalistes nous ont également aidés.
    /// en: Some ⟦300⟧ journalists have also helped us.
    /// ```
    /// ```bitext,bad
    /// en: Connect the lamp with the supplied cable.
    /// de: Schließen Sie die Leuchte mit dem ⟦1,5 m⟧ langen Kabel an.
    /// ```
    /// A date in the pivot, spelled in numbers in the version:
    /// ```bitext,good
    /// en: The offer ends on 31 May 2026.
    /// zh: 优惠于2026年5月31日结束。
    /// ```
    /// Languages that count with *one* where others have an article:
    /// ```bitext,good
    /// en: We are looking for a solution.
    /// de: Wir suchen eine Lösung.
    /// ```
    /// ```bitext,bad
    /// ko: 전시회에는 많은 박물관이 참가합니다.
    /// ru: В выставке участвуют ⟦148⟧ музеев.
    /// ```
    /// ```bitext,good
    /// ar: جاء ٣٥ شخصا إلى الاجتماع.
    /// fr: Trente-cinq personnes sont venues à la réunion.
    /// ```
    ///
    /// ## Known limits
    /// A figure that the pivot gives in words that are not read (a pun, a dialect) looks added.
    "N003", "quantity-added", Error, "accuracy/addition"
}

/// How often a number in the place of a magnitude is more than the pivot says.
const EXACT_FOR_VAGUE: f64 = 0.7;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for target in facts::unsaid(view, true, Kind::Quantity) {
        let fact = view.fact(true, target);
        let mut draft = facts::alone(view, &META, true, target, cue(fact, view.side(false)));
        soften(fact, &mut draft);
        sink.push(view, draft);
    }
    for change in facts::changes(view, Kind::Quantity).filter(|change| change.how == Difference::Vagueness) {
        let Value::Quantity(from) = &change.values.0 else { continue };
        if !from.vague {
            continue;
        }
        let mut draft = facts::changed(view, &META, &change, EXACT_FOR_VAGUE);
        draft.message = draft.source.as_ref().zip(draft.target.as_ref()).map_or_else(String::new, |(from, to)| {
            format!("{} became {} in {}", wording::quote(from), wording::quote(to), wording::name(view, true))
        });
        sink.push(view, draft);
    }
}
