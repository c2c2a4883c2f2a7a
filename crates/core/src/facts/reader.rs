//! Reads the facts of a segment.

use super::Fact;
use crate::document::Block;
use crate::locale::Locale;
use crate::span::TextRange;

/// Reads the facts that `segment`, a part of `block`'s text, states, in the order of the text.
pub fn read(block: &Block, segment: TextRange, locale: &Locale, out: &mut Vec<Fact>) {
    let _ = (block, segment, locale, out);
}
