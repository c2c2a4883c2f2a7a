//! `cargo xtask tidy`: what the compiler and its lints do not check.

mod docs;
mod layers;
mod leftovers;

use crate::error::{Result, fail};
use crate::{schemas, workspace};
use std::fs;
use std::path::Path;

/// A file that Git tracks or would track.
struct File {
    /// Its path below the workspace, with `/`.
    path: String,
    /// Its text; files that are no UTF-8 are left out of all checks.
    text: String,
}

impl File {
    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }
}

/// What is wrong, a sentence each.
type Faults = Vec<String>;

/// Runs all checks; long files are told of, everything else is an error.
pub(crate) fn run() -> Result<()> {
    let root = workspace::root()?;
    let files = read_files(&root)?;
    for notice in leftovers::long_files(&files) {
        eprintln!("tidy: warning: {notice}");
    }
    let mut faults = layers::check(&files)?;
    faults.extend(leftovers::check(&files));
    faults.extend(docs::check(&root, &files));
    if let Err(error) = schemas::run(true) {
        faults.push(error.to_string());
    }
    if faults.is_empty() {
        println!("tidy: {} files are in order", files.len());
        return Ok(());
    }
    fail(format!("tidy:\n  {}", faults.join("\n  ")))
}

fn read_files(root: &Path) -> Result<Vec<File>> {
    let paths = workspace::files(root)?;
    Ok(paths
        .into_iter()
        .filter_map(|path| fs::read_to_string(root.join(&path)).ok().map(|text| File { path, text }))
        .collect())
}
