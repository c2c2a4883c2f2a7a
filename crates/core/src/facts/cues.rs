//! Negation: by words, by pairs of words, by endings; and words with a negative sense.

use super::lexed::Lexed;
use super::reader::Reader;
use super::{Fact, Polarity, Salience, Value};
use crate::locale::Meaning;
use crate::tokens::{Gap, TokenKind};

/// The second part of a negation stands at most so many words behind the first.
const PAIR_REACH: usize = 8;

/// A cue found: tokens `start..end`.
#[derive(Debug, Clone, Copy)]
struct Cue {
    start: usize,
    end: usize,
    polarity: Polarity,
}

/// Reads the negations of the segment.
pub(super) fn read(reader: &mut Reader<'_>) {
    let lexed = &reader.lexed;
    if !lexed.locale.knowledge().known {
        return;
    }
    let masked = masked_tokens(lexed);
    let mut cues = pairs(lexed, &masked);
    for index in 0..lexed.len() {
        cues.extend(phrase(lexed, index));
        cues.extend(form(lexed, index));
    }
    cues.retain(|cue| !masked[cue.start..cue.end].contains(&true));
    // Of cues that overlap, the surest and longest stays.
    cues.sort_by_key(|cue| (cue.polarity, std::cmp::Reverse(cue.end - cue.start), cue.start));
    let mut kept: Vec<Cue> = Vec::new();
    for cue in cues {
        if !kept.iter().any(|other| cue.start < other.end && other.start < cue.end) {
            kept.push(cue);
        }
    }
    kept.sort_by_key(|cue| cue.start);
    for cue in kept {
        let range = reader.token_range(cue.start, cue.end);
        let salience = match cue.polarity {
            Polarity::Sure => reader.salience(range, Salience::Firm),
            Polarity::Lexical => Salience::Silent,
        };
        reader.push(Fact::sure(Value::Negation(cue.polarity), range, salience));
    }
}

/// The tokens of phrases that hold a cue but do not negate (*not only*, 少なくとも).
fn masked_tokens(lexed: &Lexed<'_>) -> Vec<bool> {
    let mut masked = vec![false; lexed.len()];
    for index in 0..lexed.len() {
        for hit in lexed.hits(index).iter().filter(|hit| hit.meaning == Meaning::NotANegation) {
            masked[hit.start..hit.end].fill(true);
        }
    }
    masked
}

/// Negations in two parts: *ne* … *pas*.
fn pairs(lexed: &Lexed<'_>, masked: &[bool]) -> Vec<Cue> {
    let mut found = Vec::new();
    let pairs = lexed.locale.knowledge().negation_pairs;
    if pairs.is_empty() {
        return found;
    }
    for start in 0..lexed.len() {
        let nearest = pairs.iter().filter_map(|(first, second)| {
            let behind = ends_at(lexed, start, first)?;
            (behind..lexed.len().min(behind + PAIR_REACH))
                .take_while(|at| *at == behind || lexed.token(*at).gap != Gap::Break)
                .find_map(|at| ends_at(lexed, at, second).filter(|end| !masked[at..*end].contains(&true)))
        });
        if let Some(end) = nearest.min() {
            found.push(Cue { start, end, polarity: Polarity::Sure });
        }
    }
    found
}

/// Where a phrase that begins at a token ends, if it stands there.
fn ends_at(lexed: &Lexed<'_>, index: usize, key: &str) -> Option<usize> {
    let rest = lexed.tokens.folded_from(index);
    let fits = rest.starts_with(key) && matches!(rest.as_bytes().get(key.len()), None | Some(b' '));
    (fits && !key.is_empty()).then(|| index + key.split(' ').count())
}

fn phrase(lexed: &Lexed<'_>, index: usize) -> Vec<Cue> {
    let hits = lexed.hits(index).iter();
    hits.filter_map(|hit| match hit.meaning {
        Meaning::Negation(polarity) => Some(Cue { start: hit.start, end: hit.end, polarity }),
        _ => None,
    })
    .collect()
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
    let begins = |list: &[&str]| list.iter().any(|prefix| word.len() > prefix.len() && word.starts_with(prefix));
    let ends = |list: &[&str]| list.iter().any(|suffix| word.len() > suffix.len() && word.ends_with(suffix));
    let holds = |list: &[&str]| list.iter().any(|part| word.contains(part));
    let sure =
        begins(knowledge.negation_prefixes) || ends(knowledge.negation_suffixes) || holds(knowledge.negation_anywhere);
    let weak = || {
        holds(knowledge.weak_anywhere)
            || word.chars().count() >= LEAST_LETTERS
                && (begins(knowledge.weak_prefixes) || ends(knowledge.weak_suffixes))
    };
    let polarity = if sure {
        Polarity::Sure
    } else if weak() {
        Polarity::Lexical
    } else {
        return None;
    };
    Some(Cue { start: index, end: index + 1, polarity })
}
