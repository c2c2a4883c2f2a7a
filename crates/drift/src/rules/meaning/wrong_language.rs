//! S007.

use crate::draft::{Causes, Draft, Sink, Topic};
use crate::rules::tongues;
use crate::tongue::{Strays, whole_document};
use crate::view::View;
use crate::wording;
use parallax_core::{LanguageTag, Place, Severity, Version};

declare_rule! {
    /// Text of the version is in a third language.
    ///
    /// ## What it finds
    /// A sentence that is neither in the version's language nor in the pivot's; or a whole version (or pivot) in another
    /// language than its name or its user says, which is one finding. A quotation that the pivot has in the same words is none.
    /// Where the version is declared to be in a variant (`en-GB`, `pt-BR`, `zh-Hant`), words and characters of the other one
    /// are a hint, one for the whole version.
    ///
    /// ## Why it matters
    /// It comes from another version, by a slip of copying or of a tool, and its readers cannot read it.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Nous avons revu toutes nos procédures. ⟦Ces questions nous aideront à améliorer le service pour tous.⟧ Nous vous remercions de votre patience.
    /// ru: Мы пересмотрели все наши процедуры. ⟦Those questions will help us to improve the service for everybody.⟧ Благодарим вас за терпение.
    /// ```
    /// ```bitext,bad
    /// en: ⟦These questions will help us to improve the service for all of our users.⟧
    /// en: We thank you for your patience and for your trust.
    /// ja: ⟦这些问题将帮助我们为所有用户改进服务，无论他们在哪里。⟧
    /// ja: 皆様のご辛抱とご信頼に心より感謝いたします。
    /// ```
    /// ```bitext,bad
    /// en: ⟦The number of visitors varies by region.⟧ The museum opens at noon.
    /// fr: ⟦El número de visitantes varía según la región.⟧ Le musée ouvre à midi.
    /// ```
    /// ```bitext,bad
    /// de: Die Karte gilt im ganzen Netz. ⟦Sie kann bei jedem Fahrer gekauft werden.⟧
    /// pl: Bilet obowiązuje w całej sieci. ⟦Lze ji koupit u každého řidiče autobusu.⟧
    /// ```
    /// The other variant, as a hint:
    /// ```bitext,bad
    /// fr: La couleur du rideau convient au théâtre.
    /// en-GB: The ⟦color⟧ of the curtain suits the theatre.
    /// ```
    /// ```bitext,bad
    /// en: The country has a long history.
    /// zh-Hant: 這個⟦国⟧家的歷史悠久。
    /// ```
    /// The same quotation on both sides:
    /// ```bitext,good
    /// fr: La devise de la ville est : fluctuat nec mergitur, et tout le monde la connaît.
    /// en: The motto of the city is: fluctuat nec mergitur, and everybody knows it.
    /// ```
    /// ```bitext,good
    /// en: “Liberté, égalité, fraternité” is written above the door of every town hall.
    /// ru: «Liberté, égalité, fraternité» написано над дверью каждой ратуши.
    /// ```
    ///
    /// ## Known limits
    /// Variants are told for English, Portuguese and Chinese, by a list of words or characters; capitalised words may be
    /// names and are left out. Near relatives (Norwegian and Danish, Czech and Slovak) are told apart only where letters or many words show
    /// it. Texts of fewer than four words are not judged.
    "S007", "wrong-language", Error, "accuracy/untranslated"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    let (own, pivot) = (view.side(true).language, view.side(false).language);
    let name = |tag: LanguageTag| wording::language(&tag, Some(&own)).unwrap_or_else(|| tag.to_string());
    let own_name = wording::language(&own, None).unwrap_or_else(|| own.to_string());
    if let Some(verdict) = view.tongue().document {
        if !verdict.language.same_language(&pivot) {
            let message = format!("the whole text is in {}, not in {own_name}", name(verdict.language));
            if let Some(draft) = tongues::document(view, &META, verdict, message) {
                sink.push(view, draft);
            }
        }
        return;
    }
    let phrase = |what: &str, one: bool, language: LanguageTag| {
        format!("{what} {} in {}, not in {own_name}", if one { "is" } else { "are" }, name(language))
    };
    for draft in tongues::drafts(view, &META, &view.tongue().third, &phrase) {
        sink.push(view, draft);
    }
    if let Some(strays) = Strays::of(view.side(true)) {
        sink.push(view, other_variant(view, &strays));
    }
}

/// A hint at words of another variant of the language, one for the whole version.
fn other_variant(view: &View<'_>, strays: &Strays) -> Draft {
    let causes = Causes { alignment: 1.0, reading: 1.0, cue: 0.7 };
    let mut draft = Draft::new(&META, Topic::Foreign, causes);
    draft.worst = Severity::Info;
    let shown = strays.shown.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
    let (what, are) = match (strays.variant.has_characters(), strays.count) {
        (true, 1) => ("character", "is"),
        (true, _) => ("characters", "are"),
        (false, 1) => ("word", "is"),
        (false, _) => ("words", "are"),
    };
    let more = if strays.more { ", …" } else { "" };
    draft.message = format!(
        "{} {what} {are} {}, not {}: {shown}{more}",
        strays.count,
        strays.variant.other_name(),
        strays.variant.name()
    );
    draft.target = Some(view.range_place(true, strays.first.0, strays.first.1));
    draft.values = vec![(view.version, strays.variant.other_name().to_owned())];
    draft
}

/// A finding on the pivot, where the whole of it is in another language.
pub(crate) fn of_pivot(pivot: &Version) -> Option<Draft> {
    let verdict = whole_document(pivot)?;
    let name = |tag: LanguageTag| wording::language(&tag, None).unwrap_or_else(|| tag.to_string());
    let causes = Causes { alignment: 1.0, reading: 1.0, cue: verdict.confidence };
    let mut draft = Draft::new(&META, Topic::Foreign, causes);
    draft.message = format!("the pivot is in {}, not in {}", name(verdict.language), name(pivot.language));
    let block = pivot.block_segments.iter().position(|segments| !segments.is_empty())?;
    let span = pivot.document.blocks[block].span;
    let text = pivot.document.source.get(span.range()).unwrap_or_default().to_owned();
    draft.source = Some(Place { document: 0, block, segment: None, span, text });
    draft.values = vec![(0, verdict.language.to_string())];
    Some(draft)
}
