//! What the end-to-end tests and `cargo xtask corpus` share.

pub mod checked;
pub mod corpus;
pub mod manifest;
pub mod score;
