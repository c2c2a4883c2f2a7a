//! S017.

use crate::draft::Sink;
use crate::rules::contraries;
use crate::view::View;
use parallax_core::cues::Category;

declare_rule! {
    /// *Always* became *sometimes*, *daily* became *weekly*, and the like.
    ///
    /// ## What it finds
    /// A sentence that surely says *always*, *never*, *often*, *sometimes*, *rarely*, *already*, *not yet*, *hourly*, *daily*,
    /// *weekly*, *monthly* or *yearly* in the pivot, and in the version one that contradicts it. Each side must have nothing
    /// at all that could render the other's word.
    ///
    /// ## Why it matters
    /// A medicine taken weekly is not one taken daily.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: Water the plants ⟦daily⟧.
    /// de: Gießen Sie die Pflanzen ⟦wöchentlich⟧.
    /// ```
    /// ```bitext,bad
    /// fr: Le rapport paraît ⟦chaque mois⟧.
    /// en: The report appears ⟦every week⟧.
    /// ```
    /// ```bitext,bad
    /// es: El archivo está ⟦siempre⟧ abierto.
    /// en: The archive is ⟦sometimes⟧ open.
    /// ```
    /// ```bitext,bad
    /// ru: Мост ⟦часто⟧ бывает закрыт.
    /// en: The bridge is ⟦rarely⟧ closed.
    /// ```
    /// The same in other words:
    /// ```bitext,good
    /// en: Water the plants daily.
    /// de: Gießen Sie die Pflanzen jeden Tag.
    /// ```
    /// ```bitext,good
    /// it: Il museo è spesso affollato.
    /// pt: O museu está frequentemente lotado.
    /// ```
    /// ```bitext,good
    /// ja: 彼はいつも早く起きる。
    /// en: He always gets up early.
    /// ```
    /// A negation makes it another one:
    /// ```bitext,good
    /// en: The shop is not always open.
    /// fr: Le magasin est parfois ouvert.
    /// ```
    ///
    /// ## Known limits
    /// Words that are dropped are not missed. A shade (*always*, *often*) is worth a look.
    "S017", "frequency-changed", Warning, "accuracy/mistranslation"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    contraries::check(view, &META, Category::Frequency, sink);
}
