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
    /// A sentence of the version that is the pivot's own, or nearly so, or is in its language; a whole version that
    /// is; and words and phrases of the pivot that were left within a sentence. Names, titles, addresses and code stay as
    /// they are in every language, and are none; nor are words that both languages have, loanwords, what is quoted or
    /// explained in parentheses, and terms that the version uses again and again.
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
    /// Words and phrases within a sentence:
    /// ```bitext,bad
    /// es: El consejo aprobó el presupuesto, ⟦aunque⟧ bastante tarde.
    /// en: The council approved the budget, ⟦aunque⟧ rather late.
    /// ```
    /// ```bitext,bad
    /// en: Keep the heater away from ⟦curtains and other fabrics⟧.
    /// de: Halten Sie das Heizgerät von ⟦curtains and other fabrics⟧ fern.
    /// ```
    /// ```bitext,bad
    /// de: Die ⟦Krankheit⟧ breitete sich im ganzen Dorf aus.
    /// en: The ⟦Krankheit⟧ spread through the whole village.
    /// ```
    /// ```bitext,bad
    /// ja: 橋は激しい⟦雨⟧で通行止めになった。
    /// en: The bridge was closed because of heavy ⟦雨⟧.
    /// ```
    /// ```bitext,bad
    /// ru: Жители ⟦ожидали⟧ ответа мэра.
    /// en: The residents ⟦ожидали⟧ the mayor’s answer.
    /// ```
    /// ```bitext,bad
    /// pl: Rada ⟦stwierdziła⟧, że most jest bezpieczny.
    /// en: The council ⟦stwierdziła⟧ that the bridge is safe.
    /// ```
    /// ```bitext,bad
    /// en: The two lines were closed ⟦because of the heavy rain⟧ in the valley.
    /// hi: घाटी में ⟦because of the heavy rain⟧ दोनों लाइनें बंद कर दी गईं।
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
    /// Words that both languages have:
    /// ```bitext,good
    /// fr: L’administration régionale publie une information importante pour les patients.
    /// en: The regional administration publishes important information for patients.
    /// ```
    /// ```bitext,good
    /// en: The marketing team shows the software online.
    /// de: Das Team aus dem Marketing zeigt die Software online.
    /// ```
    /// A name in its own script, and a command:
    /// ```bitext,good
    /// zh: 作者来自北京。
    /// en: The author comes from Beijing (北京).
    /// ```
    /// ```bitext,good
    /// en: Enter `git commit` and wait for the answer.
    /// ru: Введите `git commit` и дождитесь ответа.
    /// ```
    ///
    /// ## Known limits
    /// Single words are told only between languages with a list of words (`crates/core/vocabulary`) or written in
    /// different scripts, and then as warnings: one in a hundred faithful sentences has a rare loanword that is not in
    /// the lists. A single word between near relatives (Czech and Slovak, Spanish and Portuguese) is not judged, nor one
    /// that begins with a capital, except for nouns of German; nor a Latin word or two in a text of another script, where
    /// many terms stay as they are. Texts of fewer than four words are judged by their words alone.
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
