//! Passages that a document repeats: the same words in the pivot, or in the version.

use parallax_core::glossary::{WordKind, Words};
use parallax_core::identify::{is_small_word, weight};
use parallax_core::inflection::Inflection;
use parallax_core::{Bitext, BlockKind, Version};
use std::collections::BTreeMap;
use std::ops::Range;

/// Beads less sure than this say nothing about how a passage is translated.
const SURE: f64 = 0.6;

/// A bead as far as repetitions go.
pub(crate) struct Passage {
    pub(crate) source: Range<usize>,
    pub(crate) target: Range<usize>,
    /// How sure the bead is (0 to 1).
    pub(crate) confidence: f64,
    /// What kind of block it stands in.
    pub(crate) kind: BlockKind,
    pub(crate) texts: [Wording; 2],
}

/// A text as it is compared.
pub(crate) struct Wording {
    /// Its words, folded, with spaces between them: neither case nor punctuation makes a difference.
    pub(crate) key: String,
    /// How many words it has; characters of scripts without spaces count as half of one.
    pub(crate) words: usize,
    /// How much text it is, in letters.
    pub(crate) weight: usize,
    /// The words that say what it is about, numbers left out; pairs of characters in scripts without spaces.
    pub(crate) content: Vec<String>,
}

impl Wording {
    /// Reads some neighbouring segments of a version.
    fn of(version: &Version, segments: &Range<usize>) -> Self {
        let texts: Vec<&str> = segments.clone().map(|segment| version.segment_text(segment)).collect();
        Self::of_text(&texts.join(" "), version)
    }

    fn of_text(text: &str, version: &Version) -> Self {
        let words = Words::of(text);
        let (mut key, mut count, mut content) = (String::with_capacity(text.len()), 0, Vec::new());
        for word in words.list() {
            let form = words.form(word);
            key.push_str(form);
            key.push(' ');
            match word.kind {
                WordKind::Run => {
                    let characters: Vec<char> = form.chars().collect();
                    count += characters.len().div_ceil(2);
                    content.extend(characters.windows(2).map(|pair| pair.iter().collect::<String>()));
                }
                WordKind::Fixed => count += 1,
                _ => {
                    count += 1;
                    let long = form.chars().nth(2).is_some() || word.kind == WordKind::Hangul;
                    if long && !is_small_word(form, &version.language) {
                        content.push(form.to_owned());
                    }
                }
            }
        }
        Self { key, words: count, weight: weight(text), content }
    }

    /// The share of this text's content that the other has too, in whatever form (0 to 1).
    fn shared(&self, other: &Self, inflection: &Inflection) -> f64 {
        let has = |word: &&String| other.content.iter().any(|own| inflection.same_word(word, own));
        self.content.iter().filter(has).count() as f64 / self.content.len().max(1) as f64
    }

    /// Whether both say the same words, inflected or not.
    pub(crate) fn is_inflected(&self, other: &Self, inflection: &Inflection) -> bool {
        let (a, b): (Vec<&str>, Vec<&str>) = (self.key.split(' ').collect(), other.key.split(' ').collect());
        a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| inflection.same_word(a, b))
    }

    /// Whether each says something that the other does not.
    pub(crate) fn differs(&self, other: &Self, inflection: &Inflection) -> bool {
        self.shared(other, inflection) < 1.0
            && other.shared(self, inflection) < 1.0
            && !self.content.is_empty()
            && !other.content.is_empty()
    }

    /// The greater of the shares that both have of each other.
    pub(crate) fn likeness(&self, other: &Self, inflection: &Inflection) -> f64 {
        self.shared(other, inflection).max(other.shared(self, inflection))
    }
}

/// The passages of a bitext with text on both sides, in the order of the source.
pub(crate) fn passages(bitext: &Bitext<'_>) -> Vec<Passage> {
    if bitext.source.segments.len() < 2 || bitext.target.segments.len() < 2 {
        return Vec::new();
    }
    let mut passages = Vec::new();
    for bead in bitext.alignment.segments.iter().filter(|bead| bead.is_paired() && bead.confidence.get() >= SURE) {
        let sides = [(bitext.source, &bead.source), (bitext.target, &bead.target)];
        let is_code = |(version, segments): &(&Version, &Range<usize>)| {
            segments.end > version.segments.len()
                || (*segments).clone().any(|at| version.block_of(at).kind == BlockKind::Code)
        };
        if sides.iter().any(is_code) {
            continue;
        }
        let texts = sides.map(|(version, segments)| Wording::of(version, segments));
        // What is left as it is was not translated, which is another matter.
        if texts.iter().any(|text| text.weight == 0) || texts[0].key == texts[1].key {
            continue;
        }
        passages.push(Passage {
            source: bead.source.clone(),
            target: bead.target.clone(),
            confidence: bead.confidence.get(),
            kind: bitext.source.block_of(bead.source.start).kind,
            texts,
        });
    }
    passages
}

/// Passages by the words of one side (`true`: the target), those that stand there more than once, in the order of the
/// first of each.
pub(crate) fn repeated(passages: &[Passage], target: bool) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, passage) in passages.iter().enumerate() {
        groups.entry(passage.texts[usize::from(target)].key.as_str()).or_default().push(index);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().filter(|group| group.len() > 1).collect();
    groups.sort_by_key(|group| group[0]);
    groups
}
