//! Where the time of a check goes: a run over the beginning of a table on one thread, stage by stage, through the
//! library.

use crate::error::{Context as _, Result};
use parallax_cli::engine::pairs::{Languages, PairChecker};
use parallax_cli::languages::pair_named_by_path;
use parallax_core::tokens::Tokens;
use parallax_core::{Alignment, Bitext, Document, LanguageOrigin, LanguageTag, Version};
use parallax_drift::{Checker, Matching, Selection, rules};
use parallax_formats::pairs::{Batch, Pair, PairFormat, PairOptions, PairReader};
use std::fs::File;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// How many pairs a table has that can be read.
pub(super) fn count(file: &Path) -> Result<usize> {
    let mut reader = open(file)?;
    while reader.next_batch().context("the table breaks off")?.is_some() {}
    Ok(reader.entries())
}

fn open(file: &Path) -> Result<PairReader<File>> {
    let cannot = || format!("cannot read {}", file.display());
    let format = PairFormat::from_path(&file.to_string_lossy()).unwrap_or(PairFormat::Tsv);
    PairReader::new(File::open(file).context(cannot())?, &PairOptions::new(format)).context(cannot())
}

/// Prints what each stage takes for the first `most` pairs, in microseconds a pair.
pub(super) fn run(file: &Path, most: usize) -> Result<()> {
    let mut reader = open(file)?;
    let mut batches: Vec<Batch> = Vec::new();
    let start = Instant::now();
    let mut rows = 0;
    while rows < most
        && let Some(batch) = reader.next_batch().context("the table breaks off")?
    {
        rows += batch.len();
        batches.push(batch);
    }
    let reading = start.elapsed();
    let named = pair_named_by_path(&file.to_string_lossy());
    let (languages, _) = Languages::settle([None; 2], named, reader.layout(), batches.first());
    let (splitting, pairs) = timed(|| batches.iter().flat_map(Batch::pairs).flatten().collect::<Vec<Pair>>());
    let count = pairs.len();
    let show =
        |name: &str, time: Duration| println!("  {name:<34}{:>8.2} µs", time.as_secs_f64() * 1e6 / count.max(1) as f64);
    println!("  on one thread, a pair, of the first {count}:");
    show("find rows", reading);
    show("split rows, clean texts", splitting);

    let sides = |pair: &Pair| {
        let side = |side: usize, document: &Document, said: Option<LanguageTag>| {
            let (language, origin) = said.map_or(languages.sides[side], |tag| (tag, LanguageOrigin::Declared));
            (document.clone(), language, origin)
        };
        [side(0, &pair.source, pair.source_language), side(1, &pair.target, pair.target_language)]
    };
    let prepared: Vec<_> = pairs.iter().map(sides).collect();
    let (tokens, ()) = timed(|| {
        for (document, ..) in prepared.iter().flatten() {
            black_box(Tokens::of(document.blocks[0].text.as_str()).len());
        }
    });
    show("tokens (within facts)", tokens);
    let (facts, versions) = timed(|| {
        let read = |[source, target]: [(Document, LanguageTag, LanguageOrigin); 2]| {
            [Version::read(source.0, source.1, source.2), Version::read(target.0, target.1, target.2)]
        };
        prepared.into_iter().map(read).collect::<Vec<[Version; 2]>>()
    });
    show("facts of both sides", facts);
    let (matching, ()) = timed(|| {
        for [source, target] in &versions {
            let alignment = Alignment::whole(source, target);
            black_box(Matching::of(&Bitext { source, target, alignment: &alignment }));
        }
    });
    show("matching", matching);
    let checking = |selection: Selection| {
        let checker = Checker::new(selection);
        let check = || versions.iter().map(|pair| black_box(checker.check_pair(pair)).findings.len()).sum::<usize>();
        timed(check)
    };
    let none = checking(selection(&[], &["all"])?).0;
    show("view, matching and all, no rule", none);
    for rule in rules() {
        let time = checking(selection(&[rule.code], &[])?).0.saturating_sub(none);
        show(&format!("  {} {}", rule.code, rule.name), time);
    }
    let (all, found) = checking(Selection::all());
    show("all rules", all);
    println!("  {found} findings");

    let checker = PairChecker::new(Selection::all(), languages, file.to_string_lossy());
    let (whole, written) = timed(|| {
        let mut bytes = Vec::new();
        let mut written = Ok(());
        for pair in batches.iter().flat_map(Batch::pairs).flatten() {
            if let (Some(found), _) = checker.check(pair) {
                written = written.and(parallax_report::json::write_pair_lines(&found, &mut bytes));
            }
        }
        written.map(|()| bytes.len())
    });
    written.context("a report cannot be written")?;
    show("all of it, with JSON lines", reading + whole);
    Ok(())
}

fn selection(select: &[&str], ignore: &[&str]) -> Result<Selection> {
    let owned = |list: &[&str]| list.iter().map(|entry| (*entry).to_owned()).collect::<Vec<_>>();
    Selection::new(&owned(select), &owned(ignore)).context("a rule is not known")
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}
