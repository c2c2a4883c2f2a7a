//! S013.

use crate::draft::Sink;
use crate::rules::contraries;
use crate::view::View;
use parallax_core::cues::Category;

declare_rule! {
    /// A word became its opposite: *increase* and *decrease*, *open* and *closed*, *before* and *after*.
    ///
    /// ## What it finds
    /// A sentence that surely says one of two opposites in the pivot, and the other one in the version. Each side must
    /// have nothing at all that could render the other's word, and as many negations as the other: *not open* is *closed*.
    ///
    /// ## Why it matters
    /// The version says the opposite, and reads as well as the right one.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: Rents ⟦increased⟧ in both towns last year.
    /// de: Die Mieten sind im vergangenen Jahr in beiden Städten ⟦gesunken⟧.
    /// ```
    /// ```bitext,bad
    /// fr: Tournez la vanne vers la ⟦gauche⟧.
    /// en: Turn the valve ⟦to the right⟧.
    /// ```
    /// ```bitext,bad
    /// es: El puente es ⟦seguro⟧ para los peatones.
    /// en: The bridge is ⟦dangerous⟧ for pedestrians.
    /// ```
    /// ```bitext,bad
    /// pl: To ⟦trudne⟧ zadanie.
    /// it: È un compito ⟦facile⟧.
    /// ```
    /// ```bitext,bad
    /// ru: Магазин расположен на ⟦севере⟧ города.
    /// en: The shop is in the ⟦south⟧ of the town.
    /// ```
    /// The same direction:
    /// ```bitext,good
    /// en: Rents increased in both towns last year.
    /// de: Die Mieten sind im vergangenen Jahr in beiden Städten gestiegen.
    /// ```
    /// ```bitext,good
    /// es: El puente es seguro para los peatones.
    /// pt: A ponte é segura para os pedestres.
    /// ```
    /// The opposite, negated:
    /// ```bitext,good
    /// en: The task is not easy.
    /// fr: La tâche est difficile.
    /// ```
    /// Both at once:
    /// ```bitext,good
    /// ja: 店は午前中に開き、夜に閉まる。
    /// en: The shop opens in the morning and closes at night.
    /// ```
    ///
    /// ## Known limits
    /// Some seventy pairs of opposites are known; *come* and *go*, *give* and *take* say the same thing from two sides and
    /// are hardly believed. Opposites that change places within a sentence are not seen.
    "S013", "direction-changed", Warning, "accuracy/mistranslation"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    contraries::check(view, &META, Category::Direction, sink);
}
