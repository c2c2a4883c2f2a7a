//! Terms that a document repeats and a version renders in two ways, learned from the document itself.
//!
//! Made to be sure rather than to find much: a word or phrase of the pivot counts only where every place that it stands in
//! is told by one of two words of the version, each of which stands hardly anywhere else.

use crate::repeats::Passage;
use crate::view::View;
use parallax_core::TextRange;
use parallax_core::glossary::{Joint, WordKind, Words};
use parallax_core::identify::is_small_word;
use parallax_core::inflection::Inflection;
use parallax_core::locale::Affixes;
use std::collections::{BTreeMap, HashMap};

/// A term that is rendered in two ways.
pub(crate) struct Hint {
    /// Places of the rarer rendering and of the commoner one: segments and ranges of source and target.
    pub(crate) rare: [(usize, TextRange); 2],
    pub(crate) common: [(usize, TextRange); 2],
    /// How often each stands there.
    pub(crate) counts: [usize; 2],
}

/// So many passages are needed to learn from.
const PASSAGES: usize = 12;
/// A term stands in so many passages, at least, and each of its renderings in so many.
const LEAST: usize = 5;
const LEAST_EACH: usize = 2;
/// Where a term and its rendering stand, as shares of their sentences, differs by so much at most.
const APART: f64 = 0.3;
/// Words are told apart by so many letters.
const STEM: usize = 7;
/// At most so many are told.
const MOST: usize = 3;

pub(crate) fn hints(view: &View<'_>) -> Vec<Hint> {
    let passages = view.passages();
    if passages.len() < PASSAGES {
        return Vec::new();
    }
    let learner = Learner {
        source: Side::of(view, passages, false),
        target: Side::of(view, passages, true),
        inflection: Inflection::of(&view.bitext.target.language),
        prefixes: view.bitext.target.locale.knowledge().beginnings,
    };
    let ids = 0..learner.source.names.len();
    let mut hints: Vec<(usize, Hint)> = ids.filter_map(|id| learner.hint(id)).collect();
    hints.sort_by_key(|(count, hint)| (std::cmp::Reverse(*count), hint.rare[0].0, hint.rare[0].1.start));
    let mut told: Vec<(usize, TextRange)> = Vec::new();
    hints.retain(|(_, hint)| {
        let new = !told.contains(&hint.rare[1]);
        told.push(hint.rare[1]);
        new
    });
    hints.into_iter().take(MOST).map(|(_, hint)| hint).collect()
}

/// The words of one side by their stems, in the source also phrases of up to three words; each has a number.
#[derive(Default)]
struct Side {
    names: Vec<String>,
    /// For each, the passages that it stands in, in order.
    places: Vec<Vec<u32>>,
    /// For each passage, what stands there: number, segment, range in the segment.
    passages: Vec<Vec<(usize, usize, TextRange)>>,
}

impl Side {
    fn of(view: &View<'_>, passages: &[Passage], target: bool) -> Self {
        let version = view.side(target);
        let longest = if target { 1 } else { 3 };
        let telling = |form: &str| form.chars().nth(3).is_some() && !is_small_word(form, &version.language);
        let mut side = Self::default();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (number, passage) in passages.iter().enumerate() {
            let mut here = Vec::new();
            let segments = if target { &passage.target } else { &passage.source };
            for segment in segments.clone() {
                let words = Words::of(version.segment_text(segment));
                let list = words.list();
                for (at, first) in list.iter().enumerate() {
                    let mut name = String::new();
                    for count in 1..=longest.min(list.len() - at) {
                        let last = &list[at + count - 1];
                        if last.kind != WordKind::Word || (count > 1 && last.joint == Joint::Apart) {
                            break;
                        }
                        if count > 1 {
                            name.push(' ');
                        }
                        name.push_str(stem(words.form(last)));
                        if !telling(words.form(first)) || !telling(words.form(last)) {
                            continue;
                        }
                        let id = *known.entry(name.clone()).or_insert_with(|| {
                            side.names.push(name.clone());
                            side.places.push(Vec::new());
                            side.names.len() - 1
                        });
                        if side.places[id].last() != Some(&(number as u32)) {
                            side.places[id].push(number as u32);
                        }
                        here.push((id, segment, TextRange::new(first.start, last.end)));
                    }
                }
            }
            side.passages.push(here);
        }
        side
    }

    /// Where something stands in a passage, as a share of it (0 to 1).
    fn share(&self, id: usize, passage: u32) -> f64 {
        let here = self.passages.get(passage as usize).map_or(&[][..], Vec::as_slice);
        let at = here.iter().position(|(other, ..)| *other == id).unwrap_or(0);
        at as f64 / here.len().saturating_sub(1).max(1) as f64
    }

    /// Where something stands in a passage.
    fn spot(&self, id: usize, passage: u32) -> Option<(usize, TextRange)> {
        let here = self.passages.get(passage as usize)?;
        here.iter().find(|(other, ..)| *other == id).map(|(_, segment, range)| (*segment, *range))
    }

    /// What stands in a passage and in exactly these passages.
    fn only_in(&self, places: &[u32]) -> Vec<usize> {
        let here = places.first().and_then(|first| self.passages.get(*first as usize));
        let mut ids: Vec<usize> = here.into_iter().flatten().map(|(id, ..)| *id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.retain(|id| self.places[*id] == places);
        ids
    }
}

struct Learner {
    source: Side,
    target: Side,
    inflection: &'static Inflection,
    /// What is written onto the front of the target's words.
    prefixes: Affixes,
}

impl Learner {
    /// How often a term of the source stands there, and what is to be said of it.
    fn hint(&self, term: usize) -> Option<(usize, Hint)> {
        let places = &self.source.places[term];
        if places.len() < LEAST {
            return None;
        }
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for passage in places {
            let mut here: Vec<usize> = self.target.passages[*passage as usize].iter().map(|(id, ..)| *id).collect();
            here.sort_unstable();
            here.dedup();
            here.into_iter().for_each(|id| *counts.entry(id).or_default() += 1);
        }
        // The commoner rendering: it stands with the term, and hardly elsewhere.
        let half = places.len().div_ceil(2).max(LEAST_EACH);
        let all = |id: usize| self.target.places[id].len();
        let (common, with) = counts
            .into_iter()
            .filter(|(id, with)| *with >= half && with * 5 >= all(*id) * 4)
            .max_by(|a, b| a.1.cmp(&b.1).then(all(b.0).cmp(&all(a.0))).then(b.0.cmp(&a.0)))?;
        let with_common = &self.target.places[common];
        let rest: Vec<u32> = places.iter().filter(|at| with_common.binary_search(at).is_err()).copied().collect();
        if rest.len() < LEAST_EACH {
            return None;
        }
        // The rarer one: in all other places of the term and nowhere else, and the only word of which that is true.
        let [rare] = self.target.only_in(&rest)[..] else { return None };
        let (a, b) = (&self.target.names[common], &self.target.names[rare]);
        if self.is_one(a, b) || self.is_one(b, a) {
            return None;
        }
        // What stands elsewhere in the sentence renders something else; what stands there unchanged was not translated.
        let apart = |id: usize, places: &[u32]| {
            let share = |at: &u32| (self.source.share(term, *at) - self.target.share(id, *at)).abs();
            places.iter().map(share).sum::<f64>() / places.len().max(1) as f64
        };
        let both: Vec<u32> = places.iter().filter(|at| with_common.binary_search(at).is_ok()).copied().collect();
        if apart(rare, &rest) > APART || apart(common, &both) > APART || self.source.names[term].contains(b.as_str()) {
            return None;
        }
        // Nor does another word of the pivot explain it.
        if !self.source.only_in(&rest).is_empty() {
            return None;
        }
        let sides = |id: usize, passage: u32| Some([self.source.spot(term, passage)?, self.target.spot(id, passage)?]);
        let here = *both.first()?;
        let hint =
            Hint { rare: sides(rare, *rest.first()?)?, common: sides(common, here)?, counts: [rest.len(), with] };
        Some((places.len(), hint))
    }
}

impl Learner {
    /// Whether two words of the target may be one, whatever is written onto the front of either.
    fn is_one(&self, word: &str, form: &str) -> bool {
        let bare = |word: &str| -> Vec<String> {
            let lengths = self.prefixes.beginnings(word).filter(|length| *length < word.len());
            std::iter::once(0).chain(lengths).map(|length| word[length..].to_owned()).collect()
        };
        let forms = bare(form);
        bare(word).iter().any(|word| forms.iter().any(|form| self.inflection.may_be(word, form)))
    }
}

fn stem(form: &str) -> &str {
    form.char_indices().nth(STEM).map_or(form, |(end, _)| &form[..end])
}
