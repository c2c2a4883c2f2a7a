//! Spell a number with rule sets, keeping track of what each piece means.

use super::apply::{Application, contains};
use super::plural::PluralRules;
use super::rules::{Rule, RuleSets, Sub};
use crate::error::{Error, Result, fail};

/// What a piece of a spelled number is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Stands for its value: "twenty".
    Unit,
    /// Multiplies what precedes it: "hundred" in "two hundred".
    Times,
    /// Multiplies what follows it: Swahili "elfu" in "elfu mbili".
    TimesNext,
    /// Links other words: "und" in "zweiundzwanzig".
    Link,
    /// Completes the word before it: "s" in "quatre-vingts".
    Ending,
}

/// Text that one rule wrote.
#[derive(Debug, PartialEq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) kind: Kind,
    /// What the text stands for or multiplies by; 0 for links and endings.
    pub(crate) value: u64,
    /// The value was multiplied because of where the rule was called from,
    /// which is a guess.
    pub(crate) scaled: bool,
    /// What the rule adds to it was written before it.
    pub(crate) after_remainder: bool,
}

pub(crate) struct Speller<'a> {
    pub(crate) sets: &'a RuleSets,
    pub(crate) plurals: &'a PluralRules,
    /// Use this plural category instead of the number's own, to see all forms.
    pub(crate) forced_category: Option<&'a str>,
}

/// How a rule was reached.
#[derive(Clone, Copy)]
pub(crate) struct Reached {
    /// Factor for values, when the rule writes the tens of a number in words
    /// of their own (Polish "dwadzieścia" from the 2 of 20).
    pub(crate) scale: u64,
    /// As a remainder, so that 0 means "nothing more to say".
    pub(crate) remainder: bool,
    pub(crate) depth: u32,
}

impl Speller<'_> {
    /// The pieces of `number` in order; `None` when the rules give up and write
    /// digits.
    pub(crate) fn spell(&self, number: u64, set: &str) -> Result<Option<Vec<Piece>>> {
        let mut pieces = Vec::new();
        let start = Reached { scale: 1, remainder: false, depth: 0 };
        let complete = self.apply(number, set, start, &mut pieces)?;
        Ok(complete.then_some(pieces))
    }

    /// Append the pieces of `number`. False when it comes to digits.
    pub(crate) fn apply(&self, number: u64, set: &str, reached: Reached, out: &mut Vec<Piece>) -> Result<bool> {
        if reached.depth > 40 {
            return fail(format!("{set} calls itself without end for {number}"));
        }
        let rules = self.sets.get(set).ok_or_else(|| Error::new(format!("there is no rule set {set}")))?;
        match find_rule(rules, number) {
            None => Ok(false),
            Some(rule) => Application::new(self, rule, set, number, reached).run(out),
        }
    }

    pub(crate) fn category(&self, number: u64) -> Result<&str> {
        match self.forced_category {
            Some(category) => Ok(category),
            None => self.plurals.category(number),
        }
    }
}

/// The last rule whose base is not above the number. A rule for remainders
/// whose base is no multiple of its divisor (`101: ciento →→`) is not meant
/// for multiples: those fall back to the rule before it.
fn find_rule(rules: &[Rule], number: u64) -> Option<&Rule> {
    let index = rules.iter().rposition(|rule| rule.base <= number)?;
    let rule = &rules[index];
    let skips_multiples = !rule.base.is_multiple_of(rule.divisor)
        && number.is_multiple_of(rule.divisor)
        && contains(&rule.parts, Sub::Remainder);
    if skips_multiples && index > 0 {
        return Some(&rules[index - 1]);
    }
    Some(rule)
}

#[cfg(test)]
mod tests {
    use super::super::rules::parse_rule;
    use super::*;

    type Texts<'a> = &'a [(&'a str, &'a str)];

    fn sets(rules: &[(&str, Texts<'_>)]) -> RuleSets {
        let parse = |list: Texts<'_>| {
            let rule = |(key, text): &(&str, &str)| parse_rule(key, text).ok().flatten().expect("a rule");
            list.iter().map(rule).collect()
        };
        rules.iter().map(|(name, list)| (name.to_string(), parse(list))).collect()
    }

    fn spell(sets: &RuleSets, number: u64) -> Option<Vec<Piece>> {
        let speller = Speller { sets, plurals: &PluralRules::default(), forced_category: None };
        speller.spell(number, "%main").expect("rules without errors")
    }

    fn text(sets: &RuleSets, number: u64) -> String {
        let pieces = spell(sets, number).expect("words, not digits");
        pieces.into_iter().map(|piece| piece.text).collect()
    }

    fn meanings(sets: &RuleSets, number: u64) -> Vec<(Kind, u64)> {
        let pieces = spell(sets, number).expect("words, not digits");
        let words = pieces.into_iter().filter(|piece| piece.value > 0);
        words.map(|piece| (piece.kind, piece.value)).collect()
    }

    #[test]
    fn english() {
        let sets = sets(&[(
            "%main",
            &[
                ("0", "zero;"),
                ("1", "one;"),
                ("2", "two;"),
                ("3", "three;"),
                ("20", "twenty[-→→];"),
                ("100", "←← hundred[ →→];"),
                ("1000", "=#,##0=;"),
            ],
        )]);
        assert_eq!(text(&sets, 20), "twenty");
        assert_eq!(text(&sets, 123), "one hundred twenty-three");
        assert_eq!(spell(&sets, 1000), None);
        assert_eq!(meanings(&sets, 221), [(Kind::Unit, 2), (Kind::Times, 100), (Kind::Unit, 20), (Kind::Unit, 1)]);
    }

    #[test]
    fn multiples_fall_back() {
        let sets = sets(&[("%main", &[("0", "cero;"), ("1", "uno;"), ("100", "cien;"), ("101", "ciento →→;")])]);
        assert_eq!(text(&sets, 101), "ciento uno");
        assert_eq!(text(&sets, 200), "cien");
    }

    #[test]
    fn tens_in_their_own_words_are_scaled() {
        let sets =
            sets(&[("%main", &[("1", "jeden;"), ("20", "←%%tens←[ →→];")]), ("%%tens", &[("2", "dwadzieścia;")])]);
        assert_eq!(meanings(&sets, 21), [(Kind::Unit, 20), (Kind::Unit, 1)]);
        assert_eq!(text(&sets, 21), "dwadzieścia jeden");
    }

    #[test]
    fn thousands_in_a_rule_set_of_their_own() {
        let sets = sets(&[
            ("%main", &[("2", "dó;"), ("1000", "←%%thousands←;")]),
            ("%%thousands", &[("1", "míle;"), ("2", "=%main= =%%thousand=;")]),
            ("%%thousand", &[("1", "mhíle;")]),
        ]);
        assert_eq!(meanings(&sets, 1000), [(Kind::Unit, 1000)]);
        assert_eq!(meanings(&sets, 2000), [(Kind::Unit, 2), (Kind::Times, 1000)]);
    }
}
