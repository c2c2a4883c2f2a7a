//! `cargo xtask bench`: speed of the binary, and accuracy on data that is no part of the repository.

mod align;
mod dates;
mod docs;
mod letter;
mod numbers;
mod pairs;
mod pairs_speed;
mod words;

use crate::error::{Context as _, Result, fail};
use crate::workspace;
use clap::Subcommand;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub(crate) enum Task {
    /// Time the release build on corpus/letter, start-up included, with one thread and with two.
    Letter {
        /// How often to run with each number of threads.
        #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..))]
        runs: u16,
    },
    /// Score the alignment of the cases in a folder (each: source.txt, target.txt, gold.tsv, case.json).
    Align(align::Options),
    /// Align texts made from the corpus that grow, and print time, memory and F1.
    AlignScale(align::scale::Options),
    /// Score the findings in pairs of sentences that are known to be faithful or drifted (cases, JSON lines).
    Pairs(pairs::Options),
    /// Time the release build on a bilingual table, and show where the time goes.
    PairsSpeed(pairs_speed::Options),
    /// Read back what CLDR's rules spell: every number up to 10,000 in every form, and sampled numbers up to 10^12.
    Words {
        /// Write docs/number-words.md instead of printing it.
        #[arg(long)]
        write: bool,
        /// Write the forms to this folder, a file a language, and read nothing.
        #[arg(long)]
        dump: Option<PathBuf>,
    },
    /// Read back dates and times written by every pattern that CLDR has for a language.
    Dates {
        /// Write docs/dates.md instead of printing it.
        #[arg(long)]
        write: bool,
    },
    /// Check sentences with numbers in all pairs of twenty languages, faithful and drifted, written from CLDR's data.
    Numbers(numbers::Options),
    /// Score the findings in the document groups of a folder (each: origin.json, gold.jsonl, the versions).
    Docs {
        /// The folder.
        dir: PathBuf,
        /// The extensions of the versions to check.
        #[arg(long, value_delimiter = ',', default_value = "md,mdx,txt")]
        ext: Vec<String>,
        /// The least severity that counts.
        #[arg(long, default_value = "info", value_parser = ["info", "warning", "error"])]
        severity: String,
        /// Name every miss and every false alarm.
        #[arg(long)]
        list: bool,
    },
}

pub(crate) fn run(task: Task) -> Result<()> {
    match task {
        Task::Letter { runs } => letter::run(usize::from(runs)),
        Task::Align(options) => align::run(&options),
        Task::AlignScale(options) => align::scale::run(&options),
        Task::Pairs(options) => pairs::run(&options),
        Task::PairsSpeed(options) => pairs_speed::run(&options),
        Task::Words { write, dump } => words::run(write, dump.as_deref()),
        Task::Dates { write } => dates::run(write),
        Task::Numbers(options) => numbers::run(&options),
        Task::Docs { dir, ext, severity, list } => docs::run(&dir, &docs::Options { ext, severity, list }),
    }
}

/// The folders in `dir` that hold a file `name`, sorted.
fn folders_with(dir: &Path, name: &str) -> Result<Vec<PathBuf>> {
    let cannot = || format!("cannot read {}", dir.display());
    let mut folders = Vec::new();
    for entry in fs::read_dir(dir).context(cannot())? {
        let folder = entry.context(cannot())?.path();
        if folder.join(name).is_file() {
            folders.push(folder);
        }
    }
    folders.sort();
    if folders.is_empty() { fail(format!("no folder in {} has a {name}", dir.display())) } else { Ok(folders) }
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).context(format_args!("cannot read {}", path.display()))
}

/// Writes a page of figures to its place in the workspace (`write`), or prints it.
fn publish(page: &str, place: &str, write: bool) -> Result<()> {
    if !write {
        print!("{page}");
        return Ok(());
    }
    let path = workspace::root()?.join(place);
    std::fs::write(&path, page).context(format_args!("cannot write {}", path.display()))?;
    eprintln!("wrote {place}");
    Ok(())
}
