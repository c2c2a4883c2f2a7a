//! The checker at work on the cases, as it is on a bilingual table.

use super::cases::Case;
use crate::error::{Context as _, Result, fail};
use parallax_cli::engine::pairs::{Languages, PairChecker};
use parallax_core::{LanguageTag, Severity};
use parallax_drift::Selection;
use parallax_formats::pairs::{PairFormat, PairOptions, PairReader};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Cursor;

/// What was found in a pair.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) message: String,
}

/// What is found in each case, all rules on, spread over the threads of the rayon pool.
pub(super) fn judge(cases: &[Case]) -> Result<Vec<Vec<Found>>> {
    let mut by_languages: BTreeMap<[&str; 2], Vec<usize>> = BTreeMap::new();
    for (at, case) in cases.iter().enumerate() {
        by_languages.entry([&case.source_lang, &case.target_lang]).or_default().push(at);
    }
    let mut found = vec![Vec::new(); cases.len()];
    for ([source, target], places) in by_languages {
        let name = format!("{source}-{target}");
        let languages = [tag(source)?, tag(target)?];
        let table = places.iter().fold("id\tsource\ttarget\n".to_owned(), |mut table, at| {
            let case = &cases[*at];
            let _ = writeln!(table, "{at}\t{}\t{}", flat(&case.source), flat(&case.target));
            table
        });
        for (row, findings) in check(table, languages).context(&name)? {
            found[places[row]] = findings;
        }
    }
    Ok(found)
}

/// What is found in the rows of a table, by the number of the row.
fn check(table: String, languages: [LanguageTag; 2]) -> Result<Vec<(usize, Vec<Found>)>> {
    let given = languages.map(Some);
    let options = PairOptions { languages: given, ..PairOptions::new(PairFormat::Tsv) };
    let mut reader = PairReader::new(Cursor::new(table.into_bytes()), &options).context("the cases make no table")?;
    let (languages, _) = Languages::settle(given, None, reader.layout(), None);
    let checker = PairChecker::new(Selection::all(), languages, "cases");
    let mut found = Vec::new();
    while let Some(batch) = reader.next_batch().context("the table breaks off")? {
        for piece in checker.check_batch(&batch, None, |checked| checked) {
            if let Some(bad) = piece.bad_rows.first() {
                return fail(format!("case {} cannot be read: {}", bad.entry, bad.reason));
            }
            for pair in piece.found {
                let findings = pair.report.findings.into_iter();
                let findings = findings.map(|finding| Found {
                    rule: finding.rule.code,
                    severity: finding.severity,
                    message: finding.message,
                });
                found.push((pair.entry, findings.collect()));
            }
        }
    }
    Ok(found)
}

/// A text as a table can hold it.
fn flat(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

fn tag(language: &str) -> Result<LanguageTag> {
    language.parse().context(format_args!("`{language}` is no language tag"))
}
