//! The figures for people (tables) and for programs (JSON).

use super::kinds::{KINDS, Kind};
use super::tally::{Counts, Tally};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The table of kinds and the two matrices of languages.
pub(super) fn tables(tally: &Tally) -> String {
    let mut out =
        format!("{:<18} {:>14} {:>7}  {:>15} {:>8}\n", "kind", "found/drifted", "recall", "alarms/faithful", "rate");
    for (kind, counts) in KINDS.iter().zip(&tally.kinds).filter(|(_, counts)| counts.drifted > 0) {
        out += &row(kind.name, *counts, remark(kind));
    }
    out += &row("all", tally.total, "");
    out += "\nrecall in hundredths, source language by line, target language by column\n";
    out += &matrix(tally, |counts| format!("{:.0}", (100.0 * counts.recall()).floor()));
    out += "\nfalse alarms, likewise\n";
    out + &matrix(tally, |counts| if counts.alarms == 0 { "·".to_owned() } else { counts.alarms.to_string() })
}

fn row(name: &str, counts: Counts, note: &str) -> String {
    let Counts { drifted, found, faithful, alarms } = counts;
    let (hits, flagged) = (format!("{found}/{drifted}"), format!("{alarms}/{faithful}"));
    let (recall, rate) = (counts.recall(), 100.0 * counts.alarm_rate());
    format!("{name:<18} {hits:>14} {recall:>7.3}  {flagged:>15} {rate:>6.2} %{note}\n")
}

fn matrix(tally: &Tally, cell: impl Fn(Counts) -> String) -> String {
    let sources: BTreeSet<&str> = tally.pairs.keys().map(|(source, _)| source.as_str()).collect();
    let targets: BTreeSet<&str> = tally.pairs.keys().map(|(_, target)| target.as_str()).collect();
    let mut out = String::from("      ");
    let line = |out: &mut String, name: &str, of: &dyn Fn(&str) -> Option<Counts>, all: Counts| {
        let _ = write!(out, "{name:<6}");
        for target in &targets {
            let _ = write!(out, "{:>4}", of(target).map_or_else(String::new, &cell));
        }
        let _ = writeln!(out, "{:>6}", cell(all));
    };
    for target in &targets {
        let _ = write!(out, "{target:>4}");
    }
    let _ = writeln!(out, "{:>6}", "all");
    let of = |source: &str, target: &str| tally.pairs.get(&(source.to_owned(), target.to_owned())).copied();
    let sum = |list: &mut dyn Iterator<Item = Counts>| {
        list.fold(Counts::default(), |mut sum, counts| {
            sum.add(counts);
            sum
        })
    };
    for source in &sources {
        let all = sum(&mut targets.iter().filter_map(|target| of(source, target)));
        line(&mut out, source, &|target| of(source, target), all);
    }
    let down = |target: &str| Some(sum(&mut sources.iter().filter_map(|source| of(source, target))));
    line(&mut out, "all", &down, tally.total);
    out
}

/// What is to be known of a kind's figures.
fn remark(kind: &Kind) -> &'static str {
    match (kind.apart, kind.hint) {
        (true, _) => "  (apart: any severity, not in the totals)",
        (_, true) => "  (from severity info on)",
        _ => "",
    }
}

/// All figures as one JSON value.
pub(super) fn json(tally: &Tally, settings: &Value) -> Value {
    let kinds = KINDS.iter().zip(&tally.kinds).filter(|(_, counts)| counts.drifted > 0);
    let of_kind = |(kind, counts): (&Kind, &Counts)| {
        let mut value = figures(*counts);
        value["kind"] = kind.name.into();
        value["apart"] = kind.apart.into();
        value
    };
    let of_pair = |((source, target), counts): (&(String, String), &Counts)| {
        let mut value = figures(*counts);
        value["source_lang"] = source.as_str().into();
        value["target_lang"] = target.as_str().into();
        value
    };
    json!({
        "settings": settings,
        "total": figures(tally.total),
        "kinds": kinds.map(of_kind).collect::<Vec<_>>(),
        "pairs": tally.pairs.iter().map(of_pair).collect::<Vec<_>>(),
        "faults": tally.faults(),
    })
}

fn figures(counts: Counts) -> Value {
    let Counts { drifted, found, faithful, alarms } = counts;
    json!({
        "drifted": drifted, "found": found, "recall": counts.recall(),
        "faithful": faithful, "alarms": alarms, "alarm_rate": counts.alarm_rate(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally() -> Tally {
        let counts = Counts { drifted: 200, found: 199, faithful: 200, alarms: 1 };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let half = Counts { drifted: 100, found: 99, faithful: 100, alarms: 1 };
        let other = Counts { found: 100, alarms: 0, ..half };
        let pairs = [(pair("de", "fr"), half), (pair("fr", "de"), other)].into();
        Tally { kinds: vec![counts], pairs, total: counts }
    }

    #[test]
    fn tables_have_a_line_for_each_kind_and_language() {
        let text = tables(&tally());
        assert!(text.contains("199/200   0.995            1/200"), "{text}");
        assert!(text.contains("de          99    99\nfr     100       100\n"), "{text}");
        assert!(text.contains("de           1     1\nfr       ·         ·\n"), "{text}");
    }

    #[test]
    fn json_tells_the_same() {
        let value = json(&tally(), &Value::Null);
        assert_eq!(value["total"]["recall"], 0.995);
        assert_eq!(value["pairs"][0]["target_lang"], "fr");
        assert_eq!(value["faults"][0].as_str().map(|text| text.contains("0.500 %")), Some(true));
    }
}
