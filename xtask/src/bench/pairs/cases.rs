//! Pair cases: a source, a translation, and whether it says the same.

use crate::bench::text;
use crate::error::{Context as _, Result, fail};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A pair of texts and what people said of it. Fields that are not needed here are passed over.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Case {
    pub(super) id: String,
    /// The collection that it is from.
    pub(super) set: String,
    pub(super) source_lang: String,
    pub(super) target_lang: String,
    pub(super) source: String,
    pub(super) target: String,
    pub(super) label: Label,
    /// What is wrong with it, or what kind of faithful translation it is.
    pub(super) kind: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Label {
    Faithful,
    Drift,
}

impl Case {
    pub(super) fn drifted(&self) -> bool {
        self.label == Label::Drift
    }

    /// `de-en`.
    pub(super) fn languages(&self) -> String {
        format!("{}-{}", self.source_lang, self.target_lang)
    }
}

/// The cases of a file, or of all `.jsonl` files of a folder, in the order of their names.
pub(super) fn read(path: &Path) -> Result<Vec<Case>> {
    let files = if path.is_dir() { files(path)? } else { vec![path.to_owned()] };
    let mut cases: Vec<Case> = Vec::new();
    for file in files {
        for (number, line) in (1..).zip(text(&file)?.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            let case = serde_json::from_str(line).context(format_args!("{}:{number}", file.display()))?;
            cases.push(case);
        }
    }
    let mut ids = BTreeSet::new();
    if let Some(again) = cases.iter().find(|case| !ids.insert(&case.id)) {
        return fail(format!("two cases in {} are called {}", path.display(), again.id));
    }
    if cases.is_empty() { fail(format!("{} has no cases", path.display())) } else { Ok(cases) }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let cannot = || format!("cannot read {}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).context(cannot())? {
        let path = entry.context(cannot())?.path();
        if path.extension().is_some_and(|extension| extension == "jsonl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
