//! CLDR's plural rules for all numbers that are written with digits, cardinal and ordinal (UTS #35, part 3).

use super::decimal::Decimal;
use crate::error::{Context as _, Result, fail};
use crate::tables::source::strings;
use serde_json::Value;

/// The plural rules of one language, in the order they are tried.
#[derive(Debug, Default)]
pub(crate) struct Plurals {
    rules: Vec<(String, Vec<Vec<Relation>>)>,
}

/// `n % 100 = 3..10,13`
#[derive(Debug)]
struct Relation {
    operand: char,
    modulus: Option<u64>,
    equal: bool,
    ranges: Vec<(u64, u64)>,
}

/// What plural rules ask of a number.
struct Operands {
    /// The absolute value: the integer part, and whether anything but zeros follows the point.
    integer: u64,
    is_whole: bool,
    /// How many digits follow the point, with and without zeros at the end, and their values.
    shown: u64,
    trimmed: u64,
    shown_value: u64,
    trimmed_value: u64,
    /// The power of ten that a compact form puts in words.
    exponent: u64,
}

impl Plurals {
    /// From the rules of one language: an object with keys `pluralRule-count-few`. Without any, all is `other`.
    pub(crate) fn new(list: &Value) -> Result<Self> {
        let mut rules = Vec::new();
        for (key, rule) in strings(list) {
            let category = key.strip_prefix("pluralRule-count-").context("unknown key")?;
            // Examples follow after `@`.
            let condition = rule.split('@').next().unwrap_or_default().trim();
            if !condition.is_empty() {
                let parsed = condition.split(" or ").map(|all| all.split(" and ").map(Relation::parse).collect());
                rules.push((category.to_owned(), parsed.collect::<Result<_>>().context(condition)?));
            }
        }
        Ok(Self { rules })
    }

    /// The category of a number as it is written in digits; `exponent` is the power of ten put in words (6 for "million").
    pub(crate) fn category(&self, number: Decimal, exponent: u32) -> &str {
        let operands = Operands::of(number, exponent);
        let holds = |alternatives: &Vec<Vec<Relation>>| {
            alternatives.iter().any(|relations| relations.iter().all(|relation| relation.holds(&operands)))
        };
        self.rules.iter().find(|(_, condition)| holds(condition)).map_or("other", |(category, _)| category)
    }
}

impl Operands {
    fn of(number: Decimal, exponent: u32) -> Self {
        let trimmed = number.trimmed();
        let value = |number: Decimal| number.fraction().parse().unwrap_or(0);
        Self {
            integer: number.integer(),
            is_whole: trimmed.scale == 0,
            shown: u64::from(number.scale),
            trimmed: u64::from(trimmed.scale),
            shown_value: value(number),
            trimmed_value: value(trimmed),
            exponent: u64::from(exponent),
        }
    }
}

impl Relation {
    fn parse(text: &str) -> Result<Self> {
        let (left, right, equal) = match text.split_once("!=") {
            Some((left, right)) => (left, right, false),
            None => {
                let (left, right) = text.split_once('=').context("no `=`")?;
                (left, right, true)
            }
        };
        let (operand, modulus) = match left.split_once('%') {
            Some((operand, modulus)) => (operand, Some(modulus.trim().parse()?)),
            None => (left, None),
        };
        let operand = match operand.trim() {
            "n" => 'n',
            "i" => 'i',
            "v" => 'v',
            "w" => 'w',
            "f" => 'f',
            "t" => 't',
            "c" | "e" => 'e',
            other => return fail(format!("operand {other}")),
        };
        let range = |range: &str| -> Result<(u64, u64)> {
            let (from, to) = range.split_once("..").unwrap_or((range, range));
            Ok((from.trim().parse()?, to.trim().parse()?))
        };
        Ok(Self { operand, modulus, equal, ranges: right.split(',').map(range).collect::<Result<_>>()? })
    }

    fn holds(&self, operands: &Operands) -> bool {
        let value = match self.operand {
            'n' if !operands.is_whole => return !self.equal,
            'n' | 'i' => operands.integer,
            'v' => operands.shown,
            'w' => operands.trimmed,
            'f' => operands.shown_value,
            't' => operands.trimmed_value,
            _ => operands.exponent,
        };
        let value = self.modulus.map_or(value, |modulus| value % modulus);
        self.ranges.iter().any(|(from, to)| (*from..=*to).contains(&value)) == self.equal
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn whole_numbers_fractions_and_compact_forms() {
        let polish = Plurals::new(&json!({
            "pluralRule-count-one": "i = 1 and v = 0 @integer 1",
            "pluralRule-count-few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14 @integer 2",
            "pluralRule-count-many": "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
            "pluralRule-count-other": " @decimal 1.5"
        }))
        .expect("valid rules");
        let category = |digits, scale| polish.category(Decimal::new(digits, scale), 0);
        assert_eq!([1, 3, 12, 21].map(|n| category(n, 0)), ["one", "few", "many", "many"]);
        assert_eq!([category(15, 1), category(10, 1)], ["other", "other"]);
        let french = Plurals::new(&json!({
            "pluralRule-count-one": "i = 0,1 @integer 0, 1",
            "pluralRule-count-many": "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5 @integer 1000000"
        }))
        .expect("valid rules");
        assert_eq!(french.category(Decimal::new(25, 1), 6), "many");
        assert_eq!(french.category(Decimal::new(15, 1), 0), "one");
        assert_eq!(french.category(Decimal::whole(2_000_000), 0), "many");
        assert!(Plurals::new(&json!({"pluralRule-count-one": "q = 1"})).is_err());
    }
}
