//! N013.

use crate::draft::Sink;
use crate::matching::{Bond, Difference, Kind, Tie};
use crate::roles::{self, Sign};
use crate::rules::facts::{self, Change};
use crate::view::View;
use crate::wording;
use parallax_core::facts::Role;
use parallax_core::{Place, Severity, Span, Value};

declare_rule! {
    /// Two numbers changed places.
    ///
    /// ## What it finds
    /// Two numbers that both sides state, in each other's role: the ends of a range, a part and the whole that it is of,
    /// the numbers of two units, the numbers of two names or words. That the languages have another order of words is no
    /// difference: what counts is which number stands with what.
    ///
    /// Beside which word a number belongs is known from what both sides share: dates and days, countries, names and loan
    /// words (also across scripts), general words of a small dictionary of twenty languages. Where these kept their
    /// places and the numbers did not, that is an error, or a warning where less is known; where they moved with the
    /// numbers, there is no finding. Items of a list keep their order in nearly all translations: numbers that changed
    /// places in a list whose words are not known are a warning if both sides put them in the same words (*900 for …, 700
    /// for …*), else worth a look (info).
    ///
    /// ## Why it matters
    /// Every figure is there, so that nobody who only looks for figures sees it, and both statements are wrong.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: The price rose from ⟦130 to 220⟧.
    /// fr: Le prix est passé de ⟦220 à 130⟧.
    /// ```
    /// ```bitext,bad
    /// en: ⟦13 of the 26⟧ samples failed.
    /// ja: ⟦13個のサンプルのうち26⟧個が不合格でした。
    /// ```
    /// ```bitext,bad
    /// en: It costs ⟦45 euros or 52 dollars⟧.
    /// de: Es kostet ⟦45 Dollar oder 52 Euro⟧.
    /// ```
    /// ```bitext,good
    /// en: 13 of the 26 samples failed.
    /// ja: 26個のサンプルのうち13個が不合格でした。
    /// ```
    /// ```bitext,good
    /// en: The price rose from 130 to 220.
    /// de: Der Preis stieg von 130 auf 220.
    /// ```
    /// ```bitext,bad
    /// ru: Число жителей выросло от ⟦13 до 20⟧.
    /// es: El número de habitantes creció de ⟦20 a 13⟧.
    /// ```
    /// ```bitext,bad
    /// en: There were ⟦41 women and 27⟧ men.
    /// fr: Il y avait ⟦27 femmes et 41⟧ hommes.
    /// ```
    /// ```bitext,good
    /// en: There were 41 women and 27 men.
    /// fr: Il y avait 27 hommes et 41 femmes.
    /// ```
    /// ```bitext,bad
    /// de: Moskau gewann ⟦12 Medaillen und Berlin 9⟧.
    /// ru: Москва завоевала ⟦9 медалей, а Берлин — 12⟧.
    /// ```
    /// ```bitext,bad
    /// en: The dose is ⟦5 mg in the morning and 10 mg⟧ in the evening.
    /// ja: 朝は⟦10 mg、夕方は5 mg⟧を服用する。
    /// ```
    /// ```bitext,good
    /// en: The accident injured 500 people, including 20 children.
    /// ja: 20人の子どもを含め、500人が負傷した。
    /// ```
    /// ```bitext,bad
    /// en: Sales rose by ⟦12% in Spain and by 7%⟧ in Japan.
    /// zh: 西班牙增长⟦7%，日本增长12%⟧。
    /// ```
    /// ```bitext,bad
    /// ar: يوم الاثنين ⟦8 ساعات، يوم الثلاثاء 6 ساعات⟧.
    /// en: Monday ⟦6 hours, Tuesday 8 hours⟧.
    /// ```
    /// ```bitext,good
    /// hi: संख्या 13 से 20 तक बढ़ी।
    /// en: The number rose from 13 to 20.
    /// ```
    ///
    /// ## Known limits
    /// Numbers that a side says more than once are not compared, nor are those that changed places in a sentence that is no
    /// list and whose words are not known. Of three or more numbers that changed places all round, none is found. Where the
    /// numbers kept their order and the words beside them changed places (*41 men and 27 women*), nothing is found either.
    "N013", "values-swapped", Error, "accuracy/mistranslation"
}

/// How often two ends of a range that changed places are drift.
const ENDS: f64 = 0.9;
/// The same for a part and its whole.
const PARTS: f64 = 0.88;
/// The same for the numbers of two units.
const UNITS: f64 = 0.9;
/// The same for numbers in a list whose words kept their order.
const NAMES: f64 = 0.9;
/// The same where only one of the two is known.
const LIKELY: f64 = 0.75;
/// The same where neither is.
const HINT: f64 = 0.6;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    ends(view, sink);
    units(view, sink);
    names(view, sink);
}

/// Numbers beside names.
fn names(view: &View<'_>, sink: &mut Sink<'_>) {
    for (crossing, sign) in roles::swaps(view) {
        let (cue, worst) = match sign {
            Sign::Sure => (NAMES, Severity::Error),
            Sign::Likely => (LIKELY, Severity::Warning),
            Sign::Hint => (HINT, Severity::Info),
        };
        push(view, sink, crossing.sources, crossing.targets, (cue, worst));
    }
}

/// The ends of a range, a part and its whole.
fn ends(view: &View<'_>, sink: &mut Sink<'_>) {
    let counterpart = |fact: usize| match view.matching.source()[fact] {
        Tie::Fact(other, Bond::Same) => Some(other),
        _ => None,
    };
    let role = |target: bool, fact: usize| view.fact(target, fact).role;
    let facts = view.bitext.source.facts.len();
    for (first, last) in (0..facts.saturating_sub(1)).map(|at| (at, at + 1)) {
        let (Some(one), Some(other)) = (role(false, first), role(false, last)) else { continue };
        let (Some(first_there), Some(last_there)) = (counterpart(first), counterpart(last)) else { continue };
        let swapped = role(true, first_there) == Some(other) && role(true, last_there) == Some(one);
        if !swapped || opposite(one) != other || first_there.abs_diff(last_there) != 1 {
            continue;
        }
        let (a, b) = (view.fact(false, first), view.fact(false, last));
        if a.value.agrees_with(&b.value) || is_written_backwards(view, (first, last), (first_there, last_there)) {
            continue;
        }
        let cue = if matches!(one, Role::First | Role::Last) { ENDS } else { PARTS };
        push(view, sink, (first, last), (first_there, last_there), (cue, Severity::Error));
    }
}

fn opposite(role: Role) -> Role {
    match role {
        Role::First => Role::Last,
        Role::Last => Role::First,
        Role::Part => Role::Whole,
        Role::Whole => Role::Part,
    }
}

/// Whether one of the two ranges is written with a dash in a script from right to left, where writers put its ends in
/// the order in which they want to see them.
fn is_written_backwards(view: &View<'_>, sources: (usize, usize), targets: (usize, usize)) -> bool {
    let right_to_left = |target: bool, (a, b): (usize, usize)| {
        let text = covering(view, target, a, b).text;
        let around = view.side(target).segment_text(view.matching.segment_of(target, a));
        let has_word = text.chars().any(char::is_alphabetic);
        !has_word && around.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}'))
    };
    right_to_left(false, sources) || right_to_left(true, targets)
}

/// The numbers of two units.
fn units(view: &View<'_>, sink: &mut Sink<'_>) {
    let mut open: Option<Change> = None;
    for change in facts::changes(view, Kind::Quantity).filter(|change| change.how == Difference::Swapped) {
        match open.take() {
            Some(first) if is_swap(&first, &change) => {
                push(view, sink, (first.source, change.source), (first.target, change.target), (UNITS, Severity::Error));
            }
            _ => open = Some(change),
        }
    }
}

fn is_swap(a: &Change, b: &Change) -> bool {
    let unit = |value: &Value| if let Value::Quantity(quantity) = value { Some(quantity.unit) } else { None };
    unit(&a.values.0) == unit(&b.values.1) && unit(&b.values.0) == unit(&a.values.1)
}

fn push(view: &View<'_>, sink: &mut Sink<'_>, sources: (usize, usize), targets: (usize, usize), (cue, worst): (f64, Severity)) {
    let value = |target: bool, fact: usize| view.fact(target, fact).value.clone();
    let change = Change {
        source: sources.0,
        target: targets.0,
        how: Difference::Swapped,
        values: (value(false, sources.0), value(true, targets.0)),
        firm: true,
    };
    let mut draft = facts::changed(view, &META, &change, cue);
    draft.worst = worst;
    draft.backed_cue = 0.96;
    let (source, target) = (covering(view, false, sources.0, sources.1), covering(view, true, targets.0, targets.1));
    draft.message = format!(
        "{} and {} changed places: {} became {}",
        wording::quote(&view.fact_place(false, sources.0)),
        wording::quote(&view.fact_place(false, sources.1)),
        wording::quote(&source),
        wording::quote(&target)
    );
    draft.values = vec![
        (0, format!("{}, {}", value(false, sources.0), value(false, sources.1))),
        (view.version, format!("{}, {}", value(true, targets.0), value(true, targets.1))),
    ];
    draft.source = Some(source);
    draft.target = Some(target);
    sink.push(view, draft);
}

/// The place from one of two facts to the other.
fn covering(view: &View<'_>, target: bool, a: usize, b: usize) -> Place {
    let (a, b) = (view.fact_place(target, a), view.fact_place(target, b));
    let (first, last) = if a.span.start <= b.span.start { (a, b) } else { (b, a) };
    view.span_place(target, &first, Span::new(first.span.start, last.span.end.max(first.span.end)))
}
