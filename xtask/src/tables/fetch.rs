//! Download the pinned CLDR packages with `npm pack` and unpack them with `tar`.
//!
//! A package that is already unpacked in the cache folder is not fetched again,
//! so only the first run needs the network.

use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The CLDR release the tables are made from. Change it here, run
/// `cargo xtask tables`, and review the diff.
pub(crate) const VERSION: &str = "48.2.0";

pub(crate) const CORE: &str = "cldr-core";
pub(crate) const NUMBERS: &str = "cldr-numbers-full";
pub(crate) const DATES: &str = "cldr-dates-full";
pub(crate) const UNITS: &str = "cldr-units-full";
pub(crate) const RBNF: &str = "cldr-rbnf";
pub(crate) const NAMES: &str = "cldr-localenames-full";

/// Every package that is fetched.
pub(crate) const PACKAGES: [&str; 6] = [CORE, NUMBERS, DATES, UNITS, RBNF, NAMES];

/// Why fetching failed.
#[derive(Debug)]
pub(crate) enum Error {
    /// There is no usable `npm` on this machine.
    NoNpm(io::Error),
    /// Anything else, as a sentence for the developer.
    Other(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoNpm(reason) => write!(f, "cannot run npm (is Node.js installed?): {reason}"),
            Self::Other(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Error {}

/// Where packages are kept: `target/cldr`, beside Cargo's own build output.
pub(crate) fn cache_dir(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir)).join("cldr")
}

/// The folder one unpacked package lives in.
pub(crate) fn package_dir(cache: &Path, package: &str) -> PathBuf {
    cache.join(format!("{package}-{VERSION}"))
}

/// Make sure every package is present in `cache`.
pub(crate) fn fetch_all(cache: &Path) -> Result<(), Error> {
    fs::create_dir_all(cache).map_err(|e| Error::Other(format!("cannot create {}: {e}", cache.display())))?;
    PACKAGES.iter().try_for_each(|package| fetch(cache, package))
}

fn fetch(cache: &Path, package: &str) -> Result<(), Error> {
    let finished = package_dir(cache, package);
    if finished.join("package.json").is_file() {
        return Ok(());
    }
    let spec = format!("{package}@{VERSION}");
    println!("tables: fetching {spec}");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut pack = Command::new(npm);
    pack.args(["pack", "--silent", "--pack-destination"]).arg(cache).arg(&spec);
    run(&mut pack, Error::NoNpm)?;

    // Unpack beside the final place and rename, so that an interrupted run
    // leaves no half package behind.
    let archive = cache.join(format!("{package}-{VERSION}.tgz"));
    let partial = cache.join(format!("{package}-{VERSION}.partial"));
    let _ = fs::remove_dir_all(&partial);
    let other = |e: io::Error| Error::Other(format!("cannot unpack {}: {e}", archive.display()));
    fs::create_dir_all(&partial).map_err(other)?;
    let mut tar = Command::new("tar");
    tar.args([OsStr::new("-xzf"), archive.as_os_str(), OsStr::new("-C")]).arg(&partial).arg("--strip-components=1");
    run(&mut tar, |e| Error::Other(format!("cannot run tar (needed to unpack {spec}): {e}")))?;
    let _ = fs::remove_dir_all(&finished);
    fs::rename(&partial, &finished).map_err(other)?;
    let _ = fs::remove_file(&archive);
    Ok(())
}

/// Run a command to its end; `missing` explains a command that cannot start.
fn run(command: &mut Command, missing: impl Fn(io::Error) -> Error) -> Result<(), Error> {
    let output = command.output().map_err(missing)?;
    if output.status.success() {
        return Ok(());
    }
    Err(Error::Other(format!(
        "`{} {}` failed ({}):\n{}",
        command.get_program().to_string_lossy(),
        command.get_args().map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" "),
        output.status,
        String::from_utf8_lossy(&output.stderr).trim()
    )))
}
