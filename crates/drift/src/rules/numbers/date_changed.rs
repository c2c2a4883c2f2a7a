//! N005.

use crate::draft::Sink;
use crate::matching::{Difference, Kind, Parts, fields_lost};
use crate::rules::facts::{self, Change};
use crate::view::View;
use crate::wording;
use parallax_core::facts::{PartialDate, Salience, weekday_of};
use parallax_core::{Severity, Value};

declare_rule! {
    /// A date is another one in the version, or missing, or added.
    ///
    /// ## What it finds
    /// A date of the pivot whose counterpart in the version gives another day, month, quarter, year or day of the week,
    /// another decade, century or era, or another part of the month (*early* for *late February*); a date that only one
    /// of the two gives; and, with a lower severity, a day, month or year that one of them leaves out. Dates are compared
    /// by what they mean: `14 mars 2026`, `March 14, 2026`, `14.03.2026`, `2026年3月14日` and `令和8年3月14日` are the
    /// same, and so are `the 1990s` and `90-е годы`, `the 19th century` and `XIXe siècle`, `Q3 2024` and `3. Quartal
    /// 2024`. Years of other counts are compared by the year that they are: `พ.ศ. 2567`, `民國113年` and `2024`; `۱۲ خرداد
    /// ۱۴۰۴` is 2 June 2025.
    ///
    /// ## Why it matters
    /// Deadlines, terms and histories hang on dates, and a wrong month reads as well as the right one.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Nous l’avons annoncé ⟦fin février⟧.
    /// en: We announced it in ⟦early February⟧.
    /// ```
    /// ```bitext,bad
    /// en: The firmware was released on ⟦March 14, 2026⟧.
    /// de: Die Firmware wurde am ⟦14. April 2026⟧ veröffentlicht.
    /// ```
    /// ```bitext,bad
    /// en: The offer is valid until ⟦May 31, 2026⟧.
    /// fr: L’offre est valable pour une durée limitée.
    /// ```
    /// ```bitext,bad
    /// en: The bridge was built in the ⟦18th century⟧.
    /// ru: Мост построили в ⟦XIX веке⟧.
    /// ```
    /// ```bitext,bad
    /// en: The school opened in ⟦2023⟧.
    /// ja: その学校は⟦令和6⟧年に開校しました。
    /// ```
    /// ```bitext,bad
    /// en: He wrote it in the ⟦1980s⟧.
    /// hi: उन्होंने इसे ⟦1970 के दशक⟧ में लिखा।
    /// ```
    /// The same date in each language's own style:
    /// ```bitext,good
    /// en: The firmware was released on March 14, 2026.
    /// ja: このファームウェアは2026年3月14日に公開されました。
    /// ```
    /// ```bitext,good
    /// fr: Nous l’avons annoncé fin février.
    /// de: Wir haben es Ende Februar angekündigt.
    /// ```
    /// ```bitext,good
    /// en: The contract ends on December 31, 2024.
    /// th: สัญญาสิ้นสุดวันที่ 31 ธันวาคม พ.ศ. 2567
    /// ```
    /// ```bitext,good
    /// en: The contract ends on June 2, 2025.
    /// fa: قرارداد در ۱۲ خرداد ۱۴۰۴ پایان می‌یابد.
    /// ```
    /// ```bitext,good
    /// en: The church is from the 16th century, the tower from the 1990s.
    /// es: La iglesia es del siglo XVI; la torre, de los años 90.
    /// ```
    /// A year that stands once for both dates in the version:
    /// ```bitext,good
    /// en: It runs from March 9, 2026 to March 12, 2026.
    /// fr: Il dure du 9 au 12 mars 2026.
    /// ```
    ///
    /// ## Known limits
    /// Days and months are those of the Gregorian calendar, with the Persian and the Islamic one, whose days are reckoned
    /// and may be a day off; of other calendars only years are read, and of the Hebrew and the Indian ones nothing.
    /// Relative dates (*next month*) are not compared. `03/04` is taken as it suits the other side. A year of another
    /// count begins within a Gregorian year: each of the two that it falls in will do.
    "N005", "date-changed", Error, "accuracy/mistranslation"
}

/// How often two dates that differ are drift.
const CHANGED: f64 = 0.95;
/// The same for months and other dates that are no firm statement.
const SOFT_CHANGED: f64 = 0.85;
/// How often a full date that is not found is missing indeed.
const MISSING: f64 = 0.88;
/// The same for a month alone.
const SOFT_MISSING: f64 = 0.45;
/// How often a day, month or year that is not found with its date is missing indeed.
const FIELD: f64 = 0.6;

/// How often a day of the week that only one side names is wrong where it contradicts the date beside it.
const CONTRADICTED: f64 = 0.8;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for change in facts::changes(view, Kind::Date) {
        let mut draft = facts::changed(view, &META, &change, if change.firm { CHANGED } else { SOFT_CHANGED });
        draft.backed_cue = 0.98;
        sink.push(view, draft);
    }
    for target in [false, true] {
        for index in facts::unsaid(view, target, Kind::Date) {
            let fact = view.fact(target, index);
            let firm = fact.salience == Salience::Firm;
            let cue = if firm { MISSING } else { SOFT_MISSING };
            let mut draft = facts::alone(view, &META, target, index, cue);
            let (backed, worst) = match &fact.value {
                // *27 December* may be *the next day* on the other side, *early January* *since the New Year*: only a
                // whole date is surely missed.
                Value::Date(date) if firm && !is_whole(date) => (0.97, Severity::Warning),
                _ if firm => (0.97, Severity::Error),
                // A day of the week goes with many words that name it by halves (*on weekdays*).
                Value::Date(date) if date.month.is_some() && !target => (0.7, Severity::Info),
                _ if !target => (0.6, Severity::Info),
                // Many a month's name is another word too.
                _ => (SOFT_MISSING, Severity::Info),
            };
            draft.backed_cue = backed;
            draft.worst = worst;
            if let Some(day) = contradicted(view, target, index) {
                draft.message = format!("{}, where the date beside it is a {day}", draft.message);
                draft.causes.cue = CONTRADICTED;
            }
            sink.push(view, draft);
        }
    }
    for (source, target) in view.matching.same() {
        fields(view, sink, source, target);
    }
}

/// Whether a date gives its day, month and year.
fn is_whole(date: &PartialDate) -> bool {
    date.day.is_some() && date.month.is_some() && date.year.is_some()
}

/// The day of the week that the date beside a day of the week falls on, where it is another one.
fn contradicted(view: &View<'_>, target: bool, index: usize) -> Option<&'static str> {
    /// Bytes between the two: a comma, an article.
    const REACH: usize = 8;
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let fact = view.fact(target, index);
    let Value::Date(PartialDate { weekday: Some(said), .. }) = fact.value else { return None };
    let facts = &view.side(target).facts;
    let neighbours = [index.checked_sub(1), Some(index + 1)];
    neighbours.into_iter().flatten().filter_map(|at| Some((at, facts.get(at)?))).find_map(|(at, other)| {
        let same_place = view.matching.segment_of(target, at) == view.matching.segment_of(target, index);
        let (first, second) = if at < index { (other, fact) } else { (fact, other) };
        let near = second.range.start.checked_sub(first.range.end).is_some_and(|gap| gap <= REACH);
        let Value::Date(date) = &other.value else { return None };
        let is = weekday_of(date).filter(|is| same_place && near && *is != said && other.alternatives.is_empty())?;
        NAMES.get(usize::from(is) - 1).copied()
    })
}

/// A day, month or year that one of two dates gives and the other does not, nor anything near it.
fn fields(view: &View<'_>, sink: &mut Sink<'_>, source: usize, target: usize) {
    let (from, to) = (view.fact(false, source), view.fact(true, target));
    let (Value::Date(a), Value::Date(b)) = (&from.value, &to.value) else { return };
    // What is said near by in the other version is not lost: a year that stands once for two dates.
    let said = |is_target: bool, lost: PartialDate| {
        let bead = view.matching.bead_of(false, source);
        let mut parts = Parts::default();
        let version = view.side(is_target);
        for index in 0..version.facts.len() {
            if view.matching.bead_of(is_target, index).abs_diff(bead) <= 1 {
                parts.add(&version.facts[index], None);
                // A year that stands with another date.
                let Value::Date(other) = &version.facts[index].value else { continue };
                if lost.year.is_some() && lost.year == other.year && lost.month.is_none() && lost.day.is_none() {
                    return true;
                }
            }
        }
        parts.say_value(&Value::Date(lost))
    };
    let (lost, won) = (fields_lost(a, b), fields_lost(b, a));
    let none = PartialDate::default();
    let (word, lost) = if lost != none && !said(true, lost) {
        ("missing", lost)
    } else if won != none && !said(false, won) {
        ("added", won)
    } else {
        return;
    };
    let change =
        Change { source, target, how: Difference::Value, values: (from.value.clone(), to.value.clone()), firm: true };
    let mut draft = facts::changed(view, &META, &change, FIELD);
    let field = if lost.year.is_some() {
        "the year"
    } else if lost.quarter.is_some() {
        "the quarter"
    } else if lost.day.is_some() {
        "the day"
    } else {
        "the month"
    };
    draft.message = format!("{}: {field} is {word} in {}", draft.message, wording::name(view, true));
    draft.worst = Severity::Warning;
    draft.backed_cue = 0.75;
    sink.push(view, draft);
}
