//! `parallax rules`.

use super::coverage;
use crate::args::Color;
use crate::args::rules::RulesArgs;
use crate::error::Failed;
use crate::output::{Destination, colored_stdout};
use anstyle::{AnsiColor, Style};
use parallax_core::Severity;

/// Lists all rules, a line each; or what is known of a language.
///
/// # Errors
/// If standard output cannot be written to.
pub fn run(args: &RulesArgs, color: Color) -> Result<u8, Failed> {
    let color = colored_stdout(color);
    if let Some(language) = &args.language {
        Destination::Stdout.write(|out| coverage::write(language, color, out))?;
        return Ok(0);
    }
    let longest = parallax_drift::rules().map(|rule| rule.name.len()).max().unwrap_or(0);
    Destination::Stdout.write(|out| {
        for rule in parallax_drift::rules() {
            let code = paint(color, Style::new().bold(), rule.code);
            let severity = paint(color, of_severity(rule.severity), &format!("{:<7}", rule.severity));
            writeln!(out, "{code}  {:<longest$}  {severity}  {}", rule.name, rule.summary)?;
        }
        Ok(())
    })?;
    Ok(0)
}

/// The colour of a severity.
pub(super) fn of_severity(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default(),
        Severity::Warning => AnsiColor::Yellow.on_default(),
        Severity::Info => AnsiColor::Blue.on_default(),
    }
}

pub(super) fn paint(color: bool, style: Style, text: &str) -> String {
    if color { format!("{style}{text}{style:#}") } else { text.to_owned() }
}
