//! Which characters differ between two short texts.

use super::cells;
use similar::{Algorithm, DiffTag, TextDiff};
use std::ops::Range;

/// Longer texts differ everywhere if they are in two languages.
const LONGEST: usize = 40;

/// Less alike than this (*18 March*, *13 mars*), and marking characters says nothing.
const LEAST_ALIKE: f32 = 0.6;

/// The byte ranges of each text that the other one does not have; none where the texts cannot be compared letter by
/// letter (other scripts, too long, too different).
pub(super) fn changed(a: &str, b: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let none = (Vec::new(), Vec::new());
    if a == b || cells::width(a) > LONGEST || cells::width(b) > LONGEST || !same_script(a, b) {
        return none;
    }
    let diff = TextDiff::configure().algorithm(Algorithm::Myers).diff_graphemes(a, b);
    if diff.ratio() < LEAST_ALIKE {
        return none;
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (diff.iter_old_slices().collect(), diff.iter_new_slices().collect());
    let (mut in_a, mut in_b) = (Vec::new(), Vec::new());
    for op in diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal) {
        push(&mut in_a, &old, op.old_range());
        push(&mut in_b, &new, op.new_range());
    }
    (in_a, in_b)
}

fn push(ranges: &mut Vec<Range<usize>>, pieces: &[&str], range: Range<usize>) {
    let start: usize = pieces[..range.start].iter().map(|piece| piece.len()).sum();
    let len: usize = pieces[range].iter().map(|piece| piece.len()).sum();
    if len > 0 {
        ranges.push(start..start + len);
    }
}

/// Whether the letters of both texts are of one script; digits and signs are of none.
fn same_script(a: &str, b: &str) -> bool {
    let first = |text: &str| text.chars().find_map(script);
    match (first(a), first(b)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

/// Coarse on purpose: it is enough to tell scripts apart that share no letters.
fn script(c: char) -> Option<u32> {
    if !c.is_alphabetic() {
        return None;
    }
    match u32::from(c) {
        ..=0x36f | 0x1e00..=0x1eff => Some(0),
        0x370..=0x3ff | 0x1f00..=0x1fff => Some(1),
        0x400..=0x52f => Some(2),
        0x2e80..=0x31ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000.. => Some(3),
        0x1100..=0x11ff | 0xac00..=0xd7ff => Some(4),
        other => Some(5 + other / 0x80),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(a: &str, b: &str) -> (Vec<String>, Vec<String>) {
        let (in_a, in_b) = changed(a, b);
        let pieces = |text: &str, ranges: Vec<Range<usize>>| ranges.into_iter().map(|it| text[it].to_owned()).collect();
        (pieces(a, in_a), pieces(b, in_b))
    }

    #[test]
    fn finds_the_characters_that_differ() {
        let expected = (vec!["3".to_owned()], vec!["8".to_owned()]);
        assert_eq!(shown("13 mars", "18 mars"), expected);
        assert_eq!(shown("2.5", "2,5"), (vec![".".to_owned()], vec![",".to_owned()]));
        assert_eq!(shown("cafe\u{301}s", "cafes"), (vec!["e\u{301}".to_owned()], vec!["e".to_owned()]));
    }

    #[test]
    fn says_nothing_of_texts_that_cannot_be_compared() {
        let nothing = (Vec::new(), Vec::new());
        assert_eq!(changed("Москва 12", "Moscow 12"), nothing);
        assert_eq!(changed("same", "same"), nothing);
        assert_eq!(changed("18 March", "13 mars"), nothing);
        assert_eq!(changed(&"a".repeat(50), &"ab".repeat(25)), nothing);
        assert_eq!(changed("", "x"), nothing);
    }
}
