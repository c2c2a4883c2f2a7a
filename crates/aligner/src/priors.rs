//! How common beads and gaps are.

use crate::search::{Priors, Shape};

/// Prior probabilities of beads before a pair's own are learned. Close to what Gale & Church (1993) counted, with
/// the larger beads that they left out, as counted in the development sets' gold alignments.
const SHAPES: [(Shape, f64); 16] = [
    ((1, 1), 0.80),
    ((1, 2), 0.06),
    ((2, 1), 0.06),
    ((2, 2), 0.012),
    ((1, 3), 0.012),
    ((3, 1), 0.012),
    ((2, 3), 0.004),
    ((3, 2), 0.004),
    ((1, 4), 0.003),
    ((4, 1), 0.003),
    ((3, 3), 0.001),
    ((2, 4), 0.0006),
    ((4, 2), 0.0006),
    ((3, 4), 0.0006),
    ((4, 3), 0.0006),
    ((4, 4), 0.0006),
];
/// Probability of leaving out a segment, and of leaving out the next one too.
const GAP: (f64, f64) = (0.008, 0.35);
/// Probability of leaving out a long piece, a chapter or a preface, and of its going on by another segment: two of them
/// less than a bead that nothing speaks for or against, or lines that are all alike would be left out.
const LONG_GAP: (f64, f64) = (1e-5, 0.75);
/// How much less probable than elsewhere it is to leave out target segments just where source segments are left out:
/// a text put for another is a bad translation of it.
const TURN: f64 = 0.1;
/// How many beads' worth of belief there is in these: about as many as a short document has, so that it already shows
/// its own. Between 30 and 100 makes little difference; with 200 short documents never learn how they are cut.
const BELIEF: f64 = 50.0;

/// The priors before anything is learned.
pub(crate) fn default_priors() -> Priors {
    Priors {
        shapes: SHAPES.iter().map(|(shape, probability)| (*shape, probability.ln())).collect(),
        open: GAP.0.ln(),
        extend: GAP.1.ln(),
        long: (LONG_GAP.0.ln(), LONG_GAP.1.ln()),
        turn: TURN.ln(),
    }
}

/// Priors learned from the expected numbers of beads, of gaps and of segments in gaps.
pub(crate) fn learned(shapes: &[f64], (gaps, in_gaps): (f64, f64)) -> Priors {
    let all = shapes.iter().sum::<f64>() + gaps + BELIEF;
    let learned = |prior: f64, count: f64| ((count + BELIEF * prior) / all).ln();
    // Gaps are one in a hundred steps, so belief in how they go on is worth as much less.
    let belief = BELIEF * GAP.0;
    Priors {
        shapes: SHAPES.iter().zip(shapes).map(|((shape, prior), count)| (*shape, learned(*prior, *count))).collect(),
        open: learned(GAP.0, 0.5 * gaps),
        extend: ((in_gaps - gaps + belief * GAP.1) / (in_gaps + belief)).ln(),
        long: (LONG_GAP.0.ln(), LONG_GAP.1.ln()),
        turn: TURN.ln(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_beads_change_little_and_many_much() {
        let counts = |ones: f64| SHAPES.map(|(shape, _)| if shape == (1, 1) { ones } else { 0.0 });
        let probability = |priors: &Priors, shape| {
            priors.shapes.iter().find(|(known, _)| *known == shape).map_or(0.0, |(_, log)| log.exp())
        };
        let (few, many) = (learned(&counts(5.0), (0.0, 0.0)), learned(&counts(10_000.0), (0.0, 0.0)));
        assert!((probability(&few, (1, 2)) - 0.06).abs() < 0.01);
        assert!(probability(&many, (1, 2)) < 0.005 && probability(&many, (1, 1)) > 0.99);
        assert!(many.open < few.open && few.open < default_priors().open + 1e-9);
        let gaps = learned(&counts(100.0), (20.0, 80.0));
        assert!(gaps.open > default_priors().open && gaps.extend > default_priors().extend);
    }
}
