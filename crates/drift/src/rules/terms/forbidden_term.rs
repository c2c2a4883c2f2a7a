//! T004.

use crate::draft::{Causes, Draft, Sink, Topic};
use crate::terms::Terms;
use crate::view::View;
use crate::wording;
use parallax_core::glossary::{Hit, TermStatus};
use parallax_core::{Bead, Evidence, Severity};

declare_rule! {
    /// The version uses a term that the glossary forbids.
    ///
    /// ## What it finds
    /// A term of the version's language that the glossary marks as forbidden, deprecated or not recommended, inflected or
    /// not, as whole words. Where the word is also an allowed term for something else, only if the pivot has the concept that
    /// it is forbidden for. Needs `--glossary`.
    ///
    /// ## Why it matters
    /// Somebody decided that this word must not be used: a former name, a competitor's, an ambiguous or an insulting one.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// glossary: en,de,forbidden de
    /// glossary: network,Netzwerk,Netz
    /// en: Connect the printer to the ⟦network⟧.
    /// de: Verbinden Sie den Drucker mit dem ⟦Netz⟧.
    /// ```
    /// ```bitext,bad
    /// glossary: en,fr,forbidden fr
    /// glossary: email,courriel,mail
    /// en: The ⟦emails⟧ are stored for a year.
    /// fr: Les ⟦mails⟧ sont conservés un an.
    /// ```
    /// ```bitext,bad
    /// glossary: en,pl,forbidden pl
    /// glossary: folder,folder,katalog
    /// en: The ⟦folder⟧ is opened only once.
    /// pl: Otwarcie ⟦katalogu⟧ następuje tylko raz.
    /// ```
    /// ```bitext,bad
    /// glossary: en,ko,forbidden ko
    /// glossary: printer,인쇄기,프린터
    /// en: Switch the ⟦printer⟧ on.
    /// ko: ⟦프린터⟧를 켜십시오.
    /// ```
    /// A part of an allowed term, and an allowed term for something else:
    /// ```bitext,good
    /// glossary: en,de,forbidden de
    /// glossary: network,Netzwerk,Netz
    /// glossary: mains supply,öffentliches Netz,
    /// en: Connect the printer to the mains supply.
    /// de: Schließen Sie den Drucker an das öffentliche Netz an.
    /// ```
    /// ```bitext,good
    /// glossary: en,it,forbidden it
    /// glossary: screen,schermo,monitor
    /// glossary: monitor,monitor,
    /// en: The monitor is heavy.
    /// it: Il monitor è pesante.
    /// ```
    /// Another word that begins alike:
    /// ```bitext,good
    /// glossary: en,es,forbidden es
    /// glossary: bag,bolsa,bolso
    /// en: The bag is empty.
    /// es: La bolsa está vacía.
    /// ```
    ///
    /// ## Known limits
    /// A forbidden word within a compound is not seen. Where the pivot has no term for the concept, the word may mean
    /// something else; it is a warning then.
    "T004", "forbidden-term", Error, "terminology/wrong-term"
}

/// How often a forbidden word is what the glossary means, where the pivot has the concept.
const MEANT: f64 = 0.95;
/// The same where the glossary has no term of the pivot's language for it, so that the word is forbidden whatever it means.
const BANNED: f64 = 0.85;
/// The same where the pivot does not have the concept's term.
const ALONE: f64 = 0.6;
/// What an inflected form takes away: it may be another word's.
const INFLECTED: f64 = 0.97;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    let Some(terms) = view.terms() else { return };
    for bead in view.bitext.alignment.segments.iter().filter(|bead| bead.is_paired()) {
        for segment in bead.target.clone().filter(|segment| *segment < terms.in_target.len()) {
            // A word that several concepts forbid is one finding: that of the concept which the pivot has.
            for same in terms.in_target[segment].chunk_by(|a, b| a.range == b.range) {
                let drafts = same.iter().filter_map(|hit| draft(view, terms, bead, segment, hit));
                let surest = drafts.reduce(|best, next| if next.causes.cue > best.causes.cue { next } else { best });
                if let Some(draft) = surest {
                    sink.push(view, draft);
                }
            }
        }
    }
}

fn draft(view: &View<'_>, terms: &Terms<'_>, bead: &Bead, segment: usize, hit: &Hit) -> Option<Draft> {
    if terms.term(hit).status != TermStatus::Forbidden {
        return None;
    }
    let meant = bead.source.clone().find_map(|at| {
        let found = terms.in_source.get(at)?.iter().find(|source| source.concept == hit.concept)?;
        Some((at, *found))
    });
    let others = terms.in_target[segment].iter().filter(|other| other.range == hit.range);
    let mut allowed = others.filter(|other| terms.term(other).status != TermStatus::Forbidden).peekable();
    // What is an allowed term as it stands is no form of a forbidden one.
    if !hit.exact && allowed.clone().any(|other| other.exact) {
        return None;
    }
    let allowed = allowed.peek().is_some();
    let pivot = view.bitext.source.language;
    let named = terms.concept(hit.concept).terms.iter().any(|term| term.language.same_language(&pivot));
    let cue = match meant {
        Some(_) => MEANT,
        None if allowed => return None,
        None if named => ALONE,
        None => BANNED,
    };
    let cue = if hit.exact { cue } else { cue * INFLECTED };
    let causes = Causes { alignment: bead.confidence.get(), reading: 1.0, cue };
    let topic = Topic::Term { segments: bead.source.clone(), concept: hit.concept };
    let mut draft = Draft::new(&META, topic, causes);
    draft.worst = if meant.is_some() { Severity::Error } else { Severity::Warning };
    let target = view.part_place(true, segment, hit.range);
    let source = match meant {
        Some((at, found)) => Some(view.part_place(false, at, found.range)),
        None => view.segments_place(false, &bead.source),
    };
    let of = match (&meant, &source) {
        (Some(_), Some(place)) => format!(" for *{}*", wording::quote(place)),
        _ => String::new(),
    };
    draft.message = format!("The glossary forbids *{}*{of}", wording::quote(&target));
    if let Some(rendering) = terms.rendering(hit.concept) {
        draft.message.push_str(&format!("; it wants *{}*", rendering.text));
        draft.notes.push(Evidence::Note(format!("use *{}*, in the form that fits", rendering.text)));
    }
    draft.notes.extend(terms.concept(hit.concept).note.clone().map(Evidence::Note));
    draft.values = vec![(view.version, terms.term(hit).text.clone())];
    draft.source = source;
    draft.target = Some(target);
    draft.anchor = meant.map_or(bead.source.start, |(at, _)| at);
    draft.claims = (bead.source.clone(), segment..segment + 1);
    Some(draft)
}
