//! `cargo xtask bench docs DIR`: findings in real documents, whose drifts a reader has marked.
//!
//! A group is a folder with `origin.json` (`pivot`, `versions`; files are named by their language: `de.md`),
//! `gold.jsonl` (a marked difference a line: `version`, `kind`, `pivot_line`, `version_line`, `sure`) and the files.
//! A finding hits a gold line when on every side where both name a place its lines overlap the block around the gold
//! line. Gold lines that are not sure make a finding there neither a hit nor a false alarm. Groups that are bilingual
//! files are left out.

use super::{folders_with, text};
use crate::error::{Context as _, Error, Result};
use parallax_cli::engine::{Input, Settings, check_inputs};
use parallax_core::{Finding, LanguageTag, Place, Report};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

pub(crate) struct Options {
    /// The extensions of the versions to check.
    pub(crate) ext: Vec<String>,
    /// The least severity that counts.
    pub(crate) severity: String,
    /// Whether to name every miss and false alarm.
    pub(crate) list: bool,
}

#[derive(Deserialize)]
struct Origin {
    /// None for bilingual files.
    pivot: Option<String>,
    versions: Vec<String>,
}

#[derive(Deserialize)]
struct Gold {
    version: String,
    kind: String,
    pivot_line: Option<usize>,
    version_line: Option<usize>,
    sure: bool,
    note: String,
}

#[derive(Default)]
struct Counts {
    sure: usize,
    hit: usize,
    false_alarms: usize,
    blocks: usize,
    /// Hits and sure lines by kind.
    kinds: BTreeMap<String, (usize, usize)>,
}

pub(crate) fn run(dir: &Path, options: &Options) -> Result<()> {
    let mut total = Counts::default();
    for folder in folders_with(dir, "origin.json")? {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let origin: Origin = serde_json::from_str(&text(&folder.join("origin.json"))?).context(&name)?;
        let Some(pivot) = &origin.pivot else { continue };
        let counts = group(&folder, &name, pivot, &origin.versions, options)?;
        if counts.blocks > 0 {
            println!("{}", counts.row(&name));
        }
        total.add(counts);
    }
    println!("{}", total.row("all"));
    for (kind, (hit, all)) in &total.kinds {
        println!("  {kind:<14} {hit}/{all}");
    }
    Ok(())
}

fn group(folder: &Path, name: &str, pivot: &str, versions: &[String], options: &Options) -> Result<Counts> {
    let gold: Vec<Gold> = text(&folder.join("gold.jsonl"))?
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()
        .context(format_args!("{name}: gold.jsonl"))?;
    let mut counts = Counts::default();
    for version in versions {
        if options.ext.iter().any(|ext| version.rsplit_once('.').is_some_and(|(_, found)| found == ext)) {
            let report = check(folder, pivot, version).context(format_args!("{name}/{version}"))?;
            let blocks = [Blocks::read(folder, pivot)?, Blocks::read(folder, version)?];
            let gold: Vec<&Gold> = gold.iter().filter(|gold| gold.version == *version).collect();
            counts.add(score(&report, &gold, &blocks, &format!("{name}/{version}"), options));
        }
    }
    Ok(counts)
}

/// Holds a version against the pivot; both languages are said by the files' names.
fn check(folder: &Path, pivot: &str, version: &str) -> Result<Report> {
    let input = |file: &str| -> Result<Input> {
        let path = folder.join(file);
        let tag = file.rsplit_once('.').map_or(file, |(tag, _)| tag);
        let language: LanguageTag = tag.parse().context(file)?;
        Ok(Input::new(file, fs::read(&path).context(path.display())?).in_language(language))
    };
    let inputs = vec![input(pivot)?, input(version)?];
    check_inputs(inputs, 0, &Settings::default()).map_err(|error| Error::new(error.to_string()))
}

fn score(report: &Report, gold: &[&Gold], blocks: &[Blocks; 2], name: &str, options: &Options) -> Counts {
    let mut counts = Counts { blocks: blocks[1].count, ..Counts::default() };
    let mut hit = vec![false; gold.len()];
    let rank = |severity: &str| ["info", "warning", "error"].iter().position(|known| *known == severity);
    for finding in &report.findings {
        if rank(finding.severity.as_str()) < rank(&options.severity) {
            continue;
        }
        let lines = lines_of(finding, report);
        let mut known = false;
        for (gold, hit) in gold.iter().zip(&mut hit) {
            if hits(&lines, gold, blocks) {
                known = true;
                *hit = true;
            }
        }
        if !known {
            counts.false_alarms += 1;
            if options.list {
                println!("FALSE {name}: {} {:?} {}", finding.rule.code, lines, finding.message);
            }
        }
    }
    for (gold, hit) in gold.iter().zip(hit).filter(|(gold, _)| gold.sure) {
        counts.sure += 1;
        counts.hit += usize::from(hit);
        let (kind_hit, kind_all) = counts.kinds.entry(gold.kind.clone()).or_default();
        *kind_hit += usize::from(hit);
        *kind_all += 1;
        if options.list && !hit {
            println!("MISS  {name}: {} {:?} {:?} {}", gold.kind, gold.pivot_line, gold.version_line, gold.note);
        }
    }
    counts
}

/// The lines of a finding in the pivot and in the version.
fn lines_of(finding: &Finding, report: &Report) -> [Option<RangeInclusive<usize>>; 2] {
    let lines = |place: &Option<Place>| {
        place.as_ref().map(|place| {
            let document = &report.versions[place.document].document;
            document.line_column(place.span.start).line..=document.line_column(place.span.end).line
        })
    };
    [lines(&finding.source), lines(&finding.target)]
}

fn hits(lines: &[Option<RangeInclusive<usize>>; 2], gold: &Gold, blocks: &[Blocks; 2]) -> bool {
    let mut sides = 0;
    for ((lines, gold), blocks) in lines.iter().zip([gold.pivot_line, gold.version_line]).zip(blocks) {
        if let (Some(lines), Some(gold)) = (lines, gold) {
            let block = blocks.around(gold);
            if lines.start() > block.end() || lines.end() < block.start() {
                return false;
            }
            sides += 1;
        }
    }
    sides > 0
}

/// Where the blocks of a Markdown or plain text file are, by lines: paragraphs, list items, table rows, headings.
struct Blocks {
    /// For each line, its block.
    around: Vec<RangeInclusive<usize>>,
    count: usize,
}

impl Blocks {
    fn read(folder: &Path, file: &str) -> Result<Self> {
        Ok(Self::of(&text(&folder.join(file))?))
    }

    fn of(content: &str) -> Self {
        let lines: Vec<&str> = content.split('\n').chain([""]).collect();
        let mut blocks = Self { around: (1..=lines.len()).map(|line| line..=line).collect(), count: 0 };
        let mut start = None;
        for (number, line) in (1..).zip(lines) {
            let blank = line.trim().is_empty();
            if let Some(first) = start
                && (blank || opens_block(line))
            {
                blocks.around[first - 1..number - 1].fill(first..=number - 1);
                blocks.count += 1;
                start = None;
            }
            if !blank && start.is_none() {
                start = Some(number);
            }
        }
        blocks
    }

    fn around(&self, line: usize) -> RangeInclusive<usize> {
        self.around.get(line - 1).cloned().unwrap_or(line..=line)
    }
}

/// Whether a line begins a list item, a table row, a heading or HTML.
fn opens_block(line: &str) -> bool {
    let text = line.trim_start();
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let marker =
        if number.len() < text.len() { number.strip_prefix(['.', ')']) } else { text.strip_prefix(['*', '+', '-']) };
    marker.is_some_and(|rest| rest.starts_with(char::is_whitespace))
        || text.starts_with('|')
        || line.starts_with(['#', '<'])
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.sure += other.sure;
        self.hit += other.hit;
        self.false_alarms += other.false_alarms;
        self.blocks += other.blocks;
        for (kind, (hit, all)) in other.kinds {
            let (kind_hit, kind_all) = self.kinds.entry(kind).or_default();
            *kind_hit += hit;
            *kind_all += all;
        }
    }

    fn row(&self, name: &str) -> String {
        let per_hundred = 100.0 * self.false_alarms as f64 / self.blocks.max(1) as f64;
        format!(
            "{name:<28} recall {}/{}  false alarms {} ({per_hundred:.2} per 100 blocks)",
            self.hit, self.sure, self.false_alarms
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_paragraphs_items_rows_and_headings() {
        let blocks = Blocks::of("# Head\ntext\nmore\n\n- a\n  b\n2. c\n| x |\n| y |");
        assert_eq!(blocks.count, 5);
        let around: Vec<_> = [1, 3, 4, 5, 6, 7, 8, 9].map(|line| blocks.around(line)).into();
        assert_eq!(around, [1..=3, 1..=3, 4..=4, 5..=6, 5..=6, 7..=7, 8..=8, 9..=9]);
        assert!(!opens_block("2.5 metres") && !opens_block("-5 degrees") && !opens_block("   text"));
    }
}
