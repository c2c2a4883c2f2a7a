//! `parallax explain RULE`.

use super::rules::{of_severity, paint};
use crate::args::{Color, ExplainArgs};
use crate::error::Failed;
use crate::output::{Destination, colored_stdout};
use anstyle::Style;

/// Prints what a rule finds, why it matters, and its examples.
///
/// # Errors
/// If there is no such rule, or standard output cannot be written to.
pub fn run(args: &ExplainArgs, color: Color) -> Result<u8, Failed> {
    let rule = parallax_drift::find_rule(&args.rule)
        .map_err(|error| Failed::new(error.to_string()).help("`parallax rules` lists all rules"))?;
    let color = colored_stdout(color);
    Destination::Stdout.write(|out| {
        let title = paint(color, Style::new().bold(), &format!("{} {}", rule.code, rule.name));
        let severity = paint(color, of_severity(rule.severity), rule.severity.as_str());
        writeln!(out, "{title} ({severity}, {})", rule.mqm)?;
        writeln!(out, "\n{}", dedented(rule.docs).trim())
    })?;
    Ok(0)
}

/// Without the white space that all lines begin with.
fn dedented(docs: &str) -> String {
    let lines = || docs.lines().map(str::trim_end);
    let indent = lines().filter(|line| !line.is_empty()).map(|line| line.len() - line.trim_start().len()).min();
    lines().map(|line| line.get(indent.unwrap_or(0)..).unwrap_or("")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::dedented;

    #[test]
    fn what_all_lines_begin_with_goes() {
        assert_eq!(dedented(" # A\n\n   b\n c "), "# A\n\n  b\nc");
        assert_eq!(dedented("a\n  b"), "a\n  b");
        assert_eq!(dedented(""), "");
    }
}
