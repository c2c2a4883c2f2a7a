//! Which rules run.

use crate::rules::{RULES, Rule, find_rule, nearest};
use parallax_core::RuleMeta;
use std::fmt;

/// Which rules run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// For each rule in code order, whether it runs.
    chosen: Vec<bool>,
}

impl Default for Selection {
    fn default() -> Self {
        Self::all()
    }
}

impl Selection {
    /// Every rule.
    #[must_use]
    pub fn all() -> Self {
        Self { chosen: vec![true; RULES.len()] }
    }

    /// The rules in `select` (all, where it is empty) without those in `ignore`.
    ///
    /// An entry is a code (`N001`), a name (`quantity-changed`), the letter of a group (`N`) or `all`; case does not
    /// matter.
    ///
    /// # Errors
    /// An entry that is none of these.
    pub fn new(select: &[String], ignore: &[String]) -> Result<Self, UnknownRule> {
        let mut chosen = vec![select.is_empty(); RULES.len()];
        for (entries, value) in [(select, true), (ignore, false)] {
            for entry in entries {
                mark(entry, value, &mut chosen)?;
            }
        }
        Ok(Self { chosen })
    }

    /// The rules that run.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        RULES.iter().zip(&self.chosen).filter(|(_, chosen)| **chosen).map(|(rule, _)| rule)
    }

    /// Whether a rule runs.
    #[must_use]
    pub fn contains(&self, rule: &RuleMeta) -> bool {
        RULES.iter().zip(&self.chosen).any(|(known, chosen)| *chosen && known.meta.code == rule.code)
    }
}

fn mark(entry: &str, value: bool, chosen: &mut [bool]) -> Result<(), UnknownRule> {
    let entry = entry.trim();
    let is_group = RULES.iter().any(|rule| rule.meta.code[..1].eq_ignore_ascii_case(entry));
    let code = match find_rule(entry) {
        Ok(rule) => rule.code,
        Err(_) if is_group || entry.eq_ignore_ascii_case("all") => "",
        Err(unknown) => return Err(unknown),
    };
    for (rule, chosen) in RULES.iter().zip(chosen) {
        let in_group = is_group && rule.meta.code[..1].eq_ignore_ascii_case(entry);
        if rule.meta.code == code || in_group || (code.is_empty() && !is_group) {
            *chosen = value;
        }
    }
    Ok(())
}

/// A word that names no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRule {
    /// The word as given.
    pub given: String,
    /// The rule that it comes nearest to, if any is near.
    pub nearest: Option<&'static RuleMeta>,
}

impl UnknownRule {
    pub(crate) fn new(given: &str) -> Self {
        Self { given: given.to_owned(), nearest: nearest(given) }
    }
}

impl fmt::Display for UnknownRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a rule", self.given)?;
        match self.nearest {
            Some(rule) => write!(f, "; did you mean {} ({})?", rule.code, rule.name),
            None => {
                f.write_str("; expected a code such as N001, a name such as quantity-changed, or a group such as N")
            }
        }
    }
}

impl std::error::Error for UnknownRule {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::rules;

    fn codes(select: &[&str], ignore: &[&str]) -> Result<Vec<&'static str>, String> {
        let owned = |list: &[&str]| list.iter().map(|entry| (*entry).to_owned()).collect::<Vec<_>>();
        let selection = Selection::new(&owned(select), &owned(ignore)).map_err(|unknown| unknown.to_string())?;
        Ok(rules().filter(|rule| selection.contains(rule)).map(|rule| rule.code).collect())
    }

    #[test]
    fn codes_names_and_groups_select() {
        assert_eq!(codes(&["n001", "link-changed"], &[]), Ok(vec!["M001", "N001"]));
        assert_eq!(codes(&["M"], &[]), Ok(vec!["M001"]));
        assert_eq!(codes(&["all"], &["N", "S", "T"]), Ok(vec!["M001"]));
        assert_eq!(codes(&[], &[]).map(|all| all.len()), Ok(rules().count()));
    }

    #[test]
    fn unknown_rules_are_named_with_the_nearest() {
        let said = |entry: &str| codes(&[entry], &[]).expect_err("is no rule");
        assert_eq!(said("N01"), "`N01` is not a rule; did you mean N001 (quantity-changed)?");
        assert_eq!(said("negation-change"), "`negation-change` is not a rule; did you mean S008 (negation-changed)?");
        assert!(said("whatever").starts_with("`whatever` is not a rule; expected a code"));
        assert!(codes(&[], &["X"]).is_err());
    }
}
