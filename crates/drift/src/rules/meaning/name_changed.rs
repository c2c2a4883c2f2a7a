//! S010.

use crate::draft::{Causes, Draft, Sink, Topic};
use crate::names::{Fate, Lost, lost};
use crate::view::View;
use crate::wording;
use parallax_core::fold::stands_alone;
use parallax_core::{Bead, Severity};

declare_rule! {
    /// A name is another one in the version, or is missing.
    ///
    /// ## What it finds
    /// The name of a person, place, firm or thing without a counterpart in the corresponding sentence: another country or
    /// city, another name in its place, a name that is left out or put in. Names are compared by what they are known to
    /// name (`Deutschland`, `Germany`, `ドイツ`), by their sound in any script (`Москва`, *Moskva*), and by what the
    /// document renders them by elsewhere; inflected forms, acronyms and adjectives of countries are no change.
    ///
    /// ## Why it matters
    /// The sentence reads well, and speaks of somebody or somewhere else.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// de: Die neue Fabrik entsteht in ⟦Norwegen⟧, nicht weit vom Hafen.
    /// en: The new factory is being built in ⟦Sweden⟧, not far from the port.
    /// ```
    /// ```bitext,bad
    /// fr: La lettre porte la signature de Paul ⟦Delmotte⟧ et la date d’hier.
    /// es: La carta lleva la firma de Paul ⟦Zubiaga⟧ y la fecha de ayer.
    /// ```
    /// ```bitext,bad
    /// en: The delegation travelled from ⟦Cairo⟧ to the coast by train.
    /// ja: 代表団は⟦リマ⟧から海岸まで列車で移動した。
    /// ```
    /// ```bitext,bad
    /// ru: Выставка открылась в музее имени ⟦Третьякова⟧ прошлой осенью.
    /// en: The exhibition opened in the ⟦Hollingsworth⟧ museum last autumn.
    /// ```
    /// A language, an adjective and an inflected form of the same country:
    /// ```bitext,good
    /// en: The prices in Poland fell, and the shops of the Czech Republic were full.
    /// pl: Ceny w Polsce spadły, a czeskie sklepy były pełne.
    /// ```
    /// Other scripts and spellings:
    /// ```bitext,good
    /// de: Der Zug fährt von Moskau nach Sankt Petersburg, und Tschechow steigt ein.
    /// ru: Поезд идёт из Москвы в Санкт-Петербург, и Чехов садится в него.
    /// ```
    /// ```bitext,good
    /// en: Anderson moved from Berlin to Beijing.
    /// zh: 安德森从柏林搬到了北京。
    /// ```
    /// Institutions are translated:
    /// ```bitext,good
    /// en: She spoke at the University of Geneva about the Court of Justice.
    /// fr: Elle a parlé de la Cour de justice à l’Université de Genève.
    /// ```
    ///
    /// ## Known limits
    /// A language that writes all nouns with a capital, or has no capitals, shows few of its names: there, mostly known
    /// names and those of the other side tell. Japanese names in Chinese characters are not read. A name that is merely
    /// left out is a hint where other sentences stand beside, because a pronoun may stand for it there.
    "S010", "name-changed", Error, "accuracy/mistranslation"
}

/// How often a name was changed where on both sides one is without counterpart, by what they are: both countries or
/// cities; one of them; neither. Measured on pairs of sentences, as those that follow.
const REPLACED: [f64; 3] = [0.9, 0.84, 0.78];
/// The same of a country or city that stands on one side only.
const PLACE: f64 = 0.7;
/// The same of a name of several words that is only in the version.
const ADDED_WHOLE: f64 = 0.68;
/// The same of one word.
const ADDED: f64 = 0.6;
/// The same of a name that is missing in it.
const MISSING: f64 = 0.57;
/// The same where only the sound of words that are not set apart speaks against it, or something on the other side may be
/// its translation: a hint.
const DOUBTFUL: f64 = 0.52;
/// The same where the other versions have the name.
const BACKED: f64 = 0.94;
/// The same where the others have what the pivot has not.
const AGAINST: f64 = 0.9;
/// A name that stands in so many other places with its counterpart is known to have one.
const STEADY: usize = 3;
/// How much of the doubt remains then.
const STEADY_DOUBT: f64 = 0.5;
/// The factor for a name that is more often without counterpart than with one: it is translated.
const TRANSLATED: f64 = 0.6;

/// What was found in a bead.
struct Case {
    source: Option<Lost>,
    target: Option<Lost>,
    cue: f64,
    worst: Severity,
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    let naming = view.naming();
    for index in &naming.beads {
        let bead = &view.bitext.alignment.segments[*index];
        let [source, target] = [false, true].map(|side| lost(view, naming, bead, side));
        if let Some(case) = case(view, bead, &source, &target)
            && let Some(draft) = draft(view, bead, &case)
        {
            sink.push(view, draft);
        }
    }
}

/// Which of the names without counterpart to speak of, and how sure it is that one was changed.
fn case(view: &View<'_>, bead: &Bead, source: &[Lost], target: &[Lost]) -> Option<Case> {
    let first = |list: &[Lost]| list.iter().find(|it| it.fate == Fate::Lost).cloned();
    // A word with a capital in the place of a lost name, behind the rest of the name, is one.
    let in_place = |lost: &Option<Lost>, list: &[Lost]| {
        let follows = lost.as_ref().is_some_and(|lost| lost.follows);
        list.iter().find(|it| follows && it.follows).cloned()
    };
    let (from, to) = (first(source), first(target));
    let (from, to) = (from.clone().or_else(|| in_place(&to, source)), to.or_else(|| in_place(&from, target)));
    match (from, to) {
        (Some(from), Some(to)) => {
            let known = [&from, &to].iter().filter(|it| it.is_place()).count();
            let worst = if known == 2 { Severity::Error } else { Severity::Warning };
            Some(Case { cue: REPLACED[2 - known], worst, source: Some(from), target: Some(to) })
        }
        (Some(from), None) => {
            if is_elsewhere(view, false, &from) {
                return None;
            }
            let hint = !from.is_place() && is_solid(view, bead, true);
            let (cue, worst) = match &from {
                _ if hint => (DOUBTFUL, Severity::Info),
                it if it.is_place() => (PLACE, Severity::Warning),
                _ => (MISSING, alone(view, false)),
            };
            Some(Case { source: Some(from), target: None, cue, worst })
        }
        (None, Some(to)) => {
            if is_elsewhere(view, true, &to) {
                return None;
            }
            let hint = !to.is_place() && is_solid(view, bead, false);
            let (cue, worst) = match &to {
                _ if hint => (DOUBTFUL, Severity::Info),
                it if it.is_place() => (PLACE, Severity::Warning),
                it if it.words > 1 => (ADDED_WHOLE, alone(view, true)),
                _ => (ADDED, alone(view, true)),
            };
            Some(Case { source: None, target: Some(to), cue, worst })
        }
        (None, None) => None,
    }
}

/// Whether the other document has a name of this one anywhere.
fn is_elsewhere(view: &View<'_>, target: bool, lost: &Lost) -> bool {
    let names = &view.side(target).names().list[lost.names.clone()];
    view.side(!target).segments.len() > 1
        && names.iter().any(|name| view.naming().is_anywhere(view.bitext, !target, &name.folded))
}

/// What a name may at worst be that stands on one side only: a hint within a document, where a pronoun or *the company* may
/// stand for it on the other.
fn alone(view: &View<'_>, target: bool) -> Severity {
    if view.side(target).segments.len() == 1 { Severity::Warning } else { Severity::Info }
}

/// Whether one side of a bead is written without spaces.
fn is_solid(view: &View<'_>, bead: &Bead, target: bool) -> bool {
    let segments = if target { &bead.target } else { &bead.source };
    segments.clone().any(|at| view.side(target).segment_text(at).contains(stands_alone))
}

/// How the cue changes with what becomes of the same name elsewhere in the document.
fn with_document(view: &View<'_>, target: bool, lost: &Lost, cue: f64) -> f64 {
    let (kept, without) = view.naming().elsewhere(view.side(target), target, lost.names.start);
    if kept >= STEADY && kept > without * STEADY {
        return 1.0 - (1.0 - cue) * STEADY_DOUBT;
    }
    if without > kept { cue * TRANSLATED } else { cue }
}

fn draft(view: &View<'_>, bead: &Bead, case: &Case) -> Option<Draft> {
    let place = |target: bool, lost: &Lost| view.range_place(target, lost.segment, lost.range);
    let sides = [(false, &case.source), (true, &case.target)];
    let cue = sides.iter().filter_map(|(target, lost)| Some(with_document(view, *target, lost.as_ref()?, case.cue)));
    let cue = cue.fold(f64::NAN, f64::min);
    let causes = Causes { alignment: bead.confidence.get(), reading: 1.0, cue };
    let topic = match (&case.source, &case.target) {
        (Some(from), to) => Topic::Name { names: from.names.clone(), instead: to.as_ref().map(|to| folded(view, true, to)) },
        (None, Some(to)) => Topic::AddedName { near: bead.source.clone(), name: folded(view, true, to) },
        (None, None) => return None,
    };
    let mut draft = Draft::new(&META, topic, causes);
    draft.worst = case.worst;
    draft.backed_cue = BACKED;
    draft.against_cue = AGAINST;
    let (pivot, version) = (wording::name(view, false), wording::name(view, true));
    let [from, to] = sides.map(|(target, lost)| lost.as_ref().map(|lost| place(target, lost)));
    let quoted = [&from, &to].map(|place| place.as_ref().map(wording::quote).unwrap_or_default());
    (draft.message, draft.against_pivot) = match (&case.source, &case.target) {
        (Some(a), Some(b)) => {
            let what = match (a, b) {
                _ if a.is_region() && b.is_region() => "another country",
                _ if a.is_city() && b.is_city() => "another city",
                _ => "another name",
            };
            let [a, b] = &quoted;
            (
                format!("{a} in {pivot}, {b} in {version}: {what}"),
                format!("{a} in the pivot, {b} elsewhere: {what}"),
            )
        }
        (Some(_), _) => (
            format!("the name {} is missing in {version}", quoted[0]),
            format!("the name {} is in the pivot only", quoted[0]),
        ),
        _ => (
            format!("the name {} is only in {version}", quoted[1]),
            format!("the name {} is missing in the pivot", quoted[1]),
        ),
    };
    draft.values = sides
        .iter()
        .filter_map(|(target, lost)| Some((view.document(*target), folded(view, *target, lost.as_ref()?))))
        .collect();
    if let Some(fixed) = &case.source
        && let Some((word, count)) = view.naming().learned.rendering(false, fixed.names.start)
    {
        draft.message = format!("{} ({word} in {count} other places)", draft.message);
    }
    draft.source = from;
    draft.target = to;
    draft.claims = (bead.source.clone(), bead.target.clone());
    draft.anchor = case.source.as_ref().map_or(bead.source.start, |from| from.segment);
    Some(draft)
}

/// A name, folded.
fn folded(view: &View<'_>, target: bool, lost: &Lost) -> String {
    let names = &view.side(target).names().list[lost.names.clone()];
    names.iter().map(|name| &*name.folded).collect::<Vec<_>>().join(" ")
}
