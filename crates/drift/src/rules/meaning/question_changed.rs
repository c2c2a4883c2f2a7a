//! S016.

use crate::draft::{Causes, Draft, Sink, Topic};
use crate::view::View;
use crate::wording;
use parallax_core::mood::{self, Mood, Sentence};
use parallax_core::{Bead, BlockKind, Place, Severity};
use std::ops::Range;

declare_rule! {
    /// A question became a statement, or a statement a question.
    ///
    /// ## What it finds
    /// A sentence that asks in the pivot and states in the version, or the other way round: by the question marks of all
    /// scripts (`?`, `？`, `؟`, the Greek `;`, the Armenian `՞`), a quoted question within a sentence included.
    ///
    /// ## Why it matters
    /// The version asserts what the pivot leaves open, or doubts what it asserts.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// de: ⟦Hat der Rat den Plan genehmigt?⟧
    /// en: ⟦The council has approved the plan.⟧
    /// ```
    /// ```bitext,bad
    /// en: ⟦The bridge was closed in spring.⟧
    /// es: ⟦¿Se cerró el puente en primavera?⟧
    /// ```
    /// ```bitext,bad
    /// fr: ⟦La commune a-t-elle vendu le moulin ?⟧
    /// el: ⟦Ο δήμος πούλησε τον μύλο.⟧
    /// ```
    /// ```bitext,bad
    /// en: ⟦Will the ferry run on Sundays?⟧
    /// ja: ⟦渡し船は日曜日に運航します。⟧
    /// ```
    /// ```bitext,bad
    /// en: ⟦The museum is open on holidays.⟧
    /// ar: ⟦هل المتحف مفتوح في أيام العطل؟⟧
    /// ```
    /// ```bitext,bad
    /// ru: ⟦Дорогу через перевал уже открыли.⟧
    /// en: ⟦Has the road over the pass already been opened?⟧
    /// ```
    /// Each language by its own mark:
    /// ```bitext,good
    /// fr: La commune a-t-elle vendu le moulin ?
    /// el: Πούλησε ο δήμος τον μύλο;
    /// ```
    /// ```bitext,good
    /// en: Is the museum open on holidays?
    /// ar: هل المتحف مفتوح في أيام العطل؟
    /// ```
    /// ```bitext,good
    /// es: ¿Cuánto cuesta la entrada?
    /// hy: Որքա՞ն արժե մուտքը։
    /// ```
    /// Indirect questions ask nobody:
    /// ```bitext,good
    /// en: She asked whether the bridge was closed.
    /// de: Sie fragte, ob die Brücke gesperrt sei.
    /// ```
    /// A tag that the translation leaves out:
    /// ```bitext,good
    /// en: The water is warm, isn't it?
    /// sv: Vattnet är varmt.
    /// ```
    /// An exclamation for a rhetorical question:
    /// ```bitext,good
    /// de: Wer hätte das gedacht?
    /// it: Che sorpresa!
    /// ```
    ///
    /// ## Known limits
    /// Where both sides ask, only texts of as many sentences are compared further. Questions without a mark are not
    /// known. A heading, or a text without a mark at its end, is worth a look at most.
    "S016", "question-changed", Error, "accuracy/mistranslation"
}

/// How often a sentence that ends as a statement was a question by mistake, or the other way round, each alone.
const ALONE: f64 = 0.78;
/// The same where other versions go with the pivot.
const BACKED: f64 = 0.93;
/// The same where only the pivot differs.
const AGAINST: f64 = 0.85;
/// The same where the sides have several sentences, not as many: which of them corresponds is not known.
const LOOSE: f64 = 0.65;
/// The same where the question is a quotation in a longer sentence: it may have become indirect speech.
const QUOTED: f64 = 0.62;

/// The sentences of one side of a bead, each with its segment.
struct Side {
    sentences: Vec<(usize, Sentence)>,
}

impl Side {
    fn of(view: &View<'_>, target: bool, segments: Range<usize>) -> Self {
        let version = view.side(target);
        let mut sentences = Vec::new();
        for segment in segments {
            let opaque = version.segment_opaque(segment);
            let found = mood::sentences(version.segment_text(segment), &version.locale, &opaque);
            sentences.extend(found.into_iter().map(|sentence| (segment, sentence)));
        }
        Self { sentences }
    }

    fn asking(&self) -> impl Iterator<Item = usize> + '_ {
        let asks = |mood: Mood| matches!(mood, Mood::Asks | Mood::Quotes);
        (0..self.sentences.len()).filter(move |at| asks(self.sentences[*at].1.mood))
    }

    /// Whether anything in it may be a question, or stand for one.
    fn may_ask(&self) -> bool {
        self.sentences.iter().any(|(_, sentence)| !matches!(sentence.mood, Mood::States | Mood::Open))
    }

    fn place(&self, view: &View<'_>, target: bool, at: usize) -> Place {
        let (segment, sentence) = self.sentences[at];
        view.part_place(target, segment, sentence.range)
    }
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for bead in view.bitext.alignment.segments.iter().filter(|bead| bead.is_paired()) {
        let marks = [(false, &bead.source), (true, &bead.target)].map(|(target, segments)| {
            let version = view.side(target);
            let of_segment = |at: usize| mood::question_marks(version.segment_text(at), &version.locale);
            segments.clone().filter(|at| version.block_of(*at).kind != BlockKind::Code).map(of_segment).sum::<usize>()
        });
        if marks[0] == marks[1] {
            continue;
        }
        if let Some(draft) = compare(view, bead) {
            sink.push(view, draft);
        }
    }
}

/// What is to be said of a bead whose sides have not as many question marks.
fn compare(view: &View<'_>, bead: &Bead) -> Option<Draft> {
    let sides = [Side::of(view, false, bead.source.clone()), Side::of(view, true, bead.target.clone())];
    let asking = [0, 1].map(|side| sides[side].asking().next());
    let as_many = sides[0].sentences.len() == sides[1].sentences.len();
    let (target, at) = match asking {
        [Some(at), None] if !sides[1].may_ask() => (false, at),
        [None, Some(at)] if !sides[0].may_ask() => (true, at),
        [Some(_), Some(_)] if as_many => differing(&sides)?,
        _ => return None,
    };
    let [own, other] = [&sides[usize::from(target)], &sides[usize::from(!target)]];
    if other.sentences.is_empty() {
        return None;
    }
    let mood = own.sentences[at].1.mood;
    let counterpart = as_many.then(|| other.sentences[at].1);
    let cue = match (as_many, mood) {
        (_, Mood::Quotes) => QUOTED,
        (false, _) => LOOSE,
        (true, _) => ALONE,
    };
    let causes = Causes { alignment: bead.confidence.get(), reading: 1.0, cue };
    let mut draft = Draft::new(&META, Topic::Question { segments: bead.source.clone() }, causes);
    (draft.backed_cue, draft.against_cue) = (BACKED, AGAINST);
    let asks = own.place(view, target, at);
    let states = if as_many {
        other.place(view, !target, at)
    } else {
        view.segments_place(!target, if target { &bead.source } else { &bead.target })?
    };
    let is_heading =
        [false, true].iter().any(|side| {
            let first = if *side { bead.target.start } else { bead.source.start };
            matches!(view.side(*side).block_of(first).kind, BlockKind::Heading(_))
        });
    // With fewer sentences the question may have been left out; without a mark it may be the mark alone.
    let fewer = other.sentences.len() < own.sentences.len();
    let open = counterpart.is_some_and(|sentence| sentence.mood == Mood::Open) && !target;
    draft.worst = if is_heading || fewer || open { Severity::Info } else { Severity::Error };
    let (asker, stater) = (wording::name(view, target), wording::name(view, !target));
    let what = if target { "a statement became a question" } else { "a question became a statement" };
    let [said, asked] = [wording::quote(&states), wording::quote(&asks)];
    draft.message = format!("{asker} asks ({asked}), {stater} states it ({said}): {what}");
    draft.against_pivot = if target {
        format!("a statement in the pivot ({said}), a question elsewhere ({asked})")
    } else {
        format!("a question in the pivot ({asked}), a statement elsewhere ({said})")
    };
    (draft.source, draft.target) = if target { (Some(states), Some(asks)) } else { (Some(asks), Some(states)) };
    draft.values = vec![(view.document(target), "question".to_owned())];
    draft.anchor = bead.source.start;
    draft.claims = (bead.source.clone(), bead.target.clone());
    Some(draft)
}

/// The first sentence that asks on one side and states on the other, of texts that both ask and have as many sentences.
fn differing([source, target]: &[Side; 2]) -> Option<(bool, usize)> {
    let pairs = source.sentences.iter().zip(&target.sentences).enumerate();
    let mut differ = pairs.filter_map(|(at, ((_, a), (_, b)))| match (a.mood, b.mood) {
        (Mood::Asks, Mood::States) => Some((false, at)),
        (Mood::States, Mood::Asks) => Some((true, at)),
        _ => None,
    });
    let first = differ.next()?;
    // Two that differ in either way are sentences in another order.
    differ.all(|(side, _)| side == first.0).then_some(first)
}
