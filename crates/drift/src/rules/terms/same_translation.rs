//! T003.

use crate::draft::{Causes, Draft, Sink, Topic};
use crate::memory::Repeat;
use crate::repeats::{Passage, repeated};
use crate::view::View;
use crate::wording;
use parallax_core::inflection::Inflection;
use parallax_core::{Evidence, Severity};

declare_rule! {
    /// Two different sentences of the pivot have one and the same translation.
    ///
    /// ## What it finds
    /// Sentences of the pivot of which each says something that the other does not, and which the version renders by the same
    /// words. A warning where the two have next to nothing in common: one was pasted over the other. Else worth a look. In a
    /// bilingual table, all pairs are compared. One finding a group, with the other place.
    ///
    /// ## Why it matters
    /// One of the two is lost: a translation was copied, or a memory's match was taken without looking.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: Switch the heater off before you clean the filter.
    /// en: Every spare part carries a serial number.
    /// en: ⟦The delivery also includes two rechargeable batteries.⟧
    /// de: Schalten Sie das Heizgerät aus, bevor Sie den Filter reinigen.
    /// de: Jedes Ersatzteil trägt eine Seriennummer.
    /// de: ⟦Jedes Ersatzteil trägt eine Seriennummer.⟧
    /// ```
    /// ```bitext,bad
    /// fr: Le magasin ouvre ses portes tous les matins.
    /// fr: La cantine sert des repas chauds à midi.
    /// fr: ⟦Le jardin ferme au coucher du soleil.⟧
    /// it: Il negozio apre le porte tutte le mattine.
    /// it: La mensa serve pasti caldi a mezzogiorno.
    /// it: ⟦La mensa serve pasti caldi a mezzogiorno.⟧
    /// ```
    /// ```bitext,bad
    /// en: Turn the key to the left to unlock the door.
    /// en: The lamp glows while the battery charges.
    /// en: ⟦Turn the knob to the left to unlock the drawer.⟧
    /// ru: Поверните ключ влево, чтобы отпереть дверь.
    /// ru: Лампа светится, пока заряжается аккумулятор.
    /// ru: ⟦Поверните ключ влево, чтобы отпереть дверь.⟧
    /// ```
    /// The same sentence twice, or with another number or article:
    /// ```bitext,good
    /// en: Please close the window in the evening.
    /// en: The heating starts at once.
    /// en: Please close the windows in the evening.
    /// ja: 夜は窓を閉めてください。
    /// ja: 暖房はすぐに始まります。
    /// ja: 夜は窓を閉めてください。
    /// ```
    /// ```bitext,good
    /// de: Das Kind schläft in einem warmen Bett.
    /// de: Draußen liegt tiefer Schnee.
    /// de: Das Kind schläft in dem warmen Bett.
    /// pl: Dziecko śpi w ciepłym łóżku.
    /// pl: Na dworze leży głęboki śnieg.
    /// pl: Dziecko śpi w ciepłym łóżku.
    /// ```
    /// Short ones:
    /// ```bitext,good
    /// en: Submit
    /// en: The form is sent by post.
    /// en: Send
    /// es: Enviar
    /// es: El formulario se manda por correo.
    /// es: Enviar
    /// ```
    ///
    /// ## Known limits
    /// Short texts (fewer than three words) are left out, as are sentences that differ in numbers only, which other rules
    /// compare. Synonyms in the pivot are found as well, as worth a look.
    "T003", "same-translation", Warning, "accuracy/mistranslation"
}

/// How often sentences that differ in a word, and have one translation, should have two.
const DIFFERENT: f64 = 0.6;
/// The same where they have next to nothing in common.
const UNLIKE: f64 = 0.88;
/// So much of the content, at most, is next to nothing; and so many words of content are needed to tell.
const LITTLE: f64 = 0.26;
const CONTENT: usize = 3;
/// Translations shorter than this, in words or in letters, are those of many things.
const WORDS: usize = 3;
const LETTERS: usize = 12;
/// A bead must be so sure for a warning.
const SURE: f64 = 0.8;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    let passages = view.passages();
    let inflection = Inflection::of(&view.bitext.source.language);
    for group in repeated(passages, true) {
        let target = &passages[group[0]].texts[1];
        if target.words < WORDS || target.weight < LETTERS {
            continue;
        }
        let first = &passages[group[0]];
        let differs = |other: &&Passage| first.texts[0].differs(&other.texts[0], inflection);
        let Some(second) = group[1..].iter().map(|at| &passages[*at]).find(differs) else { continue };
        if let Some(draft) = draft(view, first, second, inflection) {
            sink.push(view, draft);
        }
    }
}

fn draft(view: &View<'_>, first: &Passage, second: &Passage, inflection: &Inflection) -> Option<Draft> {
    let (a, b) = (&first.texts[0], &second.texts[0]);
    let alignment = first.confidence.min(second.confidence);
    let enough = a.content.len().min(b.content.len()) >= CONTENT;
    let unlike = enough && alignment >= SURE && a.likeness(b, inflection) <= LITTLE;
    let causes = Causes { alignment, reading: 1.0, cue: if unlike { UNLIKE } else { DIFFERENT } };
    let topic = Topic::Alike { segments: [first.source.start, second.source.start] };
    let mut draft = Draft::new(&META, topic, causes);
    draft.worst = if unlike { Severity::Warning } else { Severity::Info };
    let (here, there) = (view.segments_place(false, &second.source)?, view.segments_place(false, &first.source)?);
    let target = view.segments_place(true, &second.target)?;
    draft.message = format!(
        "The {} says *{}* and *{}*; the {} says *{}* for both",
        wording::name(view, false),
        wording::quote(&there),
        wording::quote(&here),
        wording::name(view, true),
        wording::quote(&target)
    );
    let said = view.segments_place(true, &first.target)?;
    let message = format!("the same for *{}*", wording::quote(&there));
    draft.notes.push(Evidence::Elsewhere { place: said, message });
    draft.source = Some(here);
    draft.target = Some(target);
    draft.anchor = second.source.start;
    // Where it may be right, other rules have their say.
    if unlike {
        draft.claims = (second.source.clone(), second.target.clone());
    }
    Some(draft)
}

/// A draft for a pair of a table whose translation an earlier pair has, for another source.
pub(crate) fn in_table(view: &View<'_>, repeat: &Repeat) -> Option<Draft> {
    let cue = if repeat.unlike { UNLIKE } else { DIFFERENT };
    let causes = Causes { alignment: 1.0, reading: 1.0, cue };
    let mut draft = Draft::new(&META, Topic::Alike { segments: [0, 0] }, causes);
    draft.worst = if repeat.unlike { Severity::Warning } else { Severity::Info };
    draft.source = Some(view.segments_place(false, &(0..view.bitext.source.segments.len()))?);
    draft.target = Some(view.segments_place(true, &(0..view.bitext.target.segments.len()))?);
    let (source, target) = (wording::name(view, false), wording::name(view, true));
    draft.message = format!("The {target} stands in an earlier pair too; the {source} says something else there");
    draft.notes.push(Evidence::Note(format!("the earlier pair is on line {}", repeat.line)));
    Some(draft)
}
