//! `cargo xtask corpus`: the faithful translations and the drifts planted in them.

mod drift;
mod figures;
mod score;

use crate::error::{Error, Result};
use crate::workspace;
use clap::Subcommand;
use parallax_tests::corpus::Corpus;
use parallax_tests::manifest;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Task {
    /// Write every planted drift as a folder: its group's files, the changed version among them, and expected.json.
    Drift {
        /// Where to write; made if it is not there.
        outdir: PathBuf,
    },
    /// Check the faithful texts and every planted drift, and say what was found and what was flagged beside it.
    Score {
        /// Print JSON.
        #[arg(long)]
        json: bool,
        /// Write the figures into README.md and docs/accuracy.md.
        #[arg(long)]
        write: bool,
        /// Fail when the figures in README.md or docs/accuracy.md are old, or a bar is not met.
        #[arg(long, conflicts_with = "write")]
        check: bool,
    },
}

pub(crate) fn run(task: Task) -> Result<()> {
    let root = workspace::root()?;
    let corpus = Corpus::load(&root.join("corpus"))?;
    match task {
        Task::Drift { outdir } => drift::write(&corpus, &outdir),
        Task::Score { json, write, check } => score::run(&root, &corpus, score::Wanted { json, write, check }),
    }
}

impl From<manifest::Error> for Error {
    fn from(error: manifest::Error) -> Self {
        Self::new(error.to_string())
    }
}
