//! Documents in the same two languages, aligned together: what each teaches about words helps the others.

use crate::align_with;
use crate::cognates::Cognates;
use crate::join;
use crate::lexicon::{Lesson, Likes, Prior, Taught, Text};
use crate::options::Options;
use crate::prepared::Prepared;
use crate::vocabulary::WordId;
use parallax_core::{Alignment, Bead, Version};
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

/// Aligns pairs of versions. Pairs in the same two languages, whichever is the source, teach each other how words
/// translate: each pair is aligned by itself first, then again with what the sure beads of the others teach. A pair that
/// is the only one in its languages is aligned as [`align_with`] does.
///
/// Swapping the sides of all pairs mirrors the alignments; the order of the pairs makes no difference but for rounding.
#[must_use]
pub fn align_all(pairs: &[(&Version, &Version)], options: &Options) -> Vec<Alignment> {
    align_each(pairs, &vec![options.clone(); pairs.len()])
}

/// As [`align_all`], each pair with options of its own.
///
/// # Panics
/// If there are not as many options as pairs.
#[must_use]
pub fn align_each(pairs: &[(&Version, &Version)], options: &[Options]) -> Vec<Alignment> {
    assert_eq!(pairs.len(), options.len(), "options for each pair");
    let all: Vec<usize> = (0..pairs.len()).collect();
    let aligned = |at: usize, options: &Options| align_with(pairs[at].0, pairs[at].1, options);
    let alone = join::map(&all, |at| aligned(*at, &options[*at]));
    let pool = Pool::learn(pairs, &alone);
    join::map(&all, |at| match pool.of(*at) {
        Some(pooled) => aligned(*at, &Options { pooled: Some(pooled), ..options[*at].clone() }),
        None => alone[*at].clone(),
    })
}

/// How words translate, by the beads of many documents.
#[derive(Debug)]
pub struct Pool {
    documents: Vec<Option<Pooled>>,
}

/// What other documents teach about a pair of versions: see [`Pool::of`].
#[derive(Debug, Clone)]
pub struct Pooled {
    learned: Arc<Learned>,
    /// The lessons of the pair itself.
    own: Range<usize>,
    /// Whether the pair's source is in the target's language of the pool.
    flipped: bool,
}

/// They are the same pool's.
impl PartialEq for Pooled {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.learned, &other.learned) && self.own == other.own && self.flipped == other.flipped
    }
}

impl Eq for Pooled {}

/// What the pairs in two languages teach.
#[derive(Debug)]
struct Learned {
    sides: [Joined; 2],
    forward: Taught,
    backward: Taught,
}

impl Pool {
    /// Learns from pairs and their alignments, one for each pair.
    ///
    /// # Panics
    /// If there are not as many alignments as pairs.
    #[must_use]
    pub fn learn(pairs: &[(&Version, &Version)], alignments: &[Alignment]) -> Self {
        assert_eq!(pairs.len(), alignments.len(), "an alignment for each pair");
        let mut groups: BTreeMap<[&str; 2], Vec<(usize, bool)>> = BTreeMap::new();
        for (at, (source, target)) in pairs.iter().enumerate() {
            let languages = [source.language.language(), target.language.language()];
            let flipped = languages[0] > languages[1];
            let key = if flipped { [languages[1], languages[0]] } else { languages };
            groups.entry(key).or_default().push((at, flipped));
        }
        let mut documents = vec![None; pairs.len()];
        for group in groups.values().filter(|group| group.len() > 1) {
            let mut all = Together::default();
            let mut owns = Vec::with_capacity(group.len());
            // The same documents once more would only confirm themselves.
            let mut known: HashMap<[u64; 2], Range<usize>> = HashMap::new();
            for (at, flipped) in group {
                let (source, target) = pairs[*at];
                let mut texts = [source, target].map(hash_of);
                if *flipped {
                    texts.reverse();
                }
                let add = || all.add(pairs[*at], &alignments[*at], *flipped);
                owns.push(known.entry(texts).or_insert_with(add).clone());
            }
            if known.len() < 2 {
                continue;
            }
            let learned = Arc::new(all.learned());
            for ((at, flipped), own) in group.iter().zip(owns) {
                documents[*at] = Some(Pooled { learned: Arc::clone(&learned), own, flipped: *flipped });
            }
        }
        Self { documents }
    }

    /// What the other documents teach about the pair with this number, from 0 on; none if there is no other in its
    /// languages.
    #[must_use]
    pub fn of(&self, pair: usize) -> Option<Pooled> {
        self.documents.get(pair)?.clone()
    }
}

impl Pooled {
    /// The same from the target's side.
    pub(crate) fn mirrored(&self) -> Self {
        Self { flipped: !self.flipped, ..self.clone() }
    }

    /// What is known of the words of the two versions, from the source to the target and back.
    pub(crate) fn priors(&self, source: &Prepared<'_>, target: &Prepared<'_>) -> (Prior, Prior) {
        let Learned { sides: [first, second], forward, backward } = &*self.learned;
        let (from, to, forward, backward) =
            if self.flipped { (second, first, backward, forward) } else { (first, second, forward, backward) };
        let (sources, targets) = (from.numbers(source), to.numbers(target));
        (
            forward.without(&self.own, &sources, &inverted(&targets)),
            backward.without(&self.own, &targets, &inverted(&sources)),
        )
    }
}

/// Tells texts apart within one run.
fn hash_of(version: &Version) -> u64 {
    let mut hasher = DefaultHasher::new();
    for block in &version.document.blocks {
        block.text.as_str().hash(&mut hasher);
    }
    hasher.finish()
}

fn inverted(numbers: &[Option<WordId>]) -> HashMap<WordId, WordId> {
    numbers.iter().enumerate().filter_map(|(at, number)| Some(((*number)?, at as WordId))).collect()
}

/// One side of all documents, one behind the other.
#[derive(Debug, Default)]
struct Joined {
    forms: HashMap<Box<str>, WordId>,
    /// How often each word stands in all.
    counts: Vec<f64>,
    words: Vec<WordId>,
    /// Where the words of each segment begin; one more at the end.
    starts: Vec<usize>,
}

impl Joined {
    /// Adds a document; gives the numbers of its words, and that of its first segment.
    fn add(&mut self, version: &Prepared<'_>) -> (Vec<WordId>, usize) {
        let numbers: Vec<WordId> = version
            .vocabulary
            .words
            .iter()
            .map(|word| {
                *self.forms.entry(word.form.clone()).or_insert_with(|| {
                    self.counts.push(0.0);
                    self.counts.len() as WordId - 1
                })
            })
            .collect();
        let first = self.starts.len();
        for segment in 0..version.len() {
            self.starts.push(self.words.len());
            for word in version.words_of(segment) {
                let number = numbers[*word as usize];
                self.counts[number as usize] += 1.0;
                self.words.push(number);
            }
        }
        (numbers, first)
    }

    /// The numbers here of a document's words.
    fn numbers(&self, version: &Prepared<'_>) -> Vec<Option<WordId>> {
        version.vocabulary.words.iter().map(|word| self.forms.get(&word.form).copied()).collect()
    }
}

impl Text for Joined {
    fn words_of(&self, segment: usize) -> &[WordId] {
        let end = self.starts.get(segment + 1).copied().unwrap_or(self.words.len());
        &self.words[self.starts[segment]..end]
    }

    fn size(&self) -> usize {
        self.counts.len()
    }

    fn share(&self, word: WordId) -> f64 {
        self.counts[word as usize] / self.words.len() as f64
    }
}

/// The documents of a group as they are gathered.
#[derive(Default)]
struct Together {
    sides: [Joined; 2],
    lessons: Vec<Lesson>,
    likes: [Vec<Likes>; 2],
}

impl Together {
    /// Adds a document; gives its lessons.
    fn add(&mut self, (source, target): (&Version, &Version), alignment: &Alignment, flipped: bool) -> Range<usize> {
        let (from, to) = if flipped { (target, source) } else { (source, target) };
        let (from, to) = join::join(|| Prepared::new(from), || Prepared::new(to));
        let (froms, first_from) = self.sides[0].add(&from);
        let (tos, first_to) = self.sides[1].add(&to);
        let cognates = Cognates::new(&from, &to, &Options::default());
        for (side, size) in self.likes.iter_mut().zip([self.sides[0].size(), self.sides[1].size()]) {
            side.resize(size, Vec::new());
        }
        for (s, t, weight) in
            cognates.of.iter().enumerate().flat_map(|(s, likes)| likes.iter().map(move |(t, weight)| (s, *t, *weight)))
        {
            let (s, t) = (froms[s], tos[t as usize]);
            keep_greatest(&mut self.likes[0][s as usize], t, weight);
            keep_greatest(&mut self.likes[1][t as usize], s, weight);
        }
        let first = self.lessons.len();
        let shifted = |range: &Range<usize>, by: usize| range.start + by..range.end + by;
        let lesson = |bead: &Bead| {
            let (source, target) = if flipped { (&bead.target, &bead.source) } else { (&bead.source, &bead.target) };
            Lesson {
                source: shifted(source, first_from),
                target: shifted(target, first_to),
                weight: bead.confidence.get(),
            }
        };
        self.lessons.extend(alignment.segments.iter().map(lesson).filter(Lesson::teaches));
        first..self.lessons.len()
    }

    fn learned(self) -> Learned {
        let Self { sides, lessons, likes } = self;
        let [from, to] = &sides;
        let flipped: Vec<Lesson> = lessons.iter().map(Lesson::flipped).collect();
        let (forward, backward) = join::join(
            || Taught::learn(from, to, &lessons, &likes[0]),
            || Taught::learn(to, from, &flipped, &likes[1]),
        );
        Learned { sides, forward, backward }
    }
}

fn keep_greatest(likes: &mut Likes, word: WordId, weight: f64) {
    match likes.iter_mut().find(|(known, _)| *known == word) {
        Some((_, known)) => *known = known.max(weight),
        None => likes.push((word, weight)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align;
    use crate::testing::lines;

    const NOUNS: [(&str, &str); 8] = [
        ("kamoli", "brutasen"),
        ("zefira", "polnotik"),
        ("wudano", "estagrim"),
        ("hilbeco", "vorsatum"),
        ("jorupi", "dantelek"),
        ("quasemi", "forhulan"),
        ("tebago", "nisprold"),
        ("lumifa", "okterash"),
    ];
    const VERBS: [(&str, &str); 4] = [("sopi", "urgat"), ("neka", "imbol"), ("daru", "yelmit"), ("fovo", "eksan")];

    /// A document of a few lines, a noun and a verb each, of equal length; `left_out` is not in the target.
    fn document(first: usize, left_out: Option<usize>) -> (Version, Version) {
        let all: Vec<_> = (0..8).map(|at| (NOUNS[(first + 3 * at) % 8], VERBS[(first + at) % 4])).collect();
        let source: Vec<String> = all.iter().map(|(noun, verb)| format!("{} {}", noun.0, verb.0)).collect();
        let target = all.iter().enumerate().filter(|(at, _)| Some(*at) != left_out);
        let target: Vec<String> = target.map(|(_, (noun, verb))| format!("{} {}", noun.1, verb.1)).collect();
        (lines("sw", &source.join("\n")), lines("eu", &target.join("\n")))
    }

    fn documents() -> Vec<(Version, Version)> {
        (0..6).map(|at| document(at, (at == 5).then_some(3))).collect()
    }

    fn borrowed(documents: &[(Version, Version)]) -> Vec<(&Version, &Version)> {
        documents.iter().map(|(source, target)| (source, target)).collect()
    }

    #[test]
    fn documents_teach_each_other() {
        // Of lines that look alike the target lacks one: eight lines alone do not tell which it is.
        let is_right = |alignment: &Alignment, left_out: usize| {
            let target = |at: usize| at - usize::from(at > left_out)..at + usize::from(at < left_out);
            let bead = |at: usize, bead: &Bead| bead.source == (at..at + 1) && bead.target.len() == target(at).len();
            let right = |(at, found)| bead(at, found) && (at == left_out || found.target == target(at));
            alignment.segments.len() == 8 && alignment.segments.iter().enumerate().all(right)
        };
        let (mut alone, mut together) = (0, 0);
        for left_out in 0..8 {
            let documents: Vec<_> = (0..6).map(|at| document(at, (at == 5).then_some(left_out))).collect();
            let (source, target) = &documents[5];
            alone += usize::from(is_right(&align(source, target), left_out));
            together += usize::from(is_right(&align_all(&borrowed(&documents), &Options::default())[5], left_out));
        }
        assert!(together == 8 && alone < 6, "{together} {alone}");
    }

    #[test]
    fn a_pair_that_is_the_only_one_in_its_languages_learns_nothing() {
        let documents = documents();
        let other = (lines("de", "Eins.\nZwei."), lines("fr", "Un.\nDeux."));
        let mut pairs = borrowed(&documents);
        pairs.push((&other.0, &other.1));
        let together = align_all(&pairs, &Options::default());
        assert_eq!(together[6], align(&other.0, &other.1));
        assert_eq!(align_all(&pairs[6..], &Options::default()), [align(&other.0, &other.1)]);
        assert_eq!(align_all(&[], &Options::default()), []);
    }

    #[test]
    fn a_pair_that_is_there_twice_does_not_confirm_itself() {
        let (source, target) = document(0, None);
        let (again, back) = ((source.clone(), target.clone()), (target.clone(), source.clone()));
        let alone = align(&source, &target);
        let pairs = [(&source, &target), (&again.0, &again.1), (&back.0, &back.1)];
        let together = align_all(&pairs, &Options::default());
        assert_eq!(together, [alone.clone(), alone.clone(), crate::order::mirrored(alone)]);
    }

    #[test]
    fn sides_may_be_swapped_in_all_pairs_or_in_some() {
        let documents = documents();
        let together = align_all(&borrowed(&documents), &Options::default());
        for flips in [[true; 6], [true, false, false, true, false, true]] {
            let pairs = borrowed(&documents).into_iter().zip(flips);
            let pairs: Vec<_> = pairs.map(|((a, b), flip)| if flip { (b, a) } else { (a, b) }).collect();
            for ((found, wanted), flip) in align_all(&pairs, &Options::default()).into_iter().zip(&together).zip(flips)
            {
                let found = if flip { crate::order::mirrored(found) } else { found };
                assert_eq!(found, *wanted);
            }
        }
    }

    #[test]
    fn a_document_is_not_taught_by_itself() {
        let documents: Vec<_> = [document(0, None), document(1, None)].into();
        let pairs = borrowed(&documents);
        let alone: Vec<Alignment> = pairs.iter().map(|(source, target)| align(source, target)).collect();
        // The first stands in the pool beside a document that shares no word with it.
        let other = (lines("sw", "abc def\nghi jkl"), lines("eu", "mno pqr\nstu vwx"));
        let pool = Pool::learn(&[pairs[0], (&other.0, &other.1)], &[alone[0].clone(), align(&other.0, &other.1)]);
        let (source, target) = (Prepared::new(pairs[0].0), Prepared::new(pairs[0].1));
        let (forward, backward) = pool.of(0).expect("it is not alone").priors(&source, &target);
        for prior in [&forward, &backward] {
            assert!(prior.of.iter().all(Vec::is_empty), "{prior:?}");
            assert!(prior.totals.iter().all(|total| *total < 1e-9), "{prior:?}");
        }
        let both = Pool::learn(&pairs, &alone).of(0).expect("it is not alone").priors(&source, &target).0;
        assert!(both.of.iter().any(|words| !words.is_empty()));
    }
}
