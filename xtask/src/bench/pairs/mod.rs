//! `cargo xtask bench pairs`: how fast bilingual tables are checked, in how much memory, and where the time goes.

mod generate;
mod profile;
mod sentences;

use crate::error::{Context as _, Result, fail};
use crate::workspace;
use parallax_tests::binary;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many pairs the profile is made of.
const PROFILED: usize = 20_000;

/// Times the binary on each of `data`, or on a table of `pairs` rows that is generated.
pub(super) fn run(data: &[PathBuf], pairs: usize, jobs: Option<u16>) -> Result<()> {
    if cfg!(debug_assertions) {
        // The profile runs the library: a debug build would say nothing about its speed.
        let root = workspace::root()?;
        let mut again = workspace::cargo(&root);
        again.args(["run", "--quiet", "--release", "--package", "xtask", "--", "bench", "pairs"]).args(data);
        again
            .args(["--pairs", &pairs.to_string()])
            .args(jobs.iter().flat_map(|jobs| ["--jobs".to_owned(), jobs.to_string()]));
        return workspace::run(&mut again);
    }
    let generated = workspace::target_dir(&workspace::root()?).join(format!("bench-pairs-{pairs}.tsv"));
    let data = if data.is_empty() {
        generate::write(&generated, pairs)?;
        vec![generated]
    } else {
        data.to_vec()
    };
    for file in &data {
        time(file, jobs)?;
        profile::run(file, PROFILED)?;
    }
    Ok(())
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
