//! T002.

use crate::address::uses;
use crate::draft::{Causes, Draft, Sink, Topic};
use crate::hints::hints;
use crate::memory::Repeat;
use crate::repeats::{Passage, repeated};
use crate::view::View;
use crate::wording;
use parallax_core::inflection::Inflection;
use parallax_core::{Evidence, Place, Severity};

declare_rule! {
    /// The version renders the same words in two ways.
    ///
    /// ## What it finds
    /// - A sentence, heading or entry that the pivot repeats (case and punctuation aside) and the version renders in two ways
    ///   that differ by more than inflection. A warning where one of the two is the rendering of another sentence of the
    ///   pivot: they were mixed up. Else worth a look. In a bilingual table, all pairs are compared.
    /// - A word or phrase that the pivot repeats and the version renders by two words, each of which stands in hardly any
    ///   other place (from five places on; at most three such findings a version).
    /// - A version that addresses its readers formally and, in a few places outside quotations, as friends, or the other way
    ///   round (from six places on, of which at most 15 % are out of step).
    ///
    /// One finding a group, with the other place.
    ///
    /// ## Why it matters
    /// Two names look like two things. Two renderings of a warning or a step look like a difference that is meant.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: Close the cover before you start the machine.
    /// en: Fill the tank with clean water.
    /// en: ⟦Close the cover before you start the machine.⟧
    /// de: Schließen Sie die Abdeckung, bevor Sie die Maschine starten.
    /// de: Füllen Sie den Tank mit sauberem Wasser.
    /// de: ⟦Machen Sie den Deckel zu, ehe Sie das Gerät einschalten.⟧
    /// ```
    /// ```bitext,bad
    /// fr: Gardez ce reçu pour la garantie.
    /// fr: Le colis arrive sous trois jours.
    /// fr: ⟦Gardez ce reçu pour la garantie.⟧
    /// es: Guarde este recibo para la garantía.
    /// es: El paquete llega en tres días.
    /// es: ⟦Conserve el comprobante a efectos de garantía.⟧
    /// ```
    /// ```bitext,bad
    /// de: Bitte warten Sie auf das grüne Licht.
    /// de: Öffnen Sie danach das Ventil.
    /// de: ⟦Bitte warten Sie auf das grüne Licht.⟧
    /// ru: Пожалуйста, дождитесь зелёного сигнала.
    /// ru: Затем откройте клапан.
    /// ru: ⟦Подождите, пока загорится зелёная лампа.⟧
    /// ```
    /// Only case, punctuation and inflection differ:
    /// ```bitext,good
    /// en: Save the file.
    /// en: The printer is ready.
    /// en: Save the file!
    /// tr: Dosyayı kaydedin.
    /// tr: Yazıcı hazır.
    /// tr: Dosyayı kaydedin!
    /// ```
    /// ```bitext,good
    /// en: The new access point
    /// en: Please read the manual first.
    /// en: The new access point
    /// pl: Nowy punkt dostępu
    /// pl: Najpierw przeczytaj instrukcję.
    /// pl: Nowego punktu dostępu
    /// ```
    /// The pivot differs, too:
    /// ```bitext,good
    /// en: Close the cover before you start the machine.
    /// en: Shut the lid before you switch the device on.
    /// it: Chiudere il coperchio prima di avviare la macchina.
    /// it: Abbassare lo sportello prima di accendere il dispositivo.
    /// ```
    ///
    /// ## Known limits
    /// Single words are compared only where the pivot repeats them three times. Which of two renderings is the better one is
    /// not said. Verbs without a pronoun address nobody here (Spanish, Polish), and *je* or *ihr*, which are also other words,
    /// do not count.
    "T002", "inconsistent-translation", Warning, "terminology/inconsistent-use"
}

/// How often a second rendering of a sentence is worth a look.
const TWO: f64 = 0.62;
/// The same where it stands against three or more that agree.
const OUTNUMBERED: f64 = 0.72;
/// How often it is a mistake where it is the rendering of another sentence.
const MIXED_UP: f64 = 0.85;
/// How often a term that was learned from the document is indeed rendered in two ways.
const LEARNED: f64 = 0.6;
/// How often a change of address is a slip.
const ADDRESSED: f64 = 0.7;
/// Words that address the reader there must be, and in a hundred of them so many, at most, out of step.
const ADDRESSES: usize = 6;
const OUT_OF_STEP: usize = 15;
/// So many other places are shown.
const SHOWN: usize = 3;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    sentences(view, sink);
    terms(view, sink);
    address(view, sink);
}

/// Passages of the pivot with the same words that the version renders in two ways.
fn sentences(view: &View<'_>, sink: &mut Sink<'_>) {
    let passages = view.passages();
    let inflection = [false, true].map(|target| Inflection::of(&view.side(target).language));
    for group in repeated(passages, false) {
        let mut camps: Vec<Vec<usize>> = Vec::new();
        for at in group {
            let target = |at: usize| &passages[at].texts[1];
            let same = |camp: &&mut Vec<usize>| {
                let first = target(camp[0]);
                first.key == target(at).key || first.is_inflected(target(at), inflection[1])
            };
            match camps.iter_mut().find(same) {
                Some(camp) => camp.push(at),
                None => camps.push(vec![at]),
            }
        }
        // The commonest first, the earlier of equals.
        camps.sort_by_key(|camp| std::cmp::Reverse(camp.len()));
        let [most, .., least] = camps.as_slice() else { continue };
        let source = &passages[most[0]].texts[0];
        let few = source.words < 2;
        if few && (most.len() < 2 || camps.len() > 2 || least.len() > 1) {
            continue;
        }
        let short = source.words <= 3;
        if short && passages[most[0]].kind != passages[least[0]].kind {
            continue;
        }
        // One of the renderings of another sentence, which has it in other places too.
        let elsewhere: Vec<&Passage> = passages
            .iter()
            .filter(|other| other.texts[1].key == passages[least[0]].texts[1].key && other.texts[0].key != source.key)
            .filter(|other| other.texts[0].differs(source, inflection[0]))
            .collect();
        let mixed = most.len() >= 2 && elsewhere.len() >= 2;
        let cue = match most.len() {
            _ if mixed => MIXED_UP,
            3.. => OUTNUMBERED,
            _ => TWO,
        };
        let (first, second) = (&passages[most[0]], &passages[least[0]]);
        let Some(mut draft) = draft(view, first, second, cue) else { continue };
        let Some(there) = view.segments_place(true, &first.target) else { continue };
        if mixed {
            draft.worst = Severity::Warning;
            if let Some(place) = view.segments_place(false, &elsewhere[0].source) {
                let other = wording::quote(&place);
                draft.notes.push(Evidence::Elsewhere { place, message: format!("*{other}* is rendered so") });
            }
        }
        draft.message = two_ways(view, &draft, &there);
        for camp in camps.iter().take(camps.len() - 1).take(SHOWN) {
            if let Some(place) = view.segments_place(true, &passages[camp[0]].target) {
                let times = if camp.len() > 1 { format!(" ({} times)", camp.len()) } else { String::new() };
                let message = format!("*{}*{times}", wording::quote(&place));
                draft.notes.push(Evidence::Elsewhere { place, message });
            }
        }
        sink.push(view, draft);
    }
}

/// A draft for a pair of a table whose source an earlier pair has, with another translation.
pub(crate) fn in_table(view: &View<'_>, repeat: &Repeat) -> Option<Draft> {
    let causes = Causes { alignment: 1.0, reading: 1.0, cue: TWO };
    let mut draft = Draft::new(&META, Topic::Alike { segments: [0, 0] }, causes);
    draft.worst = Severity::Info;
    draft.source = Some(view.segments_place(false, &(0..view.bitext.source.segments.len()))?);
    draft.target = Some(view.segments_place(true, &(0..view.bitext.target.segments.len()))?);
    let (source, target) = (wording::name(view, false), wording::name(view, true));
    draft.message = format!("The {source} stands in an earlier pair too; the {target} is another one there");
    draft.notes.push(Evidence::Note(format!("the earlier pair is on line {}", repeat.line)));
    Some(draft)
}

/// A draft about two passages; the second is the one to look at.
fn draft(view: &View<'_>, first: &Passage, second: &Passage, cue: f64) -> Option<Draft> {
    let alignment = first.confidence.min(second.confidence);
    let causes = Causes { alignment, reading: 1.0, cue };
    let topic = Topic::Alike { segments: [first.source.start, second.source.start] };
    let mut draft = Draft::new(&META, topic, causes);
    draft.worst = Severity::Info;
    draft.source = Some(view.segments_place(false, &second.source)?);
    draft.target = Some(view.segments_place(true, &second.target)?);
    draft.anchor = second.source.start;
    draft.claims = (second.source.clone(), second.target.clone());
    Some(draft)
}

fn two_ways(view: &View<'_>, draft: &Draft, there: &Place) -> String {
    let (pivot, version) = (wording::name(view, false), wording::name(view, true));
    let said = |place: &Option<Place>| place.as_ref().map_or_else(String::new, wording::quote);
    format!(
        "The {pivot} says *{}* twice; the {version} says *{}* there and *{}* here",
        said(&draft.source),
        wording::quote(there),
        said(&draft.target)
    )
}

/// Terms that the version renders in two ways.
fn terms(view: &View<'_>, sink: &mut Sink<'_>) {
    for hint in hints(view) {
        let causes = Causes { alignment: 1.0, reading: 1.0, cue: LEARNED };
        let [source, target] = hint.rare;
        let topic = Topic::Alike { segments: [hint.common[0].0, source.0] };
        let mut draft = Draft::new(&META, topic, causes);
        draft.worst = Severity::Info;
        let place = |side: bool, spot: (usize, parallax_core::TextRange)| view.part_place(side, spot.0, spot.1);
        let (term, here, there) = (place(false, source), place(true, target), place(true, hint.common[1]));
        draft.message = format!(
            "The {} renders *{}* as *{}* in {} places, as *{}* in {}",
            wording::name(view, true),
            wording::quote(&term),
            wording::quote(&there),
            hint.counts[1],
            wording::quote(&here),
            hint.counts[0]
        );
        let message = format!("*{}*", wording::quote(&there));
        draft.notes.push(Evidence::Elsewhere { place: there, message });
        draft.source = Some(term);
        draft.target = Some(here);
        draft.anchor = source.0;
        draft.claims = (source.0..source.0 + 1, target.0..target.0 + 1);
        sink.push(view, draft);
    }
}

/// A version that addresses its readers in two ways.
fn address(view: &View<'_>, sink: &mut Sink<'_>) {
    let version = view.bitext.target;
    if version.segments.len() < 2 {
        return;
    }
    let uses = uses(version);
    let formal = uses.iter().filter(|one| one.formal).count();
    let few = formal.min(uses.len() - formal);
    if uses.len() < ADDRESSES || few == 0 || few * 100 > uses.len() * OUT_OF_STEP {
        return;
    }
    // Where the pivot does so too, it is meant.
    let of_pivot = self::uses(view.bitext.source);
    if of_pivot.iter().any(|one| one.formal) && of_pivot.iter().any(|one| !one.formal) {
        return;
    }
    let rare_is_formal = formal * 2 < uses.len();
    let find = |is_formal: bool| uses.iter().find(|one| one.formal == is_formal);
    let (Some(rare), Some(usual)) = (find(rare_is_formal), find(!rare_is_formal)) else { return };
    let causes = Causes { alignment: 1.0, reading: 1.0, cue: ADDRESSED };
    let mut draft = Draft::new(&META, Topic::Address, causes);
    draft.worst = Severity::Info;
    let (here, there) =
        (view.part_place(true, rare.segment, rare.range), view.part_place(true, usual.segment, usual.range));
    let way = |is_formal: bool| if is_formal { "formally" } else { "as friends" };
    draft.message = format!(
        "The {} addresses its readers {} (*{}*, {} times), here {} (*{}*)",
        wording::name(view, true),
        way(!rare_is_formal),
        wording::quote(&there),
        uses.len() - few,
        way(rare_is_formal),
        wording::quote(&here)
    );
    let message = format!("*{}*", wording::quote(&there));
    draft.notes.push(Evidence::Elsewhere { place: there, message });
    let bead = view.bitext.alignment.segments.iter().find(|bead| bead.target.contains(&rare.segment));
    if let Some(bead) = bead.filter(|bead| bead.is_paired()) {
        draft.source = view.segments_place(false, &bead.source);
        draft.anchor = bead.source.start;
    }
    draft.claims = (0..0, rare.segment..rare.segment + 1);
    draft.target = Some(here);
    sink.push(view, draft);
}
