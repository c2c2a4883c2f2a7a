//! The sides of a finding, drawn: label, text, marks.

use super::change;
use super::excerpt::{BRACKETS, Excerpt, Window};
use super::paint::{self, Paint};
use super::side::Side;
use super::{Layout, cells};
use anstyle::Style;
use parallax_core::Severity;
use std::ops::Range;

/// At least so much of what follows a place is shown before places are put under each other.
const FOLLOWING: usize = 12;

/// A side that is ready to be drawn.
struct Drawn<'a> {
    side: &'a Side<'a>,
    excerpt: Excerpt,
    /// Where the place begins, in cells from the start of the text.
    column: usize,
    /// What of the place differs from the other side's.
    changed: Vec<Range<usize>>,
}

/// The lines for `sides`: one for the text, one for the marks, before them one for the label where it has no room
/// beside the text. Places stand under each other where there is room.
pub(super) fn draw(sides: &[Side<'_>], layout: &Layout, severity: Severity, paint: Paint) -> Vec<String> {
    let width = layout.text_width();
    let windows: Vec<Option<Window>> =
        sides.iter().map(|side| side.place.map(|(span, block)| Window::new(side.source, span, block, width))).collect();
    let mut drawn: Vec<Drawn<'_>> =
        sides.iter().zip(&windows).map(|(side, window)| ready(side, window, width)).collect();
    align(&mut drawn, &windows, width);
    if let [first, second] = drawn.as_mut_slice()
        && first.excerpt.whole
        && second.excerpt.whole
    {
        (first.changed, second.changed) = change::changed(&first.excerpt.span, &second.excerpt.span);
    }
    drawn.iter().flat_map(|side| side.lines(layout, severity, paint)).collect()
}

fn ready<'a>(side: &'a Side<'a>, window: &Option<Window>, width: usize) -> Drawn<'a> {
    let caption = side.caption.as_ref().map_or(0, |caption| cells::width(&caption.short) + 2);
    let excerpt = match window {
        Some(window) => window.cut(width, caption),
        None => {
            Excerpt { left: String::new(), span: String::new(), right: String::new(), brackets: false, whole: false }
        }
    };
    Drawn { side, column: cells::width(&excerpt.left), excerpt, changed: Vec::new() }
}

/// Puts the places under each other, as in a concordance, if that leaves enough room for what follows them.
fn align(drawn: &mut [Drawn<'_>], windows: &[Option<Window>], width: usize) {
    let column = drawn.iter().map(|side| side.column).max().unwrap_or(0);
    let fits = drawn.iter().all(|side| {
        let needed = cells::width(&side.excerpt.span) + cells::width(&side.excerpt.right).min(FOLLOWING);
        side.side.place.is_some() && !side.excerpt.brackets && column + needed <= width
    });
    if !fits {
        return;
    }
    for (side, window) in drawn.iter_mut().zip(windows) {
        side.column = column;
        if let Some(window) = window {
            window.shift(&mut side.excerpt, column, width);
        }
    }
}

impl Drawn<'_> {
    fn lines(&self, layout: &Layout, severity: Severity, paint: Paint) -> Vec<String> {
        let style = if self.side.primary { paint::of_severity(severity) } else { paint::CONTEXT };
        let mut lines = Vec::new();
        let label = paint.on(if self.side.primary { paint::STRONG } else { paint::FAINT }, &self.side.label);
        let indent = " ".repeat(layout.text_column());
        let start = match layout.label_width {
            Some(most) => format!("  {label}{}  ", " ".repeat(most.saturating_sub(cells::width(&self.side.label)))),
            None => {
                lines.push(format!("  {label}"));
                indent.clone()
            }
        };
        if self.side.place.is_none() {
            let caption = self.side.caption.as_ref().map_or("", |caption| &caption.long);
            lines.push(format!("{start}{}", paint.on(style, caption)));
            return lines;
        }
        let shift = " ".repeat(self.column - cells::width(&self.excerpt.left).min(self.column));
        lines.push(format!("{start}{shift}{}", self.text(style, paint)).trim_end().to_owned());
        let marks = self.marks();
        let mut beside = None;
        if let Some(marks) = marks {
            let room = layout.text_width().saturating_sub(self.column + cells::width(&marks) + 1);
            beside = self.side.caption.as_ref().filter(|caption| cells::width(&caption.short) <= room);
            let caption = beside.map_or_else(String::new, |caption| format!(" {}", caption.short));
            let under = paint.on(style, &format!("{marks}{caption}"));
            lines.push(format!("{indent}{}{under}", " ".repeat(self.column)));
        }
        if let (Some(caption), None) = (&self.side.caption, beside) {
            lines.push(format!("{indent}{}", paint.on(style, &caption.long)));
        }
        lines
    }

    fn text(&self, style: Style, paint: Paint) -> String {
        let Excerpt { left, span, right, brackets, .. } = &self.excerpt;
        let strong = style.bold().underline();
        let mut marked = String::new();
        let mut done = 0;
        for range in &self.changed {
            marked.push_str(&paint.on(style, &span[done..range.start]));
            marked.push_str(&paint.on(strong, &span[range.clone()]));
            done = range.end;
        }
        marked.push_str(&paint.on(style, &span[done..]));
        let [open, close] = if *brackets { BRACKETS } else { ["", ""] };
        format!("{left}{}{marked}{}{right}", paint.on(style, open), paint.on(style, close))
    }

    /// The row of marks; none where there are brackets.
    fn marks(&self) -> Option<String> {
        let mark = if self.side.primary { "^" } else { "-" };
        let marks = || mark.repeat(cells::width(&self.excerpt.span).max(1));
        (!self.excerpt.brackets).then(marks)
    }
}
