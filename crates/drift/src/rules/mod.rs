//! The rules, each in a file of its own.

use crate::draft::{Draft, Sink};
use crate::selection::UnknownRule;
use crate::view::View;
use parallax_core::{RuleMeta, Version};

mod code;
mod contraries;
mod facts;
mod gaps;
mod losses;
mod sums;
mod tongues;

/// A rule: what it is called, and how it judges one version.
pub(crate) struct Rule {
    /// Its names and its documentation.
    pub(crate) meta: &'static RuleMeta,
    /// Looks at one version and reports what it finds.
    pub(crate) check: fn(&View<'_>, &mut Sink<'_>),
}

/// Declares a rule's metadata: its documentation (the first line is the summary), then code, name, worst severity and
/// MQM type.
macro_rules! declare_rule {
    (
        #[doc = $summary:literal] $(#[doc = $doc:literal])*
        $code:literal, $name:literal, $severity:ident, $mqm:literal
    ) => {
        #[doc = $summary] $(#[doc = $doc])*
        pub(crate) static META: parallax_core::RuleMeta = parallax_core::RuleMeta {
            code: $code,
            name: $name,
            mqm: $mqm,
            severity: parallax_core::Severity::$severity,
            summary: $summary.trim_ascii(),
            docs: concat!($summary $(, "\n", $doc)*),
        };
    };
}

/// Declares the modules of the rules and lists them.
macro_rules! rules {
    ($($group:ident { $($rule:ident),+ $(,)? })+) => {
        $(pub(crate) mod $group { $(pub(crate) mod $rule;)+ })+

        /// All rules, in code order.
        pub(crate) static RULES: &[Rule] = &[
            $($(Rule { meta: &$group::$rule::META, check: $group::$rule::check },)+)+
        ];
    };
}

rules! {
    markup {
        link_changed,
    }
    numbers {
        quantity_changed,
        quantity_missing,
        quantity_added,
        unit_changed,
        date_changed,
        time_changed,
        number_format,
        currency_changed,
        approximation_changed,
        ordinal_changed,
        identifier_changed,
        arithmetic,
        values_swapped,
    }
    meaning {
        paragraph_omitted,
        paragraph_added,
        sentence_omitted,
        sentence_added,
        clause_omitted,
        untranslated,
        wrong_language,
        negation_changed,
        modality_changed,
        name_changed,
        paragraph_moved,
        direction_changed,
        quantifier_changed,
        condition_changed,
        question_changed,
        frequency_changed,
    }
    terms {
        glossary_term_missing,
        inconsistent_translation,
        same_translation,
        forbidden_term,
    }
}

/// What is wrong with the pivot by itself, in the rules that look at it alone.
pub(crate) fn of_pivot(pivot: &Version, runs: impl Fn(&RuleMeta) -> bool) -> Option<Draft> {
    if runs(&meaning::wrong_language::META) { meaning::wrong_language::of_pivot(pivot) } else { None }
}

/// Every rule, in code order.
pub fn rules() -> impl Iterator<Item = &'static RuleMeta> {
    RULES.iter().map(|rule| rule.meta)
}

/// The rule of a code (`N001`) or name (`quantity-changed`); case does not matter.
///
/// # Errors
/// A word that names no rule, with the nearest one.
pub fn find_rule(code_or_name: &str) -> Result<&'static RuleMeta, UnknownRule> {
    let wanted = code_or_name.trim();
    rules()
        .find(|rule| rule.code.eq_ignore_ascii_case(wanted) || rule.name.eq_ignore_ascii_case(wanted))
        .ok_or_else(|| UnknownRule::new(code_or_name))
}

/// The rule whose code or name a word comes nearest to, if it is a slip of the pen.
pub(crate) fn nearest(word: &str) -> Option<&'static RuleMeta> {
    let lower = word.trim().to_lowercase();
    let distance = |rule: &RuleMeta| {
        let code = strsim::damerau_levenshtein(&rule.code.to_lowercase(), &lower);
        // A code is short: with two slips it is any other.
        if code <= 1 { code } else { strsim::damerau_levenshtein(rule.name, &lower) }
    };
    let near = rules().map(|rule| (distance(rule), rule)).min_by_key(|(distance, _)| *distance)?;
    (near.0 <= 1 + lower.chars().count() / 4).then_some(near.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_unique_and_in_order() {
        let codes: Vec<&str> = rules().map(|rule| rule.code).collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
        let mut names: Vec<&str> = rules().map(|rule| rule.name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
        for rule in rules() {
            let (group, number) = rule.code.split_at(1);
            assert!("NSTMV".contains(group) && number.len() == 3 && number.parse::<u16>().is_ok(), "{}", rule.code);
            assert!(rule.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.name);
        }
    }

    #[test]
    fn docs_have_their_headings_in_order() {
        for rule in rules() {
            let mut from = 0;
            for heading in ["## What it finds", "## Why it matters", "## Examples", "## Known limits"] {
                let at = rule.docs[from..].find(heading).unwrap_or_else(|| panic!("{}: no {heading}", rule.code));
                from += at + heading.len();
            }
            assert!(!rule.summary.is_empty() && rule.summary.ends_with('.'), "{}: {}", rule.code, rule.summary);
        }
    }

    #[test]
    fn rules_are_found_by_code_and_name() {
        assert_eq!(find_rule("s008").map(|rule| rule.name), Ok("negation-changed"));
        assert_eq!(find_rule("Link-Changed").map(|rule| rule.code), Ok("M001"));
        assert!(find_rule("").is_err());
    }
}
