//! `cargo xtask ci`: all that a change must pass.

use crate::error::Result;
use crate::workspace::{self, cargo};
use crate::{corpus, tables, tidy};

/// Runs every check, the quick ones first, the tests last, if they are wanted.
pub(crate) fn run(skip_tests: bool) -> Result<()> {
    let root = workspace::root()?;
    workspace::run(cargo(&root).args(["fmt", "--all", "--check"]))?;
    tidy::run()?;
    tables::run(true)?;
    workspace::run(cargo(&root).args(["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))?;
    let mut docs = cargo(&root);
    docs.env("RUSTDOCFLAGS", "-D warnings").args(["doc", "--workspace", "--no-deps", "--locked"]);
    workspace::run(&mut docs)?;
    corpus::run(corpus::Task::Score { json: false, write: false, check: true })?;
    if skip_tests { Ok(()) } else { workspace::run(cargo(&root).args(["test", "--workspace"])) }
}
