//! What a sentence says, apart from any language, and the forms in which languages write it.

use super::cldr::dates::{Date, Time};
use super::cldr::decimal::Decimal;
use super::frames::Tongue;
use crate::error::{Context as _, Result};

/// How close a number is to what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Exactly,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
    About,
}

/// A value that a sentence states.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Number(Decimal),
    Percent(Decimal),
    /// Percentage points.
    Points(Decimal),
    /// With the currency's ISO code.
    Money(Decimal, &'static str),
    /// With CLDR's name of the unit.
    Measure(Decimal, &'static str),
    Date(Date),
    /// A month of a year.
    Month(Date),
    Year(u32),
    Time(Time),
    Ordinal(u64),
    Range(Decimal, Decimal),
    Bounded(Bound, Decimal),
    /// A version, a phone number, the name of a standard: the same in all languages.
    Code(String),
}

/// A way to write a value. A form that a language or a kind of value does not have comes out as its usual one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As CLDR writes it by default: numbers with separators, units and months with their names.
    Usual,
    /// Digits without separators of groups.
    Ungrouped,
    /// With common spaces where CLDR has no-break spaces.
    Spaced,
    /// In the language's own digits.
    Native,
    /// Spelled out, by one of the rule sets of the language.
    Words(u64),
    /// `2.5 million`.
    Compact,
    /// `2.5M`, `$2.5M`.
    Short,
    /// `1億2345万`.
    Myriads,
    /// Units and dates of medium length: `5 km`, `3 Mar 2024`; amounts with the currency's narrow symbol.
    Medium,
    /// Amounts with the currency's code.
    Code,
    /// Amounts with the currency's name, percentages with the word.
    Named,
    /// Dates with their weekday.
    Full,
    /// Dates with digits only, in the language's order.
    Numeric,
    /// Dates by ISO 8601.
    Iso,
    /// Times with a half of the day.
    Twelve,
    /// Times from 0 to 23 hours.
    TwentyFour,
    /// Times with a part of the day.
    Period,
}

/// A value and the form it is written in.
pub(super) type Written = (Value, Form);

/// Writes a value as a language does.
pub(super) fn write(tongue: &Tongue, (value, form): &Written) -> Result<String> {
    let text = match value {
        Value::Number(number) => number_text(tongue, *number, *form)?,
        Value::Percent(number) => match form {
            Form::Named => tongue.cldr.percent_word(*number)?,
            _ => tongue.cldr.numbers.write_percent(*number),
        },
        Value::Points(number) => {
            let forms = &tongue.words.points;
            let category = tongue.cldr.cardinals.category(*number, 0);
            let pattern = forms.get(category).or_else(|| forms.get("other")).context("no pattern of points")?;
            pattern.replace("{0}", &tongue.cldr.numbers.write(*number, true))
        }
        Value::Money(number, code) => money_text(tongue, *number, code, *form)?,
        Value::Measure(number, unit) => {
            let width = if *form == Form::Medium { "short" } else { "long" };
            tongue.cldr.measure(*number, unit, width, *form != Form::Ungrouped)?
        }
        Value::Date(date) => date_text(tongue, *date, *form)?,
        Value::Month(date) => dated(tongue, "availableFormats", "yMMMM", *date)?,
        Value::Year(year) => year.to_string(),
        Value::Time(time) => time_text(tongue, *time, *form)?,
        Value::Ordinal(number) => ordinal_text(tongue, *number, *form)?,
        Value::Range(from, to) => {
            let [from, to] = [from, to].map(|end| number_text(tongue, *end, *form));
            tongue.cldr.range(&from?, &to?)
        }
        Value::Bounded(bound, number) => {
            let words = &tongue.words;
            let pattern = match bound {
                Bound::Exactly => words.exactly.as_deref().unwrap_or("{0}"),
                Bound::MoreThan => &words.more_than,
                Bound::AtLeast => &words.at_least,
                Bound::LessThan => &words.less_than,
                Bound::AtMost => &words.at_most,
                Bound::About => &words.about,
            };
            pattern.replace("{0}", &number_text(tongue, *number, *form)?)
        }
        Value::Code(text) => text.clone(),
    };
    Ok(text)
}

fn number_text(tongue: &Tongue, number: Decimal, form: Form) -> Result<String> {
    let cldr = &tongue.cldr;
    let plurals = &cldr.cardinals;
    let special = match (form, number.as_whole()) {
        (Form::Words(choice), Some(whole)) => {
            let rules = &tongue.words.cardinals;
            cldr.spell(whole, &rules[choice as usize % rules.len()])?
        }
        (Form::Native, _) => cldr.native.as_ref().map(|style| style.write(number, true)),
        (Form::Compact, _) => cldr.compact_long.write(number, &cldr.numbers, plurals),
        (Form::Short, _) => cldr.compact_short.write(number, &cldr.numbers, plurals),
        (Form::Myriads, _) => cldr.compact_short.write_myriads(number, &cldr.numbers),
        (Form::Ungrouped, _) => Some(cldr.numbers.write(number, false)),
        (Form::Spaced, _) => Some(cldr.numbers.write(number, true).replace(['\u{a0}', '\u{202f}'], " ")),
        _ => None,
    };
    Ok(special.unwrap_or_else(|| cldr.numbers.write(number, true)))
}

fn money_text(tongue: &Tongue, number: Decimal, code: &'static str, form: Form) -> Result<String> {
    let cldr = &tongue.cldr;
    match form {
        Form::Code => Ok(cldr.coded_money(number, code)),
        Form::Named => cldr.named_money(number, code, false),
        Form::Compact => cldr.named_money(number, code, true),
        Form::Short => Ok(cldr.compact_money(number, code).unwrap_or_else(|| cldr.money(number, code, false))),
        _ => Ok(cldr.money(number, code, form == Form::Medium)),
    }
}

fn date_text(tongue: &Tongue, date: Date, form: Form) -> Result<String> {
    match form {
        Form::Iso => Ok(format!("{}-{:02}-{:02}", date.year, date.month, date.day)),
        Form::Full => dated(tongue, "dateFormats", "full", date),
        Form::Medium => dated(tongue, "availableFormats", "yMMMd", date),
        Form::Numeric => dated(tongue, "availableFormats", "yMd", date),
        _ => dated(tongue, "dateFormats", "long", date),
    }
}

fn dated(tongue: &Tongue, group: &str, name: &str, date: Date) -> Result<String> {
    let dates = &tongue.cldr.dates;
    dates.write(dates.pattern(group, name)?, date, Time { hour: 0, minute: 0 })
}

fn time_text(tongue: &Tongue, time: Time, form: Form) -> Result<String> {
    let dates = &tongue.cldr.dates;
    let pattern = match form {
        Form::Twelve => dates.pattern("availableFormats", "hm")?,
        Form::TwentyFour => dates.pattern("availableFormats", "Hm")?,
        Form::Period => dates.pattern("availableFormats", "Bhm")?,
        _ => dates.pattern("timeFormats", "short")?,
    };
    dates.write(pattern, Date { year: 2000, month: 1, day: 1 }, time)
}

fn ordinal_text(tongue: &Tongue, number: u64, form: Form) -> Result<String> {
    let words = &tongue.words;
    if let (Form::Words(_), Some(rules)) = (form, &words.ordinal)
        && let Some(spelled) = tongue.cldr.spell(number, rules)?
    {
        return Ok(words.ordinal_words.as_deref().unwrap_or("{0}").replace("{0}", &spelled));
    }
    let category = tongue.cldr.ordinals.category(Decimal::whole(number), 0);
    let forms = &words.ordinal_digits;
    let pattern = forms.get(category).or_else(|| forms.get("other")).context("no pattern of ordinals")?;
    Ok(pattern.replace("{0}", &number.to_string()))
}
