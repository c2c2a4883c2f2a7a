//! S003.

use crate::draft::Sink;
use crate::rules::gaps;
use crate::view::View;

declare_rule! {
    /// A sentence of the pivot is not in the version.
    ///
    /// ## What it finds
    /// A sentence without a counterpart, in a paragraph that has one; several that follow each other are one finding.
    /// A sentence that was joined with another one, split, or moved, is there.
    ///
    /// ## Why it matters
    /// The version reads well without it, so nobody misses what it said.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Nous avons revu toutes nos procédures cet hiver. ⟦Je regrette profondément les désagréments que cette panne a causés à nos clients.⟧ Une nouvelle équipe surveille désormais le réseau jour et nuit.
    /// en: We reviewed all our procedures this winter. A new team now watches over the network day and night.
    /// ```
    /// ```bitext,bad
    /// en: Unplug the lamp before you clean it. ⟦Never use solvents or abrasive powders on the shade or on the base.⟧ A soft and slightly damp cloth is all that you need.
    /// de: Ziehen Sie den Stecker, bevor Sie die Leuchte reinigen. Ein weiches und leicht feuchtes Tuch ist alles, was Sie brauchen.
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
    /// A clause that is missing within a sentence is not found. Very short sentences are doubtful and held back or
    /// lowered.
    "S003", "sentence-omitted", Error, "accuracy/omission"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for gap in view.coverage.gaps(false, false) {
        if let Some(draft) = gaps::draft(view, &META, gap) {
            sink.push(view, draft);
        }
    }
}
