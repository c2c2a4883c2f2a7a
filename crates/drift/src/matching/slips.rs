//! The slips by which one number becomes another.

use rust_decimal::Decimal;
use std::fmt;

/// How a number came to be another one, as far as its digits tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slip {
    /// The sign was lost, or put.
    Sign,
    /// A power of ten more or less: its exponent.
    Power {
        /// The exponent, 1 to 12.
        exponent: u32,
        /// Whether it became more.
        more: bool,
        /// Whether the decimals of the one are digits before the separator in the other.
        separator: bool,
    },
    /// Two digits that stand beside each other changed places.
    Transposed,
    /// A digit was lost.
    DigitLost,
    /// A digit was added.
    DigitAdded,
}

/// Exponents beyond which a power of ten is no slip.
const MOST: u32 = 12;

/// The slip by which `from` may have become `to`.
pub(crate) fn slip(from: Decimal, to: Decimal) -> Option<Slip> {
    let (from, to) = (from.normalize(), to.normalize());
    if from == to || from.is_zero() || to.is_zero() {
        return None;
    }
    if from == -to {
        return Some(Slip::Sign);
    }
    if from.is_sign_negative() != to.is_sign_negative() {
        return None;
    }
    if let Some(power) = power(from, to) {
        return Some(power);
    }
    let (a, b) = (digits(from), digits(to));
    if from.scale() == to.scale() && is_transposed(&a, &b) {
        return Some(Slip::Transposed);
    }
    // Of two digits one is as likely to be anything.
    let long = a.len().max(b.len()) >= 4;
    if long && lacks_one(&a, &b) {
        return Some(Slip::DigitLost);
    }
    (long && lacks_one(&b, &a)).then_some(Slip::DigitAdded)
}

fn power(from: Decimal, to: Decimal) -> Option<Slip> {
    let more = to.abs() > from.abs();
    let (small, great) = if more { (from, to) } else { (to, from) };
    let mut value = small;
    for exponent in 1..=MOST {
        value = value.checked_mul(Decimal::TEN)?;
        if value == great {
            // 3.3 and 33: all decimals of the one, none of the other.
            let separator = small.scale() == exponent && great.scale() == 0;
            return Some(Slip::Power { exponent, more, separator });
        }
        if value.abs() > great.abs() {
            break;
        }
    }
    None
}

fn digits(number: Decimal) -> Vec<u8> {
    number.abs().mantissa().to_string().into_bytes()
}

fn is_transposed(a: &[u8], b: &[u8]) -> bool {
    let Some(at) = a.iter().zip(b).position(|(a, b)| a != b).filter(|_| a.len() == b.len()) else { return false };
    a.get(at) == b.get(at + 1) && a.get(at + 1) == b.get(at) && a.get(at + 2..) == b.get(at + 2..)
}

/// Whether `short` is `long` without one of its digits.
fn lacks_one(long: &[u8], short: &[u8]) -> bool {
    if long.len() != short.len() + 1 {
        return false;
    }
    let at = long.iter().zip(short).position(|(a, b)| a != b).unwrap_or(short.len());
    long[at + 1..] == short[at..]
}

/// How many times as much a power of ten is, in words.
fn times(exponent: u32) -> String {
    const WORDS: [&str; 7] =
        ["ten", "a hundred", "a thousand", "ten thousand", "a hundred thousand", "a million", "ten million"];
    match exponent {
        9 => "a billion".to_owned(),
        _ => WORDS
            .get(exponent.saturating_sub(1) as usize)
            .map_or_else(|| format!("10^{exponent}"), |word| (*word).to_owned()),
    }
}

impl fmt::Display for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sign => f.write_str("the opposite sign"),
            Self::Power { exponent, more, separator } => {
                write!(f, "{} times {}", times(*exponent), if *more { "more" } else { "less" })?;
                match (separator, more) {
                    (true, true) => f.write_str(": the decimal separator was lost"),
                    (true, false) => f.write_str(": a decimal separator was added"),
                    (false, _) => Ok(()),
                }
            }
            Self::Transposed => f.write_str("two digits changed places"),
            Self::DigitLost => f.write_str("a digit was lost"),
            Self::DigitAdded => f.write_str("a digit was added"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_named() {
        for (from, to, wanted) in [
            ("90000", "9000", "ten times less"),
            ("10000000", "10000000000", "a thousand times more"),
            ("989.50", "98.95", "ten times less"),
            ("3.3", "33", "ten times more: the decimal separator was lost"),
            ("125", "1.25", "a hundred times less: a decimal separator was added"),
            ("1.35", "1.53", "two digits changed places"),
            ("1987", "1978", "two digits changed places"),
            ("-5", "5", "the opposite sign"),
            ("12345", "1245", "a digit was lost"),
            ("1289", "12389", "a digit was added"),
            ("2000000000000", "2", "10^12 times less"),
        ] {
            let number = |text: &str| text.parse::<Decimal>().expect("a number");
            assert_eq!(
                slip(number(from), number(to)).map(|slip| slip.to_string()).as_deref(),
                Some(wanted),
                "{from} {to}"
            );
        }
    }

    #[test]
    fn other_changes_have_no_name() {
        for (from, to) in [(90_000, 80_000), (0, 0), (0, 10), (5, 5), (5, 7), (-5, 50), (12, 1), (132, 312_000)] {
            assert_eq!(slip(from.into(), to.into()), None, "{from} {to}");
        }
        assert_eq!(slip(Decimal::MAX, Decimal::ONE), None);
    }
}
