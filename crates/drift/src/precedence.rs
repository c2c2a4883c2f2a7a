//! Which rule yields when two speak of the same text: the one table of it.

use crate::draft::Draft;
use parallax_core::RuleMeta;
use std::ops::Range;

/// A rule, and those that have nothing to say where it speaks.
///
/// A text in another language is read by the wrong rules of writing, has another number of negations, and is badly
/// aligned; text that is missing has no facts to compare.
const YIELDS: &[(&str, &[&str])] = &[
    (
        "S006",
        &[
            "N001", "N002", "N003", "N004", "N005", "N006", "N008", "N009", "N010", "N011", "N013", "S001", "S002",
            "S003", "S004", "S005", "S007", "S008", "S009", "S010", "S013", "S014", "S015", "S016", "S017", "T001",
            "T002", "T003", "T004",
        ],
    ),
    (
        "S007",
        &[
            "N001", "N002", "N003", "N004", "N005", "N006", "N008", "N009", "N010", "N011", "N013", "S001", "S002",
            "S003", "S004", "S005", "S008", "S009", "S010", "S013", "S014", "S015", "S016", "S017", "T001", "T002",
            "T003", "T004",
        ],
    ),
    // The bound of a number is *more* or *less* by that, the part of a month its *beginning* or *end*.
    ("N005", &["S013"]),
    ("N006", &["S013"]),
    ("N009", &["S013"]),
    // What a negation turns round is the contrary by that.
    ("S008", &["S009", "S013", "S014", "S015", "S017"]),
    ("S001", &["S003", "S005", "S016"]),
    ("S002", &["S004", "S016"]),
    ("S003", &["S005", "S008", "S016"]),
    ("S004", &["S016"]),
    // What was pasted over has not the terms of what was there.
    ("T003", &["T001"]),
];

/// A rule on text that is left out, and those that have nothing to say of a word within that text: it is gone with the
/// rest.
const WITHIN: &[(&str, &[&str])] = &[("S005", &["S008", "S009", "S010", "S013", "S014", "S015", "S016", "S017"])];

/// Drops the drafts that yield to another one of the same version.
pub(crate) fn settle(drafts: &mut Vec<Draft>) {
    let yields: Vec<bool> = drafts
        .iter()
        .map(|draft| {
            let yields_to = |other: &Draft| match other.part {
                true => is_within(other, draft) && (is_over(other, draft) || goes_with(other, draft)),
                false => is_over(other, draft) && claims_overlap(other, draft),
            };
            drafts.iter().any(yields_to)
        })
        .collect();
    let mut at = 0;
    drafts.retain(|_| {
        at += 1;
        !yields[at - 1]
    });
}

/// Whether one rule has nothing to say where the other speaks.
pub(crate) fn is_over(strong: &Draft, weak: &Draft) -> bool {
    is_rule_over(strong.rule, weak.rule)
}

/// The same, by the rules alone.
pub(crate) fn is_rule_over(strong: &RuleMeta, weak: &RuleMeta) -> bool {
    YIELDS.iter().any(|(code, weaker)| *code == strong.code && weaker.contains(&weak.code))
}

/// Whether one draft is on text that is left out or put in, and the other on words that go with any such text.
fn goes_with(strong: &Draft, weak: &Draft) -> bool {
    WITHIN.iter().any(|(code, weaker)| *code == strong.rule.code && weaker.contains(&weak.rule.code))
}

/// Whether what a draft speaks of lies within the part of a segment that another one speaks of.
fn is_within(strong: &Draft, weak: &Draft) -> bool {
    let sides =
        if strong.claims.0.is_empty() { (&strong.target, &weak.target) } else { (&strong.source, &weak.source) };
    let Some((outer, inner)) = sides.0.as_ref().zip(sides.1.as_ref()) else { return false };
    outer.span.start <= inner.span.start && inner.span.end <= outer.span.end
}

fn claims_overlap(a: &Draft, b: &Draft) -> bool {
    overlap(&a.claims.0, &b.claims.0) || overlap(&a.claims.1, &b.claims.1)
}

/// Whether two ranges share something.
pub(crate) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use super::YIELDS;
    use crate::rules::find_rule;

    #[test]
    fn the_table_names_rules_and_has_no_circle() {
        let over = |a: &str, b: &str| YIELDS.iter().any(|(code, weaker)| *code == a && weaker.contains(&b));
        for (code, weaker) in YIELDS {
            for other in weaker.iter().chain([code]) {
                assert!(find_rule(other).is_ok(), "{other}");
            }
            assert!(weaker.iter().all(|other| !over(other, code) && other != code), "{code}");
        }
    }
}
