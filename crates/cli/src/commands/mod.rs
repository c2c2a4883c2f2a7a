//! The commands, one module each. Each gives its exit code, or why it could not do its work.

pub mod align;
mod align_pairs;
pub mod check;
pub mod completions;
mod coverage;
pub mod explain;
pub mod facts;
pub mod lexicon;
pub mod pairs;
pub mod rules;
