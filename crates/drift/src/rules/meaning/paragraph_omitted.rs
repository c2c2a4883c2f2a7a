//! S001.

use crate::draft::Sink;
use crate::rules::gaps;
use crate::view::View;

declare_rule! {
    /// A paragraph of the pivot is not in the version.
    ///
    /// ## What it finds
    /// A paragraph, heading, list item, table cell or code block of the pivot none of whose sentences has a
    /// counterpart in the version; several that follow each other are one finding. A paragraph that was split, joined
    /// with another one, or moved, is there.
    ///
    /// ## Why it matters
    /// What is missing cannot be seen by who reads the version alone.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Le musée Bonnard a accueilli 48 000 visiteurs en 2024, dont la moitié venait de Belgique.
    /// fr: ⟦Les chiens ne sont admis ni dans les salles ni dans le jardin, à l’exception des chiens guides.⟧
    /// fr: Le billet, à 12 euros, donne accès pendant une journée aux expositions du palais Duroc.
    /// en: The Bonnard museum welcomed 48,000 visitors in 2024, half of whom came from Belgium.
    /// en: The ticket, at 12 euros, gives access for a day to the exhibitions in the Duroc palace.
    /// ```
    /// ```bitext,bad
    /// en: The Holbein museum welcomed 48,000 visitors in 2024, half of whom came from Belgium.
    /// en: ⟦Large bags and umbrellas must be left at the cloakroom next to the main entrance.⟧
    /// en: Guided tours with Anna Keller start at 10:30 and take about 45 minutes.
    /// de: Das Holbein-Museum empfing 2024 48.000 Besucher, von denen die Hälfte aus Belgien kam.
    /// de: Führungen mit Anna Keller beginnen um 10:30 Uhr und dauern etwa 45 Minuten.
    /// ```
    /// Two paragraphs joined into one:
    /// ```bitext,good
    /// fr: Le musée ouvre tous les jours sauf le lundi.
    /// fr: Les chiens ne sont admis ni dans les salles ni dans le jardin.
    /// en: The museum is open every day except Monday. Dogs are not admitted to the rooms or to the garden.
    /// ```
    /// ```bitext,good
    /// en: The museum is open every day except Monday. Large bags must be left at the cloakroom.
    /// de: Das Museum ist täglich außer montags geöffnet.
    /// de: Große Taschen müssen an der Garderobe abgegeben werden.
    /// ```
    ///
    /// ## Known limits
    /// A paragraph that is summed up in half a sentence elsewhere looks missing. Short headings are never errors.
    "S001", "paragraph-omitted", Error, "accuracy/omission"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for gap in view.coverage.gaps(false, true) {
        if let Some(draft) = gaps::draft(view, &META, gap) {
            sink.push(view, draft);
        }
    }
}
