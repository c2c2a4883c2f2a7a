//! Logarithm and exponential function for the inner loops: cheap, and the same on every platform, which those of the
//! standard library are not.

use std::f64::consts::{LN_2, LOG2_E, SQRT_2};

const MANTISSA: u64 = (1 << 52) - 1;

/// The natural logarithm of a positive normal number, to about 1e-12 of 1 nat.
pub(crate) fn ln(x: f64) -> f64 {
    debug_assert!(x.is_normal() && x > 0.0, "{x}");
    let bits = x.to_bits();
    let exponent = (bits >> 52) as i64 - 1023;
    let mantissa = f64::from_bits(bits & MANTISSA | 1023 << 52);
    // The mantissa about 1, where the series is short.
    let large = mantissa > SQRT_2;
    let (mantissa, exponent) = if large { (0.5 * mantissa, exponent + 1) } else { (mantissa, exponent) };
    exponent as f64 * LN_2 + of_mantissa(mantissa)
}

/// The natural logarithm of a number between the square roots of 1/2 and 2, as the series of the inverse hyperbolic
/// tangent.
fn of_mantissa(x: f64) -> f64 {
    let s = (x - 1.0) / (x + 1.0);
    let s2 = s * s;
    let series = (((((s2 / 13.0 + 1.0 / 11.0) * s2 + 1.0 / 9.0) * s2 + 1.0 / 7.0) * s2 + 0.2) * s2 + 1.0 / 3.0) * s2;
    2.0 * s * (1.0 + series)
}

/// The exponential function of a number that is not positive, to about 1e-13 of 1; below -700 it is 0.
pub(crate) fn exp(x: f64) -> f64 {
    if x < -700.0 {
        return 0.0;
    }
    let whole = (x * LOG2_E).round();
    let r = x - whole * LN_2;
    let mut series = 1.0;
    for n in (1..=11).rev() {
        series = 1.0 + series * r * RECIPROCALS[n];
    }
    // `whole` is between -1010 and 0, so this is a normal number.
    series * f64::from_bits(((whole as i64 + 1023) as u64) << 52)
}

const RECIPROCALS: [f64; 12] = {
    let mut all = [0.0; 12];
    let mut n = 1;
    while n < 12 {
        all[n] = 1.0 / n as f64;
        n += 1;
    }
    all
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_right_to_a_millionth_of_a_millionth() {
        let numbers = (0..20_000).map(|at| 1e-300 * 1.07f64.powi(at)).take_while(|x| *x < 1e300);
        for x in numbers.chain([1.0, f64::MIN_POSITIVE, f64::MAX, SQRT_2, 0.5 * SQRT_2]) {
            assert!((ln(x) - x.ln()).abs() < 2e-12 * x.ln().abs().max(1.0), "{x} {} {}", ln(x), x.ln());
        }
        assert_eq!(ln(1.0), 0.0);
    }

    #[test]
    fn exponentials_are_right_to_a_millionth_of_a_millionth() {
        for x in (0..70_000).map(|at| -0.01 * f64::from(at)) {
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-12, "{x}");
        }
        assert_eq!((exp(0.0), exp(-1000.0), exp(f64::NEG_INFINITY)), (1.0, 0.0, 0.0));
    }
}
