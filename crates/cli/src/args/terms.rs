//! What can be said of terms.

use clap::{Args, ValueHint};
use std::path::PathBuf;

/// Which terms versions are to use.
#[derive(Debug, Args)]
#[command(next_help_heading = "Terms")]
pub struct TermsArgs {
    /// Hold versions to a glossary (TBX, CSV or TSV); may be repeated
    ///
    /// A table's first row names its columns: language tags (`en`, `pt-BR`), and perhaps `forbidden de`, `status`, `case`,
    /// `note`. The rules T001 and T004 go by it.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub glossary: Vec<PathBuf>,
}
