//! What the signs of a text without a counterpart are worth together.

use super::scan::{Pair, Stretch};

/// The signs, in the units in which they are weighed.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Signs {
    /// Its words have no like on the other side: nats.
    pub(crate) words: f32,
    /// With it the sides are less alike in length than without: nats.
    pub(crate) length: f32,
    /// Nothing is left on the other side between the words around it: nats.
    pub(crate) place: f32,
    /// Words of the other side that have no like either, and may translate it: between the words around it, in nats;
    /// and in all, in nats by the root of the number of words.
    pub(crate) others: f32,
    pub(crate) freedom: f32,
    /// How much longer its side is than it should be: standard deviations.
    pub(crate) excess: f32,
    /// What share of its side it is.
    pub(crate) share: f32,
    /// Its side has more sentences, more parentheses, or more commas at this place, which are its bounds.
    pub(crate) sentence: bool,
    pub(crate) parenthesis: bool,
    pub(crate) cut: bool,
    /// Punctuation, or an end of the side, stands at both of its ends.
    pub(crate) bounded: bool,
}

/// What each sign is worth, and the sum from which on one in two is drift in a text of which hardly a sentence is.
struct Weights {
    words: f32,
    length: f32,
    place: f32,
    others: f32,
    freedom: f32,
    excess: f32,
    share: f32,
    sentence: f32,
    parenthesis: f32,
    cut: f32,
    bounded: f32,
    even: f32,
}

/// Logistic regressions, rounded: on pairs with and without an omission or an addition in eleven languages with English,
/// and on sentences of our own translations into thirty languages with and without one of their clauses; and the sums
/// at which one faithful pair in a hundred is flagged. Translators put words in to make things clear, so for additions
/// what is cut off by commas, or is a sentence more, counts for more.
const OMITTED: Weights = Weights {
    words: 0.48,
    length: 0.5,
    place: 0.36,
    others: -0.1,
    freedom: -0.35,
    excess: 0.54,
    share: 1.2,
    sentence: 0.0,
    parenthesis: 0.7,
    cut: 1.0,
    bounded: 0.28,
    even: 4.26,
};
const ADDED: Weights = Weights {
    words: 0.46,
    length: 0.46,
    place: 0.43,
    others: -0.03,
    freedom: 0.0,
    excess: 0.56,
    share: 0.0,
    sentence: 0.34,
    parenthesis: 0.0,
    cut: 1.26,
    bounded: 0.47,
    even: 5.1,
};
/// How fast it gets surer above that.
const SLOPE: f32 = 0.6;
/// What is taken off in documents: the aligner has tried what else could correspond, so what is left is freedom more
/// often.
const IN_DOCUMENT: f32 = 0.8;
/// Confidences below this are not worth a look.
const LEAST: f32 = 0.4;

impl Signs {
    /// How sure it is that nothing corresponds to it (0 to 1); none where it is not worth a look.
    pub(crate) fn confidence(&self, target: bool, in_document: bool) -> Option<f64> {
        let sum = self.sum(if target { &ADDED } else { &OMITTED }) - if in_document { IN_DOCUMENT } else { 0.0 };
        let confidence = 1.0 / (1.0 + (-SLOPE * sum).exp());
        (confidence >= LEAST).then_some(f64::from(confidence))
    }

    fn sum(&self, weights: &Weights) -> f32 {
        let one = |is: bool| f32::from(u8::from(is));
        weights.words * self.words.clamp(-8.0, 8.0)
            + weights.length * self.length.clamp(-8.0, 8.0)
            + weights.place * self.place.clamp(-6.0, 6.0)
            + weights.others * self.others.min(4.0)
            + weights.freedom * self.freedom.min(3.0)
            + weights.excess * self.excess.clamp(-5.0, 5.0)
            + weights.share * self.share.min(0.6)
            + weights.sentence * one(self.sentence)
            + weights.parenthesis * one(self.parenthesis)
            + weights.cut * one(self.cut)
            + weights.bounded * one(self.bounded)
            - weights.even
    }
}

/// What counts for words that may translate a stretch, where it is not known between which they would stand: nats.
const SOMEWHERE: f32 = 2.0;

/// The signs that speak for and against a stretch.
pub(crate) fn signs(pair: &Pair, stretch: &Stretch) -> Signs {
    let side = usize::from(stretch.target);
    let clause = pair.clause(stretch);
    let surplus = pair.surplus(stretch);
    Signs {
        words: stretch.terms.words,
        length: stretch.terms.length,
        place: stretch.terms.place,
        others: pair.gap_of(stretch).map_or(SOMEWHERE, |gap| pair.unsaid_between(1 - side, &gap.others)),
        freedom: pair.unsaid_without_like(1 - side) / (pair.words[1 - side].list.len() as f32).sqrt(),
        excess: pair.excess(side),
        share: stretch.share,
        sentence: surplus.sentences > 0,
        parenthesis: surplus.parentheses > 0,
        cut: clause.bounded && surplus.commas > 0,
        bounded: clause.bounded,
    }
}

/// How sure it is that two sides have nothing in common (0 to 1); none where it is not likely.
///
/// Free translations of long sentences come near: it must be much, and much for so many words.
pub(crate) fn nothing_in_common(pair: &Pair) -> Option<f64> {
    const LIKELY: f32 = 9.0;
    const SURE: f32 = 16.0;
    const DENSE: f32 = 1.35;
    let sum = pair.unsaid_in_all(0) + pair.unsaid_in_all(1);
    let words = (pair.words[0].list.len() + pair.words[1].list.len()) as f32;
    if sum < LIKELY || sum < DENSE * (words + 10.0).sqrt() {
        return None;
    }
    let above = (sum - LIKELY) / (SURE - LIKELY);
    Some(f64::from((0.68 + 0.24 * above).min(0.96)))
}
