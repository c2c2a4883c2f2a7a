//! All paths in a corridor at once: which is the best, and how likely each of its steps is.

use std::ops::Range;

use super::{All, Best, Corridor, Onward, Reached, Scorer, Semiring, Shape, proceed, reach};

/// The scores of all beads in a corridor.
#[derive(Debug)]
pub(crate) struct Lattice {
    corridor: Corridor,
    priors: super::Priors,
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
    /// Expected number of gaps, and of the segments in them.
    pub(crate) gaps: (f64, f64),
    /// The places that are part of a path with some probability.
    pub(crate) likely: Corridor,
}

/// Places less likely than this are left out of [`Posteriors::likely`].
const UNLIKELY: f64 = 1e-5;

impl Lattice {
    /// Scores all beads in a corridor.
    pub(crate) fn new(scorer: &mut impl Scorer, corridor: Corridor) -> Self {
        scorer.load(0..corridor.sources(), &corridor);
        let priors = scorer.priors().clone();
        let count = priors.shapes.len();
        let (n, m) = (corridor.sources(), corridor.targets());
        let mut starts = Vec::with_capacity(n + 1);
        let mut beads = vec![f64::NEG_INFINITY; corridor.area() * count];
        let mut place = 0;
        for i in 0..=n {
            starts.push(place);
            for j in corridor.row(i) {
                for (index, (shape, _)) in priors.shapes.iter().enumerate() {
                    let (a, b) = (i + shape.0, j + shape.1);
                    if a <= n && b <= m && corridor.holds(a, b) {
                        beads[place * count + index] = scorer.bead(i, j, index);
                    }
                }
                place += 1;
            }
        }
        Self { corridor, priors, starts, beads }
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
                let here = reach::<S>((i, j), &self.priors, before, |a, b, index| self.bead(a, b, index));
                reached.push(here);
            }
        }
        reached
    }

    fn backward<S: Semiring>(&self) -> Vec<Onward> {
        let ends = (self.corridor.sources(), self.corridor.targets());
        let mut onward = vec![Onward::NEVER; self.corridor.area()];
        for i in (0..=ends.0).rev() {
            for j in self.corridor.row(i).rev() {
                let ahead = |a, b| self.place(a, b).map_or(Onward::NEVER, |place| onward[place]);
                let here = proceed::<S>((i, j), ends, &self.priors, ahead, |a, b, index| self.bead(a, b, index));
                onward[self.starts[i] + j - self.corridor.low(i)] = here;
            }
        }
        onward
    }

    /// The best path with the probabilities of its steps.
    pub(crate) fn posteriors(&self) -> Posteriors {
        let (forward, backward) = (self.forward::<All>(), self.backward::<All>());
        let total = forward.last().map_or(0.0, |end| end.any);
        let (n, m) = (self.corridor.sources(), self.corridor.targets());
        let mut shapes = vec![0.0; self.priors.shapes.len()];
        let mut opened = 0.0;
        let mut source_gaps = vec![0.0; n];
        let mut target_gaps = vec![0.0; m];
        let (mut low, mut high) = (vec![m; n + 1], vec![0; n + 1]);
        for i in 0..=n {
            for j in self.corridor.row(i) {
                let place = self.starts[i] + j - self.corridor.low(i);
                let (reached, onward) = (forward[place], backward[place]);
                let through = |score: f64| (score - total).exp();
                let probability = through(reached.paired + onward.paired)
                    + through(reached.source_gap + onward.source_gap)
                    + through(reached.target_gap + onward.target_gap);
                if probability < UNLIKELY {
                    continue;
                }
                low[i] = low[i].min(j);
                high[i] = high[i].max(j);
                for (index, ((x, y), _)) in self.priors.shapes.iter().enumerate() {
                    if let Some(end) = self.place(i + x, j + y) {
                        shapes[index] += through(reached.any + self.bead(i, j, index) + backward[end].paired);
                    }
                }
                if let Some(end) = self.place(i + 1, j) {
                    let open = through(reached.paired + self.priors.open + backward[end].source_gap);
                    let more = through(reached.source_gap + self.priors.extend + backward[end].source_gap);
                    opened += open;
                    source_gaps[i] += open + more;
                }
                if let Some(end) = self.place(i, j + 1) {
                    let before = All::join(reached.paired, reached.source_gap + self.priors.turn);
                    let open = through(before + self.priors.open + backward[end].target_gap);
                    let more = through(reached.target_gap + self.priors.extend + backward[end].target_gap);
                    opened += open;
                    target_gaps[j] += open + more;
                }
            }
        }
        let in_gaps: f64 = source_gaps.iter().chain(&target_gaps).sum();
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
                        (forward[start].any + bead + backward[end].paired - total).exp()
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
        let (mut i, mut j) = (self.corridor.sources(), self.corridor.targets());
        let mut path = Vec::new();
        // The last step of the path that is still to be told, where the step after it has decided it.
        let mut last = at(i, j).any;
        while (i, j) != (0, 0) {
            let here = at(i, j);
            let (shape, score) = if i > 0 && j > 0 && last == here.paired {
                self.best_bead((i, j), at)
            } else if i == 0 || (j > 0 && last == here.target_gap) {
                let from = at(i, j - 1);
                let extended = from.target_gap + self.priors.extend;
                (
                    (0, 1),
                    if extended == last {
                        from.target_gap
                    } else {
                        if from.paired >= from.source_gap + self.priors.turn { from.paired } else { from.source_gap }
                    },
                )
            } else {
                let from = at(i - 1, j);
                let extended = from.source_gap + self.priors.extend;
                ((1, 0), if extended == last { from.source_gap } else { from.paired })
            };
            (i, j) = (i - shape.0, j - shape.1);
            last = score;
            path.push(Step { i, j, shape, probability: 0.0 });
        }
        path.reverse();
        path
    }

    /// The bead by which (`i`, `j`) is best reached, and the score of the place where it begins.
    fn best_bead(&self, (i, j): (usize, usize), at: impl Fn(usize, usize) -> Reached) -> (Shape, f64) {
        let mut best = ((1, 1), f64::NEG_INFINITY, f64::NEG_INFINITY);
        for (index, ((x, y), _)) in self.priors.shapes.iter().enumerate() {
            if *x <= i && *y <= j {
                let from = at(i - x, j - y).any;
                let score = from + self.bead(i - x, j - y, index);
                if score > best.1 {
                    best = ((*x, *y), score, from);
                }
            }
        }
        (best.0, best.2)
    }
}
