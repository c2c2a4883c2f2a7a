//! Evidence from structure: headings with headings, list items with list items; blocks begin and end together.

use crate::evidence::{Agreement, agreement};
use crate::prepared::Prepared;
use crate::search::Borders;
use parallax_core::{BlockKind, Version};

/// The kind of block that a segment stands in, as far as kinds are told apart here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnitKind {
    Paragraph,
    Heading,
    ListItem,
    TableCell,
    Code,
    Line,
}

const KINDS: usize = 6;

/// How often a block keeps its kind. Translators keep headings, lists and tables; what changes is mostly a matter of
/// how files are read (a list without markers, a heading that is a short line).
const KIND_KEPT: f64 = 0.95;

/// How often a block border stays one: paragraphs are split and joined now and then.
const BORDER_KEPT: f64 = 0.85;

impl UnitKind {
    /// The kind of block that a segment stands in.
    pub(crate) fn of(version: &Version, segment: usize) -> Self {
        match version.block_of(segment).kind {
            BlockKind::Paragraph => Self::Paragraph,
            BlockKind::Heading(_) => Self::Heading,
            BlockKind::ListItem => Self::ListItem,
            BlockKind::TableCell => Self::TableCell,
            BlockKind::Code => Self::Code,
            BlockKind::Line | BlockKind::Entry => Self::Line,
        }
    }
}

/// How telling kinds and borders are in a pair of versions.
#[derive(Debug)]
pub(crate) struct StructureEvidence {
    kinds: [[f64; KINDS]; KINDS],
    borders: Agreement,
    /// Whether there is no structure to tell anything: lines, or one kind of block with one segment each.
    silent: bool,
}

impl StructureEvidence {
    pub(crate) fn new(source: &Prepared<'_>, target: &Prepared<'_>) -> Self {
        let (source_kinds, target_kinds) = (shares(source), shares(target));
        let kinds = std::array::from_fn(|a| {
            std::array::from_fn(|b| {
                let chance = (source_kinds[a] * target_kinds[b]).sqrt();
                let same = if a == b { KIND_KEPT } else { 0.0 };
                // A kind that one version does not have cannot be kept.
                let known = source_kinds[b] > 0.0 && target_kinds[a] > 0.0;
                if chance > 0.0 && known { ((same + (1.0 - KIND_KEPT) * chance) / chance).ln() } else { 0.0 }
            })
        });
        let kinds: [[f64; KINDS]; KINDS] = kinds;
        let borders = agreement(border_share(source), border_share(target), BORDER_KEPT);
        let silent = kinds.iter().flatten().chain(borders.iter().flatten()).all(|score| *score == 0.0);
        Self { kinds, borders, silent }
    }

    /// Neither kinds nor borders tell anything.
    pub(crate) fn none() -> Self {
        Self { kinds: [[0.0; KINDS]; KINDS], borders: [[0.0; 2]; 2], silent: true }
    }

    /// Where blocks of the pair begin and end.
    pub(crate) fn borders(&self, source: &Prepared<'_>, target: &Prepared<'_>) -> Borders {
        Borders::new(source.borders.clone(), target.borders.clone(), self.borders)
    }

    /// Log-likelihood ratio of the structure on both sides of a bead of `x` source segments from `i` on and `y`
    /// target segments from `j` on.
    pub(crate) fn score(
        &self,
        (source, i, x): (&Prepared<'_>, usize, usize),
        (target, j, y): (&Prepared<'_>, usize, usize),
    ) -> f64 {
        if self.silent {
            return 0.0;
        }
        let kind = self.kinds[source.kinds[i] as usize][target.kinds[j] as usize];
        let [[_, target_only], [source_only, _]] = self.borders;
        // What lies between two beads belongs half to each; see [`Borders`] for what is left out between them.
        let at = |i: usize, j: usize| self.borders[usize::from(source.borders[i])][usize::from(target.borders[j])];
        let edges = 0.5 * (at(i, j) + at(i + x, j + y));
        if (x, y) == (1, 1) {
            return kind + edges;
        }
        // A border within a bead has no like on the other side.
        let within = |borders: &[bool]| borders.iter().map(|border| f64::from(u8::from(*border))).sum::<f64>();
        let swallowed = within(&source.borders[i + 1..i + x]) * source_only.min(0.0)
            + within(&target.borders[j + 1..j + y]) * target_only.min(0.0);
        kind + edges + swallowed
    }
}

fn shares(version: &Prepared<'_>) -> [f64; KINDS] {
    let mut counts = [0.0; KINDS];
    for kind in &version.kinds {
        counts[*kind as usize] += 1.0;
    }
    counts.map(|count| count / version.len() as f64)
}

fn border_share(version: &Prepared<'_>) -> f64 {
    let borders = version.borders.iter().filter(|border| **border).count();
    borders as f64 / version.borders.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{lines, paragraphs, version};

    #[test]
    fn kinds_keep_together() {
        let text = [
            (BlockKind::Heading(1), "Title"),
            (BlockKind::Paragraph, "Some text."),
            (BlockKind::ListItem, "One."),
            (BlockKind::ListItem, "Two."),
        ];
        let version = version("en", &text);
        let prepared = Prepared::new(&version);
        let evidence = StructureEvidence::new(&prepared, &prepared);
        let score = |i, j| evidence.score((&prepared, i, 1), (&prepared, j, 1));
        assert!(score(0, 0) > 1.0 && score(2, 3) > 0.5);
        assert!(score(0, 1) < -1.0 && score(1, 2) < -1.0, "{} {}", score(0, 1), score(1, 2));
    }

    #[test]
    fn borders_keep_together_and_are_not_crossed() {
        let version = paragraphs("en", "One. Two. Three.\nFour. Five. Six. Seven.");
        let prepared = Prepared::new(&version);
        let evidence = StructureEvidence::new(&prepared, &prepared);
        let score = |i, x, j, y| evidence.score((&prepared, i, x), (&prepared, j, y));
        assert!(score(3, 1, 3, 1) > score(3, 1, 4, 1), "first sentences");
        assert!(score(2, 1, 2, 1) > score(2, 1, 1, 1), "last sentences");
        assert!(score(1, 2, 1, 2) > score(2, 2, 2, 1), "a bead over a border");
    }

    #[test]
    fn lines_have_no_structure() {
        let version = lines("en", "One.\nTwo.\nThree.");
        let prepared = Prepared::new(&version);
        let evidence = StructureEvidence::new(&prepared, &prepared);
        assert_eq!(evidence.score((&prepared, 0, 2), (&prepared, 1, 1)), 0.0);
    }
}
