//! What the rules on cues share: drafts of a cue that became its contrary.

use crate::cues::{Change, noun};
use crate::draft::{Causes, Draft, Sink, Topic};
use crate::view::View;
use crate::wording;
use parallax_core::cues::Category;
use parallax_core::{RuleMeta, Severity};

/// How reliable a contrary is where the other versions say what the pivot does.
const BACKED: f64 = 0.95;
/// The same where the other versions agree against the pivot.
const AGAINST: f64 = 0.93;

/// Reports the changes of one category.
pub(super) fn check(view: &View<'_>, rule: &'static RuleMeta, category: Category, sink: &mut Sink<'_>) {
    for change in view.cue_changes().iter().filter(|change| change.category() == category) {
        sink.push(view, draft(view, rule, change));
    }
}

fn draft(view: &View<'_>, rule: &'static RuleMeta, change: &Change) -> Draft {
    let bead = &view.bitext.alignment.segments[change.bead];
    let (from, to) = (change.source.cue.key, change.target.cue.key);
    let causes = Causes { alignment: bead.confidence.get(), reading: change.reading, cue: change.cue };
    let mut draft = Draft::new(rule, Topic::Cue { segments: bead.source.clone(), key: from, instead: to }, causes);
    // What is rarely a drift, other versions that keep the pivot's word make no likelier.
    draft.backed_cue = if change.cue < 0.5 { change.cue } else { BACKED.max(change.cue) };
    draft.against_cue = AGAINST.max(change.cue);
    if change.shade {
        draft.worst = Severity::Info;
    }
    let (source, target) = (view.cue_place(false, &change.source), view.cue_place(true, &change.target));
    let (pivot, version) = (wording::the_side(view, false), wording::the_side(view, true));
    let (said, instead) = (wording::quote(&source), wording::quote(&target));
    let (from_noun, to_noun) = (noun(from), noun(to));
    draft.message = format!(
        "{pivot} says \u{201c}{said}\u{201d}, {version} \u{201c}{instead}\u{201d}: {from_noun} became {to_noun}"
    );
    draft.against_pivot = format!(
        "\u{201c}{said}\u{201d} in the pivot, \u{201c}{instead}\u{201d} elsewhere: {to_noun} became {from_noun}"
    );
    let value = |key: parallax_core::cues::Key| key.name().replace('_', " ");
    draft.values = vec![(0, value(from)), (view.version, value(to))];
    draft.source = Some(source);
    draft.target = Some(target);
    draft.anchor = change.source.segment;
    draft.claims = (bead.source.clone(), bead.target.clone());
    draft
}
