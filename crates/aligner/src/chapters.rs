//! Long parts that stand elsewhere in the other version: chapters in another order.
//!
//! The path holds as many of them as can be held without going back, and leaves the others out, as long runs on both
//! sides. Words and facts vote, as for the rough course of the whole (`skeleton`), for pairs of such runs; the best of
//! them are aligned like whole texts, and the stretches of that alignment that say the same are moved parts. What is
//! left of the runs is tried again, since a run may hold chapters that follow each other there and not here.

use crate::coarse::Coarse;
use crate::confidence;
use crate::engine::{self, SLACK, looked_closely};
use crate::fine::Fine;
use crate::knowledge::Knowledge;
use crate::pair::Pair;
use crate::search::{Corridor, Step};
use crate::skeleton::{self, Voice};
use parallax_core::Confidence;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Fewest segments of a run.
const LEAST: usize = 12;
/// How many runs of the other side each is tried with at once, those with most votes; and how often what is left is
/// tried again.
const TRIED: usize = 3;
const AGAIN: usize = 6;
/// No vote comes from words that meet in more places of the runs than this.
const COMMON: usize = 256;
/// Fewest nats of votes for a pair of runs.
const LEAST_VOTES: f64 = 12.0;
/// Log odds against a stretch, but for the number of places where one may begin.
const AGAINST: f64 = 5.5;
/// Fewest nats that each pair of segments must say that they say the same, in words and facts, on the mean.
const LEAST_CONTENT: f64 = 1.0;

/// Fewest pairs of a part, and how many times as many segments as are left out within it must be paired: in texts that say
/// the same things again and again, some pairs of them stand in the same order anywhere.
const LEAST_PAIRS: usize = 6;
const LEAST_DENSE: usize = 4;

/// A part that moved: its pairs, and how sure each is.
pub(crate) struct Chapter {
    pub(crate) pairs: Vec<(Step, Confidence)>,
}

/// What runs say to each other: segments of either side that stand in runs, and how much their meeting tells.
struct Meeting {
    source: Vec<u32>,
    target: Vec<u32>,
    weight: f32,
}

/// Finds long moved parts among the gaps of `path` and takes their gaps out of it.
pub(crate) fn find(pair: &Pair<'_, '_>, knowledge: &Knowledge, path: &mut Vec<Step>) -> Vec<Chapter> {
    let mut found = Vec::new();
    let mut tried = BTreeSet::new();
    let mut meetings = None;
    for _ in 0..AGAIN {
        let (sources, targets) = (runs(path, Step::source), runs(path, Step::target));
        if sources.is_empty() || targets.is_empty() {
            break;
        }
        let meetings = meetings.get_or_insert_with(|| meetings_of(pair, knowledge, &sources, &targets));
        let before = found.len();
        let mut taken = (BTreeSet::new(), BTreeSet::new());
        for (s, t) in candidates(meetings, &sources, &targets) {
            let (source, target) = (&sources[s], &targets[t]);
            if taken.0.contains(&s)
                || taken.1.contains(&t)
                || !tried.insert((source.start, source.end, target.start, target.end))
            {
                continue;
            }
            let chapters = chapters(pair, knowledge, meetings, source, target);
            if !chapters.is_empty() {
                taken.0.insert(s);
                taken.1.insert(t);
                found.extend(chapters);
            }
        }
        if found.len() == before {
            break;
        }
        let pairs = || found.iter().flat_map(|chapter: &Chapter| chapter.pairs.iter().map(|(step, _)| step));
        let moved = (
            covered(pair.source.len(), pairs().map(Step::source)),
            covered(pair.target.len(), pairs().map(Step::target)),
        );
        path.retain(|step| match step.shape {
            (_, 0) => !moved.0[step.i],
            (0, _) => !moved.1[step.j],
            _ => true,
        });
    }
    found
}

fn covered(count: usize, ranges: impl Iterator<Item = Range<usize>>) -> Vec<bool> {
    let mut covered = vec![false; count];
    ranges.for_each(|range| covered[range].fill(true));
    covered
}

/// Runs of neighbouring segments of a side that are left out.
fn runs(path: &[Step], side: fn(&Step) -> Range<usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for range in path.iter().filter(|step| !step.is_paired()).map(side).filter(|range| !range.is_empty()) {
        match runs.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => runs.push(range),
        }
    }
    runs.retain(|run| run.len() >= LEAST);
    runs
}

/// What words and facts of the runs say, the known translations among them.
fn meetings_of(
    pair: &Pair<'_, '_>,
    knowledge: &Knowledge,
    sources: &[Range<usize>],
    targets: &[Range<usize>],
) -> Vec<Meeting> {
    let (source, target) =
        (covered(pair.source.len(), sources.iter().cloned()), covered(pair.target.len(), targets.iter().cloned()));
    let within = |segments: &[u32], covered: &[bool]| -> Vec<u32> {
        segments.iter().copied().filter(|at| covered[*at as usize]).collect()
    };
    let meeting = |a: &[u32], b: &[u32], weight: f32| {
        let (source, target) = (within(a, &source), within(b, &target));
        let votes = source.len() * target.len();
        (votes > 0 && votes <= COMMON).then_some(Meeting { source, target, weight })
    };
    let coarse = Coarse::new(pair, false);
    let mut meetings: Vec<Meeting> =
        coarse.voices().iter().filter_map(|voice| meeting(voice.source, voice.target, voice.weight)).collect();
    for (s, word) in pair.source.vocabulary.words.iter().enumerate() {
        for (t, weight) in knowledge.translations.0.weights(s) {
            meetings.extend(meeting(&word.segments, &pair.target.vocabulary.word(t).segments, weight));
        }
    }
    meetings
}

/// Pairs of runs to try, the likeliest first.
fn candidates(meetings: &[Meeting], sources: &[Range<usize>], targets: &[Range<usize>]) -> Vec<(usize, usize)> {
    let run_of = |runs: &[Range<usize>], at: u32| {
        let run = runs.partition_point(|run| run.end <= at as usize);
        runs.get(run).is_some_and(|run| run.contains(&(at as usize))).then_some(run)
    };
    let mut votes: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    let mut all = 0.0;
    for meeting in meetings {
        for s in meeting.source.iter().filter_map(|at| run_of(sources, *at)) {
            for t in meeting.target.iter().filter_map(|at| run_of(targets, *at)) {
                *votes.entry((s, t)).or_default() += f64::from(meeting.weight);
                all += f64::from(meeting.weight);
            }
        }
    }
    // Runs of many segments meet in more words by chance.
    let segments = |runs: &[Range<usize>]| runs.iter().map(Range::len).sum::<usize>() as f64;
    let chance = all / (segments(sources) * segments(targets));
    let one = sources.len() * targets.len() == 1;
    let mut candidates: Vec<(f64, usize, usize)> = votes
        .into_iter()
        .map(|((s, t), votes)| {
            let expected = if one { 0.0 } else { chance * (sources[s].len() * targets[t].len()) as f64 };
            ((votes - expected) / (sources[s].len().min(targets[t].len()) as f64).sqrt(), s, t)
        })
        .filter(|(votes, ..)| *votes * LEAST_VOTES.sqrt() > LEAST_VOTES)
        .collect();
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut times = (vec![0; sources.len()], vec![0; targets.len()]);
    candidates.retain(|(_, s, t)| {
        times.0[*s] += 1;
        times.1[*t] += 1;
        times.0[*s] <= TRIED || times.1[*t] <= TRIED
    });
    candidates.into_iter().map(|(_, s, t)| (s, t)).collect()
}

/// The parts of two runs that say the same.
fn chapters(
    pair: &Pair<'_, '_>,
    knowledge: &Knowledge,
    meetings: &[Meeting],
    source: &Range<usize>,
    target: &Range<usize>,
) -> Vec<Chapter> {
    let mut fine = Fine::of_part(pair, knowledge, source.clone(), target.clone());
    let mut corridor = if engine::is_small(source.len(), target.len()) {
        Corridor::diagonal(source.len(), target.len(), source.len().max(target.len()))
    } else {
        let within = |segments: &[u32], run: &Range<usize>| -> Vec<u32> {
            let inside = segments.iter().filter(|at| run.contains(&(**at as usize)));
            inside.map(|at| at - run.start as u32).collect()
        };
        let parts: Vec<_> = meetings
            .iter()
            .map(|meeting| (within(&meeting.source, source), within(&meeting.target, target), meeting.weight))
            .filter(|(source, target, _)| !source.is_empty() && !target.is_empty())
            .collect();
        let voices = parts.iter().map(|(source, target, weight)| Voice { source, target, weight: *weight }).collect();
        skeleton::corridor((source.len(), target.len()), voices).widened(SLACK)
    };
    let path = looked_closely(&mut fine, Corridor::clone, &mut corridor).path;
    let priors = &knowledge.priors;
    let prior = |step: &Step| priors.shapes.iter().find(|(shape, _)| *shape == step.shape).map_or(0.0, |(_, log)| *log);
    let scored: Vec<(f64, f64)> = path
        .iter()
        .enumerate()
        .map(|(at, step)| {
            if step.is_paired() {
                let evidence = fine.evidence(step.i, step.j, step.shape).total();
                return (evidence + prior(step), evidence);
            }
            let opens = at == 0 || path[at - 1].shape != step.shape;
            (if opens { priors.open } else { priors.extend }, 0.0)
        })
        .collect();
    let against = AGAINST + ((source.len() * target.len()) as f64).ln();
    let mut found = Vec::new();
    let whole = 0..path.len();
    let mut open = vec![whole];
    while let Some(part) = open.pop() {
        let (best, score) = best_stretch(&scored, &part);
        if score <= against {
            continue;
        }
        let paired = || best.clone().filter(|at| path[*at].is_paired());
        let content: f64 = paired().map(|at| fine.evidence(path[at].i, path[at].j, path[at].shape).content()).sum();
        if content > against && content > LEAST_CONTENT * paired().count() as f64 && is_dense(&path[best.clone()]) {
            let moved = |at: usize| {
                let (step, (score_of_pair, evidence)) = (path[at], scored[at]);
                let sure = confidence::within_moved(&step, score_of_pair - evidence, evidence, (score, against));
                (Step { i: step.i + source.start, j: step.j + target.start, ..step }, sure)
            };
            found.push(Chapter { pairs: paired().map(moved).collect() });
        }
        open.extend([part.start..best.start, best.end..part.end]);
    }
    found
}

/// Whether steps are of a part that moved as it is: several pairs, and few segments of either side left out between.
fn is_dense(steps: &[Step]) -> bool {
    let count = |size: fn(&Step) -> usize, paired: bool| -> usize {
        steps.iter().filter(|step| step.is_paired() == paired).map(size).sum()
    };
    let dense = |size: fn(&Step) -> usize| count(size, true) > LEAST_DENSE * count(size, false);
    steps.iter().filter(|step| step.is_paired()).count() >= LEAST_PAIRS
        && dense(|step| step.shape.0)
        && dense(|step| step.shape.1)
}

/// The stretch of steps of the highest score within a part, and its score.
fn best_stretch(scored: &[(f64, f64)], part: &Range<usize>) -> (Range<usize>, f64) {
    let mut best = (part.start..part.start, 0.0);
    let (mut from, mut sum) = (part.start, 0.0);
    for at in part.clone() {
        if sum <= 0.0 {
            (from, sum) = (at, 0.0);
        }
        sum += scored[at].0;
        if sum > best.1 {
            best = (from..at + 1, sum);
        }
    }
    best
}
