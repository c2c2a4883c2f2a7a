//! Counts of what was found, by kind and by pair of languages.

use std::collections::BTreeMap;

/// Pairs of sentences and how many of them were flagged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) drifted: usize,
    pub(super) found: usize,
    pub(super) faithful: usize,
    pub(super) alarms: usize,
}

/// All counts of a run.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// In the order of the list of kinds.
    pub(super) kinds: Vec<Counts>,
    /// By source and target language.
    pub(super) pairs: BTreeMap<(String, String), Counts>,
    /// Over all kinds but those apart.
    pub(super) total: Counts,
}

impl Counts {
    pub(super) fn add(&mut self, other: Self) {
        self.drifted += other.drifted;
        self.found += other.found;
        self.faithful += other.faithful;
        self.alarms += other.alarms;
    }

    /// The share of drifted pairs that were flagged; 1 where there are none.
    pub(super) fn recall(self) -> f64 {
        share(self.found, self.drifted, 1.0)
    }

    /// The share of faithful pairs that were flagged.
    pub(super) fn alarm_rate(self) -> f64 {
        share(self.alarms, self.faithful, 0.0)
    }
}

fn share(part: usize, whole: usize, of_nothing: f64) -> f64 {
    if whole == 0 { of_nothing } else { part as f64 / whole as f64 }
}

/// What must be reached.
pub(super) const LEAST_RECALL: f64 = 0.98;
pub(super) const LEAST_RECALL_OF_PAIR: f64 = 0.95;
pub(super) const MOST_ALARMS: f64 = 0.002;

impl Tally {
    /// The bars that are not met, each in a sentence.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.total.recall() < LEAST_RECALL {
            faults.push(format!("recall is {:.4}, and should be {LEAST_RECALL} at least", self.total.recall()));
        }
        if self.total.alarm_rate() > MOST_ALARMS {
            let rate = 100.0 * self.total.alarm_rate();
            faults.push(format!(
                "{rate:.3} % of the faithful pairs are flagged, {} % at most should be",
                100.0 * MOST_ALARMS
            ));
        }
        let low: Vec<String> = self
            .pairs
            .iter()
            .filter(|(_, counts)| counts.recall() < LEAST_RECALL_OF_PAIR)
            .map(|((source, target), counts)| format!("{source}-{target} {:.3}", counts.recall()))
            .collect();
        if !low.is_empty() {
            let shown = low.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
            let more = if low.len() > 12 { ", …" } else { "" };
            faults
                .push(format!("recall of {} language pairs is below {LEAST_RECALL_OF_PAIR}: {shown}{more}", low.len()));
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(drifted: usize, found: usize, alarms: usize) -> Counts {
        Counts { drifted, found, faithful: drifted, alarms }
    }

    #[test]
    fn bars_are_held_against_all_and_against_each_pair() {
        let pair = |target: &str| ("en".to_owned(), target.to_owned());
        let good =
            Tally { kinds: Vec::new(), pairs: [(pair("de"), counts(100, 96, 0))].into(), total: counts(1000, 985, 2) };
        assert!(good.faults().is_empty());
        let bad = Tally {
            kinds: Vec::new(),
            pairs: [(pair("de"), counts(100, 94, 0)), (pair("fr"), counts(100, 100, 0))].into(),
            total: counts(1000, 979, 3),
        };
        let faults = bad.faults();
        assert_eq!(faults.len(), 3);
        assert!(faults[2].contains("en-de 0.940") && !faults[2].contains("en-fr"), "{faults:?}");
    }
}
