//! The form that all evidence takes: log-likelihood ratios, that two sides correspond against that they met by
//! chance. A score of 0 says nothing; scores of independent evidence add up.

/// Log-likelihood ratios of a property that each side has or has not: `[source has it][target has it]`.
pub(crate) type Agreement = [[f64; 2]; 2];

/// How telling it is that both sides, one or neither has a property which `source` and `target` (0 to 1) of their
/// units have, where `kept` (0 to 1) of those that have it keep it in translation and the rest have it by chance.
///
/// A property that all units have, or none, tells nothing.
pub(crate) fn agreement(source: f64, target: f64, kept: f64) -> Agreement {
    if source <= 0.0 || target <= 0.0 || source >= 1.0 || target >= 1.0 {
        return [[0.0; 2]; 2];
    }
    // Only as many can be kept as the rarer side has.
    let both = (kept * source.min(target) + (1.0 - kept) * source * target).min(source).min(target);
    let (source_only, target_only) = (source - both, target - both);
    let neither = 1.0 - both - source_only - target_only;
    // The rarest case is still possible.
    let ratio = |joint: f64, chance: f64| ((joint + 1e-3 * chance) / (1.001 * chance)).ln();
    [
        [ratio(neither, (1.0 - source) * (1.0 - target)), ratio(target_only, (1.0 - source) * target)],
        [ratio(source_only, source * (1.0 - target)), ratio(both, source * target)],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_properties_tell_more_than_common_ones() {
        let rare = agreement(0.02, 0.02, 0.8);
        let common = agreement(0.5, 0.5, 0.8);
        assert!(rare[1][1] > 3.0 && common[1][1] < 1.0, "{rare:?} {common:?}");
        assert!(rare[1][0] < -1.0 && rare[0][1] < -1.0 && rare[0][0].abs() < 0.1);
    }

    #[test]
    fn what_all_have_tells_nothing() {
        for (source, target) in [(0.0, 0.5), (1.0, 0.5), (0.3, 1.0)] {
            assert_eq!(agreement(source, target, 0.9), [[0.0; 2]; 2]);
        }
    }

    #[test]
    fn sides_may_be_swapped() {
        let (one, other) = (agreement(0.1, 0.3, 0.7), agreement(0.3, 0.1, 0.7));
        assert!((one[1][0] - other[0][1]).abs() < 1e-12 && (one[1][1] - other[1][1]).abs() < 1e-12);
    }
}
