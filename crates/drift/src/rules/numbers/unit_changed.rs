//! N004.

use crate::draft::Sink;
use crate::matching::{Difference, Kind};
use crate::rules::facts;
use crate::view::View;
use parallax_core::facts::{Bound, Salience, Unit};
use parallax_core::{Fact, Severity, Value};

declare_rule! {
    /// A number is of another unit in the version.
    ///
    /// ## What it finds
    /// A measure or share of the pivot whose counterpart in the version has the same number of another unit: miles for
    /// kilometres, months for years, per mille for percent. Units are known by their names and short forms in all
    /// languages that CLDR has them in, and converted: `26 miles` and `42 km` are the same.
    ///
    /// ## Why it matters
    /// The number is right, so nobody looks twice, and the amount is wrong: a dose of `5 g` instead of `5 mg` is a
    /// thousand times as much.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: The village is ⟦5 miles⟧ away.
    /// fr: Le village est à ⟦5 kilomètres⟧.
    /// ```
    /// ```bitext,bad
    /// de: Die Garantie gilt ⟦24 Monate⟧.
    /// en: The warranty is valid for ⟦24 years⟧.
    /// ```
    /// ```bitext,bad
    /// en: Take ⟦20 mg⟧ twice a day.
    /// ru: Принимайте по ⟦20 г⟧ дважды в день.
    /// ```
    /// ```bitext,bad
    /// en: The tank holds ⟦40 litres⟧.
    /// ja: タンクの容量は⟦40ガロン⟧です。
    /// ```
    /// ```bitext,bad
    /// ar: تبلغ المسافة ⟦30 كيلومترًا⟧.
    /// en: The distance is ⟦30 metres⟧.
    /// ```
    /// An age without its unit is one of years:
    /// ```bitext,bad
    /// en: The vaccine is offered to those over ⟦60⟧.
    /// fr: Le vaccin est proposé aux plus de ⟦60 mois⟧.
    /// ```
    /// The same unit, by name and in short:
    /// ```bitext,good
    /// en: The speed limit is 50 km/h.
    /// zh: 限速为每小时50公里。
    /// ```
    /// ```bitext,good
    /// en: He is 5'10" tall.
    /// fr: Il mesure 1,78 m.
    /// ```
    /// ```bitext,good
    /// en: Processing takes PT1H30M at most.
    /// de: Die Bearbeitung dauert höchstens 90 Minuten.
    /// ```
    /// ```bitext,good
    /// en: The video is 1:30 h long.
    /// es: El vídeo dura una hora y media.
    /// ```
    /// ```bitext,good
    /// en: Bake at 350 °F for 1 h 30 min.
    /// es: Hornee a 177 °C durante 90 minutos.
    /// ```
    /// A unit that one side leaves out:
    /// ```bitext,good
    /// en: The water is 20 degrees warm.
    /// de: Das Wasser ist 20 °C warm.
    /// ```
    ///
    /// ## Known limits
    /// A unit that one of the two does not name is no difference, but for days, weeks and months beside a bare number
    /// that is an age or stands with a bound at the end of its phrase; nor is a *ton* for a *tonne* or a *gallon* of another
    /// country. Percent for percentage points is a warning at most: many languages say both in one word.
    "N004", "unit-changed", Error, "accuracy/mistranslation"
}

/// How often a pair that differs is drift.
const UNIT: f64 = 0.93;
/// The same where one of the two is softly stated: small numbers in words.
const SOFT: f64 = 0.82;
/// The same for percent and percentage points.
const POINTS: f64 = 0.6;
/// The same for a number of months that the other side gives without a unit.
const BARE: f64 = 0.7;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    check_bare(view, sink);
    for change in facts::changes(view, Kind::Quantity).filter(|change| change.how == Difference::Unit) {
        let (Value::Quantity(a), Value::Quantity(b)) = &change.values else { continue };
        if matches!((a.unit, b.unit), (Unit::Money(_), Unit::Money(_))) {
            continue;
        }
        let points = is_points(a.unit) != is_points(b.unit) && a.unit.scale().is_some() && b.unit.scale().is_some();
        let cue = match (points, change.firm) {
            (true, _) => POINTS,
            (false, true) => UNIT,
            (false, false) => SOFT,
        };
        let mut draft = facts::changed(view, &META, &change, cue);
        if points {
            draft.worst = Severity::Warning;
        } else {
            draft.backed_cue = 0.98;
        }
        draft.message.push_str(" (another unit)");
        sink.push(view, draft);
    }
}

/// A number of months beside a bare one with a bound: *over 60*, *plus de 60 mois*. What is said so without a unit is an
/// age in years, or the unit is named near by.
fn check_bare(view: &View<'_>, sink: &mut Sink<'_>) {
    for change in facts::agreeing(view, Kind::Quantity) {
        let (Value::Quantity(a), Value::Quantity(b)) = &change.values else { continue };
        let (bare, target, fact) = match (a.unit, b.unit) {
            (Unit::None, unit) if is_span(unit) => (a, false, change.source),
            (unit, Unit::None) if is_span(unit) => (b, true, change.target),
            _ => continue,
        };
        let limited = [a, b].iter().any(|it| matches!(it.bound, Bound::AtLeast | Bound::AtMost));
        let certain = |fact: &Fact| fact.weight >= 0.9 && fact.salience == Salience::Firm;
        let sure = certain(view.fact(false, change.source)) && certain(view.fact(true, change.target));
        if !(sure && limited && !bare.vague && !bare.ordinal && ends_phrase(view, target, fact)) {
            continue;
        }
        let mut draft = facts::changed(view, &META, &change, BARE);
        draft.worst = Severity::Warning;
        draft.message.push_str(" (a number without a unit is an age in years)");
        sink.push(view, draft);
    }
}

/// Whether a unit is a span of time that no number without a unit is of.
fn is_span(unit: Unit) -> bool {
    matches!(unit, Unit::Measure(measure) if !measure.is_rate() && matches!(measure.name(), "day" | "week" | "month"))
}

/// Whether nothing is counted behind a number, and no span of time is named with another one in its bead.
fn ends_phrase(view: &View<'_>, target: bool, fact: usize) -> bool {
    let range = view.fact(target, fact).range;
    let version = view.side(target);
    let segment = view.matching.segment_of(target, fact);
    let behind = version.block_of(segment).text.as_str().get(range.end..).unwrap_or_default();
    /// What closes a phrase.
    const CLOSING: &[char] = &['.', ',', ';', '!', '?', ')', '。', '，', '、', '；', '،', '؛', '۔', '।'];
    let ends = behind.is_empty() || behind.starts_with(CLOSING);
    let spans = |fact: &Fact| {
        fact.readings().any(|(value, _)| {
            matches!(value, Value::Quantity(it) if it.unit.scale().is_some_and(|scale| scale.dimension.0 == "duration"))
        })
    };
    let bead = view.bead_of(target, fact);
    let segments = if target { &bead.target } else { &bead.source };
    let mut facts = version.segments[segments.clone()].iter().flat_map(|segment| &version.facts[segment.facts.clone()]);
    ends && !facts.any(spans)
}

fn is_points(unit: Unit) -> bool {
    matches!(unit, Unit::PercentagePoint | Unit::BasisPoint)
}
