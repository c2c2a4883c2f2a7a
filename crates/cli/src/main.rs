//! The `parallax` command.

use clap::Parser;
use parallax_cli::args::Cli;
use parallax_cli::output::{colored_stderr, tell};
use std::io::ErrorKind;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let start = Instant::now();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // Help, or what is wrong with the arguments.
        Err(error) => {
            let code = match error.print() {
                // Who has seen enough (`| head`) is no failure.
                Err(failed) if failed.kind() != ErrorKind::BrokenPipe => 2,
                _ => u8::try_from(error.exit_code()).unwrap_or(2),
            };
            return ExitCode::from(code);
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
