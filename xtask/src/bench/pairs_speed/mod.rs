//! `cargo xtask bench pairs-speed`: how fast bilingual tables are checked, in how much memory, and where the time goes.

mod corpus;
mod generate;
mod profile;
mod sentences;

use crate::error::{Context as _, Result, fail};
use crate::workspace;
use parallax_tests::binary;
use parallax_tests::corpus::Corpus;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many pairs the profile is made of.
const PROFILED: usize = 20_000;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Tables to check; none: one that is generated.
    data: Vec<PathBuf>,
    /// How many pairs to generate.
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u32).range(1..))]
    pairs: u32,
    /// Generate them from the sentences of the corpus in all its languages, not by template.
    #[arg(long, conflicts_with = "data")]
    corpus: bool,
    /// How many threads the binary uses; as many as there are processors if not said.
    #[arg(long)]
    jobs: Option<u16>,
}

/// Times the binary on tables, or on one that is generated.
pub(super) fn run(options: &Options) -> Result<()> {
    let root = workspace::root()?;
    if cfg!(debug_assertions) {
        // The profile runs the library: a debug build would say nothing about its speed.
        let mut again = workspace::cargo(&root);
        let bench = ["run", "--quiet", "--release", "--package", "xtask", "--", "bench", "pairs-speed"];
        again.args(bench).args(&options.data).args(["--pairs", &options.pairs.to_string()]);
        again
            .args(options.corpus.then_some("--corpus"))
            .args(options.jobs.iter().flat_map(|jobs| ["--jobs".to_owned(), jobs.to_string()]));
        return workspace::run(&mut again);
    }
    let data = if options.data.is_empty() { vec![generated(&root, options)?] } else { options.data.clone() };
    for file in &data {
        time(file, options.jobs)?;
        profile::run(file, PROFILED)?;
    }
    Ok(())
}

/// A table that is made for this run.
fn generated(root: &Path, options: &Options) -> Result<PathBuf> {
    let pairs = options.pairs as usize;
    let of = if options.corpus { "corpus-" } else { "" };
    let table = workspace::target_dir(root).join(format!("bench-pairs-{of}{pairs}.tsv"));
    if options.corpus {
        corpus::write(&table, &Corpus::load(&root.join("corpus"))?, pairs)?;
    } else {
        generate::write(&table, pairs)?;
    }
    Ok(table)
}

fn time(file: &Path, jobs: Option<u16>) -> Result<()> {
    let size = std::fs::metadata(file).context(format_args!("cannot read {}", file.display()))?.len();
    let mut command = Command::new(binary());
    command.args(["check", "--format", "jsonl", "--quiet", "--output"]).arg("/dev/null").arg(file);
    if let Some(jobs) = jobs {
        command.args(["--jobs", &jobs.to_string()]);
    }
    let start = Instant::now();
    let mut child = command.stderr(Stdio::inherit()).spawn().context("the binary does not start")?;
    let mut peak = 0;
    let status = loop {
        peak = peak.max(peak_memory(child.id()));
        match child.try_wait().context("the binary cannot be waited for")? {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(10)),
        }
    };
    let elapsed = start.elapsed().as_secs_f64();
    if !matches!(status.code(), Some(0 | 1)) {
        return fail(format!("{} could not be checked: {status}", file.display()));
    }
    let pairs = profile::count(file)?;
    println!(
        "{}: {pairs} pairs, {:.0} MB in {elapsed:.2} s: {:.0} pairs/s, {:.1} MB/s; peak memory {:.0} MB",
        file.display(),
        size as f64 / 1e6,
        pairs as f64 / elapsed,
        size as f64 / 1e6 / elapsed,
        peak as f64 / 1024.0
    );
    Ok(())
}

/// The most memory that a process has had, in KB; 0 where the system does not tell.
fn peak_memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
