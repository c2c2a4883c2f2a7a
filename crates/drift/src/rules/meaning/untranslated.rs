//! S006.

use crate::draft::{Causes, Draft, Sink, Topic};
use crate::rules::tongues;
use crate::tongue::Leftover;
use crate::view::View;
use crate::wording;
use parallax_core::{LanguageTag, Severity};

declare_rule! {
    /// Text of the version is still in the pivot's language.
    ///
    /// ## What it finds
    /// A sentence of the version that is the pivot's own, or nearly so, or is in its language; or a whole version that
    /// is. Names, titles, addresses and code stay as they are in every language, and are none.
    ///
    /// ## Why it matters
    /// The reader chose the version for not reading the pivot's language.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Nous avons revu toutes nos procédures. ⟦Ces questions nous aideront à améliorer le service.⟧ Nous vous remercions de votre patience.
    /// de: Wir haben alle unsere Abläufe überprüft. ⟦Ces questions nous aideront à améliorer le service.⟧ Wir danken Ihnen für Ihre Geduld.
    /// ```
    /// ```bitext,bad
    /// en: ⟦Open a terminal and run the command shown below.⟧
    /// en: Wait until the ring flashes green, then unplug the cable.
    /// ja: ⟦Open a terminal and run the command shown below.⟧
    /// ja: リングが緑色に点滅するまで待ってから、ケーブルを抜いてください。
    /// ```
    /// Names and titles:
    /// ```bitext,good
    /// en: Norvane Works Limited, Paris Research Centre
    /// en: The centre was founded by the company’s first engineers.
    /// fr: Norvane Works Limited, Paris Research Centre
    /// fr: Le centre a été fondé par les premiers ingénieurs de l’entreprise.
    /// ```
    /// ```bitext,good
    /// en: The film “Gone with the Wind” was shown again in the old cinema.
    /// de: Der Film „Gone with the Wind“ wurde im alten Kino wieder gezeigt.
    /// ```
    ///
    /// ## Known limits
    /// Texts of fewer than four words are not judged, nor single words within a sentence.
    "S006", "untranslated", Error, "accuracy/untranslated"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    let pivot = view.side(false).language;
    if let Some(verdict) = view.tongue().document {
        if verdict.language.same_language(&pivot) {
            let name =
                |tag: LanguageTag, other| wording::language(&tag, Some(&other)).unwrap_or_else(|| tag.to_string());
            let own = view.side(true).language;
            let message = format!(
                "the whole text is in {} (the pivot’s language), not in {}",
                name(pivot, own),
                name(own, pivot)
            );
            if let Some(draft) = tongues::document(view, &META, verdict, message) {
                sink.push(view, draft);
            }
        }
        return;
    }
    let phrase = |what: &str, one: bool, language: LanguageTag| {
        let language = wording::language(&language, None).unwrap_or_else(|| language.to_string());
        format!("{what} {} still in {language}", if one { "is" } else { "are" })
    };
    for draft in tongues::drafts(view, &META, &view.tongue().untranslated, &phrase) {
        sink.push(view, draft);
    }
    for leftover in &view.tongue().leftovers {
        sink.push(view, within(view, leftover));
    }
}

/// A draft for a word or a phrase within a segment.
fn within(view: &View<'_>, leftover: &Leftover) -> Draft {
    let causes = Causes { alignment: 1.0, reading: 1.0, cue: leftover.confidence };
    let mut draft = Draft::new(&META, Topic::Foreign, causes);
    let pivot = view.side(false).language;
    let language = wording::language(&pivot, None).unwrap_or_else(|| pivot.to_string());
    let place = view.range_place(true, leftover.target.0, leftover.target.1);
    let quoted = wording::quote(&place);
    draft.message = match leftover.words {
        Some(1) => format!("“{quoted}” is {language}, and was not translated"),
        _ => format!("“{quoted}” is still in {language}"),
    };
    // A single word may be one that the translator chose to keep.
    if leftover.words == Some(1) {
        draft.worst = Severity::Warning;
    }
    draft.target = Some(place);
    draft.source = Some(view.range_place(false, leftover.source.0, leftover.source.1));
    draft.values = vec![(view.version, pivot.to_string())];
    draft.anchor = leftover.source.0;
    draft
}
