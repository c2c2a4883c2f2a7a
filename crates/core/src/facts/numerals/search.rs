//! Finds the longest number that the words from a token on make: what may stand at each, tried in order of likelihood.

use super::super::Bound;
use super::super::digits::{self, Digits};
use super::super::lexed::Lexed;
use super::Part;
use super::compound;
use super::sum::Sum;
use crate::locale::{Hit, Locale, Meaning};
use crate::tokens::{Gap, TokenKind};
use rust_decimal::Decimal;

/// The words of a number, as they were read.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) parts: Vec<Part>,
    /// What they make, digits read the likeliest way.
    pub(super) total: Decimal,
    /// One past the last token.
    pub(super) end: usize,
    /// A bound written within the number (`200多万`).
    pub(super) bound: Option<Bound>,
}

/// The longest number that begins with token `index`; `literal` where an idiom made of number words (*mil e uma*) or
/// a fraction (*one hundredth*) is taken at its word.
pub(super) fn longest(lexed: &Lexed<'_>, index: usize, literal: bool) -> Option<Found> {
    /// Steps that are tried at most: no text of number words needs more than a few dozen.
    const MOST_STEPS: usize = 160;
    let mut search = Search { lexed, start: index, literal, best: None, done: false, steps: MOST_STEPS };
    let mut path = Path::new(lexed.locale);
    search.go(index, &mut path);
    search.best
}

/// The number in digits at a token, where nothing goes on with it, as with nearly all: its readings and its end. None
/// where that needs a search.
pub(super) fn bare_digits(lexed: &Lexed<'_>, index: usize) -> Option<(Vec<(Decimal, f32)>, usize)> {
    if !lexed.is_digits(index) || lexed.is_taken(index) {
        return None;
    }
    let Digits::Number { end, readings } = digits::read(lexed, index)? else { return None };
    let goes_on = lexed.joins(end)
        && !lexed.is_taken(end)
        && (lexed.token(end).kind != TokenKind::Word || lexed.hits(end).iter().any(|hit| rank(hit.meaning).is_some()));
    (!goes_on).then_some((readings, end))
}

struct Search<'a> {
    lexed: &'a Lexed<'a>,
    start: usize,
    literal: bool,
    best: Option<Found>,
    done: bool,
    steps: usize,
}

#[derive(Clone)]
struct Path {
    parts: Vec<Part>,
    sum: Sum,
    bound: Option<Bound>,
}

impl Path {
    fn new(locale: &Locale) -> Self {
        Self { parts: Vec::new(), sum: Sum::new(locale), bound: None }
    }

    fn has_digits(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Digits(_)))
    }
}

impl Search<'_> {
    /// Reads on from token `at`, everything before which is in `path`.
    fn go(&mut self, at: usize, path: &mut Path) {
        let lexed = self.lexed;
        if path.sum.is_whole()
            && self.best.as_ref().is_none_or(|best| best.end < at)
            && let Some(total) = path.sum.total()
        {
            self.best = Some(Found { parts: path.parts.clone(), total, end: at, bound: path.bound });
        }
        if at >= lexed.len() || lexed.is_taken(at) || (at > self.start && !self.connects(at, path)) {
            self.done |= path.sum.is_whole();
            return;
        }
        /// No number below 10^28 has more words.
        const MOST_PARTS: usize = 40;
        if self.steps == 0 || path.parts.len() >= MOST_PARTS {
            self.done = true;
            return;
        }
        self.steps -= 1;
        let mut any = false;
        let mut state = path.clone();
        for option in self.options(at, path, &mut any) {
            state.clone_from(path);
            if at > self.start && lexed.token(at).gap == Gap::Break {
                state.sum.close();
            }
            if let Some(end) = option.apply(&mut state) {
                self.go(end, &mut state);
                if self.done {
                    return;
                }
            }
        }
        // Nothing here could belong to a number: no other way of reading what stands before gets further.
        self.done |= !any && path.sum.is_whole();
    }

    fn connects(&self, at: usize, path: &Path) -> bool {
        self.lexed.joins(at)
            || (self.lexed.locale.sets_commas_in_numbers()
                && path.sum.ends_in_thousands()
                && !path.has_digits()
                && self.lexed.between(at - 1) == ", "
                && self
                    .lexed
                    .hits(at)
                    .iter()
                    .any(|hit| matches!(hit.meaning, Meaning::Number(_) | Meaning::TimesNext(_))))
    }

    /// What token `at` may mean as a part of the number, the likeliest first. Sets `any` where something may be one at all.
    fn options(&self, at: usize, path: &Path, any: &mut bool) -> Vec<Choice> {
        let lexed = self.lexed;
        if lexed.is_digits(at) {
            *any = true;
            return digits_at(lexed, at, path).into_iter().collect();
        }
        if lexed.token(at).kind == TokenKind::Sign {
            return fraction_at(lexed, at, path).into_iter().collect();
        }
        let hits = number_hits(lexed, at, path, self.literal);
        *any = !hits.is_empty();
        let mut out: Vec<Choice> = Vec::new();
        let glued = hits.iter().any(|hit| hit.meaning == Meaning::Joiner && hit.end == at);
        for hit in &hits {
            out.extend(choices(lexed, hit, path, glued, self.literal));
        }
        if let Some(choice) = digit_characters(lexed, at, path) {
            out.insert(0, choice);
        }
        if hits.is_empty() && lexed.token(at).kind == TokenKind::Word && !path.has_digits() {
            out.extend(compound::read(lexed.locale, lexed.tokens.folded(at), &path.sum).map(|parts| Choice {
                parts,
                end: at + 1,
                joined: false,
                bound: None,
            }));
        }
        out
    }
}

/// A way to go on.
struct Choice {
    parts: Vec<Part>,
    end: usize,
    /// It is a joiner, behind which a number must follow.
    joined: bool,
    bound: Option<Bound>,
}

impl Choice {
    fn part(part: Part, end: usize) -> Self {
        Self { parts: vec![part], end, joined: false, bound: None }
    }

    /// Adds it to `path`; gives where it ends, or `None` where it does not fit.
    fn apply(self, path: &mut Path) -> Option<usize> {
        for part in &self.parts {
            if !path.sum.part(part) {
                return None;
            }
        }
        path.parts.extend(self.parts);
        path.sum.joined |= self.joined;
        path.bound = self.bound.or(path.bound);
        Some(self.end)
    }
}

fn digits_at(lexed: &Lexed<'_>, at: usize, path: &Path) -> Option<Choice> {
    // After a magnitude, digits go on with the number only where nothing stands between (1億2千万), or behind a
    // character that is a magnitude (Korean 1만 2500).
    let close = match lexed.token(at).gap {
        Gap::None => true,
        Gap::Space | Gap::Bound => at > 0 && lexed.stands_alone(at - 1),
        _ => false,
    };
    let goes_on = path.parts.is_empty() || (close && matches!(path.parts.last(), Some(Part::Times(_))));
    match digits::read(lexed, at)? {
        Digits::Number { end, readings } if goes_on || goes_on_with_magnitude(lexed, at, end, path) => {
            Some(Choice::part(Part::Digits(readings), end))
        }
        _ => None,
    }
}

/// `2 लाख 40 हज़ार`, *1 million 200 thousand*: digits with a magnitude that is smaller than the one before them.
fn goes_on_with_magnitude(lexed: &Lexed<'_>, at: usize, end: usize, path: &Path) -> bool {
    let Some(Part::Times(before)) = path.parts.last() else { return false };
    let smaller = |hit: &Hit| matches!(hit.meaning, Meaning::Times(value) if Decimal::from(value) < *before);
    matches!(lexed.token(at).gap, Gap::Space | Gap::Bound)
        && lexed.get(end).is_some_and(|_| lexed.joins(end))
        && lexed.hits(end).iter().any(smaller)
}

fn fraction_at(lexed: &Lexed<'_>, at: usize, path: &Path) -> Option<Choice> {
    let value = digits::fraction(lexed.raw(at))?;
    let fits = match path.parts.as_slice() {
        [] => true,
        [Part::Digits(_)] => matches!(lexed.token(at).gap, Gap::None | Gap::Bound),
        _ => false,
    };
    fits.then(|| Choice::part(Part::Number(value), at + 1))
}

/// The phrases at a token that may be part of a number, the longest first; none where a longer one means something else.
fn number_hits(lexed: &Lexed<'_>, at: usize, path: &Path, literal: bool) -> Vec<Hit> {
    let hits = lexed.hits(at);
    let mut found: Vec<Hit> = hits.iter().filter(|hit| rank(hit.meaning).is_some()).copied().collect();
    let Some(reach) = found.first().map(|hit| hit.end) else { return found };
    found.sort_by_key(|hit| (std::cmp::Reverse(hit.end), rank(hit.meaning)));
    // A phrase such as *one another* is no number, but a word that is also another (`nouă`, nine or new) may be one;
    // and so may one in the middle of a number, if it is all made of number words (`오천사백` has an angel in it).
    let is_made_of_numbers =
        |hit: &Hit| (at..hit.end).all(|index| lexed.hits(index).iter().any(|hit| rank(hit.meaning).is_some()));
    // A magnitude that is also another word (`Bio`) is told apart by nothing.
    let only_times = found.iter().all(|hit| matches!(hit.meaning, Meaning::Times(_)));
    let masks = |hit: &Hit| {
        hit.meaning == Meaning::NotANumber
            && (hit.end > reach || (only_times && hit.end == reach))
            && !(hit.end > reach && (literal || !path.parts.is_empty()) && is_made_of_numbers(hit))
    };
    let excluded = hits.iter().any(masks);
    let others = hits.iter().filter(|hit| hit.meaning != Meaning::NotANumber);
    let longest = others.map(|hit| hit.end).max().unwrap_or(at);
    // Right behind digits a magnitude is one, whatever word it begins (1000万人).
    let behind_digits = matches!(path.parts.last(), Some(Part::Digits(_))) && lexed.token(at).gap == Gap::None;
    if (excluded || longest > reach && !literal) && !behind_digits { Vec::new() } else { found }
}

/// In which order the meanings of a word are tried as a part of a number; `None` for those that are none.
fn rank(meaning: Meaning) -> Option<u8> {
    match meaning {
        Meaning::Times(_) => Some(0),
        Meaning::TimesNext(_) => Some(1),
        Meaning::Number(_) | Meaning::NumberInCompany(_) => Some(2),
        Meaning::Plus(_) => Some(3),
        Meaning::Ordinal(_) => Some(4),
        Meaning::Joiner => Some(5),
        Meaning::Bound(_) => Some(6),
        _ => None,
    }
}

/// What a phrase may be in the number that `path` has so far.
fn choices(lexed: &Lexed<'_>, hit: &Hit, path: &Path, glued: bool, literal: bool) -> Vec<Choice> {
    let one = |part| Choice::part(part, hit.end);
    let behind_digits = path.has_digits();
    match hit.meaning {
        // Finnish `viidestä kymmeneen`, five to ten.
        Meaning::Times(10 | 100)
            if lexed.locale.knowledge().solid && lexed.token(hit.start).gap == Gap::Space && !behind_digits =>
        {
            Vec::new()
        }
        Meaning::Times(_) if behind_digits && begins_unit(lexed, hit) => Vec::new(),
        Meaning::Times(value) if !path.parts.is_empty() && !path.sum.joined => {
            vec![one(Part::Times(Decimal::from(value)))]
        }
        Meaning::TimesNext(value) if path.parts.is_empty() || !matches!(path.parts.as_slice(), [Part::Digits(_)]) => {
            let mut next = lexed.hits(hit.end).iter();
            let is_next = next.any(|hit| matches!(hit.meaning, Meaning::Number(_) | Meaning::TimesNext(_)));
            if is_next && lexed.joins(hit.end) { vec![one(Part::TimesNext(Decimal::from(value)))] } else { Vec::new() }
        }
        // 一百零一, `sáu nghìn không trăm lẻ sáu`: a zero within a number, also one of hundreds, stands for nothing.
        Meaning::Number(0) if !path.sum.is_empty() && !behind_digits => zero_within(lexed, hit),
        Meaning::Number(value) if !behind_digits => {
            let value = Decimal::from(value);
            let mut out = vec![one(Part::Number(value))];
            // `een-en-twintig`, `وعشرون`: a joiner without spaces.
            let close = matches!(lexed.token(hit.start).gap, Gap::None | Gap::Joint);
            if glued || (path.sum.joined && close) {
                out.push(one(Part::Plus(value)));
            }
            out
        }
        // `năm nghìn`, `lẻ năm`: before a magnitude or behind a joiner it is a number.
        Meaning::NumberInCompany(value) if !behind_digits => {
            let multiplied = lexed.hits(hit.end).iter().any(|next| matches!(next.meaning, Meaning::Times(_)));
            let counts = literal || path.sum.joined || (multiplied && lexed.joins(hit.end));
            if !counts {
                Vec::new()
            } else if value == 0 && !path.sum.is_empty() {
                zero_within(lexed, hit)
            } else {
                vec![one(Part::Number(Decimal::from(value)))]
            }
        }
        Meaning::Plus(value) if !behind_digits && !path.parts.is_empty() => vec![one(Part::Plus(Decimal::from(value)))],
        Meaning::Ordinal(value) if !behind_digits => {
            let value = Decimal::from(value);
            let mut out = vec![one(Part::Ordinal(value))];
            if glued || path.sum.joined {
                out.push(one(Part::PlusOrdinal(value)));
            }
            out
        }
        // 200多万, 三十多万, 20여만: a bound before the magnitude.
        Meaning::Bound(bound) if !path.parts.is_empty() && path.bound.is_none() => {
            let close = |index: usize| {
                lexed.get(index).is_some_and(|token| token.gap == Gap::None) && lexed.stands_alone(index)
            };
            let multiplied = lexed.hits(hit.end).iter().any(|next| matches!(next.meaning, Meaning::Times(_)));
            if multiplied && close(hit.start) && close(hit.end) {
                vec![Choice { parts: Vec::new(), end: hit.end, joined: false, bound: Some(bound) }]
            } else {
                Vec::new()
            }
        }
        Meaning::Joiner if hit.end > hit.start && !path.sum.is_empty() && !behind_digits => {
            vec![Choice { parts: Vec::new(), end: hit.end, joined: true, bound: None }]
        }
        _ => Vec::new(),
    }
}

/// Whether a magnitude is the beginning of a unit's name (兆字节, a megabyte; Czech `mil za hodinu`, miles an hour).
fn begins_unit(lexed: &Lexed<'_>, hit: &Hit) -> bool {
    let is_unit =
        |unit: &Hit| unit.end > hit.end && matches!(unit.meaning, Meaning::Unit(_) | Meaning::UnitSign { .. });
    lexed.unit_hits(hit.start).iter().any(is_unit)
}

fn zero_within(lexed: &Lexed<'_>, hit: &Hit) -> Vec<Choice> {
    let multiplied = lexed.hits(hit.end).iter().find(|hit| matches!(hit.meaning, Meaning::Times(_)));
    let end = multiplied.map_or(hit.end, |hit| hit.end);
    vec![Choice { parts: Vec::new(), end, joined: true, bound: None }]
}

/// 二〇二四: characters that are digits, three or more, or two with a zero, are read by their place.
fn digit_characters(lexed: &Lexed<'_>, at: usize, path: &Path) -> Option<Choice> {
    /// No number written so is longer.
    const MOST: usize = 12;
    if !lexed.stands_alone(at) || path.has_digits() {
        return None;
    }
    let digit_of = |index: usize| {
        lexed.hits(index).iter().find_map(|hit| match hit.meaning {
            Meaning::Number(value @ 0..=9) if hit.end == index + 1 => Some(value),
            _ => None,
        })
    };
    let mut end = at;
    let mut value: u64 = 0;
    let mut zero = false;
    while end < lexed.len() && end < at + MOST && lexed.stands_alone(end) && !lexed.is_taken(end) {
        if end > at && lexed.token(end).gap != Gap::None {
            break;
        }
        let Some(digit) = digit_of(end) else { break };
        value = value * 10 + digit;
        zero |= digit == 0;
        end += 1;
    }
    let length = end - at;
    // 三四十 is thirty or forty: what multiplies belongs to the last character.
    let multiplied = lexed.hits(end).iter().any(|hit| matches!(hit.meaning, Meaning::Times(10 | 100 | 1000)));
    let enough = length >= 3 || (length == 2 && zero && path.parts.is_empty());
    (enough && !multiplied && digit_of(at) != Some(0)).then(|| Choice::part(Part::Number(Decimal::from(value)), end))
}
