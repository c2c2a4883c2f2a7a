//! Numbers, percentages and amounts by CLDR's patterns.

use super::decimal::Decimal;
use crate::error::{Context as _, Result};
use serde_json::Value;

/// How one language writes numbers in one set of digits.
#[derive(Debug, Clone)]
pub(crate) struct NumberStyle {
    digits: Vec<char>,
    decimal: String,
    group: String,
    minus: String,
    percent_sign: String,
    /// How many digits the last group and those before it have.
    groups: (usize, usize),
    /// How many digits must stand before the first separator.
    least_grouped: usize,
    percent: String,
    /// The pattern of amounts, `¤#,##0.00`.
    money: String,
    /// The pattern of ranges, `{0}–{1}`.
    pub(crate) range: String,
}

impl NumberStyle {
    /// From the `numbers` of a locale; `system` names the digits, which are `digits`.
    pub(crate) fn new(numbers: &Value, system: &str, digits: &str) -> Result<Self> {
        let text = |group: &str, key: &str| -> Result<String> {
            let value = &numbers[format!("{group}-numberSystem-{system}")][key];
            Ok(value.as_str().context(format_args!("no {key} in {group} for {system}"))?.to_owned())
        };
        let pattern = text("decimalFormats", "standard")?;
        let integer = pattern.split('.').next().unwrap_or_default();
        let sizes: Vec<usize> = integer.split(',').map(str::len).rev().collect();
        let least = numbers["minimumGroupingDigits"].as_str().and_then(|text| text.parse().ok()).unwrap_or(1);
        let last = if sizes.len() > 1 { sizes[0] } else { usize::MAX };
        Ok(Self {
            digits: digits.chars().collect(),
            decimal: text("symbols", "decimal")?,
            group: text("symbols", "group")?,
            minus: text("symbols", "minusSign")?,
            percent_sign: text("symbols", "percentSign")?,
            groups: (last, if sizes.len() > 2 { sizes[1] } else { last }),
            least_grouped: least,
            percent: positive(&text("percentFormats", "standard")?),
            money: positive(&text("currencyFormats", "standard")?),
            range: text("miscPatterns", "range")?,
        })
    }

    /// The separators of groups and of the fraction.
    pub(crate) fn separators(&self) -> (&str, &str) {
        (&self.group, &self.decimal)
    }

    pub(crate) fn write(&self, number: Decimal, grouped: bool) -> String {
        let mut out = if number.negative { self.minus.clone() } else { String::new() };
        let integer = number.integer().to_string();
        let (last, others) = self.groups;
        let grouped = grouped && integer.len() >= last.saturating_add(self.least_grouped);
        for (index, digit) in integer.chars().enumerate() {
            let left = integer.len() - index;
            let at_border = left == last || (left > last && (left - last).is_multiple_of(others));
            if grouped && index > 0 && at_border {
                out.push_str(&self.group);
            }
            out.push(self.digit(digit));
        }
        if number.scale > 0 {
            out.push_str(&self.decimal);
            out.extend(number.fraction().chars().map(|digit| self.digit(digit)));
        }
        out
    }

    pub(crate) fn write_percent(&self, number: Decimal) -> String {
        fill(&self.percent, &self.write(number, true)).replace('%', &self.percent_sign)
    }

    /// An amount with the currency's symbol or code in its place.
    pub(crate) fn write_money(&self, number: Decimal, currency: &str) -> String {
        self.write_money_by(&self.money, &self.write(number, true), currency)
    }

    /// As [`Self::write_money`], by another pattern (that of compact forms).
    pub(crate) fn write_money_by(&self, pattern: &str, number: &str, currency: &str) -> String {
        let filled = fill(pattern, number);
        let Some((before, after)) = filled.split_once('¤') else { return filled };
        // Letters do not touch digits (`USD 5`, CLDR's currencySpacing); symbols may.
        let is_digit = |c: &char| self.digits.contains(c);
        let crowded = |letter: Option<char>, digit: Option<char>| {
            letter.is_some_and(char::is_alphabetic) && digit.as_ref().is_some_and(is_digit)
        };
        let space = |crowded: bool| if crowded { "\u{a0}" } else { "" };
        let space_before = space(crowded(currency.chars().next(), before.chars().last()));
        let space_after = space(crowded(currency.chars().last(), after.chars().next()));
        format!("{before}{space_before}{currency}{space_after}{after}")
    }

    pub(crate) fn digit(&self, digit: char) -> char {
        digit.to_digit(10).map_or(digit, |value| self.digits[value as usize])
    }
}

/// The part of a pattern for numbers that are not negative.
fn positive(pattern: &str) -> String {
    pattern.split(';').next().unwrap_or_default().to_owned()
}

/// Puts a number where a pattern has its digits, and drops the quotes of its text.
pub(crate) fn fill(pattern: &str, number: &str) -> String {
    let is_place = |c: char| matches!(c, '#' | '0' | ',' | '.');
    let mut out = String::new();
    let (mut quoted, mut written) = (false, false);
    for c in pattern.chars() {
        if c == '\'' {
            quoted = !quoted;
        } else if quoted || !is_place(c) {
            out.push(c);
        } else if !written {
            out.push_str(number);
            written = true;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn style(group: &str, decimal: &str, pattern: &str, money: &str, least: &str) -> NumberStyle {
        let numbers = json!({
            "minimumGroupingDigits": least,
            "symbols-numberSystem-latn": {"decimal": decimal, "group": group, "minusSign": "-", "percentSign": "%"},
            "decimalFormats-numberSystem-latn": {"standard": pattern},
            "percentFormats-numberSystem-latn": {"standard": "#,##0\u{a0}%"},
            "currencyFormats-numberSystem-latn": {"standard": money},
            "miscPatterns-numberSystem-latn": {"range": "{0}–{1}"}
        });
        NumberStyle::new(&numbers, "latn", "0123456789").expect("a complete style")
    }

    #[test]
    fn groups_of_three_of_two_and_of_four_digits_and_more() {
        let german = style(".", ",", "#,##0.###", "#,##0.00\u{a0}¤", "1");
        assert_eq!(german.write(Decimal::new(123_456_750, 2), true), "1.234.567,50");
        assert_eq!(german.write(Decimal::whole(1234), false), "1234");
        let hindi = style(",", ".", "#,##,##0.###", "¤#,##,##0.00", "1");
        assert_eq!(hindi.write(Decimal::whole(12_345_678), true), "1,23,45,678");
        let spanish = style(".", ",", "#,##0.###", "#,##0.00\u{a0}¤", "2");
        assert_eq!(spanish.write(Decimal::whole(1234), true), "1234");
        assert_eq!(spanish.write(Decimal::whole(12_345), true), "12.345");
    }

    #[test]
    fn percentages_and_amounts() {
        let german = style(".", ",", "#,##0.###", "#,##0.00\u{a0}¤", "1");
        assert_eq!(german.write_percent(Decimal::new(125, 1)), "12,5\u{a0}%");
        assert_eq!(german.write_money(Decimal::whole(1200), "€"), "1.200\u{a0}€");
        let english = style(",", ".", "#,##0.###", "¤#,##0.00", "1");
        assert_eq!(english.write_money(Decimal::whole(1200), "$"), "$1,200");
        assert_eq!(english.write_money(Decimal::whole(1200), "CHF"), "CHF\u{a0}1,200");
        assert_eq!(fill("0 Mio'.' ¤", "2,5"), "2,5 Mio. ¤");
    }
}
