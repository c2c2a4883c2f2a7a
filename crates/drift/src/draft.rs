//! Findings before the consensus: what one version's rules say, and what they speak of.

use crate::nearby;
use crate::rules::Rule;
use crate::view::View;
use parallax_core::cues::Key;
use parallax_core::{Confidence, Evidence, Place, RuleMeta, Severity, Value};
use std::ops::Range;

/// The named causes of a confidence, each 0 to 1: the confidence is their product.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Causes {
    /// How sure it is that the two sides correspond.
    pub(crate) alignment: f64,
    /// How sure it is that the facts were read right.
    pub(crate) reading: f64,
    /// How reliable this kind of sign is.
    pub(crate) cue: f64,
}

impl Causes {
    pub(crate) fn confidence(&self) -> Confidence {
        Confidence::new(self.alignment).and(Confidence::new(self.reading)).and(Confidence::new(self.cue))
    }
}

/// What a draft speaks of in the pivot: by this the drafts of several versions are gathered.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Topic {
    /// A fact of the pivot, by its index; what the version says instead, if anything.
    Fact { fact: usize, instead: Option<Value> },
    /// A fact that the pivot does not state, where it would stand (a range of segments).
    AddedFact { near: Range<usize>, value: Value },
    /// Whether these segments of the pivot are negated: what they negate was lost, or something was `added`.
    Negation { segments: Range<usize>, added: bool },
    /// What cues of these segments of the pivot say, and what the version says instead.
    Cue { segments: Range<usize>, key: Key, instead: Key },
    /// Whether these segments of the pivot ask.
    Question { segments: Range<usize> },
    /// Segments of the pivot that a version does not have.
    Omitted { segments: Range<usize> },
    /// Text that the pivot does not have, before this segment of the pivot.
    Added { before: usize },
    /// Names of the pivot, by their numbers; what the version names instead, if anything.
    Name { names: Range<usize>, instead: Option<String> },
    /// A name that the pivot does not have, where it would stand (a range of segments).
    AddedName { near: Range<usize>, name: String },
    /// Text that stands elsewhere.
    Moved,
    /// Text in another language.
    Foreign,
    /// How a term of the glossary is rendered, by the number of its concept.
    Term { segments: Range<usize>, concept: usize },
    /// Whether two stretches of the pivot are rendered alike: the first segment of each.
    Alike { segments: [usize; 2] },
    /// How the version addresses its readers.
    Address,
}

/// A finding of one version.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) rule: &'static RuleMeta,
    pub(crate) topic: Topic,
    /// The worst severity that this finding may have.
    pub(crate) worst: Severity,
    pub(crate) causes: Causes,
    /// How reliable the cue is where the other versions side with the pivot.
    pub(crate) backed_cue: f64,
    /// How reliable it is where the other versions agree against the pivot.
    pub(crate) against_cue: f64,
    pub(crate) message: String,
    /// The document whose text is wrong by what stands beside it, whatever other versions say.
    pub(crate) wrong: Option<usize>,
    /// The message where the other versions agree against the pivot.
    pub(crate) against_pivot: String,
    pub(crate) source: Option<Place>,
    pub(crate) target: Option<Place>,
    /// What was read: document and value.
    pub(crate) values: Vec<(usize, String)>,
    /// What else is to be said: other places, what to do.
    pub(crate) notes: Vec<Evidence>,
    /// The segments of the pivot and of the version that the finding speaks of: which rule yields to which goes by
    /// these.
    pub(crate) claims: (Range<usize>, Range<usize>),
    /// Whether it speaks of a part of them only, at its own place.
    pub(crate) part: bool,
    /// Where in the pivot it belongs: a segment.
    pub(crate) anchor: usize,
    /// Words around it on both sides, for the fingerprint.
    pub(crate) context: Vec<String>,
}

impl Draft {
    /// A draft of `rule` with nothing said yet.
    pub(crate) fn new(rule: &'static RuleMeta, topic: Topic, causes: Causes) -> Self {
        Self {
            rule,
            topic,
            worst: rule.severity,
            causes,
            backed_cue: causes.cue,
            against_cue: causes.cue,
            message: String::new(),
            wrong: None,
            against_pivot: String::new(),
            source: None,
            target: None,
            values: Vec::new(),
            notes: Vec::new(),
            claims: (0..0, 0..0),
            part: false,
            anchor: 0,
            context: Vec::new(),
        }
    }
}

/// Where a rule puts what it finds.
pub(crate) struct Sink<'a> {
    drafts: &'a mut Vec<Draft>,
}

impl<'a> Sink<'a> {
    pub(crate) fn new(drafts: &'a mut Vec<Draft>) -> Self {
        Self { drafts }
    }

    /// Takes a draft; the words around it are read from its places and claims.
    pub(crate) fn push(&mut self, view: &View<'_>, mut draft: Draft) {
        for (target, place, claim) in [(false, &draft.source, &draft.claims.0), (true, &draft.target, &draft.claims.1)]
        {
            draft.context.push(nearby::words(view.side(target), place.as_ref(), claim));
        }
        self.drafts.push(draft);
    }
}

/// Runs one rule.
pub(crate) fn run(rule: &Rule, view: &View<'_>, drafts: &mut Vec<Draft>) {
    (rule.check)(view, &mut Sink::new(drafts));
}
