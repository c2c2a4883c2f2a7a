//! Numbers that spaces break at their marks (`45, 233`, `9 , 4`): tokenised text has them, and slips. By themselves
//! they are two numbers of a list, which is far more common; where the other side has the whole, they are it.

use super::Tie;
use super::side::Side;
use parallax_core::facts::Quantity;
use parallax_core::fold::digit_value;
use parallax_core::{Fact, Value};
use rust_decimal::Decimal;
use std::ops::Range;

/// How many facts one number may be broken into.
const MOST: usize = 4;

/// Facts of a bead that may be one number together, and what it is.
pub(super) struct Broken {
    pub(super) facts: Range<usize>,
    numbers: Vec<Decimal>,
}

impl Broken {
    /// Whether the other side's fact is the whole.
    pub(super) fn is(&self, pieces: &[Fact], whole: &Fact) -> bool {
        let ends = [&pieces[self.facts.start], &pieces[self.facts.end - 1]];
        quantities(whole).any(|whole| {
            let same_unit = |fact: &&Fact| quantities(fact).any(|piece| piece.unit_agrees(whole));
            self.numbers.contains(&whole.number.abs()) && ends.iter().all(same_unit)
        })
    }
}

/// The runs of facts of a bead, none of them tied, that may be a number that spaces break; the longest at each first.
pub(super) fn runs(side: &Side<'_>, ties: &[Option<Tie>], bead: usize) -> Vec<Broken> {
    let facts = &side.of_bead[bead];
    let mut found = Vec::new();
    for first in facts.clone() {
        let (mut groups, mut marks) = (Vec::new(), Vec::new());
        let mut longest: Vec<Broken> = Vec::new();
        let reach = first..facts.end.min(first + MOST);
        for (next, tie) in reach.clone().zip(&ties[reach]) {
            let written = side.text_of(next);
            let figures = if next == first { last_figures(written) } else { first_figures(written) };
            let (None, Some(figures)) = (tie, figures) else { break };
            if next > first {
                let Some(mark) = side.between(next - 1, next).and_then(mark) else { break };
                marks.push(mark);
            }
            groups.push(figures);
            let numbers = numbers(&groups, &marks);
            if !numbers.is_empty() {
                longest.insert(0, Broken { facts: first..next + 1, numbers });
            }
            // Behind a unit the number does not go on.
            if figures.len() < written.len() && next > first {
                break;
            }
        }
        found.extend(longest);
    }
    found
}

fn quantities(fact: &Fact) -> impl Iterator<Item = &Quantity> {
    fact.readings().filter_map(|(value, _)| match value {
        Value::Quantity(quantity) => Some(quantity),
        _ => None,
    })
}

/// The mark between two groups of figures, which a space sets apart on one side at least.
fn mark(between: &str) -> Option<char> {
    let mut chars = between.trim().chars();
    let (Some(mark @ ('.' | ',' | '٫' | '٬')), None) = (chars.next(), chars.next()) else { return None };
    (between.len() > mark.len_utf8() && between.chars().count() <= 3).then_some(mark)
}

/// The figures with which a text ends, behind at most a sign of money.
fn last_figures(text: &str) -> Option<&str> {
    let start = text.trim_end_matches(|c| digit_value(c).is_some()).len();
    (start < text.len()).then(|| &text[start..])
}

/// The figures with which a text begins, before at most a unit.
fn first_figures(text: &str) -> Option<&str> {
    let end = text.find(|c| digit_value(c).is_none()).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

/// What groups of figures with marks between them make: groups of thousands, decimals behind the last mark, or both.
fn numbers(groups: &[&str], marks: &[char]) -> Vec<Decimal> {
    let count = |group: &&str| group.chars().count();
    let thousands = |groups: &[&str], marks: &[char]| {
        let alike = marks.windows(2).all(|pair| pair[0] == pair[1]);
        alike && count(&groups[0]) <= 3 && groups[1..].iter().all(|group| count(group) == 3)
    };
    let Some((last, whole_marks)) = marks.split_last() else { return Vec::new() };
    let all: Option<i128> = groups
        .iter()
        .flat_map(|group| group.chars())
        .try_fold(0_i128, |number, c| number.checked_mul(10)?.checked_add(digit_value(c)?.into()));
    let Some(all) = all else { return Vec::new() };
    let decimals = groups.last().map_or(0, count);
    let whole = thousands(groups, marks).then(|| Decimal::try_from_i128_with_scale(all, 0).ok()).flatten();
    let is_decimal = !whole_marks.contains(last) && thousands(&groups[..groups.len() - 1], whole_marks);
    let decimal =
        is_decimal.then(|| Decimal::try_from_i128_with_scale(all, u32::try_from(decimals).ok()?).ok()).flatten();
    [whole, decimal].into_iter().flatten().map(|number| number.normalize()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_set_apart() {
        for (between, is_mark) in
            [(" , ", true), (", ", true), (" .", true), (",", false), (" ", false), (" - ", false), ("  ,  ", false)]
        {
            assert_eq!(mark(between).is_some(), is_mark, "{between:?}");
        }
    }

    #[test]
    fn groups_make_numbers() {
        for (groups, marks, wanted) in [
            (&["45", "233"][..], &[','][..], "45233 45.233"),
            (&["9", "4"], &[','], "9.4"),
            (&["1", "234", "567"], &[',', ','], "1234567"),
            (&["1", "234", "5"], &['.', ','], "1234.5"),
            (&["1", "23", "5"], &[',', ','], ""),
            (&["9"], &[], ""),
        ] {
            let shown: Vec<String> = numbers(groups, marks).iter().map(ToString::to_string).collect();
            assert_eq!(shown.join(" "), wanted, "{groups:?}");
        }
    }
}
