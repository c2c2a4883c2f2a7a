//! The lost names of a bead: words that belong to one name and are without a counterpart, as one.

use super::{Fate, Naming};
use crate::view::View;
use parallax_core::names::{Known, Strength};
use parallax_core::{Bead, TextRange};
use std::ops::Range;

/// Words of one name that stand side by side.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lost {
    /// Their numbers among the names of the version.
    pub(crate) names: Range<usize>,
    pub(crate) segment: usize,
    pub(crate) range: TextRange,
    /// [`Fate::Lost`], or [`Fate::Open`] where none of them is surely lost.
    pub(crate) fate: Fate,
    /// The strongest sign for a name among them.
    pub(crate) strength: Strength,
    /// What a lost one of them is known to name.
    pub(crate) known: &'static [Known],
    /// How many of them are lost.
    pub(crate) words: usize,
    /// Whether they stand behind a word of the same name that is kept.
    pub(crate) follows: bool,
}

impl Lost {
    pub(crate) fn is_region(&self) -> bool {
        self.known.iter().any(|known| matches!(known, Known::Region(_)))
    }

    pub(crate) fn is_place(&self) -> bool {
        self.is_region() || self.is_city()
    }

    pub(crate) fn is_city(&self) -> bool {
        self.known.iter().any(|known| matches!(known, Known::City(_)))
    }
}

/// The names of one side of a bead that are not kept.
pub(crate) fn lost(view: &View<'_>, naming: &Naming, bead: &Bead, target: bool) -> Vec<Lost> {
    let version = view.side(target);
    let segments = if target { bead.target.clone() } else { bead.source.clone() };
    let fates = &naming.fates[usize::from(target)];
    let names = version.names();
    let mut list: Vec<Lost> = Vec::new();
    for segment in segments {
        for at in names.range_of_segment(segment).filter(|at| fates[*at] != Fate::Kept) {
            let (name, fate) = (&names.list[at], fates[at]);
            let is_lost = fate == Fate::Lost;
            let goes_on = |last: &&mut Lost| {
                last.names.end == at
                    && names.list[at - 1].run == name.run
                    && last.segment == segment
                    && last.fate == fate
            };
            if let Some(last) = list.last_mut().filter(goes_on) {
                last.names.end = at + 1;
                last.range = TextRange::new(last.range.start, name.range.end);
                last.words += usize::from(is_lost);
                last.strength = last.strength.max(name.strength);
                if last.known.is_empty() {
                    last.known = name.known;
                }
            } else {
                list.push(Lost {
                    names: at..at + 1,
                    segment,
                    range: name.range,
                    fate,
                    strength: name.strength,
                    known: name.known,
                    words: usize::from(is_lost),
                    follows: at > 0 && names.list[at - 1].run == name.run && fates[at - 1] == Fate::Kept,
                });
            }
        }
    }
    list
}
