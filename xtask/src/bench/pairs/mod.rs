//! `cargo xtask bench pairs`: recall and false alarms on pairs of texts that people have judged.
//!
//! A case is a JSON object a line: `id`, `set` (the collection it is from), `source_lang`, `target_lang`, `source`,
//! `target`, `label` (`faithful` or `drift`), `kind` (what was changed, or what kind of translation it is). A drifted
//! pair is found when a rule flags it, whichever it is; the figures by rule say how many of the drifts that a rule is
//! made for it finds itself. A faithful pair is a false alarm when any rule flags it.

mod cases;
mod judge;
mod score;
mod show;

use crate::error::{Context as _, Result, fail};
use crate::generated::filled;
use crate::workspace;
use parallax_core::Severity;
use score::Scored;
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// A folder of cases (.jsonl), or one file of them.
    dir: PathBuf,
    /// Only these kinds of drift; faithful pairs count whatever their kind.
    #[arg(long, value_delimiter = ',')]
    kinds: Vec<String>,
    /// Only these sets.
    #[arg(long, value_delimiter = ',')]
    sets: Vec<String>,
    /// Only these pairs of languages (de-en).
    #[arg(long, value_delimiter = ',')]
    langs: Vec<String>,
    /// Print so many drifts that were missed.
    #[arg(long, default_value_t = 0)]
    misses: usize,
    /// Print so many faithful pairs that were flagged.
    #[arg(long, default_value_t = 0)]
    alarms: usize,
    /// The severity at which the printed examples were missed or flagged.
    #[arg(long, default_value = "warning", value_parser = severity)]
    severity: Severity,
    /// Write the figures into docs/accuracy.md.
    #[arg(long, conflicts_with_all = ["kinds", "sets", "langs"])]
    write: bool,
}

/// The document that holds the figures, and their part of it.
const DOCUMENT: &str = "docs/accuracy.md";
const PART: &str = "pairs";

pub(super) fn run(options: &Options) -> Result<()> {
    let wanted = |list: &[String], value: &str| list.is_empty() || list.iter().any(|wanted| wanted == value);
    let mut cases = cases::read(&options.dir)?;
    cases.retain(|case| {
        wanted(&options.sets, &case.set)
            && wanted(&options.langs, &case.languages())
            && (!case.drifted() || wanted(&options.kinds, &case.kind))
    });
    if cases.is_empty() {
        return fail(format!("{} has no such cases", options.dir.display()));
    }
    let found = judge::judge(&cases)?;
    let scored = Scored::new(&cases, &found);
    print!("{}", show::text(&scored));
    print!("{}", show::examples(&scored, true, options.severity, options.misses));
    print!("{}", show::examples(&scored, false, options.severity, options.alarms));
    if options.write { write(show::markdown(&scored)) } else { Ok(()) }
}

fn write(figures: String) -> Result<()> {
    let path = workspace::root()?.join(DOCUMENT);
    let text = std::fs::read_to_string(&path).context(format_args!("cannot read {DOCUMENT}"))?;
    let fresh = filled(&text, &BTreeMap::from([(PART, figures)])).context(DOCUMENT)?;
    std::fs::write(&path, fresh).context(format_args!("cannot write {DOCUMENT}"))?;
    eprintln!("wrote {DOCUMENT}");
    Ok(())
}

fn severity(name: &str) -> Result<Severity, String> {
    let all = [Severity::Info, Severity::Warning, Severity::Error];
    let named = all.into_iter().find(|severity| severity.as_str() == name);
    named.ok_or_else(|| "one of info, warning, error is wanted".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use cases::{Case, Label};
    use judge::Found;
    use parallax_core::Severity::{Error, Info, Warning};
    use score::{Counts, Which};

    fn case(id: &str, label: Label, kind: &str, [source, target]: [&str; 2]) -> Case {
        Case {
            id: id.to_owned(),
            set: "made-up".to_owned(),
            source_lang: "en".to_owned(),
            target_lang: "de".to_owned(),
            source: source.to_owned(),
            target: target.to_owned(),
            label,
            kind: kind.to_owned(),
        }
    }

    /// Cases with what might be found in them.
    fn made_up() -> (Vec<Case>, Vec<Vec<Found>>) {
        let found = |rule, severity| Found { rule, severity, message: String::new() };
        let rows = [
            (Label::Drift, "number", vec![found("N001", Error), found("N001", Error)]),
            (Label::Drift, "number", vec![found("S008", Warning)]),
            (Label::Drift, "number", vec![found("N002", Info)]),
            (Label::Drift, "negation", vec![found("S008", Warning), found("T002", Error)]),
            (Label::Drift, "negation", vec![found("T002", Error)]),
            (Label::Drift, "aspect", vec![]),
            (Label::Faithful, "faithful", vec![found("S008", Warning)]),
            (Label::Faithful, "faithful", vec![found("T003", Error)]),
            (Label::Faithful, "faithful", vec![found("N001", Info)]),
            (Label::Faithful, "other", vec![found("M001", Error), found("S008", Warning)]),
            (Label::Faithful, "other", vec![]),
        ];
        let texts = ["A text.", "Ein Text."];
        let numbered = (0..).zip(rows);
        numbered
            .map(|(at, (label, kind, found)): (usize, _)| (case(&format!("c{at:02}"), label, kind, texts), found))
            .unzip()
    }

    /// The numbers are those of the scoring script that the collections come with, for the same cases and findings.
    #[test]
    fn pairs_count_once_by_their_worst_finding_of_a_group_that_counts() {
        let (cases, found) = made_up();
        let all = Scored::new(&cases, &found);
        let numbers = all.only(|case| case.kind == "number");
        assert_eq!(numbers.counts(Which::Any, Warning).recall(), Some(2.0 / 3.0));
        assert_eq!(numbers.counts(Which::Group('N'), Warning).recall(), Some(1.0 / 3.0));
        assert_eq!(numbers.counts(Which::Any, Error).recall(), Some(1.0 / 3.0));
        let negations = all.only(|case| case.kind == "negation");
        assert_eq!(negations.counts(Which::Rules(&["S008"]), Warning).recall(), Some(0.5));
        assert_eq!(negations.counts(Which::Any, Error).recall(), Some(0.0));
        let warning = all.counts(Which::Any, Warning);
        assert_eq!(warning, Counts { drifted: 6, found: 3, faithful: 5, alarms: 2 });
        assert_eq!((warning.precision(), warning.alarm_rate()), (Some(0.6), Some(0.4)));
        assert!((warning.correlation() - 0.100).abs() < 0.0005, "{}", warning.correlation());
        assert!((all.counts(Which::Any, Error).correlation() + 0.043).abs() < 0.0005);
        assert_eq!(all.only(|case| !case.drifted()).rules(Warning), [("S008", 2), ("M001", 1)]);
    }

    #[test]
    fn tables_tell_of_each_kind_rule_and_pair_of_languages() {
        let (cases, found) = made_up();
        let all = Scored::new(&cases, &found);
        let text = show::text(&all);
        for line in [
            "number                       3 |   66.7   33.3 |     33.3     33.3 |    33.3\n",
            "other                        2 |   50.0   50.0 |      0.0     50.0 | M001:1 S008:1\n",
            "S008 negation-changed            2 |   50.0    0.0 |  40.00   0.00      2\n",
            "en-de        6 |   50.0   16.7 |        5 |   40.0   20.0\n",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        let page = show::markdown(&all);
        assert!(page.contains("| made-up | 6 | 50.0 % | 16.7 % | 5 | 40.0 % | 20.0 % |\n"), "{page}");
        assert!(page.contains("| aspect | 1 | 0.0 % | 0.0 % | – |\n"), "{page}");
        let misses = show::examples(&all, true, Warning, 9);
        assert!(misses.contains("missed c02 number en-de\n") && !misses.contains("c03"), "{misses}");
        assert!(show::examples(&all, false, Error, 9).contains("false alarm c09"));
    }

    #[test]
    fn cases_are_checked_as_rows_of_a_table() {
        let sources = ["The hall holds\n450 guests.", "The hall holds 450 guests."];
        let cases = [
            case("same", Label::Faithful, "faithful", [sources[0], "Der Saal fasst\t450 Gäste."]),
            case("other", Label::Drift, "number", [sources[1], "Der Saal fasst 540 Gäste."]),
        ];
        let found = judge::judge(&cases).map_err(|error| error.to_string()).expect("the cases can be checked");
        assert!(found[0].is_empty(), "{found:?}");
        assert!(found[1].len() == 1 && found[1][0].rule == "N001", "{found:?}");
    }
}
