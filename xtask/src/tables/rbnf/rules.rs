//! Read the rule sets of a language.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Context as _, Result, fail};
use serde_json::Value;

use super::super::source::members;

/// All rule sets of a language, by name (`%spellout-cardinal`).
pub(crate) type RuleSets = BTreeMap<String, Vec<Rule>>;

/// How to write the numbers from `base` up to the next rule of the set.
#[derive(Debug, PartialEq)]
pub(crate) struct Rule {
    pub(crate) base: u64,
    /// The biggest power of the radix that is not above the base.
    pub(crate) divisor: u64,
    pub(crate) parts: Vec<Part>,
}

#[derive(Debug, PartialEq)]
pub(crate) enum Part {
    Text(String),
    /// A number to be written in this place.
    Sub(Sub, Target),
    /// `$(cardinal,one{…}other{…})$`: a text for each plural category.
    Plural(Vec<(String, String)>),
    /// `[…]`: left out when the number is a multiple of the divisor.
    Optional(Vec<Part>),
}

/// Which number a substitution writes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sub {
    /// `←…←`: the number divided by the divisor.
    Quotient,
    /// `→…→`: the remainder of that division.
    Remainder,
    /// `=…=`: the number itself.
    Same,
}

/// How a substitution writes its number.
#[derive(Debug, PartialEq)]
pub(crate) enum Target {
    /// With the rule set the rule belongs to.
    Own,
    /// With the named rule set.
    Set(String),
    /// In digits (`=#,##0=`).
    Digits,
}

/// The rule sets for spelling numbers out, from a `cldr-rbnf` file. Rules for
/// negative numbers, fractions and the like are left out.
pub(crate) fn parse_sets(json: &Value) -> Result<RuleSets> {
    parse_group(json, "SpelloutRules")
}

/// What the rules for ordinals in digits write before and behind the digits.
pub(crate) fn digit_ordinals(json: &Value) -> Result<(BTreeSet<String>, BTreeSet<String>)> {
    let (mut before, mut behind) = (BTreeSet::new(), BTreeSet::new());
    for rule in parse_group(json, "OrdinalRules")?.values().flatten() {
        let digits = rule.parts.iter().position(|part| matches!(part, Part::Sub(_, Target::Digits)));
        for (index, part) in rule.parts.iter().enumerate() {
            let to = if digits.is_some_and(|digits| index < digits) { &mut before } else { &mut behind };
            match part {
                Part::Text(text) => to.extend([text.clone()]),
                Part::Plural(choices) => to.extend(choices.iter().map(|(_, text)| text.clone())),
                Part::Sub(..) | Part::Optional(_) => {}
            }
        }
    }
    Ok((before, behind))
}

fn parse_group(json: &Value, group: &str) -> Result<RuleSets> {
    let mut sets = RuleSets::new();
    for (name, list) in members(&json["rbnf"]["rbnf"][group]) {
        let Some(list) = list.as_array() else {
            continue; // a comment such as the name of the rule file
        };
        if name == "%%lenient-parse" || name.contains("fraction") {
            continue; // collation rules; digits after the decimal point
        }
        let mut rules = Vec::new();
        for entry in list {
            let (Some(key), Some(text)) = (entry[0].as_str(), entry[1].as_str()) else {
                return fail(format!("{name}: a rule is not a pair of texts"));
            };
            rules.extend(parse_rule(key, text).context(format_args!("{name} {key}: {text}"))?);
        }
        rules.sort_by_key(|rule| rule.base);
        sets.insert(name.clone(), rules);
    }
    Ok(sets)
}

/// One rule. `None` for special rules, whose key is no number (`-x`, `x.x`).
pub(crate) fn parse_rule(key: &str, text: &str) -> Result<Option<Rule>> {
    if !key.starts_with(|c: char| c.is_ascii_digit()) || key.contains('.') || key.contains('x') {
        return Ok(None);
    }
    // Rule files may group digits: `11000000/1,000`.
    let key = key.replace(',', "");
    let (base, radix) = key.split_once('/').unwrap_or((&key, "10"));
    let (base, radix): (u64, u64) = (base.parse()?, radix.parse()?);
    if radix < 2 {
        return fail(format!("radix {radix}"));
    }
    let mut divisor: u64 = 1;
    while let Some(next) = divisor.checked_mul(radix).filter(|next| *next <= base) {
        divisor = next;
    }
    let text = text.strip_suffix(';').unwrap_or(text);
    // A leading apostrophe protects the space after it.
    let text = text.strip_prefix('\'').unwrap_or(text);
    Ok(Some(Rule { base, divisor, parts: parse_parts(text)? }))
}

fn parse_parts(text: &str) -> Result<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let special = rest.find(['←', '→', '=', '[', '$']).unwrap_or(rest.len());
        let (literal, tail) = rest.split_at(special);
        if !literal.is_empty() {
            parts.push(Part::Text(literal.to_string()));
        }
        rest = match tail.chars().next() {
            None => break,
            Some('[') => {
                let (inner, after) = tail[1..].split_once(']').context("`[` is not closed")?;
                parts.push(Part::Optional(parse_parts(inner)?));
                after
            }
            Some('$') => {
                let (inner, after) = tail[1..].split_once('$').context("`$` is not closed")?;
                parts.push(Part::Plural(parse_plural(inner)?));
                after
            }
            Some(arrow) => {
                let (inner, after) =
                    tail[arrow.len_utf8()..].split_once(arrow).context(format_args!("`{arrow}` is not closed"))?;
                let sub = match arrow {
                    '←' => Sub::Quotient,
                    '→' => Sub::Remainder,
                    _ => Sub::Same,
                };
                parts.push(Part::Sub(sub, parse_target(inner)));
                // `→→→` differs from `→→` only in the rule it starts with.
                after.strip_prefix(arrow).filter(|_| inner.is_empty()).unwrap_or(after)
            }
        };
    }
    Ok(parts)
}

fn parse_target(text: &str) -> Target {
    match text {
        "" => Target::Own,
        name if name.starts_with('%') => Target::Set(name.to_string()),
        _ => Target::Digits,
    }
}

/// `(cardinal,one{тысяча}few{тысячи}other{тысяч})`. Ordinal choices are read
/// alike; only rule sets for ordinals, which nobody asks for, have them.
fn parse_plural(text: &str) -> Result<Vec<(String, String)>> {
    let mut choices = Vec::new();
    let mut rest = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')')?.split_once(','))
        .context("plural without `(…,…)`")?
        .1;
    while !rest.is_empty() {
        let (category, tail) = rest.split_once('{').context("plural without `{`")?;
        let (word, after) = tail.split_once('}').context("plural without `}`")?;
        choices.push((category.to_string(), word.to_string()));
        rest = after;
    }
    Ok(choices)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(key: &str, text: &str) -> Rule {
        parse_rule(key, text).ok().flatten().expect("a rule")
    }

    #[test]
    fn divisors() {
        assert_eq!(rule("20", "x;").divisor, 10);
        assert_eq!(rule("200", "x;").divisor, 100);
        assert_eq!(rule("80/20", "x;").divisor, 20);
        assert_eq!(rule("100000/1000", "x;").divisor, 1000);
        assert_eq!(rule("11000000/1,000", "x;").divisor, 1_000_000);
        assert_eq!(rule("0", "x;").divisor, 1);
    }

    #[test]
    fn texts_and_substitutions() {
        let parts = rule("100", "←%masculine← hundert[ und →→];").parts;
        assert_eq!(
            parts,
            [
                Part::Sub(Sub::Quotient, Target::Set("%masculine".into())),
                Part::Text(" hundert".into()),
                Part::Optional(vec![Part::Text(" und ".into()), Part::Sub(Sub::Remainder, Target::Own)]),
            ]
        );
    }

    #[test]
    fn protected_spaces() {
        let parts = rule("1", "' and =%spellout-cardinal=;").parts;
        assert_eq!(parts[0], Part::Text(" and ".into()));
    }

    #[test]
    fn plurals() {
        let parts = rule("1000", "←← $(cardinal,one{тысяча}other{тысяч})$;").parts;
        let choices = [("one", "тысяча"), ("other", "тысяч")];
        let choices = choices.map(|(a, b)| (a.to_string(), b.to_string()));
        assert_eq!(parts[2], Part::Plural(choices.to_vec()));
    }

    #[test]
    fn special_rules_are_skipped() {
        for key in ["-x", "x.x", "0.x", "x,x", "Inf", "NaN"] {
            assert_eq!(parse_rule(key, "minus →→;").ok(), Some(None));
        }
    }
}
