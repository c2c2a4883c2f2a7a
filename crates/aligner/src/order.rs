//! The order of beads, and alignments seen from the other side.

use parallax_core::{Alignment, Bead};

/// Puts beads in order: that of the source. Beads without a source stand where the target has them: behind the pair
/// that they follow there, and behind what the source alone has at that place.
pub(crate) fn ordered(mut beads: Vec<Bead>) -> Vec<Bead> {
    let mut pairs: Vec<(usize, usize)> =
        beads.iter().filter(|bead| bead.is_paired() && !bead.moved).map(|b| (b.source.start, b.target.start)).collect();
    pairs.sort_unstable();
    // How many pairs stand before, then whether it is target-only, then the place.
    let key = |bead: &Bead| {
        if bead.source.is_empty() {
            (pairs.partition_point(|(_, target)| *target <= bead.target.start), true, bead.target.start)
        } else {
            (pairs.partition_point(|(source, _)| *source <= bead.source.start), false, bead.source.start)
        }
    };
    beads.sort_by_cached_key(key);
    let mut place = 0;
    for bead in &mut beads {
        if bead.source.is_empty() {
            bead.source = place..place;
        }
        place = bead.source.end;
    }
    let mut place = 0;
    for bead in beads.iter_mut().filter(|bead| !bead.moved) {
        if bead.target.is_empty() {
            bead.target = place..place;
        }
        place = bead.target.end;
    }
    beads
}

/// The alignment from the other side.
pub(crate) fn mirrored(alignment: Alignment) -> Alignment {
    let flip = |beads: Vec<Bead>| {
        ordered(beads.into_iter().map(|bead| Bead { source: bead.target, target: bead.source, ..bead }).collect())
    };
    Alignment { blocks: flip(alignment.blocks), segments: flip(alignment.segments), ..alignment }
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_core::Confidence;
    use std::ops::Range;

    fn bead(source: Range<usize>, target: Range<usize>, moved: bool) -> Bead {
        Bead { source, target, confidence: Confidence::CERTAIN, moved }
    }

    #[test]
    fn beads_stand_in_the_order_of_the_source() {
        let beads = vec![
            bead(0..0, 2..3, false),
            bead(2..3, 0..1, true),
            bead(3..4, 3..4, false),
            bead(1..2, 0..0, false),
            bead(0..1, 1..2, false),
        ];
        let ordered = ordered(beads);
        let shown: Vec<_> = ordered.iter().map(|bead| (bead.source.clone(), bead.target.clone())).collect();
        assert_eq!(shown, [(0..1, 1..2), (1..2, 2..2), (2..3, 0..1), (3..3, 2..3), (3..4, 3..4)]);
        let alignment = Alignment { segments: ordered, ..Alignment::default() };
        assert_eq!(mirrored(mirrored(alignment.clone())), alignment);
    }
}
