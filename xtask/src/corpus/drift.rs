//! `cargo xtask corpus drift OUTDIR`: the planted drifts as files.

use crate::error::{Context as _, Result};
use parallax_core::LineIndex;
use parallax_tests::corpus::{Case, Corpus, Group};
use parallax_tests::manifest::Drift;
use serde::Serialize;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// What must be found in a folder, as `expected.json` says it.
#[derive(Serialize)]
struct Expected<'a> {
    id: &'a str,
    group: &'a str,
    rule: &'a str,
    /// The changed file.
    version: &'a str,
    /// The file that the others are held against.
    pivot: &'a str,
    pivot_language: &'a str,
    /// Whether the pivot must be named as the one out of step.
    pivot_is_outlier: bool,
    /// What a finding must touch in the changed file, and in the pivot.
    at: Option<Spot>,
    pivot_at: Option<Spot>,
    note: Option<&'a str>,
}

/// A place in a file; line and column count from 1, columns in Unicode scalar values.
#[derive(Serialize)]
struct Spot {
    text: String,
    line: usize,
    column: usize,
    byte_start: usize,
    byte_end: usize,
}

impl Spot {
    fn new(text: &str, range: Range<usize>) -> Self {
        let start = LineIndex::new(text).line_column(text, range.start);
        Self {
            text: text[range.clone()].to_owned(),
            line: start.line,
            column: start.column,
            byte_start: range.start,
            byte_end: range.end,
        }
    }
}

/// Writes a folder for every drift of the corpus.
pub(crate) fn write(corpus: &Corpus, outdir: &Path) -> Result<()> {
    for drift in &corpus.drifts {
        let group = corpus.group(drift)?;
        write_one(group, drift, &group.apply(drift)?, &outdir.join(drift.name()))?;
    }
    println!("{} drifts written to {}", corpus.drifts.len(), outdir.display());
    Ok(())
}

fn write_one(group: &Group, drift: &Drift, case: &Case, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).context(format_args!("cannot create {}", folder.display()))?;
    let put = |name: &str, content: &str| {
        let path = folder.join(name);
        fs::write(&path, content).context(format_args!("cannot write {}", path.display()))
    };
    let content = |language: &str| {
        if language == drift.version { &case.planted.text } else { &group.versions[language].content }
    };
    for (language, text) in &group.versions {
        put(text.file_name(), content(language))?;
    }
    let spot =
        |language: &str, place: &Option<Range<usize>>| place.clone().map(|place| Spot::new(content(language), place));
    let expected = Expected {
        id: &drift.id,
        group: &drift.group,
        rule: &drift.rule,
        version: group.versions[&drift.version].file_name(),
        pivot: group.pivot_text().file_name(),
        pivot_language: &group.pivot,
        pivot_is_outlier: drift.pivot_is_outlier,
        at: spot(&drift.version, &case.places.version),
        pivot_at: spot(&group.pivot, &case.places.pivot),
        note: drift.note.as_deref(),
    };
    let json = serde_json::to_string_pretty(&expected).context("cannot write JSON")?;
    put("expected.json", &format!("{json}\n"))
}
