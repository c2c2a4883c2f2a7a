//! Measuring and cutting text in the cells of a terminal, at the borders of words and never inside a character as
//! people see it.

use icu_segmenter::GraphemeClusterSegmenter;
use unicode_width::UnicodeWidthStr;

/// Stands where something was cut.
pub(super) const CUT: &str = "…";

/// A word that is cut into is dropped if that costs no more cells than this.
const WORD: usize = 16;

/// How many cells `text` takes.
pub(crate) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The characters of `text` as people see them.
fn graphemes(text: &str) -> Vec<&str> {
    let borders: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    borders.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}

/// The beginning of `text`, in at most `budget` cells, with `…` at its end if that is not all.
pub(crate) fn keep_start(text: &str, budget: usize) -> String {
    if width(text) <= budget {
        return text.to_owned();
    }
    if budget == 0 {
        return String::new();
    }
    let graphemes = graphemes(text);
    let kept = fitting(graphemes.iter().copied(), budget - 1);
    let cut: usize = graphemes[..kept].iter().map(|it| it.len()).sum();
    let mut head = &text[..cut];
    let inside_word = !text[cut..].starts_with(char::is_whitespace);
    if inside_word
        && let Some(space) = head.rfind(char::is_whitespace)
        && width(&head[space..]) <= WORD
    {
        head = &head[..space];
    }
    format!("{}{CUT}", head.trim_end())
}

/// The end of `text`, in at most `budget` cells, with `…` at its start if that is not all.
pub(super) fn keep_end(text: &str, budget: usize) -> String {
    if width(text) <= budget {
        return text.to_owned();
    }
    if budget == 0 {
        return String::new();
    }
    let graphemes = graphemes(text);
    let kept = fitting(graphemes.iter().rev().copied(), budget - 1);
    let cut = text.len() - graphemes[graphemes.len() - kept..].iter().map(|it| it.len()).sum::<usize>();
    let mut tail = &text[cut..];
    let inside_word = !text[..cut].ends_with(char::is_whitespace);
    if inside_word
        && let Some(space) = tail.find(char::is_whitespace)
        && width(&tail[..space]) <= WORD
    {
        tail = &tail[space..];
    }
    // White space before the place itself is kept: it parts the two.
    if tail.trim_start().is_empty() { format!("{CUT}{tail}") } else { format!("{CUT}{}", tail.trim_start()) }
}

/// The beginning and the end of `text`, in at most `budget` cells together, with ` … ` between if that is not all.
pub(super) fn keep_ends(text: &str, budget: usize) -> String {
    if width(text) <= budget {
        return text.to_owned();
    }
    if budget < 12 {
        return keep_start(text, budget);
    }
    // The start tells more than the end.
    let head = keep_start(text, budget * 3 / 5);
    let tail = keep_end(text, budget.saturating_sub(width(&head) + 1));
    let (head, tail) = (head.trim_end_matches(CUT), tail.trim_start_matches(CUT));
    format!("{head} {CUT} {}", tail.trim_start())
}

/// How many of `graphemes` fit into `budget` cells.
fn fitting<'a>(graphemes: impl Iterator<Item = &'a str>, budget: usize) -> usize {
    let mut used = 0;
    graphemes
        .take_while(|grapheme| {
            used += width(grapheme);
            used <= budget
        })
        .count()
}

/// Lines of at most `budget` cells, broken at spaces; a word that is longer stands alone on its line.
pub(super) fn wrap(text: &str, budget: usize) -> Vec<String> {
    fill(text.split(' '), budget)
}

/// Lines of `pieces` with spaces between, of at most `budget` cells; a piece that is longer stands alone.
pub(crate) fn fill<'a>(pieces: impl Iterator<Item = &'a str>, budget: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut column = 0;
    for (number, piece) in pieces.enumerate() {
        let needed = width(piece);
        if number > 0 && column + 1 + needed > budget {
            lines.push(std::mem::take(&mut line));
            column = 0;
        } else if number > 0 {
            line.push(' ');
            column += 1;
        }
        line.push_str(piece);
        column += needed;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "the valley had 9,000 inhabitants";

    #[test]
    fn cuts_at_words() {
        assert_eq!(keep_start(TEXT, 40), TEXT);
        assert_eq!(keep_start(TEXT, 18), "the valley had…");
        assert_eq!(keep_start(TEXT, 15), "the valley had…");
        assert_eq!(keep_end(TEXT, 18), "…9,000 inhabitants");
        assert_eq!(keep_end(TEXT, 17), "…inhabitants");
        assert_eq!(keep_ends("one two three four five six seven eight", 24), "one two three … eight");
        assert_eq!(keep_start(TEXT, 0), "");
        assert_eq!(keep_end(TEXT, 1), "…");
    }

    #[test]
    fn cuts_into_words_only_where_there_is_no_other_way() {
        assert_eq!(keep_start("Donaudampfschifffahrtsgesellschaft", 10), "Donaudamp…");
        assert_eq!(keep_end("Donaudampfschifffahrtsgesellschaft", 10), "…ellschaft");
        assert_eq!(keep_start(" Aucun d’entre eux", 4), "…");
        assert_eq!(keep_end("notre réseau ", 4), "… ");
    }

    #[test]
    fn wide_characters_take_two_cells() {
        assert_eq!(width("九万校"), 6);
        assert_eq!(keep_start("九万校以上の学校", 8), "九万校…");
        assert_eq!(keep_end("九万校以上の学校", 8), "…の学校");
    }

    #[test]
    fn combining_marks_and_emoji_stay_whole() {
        let text = "e\u{301}e\u{301}e\u{301}e\u{301}";
        assert_eq!(width(text), 4);
        assert_eq!(keep_start(text, 3), "e\u{301}e\u{301}…");
        assert_eq!(keep_end(text, 3), "…e\u{301}e\u{301}");
        let family = "👩\u{200d}👩\u{200d}👧";
        assert_eq!(keep_start(&family.repeat(3), 4), format!("{family}…"));
        assert_eq!(keep_end("नमस्ते", 3).chars().next(), Some('…'));
    }

    #[test]
    fn right_to_left_text_is_cut_in_the_order_of_reading() {
        assert_eq!(keep_start("يشمل أكثر من مدرسة", 12), "يشمل أكثر…");
        assert_eq!(keep_end("يشمل أكثر من مدرسة", 12), "…من مدرسة");
    }

    #[test]
    fn never_wider_than_asked() {
        let texts = [TEXT, "九万校以上の学校がある", "a b c d e f g h", "👩\u{200d}👧 👩\u{200d}👧 x y", "ééé éé"];
        for text in texts {
            for budget in 1..40 {
                for cut in [keep_start(text, budget), keep_end(text, budget), keep_ends(text, budget)] {
                    assert!(width(&cut) <= budget, "{cut:?} is wider than {budget}");
                }
            }
        }
    }

    /// Widths of texts are not the sums of the widths of their characters (ligatures, emoji, variation selectors).
    #[test]
    fn never_wider_than_asked_whatever_the_text() {
        let joins =
            ["", " ", "\u{200d}", "\u{fe0f}", "\u{fe0e}", "\u{338}", "\u{1f3fb}", "\u{644}\u{627}", "\u{1f1e6}"];
        for c in (0x20..0x1fa00).step_by(211).filter_map(char::from_u32).filter(|c| !c.is_control()) {
            for join in joins {
                let text = format!("{c}{join}{c}{join}x{join}{c}");
                for budget in [2, 3, 12] {
                    let text = text.repeat(budget);
                    for cut in [keep_start(&text, budget), keep_end(&text, budget), keep_ends(&text, budget)] {
                        assert!(width(&cut) <= budget, "{cut:?} is wider than {budget}");
                    }
                }
            }
        }
    }

    #[test]
    fn wraps_at_spaces() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("Donaudampfschiff x", 8), ["Donaudampfschiff", "x"]);
        assert_eq!(wrap("", 8), [""]);
    }
}
