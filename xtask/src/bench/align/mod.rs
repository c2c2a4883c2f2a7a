//! `cargo xtask bench align DIR`: alignments against gold, of ours and of other aligners.

mod aligners;
mod case;
mod measure;
pub(super) mod scale;
mod score;
mod tables;

pub(super) use aligners::aligned_lines;

use super::folders_with;
use crate::error::{Context as _, Error, Result};
use aligners::{Aligner, Form, pooled};
use case::Case;
use measure::Used;
use parallax_cli::args::AligningArgs;
use score::{Found, KINDS, Score, auc, calibration, share};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder.
    dir: PathBuf,
    /// Cut each case into pieces of this many source segments, each with its gold.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    slices: Option<u32>,
    /// Align the pieces of a case together, as documents in the same two languages.
    #[arg(long, requires = "slices")]
    pool: bool,
    /// Run another aligner beside ours: a command for sh, with {source}, {target} and {out} for the files. Without
    /// {out} the command's output is read.
    #[arg(long, value_name = "CMD")]
    against: Vec<String>,
    /// How those commands write what they find.
    #[arg(long, value_enum, default_value = "beads")]
    form: Form,
    /// How our aligner aligns.
    #[command(flatten)]
    aligning: AligningArgs,
    /// Print what each kind of evidence is worth: strict F1 with each left out in turn, whole and in pieces of 100.
    #[arg(long)]
    ablate: bool,
    /// Print the tables of docs/alignment.md: accuracy, beads by their size, what confidence is worth.
    #[arg(long)]
    tables: bool,
    /// Write the beads that were found to this folder, a file a case and aligner.
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    if cfg!(debug_assertions) {
        eprintln!("note: for true times: cargo run --release --package xtask -- bench align {}", options.dir.display());
    }
    let cases =
        folders_with(&options.dir, "gold.tsv")?.iter().map(|folder| Case::read(folder)).collect::<Result<Vec<_>>>()?;
    let aligning =
        parallax_cli::lexicons::aligning(&options.aligning).map_err(|failed| Error::new(failed.render(false)))?;
    if options.ablate || options.tables {
        if options.tables {
            tables::accuracy(&cases, &aligning)?;
        }
        return if options.ablate { tables::ablation(&cases, &aligning) } else { Ok(()) };
    }
    let commands =
        options.against.iter().map(|command| Aligner::Command { command: command.clone(), form: options.form });
    for aligner in std::iter::once(Aligner::Parallax(aligning)).chain(commands) {
        println!(
            "{:<22} {:>7} {:>7} {:>7} {:>7} {:>8} {:>8} {:>7}",
            aligner.name(),
            "strict",
            "lax",
            "beads",
            "gold",
            "seconds",
            "cpu s",
            "MB"
        );
        let mut total = Score::default();
        let mut used = Used { cpu: Some(0.0), memory: Some(0.0), ..Used::default() };
        for case in &cases {
            let (score, spent) = of_case(&aligner, case, options)?;
            total.add(score);
            used = used.plus(spent);
        }
        println!("{}", row("all", &total, used));
        details(&total);
        println!();
    }
    Ok(())
}

/// Aligns a case, or each of its pieces, and prints its row.
fn of_case(aligner: &Aligner, case: &Case, options: &Options) -> Result<(Score, Used)> {
    let Some(size) = options.slices else {
        let (found, used) = aligner.align(case)?;
        if let Some(folder) = &options.write {
            write(&found, folder, &format!("{}.{}", case.name, aligner.name()))?;
        }
        let score = Score::of(case, &found);
        println!("{}", row(&case.name, &score, used));
        return Ok((score, used));
    };
    let slices = case.slices(size as usize);
    let mut total = Score::default();
    let mut used = Used { cpu: Some(0.0), memory: Some(0.0), ..Used::default() };
    let mut means = [0.0; 2];
    let together = match aligner {
        Aligner::Parallax(aligning) if options.pool => Some(pooled(&slices, aligning)?),
        _ => None,
    };
    for (at, slice) in slices.iter().enumerate() {
        let (found, spent) = match &together {
            // What all of them used is said of the first.
            Some((found, spent)) if at == 0 => (found[at].clone(), *spent),
            Some((found, spent)) => (found[at].clone(), Used { seconds: 0.0, cpu: Some(0.0), ..*spent }),
            None => aligner.align(slice)?,
        };
        let score = Score::of(slice, &found);
        for (mean, f1) in means.iter_mut().zip(score.counts.f1()) {
            *mean += f1 / slices.len() as f64;
        }
        total.add(score);
        used = used.plus(spent);
    }
    println!("{}", row(&case.name, &total, used));
    println!("{:<22} {:>7.4} {:>7.4}", format!("  mean of {}", slices.len()), means[0], means[1]);
    Ok((total, used))
}

fn row(name: &str, score: &Score, used: Used) -> String {
    let ([strict, lax], [found, gold]) = (score.counts.f1(), score.counts.totals());
    format!("{name:<22} {strict:>7.4} {lax:>7.4} {found:>7} {gold:>7} {}", used.columns())
}

/// Recall by kind of bead, and what confidence is worth.
fn details(score: &Score) {
    println!("\nrecall of beads");
    for (kind, (found, all)) in KINDS.iter().zip(score.kinds) {
        println!("  {kind:<8} {:>7.3} of {all}", share(found, all));
    }
    if score.judged.is_empty() {
        return;
    }
    let (bins, error) = calibration(&score.judged);
    println!("confidence      beads    mean   right");
    for (at, (count, confidence, right)) in bins.iter().enumerate().filter(|(_, bin)| bin.0 > 0) {
        let from = at as f64 / 10.0;
        println!("  {from:.1} to {:.1} {count:>8} {confidence:>7.3} {right:>7.3}", from + 0.1);
    }
    let area = auc(&score.judged).map_or("-".to_owned(), |area| format!("{area:.3}"));
    println!("calibration error {error:.3}, right against wrong beads (AUC) {area}");
}

fn write(found: &[Found], folder: &Path, name: &str) -> Result<()> {
    fs::create_dir_all(folder).context(folder.display())?;
    let side = |indices: &[usize]| indices.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
    let line = |bead: &Found| {
        let confidence = bead.confidence.map_or(String::new(), |confidence| format!("\t{confidence:.4}"));
        format!("{}\t{}{confidence}\n", side(&bead.pair.0), side(&bead.pair.1))
    };
    let path = folder.join(format!("{name}.tsv"));
    fs::write(&path, found.iter().map(line).collect::<String>()).context(path.display())
}
