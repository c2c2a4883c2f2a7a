//! N006.

use crate::draft::Sink;
use crate::matching::Kind;
use crate::rules::facts;
use crate::view::View;
use parallax_core::{Fact, Value};

declare_rule! {
    /// A time of day is another one in the version, or missing, or added.
    ///
    /// ## What it finds
    /// A time of the pivot whose counterpart in the version is another one, and times that only one of the two gives.
    /// `5:30 pm`, `17:30`, `17 h 30`, `17.30 Uhr`, `halb sechs`, `cinq heures et demie`, `शाम साढ़े पाँच बजे` and
    /// `午後5時半` are the same, and so are `noon` and `12:00`.
    ///
    /// ## Why it matters
    /// People come too late, or call when nobody is there.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: The office is open until ⟦5:30 pm⟧ on Fridays.
    /// fr: Le bureau est ouvert jusqu’à ⟦16 h 30⟧ le vendredi.
    /// ```
    /// ```bitext,bad
    /// en: The doors open at ⟦9:00 am⟧.
    /// de: Einlass ist um ⟦10:00 Uhr⟧.
    /// ```
    /// In German half of the hour *before* is gone:
    /// ```bitext,bad
    /// en: The train leaves at ⟦half past two⟧.
    /// de: Der Zug fährt um ⟦halb zwei⟧.
    /// ```
    /// ```bitext,bad
    /// en: The meeting is at ⟦5:30 pm⟧.
    /// hi: बैठक ⟦शाम साढ़े चार बजे⟧ है।
    /// ```
    /// ```bitext,good
    /// en: The train leaves at half past two.
    /// de: Der Zug fährt um halb drei.
    /// ```
    /// ```bitext,good
    /// en: The lecture begins at 2:30 pm and ends at noon the next day.
    /// ja: 講義は午後2時半に始まり、翌日の正午に終わります。
    /// ```
    /// ```bitext,good
    /// en: The office is open until 5:30 pm on Fridays.
    /// fr: Le bureau est ouvert jusqu’à 17 h 30 le vendredi.
    /// ```
    /// ```bitext,good
    /// en: The doors open at 9:00 am.
    /// de: Einlass ist um 9 Uhr.
    /// ```
    /// Times in zones are converted, and a zone that changes by itself is another time:
    /// ```bitext,good
    /// de: Der Vortrag beginnt um 15:00 Uhr MEZ.
    /// en: The talk begins at 14:00 UTC.
    /// ```
    /// ```bitext,good
    /// en: The call is at 9 pm EST.
    /// fr: L’appel est à 2h00 GMT.
    /// ```
    /// ```bitext,bad
    /// en: The talk begins at ⟦15:00 CET⟧.
    /// fr: L’exposé commence à ⟦15h00 GMT⟧.
    /// ```
    /// ```bitext,bad
    /// ru: Начало в ⟦15:00 МСК⟧.
    /// en: It begins at ⟦15:00 UTC⟧.
    /// ```
    ///
    /// ## Known limits
    /// Minutes in words other than halves and quarters (*ten past nine*) are read in few languages. Times that are twelve
    /// hours apart may lack a word that says which half of the day is meant, and are held back. A time whose zone only
    /// one side names is compared as it stands; the day is not converted with it.
    "N006", "time-changed", Error, "accuracy/mistranslation"
}

/// How often two times that differ are drift.
const CHANGED: f64 = 0.93;
/// The same where they are twelve hours apart.
const HALF_A_DAY: f64 = 0.45;
/// The same where both say which half of the day is meant, if only by a clock of 24 hours.
const OTHER_HALF: f64 = 0.8;
/// How often a time that is said in no figures is missing, where it has a name.
const NAMED: f64 = 0.4;
/// Noon, in minutes after midnight.
const NOON: u16 = 720;
/// How often a time that is not found is missing indeed.
const MISSING: f64 = 0.75;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for change in facts::changes(view, Kind::Time) {
        let (Value::Time(a), Value::Time(b)) = change.values else { continue };
        // Figures without *am* or *pm* may mean either half of the day, and have a reading for each.
        let open =
            may_be_either_half(view.fact(false, change.source)) || may_be_either_half(view.fact(true, change.target));
        let cue = match a.minutes.abs_diff(b.minutes) == NOON {
            true if open => HALF_A_DAY,
            true => OTHER_HALF,
            false => CHANGED,
        };
        let mut draft = facts::changed(view, &META, &change, cue);
        draft.backed_cue = if cue == CHANGED { 0.97 } else { cue };
        sink.push(view, draft);
    }
    for target in [false, true] {
        for index in facts::unsaid(view, target, Kind::Time) {
            // Noon and midnight have words of their own.
            let is_named = matches!(&view.fact(target, index).value, Value::Time(time) if time.minutes % NOON == 0);
            let cue = if is_named { NAMED } else { MISSING };
            sink.push(view, facts::alone(view, &META, target, index, cue));
        }
    }
}

/// Whether a fact has readings in both halves of the day.
fn may_be_either_half(fact: &Fact) -> bool {
    let minutes = |value: &Value| if let Value::Time(time) = value { Some(time.minutes) } else { None };
    let times = || fact.readings().filter_map(|(value, _)| minutes(value));
    times().any(|a| times().any(|b| a.abs_diff(b) == NOON))
}
