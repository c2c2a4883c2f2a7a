//! Geographic coordinates (`48°51′24″N`, `48° 51' 24" de latitude nord`, `北纬48°51′`, `48.8567, 2.3508`) and heights in
//! feet and inches (`5'10"`): figures with primes, which are as often typed as quotation marks.

use super::super::lexed::Lexed;
use super::super::reader::Reader;
use super::super::{Fact, Measure, Quantity, Reading, Salience, Unit, Value};
use crate::fold::digit_value;
use crate::locale::{Meaning, Side};
use crate::tokens::TokenKind;
use rust_decimal::Decimal;

/// Marks of minutes of arc and of feet, and of seconds and inches, as they are typed.
const SINGLE: &[&str] = &["′", "'", "’", "‘", "ʹ", "ʼ"];
const DOUBLE: &[&str] = &["″", "\"", "”", "“", "ʺ", "''", "’’", "′′"];

/// Reads the coordinate or height that begins at a token; gives where it ends.
pub(super) fn read(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    // Most figures have neither a sign of degrees nor a prime near.
    let lexed = &reader.lexed;
    if !lexed.is_digits(index) || index > 0 && lexed.is_digits(index - 1) && lexed.between(index - 1) == "." {
        return None;
    }
    coordinate(reader, index).or_else(|| height(reader, index))
}

/// A text being read, figure by figure.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    /// Passes over white space and marks of direction.
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}', '\u{200e}', '\u{200f}']);
    }

    /// Passes over one of some signs.
    fn sign(&mut self, signs: &[&str]) -> Option<()> {
        self.rest = signs.iter().find_map(|sign| self.rest.strip_prefix(sign))?;
        Some(())
    }

    /// A run of at most `most` digits: their value, and how many they are.
    fn digits(&mut self, most: usize) -> Option<(i64, u32)> {
        let (mut value, mut count) = (0, 0);
        while let Some((digit, c)) = self.rest.chars().next().and_then(|c| Some((digit_value(c)?, c))) {
            value = value * 10 + i64::from(digit);
            count += 1;
            if count as usize > most {
                return None;
            }
            self.rest = &self.rest[c.len_utf8()..];
        }
        (count > 0).then_some((value, count))
    }

    /// A number below a thousand, with or without decimals.
    fn number(&mut self) -> Option<Decimal> {
        let (whole, _) = self.digits(3)?;
        let mut behind = *self;
        let decimals = behind.sign(&[".", ",", "٫"]).and_then(|()| behind.digits(8));
        let Some((part, count)) = decimals else { return Some(Decimal::from(whole)) };
        self.rest = behind.rest;
        Some(Decimal::from(whole) + Decimal::new(part, count))
    }

    /// A number below sixty with a sign behind it.
    fn sixtieths(&mut self, signs: &[&str]) -> Option<Decimal> {
        let mut ahead = *self;
        ahead.space();
        let number = ahead.number().filter(|number| *number < Decimal::from(60))?;
        ahead.space();
        ahead.sign(signs)?;
        *self = ahead;
        Some(number)
    }
}

/// Degrees, with or without minutes and seconds.
struct Angle {
    degrees: Decimal,
    /// Whether there are minutes.
    parts: bool,
    /// One past its last token.
    end: usize,
}

fn angle(lexed: &Lexed<'_>, index: usize) -> Option<Angle> {
    let text = &lexed.text[lexed.token(index).start..];
    let mut at = Cursor { rest: text };
    let mut degrees = at.number().filter(|degrees| *degrees <= Decimal::from(180))?;
    at.space();
    at.sign(&["°", "º", "˚"])?;
    let minutes = at.sixtieths(SINGLE).filter(|_| degrees.fract().is_zero());
    if let Some(minutes) = minutes {
        let seconds = at.sixtieths(DOUBLE).filter(|_| minutes.fract().is_zero()).unwrap_or_default();
        degrees += minutes / Decimal::from(60) + seconds / Decimal::from(3600);
    }
    let stop = lexed.token(index).start + text.len() - at.rest.len();
    let end = token_at(lexed, stop);
    Some(Angle { degrees: degrees.round_dp(8).normalize(), parts: minutes.is_some(), end })
}

/// The first token that begins at or behind a byte of the segment.
fn token_at(lexed: &Lexed<'_>, byte: usize) -> usize {
    lexed.tokens.list().partition_point(|token| token.start < byte)
}

fn coordinate(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let angle = angle(lexed, index).filter(|angle| !lexed.any_taken(index, angle.end))?;
    let (mut start, mut end) = (index, angle.end);
    let behind = side_behind(lexed, angle.end, angle.parts);
    let side = match (behind, side_before(lexed, index)) {
        (Some((side, to)), _) => {
            end = to;
            Some(side)
        }
        (None, Some((side, from))) => {
            start = from;
            Some(side)
        }
        (None, None) => None,
    };
    let (unit, sign) = match side {
        Some(side) => towards(side),
        // Degrees alone may be of temperature, and are read where other measures are.
        None if angle.parts => (Unit::Measure(Measure::named("degree")?), Decimal::ONE),
        None => return None,
    };
    let minus = lexed.text[..lexed.token(index).start].ends_with(['-', '−']) && side.is_none();
    let number = if minus { -angle.degrees } else { angle.degrees * sign };
    let range = reader.token_range(start, end);
    // What closes the range is the mark behind its last figure.
    let stop = reader.segment.start + end_of_marks(&reader.lexed, end);
    let range = crate::span::TextRange::new(range.start, range.end.max(stop));
    let value = Value::Quantity(Quantity { unit, ..Quantity::plain(number) });
    let mut fact = Fact::sure(value, range, reader.salience(range, Salience::Firm));
    // `E` is south in Finnish, and east on a map in Finnish.
    let letter = if start < index { start } else { end - 1 };
    if let Some(other) = international(reader.lexed.raw(letter)).filter(|other| side.is_some_and(|it| it != *other)) {
        let (unit, sign) = towards(other);
        let value = Value::Quantity(Quantity { unit, ..Quantity::plain(angle.degrees * sign) });
        fact.weight = 0.6;
        fact.alternatives = vec![Reading { value, weight: 0.4 }];
    }
    reader.push_tokens(fact, start, end);
    Some(end)
}

/// Where the primes behind the last of some tokens end.
fn end_of_marks(lexed: &Lexed<'_>, end: usize) -> usize {
    let stop = lexed.token(end - 1).end;
    if lexed.token(end - 1).kind != TokenKind::Digits {
        return stop;
    }
    let mut at = Cursor { rest: &lexed.text[stop..] };
    let _ = at.sign(DOUBLE).or_else(|| at.sign(SINGLE));
    lexed.text.len() - at.rest.len()
}

/// The unit of degrees towards a side, and the sign that they have there.
pub(super) fn towards(side: Side) -> (Unit, Decimal) {
    match side {
        Side::North => (Unit::Latitude, Decimal::ONE),
        Side::South => (Unit::Latitude, Decimal::NEGATIVE_ONE),
        Side::East => (Unit::Longitude, Decimal::ONE),
        Side::West => (Unit::Longitude, Decimal::NEGATIVE_ONE),
    }
}

/// The side that degrees are counted towards, behind them; where there are minutes, also behind *of latitude*.
pub(super) fn side_behind(lexed: &Lexed<'_>, at: usize, parts: bool) -> Option<(Side, usize)> {
    /// *of*, and the word for latitude or longitude.
    const BETWEEN: usize = 2;
    let most = if parts { BETWEEN } else { 0 };
    for words in 0..=most {
        let token = lexed.get(at + words)?;
        let marks = |text: &str| {
            text.trim_matches(|c: char| c.is_whitespace() || SINGLE.concat().contains(c) || DOUBLE.concat().contains(c))
                .is_empty()
        };
        if !(lexed.joins(at + words) || words == 0 && at > 0 && marks(lexed.between(at - 1)))
            || lexed.is_taken(at + words)
        {
            return None;
        }
        if let Some(found) = side_at(lexed, at + words, words == 0 && parts) {
            return Some(found);
        }
        if token.kind != TokenKind::Word {
            return None;
        }
    }
    None
}

pub(super) fn side_before(lexed: &Lexed<'_>, at: usize) -> Option<(Side, usize)> {
    if !lexed.joins(at) {
        return None;
    }
    let hit = lexed.unit_hits_ending(at).find(|hit| matches!(hit.meaning, Meaning::Side(_)))?;
    let Meaning::Side(side) = hit.meaning else { return None };
    let fits = fits_case(lexed, hit.start, hit.end) && !lexed.any_taken(hit.start, hit.end);
    fits.then_some((side, hit.start))
}

/// A side's name or letter at a token: a letter that is one of temperature as well only behind minutes.
fn side_at(lexed: &Lexed<'_>, at: usize, sure: bool) -> Option<(Side, usize)> {
    let Some(hit) = lexed.unit_hits(at).iter().find(|hit| matches!(hit.meaning, Meaning::Side(_))) else {
        return international(lexed.raw(at)).map(|side| (side, at + 1));
    };
    let Meaning::Side(side) = hit.meaning else { return None };
    let temperature = matches!(lexed.raw(at), "C" | "С" | "F" | "K" | "К");
    let longer = lexed.hits(at).iter().any(|other| other.end > hit.end);
    let fits = fits_case(lexed, hit.start, hit.end) && (sure || !temperature) && !longer;
    (fits && !lexed.any_taken(hit.start, hit.end)).then_some((side, hit.end))
}

/// The side of a letter as the whole world writes it.
fn international(letter: &str) -> Option<Side> {
    Some(match letter {
        "N" => Side::North,
        "S" => Side::South,
        "E" => Side::East,
        "W" => Side::West,
        _ => return None,
    })
}

/// Whether a letter is a capital, where its script has them.
fn fits_case(lexed: &Lexed<'_>, start: usize, end: usize) -> bool {
    let raw = lexed.raw(start);
    end > start + 1 || raw.chars().nth(1).is_some() || !raw.starts_with(char::is_lowercase)
}

/// `5'10"`, `5’10”`, `5' 10"`: feet and inches, or minutes and seconds, or a part of an angle.
fn height(reader: &mut Reader<'_>, index: usize) -> Option<usize> {
    let lexed = &reader.lexed;
    let start = lexed.token(index).start;
    let before = &lexed.text[..start];
    let mut at = Cursor { rest: &lexed.text[start..] };
    let (whole, _) = at.digits(2)?;
    at.sign(SINGLE)?;
    let spaced = at.rest.starts_with([' ', '\u{a0}', '\u{202f}']);
    at.space();
    let part = at.number()?;
    let closed = at.sign(DOUBLE).is_some();
    let digits_go_on = at.rest.starts_with(|c: char| c.is_alphanumeric() || SINGLE.iter().any(|it| it.starts_with(c)));
    // `'5' 10` is a quotation; figures with a space are taken for a height only where both marks are there.
    let quoted = before.ends_with(['\'', '‘', '’', '"', '“', '”', '°']);
    if digits_go_on || quoted || part >= Decimal::from(60) || (spaced && !closed) {
        return None;
    }
    let stop = lexed.text.len() - at.rest.len();
    let end = token_at(lexed, stop);
    let is_height = (1..=8).contains(&whole) && part < Decimal::from(12);
    let is_bare_height = is_height && (4..=7).contains(&whole) && part.fract().is_zero();
    if lexed.any_taken(index, end) || !(closed || is_bare_height) {
        return None;
    }
    let measured = |name, number: Decimal| {
        let unit = Unit::Measure(Measure::named(name)?);
        Some(Value::Quantity(Quantity { unit, ..Quantity::plain(number.round_dp(8).normalize()) }))
    };
    let whole = Decimal::from(whole);
    let (feet, sixtieth) = (whole + part / Decimal::from(12), whole + part / Decimal::from(60));
    let readings = [
        (measured("foot", feet).filter(|_| is_height), if closed { 0.7 } else { 0.5 }),
        (measured("minute", sixtieth), if is_height { 0.15 } else { 0.6 }),
        (measured("arc-minute", sixtieth), 0.1),
    ]
    .into_iter()
    .filter_map(|(value, weight)| Some((value?, weight)));
    let range = reader.range(start, stop);
    let fact = Fact::of(readings, range, reader.salience(range, Salience::Firm))?;
    reader.push_tokens(fact, index, end);
    Some(end)
}

/// Two numbers side by side with three decimals or more, the first of at most ninety, may be a latitude and a
/// longitude: `48.8567, 2.3508`.
pub(in crate::facts) fn mark_coordinates(lexed: &Lexed<'_>, facts: &mut [Fact], offset: usize) {
    /// How likely they are: the other side has to tell.
    const LIKELY: f32 = 0.2;
    let degrees = |fact: &Fact, most: u32| match fact.value {
        Value::Quantity(it) if it.unit == Unit::None && it.number.scale() >= 3 => {
            (it.number.abs() <= Decimal::from(most)).then_some(it)
        }
        _ => None,
    };
    for at in 1..facts.len() {
        let (Some(latitude), Some(longitude)) = (degrees(&facts[at - 1], 90), degrees(&facts[at], 180)) else {
            continue;
        };
        let (from, to) = (facts[at - 1].range.end.checked_sub(offset), facts[at].range.start.checked_sub(offset));
        let between = from.zip(to).and_then(|(from, to)| lexed.text.get(from..to));
        if !between.is_some_and(|text| matches!(text.trim(), "," | ";" | "/" | "，" | "、" | "،" | "")) {
            continue;
        }
        for (at, value, unit) in [(at - 1, latitude, Unit::Latitude), (at, longitude, Unit::Longitude)] {
            facts[at].alternatives.push(Reading { value: Value::Quantity(Quantity { unit, ..value }), weight: LIKELY });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::reader::tests::{check_rows, facts_of};

    fn shown(language: &str, text: &str) -> String {
        let shown: Vec<String> =
            facts_of(language, text).iter().map(|(said, fact)| format!("{said}={}", fact.value)).collect();
        shown.join("; ")
    }

    #[test]
    fn coordinates_are_read_with_their_sides() {
        check_rows(
            &[
                ("en", "At 48°51′24″N 2°21′03″E.", "48°51′24″N=48.85666667°N; 2°21′03″E=2.35083333°E"),
                ("en", "33°55'31\" S, 18°25'26\" E", "33°55'31\" S=33.92527778°S; 18°25'26\" E=18.42388889°E"),
                ("en", "40.7° N, 74.0° W; 34 degrees south", "40.7° N=40.7°N; 74.0° W=74°W; 34 degrees south=34°S"),
                ("fr", "48° 51' 24\" de latitude nord", "48° 51' 24\" de latitude nord=48.85666667°N"),
                ("fr", "2°21′03″ E, 74° O", "2°21′03″ E=2.35083333°E; 74° O=74°W"),
                ("de", "48° 51′ N, 2° 21′ O", "48° 51′ N=48.85°N; 2° 21′ O=2.35°E"),
                ("es", "33° 27′ S y 70° 40′ O", "33° 27′ S=33.45°S; 70° 40′ O=70.66666667°W"),
                ("ru", "55°45′21″ с. ш. 37°37′04″ в. д.", "55°45′21″ с. ш=55.75583333°N; 37°37′04″ в. д=37.61777778°E"),
                ("zh", "北纬39°54′，东经116°24′", "北纬39°54′=39.9°N; 东经116°24′=116.4°E"),
                ("ja", "北緯35度、東経139度", "北緯35度=35°N; 東経139度=139°E"),
                (
                    "fi",
                    "60° 10′ P, 24° 56′ I, 33° 55′ W",
                    "60° 10′ P=60.16666667°N; 24° 56′ I=24.93333333°E; 33° 55′ W=33.91666667°W",
                ),
                ("en", "S 33°55.5', W 18.42°", "S 33°55.5'=33.925°S; W 18.42°=18.42°W"),
            ],
            shown,
        );
    }

    #[test]
    fn degrees_of_temperature_have_no_side() {
        check_rows(
            &[
                ("bg", "при 20° С и 30 °C", "20°=20 °C; 30 °C=30 °C"),
                ("en", "at 20° and 45°F, 20 °C", "20°=20 °C; 45°F=45 °F; 20 °C=20 °C"),
            ],
            shown,
        );
    }

    #[test]
    fn heights_are_read_whatever_marks_are_typed() {
        check_rows(
            &[
                (
                    "en",
                    "He is 5'10\" tall, she is 5’4”, the door 6' 8\"",
                    "5'10\"=5.83333333 ft; 5’4”=5.33333333 ft; 6' 8\"=6.66666667 ft",
                ),
                ("en", "5′10″ or 5'10", "5′10″=5.83333333 ft; 5'10=5.83333333 ft"),
                ("fr", "en 3'45\" environ", "3'45\"=3.75 min"),
                // Quotation marks and apostrophes are none.
                ("en", "'5' and \"10\", the '90s", "5=5; 10=10; 90s=1990s"),
                ("tr", "5'te 10", "5=5; 10=10"),
            ],
            shown,
        );
    }
}
