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
    /// fr: Le musée Bonnard a accueilli 48 000 visiteurs en 2024, dont la moitié venait de Belgique.
    /// fr: Le billet, à 12 euros, donne accès pendant une journée aux expositions du palais Duroc.
    /// en: The Bonnard museum welcomed 48,000 visitors in 2024, half of whom came from Belgium.
    /// en: ⟦Our café on the ground floor serves home-made cakes and a small lunch menu with local products.⟧
    /// en: The ticket, at 12 euros, gives access for a day to the exhibitions in the Duroc palace.
    /// ```
    /// ```bitext,bad
    /// en: The Holbein museum welcomed 48,000 visitors in 2024, half of whom came from Belgium.
    /// en: Guided tours with Anna Keller start at 10:30 and take about 45 minutes.
    /// de: Das Holbein-Museum empfing 2024 48.000 Besucher, von denen die Hälfte aus Belgien kam.
    /// de: ⟦Große Taschen und Regenschirme müssen an der Garderobe neben dem Haupteingang abgegeben werden.⟧
    /// de: Führungen mit Anna Keller beginnen um 10:30 Uhr und dauern etwa 45 Minuten.
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
