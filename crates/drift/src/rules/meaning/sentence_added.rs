//! S004.

use crate::draft::Sink;
use crate::rules::gaps;
use crate::view::View;

declare_rule! {
    /// The version has a sentence that the pivot has not.
    ///
    /// ## What it finds
    /// A sentence without a counterpart, in a paragraph that has one; several that follow each other are one finding.
    ///
    /// ## Why it matters
    /// The version says what nobody wrote; or the pivot lost a sentence that the version still has.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Nous avons revu toutes nos procédures cet hiver. Une nouvelle équipe surveille désormais le réseau jour et nuit.
    /// en: We reviewed all our procedures this winter. ⟦Several customers have kindly offered to test the new system with us in the spring.⟧ A new team now watches over the network day and night.
    /// ```
    /// ```bitext,bad
    /// en: Unplug the lamp before you clean it. A soft and slightly damp cloth is all that you need.
    /// de: Ziehen Sie den Stecker, bevor Sie die Leuchte reinigen. ⟦Bewahren Sie die Leuchte immer außerhalb der Reichweite von Kindern und Haustieren auf.⟧ Ein weiches und leicht feuchtes Tuch ist alles, was Sie brauchen.
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
    /// Explanations that translators add on purpose are found too.
    "S004", "sentence-added", Warning, "accuracy/addition"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for gap in view.coverage.gaps(true, false) {
        if let Some(draft) = gaps::draft(view, &META, gap) {
            sink.push(view, draft);
        }
    }
}
