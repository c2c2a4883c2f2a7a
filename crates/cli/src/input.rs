//! Files to inputs: opened, measured, read.

use crate::engine::Input;
use crate::error::Failed;
use crate::output::reason;
use parallax_core::report::Failure;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Larger files are not read: no document is so large, and what is read of one takes some fifteen
/// times its size in memory, and seconds.
pub const LARGEST: u64 = 16 << 20;

/// The files at `paths`, each with its bytes or why they cannot be had.
#[must_use]
pub fn read_files(paths: &[PathBuf]) -> Vec<Input> {
    paths.iter().map(|path| read_file(path)).collect()
}

/// The file at `path`. A path that is not UTF-8 is shown with U+FFFD, and opened as it is.
#[must_use]
pub fn read_file(path: &Path) -> Input {
    Input { path: path.to_string_lossy().into_owned(), content: bytes_of(path), language: None }
}

/// The bytes of the file at `path`, no more than of a document.
///
/// # Errors
/// If it cannot be read.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, Failed> {
    let Input { path, content, .. } = read_file(path);
    content.map_err(|reason| Failed::unreadable(&[Failure::unreadable(path, reason)]))
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, String> {
    let read = || -> std::io::Result<Result<Vec<u8>, String>> {
        let about = std::fs::metadata(path)?;
        if about.is_dir() {
            return Ok(Err("it is a folder, not a file (a folder is checked by giving it alone)".to_owned()));
        }
        if about.len() > LARGEST {
            return Ok(Err(too_large()));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
        // One byte more, to see whether a pipe or a growing file goes on.
        File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
        Ok(if bytes.len() as u64 > LARGEST { Err(too_large()) } else { Ok(bytes) })
    };
    read().unwrap_or_else(|error| Err(reason(&error)))
}

fn too_large() -> String {
    format!("it is larger than {} MB, the most that is read of a file; split it, by chapters say", LARGEST >> 20)
}
