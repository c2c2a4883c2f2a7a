//! The aligners that are measured: ours, and any that is a command.

use super::case::{Case, Pair, beads_of};
use super::measure::{Used, of_command, of_own};
use super::score::Found;
use crate::error::{Context as _, Error, Result, fail};
use parallax_aligner::{Options, align_all};
use parallax_cli::engine::{Input, Reading, align_inputs, read_pair};
use parallax_core::report::Failure;
use parallax_core::{Alignment, LanguageTag, Version};
use parallax_formats::{ReadOptions, SegmentMode};
use std::fs;
use std::path::{Path, PathBuf};

/// How a command writes what it finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Form {
    /// A bead a line: `0,1⇥0`, or `[0, 1]:[0]`.
    Beads,
    /// Places of both texts that correspond, a pair a line, as hunalign writes without `-text`.
    Ladder,
}

/// An aligner.
#[derive(Debug, Clone)]
pub(super) enum Aligner {
    Parallax(Options),
    /// A command for `sh`, with `{source}`, `{target}` (texts, a segment a line) and `{out}` (the file that it
    /// writes; if the command does not name it, its output is read).
    Command {
        command: String,
        form: Form,
    },
}

impl Aligner {
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Parallax(_) => "parallax",
            Self::Command { command, .. } => {
                let program = command.split_whitespace().next().unwrap_or("command");
                program.rsplit('/').next().unwrap_or(program)
            }
        }
    }

    pub(super) fn align(&self, case: &Case) -> Result<(Vec<Found>, Used)> {
        match self {
            Self::Parallax(options) => {
                let (alignment, used) = of_own(|| aligned(case, options))?;
                Ok((found(&alignment), used))
            }
            Self::Command { command, form } => by_command(case, command, *form),
        }
    }
}

/// Aligns a case, reading included.
pub(super) fn aligned(case: &Case, aligning: &Options) -> Result<Alignment> {
    let [source, target] = inputs(case);
    let options = ReadOptions { segments: SegmentMode::Lines, ..ReadOptions::default() };
    let aligned = align_inputs(source, target, &options, aligning);
    aligned.map(|(_, alignment)| alignment).map_err(|failures| unreadable(case, failures))
}

/// Aligns cases together, reading included.
pub(super) fn pooled(cases: &[Case], aligning: &Options) -> Result<(Vec<Vec<Found>>, Used)> {
    of_own(|| {
        let readings = cases.iter().map(read).collect::<Result<Vec<_>>>()?;
        let versions: Vec<(&Version, &Version)> =
            readings.iter().map(|[source, target]| (&source.version, &target.version)).collect();
        Ok(align_all(&versions, aligning).iter().map(found).collect())
    })
}

fn read(case: &Case) -> Result<[Reading; 2]> {
    let [source, target] = inputs(case);
    let options = ReadOptions { segments: SegmentMode::Lines, ..ReadOptions::default() };
    read_pair(source, target, &options).map_err(|failures| unreadable(case, failures))
}

fn inputs(case: &Case) -> [Input; 2] {
    [(0, "source.txt"), (1, "target.txt")].map(|(side, name): (usize, &str)| {
        Input::new(name, case.lines[side].join("\n") + "\n").in_language(case.languages[side])
    })
}

fn unreadable(case: &Case, failures: Vec<Failure>) -> Error {
    let reasons: Vec<String> = failures.into_iter().map(|failure| failure.reason).collect();
    Error::new(format!("{}: {}", case.name, reasons.join("; ")))
}

/// What an alignment has found.
pub(super) fn found(alignment: &Alignment) -> Vec<Found> {
    let beads = alignment.segments.iter().map(|bead| Found {
        pair: (bead.source.clone().collect(), bead.target.clone().collect()),
        confidence: Some(bead.confidence.get()),
    });
    beads.collect()
}

/// Pairs of sentences of two documents that are sure to correspond one to one.
pub(in crate::bench) fn aligned_lines(
    texts: [String; 2],
    languages: [&LanguageTag; 2],
    extension: &str,
) -> Result<Vec<[String; 2]>> {
    let [source, target] = texts;
    let input = |text, side: usize| Input::new(format!("{side}.{extension}"), text).in_language(*languages[side]);
    let Ok((readings, alignment)) =
        align_inputs(input(source, 0), input(target, 1), &ReadOptions::default(), &Options::default())
    else {
        return fail("a document of the corpus cannot be read");
    };
    let sure = alignment
        .segments
        .iter()
        .filter(|bead| (bead.source.len(), bead.target.len()) == (1, 1) && bead.confidence.get() > 0.9);
    let text = |side: usize, at: usize| readings[side].version.segment_text(at).replace('\n', " ");
    Ok(sure.map(|bead| [text(0, bead.source.start), text(1, bead.target.start)]).collect())
}

fn by_command(case: &Case, command: &str, form: Form) -> Result<(Vec<Found>, Used)> {
    let folder = std::env::temp_dir().join(format!("parallax-bench-{}", std::process::id()));
    fs::create_dir_all(&folder).context(folder.display())?;
    let result = in_folder(case, command, form, &folder);
    // A folder that stays behind harms nothing.
    let _ = fs::remove_dir_all(&folder);
    result
}

fn in_folder(case: &Case, command: &str, form: Form, folder: &Path) -> Result<(Vec<Found>, Used)> {
    let [source, target, out] = ["source.txt", "target.txt", "out"].map(|name| folder.join(name));
    for (path, lines) in [&source, &target].into_iter().zip(&case.lines) {
        fs::write(path, lines.join("\n") + "\n").context(path.display())?;
    }
    let quoted = |path: &PathBuf| format!("'{}'", path.display().to_string().replace('\'', r"'\''"));
    let filled = command
        .replace("{source}", &quoted(&source))
        .replace("{target}", &quoted(&target))
        .replace("{out}", &quoted(&out));
    let (printed, used) = of_command(&filled).context(&case.name)?;
    let output = if command.contains("{out}") { fs::read_to_string(&out).context(out.display())? } else { printed };
    let counts = [case.lines[0].len(), case.lines[1].len()];
    let beads = match form {
        Form::Beads => beads_of(&output),
        Form::Ladder => ladder(&output),
    };
    let beads = beads.context(format_args!("what `{filled}` wrote for {}", case.name))?;
    if let Some(bead) =
        beads.iter().find(|(a, b)| a.iter().any(|at| *at >= counts[0]) || b.iter().any(|at| *at >= counts[1]))
    {
        return fail(format!("`{filled}` wrote a bead of segments that are not there: {bead:?}"));
    }
    Ok((beads.into_iter().map(|pair| Found { pair, confidence: None }).collect(), used))
}

/// Beads between the rungs of a ladder: a rung is a place before a source segment and one before a target segment.
fn ladder(content: &str) -> Result<Vec<Pair>> {
    let rung = |line: &str| -> Result<(usize, usize)> {
        let mut fields = line.split_whitespace();
        let mut place = || -> Result<usize> {
            fields.next().context("a rung of a ladder is two numbers")?.parse().map_err(Error::from)
        };
        Ok((place()?, place()?))
    };
    let rungs = content.lines().filter(|line| !line.trim().is_empty()).map(rung).collect::<Result<Vec<_>>>()?;
    let between = rungs.windows(2).map(|ends| ((ends[0].0..ends[1].0).collect(), (ends[0].1..ends[1].1).collect()));
    Ok(between.filter(|(source, target): &Pair| !source.is_empty() || !target.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::super::case::tests::beads;
    use super::*;

    #[test]
    fn ladders_become_beads() {
        let found = ladder("0\t0\t0.3\n1\t2\t1.5\n1\t3\t-0.3\n3\t4\t0.9\n").expect("is a ladder");
        assert_eq!(found, beads(&[(&[0], &[0, 1]), (&[], &[2]), (&[1, 2], &[3])]));
        assert!(ladder("0 x").is_err() && ladder("0").is_err());
    }
}
