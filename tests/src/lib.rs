//! What the end-to-end tests share (the binary, built once; runs of it; folders to run it in), and what
//! `cargo xtask corpus` shares with the test of the corpus.

pub mod checked;
pub mod corpus;
pub mod manifest;
pub mod score;

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

/// A run that takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(120);

/// The workspace's folder.
#[must_use]
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is in the workspace")
}

/// The `parallax` binary, built first: cargo tells a package's tests only of the binaries of that package.
///
/// # Panics
/// If it does not build.
#[must_use]
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["build", "--package", "parallax-cli", "--bin", "parallax"]);
        cargo.arg("--message-format=json-render-diagnostics");
        if !cfg!(debug_assertions) {
            cargo.arg("--release");
        }
        let output = cargo.current_dir(workspace()).stderr(Stdio::inherit()).output().expect("cargo runs");
        assert!(output.status.success(), "the binary builds");
        let messages = String::from_utf8(output.stdout).expect("cargo prints UTF-8");
        let executable = messages
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
            .filter_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
            .next_back();
        executable.expect("cargo names the binary")
    })
}

/// What a run of the binary printed, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The arguments, as a shell would show them.
    pub command: String,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// The exit code.
    pub code: i32,
}

impl Run {
    /// The whole run as a text, for snapshots.
    #[must_use]
    pub fn transcript(&self) -> String {
        let mut text = format!("$ {}\nexit code {}\n", self.command, self.code);
        for (name, stream) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !stream.is_empty() {
                // Writing to a string cannot fail.
                let _ = write!(text, "── {name} ──\n{stream}");
            }
        }
        text
    }

    /// Standard output as JSON.
    ///
    /// # Panics
    /// If it is none.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error} in {}", self.transcript()))
    }
}

/// The binary, to be run in `folder` without what the tester's own terminal says of colours, columns and threads.
#[must_use]
pub fn command(folder: &Path) -> assert_cmd::Command {
    let mut command = assert_cmd::Command::new(binary());
    command.current_dir(folder).env("COLUMNS", "100").timeout(PATIENCE);
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "RAYON_NUM_THREADS"] {
        command.env_remove(name);
    }
    command
}

/// Runs `command` to its end.
///
/// # Panics
/// If it panics, or ends in another way than with an exit code of 0, 1 or 2.
pub fn finish(command: &mut assert_cmd::Command) -> Run {
    let arguments: Vec<String> = command.get_args().map(|it| it.to_string_lossy().into_owned()).collect();
    let shown = format!("parallax {}", arguments.join(" "));
    let output = command.output().expect("the binary starts");
    run_of(shown, &output)
}

/// The run that ended with `output`; see [`finish`] for what it must not have done.
///
/// # Panics
/// See [`finish`].
#[must_use]
pub fn run_of(command: String, output: &Output) -> Run {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the binary prints UTF-8");
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    let code = output.status.code().unwrap_or(-1);
    assert!(!stderr.contains("panicked at"), "{command}\n{stderr}");
    assert!((0..=2).contains(&code), "{command} ended with {}\n{stderr}", output.status);
    Run { command, stdout, stderr, code }
}

/// Runs the binary in `folder`.
///
/// # Panics
/// See [`finish`].
pub fn parallax_in(folder: &Path, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Run {
    finish(command(folder).args(arguments))
}

/// Runs the binary in the workspace's folder; the arguments are separated by spaces.
///
/// # Panics
/// See [`finish`].
#[must_use]
pub fn parallax(arguments: &str) -> Run {
    parallax_in(workspace(), arguments.split_whitespace())
}

/// A folder of files for one test, gone when the test ends.
#[derive(Debug)]
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// A folder with `files`, each a path within it and a content.
    ///
    /// # Panics
    /// If it cannot be made.
    #[must_use]
    pub fn with<C: AsRef<[u8]>>(files: &[(&str, C)]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder can be made"));
        for (path, content) in files {
            folder.write(path, content);
        }
        folder
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file in it, and the folders that the file is in.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        let parent = path.parent().expect("a file is in a folder");
        std::fs::create_dir_all(parent).expect("a folder can be made");
        std::fs::write(path, content).expect("a file can be written");
    }

    /// Runs the binary in it; the arguments are separated by spaces.
    ///
    /// # Panics
    /// See [`finish`].
    #[must_use]
    pub fn parallax(&self, arguments: &str) -> Run {
        parallax_in(self.path(), arguments.split_whitespace())
    }
}
