//! Numbers from digits and number words: `90 000`, `2.5 million`, `9万`, `zweihundertfünfzig`, `vingt et un mille`.

use super::digits::{self, Digits};
use super::lexed::Lexed;
use crate::locale::{Hit, Locale, Meaning, Piece};
use crate::tokens::{Gap, TokenKind};
use rust_decimal::Decimal;

/// A number found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Numeral {
    /// One past its last token.
    pub(super) end: usize,
    /// Its readings, the most likely first; weights sum to 1.
    pub(super) readings: Vec<(Decimal, f32)>,
    /// Whether it is written with digits, at least in part.
    pub(super) digits: bool,
    /// Whether it is nothing but one run of digits.
    pub(super) plain: bool,
    /// Of how many words it is made.
    pub(super) words: usize,
    /// By what the digits are multiplied (`2.5 million`); 1 where they are not.
    pub(super) scale: Decimal,
}

/// The number that a whole text spells, and whether it is an ordinal; `None` where it is anything else.
#[must_use]
pub fn number_in_words(text: &str, locale: &Locale) -> Option<(Decimal, bool)> {
    let lexed = Lexed::new(text, locale);
    let numeral = read(&lexed, 0)?;
    (numeral.end == lexed.len()).then(|| (numeral.readings[0].0, false))
}

/// What a number is made of, in order.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    Digits(Vec<(Decimal, f32)>),
    Number(Decimal),
    Times(Decimal),
    /// Multiplies what follows.
    TimesNext(Decimal),
}

/// The number that begins with token `index`, as long as it goes.
pub(super) fn read(lexed: &Lexed<'_>, index: usize) -> Option<Numeral> {
    if lexed.is_inside_word(index) {
        return None;
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut sum = Sum::default();
    let mut end = index;
    let mut plain = false;
    while end < lexed.len() && (end == index || lexed.joins(end)) && !lexed.is_taken(end) {
        let Some((next, found)) = step(lexed, end, &parts, &mut sum) else { break };
        plain = parts.is_empty() && found.len() == 1 && matches!(found[0], Part::Digits(_)) && next == end + 1;
        parts.extend(found);
        end = next;
    }
    if end == index || matches!(parts.last(), Some(Part::TimesNext(_))) {
        return None;
    }
    let digits = parts.iter().any(|part| matches!(part, Part::Digits(_)));
    let readings = evaluate(&parts)?;
    let scale = match parts.as_slice() {
        [Part::Digits(_), times @ ..] => times.iter().try_fold(Decimal::ONE, |scale, part| match part {
            Part::Times(value) => scale.checked_mul(*value),
            _ => None,
        }),
        _ => None,
    };
    Some(Numeral { end, readings, digits, plain, words: parts.len(), scale: scale.unwrap_or(Decimal::ONE) })
}

/// Reads on from token `at`: what stands there, and where it ends. Adds it to `sum`.
fn step(lexed: &Lexed<'_>, at: usize, parts: &[Part], sum: &mut Sum) -> Option<(usize, Vec<Part>)> {
    if lexed.is_digits(at) {
        // After a magnitude, digits go on with the number only where nothing stands between (1億2千万), or behind a
        // character that is a magnitude (Korean 1만 2500).
        let close = match lexed.token(at).gap {
            Gap::None => true,
            Gap::Space | Gap::Bound => at > 0 && lexed.stands_alone(at - 1),
            _ => false,
        };
        let goes_on = parts.is_empty() || (close && matches!(parts.last(), Some(Part::Times(_))));
        let Some(Digits::Number { end, readings }) = digits::read(lexed, at) else { return None };
        let value = readings.first()?.0;
        return (goes_on && sum.number(value, true)).then(|| (end, vec![Part::Digits(readings)]));
    }
    if lexed.token(at).kind == TokenKind::Sign {
        return fraction_sign(lexed, at, parts, sum);
    }
    let (hits, covered) = number_hits(lexed, at);
    // Right behind digits a magnitude is one, whatever word it begins (1000万人).
    let behind_digits = matches!(parts, [.., Part::Digits(_)]) && lexed.token(at).gap == Gap::None;
    if !(covered || behind_digits) {
        return None;
    }
    if let Some(found) = word(lexed, at, &hits, parts, sum) {
        return Some(found);
    }
    joined(lexed, at, &hits, parts, sum)
}

fn fraction_sign(lexed: &Lexed<'_>, at: usize, parts: &[Part], sum: &mut Sum) -> Option<(usize, Vec<Part>)> {
    let value = digits::fraction(lexed.raw(at))?;
    let fits = match parts {
        [] => true,
        [Part::Digits(_)] => matches!(lexed.token(at).gap, Gap::None | Gap::Bound),
        _ => false,
    };
    (fits && sum.fraction(value)).then(|| (at + 1, vec![Part::Number(value)]))
}

/// The phrases at a token that may be part of a number; and whether none is longer that means something else.
fn number_hits(lexed: &Lexed<'_>, at: usize) -> (Vec<Hit>, bool) {
    let hits = lexed.hits(at);
    let longest = hits.first().map_or(at, |hit| hit.end);
    let is_number = |hit: &&Hit| {
        matches!(hit.meaning, Meaning::Number(_) | Meaning::Times(_) | Meaning::TimesNext(_) | Meaning::Joiner)
    };
    let found: Vec<Hit> = hits.iter().filter(is_number).copied().collect();
    let reach = found.first().map_or(at, |hit| hit.end);
    let excluded = hits.iter().any(|hit| hit.meaning == Meaning::NotANumber && hit.end >= reach);
    (found, !excluded && (longest <= reach || reach == at))
}

/// A number word, a magnitude, or a number written as one word.
fn word(lexed: &Lexed<'_>, at: usize, hits: &[Hit], parts: &[Part], sum: &mut Sum) -> Option<(usize, Vec<Part>)> {
    let glued = hits.iter().any(|hit| hit.meaning == Meaning::Joiner && hit.end == at);
    let after_digits = matches!(parts, [Part::Digits(_)]);
    for hit in hits {
        match hit.meaning {
            Meaning::Times(value) => {
                let value = Decimal::from(value);
                if !parts.is_empty() && sum.times(value, after_digits) {
                    return Some((hit.end, vec![Part::Times(value)]));
                }
            }
            Meaning::TimesNext(value) if parts.is_empty() || !after_digits => {
                let value = Decimal::from(value);
                let next = number_hits(lexed, hit.end).0;
                if next.iter().any(|hit| matches!(hit.meaning, Meaning::Number(_))) && sum.times_next(value) {
                    return Some((hit.end, vec![Part::TimesNext(value)]));
                }
            }
            Meaning::Number(value) if !parts.iter().any(|part| matches!(part, Part::Digits(_))) => {
                let value = Decimal::from(value);
                if sum.number(value, false) || (glued && sum.tens_after_units(value)) {
                    return Some((hit.end, vec![Part::Number(value)]));
                }
            }
            _ => {}
        }
    }
    let solid = solid(lexed, at, hits)?;
    if parts.is_empty() {
        for part in &solid {
            sum.part(part);
        }
        return Some((at + 1, solid));
    }
    // `zwei Millionen dreihunderttausend`
    let value = total(&solid)?;
    let fits = !parts.iter().any(|part| matches!(part, Part::Digits(_))) && sum.number(value, false);
    fits.then(|| (at + 1, vec![Part::Number(value)]))
}

/// The parts of a number that is written as one word, which no phrase of the tables is.
fn solid(lexed: &Lexed<'_>, at: usize, hits: &[Hit]) -> Option<Vec<Part>> {
    let may_be = hits.is_empty() && lexed.token(at).kind == TokenKind::Word && lexed.locale.spells_numbers();
    may_be.then(|| compound(lexed.locale, lexed.tokens.folded(at))).flatten()
}

fn total(parts: &[Part]) -> Option<Decimal> {
    let mut sum = Sum::default();
    parts.iter().all(|part| sum.part(part)).then(|| sum.total()).flatten()
}

/// A joiner with the number word behind it: `vingt` *et un*, `two hundred` *and fifty*.
fn joined(lexed: &Lexed<'_>, at: usize, hits: &[Hit], parts: &[Part], sum: &mut Sum) -> Option<(usize, Vec<Part>)> {
    if parts.is_empty() || parts.iter().any(|part| matches!(part, Part::Digits(_))) {
        return None;
    }
    let joiner = hits.iter().find(|hit| hit.meaning == Meaning::Joiner && hit.end > at)?;
    if !lexed.joins(joiner.end) || lexed.is_taken(joiner.end) {
        return None;
    }
    let (next, covered) = number_hits(lexed, joiner.end);
    if !covered {
        return None;
    }
    // `hundrede og treogtyve`
    if let Some(value) = solid(lexed, joiner.end, &next).and_then(|solid| total(&solid)) {
        return sum.number(value, false).then(|| (joiner.end + 1, vec![Part::Number(value)]));
    }
    next.iter().find_map(|hit| match hit.meaning {
        Meaning::Number(value) => {
            let value = Decimal::from(value);
            sum.number(value, false).then(|| (hit.end, vec![Part::Number(value)]))
        }
        _ => None,
    })
}

/// The parts of a number written as one word, at least two; `None` where the word is not wholly made of them.
fn compound(locale: &Locale, word: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let whole = split(locale, word, &Sum::default(), &mut parts, 0);
    if whole && parts.len() >= 2 {
        return Some(parts);
    }
    locale.knowledge().suffixes.iter().find_map(|suffix| {
        let stem = word.strip_suffix(suffix)?;
        parts.clear();
        (split(locale, stem, &Sum::default(), &mut parts, 0) && parts.len() >= 2).then(|| parts.clone())
    })
}

/// Splits a word into number words that make a number, the longest words first.
fn split(locale: &Locale, rest: &str, sum: &Sum, parts: &mut Vec<Part>, depth: usize) -> bool {
    /// No number of thirteen digits takes more words.
    const MOST_PARTS: usize = 24;
    if rest.is_empty() {
        return depth > 0;
    }
    if depth == MOST_PARTS {
        return false;
    }
    for (known, piece) in locale.number_words_of(rest) {
        let behind = &rest[known.len()..];
        let mut next = sum.clone();
        let part = match piece {
            // A solid word is not joined at its ends.
            Piece::Joiner if depth > 0 && !behind.is_empty() => {
                next.joined = true;
                None
            }
            Piece::Joiner => continue,
            Piece::Number(value) => Some(Part::Number(Decimal::from(value))),
            Piece::Times(value) => Some(Part::Times(Decimal::from(value))),
        };
        let fits = part.as_ref().is_none_or(|part| {
            next.part(part) || matches!(part, Part::Number(value) if sum.joined && next.tens_after_units(*value))
        });
        if !fits {
            continue;
        }
        let length = parts.len();
        parts.extend(part);
        if split(locale, behind, &next, parts, depth + 1) {
            return true;
        }
        parts.truncate(length);
    }
    false
}

/// The values of a number for each reading of the digits in it.
fn evaluate(parts: &[Part]) -> Option<Vec<(Decimal, f32)>> {
    let choices = parts.iter().find_map(|part| match part {
        Part::Digits(readings) => Some(readings.clone()),
        _ => None,
    });
    let mut out: Vec<(Decimal, f32)> = Vec::new();
    for (digits, weight) in choices.unwrap_or_else(|| vec![(Decimal::ZERO, 1.0)]) {
        let mut sum = Sum::default();
        let mut first = true;
        for part in parts {
            match part {
                Part::Digits(_) if first => {
                    first = false;
                    sum.number(digits, true);
                }
                part => {
                    sum.part(part);
                }
            }
        }
        if let Some(value) = sum.total() {
            out.push((value.normalize(), weight));
        }
    }
    (!out.is_empty()).then_some(out)
}

/// A number being put together: terms from the greatest to the least.
#[derive(Debug, Clone, Default)]
struct Sum {
    terms: Vec<Term>,
    /// Multiplies the next number.
    pending: Option<Decimal>,
    /// A joiner stands before the next part.
    joined: bool,
}

#[derive(Debug, Clone, Copy)]
struct Term {
    value: Decimal,
    /// What is added to this term is less than this.
    room: Decimal,
    digits: bool,
}

impl Sum {
    fn part(&mut self, part: &Part) -> bool {
        match part {
            Part::Digits(readings) => readings.first().is_some_and(|(value, _)| self.number(*value, true)),
            Part::Number(value) if value.fract() != Decimal::ZERO => self.fraction(*value),
            Part::Number(value) => self.number(*value, false) || self.tens_after_units(*value),
            Part::Times(value) => {
                let after_digits = self.terms.last().is_some_and(|term| term.digits);
                self.times(*value, after_digits)
            }
            Part::TimesNext(value) => self.times_next(*value),
        }
    }

    /// Adds a number; `false`, and nothing changed, where it cannot follow.
    fn number(&mut self, value: Decimal, digits: bool) -> bool {
        let value_in_full = self.pending.map_or(value, |times| times * value);
        let fits = match self.terms.last() {
            None => true,
            Some(_) if value.is_zero() => false,
            Some(last) => value_in_full < last.room || is_vigesimal(last, value),
        };
        if fits {
            let room = if digits { Decimal::ONE } else { self.pending.unwrap_or_else(|| trailing_power_of_ten(value)) };
            self.terms.push(Term { value: value_in_full, room, digits });
            self.pending = None;
            self.joined = false;
        }
        fits
    }

    /// Adds a number of tens to units that stand before it, as in *fünfundzwanzig*.
    fn tens_after_units(&mut self, value: Decimal) -> bool {
        let ten = Decimal::TEN;
        let Some(last) = self.terms.last_mut() else { return false };
        let fits =
            !last.digits && last.value < ten && value >= ten && value < Decimal::ONE_HUNDRED && (value % ten).is_zero();
        if fits {
            last.value += value;
            last.room = Decimal::ONE;
            self.joined = false;
        }
        fits
    }

    /// Multiplies what stands before: all terms that are less than `value`, and digits right before it in any case.
    fn times(&mut self, value: Decimal, after_digits: bool) -> bool {
        let mut part = Decimal::ZERO;
        let mut count = 0;
        while let Some(last) = self.terms.last() {
            if !(last.value < value || (count == 0 && after_digits && last.digits)) {
                break;
            }
            part += last.value;
            count += 1;
            self.terms.pop();
        }
        let product = if count == 0 { None } else { part.checked_mul(value) };
        if let Some(product) = product {
            self.terms.push(Term { value: product, room: value, digits: false });
            self.joined = false;
        }
        product.is_some()
    }

    fn times_next(&mut self, value: Decimal) -> bool {
        let fits = self.terms.last().is_none_or(|last| value < last.room) && self.pending.is_none();
        if fits {
            self.pending = Some(value);
        }
        fits
    }

    fn fraction(&mut self, value: Decimal) -> bool {
        match self.terms.last_mut() {
            None => self.terms.push(Term { value, room: Decimal::ZERO, digits: true }),
            Some(last) => last.value += value,
        }
        true
    }

    fn total(&self) -> Option<Decimal> {
        if self.terms.is_empty() {
            return None;
        }
        self.terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(term.value))
    }
}

/// Ten to nineteen after a number of twenties: *soixante-dix*, *quatre-vingt-douze*.
fn is_vigesimal(last: &Term, value: Decimal) -> bool {
    let (twenty, ten) = (Decimal::from(20), Decimal::TEN);
    !last.digits
        && last.value >= twenty
        && last.value < Decimal::ONE_HUNDRED
        && (last.value % twenty).is_zero()
        && value >= ten
        && value < twenty
}

/// 10 for 20, 100 for 300, 1 for 7.
pub(super) fn trailing_power_of_ten(value: Decimal) -> Decimal {
    let mut power = Decimal::ONE;
    let mut rest = value;
    while !rest.is_zero() && (rest % Decimal::TEN).is_zero() {
        rest /= Decimal::TEN;
        power *= Decimal::TEN;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(language: &str, text: &str) -> String {
        let locale = Locale::of(&language.parse().expect("a valid tag"));
        let lexed = Lexed::new(text, &locale);
        let mut out = Vec::new();
        let mut index = 0;
        while index < lexed.len() {
            match read(&lexed, index) {
                Some(numeral) => {
                    out.push(numeral.readings[0].0.to_string());
                    index = numeral.end;
                }
                None => index += 1,
            }
        }
        out.join(" ")
    }

    #[test]
    fn digits_with_magnitudes() {
        for (language, text, read) in [
            ("en", "2.5 million people, 10 billion", "2500000 10000000000"),
            ("fr", "plus de 200 millions et 1 milliard", "200000000 1000000000"),
            ("ja", "1億2千万人、9万校、3万5000、1000万人", "120000000 90000 35000 10000000"),
            ("zh", "2亿多人，9万所", "200000000 90000"),
            ("ko", "20만 명, 1천만, 1만 2500명, 4만 8천350", "200000 10000000 12500 48350"),
            ("pl", "90 tys. szkół, 10 mln", "90000 10000000"),
            ("hi", "90 हज़ार, 20 करोड़, 5 लाख", "90000 200000000 500000"),
            ("ar", "٩٠ ألف", "90000"),
            ("es", "2 mil millones", "2000000000"),
            ("en", "5½ hours and ½ cup", "5.5 0.5"),
        ] {
            assert_eq!(numbers(language, text), read, "{language}: {text}");
        }
    }

    #[test]
    fn spelled_out() {
        for (language, text, read) in [
            ("en", "two hundred fifty thousand and twenty-three", "250023"),
            ("fr", "quatre-vingt-dix mille, vingt et un, soixante et onze, mille cent", "90000 21 71 1100"),
            ("de", "zweihundertfünfzig, dreiundzwanzigtausend, zweihundert Millionen", "250 23000 200000000"),
            ("de", "zwei Millionen dreihunderttausend", "2300000"),
            ("nl", "tweehonderdvijftig", "250"),
            ("da", "hundrede og treogtyve tusind", "123000"),
            ("sl", "sto triindvajset tisoč", "123000"),
            ("cs", "sto pětadvacet", "125"),
            ("es", "treinta y cinco mil, doscientos millones", "35000 200000000"),
            ("pt", "cento e vinte e cinco", "125"),
            ("it", "duecentomila", "200000"),
            ("ru", "двести миллионов, девяносто тысяч, двадцать три", "200000000 90000 23"),
            ("tr", "iki yüz milyon, ikiyüzelli", "200000000 250"),
            ("ja", "二億三千万", "230000000"),
            ("hi", "बीस करोड़, नब्बे हज़ार", "200000000 90000"),
            ("fi", "kaksisataa miljoonaa", "200000000"),
            ("en", "two, three or four", "2 3 4"),
        ] {
            assert_eq!(numbers(language, text), read, "{language}: {text}");
        }
    }
}
