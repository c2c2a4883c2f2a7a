//! The command line as a library: from arguments to a report and an exit code.
//!
//! [`engine`] is the pipeline over files in memory; it touches no file system. Around it [`languages`] says what file
//! names tell of languages.

pub mod engine;
pub mod languages;
