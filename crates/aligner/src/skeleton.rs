//! The rough course of a long pair, before any segment is held against another.
//!
//! Words and facts that both sides have and that are rare on both vote for the places where they stand. The texts are
//! cut into some thousand blocks of neighbouring segments a side, and the best way through all pairs of blocks is
//! found: whatever its slope, for a chapter or an index that one side lacks is a straight piece of it. The number of
//! blocks is limited, so this costs little more for a library than for a novel.

use crate::pair::Pair;
use crate::search::Corridor;
use std::ops::Range;

/// Most blocks a side, and fewest segments in one.
const BLOCKS: usize = 1500;
const LEAST: usize = 4;
/// Votes that are heard, for each segment: those of the rarest pairs of words and facts come first.
const VOTES: usize = 24;
/// No vote comes from a pair whose words meet in more places than this.
const COMMON: usize = 1024;
/// Most that a pair of blocks says for each of its segments, in nats.
const CAP: f32 = 6.0;
/// What it costs to go on by a block on one side only.
const STRAIGHT: f32 = 2.0;
/// Half the width of the corridor around the course, in segments: where the votes for it are many, and where few.
/// Where that was too narrow the search finds it out, and widens it.
const HALF: (usize, usize) = (24, 100);
/// How many nats of votes for each segment are many, on the mean over so many blocks around.
const MANY: f32 = 1.0;
const AROUND: usize = 8;

/// A word or fact of one side and one of the other, with the segments where they stand and what their meeting tells.
pub(crate) struct Voice<'a> {
    pub(crate) source: &'a [u32],
    pub(crate) target: &'a [u32],
    pub(crate) weight: f32,
}

impl Voice<'_> {
    fn votes(&self) -> usize {
        self.source.len() * self.target.len()
    }
}

/// Where blocks of neighbouring segments begin, and, last, where they end; and the block of each segment.
struct Blocks {
    starts: Vec<usize>,
    of: Vec<u32>,
}

impl Blocks {
    fn new(segments: usize, count: usize) -> Self {
        let starts: Vec<usize> = (0..=count).map(|block| block * segments / count).collect();
        let of = starts.windows(2).enumerate().flat_map(|(at, ends)| vec![at as u32; ends[1] - ends[0]]).collect();
        Self { starts, of }
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }
}

/// The corridor around the rough course of a pair, by what its voices say.
pub(crate) fn corridor(pair: &Pair<'_, '_>, mut voices: Vec<Voice<'_>>) -> Corridor {
    let (n, m) = (pair.source.len(), pair.target.len());
    let count = |segments: usize| (segments / LEAST).clamp(1, BLOCKS);
    let (source, target) = (Blocks::new(n, count(n)), Blocks::new(m, count(m)));
    voices.retain(|voice| voice.votes() <= COMMON);
    voices.sort_by_key(Voice::votes);
    let mut left = VOTES * (n + m);
    voices.retain(|voice| {
        left = left.saturating_sub(voice.votes());
        left > 0
    });
    let votes = counted(&voices, &source, &target);
    let course = course(&votes, (source.len(), target.len()));
    around(&course, &source, &target)
}

/// What is said for each pair of blocks, less what chance would say.
fn counted(voices: &[Voice<'_>], source: &Blocks, target: &Blocks) -> Vec<f32> {
    let width = target.len();
    let mut votes = vec![0.0f32; source.len() * width];
    let mut all = 0.0f64;
    for voice in voices {
        for i in voice.source {
            let row = source.of[*i as usize] as usize * width;
            for j in voice.target {
                votes[row + target.of[*j as usize] as usize] += voice.weight;
            }
        }
        all += f64::from(voice.weight) * voice.votes() as f64;
    }
    let chance = (all / votes.len() as f64) as f32;
    let segments = source.of.len() as f32 / source.len() as f32;
    for vote in &mut votes {
        *vote = (*vote - 2.0 * chance).min(CAP * segments);
    }
    votes
}

/// A pair of blocks that the course goes through, and what is said for it.
type Stop = (usize, usize, f32);

/// The best way from the first pair of blocks to the last: by a block on both sides, or on one only.
fn course(votes: &[f32], (n, m): (usize, usize)) -> Vec<Stop> {
    const BOTH: u8 = 0;
    const SOURCE: u8 = 1;
    const TARGET: u8 = 2;
    let mut came = vec![BOTH; n * m];
    let mut above = vec![f32::NEG_INFINITY; m];
    for i in 0..n {
        let mut row = vec![f32::NEG_INFINITY; m];
        for j in 0..m {
            let vote = votes[i * m + j];
            let mut best = match (i, j) {
                (0, 0) => (0.0, BOTH),
                (0, _) | (_, 0) => (f32::NEG_INFINITY, BOTH),
                _ => (above[j - 1], BOTH),
            };
            if above[j] - STRAIGHT > best.0 {
                best = (above[j] - STRAIGHT, SOURCE);
            }
            if j > 0 && row[j - 1] - STRAIGHT > best.0 {
                best = (row[j - 1] - STRAIGHT, TARGET);
            }
            row[j] = best.0 + vote;
            came[i * m + j] = best.1;
        }
        above = row;
    }
    let (mut i, mut j) = (n - 1, m - 1);
    let mut stops = vec![(i, j, votes[i * m + j])];
    while (i, j) != (0, 0) {
        match came[i * m + j] {
            SOURCE => i -= 1,
            TARGET => j -= 1,
            _ => (i, j) = (i - 1, j - 1),
        }
        stops.push((i, j, votes[i * m + j]));
    }
    stops.reverse();
    stops
}

fn around(course: &[Stop], source: &Blocks, target: &Blocks) -> Corridor {
    let (n, m) = (source.of.len(), target.of.len());
    let segments = n as f32 / source.len() as f32;
    let block = n.div_ceil(source.len()).max(m.div_ceil(target.len()));
    let (mut low, mut high) = (vec![m; n + 1], vec![0; n + 1]);
    for (at, (i, j, _)) in course.iter().enumerate() {
        let near: Range<usize> = at.saturating_sub(AROUND)..(at + AROUND + 1).min(course.len());
        let said: f32 = course[near.clone()].iter().map(|(_, _, vote)| vote.max(0.0)).sum();
        let half = if said >= MANY * segments * near.len() as f32 { HALF.0.max(block) } else { HALF.1.max(block) };
        let rows = source.starts[*i].saturating_sub(half)..=(source.starts[*i + 1] + half).min(n);
        let (from, to) = (target.starts[*j].saturating_sub(half), (target.starts[*j + 1] + half).min(m));
        // Neither end ever goes back, so the last row of the lowest place and the first of the highest tell all.
        low[*rows.end()] = low[*rows.end()].min(from);
        high[*rows.start()] = high[*rows.start()].max(to);
    }
    for i in (0..n).rev() {
        low[i] = low[i].min(low[i + 1]);
    }
    for i in 1..=n {
        high[i] = high[i].max(high[i - 1]);
    }
    Corridor::new(low, high, m)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Votes for pairs of blocks: each source block for the target block that it corresponds to, if any.
    fn stops(matches: &[Option<usize>], targets: usize) -> Vec<(usize, usize)> {
        let mut votes = vec![-0.1f32; matches.len() * targets];
        for (i, j) in matches.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?))) {
            votes[i * targets + j] = 8.0;
        }
        course(&votes, (matches.len(), targets)).iter().map(|(i, j, _)| (*i, *j)).collect()
    }

    #[test]
    fn what_one_side_lacks_is_a_straight_piece() {
        let preface: Vec<Option<usize>> = (0..60).map(|i: usize| i.checked_sub(20)).collect();
        let found = stops(&preface, 40);
        assert!((20..60).all(|i| found.contains(&(i, i - 20))), "{found:?}");
        let index: Vec<Option<usize>> = (0..30).map(Some).collect();
        assert!((0..30).all(|i| stops(&index, 90).contains(&(i, i))));
    }

    #[test]
    fn without_votes_the_course_is_straight_on() {
        let found = stops(&[None; 50], 50);
        assert_eq!(found, (0..50).map(|i| (i, i)).collect::<Vec<_>>());
        assert_eq!(stops(&[None], 1), [(0, 0)]);
    }

    #[test]
    fn the_corridor_holds_the_course_and_both_ends() {
        let (source, target) = (Blocks::new(1000, 250), Blocks::new(3000, 750));
        let course: Vec<Stop> = (0..250).map(|i| (i, i, 30.0)).chain((250..750).map(|j| (249, j, 0.0))).collect();
        let corridor = around(&course, &source, &target);
        assert!(corridor.holds(0, 0) && corridor.holds(500, 500) && corridor.holds(1000, 3000));
        assert!(!corridor.holds(500, 1000), "the index at the end does not widen what stands before it");
    }
}
