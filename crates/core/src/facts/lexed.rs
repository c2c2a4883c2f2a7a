//! A segment as the fact readers see it: its tokens, and the phrases of the locale found among them.

use super::numerals::{self, Numeral};
use crate::fold::{is_hangul, stands_alone};
use crate::locale::{Hit, Kinds, LONGEST_PHRASE, Locale, Meaning};
use crate::tokens::{Gap, Token, TokenKind, Tokens};
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// The tokens of a segment with the phrases that begin at each, and which tokens a fact has been read from.
pub(super) struct Lexed<'a> {
    /// The segment's text.
    pub(super) text: &'a str,
    pub(super) locale: &'a Locale,
    pub(super) tokens: Tokens,
    hits: Vec<Hit>,
    /// What is known of each token; one more at the end.
    places: Vec<Place>,
    /// The names of units among the phrases, by where they begin: apart, since they are ordinary words but beside numbers.
    units: Vec<Hit>,
    /// The kinds of all phrases, without the names of units.
    present: Kinds,
    /// Whether there are digits.
    has_digits: bool,
    /// The numbers that were read last, with the token at which each begins.
    numbers: RefCell<Vec<(usize, Numeral)>>,
}

/// What is known of a token.
struct Place {
    /// Where its hits begin in [`Lexed::hits`].
    hits: usize,
    /// The kinds of the phrases that begin here, without the names of units.
    kinds: Kinds,
    /// Whether a fact has been read from it.
    taken: bool,
    /// Whether no number begins here, as far as that was asked.
    no_number: Cell<bool>,
}

impl Place {
    fn new(hits: usize, kinds: Kinds) -> Self {
        Self { hits, kinds, taken: false, no_number: Cell::new(false) }
    }
}

/// How many numbers are kept that were read: several readers ask for one and its neighbours.
const MOST_NUMBERS: usize = 4;

impl<'a> Lexed<'a> {
    pub(super) fn new(text: &'a str, locale: &'a Locale) -> Self {
        let tokens = Tokens::of(text);
        let mut hits = Vec::with_capacity(tokens.len());
        let mut units = Vec::new();
        let mut places = Vec::with_capacity(tokens.len() + 1);
        let mut present = Kinds::default();
        for index in 0..tokens.len() {
            let first = hits.len();
            locale.hits(&tokens, index, &mut hits);
            // The longest phrase first; the order within a length is that of the table.
            if hits.len() > first + 1 {
                hits[first..].sort_by_key(|hit| std::cmp::Reverse(hit.end));
            }
            if hits.len() == first && tokens.list()[index].kind == TokenKind::Word {
                inflected(locale, &tokens, index, &mut hits);
            }
            let mut found = kinds_of(&hits[first..]);
            if found.meets(Kinds::NOT_A_NUMBER) && tokens.folded(index).starts_with(is_hangul) {
                drop_torn(&tokens, first, &mut hits);
                found = kinds_of(&hits[first..]);
            }
            if found.meets(Kinds::MONEY | Kinds::UNIT) {
                set_units_apart(&tokens, first, &mut hits, &mut units);
                found = kinds_of(&hits[first..]);
            }
            present |= found;
            places.push(Place::new(first, found));
        }
        places.push(Place::new(hits.len(), Kinds::default()));
        let has_digits = tokens.list().iter().any(|token| token.kind == TokenKind::Digits);
        Self { text, locale, tokens, hits, places, units, present, has_digits, numbers: RefCell::default() }
    }

    /// Whether a phrase of some kinds, none of which is of units, begins anywhere.
    #[inline]
    pub(super) fn holds(&self, kinds: Kinds) -> bool {
        self.present.meets(kinds)
    }

    /// Whether all phrases, without the names of units, are of some kinds.
    pub(super) fn holds_only(&self, kinds: Kinds) -> bool {
        self.present.is_within(kinds)
    }

    /// Whether a phrase of some kinds, none of which is of units, begins at a token.
    #[inline]
    pub(super) fn is_any(&self, index: usize, kinds: Kinds) -> bool {
        self.places.get(index).is_some_and(|place| place.kinds.meets(kinds))
    }

    /// Whether there are digits in the segment.
    pub(super) fn has_digits(&self) -> bool {
        self.has_digits
    }

    /// The number that `read` finds to begin with a token. Many readers ask for it, and at nearly all tokens there is
    /// none; nor is there later, when facts have been read from others, for that only takes ways to go on away.
    pub(super) fn number(&self, index: usize, read: impl FnOnce() -> Option<Numeral>) -> Option<Numeral> {
        let known = &self.places[..self.len()].get(index)?.no_number;
        if known.get() {
            debug_assert!(read().is_none(), "a number begins at token {index} of {:?} after all", self.text);
            return None;
        }
        if let Some((_, numeral)) = self.numbers.borrow().iter().find(|(at, _)| *at == index) {
            return Some(numeral.clone());
        }
        let found = read();
        known.set(found.is_none());
        if let Some(numeral) = &found {
            let mut numbers = self.numbers.borrow_mut();
            numbers.truncate(MOST_NUMBERS - 1);
            numbers.insert(0, (index, numeral.clone()));
        }
        found
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    #[inline]
    pub(super) fn token(&self, index: usize) -> &Token {
        #[cfg(test)]
        super::work::look();
        &self.tokens.list()[index]
    }

    #[inline]
    pub(super) fn get(&self, index: usize) -> Option<&Token> {
        #[cfg(test)]
        super::work::look();
        self.tokens.list().get(index)
    }

    /// The phrases that begin at a token, the longest first.
    #[inline]
    pub(super) fn hits(&self, index: usize) -> &[Hit] {
        #[cfg(test)]
        super::work::look();
        match (self.places.get(index), self.places.get(index + 1)) {
            (Some(from), Some(to)) => &self.hits[from.hits..to.hits],
            _ => &[],
        }
    }

    /// The names of units that begin at a token, the longest first.
    pub(super) fn unit_hits(&self, index: usize) -> &[Hit] {
        #[cfg(test)]
        super::work::look();
        let from = self.units.partition_point(|hit| hit.start < index);
        let to = from + self.units[from..].partition_point(|hit| hit.start == index);
        &self.units[from..to]
    }

    /// The names of units that end before token `end`.
    pub(super) fn unit_hits_ending(&self, end: usize) -> impl Iterator<Item = &Hit> {
        let from = self.units.partition_point(|hit| hit.start + LONGEST_PHRASE < end);
        let near = self.units[from..].iter().take_while(move |hit| hit.start < end);
        near.filter(move |hit| hit.end == end)
    }

    /// All phrases in the order of the tokens at which they begin, the longest at a token first.
    pub(super) fn all_hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The phrases that end before token `end`, nearest beginning first.
    pub(super) fn hits_ending(&self, end: usize) -> impl Iterator<Item = &Hit> {
        (end.saturating_sub(LONGEST_PHRASE)..end)
            .rev()
            .flat_map(|start| self.hits(start))
            .filter(move |hit| hit.end == end)
    }

    /// The text of a token as written.
    #[inline]
    pub(super) fn raw(&self, index: usize) -> &str {
        let token = self.token(index);
        &self.text[token.start..token.end]
    }

    /// What stands between a token and the next.
    pub(super) fn between(&self, index: usize) -> &str {
        match self.get(index + 1) {
            Some(next) => &self.text[self.token(index).end..next.start],
            None => "",
        }
    }

    /// The digits of a token as a number, where it has no more than `most` digits.
    pub(super) fn digits(&self, index: usize, most: usize) -> Option<u32> {
        let token = self.get(index)?;
        let folded = self.tokens.folded(index);
        (token.kind == TokenKind::Digits && folded.len() <= most.min(9)).then(|| folded.parse().ok()).flatten()
    }

    #[inline]
    pub(super) fn is_digits(&self, index: usize) -> bool {
        self.get(index).is_some_and(|token| token.kind == TokenKind::Digits)
    }

    /// Whether a token is a character of a script without spaces (or a Hangul syllable).
    #[inline]
    pub(super) fn stands_alone(&self, index: usize) -> bool {
        self.get(index).is_some_and(|_| self.raw(index).starts_with(stands_alone))
    }

    /// Whether a token is a syllable within a Hangul word, where syllables that are also numbers mean nothing.
    pub(super) fn is_inside_word(&self, index: usize) -> bool {
        index > 0
            && self.get(index).is_some_and(|token| token.gap == Gap::None)
            && self.raw(index).starts_with(is_hangul)
            && self.raw(index - 1).starts_with(is_hangul)
    }

    #[inline]
    pub(super) fn is_taken(&self, index: usize) -> bool {
        #[cfg(test)]
        super::work::look();
        self.places[..self.len()].get(index).is_none_or(|place| place.taken)
    }

    pub(super) fn any_taken(&self, from: usize, to: usize) -> bool {
        (from..to).any(|index| self.is_taken(index))
    }

    pub(super) fn take(&mut self, from: usize, to: usize) {
        self.places[from..to].iter_mut().for_each(|place| place.taken = true);
        // A number before them may have gone on into them.
        self.numbers.get_mut().retain(|(at, _)| *at >= to);
    }

    /// Marks the tokens that touch a byte range of the text as read.
    pub(super) fn take_bytes(&mut self, start: usize, end: usize) {
        let touched = self.touching(start, end);
        self.take(touched.start, touched.end);
    }

    /// Whether a token that touches a byte range of the text is read.
    pub(super) fn bytes_taken(&self, start: usize, end: usize) -> bool {
        self.places[self.touching(start, end)].iter().any(|place| place.taken)
    }

    /// The token that begins at a byte of the text.
    pub(super) fn starting(&self, start: usize) -> Option<usize> {
        self.tokens.list().binary_search_by_key(&start, |token| token.start).ok()
    }

    /// The tokens that touch a byte range of the text.
    fn touching(&self, start: usize, end: usize) -> Range<usize> {
        let list = self.tokens.list();
        let from = list.partition_point(|token| token.end <= start);
        let count = list[from..].iter().take_while(|token| token.start < end).count();
        from..from + count
    }

    /// Whether a token is the short form of a magnitude: it multiplies, but is no number by itself.
    fn is_abbreviated_magnitude(&self, index: usize) -> bool {
        let has = |wanted: fn(&Meaning) -> bool| {
            self.hits(index).iter().any(|hit| hit.end == index + 1 && wanted(&hit.meaning))
        };
        has(|meaning| matches!(meaning, Meaning::Times(_))) && !has(|meaning| matches!(meaning, Meaning::Number(_)))
    }

    /// Whether the words before and after token `index` may belong to one expression: nothing but white space,
    /// hyphens and apostrophes stands before it.
    pub(super) fn joins(&self, index: usize) -> bool {
        self.get(index).is_some_and(|token| match token.gap {
            Gap::None | Gap::Space | Gap::Bound | Gap::Joint => true,
            // `2 Mrd. Euro`: the full stop is the abbreviation's.
            Gap::Dot => index > 1 && self.is_digits(index - 2) && self.is_abbreviated_magnitude(index - 1),
            Gap::Break => false,
        })
    }
}

fn kinds_of(hits: &[Hit]) -> Kinds {
    hits.iter().fold(Kinds::default(), |kinds, hit| kinds | hit.meaning.kinds())
}

/// Takes Korean words away that are torn at the end of a longer number: 구명 (lifesaving) is one word, 삼십구 명
/// (thirty-nine persons) are two.
fn drop_torn(tokens: &Tokens, first: usize, hits: &mut Vec<Hit>) {
    let list = tokens.list();
    let is_torn = |hit: &Hit| {
        let goes_on = list[hit.start].gap == Gap::None && hit.start > 0;
        let apart = list.get(hit.start + 1).is_some_and(|next| next.gap == Gap::Space);
        hit.meaning == Meaning::NotANumber && hit.end > hit.start + 1 && goes_on && apart
    };
    let mut own = hits.split_off(first);
    own.retain(|hit| !is_torn(hit));
    hits.append(&mut own);
}

/// Moves the names of units among the phrases of one token, those from `first` on, to `units`.
fn set_units_apart(tokens: &Tokens, first: usize, hits: &mut Vec<Hit>, units: &mut Vec<Hit>) {
    // `A$` is a sign of money, *a $5 note* has none of the kind.
    let is_set_apart = |hit: &Hit| {
        let parts = &tokens.list()[hit.start..hit.end];
        parts.len() > 1
            && matches!(hit.meaning, Meaning::Currency(_) | Meaning::CapitalSign(_))
            && parts.last().is_some_and(|last| last.kind == TokenKind::Sign && last.gap != Gap::None)
    };
    // Hindi `से` is *from* and the short form of *second*: the latter only right behind digits.
    let relates = |hit: &Hit, hits: &[Hit]| {
        let apart = hit.meaning != Meaning::And && tokens.list()[hit.start].gap != Gap::None;
        apart && hits.iter().any(|other| other.end == hit.end && other.meaning.relates_numbers())
    };
    let own = |hit: &&Hit| hit.meaning.is_of_units() && !is_set_apart(hit) && !relates(hit, &hits[first..]);
    units.extend(hits[first..].iter().filter(own).copied());
    let mut kept = first;
    for at in first..hits.len() {
        let hit = hits[at];
        if !hit.meaning.is_of_units() && !is_set_apart(&hit) {
            hits[kept] = hit;
            kept += 1;
        }
    }
    hits.truncate(kept);
}

/// Looks a word up without the particles written onto its front, then without its ending.
fn inflected(locale: &Locale, tokens: &Tokens, index: usize, hits: &mut Vec<Hit>) {
    let knowledge = locale.knowledge();
    let word = tokens.folded(index);
    for length in longest_first(knowledge.beginnings.beginnings(word)) {
        let (prefix, rest) = word.split_at(length);
        let letters = rest.chars().take(3).count();
        if letters < 2 {
            continue;
        }
        let first = hits.len();
        locale.hits_behind(tokens, index, prefix.len(), hits);
        let joins = locale.meanings(prefix).any(|meaning| meaning == Meaning::Joiner);
        if letters == 2 {
            // Two letters behind a particle are hardly a currency (`بين`, *between*, is no yen), but may well be *not*,
            // or a number behind *and* (Hebrew `ושש`).
            let mut at = 0;
            hits.retain(|hit| {
                at += 1;
                at <= first
                    || matches!(hit.meaning, Meaning::Negation(_) | Meaning::NotANegation | Meaning::NegationTrait(_))
                    || (joins && matches!(hit.meaning, Meaning::Number(_)))
            });
        }
        if hits.len() > first {
            hits[first..].sort_by_key(|hit| std::cmp::Reverse(hit.end));
            // A number behind a particle that joins numbers goes on with the number before it (`وعشرون`).
            if joins {
                hits.push(Hit { start: index, end: index, meaning: Meaning::Joiner });
            }
            return;
        }
    }
    for length in longest_first(knowledge.endings.endings(word)) {
        let stem = &word[..word.len() - length];
        if stem.chars().nth(2).is_none() {
            continue;
        }
        let known = locale.meanings(stem).filter(|meaning| {
            matches!(
                meaning,
                Meaning::Number(_)
                    | Meaning::Times(_)
                    | Meaning::Month(_)
                    | Meaning::AmbiguousMonth(_)
                    | Meaning::Vague(_)
                    | Meaning::Unit(_)
                    | Meaning::Currency(_)
            )
        });
        let first = hits.len();
        hits.extend(known.map(|meaning| Hit { start: index, end: index + 1, meaning }));
        if hits.len() > first {
            if numerals::is_solid(locale, word) {
                hits.truncate(first);
            }
            return;
        }
    }
    if locale.has_month_stems()
        && let Some(month) = locale.month_by_stem(word)
    {
        hits.push(Hit { start: index, end: index + 1, meaning: Meaning::Month(month) });
    }
}

/// The lengths of the affixes found on a word, which come the shortest first; of more than there is room for, the
/// shortest.
fn longest_first(lengths: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
    const MOST: usize = 16;
    let mut found = [0; MOST];
    let mut count = 0;
    for (place, length) in found.iter_mut().zip(lengths) {
        *place = length;
        count += 1;
    }
    found.into_iter().take(count).rev()
}

/// What `read` finds in a text, from token to token, joined by spaces: it gives where a finding ends, and how to show it.
#[cfg(test)]
pub(super) fn read_through(
    language: &str,
    text: &str,
    read: impl Fn(&Lexed<'_>, usize) -> Option<(usize, String)>,
) -> String {
    let locale = Locale::of(&language.parse().expect("a valid tag"));
    let lexed = Lexed::new(text, &locale);
    let (mut out, mut index) = (Vec::new(), 0);
    while index < lexed.len() {
        match read(&lexed, index) {
            Some((end, shown)) => {
                out.push(shown);
                index = end;
            }
            None => index += 1,
        }
    }
    out.join(" ")
}
