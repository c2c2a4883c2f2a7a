//! How right beads are.

use super::case::{Case, Pair};
use std::collections::{BTreeSet, HashMap, HashSet};

/// A bead that an aligner found, with its confidence (0 to 1) where it tells one.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) pair: Pair,
    pub(super) confidence: Option<f64>,
}

/// Hits and totals from which precision and recall follow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Beads of the test that are right, strictly and laxly.
    right: [usize; 2],
    tested: usize,
    /// Beads of gold that are found, strictly and laxly.
    recalled: [usize; 2],
    gold: usize,
}

/// Kinds of bead whose recall is told apart.
pub(super) const KINDS: [&str; 4] = ["1-1", "1-2/2-1", "1-0/0-1", "larger"];

/// All that is counted of an alignment.
#[derive(Debug, Clone, Default)]
pub(super) struct Score {
    pub(super) counts: Counts,
    /// Of the beads of gold of each of [`KINDS`]: how many are found just so, and how many there are.
    pub(super) kinds: [(usize, usize); 4],
    /// For each bead with a confidence: that, and whether the bead is right.
    pub(super) judged: Vec<(f64, bool)>,
}

impl Score {
    pub(super) fn of(case: &Case, found: &[Found]) -> Self {
        let test: Vec<Pair> = found.iter().map(|bead| bead.pair.clone()).collect();
        let merged = match &case.verses {
            Some(verses) => merge(test, verses),
            None => test,
        };
        let gold: HashSet<&Pair> = case.gold.iter().collect();
        let known: HashSet<&Pair> = merged.iter().collect();
        let mut kinds = [(0, 0); 4];
        for bead in &gold {
            let (found, all) = &mut kinds[kind(bead)];
            *all += 1;
            *found += usize::from(known.contains(bead));
        }
        // A verse may be split as one likes: a pair is right that lies within one.
        let right = |pair: &Pair| {
            let within =
                |verses: &[Vec<String>; 2]| !pair.0.is_empty() && !pair.1.is_empty() && verse(pair, verses).is_some();
            gold.contains(pair) || case.verses.as_ref().is_some_and(within)
        };
        let judged = found.iter().filter_map(|bead| Some((bead.confidence?, right(&bead.pair)))).collect();
        Self { counts: Counts::of(&case.gold, &merged), kinds, judged }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.counts = self.counts.plus(other.counts);
        for (all, more) in self.kinds.iter_mut().zip(other.kinds) {
            *all = (all.0 + more.0, all.1 + more.1);
        }
        self.judged.extend(other.judged);
    }
}

fn kind((source, target): &Pair) -> usize {
    match (source.len(), target.len()) {
        (1, 1) => 0,
        (1, 2) | (2, 1) => 1,
        (0, _) | (_, 0) => 2,
        _ => 3,
    }
}

/// The verse in which all segments of a bead lie, if there is one.
fn verse<'a>((source, target): &Pair, verses: &'a [Vec<String>; 2]) -> Option<&'a String> {
    let left = source.iter().map(|index| verses[0].get(*index));
    let all: BTreeSet<Option<&String>> = left.chain(target.iter().map(|index| verses[1].get(*index))).collect();
    if all.len() == 1 { all.first().copied().flatten() } else { None }
}

/// Merges neighbouring beads that lie within one verse.
fn merge(beads: Vec<Pair>, verses: &[Vec<String>; 2]) -> Vec<Pair> {
    let mut out: Vec<Pair> = Vec::new();
    let mut last = None;
    for bead in beads {
        let verse = verse(&bead, verses);
        match out.last_mut() {
            Some(open) if verse.is_some() && verse == last => {
                open.0.extend(bead.0);
                open.1.extend(bead.1);
            }
            _ => out.push(bead),
        }
        last = verse;
    }
    out
}

/// How many of some beads a reference has, strictly and laxly: the same bead, or one that links one of the bead's
/// source segments with one of its target segments.
fn hits(beads: &BTreeSet<&Pair>, reference: &BTreeSet<&Pair>) -> [usize; 2] {
    let mut linked: HashMap<usize, HashSet<usize>> = HashMap::new();
    for (source, target) in reference {
        for at in source {
            linked.entry(*at).or_default().extend(target);
        }
    }
    let overlaps = |(source, target): &Pair| {
        source.iter().filter_map(|at| linked.get(at)).any(|links| target.iter().any(|at| links.contains(at)))
    };
    let strict = beads.iter().filter(|bead| reference.contains(**bead)).count();
    let lax = beads.iter().filter(|bead| reference.contains(**bead) || overlaps(bead)).count();
    [strict, lax]
}

impl Counts {
    /// Counting as vecalign's scorer does it (Sennrich & Volk 2010): precision over all beads of the test that have a
    /// side, recall over those of gold that have both.
    fn of(gold: &[Pair], test: &[Pair]) -> Self {
        fn any(beads: &[Pair]) -> BTreeSet<&Pair> {
            beads.iter().filter(|(source, target)| !source.is_empty() || !target.is_empty()).collect()
        }
        fn both(beads: &[Pair]) -> BTreeSet<&Pair> {
            beads.iter().filter(|(source, target)| !source.is_empty() && !target.is_empty()).collect()
        }
        Self {
            right: hits(&any(test), &any(gold)),
            tested: any(test).len(),
            recalled: hits(&both(gold), &both(test)),
            gold: both(gold).len(),
        }
    }

    fn plus(self, other: Self) -> Self {
        let sum = |a: [usize; 2], b: [usize; 2]| [a[0] + b[0], a[1] + b[1]];
        Self {
            right: sum(self.right, other.right),
            tested: self.tested + other.tested,
            recalled: sum(self.recalled, other.recalled),
            gold: self.gold + other.gold,
        }
    }

    /// Strict and lax F1.
    pub(super) fn f1(self) -> [f64; 2] {
        [0, 1].map(|way| {
            let [precision, recall] = [share(self.right[way], self.tested), share(self.recalled[way], self.gold)];
            if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
        })
    }

    /// Beads found, beads of gold with two sides.
    pub(super) fn totals(self) -> [usize; 2] {
        [self.tested, self.gold]
    }
}

pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// A tenth of the scale of confidence: beads in it, their mean confidence, the share of them that are right.
pub(super) type Bin = (usize, f64, f64);

/// The ten bins of equal width, and the calibration error: by how much confidence and share of right beads differ in
/// a bin, on the mean over all beads.
pub(super) fn calibration(judged: &[(f64, bool)]) -> ([Bin; 10], f64) {
    let mut bins = [(0, 0.0, 0.0); 10];
    for (confidence, right) in judged {
        let bin = &mut bins[((confidence * 10.0) as usize).min(9)];
        *bin = (bin.0 + 1, bin.1 + confidence, bin.2 + f64::from(u8::from(*right)));
    }
    let error = bins.iter().map(|(_, confidence, right)| (confidence - right).abs()).sum::<f64>();
    let means = bins.map(|(count, confidence, right)| {
        let all = (count as f64).max(1.0);
        (count, confidence / all, right / all)
    });
    (means, error / (judged.len() as f64).max(1.0))
}

/// How probable it is that a right bead is surer than a wrong one (area under the curve); none without both sorts.
pub(super) fn auc(judged: &[(f64, bool)]) -> Option<f64> {
    let mut sorted = judged.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut wrong_below, mut won) = (0.0, 0.0);
    for same in sorted.chunk_by(|a, b| a.0 == b.0) {
        let right = same.iter().filter(|(_, right)| *right).count() as f64;
        let wrong = same.len() as f64 - right;
        won += right * (wrong_below + 0.5 * wrong);
        wrong_below += wrong;
    }
    let right = judged.len() as f64 - wrong_below;
    (right > 0.0 && wrong_below > 0.0).then(|| won / right / wrong_below)
}

#[cfg(test)]
mod tests {
    use super::super::case::tests::beads;
    use super::*;

    #[test]
    fn insertions_count_for_precision_only() {
        let gold = beads(&[(&[0], &[0]), (&[], &[1]), (&[1], &[2]), (&[2], &[])]);
        let test = beads(&[(&[0], &[0]), (&[], &[1]), (&[1, 2], &[2])]);
        let counts = Counts::of(&gold, &test);
        assert_eq!(counts, Counts { right: [2, 3], tested: 3, recalled: [1, 2], gold: 2 });
        let [strict, lax] = counts.f1();
        assert!((strict - 4.0 / 7.0).abs() < 1e-9 && (lax - 1.0).abs() < 1e-9);
        assert_eq!(Counts::default().f1(), [0.0; 2]);
    }

    #[test]
    fn beads_within_a_verse_are_merged() {
        let verses = [["1", "1", "2"], ["1", "1", "2"]].map(|side| side.map(str::to_owned).to_vec());
        let merged = merge(beads(&[(&[0], &[0]), (&[1], &[1]), (&[2], &[2])]), &verses);
        assert_eq!(merged, beads(&[(&[0, 1], &[0, 1]), (&[2], &[2])]));
        let crossing = merge(beads(&[(&[0], &[0]), (&[1, 2], &[1]), (&[], &[2])]), &verses);
        assert_eq!(crossing.len(), 3);
    }

    #[test]
    fn confidence_is_held_against_the_truth() {
        let judged = [(0.95, true), (0.93, true), (0.95, false), (0.15, false)];
        let (bins, error) = calibration(&judged);
        assert_eq!((bins[9].0, bins[1].0), (3, 1));
        assert!((error - ((2.83 - 2.0) + 0.15) / 4.0).abs() < 1e-9, "{error}");
        let area = auc(&judged).expect("has both sorts");
        assert!((area - (1.5 + 1.0) / 4.0 - 0.0).abs() < 1e-9, "{area}");
        assert_eq!(auc(&judged[..2]), None);
    }
}
