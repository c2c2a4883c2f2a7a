//! `parallax completions SHELL`.

use crate::args::{Cli, CompletionsArgs};
use crate::error::Failed;
use crate::output::Destination;
use clap::CommandFactory;

/// Prints the completions for a shell.
///
/// # Errors
/// If standard output cannot be written to.
pub fn run(args: &CompletionsArgs) -> Result<u8, Failed> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "parallax", &mut script);
    Destination::Stdout.write(|out| out.write_all(&script))?;
    Ok(0)
}
