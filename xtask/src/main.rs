//! What developers repeat: `cargo xtask ci`, `corpus`, `bench`, `tables`, `tidy`, `schemas`.

mod bench;
mod ci;
mod corpus;
mod error;
mod generated;
mod schemas;
mod tables;
mod tidy;
mod words;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// What developers of Parallax repeat.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Check everything that a change must pass, as .ci/run does.
    Ci {
        /// All but `cargo test --workspace`.
        #[arg(long)]
        skip_tests: bool,
    },
    /// Work with the corpus of faithful translations and planted drifts.
    #[command(subcommand)]
    Corpus(corpus::Task),
    /// Measure speed and accuracy.
    #[command(subcommand)]
    Bench(bench::Task),
    /// Write the JSON schemas to schema/.
    Schemas {
        /// Write nothing; fail when a file differs.
        #[arg(long)]
        check: bool,
    },
    /// Make the tables in crates/core/tables/ from the pinned CLDR packages (needs npm and tar).
    Tables {
        /// Write nothing; fail when a file differs. Passes with a notice where the packages cannot be had.
        #[arg(long)]
        check: bool,
    },
    /// Make the lists of words in crates/core/vocabulary/ (its README says from what).
    Words {
        /// The folder with the lists to make them from.
        folder: std::path::PathBuf,
    },
    /// Check what the compiler does not: layers, file lengths, leftovers, docs.
    Tidy,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().task {
        Task::Ci { skip_tests } => ci::run(skip_tests),
        Task::Corpus(task) => corpus::run(task),
        Task::Bench(task) => bench::run(task),
        Task::Schemas { check } => schemas::run(check),
        Task::Tables { check } => tables::run(check),
        Task::Words { folder } => words::run(&folder),
        Task::Tidy => tidy::run(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
