//! N008.

use crate::draft::Sink;
use crate::matching::{Difference, Kind};
use crate::rules::facts;
use crate::view::View;
use parallax_core::facts::Unit;
use parallax_core::{Severity, Value};

declare_rule! {
    /// An amount of money is in another currency in the version.
    ///
    /// ## What it finds
    /// An amount of the pivot whose counterpart in the version has the same number of another currency; with lower
    /// confidence, one with another number as well: an amount that was exchanged is not what the text says. Currencies
    /// are known by their ISO codes, their signs and their names in all languages that CLDR has them in.
    ///
    /// ## Why it matters
    /// A price in the wrong currency is a wrong price.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: The ticket costs ⟦€15⟧ on weekdays.
    /// es: La entrada cuesta ⟦15 libras esterlinas⟧ entre semana.
    /// ```
    /// ```bitext,bad
    /// de: Der Schaden beträgt ⟦5 Mio. Euro⟧.
    /// en: The damage amounts to ⟦$5m⟧.
    /// ```
    /// ```bitext,bad
    /// en: The deposit is ⟦500 dollars⟧.
    /// ru: Залог составляет ⟦500 евро⟧.
    /// ```
    /// ```bitext,bad
    /// ja: 参加費は⟦5000円⟧です。
    /// en: The fee is ⟦5,000 euros⟧.
    /// ```
    /// ```bitext,bad
    /// zh: 门票⟦80元⟧。
    /// fr: L’entrée coûte ⟦80 euros⟧.
    /// ```
    /// The same currency, by sign, code and name:
    /// ```bitext,good
    /// en: The grant is US$5m.
    /// fr: La subvention s’élève à 5 millions de dollars.
    /// ```
    /// ```bitext,good
    /// de: Das Ticket kostet 15 €.
    /// pl: Bilet kosztuje 15 EUR.
    /// ```
    /// A sign that several currencies share:
    /// ```bitext,good
    /// es: El boleto cuesta $200.
    /// en: The ticket costs 200 Mexican pesos.
    /// ```
    ///
    /// ## Known limits
    /// A bare `$`, `kr` or *peso* agrees with every currency that is called so. Exchange rates are not known.
    "N008", "currency-changed", Error, "accuracy/mistranslation"
}

/// How often the same number of another currency is drift.
const CURRENCY: f64 = 0.93;
/// The same where the number is another one too: the amount may have been exchanged on purpose.
const EXCHANGED: f64 = 0.7;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    let changes = facts::changes(view, Kind::Quantity);
    for change in changes.filter(|change| matches!(change.how, Difference::Unit | Difference::Number)) {
        let (Value::Quantity(a), Value::Quantity(b)) = &change.values else { continue };
        if !matches!((a.unit, b.unit), (Unit::Money(a), Unit::Money(b)) if a != b) {
            continue;
        }
        let same_number = change.how == Difference::Unit;
        let cue = if same_number { CURRENCY } else { EXCHANGED };
        let mut draft = facts::changed(view, &META, &change, cue);
        if !same_number {
            draft.worst = Severity::Warning;
        }
        draft.backed_cue = if same_number { 0.98 } else { 0.9 };
        draft.message.push_str(if same_number { " (another currency)" } else { " (another currency and number)" });
        sink.push(view, draft);
    }
}
