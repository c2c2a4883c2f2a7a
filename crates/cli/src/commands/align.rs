//! `parallax align SOURCE TARGET`.

use crate::args::{AlignArgs, AlignFormat, Color};
use crate::engine;
use crate::error::Failed;
use crate::input::read_files;
use crate::output::{Destination, tell_notices};
use crate::settings;
use parallax_core::Bitext;
use parallax_report::alignment;

/// Prints which sentences of two versions correspond.
///
/// # Errors
/// If a file cannot be read, or the result not be written.
pub fn run(args: &AlignArgs, color: Color) -> Result<u8, Failed> {
    let reading = settings::reading(&args.reading)?;
    let paths = [args.source.clone(), args.target.clone()];
    let destination = Destination::new(args.output.as_deref(), &paths)?;
    let mut inputs = read_files(&paths);
    settings::say_languages(&mut inputs, &paths, &args.languages, Some(0))?;
    let [source, target] = <[_; 2]>::try_from(inputs).expect("two files were read");
    let (sides, alignment) = engine::align_inputs(source, target, &reading, &(&args.aligning).into())
        .map_err(|failures| Failed::unreadable(&failures))?;
    if !args.quiet {
        let notices = sides.iter().flat_map(|side| side.notices.iter().map(|notice| (&side.version, notice)));
        tell_notices(notices, color);
    }
    let bitext = Bitext { source: &sides[0].version, target: &sides[1].version, alignment: &alignment };
    destination.write(|out| match args.format {
        AlignFormat::Tsv => alignment::write_tsv(&bitext, out),
        AlignFormat::Beads => alignment::write_beads(bitext.alignment, out),
        AlignFormat::Json => alignment::write_json(&bitext, out),
    })?;
    Ok(0)
}
