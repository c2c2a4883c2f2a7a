//! What an aligner uses: wall time, processor time, memory. The last two are told by Linux only.

use crate::error::{Context as _, Result, fail};
use std::fs;
use std::io::Read as _;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Ticks a second in what the kernel says of processes; the same on all platforms of Linux today.
const TICKS: f64 = 100.0;
/// How often the memory of a command is looked at.
const LOOK: Duration = Duration::from_millis(5);

/// What was used.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Used {
    pub(super) seconds: f64,
    /// Of all processors together, in user and system mode.
    pub(super) cpu: Option<f64>,
    /// Most resident memory in megabytes (2^20 bytes), of the process.
    pub(super) memory: Option<f64>,
}

impl Used {
    /// One after the other.
    pub(super) fn plus(self, other: Self) -> Self {
        let both = |a: Option<f64>, b: Option<f64>, join: fn(f64, f64) -> f64| Some(join(a?, b?));
        Self {
            seconds: self.seconds + other.seconds,
            cpu: both(self.cpu, other.cpu, |a, b| a + b),
            memory: both(self.memory, other.memory, f64::max),
        }
    }

    pub(super) fn columns(self) -> String {
        let shown =
            |value: Option<f64>, digits: usize| value.map_or("-".to_owned(), |value| format!("{value:.digits$}"));
        format!("{:>8.2} {:>8} {:>7}", self.seconds, shown(self.cpu, 2), shown(self.memory, 0))
    }
}

/// Processor time of this process, or of its children that ended.
fn cpu(children: bool) -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name may hold spaces, and ends with the last parenthesis.
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(if children { 13 } else { 11 });
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / TICKS)
}

/// Most memory that a process has had, in megabytes.
fn peak(process: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<f64>().ok()? / 1024.0)
}

/// The same for a process and those that it started.
fn peak_of_tree(process: &str) -> Option<f64> {
    let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let of_children = children.split_whitespace().filter_map(peak_of_tree);
    peak(process).into_iter().chain(of_children).max_by(f64::total_cmp)
}

/// Does something in this process. What stays in memory from before counts too.
pub(super) fn of_own<T>(work: impl FnOnce() -> Result<T>) -> Result<(T, Used)> {
    // Makes the kernel forget what the most was so far.
    let forgotten = fs::write("/proc/self/clear_refs", "5").is_ok();
    let (start, before) = (Instant::now(), cpu(false));
    let result = work()?;
    let seconds = start.elapsed().as_secs_f64();
    let cpu = before.and_then(|before| Some(cpu(false)? - before));
    Ok((result, Used { seconds, cpu, memory: if forgotten { peak("self") } else { None } }))
}

/// Runs a command in `sh` and gives what it printed.
pub(super) fn of_command(command: &str) -> Result<(String, Used)> {
    let (start, before) = (Instant::now(), cpu(true));
    let mut child = Command::new("sh")
        .args(["-c", command])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context(format_args!("cannot run `{command}`"))?;
    let drain = |mut from: Box<dyn std::io::Read + Send>| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            from.read_to_end(&mut bytes).map(|_| String::from_utf8_lossy(&bytes).into_owned())
        })
    };
    let printed = child.stdout.take().map(|out| drain(Box::new(out)));
    let said = child.stderr.take().map(|out| drain(Box::new(out)));
    let process = child.id().to_string();
    let mut memory: Option<f64> = None;
    let status = loop {
        memory = memory.into_iter().chain(peak_of_tree(&process)).max_by(f64::total_cmp);
        if let Some(status) = child.try_wait().context(format_args!("cannot wait for `{command}`"))? {
            break status;
        }
        thread::sleep(LOOK);
    };
    let seconds = start.elapsed().as_secs_f64();
    let read = |thread: Option<thread::JoinHandle<std::io::Result<String>>>| {
        thread.and_then(|thread| thread.join().ok()).and_then(std::io::Result::ok).unwrap_or_default()
    };
    let (printed, said) = (read(printed), read(said));
    if !status.success() {
        return fail(format!("`{command}` failed ({status}): {}", said.lines().last().unwrap_or_default()));
    }
    let cpu = before.and_then(|before| Some(cpu(true)? - before));
    Ok((printed, Used { seconds, cpu, memory }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_run_and_their_failures_told() {
        assert_eq!(of_command("printf '0\\t0'").expect("runs").0, "0\t0");
        let error = of_command("echo no >&2; exit 3").expect_err("fails").to_string();
        assert!(error.contains("no"), "{error}");
    }
}
