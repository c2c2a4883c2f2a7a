//! Download the pinned CLDR packages with `npm pack` and unpack them with `tar`.
//!
//! A package that is already unpacked in the cache folder is not fetched again,
//! so only the first run needs the network.

use crate::error::{Context as _, Result, fail};
use crate::workspace;
use std::ffi::OsStr;
use std::fs;
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
pub(crate) const MISC: &str = "cldr-misc-full";
pub(crate) const ANNOTATIONS: &str = "cldr-annotations-full";

pub(crate) const PERSIAN: &str = "cldr-cal-persian-full";
pub(crate) const ISLAMIC: &str = "cldr-cal-islamic-full";

/// Every package that is fetched.
pub(crate) const PACKAGES: [&str; 10] = [CORE, NUMBERS, DATES, UNITS, RBNF, NAMES, MISC, ANNOTATIONS, PERSIAN, ISLAMIC];

/// The version of a package that is fetched: the release's, but for a calendar that is published less often.
pub(crate) fn version_of(package: &str) -> &'static str {
    if package == PERSIAN { "46.1.0" } else { VERSION }
}

/// Where packages are kept: `target/cldr`, beside Cargo's own build output.
pub(crate) fn cache_dir(root: &Path) -> PathBuf {
    workspace::target_dir(root).join("cldr")
}

/// The folder one unpacked package lives in.
pub(crate) fn package_dir(cache: &Path, package: &str) -> PathBuf {
    cache.join(format!("{package}-{}", version_of(package)))
}

/// Make sure every package is present in `cache`.
pub(crate) fn fetch_all(cache: &Path) -> Result<()> {
    fs::create_dir_all(cache).context(format_args!("cannot create {}", cache.display()))?;
    PACKAGES.iter().try_for_each(|package| fetch(cache, package))
}

fn fetch(cache: &Path, package: &str) -> Result<()> {
    let finished = package_dir(cache, package);
    if finished.join("package.json").is_file() {
        return Ok(());
    }
    let version = version_of(package);
    let spec = format!("{package}@{version}");
    println!("tables: fetching {spec}");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut pack = Command::new(npm);
    // A registry that does not answer must not hold up a check for minutes.
    pack.args(["pack", "--silent", "--fetch-timeout=30000", "--fetch-retries=1", "--pack-destination"])
        .arg(cache)
        .arg(&spec);
    run(&mut pack, "is Node.js installed?")?;

    // Unpack beside the final place and rename, so that an interrupted run
    // leaves no half package behind.
    let archive = cache.join(format!("{package}-{version}.tgz"));
    let partial = cache.join(format!("{package}-{version}.partial"));
    let _ = fs::remove_dir_all(&partial);
    let unpacking = || format!("cannot unpack {}", archive.display());
    fs::create_dir_all(&partial).context(unpacking())?;
    let mut tar = Command::new("tar");
    tar.args([OsStr::new("-xzf"), archive.as_os_str(), OsStr::new("-C")]).arg(&partial).arg("--strip-components=1");
    run(&mut tar, "is it installed?")?;
    let _ = fs::remove_dir_all(&finished);
    fs::rename(&partial, &finished).context(unpacking())?;
    let _ = fs::remove_file(&archive);
    Ok(())
}

/// Run a command to its end; `hint` is for one that cannot start.
fn run(command: &mut Command, hint: &str) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().context(format_args!("cannot run {program} ({hint})"))?;
    if output.status.success() {
        return Ok(());
    }
    let words: Vec<_> = command.get_args().map(OsStr::to_string_lossy).collect();
    let (words, said) = (words.join(" "), String::from_utf8_lossy(&output.stderr));
    fail(format!("`{program} {words}` failed ({}):\n{}", output.status, said.trim()))
}
