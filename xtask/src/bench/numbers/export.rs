//! The pairs as files: tables that `parallax check` reads, and what is right about each line.

use super::frames::Tongue;
use super::kinds::KINDS;
use super::{Pair, Twins};
use crate::error::{Context as _, Result};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Writes `SOURCE-TARGET.tsv` (`id`, `source`, `target`) for each pair of languages, and `labels.tsv` (`id`,
/// `source_lang`, `target_lang`, `kind`, `label`) for all.
pub(super) fn write(dir: &Path, pairs: &[Pair<'_>], make: impl Fn(&Pair<'_>) -> Result<Vec<Twins>>) -> Result<()> {
    fs::create_dir_all(dir).context(format_args!("cannot create {}", dir.display()))?;
    let save = |name: &str, text: &str| {
        let path = dir.join(name);
        fs::write(&path, text).context(format_args!("cannot write {}", path.display()))
    };
    let mut labels = String::from("id\tsource_lang\ttarget_lang\tkind\tlabel\n");
    let mut lines = 0;
    for pair in pairs {
        let (table, labelled) = rows(pair, &make(pair)?);
        lines += table.lines().count() - 1;
        save(&format!("{}-{}.tsv", pair.0.tag, pair.1.tag), &table)?;
        labels.push_str(&labelled);
    }
    save("labels.tsv", &labels)?;
    println!("{lines} pairs in {} files of {}, labels in labels.tsv", pairs.len(), dir.display());
    Ok(())
}

/// The table of a pair of languages, and the lines of its labels.
fn rows((source, target): &(&Tongue, &Tongue), twins: &[Twins]) -> (String, String) {
    let (source_tag, target_tag) = (&source.tag, &target.tag);
    let (mut table, mut labels) = (String::from("id\tsource\ttarget\n"), String::new());
    for (number, twins) in (1..).zip(twins) {
        for (text, label) in [(&twins.faithful, "faithful"), (&twins.drifted, "drift")] {
            let id = format!("{source_tag}-{target_tag}-{number}-{label}");
            let kind = KINDS[twins.kind].name;
            // Without fail: writing to a string.
            let _ = writeln!(table, "{id}\t{}\t{text}", twins.source);
            let _ = writeln!(labels, "{id}\t{source_tag}\t{target_tag}\t{kind}\t{label}");
        }
    }
    (table, labels)
}
