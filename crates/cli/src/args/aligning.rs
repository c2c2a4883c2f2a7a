//! What can be said of how versions are aligned.

use clap::{Args, ValueEnum, ValueHint};
use std::path::PathBuf;

/// How versions are aligned.
#[derive(Debug, Args)]
#[command(next_help_heading = "Alignment")]
pub struct AligningArgs {
    /// How much time to spend on aligning: `fast` learns less from the texts
    #[arg(long, value_enum, value_name = "HOW", default_value_t)]
    pub effort: EffortArg,

    /// Use a lexicon of the versions' languages; may be repeated
    ///
    /// As `parallax lexicon` makes it. Its words are looked for in the texts, and count as evidence among others.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub lexicon: Vec<PathBuf>,
}

/// How much time to spend on aligning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum EffortArg {
    /// As long as it helps
    #[default]
    Full,
    /// About a third of that
    Fast,
}
