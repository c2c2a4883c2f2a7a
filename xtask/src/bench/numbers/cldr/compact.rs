//! Compact numbers: `2.5 million`, `2,5 Mio.`, `12億3456万`.

use super::decimal::Decimal;
use super::number::{NumberStyle, fill};
use super::plural::Plurals;
use crate::tables::source::strings;
use serde_json::Value;
use std::collections::BTreeMap;

/// The patterns of one width: by power of ten, then by plural category.
#[derive(Debug, Clone, Default)]
pub(crate) struct CompactStyle(BTreeMap<u32, BTreeMap<String, String>>);

/// A number cut to what a compact pattern shows in digits.
struct Cut<'a> {
    pattern: &'a str,
    shown: Decimal,
    exponent: u32,
}

impl CompactStyle {
    /// From an object with keys `1000-count-one`; amounts may have `1000-count-one-alt-alphaNextToNumber` too.
    pub(crate) fn new(list: &Value) -> Self {
        let mut patterns: BTreeMap<u32, BTreeMap<String, String>> = BTreeMap::new();
        for (key, pattern) in strings(list).filter(|(key, _)| !key.contains("-alt-")) {
            if let Some((power, category)) = key.split_once("-count-") {
                let forms = patterns.entry(power.len().saturating_sub(1) as u32).or_default();
                forms.insert(category.to_owned(), pattern.split(';').next().unwrap_or_default().to_owned());
            }
        }
        Self(patterns)
    }

    /// The number with its word; none where the language has no word for numbers of this size, or where more than
    /// three digits would follow the point.
    pub(crate) fn write(&self, number: Decimal, style: &NumberStyle, plurals: &Plurals) -> Option<String> {
        let cut = self.cut(number, plurals)?;
        Some(fill(cut.pattern, &style.write(cut.shown, true)))
    }

    /// As [`Self::write`], for patterns with a place for a currency.
    pub(crate) fn write_money(
        &self,
        number: Decimal,
        currency: &str,
        style: &NumberStyle,
        plurals: &Plurals,
    ) -> Option<String> {
        let cut = self.cut(number, plurals)?;
        Some(style.write_money_by(cut.pattern, &style.write(cut.shown, true), currency))
    }

    /// The plural category that a noun after the compact number has.
    pub(crate) fn category<'a>(&self, number: Decimal, plurals: &'a Plurals) -> &'a str {
        self.cut(number, plurals).map_or("other", |cut| plurals.category(cut.shown, cut.exponent))
    }

    fn cut(&self, number: Decimal, plurals: &Plurals) -> Option<Cut<'_>> {
        let whole = number.as_whole().filter(|whole| *whole >= 1000)?;
        let power = whole.ilog10();
        let (power, forms) = self.0.range(..=power).next_back()?;
        let zeros = |pattern: &str| pattern.chars().filter(|c| *c == '0').count() as u32;
        let exponent = (power + 1).saturating_sub(zeros(forms.get("other")?));
        let shown = Decimal::whole(whole).shifted_right(exponent);
        let category = plurals.category(shown, exponent);
        let pattern = forms.get(category).or_else(|| forms.get("other"))?;
        // `0` alone says that numbers of this size are not shortened.
        (pattern.chars().any(|c| c.is_alphabetic()) && shown.scale <= 3).then_some(Cut { pattern, shown, exponent })
    }

    /// A whole number in powers of ten thousand, as Chinese, Japanese and Korean write them: `1億2345万`. None for
    /// languages that have no word for ten thousand, and for numbers that end in digits below it.
    pub(crate) fn write_myriads(&self, number: Decimal, style: &NumberStyle) -> Option<String> {
        let whole = number.as_whole().filter(|whole| *whole >= 10_000 && whole.is_multiple_of(10_000))?;
        let word = |power: u32| {
            let pattern = self.0.get(&power)?.get("other")?;
            (pattern.chars().filter(|c| *c == '0').count() == 1).then(|| pattern.replace('0', ""))
        };
        let (myriad, myriad_squared) = (word(4)?, word(8)?);
        let part = |count: u64, word: &str| {
            let digits = style.write(Decimal::whole(count), false);
            if count == 0 { String::new() } else { format!("{digits}{word}") }
        };
        let (high, low) = (whole / 100_000_000, whole / 10_000 % 10_000);
        Some(part(high, &myriad_squared) + &part(low, &myriad))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn style() -> NumberStyle {
        let numbers = json!({
            "minimumGroupingDigits": "1",
            "symbols-numberSystem-latn": {"decimal": ",", "group": ".", "minusSign": "-", "percentSign": "%"},
            "decimalFormats-numberSystem-latn": {"standard": "#,##0.###"},
            "percentFormats-numberSystem-latn": {"standard": "#,##0%"},
            "currencyFormats-numberSystem-latn": {"standard": "#,##0.00 ¤"},
            "miscPatterns-numberSystem-latn": {"range": "{0}–{1}"}
        });
        NumberStyle::new(&numbers, "latn", "0123456789").expect("a complete style")
    }

    #[test]
    fn words_for_powers_of_ten() {
        let german = CompactStyle::new(&json!({
            "1000-count-other": "0",
            "1000000-count-one": "0 Million", "1000000-count-other": "0 Millionen",
            "10000000-count-other": "00 Millionen"
        }));
        let plurals = Plurals::new(&json!({"pluralRule-count-one": "i = 1 and v = 0"})).expect("valid rules");
        let write = |number| german.write(Decimal::whole(number), &style(), &plurals);
        assert_eq!(write(1_000_000).as_deref(), Some("1 Million"));
        assert_eq!(write(2_500_000).as_deref(), Some("2,5 Millionen"));
        assert_eq!(write(48_000_000).as_deref(), Some("48 Millionen"));
        assert_eq!(write(5000), None);
        assert_eq!(write(2_123_456), None);
    }

    #[test]
    fn myriads() {
        let japanese = CompactStyle::new(&json!({"10000-count-other": "0万", "100000000-count-other": "0億"}));
        let write = |number| japanese.write_myriads(Decimal::whole(number), &style());
        assert_eq!(write(123_450_000).as_deref(), Some("1億2345万"));
        assert_eq!(write(90_000).as_deref(), Some("9万"));
        assert_eq!(write(90_001), None);
    }
}
