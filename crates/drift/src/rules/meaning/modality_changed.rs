//! S009.

use crate::draft::Sink;
use crate::rules::contraries;
use crate::view::View;
use parallax_core::cues::Category;

declare_rule! {
    /// An obligation became a permission, a permission a prohibition, and the like.
    ///
    /// ## What it finds
    /// A sentence that surely says *must*, *must not*, *need not*, *should* or *may* in the pivot, and in the version one
    /// of the others. Each side must have nothing at all that could render the other's word. A shade (*must*, *should*) is
    /// worth a look.
    ///
    /// ## Why it matters
    /// Who may do something need not. Contracts, standards and manuals hang on these words.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: The tenant ⟦must⟧ keep the windows closed at night.
    /// de: Der Mieter ⟦kann⟧ die Fenster nachts geschlossen halten.
    /// ```
    /// ```bitext,bad
    /// fr: Le client ⟦doit⟧ signer le formulaire avant la livraison.
    /// es: El cliente ⟦puede⟧ firmar el formulario antes de la entrega.
    /// ```
    /// ```bitext,bad
    /// it: Il conducente ⟦può⟧ lasciare il veicolo nel cortile.
    /// en: The driver ⟦has to⟧ leave the vehicle in the courtyard.
    /// ```
    /// ```bitext,bad
    /// ru: Покупатель ⟦обязан⟧ сохранять чек.
    /// en: The buyer ⟦may⟧ keep the receipt.
    /// ```
    /// The same in other words:
    /// ```bitext,good
    /// en: The tenant must keep the windows closed at night.
    /// de: Der Mieter ist verpflichtet, die Fenster nachts geschlossen zu halten.
    /// ```
    /// ```bitext,good
    /// ja: 窓は必ず閉めなければならない。
    /// en: The windows have to be closed.
    /// ```
    /// ```bitext,good
    /// pl: Klient może zwrócić towar.
    /// nl: De klant kan het artikel terugsturen.
    /// ```
    /// A negation beside it makes it another one:
    /// ```bitext,good
    /// de: Die Lampe darf nicht nass werden.
    /// fr: La lampe ne doit pas être mouillée.
    /// ```
    ///
    /// ## Known limits
    /// Languages without a file of cues are left out. Where a word of obligation is dropped, nothing is said: an
    /// imperative or a plain sentence may say the same. In long sentences one change can hide behind other words.
    "S009", "modality-changed", Warning, "accuracy/mistranslation"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    contraries::check(view, &META, Category::Modality, sink);
}
