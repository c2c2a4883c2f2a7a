//! S015.

use crate::draft::Sink;
use crate::rules::contraries;
use crate::view::View;
use parallax_core::cues::Category;

declare_rule! {
    /// *If* became *unless*, or the other way round.
    ///
    /// ## What it finds
    /// A sentence with a condition that surely holds *if* something is so in the pivot, and *unless* it is in the version.
    /// Each side must have nothing at all that could render the other's word. *Even if* for *if* is worth a look.
    ///
    /// ## Why it matters
    /// The rule holds in the other cases.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: The alarm sounds ⟦if⟧ the door is open.
    /// de: Der Alarm ertönt, ⟦es sei denn⟧, die Tür ist offen.
    /// ```
    /// ```bitext,bad
    /// fr: Le contrat est prolongé ⟦à moins que⟧ le client le souhaite.
    /// en: The contract is extended ⟦if⟧ the client so wishes.
    /// ```
    /// ```bitext,bad
    /// es: La tienda cierra ⟦a menos que⟧ llueva.
    /// it: Il negozio chiude ⟦se⟧ piove.
    /// ```
    /// ```bitext,bad
    /// nl: De korting geldt ⟦tenzij⟧ u lid bent.
    /// en: The discount applies ⟦if⟧ you are a member.
    /// ```
    /// The same in other words:
    /// ```bitext,good
    /// en: The alarm sounds if the door is open.
    /// de: Der Alarm ertönt, wenn die Tür offen ist.
    /// ```
    /// ```bitext,good
    /// it: Il negozio è chiuso a meno che non sia festa.
    /// en: The shop is closed unless it is a holiday.
    /// ```
    /// A negation makes it the other one:
    /// ```bitext,good
    /// en: The contract is extended unless the client objects.
    /// ru: Договор продлевается, если клиент не возражает.
    /// ```
    ///
    /// ## Known limits
    /// A condition that became a reason or a time is not seen, nor one that was dropped.
    "S015", "condition-changed", Warning, "accuracy/mistranslation"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    contraries::check(view, &META, Category::Condition, sink);
}
