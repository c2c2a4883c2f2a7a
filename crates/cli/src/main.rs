//! The `parallax` command.

use clap::Parser;
use parallax_cli::args::Cli;
use parallax_cli::output::{colored_stderr, tell};
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let start = Instant::now();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help, or what is wrong with the arguments; nobody may be reading.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match parallax_cli::run(&cli, start) {
        Ok(code) => ExitCode::from(code),
        Err(failed) => {
            tell(&failed.render(colored_stderr(cli.color)));
            ExitCode::from(2)
        }
    }
}
