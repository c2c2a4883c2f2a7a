//! All paths in a corridor at once: which is the best, and how likely each of its steps is.

use std::ops::Range;

use crate::join::join;
use crate::logarithm::exp;

use super::steps::{
    All, Best, Borders, LONG_SOURCE_GAP, LONG_TARGET_GAP, Onward, PAIRED, Reached, Rules, SOURCE_GAP, SOURCE_GAPS,
    Semiring, TARGET_GAP, is_source_gap, is_target_gap,
};
use super::{Corridor, Scorer, Shape};

/// The scores of all beads in a corridor.
#[derive(Debug)]
pub(crate) struct Lattice {
    corridor: Corridor,
    priors: super::Priors,
    borders: Borders,
    /// For each source place, where its places begin.
    starts: Vec<usize>,
    /// For each place and shape, the score of the bead that begins there, prior included.
    beads: Vec<f64>,
}

/// A step of a path, with how likely it is (0 to 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Step {
    /// First source segment (the next one, for a gap on the target side).
    pub(crate) i: usize,
    /// First target segment.
    pub(crate) j: usize,
    /// Segments on each side; (1, 0) and (0, 1) are gaps.
    pub(crate) shape: Shape,
    /// Probability of the step, all paths considered; for a gap, that its segment stands in any gap.
    pub(crate) probability: f64,
}

impl Step {
    /// The source segments.
    pub(crate) fn source(&self) -> Range<usize> {
        self.i..self.i + self.shape.0
    }

    /// The target segments.
    pub(crate) fn target(&self) -> Range<usize> {
        self.j..self.j + self.shape.1
    }

    /// Whether both sides have something.
    pub(crate) fn is_paired(&self) -> bool {
        self.shape.0 > 0 && self.shape.1 > 0
    }
}

/// The best path, and what all paths say.
#[derive(Debug)]
pub(crate) struct Posteriors {
    pub(crate) path: Vec<Step>,
    /// Expected number of beads of each shape of [`super::Priors::shapes`].
    pub(crate) shapes: Vec<f64>,
    /// Expected number of gaps, and of the segments in them; of short ones, since long ones tell nothing of these.
    pub(crate) gaps: (f64, f64),
    /// The places that are part of a path with some probability.
    pub(crate) likely: Corridor,
}

/// Places less likely than this are left out of [`Posteriors::likely`].
const UNLIKELY: f64 = 1e-5;

/// Rows that one thread scores.
const ROWS: usize = 256;

/// Scores all beads that begin in some rows of a corridor.
fn score_rows(scorer: &impl Scorer, corridor: &Corridor, rows: Range<usize>, beads: &mut [f64]) {
    let shapes = &scorer.priors().shapes;
    if rows.len() > ROWS {
        let middle = rows.start + rows.len() / 2;
        let places: usize = (rows.start..middle).map(|i| corridor.width(i)).sum();
        let (first, second) = beads.split_at_mut(places * shapes.len());
        join(
            || score_rows(scorer, corridor, rows.start..middle, first),
            || score_rows(scorer, corridor, middle..rows.end, second),
        );
        return;
    }
    let (n, m) = (corridor.sources(), corridor.targets());
    let places = rows.flat_map(|i| corridor.row(i).map(move |j| (i, j)));
    for ((i, j), beads) in places.zip(beads.chunks_exact_mut(shapes.len())) {
        for (index, ((x, y), _)) in shapes.iter().enumerate() {
            if i + x <= n && j + y <= m && corridor.holds(i + x, j + y) {
                beads[index] = scorer.bead(i, j, index);
            }
        }
    }
}

impl Lattice {
    /// Scores all beads in a corridor.
    pub(crate) fn new(scorer: &mut impl Scorer, corridor: Corridor) -> Self {
        scorer.load(0..corridor.sources(), &corridor);
        let priors = scorer.priors().clone();
        let starts: Vec<usize> = (0..=corridor.sources())
            .scan(0, |next, i| {
                let start = *next;
                *next += corridor.width(i);
                Some(start)
            })
            .collect();
        let mut beads = vec![f64::NEG_INFINITY; corridor.area() * priors.shapes.len()];
        score_rows(scorer, &corridor, 0..corridor.sources() + 1, &mut beads);
        Self { corridor, priors, borders: scorer.borders().clone(), starts, beads }
    }

    fn rules(&self) -> Rules<'_> {
        let end = (self.corridor.sources(), self.corridor.targets());
        Rules { priors: &self.priors, borders: &self.borders, end }
    }

    fn place(&self, i: usize, j: usize) -> Option<usize> {
        self.corridor.holds(i, j).then(|| self.starts[i] + j - self.corridor.low(i))
    }

    fn bead(&self, i: usize, j: usize, index: usize) -> f64 {
        self.place(i, j).map_or(f64::NEG_INFINITY, |place| self.beads[place * self.priors.shapes.len() + index])
    }

    fn forward<S: Semiring>(&self) -> Vec<Reached> {
        let mut reached: Vec<Reached> = Vec::with_capacity(self.corridor.area());
        for i in 0..=self.corridor.sources() {
            for j in self.corridor.row(i) {
                let before = |a, b| self.place(a, b).map_or(Reached::NEVER, |place| reached[place]);
                let here = self.rules().reach::<S>((i, j), before, |a, b, index| self.bead(a, b, index));
                reached.push(here);
            }
        }
        reached
    }

    fn backward<S: Semiring>(&self) -> Vec<Onward> {
        let mut onward = vec![Onward::NEVER; self.corridor.area()];
        for i in (0..=self.corridor.sources()).rev() {
            for j in self.corridor.row(i).rev() {
                let ahead = |a, b| self.place(a, b).map_or(Onward::NEVER, |place| onward[place]);
                let here = self.rules().proceed::<S>((i, j), ahead, |a, b, index| self.bead(a, b, index));
                onward[self.starts[i] + j - self.corridor.low(i)] = here;
            }
        }
        onward
    }

    /// The best path with the probabilities of its steps.
    pub(crate) fn posteriors(&self) -> Posteriors {
        let (forward, backward) = join(|| self.forward::<All>(), || self.backward::<All>());
        let total = forward.last().map_or(0.0, |end| end.any);
        let (n, m) = (self.corridor.sources(), self.corridor.targets());
        let mut shapes = vec![0.0; self.priors.shapes.len()];
        let (mut opened, mut in_gaps) = (0.0, 0.0);
        let mut source_gaps = vec![0.0; n];
        let mut target_gaps = vec![0.0; m];
        let (mut low, mut high) = (vec![m; n + 1], vec![0; n + 1]);
        for i in 0..=n {
            for j in self.corridor.row(i) {
                let place = self.starts[i] + j - self.corridor.low(i);
                let (reached, onward) = (forward[place], backward[place]);
                let through = |score: f64| exp((score - total).min(0.0));
                let both = reached.by.iter().zip(onward.by);
                let probability: f64 = both.map(|(reached, onward)| through(reached + onward)).sum();
                if probability < UNLIKELY {
                    continue;
                }
                low[i] = low[i].min(j);
                high[i] = high[i].max(j);
                for (index, ((x, y), _)) in self.priors.shapes.iter().enumerate() {
                    if let Some(end) = self.place(i + x, j + y) {
                        shapes[index] += through(reached.any + self.bead(i, j, index) + backward[end].by[PAIRED]);
                    }
                }
                let extended =
                    |gap: usize, onward: &Onward| through(reached.by[gap] + self.priors.extend + onward.by[gap]);
                let long = |gap: usize, before: f64, onward: &Onward| {
                    let score = (before + self.priors.long.0, reached.by[gap] + self.priors.long.1);
                    through(score.0 + onward.by[gap]) + through(score.1 + onward.by[gap])
                };
                if let Some(end) = self.place(i + 1, j) {
                    let onward = &backward[end];
                    let begun = onward.by[self.borders.source_gap(i)];
                    let open = through(reached.by[PAIRED] + self.priors.open + begun);
                    let short = open + extended(SOURCE_GAP, onward) + extended(SOURCE_GAP + 1, onward);
                    opened += open;
                    in_gaps += short;
                    source_gaps[i] += short + long(LONG_SOURCE_GAP, reached.by[PAIRED], onward);
                }
                if let Some(end) = self.place(i, j + 1) {
                    let onward = &backward[end];
                    let begun = onward.by[self.borders.target_gap(j)] + self.priors.open;
                    let before = SOURCE_GAPS.into_iter().fold(reached.by[PAIRED], |before, gap| {
                        All::join(before, reached.by[gap] + self.borders.refund(gap, i, j) + self.priors.turn)
                    });
                    let open = through(before + begun);
                    let short = open + extended(TARGET_GAP, onward) + extended(TARGET_GAP + 1, onward);
                    opened += open;
                    in_gaps += short;
                    target_gaps[j] += short + long(LONG_TARGET_GAP, before, onward);
                }
            }
        }
        let mut path = self.best_path();
        for step in &mut path {
            step.probability = match step.shape {
                (_, 0) => source_gaps[step.i],
                (0, _) => target_gaps[step.j],
                shape => {
                    let start = self.starts[step.i] + step.j - self.corridor.low(step.i);
                    let index = self.priors.shapes.iter().position(|(known, _)| *known == shape);
                    let end = self.place(step.i + shape.0, step.j + shape.1);
                    index.zip(end).map_or(0.0, |(index, end)| {
                        let bead = self.bead(step.i, step.j, index);
                        (forward[start].any + bead + backward[end].by[PAIRED] - total).exp()
                    })
                }
            }
            .clamp(0.0, 1.0);
        }
        Posteriors { path, shapes, gaps: (opened, in_gaps), likely: Corridor::new(low, high, m) }
    }

    /// The best path, found from its end by asking each place which step it was best reached by.
    fn best_path(&self) -> Vec<Step> {
        let reached = self.forward::<Best>();
        let at = |i: usize, j: usize| self.place(i, j).map_or(Reached::NEVER, |place| reached[place]);
        let (mut i, mut j) = self.rules().end;
        let mut arrival = self.best_arrival(&at(i, j), (i, j));
        let mut path = Vec::new();
        while (i, j) != (0, 0) {
            // At the edges there is only one way, whatever the scores.
            let (shape, before) = if i == 0 || (is_target_gap(arrival) && j > 0) {
                ((0, 1), self.before_target_gap(arrival, &at(i, j - 1), (i, j - 1)))
            } else if j == 0 || is_source_gap(arrival) {
                ((1, 0), self.before_source_gap(arrival, &at(i - 1, j), i - 1))
            } else {
                let shape = self.best_bead((i, j), at);
                let from = (i - shape.0, j - shape.1);
                (shape, self.best_arrival(&at(from.0, from.1), from))
            };
            (i, j) = (i - shape.0, j - shape.1);
            arrival = before;
            path.push(Step { i, j, shape, probability: 0.0 });
        }
        path.reverse();
        path
    }

    /// The arrival that is best for going on with a paired bead.
    fn best_arrival(&self, here: &Reached, (i, j): (usize, usize)) -> usize {
        let score = |arrival: usize| here.by[arrival] + self.borders.refund(arrival, i, j);
        (PAIRED + 1..here.by.len()).fold(PAIRED, |best, next| if score(next) > score(best) { next } else { best })
    }

    /// The arrival at `from`, from where a source gap arrived by one more segment.
    fn before_source_gap(&self, gap: usize, from: &Reached, i: usize) -> usize {
        let long = gap == LONG_SOURCE_GAP;
        let (open, extend) = if long { self.priors.long } else { (self.priors.open, self.priors.extend) };
        let begins = long || gap == self.borders.source_gap(i);
        if begins && from.by[PAIRED] + open >= from.by[gap] + extend { PAIRED } else { gap }
    }

    /// The arrival at `from`, from where a target gap arrived by one more segment.
    fn before_target_gap(&self, gap: usize, from: &Reached, (i, j): (usize, usize)) -> usize {
        let turned = |source: usize| from.by[source] + self.borders.refund(source, i, j) + self.priors.turn;
        let opened = SOURCE_GAPS.into_iter().fold((PAIRED, from.by[PAIRED]), |best, source| {
            if turned(source) > best.1 { (source, turned(source)) } else { best }
        });
        let long = gap == LONG_TARGET_GAP;
        let (open, extend) = if long { self.priors.long } else { (self.priors.open, self.priors.extend) };
        let begins = long || gap == self.borders.target_gap(j);
        if begins && opened.1 + open >= from.by[gap] + extend { opened.0 } else { gap }
    }

    /// The shape of the bead by which (`i`, `j`) is best reached.
    fn best_bead(&self, (i, j): (usize, usize), at: impl Fn(usize, usize) -> Reached) -> Shape {
        let mut best = ((1, 1), f64::NEG_INFINITY);
        for (index, ((x, y), _)) in self.priors.shapes.iter().enumerate() {
            if *x <= i && *y <= j {
                let score = at(i - x, j - y).any + self.bead(i - x, j - y, index);
                if score > best.1 {
                    best = ((*x, *y), score);
                }
            }
        }
        best.0
    }
}
