//! Units of measurement: what they measure, and how much of it.

use super::{Currency, Unit};
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

// `UNITS`, `SIGNS`, `CLOSING_SIGNS` and `CURRENCY_CODES`: compiled from `tables/unit_conversions.tsv`, `tables/currency_codes.tsv` and
// `units.toml`.
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

/// The units that a sign means which is written alike in all languages, in its own case (`km`, `kWh`, `US$`), the
/// likeliest first.
pub(super) fn of_sign(sign: &str) -> impl Iterator<Item = Unit> + use<> {
    let found = SIGNS.binary_search_by(|(known, _)| (*known).cmp(sign)).ok();
    found.into_iter().flat_map(|at| SIGNS[at].1.split(' ')).filter_map(Unit::decode)
}

/// Whether a sign is also a word (`in`), and a unit only where no word follows.
pub(super) fn closes(sign: &str) -> bool {
    CLOSING_SIGNS.binary_search(&sign).is_ok()
}

/// The currency with an ISO code in capitals, if it is in use.
pub(super) fn currency_of_code(code: &str) -> Option<Currency> {
    CURRENCY_CODES.binary_search(&code).ok()?;
    Currency::from_code(code)
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
        assert!(SIGNS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(CURRENCY_CODES.windows(2).all(|pair| pair[0] < pair[1]));
        for (sign, units) in SIGNS {
            assert_eq!(of_sign(sign).count(), units.split(' ').count(), "{sign}");
        }
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
}
