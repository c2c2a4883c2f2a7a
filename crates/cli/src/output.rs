//! Where results go: standard output or a file, in which width, with or without colours.

use crate::args::Color;
use crate::engine::unrelated::verdict;
use crate::error::{Failed, labelled, printable};
use anstream::{AutoStream, ColorChoice};
use anstyle::AnsiColor;
use parallax_core::{Bitext, Problem, Version};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The columns where nothing says how many there are.
const DEFAULT_WIDTH: usize = 100;

/// Whether standard output gets colours.
#[must_use]
pub fn colored_stdout(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
    }
}

/// Whether standard error gets colours.
#[must_use]
pub fn colored_stderr(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => AutoStream::choice(&io::stderr()) != ColorChoice::Never,
    }
}

/// How many columns there are to write in: what COLUMNS says, else the terminal's, else 100.
#[must_use]
pub fn width(to_file: bool) -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok()).filter(|width| *width > 0);
    let terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    said.or_else(|| if to_file { None } else { terminal() }).unwrap_or(DEFAULT_WIDTH)
}

/// Where a result is to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// Standard output.
    Stdout,
    /// A file, which is replaced if it is there.
    File(PathBuf),
}

impl Destination {
    /// The file named, else standard output.
    ///
    /// # Errors
    /// If the file is one of `inputs`: writing would destroy it.
    pub fn new(file: Option<&Path>, inputs: &[PathBuf]) -> Result<Self, Failed> {
        let Some(file) = file else { return Ok(Self::Stdout) };
        let real = |path: &Path| path.canonicalize().ok();
        if real(file).is_some_and(|output| inputs.iter().any(|input| real(input).as_ref() == Some(&output))) {
            let path = printable(&file.to_string_lossy());
            return Err(Failed::new(format!("{path} is one of the files to read, and would be overwritten"))
                .help("name another file with --output"));
        }
        Ok(Self::File(file.to_owned()))
    }

    /// Whether it is a file.
    #[must_use]
    pub fn is_file(&self) -> bool {
        matches!(self, Self::File(_))
    }

    /// Lets `write` write. A reader who has seen enough (`| head`) ends that quietly.
    ///
    /// # Errors
    /// If the destination cannot be written to.
    pub fn write(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failed> {
        let (name, result) = match self {
            Self::Stdout => ("standard output".to_owned(), to_stream(stdout().as_mut(), write)),
            Self::File(path) => {
                let result = std::fs::File::create(path).and_then(|mut file| to_stream(&mut file, write));
                (printable(&path.to_string_lossy()), result)
            }
        };
        match result {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            Err(error) => Err(Failed::new(format!("{name} cannot be written to: {}", reason(&error)))),
            Ok(()) => Ok(()),
        }
    }
}

fn to_stream(stream: &mut dyn Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(64 << 10, stream);
    write(&mut out)?;
    out.flush()
}

/// Standard output, which on an old Windows terminal turns colour codes into calls.
fn stdout() -> Box<dyn Write> {
    let raw = io::stdout().lock();
    if cfg!(windows) { Box::new(AutoStream::always(raw)) } else { Box::new(raw) }
}

/// Writes to standard error; that it is closed is nobody's concern.
pub fn tell(text: &str) {
    let _ = anstream::AutoStream::always(io::stderr().lock()).write_all(text.as_bytes());
}

/// Tells what was noticed about files, where the result on standard output has no place for it.
pub fn tell_notices<'a>(notices: impl IntoIterator<Item = (&'a Version, &'a Problem)>, color: Color) {
    tell(&notices_shown(notices, color));
}

/// What was noticed about files, a line each, as it is told.
#[must_use]
pub fn notices_shown<'a>(notices: impl IntoIterator<Item = (&'a Version, &'a Problem)>, color: Color) -> String {
    let color = colored_stderr(color);
    let mut shown = String::new();
    for (version, problem) in notices {
        let line = problem.span.map(|span| version.document.line_column(span.start).line);
        let line = line.map_or_else(String::new, |line| format!(":{line}"));
        let path = printable(&version.document.path);
        let message = format!("{path}{line}: {}", printable(&problem.message));
        shown.push_str(&labelled(color, "note:", AnsiColor::Cyan, &message));
    }
    shown
}

/// The warning that two files that were aligned do not look like versions of one document, if they do not.
#[must_use]
pub fn doubt_shown(bitext: &Bitext<'_>, color: Color) -> String {
    let resemblance = &bitext.alignment.resemblance;
    if !resemblance.is_unrelated() {
        return String::new();
    }
    let [source, target] = [bitext.source, bitext.target].map(|version| printable(&version.document.path));
    let message = format!("{source} and {target} {}", verdict(resemblance));
    labelled(colored_stderr(color), "warning:", AnsiColor::Yellow, &message)
}

/// Why the system refused something, in plain words and without its error number.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::IsADirectory => "it is a folder, not a file".to_owned(),
        ErrorKind::NotADirectory => "a part of its path is not a folder".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or_default().to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_plain_words() {
        assert_eq!(reason(&io::Error::from(ErrorKind::NotFound)), "no such file or folder");
        let full = io::Error::from_raw_os_error(28);
        assert!(!reason(&full).contains("os error"), "{}", reason(&full));
    }

    #[test]
    fn a_reader_who_has_seen_enough_is_no_failure() {
        let stopped = |_: &mut dyn Write| Err(io::Error::from(ErrorKind::BrokenPipe));
        assert_eq!(Destination::Stdout.write(stopped), Ok(()));
        let full = |_: &mut dyn Write| Err(io::Error::from(ErrorKind::StorageFull));
        let failed = Destination::Stdout.write(full).expect_err("nothing was written");
        assert!(failed.messages[0].starts_with("standard output cannot be written to: "), "{failed:?}");
    }
}
