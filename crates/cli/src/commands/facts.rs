//! `parallax facts FILE`.

use crate::args::{Color, FactsArgs, FactsFormat};
use crate::engine::{self, Input, Reading};
use crate::error::Failed;
use crate::input::read_file;
use crate::output::{Destination, colored_stdout, tell_notices};
use crate::settings;
use parallax_report::facts::{self, With};

/// Prints what is read in a text.
///
/// # Errors
/// If the file cannot be read, or standard output not be written to.
pub fn run(args: &FactsArgs, color: Color) -> Result<u8, Failed> {
    let reading = settings::reading(&args.reading)?;
    let input = Input { language: args.lang, ..read_file(&args.file) };
    let mut readings = engine::read_inputs(vec![input], &reading);
    let Reading { version, notices } = match readings.pop() {
        Some(Ok(reading)) => reading,
        Some(Err(failure)) => return Err(Failed::unreadable(&[failure])),
        None => return Ok(0),
    };
    tell_notices(notices.iter().map(|notice| (&version, notice)), color);
    let color = colored_stdout(color);
    let with = With { cues: args.cues, names: args.names };
    Destination::Stdout.write(|out| match args.format {
        FactsFormat::Table => facts::write_table(&version, with, color, out),
        FactsFormat::Json => facts::write_json(&version, with, out),
    })?;
    Ok(0)
}
