//! Units of measurement: what they measure, and how much of it.

use super::{Currency, Unit};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::fmt;

/// A unit as CLDR knows it.
#[derive(Debug)]
struct UnitData {
    /// CLDR's name: `kilometer`.
    name: &'static str,
    /// What it measures: `length`.
    dimension: &'static str,
    /// How much of the base unit of its dimension it is; not a number where it is no multiple of one.
    factor: f64,
    /// Where its scale begins, in the base unit (degrees Celsius: 273.15).
    offset: f64,
    symbol: &'static str,
}

// `UNITS`: compiled from `tables/unit_conversions.tsv`.
include!(concat!(env!("OUT_DIR"), "/units.rs"));

/// A unit of measurement, or one for each of another (`km/h`). Cheap to copy: indices of a static table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Measure {
    unit: u8,
    per: Option<u8>,
}

/// What a unit measures: `length`, or for speed `length` for each `duration`.
pub type Dimension = (&'static str, Option<&'static str>);

/// How a unit relates to the base unit of its dimension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// What it measures.
    pub dimension: Dimension,
    /// How much of the base unit it is.
    pub factor: f64,
    /// Where it begins, in the base unit.
    pub offset: f64,
}

impl Measure {
    /// The unit that CLDR calls `name` (`hour`).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let unit = UNITS.binary_search_by(|data| data.name.cmp(name)).ok()?;
        Some(Self { unit: u8::try_from(unit).ok()?, per: None })
    }

    /// The unit with a number in the table, as phrases refer to it.
    pub(crate) fn at(unit: u8) -> Option<Self> {
        (usize::from(unit) < UNITS.len()).then_some(Self { unit, per: None })
    }

    /// So much for each of another unit; none of what is so already.
    #[must_use]
    pub fn per(self, other: Self) -> Option<Self> {
        (self.per.is_none() && other.per.is_none()).then_some(Self { unit: self.unit, per: Some(other.unit) })
    }

    /// CLDR's name of the unit, without what it is for each of.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.data().name
    }

    /// Whether it is one for each of another.
    #[must_use]
    pub fn is_rate(self) -> bool {
        self.per.is_some()
    }

    /// The unit without what it is for each of.
    #[must_use]
    pub fn without_rate(self) -> Self {
        Self { per: None, ..self }
    }

    /// What it measures.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        match (self.data().dimension, self.per) {
            ("speed", None) => ("length", Some("duration")),
            (dimension, per) => (dimension, per.map(|per| UNITS[usize::from(per)].dimension)),
        }
    }

    /// How it relates to the base unit of its dimension; none where it is no multiple of it.
    #[must_use]
    pub fn scale(self) -> Option<Scale> {
        let data = self.data();
        let (factor, offset) = match self.per.map(|per| &UNITS[usize::from(per)]) {
            Some(per) => (data.factor / per.factor, 0.0),
            None => (data.factor, data.offset),
        };
        factor.is_finite().then_some(Scale { dimension: self.dimension(), factor, offset })
    }

    /// Whether two units are the same, as far as both are told: languages share a word for units that differ by country,
    /// and may leave out what the unit is for each of.
    #[must_use]
    pub fn agrees_with(self, other: Self) -> bool {
        let plain = self.unit == other.unit || self.kin() == other.kin();
        plain && (self.per == other.per || self.per.is_none() || other.per.is_none())
    }

    /// The name of the unit without the country that it is of, and one name for the several tons and calories.
    fn kin(self) -> &'static str {
        let name = self.data().name;
        match name {
            "ton" => "tonne",
            "calorie" | "foodcalorie" => "kilocalorie",
            "karat" => "carat",
            _ => ["-imperial", "-metric", "-troy"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name),
        }
    }

    fn data(self) -> &'static UnitData {
        &UNITS[usize::from(self.unit)]
    }
}

impl Unit {
    /// How the unit relates to others that measure the same; none for money and for no unit.
    #[must_use]
    pub fn scale(self) -> Option<Scale> {
        let portion = |factor| Some(Scale { dimension: ("portion", None), factor, offset: 0.0 });
        match self {
            Self::Percent | Self::PercentagePoint => portion(0.01),
            Self::Permille => portion(0.001),
            Self::BasisPoint => portion(0.0001),
            Self::Measure(measure) => measure.scale(),
            Self::Latitude | Self::Longitude => Measure::named("degree")?.scale(),
            Self::None | Self::Money(_) => None,
        }
    }

    /// The unit that a hand-kept or compiled name means: CLDR's, a currency's code, or one of the parts of a hundred.
    pub(crate) fn decode(name: &str) -> Option<Self> {
        match name {
            "%" => return Some(Self::Percent),
            "%%" => return Some(Self::Permille),
            "pp" => return Some(Self::PercentagePoint),
            "bp" => return Some(Self::BasisPoint),
            _ => {}
        }
        if let Some(code) = name.strip_prefix('$') {
            return Currency::from_code(code).map(Self::Money);
        }
        let measure = |text: &str| Measure::at(text.parse().ok()?);
        match name.split_once('/') {
            Some((unit, per)) => measure(unit)?.per(measure(per)?).map(Self::Measure),
            None => measure(name).map(Self::Measure),
        }
    }
}

/// How far from each other two amounts may be at most that are called the same, as a share of the greater.
const ROUNDED: f64 = 0.06;
/// The same for spans of time, which are named by the nearest usual one (*quinze jours*, two weeks).
const ROUNDED_TIME: f64 = 0.085;

/// Whether two amounts in different units are the same, each rounded as its figures are: one of them is within half a
/// step of its last figure of the other. A difference of temperatures is converted without the scales' beginnings.
pub(super) fn converts(a: (Decimal, Unit), b: (Decimal, Unit)) -> bool {
    if let Some(same) = same_angle(a, b) {
        return same;
    }
    let (Some(scale_a), Some(scale_b)) = (a.1.scale(), b.1.scale()) else { return may_convert(a.1, b.1) };
    let shares = [Unit::Percent, Unit::PercentagePoint];
    if shares.contains(&a.1) && shares.contains(&b.1) || a.1 == b.1 {
        return false;
    }
    let (scale_a, scale_b) = if scale_a.dimension == scale_b.dimension {
        (scale_a, scale_b)
    } else {
        // What a rate is for each of may go without saying.
        let plain = |unit: Unit| match unit {
            Unit::Measure(measure) if measure.is_rate() => Unit::Measure(measure.without_rate()),
            unit => unit,
        };
        match (plain(a.1).scale(), plain(b.1).scale()) {
            (Some(a), Some(b))
                if a.dimension == b.dimension && scale_a.dimension.1.is_none() != scale_b.dimension.1.is_none() =>
            {
                (a, b)
            }
            _ => return false,
        }
    };
    let (Some(x), Some(y)) = (a.0.to_f64(), b.0.to_f64()) else { return false };
    let shifted = scale_a.offset != 0.0 || scale_b.offset != 0.0;
    let step = (half_step(a.0, shifted) * scale_a.factor).max(half_step(b.0, shifted) * scale_b.factor);
    let near = |x: f64, y: f64, most: f64| (x - y).abs() <= step.min(most) * (1.0 + 1e-9) + 1e-9 * x.abs();
    if shifted {
        let kelvin = |value: f64, scale: Scale| value * scale.factor + scale.offset;
        return near(kelvin(x, scale_a), kelvin(y, scale_b), f64::INFINITY)
            || near(x * scale_a.factor, y * scale_b.factor, f64::INFINITY);
    }
    let (x, y) = (x * scale_a.factor, y * scale_b.factor);
    let share = if scale_a.dimension == ("duration", None) { ROUNDED_TIME } else { ROUNDED };
    near(x, y, share * x.abs().max(y.abs()))
}

/// Whether two angles, at least one of them a coordinate, are the same but for rounding, to decimals or to minutes or
/// seconds of arc; `None` for anything else. Degrees whose side is not read have no sign.
fn same_angle(a: (Decimal, Unit), b: (Decimal, Unit)) -> Option<bool> {
    let is_side = |unit: Unit| matches!(unit, Unit::Latitude | Unit::Longitude);
    let is_bare =
        |unit: Unit| matches!(unit, Unit::Measure(measure) if measure.name() == "degree" && !measure.is_rate());
    if !(is_side(a.1) && (is_bare(b.1) || a.1 == b.1) || is_bare(a.1) && is_side(b.1)) {
        return None;
    }
    let step = |number: Decimal| {
        let near_whole = |times: u32| {
            let parts = number * Decimal::from(times);
            (parts - parts.round()).abs() < Decimal::new(1, 3)
        };
        match [1, 60, 3600].into_iter().find(|times| near_whole(*times)) {
            Some(times) if number.scale() > 3 || times > 1 => Decimal::new(5, 1) / Decimal::from(times),
            Some(_) => Decimal::ZERO,
            None => Decimal::new(5, number.scale() + 1),
        }
    };
    let near = |a: Decimal, b: Decimal| (a - b).abs() <= step(a).max(step(b));
    Some(near(a.0, b.0) || a.1 != b.1 && near(a.0.abs(), b.0.abs()))
}

/// Whether two units measure the same, at least one of them in no multiple of the base unit: miles a gallon and litres
/// a hundred kilometres are not compared.
fn may_convert(a: Unit, b: Unit) -> bool {
    matches!((a, b), (Unit::Measure(a), Unit::Measure(b)) if a != b && a.dimension() == b.dimension())
}

/// Half of one in the last figure that counts; noughts at the end of a whole number do not, but in degrees.
fn half_step(number: Decimal, exact: bool) -> f64 {
    let number = number.normalize();
    let mut step = Decimal::new(5, number.scale() + 1).to_f64().unwrap_or_default();
    if number.scale() == 0 && !exact && !number.is_zero() {
        let mut rest = number;
        while (rest % Decimal::TEN).is_zero() {
            rest /= Decimal::TEN;
            step *= 10.0;
        }
    }
    step
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.data().symbol)?;
        self.per.map_or(Ok(()), |per| write!(f, "/{}", UNITS[usize::from(per)].symbol))
    }
}

impl fmt::Debug for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Measure({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_can_be_searched() {
        assert!(UNITS.windows(2).all(|pair| pair[0].name < pair[1].name));
    }

    #[test]
    fn units_convert() {
        let scale = |name: &str| Measure::named(name).and_then(Measure::scale).expect(name);
        let (mile, kilometer) = (scale("mile"), scale("kilometer"));
        assert_eq!(mile.dimension, kilometer.dimension);
        assert!((26.0 * mile.factor / kilometer.factor - 41.843).abs() < 0.001);
        let (celsius, fahrenheit) = (scale("celsius"), scale("fahrenheit"));
        let degrees = (100.0 * fahrenheit.factor + fahrenheit.offset - celsius.offset) / celsius.factor;
        assert!((degrees - 37.778).abs() < 0.001);
        let hour = Measure::named("hour").expect("a unit");
        let speed = Measure::named("kilometer").and_then(|unit| unit.per(hour)).expect("a speed");
        assert_eq!(speed.to_string(), "km/hr");
        let knot = scale("knot");
        let speed = speed.scale().expect("it is a multiple");
        assert_eq!(knot.dimension, speed.dimension);
        assert!((knot.factor / speed.factor - 1.852).abs() < 0.001);
        assert!(Measure::named("mile-per-gallon").expect("a unit").scale().is_none());
    }

    fn unit(name: &str) -> Unit {
        match name.split_once('/') {
            Some((unit, per)) => Measure::named(unit)
                .zip(Measure::named(per))
                .and_then(|(unit, per)| unit.per(per))
                .map(Unit::Measure)
                .expect(name),
            None if name == "percent" => Unit::Percent,
            None if name == "bp" => Unit::BasisPoint,
            None if name == "pp" => Unit::PercentagePoint,
            None => Measure::named(name).map(Unit::Measure).expect(name),
        }
    }

    fn agree(a: &str, b: &str) -> bool {
        let read = |text: &str| {
            let (number, name) = text.split_once(' ').expect(text);
            (number.parse::<Decimal>().expect(text), unit(name))
        };
        converts(read(a), read(b))
    }

    #[test]
    fn honest_rounding_is_no_difference() {
        for (a, b) in [
            ("26 mile", "42 kilometer"),
            ("26.2 mile", "42.2 kilometer"),
            ("5 mile", "8 kilometer"),
            ("100 fahrenheit", "38 celsius"),
            ("-40 fahrenheit", "-40 celsius"),
            ("3.6 fahrenheit", "2 celsius"),
            ("6 foot", "1.83 meter"),
            ("6 foot", "1.8 meter"),
            ("5.83333333 foot", "178 centimeter"),
            ("30000 foot", "9000 meter"),
            ("15 day", "2 week"),
            ("18 month", "1.5 year"),
            ("90 minute", "1.5 hour"),
            ("60 mile/hour", "97 kilometer/hour"),
            ("20 knot", "37 kilometer/hour"),
            ("0.5 percent", "50 bp"),
            ("8 ounce", "225 gram"),
            ("1 gallon", "3.8 liter"),
            ("1000 square-foot", "93 square-meter"),
            ("30 mile-per-gallon", "8 liter-per-100-kilometer"),
        ] {
            assert!(agree(a, b) && agree(b, a), "{a} is {b}");
        }
    }

    #[test]
    fn other_amounts_are_a_difference() {
        for (a, b) in [
            ("26 mile", "24 kilometer"),
            ("26 mile", "26 kilometer"),
            ("5 mile", "10 kilometer"),
            ("100 fahrenheit", "40 celsius"),
            ("100 fahrenheit", "100 celsius"),
            ("3 month", "3 year"),
            ("10 day", "2 week"),
            ("5 kilogram", "5 kilometer"),
            ("5 percent", "5 pp"),
            ("5 kilometer", "5 kilometer"),
            ("5 volt", "5 ampere"),
        ] {
            assert!(!agree(a, b) && !agree(b, a), "{a} is not {b}");
        }
    }
}
