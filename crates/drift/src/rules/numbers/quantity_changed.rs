//! N001.

use crate::draft::{Draft, Sink};
use crate::matching::{Difference, Kind};
use crate::rules::{code, facts, sums};
use crate::view::View;
use crate::wording;
use parallax_core::Value;
use parallax_core::facts::{Quantity, Unit};
use rust_decimal::Decimal;

declare_rule! {
    /// A number, amount or percentage is another one in the version.
    ///
    /// ## What it finds
    /// A quantity of the pivot whose counterpart in the version says another number. Quantities are compared by what
    /// they mean: `90 000`, `90.000`, `9万`, `९० हज़ार` and `ninety thousand` are the same, and so are measures that
    /// were converted and rounded (*26 miles*, *42 km*). A magnitude that stands for a number (*thousands of*) is
    /// compared with others of its kind. Code is copied, not translated: where the code beside a sentence, or the block
    /// behind it, has one of two numbers that differ, it tells which text is wrong.
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
    /// en: The temperature was ⟦-5 °C⟧ at dawn.
    /// fr: La température était de ⟦5 °C⟧ à l’aube.
    /// ```
    /// ```bitext,bad
    /// en: The battery weighs ⟦1.35 kg⟧ and the cable is 2 m long.
    /// de: Der Akku wiegt ⟦1,53 kg⟧, und das Kabel ist 2 m lang.
    /// ```
    /// ```bitext,bad
    /// en: The trail is ⟦26 miles⟧ long.
    /// ru: Длина тропы — ⟦24 километра⟧.
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
    /// The same place, in decimals or in minutes and seconds, and another one:
    /// ```bitext,good
    /// en: The tower stands at 48°51′24″N 2°21′03″E.
    /// fr: La tour se trouve à 48° 51' 24" de latitude nord et 2° 21' 03" de longitude est.
    /// ```
    /// ```bitext,good
    /// zh: 塔位于北纬48°51′24″，东经2°21′03″。
    /// en: The tower stands at 48.8567, 2.3508.
    /// ```
    /// ```bitext,bad
    /// en: The ship lies at ⟦33°55′S⟧.
    /// es: El barco está a ⟦33°55′ N⟧.
    /// ```
    /// A section of a law, and another one:
    /// ```bitext,good
    /// de: Das regelt § 5 des Gesetzes.
    /// ja: これは同法第5条に定められている。
    /// ```
    /// ```bitext,bad
    /// de: Das regelt § ⟦5⟧ des Gesetzes.
    /// en: This is set out in Section ⟦6⟧ of the Act.
    /// ```
    /// Dimensions in another order:
    /// ```bitext,good
    /// en: The photo measures 10 × 15 cm.
    /// de: Das Foto misst 15 × 10 cm.
    /// ```
    /// The same length in other units:
    /// ```bitext,good
    /// en: The trail is 26 miles long and climbs 1,000 feet.
    /// de: Der Weg ist 42 km lang und steigt 300 Meter an.
    /// ```
    /// ```bitext,good
    /// en: About 10 million people took part.
    /// de: Etwa zehn Millionen Menschen nahmen teil.
    /// ```
    /// ```bitext,bad
    /// hi: इस नेटवर्क में ⟦90 हज़ार⟧ स्कूल हैं।
    /// en: The network has ⟦9,000⟧ schools.
    /// ```
    /// ```bitext,bad
    /// zh: 这座桥长⟦1200米⟧。
    /// ar: يبلغ طول الجسر ⟦١٠٢٠ مترًا⟧.
    /// ```
    /// ```bitext,good
    /// ko: 회원은 24만 명입니다.
    /// es: Hay doscientos cuarenta mil miembros.
    /// ```
    ///
    /// ```bitext,bad
    /// de: ⟦Zwei Drittel⟧ der Mitglieder stimmten zu.
    /// es: ⟦Un tercio⟧ de los miembros votó a favor.
    /// ```
    /// A number that contradicts the code beside it:
    /// ```bitext,bad
    /// de: Die letzten ⟦5⟧ Versionen zeigen: `git log HEAD~5`
    /// en: Show the last ⟦3⟧ versions: `git log HEAD~5`
    /// ```
    /// ```bitext,bad
    /// fr: Ce programme attend ⟦30 secondes⟧ :
    /// fr: `larch run --wait 20`
    /// pl: Ten program czeka ⟦20 sekund⟧:
    /// pl: `larch run --wait 20`
    /// ```
    /// ```bitext,good
    /// en: Show the last five versions: `git log HEAD~5`
    /// ru: Показать последние 5 версий: `git log HEAD~5`
    /// ```
    /// A number with its power of ten, and one that spaces break:
    /// ```bitext,good
    /// en: The rate is 1.5e-3 for a population of 45, 233.
    /// fr: Le taux est de 1,5 × 10⁻³ pour une population de 45 233.
    /// ```
    ///
    /// ## Known limits
    /// A measure counts as converted where the two amounts are as near as their figures tell, or within six percent of
    /// each other at most. What is counted is not compared, only how many; another unit for the same number is
    /// [N004](unit-changed), another currency [N008](currency-changed).
    "N001", "quantity-changed", Error, "accuracy/mistranslation"
}

/// How often a pair that differs is drift, by what differs and how firmly both are stated.
const NUMBER: f64 = 0.96;
const SOFT: f64 = 0.78;
/// The same for two small numbers that are twelve apart: they may be hours, counted from noon or from midnight.
const HOURS: f64 = 0.45;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for change in facts::changes(view, Kind::Quantity) {
        let (Value::Quantity(a), Value::Quantity(b)) = &change.values else { continue };
        let cue = match change.how {
            // Another unit or currency has rules of its own.
            Difference::Vagueness | Difference::Swapped | Difference::Unit => continue,
            _ if is_exchanged(a.unit, b.unit) => continue,
            _ if may_be_one_hour(a, b) => HOURS,
            _ if change.firm => NUMBER,
            _ => SOFT,
        };
        let mut draft = facts::changed(view, &META, &change, cue);
        draft.backed_cue = if cue == HOURS { HOURS } else { 0.98 };
        let texts = [&draft.source, &draft.target].map(|place| place.as_ref().map_or("", |place| place.text.as_str()));
        let slip = wording::converted(a, b);
        let slip = slip.unwrap_or_else(|| wording::slip_of(a.number, b.number, (texts[0], texts[1])));
        draft.message.push_str(&slip);
        draft.message.push_str(sums::note(view, &change).unwrap_or_default());
        let segments = [false, true].map(|side| {
            view.matching.segment_of(side, if side { change.target } else { change.source })
        });
        if let Some(verdict) = code::verdict(view, segments, [a.number, b.number]) {
            contradict(view, &mut draft, &verdict);
        }
        sink.push(view, draft);
    }
}

/// The code beside the text has one of the two numbers: the other one is wrong, however softly it is stated.
fn contradict(view: &View<'_>, draft: &mut Draft, verdict: &code::Verdict) {
    let (code, number) = (&verdict.code, verdict.number);
    let (wrong, right) = (wording::the_side(view, verdict.target), wording::the_side(view, !verdict.target));
    draft.causes.cue = draft.causes.cue.max(NUMBER);
    draft.wrong = Some(view.document(verdict.target));
    let said = format!(": the code beside it ({code}) says {number}, as {right} does; {wrong} contradicts it");
    draft.message.push_str(&said);
    if !verdict.target {
        draft.against_pivot.push_str(&format!(": the code beside it ({code}) says {number}"));
    }
}

/// Whether two units are different currencies.
fn is_exchanged(a: Unit, b: Unit) -> bool {
    matches!((a, b), (Unit::Money(a), Unit::Money(b)) if a != b)
}

/// Whether two numbers may be one hour of the day, *six* and *18*: nothing else is counted, nor is one of them an
/// ordinal, or below zero.
fn may_be_one_hour(a: &Quantity, b: &Quantity) -> bool {
    let is_hour = |it: &Quantity| {
        let unit = match it.unit {
            Unit::None => true,
            Unit::Measure(measure) => measure.name() == "hour" && !measure.is_rate(),
            _ => false,
        };
        unit && !it.ordinal && !it.number.is_sign_negative() && it.number.scale() == 0 && it.number <= Decimal::from(24)
    };
    is_hour(a) && is_hour(b) && (a.number - b.number).abs() == Decimal::from(12)
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_core::facts::Measure;

    #[test]
    fn hours_are_counted_from_noon_or_midnight() {
        let plain = |number: i64| Quantity::plain(number.into());
        let of = |number: i64, name: &str| Quantity {
            unit: Measure::named(name).map_or(Unit::None, Unit::Measure),
            ..plain(number)
        };
        let ordinal = |number: i64| Quantity { ordinal: true, ..plain(number) };
        assert!(may_be_one_hour(&plain(6), &plain(18)) && may_be_one_hour(&of(18, "hour"), &plain(6)));
        for (a, b) in [
            (plain(6), plain(19)),
            (plain(20), plain(32)),
            (of(-6, "celsius"), of(6, "celsius")),
            (plain(-6), plain(6)),
            (ordinal(2), ordinal(14)),
            (of(2, "kilometer"), of(14, "kilometer")),
        ] {
            assert!(!may_be_one_hour(&a, &b), "{a} {b}");
        }
    }
}
