//! The classes of characters as the splitter of texts asks for them, and the table of them for the crate.

use crate::tokens::computed_class;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The classes of the Basic Multilingual Plane; that of a surrogate is 0.
static CLASSES: LazyLock<Vec<u8>> =
    LazyLock::new(|| (0..0x1_0000).map(|code| char::from_u32(code).map_or(0, computed_class)).collect());

/// The class of a character.
pub fn class(c: char) -> u8 {
    CLASSES.get(c as usize).copied().unwrap_or_else(|| computed_class(c))
}

/// Writes the table: pages of 64 characters, equal ones once, and which page each 64 characters have.
pub fn write(out: &Path) -> Result<(), String> {
    let mut pages: Vec<&[u8]> = Vec::new();
    let mut index = Vec::new();
    for page in CLASSES.chunks(64) {
        let number = pages.iter().position(|known| *known == page).unwrap_or(pages.len());
        if number == pages.len() {
            pages.push(page);
        }
        index.push(u8::try_from(number).map_err(|_| "more than 256 different pages of characters")?);
    }
    for (name, bytes) in [("classes.index", index), ("classes.pages", pages.concat())] {
        fs::write(out.join(name), bytes).map_err(|error| format!("cannot write {name}: {error}"))?;
    }
    Ok(())
}
