//! A place with as much of the text around it as fits on a line.

use super::{cells, clean};
use parallax_core::Span;

/// Stand around a place where marks under it would mislead.
pub(super) const BRACKETS: [&str; 2] = ["⟦", "⟧"];

/// Less text than this before a point does not say where it is.
const SHORTEST: usize = 12;

/// The text before, at and after a place, cleaned but not yet cut.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window {
    before: String,
    span: String,
    after: String,
}

/// What of a window is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The text before the place.
    pub(super) left: String,
    /// The text of the place.
    pub(super) span: String,
    /// The text after the place.
    pub(super) right: String,
    /// Whether the place is in brackets, for marks under it would mislead.
    pub(super) brackets: bool,
    /// Whether the text of the place is all there.
    pub(super) whole: bool,
}

impl Window {
    /// The text of `source` around `span`, from `block`. Of long texts only as much as may be needed to fill `width`
    /// cells is looked at.
    pub(super) fn new(source: &str, span: Span, block: Span, width: usize) -> Self {
        // Most characters take a cell; some take none.
        let most = 4 * width + 16;
        let part = |start: usize, end: usize| source.get(start..end).unwrap_or_default();
        let text = part(span.start, span.end);
        let (head, tail) = (first_chars(text, most), last_chars(text, most));
        let span_text = if head.len() + tail.len() < text.len() {
            format!("{}{}", clean::exact(head), clean::exact(tail))
        } else {
            clean::exact(text)
        };
        let before = clean::context(last_chars(part(block.start, span.start), most));
        let after = clean::context(first_chars(part(span.end, block.end), most));
        Self { before: before.trim_start().to_owned(), span: span_text, after: after.trim_end().to_owned() }
    }

    /// Cuts the window to `width` cells. The place comes first; of what is left, what precedes it gets two fifths,
    /// and more where little follows. After a point between two characters `caption` cells are kept free, if there
    /// is room enough: something is to be said there.
    pub(super) fn cut(&self, width: usize, caption: usize) -> Excerpt {
        let plain = self.cut_to(width, caption, false);
        let shown = [plain.left.as_str(), &plain.span, &plain.right].concat();
        if clean::misleads_marks(&shown) { self.cut_to(width.saturating_sub(2), 0, true) } else { plain }
    }

    fn cut_to(&self, width: usize, caption: usize, brackets: bool) -> Excerpt {
        let span = cells::keep_ends(&self.span, width);
        if span != self.span {
            return Excerpt { left: String::new(), span, right: String::new(), brackets, whole: false };
        }
        let room = width.saturating_sub(cells::width(&span));
        let mut share = (room * 2 / 5).max(room.saturating_sub(cells::width(&self.after)));
        if span.is_empty() && caption + SHORTEST <= room {
            share = share.min(room - caption);
        }
        let left = cells::keep_end(&self.before, share);
        let right = cells::keep_start(&self.after, room.saturating_sub(cells::width(&left)));
        Excerpt { left, span, right, brackets, whole: true }
    }

    /// Cuts what follows the place anew, for a place that begins `column` cells into a line of `width`.
    pub(super) fn shift(&self, excerpt: &mut Excerpt, column: usize, width: usize) {
        if !excerpt.whole {
            return;
        }
        excerpt.right = cells::keep_start(&self.after, width.saturating_sub(column + cells::width(&excerpt.span)));
    }
}

fn first_chars(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

fn last_chars(text: &str, most: usize) -> &str {
    text.char_indices().rev().nth(most).map_or(text, |(start, _)| &text[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, place: &str, width: usize) -> String {
        let start = text.find(place).expect("place is in the text");
        let span = Span::new(start, start + place.len());
        let it = Window::new(text, span, Span::new(0, text.len()), width).cut(width, 0);
        let [open, close] = if it.brackets { BRACKETS } else { ["<", ">"] };
        let shown = format!("{}{open}{}{close}{}", it.left, it.span, it.right);
        assert!(cells::width(&shown) <= width + if it.brackets { 0 } else { 2 }, "{shown:?} is too wide");
        shown
    }

    const TEXT: &str =
        "Before the flood of 1953 the valley had more than 9,000 inhabitants in seven villages, all told.";

    #[test]
    fn shows_words_on_both_sides() {
        assert_eq!(excerpt(TEXT, "9,000", 50), "…had more than <9,000> inhabitants in seven…");
        assert_eq!(excerpt(TEXT, "Before", 30), "<Before> the flood of 1953 the…");
        assert_eq!(excerpt(TEXT, "told.", 30), "…in seven villages, all <told.>");
    }

    #[test]
    fn cuts_long_places_in_the_middle() {
        assert_eq!(excerpt(TEXT, TEXT, 40), "<Before the flood of … all told.>");
    }

    #[test]
    fn keeps_room_for_what_is_said_of_a_point() {
        let (span, block) = (Span::new(TEXT.len(), TEXT.len()), Span::new(0, TEXT.len()));
        let left = |caption| Window::new(TEXT, span, block, 40).cut(40, caption).left;
        assert_eq!(left(0), "…in seven villages, all told.");
        assert_eq!(left(20), "…villages, all told.");
        assert_eq!(left(30), left(0));
    }

    #[test]
    fn joins_lines_and_drops_what_is_unseen() {
        assert_eq!(excerpt("a soft\u{ad}ly\n    wrapped 9 text\n", "9", 40), "a softly wrapped <9> text");
        assert_eq!(excerpt("x\u{1b}[2J 9\u{200b}0 y", "9\u{200b}0", 40), "x␛[2J <9\\u{200b}0> y");
    }

    #[test]
    fn brackets_places_in_right_to_left_text() {
        let text = "يشمل البرنامج أكثر من 9000 مدرسة في 20 دولة";
        assert_eq!(excerpt(text, "9000", 60), "يشمل البرنامج أكثر من ⟦9000⟧ مدرسة في 20 دولة");
        assert_eq!(excerpt(text, "9000", 24), "…من ⟦9000⟧ مدرسة في 20…");
    }

    #[test]
    fn fills_lines_of_wide_characters() {
        let text = "このプログラムは世界20か国の9000校以上の学校を対象としています";
        assert_eq!(excerpt(text, "9000", 30), "…20か国の<9000>校以上の学校を対…");
    }

    #[test]
    fn spans_outside_of_the_text_show_nothing() {
        let it = Window::new("é", Span::new(1, 9), Span::new(0, 9), 40).cut(40, 0);
        assert_eq!((it.left.as_str(), it.span.as_str(), it.right.as_str()), ("", "", ""));
    }
}
