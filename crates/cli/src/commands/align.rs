//! `parallax align SOURCE TARGET`.

use super::align_pairs;
use crate::args::{AlignArgs, AlignFormat, Color};
use crate::engine::{self, Reading};
use crate::error::{Failed, printable};
use crate::input::{read_bytes, read_files};
use crate::lexicons;
use crate::output::{Destination, colored_stdout, doubt_shown, tell, tell_notices, width};
use crate::settings;
use parallax_aligner::{Explained, FixedBeads, FixedBeadsError, Options, Prepared, align_with};
use parallax_core::Bitext;
use parallax_formats::beads::read_beads;
use parallax_report::exchange::{tmx::write_tmx, xliff::write_xliff};
use parallax_report::review::write_review;
use parallax_report::{alignment, reasons};
use std::io;
use std::path::{Path, PathBuf};

/// Prints which sentences of two versions correspond.
///
/// # Errors
/// If a file cannot be read, or the result not be written.
pub fn run(args: &AlignArgs, color: Color) -> Result<u8, Failed> {
    if args.explain && (args.pairs.is_some() || !matches!(args.format, AlignFormat::Tsv | AlignFormat::Json)) {
        let message =
            if args.pairs.is_some() { "--explain is for one pair" } else { "--explain has no place in this format" };
        return Err(Failed::new(message).help("align two files, with --format json or without --format"));
    }
    if let Some(list) = &args.pairs {
        return align_pairs::run(list, args, color);
    }
    let reading = settings::reading(&args.reading)?;
    let paths = [&args.source, &args.target].map(|path| path.clone().expect("required where no list is given"));
    let files: Vec<PathBuf> = paths.iter().chain(&args.fix).cloned().collect();
    let review = args.review.as_deref().map(|page| Destination::new(Some(page), &files)).transpose()?;
    let destination = Destination::new(args.output.as_deref(), &files)?;
    if review.as_ref() == Some(&destination) {
        return Err(Failed::new("--review and --output name the same file"));
    }
    let mut inputs = read_files(&paths);
    settings::say_languages(&mut inputs, &paths, &args.languages, Some(0))?;
    let [source, target] = <[_; 2]>::try_from(inputs).expect("two files were read");
    let sides = engine::read_pair(source, target, &reading).map_err(|failures| Failed::unreadable(&failures))?;
    let fixed = match &args.fix {
        Some(path) => given_beads(path, &sides)?,
        None => FixedBeads::default(),
    };
    let aligning = lexicons::aligning(&args.aligning)?;
    lexicons::fitting(&args.aligning, &aligning, &[[sides[0].version.language, sides[1].version.language]])?;
    let options = Options { fixed, ..aligning };
    let (alignment, reasons) = if args.explain {
        let Explained { alignment, reasons } =
            Prepared::new(&sides[0].version).explain(&Prepared::new(&sides[1].version), &options);
        (alignment, reasons)
    } else {
        (align_with(&sides[0].version, &sides[1].version, &options), Vec::new())
    };
    if !args.quiet {
        let notices = sides.iter().flat_map(|side| side.notices.iter().map(|notice| (&side.version, notice)));
        tell_notices(notices, color);
    }
    let bitext = Bitext { source: &sides[0].version, target: &sides[1].version, alignment: &alignment };
    tell(&doubt_shown(&bitext, color));
    let (columns, color) = (width(destination.is_file()), !destination.is_file() && colored_stdout(color));
    destination.write(|out| match args.format {
        AlignFormat::Tsv if args.explain => reasons::write_table(&bitext, &reasons, columns, color, out),
        AlignFormat::Json if args.explain => alignment::write_json_with(&bitext, &reasons, out),
        format => write(&bitext, format, out),
    })?;
    if let Some(review) = review {
        review.write(|out| write_review(&bitext, out))?;
    }
    Ok(0)
}

/// Writes an alignment in a format.
pub(super) fn write(bitext: &Bitext<'_>, format: AlignFormat, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        AlignFormat::Tsv => alignment::write_tsv(bitext, out),
        AlignFormat::Beads => alignment::write_beads(bitext.alignment, out),
        AlignFormat::Json => alignment::write_json(bitext, out),
        AlignFormat::Tmx => write_tmx(bitext, env!("CARGO_PKG_VERSION"), out),
        AlignFormat::Xliff => write_xliff(bitext, out),
    }
}

/// The beads that a file lists, for versions that have all their segments.
pub(super) fn given_beads(path: &Path, sides: &[Reading; 2]) -> Result<FixedBeads, Failed> {
    let shown = settings::shown(path);
    let bytes = read_bytes(path)?;
    let wrong = |line: usize, problem: String| Failed::new(format!("{shown}:{line}: {problem}"));
    let listed = read_beads(&bytes).map_err(|error| match error.line {
        Some(line) => wrong(line, printable(&error.problem.to_string())),
        None => Failed::new(format!("{shown}: {}", printable(&error.problem.to_string()))),
    })?;
    for bead in &listed {
        for (side, range, reading) in [("source", &bead.source, &sides[0]), ("target", &bead.target, &sides[1])] {
            let count = reading.version.segments.len();
            if range.end > count {
                let of = printable(&reading.version.document.path);
                let known = match count {
                    0 => format!("{of} has none"),
                    count => format!("the last one of {of} is {}", count - 1),
                };
                return Err(wrong(bead.line, format!("there is no {side} segment {}: {known}", range.end - 1))
                    .help("the beads must be those of these files, read the same way (--segments)"));
            }
        }
    }
    FixedBeads::new(listed.iter().map(|bead| (bead.source.clone(), bead.target.clone()))).map_err(|error| match error {
        FixedBeadsError::Empty(at) => wrong(listed[at].line, error.to_string()),
        FixedBeadsError::Overlap { first, second, .. } => {
            wrong(listed[second].line, format!("{error}: this one, and that of line {}", listed[first].line))
                .help("list only the beads that are right, or mark them in a column `fixed`")
        }
    })
}
