//! N001.

use crate::draft::Sink;
use crate::matching::{Difference, Kind};
use crate::rules::facts;
use crate::view::View;
use crate::wording;
use parallax_core::Value;
use parallax_core::facts::Unit;
use rust_decimal::Decimal;

declare_rule! {
    /// A number, amount or percentage is another one in the version.
    ///
    /// ## What it finds
    /// A quantity of the pivot whose counterpart in the version says another number, or the same number of another
    /// currency. Quantities are compared by what they mean: `90 000`, `90.000`, `9万`, `९० हज़ार` and `ninety
    /// thousand` are the same. A magnitude that stands for a number (*thousands of*) is compared with others of its
    /// kind.
    ///
    /// ## Why it matters
    /// Readers act on numbers. A dropped zero, a *billion* for a *million* or two digits swapped changes what they
    /// learn, and no spelling checker sees it.
    ///
    /// ## Examples
    /// Ten times less:
    /// ```bitext,bad
    /// fr: Ce réseau comprend plus de ⟦90 000⟧ écoles.
    /// en: This network includes more than ⟦9,000⟧ schools.
    /// ```
    /// ```bitext,bad
    /// en: The battery weighs ⟦1.35⟧ kg and the cable is 2 m long.
    /// de: Der Akku wiegt ⟦1,53⟧ kg, und das Kabel ist 2 m lang.
    /// ```
    /// ```bitext,bad
    /// en: The ticket costs ⟦€15⟧ on weekdays.
    /// es: La entrada cuesta ⟦15 libras esterlinas⟧ entre semana.
    /// ```
    /// The same number, written as each language does:
    /// ```bitext,good
    /// fr: Ce réseau comprend plus de 90 000 écoles dans 20 pays.
    /// ja: このネットワークには20か国の9万校以上の学校が参加しています。
    /// ```
    /// ```bitext,good
    /// en: The lamp costs €1,249.90 and weighs 1.8 kg.
    /// de: Die Leuchte kostet 1.249,90 € und wiegt 1,8 kg.
    /// ```
    /// ```bitext,good
    /// en: About 10 million people took part.
    /// de: Etwa zehn Millionen Menschen nahmen teil.
    /// ```
    ///
    /// ## Known limits
    /// Converted units (*10 miles*, *16 km*) look like changed numbers. What is counted is not compared, only how
    /// many; of units, only currencies, percent and permille are.
    "N001", "quantity-changed", Error, "accuracy/mistranslation"
}

/// How often a pair that differs is drift, by what differs and how firmly both are stated.
const NUMBER: f64 = 0.96;
const UNIT: f64 = 0.9;
const SOFT: f64 = 0.78;
/// The same for two small numbers that are twelve apart: they may be hours, counted from noon or from midnight.
const HOURS: f64 = 0.45;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for change in facts::changes(view, Kind::Quantity) {
        let (Value::Quantity(a), Value::Quantity(b)) = &change.values else { continue };
        let cue = match change.how {
            Difference::Vagueness | Difference::Swapped => continue,
            Difference::Unit => UNIT,
            _ if may_be_one_hour(a.number, b.number) => HOURS,
            _ if change.firm => NUMBER,
            _ => SOFT,
        };
        let mut draft = facts::changed(view, &META, &change, cue);
        draft.backed_cue = if cue == HOURS { HOURS } else { 0.98 };
        let texts = [&draft.source, &draft.target].map(|place| place.as_ref().map_or("", |place| place.text.as_str()));
        let slip = match (change.how, a.unit, b.unit) {
            (Difference::Unit, Unit::Money(_), Unit::Money(_)) => " (another currency)".to_owned(),
            (Difference::Unit, _, _) => " (another unit)".to_owned(),
            _ => wording::slip_of(a.number, b.number, (texts[0], texts[1])),
        };
        draft.message.push_str(&slip);
        sink.push(view, draft);
    }
}

/// Whether two numbers may be one hour of the day, *six* and *18*.
fn may_be_one_hour(a: Decimal, b: Decimal) -> bool {
    let day = Decimal::from(24);
    (a - b).abs() == Decimal::from(12) && a.max(b) <= day && a.scale() == 0
}
