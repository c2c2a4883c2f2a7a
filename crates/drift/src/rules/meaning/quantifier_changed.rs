//! S014.

use crate::draft::Sink;
use crate::rules::contraries;
use crate::view::View;
use parallax_core::cues::Category;

declare_rule! {
    /// *All* became *some*, *many* became *few*, and the like.
    ///
    /// ## What it finds
    /// A sentence that surely says *all*, *some*, *most*, *many*, *few* or *both* in the pivot, and in the version
    /// one that contradicts it. Each side must have nothing at all that could render the other's word.
    ///
    /// ## Why it matters
    /// It says of how many something is true.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: ⟦All⟧ employees have a key to the archive.
    /// de: ⟦Einige⟧ Angestellte haben einen Schlüssel zum Archiv.
    /// ```
    /// ```bitext,bad
    /// fr: ⟦Tous⟧ les patients ont été vaccinés.
    /// en: ⟦Some⟧ patients were vaccinated.
    /// ```
    /// ```bitext,bad
    /// es: ⟦Muchos⟧ lectores conocen la novela.
    /// it: ⟦Pochi⟧ lettori conoscono il romanzo.
    /// ```
    /// ```bitext,bad
    /// ru: ⟦Все⟧ дома в деревне деревянные.
    /// en: ⟦Some⟧ houses in the village are made of wood.
    /// ```
    /// The same in other words:
    /// ```bitext,good
    /// en: All employees have a key to the archive.
    /// de: Jeder Angestellte hat einen Schlüssel zum Archiv.
    /// ```
    /// ```bitext,good
    /// fr: La plupart des patients ont été vaccinés.
    /// pt: A maioria dos pacientes foi vacinada.
    /// ```
    /// ```bitext,good
    /// pl: Wielu czytelników zna tę powieść.
    /// cs: Mnoho čtenářů zná ten román.
    /// ```
    /// A negation makes it another one:
    /// ```bitext,good
    /// en: Not all shops are open.
    /// fr: Certains magasins sont fermés.
    /// ```
    ///
    /// ## Known limits
    /// Words that are dropped are not missed: *all the shops* and *the shops* are often the same. A shade (*all*, *most*)
    /// is worth a look. *None* is a negation (S008).
    "S014", "quantifier-changed", Warning, "accuracy/mistranslation"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    contraries::check(view, &META, Category::Quantifier, sink);
}
