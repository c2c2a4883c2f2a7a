//! Which cues contradict each other, and how often two that do are a drift.

use parallax_core::cues::{Category, Key};

/// Two keys that contradict each other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Contrast {
    /// The one and the other.
    pub(crate) keys: (Key, Key),
    /// How often it is a drift where one side surely says the one and nothing of the other, and the other side the
    /// reverse. Judged on aligned texts: of pairs that translators exchange freely less than of true opposites.
    pub(crate) prior: f64,
    /// Whether it is only worth a look: a shade of meaning rather than another meaning.
    pub(crate) shade: bool,
}

const fn contrast(a: Key, b: Key, prior: f64) -> Contrast {
    Contrast { keys: (a, b), prior, shade: false }
}

const fn shade(a: Key, b: Key, prior: f64) -> Contrast {
    Contrast { keys: (a, b), prior, shade: true }
}

/// The contrasts of all categories but directions. *None* is a negation, which S008 looks after.
const CONTRASTS: &[Contrast] = &[
    contrast(Key::MUST, Key::MAY, 0.8),
    contrast(Key::MUST, Key::NEED_NOT, 0.8),
    contrast(Key::MUST, Key::MUST_NOT, 0.85),
    contrast(Key::MAY, Key::MUST_NOT, 0.85),
    contrast(Key::MUST_NOT, Key::NEED_NOT, 0.75),
    contrast(Key::SHOULD, Key::SHOULD_NOT, 0.85),
    shade(Key::MUST, Key::SHOULD, 0.65),
    shade(Key::SHOULD, Key::MAY, 0.65),
    contrast(Key::ALL, Key::SOME, 0.75),
    contrast(Key::ALL, Key::FEW, 0.8),
    contrast(Key::MANY, Key::FEW, 0.85),
    contrast(Key::MOST, Key::FEW, 0.85),
    shade(Key::ALL, Key::MOST, 0.65),
    shade(Key::SOME, Key::MOST, 0.65),
    contrast(Key::IF, Key::UNLESS, 0.85),
    shade(Key::IF, Key::EVEN_IF, 0.65),
    shade(Key::UNLESS, Key::EVEN_IF, 0.65),
    contrast(Key::ALWAYS, Key::NEVER, 0.85),
    contrast(Key::ALWAYS, Key::SOMETIMES, 0.8),
    contrast(Key::ALWAYS, Key::RARELY, 0.85),
    contrast(Key::NEVER, Key::OFTEN, 0.85),
    contrast(Key::NEVER, Key::SOMETIMES, 0.8),
    contrast(Key::OFTEN, Key::RARELY, 0.85),
    contrast(Key::ALREADY, Key::NOT_YET, 0.8),
    contrast(Key::HOURLY, Key::DAILY, 0.9),
    contrast(Key::HOURLY, Key::WEEKLY, 0.9),
    contrast(Key::HOURLY, Key::MONTHLY, 0.9),
    contrast(Key::HOURLY, Key::YEARLY, 0.9),
    contrast(Key::DAILY, Key::WEEKLY, 0.9),
    contrast(Key::DAILY, Key::MONTHLY, 0.9),
    contrast(Key::DAILY, Key::YEARLY, 0.9),
    contrast(Key::WEEKLY, Key::MONTHLY, 0.9),
    contrast(Key::WEEKLY, Key::YEARLY, 0.9),
    contrast(Key::MONTHLY, Key::YEARLY, 0.9),
    shade(Key::ALWAYS, Key::OFTEN, 0.6),
    shade(Key::SOMETIMES, Key::RARELY, 0.65),
];

/// How often opposite directions are a drift.
const OPPOSITE: f64 = 0.88;
/// The same for pairs of which one often says the other seen from the other side (*he gave it to her*, *she took it*;
/// *less strict*, *more lenient*), by the first of the two.
const CONVERSE: &[(Key, f64)] = &[
    (Key::COME, 0.3),
    (Key::GIVE, 0.3),
    (Key::SEND, 0.3),
    (Key::BORROW, 0.3),
    (Key::TEACH, 0.3),
    (Key::ASK, 0.3),
    (Key::BUY, 0.6),
    (Key::ARRIVE, 0.6),
    (Key::MORE, 0.7),
    (Key::BEFORE, 0.6),
    (Key::BIRTH, 0.75),
    (Key::UP, 0.75),
    (Key::MALE, 0.75),
];

/// Directions that translators render by each other, with their opposites.
const FAMILIES: &[(&[Key], &[Key])] = &[
    (
        &[Key::MORE, Key::INCREASE, Key::RISE, Key::RAISE, Key::EXPAND],
        &[Key::LESS, Key::DECREASE, Key::FALL, Key::LOWER, Key::SHRINK],
    ),
    (&[Key::BETTER, Key::IMPROVE], &[Key::WORSE, Key::WORSEN]),
    (&[Key::HIGH, Key::LARGE], &[Key::LOW, Key::SMALL]),
    (&[Key::OPEN, Key::UNLOCK], &[Key::CLOSE, Key::LOCK]),
    (&[Key::ADD, Key::INSTALL], &[Key::REMOVE, Key::DELETE, Key::UNINSTALL]),
    (&[Key::ACCEPT, Key::AGREE, Key::SUPPORT], &[Key::REJECT, Key::DISAGREE, Key::OPPOSE]),
    (&[Key::WIN, Key::SUCCESS], &[Key::LOSE, Key::FAILURE]),
    (&[Key::ALIVE], &[Key::DEAD, Key::DEATH]),
    (&[Key::NEW, Key::YOUNG], &[Key::OLD, Key::ELDERLY]),
];

/// What may stand for a key: the key itself, and what translators render by it.
pub(crate) fn kin(key: Key) -> impl Iterator<Item = Key> {
    let family = FAMILIES.iter().flat_map(|(one, other)| [one, other]).find(|family| family.contains(&key));
    family.map_or(&[][..], |family| family).iter().copied().filter(move |other| *other != key).chain([key])
}

/// The contrasts that one key has, with the other one.
pub(crate) fn contrasts_of(key: Key) -> impl Iterator<Item = (Key, Contrast)> {
    let family = FAMILIES.iter().flat_map(|(one, other)| [(one, other), (other, one)]);
    let others = family.clone().find(|(own, _)| own.contains(&key)).map_or(&[][..], |(_, others)| others);
    // *More* goes with everything that may be more, *less* too: *it grew*, *with less noise*.
    let is_loose = |key: Key| matches!(key, Key::MORE | Key::LESS);
    let related = others.iter().copied().filter(move |other| !is_loose(key) && !is_loose(*other));
    let opposites = related.filter(move |other| Some(*other) != key.opposite()).chain(key.opposite());
    let opposite = opposites.map(move |other| {
        let prior = |known: Key| CONVERSE.iter().find(|(key, _)| *key == known).map(|(_, prior)| *prior);
        let prior = prior(key).or_else(|| prior(other)).unwrap_or(OPPOSITE);
        // Who buys is sold to: what is seen from the other side is worth a look.
        let is_exchange = [Key::BUY, Key::SELL, Key::ARRIVE, Key::DEPART].contains(&key);
        (other, if is_exchange { shade(key, other, prior) } else { contrast(key, other, prior) })
    });
    let listed = CONTRASTS.iter().filter_map(move |it| match it.keys {
        (a, b) if a == key => Some((b, *it)),
        (a, b) if b == key => Some((a, *it)),
        _ => None,
    });
    opposite.chain(listed)
}

/// What a key says of a clause that is negated: *not* … *must* may be *must not*, or *need not*.
pub(crate) fn negated(key: Key) -> &'static [Key] {
    match key {
        Key::MUST => &[Key::MUST_NOT, Key::NEED_NOT],
        Key::MAY => &[Key::MUST_NOT, Key::NEED_NOT, Key::MUST],
        Key::SHOULD => &[Key::SHOULD_NOT, Key::MUST_NOT],
        Key::MUST_NOT => &[Key::MUST, Key::MAY, Key::SHOULD],
        Key::NEED_NOT => &[Key::MUST, Key::MAY],
        Key::SHOULD_NOT => &[Key::SHOULD],
        Key::ALL => &[Key::NONE, Key::SOME, Key::FEW, Key::MOST],
        Key::SOME => &[Key::NONE],
        Key::MANY => &[Key::FEW, Key::SOME],
        Key::MOST => &[Key::FEW],
        Key::NONE => &[Key::ALL, Key::SOME],
        Key::FEW => &[Key::MANY, Key::MOST],
        Key::BOTH => &[Key::NONE],
        Key::IF => &[Key::UNLESS],
        Key::UNLESS => &[Key::IF],
        Key::ALWAYS => &[Key::NEVER, Key::RARELY, Key::SOMETIMES],
        Key::OFTEN => &[Key::RARELY],
        Key::SOMETIMES => &[Key::NEVER],
        Key::NEVER => &[Key::ALWAYS, Key::OFTEN, Key::SOMETIMES],
        Key::RARELY => &[Key::OFTEN],
        Key::ALREADY | Key::STILL => &[Key::NOT_YET],
        Key::NOT_YET => &[Key::ALREADY, Key::STILL],
        _ => &[],
    }
}

/// What a key is called in a message.
pub(crate) fn noun(key: Key) -> String {
    match key {
        Key::MUST => "an obligation".to_owned(),
        Key::MUST_NOT => "a prohibition".to_owned(),
        Key::NEED_NOT => "an absence of obligation".to_owned(),
        Key::SHOULD => "a recommendation".to_owned(),
        Key::SHOULD_NOT => "an advice against it".to_owned(),
        Key::MAY => "a possibility or permission".to_owned(),
        _ => format!("*{}*", key.name().replace('_', " ")),
    }
}

/// Whether what is said is one of two opposites of the same kind.
pub(crate) fn is_direction(key: Key) -> bool {
    key.category() == Category::Direction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_within_a_category_and_mutual() {
        for key in Key::all() {
            for (other, contrast) in contrasts_of(key) {
                assert_eq!(key.category(), other.category());
                assert_ne!(key, other);
                assert!(contrast.prior > 0.0 && contrast.prior < 1.0);
                let back: Vec<Key> = contrasts_of(other).map(|(key, _)| key).collect();
                assert!(back.contains(&key), "{key:?} {other:?}");
            }
        }
        assert_eq!(Key::LESS.opposite(), Some(Key::MORE));
        assert_eq!(Key::MUST.opposite(), None);
        assert!(CONVERSE.iter().all(|(key, _)| key.opposite().is_some_and(|other| *key < other)));
    }
}
