//! The numbers that a fact holds as parts: the day of a date, the hour of a time.

use super::compare::{Kind, kind_of};
use parallax_core::facts::PartialDate;
use parallax_core::{Fact, Value};
use rust_decimal::Decimal;
use std::collections::{HashMap, HashSet};

/// The numbers that one side of a bead says, by themselves or as parts of something.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// Those that no fact of the other side is known to say, with the kind of the fact that holds them: one of the
    /// same kind is compared with it as a whole. None for the rest of a date, which any fact may say.
    free: HashMap<Decimal, Vec<Option<Kind>>>,
    /// All of them.
    any: HashSet<Decimal>,
}

impl Parts {
    /// Adds what `fact` says; `counterpart` is the fact that it is known to agree with, if any, which takes up
    /// everything but the fields of a date that it does not give itself.
    pub(crate) fn add(&mut self, fact: &Fact, counterpart: Option<&Fact>) {
        for (value, _) in fact.readings() {
            let mut all = Vec::new();
            numbers(value, &mut all);
            self.any.extend(all.into_iter().map(|number| number.normalize()));
            let (holder, rest) = match (value, counterpart.map(|other| &other.value)) {
                (_, None) => (Some(kind_of(value)), value.clone()),
                (Value::Date(date), Some(Value::Date(other))) => (None, Value::Date(fields_lost(date, other))),
                // The rest of a date whose year or day stands alone on the other side.
                (Value::Date(_), Some(Value::Quantity(_))) => (None, value.clone()),
                _ => continue,
            };
            let mut free = Vec::new();
            numbers(&rest, &mut free);
            for number in free {
                let holders = self.free.entry(number.normalize()).or_default();
                if !holders.contains(&holder) {
                    holders.push(holder);
                }
            }
        }
    }

    /// Whether `fact` is said here in parts: a quantity that is the day of a date, a date whose day stands alone and
    /// whose month and year stand with another date.
    pub(crate) fn say(&self, fact: &Fact) -> bool {
        fact.readings().any(|(value, _)| self.say_value(value))
    }

    /// Whether a value is said here in parts.
    pub(crate) fn say_value(&self, value: &Value) -> bool {
        let own = Some(kind_of(value));
        let free = |number: Decimal| {
            self.free.get(&number.normalize()).is_some_and(|holders| holders.iter().any(|holder| *holder != own))
        };
        let any = |number: Decimal| self.any.contains(&number.normalize());
        match value {
            Value::Quantity(quantity) => free(quantity.number.normalize()),
            Value::Date(date) => {
                let day = date.day.map(|day| free(day.into()));
                let month = date.month.map(|month| if day.is_some() { any(month.into()) } else { free(month.into()) });
                let year = date.century().or(date.year.map(i32::abs)).map(Decimal::from);
                let year = year.map(|year| if month.is_some() { any(year) } else { free(year) });
                let quarter = date.quarter.map(|quarter| any(quarter.into()));
                let fields = [day, month, quarter, year];
                fields.iter().any(Option::is_some) && fields.iter().flatten().all(|said| *said)
            }
            Value::Time(time) => {
                let (hour, minute) = (time.minutes / 60, time.minutes % 60);
                free(hour.into()) && (minute == 0 || free(minute.into()))
            }
            Value::Identifier(text) => {
                let runs: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
                // One or two digits alone are anything.
                let enough = runs.iter().map(|run| run.len()).sum::<usize>() >= 3;
                enough && runs.iter().all(|run| run.parse().is_ok_and(free))
            }
            Value::Link(_) | Value::Negation(_) => false,
        }
    }
}

/// The numbers that a value holds: its own, or those of its parts.
fn numbers(value: &Value, out: &mut Vec<Decimal>) {
    match value {
        Value::Quantity(quantity) => out.push(quantity.number.normalize()),
        Value::Date(date) => {
            out.extend(date.year.map(|year| Decimal::from(year.abs())));
            out.extend(date.century().map(Decimal::from));
            out.extend(date.quarter.map(Decimal::from));
            // A year may be written with its last two digits.
            out.extend(date.year.map(|year| Decimal::from(year.rem_euclid(100))));
            out.extend(date.month.map(Decimal::from));
            out.extend(date.day.map(Decimal::from));
        }
        Value::Time(time) => {
            let (hour, minute) = (time.minutes / 60, time.minutes % 60);
            out.push(Decimal::from(hour));
            out.push(Decimal::from(if hour % 12 == 0 { 12 } else { hour % 12 }));
            out.push(Decimal::from(minute));
        }
        Value::Identifier(text) => {
            // Its digit runs, and the decimal number that it may be.
            out.extend(text.split(|c: char| !c.is_ascii_digit()).filter_map(|run| run.parse::<Decimal>().ok()));
            out.extend(text.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<Decimal>().ok());
        }
        Value::Link(_) | Value::Negation(_) => {}
    }
}

/// How many fields two dates give differently.
pub(super) fn fields_apart(a: &PartialDate, b: &PartialDate) -> usize {
    let differ = |a: Option<i32>, b: Option<i32>| usize::from(a.is_some() && b.is_some() && a != b);
    differ(a.year, b.year)
        + differ(a.quarter.map(i32::from), b.quarter.map(i32::from))
        + differ(a.month.map(i32::from), b.month.map(i32::from))
        + differ(a.day.map(i32::from), b.day.map(i32::from))
}

/// The year, month and day that `from` gives and `to` does not.
pub(crate) fn fields_lost(from: &PartialDate, to: &PartialDate) -> PartialDate {
    PartialDate {
        span: if to.year.is_none() { from.span } else { parallax_core::facts::YearSpan::One },
        quarter: from.quarter.filter(|_| to.quarter.is_none() && to.month.is_none()),
        year: from.year.filter(|_| to.year.is_none()),
        month: from.month.filter(|_| to.month.is_none()),
        day: from.day.filter(|_| to.day.is_none()),
        ..PartialDate::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_core::TextRange;
    use parallax_core::facts::{Quantity, Salience};

    fn fact(value: Value) -> Fact {
        Fact::sure(value, TextRange::new(0, 1), Salience::Firm)
    }

    fn quantity(number: i64) -> Fact {
        fact(Value::Quantity(Quantity::plain(number.into())))
    }

    fn date(year: Option<i32>, month: Option<u8>, day: Option<u8>) -> Fact {
        fact(Value::Date(PartialDate { year, month, day, ..Default::default() }))
    }

    fn parts(facts: &[&Fact]) -> Parts {
        let mut parts = Parts::default();
        facts.iter().for_each(|fact| parts.add(fact, None));
        parts
    }

    #[test]
    fn numbers_are_parts_of_dates_and_times() {
        let whole = parts(&[&date(Some(2026), Some(3), Some(31))]);
        for (number, part) in [(31, true), (2026, true), (26, true), (3, true), (30, false)] {
            assert_eq!(whole.say(&quantity(number)), part, "{number}");
        }
        let time = parts(&[&fact(Value::Time((17 * 60 + 30).into()))]);
        for (number, part) in [(17, true), (5, true), (30, true), (31, false)] {
            assert_eq!(time.say(&quantity(number)), part, "{number}");
        }
        assert!(parts(&[&quantity(31), &quantity(3), &quantity(2026)]).say(&date(Some(2026), Some(3), Some(31))));
        assert!(!parts(&[&quantity(31), &quantity(3)]).say(&date(Some(2026), Some(3), Some(31))));
    }

    #[test]
    fn what_a_counterpart_says_is_taken() {
        let (spring, day) = (date(None, Some(3), Some(14)), date(Some(2026), Some(3), Some(14)));
        let mut whole = Parts::default();
        whole.add(&day, Some(&spring));
        assert!(whole.say(&quantity(2026)), "the year is free");
        assert!(!whole.say(&quantity(14)), "the day is not");
        // From the 9th to the 12th of March: the month stands once.
        let mut range = Parts::default();
        range.add(&date(None, Some(3), Some(12)), Some(&date(None, Some(3), Some(12))));
        range.add(&quantity(9), None);
        assert!(range.say(&date(None, Some(3), Some(9))));
    }
}
