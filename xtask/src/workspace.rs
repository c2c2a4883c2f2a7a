//! The workspace: where it is, what is in it, and running commands there.

use crate::error::{Context as _, Error, Result, fail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The nearest folder, from the current one upwards, that holds the workspace.
pub(crate) fn root() -> Result<PathBuf> {
    let start = std::env::current_dir().context("cannot tell the current folder")?;
    start.ancestors().find(|folder| folder.join("crates/core").is_dir()).map(Path::to_path_buf).ok_or_else(|| {
        Error::new(format!("no Parallax workspace (a folder with crates/core) at or above {}", start.display()))
    })
}

/// Where Cargo builds.
pub(crate) fn target_dir(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir))
}

/// Runs a command to its end, its output shown as it comes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    eprintln!("$ {shown}");
    let status = command.status().context(format_args!("cannot run `{shown}`"))?;
    if status.success() { Ok(()) } else { fail(format!("`{shown}` failed ({status})")) }
}

/// Runs a command to its end and gives what it prints.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command.stderr(Stdio::inherit()).output().context(format_args!("cannot run `{shown}`"))?;
    if !output.status.success() {
        return fail(format!("`{shown}` failed ({})", output.status));
    }
    String::from_utf8(output.stdout).context(format_args!("`{shown}` prints no UTF-8"))
}

/// The Cargo that runs this task, in the workspace.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// The files that Git tracks or would track, below `root`, with `/`; those that are gone from the disk left out.
pub(crate) fn files(root: &Path) -> Result<Vec<String>> {
    let mut git = Command::new("git");
    git.current_dir(root).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listed = output(&mut git)?;
    let mut files: Vec<String> =
        listed.split('\0').filter(|file| !file.is_empty() && root.join(file).is_file()).map(str::to_owned).collect();
    files.sort();
    files.dedup();
    Ok(files)
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
