//! T001.

use crate::draft::{Causes, Draft, Sink, Topic};
use crate::terms::{Outcome, Terms, Want};
use crate::view::View;
use crate::wording;
use parallax_core::lexicon::{ascii_of, likeness};
use parallax_core::tokens::{TokenKind, Tokens};
use parallax_core::{Evidence, Place, Severity, TextRange};

declare_rule! {
    /// A term of the glossary is not rendered as the glossary says.
    ///
    /// ## What it finds
    /// A term that the glossary has in the pivot's language, where none of the terms that it has for it in the version's
    /// language stands in the corresponding sentence or beside it. Inflected forms, compounds, particles written onto words
    /// and hyphens make no difference. Needs `--glossary`.
    ///
    /// ## Why it matters
    /// Readers take two words for two things. In contracts, manuals and user interfaces the term is the thing.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// glossary: en,de
    /// glossary: network,Netzwerk
    /// en: Connect the printer to the ⟦network⟧ before you print.
    /// de: ⟦Verbinden Sie den Drucker mit dem Internet, bevor Sie drucken.⟧
    /// ```
    /// ```bitext,bad
    /// glossary: fr,es
    /// glossary: disque dur,disco duro
    /// fr: Les ⟦disques durs⟧ sont vendus séparément.
    /// es: ⟦Las memorias se venden por separado.⟧
    /// ```
    /// ```bitext,bad
    /// glossary: en,ja
    /// glossary: database,データベース
    /// en: Back up the ⟦database⟧ every evening.
    /// ja: ⟦毎晩、記録台帳をバックアップしてください。⟧
    /// ```
    /// Inflected, in a compound, with a particle or an article written onto it:
    /// ```bitext,good
    /// glossary: en,de
    /// glossary: network,Netzwerk
    /// en: The network settings are kept.
    /// de: Die Netzwerkeinstellungen bleiben erhalten.
    /// ```
    /// ```bitext,good
    /// glossary: en,ru
    /// glossary: hard drive,жёсткий диск
    /// en: Both hard drives are full.
    /// ru: Оба жёстких диска заполнены.
    /// ```
    /// ```bitext,good
    /// glossary: en,tr
    /// glossary: memory,bellek
    /// en: Clear the memory first.
    /// tr: Önce belleği temizleyin.
    /// ```
    /// ```bitext,good
    /// glossary: en,ar
    /// glossary: network,شبكة
    /// en: The printer is part of the network.
    /// ar: الطابعة جزء من الشبكة.
    /// ```
    /// Not the term, but a longer one:
    /// ```bitext,good
    /// glossary: en,fr
    /// glossary: drive,lecteur
    /// glossary: hard drive,disque dur
    /// en: The hard drive is new.
    /// fr: Le disque dur est neuf.
    /// ```
    ///
    /// ## Known limits
    /// A word that is also something else (*file*, to file) is found where it is that, too. A sentence that says *it* for the
    /// term is found as well. Both are warnings; it is an error only where the sentence is the term and nothing else.
    "T001", "glossary-term-missing", Error, "terminology/wrong-term"
}

/// How often a term that is not rendered by the glossary's word is wrong: the rest are pronouns and other senses.
const SINGLE: f64 = 0.7;
/// The same for terms of several words, which have one sense.
const SEVERAL: f64 = 0.78;
/// The same where the sentence is little more than the term.
const ALONE: f64 = 0.95;
/// What an inflected form takes away: it may be another word's.
const INFLECTED: f64 = 0.95;
/// What it adds where the version renders the same term as the glossary says elsewhere: it has that sense here.
const USED: f64 = 0.05;
/// A word that is at least so like one of the two terms is what the version says instead.
const ALIKE: f64 = 0.6;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    let Some(terms) = view.terms() else { return };
    let mut seen: Vec<(usize, usize)> = Vec::new();
    for want in terms.wants.iter().filter(|want| want.outcome == Outcome::Missing) {
        // The same term twice in a bead is one finding.
        let key = (want.bead, want.hit.concept);
        if seen.iter().rev().take_while(|(bead, _)| *bead == want.bead).any(|known| *known == key) {
            continue;
        }
        seen.push(key);
        if let Some(draft) = draft(view, terms, want) {
            sink.push(view, draft);
        }
    }
}

fn draft(view: &View<'_>, terms: &Terms<'_>, want: &Want) -> Option<Draft> {
    let bead = &view.bitext.alignment.segments[want.bead];
    let rendering = terms.rendering(want.hit.concept)?;
    let words = view.bitext.source.segment_text(want.segment).split_whitespace().count();
    let alone = bead.source.len() == 1 && words <= want.hit.words && want.hit.exact;
    let mut cue = match want.hit.words {
        _ if alone => ALONE,
        1 => SINGLE,
        _ => SEVERAL,
    };
    if !want.hit.exact {
        cue *= INFLECTED;
    }
    let rendered = |other: &Want| other.hit.concept == want.hit.concept && other.outcome == Outcome::Rendered;
    if terms.wants.iter().any(rendered) {
        cue = (cue + USED).min(ALONE);
    }
    let causes = Causes { alignment: bead.confidence.get(), reading: 1.0, cue };
    let topic = Topic::Term { segments: want.segment..want.segment + 1, concept: want.hit.concept };
    let mut draft = Draft::new(&META, topic, causes);
    // What the other versions render is a term here, too.
    draft.backed_cue = (cue + 0.1).min(ALONE);
    draft.worst = if alone { Severity::Error } else { Severity::Warning };
    let source = view.part_place(false, want.segment, want.hit.range);
    let (said, target) = match instead(view, terms, want) {
        Some(place) => (format!("says *{}*", wording::quote(&place)), place),
        None => ("has no form of it".to_owned(), view.segments_place(true, &bead.target)?),
    };
    let version = wording::name(view, true);
    draft.message =
        format!("The glossary renders *{}* as *{}*; the {version} {said}", wording::quote(&source), rendering.text);
    draft.values = vec![(0, terms.term(&want.hit).text.clone())];
    draft.notes.extend(terms.concept(want.hit.concept).note.clone().map(Evidence::Note));
    draft.source = Some(source);
    draft.target = Some(target);
    draft.anchor = want.segment;
    draft.claims = (want.segment..want.segment + 1, bead.target.clone());
    Some(draft)
}

/// What the version says instead: the whole sentence where it is the term, else the word that is most like the term or its
/// rendering, if one is like them.
fn instead(view: &View<'_>, terms: &Terms<'_>, want: &Want) -> Option<Place> {
    let bead = &view.bitext.alignment.segments[want.bead];
    let rendering = terms.rendering(want.hit.concept)?;
    let forms = [terms.term(&want.hit).text.as_str(), rendering.text.as_str()].map(ascii_of);
    let mut best: Option<(f64, usize, TextRange)> = None;
    for segment in bead.target.clone().filter(|segment| *segment < view.bitext.target.segments.len()) {
        let tokens = Tokens::of(view.bitext.target.segment_text(segment));
        for (at, token) in tokens.list().iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word) {
            let form = ascii_of(tokens.folded(at));
            let like = forms.iter().map(|term| likeness(term, &form)).fold(0.0, f64::max);
            if form.len() >= 4 && like >= ALIKE && best.is_none_or(|(known, ..)| like > known) {
                best = Some((like, segment, TextRange::new(token.start, token.end)));
            }
        }
    }
    let (_, segment, range) = best?;
    Some(view.part_place(true, segment, range))
}
