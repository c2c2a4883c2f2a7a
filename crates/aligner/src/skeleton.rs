//! The rough course of a long pair, before any segment is held against another.
//!
//! Words and facts that both sides have and that are rare on both vote for the places where they stand. The texts are
//! cut into a thousand blocks of neighbouring segments a side, and the best way through all pairs of blocks is
//! found: whatever its slope, for a chapter or an index that one side lacks is a straight piece of it. What a way that
//! is not much worse goes through is looked at again in smaller blocks, until they are a few segments. The number of
//! blocks is limited, and so is the width of what is left, so this costs little more for a library than for a novel.

use crate::search::Corridor;

/// Most blocks a side at first, and fewest segments in one.
const BLOCKS: usize = 1000;
const LEAST: usize = 4;
/// By how many times blocks are smaller each time.
const FINER: usize = 6;
/// Votes that are heard, for each segment: those of the rarest pairs of words and facts come first.
const VOTES: usize = 24;
/// No vote comes from a pair whose words meet in more places than this.
const COMMON: usize = 1024;
/// Most that a pair of blocks says for each of its segments, in nats.
const CAP: f32 = 6.0;
/// What it costs to go on by a block on one side only.
const STRAIGHT: f32 = 2.0;
/// How much worse than the best way, in nats of votes, a way may be that is looked at again.
const MARGIN: f32 = 40.0;
/// By how many segments the corridor is wider than the blocks that are left.
/// Where that was too narrow the search finds it out, and widens it.
const HALF: usize = 12;

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

    fn segments(&self) -> usize {
        self.of.len()
    }
}

/// The corridor around the rough course of texts of `n` and `m` segments, by what their voices say.
pub(crate) fn corridor((n, m): (usize, usize), mut voices: Vec<Voice<'_>>) -> Corridor {
    voices.retain(|voice| voice.votes() <= COMMON);
    voices.sort_by_key(Voice::votes);
    let mut left = VOTES * (n + m);
    voices.retain(|voice| {
        left = left.saturating_sub(voice.votes());
        left > 0
    });
    let mut most = BLOCKS;
    let mut corridor: Option<Corridor> = None;
    loop {
        let count = |segments: usize| (segments / LEAST).clamp(1, most);
        let (source, target) = (Blocks::new(n, count(n)), Blocks::new(m, count(m)));
        let outer = match &corridor {
            None => Corridor::diagonal(source.len() - 1, target.len() - 1, target.len()),
            Some(corridor) => in_blocks(corridor, &source, &target),
        };
        let votes = Votes::counted(&voices, &source, &target, outer);
        let last = most >= (n / LEAST).max(m / LEAST);
        corridor = Some(in_segments(&votes.near_course(MARGIN), &source, &target, if last { HALF } else { 0 }));
        if let (true, Some(corridor)) = (last, corridor.as_ref()) {
            return corridor.clone();
        }
        most *= FINER;
    }
}

/// What is said for pairs of blocks.
struct Votes {
    /// The pairs, as places between source and target.
    corridor: Corridor,
    /// For each source block, where its pairs begin.
    starts: Vec<usize>,
    /// For each pair, what is said for it, less what chance would say.
    said: Vec<f32>,
}

impl Votes {
    fn counted(voices: &[Voice<'_>], source: &Blocks, target: &Blocks, corridor: Corridor) -> Self {
        let starts: Vec<usize> = (0..source.len())
            .scan(0, |next, i| {
                let start = *next;
                *next += corridor.width(i);
                Some(start)
            })
            .collect();
        let mut said = vec![0.0f32; corridor.area()];
        let mut all = 0.0f64;
        for voice in voices {
            for i in voice.source {
                let block = source.of[*i as usize] as usize;
                let (low, high) = (corridor.low(block), corridor.high(block));
                let (from, to) = (target.starts[low], target.starts[high + 1]);
                let first = voice.target.partition_point(|j| (*j as usize) < from);
                for j in voice.target[first..].iter().take_while(|j| (**j as usize) < to) {
                    said[starts[block] + target.of[*j as usize] as usize - low] += voice.weight;
                }
            }
            all += f64::from(voice.weight) * voice.votes() as f64;
        }
        let chance = (all / (source.len() * target.len()) as f64) as f32;
        let segments = source.segments() as f32 / source.len() as f32;
        for vote in &mut said {
            *vote = (*vote - 2.0 * chance).min(CAP * segments);
        }
        Self { corridor, starts, said }
    }

    fn row(&self, i: usize) -> &[f32] {
        &self.said[self.starts[i]..self.starts[i] + self.corridor.width(i)]
    }

    /// The pairs of blocks that a way not worse than the best by `margin` goes through.
    fn near_course(&self, margin: f32) -> Corridor {
        let (last, m) = (self.corridor.sources(), self.corridor.targets());
        let reached = self.reached();
        let best = reached.last().copied().unwrap_or_default();
        let (mut low, mut high) = (vec![m; last + 1], vec![0; last + 1]);
        // For each pair of the row below, the best way on from it, its own votes included.
        let mut below: Vec<f32> = Vec::new();
        for i in (0..=last).rev() {
            let said = self.row(i);
            let first = self.corridor.low(i);
            let at = |j: usize| if i < last { self.at(i + 1, &below, j) } else { f32::NEG_INFINITY };
            let mut row = vec![f32::NEG_INFINITY; said.len()];
            for j in self.corridor.row(i).rev() {
                let here = j - first;
                let right = row.get(here + 1).copied().unwrap_or(f32::NEG_INFINITY);
                let on = at(j + 1).max(at(j) - STRAIGHT).max(right - STRAIGHT);
                let on = if (i, j) == (last, m) { 0.0 } else { on };
                if reached[self.starts[i] + here] + on >= best - margin {
                    low[i] = low[i].min(j);
                    high[i] = high[i].max(j);
                }
                row[here] = on + said[here];
            }
            below = row;
        }
        Corridor::new(low, high, m)
    }

    /// For each pair, the best way to it from the first: by a block on both sides, or on one only.
    fn reached(&self) -> Vec<f32> {
        let mut reached: Vec<f32> = Vec::with_capacity(self.said.len());
        for i in 0..=self.corridor.sources() {
            for (j, vote) in self.corridor.row(i).zip(self.row(i)) {
                let at = |j: Option<usize>| match (i.checked_sub(1), j) {
                    (Some(above), Some(j)) => self.at(above, &reached[self.starts[above]..], j),
                    _ => f32::NEG_INFINITY,
                };
                let left = if j > self.corridor.low(i) { reached[reached.len() - 1] } else { f32::NEG_INFINITY };
                let best = at(j.checked_sub(1)).max(at(Some(j)) - STRAIGHT).max(left - STRAIGHT);
                reached.push(vote + if (i, j) == (0, 0) { 0.0 } else { best });
            }
        }
        reached
    }

    /// What a row of scores has for the target block `j`.
    fn at(&self, i: usize, row: &[f32], j: usize) -> f32 {
        if self.corridor.row(i).contains(&j) { row[j - self.corridor.low(i)] } else { f32::NEG_INFINITY }
    }
}

/// A corridor between segments as pairs of blocks.
fn in_blocks(corridor: &Corridor, source: &Blocks, target: &Blocks) -> Corridor {
    let last = target.len() - 1;
    let block = |place: usize| target.of.get(place).map_or(last, |block| *block as usize);
    let low = (0..source.len()).map(|i| block(corridor.low(source.starts[i]))).collect();
    let high = (0..source.len()).map(|i| block(corridor.high(source.starts[i + 1]))).collect();
    Corridor::new(low, high, last)
}

/// Pairs of blocks as a corridor between segments, with up to `half` more places on every side.
fn in_segments(pairs: &Corridor, source: &Blocks, target: &Blocks, half: usize) -> Corridor {
    let (n, m) = (source.segments(), target.segments());
    let (mut low, mut high) = (vec![m; n + 1], vec![0; n + 1]);
    for i in 0..source.len() {
        let (first, last) = (source.starts[i].saturating_sub(half), (source.starts[i + 1] + half).min(n));
        // Neither end ever goes back, so the last row of the lowest place and the first of the highest tell all.
        low[last] = low[last].min(target.starts[pairs.low(i)].saturating_sub(half));
        high[first] = high[first].max((target.starts[pairs.high(i) + 1] + half).min(m));
    }
    Corridor::new(low, high, m)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs of blocks near the course, from the source blocks' target blocks, if any, that votes are for.
    fn near(matches: &[Option<usize>], targets: usize) -> Corridor {
        let corridor = Corridor::diagonal(matches.len() - 1, targets - 1, targets);
        let mut said = vec![-0.1f32; corridor.area()];
        for (i, j) in matches.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?))) {
            said[i * targets + j] = 8.0;
        }
        let starts = (0..matches.len()).map(|i| i * targets).collect();
        Votes { corridor, starts, said }.near_course(10.0)
    }

    #[test]
    fn what_one_side_lacks_is_a_straight_piece() {
        let preface: Vec<Option<usize>> = (0..60).map(|i: usize| i.checked_sub(20)).collect();
        let found = near(&preface, 40);
        assert!((20..60).all(|i| found.holds(i, i - 20)), "{found:?}");
        assert!((25..60).all(|i| found.width(i) <= 5), "{found:?}");
        let index: Vec<Option<usize>> = (0..30).map(Some).collect();
        let found = near(&index, 90);
        assert!((0..30).all(|i| found.holds(i, i)), "{found:?}");
        assert!(!found.holds(15, 40), "the index at the end does not widen what stands before it");
    }

    #[test]
    fn without_votes_the_course_is_straight_on_and_wide() {
        let found = near(&[None; 50], 50);
        assert!((0..50).all(|i| found.holds(i, i)) && found.width(25) > 4 && found.width(25) < 10, "{found:?}");
        assert!(near(&[None], 1).holds(0, 0));
    }

    #[test]
    fn the_corridor_in_segments_holds_the_blocks_and_both_ends() {
        let (source, target) = (Blocks::new(1000, 250), Blocks::new(3000, 750));
        let pairs = Corridor::new((0..250).collect(), (0..250).collect(), 749);
        let corridor = in_segments(&pairs, &source, &target, 12);
        assert!(corridor.holds(0, 0) && corridor.holds(500, 500) && corridor.holds(1000, 3000));
        assert!(!corridor.holds(500, 600));
        let back = in_blocks(&in_segments(&pairs, &source, &target, 0), &source, &target);
        assert!((0..250).all(|i| back.holds(i, i)) && back.width(100) < 7);
    }

    #[test]
    fn smaller_blocks_find_the_same_course() {
        // Names that stand once on each side, every tenth segment; 500 segments of the target are missing.
        let places: Vec<(u32, u32)> = (0..20_000)
            .step_by(10)
            .filter_map(|i: u32| Some((i, if i < 9000 { i } else { i.checked_sub(500)? })))
            .collect();
        let lists: Vec<([u32; 1], [u32; 1])> = places.iter().map(|(i, j)| ([*i], [*j])).collect();
        let voices = lists.iter().map(|(source, target)| Voice { source, target, weight: 4.0 }).collect();
        let found = corridor((20_000, 19_500), voices);
        assert!(
            places
                .iter()
                .filter(|(i, _)| !(9000..9500).contains(i))
                .all(|(i, j)| found.holds(*i as usize, *j as usize))
        );
        assert!(found.area() < 20_001 * 150, "{}", found.area() / 20_001);
    }
}
