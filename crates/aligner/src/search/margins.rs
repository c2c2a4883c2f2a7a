//! Finds the corridor: every place that some path within a margin of the best goes through.
//!
//! Forward and backward over all places of an outer corridor, but in strips, so that memory stays with the square
//! root of the source's length: the way forward keeps only what is needed to do a strip again when the way back
//! comes to it.

use super::steps::{Best, Onward, Reached, Rules};
use super::{Corridor, REACH, Scorer, Shape};
use crate::join::join;
use std::ops::Range;

/// So many scores of beads are kept for the way back. Where there are more they are reckoned again.
const KEPT: usize = 1 << 24;

/// Scores of one source place, for the target places of the corridor.
type Row<T> = Vec<T>;

/// Scores of the beads that begin in some rows, reckoned once for the ways forward and back.
struct Beads {
    first: usize,
    /// For each row, for each of its places and each shape: the score.
    rows: Vec<Vec<f32>>,
    shapes: usize,
}

impl Beads {
    fn new(scorer: &mut impl Scorer, corridor: &Corridor, rows: Range<usize>) -> Self {
        let (n, m) = (corridor.sources(), corridor.targets());
        scorer.load(rows.start..(rows.end + REACH).min(n), corridor);
        let shapes: Vec<Shape> = scorer.priors().shapes.iter().map(|(shape, _)| *shape).collect();
        let mut table = Vec::with_capacity(rows.len());
        for i in rows.clone() {
            let mut row = Vec::with_capacity(corridor.width(i) * shapes.len());
            for j in corridor.row(i) {
                row.extend(shapes.iter().enumerate().map(|(index, (x, y))| {
                    let inside = i + x <= n && j + y <= m && corridor.holds(i + x, j + y);
                    if inside { scorer.bead(i, j, index) as f32 } else { f32::NEG_INFINITY }
                }));
            }
            table.push(row);
        }
        Self { first: rows.start, rows: table, shapes: shapes.len() }
    }

    fn score(&self, corridor: &Corridor, i: usize, j: usize, index: usize) -> f64 {
        f64::from(self.rows[i - self.first][(j - corridor.low(i)) * self.shapes + index])
    }
}

/// The corridor of all places that a path within `margin` (in nats) of the best goes through.
pub(crate) fn corridor_within(scorer: &mut impl Scorer, outer: &Corridor, margin: f64) -> Corridor {
    let (n, m) = (outer.sources(), outer.targets());
    let (priors, borders) = (scorer.priors().clone(), scorer.borders().clone());
    let rules = Rules { priors: &priors, borders: &borders, end: (n, m) };
    let height = (n as f64).sqrt().ceil().max(64.0) as usize;
    let strips: Vec<Range<usize>> = (0..=n).step_by(height).map(|from| from..(from + height).min(n + 1)).collect();
    let beads_of =
        |scorer: &mut _, strip: &Range<usize>| Beads::new(scorer, outer, strip.start.saturating_sub(REACH)..strip.end);
    let mut checkpoints: Vec<Vec<Row<Reached>>> = Vec::with_capacity(strips.len());
    let mut rows: Vec<Row<Reached>> = Vec::new();
    let keep = outer.area() * priors.shapes.len() <= KEPT;
    let mut kept: Vec<Option<Beads>> = Vec::with_capacity(strips.len());
    let mut scored = beads_of(scorer, &strips[0]);
    for (at, strip) in strips.iter().enumerate() {
        rows.drain(..rows.len().saturating_sub(REACH));
        checkpoints.push(rows.clone());
        // The beads of the next strip are scored meanwhile.
        let next = strips.get(at + 1);
        let ((), after) =
            join(|| forward(&scored, rules, outer, strip, &mut rows), || next.map(|next| beads_of(scorer, next)));
        match after {
            Some(after) => kept.push(Some(std::mem::replace(&mut scored, after)).filter(|_| keep)),
            None => break,
        }
    }
    kept.push(Some(scored));
    let best = rows.last().and_then(|row| row.last()).map_or(0.0, |end| end.any);
    let (mut low, mut high) = (vec![m; n + 1], vec![0; n + 1]);
    let mut ahead: Vec<Row<Onward>> = Vec::new();
    for (at, (strip, checkpoint)) in strips.iter().zip(checkpoints).enumerate().rev() {
        let beads = kept.pop().flatten().unwrap_or_else(|| beads_of(scorer, strip));
        // The last strip is still there, the others are done again.
        if at + 1 < strips.len() {
            rows = checkpoint;
            forward(&beads, rules, outer, strip, &mut rows);
        }
        let first = strip.end - rows.len();
        for i in strip.clone().rev() {
            backward(&beads, rules, outer, i, &mut ahead);
            for (reached, (onward, j)) in rows[i - first].iter().zip(ahead[0].iter().zip(outer.row(i))) {
                let both = reached.by.iter().zip(onward.by).map(|(reached, onward)| reached + onward);
                let through = both.fold(f64::NEG_INFINITY, f64::max);
                if through >= best - margin {
                    low[i] = low[i].min(j);
                    high[i] = high[i].max(j);
                }
            }
        }
    }
    Corridor::new(low, high, m)
}

/// Adds the rows of a strip to `rows`, which holds those before it.
fn forward(beads: &Beads, rules: Rules<'_>, corridor: &Corridor, strip: &Range<usize>, rows: &mut Vec<Row<Reached>>) {
    let first = strip.start - rows.len();
    for i in strip.clone() {
        let mut row: Row<Reached> = Vec::with_capacity(corridor.width(i));
        for j in corridor.row(i) {
            let before = |a: usize, b: usize| {
                let row = if a == i { &row } else { &rows[a - first] };
                if corridor.holds(a, b) { row[b - corridor.low(a)] } else { Reached::NEVER }
            };
            row.push(rules.reach::<Best>((i, j), before, |a, b, index| beads.score(corridor, a, b, index)));
        }
        rows.push(row);
    }
}

/// Puts the row of source place `i` before those `ahead`, which holds the rows after it, nearest first.
fn backward(beads: &Beads, rules: Rules<'_>, corridor: &Corridor, i: usize, ahead: &mut Vec<Row<Onward>>) {
    let mut row: Row<Onward> = vec![Onward::NEVER; corridor.width(i)];
    for j in corridor.row(i).rev() {
        let ahead = |a: usize, b: usize| {
            let row = if a == i { &row } else { &ahead[a - i - 1] };
            if corridor.holds(a, b) { row[b - corridor.low(a)] } else { Onward::NEVER }
        };
        row[j - corridor.low(i)] =
            rules.proceed::<Best>((i, j), ahead, |a, b, index| beads.score(corridor, a, b, index));
    }
    ahead.insert(0, row);
    ahead.truncate(REACH);
}
