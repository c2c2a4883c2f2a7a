//! `unit_conversions.tsv`: what a unit is in the base unit of its dimension.

use std::collections::BTreeMap;

use crate::error::{Result, fail};
use serde_json::Value;

use super::fetch::{CORE, UNITS};
use super::source::{Source, members};
use super::table::{Row, Spec, Table};

/// Units of CLDR that nobody converts in prose, or whose names are ordinary words (*drop*, *night*, *point*, *sun*).
const LEFT_OUT: &[&str] = &[
    "area-bu-jp",
    "area-cho",
    "area-se-jp",
    "concentr-item",
    "concentr-katal",
    "concentr-milligram-ofglucose-per-deciliter",
    "concentr-millimole-per-liter",
    "concentr-ofglucose",
    "concentr-part",
    "concentr-percent",
    "concentr-permille",
    "duration-night",
    "duration-quarter",
    "energy-becquerel",
    "energy-british-thermal-unit-it",
    "energy-calorie-it",
    "energy-gray",
    "energy-sievert",
    "graphics-dot",
    "graphics-em",
    "length-chain",
    "length-earth-radius",
    "length-jo-jp",
    "length-ken",
    "length-point",
    "length-ri-jp",
    "length-rin",
    "length-rod",
    "length-shaku-cloth",
    "length-shaku-length",
    "length-solar-radius",
    "length-sun",
    "light-solar-luminosity",
    "mass-dalton",
    "mass-earth-mass",
    "mass-fun",
    "mass-slug",
    "mass-solar-mass",
    "pressure-gasoline-energy-density",
    "pressure-ofhg",
    "speed-beaufort",
    "speed-light-speed",
    "temperature-rankine",
    "volume-cup-jp",
    "volume-dessert-spoon",
    "volume-dessert-spoon-imperial",
    "volume-dram",
    "volume-drop",
    "volume-jigger",
    "volume-kosaji",
    "volume-koku",
    "volume-osaji",
    "volume-pinch",
    "volume-sai",
    "volume-shaku",
    "volume-to-jp",
];

/// Units that CLDR can name by its prefixes but gives no names of.
const ADDED: &[&str] = &[
    "area-square-millimeter",
    "digital-exabyte",
    "digital-gibibyte",
    "digital-kibibyte",
    "digital-mebibyte",
    "digital-tebibyte",
    "electric-kilovolt",
    "electric-millivolt",
    "energy-gigajoule",
    "energy-gigawatt-hour",
    "energy-megajoule",
    "energy-megawatt-hour",
    "energy-terawatt-hour",
    "energy-watt-hour",
    "force-kilonewton",
    "frequency-terahertz",
    "mass-kilotonne",
    "mass-megatonne",
    "power-terawatt",
    "volume-cubic-millimeter",
    "volume-microliter",
];

/// The units, with what they are.
pub(crate) struct Conversions {
    /// CLDR's key (`length-kilometer`) to the unit.
    units: BTreeMap<String, Unit>,
}

struct Unit {
    name: String,
    dimension: String,
    /// In the base unit of the dimension; none where that is no plain multiple.
    factor: Option<f64>,
    offset: f64,
    symbol: String,
}

impl Conversions {
    pub(crate) fn load(source: &Source) -> Result<Self> {
        let json = source.json(CORE, "supplemental/units.json")?;
        let data = &json["supplemental"];
        let english = source.locale(UNITS, "en", "units.json")?.unwrap_or_default();
        let short = &english["units"]["short"];
        let known = Known { data };
        let keys = members(short).map(|(key, _)| key.as_str()).filter(|key| !LEFT_OUT.contains(key));
        let mut units = BTreeMap::new();
        for key in keys.chain(ADDED.iter().copied()) {
            let Some((category, name)) = key.split_once('-') else { continue };
            if matches!(category, "10p" | "1024p1" | "power2" | "power3") || name == "generic" {
                continue;
            }
            if let Some(unit) = known.unit(category, name, short[key]["unitPattern-count-other"].as_str()) {
                units.insert(key.to_string(), unit);
            }
        }
        if units.len() < 100 {
            return fail("cldr-core has hardly any unit conversions; did its format change?");
        }
        Ok(Self { units })
    }

    /// The unit that CLDR's key is of, if the table has it; degrees of no scale are `degree`.
    pub(crate) fn name_of(&self, key: &str) -> Option<String> {
        if key == "temperature-generic" {
            return Some("degree".to_string());
        }
        if let Some(speed) = key.strip_prefix("speed-").filter(|name| name.contains("-per-")) {
            return Some(speed.to_string());
        }
        self.units.get(key).map(|unit| unit.name.clone())
    }

    pub(crate) fn table(&self) -> Table {
        let rows = self.units.values().map(|unit| -> Row {
            let factor = unit.factor.map_or_else(String::new, |factor| factor.to_string());
            vec![unit.name.clone(), unit.dimension.clone(), factor, unit.offset.to_string(), unit.symbol.clone()]
        });
        let spec = Spec {
            name: "unit_conversions",
            columns: &["unit", "dimension", "factor", "offset", "symbol"],
            packages: &[CORE, UNITS],
            about: "units of measurement in SI base units (seconds, metres, kilograms, bits, revolutions, parts): value times factor plus offset; no factor: not a multiple",
        };
        Table::new(spec, rows)
    }
}

/// CLDR's supplemental unit data.
struct Known<'a> {
    data: &'a Value,
}

impl Known<'_> {
    fn unit(&self, category: &str, name: &str, pattern: Option<&str>) -> Option<Unit> {
        // Speeds are made of two units; what is no multiple of anything is.
        if category == "speed" && name.contains("-per-") {
            return None;
        }
        let simple = &self.data["convertUnits"][name];
        let offset = simple["_offset"].as_str().and_then(|text| self.expression(text)).unwrap_or(0.0);
        // Fuel economy in distance per volume is the inverse of consumption.
        let factor = if name.starts_with("mile-per-gallon") { None } else { Some(self.factor(name)?) };
        let symbol = pattern.map(|pattern| pattern.replace("{0}", "").trim().to_string());
        Some(Unit {
            name: name.to_string(),
            dimension: self.dimension(category, name),
            factor: factor.map(rounded),
            offset: rounded(offset),
            symbol: symbol.unwrap_or_else(|| self.symbol(name)),
        })
    }

    /// What a unit measures: CLDR's category, or the quantity where the category holds several (volts and amperes are
    /// both electric).
    fn dimension(&self, category: &str, name: &str) -> String {
        let own = match category {
            "electric" | "light" | "magnetic" | "angle" => self.base_of(name),
            "concentr" => self.base_of(name.split("-per-").next().unwrap_or(name)),
            "graphics" if name.contains("-per-") => return "resolution".to_string(),
            _ => None,
        };
        let quantity = own.and_then(|base| self.data["unitQuantities"][base]["_quantity"].as_str());
        quantity.unwrap_or(category).to_string()
    }

    /// The base unit of a unit with or without a prefix.
    fn base_of(&self, name: &str) -> Option<&str> {
        let convert = &self.data["convertUnits"];
        let prefixes = members(&self.data["unitPrefixes"]).filter_map(|(prefix, _)| name.strip_prefix(prefix.as_str()));
        let plain = std::iter::once(name).chain(prefixes).find(|name| convert.get(*name).is_some())?;
        convert[plain]["_baseUnit"].as_str()
    }

    /// The factor of a unit, which may be made of others: `square-kilometer`, `kilowatt-hour-per-100-kilometer`.
    fn factor(&self, name: &str) -> Option<f64> {
        if let Some((above, below)) = name.split_once("-per-") {
            return Some(self.product(above)? / self.product(below)?);
        }
        self.product(name)
    }

    fn product(&self, name: &str) -> Option<f64> {
        let parts: Vec<&str> = name.split('-').collect();
        let mut factor = 1.0;
        let mut at = 0;
        while at < parts.len() {
            let power = match parts[at] {
                "square" => 2,
                "cubic" => 3,
                number if number.parse::<f64>().is_ok() => {
                    factor *= number.parse::<f64>().ok()?;
                    at += 1;
                    continue;
                }
                _ => 1,
            };
            at += usize::from(power > 1);
            // The longest run of parts that is a unit.
            let found =
                (at + 1..=parts.len()).rev().find_map(|end| Some((end, self.simple(&parts[at..end].join("-"))?)));
            let (end, value) = found?;
            factor *= value.powi(power);
            at = end;
        }
        Some(factor)
    }

    /// The factor of a unit with or without a prefix.
    fn simple(&self, name: &str) -> Option<f64> {
        let convert = &self.data["convertUnits"];
        if let Some(unit) = convert.get(name) {
            let text = unit["_factor"].as_str().unwrap_or("1");
            let own = self.expression(text)?;
            // Months and years have the year as their base, in CLDR; all others are in seconds.
            let in_years = unit["_baseUnit"] == "year";
            return Some(if in_years { own * YEAR } else { own });
        }
        let (prefix, rest) = members(&self.data["unitPrefixes"])
            .filter_map(|(prefix, data)| Some((data, name.strip_prefix(prefix.as_str())?)))
            .find(|(_, rest)| convert.get(*rest).is_some())?;
        let power = |key: &str| prefix[key].as_str().and_then(|text| text.parse::<i32>().ok());
        let times =
            power("_power10").map(|power| 10f64.powi(power)).or_else(|| power("_power2").map(|p| 2f64.powi(p)))?;
        Some(times * self.simple(rest)?)
    }

    /// The value of `ft_to_m*5280`, `1/360*60`: in CLDR everything behind the stroke divides.
    fn expression(&self, text: &str) -> Option<f64> {
        let product = |text: &str| text.split('*').try_fold(1.0, |all, term| Some(all * self.term(term.trim())?));
        match text.split_once('/') {
            Some((above, below)) => Some(product(above)? / product(below)?),
            None => product(text),
        }
    }

    fn term(&self, text: &str) -> Option<f64> {
        if let Ok(number) = text.parse() {
            return Some(number);
        }
        self.expression(self.data["unitConstants"][text]["_value"].as_str()?)
    }

    /// A symbol from the prefix and the last letters of the unit, for units that CLDR does not name.
    fn symbol(&self, name: &str) -> String {
        const BASES: [(&str, &str); 10] = [
            ("watt-hour", "Wh"),
            ("byte", "B"),
            ("volt", "V"),
            ("joule", "J"),
            ("newton", "N"),
            ("hertz", "Hz"),
            ("tonne", "t"),
            ("watt", "W"),
            ("liter", "l"),
            ("meter", "m"),
        ];
        let (power, name) = match name.split_once('-') {
            Some(("square", rest)) => ("²", rest),
            Some(("cubic", rest)) => ("³", rest),
            _ => ("", name),
        };
        let base = BASES.iter().find_map(|(base, symbol)| Some((name.strip_suffix(base)?, symbol)));
        let Some((prefix, symbol)) = base else { return name.to_string() };
        let prefix = self.data["unitPrefixes"][prefix]["_symbol"].as_str().unwrap_or_default();
        format!("{prefix}{symbol}{power}")
    }
}

/// A mean Gregorian year in seconds.
const YEAR: f64 = 365.2425 * 86400.0;

/// With twelve significant digits, so that the same text comes out on every machine.
fn rounded(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn factors_are_made_of_prefixes_powers_and_constants() {
        let data = json!({
            "convertUnits": {
                "meter": {"_baseUnit": "meter"},
                "foot": {"_baseUnit": "meter", "_factor": "ft_to_m"},
                "arc-minute": {"_baseUnit": "revolution", "_factor": "1/360*60"},
                "month": {"_baseUnit": "year", "_factor": "1/12"},
                "watt": {}, "hour": {"_factor": "3600"},
                "fahrenheit": {"_factor": "5/9", "_offset": "2298.35/9"}
            },
            "unitConstants": {"ft_to_m": {"_value": "0.3048"}},
            "unitPrefixes": {"kilo": {"_symbol": "k", "_power10": "3"}, "mega": {"_symbol": "M", "_power10": "6"}}
        });
        let known = Known { data: &data };
        let factor = |name: &str| known.factor(name).map(rounded);
        assert_eq!(factor("square-kilometer"), Some(1e6));
        assert_eq!(factor("cubic-foot"), Some(0.0283168465920));
        assert_eq!(factor("arc-minute").map(|value| (value * 21600.0).round()), Some(1.0));
        assert_eq!(factor("kilowatt-hour-per-100-kilometer"), Some(36.0));
        assert_eq!(factor("month"), Some(2629746.0));
        assert_eq!(factor("parsec"), None);
        assert_eq!(known.symbol("megawatt-hour"), "MWh");
        let fahrenheit = known.unit("temperature", "fahrenheit", Some("{0}°F")).expect("it is known");
        assert!((fahrenheit.offset - 255.372222222).abs() < 1e-6 && fahrenheit.symbol == "°F");
    }
}
