//! Units of measurement: the table of conversions, the signs that all languages share (`units.toml`), and the codes of
//! a locale's names.

use crate::phrases::Table;
use crate::tsv::Tables;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// `units.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    signs: BTreeMap<String, Names>,
    words: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    closing: Vec<String>,
    never: Vec<String>,
}

/// One unit, or several that a word may mean.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Names {
    One(String),
    Several(Vec<String>),
}

impl Names {
    pub fn all(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        }
    }
}

/// The units that there are, and the signs all languages share.
pub struct Units {
    /// Name, dimension, factor, offset, symbol.
    rows: Vec<Vec<String>>,
    numbers: BTreeMap<String, usize>,
    signs: BTreeMap<String, Vec<String>>,
    closing: Vec<String>,
    never: Vec<String>,
}

impl Units {
    pub fn load(tables: &Tables, path: &Path) -> Result<Self, String> {
        let mut rows: Vec<Vec<String>> = tables.all("unit_conversions").cloned().collect();
        rows.sort();
        if rows.len() > 255 {
            return Err("unit_conversions: more units than a byte numbers".to_owned());
        }
        let numbers = rows.iter().enumerate().map(|(at, row)| (row[0].clone(), at)).collect();
        let shown = path.display();
        let text = fs::read_to_string(path).map_err(|error| format!("cannot read {shown}: {error}"))?;
        let file: File = toml::from_str(&text).map_err(|error| format!("{shown}: {error}"))?;
        let mut units = Self { rows, numbers, signs: BTreeMap::new(), closing: Vec::new(), never: file.words.never };
        for (sign, names) in &file.signs {
            let codes = names.all().iter().map(|name| units.code(name));
            let codes = codes.collect::<Result<_, _>>().map_err(|problem| format!("{shown}: {sign:?}: {problem}"))?;
            units.signs.insert(sign.clone(), codes);
        }
        units.closing = file.words.closing;
        units.closing.sort();
        Ok(units)
    }

    /// The code of a unit by its name: `kilometer`, `kilometer/hour`, `%`, `pp`, an ISO code of a currency.
    pub fn code(&self, name: &str) -> Result<String, String> {
        if matches!(name, "%" | "%%" | "pp" | "bp") {
            return Ok(name.to_owned());
        }
        if name.strip_prefix('$').is_some_and(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())) {
            return Ok(name.to_owned());
        }
        let number = |name: &str| {
            let found = self.numbers.get(name).map(usize::to_string);
            found.ok_or_else(|| format!("{name:?} is no unit of unit_conversions.tsv"))
        };
        match name.split_once('/') {
            Some((unit, per)) => Ok(format!("{}/{}", number(unit)?, number(per)?)),
            None => number(name),
        }
    }

    /// The code of one of CLDR's units, in which a rate is `kilometer-per-hour`.
    fn cldr_code(&self, name: &str) -> Option<String> {
        if let Some(number) = self.numbers.get(name) {
            return Some(number.to_string());
        }
        let (unit, per) = name.split_once("-per-")?;
        Some(format!("{}/{}", self.numbers.get(unit)?, self.numbers.get(per)?))
    }

    /// Adds what CLDR calls the units in one locale.
    pub fn add_cldr(&self, out: &mut Table, tables: &Tables, tag: &str) {
        for row in tables.rows("units", tag) {
            let (name, kind, text) = (row[1].as_str(), row[2].as_str(), row[3].as_str());
            if kind == "side" {
                out.add(text, format!("U^{}", name[..1].to_uppercase()));
                continue;
            }
            // Words of everyday that hardly ever are a unit.
            if matches!(name, "revolution" | "g-force" | "item" | "dot" | "dot-per-inch" | "point") {
                continue;
            }
            let Some(code) = self.cldr_code(name) else { continue };
            if self.signs.get(text).is_some_and(|codes| codes.contains(&code)) {
                continue;
            }
            match kind {
                "name" if self.never.iter().any(|never| never == text) => {}
                "name" => out.add(text, format!("U{code}")),
                "short" => {
                    // A single letter is hardly read in prose, but for spans of time and tonnes.
                    let is_letter = text.chars().count() == 1 && text.is_ascii();
                    if is_letter && !self.is_short_in_letters(&code) || self.never.iter().any(|never| never == text) {
                        continue;
                    }
                    let capital = text.starts_with(char::is_uppercase);
                    let dot = if text.ends_with('.') { "." } else { "" };
                    out.add(text, format!("u{}{dot}{code}", if capital { "!" } else { "" }));
                }
                "before" => out.add(text, format!("U<{code}")),
                // What stands behind a stroke is read as the unit that it is.
                "per" if !code.contains('/') && !text.starts_with('/') => out.add(text, format!("U:{code}")),
                "per-before" if !code.contains('/') => out.add(text, format!("U;{code}")),
                "around" => {
                    // `每小时 {0} 公里`: what stands before the number says for each of what the unit behind it is.
                    let Some((before, behind)) = text.split_once(" {0} ") else { continue };
                    let Some((unit, per)) = code.split_once('/') else { continue };
                    let is_unit = |row: &&Vec<String>| {
                        row[2] == "name" && row[3] == behind && self.cldr_code(&row[1]).as_deref() == Some(unit)
                    };
                    if tables.rows("units", tag).any(|row| is_unit(&row)) {
                        out.add(before, format!("U;{per}"));
                    }
                }
                _ => {}
            }
        }
    }

    fn is_short_in_letters(&self, code: &str) -> bool {
        let row = code.parse::<usize>().ok().and_then(|at| self.rows.get(at));
        row.is_some_and(|row| {
            row[1] == "duration" && !matches!(row[0].as_str(), "century" | "decade") || row[0] == "tonne"
        })
    }

    /// The static Rust of the units.
    pub fn rust(&self) -> String {
        let mut out = String::from("static UNITS: &[UnitData] = &[\n");
        for row in &self.rows {
            let factor = if row[2].is_empty() { "f64::NAN".to_owned() } else { format!("{}_f64", row[2]) };
            let _ = writeln!(
                out,
                "    UnitData {{ name: {:?}, dimension: {:?}, factor: {factor}, offset: {}_f64, symbol: {:?} }},",
                row[0], row[1], row[3], row[4]
            );
        }
        out.push_str("];\n");
        out
    }

    /// The static Rust of the signs and currency codes.
    pub fn signs(&self, tables: &Tables) -> String {
        let signs: Vec<(&String, String)> = self.signs.iter().map(|(sign, codes)| (sign, codes.join(" "))).collect();
        let codes: Vec<&String> = tables.all("currency_codes").map(|row| &row[0]).collect();
        format!(
            "static SIGNS: &[(&str, &str)] = &{signs:?};\n\nstatic CURRENCY_CODES: &[&str] = &{codes:?};\n\n\
             static CLOSING_SIGNS: &[&str] = &{:?};\n",
            self.closing
        )
    }
}
