//! S004.

use crate::draft::Sink;
use crate::rules::{gaps, losses};
use crate::view::View;

declare_rule! {
    /// The version has a sentence, or a part of one, that the pivot has not.
    ///
    /// ## What it finds
    /// A sentence without a counterpart, in a paragraph that has one; several that follow each other are one finding.
    /// Within a sentence, a clause that nothing in the pivot corresponds to, by the signs that `clause-omitted` (S005) goes
    /// by; and words that stand there twice running, or more often, where the pivot says them once.
    ///
    /// ## Why it matters
    /// The version says what nobody wrote; or the pivot lost a sentence that the version still has.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Nous avons revu nos 14 procédures avec la société Veridia. Depuis le 3 mars, une équipe de 25 personnes surveille le réseau à Lyon.
    /// en: We have reviewed our 14 procedures with the Veridia company. ⟦Several customers have kindly offered to test the new system with us in the spring.⟧ Since 3 March, a team of 25 people has been watching over the network in Lyon.
    /// ```
    /// ```bitext,bad
    /// en: Unplug the Oriel 3 lamp and wait 15 minutes before you clean it. A soft cloth with 20 ml of Clarin soap is all that you need.
    /// de: Ziehen Sie den Stecker der Leuchte Oriel 3 und warten Sie 15 Minuten, bevor Sie sie reinigen. ⟦Bewahren Sie die Leuchte immer außerhalb der Reichweite von Kindern und Haustieren auf.⟧ Ein weiches Tuch mit 20 ml Clarin-Seife ist alles, was Sie brauchen.
    /// ```
    /// ```bitext,bad
    /// fr: ⟦Le billet est valable un jour dans tous les bus de la ville.⟧
    /// en: The ticket is valid for one day on all buses in the city, ⟦and children travel free of charge with their parents at weekends⟧.
    /// ```
    /// ```bitext,bad
    /// pl: ⟦Muzeum jest otwarte codziennie od dziewiątej do siedemnastej.⟧
    /// en: The museum is open every day from nine to five ⟦from nine to five⟧.
    /// ```
    /// ```bitext,bad
    /// it: ⟦La biblioteca è chiusa in agosto.⟧
    /// es: La biblioteca está cerrada ⟦cerrada cerrada⟧ en agosto.
    /// ```
    /// A word that a language doubles:
    /// ```bitext,good
    /// en: Walk slowly on the wet floor.
    /// hi: गीले फर्श पर धीरे धीरे चलें।
    /// ```
    /// A sentence split in two:
    /// ```bitext,good
    /// fr: Nous les étudions toutes et nous les traitons aussi rapidement que possible.
    /// en: We study all of them. We deal with them as quickly as possible.
    /// ```
    /// ```bitext,good
    /// en: Unplug the lamp and let it cool down. Wipe it with a soft cloth.
    /// de: Ziehen Sie den Stecker, lassen Sie die Leuchte abkühlen und wischen Sie sie mit einem weichen Tuch ab.
    /// ```
    ///
    /// ## Known limits
    /// Explanations that translators add on purpose are found too. A single word that stands twice is only told where it
    /// has five letters or more, and its language does not double words.
    "S004", "sentence-added", Warning, "accuracy/addition"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for gap in view.coverage.gaps(true, false) {
        if let Some(draft) = gaps::draft(view, &META, gap) {
            sink.push(view, draft);
        }
    }
    losses::report(view, sink, &META, true, |_| true);
}
