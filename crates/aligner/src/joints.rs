//! Evidence from joints: what stands between two neighbouring segments tells whether they belong together.
//!
//! Texts are not cut into sentences the same way in two languages, nor by the same hand: one writes a semicolon where
//! the other ends the sentence, an abbreviation is taken for an end. So beads of several segments are not equally
//! likely everywhere. A segment that begins with a small letter goes on with what was begun, and most often shares its
//! bead with the segment before it. How much each kind of joint tells is learned from the beads of the pair: verses of
//! a poem begin as they like.

use crate::search::Step;
use std::ops::Range;

/// Kinds of joints: how the segment before ends, and whether the one after begins with a small letter.
const KINDS: usize = 2 * ENDS;
const ENDS: usize = 6;

/// How a segment ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// As sentences do, in any script.
    Sentence,
    /// In a full stop behind a word of a letter or two: perhaps an abbreviation or initial.
    Initial,
    Colon,
    Semicolon,
    /// In a comma or a dash.
    Comma,
    /// In a letter, a digit, or any other sign.
    Bare,
}

/// How a segment begins and ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ends {
    begins_small: bool,
    end: End,
}

/// What is believed of each kind before anything is learned, in nats: log odds that the two segments share a bead,
/// beyond those of any two neighbours. By [`End`]; estimates, rounded, since each pair learns its own.
const BELIEVED: [f64; ENDS] = [0.0, 0.7, 0.7, 0.7, 0.7, 0.0];
/// The same for a small letter after any end.
const BELIEVED_SMALL: f64 = 1.5;
/// How many joints' worth of belief that is.
const BELIEF: f64 = 10.0;
/// Share of all joints that lie within beads, before anything is learned, and how many joints' worth of belief.
const WITHIN: (f64, f64) = (0.1, 20.0);

impl Ends {
    pub(crate) fn of(text: &str) -> Self {
        let decides = |c: &char| c.is_alphanumeric();
        let begins_small = text.chars().find(decides).is_some_and(char::is_lowercase);
        Self { begins_small, end: End::of(text) }
    }
}

impl End {
    fn of(text: &str) -> Self {
        // Brackets and quotation marks close behind the end.
        let bare = text.trim_end_matches(|c: char| {
            c.is_whitespace()
                || matches!(c, ')' | ']' | '）' | '］' | '"' | '\'' | '“' | '”' | '’' | '«' | '»' | '」' | '』')
        });
        match bare.chars().next_back() {
            Some('.') if ends_in_initial(bare) => Self::Initial,
            Some('.' | '。' | '．' | '।' | '۔' | '։' | '።' | '…' | '?' | '？' | '؟' | '!' | '！') => {
                Self::Sentence
            }
            Some(':' | '：') => Self::Colon,
            Some(';' | '；' | '؛') => Self::Semicolon,
            Some(',' | '，' | '、' | '،' | '-' | '–' | '—') => Self::Comma,
            _ => Self::Bare,
        }
    }
}

/// Whether a text that ends in a full stop has a word of one or two letters before it.
fn ends_in_initial(text: &str) -> bool {
    let before = text.trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    let letters = before.chars().rev().take_while(|c| c.is_alphabetic()).take(3).count();
    (1..=2).contains(&letters)
}

/// How telling the joints of one side are: for each place between its segments, the log-likelihood ratio that the
/// segments before and after it share a bead.
#[derive(Debug)]
pub(crate) struct JointEvidence {
    scores: Vec<f64>,
}

impl JointEvidence {
    /// From what the beads so far tell. `counts` says of each place whether its joint counts: where blocks end, it does
    /// not.
    pub(crate) fn new(
        ends: &[Ends],
        counts: impl Fn(usize) -> bool,
        path: &[Step],
        side: fn(&Step) -> Range<usize>,
    ) -> Self {
        let kind = |place: usize| {
            let inner = place > 0 && place < ends.len() && counts(place);
            inner.then(|| 2 * ends[place - 1].end as usize + usize::from(ends[place].begins_small))
        };
        let (mut within, mut all) = ([0.0; KINDS], [0.0; KINDS]);
        for step in path {
            let segments = side(step);
            let inner = segments.start + 1..segments.end;
            for kind in inner.filter_map(kind) {
                within[kind] += step.probability;
                all[kind] += step.probability;
            }
            if let Some(kind) = (!segments.is_empty()).then(|| kind(segments.end)).flatten() {
                all[kind] += step.probability;
            }
        }
        let share = (within.iter().sum::<f64>() + WITHIN.0 * WITHIN.1) / (all.iter().sum::<f64>() + WITHIN.1);
        let priors = priors((0..=ends.len()).filter_map(kind), share);
        let by_kind: [f64; KINDS] = std::array::from_fn(|kind| {
            let prior = priors[kind];
            logit((within[kind] + BELIEF * prior) / (all[kind] + BELIEF)) - logit(share)
        });
        Self { scores: (0..=ends.len()).map(|place| kind(place).map_or(0.0, |kind| by_kind[kind])).collect() }
    }

    /// Log-likelihood ratio that these neighbouring segments are in one bead.
    pub(crate) fn score(&self, segments: Range<usize>) -> f64 {
        self.scores[segments.start + 1..segments.end].iter().sum()
    }
}

/// How likely joints of each kind lie within a bead, before anything is learned, where `share` of all `joints` do: what is
/// believed of a kind is meant against the kind that is most common in the text, so where all are of one kind (a text
/// without capitals) it tells nothing.
fn priors(joints: impl Iterator<Item = usize>, share: f64) -> [f64; KINDS] {
    let mut counts = [0usize; KINDS];
    joints.for_each(|kind| counts[kind] += 1);
    let believed = |kind: usize| BELIEVED[kind / 2] + if kind % 2 == 1 { BELIEVED_SMALL } else { 0.0 };
    // Of kinds that are equally common, the one of which less is believed.
    let usual = (0..KINDS).max_by(|a, b| counts[*a].cmp(&counts[*b]).then(believed(*b).total_cmp(&believed(*a))));
    let usual = usual.map_or(0.0, believed);
    std::array::from_fn(|kind| logistic(logit(share) + believed(kind) - usual))
}

fn logit(share: f64) -> f64 {
    (share / (1.0 - share)).ln()
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(texts: &[&str], beads: &[Range<usize>]) -> JointEvidence {
        let ends: Vec<Ends> = texts.iter().map(|text| Ends::of(text)).collect();
        let step = |bead: &Range<usize>| Step { i: bead.start, j: 0, shape: (bead.len(), 1), probability: 1.0 };
        let path: Vec<Step> = beads.iter().map(step).collect();
        JointEvidence::new(&ends, |_| true, &path, Step::source)
    }

    #[test]
    fn ends_are_told_in_every_script() {
        for (text, end, begins_small) in [
            ("It rained.", End::Sentence, false),
            ("„es regnete.“", End::Sentence, true),
            ("他来了。」", End::Sentence, false),
            ("वह आया।", End::Sentence, false),
            ("see p.", End::Initial, true),
            ("J. R.", End::Initial, false),
            ("Im Jahr 1920.", End::Sentence, false),
            ("Он сказал:", End::Colon, false),
            ("(and so on);", End::Semicolon, true),
            ("それは、", End::Comma, false),
            ("Title", End::Bare, false),
            ("", End::Bare, false),
        ] {
            let ends = Ends::of(text);
            assert_eq!((ends.end, ends.begins_small), (end, begins_small), "{text}");
        }
    }

    #[test]
    fn what_goes_on_in_small_letters_is_held_together() {
        let evidence = evidence(&["One.", "Two;", "three.", "Four."], &[]);
        assert!(evidence.score(1..3) > 1.5, "{}", evidence.score(1..3));
        assert_eq!(evidence.score(0..1), 0.0);
        assert!(evidence.score(0..2).abs() < 0.1 && evidence.score(2..4).abs() < 0.1);
    }

    #[test]
    fn where_all_joints_are_alike_they_tell_nothing() {
        let lower = ["so it goes."; 50];
        let evidence = evidence(&lower, &[]);
        assert!(evidence.score(0..4).abs() < 0.01, "{}", evidence.score(0..4));
    }

    #[test]
    fn a_pair_that_does_otherwise_is_believed() {
        let verses = ["so it goes,"; 200];
        let singles: Vec<Range<usize>> = (0..200).map(|at| at..at + 1).collect();
        let evidence = evidence(&verses, &singles);
        assert!(evidence.score(0..2) < 0.5, "{}", evidence.score(0..2));
    }
}
