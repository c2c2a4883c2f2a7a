//! The rules' own order: codes, names and documentation.

use super::Faults;
use parallax_core::RuleMeta;

/// The headings that the documentation of every rule has.
const HEADINGS: [&str; 4] = ["What it finds", "Why it matters", "Examples", "Known limits"];

pub(super) fn check() -> Faults {
    let rules: Vec<&RuleMeta> = parallax_drift::rules().collect();
    let mut faults: Faults = rules.iter().flat_map(|rule| faults_of(rule)).collect();
    for (index, rule) in rules.iter().enumerate() {
        if rules[..index].iter().any(|other| other.code == rule.code || other.name == rule.name) {
            faults.push(format!("rule {} {}: code or name is another rule's", rule.code, rule.name));
        }
    }
    faults
}

fn faults_of(rule: &RuleMeta) -> Faults {
    let mut faults = Faults::new();
    let mut fault = |what: String| faults.push(format!("rule {}: {what}", rule.code));
    let [letter, digits @ ..] = rule.code.as_bytes() else { return vec!["a rule has no code".to_owned()] };
    if !letter.is_ascii_uppercase() || digits.len() != 3 || !digits.iter().all(u8::is_ascii_digit) {
        fault("the code is not a letter and three digits".to_owned());
    }
    if rule.name.is_empty() || !rule.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
        fault(format!("the name `{}` is not in kebab-case", rule.name));
    }
    if rule.summary.is_empty() || rule.summary.contains('\n') {
        fault("the summary is not one line".to_owned());
    }
    for heading in HEADINGS {
        if !rule.docs.lines().any(|line| line.starts_with('#') && line.trim_start_matches(['#', ' ']) == heading) {
            fault(format!("the docs have no part `{heading}`"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_core::Severity;

    #[test]
    fn a_rule_has_a_code_a_name_and_docs() {
        let docs = "# What it finds\n# Why it matters\n# Examples\n# Known limits\n";
        let good = RuleMeta {
            code: "N001",
            name: "quantity-changed",
            mqm: "accuracy/mistranslation",
            severity: Severity::Error,
            summary: "A number says something else.",
            docs,
        };
        assert_eq!(faults_of(&good), Faults::new());
        let bad = RuleMeta { code: "N01", name: "Changed", summary: "", docs: "# What it finds\n", ..good };
        assert_eq!(faults_of(&bad).len(), 6);
    }
}
