//! Which of two languages the words of a text are of, by the vocabularies: for texts that are too short to be identified by
//! their letters.

use super::profile::Prose;
use parallax_core::LanguageTag;
use parallax_core::identify::{ScriptGroup, is_small_word, usual_script};
use parallax_core::vocabulary::Vocabulary;

/// Languages that are looked at more closely, of those whose words a text has.
const CLOSER: usize = 4;
/// So many words are enough to tell.
const ENOUGH: usize = 4;

/// How much the words of a text speak for another language, each from -1 (the version's own) to 1 (the other): the mean.
/// None where too little is known.
pub(super) fn between(prose: &Prose, own: Vocabulary, other: Vocabulary) -> Option<f64> {
    let words: Vec<&String> = prose.plain().collect();
    let tags = (own.language(), other.language());
    let worth = |word: &&String| {
        match (is_small_word(word, &tags.0), is_small_word(word, &tags.1)) {
            (false, true) => return 1.0,
            (true, false) => return -1.0,
            _ => {}
        }
        let lean = own.leans_to(&other, word);
        match (own.has(word), other.has(word)) {
            (false, true) => 1.0 + (lean / 8.0).clamp(-0.5, 0.0),
            (true, false) => -1.0 + (lean / 8.0).clamp(0.0, 0.5),
            (true, true) => (lean / 8.0).clamp(-0.3, 0.3),
            (false, false) => (lean / 6.0).clamp(-1.0, 1.0),
        }
    };
    (words.len() >= ENOUGH).then(|| words.iter().map(worth).sum::<f64>() / words.len() as f64)
}

/// The share of a text's words that a language has; none where there are too few.
pub(super) fn share(prose: &Prose, vocabulary: Vocabulary) -> Option<f64> {
    let (all, known) =
        prose.plain().fold((0, 0), |(all, known), word| (all + 1, known + usize::from(vocabulary.has(word))));
    (all >= ENOUGH).then(|| known as f64 / all as f64)
}

/// The language that has the most of a text's words, other than these, with how much more they are its words than the
/// version's own ([`between`], where that is known; else the share that it has).
pub(super) fn third(prose: &Prose, own: &LanguageTag, pivot: &LanguageTag) -> Option<(LanguageTag, f64)> {
    let us = Vocabulary::of(own);
    let is_other = |tag: &LanguageTag| !tag.same_language(own) && !tag.same_language(pivot);
    let fits = |tag: &LanguageTag| prose.script.is_some() && written_in(tag) == prose.script;
    let mut shares: Vec<(f64, LanguageTag, Vocabulary)> = Vocabulary::all()
        .map(|vocabulary| (vocabulary.language(), vocabulary))
        .filter(|(tag, _)| is_other(tag) && fits(tag))
        .filter_map(|(tag, vocabulary)| Some((share(prose, vocabulary)?, tag, vocabulary)))
        .collect();
    shares.sort_by(|a, b| b.0.total_cmp(&a.0));
    shares.truncate(CLOSER);
    // By their spelling, near relatives are told apart.
    let cost = |vocabulary: &Vocabulary| prose.plain().map(|word| vocabulary.cost(word)).sum::<u32>();
    let best =
        shares.into_iter().filter(|(share, ..)| *share >= 0.5).min_by_key(|(_, _, vocabulary)| cost(vocabulary))?;
    let more = match us {
        Some(us) => between(prose, us, best.2)?,
        None => best.0,
    };
    Some((best.1, more))
}

/// The script of a language that has a vocabulary.
fn written_in(tag: &LanguageTag) -> Option<ScriptGroup> {
    usual_script(tag).or_else(|| match tag.script() {
        Some("Latn") => Some(ScriptGroup::Latin),
        _ => None,
    })
}
