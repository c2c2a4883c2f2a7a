//! The searches against all paths there are.

use super::*;
use proptest::prelude::*;

/// Scores from a table.
struct Table {
    priors: Priors,
    borders: Borders,
    width: usize,
    scores: Vec<f64>,
}

impl Scorer for Table {
    fn priors(&self) -> &Priors {
        &self.priors
    }

    fn borders(&self) -> &Borders {
        &self.borders
    }

    fn load(&mut self, _rows: Range<usize>, _corridor: &Corridor) {}

    fn bead(&self, i: usize, j: usize, index: usize) -> f64 {
        let place = (i * self.width + j) * self.priors.shapes.len() + index;
        self.priors.shapes[index].1 + self.scores[place % self.scores.len()]
    }
}

const SHAPES: [(Shape, f64); 4] = [((1, 1), -0.3), ((1, 2), -2.0), ((2, 1), -2.0), ((2, 2), -3.0)];

fn table((n, m): (usize, usize), borders: &[bool], scores: Vec<f64>) -> Table {
    let priors = Priors { shapes: SHAPES.to_vec(), open: -3.0, extend: -1.0, long: (-5.0, -0.1), turn: -2.0 };
    let (source, target) = (borders[..=n].to_vec(), borders[n + 1..n + m + 2].to_vec());
    let borders = Borders::new(source, target, [[0.2, -2.0], [-1.5, 1.0]]);
    Table { priors, borders, width: m + 1, scores }
}

/// A step: where it begins, and its shape.
type Move = (usize, usize, Shape);

/// All paths from a place on, after a gap (and where it began) or none, with their scores and how many segments are in
/// their short gaps.
fn paths(
    table: &Table,
    (i, j): (usize, usize),
    end: (usize, usize),
    gap: Option<usize>,
) -> Vec<(Vec<Move>, f64, usize)> {
    let ended = gap.map_or(0.0, |gap| table.borders.refund(gap, i, j));
    if (i, j) == end {
        return vec![(Vec::new(), ended, 0)];
    }
    let priors = &table.priors;
    let mut steps: Vec<(Shape, f64, Option<usize>)> = Vec::new();
    let long = |gap: usize| gap == steps::LONG_SOURCE_GAP || gap == steps::LONG_TARGET_GAP;
    let extend = |gap: usize| if long(gap) { priors.long.1 } else { priors.extend };
    if let Some(gap) = gap {
        let shape = if steps::is_source_gap(gap) { (1, 0) } else { (0, 1) };
        steps.push((shape, extend(gap), Some(gap)));
    } else {
        steps.push(((1, 0), priors.open, Some(table.borders.source_gap(i))));
        steps.push(((1, 0), priors.long.0, Some(steps::LONG_SOURCE_GAP)));
    }
    if !gap.is_some_and(steps::is_target_gap) {
        let turned = if gap.is_some() { ended + priors.turn } else { 0.0 };
        steps.push(((0, 1), turned + priors.open, Some(table.borders.target_gap(j))));
        steps.push(((0, 1), turned + priors.long.0, Some(steps::LONG_TARGET_GAP)));
    }
    let beads = priors.shapes.iter().enumerate();
    steps.extend(beads.map(|(index, (shape, _))| (*shape, ended + table.bead(i, j, index), None)));
    let mut found = Vec::new();
    for ((x, y), score, gap) in steps {
        if i + x <= end.0 && j + y <= end.1 {
            for (path, rest, short) in paths(table, (i + x, j + y), end, gap) {
                let whole = std::iter::once((i, j, (x, y))).chain(path).collect();
                found.push((whole, score + rest, short + usize::from(gap.is_some_and(|gap| !long(gap)))));
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_best_path_and_its_probabilities_are_those_of_all_paths(
        n in 1..5usize,
        m in 1..5usize,
        borders in proptest::collection::vec(any::<bool>(), 10),
        scores in proptest::collection::vec(-4.0..4.0f64, 50..120),
    ) {
        let mut table = table((n, m), &borders, scores);
        let all = paths(&table, (0, 0), (n, m), None);
        let (best, score, _) = all.iter().max_by(|a, b| a.1.total_cmp(&b.1)).expect("there is a path");
        let posteriors = Lattice::new(&mut table, Corridor::diagonal(n, m, n.max(m))).posteriors();
        let found: Vec<_> = posteriors.path.iter().map(|step| (step.i, step.j, step.shape)).collect();
        prop_assert_eq!(&found, best, "{}", score);
        let total: f64 = all.iter().map(|(_, score, _)| score.exp()).sum();
        let share = |has: &dyn Fn(&[Move]) -> bool| {
            all.iter().filter(|(path, ..)| has(path)).map(|(_, score, _)| score.exp()).sum::<f64>() / total
        };
        for step in &posteriors.path {
            let (i, j) = (step.i, step.j);
            let probability = match step.shape {
                (1, 0) => share(&|path| path.iter().any(|(a, _, shape)| *shape == (1, 0) && *a == i)),
                (0, 1) => share(&|path| path.iter().any(|(_, b, shape)| *shape == (0, 1) && *b == j)),
                shape => share(&|path| path.contains(&(i, j, shape))),
            };
            prop_assert!((step.probability - probability).abs() < 1e-4, "{step:?} {probability}");
        }
        let gaps: f64 = all.iter().map(|(_, score, short)| *short as f64 * score.exp() / total).sum();
        prop_assert!((posteriors.gaps.1 - gaps).abs() < 1e-3);
    }

    #[test]
    fn the_corridor_holds_every_path_within_the_margin(
        n in 1..5usize,
        m in 1..5usize,
        margin in 0.0..6.0f64,
        borders in proptest::collection::vec(any::<bool>(), 10),
        scores in proptest::collection::vec(-4.0..4.0f64, 50..120),
    ) {
        let mut table = table((n, m), &borders, scores);
        let all = paths(&table, (0, 0), (n, m), None);
        let best = all.iter().map(|(_, score, _)| *score).fold(f64::NEG_INFINITY, f64::max);
        let corridor = corridor_within(&mut table, &Corridor::diagonal(n, m, n.max(m)), margin);
        for (path, ..) in all.iter().filter(|(_, score, _)| *score >= best - margin + 1e-4) {
            for (i, j, _) in path {
                prop_assert!(corridor.holds(*i, *j), "{path:?} {corridor:?}");
            }
        }
    }
}

/// Lines of text that is about the same as the line of the same number: a thin diagonal, but for a long omission.
struct Diagonal {
    priors: Priors,
    borders: Borders,
    omitted: Range<usize>,
}

impl Scorer for Diagonal {
    fn priors(&self) -> &Priors {
        &self.priors
    }

    fn borders(&self) -> &Borders {
        &self.borders
    }

    fn load(&mut self, _rows: Range<usize>, _corridor: &Corridor) {}

    fn bead(&self, i: usize, j: usize, index: usize) -> f64 {
        let (shape, prior) = self.priors.shapes[index];
        let expected = if i < self.omitted.start { i } else { i.wrapping_sub(self.omitted.len()) };
        let right = shape == (1, 1) && j == expected && !self.omitted.contains(&i);
        prior + if right { 4.0 } else { -2.0 }
    }
}

#[test]
fn strips_change_nothing() {
    let priors = Priors { shapes: SHAPES.to_vec(), open: -3.0, extend: -1.0, long: (-5.0, -0.1), turn: -2.0 };
    let (n, m) = (400, 370);
    let borders = Borders::new(vec![true; n + 1], vec![true; m + 1], [[0.0; 2]; 2]);
    let mut scorer = Diagonal { priors, borders, omitted: 120..150 };
    let corridor = corridor_within(&mut scorer, &Corridor::diagonal(n, m, 60), 3.0);
    for i in 0..=n {
        let expected = if i < 120 {
            i
        } else if i < 150 {
            120
        } else {
            i - 30
        };
        assert!(corridor.holds(i, expected), "{i}");
        assert!(corridor.width(i) < 40, "{i}: {}", corridor.width(i));
    }
    let posteriors = Lattice::new(&mut scorer, corridor).posteriors();
    let omitted: Vec<usize> = posteriors.path.iter().filter(|step| step.shape == (1, 0)).map(|step| step.i).collect();
    assert_eq!(omitted, (120..150).collect::<Vec<_>>());
}
