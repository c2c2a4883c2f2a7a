//! A number being put together from its words: terms from the greatest to the least.

use super::Part;
use rust_decimal::Decimal;

#[derive(Debug, Clone, Default)]
pub(super) struct Sum {
    terms: Vec<Term>,
    /// Multiplies the next number.
    pending: Option<Decimal>,
    /// A joiner stands before the next part.
    pub(super) joined: bool,
    /// Twenties go on with ten to nineteen (*soixante-dix*).
    pub(super) vigesimal: bool,
    /// The last word was an ordinal, which multiplies and is multiplied only by others.
    ordinal: bool,
}

#[derive(Debug, Clone, Copy)]
struct Term {
    value: Decimal,
    /// What is added to this term is less than this.
    room: Decimal,
    digits: bool,
}

impl Sum {
    pub(super) fn new(vigesimal: bool) -> Self {
        Self { vigesimal, ..Self::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether nothing is missing at the end: a factor without its number, a joiner without its word.
    pub(super) fn is_whole(&self) -> bool {
        !self.terms.is_empty() && self.pending.is_none() && !self.joined
    }

    /// The last term, which is thousands or more, so that writers may set a comma behind it.
    pub(super) fn ends_in_thousands(&self) -> bool {
        self.terms.last().is_some_and(|last| last.value >= Decimal::ONE_THOUSAND && !last.digits)
    }

    pub(super) fn part(&mut self, part: &Part) -> bool {
        match part {
            Part::Digits(readings) => readings.first().is_some_and(|(value, _)| self.number(*value, true)),
            Part::Number(value) if value.fract() != Decimal::ZERO => self.fraction(*value),
            Part::Number(value) => self.number(*value, false),
            Part::Plus(value) => self.tens_after_units(*value),
            Part::Times(value) => self.times(*value),
            Part::TimesNext(value) => self.times_next(*value),
            Part::Ordinal(value) => self.ordinal(*value),
            Part::PlusOrdinal(value) => {
                let fits = self.tens_after_units(*value);
                self.ordinal |= fits;
                fits
            }
        }
    }

    /// Adds a number; `false`, and nothing changed, where it cannot follow.
    pub(super) fn number(&mut self, value: Decimal, digits: bool) -> bool {
        let Some(value_in_full) = self.pending.map_or(Some(value), |times| times.checked_mul(value)) else {
            return false;
        };
        let fits = !self.ordinal
            && match self.terms.last() {
                None => true,
                Some(_) if value.is_zero() => false,
                Some(last) => value_in_full < last.room || (self.vigesimal && is_vigesimal(last, value)),
            };
        if fits {
            let room = if digits {
                Decimal::ONE
            } else {
                self.pending
                    .unwrap_or_else(|| if value.is_zero() { Decimal::ZERO } else { trailing_power_of_ten(value) })
            };
            self.terms.push(Term { value: value_in_full, room, digits });
            self.pending = None;
            self.joined = false;
        }
        fits
    }

    /// Adds a number of tens to units that stand before it, as in *fünfundzwanzig*.
    pub(super) fn tens_after_units(&mut self, value: Decimal) -> bool {
        let ten = Decimal::TEN;
        let Some(last) = self.terms.last_mut() else { return false };
        let fits = !self.ordinal
            && !last.digits
            && last.value < ten
            && !last.value.is_zero()
            && value >= ten
            && value < Decimal::ONE_HUNDRED
            && (value % ten).is_zero();
        if fits {
            last.value += value;
            last.room = Decimal::ONE;
            self.joined = false;
        }
        fits
    }

    /// Multiplies what stands before: all terms that are less than `value`, and digits right before it in any case.
    pub(super) fn times(&mut self, value: Decimal) -> bool {
        if self.ordinal || self.pending.is_some() {
            return false;
        }
        let mut part = Decimal::ZERO;
        let mut count = 0;
        for last in self.terms.iter().rev() {
            if !(last.value < value || (count == 0 && last.digits)) {
                break;
            }
            part += last.value;
            count += 1;
        }
        let product = if count == 0 || part.is_zero() { None } else { part.checked_mul(value) };
        let Some(product) = product else { return false };
        self.terms.truncate(self.terms.len() - count);
        self.terms.push(Term { value: product, room: value, digits: false });
        self.joined = false;
        true
    }

    pub(super) fn times_next(&mut self, value: Decimal) -> bool {
        let fits = !self.ordinal && self.terms.last().is_none_or(|last| value < last.room) && self.pending.is_none();
        if fits {
            self.pending = Some(value);
        }
        fits
    }

    /// Adds or multiplies by an ordinal: *twenty-third*, *zweihundertste*, *vigésimo primero*.
    pub(super) fn ordinal(&mut self, value: Decimal) -> bool {
        let was = std::mem::take(&mut self.ordinal);
        let is_power = value >= Decimal::TEN && trailing_power_of_ten(value) == value;
        // `kahdeskymmenes`: units times ten, both ordinals.
        let multiplies = is_power
            && self.terms.last().is_some_and(|last| !last.digits && last.value < value)
            && (value >= Decimal::ONE_HUNDRED || was);
        let fits = (multiplies && self.times(value)) || self.number(value, false);
        self.ordinal = fits || was;
        fits
    }

    pub(super) fn fraction(&mut self, value: Decimal) -> bool {
        match self.terms.last_mut() {
            None => self.terms.push(Term { value, room: Decimal::ZERO, digits: true }),
            Some(last) => last.value += value,
        }
        true
    }

    pub(super) fn total(&self) -> Option<Decimal> {
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
pub(in super::super) fn trailing_power_of_ten(value: Decimal) -> Decimal {
    let mut power = Decimal::ONE;
    let mut rest = value;
    while !rest.is_zero() && (rest % Decimal::TEN).is_zero() {
        rest /= Decimal::TEN;
        power *= Decimal::TEN;
    }
    power
}
