//! What an alignment so far teaches about the pair: how long translations are, how words translate, which beads are
//! common.

use crate::join::join;
use crate::joints::JointEvidence;
use crate::length::{LengthModel, Sample};
use crate::lexicon::Lesson;
use crate::meanings::MeaningEvidence;
use crate::pair::Pair;
use crate::prepared::Prepared;
use crate::priors;
use crate::search::{Posteriors, Priors, Step};
use crate::words::Translation;
use std::ops::Range;

/// Most segments that beads of a single close look have, both sides together. Larger ones are three in a
/// thousand beads of the development sets, and nearly half of the shapes that there are to score.
const LARGEST_AT_ONCE: usize = 5;

/// For a single close look so many beads tell well enough what share of words comes from nowhere.
const ASKED_AT_ONCE: usize = 1000;

/// What is known of a pair at some point.
#[derive(Debug)]
pub(crate) struct Knowledge {
    pub(crate) lengths: LengthModel,
    pub(crate) priors: Priors,
    /// From source to target, and back.
    pub(crate) translations: (Translation, Translation),
    pub(crate) meanings: MeaningEvidence,
    /// Of the source, and of the target.
    pub(crate) joints: (JointEvidence, JointEvidence),
    /// For each segment of either side, the bead it stood in when this was learned.
    pub(crate) beads: (Vec<u32>, Vec<u32>),
}

impl Knowledge {
    /// Before the first close look: nothing but the lengths of a path that was found without looking at words.
    ///
    /// Words that this path would teach are better not learned: where it is wrong, they would confirm it.
    pub(crate) fn first(pair: &Pair<'_, '_>, posteriors: &Posteriors) -> Self {
        let lengths = fitted(pair, &pair.lengths(), &posteriors.path);
        Self::new(pair, lengths, priors::default_priors(), &[], usize::MAX)
    }

    /// The same with the words that the path teaches, for a single close look.
    pub(crate) fn at_once(pair: &Pair<'_, '_>, posteriors: &Posteriors) -> Self {
        let lengths = fitted(pair, &pair.lengths(), &posteriors.path);
        let mut priors = priors::default_priors();
        priors.shapes.retain(|((x, y), _)| x + y <= LARGEST_AT_ONCE);
        Self::new(pair, lengths, priors, &posteriors.path, ASKED_AT_ONCE)
    }

    /// What a path teaches, beyond what was known when it was found. Of that only the lengths are still needed, so it
    /// is dropped first: what learning needs is most of the memory.
    pub(crate) fn learned(pair: &Pair<'_, '_>, before: Self, posteriors: &Posteriors) -> Self {
        let lengths = fitted(pair, &before.lengths, &posteriors.path);
        drop(before);
        Self::new(pair, lengths, priors::learned(&posteriors.shapes, posteriors.gaps), &posteriors.path, usize::MAX)
    }

    /// Whether this was learned from a path with the same beads.
    pub(crate) fn is_taught_by(&self, path: &[Step]) -> bool {
        let (source, target) = (self.beads.0.len(), self.beads.1.len());
        self.beads.0 == numbered(source, 0, path, Step::source)
            && self.beads.1 == numbered(target, 1, path, Step::target)
    }

    /// `asked` is how many beads at most are asked for words from nowhere.
    fn new(pair: &Pair<'_, '_>, lengths: LengthModel, priors: Priors, path: &[Step], asked: usize) -> Self {
        let (source, target) = (pair.source, pair.target);
        let lesson = |step: &Step| Lesson { source: step.source(), target: step.target(), weight: step.probability };
        let lessons: Vec<Lesson> = path.iter().map(lesson).collect();
        let flipped: Vec<Lesson> = lessons.iter().map(Lesson::flipped).collect();
        let (forward, backward) = join(
            || Translation::learn(source, target, &lessons, &pair.cognates, &pair.prior, asked),
            || Translation::learn(target, source, &flipped, &pair.cognates_back, &pair.prior_back, asked),
        );
        let beads = (numbered(source.len(), 0, path, Step::source), numbered(target.len(), 1, path, Step::target));
        let meanings = MeaningEvidence::new(source, target, path);
        let joints = (joints(source, path, Step::source), joints(target, path, Step::target));
        Self { joints, meanings, lengths, priors, translations: (forward, backward), beads }
    }
}

/// How telling the joints of a version are. Where blocks of several segments end, structure tells more.
fn joints(version: &Prepared<'_>, path: &[Step], side: fn(&Step) -> Range<usize>) -> JointEvidence {
    let borders = &version.borders[1..version.len().max(1)];
    let all = borders.iter().all(|border| *border);
    JointEvidence::new(&version.ends, |place| all || !version.borders[place], path, side)
}

/// For each segment of a side, the number of its bead. Segments in no bead have a number that the other side, which
/// counts down from another `side`, has not.
fn numbered(segments: usize, side: u32, path: &[Step], range: fn(&Step) -> Range<usize>) -> Vec<u32> {
    let mut beads = vec![u32::MAX - side; segments];
    for (number, step) in path.iter().enumerate() {
        beads[range(step)].fill(number as u32);
    }
    beads
}

/// The length model that fits the small sure beads of a path.
fn fitted(pair: &Pair<'_, '_>, model: &LengthModel, path: &[Step]) -> LengthModel {
    let (source, target) = (&pair.source.lengths, &pair.target.lengths);
    let samples: Vec<Sample> = path
        .iter()
        .filter(|step| step.is_paired() && step.shape.0 + step.shape.1 <= 3 && step.probability > 0.5)
        .map(|step| Sample {
            source: source[step.source()].iter().sum(),
            target: target[step.target()].iter().sum(),
            weight: step.probability,
        })
        .collect();
    model.fitted(source, target, &samples)
}
