//! Words and characters of another variant of a version's language: American spelling in a British text.

use super::words::{Case, no_prose, set_off, words};
use parallax_core::fold::stands_alone;
use parallax_core::variants::Variant;
use parallax_core::{BlockKind, TextRange, Version};

/// So many of them a message shows.
const SHOWN: usize = 3;

/// What of a version is in the other variant.
#[derive(Debug, Clone)]
pub(crate) struct Strays {
    /// The variant that the version is declared to be in.
    pub(crate) variant: Variant,
    /// How many words or characters are of the other.
    pub(crate) count: usize,
    /// Some of them, each once.
    pub(crate) shown: Vec<String>,
    /// Whether there are more than are shown.
    pub(crate) more: bool,
    /// Where the first stands: its segment, and its place in the text of the block.
    pub(crate) first: (usize, TextRange),
}

impl Strays {
    /// Those of a version whose language names a variant; none where there are none.
    pub(crate) fn of(version: &Version) -> Option<Self> {
        let variant = Variant::of(&version.language)?;
        let mut found: Option<Self> = None;
        for segment in (0..version.segments.len()).filter(|at| version.block_of(*at).kind != BlockKind::Code) {
            for (start, word) in strange(version, segment, variant) {
                let shift = version.segments[segment].range.start;
                let range = TextRange::new(start + shift, start + word.len() + shift);
                let strays = found.get_or_insert_with(|| Self {
                    variant,
                    count: 0,
                    shown: Vec::new(),
                    more: false,
                    first: (segment, range),
                });
                strays.count += 1;
                if strays.shown.iter().all(|shown| *shown != word) {
                    if strays.shown.len() < SHOWN {
                        strays.shown.push(word);
                    } else {
                        strays.more = true;
                    }
                }
            }
        }
        found
    }
}

/// The words or characters of a segment that are of the other variant, with where they begin.
fn strange(version: &Version, segment: usize, variant: Variant) -> Vec<(usize, String)> {
    let text = version.segment_text(segment);
    if variant.has_characters() {
        let code = no_prose(version, segment);
        let is_prose = |at: usize| code.iter().all(|range| at < range.start || range.end <= at);
        let characters = text.char_indices().filter(|(at, c)| stands_alone(*c) && is_prose(*at));
        let characters = characters.map(|(at, c)| (at, c.to_string()));
        return characters.filter(|(_, character)| variant.is_strange(character).is_some()).collect();
    }
    // Words with a capital may be names: the World Trade Center.
    let plain = words(version, segment).into_iter().filter(|word| word.case == Case::Small && !word.bound);
    let strange = plain.filter(|word| variant.is_strange(word.text).is_some());
    let own = strange.filter(|word| set_off(text, word.start, word.end()).is_none());
    own.map(|word| (word.start, word.text.to_owned())).collect()
}
