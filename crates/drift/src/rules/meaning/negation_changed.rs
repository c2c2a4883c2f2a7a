//! S008.

use crate::checker::knows_negation;
use crate::cues;
use crate::draft::{Causes, Draft, Sink, Topic};
use crate::negations::{self, Cue, Lone};
use crate::view::View;
use crate::wording;
use parallax_core::{Bead, Severity, identify};

declare_rule! {
    /// A negation has no counterpart.
    ///
    /// ## What it finds
    /// A sentence that is negated in the pivot and not in the version, or the other way round; and one of several negations
    /// that was lost or put in. What negates together (Spanish *no … nadie*, Polish *nikt nigdy nie*, *neither … nor*) counts
    /// as one. A word with a negative sense (*fail*, *refuse*, *unexpected*) may stand for a negation, where it does not already
    /// render such a word of the other side; *without* is missed where nothing says so.
    ///
    /// ## Why it matters
    /// The version says the opposite.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Nous ⟦n’avons pas⟧ répondu aux attentes de nos clients cette année.
    /// en: ⟦We have met the expectations of our customers this year.⟧
    /// ```
    /// ```bitext,bad
    /// en: Do ⟦not⟧ immerse the lamp in water.
    /// de: ⟦Tauchen Sie die Leuchte in Wasser.⟧
    /// ```
    /// ```bitext,bad
    /// en: ⟦The discount applies to both models.⟧
    /// fr: La remise ⟦ne s’applique pas⟧ aux deux modèles.
    /// ```
    /// ```bitext,bad
    /// cs: Výsledky ještě ⟦nebyly⟧ zveřejněny.
    /// ja: ⟦結果はすでに公表された。⟧
    /// ```
    /// ```bitext,bad
    /// ar: ⟦المكتب يفتح أيام الأحد.⟧
    /// tr: Ofis pazar günleri açık ⟦değil⟧.
    /// ```
    /// One of two:
    /// ```bitext,bad
    /// en: The door does ⟦not⟧ lock by itself, and the window cannot be opened from outside.
    /// es: ⟦La puerta se cierra sola con llave y la ventana no se puede abrir desde fuera.⟧
    /// ```
    /// A negation beside a word that has its own counterpart:
    /// ```bitext,bad
    /// ru: ⟦Если вы откажетесь от услуги, деньги будут возвращены.⟧
    /// en: If you refuse the service, the money will ⟦not⟧ be returned.
    /// ```
    /// *Without*:
    /// ```bitext,bad
    /// it: Se ne andò ⟦senza⟧ salutare.
    /// zh: ⟦他告别之后离开了。⟧
    /// ```
    /// A negative word for a negation:
    /// ```bitext,good
    /// fr: Nous n’avons pas répondu aux attentes de nos clients cette année.
    /// en: We failed to meet the expectations of our customers this year.
    /// ```
    /// ```bitext,good
    /// ru: Он ушёл, не попрощавшись.
    /// de: Er ging, ohne sich zu verabschieden.
    /// ```
    /// Several words that negate together:
    /// ```bitext,good
    /// pl: Nikt nigdy nic nie powiedział.
    /// en: Nobody ever said anything.
    /// ```
    /// ```bitext,good
    /// es: No vino nadie a la fiesta.
    /// ko: 파티에 아무도 오지 않았다.
    /// ```
    /// ```bitext,good
    /// en: She can neither read nor write.
    /// zh: 她既不会读也不会写。
    /// ```
    /// Not a negation:
    /// ```bitext,good
    /// fr: Il vend non seulement des lampes, mais aussi des câbles.
    /// en: He sells lamps as well as cables.
    /// ```
    /// ```bitext,good
    /// fr: Le musée n’est ouvert que le samedi.
    /// de: Das Museum ist nur samstags geöffnet.
    /// ```
    /// ```bitext,good
    /// ja: 毎日薬を飲まなければなりません。
    /// en: You must take the medicine every day.
    /// ```
    ///
    /// ## Known limits
    /// A negation that moved to another verb of its sentence (*I do not think he came*, *I think he did not come*) is taken as
    /// kept, and so is one that was dropped where a word of negative sense was put in. A sentence may be turned round (*he
    /// was absent*, *he did not come*): a warning unless other versions settle it. Sentences with more than eight negations, and
    /// languages whose negations are not known, are left out.
    "S008", "negation-changed", Error, "accuracy/mistranslation"
}

/// How often a negation of the pivot without a counterpart was dropped, where the version negates nothing: some sentences
/// are turned round.
const DROPPED: f64 = 0.68;
/// The same where it negates something else.
const ONE_OF_SEVERAL: f64 = 0.6;
/// How often something was dropped where *without* has no counterpart.
const LACKING: f64 = 0.56;
/// The same where the other versions negate with the pivot.
const BACKED: f64 = 0.93;
/// The same where the other versions negate and the pivot does not.
const NOT_IN_PIVOT: f64 = 0.9;
/// The same where only the pivot negates: some of its idioms are negations (*than ever*, *not until*).
const ONLY_IN_PIVOT: f64 = 0.65;
/// Sentences longer than this, in letters, are never errors: they have room to be turned round.
const SHORT: usize = 70;
/// The longer the sentence, the more words there are to turn: at this many letters, one in two is freedom.
const HALF: f64 = 600.0;
/// The same where the version has several: who turns one sentence round turns more.
const HABIT: f64 = 0.7;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    if !knows_negation(view.side(false)) || !knows_negation(view.side(true)) {
        return;
    }
    let mut added = Vec::new();
    for bead in view.bitext.alignment.segments.iter().filter(|bead| bead.is_paired()) {
        let Some(lone) = negations::lone(view, bead) else { continue };
        if cues::make_up_for_negation(view, bead, lone.target) {
            continue;
        }
        match draft(view, bead, lone) {
            Some(draft) if lone.target => added.push(draft),
            Some(draft) => sink.push(view, draft),
            None => {}
        }
    }
    let likely = added.iter().filter(|draft| draft.causes.cue >= 0.5).count();
    for mut draft in added {
        if likely > 1 {
            draft.causes.cue *= HABIT;
        }
        // That the others do not negate says little: it is what most sentences do.
        draft.backed_cue = draft.causes.cue;
        sink.push(view, draft);
    }
}

fn draft(view: &View<'_>, bead: &Bead, lone: Lone) -> Option<Draft> {
    let Lone { target, fact, .. } = lone;
    let letters = letters(view, bead);
    let causes = Causes { alignment: bead.confidence.get(), reading: 1.0, cue: cue(lone, letters) };
    let mut draft = Draft::new(&META, Topic::Negation { segments: bead.source.clone(), added: target }, causes);
    draft.backed_cue = BACKED;
    draft.against_cue = if target { NOT_IN_PIVOT } else { ONLY_IN_PIVOT };
    let place = view.fact_place(target, fact);
    draft.message = message(view, lone);
    draft.against_pivot = if target {
        format!("not negated in the pivot, negated elsewhere ({})", wording::quote(&place))
    } else {
        format!("negated in the pivot ({}), nowhere else", wording::quote(&place))
    };
    let segment = view.matching.segment_of(target, fact);
    let other = if target { &bead.source } else { &bead.target };
    let whole = view.segments_place(!target, other)?;
    let (source, target_place) = if target { (whole, place) } else { (place, whole) };
    draft.source = Some(source);
    draft.target = Some(target_place);
    draft.values = vec![(view.document(target), "negation".to_owned())];
    draft.anchor = if target { bead.source.start } else { segment };
    draft.claims = (bead.source.clone(), bead.target.clone());
    let beyond_doubt = !target && lone.only_side && lone.cue == Cue::Sure && letters <= SHORT;
    draft.worst = if beyond_doubt { Severity::Error } else { Severity::Warning };
    Some(draft)
}

/// How often a negation without counterpart was dropped or put in, by what is known of both sides.
fn cue(lone: Lone, letters: usize) -> f64 {
    let base = match lone {
        Lone { cue: Cue::Lacking | Cue::Word, .. } => LACKING,
        Lone { only_side: true, .. } => DROPPED,
        Lone { only_side: false, .. } => ONE_OF_SEVERAL,
    };
    base / (1.0 + (letters as f64 / HALF).powi(2))
}

fn message(view: &View<'_>, lone: Lone) -> String {
    let said = view.fact_in_company(lone.target, lone.fact);
    let (with, without) = (wording::the_side(view, lone.target), wording::the_side(view, !lone.target));
    let rest = match (lone.cue, lone.only_side) {
        (Cue::Sure, true) => format!("{without} does not negate"),
        _ => format!("{without} has nothing for it"),
    };
    let what = if lone.target { "negation added" } else { "negation lost" };
    format!("{with} says “{said}”, {rest}: {what}")
}

/// The length of the pivot's side of a bead, in letters.
fn letters(view: &View<'_>, bead: &Bead) -> usize {
    bead.source.clone().map(|at| identify::weight(view.bitext.source.segment_text(at))).sum()
}
