//! The layers: which crate may use which, and what the pure crates do without.

use super::{Faults, File};
use crate::error::{Context as _, Result};
use toml::{Table, Value};

/// The crates and what each may use of the others. Development dependencies are free: tests may use the whole
/// pipeline.
const LAYERS: [(&str, &[&str]); 6] = [
    ("core", &[]),
    ("formats", &["core"]),
    ("aligner", &["core"]),
    ("drift", &["core"]),
    ("report", &["core"]),
    ("cli", &["core", "formats", "aligner", "drift", "report"]),
];

/// The one file of the pure crates that may use the threads it is called in, behind a feature.
const JOIN: &str = "crates/aligner/src/join.rs";

/// Crates that take values and give values.
const PURE: [&str; 3] = ["core", "aligner", "drift"];

/// What a pure crate has no use for.
const IMPURE: [&str; 8] =
    ["std::fs", "std::env", "std::net", "std::process", "std::thread", "rayon", "println!", "static mut"];

pub(super) fn check(files: &[File]) -> Result<Faults> {
    let mut faults = Faults::new();
    for file in files {
        let Some((name, rest)) = file.path.strip_prefix("crates/").and_then(|path| path.split_once('/')) else {
            continue;
        };
        if rest == "Cargo.toml" {
            let manifest: Table = toml::from_str(&file.text).context(&file.path)?;
            faults.extend(forbidden_dependencies(name, &manifest));
        } else if PURE.contains(&name) && rest.starts_with("src/") && file.is_rust() {
            let code = file.text.lines().filter(|line| !line.trim_start().starts_with("//"));
            let excepted = |word: &str| word == "rayon" && file.path == JOIN;
            for word in IMPURE.iter().filter(|word| !excepted(word) && code.clone().any(|line| line.contains(**word))) {
                faults.push(format!("{}: `{word}` has no place in a pure crate", file.path));
            }
        }
    }
    Ok(faults)
}

fn forbidden_dependencies(name: &str, manifest: &Table) -> Faults {
    let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| *layer == name) else {
        return vec![format!("crates/{name} has no layer yet: name it in xtask/src/tidy/layers.rs")];
    };
    let used = dependencies(manifest).filter_map(|dependency| dependency.strip_prefix("parallax-"));
    let forbidden = used.filter(|used| !allowed.contains(used));
    forbidden.map(|used| format!("crates/{name} must not use parallax-{used}")).collect()
}

/// The names of all dependencies but those for development, also those of one platform.
fn dependencies(manifest: &Table) -> impl Iterator<Item = &str> {
    let platforms = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let tables = platforms.filter_map(Value::as_table).chain([manifest]);
    tables
        .flat_map(|table| ["dependencies", "build-dependencies"].map(|kind| table.get(kind).and_then(Value::as_table)))
        .flatten()
        .flat_map(Table::keys)
        .map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> Faults {
        check(&[File { path: path.to_owned(), text: text.to_owned() }]).expect("is TOML")
    }

    #[test]
    fn dependencies_point_one_way() {
        assert!(faults("crates/cli/Cargo.toml", "[dependencies]\nparallax-drift.workspace = true").is_empty());
        assert!(faults("crates/drift/Cargo.toml", "[dev-dependencies]\nparallax-aligner.workspace = true").is_empty());
        for text in [
            "[dependencies]\nparallax-formats.workspace = true",
            "[build-dependencies]\nparallax-report.workspace = true",
            "[target.'cfg(unix)'.dependencies]\nparallax-cli.workspace = true",
        ] {
            assert_eq!(faults("crates/drift/Cargo.toml", text).len(), 1, "{text}");
        }
        assert_eq!(faults("crates/news/Cargo.toml", "").len(), 1);
    }

    #[test]
    fn pure_crates_touch_no_files() {
        assert_eq!(faults("crates/core/src/a.rs", "use std::fs;\n").len(), 1);
        assert!(faults("crates/core/src/a.rs", "/// Not `std::fs`.\n").is_empty());
        assert!(faults("crates/core/build.rs", "use std::fs;\n").is_empty());
    }
}
