//! Spans of time as ISO 8601 writes them: `PT1H30M`, `P3D`, `P1Y6M`, `P2W`.

use super::reader::Reader;
use super::{Fact, Measure, Quantity, Reading, Salience, Unit, Value};
use crate::fold::stands_alone;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

/// The letters of the units in their order, before and behind `T`.
const DATE: &[(u8, &str)] = &[(b'Y', "year"), (b'M', "month"), (b'W', "week"), (b'D', "day")];
const TIME: &[(u8, &str)] = &[(b'H', "hour"), (b'M', "minute"), (b'S', "second")];

/// Reads all such spans of the segment.
pub(super) fn read(reader: &mut Reader<'_>) {
    let text = reader.lexed.text;
    if !reader.lexed.has_digits() {
        return;
    }
    for (at, _) in text.match_indices('P') {
        // A word or code may begin before it.
        let joins = |c: char| c.is_alphanumeric() && !stands_alone(c) || matches!(c, '-' | '_' | '/');
        let apart = !text[..at].ends_with(|c: char| joins(c) || c == '.');
        let Some(span) = Some(&text[at..]).filter(|_| apart).and_then(parse) else { continue };
        let end = at + span.length;
        if text[end..].starts_with(joins) || reader.bytes_taken(at, end) {
            continue;
        }
        let Some(unit) = Measure::named(span.unit).map(Unit::Measure) else { continue };
        let range = reader.range(at, end);
        let value = Value::Quantity(Quantity { unit, ..Quantity::plain(span.number) });
        let mut fact = Fact::sure(value, range, reader.salience(range, Salience::Firm));
        // `P3D` may be the name of a product.
        if span.parts == 1 {
            fact.weight = 0.8;
            fact.alternatives = vec![Reading { value: Value::Identifier(text[at..end].to_owned()), weight: 0.2 }];
        }
        reader.push(fact);
        reader.take_bytes(range);
    }
}

/// A span of time that was read.
struct IsoSpan {
    number: Decimal,
    /// CLDR's name of the greatest unit in it, in which it is given.
    unit: &'static str,
    parts: usize,
    length: usize,
}

/// The span of time with which `text` begins.
fn parse(text: &str) -> Option<IsoSpan> {
    let bytes = text.as_bytes();
    let mut at = 1;
    let mut left = DATE;
    let mut in_day = false;
    let mut found: Option<IsoSpan> = None;
    loop {
        if !in_day && bytes.get(at) == Some(&b'T') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            (left, in_day, at) = (TIME, true, at + 1);
        }
        /// No part of such a span has more figures.
        const LONGEST: usize = 9;
        let figures = bytes[at..].iter().take(LONGEST + 1).take_while(|byte| byte.is_ascii_digit()).count();
        if figures == 0 {
            break;
        }
        if figures > LONGEST {
            return None;
        }
        let mut end = at + figures;
        let mut fraction = false;
        if matches!(bytes.get(end), Some(b'.' | b',')) {
            let decimals = bytes[end + 1..].iter().take(LONGEST).take_while(|byte| byte.is_ascii_digit()).count();
            fraction = decimals > 0;
            end += if fraction { 1 + decimals } else { 0 };
        }
        let number: Decimal = text[at..end].replace(',', ".").parse().ok()?;
        let place = left.iter().position(|(letter, _)| Some(letter) == bytes.get(end))?;
        let unit = left[place].1;
        left = &left[place + 1..];
        at = end + 1;
        let number = match &found {
            Some(sum) => sum.number.checked_add(in_unit(number, unit, sum.unit)?)?,
            None => number,
        };
        let (greatest, parts) = found.as_ref().map_or((unit, 0), |sum| (sum.unit, sum.parts));
        found = Some(IsoSpan { number: number.round_dp(8).normalize(), unit: greatest, parts: parts + 1, length: at });
        // Only the last part has a fraction.
        if fraction {
            break;
        }
    }
    found
}

/// So many of one unit in another.
fn in_unit(number: Decimal, from: &str, to: &str) -> Option<Decimal> {
    let factor = |name: &str| Measure::named(name)?.scale().map(|scale| scale.factor);
    let exact = match (from, to) {
        ("month", "year") => Some(number / Decimal::from(12)),
        _ => None,
    };
    exact.or_else(|| number.checked_mul(Decimal::from_f64(factor(from)? / factor(to)?)?))
}

#[cfg(test)]
mod tests {
    use crate::facts::reader::tests::{check_rows, facts_of};

    #[test]
    fn spans_of_iso_8601() {
        let shown = |language: &str, text: &str| -> String {
            let shown: Vec<String> =
                facts_of(language, text).iter().map(|(said, fact)| format!("{said}={}", fact.value)).collect();
            shown.join("; ")
        };
        check_rows(
            &[
                ("en", "PT1H30M or PT90M", "PT1H30M=1.5 hr; PT90M=90 min"),
                ("de", "Dauer: P3D, P2W, PT0.5H", "P3D=3 days; P2W=2 wks; PT0.5H=0.5 hr"),
                ("fr", "P1Y6M et P1DT12H", "P1Y6M=1.5 yrs; P1DT12H=1.5 days"),
                ("ja", "所要時間はPT2H15Mです", "PT2H15M=2.25 hr"),
                ("ar", "المدة PT45M", "PT45M=45 min"),
                ("en", "PT100, P3D2, XP3D, P-3D and PS5", "PT100=PT100; P3D2=P3D2; XP3D=XP3D; P-3D=P3D; PS5=PS5"),
            ],
            shown,
        );
    }
}
