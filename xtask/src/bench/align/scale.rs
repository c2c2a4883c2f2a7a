//! `cargo xtask bench align-scale`: how time and memory grow with the text.
//!
//! The text is made of sentence pairs of the corpus: those that the aligner is sure of in the corpus's own documents,
//! drawn by chance again and again. Each time some words are changed into others, the same on both sides of a pair
//! (their letters are rotated), so that the vocabulary grows with the text; some are dropped, and some pairs get a
//! number. Then sentences are joined, left out, whole chapters put in on one side, and parts moved. What corresponds is
//! known.

use super::super::numbers::rng::Rng;
use super::aligners::{aligned, aligned_lines, found};
use super::case::{Case, Pair};
use super::measure::of_own;
use super::score::{KINDS, Score, share};
use crate::bench::text;
use crate::error::{Error, Result, fail};
use crate::workspace;
use parallax_cli::args::AligningArgs;
use parallax_core::LanguageTag;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// How many segments the texts have.
    #[arg(value_delimiter = ',', default_value = "10000,30000,100000")]
    sizes: Vec<usize>,
    /// How our aligner aligns.
    #[command(flatten)]
    aligning: AligningArgs,
    /// The languages of the texts.
    #[arg(long, value_delimiter = ',', num_args = 2, default_value = "en,de")]
    languages: Vec<LanguageTag>,
}

/// Percentage of the pairs that are joined with their neighbour, on one side.
const JOINED: u64 = 8;
/// Percentage that one side leaves out.
const OMITTED: u64 = 1;
/// Percentage of words that are changed, and that are dropped.
const CHANGED: u64 = 40;
const DROPPED: u64 = 6;
/// Percentage of pairs that get a number.
const NUMBERED: u64 = 8;
/// A chapter has so many pairs; so many in a hundred stand on one side only, and a part of one in forty has moved.
const CHAPTER: usize = 200;
const ONE_SIDED: u64 = 4;
/// How many pairs are moved together, and how far.
const MOVED: (usize, usize) = (6, 60);

pub(crate) fn run(options: &Options) -> Result<()> {
    let [first, second] = [&options.languages[0], &options.languages[1]];
    let pairs = pairs([first, second])?;
    println!("{} sentence pairs of the corpus, {first} and {second}", pairs.len());
    println!(
        "{:>8} {:>8} {:>8} {:>7} {:>7} {:>7}   recall of {}",
        "segments",
        "seconds",
        "cpu s",
        "MB",
        "strict",
        "lax",
        KINDS.join(", ")
    );
    let aligning =
        parallax_cli::lexicons::aligning(&options.aligning).map_err(|failed| Error::new(failed.render(false)))?;
    for size in &options.sizes {
        let case = case(&pairs, *size, [*first, *second]);
        let (alignment, used) = of_own(|| aligned(&case, &aligning))?;
        let score = Score::of(&case, &found(&alignment));
        let [strict, lax] = score.counts.f1();
        let recall = score.kinds.map(|(found, all)| format!("{:.3}", share(found, all))).join(" ");
        println!("{size:>8} {} {strict:>7.4} {lax:>7.4}   {recall}", used.columns());
    }
    Ok(())
}

/// Pairs of sentences of the corpus that are sure to correspond.
fn pairs(languages: [&LanguageTag; 2]) -> Result<Vec<[String; 2]>> {
    let root = workspace::root()?.join("corpus");
    let mut pairs = Vec::new();
    for (group, extension) in [("letter", "txt"), ("railway", "txt"), ("notice", "md")] {
        let paths = languages.map(|language| root.join(group).join(format!("{group}.{language}.{extension}")));
        if paths.iter().all(|path| path.is_file()) {
            pairs.extend(aligned_lines([text(&paths[0])?, text(&paths[1])?], languages, extension)?);
        }
    }
    if pairs.is_empty() {
        return fail(format!("{} has no texts in {} and {}", root.display(), languages[0], languages[1]));
    }
    Ok(pairs)
}

/// Two texts of about so many segments.
fn case(pairs: &[[String; 2]], size: usize, languages: [LanguageTag; 2]) -> Case {
    let mut rng = Rng::new(size as u64, &[]);
    let mut lines: [Vec<String>; 2] = Default::default();
    let mut gold: Vec<Pair> = Vec::new();
    let mut number = 0;
    while lines[0].len().max(lines[1].len()) < size {
        let one_sided = number > 0 && rng.chance(ONE_SIDED);
        let only = usize::from(rng.chance(50));
        for _ in 0..CHAPTER {
            let both = [sentence(pairs, &mut rng), sentence(pairs, &mut rng)];
            let mut add = |sides: [&[&String]; 2]| {
                let mut bead: [Vec<usize>; 2] = Default::default();
                for side in [0, 1] {
                    for line in sides[side] {
                        bead[side].push(lines[side].len());
                        lines[side].push((*line).clone());
                    }
                }
                let [source, target] = bead;
                gold.push((source, target));
            };
            let [[a, b], [c, d]] = &both;
            if one_sided || rng.chance(OMITTED) {
                let side = if one_sided { only } else { usize::from(rng.chance(50)) };
                if side == 0 {
                    add([&[a], &[]]);
                } else {
                    add([&[], &[b]]);
                }
            } else if rng.chance(JOINED) {
                let joined = |first: &str, second: &str| format!("{} {second}", first.trim_end_matches('.'));
                if rng.chance(50) {
                    add([&[&joined(a, c)], &[b, d]]);
                } else {
                    add([&[a, c], &[&joined(b, d)]]);
                }
            } else {
                add([&[a], &[b]]);
            }
        }
        number += 1;
    }
    move_parts(&mut lines[1], &mut gold, &mut rng);
    Case { name: size.to_string(), languages, lines, gold, verses: None }
}

/// A pair with some of its words changed.
fn sentence(pairs: &[[String; 2]], rng: &mut Rng) -> [String; 2] {
    let pair = rng.pick(pairs);
    let turn = rng.between(1, 16) as usize;
    let number = rng.chance(NUMBERED).then(|| rng.between(10, 999));
    [0, 1].map(|side| {
        let mut words: Vec<String> = Vec::new();
        for word in pair[side].split(' ') {
            if rng.chance(DROPPED) && !words.is_empty() {
                continue;
            }
            words.push(if rng.chance(CHANGED) { rotated(word, turn) } else { word.to_owned() });
        }
        words.extend(number.map(|number| number.to_string()));
        words.join(" ")
    })
}

/// A word with its vowels and its consonants turned by so many letters among themselves.
fn rotated(word: &str, turn: usize) -> String {
    let turned = |c: char, letters: &str| {
        let at = letters.find(c)?;
        letters.chars().nth((at + turn) % letters.len())
    };
    let small = |c: char| turned(c, "aeiou").or_else(|| turned(c, "bcdfghjklmnpqrstvwxyz"));
    let letter = |c: char| {
        let found = small(c.to_ascii_lowercase())?;
        Some(if c.is_ascii_uppercase() { found.to_ascii_uppercase() } else { found })
    };
    word.chars().map(|c| letter(c).unwrap_or(c)).collect()
}

/// Moves parts of the target: a run of pairs to behind later ones.
fn move_parts(lines: &mut [String], gold: &mut [Pair], rng: &mut Rng) {
    let step = 40 * CHAPTER;
    for from in (step / 2..gold.len().saturating_sub(MOVED.0 + MOVED.1)).step_by(step) {
        let from = from + rng.between(0, CHAPTER as u64 - 1) as usize;
        let Some(part) = gold.get(from..from + MOVED.0 + MOVED.1) else { continue };
        let places: Vec<usize> = part.iter().flat_map(|(_, target)| target.iter().copied()).collect();
        let (Some(start), moved) =
            (places.first().copied(), part[..MOVED.0].iter().map(|(_, b)| b.len()).sum::<usize>())
        else {
            continue;
        };
        lines[start..start + places.len()].rotate_left(moved);
        let back = |at: usize| start + (at - start + places.len() - moved) % places.len();
        for (_, target) in &mut gold[from..from + MOVED.0 + MOVED.1] {
            for at in target {
                *at = back(*at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn made(size: usize) -> Case {
        let pairs =
            [["One here.", "Eins hier."], ["Two there now.", "Zwei jetzt dort."]].map(|pair| pair.map(str::to_owned));
        case(&pairs, size, ["en", "de"].map(|tag| tag.parse().expect("is a tag")))
    }

    #[test]
    fn gold_covers_every_segment_once() {
        let case = made(20_000);
        for (side, of) in [|pair: &Pair| pair.0.clone(), |pair: &Pair| pair.1.clone()].into_iter().enumerate() {
            let all: Vec<usize> = case.gold.iter().flat_map(of).collect();
            assert_eq!(all.len(), case.lines[side].len());
            assert_eq!(all.into_iter().collect::<BTreeSet<_>>().len(), case.lines[side].len());
        }
        let targets: Vec<usize> = case.gold.iter().flat_map(|pair| pair.1.clone()).collect();
        assert!(!targets.is_sorted(), "something has moved");
        assert!(
            case.gold.windows(CHAPTER).any(|beads| beads.iter().all(|(_, target)| target.is_empty())
                || beads.iter().all(|(source, _)| source.is_empty())),
            "a chapter stands on one side only"
        );
    }

    #[test]
    fn words_are_turned_into_other_words() {
        assert_eq!(rotated("Bade,", 1), "Cefi,");
        assert_eq!(rotated("Straße", 21), "Streßi");
        assert_eq!(made(500).lines, made(500).lines);
    }
}
