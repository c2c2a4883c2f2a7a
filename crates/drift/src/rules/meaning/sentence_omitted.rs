//! S003.

use crate::draft::Sink;
use crate::rules::{gaps, losses};
use crate::view::View;

declare_rule! {
    /// A sentence of the pivot is not in the version.
    ///
    /// ## What it finds
    /// A sentence without a counterpart, in a paragraph that has one; several that follow each other are one finding.
    /// A sentence that was joined with another one, split, or moved, is there. Of a pair that stands by itself, as in a
    /// bilingual table, also a text that has nothing in common with its translation: no name, no number, no word that is
    /// known or looks alike.
    ///
    /// ## Why it matters
    /// The version reads well without it, so nobody misses what it said.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Nous avons revu nos 14 procédures avec la société Veridia. ⟦Je regrette profondément les désagréments que cette panne a causés à nos clients.⟧ Depuis le 3 mars, une équipe de 25 personnes surveille le réseau à Lyon.
    /// en: We have reviewed our 14 procedures with the Veridia company. Since 3 March, a team of 25 people has been watching over the network in Lyon.
    /// ```
    /// ```bitext,bad
    /// en: Unplug the Oriel 3 lamp and wait 15 minutes before you clean it. ⟦Never use solvents, bleach or abrasive powders on the shade, on the base or on the cable of the lamp.⟧ A soft cloth with 20 ml of Clarin soap is all that you need.
    /// de: Ziehen Sie den Stecker der Leuchte Oriel 3 und warten Sie 15 Minuten, bevor Sie sie reinigen. Ein weiches Tuch mit 20 ml Clarin-Seife ist alles, was Sie brauchen.
    /// ```
    /// Two sentences joined into one:
    /// ```bitext,good
    /// fr: Nous les étudions toutes. Nous les traitons aussi rapidement que possible.
    /// en: We study all of them and deal with them as quickly as possible.
    /// ```
    /// ```bitext,good
    /// en: Unplug the lamp, let it cool down, and wipe it with a soft cloth.
    /// de: Ziehen Sie den Stecker und lassen Sie die Leuchte abkühlen. Wischen Sie sie mit einem weichen Tuch ab.
    /// ```
    ///
    /// ## Known limits
    /// A clause that is missing within a sentence is told by `clause-omitted` (S005). That a pair has nothing in common is
    /// seen only where both languages are in the built-in dictionary, or the scripts are one. Very short sentences are doubtful and held back or
    /// lowered.
    "S003", "sentence-omitted", Error, "accuracy/omission"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for gap in view.coverage.gaps(false, false) {
        if let Some(draft) = gaps::draft(view, &META, gap) {
            sink.push(view, draft);
        }
    }
    losses::report(view, sink, &META, false, losses::is_sentence);
}
