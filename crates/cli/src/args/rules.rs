//! `parallax rules`.

use super::language;
use clap::Args;
use parallax_core::LanguageTag;

/// `parallax rules`.
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// Print what is known of this language for the rules to go by
    #[arg(long, visible_alias = "lang", value_name = "LANG", value_parser = language)]
    pub language: Option<LanguageTag>,
}
