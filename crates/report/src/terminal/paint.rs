//! Colours. What they say is always also said by words or marks.

use anstyle::{AnsiColor, Color, Style};
use parallax_core::Severity;

/// Group headers and titles.
pub(super) const STRONG: Style = Style::new().bold();
/// What may be passed over: labels of context, notes.
pub(super) const FAINT: Style = Style::new().dimmed();
/// The side that is held against the other one.
pub(super) const CONTEXT: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Blue)));
/// Nothing found.
pub(super) const GOOD: Style = Style::new().bold().fg_color(Some(Color::Ansi(AnsiColor::Green)));

/// The colour of a severity.
pub(super) fn of_severity(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::Cyan,
    };
    Style::new().fg_color(Some(Color::Ansi(color)))
}

/// Paints, or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    /// Whether to paint.
    pub(super) color: bool,
}

impl Paint {
    /// `text` in `style`.
    pub(super) fn on(self, style: Style, text: &str) -> String {
        if self.color && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}
