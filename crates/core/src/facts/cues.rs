//! Negation: by words, by pairs of words, by endings; and words with a negative sense.

mod count;

use super::lexed::Lexed;
use super::reader::Reader;
use super::{Fact, Polarity, Salience, Value};
use crate::locale::{Affixes, Hit, Kinds, LONGEST_PHRASE, Meaning};
use crate::tokens::{Gap, TokenKind};
use std::ops::Range;

/// The second part of a negation stands at most so many words behind the first.
const PAIR_REACH: usize = 8;

/// How likely a loose cue is a negation by itself.
const LOOSE: f32 = 0.5;

/// A cue found: tokens `start..end`.
#[derive(Debug, Clone, Copy)]
struct Cue {
    start: usize,
    end: usize,
    polarity: Polarity,
    /// Whether it is one that mostly says something else, or goes on with another: a weight of one half.
    loose: bool,
}

impl Cue {
    fn of(start: usize, end: usize, polarity: Polarity) -> Self {
        Self { start, end, polarity, loose: false }
    }

    /// One of negative sense that mostly says something else.
    fn loose(start: usize, end: usize) -> Self {
        Self { loose: true, ..Self::of(start, end, Polarity::Lexical) }
    }

    fn overlaps(&self, start: usize, end: usize) -> bool {
        self.start < end && start < self.end
    }
}

/// Reads the negations of the segment.
pub(super) fn read(reader: &mut Reader<'_>) {
    let lexed = &reader.lexed;
    if !lexed.locale.knowledge().known {
        return;
    }
    let not_negated = not_negated(lexed);
    let mut cues: Vec<Cue> = phrases(lexed).collect();
    let firsts = places(lexed, lexed.locale.knowledge().negation_firsts).collect::<Vec<_>>();
    let forms = forms(lexed);
    if not_negated.is_empty() && cues.is_empty() && firsts.is_empty() && forms.is_empty() {
        // As in most sentences.
        return;
    }
    let masked = masked_tokens(lexed, &not_negated);
    let pairs = pairs(lexed, &firsts, &cues, &masked);
    cues.extend(forms);
    cues.retain(|cue| match masked[cue.start..cue.end].iter().max() {
        Some(Mask::Weak) => is_weak_phrase(lexed, cue),
        mask => mask != Some(&Mask::Whole),
    });
    cues.extend(pairs);
    // Another language may say with a negation what such a pair says (*not* … *until*).
    cues.extend(not_negated.iter().map(|(first, _)| Cue::loose(first.start, first.end)));
    if cues.is_empty() {
        return;
    }
    // Of cues that overlap the longest stays, so that a phrase (*not only*) wins over the word in it.
    cues.sort_by_key(|cue| (std::cmp::Reverse(cue.end - cue.start), cue.polarity, cue.start));
    settle_overlaps(lexed, &mut cues);
    cues.sort_by_key(|cue| cue.start);
    count::settle(lexed, &mut cues);
    // While the segment is read, nothing can be added to it.
    let found: Vec<(Cue, bool)> = cues.iter().map(|cue| (*cue, count::is_lacking(lexed, cue))).collect();
    for (cue, is_lacking) in found {
        let range = reader.token_range(cue.start, cue.end);
        let salience = match cue.polarity {
            Polarity::Sure => reader.salience(range, Salience::Firm),
            Polarity::Lexical if is_lacking => reader.salience(range, Salience::Soft),
            Polarity::Lexical => Salience::Silent,
        };
        let weight = if cue.loose { LOOSE } else { 1.0 };
        reader.push(Fact { weight, ..Fact::sure(Value::Negation(cue.polarity), range, salience) });
    }
}

/// Takes away the cues that overlap with one before them. A phrase with a negation in it that is none by itself (*not
/// only*) is a loose cue.
fn settle_overlaps(lexed: &Lexed<'_>, cues: &mut Vec<Cue>) {
    /// No cue.
    const FREE: usize = usize::MAX;
    let mut covered = vec![FREE; lexed.len()];
    let mut kept = 0;
    for at in 0..cues.len() {
        let cue = cues[at];
        match covered[cue.start..cue.end].iter().find(|by| **by != FREE) {
            Some(by) => {
                let longer = &mut cues[*by];
                longer.loose |= longer.polarity == Polarity::Lexical && cue.polarity == Polarity::Sure;
            }
            None => {
                covered[cue.start..cue.end].fill(kept);
                cues[kept] = cue;
                kept += 1;
            }
        }
    }
    cues.truncate(kept);
}

/// The tokens of the two parts of a pair.
type Parts = (Range<usize>, Range<usize>);

/// What hides the cues at a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mask {
    No,
    /// A phrase that does not negate but has a negative sense: it counts as a weak cue, the cues in it do not.
    Weak,
    /// A phrase that does not negate.
    Whole,
}

/// The tokens of phrases that hold a cue but do not negate (*not only*, 少なくとも). Where a longer cue begins at the
/// same token, that one counts: 不同 (*different*) does not hide 不同意 (*disagree*).
fn masked_tokens(lexed: &Lexed<'_>, not_negated: &[Parts]) -> Vec<Mask> {
    let mut masked = vec![Mask::No; lexed.len()];
    let mut cover = |range: Range<usize>, mask: Mask| {
        for token in &mut masked[range] {
            *token = mask.max(*token);
        }
    };
    let is_cue = |hit: &Hit| matches!(hit.meaning, Meaning::Negation(_) | Meaning::NotANegation);
    let all = if lexed.holds(Kinds::CUE) { lexed.all_hits() } else { &[] };
    let mut reach = 0;
    for hits in all.chunk_by(|a, b| a.start == b.start) {
        // The longest phrase comes first.
        let Some(first) = hits.iter().find(|hit| is_cue(hit)) else { continue };
        let (index, longest) = (first.start, first.end);
        // *Less than* is part of *no less than*.
        if longest <= reach {
            continue;
        }
        reach = longest;
        let has = |meaning| hits.iter().any(|hit| hit.end == longest && hit.meaning == meaning);
        if has(Meaning::NotANegation) {
            let weak = has(Meaning::Negation(Polarity::Lexical));
            cover(index..longest, if weak { Mask::Weak } else { Mask::Whole });
        }
    }
    for (first, second) in not_negated {
        cover(first.clone(), Mask::Whole);
        cover(second.clone(), Mask::Whole);
    }
    masked
}

/// The pairs that hold a cue but do not negate (*sadece* … *değil*, *ne* … *que*), unless one that negates is nearer
/// (*ne* … *pas* … *que*).
fn not_negated(lexed: &Lexed<'_>) -> Vec<Parts> {
    let knowledge = lexed.locale.knowledge();
    let (pairs, firsts) = (knowledge.not_negation_pairs, knowledge.not_negation_firsts);
    let key = |second: &Range<usize>| (second.start, std::cmp::Reverse(second.end));
    let found = places(lexed, firsts).filter_map(|index| {
        let parts = pair_at(lexed, index, pairs, &|_| true)?;
        let negation = pair_at(lexed, index, knowledge.negation_pairs, &|_| true);
        let is_nearer = negation.is_some_and(|(_, second)| key(&second) < key(&parts.1));
        (!is_nearer).then_some(parts)
    });
    found.collect()
}

/// The tokens at which a pair may begin, by the first words of all pairs.
fn places(lexed: &Lexed<'_>, firsts: Affixes) -> impl Iterator<Item = usize> {
    let tokens = if firsts.is_empty() { 0..0 } else { 0..lexed.len() };
    tokens.filter(move |index| firsts.are_on_end(lexed.tokens.folded(*index)))
}

/// Whether a cue is a phrase that does not negate, but has a negative sense.
fn is_weak_phrase(lexed: &Lexed<'_>, cue: &Cue) -> bool {
    let same = |hit: &Hit| hit.meaning == Meaning::NotANegation && hit.end == cue.end;
    cue.polarity == Polarity::Lexical && lexed.hits(cue.start).iter().any(same)
}

/// Negations in two parts: *ne* … *pas*. One whose second part belongs to a weak phrase (*pas seulement*) is weak.
fn pairs(lexed: &Lexed<'_>, firsts: &[usize], phrases: &[Cue], masked: &[Mask]) -> Vec<Cue> {
    let knowledge = lexed.locale.knowledge();
    let is_weak = |second: &Range<usize>| {
        // In the order of their beginnings; those that begin too early to reach it are passed over.
        let from = phrases.partition_point(|cue| cue.start + LONGEST_PHRASE <= second.start);
        let near = phrases[from..].iter().take_while(|cue| cue.start < second.end);
        let longer = near.filter(|cue| cue.end - cue.start > second.len() && cue.overlaps(second.start, second.end));
        longer.max_by_key(|cue| cue.end - cue.start).is_some_and(|cue| cue.polarity == Polarity::Lexical)
    };
    let is_free = |range: Range<usize>| masked[range].iter().all(|mask| *mask == Mask::No);
    let starts = firsts.iter().copied().filter(|start| masked[*start] == Mask::No);
    let found = starts.filter_map(|start| {
        let (_, second) = pair_at(lexed, start, knowledge.negation_pairs, &is_free)?;
        let polarity = if is_weak(&second) { Polarity::Lexical } else { Polarity::Sure };
        Some(Cue::of(start, second.end, polarity))
    });
    found.collect()
}

/// Where the two parts of the nearest pair stand whose first part begins at a token.
fn pair_at(
    lexed: &Lexed<'_>,
    start: usize,
    pairs: &[(&str, &str)],
    is_wanted: &dyn Fn(Range<usize>) -> bool,
) -> Option<Parts> {
    let nearest = pairs.iter().filter_map(|(first, second)| {
        let behind = first_ends_at(lexed, start, first)?;
        let second = (behind..lexed.len().min(behind + PAIR_REACH))
            .take_while(|at| *at == behind || lexed.token(*at).gap != Gap::Break)
            .find_map(|at| ends_at(lexed, at, second).map(|end| at..end).filter(|range| is_wanted(range.clone())))?;
        Some((start..behind, second))
    });
    nearest.min_by_key(|(_, second)| (second.end, second.start))
}

/// Where the first part of a pair ends: a single letter only where it is elided (`n'est`, not `n° 5`).
fn first_ends_at(lexed: &Lexed<'_>, index: usize, key: &str) -> Option<usize> {
    // A particle may be written onto it (Arabic `ولن` … `سوى`).
    let written_on = || {
        let word = lexed.tokens.folded(index);
        let before = word.strip_suffix(key)?;
        lexed.locale.knowledge().prefixes.contains(&before).then_some(index + 1)
    };
    let end = ends_at(lexed, index, key).or_else(written_on)?;
    let is_letter = key.chars().nth(1).is_none() && !lexed.stands_alone(index);
    // Texts that were split into words have a space behind the apostrophe.
    let is_elided = || end > index && lexed.between(end - 1).starts_with(['\'', '’', '\u{2bc}']);
    (!is_letter || is_elided()).then_some(end)
}

/// Where a phrase that begins at a token ends, if it stands there.
fn ends_at(lexed: &Lexed<'_>, index: usize, key: &str) -> Option<usize> {
    let rest = lexed.tokens.folded_from(index);
    let fits = rest.starts_with(key) && matches!(rest.as_bytes().get(key.len()), None | Some(b' '));
    (fits && !key.is_empty()).then(|| index + key.split(' ').count())
}

/// The phrases that negate, in the order of their beginnings.
fn phrases(lexed: &Lexed<'_>) -> impl Iterator<Item = Cue> {
    let all = if lexed.holds(Kinds::CUE) { lexed.all_hits() } else { &[] };
    all.iter().filter_map(|hit| match hit.meaning {
        Meaning::Negation(polarity) if !is_number_sign(lexed, hit) => Some(Cue::of(hit.start, hit.end, polarity)),
        _ => None,
    })
}

/// `No. 5`: an abbreviation before a number.
fn is_number_sign(lexed: &Lexed<'_>, hit: &Hit) -> bool {
    lexed.is_digits(hit.end) && lexed.token(hit.end).gap == Gap::Dot && hit.end == hit.start + 1
}

/// The words that are negated, or have a negative sense, by their form.
fn forms(lexed: &Lexed<'_>) -> Vec<Cue> {
    if !lexed.locale.knowledge().negates_by_form() {
        return Vec::new();
    }
    (0..lexed.len()).filter_map(|index| form(lexed, index)).collect()
}

/// A word that is negated, or has a negative sense, by its form.
fn form(lexed: &Lexed<'_>, index: usize) -> Option<Cue> {
    /// A prefix or suffix of negative sense is one only on a word long enough to have it.
    const LEAST_LETTERS: usize = 5;
    if lexed.token(index).kind != TokenKind::Word || lexed.stands_alone(index) {
        return None;
    }
    let knowledge = lexed.locale.knowledge();
    let word = lexed.tokens.folded(index);
    // The parts are so short that comparing at each place is faster than setting a search up.
    let holds = |list: &[&str]| {
        list.iter().any(|part| word.as_bytes().windows(part.len()).any(|bytes| bytes == part.as_bytes()))
    };
    let around = || {
        let mut circumfixes = knowledge.negation_circumfixes.iter();
        circumfixes.any(|(prefix, suffixes)| word.strip_prefix(prefix).is_some_and(|stem| suffixes.end(stem)))
    };
    let sure = knowledge.negation_prefixes.begin(word)
        || knowledge.negation_suffixes.end(word)
        || around()
        || holds(knowledge.negation_anywhere);
    let weak = || {
        holds(knowledge.weak_anywhere)
            || (knowledge.weak_prefixes.begin(word) || knowledge.weak_suffixes.end(word))
                && word.chars().nth(LEAST_LETTERS - 1).is_some()
    };
    let polarity = if sure {
        Polarity::Sure
    } else if weak() {
        Polarity::Lexical
    } else {
        return None;
    };
    Some(Cue::of(index, index + 1, polarity))
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::reader::tests::{check_rows, facts_of};
    use super::*;

    /// The cues of a sentence, weak ones in brackets.
    pub(super) fn cues(language: &str, text: &str) -> String {
        let all = facts_of(language, text);
        let shown = all.iter().filter_map(|(said, fact)| match fact.value {
            Value::Negation(Polarity::Sure) => Some(said.clone()),
            Value::Negation(Polarity::Lexical) => Some(format!("[{said}]")),
            _ => None,
        });
        shown.collect::<Vec<_>>().join("; ")
    }

    #[track_caller]
    fn check(rows: &[(&str, &str, &str)]) {
        check_rows(rows, cues);
    }

    #[test]
    fn a_longer_phrase_wins_over_the_word_in_it() {
        check(&[
            ("en", "It is not only fast, it doesn’t fail.", "[not only]; doesn’t; [fail]"),
            ("en", "Whether or not it rains, see No. 5, no. 6.", ""),
            ("en", "No doubt he has nowhere to go.", "[No doubt]; nowhere"),
            ("en", "It takes no less than an hour and less than two.", "[no less than]"),
            ("de", "Nicht nur das: Er kam nicht.", "[Nicht nur]; nicht"),
            ("en", "Work did not begin until May.", "[not]"),
            ("cs", "Nepřišel, nechal dveře a nejlepší nemožné plány.", "Nepřišel; [nemožné]"),
        ]);
    }

    #[test]
    fn pairs_are_read_whole_and_weak_where_their_second_part_is() {
        check(&[
            ("fr", "Il n’est plus là et ne reviendra jamais.", "n’est plus; ne reviendra jamais"),
            ("fr", "Ce n’est pas seulement un jeu.", "[n’est pas]"),
            ("fr", "N’hésitez pas à écrire.", "[N’hésitez pas]"),
            ("fr", "Le n° 5 est plus cher, pas à pas.", ""),
            ("fr", "Il n' est pas là.", "n' est pas"),
            ("fr", "Il ne reste plus que toi, et je ne pense pas que ce soit vrai.", "[ne]; ne pense pas"),
        ]);
    }
}
