//! Alignments of whole versions.

mod changes;
mod effort;
mod fixed;
mod invented;
mod large;
mod moved;
mod odd;
mod properties;
mod versions;

use parallax_core::Bead;
use std::ops::Range;

/// Beads as `source:target`, moved ones with an arrow: `0:0 1,2:1 3: :2 4>3`.
fn shown(beads: &[Bead]) -> String {
    let side = |range: &Range<usize>| range.clone().map(|at| at.to_string()).collect::<Vec<_>>().join(",");
    let bead = |bead: &Bead| {
        let sign = if bead.moved { '>' } else { ':' };
        format!("{}{sign}{}", side(&bead.source), side(&bead.target))
    };
    beads.iter().map(bead).collect::<Vec<_>>().join(" ")
}
