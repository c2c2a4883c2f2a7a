//! `cargo xtask bench align DIR`: alignments against gold.
//!
//! A case is a folder with `source.txt` and `target.txt` (a segment a line), `gold.tsv` (a bead a line: indices from
//! 0, comma-separated, the two sides parted by a tab) and `case.json` (`source_lang`, `target_lang`). Where there are
//! `source.group` and `target.group` (the verse of each line), gold links verses: neighbouring beads within one verse
//! are merged before they are scored.

use super::{folders_with, text};
use crate::error::{Context as _, Error, Result, fail};
use parallax_cli::engine::{Input, align_inputs};
use parallax_core::{Bead, LanguageTag};
use parallax_formats::{ReadOptions, SegmentMode};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The segments of both sides that correspond.
type Pair = (Vec<usize>, Vec<usize>);

#[derive(Deserialize)]
struct Case {
    source_lang: String,
    target_lang: String,
}

/// Hits and totals from which precision and recall follow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    right: usize,
    tested: usize,
    recalled: usize,
    gold: usize,
}

pub(crate) fn run(dir: &Path) -> Result<()> {
    if cfg!(debug_assertions) {
        eprintln!("note: for true times: cargo run --release --package xtask -- bench align {}", dir.display());
    }
    let mut total = Counts::default();
    println!(
        "{:<20} {:>9} {:>9} {:>9} {:>7} {:>7} {:>9}",
        "case", "precision", "recall", "strict F1", "beads", "gold", "time"
    );
    for folder in folders_with(dir, "gold.tsv")? {
        let start = Instant::now();
        let beads = align(&folder)?;
        let elapsed = start.elapsed();
        let gold = read_gold(&folder.join("gold.tsv"))?;
        let counts = Counts::of(&gold, &merged(beads, &folder)?);
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        println!("{} {:>6.2} s", counts.row(&name), elapsed.as_secs_f64());
        total = total.plus(counts);
    }
    println!("{}", total.row("all"));
    Ok(())
}

/// Aligns a case and gives the beads of its lines.
fn align(folder: &Path) -> Result<Vec<Pair>> {
    let path = folder.join("case.json");
    let case: Case = serde_json::from_str(&text(&path)?).context(path.display())?;
    let input = |name: &str, language: &str| -> Result<Input> {
        let language: LanguageTag = language.parse().context(path.display())?;
        Ok(Input::new(name, text(&folder.join(name))?).in_language(language))
    };
    let options = ReadOptions { segments: SegmentMode::Lines, ..ReadOptions::default() };
    let (source, target) = (input("source.txt", &case.source_lang)?, input("target.txt", &case.target_lang)?);
    match align_inputs(source, target, &options) {
        Ok((_, alignment)) => Ok(alignment.segments.iter().map(pair).collect()),
        Err(failures) => {
            let reasons: Vec<String> = failures.into_iter().map(|failure| failure.reason).collect();
            fail(format!("{}: {}", folder.display(), reasons.join("; ")))
        }
    }
}

fn pair(bead: &Bead) -> Pair {
    (bead.source.clone().collect(), bead.target.clone().collect())
}

fn read_gold(path: &Path) -> Result<Vec<Pair>> {
    let side = |text: &str| -> Result<Vec<usize>> {
        let indices = text.split(',').map(str::trim).filter(|index| !index.is_empty());
        indices.map(|index| index.parse().map_err(Error::from)).collect()
    };
    let content = text(path)?;
    let lines = content.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let (source, target) = line.split_once('\t').unwrap_or((line, ""));
            Ok((side(source)?, side(target)?))
        })
        .collect::<Result<_>>()
        .context(path.display())
}

/// Merges neighbouring beads that lie within one verse, where the case has verses.
fn merged(beads: Vec<Pair>, folder: &Path) -> Result<Vec<Pair>> {
    let paths: [PathBuf; 2] = ["source.group", "target.group"].map(|name| folder.join(name));
    if !paths.iter().all(|path| path.is_file()) {
        return Ok(beads);
    }
    let [source, target] = [text(&paths[0])?, text(&paths[1])?];
    let groups = [source.lines().collect::<Vec<_>>(), target.lines().collect::<Vec<_>>()];
    Ok(merge(beads, &groups))
}

fn merge(beads: Vec<Pair>, [source, target]: &[Vec<&str>; 2]) -> Vec<Pair> {
    let mut out: Vec<Pair> = Vec::new();
    let mut last = None;
    for (left, right) in beads {
        let verses: BTreeSet<Option<&&str>> =
            left.iter().map(|index| source.get(*index)).chain(right.iter().map(|index| target.get(*index))).collect();
        let verse = if verses.len() == 1 { verses.first().copied().flatten() } else { None };
        match out.last_mut() {
            Some(open) if verse.is_some() && verse == last => {
                open.0.extend(left);
                open.1.extend(right);
            }
            _ => out.push((left, right)),
        }
        last = verse;
    }
    out
}

impl Counts {
    /// Strict counting, as vecalign's scorer does it (Sennrich & Volk 2010): precision over all beads of the test that
    /// have a side, recall over those of gold that have both; a bead is right if the other list has the same.
    fn of(gold: &[Pair], test: &[Pair]) -> Self {
        let set = |beads: &[Pair], both: bool| -> BTreeSet<Pair> {
            let wanted = |(source, target): &&Pair| {
                if both { !source.is_empty() && !target.is_empty() } else { !source.is_empty() || !target.is_empty() }
            };
            beads.iter().filter(wanted).cloned().collect()
        };
        let (all_gold, all_test) = (set(gold, false), set(test, false));
        let (paired_gold, paired_test) = (set(gold, true), set(test, true));
        Self {
            right: all_test.intersection(&all_gold).count(),
            tested: all_test.len(),
            recalled: paired_gold.intersection(&paired_test).count(),
            gold: paired_gold.len(),
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            tested: self.tested + other.tested,
            recalled: self.recalled + other.recalled,
            gold: self.gold + other.gold,
        }
    }

    fn f1(self) -> [f64; 3] {
        let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        let (precision, recall) = (share(self.right, self.tested), share(self.recalled, self.gold));
        let sum = precision + recall;
        [precision, recall, if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum }]
    }

    fn row(self, name: &str) -> String {
        let [precision, recall, f1] = self.f1();
        format!("{name:<20} {precision:>9.4} {recall:>9.4} {f1:>9.4} {:>7} {:>7}", self.tested, self.gold)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beads(list: &[(&[usize], &[usize])]) -> Vec<Pair> {
        list.iter().map(|(source, target)| (source.to_vec(), target.to_vec())).collect()
    }

    #[test]
    fn insertions_count_for_precision_only() {
        let gold = beads(&[(&[0], &[0]), (&[], &[1]), (&[1], &[2]), (&[2], &[])]);
        let test = beads(&[(&[0], &[0]), (&[], &[1]), (&[1, 2], &[2])]);
        let counts = Counts::of(&gold, &test);
        assert_eq!(counts, Counts { right: 2, tested: 3, recalled: 1, gold: 2 });
        let [precision, recall, f1] = counts.f1();
        assert!((precision - 2.0 / 3.0).abs() < 1e-9 && (recall - 0.5).abs() < 1e-9 && (f1 - 4.0 / 7.0).abs() < 1e-9);
        assert_eq!(Counts::default().f1(), [0.0; 3]);
    }

    #[test]
    fn beads_within_a_verse_are_merged() {
        let groups = [vec!["1", "1", "2"], vec!["1", "1", "2"]];
        let merged = merge(beads(&[(&[0], &[0]), (&[1], &[1]), (&[2], &[2])]), &groups);
        assert_eq!(merged, beads(&[(&[0, 1], &[0, 1]), (&[2], &[2])]));
        let crossing = merge(beads(&[(&[0], &[0]), (&[1, 2], &[1]), (&[], &[2])]), &groups);
        assert_eq!(crossing.len(), 3);
    }
}
