//! The part of the search space that is looked at.

use std::ops::RangeInclusive;

/// For each place between source segments, the places between target segments to look at. Neither end ever goes
/// back, the first place is in it and so is the last: there is always a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Corridor {
    low: Vec<usize>,
    high: Vec<usize>,
}

impl Corridor {
    /// From the lowest and highest target place for each source place; widened so that it is a corridor.
    pub(crate) fn new(mut low: Vec<usize>, mut high: Vec<usize>, target_segments: usize) -> Self {
        let last = low.len() - 1;
        low[0] = 0;
        high[last] = target_segments;
        for i in (0..last).rev() {
            low[i] = low[i].min(low[i + 1]);
        }
        for i in 1..=last {
            high[i] = high[i].max(high[i - 1]);
            // Rows must meet, or a step from one to the next may not exist.
            low[i] = low[i].min(high[i - 1]);
        }
        Self { low, high }
    }

    /// A band of `half` places on each side of the diagonal, for documents of `n` and `m` segments.
    pub(crate) fn diagonal(n: usize, m: usize, half: usize) -> Self {
        let centre = |i: usize| (m as f64 * i as f64 / n.max(1) as f64).round() as usize;
        let low = (0..=n).map(|i| centre(i).saturating_sub(half)).collect();
        let high = (0..=n).map(|i| (centre(i) + half).min(m)).collect();
        Self::new(low, high, m)
    }

    /// How many source segments there are.
    pub(crate) fn sources(&self) -> usize {
        self.low.len() - 1
    }

    /// How many target segments there are.
    pub(crate) fn targets(&self) -> usize {
        self.high[self.sources()]
    }

    /// Target places of a source place.
    pub(crate) fn row(&self, i: usize) -> RangeInclusive<usize> {
        self.low[i]..=self.high[i]
    }

    /// The lowest target place of a source place.
    pub(crate) fn low(&self, i: usize) -> usize {
        self.low[i]
    }

    /// The highest target place of a source place.
    pub(crate) fn high(&self, i: usize) -> usize {
        self.high[i]
    }

    /// How many target places a source place has.
    pub(crate) fn width(&self, i: usize) -> usize {
        self.high[i] - self.low[i] + 1
    }

    /// How many places there are.
    pub(crate) fn area(&self) -> usize {
        (0..self.low.len()).map(|i| self.width(i)).sum()
    }

    /// Whether the place is in the corridor.
    pub(crate) fn holds(&self, i: usize, j: usize) -> bool {
        i < self.low.len() && self.row(i).contains(&j)
    }

    /// The corridor with up to `by` more places on every side.
    pub(crate) fn widened(&self, by: usize) -> Self {
        let last = self.sources();
        let low = (0..=last).map(|i| self.low[i.saturating_sub(by)].min(self.low[i].saturating_sub(by))).collect();
        let high =
            (0..=last).map(|i| self.high[(i + by).min(last)].max((self.high[i] + by).min(self.targets()))).collect();
        Self::new(low, high, self.targets())
    }

    /// The corridor with `little` more places on every side, and with `much` more around where it lies on the border
    /// of `outer`, which does not end with the document there.
    pub(crate) fn widened_at_border_of(&self, outer: &Self, little: usize, much: usize) -> Self {
        let last = self.sources();
        let mut wide = self.widened(little);
        for i in (0..=last).filter(|i| self.touches_at(outer, *i)) {
            // Neither end ever goes back: the last row of the lowest place and the first of the highest tell all.
            let (first, end) = (i.saturating_sub(much), (i + much).min(last));
            wide.low[end] = wide.low[end].min(self.low[i].saturating_sub(much));
            wide.high[first] = wide.high[first].max((self.high[i] + much).min(self.targets()));
        }
        Self::new(wide.low, wide.high, self.targets())
    }

    fn touches_at(&self, outer: &Self, i: usize) -> bool {
        (self.low[i] <= outer.low[i] && outer.low[i] > 0)
            || (self.high[i] >= outer.high[i] && outer.high[i] < self.targets())
    }

    /// The places that this corridor or `other` has.
    pub(crate) fn joined(&self, other: &Self) -> Self {
        let low = self.low.iter().zip(&other.low).map(|(a, b)| *a.min(b)).collect();
        let high = self.high.iter().zip(&other.high).map(|(a, b)| *a.max(b)).collect();
        Self::new(low, high, self.targets())
    }

    /// The places that both this corridor and `other` have, and what joins them.
    pub(crate) fn within(&self, other: &Self) -> Self {
        let last = self.sources();
        let low = (0..=last).map(|i| self.low[i].max(other.low[i])).collect::<Vec<_>>();
        let high = (0..=last).map(|i| self.high[i].min(other.high[i]).max(low[i])).collect();
        Self::new(low, high, self.targets())
    }

    /// Whether some place lies on the border of `outer`, where `outer` does not end with the document.
    pub(crate) fn touches_border_of(&self, outer: &Self) -> bool {
        (0..=self.sources()).any(|i| self.touches_at(outer, i))
    }

    /// The same corridor from the target's side.
    pub(crate) fn transposed(&self) -> Self {
        let (n, m) = (self.sources(), self.targets());
        let low = (0..=m).map(|j| self.high.partition_point(|high| *high < j)).collect();
        let high = (0..=m).map(|j| self.low.partition_point(|low| *low <= j) - 1).collect();
        Self::new(low, high, n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corridors_never_go_back_and_hold_both_ends() {
        let corridor = Corridor::new(vec![1, 3, 2, 9], vec![1, 2, 5, 5], 10);
        assert!(corridor.holds(0, 0) && corridor.holds(3, 10));
        for i in 1..=3 {
            assert!(corridor.low(i - 1) <= corridor.low(i) && corridor.high(i - 1) <= corridor.high(i));
            assert!(corridor.low(i) <= corridor.high(i - 1), "rows {} and {i} meet", i - 1);
        }
    }

    #[test]
    fn transposing_twice_changes_nothing() {
        let corridor = Corridor::diagonal(20, 31, 4);
        let transposed = corridor.transposed();
        assert_eq!((transposed.sources(), transposed.targets()), (31, 20));
        for i in 0..=20 {
            for j in 0..=31 {
                assert_eq!(corridor.holds(i, j), transposed.holds(j, i), "{i} {j}");
            }
        }
        assert_eq!(transposed.transposed(), corridor);
    }

    #[test]
    fn borders_are_told_from_the_ends_of_the_document() {
        let outer = Corridor::diagonal(100, 100, 10);
        assert!(!Corridor::diagonal(100, 100, 9).touches_border_of(&outer));
        assert!(outer.touches_border_of(&outer));
        let whole = Corridor::diagonal(100, 100, 100);
        assert!(!whole.touches_border_of(&whole));
    }
}
