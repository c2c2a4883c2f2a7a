//! Which words of a bead have their like on the other side.

use super::words::{Sort, Word, Words};
use parallax_core::lexicon::{cosine, likeness};

/// Least likeness of two whole words, and of their stems.
const ALIKE: f64 = 0.72;
const STEMS_ALIKE: f64 = 0.85;
/// A stem has so many letters at most, and at least.
const STEM: (usize, usize) = (7, 5);
/// Least cosine of what two words stand for.
const SAME_CONCEPT: f32 = 0.3;

/// The like of a word on the other side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Like {
    /// Its place in the list of words.
    pub(crate) at: usize,
    /// How like it is, 0 to 1.
    pub(crate) likeness: f64,
}

/// For each word of either side, its like on the other: the likest, of several the one that stands about where it does.
pub(crate) fn tie(from: &Words, to: &Words) -> [Vec<Option<Like>>; 2] {
    let mut best: [Vec<Option<(f64, Like)>>; 2] = [vec![None; from.list.len()], vec![None; to.list.len()]];
    let place = |at: usize, words: &Words| at as f64 / words.list.len() as f64;
    let is_looked_for = |word: &Word| !matches!(word.sort, Sort::Fact(_) | Sort::Short);
    for (i, word) in from.list.iter().enumerate().filter(|(_, word)| is_looked_for(word)) {
        for (j, other) in to.list.iter().enumerate().filter(|(_, word)| is_looked_for(word)) {
            let likeness = likeness_of((from, word), (to, other));
            if likeness <= 0.0 {
                continue;
            }
            let rank = likeness - 0.01 * (place(i, from) - place(j, to)).abs();
            let (left, right) = best.split_at_mut(1);
            for (known, at) in [(&mut left[0][i], j), (&mut right[0][j], i)] {
                if known.is_none_or(|(known, _)| rank > known) {
                    *known = Some((rank, Like { at, likeness }));
                }
            }
        }
    }
    best.map(|list| list.into_iter().map(|it| it.map(|(_, like)| like)).collect())
}

/// How likely two words are to mean the same, 0 to 1.
pub(crate) fn likeness_of((from, a): (&Words, &Word), (to, b): (&Words, &Word)) -> f64 {
    if matches!(b.sort, Sort::Fact(_) | Sort::Short) {
        return 0.0;
    }
    if a.territory.is_some() && b.territory.is_some() {
        return f64::from(u8::from(a.territory == b.territory));
    }
    let (meanings, others) = (from.meanings(a), to.meanings(b));
    if !others.is_empty() && meanings.iter().any(|meaning| others.contains(meaning)) {
        return 1.0;
    }
    let (concepts, others) = (from.concepts(a), to.concepts(b));
    if !concepts.is_empty() && !others.is_empty() {
        let cosine = cosine(concepts, others);
        if cosine >= SAME_CONCEPT {
            return f64::from(cosine).max(0.5);
        }
    }
    let folded = from.folded(a);
    if folded == to.folded(b) {
        return match folded.chars().take(4).count() {
            4 => 1.0,
            3 => 0.8,
            _ => 0.5,
        };
    }
    by_sound((from.sounds(a), a.letters), (to.sounds(b), b.letters))
}

fn by_sound((a, in_a): (&[u8], u64), (b, in_b): (&[u8], u64)) -> f64 {
    let ((short, in_short), long) = if a.len() <= b.len() { ((a, in_a), b) } else { ((b, in_b), a) };
    // Most pairs of words have too few letters in common, whatever their order.
    if short.len() < 4 || (in_a & in_b).count_ones() * 20 < in_short.count_ones() * 11 {
        return 0.0;
    }
    if short.len() >= STEM.1 {
        if long.starts_with(short) {
            return 0.8;
        }
        let stem = short.len().min(STEM.0);
        let stems = likeness(&short[..stem], &long[..stem]);
        if stems >= STEMS_ALIKE {
            return 0.9 * stems;
        }
    }
    if (short.len() as f64) < ALIKE * long.len() as f64 {
        return 0.0;
    }
    let whole = likeness(short, long);
    if whole >= ALIKE { whole } else { 0.0 }
}
