//! Powers of ten behind a number: `1.5e-3`, `1,5 × 10⁻³`, `2·10^6`, and by themselves: `10⁶`.

use super::super::lexed::Lexed;
use super::super::numerals::Numeral;
use crate::fold::digit_value;
use rust_decimal::Decimal;

/// Exponents beyond which no number is read.
const MOST: u32 = 24;
/// How likely `× 10-3` is a power whose exponent is no longer set high, rather than a range.
const FLATTENED: f32 = 0.7;

/// Multiplies a number in digits by the power of ten that is written behind it; gives the byte at which that ends.
pub(super) fn multiply(lexed: &Lexed<'_>, index: usize, numeral: &mut Numeral) -> Option<usize> {
    if !numeral.digits || numeral.words != 1 || numeral.scale != Decimal::ONE {
        return None;
    }
    let start = lexed.token(numeral.end - 1).end;
    let behind = &lexed.text[start..];
    let is_ten = numeral.plain && lexed.tokens.folded(index) == "10";
    let is_whole = numeral.readings.iter().all(|(number, _)| number.fract().is_zero());
    let power = is_ten.then(|| exponent(behind, false)).flatten().map(|power| (power, true));
    let power = power.or_else(|| times_ten(behind).or_else(|| letter(behind, is_whole)).map(|power| (power, false)));
    let (power, alone) = power?;
    let factor = factor(power.exponent)?;
    let ten = if alone { Decimal::TEN } else { Decimal::ONE };
    let raised: Option<Vec<(Decimal, f32)>> = numeral
        .readings
        .iter()
        .map(|(number, weight)| {
            let product = number.checked_div(ten)?.checked_mul(factor)?;
            // What has too many decimals is not cut off.
            let exact = product.checked_div(factor)?.checked_mul(ten)? == *number;
            exact.then(|| (product.normalize(), weight * power.weight))
        })
        .collect();
    let end = start + power.length;
    if lexed.bytes_taken(start, end) {
        return None;
    }
    let own = std::mem::replace(&mut numeral.readings, raised?);
    if power.weight < 1.0 {
        numeral.readings.extend(own.into_iter().map(|(number, weight)| (number, weight * (1.0 - power.weight))));
    }
    numeral.end = (numeral.end..lexed.len()).find(|at| lexed.token(*at).start >= end).unwrap_or(lexed.len());
    numeral.plain = false;
    Some(end)
}

/// The power of ten with an exponent.
fn factor(exponent: i32) -> Option<Decimal> {
    let power = 10_i128.checked_pow(exponent.unsigned_abs()).filter(|_| exponent.unsigned_abs() <= MOST)?;
    if exponent < 0 {
        Some(Decimal::from_i128_with_scale(1, exponent.unsigned_abs()))
    } else {
        Decimal::try_from_i128_with_scale(power, 0).ok()
    }
}

/// An exponent found in a text.
#[derive(Debug, PartialEq)]
struct Power {
    exponent: i32,
    /// How many bytes of the text say it.
    length: usize,
    /// How likely it is one.
    weight: f32,
}

/// `e-3`, `E+06`: without a sign, only behind a decimal number (`5e2` is as often a name).
fn letter(text: &str, is_whole: bool) -> Option<Power> {
    let rest = text.strip_prefix(['e', 'E'])?;
    let (exponent, length) = signed(rest, is_whole)?;
    let ends = !rest[length..].starts_with(char::is_alphanumeric);
    ends.then_some(Power { exponent, length: 1 + length, weight: 1.0 })
}

/// `× 10⁻³`, `·10^6`, `x 10**9`.
fn times_ten(text: &str) -> Option<Power> {
    let rest = text.trim_start_matches(is_space);
    let rest = rest.strip_prefix(['×', '·', '⋅', '∙', '∗', '*', 'x', 'X', 'х', 'Х', '✕', '⨯'])?;
    let rest = rest.trim_start_matches(is_space);
    let mut digits = rest.chars();
    let is_ten = digits.next().and_then(digit_value) == Some(1) && digits.next().and_then(digit_value) == Some(0);
    let mut power = exponent(digits.as_str(), true).filter(|_| is_ten)?;
    power.length += text.len() - digits.as_str().len();
    Some(power)
}

/// What stands behind a ten that is raised: `⁻³`, `^-3`, `**6`; with `flat`, also `-3`, whose place is lost.
fn exponent(text: &str, flat: bool) -> Option<Power> {
    if let Some((exponent, length)) = raised(text) {
        return Some(Power { exponent, length, weight: 1.0 });
    }
    if let Some(rest) = text.strip_prefix('^').or_else(|| text.strip_prefix("**")) {
        let inner = rest.trim_start_matches(is_space).trim_start_matches(['(', '{']);
        let (exponent, length) = signed(inner, false)?;
        let closed = inner[length..].strip_prefix([')', '}']).unwrap_or(&inner[length..]);
        return Some(Power { exponent, length: text.len() - closed.len(), weight: 1.0 });
    }
    let (exponent, length) = signed(text, true).filter(|_| flat)?;
    let ends = !text[length..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ','));
    ends.then_some(Power { exponent, length, weight: FLATTENED })
}

/// An exponent in small raised figures, and how many bytes it takes.
fn raised(text: &str) -> Option<(i32, usize)> {
    let (negative, rest) = match text.strip_prefix('⁻') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('⁺').unwrap_or(text)),
    };
    let figure = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|figure| figure == c);
    let figures: Vec<usize> = rest.chars().map_while(figure).collect();
    let value = of_figures(&figures)?;
    let length: usize = rest.chars().take(figures.len()).map(char::len_utf8).sum();
    Some((if negative { -value } else { value }, text.len() - rest.len() + length))
}

/// An exponent in common figures, and how many bytes it takes.
fn signed(text: &str, needs_sign: bool) -> Option<(i32, usize)> {
    let (negative, rest) = match text.strip_prefix(['-', '\u{2212}', '–']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if needs_sign && rest.len() == text.len() {
        return None;
    }
    let figures: Vec<usize> = rest.chars().map_while(|c| digit_value(c).map(usize::from)).collect();
    let value = of_figures(&figures)?;
    let length: usize = rest.chars().take(figures.len()).map(char::len_utf8).sum();
    Some((if negative { -value } else { value }, text.len() - rest.len() + length))
}

fn of_figures(figures: &[usize]) -> Option<i32> {
    let value = figures.iter().fold(0, |value, figure| value * 10 + figure);
    i32::try_from(value).ok().filter(|_| (1..=2).contains(&figures.len()))
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use crate::facts::reader::tests::facts_of;

    #[test]
    fn powers_of_ten() {
        for (language, text, wanted) in [
            ("en", "a rate of 1.5e-3 per day", "1.5e-3=0.0015"),
            ("de", "Raten von 1,5 × 10⁻³ und mehr", "1,5 × 10⁻³=0.0015"),
            ("fr", "le taux de 1,5·10^-3 par jour", "1,5·10^-3=0.0015"),
            ("en", "2.4E+06 cells or 2.4e6 cells", "2.4E+06=2400000 2.4e6=2400000"),
            ("ru", "от 3 х 10^(5) до 10⁶ клеток", "3 х 10^(5)=300000 10⁶=1000000"),
            ("ar", "٣×١٠^٦ خلية", "٣×١٠^٦=3000000"),
            ("zh", "约6.02×10²³个，质量为9.1×10⁻³千克", "6.02×10²³=602000000000000000000000 9.1×10⁻³千克=0.0091 kg"),
            ("en", "about 5 × 10**4 cells, 1.2 x 10-3 mol", "5 × 10**4=50000 1.2 x 10-3 mol=0.0012 mol"),
            ("en", "a box of 10 × 15 cm, a 5e2 model, 10-15 people", "10=10 15 cm=15 cm 5=5 2=2 10=10 15=15"),
        ] {
            let facts = facts_of(language, text);
            let shown: Vec<String> = facts.iter().map(|(said, fact)| format!("{said}={}", fact.value)).collect();
            assert_eq!(shown.join(" ").replace(['~', '≥', '≤'], ""), wanted, "{language}: {text}");
        }
    }
}
