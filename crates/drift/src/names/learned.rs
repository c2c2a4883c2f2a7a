//! What the document itself renders its names by.

use super::{Fate, Naming, names_of};
use parallax_core::Bitext;
use parallax_core::tokens::{TokenKind, Tokens};
use std::collections::{BTreeMap, BTreeSet};

/// A name is looked at from so many beads on.
const SEEN: usize = 3;
/// Of ten beads with the name, the rendering stands in so many.
const OF_TEN: usize = 6;

/// Names that sound like nothing on the other side, and have the same word beside them all the same.
#[derive(Debug, Clone, Default)]
pub(crate) struct Learned {
    /// Names by side and number whose rendering stands in their bead.
    kept: [Vec<usize>; 2],
    /// Those whose rendering is missing in theirs: how it is, and in how many other beads it stands.
    missing: [BTreeMap<usize, (String, usize)>; 2],
}

impl Learned {
    /// Looks through the beads in which names are lost.
    pub(crate) fn of(bitext: &Bitext<'_>, naming: &Naming) -> Self {
        let mut this = Self::default();
        if naming.beads.len() < SEEN {
            return this;
        }
        let sides = [bitext.source, bitext.target];
        for side in [0, 1] {
            // The beads of each lost name.
            let mut beads: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
            for index in &naming.beads {
                let bead = &bitext.alignment.segments[*index];
                let own = if side == 0 { bead.source.clone() } else { bead.target.clone() };
                for name in names_of(sides[side], own) {
                    if naming.fates[side][name] == Fate::Lost {
                        beads.entry(&sides[side].names().list[name].folded).or_default().push((*index, name));
                    }
                }
            }
            beads.retain(|_, list| list.len() >= SEEN);
            if beads.is_empty() {
                continue;
            }
            let other = sides[1 - side];
            let words_of = |bead: usize| -> BTreeSet<String> {
                let bead = &bitext.alignment.segments[bead];
                let range = if side == 0 { bead.target.clone() } else { bead.source.clone() };
                range.flat_map(|at| words(other.segment_text(at))).collect()
            };
            let mut total: BTreeMap<String, usize> = BTreeMap::new();
            for segment in 0..other.segments.len() {
                for word in words(other.segment_text(segment)).collect::<BTreeSet<_>>() {
                    *total.entry(word).or_default() += 1;
                }
            }
            for list in beads.values() {
                let sets: Vec<BTreeSet<String>> = list.iter().map(|(bead, _)| words_of(*bead)).collect();
                let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
                for word in sets.iter().flatten() {
                    *counts.entry(word).or_default() += 1;
                }
                let fits = |(word, count): &(&&str, &usize)| {
                    **count * 10 >= list.len() * OF_TEN && total.get(**word).is_some_and(|all| *all <= **count * 2)
                };
                let best = counts.iter().filter(fits).max_by_key(|(word, count)| (**count, std::cmp::Reverse(**word)));
                let Some((word, count)) = best else { continue };
                for ((_, name), set) in list.iter().zip(&sets) {
                    if set.contains(*word) {
                        this.kept[side].push(*name);
                    } else {
                        this.missing[side].insert(*name, ((*word).to_owned(), *count));
                    }
                }
            }
        }
        this
    }

    pub(crate) fn apply(&self, fates: &mut [Vec<Fate>; 2]) {
        for side in [0, 1] {
            for name in &self.kept[side] {
                fates[side][*name] = Fate::Kept;
            }
        }
    }

    /// What a lost name is rendered by elsewhere, and how often.
    pub(crate) fn rendering(&self, target: bool, name: usize) -> Option<(&str, usize)> {
        self.missing[usize::from(target)].get(&name).map(|(word, count)| (word.as_str(), *count))
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let tokens = Tokens::of(text);
    let words: Vec<String> = (0..tokens.len())
        .filter(|at| tokens.list()[*at].kind == TokenKind::Word && tokens.folded(*at).len() > 2)
        .map(|at| tokens.folded(at).to_owned())
        .collect();
    words.into_iter()
}
