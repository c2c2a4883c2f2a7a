//! N002.

use crate::draft::{Draft, Sink};
use crate::matching::{Difference, Kind};
use crate::rules::facts;
use crate::view::View;
use crate::wording;
use parallax_core::facts::{Bound, Quantity, Salience, Unit};
use parallax_core::{Fact, Severity, Value, Version};
use rust_decimal::Decimal;

declare_rule! {
    /// A number of the pivot is not in the version.
    ///
    /// ## What it finds
    /// A quantity of the pivot that the corresponding sentence of the version does not state, nor a sentence next to
    /// it: it was dropped, or replaced by words that give no number (*many*), or by a bare magnitude (*thousands of*).
    ///
    /// ## Why it matters
    /// The reader of the version learns less than the reader of the pivot, and often something else.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Notre offre a été acceptée par des écoles de ⟦20⟧ pays.
    /// en: Our offer was accepted by schools in many countries.
    /// ```
    /// ```bitext,bad
    /// en: Keep the lamp at least ⟦30 cm⟧ away from curtains.
    /// de: Halten Sie die Leuchte von Vorhängen fern.
    /// ```
    /// The number stands in the next sentence:
    /// ```bitext,good
    /// fr: Plus de 300 écoles, réparties dans 20 pays, ont répondu. Nous les remercions.
    /// en: More than 300 schools responded. We thank them all, in 20 countries.
    /// ```
    /// A small number word that languages use or leave out as they please:
    /// ```bitext,good
    /// en: One of these two cables is enough.
    /// de: Eines dieser beiden Kabel reicht aus.
    /// ```
    /// ```bitext,bad
    /// ja: 会議には⟦350⟧人の代表が参加しました。
    /// en: Delegates took part in the meeting.
    /// ```
    /// ```bitext,bad
    /// ru: В выставке участвуют ⟦148⟧ музеев.
    /// pl: W wystawie uczestniczą muzea.
    /// ```
    /// ```bitext,good
    /// hi: बैठक में पैंतीस लोग आए।
    /// en: 35 people came to the meeting.
    /// ```
    ///
    /// ## Known limits
    /// Numbers written in words that are not read in the version's language are missed. Small numbers in words and
    /// magnitudes such as *thousands of* are reported only where other versions keep them.
    "N002", "quantity-missing", Error, "accuracy/omission"
}

/// How often a number that is not found is missing indeed.
const DIGITS: f64 = 0.93;
/// The same for a number that the version may well say in words.
const SAYABLE: f64 = 0.85;
/// The same where such words are not read in the version's language.
const UNREAD: f64 = 0.55;
/// The same for a fact that translators drop freely.
const SOFT: f64 = 0.4;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for source in facts::unsaid(view, false, Kind::Quantity) {
        let fact = view.fact(false, source);
        let mut draft = facts::alone(view, &META, false, source, cue(fact, view.side(true)));
        soften(fact, &mut draft);
        sink.push(view, draft);
    }
    for change in facts::changes(view, Kind::Quantity).filter(|change| change.how == Difference::Vagueness) {
        let Value::Quantity(from) = &change.values.0 else { continue };
        // The other way round, a number was added: N003.
        if from.vague {
            continue;
        }
        let mut draft = facts::changed(view, &META, &change, SAYABLE);
        draft.message = draft.source.as_ref().zip(draft.target.as_ref()).map_or_else(String::new, |(from, to)| {
            format!("{} is only {} in {}", wording::quote(from), wording::quote(to), wording::name(view, true))
        });
        sink.push(view, draft);
    }
}

/// How much it says that a number is not found in `other`.
pub(super) fn cue(fact: &Fact, other: &Version) -> f64 {
    let Value::Quantity(quantity) = fact.value else { return SOFT };
    if fact.salience != Salience::Firm {
        return SOFT;
    }
    if !in_words(quantity.number) {
        return DIGITS;
    }
    if other.locale.spells_numbers() { SAYABLE } else { UNREAD }
}

/// Whether a draft on one side's number is about four figures without a separator, as years are written.
fn is_like_a_year(draft: &Draft) -> bool {
    let place = draft.source.as_ref().or(draft.target.as_ref());
    place.is_some_and(|place| place.text.chars().count() == 4 && place.text.chars().all(char::is_numeric))
}

/// Whether people write a number in words: a whole one up to a hundred, or a round one.
fn in_words(number: Decimal) -> bool {
    let number = number.normalize();
    number.scale() == 0 && (number <= Decimal::ONE_HUNDRED || (number % Decimal::ONE_HUNDRED).is_zero())
}

/// A fact that translators drop freely is worth a look at most, and only where the other versions keep it; one that
/// they add freely, not even that. A number in words beyond a dozen is seldom either.
pub(super) fn soften(fact: &Fact, draft: &mut Draft) {
    let number = if let Value::Quantity(quantity) = fact.value { quantity.number } else { Decimal::ZERO };
    let vague = matches!(fact.value, Value::Quantity(quantity) if quantity.vague);
    let is_bare = |quantity: Quantity| quantity.unit == Unit::None && quantity.bound == Bound::Exact;
    let bare = matches!(fact.value, Value::Quantity(quantity) if is_bare(quantity));
    if fact.salience == Salience::Firm && bare && number <= Decimal::from(12) {
        // Languages have words for small numbers that are not read: duals, *thrice*, *dreijährig*.
        draft.worst = Severity::Warning;
        draft.backed_cue = 0.9;
    } else if fact.salience == Salience::Firm {
        draft.backed_cue = 0.97;
        if bare && is_like_a_year(draft) {
            // Years stand in notes, citations and footnotes that one side may go without.
            draft.worst = Severity::Warning;
        }
    } else if number > Decimal::from(12) && !vague {
        draft.worst = Severity::Warning;
        draft.backed_cue = 0.75;
    } else {
        draft.worst = Severity::Info;
        draft.backed_cue = if draft.source.is_some() { 0.65 } else { SOFT };
    }
}
