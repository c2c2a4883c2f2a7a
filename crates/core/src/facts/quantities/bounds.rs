//! Bounds beside a number: about, at least, at most.

use super::super::Bound;
use super::super::lexed::Lexed;
use crate::locale::Meaning;

pub(super) fn beside(lexed: &Lexed<'_>, start: usize, end: usize) -> Bound {
    let before = lexed.hits_ending(start).filter(|_| start < lexed.len() && lexed.joins(start));
    let before = before.filter_map(|hit| as_bound(hit.meaning).map(|bound| (hit.end - hit.start, bound)));
    if let Some((_, bound)) = before.max_by_key(|(length, _)| *length) {
        return bound;
    }
    // Behind the number, with at most a counter between: 200人以上.
    for at in end..=end + 1 {
        if lexed.get(at).is_none() || !lexed.joins(at) {
            break;
        }
        if let Some(bound) = lexed.hits(at).iter().find_map(|hit| as_bound(hit.meaning)) {
            return bound;
        }
        if !lexed.stands_alone(at) {
            break;
        }
    }
    Bound::Exact
}

fn as_bound(meaning: Meaning) -> Option<Bound> {
    match meaning {
        Meaning::Bound(bound) => Some(bound),
        _ => None,
    }
}
