//! The figures as text for the terminal, and as tables for the documentation.

use super::score::{Counts, Scored, Which, group_for, hit, rules_for};
use parallax_core::Severity::{self, Error, Warning};
use std::fmt::Write as _;

/// All figures, for the terminal.
pub(super) fn text(all: &Scored<'_>) -> String {
    let mut out = String::new();
    for (set, scored) in all.apart(|case| case.set.clone()) {
        let _ = writeln!(out, "## {set}\n{:<24}{:>6} | any>=w any>=e | group>=w group>=e | rule>=w", "drift kind", "n");
        for (kind, scored) in scored.only(|case| case.drifted()).apart(|case| case.kind.clone()) {
            let recall = |which, least| percent(scored.counts(which, least).recall());
            let rules = rules_for(&kind);
            let own = if rules.is_empty() { "-".to_owned() } else { recall(Which::Rules(&rules), Warning) };
            let group = Which::Group(group_for(&kind));
            let _ = writeln!(
                out,
                "{kind:<24}{:>6} | {:>6} {:>6} | {:>8} {:>8} | {own:>7}",
                scored.cases().len(),
                recall(Which::Any, Warning),
                recall(Which::Any, Error),
                recall(group, Warning),
                recall(group, Error),
            );
        }
        let _ = writeln!(out, "{:<24}{:>6} |  FA>=w  FA>=e |     N>=w     S>=w | rules", "faithful kind", "n");
        for (kind, scored) in scored.only(|case| !case.drifted()).apart(|case| case.kind.clone()) {
            let rate = |which, least| percent(scored.counts(which, least).alarm_rate());
            let rules: Vec<String> =
                scored.rules(Warning).iter().take(6).map(|(rule, count)| format!("{rule}:{count}")).collect();
            let _ = writeln!(
                out,
                "{kind:<24}{:>6} | {:>6} {:>6} | {:>8} {:>8} | {}",
                scored.cases().len(),
                rate(Which::Any, Warning),
                rate(Which::Any, Error),
                rate(Which::Group('N'), Warning),
                rate(Which::Group('S'), Warning),
                rules.join(" "),
            );
        }
        out += &totals(&scored);
    }
    let _ = writeln!(out, "## all sets");
    out += &totals(all);
    out += &by_rule(all);
    out += &by_languages(all);
    out
}

fn totals(scored: &Scored<'_>) -> String {
    let line = |least: Severity| {
        let counts = scored.counts(Which::Any, least);
        format!(
            "{least:>8}: MCC {:+.3}  recall {} %  precision {} %  false alarms {} %\n",
            counts.correlation(),
            percent(counts.recall()),
            percent(counts.precision()),
            percent(counts.alarm_rate())
        )
    };
    line(Warning) + &line(Error) + "\n"
}

/// The rules that flagged something or are made for a kind of the cases, with the figures of each.
fn rules(all: &Scored<'_>) -> Vec<(&'static str, &'static str, [Counts; 2])> {
    let rules = parallax_drift::rules().filter_map(|rule| {
        let own = all.only(|case| !case.drifted() || rules_for(&case.kind).contains(&rule.code));
        let counts = [Warning, Error].map(|least| own.counts(Which::Rules(&[rule.code]), least));
        (counts[0].drifted + counts[0].alarms > 0).then_some((rule.code, rule.name, counts))
    });
    rules.collect()
}

fn by_rule(all: &Scored<'_>) -> String {
    let mut out = format!(
        "## by rule: drifts of the kinds that it is made for, and all faithful pairs\n{:<28}{:>6} | {:>6} {:>6} | {:>6} {:>6} {:>6}\n",
        "rule", "drifts", "rec>=w", "rec>=e", "FA>=w", "FA>=e", "pairs"
    );
    for (code, name, [warning, error]) in rules(all) {
        let _ = writeln!(
            out,
            "{:<28}{:>6} | {:>6} {:>6} | {:>6} {:>6} {:>6}",
            format!("{code} {name}"),
            warning.drifted,
            percent(warning.recall()),
            percent(error.recall()),
            percent_2(warning.alarm_rate()),
            percent_2(error.alarm_rate()),
            warning.alarms,
        );
    }
    out + "\n"
}

fn by_languages(all: &Scored<'_>) -> String {
    let mut out = format!(
        "## by language pair\n{:<8}{:>6} | {:>6} {:>6} | {:>8} | {:>6} {:>6}\n",
        "pair", "drifts", "rec>=w", "rec>=e", "faithful", "FA>=w", "FA>=e"
    );
    for (pair, scored) in all.apart(super::cases::Case::languages) {
        let [warning, error] = [Warning, Error].map(|least| scored.counts(Which::Any, least));
        let _ = writeln!(
            out,
            "{pair:<8}{:>6} | {:>6} {:>6} | {:>8} | {:>6} {:>6}",
            warning.drifted,
            percent(warning.recall()),
            percent(error.recall()),
            warning.faithful,
            percent(warning.alarm_rate()),
            percent(error.alarm_rate()),
        );
    }
    out
}

/// Some misses, or some false alarms, with both texts and what was found.
pub(super) fn examples(all: &Scored<'_>, drifted: bool, least: Severity, most: usize) -> String {
    let mut wrong: Vec<_> = all
        .cases()
        .iter()
        .filter(|(case, found)| case.drifted() == drifted && hit(found, Which::Any, least) != drifted)
        .collect();
    wrong.sort_by_key(|(case, _)| &case.id);
    let mut out = String::new();
    for (case, found) in wrong.into_iter().take(most) {
        let what = if drifted { "missed" } else { "false alarm" };
        let (id, kind, languages) = (&case.id, &case.kind, case.languages());
        let _ = writeln!(out, "\n{what} {id} {kind} {languages}\n  {}\n  {}", case.source, case.target);
        for found in *found {
            let _ = writeln!(out, "    {} {}: {}", found.severity, found.rule, found.message);
        }
    }
    out
}

/// The figures for the documentation: by set, by kind, by rule and by pair of languages.
pub(super) fn markdown(all: &Scored<'_>) -> String {
    let mut out = String::from(
        "| set | drifted pairs | found at warning | at error | faithful pairs | flagged at warning | at error |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let sets = all.apart(|case| case.set.clone());
    for (name, scored) in sets.iter().map(|(name, scored)| (name.as_str(), scored)).chain([("all", all)]) {
        out += &row(name, scored);
    }
    out += "\n| kind of drift | pairs | found at warning | at error | at warning, by a rule made for it |\n\
            | --- | ---: | ---: | ---: | ---: |\n";
    for (kind, scored) in all.only(|case| case.drifted()).apart(|case| case.kind.clone()) {
        let rules = rules_for(&kind);
        let [warning, error] = [Warning, Error].map(|least| scored.counts(Which::Any, least));
        let own = (!rules.is_empty()).then(|| scored.counts(Which::Rules(&rules), Warning).recall()).flatten();
        let _ = writeln!(
            out,
            "| {kind} | {} | {} | {} | {} |",
            warning.drifted,
            share(warning.recall()),
            share(error.recall()),
            share(own)
        );
    }
    out += "\n| rule | pairs of its kinds | found at warning | at error | faithful pairs flagged at warning | at error |\n\
            | --- | ---: | ---: | ---: | ---: | ---: |\n";
    for (code, name, [warning, error]) in rules(all) {
        let _ = writeln!(
            out,
            "| {code} {name} | {} | {} | {} | {} | {} |",
            warning.drifted,
            share(warning.recall()),
            share(error.recall()),
            flagged(warning),
            flagged(error)
        );
    }
    out += "\n| languages | drifted pairs | found at warning | at error | faithful pairs | flagged at warning | at error |\n\
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
    for (pair, scored) in all.apart(super::cases::Case::languages) {
        out += &row(&pair, &scored);
    }
    out
}

fn row(name: &str, scored: &Scored<'_>) -> String {
    let [warning, error] = [Warning, Error].map(|least| scored.counts(Which::Any, least));
    format!(
        "| {name} | {} | {} | {} | {} | {} | {} |\n",
        warning.drifted,
        share(warning.recall()),
        share(error.recall()),
        warning.faithful,
        share(warning.alarm_rate()),
        share(error.alarm_rate())
    )
}

/// `12 (0.41 %)`.
fn flagged(counts: Counts) -> String {
    let rate = counts.alarm_rate().map_or_else(String::new, |rate| format!(" ({:.2} %)", 100.0 * rate));
    format!("{}{rate}", counts.alarms)
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{:.1}", 100.0 * share))
}

fn percent_2(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{:.2}", 100.0 * share))
}

fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", 100.0 * share))
}
