//! Why a command could not do its work: told on standard error, exit code 2.

use anstyle::{AnsiColor, Style};
use parallax_core::report::{Failure, FailureKind};
use std::fmt::Write as _;

/// A command that could not do its work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// What is wrong, and where, without a full stop; mostly one thing.
    pub messages: Vec<String>,
    /// More lines to show under it.
    pub details: Vec<String>,
    /// What to do.
    pub help: Option<String>,
}

impl Failed {
    /// A failure with nothing to add.
    pub fn new(message: impl Into<String>) -> Self {
        Self { messages: vec![message.into()], details: Vec::new(), help: None }
    }

    /// The failure that files could not be read.
    #[must_use]
    pub fn unreadable(failures: &[Failure]) -> Self {
        Self { messages: failures.iter().map(unreadable).collect(), details: Vec::new(), help: None }
    }

    /// The same with what to do.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// The same with lines to show under the message.
    #[must_use]
    pub fn details(self, details: Vec<String>) -> Self {
        Self { details, ..self }
    }

    /// As it is printed, with the line break at its end.
    #[must_use]
    pub fn render(&self, color: bool) -> String {
        let paint = |style: Style, text: &str| if color { format!("{style}{text}{style:#}") } else { text.to_owned() };
        let mut text: String =
            self.messages.iter().map(|message| labelled(color, "error:", AnsiColor::Red, message)).collect();
        for detail in &self.details {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  {detail}");
        }
        if let Some(help) = &self.help {
            let _ = writeln!(text, "{} {help}", paint(AnsiColor::Cyan.on_default().bold(), "help:"));
        }
        text
    }
}

/// The line that says so of a file.
pub(crate) fn unreadable(failure: &Failure) -> String {
    let what = match failure.kind {
        FailureKind::Unreadable => "could not be read",
        FailureKind::Unrelated => "was not compared",
    };
    format!("{} {what}: {}", printable(&failure.path), printable(&failure.reason))
}

/// A line that begins with a coloured word.
pub(crate) fn labelled(color: bool, label: &str, hue: AnsiColor, message: &str) -> String {
    let style = hue.on_default().bold();
    if color { format!("{style}{label}{style:#} {message}\n") } else { format!("{label} {message}\n") }
}

/// Text from outside made fit for one line of a terminal: control characters are shown, not sent.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut shown, c| {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
        shown
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_say_what_and_what_to_do() {
        let failed = Failed::new("no such thing").details(vec!["a".to_owned()]).help("bring one");
        assert_eq!(failed.render(false), "error: no such thing\n  a\nhelp: bring one\n");
        assert!(failed.render(true).contains("\u{1b}["));
    }

    #[test]
    fn what_steers_a_terminal_is_shown() {
        assert_eq!(printable("a\u{1b}[31m\nb\u{202e}é"), "a\\u{1b}[31m\\nb\\u{202e}é");
    }
}
