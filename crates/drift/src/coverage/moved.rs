//! Text that stands elsewhere: a gap of the source and one of the target that say the same.
//!
//! The aligner pairs what moved as far as it is blocks on both sides, or single sentences. What a translator also split
//! or joined is left out on both sides; its words tell that it is one text.

use super::Gap;
use crate::clauses::{Common, in_common};
use crate::matching::Matching;
use parallax_core::Bitext;

/// No more gaps of a side than this are compared, the longest of them.
const MOST: usize = 24;
/// Text shorter than this, in letters, is not recognised elsewhere.
const SHORTEST: usize = 30;
/// What two gaps must have in common, in nats; and by how much more than either of them with any other.
const COMMON: f32 = 8.0;
const AHEAD: f32 = 3.0;
/// How sure both must be of having no counterpart where they stand: else nothing would be told of them at all.
const SURE: f64 = 0.6;
/// By how many standard deviations their lengths may differ from what they should be.
const EXCESS: f32 = 3.5;

/// Ties the gaps of one side to those of the other that say the same.
pub(super) fn mark(bitext: &Bitext<'_>, matching: &Matching, gaps: &mut [Gap]) {
    let longest = |target: bool| {
        let mut list: Vec<usize> = (0..gaps.len())
            .filter(|at| gaps[*at].target == target && gaps[*at].weight >= SHORTEST && gaps[*at].confidence >= SURE)
            .collect();
        list.sort_by(|a, b| gaps[*b].weight.cmp(&gaps[*a].weight).then(a.cmp(b)));
        list.truncate(MOST);
        list
    };
    let (sources, targets) = (longest(false), longest(true));
    if sources.is_empty() || targets.is_empty() {
        return;
    }
    let segments = |list: &[usize]| list.iter().map(|at| gaps[*at].segments.clone()).collect::<Vec<_>>();
    let table = in_common(bitext, matching, &segments(&sources), &segments(&targets));
    for (i, row) in table.iter().enumerate() {
        for (j, common) in row.iter().enumerate() {
            let others = (0..row.len()).filter(|at| *at != j).map(|at| row[at]);
            let rivals = (0..table.len()).filter(|at| *at != i).map(|at| table[at][j]).chain(others);
            let rival = rivals.filter(is_alike).map(|rival| rival.nats).fold(0.0, f32::max);
            if is_alike(common) && common.nats >= COMMON && common.nats >= rival + AHEAD {
                gaps[sources[i]].moved = Some(targets[j]);
                gaps[targets[j]].moved = Some(sources[i]);
            }
        }
    }
}

/// Whether two texts are as long as they should be if one translates the other.
fn is_alike(common: &Common) -> bool {
    common.excess.abs() <= EXCESS
}
