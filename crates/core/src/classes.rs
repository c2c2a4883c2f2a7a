//! What each character is to a splitter of texts, from a table that `build.rs` computes: see [`tokens::computed_class`].
//!
//! [`tokens::computed_class`]: crate::tokens::computed_class

use crate::tokens::{ALPHANUMERIC, WORD};

/// For each 64 characters of the Basic Multilingual Plane, which page of [`PAGES`] they have.
static INDEX: &[u8; 1024] = include_bytes!(concat!(env!("OUT_DIR"), "/classes.index"));
static PAGES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/classes.pages"));

/// The class of a character.
#[inline(always)]
pub(crate) fn class(c: char) -> u8 {
    let code = c as usize;
    match INDEX.get(code >> 6) {
        Some(page) => PAGES[usize::from(*page) << 6 | code & 63],
        None => beyond(c),
    }
}

/// The class of a character beyond the Basic Multilingual Plane: seldom, and long to compute.
#[cold]
#[inline(never)]
fn beyond(c: char) -> u8 {
    crate::tokens::computed_class(c)
}

/// [`char::is_alphanumeric`], from the table.
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    class(c) & ALPHANUMERIC != 0
}

/// [`char::is_alphabetic`], from the table.
#[inline]
pub(crate) fn is_alphabetic(c: char) -> bool {
    class(c) & WORD != 0 && !matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::computed_class;

    #[test]
    fn the_table_holds_what_is_computed() {
        let wrong = ('\0'..=char::MAX).step_by(7).chain('\0'..='\u{ffff}').find(|c| class(*c) != computed_class(*c));
        assert_eq!(wrong, None);
    }

    #[test]
    fn letters_and_numbers_are_those_of_unicode() {
        let differs = |c: &char| is_alphabetic(*c) != c.is_alphabetic() || is_alphanumeric(*c) != c.is_alphanumeric();
        assert_eq!(('\0'..='\u{2ffff}').find(differs), None);
    }
}
