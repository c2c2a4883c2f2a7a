//! `cargo xtask schemas`: the JSON schemas as files, made from the structs that are written.

use crate::error::{Context as _, Result, fail};
use crate::workspace;
use std::fs;

/// Writes the schema files; with `check`, only compares them.
pub(crate) fn run(check: bool) -> Result<()> {
    let folder = workspace::root()?.join("schema");
    let mut stale = Vec::new();
    for (name, content) in parallax_report::schemas() {
        let path = folder.join(name);
        // A checkout may have CRLF.
        let current = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if current == content {
            continue;
        }
        if check {
            stale.push(name);
        } else {
            fs::create_dir_all(&folder).context(format_args!("cannot create {}", folder.display()))?;
            fs::write(&path, content).context(format_args!("cannot write {}", path.display()))?;
            println!("schemas: wrote schema/{name}");
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    fail(format!("out of date in schema/: {}; run `cargo xtask schemas`", stale.join(", ")))
}
