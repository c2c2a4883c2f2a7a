//! N010.

use crate::draft::Sink;
use crate::matching::Kind;
use crate::rules::facts;
use crate::view::View;
use crate::wording;
use parallax_core::facts::{Quantity, Role, Salience, Unit};
use parallax_core::fold::digit_value;
use parallax_core::{Fact, Severity, Value};

declare_rule! {
    /// An ordinal became a count, or a count an ordinal: *the 3rd day*, *three days*.
    ///
    /// ## What it finds
    /// A number that one side states as an ordinal (*3rd*, `3.`, 第三) and the other one as a count of something. An
    /// ordinal that became another one (*2nd*, *3rd*) is a changed quantity, N001.
    ///
    /// ## Why it matters
    /// *After the third dose* and *after three doses* may be the same, *on the third day* and *for three days* are not.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: Stop on the ⟦15⟧th day.
    /// de: Hören Sie nach ⟦fünfzehn Tagen⟧ auf.
    /// ```
    /// ```bitext,bad
    /// fr: Au ⟦20⟧e essai, il réussit.
    /// en: After ⟦twenty⟧ attempts, he succeeded.
    /// ```
    /// ```bitext,good
    /// en: He came on the 15th day.
    /// de: Er kam am 15. Tag.
    /// ```
    /// ```bitext,good
    /// en: She lives on the 12th floor.
    /// ru: Она живёт на 12 этаже.
    /// ```
    /// ```bitext,good
    /// ja: 彼は第3位になった。
    /// en: He came 3rd.
    /// ```
    /// ```bitext,good
    /// hi: वह 12वीं मंज़िल पर रहती है।
    /// es: Vive en el 12.º piso.
    /// ```
    ///
    /// ## Known limits
    /// Languages write many ordinals as bare figures (dates, floors, chapters): only a count in words, or one with a
    /// unit, is told from an ordinal, and the finding is a hint.
    "N010", "ordinal-changed", Info, "accuracy/mistranslation"
}

/// How often an ordinal on one side and a count on the other are drift.
const CHANGED: f64 = 0.6;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for change in facts::agreeing(view, Kind::Quantity) {
        let (Value::Quantity(a), Value::Quantity(b)) = &change.values else { continue };
        // *A* and *in the first place* say no number.
        let said = [view.fact(false, change.source), view.fact(true, change.target)]
            .iter()
            .all(|fact| fact.salience != Salience::Silent);
        if a.ordinal == b.ordinal || !said {
            continue;
        }
        let (ordinal, count) = if a.ordinal { (false, true) } else { (true, false) };
        let index = |target: bool| if target { change.target } else { change.source };
        let counted = if a.ordinal { b } else { a };
        if !is_ordinal(view.fact(ordinal, index(ordinal))) || !is_count(view, count, index(count), counted) {
            continue;
        }
        let mut draft = facts::changed(view, &META, &change, CHANGED);
        draft.worst = Severity::Info;
        let (source, target) = (&draft.source, &draft.target);
        if let (Some(source), Some(target)) = (source, target) {
            let (from, to) = if a.ordinal { ("an ordinal", "a count") } else { ("a count", "an ordinal") };
            draft.message = format!("{}, {from}, became {to}: {}", wording::quote(source), wording::quote(target));
        }
        sink.push(view, draft);
    }
}

/// Whether a fact is an ordinal in every likely reading.
fn is_ordinal(fact: &Fact) -> bool {
    fact.readings().all(|(value, weight)| match value {
        Value::Quantity(quantity) => quantity.ordinal,
        // `20th` may be the century's decade as well.
        _ => weight < 0.2,
    })
}

/// Whether a fact surely counts: it is written in words of a language whose ordinals are read, or has a unit.
fn is_count(view: &View<'_>, target: bool, index: usize, quantity: &Quantity) -> bool {
    let fact = view.fact(target, index);
    let text = view.fact_place(target, index).text;
    let in_words = !text.chars().any(|c| digit_value(c).is_some()) && text.chars().count() >= 3;
    let single = !matches!(fact.role, Some(Role::First | Role::Last));
    single && (quantity.unit != Unit::None || (in_words && view.side(target).locale.spells_numbers()))
}
