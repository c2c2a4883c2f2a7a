//! Lexicons: our own format, and what others keep word translations in.
//!
//! - [`own`]: a table that people can read, edit and compare, written by `parallax lexicon`,
//! - [`dictd`]: dictionaries of the DICT server, such as FreeDict's,
//! - [`tbx`]: TermBase eXchange, versions 2 and 3.
//!
//! Glossaries as CSV, TSV or JSON lines are bilingual tables: see [`crate::pairs`].

pub mod dictd;
mod error;
pub mod own;
pub mod tbx;

pub use error::LexiconError;

/// How likely the `place`th of several translations is meant, from 0 on: dictionaries give the usual one first.
fn weight_of(place: usize) -> f32 {
    1.0 / ((place + 1) as f32).sqrt()
}
