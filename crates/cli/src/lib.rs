//! The command line as a library: from arguments to a report and an exit code.
//!
//! [`engine`] is the pipeline over files in memory; it touches no file system. Around it lie what a command line needs:
//! [`args`] (what can be said), [`settings`] (what that means), [`sources`], [`discovery`], [`languages`] and [`pivot`]
//! (which files, in which languages, held against which), [`input`] and [`output`] (files and streams), [`commands`].

pub mod args;
pub mod commands;
pub mod discovery;
pub mod engine;
pub mod error;
pub mod glossaries;
pub mod input;
pub mod languages;
pub mod lexicons;
pub mod output;
pub mod pivot;
pub mod settings;
pub mod sources;

use args::{Cli, Command};
use error::Failed;
use std::time::Instant;

/// Runs a command and gives the exit code. `start` is when the run began, for the time that is reported.
///
/// # Errors
/// If the command could not do its work; the exit code is then 2.
pub fn run(cli: &Cli, start: Instant) -> Result<u8, Failed> {
    match &cli.command {
        Command::Check(args) => commands::check::run(args, cli.color, start),
        Command::Align(args) => commands::align::run(args, cli.color),
        Command::Lexicon(args) => commands::lexicon::run(args),
        Command::Rules(args) => commands::rules::run(args, cli.color),
        Command::Explain(args) => commands::explain::run(args, cli.color),
        Command::Facts(args) => commands::facts::run(args, cli.color),
        Command::Completions(args) => commands::completions::run(args),
    }
}
