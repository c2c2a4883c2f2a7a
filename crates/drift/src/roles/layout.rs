//! Which words stand with which of two numbers.

use super::list::{Between, is_mark};
use super::words::{Anchor, Word};
use parallax_core::TextRange;
use parallax_core::fold::stands_alone;

/// How one side sets two numbers and the words around them.
pub(super) struct Layout<'a> {
    /// The text of the block.
    pub(super) text: &'a str,
    /// The numbers, in their order.
    pub(super) numbers: [TextRange; 2],
    pub(super) between: Between,
    /// The words around them.
    pub(super) words: &'a [Word],
}

impl Layout<'_> {
    /// Which of the two numbers a word stands with, and whether it stands between them; none where it is in the middle.
    fn number_of(&self, at: usize) -> Option<(usize, bool)> {
        let [first, last] = self.numbers;
        if at < first.start {
            return Some((0, false));
        }
        if at >= last.end {
            return Some((1, false));
        }
        if let Some((end, start)) = self.between.borders
            && (at < end || at > start)
        {
            return Some((usize::from(at > start), true));
        }
        // Where nothing parts them, with the one that it stands much nearer to.
        let count = |from: usize, to: usize| self.words.iter().filter(|word| (from..to).contains(&word.start)).count();
        let (before, behind) = (1 + count(first.end, at), 1 + count(at + 1, last.start));
        match (before * 2 <= behind, behind * 2 <= before) {
            (true, _) => Some((0, true)),
            (_, true) => Some((1, true)),
            _ => None,
        }
    }

    /// Whether the same words stand before both numbers, or behind both, or words with the same ending: the nearest ones,
    /// or any close by (two of them in a script without spaces).
    pub(super) fn is_parallel(&self) -> bool {
        const CLOSE: usize = 4;
        let [first, last] = self.numbers;
        let (end, start) = self.between.borders.unwrap_or((last.start, first.end));
        let stretch = |from: usize, to: usize| {
            let bounds = [from, to.max(from)].map(|at| self.words.partition_point(|word| word.start < at));
            &self.words[bounds[0]..bounds[1]]
        };
        let repeated = |a: &[&Word], b: &[&Word]| {
            let same = |a: &Word, b: &Word| a.folded == b.folded || end_alike(&a.folded, &b.folded);
            let count = a.iter().filter(|a| b.iter().any(|b| same(a, b))).count();
            let enough = if a.first().is_some_and(|word| word.symbol) { 2 } else { 1 };
            count >= enough || a.first().zip(b.first()).is_some_and(|(a, b)| same(a, b))
        };
        let before = [stretch(0, first.start), stretch(start, last.start)];
        let behind = [stretch(first.end, end), stretch(last.end, usize::MAX)];
        let [a, b] = before.map(|words| words.iter().rev().take(CLOSE).collect::<Vec<_>>());
        let [c, d] = behind.map(|words| words.iter().take(CLOSE).collect::<Vec<_>>());
        repeated(&a, &b) || repeated(&c, &d)
    }

    /// Whether a word stands behind a number, with one word or two characters of a script without spaces between at most,
    /// while behind the other number there is none: it may be what both count.
    fn may_count_both(&self, at: usize, number: usize) -> bool {
        let behind = |number: usize| self.text.get(self.numbers[number].end..).unwrap_or_default();
        let gap = at.checked_sub(self.numbers[number].end).and_then(|gap| behind(number).get(..gap));
        let near = gap.is_some_and(|gap| {
            let (alone, others) = gap.split_whitespace().fold((0, 0), |(alone, others), word| {
                let count = word.chars().filter(|c| stands_alone(*c)).count();
                (alone + count, others + usize::from(count == 0))
            });
            !gap.contains(is_mark) && alone <= 2 && others <= 1
        });
        let other = behind(1 - number);
        let rest = other.trim_start_matches(|c: char| stands_alone(c)).trim_start();
        near && other.len() - rest.len() <= 6
            && rest.chars().next().is_none_or(|c| is_mark(c) || matches!(c, '.' | ')'))
    }
}

/// Whether two words have an ending of some letters in common, as those of one case do in languages that have many.
fn end_alike(a: &str, b: &str) -> bool {
    const ENDING: usize = 4;
    let common = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b && a.is_alphabetic()).count();
    common >= ENDING && a.chars().count().min(b.chars().count()) > common
}

/// A word that stands with the same number on both sides, or with the other one.
#[derive(Clone, Copy)]
struct Stand {
    /// The numbers that it stands with: the first of a side, or the last.
    numbers: (usize, usize),
    /// Whether it stands between them.
    inside: (bool, bool),
    weight: f64,
}

impl Stand {
    /// Whether the word stands with another number than before: the first number of the source is the last of the target.
    fn kept(self) -> bool {
        self.numbers.0 == self.numbers.1
    }
}

/// What a word says by itself, and what two words say that stand with one number each.
const ONE: f64 = 0.5;

/// How much speaks for the words that both sides share having kept their order while the numbers did not, and how much
/// for words having moved with the numbers.
pub(super) fn weigh(anchors: &[Anchor], sources: &Layout<'_>, targets: &Layout<'_>) -> (f64, f64) {
    let stand = |anchor: &Anchor| {
        let (from, to) = (sources.number_of(anchor.source)?, targets.number_of(anchor.target)?);
        if anchor.word && sources.may_count_both(anchor.source, from.0) && targets.may_count_both(anchor.target, to.0) {
            return None;
        }
        Some(Stand { numbers: (from.0, to.0), inside: (from.1, to.1), weight: anchor.weight })
    };
    let stands: Vec<Stand> = anchors.iter().filter_map(stand).collect();
    let (mut kept, mut moved) = (0.0, 0.0);
    for (index, a) in stands.iter().enumerate() {
        // Before both numbers, or behind both, stand words for the whole sentence too.
        if a.inside.0 || a.inside.1 {
            *(if a.kept() { &mut kept } else { &mut moved }) += ONE * a.weight;
        }
        for b in &stands[index + 1..] {
            let apart = a.numbers.0 != b.numbers.0 && a.numbers.1 != b.numbers.1;
            let inside = (a.inside.0 || b.inside.0) && (a.inside.1 || b.inside.1);
            if apart && inside {
                *(if a.kept() { &mut kept } else { &mut moved }) += a.weight * b.weight;
            }
        }
    }
    (kept, moved)
}
