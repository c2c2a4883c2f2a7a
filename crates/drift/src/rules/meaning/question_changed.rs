//! S016.

use crate::draft::{Causes, Draft, Sink, Topic};
use crate::view::View;
use crate::wording;
use parallax_core::cues::{Category, Cue, Key};
use parallax_core::mood::{self, Mood, Sentence};
use parallax_core::{Bead, BlockKind, Place, Severity, Version};
use std::ops::Range;

declare_rule! {
    /// A question became a statement, or a statement a question.
    ///
    /// ## What it finds
    /// A sentence that asks in the pivot and states in the version, or the other way round: by the question marks of all
    /// scripts (`?`, `？`, `؟`, the Greek `;`, the Armenian `՞`), a quoted question within a sentence included; and, where
    /// there is no mark, by the particles that begin or end a question (`か`, `吗`, `ไหม`, *هل*, *mı*).
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
    /// A question without its mark:
    /// ```bitext,bad
    /// ja: ⟦切符はもう買いましたか。⟧
    /// en: ⟦You have already bought the tickets.⟧
    /// ```
    /// ```bitext,good
    /// en: Have you already bought the tickets?
    /// ja: 切符はもう買いましたか。
    /// ```
    /// ```bitext,good
    /// ja: 彼がもう来たかどうか聞きました。
    /// en: I asked whether he had already come.
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
    /// Where both sides ask, only texts of as many sentences are compared further. Of questions without a mark only
    /// those with a particle are known. A heading, or a text without a mark at its end, is worth a look at most.
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

/// The same where the question has a particle and no mark: such sentences may also be indirect questions.
const UNMARKED: f64 = 0.58;
/// A particle so many letters from either end of a sentence may make a question of it.
const EDGE: usize = 8;

/// A sentence of one side of a bead.
struct Unit {
    segment: usize,
    sentence: Sentence,
    /// What its words say of it where its marks say that it states, or nothing.
    words: Words,
}

/// What the words of a sentence without a question mark say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Words {
    /// Nothing of a question.
    Plain,
    /// It may be a question, a direct or an indirect one.
    MayAsk,
    /// It begins or ends with a particle that makes it one (`か`, `吗`, *هل*, *mı*).
    Ask,
}

/// The sentences of one side of a bead.
struct Side {
    units: Vec<Unit>,
}

impl Side {
    fn of(view: &View<'_>, target: bool, segments: Range<usize>) -> Self {
        let version = view.side(target);
        let mut units = Vec::new();
        for segment in segments {
            let opaque = version.segment_opaque(segment);
            for sentence in mood::sentences(version.segment_text(segment), &version.locale, &opaque) {
                units.push(Unit { segment, sentence, words: words(version, segment, sentence) });
            }
        }
        Self { units }
    }

    fn asking(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.units.len()).filter(move |at| self.units[*at].asks())
    }

    /// Whether anything in it may be a question, or stand for one.
    fn may_ask(&self) -> bool {
        self.units.iter().any(|unit| !unit.states() || unit.words != Words::Plain)
    }

    fn place(&self, view: &View<'_>, target: bool, at: usize) -> Place {
        let unit = &self.units[at];
        view.part_place(target, unit.segment, unit.sentence.range)
    }
}

impl Unit {
    fn states(&self) -> bool {
        matches!(self.sentence.mood, Mood::States | Mood::Open)
    }

    fn asks(&self) -> bool {
        matches!(self.sentence.mood, Mood::Asks | Mood::Quotes) || self.states() && self.words == Words::Ask
    }
}

/// What the cues of a sentence say of it.
fn words(version: &Version, segment: usize, sentence: Sentence) -> Words {
    let text = version.segment_text(segment);
    let start = version.segments[segment].range.start;
    let mut found = Words::Plain;
    for cue in version.segment_cues(segment).iter().filter(|cue| cue.key.category() == Category::Question) {
        let (from, to) = (cue.range.start - start, cue.range.end - start);
        if from < sentence.range.start || to > sentence.range.end {
            continue;
        }
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).take(EDGE + 1).count();
        let (before, after) = (letters(&text[sentence.range.start..from]), letters(&text[to..sentence.range.end]));
        let solid = text[from..to].ends_with(mood::is_unspaced);
        let particle = cue.key == Key::PARTICLES;
        // Where no spaces are written particles stand at the end; elsewhere at either.
        if particle && cue.is_sure() && (after == 0 || before == 0 && !solid) {
            return Words::Ask;
        }
        // A question word begins a question (*What is new*), elsewhere it may join clauses.
        let near = before.min(after) <= EDGE || solid;
        if particle && near || before == 0 || (solid && sentence.mood == Mood::Open) {
            found = Words::MayAsk;
        }
    }
    found
}

/// Whether a side has a particle that may make a question.
fn has_particle(version: &Version, segments: Range<usize>) -> bool {
    segments
        .filter(|segment| *segment < version.segments.len())
        .any(|segment| version.segment_cues(segment).iter().any(|cue| cue.key == Key::PARTICLES && cue.is_sure()))
}

/// Whether a side has any word of a question, direct or indirect, or of a condition.
fn has_any_word(view: &View<'_>, target: bool, segments: &Range<usize>) -> bool {
    let version = view.side(target);
    let words = |cue: &Cue| matches!(cue.key.category(), Category::Question) || cue.key == Key::IF;
    segments.clone().any(|segment| version.segment_cues(segment).iter().any(words))
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for bead in view.bitext.alignment.segments.iter().filter(|bead| bead.is_paired()) {
        let marks = [(false, &bead.source), (true, &bead.target)].map(|(target, segments)| {
            let version = view.side(target);
            let of_segment = |at: usize| mood::question_marks(version.segment_text(at), &version.locale);
            segments.clone().filter(|at| version.block_of(*at).kind != BlockKind::Code).map(of_segment).sum::<usize>()
        });
        let particles = || {
            [(false, &bead.source), (true, &bead.target)]
                .map(|(target, segments)| has_particle(view.side(target), segments.clone()))
        };
        if marks[0] == marks[1] && (marks[0] > 0 || particles() == [false, false]) {
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
    let as_many = sides[0].units.len() == sides[1].units.len();
    let (target, at) = match asking {
        [Some(at), None] if !sides[1].may_ask() => (false, at),
        [None, Some(at)] if !sides[0].may_ask() => (true, at),
        [Some(_), Some(_)] if as_many => differing(&sides)?,
        _ => return None,
    };
    let [own, other] = [&sides[usize::from(target)], &sides[usize::from(!target)]];
    if other.units.is_empty() {
        return None;
    }
    let marked = !own.units[at].states();
    // Without a mark it is a question only where the other side has no word of one, and surely states.
    let opposite = if target { &bead.source } else { &bead.target };
    if !marked && (has_any_word(view, !target, opposite) || other.units.iter().any(|it| it.sentence.mood == Mood::Open)) {
        return None;
    }
    let counterpart = as_many.then(|| other.units[at].sentence);
    let cue = match (as_many, own.units[at].sentence.mood) {
        _ if !marked => UNMARKED,
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
        view.segments_place(!target, opposite)?
    };
    let is_heading =
        [false, true].iter().any(|side| {
            let first = if *side { bead.target.start } else { bead.source.start };
            matches!(view.side(*side).block_of(first).kind, BlockKind::Heading(_))
        });
    // With fewer sentences the question may have been left out; without a mark it may be the mark alone.
    let fewer = other.units.len() < own.units.len();
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
    let states = |unit: &Unit| unit.sentence.mood == Mood::States && unit.words == Words::Plain;
    let asks = |unit: &Unit| unit.sentence.mood == Mood::Asks;
    let pairs = source.units.iter().zip(&target.units).enumerate();
    let mut differ = pairs.filter_map(|(at, (a, b))| match (asks(a) && states(b), states(a) && asks(b)) {
        (true, _) => Some((false, at)),
        (_, true) => Some((true, at)),
        _ => None,
    });
    let first = differ.next()?;
    // Two that differ in either way are sentences in another order.
    differ.all(|(side, _)| side == first.0).then_some(first)
}
