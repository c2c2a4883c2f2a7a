//! Words of two languages that mean the same: by a small dictionary, or because they look alike.

mod dictionary;
mod likeness;

pub use dictionary::{Dictionary, MEANINGS, Meaning};
pub use likeness::{ascii_of, likeness};
