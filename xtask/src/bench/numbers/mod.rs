//! `cargo xtask bench numbers`: sentences with numbers, written by this benchmark in all pairs of twenty languages, each
//! with a faithful and a drifted translation.
//!
//! 1. [`cldr`] writes values as each language does, from CLDR's own files; [`frames`] has the sentences to put them in.
//! 2. [`kinds`] makes up what a sentence says ([`values`]), in which forms, and what a drift makes of it.
//! 3. [`judge`] holds source and translation against each other.
//! 4. [`tally`] counts, [`show`] prints, [`export`] writes the pairs to files.
//!
//! Nothing here reads the tables or calls the readers of the code under test, but for the interpreter of CLDR's rules for
//! spelling numbers, which is no reader.

pub(super) mod cldr;
mod export;
mod frames;
mod judge;
mod kinds;
pub(super) mod rng;
mod show;
mod tally;
mod values;

use crate::error::{Context as _, Error, Result, fail};
use crate::tables::fetch;
use crate::tables::source::Source;
use crate::workspace;
use clap::Args;
use cldr::{Cldr, Shared};
use frames::{Frames, Tongue};
use judge::{Found, Judge};
use kinds::{Draw, KINDS};
use parallax_core::Severity;
use rayon::prelude::*;
use rng::Rng;
use std::path::PathBuf;
use std::time::Instant;
use tally::{Counts, Tally};

/// What is wanted of a run.
#[derive(Debug, Clone, Args)]
pub(crate) struct Options {
    /// Which sequence of chance: the same seed gives the same pairs.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many cases of each kind in each pair of languages.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..))]
    cases: u64,
    /// Only these kinds (an unknown one is answered with the list of all).
    #[arg(long, value_delimiter = ',')]
    kinds: Vec<String>,
    /// Only these languages (`de,fr,ja`) or pairs of them (`de-fr,ja-en`).
    #[arg(long, value_delimiter = ',')]
    langs: Vec<String>,
    /// The least severity that counts, of misses and of false alarms.
    #[arg(long, default_value = "warning", value_parser = ["info", "warning", "error"])]
    severity: String,
    /// Print so many misses and false alarms of each kind.
    #[arg(long, default_value_t = 0)]
    list: usize,
    /// Print the figures as JSON.
    #[arg(long)]
    json: bool,
    /// Write the pairs to files in this folder, for `parallax check`, and check nothing.
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,
    /// Fail when a bar is not met.
    #[arg(long)]
    check: bool,
}

/// A source sentence with its two translations.
pub(super) struct Twins {
    pub(super) kind: usize,
    pub(super) source: String,
    pub(super) faithful: String,
    pub(super) drifted: String,
}

/// Twins with what was found in them.
struct Judged<'a> {
    tongues: (&'a Tongue, &'a Tongue),
    twins: Twins,
    /// What was found in the faithful and in the drifted pair.
    found: [Vec<Found>; 2],
}

pub(crate) fn run(options: &Options) -> Result<()> {
    if cfg!(debug_assertions) {
        eprintln!("note: faster: cargo run --release --package xtask -- bench numbers");
    }
    let start = Instant::now();
    let frames = Frames::load()?;
    let tongues = load(&frames)?;
    let kinds = chosen_kinds(&options.kinds)?;
    let pairs = chosen_pairs(&options.langs, &tongues)?;
    let make = |(source, target): &(&Tongue, &Tongue)| -> Result<Vec<Twins>> {
        let mut all = Vec::new();
        for kind in &kinds {
            all.extend(twins(&frames, (source, target), *kind, options)?);
        }
        Ok(all)
    };
    if let Some(dir) = &options.write {
        return export::write(dir, &pairs, make);
    }

    let judge = Judge::new()?;
    let judged: Vec<Vec<Judged<'_>>> = pairs
        .par_iter()
        .map(|pair| make(pair)?.into_iter().map(|twins| judged(&judge, *pair, twins)).collect())
        .collect::<Result<_>>()?;
    let least = severity(&options.severity);
    let tally = count(judged.iter().flatten(), least);
    if options.list > 0 {
        list(judged.iter().flatten(), least, options.list);
    }
    if options.json {
        let settings = serde_json::json!({
            "seed": options.seed, "cases": options.cases, "severity": options.severity, "kinds": options.kinds,
            "langs": options.langs,
        });
        println!("{}", serde_json::to_string_pretty(&show::json(&tally, &settings)).context("JSON")?);
    } else {
        println!(
            "{} pairs of languages, seed {}; findings of the N rules but N007 count from severity {} on\n",
            pairs.len(),
            options.seed,
            options.severity
        );
        print!("{}", show::tables(&tally));
        println!(
            "\n{} pairs of sentences in {:.1} s",
            2 * judged.iter().flatten().count(),
            start.elapsed().as_secs_f64()
        );
    }
    let faults = tally.faults();
    for fault in faults.iter().filter(|_| !options.json) {
        println!("not met: {fault}");
    }
    if options.check && !faults.is_empty() { fail("bench numbers: a bar is not met") } else { Ok(()) }
}

/// All languages of the frames, in their order.
fn load(frames: &Frames) -> Result<Vec<Tongue>> {
    let cache = fetch::cache_dir(&workspace::root()?);
    fetch::fetch_all(&cache).context("the sentences are written from CLDR's packages, which cannot be had here")?;
    let source = Source::new(cache);
    let shared = Shared::load(&source)?;
    let tongue = |tag: &String| -> Result<Tongue> {
        Ok(Tongue { tag: tag.clone(), cldr: Cldr::load(&source, &shared, tag)?, words: frames.words(tag)? })
    };
    frames.languages.keys().map(tongue).collect()
}

/// The indices of the kinds that are wanted.
fn chosen_kinds(names: &[String]) -> Result<Vec<usize>> {
    let known = || KINDS.iter().map(|kind| kind.name);
    if let Some(unknown) = names.iter().find(|name| !known().any(|known| known == *name)) {
        return fail(format!("there is no kind `{unknown}`; there are: {}", known().collect::<Vec<_>>().join(", ")));
    }
    let wanted = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    Ok(known().enumerate().filter(|(_, name)| wanted(name)).map(|(index, _)| index).collect())
}

type Pair<'a> = (&'a Tongue, &'a Tongue);

/// The ordered pairs of languages that are wanted.
fn chosen_pairs<'a>(wanted: &[String], tongues: &'a [Tongue]) -> Result<Vec<Pair<'a>>> {
    let known = |tag: &str| tongues.iter().any(|tongue| tongue.tag == tag);
    let (pairs, single): (Vec<_>, Vec<_>) = wanted.iter().partition(|word| word.contains('-'));
    let named = pairs.iter().flat_map(|pair| pair.split('-')).chain(single.iter().map(|tag| tag.as_str()));
    if let Some(unknown) = named.into_iter().find(|tag| !known(tag)) {
        let all: Vec<&str> = tongues.iter().map(|tongue| tongue.tag.as_str()).collect();
        return fail(format!("no sentences in `{unknown}`; there are: {}", all.join(", ")));
    }
    let of = |source: &Tongue, target: &Tongue| {
        let is = |word: &&String| **word == format!("{}-{}", source.tag, target.tag);
        let both = [source, target].iter().all(|tongue| single.iter().any(|tag| **tag == tongue.tag));
        wanted.is_empty() || both || pairs.iter().any(is)
    };
    let all = tongues.iter().flat_map(|source| tongues.iter().map(move |target| (source, target)));
    Ok(all.filter(|(source, target)| source.tag != target.tag && of(source, target)).collect())
}

/// The cases of one kind in one pair of languages.
fn twins(frames: &Frames, (source, target): Pair<'_>, kind: usize, options: &Options) -> Result<Vec<Twins>> {
    let name = KINDS[kind].name;
    let mut draw = Draw { rng: Rng::new(options.seed, &[&source.tag, &target.tag, name]), frames, source, target };
    let mut all = Vec::new();
    // A draw may come to nothing; some pairs of languages have no cases of a kind at all.
    for _ in 0..8 * options.cases {
        if all.len() as u64 == options.cases {
            break;
        }
        let context = || format!("{name}, {}-{}", source.tag, target.tag);
        let Some(case) =
            (KINDS[kind].make)(&mut draw).map_err(|error| Error::new(format!("{}: {error}", context())))?
        else {
            continue;
        };
        let sentence = |tongue: &Tongue, values: &[values::Written]| -> Result<String> {
            let texts = values.iter().map(|value| values::write(tongue, value)).collect::<Result<Vec<_>>>();
            Ok(frames::fill(&case.frame[&tongue.tag], &texts.context(context())?))
        };
        let twins = Twins {
            kind,
            source: sentence(source, &case.source)?,
            faithful: sentence(target, &case.faithful)?,
            drifted: sentence(target, &case.drifted)?,
        };
        if twins.faithful != twins.drifted {
            all.push(twins);
        }
    }
    Ok(all)
}

fn judged<'a>(judge: &Judge, tongues: Pair<'a>, twins: Twins) -> Result<Judged<'a>> {
    let (source, target) = (judge::tag(&tongues.0.tag)?, judge::tag(&tongues.1.tag)?);
    let check = |text: &str| judge.check((&twins.source, source), (text, target));
    let found = [check(&twins.faithful), check(&twins.drifted)];
    Ok(Judged { tongues, twins, found })
}

impl Judged<'_> {
    fn counts(&self, least: Severity) -> Counts {
        let kinds::Kind { apart, hint, .. } = KINDS[self.twins.kind];
        let least = if hint { Severity::Info } else { least };
        let flagged = |found: &[Found]| found.iter().any(|found| apart || found.counts(least));
        Counts {
            drifted: 1,
            found: usize::from(flagged(&self.found[1])),
            faithful: 1,
            alarms: usize::from(flagged(&self.found[0])),
        }
    }
}

fn count<'a>(all: impl Iterator<Item = &'a Judged<'a>>, least: Severity) -> Tally {
    let mut tally = Tally { kinds: vec![Counts::default(); KINDS.len()], ..Tally::default() };
    for judged in all {
        let counts = judged.counts(least);
        tally.kinds[judged.twins.kind].add(counts);
        if !KINDS[judged.twins.kind].apart {
            let (source, target) = judged.tongues;
            tally.pairs.entry((source.tag.clone(), target.tag.clone())).or_default().add(counts);
            tally.total.add(counts);
        }
    }
    tally
}

/// Prints some misses and false alarms of each kind, spread over the languages.
fn list<'a>(all: impl Iterator<Item = &'a Judged<'a>>, least: Severity, most: usize) {
    let mut wrong: Vec<Vec<(String, &Judged<'_>)>> = vec![Vec::new(); 2 * KINDS.len()];
    for judged in all {
        let counts = judged.counts(least);
        let (source, target) = judged.tongues;
        let mut add = |place: usize, what: &str, text: &str, found: &[Found]| {
            let said: Vec<String> = found
                .iter()
                .map(|found| format!("\n      {} {}: {}", found.severity, found.rule, found.message))
                .collect();
            let line = format!(
                "{what} {} {}-{}: {}\n      {text}{}",
                KINDS[judged.twins.kind].name,
                source.tag,
                target.tag,
                judged.twins.source,
                said.concat()
            );
            wrong[place].push((line, judged));
        };
        if counts.alarms > 0 {
            add(2 * judged.twins.kind, "alarm", &judged.twins.faithful, &judged.found[0]);
        }
        if counts.found == 0 {
            add(2 * judged.twins.kind + 1, "miss ", &judged.twins.drifted, &judged.found[1]);
        }
    }
    for list in wrong {
        let step = list.len().div_ceil(most).max(1);
        for (line, _) in list.iter().step_by(step) {
            println!("{line}");
        }
    }
    println!();
}

fn severity(name: &str) -> Severity {
    let all = [Severity::Info, Severity::Warning, Severity::Error];
    all.into_iter().find(|severity| severity.as_str() == name).unwrap_or(Severity::Warning)
}
