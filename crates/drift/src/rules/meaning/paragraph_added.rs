//! S002.

use crate::draft::Sink;
use crate::rules::gaps;
use crate::view::View;

declare_rule! {
    /// The version has a paragraph that the pivot has not.
    ///
    /// ## What it finds
    /// A paragraph, heading, list item, table cell or code block of the version none of whose sentences has a
    /// counterpart in the pivot; several that follow each other are one finding.
    ///
    /// ## Why it matters
    /// The version promises or explains what the pivot does not; or the pivot lost a paragraph that the version still
    /// has.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Le musée ouvre tous les jours sauf le lundi, de neuf heures à dix-huit heures.
    /// fr: Le billet donne accès à toutes les expositions temporaires pendant une journée entière.
    /// en: The museum is open every day except Monday, from nine o’clock to six o’clock.
    /// en: ⟦Our café on the ground floor serves home-made cakes and a small lunch menu with local products.⟧
    /// en: The ticket gives access to all temporary exhibitions for a whole day.
    /// ```
    /// ```bitext,bad
    /// en: The museum is open every day except Monday, and admission is free on Sundays.
    /// en: Guided tours start in the hall and take about an hour.
    /// de: Das Museum ist täglich außer montags geöffnet, und sonntags ist der Eintritt frei.
    /// de: ⟦Große Taschen und Regenschirme müssen an der Garderobe neben dem Haupteingang abgegeben werden.⟧
    /// de: Führungen beginnen in der Halle und dauern etwa eine Stunde.
    /// ```
    /// A paragraph split in two:
    /// ```bitext,good
    /// fr: Le musée ouvre tous les jours sauf le lundi. Les chiens ne sont admis ni dans les salles ni dans le jardin.
    /// en: The museum is open every day except Monday.
    /// en: Dogs are not admitted to the rooms or to the garden.
    /// ```
    /// ```bitext,good
    /// en: The museum is open every day except Monday.
    /// en: Large bags must be left at the cloakroom.
    /// de: Das Museum ist täglich außer montags geöffnet. Große Taschen müssen an der Garderobe abgegeben werden.
    /// ```
    ///
    /// ## Known limits
    /// Notes that translators add on purpose are found too.
    "S002", "paragraph-added", Warning, "accuracy/addition"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for gap in view.coverage.gaps(true, true) {
        if let Some(draft) = gaps::draft(view, &META, gap) {
            sink.push(view, draft);
        }
    }
}
