//! Decimal numbers as they are written: digits and the place of the point, nothing rounded behind the back.

/// A number: its digits as a whole number, how many of them follow the point, and its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal {
    pub(crate) digits: u64,
    pub(crate) scale: u32,
    pub(crate) negative: bool,
}

impl Decimal {
    pub(crate) fn new(digits: u64, scale: u32) -> Self {
        Self { digits, scale, negative: false }
    }

    pub(crate) fn whole(number: u64) -> Self {
        Self::new(number, 0)
    }

    /// The nearest decimal with so many digits after the point.
    pub(crate) fn rounded(value: f64, scale: u32) -> Self {
        let digits = (value.abs() * 10f64.powi(scale as i32)).round() as u64;
        Self { digits, scale, negative: value < 0.0 && digits > 0 }
    }

    /// Without zeros at the end of its fraction.
    pub(crate) fn trimmed(mut self) -> Self {
        while self.scale > 0 && self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.scale -= 1;
        }
        self
    }

    pub(crate) fn value(self) -> f64 {
        let value = self.digits as f64 / 10f64.powi(self.scale as i32);
        if self.negative { -value } else { value }
    }

    /// Divided by 10 to the power of `places`, exactly.
    pub(crate) fn shifted_right(self, places: u32) -> Self {
        Self { scale: self.scale + places, ..self }.trimmed()
    }

    /// The part before the point.
    pub(crate) fn integer(self) -> u64 {
        self.digits / 10u64.pow(self.scale)
    }

    /// The digits after the point.
    pub(crate) fn fraction(self) -> String {
        if self.scale == 0 {
            return String::new();
        }
        let fraction = self.digits % 10u64.pow(self.scale);
        format!("{fraction:0width$}", width = self.scale as usize)
    }

    /// The number if it is whole.
    pub(crate) fn as_whole(self) -> Option<u64> {
        let trimmed = self.trimmed();
        (trimmed.scale == 0 && !self.negative).then_some(trimmed.digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_decimal() {
        let number = Decimal::new(120_305, 3);
        assert_eq!((number.integer(), number.fraction().as_str()), (120, "305"));
        assert_eq!(Decimal::whole(2_500_000).shifted_right(6), Decimal::new(25, 1));
        assert_eq!(Decimal::rounded(-3.96, 1), Decimal { digits: 40, scale: 1, negative: true });
        assert_eq!(Decimal::new(400, 2).as_whole(), Some(4));
        assert_eq!(Decimal::new(5, 1).as_whole(), None);
    }
}
