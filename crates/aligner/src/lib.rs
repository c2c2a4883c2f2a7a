//! Which parts of two versions of a document correspond.

use parallax_core::{Alignment, Version};

/// Aligns two versions: blocks first, then segments.
#[must_use]
pub fn align(source: &Version, target: &Version) -> Alignment {
    let _ = (source, target);
    Alignment::default()
}
