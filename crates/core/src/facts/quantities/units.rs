//! The unit beside a number: percent, money, a measure.

use super::super::lexed::Lexed;
use super::super::signs::{self, currency_of_code, of_sign};
use super::super::{Currency, Measure, Unit};
use crate::locale::{Hit, Meaning};
use crate::tokens::{Gap, TokenKind};
use std::cmp::Ordering;

/// What a number is of, with every reading that its unit allows: the likeliest first, their weights at most 1.
pub(super) type Readings = Vec<(Unit, f32)>;

/// How likely a word is a unit that may as well be something else, or nothing.
const DOUBTFUL: f32 = 0.6;

/// How likely a sign has its first meaning.
const SIGN: f32 = 0.8;

/// The unit before or behind a number, with every reading it allows; the range grows to take it in.
pub(super) fn beside(lexed: &Lexed<'_>, start: &mut usize, end: &mut usize) -> Readings {
    let (first, last) = (*start, *end);
    let before = before(lexed, first);
    // `$5 m` and `5 m`: a number that money stands before has no other unit.
    if let Some((found, from)) = before.as_ref().filter(|(found, _)| is_money(found)) {
        *start = *from;
        return found.clone();
    }
    if let Some((found, stop)) = behind(lexed, last) {
        if let Some((unit, from)) = scale_before(lexed, first).filter(|_| is_in_degrees(&found)) {
            (*start, *end) = (from, stop);
            return vec![(unit, 1.0)];
        }
        if found.first().is_some_and(|(unit, _)| *unit != Unit::None) {
            *end = stop;
        }
        return with_leading_rate(lexed, first, start, found);
    }
    if let Some((found, from)) = before {
        *start = from;
        return with_rate(lexed, end, found);
    }
    vec![(Unit::None, 1.0)]
}

/// The scale of temperature whose name stands before a number (`華氏 31 度`, `화씨 31도`), and where it begins.
fn scale_before(lexed: &Lexed<'_>, first: usize) -> Option<(Unit, usize)> {
    if first == 0 || !lexed.joins(first) {
        return None;
    }
    lexed.unit_hits_ending(first).find_map(|hit| match hit.meaning {
        Meaning::Unit(unit @ Unit::Measure(measure))
            if matches!(measure.name(), "celsius" | "fahrenheit") && !lexed.any_taken(hit.start, hit.end) =>
        {
            Some((unit, hit.start))
        }
        _ => None,
    })
}

/// Whether one of the readings is of degrees that say nothing of their scale.
fn is_in_degrees(units: &Readings) -> bool {
    let is_bare = |(unit, _): &(Unit, f32)| matches!(unit, Unit::Measure(it) if !it.is_rate() && it.name() == "degree");
    units.iter().any(is_bare)
}

/// The unit that a magnitude's short form behind digits means as well (Portuguese `mi`, million and mile).
pub(super) fn as_magnitude(lexed: &Lexed<'_>, end: usize) -> Option<Unit> {
    let at = end.checked_sub(1)?;
    let is_magnitude = |hit: &Hit| hit.end == end && matches!(hit.meaning, Meaning::Times(_));
    if !lexed.hits(at).iter().any(is_magnitude) {
        return None;
    }
    let named = lexed.unit_hits(at).iter().filter(|hit| hit.end == end).find_map(|hit| unit_of(lexed, hit));
    let unit = named.map(|(unit, _)| unit).or_else(|| of_sign(lexed.raw(at)).next())?;
    matches!(unit, Unit::Measure(_)).then_some(unit)
}

fn is_money(units: &Readings) -> bool {
    units.iter().any(|(unit, _)| matches!(unit, Unit::Money(_)))
}

/// The unit behind a number that ends before token `at`, and where it ends.
pub(super) fn behind(lexed: &Lexed<'_>, at: usize) -> Option<(Readings, usize)> {
    let found = unit_at(lexed, at);
    if found.is_some() {
        return found;
    }
    if !near(lexed, at) || lexed.token(at).kind != TokenKind::Word || lexed.stands_alone(at) {
        return None;
    }
    let short = lexed.raw(at).chars().count();
    // `millones de euros`, `millions d’euros`: one short word between; `20-ти километров`: an ending of the number.
    let ending = matches!(lexed.token(at).gap, Gap::None | Gap::Joint) && short <= 3;
    let next = lexed.get(at + 1)?;
    let is_word = next.kind == TokenKind::Word && !lexed.stands_alone(at + 1);
    if !(is_word && (ending || (short <= 2 && links(lexed, at)))) {
        return None;
    }
    // Behind a word only a name is a unit (`5 a m`).
    unit_at(lexed, at + 1).filter(|(_, end)| *end > at + 2 || lexed.raw(at + 1).chars().count() > 2)
}

/// Whether a short word may link a number with its unit (`millones de`, `millions d’`, `20 de`), as far as that is known
/// of the language: `200 im Jahr` and `200 na rok` are so many each year.
fn links(lexed: &Lexed<'_>, at: usize) -> bool {
    let is_known = lexed.locale.knowledge().known;
    let hits = || lexed.hits(at).iter().chain(lexed.unit_hits(at));
    let is_of = hits().any(|hit| hit.meaning == Meaning::PartWord && hit.end == at + 1);
    let goes_on = hits().any(|hit| hit.end > at + 1);
    let is_elided = lexed.get(at + 1).is_some_and(|next| next.gap == Gap::Joint);
    !is_known || is_elided || (is_of && !goes_on)
}

fn near(lexed: &Lexed<'_>, at: usize) -> bool {
    let Some(token) = lexed.get(at) else { return false };
    // `5 Mio. €`: the full stop of a magnitude.
    let is_magnitude =
        |hit: &Hit| matches!(hit.meaning, Meaning::Times(_)) && hit.start > 0 && lexed.is_digits(hit.start - 1);
    let joins = lexed.joins(at) || (token.gap == Gap::Dot && lexed.hits_ending(at).any(is_magnitude));
    joins && !lexed.is_taken(at)
}

/// Whether a token behind a hyphen or an apostrophe is the number's case ending (Turkish `7,9'a`), no unit (`5-km`).
fn is_ending(lexed: &Lexed<'_>, at: usize) -> bool {
    let joint = lexed.token(at).gap == Gap::Joint;
    joint
        && (lexed.raw(at).chars().count() == 1 || lexed.locale.knowledge().suffixes.contains(&lexed.tokens.folded(at)))
}

/// The unit that begins at a token right behind a number, and where it ends; with what it is for each of.
fn unit_at(lexed: &Lexed<'_>, at: usize) -> Option<(Readings, usize)> {
    if !near(lexed, at) || is_ending(lexed, at) {
        return None;
    }
    let (units, mut end) = simple_at(lexed, at)?;
    let units = with_power(lexed, &mut end, units);
    let units = with_rate(lexed, &mut end, units);
    Some((units, end))
}

/// A unit without what it is for each of, in the words or sign that begin at a token.
fn simple_at(lexed: &Lexed<'_>, at: usize) -> Option<(Readings, usize)> {
    let mut found: Vec<(usize, Unit, f32)> = Vec::new();
    let hits = lexed.hits(at).iter().chain(lexed.unit_hits(at));
    for hit in hits.filter(|hit| !lexed.any_taken(hit.start, hit.end)) {
        if let Some((unit, weight)) = unit_of(lexed, hit) {
            found.push((hit.end, unit, weight));
        }
    }
    for end in at + 1..=(at + LONGEST_SIGN).min(lexed.len()) {
        let text = &lexed.text[lexed.token(at).start..lexed.token(end - 1).end];
        if is_sign_here(lexed, at, end, text) && !lexed.any_taken(at, end) {
            found.extend(of_sign(text).enumerate().map(|(rank, unit)| (end, unit, if rank == 0 { SIGN } else { 0.2 })));
            found.extend(currency_of(lexed, at, end).map(|currency| (end, Unit::Money(currency), 1.0)));
        }
    }
    let longest = found.iter().map(|(end, ..)| *end).max()?;
    // A longer phrase is another word (Korean 분기, a quarter of a year, begins as 분, a minute); but no part of a year
    // is counted (二十年中, *within twenty years*; 年中 is *mid-year*).
    if lexed.hits(at).iter().any(|hit| hit.end > longest && !matches!(hit.meaning, Meaning::Part(_))) {
        return None;
    }
    found.retain(|(end, ..)| *end == longest);
    // A sign in its own case says more than a short form found without regard to case (`MB`, megabytes; `Mb`, megabits).
    let exact = found.iter().any(|(.., weight)| *weight == SIGN);
    // But a span of time that the language writes so in small letters is that (Indonesian `hr`, a day), if not in a
    // single one (English `m`, a minute).
    let is_low = lexed.raw(at).chars().all(char::is_lowercase) && lexed.raw(at).chars().count() > 1;
    let is_span = |unit: Unit| unit.scale().is_some_and(|scale| scale.dimension == ("duration", None));
    let is_own = |hit: &Hit| match hit.meaning {
        Meaning::UnitSign { unit, capital: false, dotted: false } => {
            hit.end == longest && is_span(unit) && !is_signed(lexed.raw(at), unit)
        }
        _ => false,
    };
    if exact && is_low && lexed.unit_hits(at).iter().any(is_own) {
        found.iter_mut().filter(|(_, unit, _)| is_signed(lexed.raw(at), *unit)).for_each(|(.., weight)| *weight *= 0.2);
    } else if exact && lexed.raw(at).chars().count() > 1 {
        found.iter_mut().filter(|(.., weight)| *weight < SIGN).for_each(|(.., weight)| *weight *= 0.2);
    }
    let measures = found.iter().all(|(_, unit, _)| matches!(unit, Unit::Measure(_)));
    let doubt = if measures { doubt(lexed, at, longest) } else { Doubt::No };
    Some((weighed(lexed, found.into_iter().map(|(_, unit, weight)| (unit, weight)), doubt), longest))
}

/// Whether a sign of all languages means a unit.
fn is_signed(text: &str, unit: Unit) -> bool {
    of_sign(text).any(|known| known == unit)
}

/// No sign of the table is longer, in tokens (`mm Hg`, `L/100 km`).
const LONGEST_SIGN: usize = 4;

/// The unit that a phrase behind a number means, and how likely.
fn unit_of(lexed: &Lexed<'_>, hit: &Hit) -> Option<(Unit, f32)> {
    let is_capital = || lexed.raw(hit.start).starts_with(char::is_uppercase);
    match hit.meaning {
        Meaning::Percent => Some((Unit::Percent, 1.0)),
        Meaning::Permille => Some((Unit::Permille, 1.0)),
        Meaning::Currency(currency) => Some((Unit::Money(currency), 1.0)),
        Meaning::CapitalSign(currency) => is_capital().then_some((Unit::Money(currency), 1.0)),
        Meaning::Unit(unit) => Some((unit, 1.0)),
        // Case tells milliwatts from megawatts, but headlines are written in capitals.
        Meaning::UnitSign { unit, capital, dotted } => {
            // Russian `г.` is a year, `г` a gram.
            let lacks_dot = dotted && !lexed.text[lexed.token(hit.end - 1).end..].starts_with('.');
            Some((unit, if capital == is_capital() && !lacks_dot { 0.6 } else { 0.15 }))
        }
        _ => None,
    }
}

/// Whether a sign may stand where it does: not before an apostrophe (`5 d'entre eux`), and a sign that is also a word
/// (`in`) not before another word.
fn is_sign_here(lexed: &Lexed<'_>, at: usize, end: usize, text: &str) -> bool {
    let next = lexed.get(end);
    let elided = next.is_some_and(|next| next.gap == Gap::Joint && next.kind == TokenKind::Word);
    if elided && text.chars().count() == 1 && text.chars().all(char::is_lowercase) {
        return false;
    }
    let glued = lexed.token(at).gap == Gap::None;
    let closes = next.is_none_or(|next| matches!(next.gap, Gap::Break | Gap::Dot) || next.kind != TokenKind::Word);
    glued || closes || !signs::closes(text)
}

/// The currency of an ISO code, in capitals among words that are not all in capitals.
fn currency_of(lexed: &Lexed<'_>, at: usize, end: usize) -> Option<Currency> {
    let currency = (end == at + 1).then(|| currency_of_code(lexed.raw(at))).flatten()?;
    let shouts = |at: usize| {
        lexed.get(at).is_some_and(|token| token.kind == TokenKind::Word)
            && lexed.raw(at).chars().count() > 3
            && lexed.raw(at).chars().all(char::is_uppercase)
    };
    let around = at.saturating_sub(2)..(end + 2).min(lexed.len());
    (!around.into_iter().any(shouts)).then_some(currency)
}

/// How much it is to be doubted that something is a unit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubt {
    No,
    Some,
    Much,
}

/// Whether a unit may be another word, or stands where it is none: a single letter set apart, an abbreviation without
/// its full stop, or what the tables know as something else as well (a counter, a month).
fn doubt(lexed: &Lexed<'_>, at: usize, end: usize) -> Doubt {
    let raw = lexed.raw(at);
    let letter = end == at + 1 && raw.chars().count() == 1 && raw.chars().all(char::is_alphabetic);
    let apart = lexed.token(at).gap != Gap::None;
    let others = lexed.hits(at).iter().any(|hit| match hit.meaning {
        Meaning::Counter => hit.end == end && end == at + 1,
        Meaning::Month(_) | Meaning::Times(_) | Meaning::Number(_) | Meaning::OrdinalMark | Meaning::NotANumber => {
            hit.end >= end
        }
        _ => false,
    });
    // Half of a longer word, in scripts without spaces: 分 in 分野.
    let goes_on = lexed.stands_alone(end - 1)
        && end == at + 1
        && lexed.stands_alone(end)
        && lexed.token(end).gap == Gap::None
        && !is_particle(lexed.raw(end));
    // `10 εκ των 20`: of them, no centimetres.
    let dotted = |hit: &Hit| matches!(hit.meaning, Meaning::UnitSign { dotted: true, .. });
    let dot = || lexed.text[lexed.token(end - 1).end..].starts_with('.');
    let is_only_dotted = apart
        && raw.chars().count() <= 2
        && !dot()
        && of_sign(raw).next().is_none()
        && lexed.unit_hits(at).iter().filter(|hit| hit.end == end).all(dotted)
        && lexed.unit_hits(at).iter().any(|hit| hit.end == end);
    if is_only_dotted {
        Doubt::Much
    } else if (letter && apart && raw != "m") || others || goes_on {
        Doubt::Some
    } else {
        Doubt::No
    }
}

/// Hiragana and Hangul behind a word are particles and endings.
fn is_particle(text: &str) -> bool {
    text.starts_with(|c: char| matches!(u32::from(c), 0x3041..=0x309f | 0xac00..=0xd7a3))
}

/// Several units with shares of their weights; where it is doubtful that it is a unit at all, with no unit as well.
fn weighed(lexed: &Lexed<'_>, units: impl Iterator<Item = (Unit, f32)>, doubt: Doubt) -> Readings {
    let mut readings: Readings = Vec::new();
    for (unit, weight) in units {
        match readings.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, known)) => *known = known.max(weight),
            None => readings.push((unit, weight)),
        }
    }
    // A bare sign means the currency at home, or else the one most used: the order is that in which currencies are
    // traded (BIS Triennial Survey 2022).
    const BY_USE: [&[u8; 3]; 8] = [b"USD", b"EUR", b"JPY", b"GBP", b"CNY", b"AUD", b"CAD", b"CHF"];
    let rank = |unit: &Unit| match unit {
        Unit::Money(currency) if lexed.locale.currency() == Some(*currency) => 0,
        Unit::Money(currency) => 1 + BY_USE.iter().position(|code| **code == currency.0).unwrap_or(BY_USE.len()),
        _ => 0,
    };
    let unique = readings.iter().filter(|(unit, _)| matches!(unit, Unit::Money(_))).count() < 2;
    let order = |a: &(Unit, f32), b: &(Unit, f32)| if unique { b.1.total_cmp(&a.1) } else { Ordering::Equal };
    readings.sort_by(|a, b| order(a, b).then(rank(&a.0).cmp(&rank(&b.0))));
    let rest = 0.3 / readings.len().saturating_sub(1).max(1) as f32;
    let count = readings.len();
    let sum: f32 = readings.iter().map(|(_, weight)| weight).sum();
    for (at, (_, weight)) in readings.iter_mut().enumerate() {
        *weight = match (count, unique) {
            (1, _) => 1.0,
            (_, true) => *weight / sum,
            (_, false) => {
                if at == 0 {
                    0.7
                } else {
                    rest
                }
            }
        };
    }
    let share = match doubt {
        Doubt::No => return readings,
        Doubt::Some => DOUBTFUL,
        Doubt::Much => 1.0 - DOUBTFUL,
    };
    readings.iter_mut().for_each(|(_, weight)| *weight *= share);
    let none = (Unit::None, 1.0 - share);
    readings.insert(if doubt == Doubt::Much { 0 } else { readings.len() }, none);
    readings
}

/// `m²`, `км2`: a length with a square or cube behind it.
fn with_power(lexed: &Lexed<'_>, end: &mut usize, units: Readings) -> Readings {
    let glued = lexed.get(*end).is_some_and(|token| token.gap == Gap::None);
    let power = match glued.then(|| lexed.raw(*end)) {
        Some("²" | "2") => "square",
        Some("³" | "3") => "cubic",
        _ => return units,
    };
    let raised = |unit: &Unit| match unit {
        Unit::Measure(measure) if !measure.is_rate() => Measure::named(&format!("{power}-{}", measure.name())),
        _ => None,
    };
    let found: Readings =
        units.iter().filter_map(|(unit, weight)| Some((Unit::Measure(raised(unit)?), *weight))).collect();
    if found.is_empty() {
        return units;
    }
    *end += 1;
    found
}

/// `/h`, `per hour`, `в час` behind a unit: it is for each of another.
fn with_rate(lexed: &Lexed<'_>, end: &mut usize, units: Readings) -> Readings {
    let Some(token) = lexed.get(*end).filter(|_| !lexed.is_taken(*end)) else { return units };
    let mut per = None;
    if token.stroke {
        let sign = simple_at(lexed, *end);
        let measure = sign.and_then(|(units, stop)| {
            units
                .iter()
                .find_map(|(unit, _)| if let Unit::Measure(measure) = unit { Some((*measure, stop)) } else { None })
        });
        per = measure;
    } else if lexed.joins(*end) {
        per = lexed.unit_hits(*end).iter().find_map(|hit| match hit.meaning {
            Meaning::PerUnit(measure) => Some((measure, hit.end)),
            _ => None,
        });
    }
    let Some((measure, stop)) = per else { return units };
    let rates = rates(&units, measure);
    if rates.is_empty() {
        return units;
    }
    *end = stop;
    rates
}

/// `每小时100公里`, `時速 60 キロメートル`: what the unit is for each of stands before the number.
fn with_leading_rate(lexed: &Lexed<'_>, first: usize, start: &mut usize, units: Readings) -> Readings {
    if first == 0 || !lexed.joins(first) {
        return units;
    }
    let per = lexed.unit_hits_ending(first).find_map(|hit| match hit.meaning {
        Meaning::PerUnitBefore(measure) if !lexed.any_taken(hit.start, hit.end) => Some((measure, hit.start)),
        _ => None,
    });
    let Some((measure, from)) = per else { return units };
    let rates = rates(&units, measure);
    if rates.is_empty() {
        return units;
    }
    *start = from;
    rates
}

fn rates(units: &Readings, per: Measure) -> Readings {
    let rate = |unit: &Unit| match unit {
        Unit::Measure(measure) => measure.per(per).map(Unit::Measure),
        _ => None,
    };
    units.iter().filter_map(|(unit, weight)| Some((rate(unit)?, *weight))).collect()
}

/// Signs that Italian and older styles set before the number (`km 42`), and that are no words (Italian `ha`, *has*).
const BEFORE: &[&str] =
    &["GB", "GHz", "KB", "MB", "MHz", "MW", "TB", "cm", "kHz", "kV", "kW", "kWh", "kg", "km", "km²", "mm", "m²", "m³"];

/// The unit that stands before a number, and where it begins.
fn before(lexed: &Lexed<'_>, first: usize) -> Option<(Readings, usize)> {
    if first == 0 || first >= lexed.len() || !(lexed.joins(first) || is_abbreviated(lexed, first)) {
        return None;
    }
    let mut found: Vec<(usize, Unit, f32)> = Vec::new();
    let hits = lexed.hits_ending(first).chain(lexed.unit_hits_ending(first));
    for hit in hits.filter(|hit| !lexed.any_taken(hit.start, hit.end)) {
        let unit = match hit.meaning {
            Meaning::UnitBefore(unit) => Some((unit, 1.0)),
            // Of other names only those of money and shares stand before the number.
            Meaning::Unit(unit @ Unit::Money(_)) => Some((unit, 1.0)),
            Meaning::Unit(_) | Meaning::UnitSign { .. } => None,
            _ => unit_of(lexed, hit),
        };
        found.extend(unit.map(|(unit, weight)| (hit.start, unit, weight)));
    }
    let mut doubt = Doubt::No;
    for start in first.saturating_sub(2)..first {
        let text = &lexed.text[lexed.token(start).start..lexed.token(first - 1).end];
        // 耗资CHF 953: in scripts without spaces every character is a word.
        let glued = start > 0 && lexed.token(start).gap == Gap::None && !lexed.stands_alone(start);
        let inside = glued && (!lexed.stands_alone(start - 1) || lexed.is_digits(start - 1));
        if inside || lexed.any_taken(start, first) {
            continue;
        }
        found.extend(currency_of(lexed, start, first).map(|currency| (start, Unit::Money(currency), 1.0)));
        for (rank, unit) in of_sign(text).enumerate() {
            let weight = if rank == 0 { SIGN } else { 0.2 };
            match unit {
                Unit::Money(_) => found.push((start, unit, weight)),
                Unit::Measure(_) if BEFORE.contains(&text) && lexed.token(first).gap != Gap::None => {
                    found.push((start, unit, weight));
                    doubt = Doubt::Some;
                }
                _ => {}
            }
        }
    }
    let from = found.iter().map(|(start, ..)| *start).min()?;
    found.retain(|(start, ..)| *start == from);
    Some((weighed(lexed, found.into_iter().map(|(_, unit, weight)| (unit, weight)), doubt), from))
}

/// `Rs. 500`: an abbreviation's full stop before the number.
fn is_abbreviated(lexed: &Lexed<'_>, first: usize) -> bool {
    lexed.token(first).gap == Gap::Dot && lexed.raw(first - 1).chars().count() <= 3
}
