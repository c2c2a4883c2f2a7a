//! `cargo xtask bench letter`: wall time of the main job.

use crate::error::{Context as _, Result, fail};
use crate::workspace::{self, cargo};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const COMMAND: [&str; 4] = ["check", "corpus/letter", "--pivot", "fr"];

pub(crate) fn run(runs: usize) -> Result<()> {
    let root = workspace::root()?;
    workspace::run(cargo(&root).args(["build", "--release", "--package", "parallax-cli"]))?;
    let binary = workspace::target_dir(&root).join("release").join(format!("parallax{}", std::env::consts::EXE_SUFFIX));
    println!("parallax {}, {runs} runs, start-up included", COMMAND.join(" "));
    for threads in ["1", "2"] {
        time(&root, &binary, threads)?; // warms the caches of the system
        let mut times = (0..runs).map(|_| time(&root, &binary, threads)).collect::<Result<Vec<Duration>>>()?;
        times.sort();
        let shown = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
        println!(
            "threads {threads}: min {}, median {}, max {}",
            shown(times[0]),
            shown(times[times.len() / 2]),
            shown(times[times.len() - 1])
        );
    }
    Ok(())
}

/// The wall time of one run.
fn time(root: &Path, binary: &Path, threads: &str) -> Result<Duration> {
    let mut command = Command::new(binary);
    command.current_dir(root).args(COMMAND).env("RAYON_NUM_THREADS", threads).stdout(Stdio::null());
    let start = Instant::now();
    let status = command.status().context(format_args!("cannot run {}", binary.display()))?;
    let elapsed = start.elapsed();
    // 1 says that something was found.
    if !matches!(status.code(), Some(0 | 1)) {
        return fail(format!("parallax {} failed ({status})", COMMAND.join(" ")));
    }
    Ok(elapsed)
}
