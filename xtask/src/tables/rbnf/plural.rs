//! CLDR's plural rules for whole numbers.

use crate::error::{Context as _, Result, fail};
use serde_json::Value;

use super::super::source::strings;

/// The plural rules of one language, in the order they are tried.
#[derive(Default)]
pub(crate) struct PluralRules {
    /// A category such as `few` and its condition.
    rules: Vec<(String, String)>,
}

impl PluralRules {
    /// From `cldr-core/supplemental/plurals.json`. A language without rules
    /// has only the category `other`.
    pub(crate) fn new(plurals: &Value, language: &str) -> Self {
        let list = &plurals["supplemental"]["plurals-type-cardinal"][language];
        let rules = strings(list).filter_map(|(key, rule)| {
            let category = key.strip_prefix("pluralRule-count-")?;
            // Examples follow after `@`.
            let condition = rule.split('@').next()?.trim();
            Some((category.to_string(), condition.to_string()))
        });
        Self { rules: rules.filter(|(_, condition)| !condition.is_empty()).collect() }
    }

    /// The category of a whole number.
    pub(crate) fn category(&self, number: u64) -> Result<&str> {
        for (category, condition) in &self.rules {
            if holds(condition, number).context(format_args!("plural rule `{condition}`"))? {
                return Ok(category);
            }
        }
        Ok("other")
    }
}

/// `n % 10 = 1 and n % 100 != 11 or …`
fn holds(condition: &str, number: u64) -> Result<bool> {
    for alternative in condition.split(" or ") {
        let mut all = true;
        for relation in alternative.split(" and ") {
            all &= relation_holds(relation.trim(), number)?;
        }
        if all {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `n % 100 != 11..14,20`
fn relation_holds(relation: &str, number: u64) -> Result<bool> {
    let (left, right, expected) = match relation.split_once("!=") {
        Some((left, right)) => (left, right, false),
        None => {
            let (left, right) = relation.split_once('=').context("no `=`")?;
            (left, right, true)
        }
    };
    let mut words = left.split_whitespace();
    let operand = match words.next().context("no operand")? {
        "n" | "i" => number,
        // Digits after the decimal point and compact exponents: none here.
        "v" | "w" | "f" | "t" | "c" | "e" => 0,
        other => return fail(format!("operand {other}")),
    };
    let value = match (words.next(), words.next()) {
        (None, _) => operand,
        (Some("%"), Some(modulus)) => operand % modulus.parse::<u64>()?,
        _ => return fail("neither a plain operand nor a remainder"),
    };
    for range in right.split(',') {
        let (from, to) = range.split_once("..").unwrap_or((range, range));
        if (from.trim().parse()?..=to.trim().parse()?).contains(&value) {
            return Ok(expected);
        }
    }
    Ok(!expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn russian() {
        let plurals = json!({"supplemental": {"plurals-type-cardinal": {"ru": {
            "pluralRule-count-one": "v = 0 and i % 10 = 1 and i % 100 != 11 @integer 1, 21",
            "pluralRule-count-few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14 @integer 2",
            "pluralRule-count-many": "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14 @integer 0",
            "pluralRule-count-other": " @decimal 1.5"
        }}}});
        let rules = PluralRules::new(&plurals, "ru");
        let category = |n| rules.category(n).expect("a category");
        assert_eq!([1, 21, 11].map(category), ["one", "one", "many"]);
        assert_eq!([2, 24, 12, 5].map(category), ["few", "few", "many", "many"]);
        assert_eq!(PluralRules::default().category(1).ok(), Some("other"));
    }
}
