//! A number being put together from its words: terms from the greatest to the least.

use super::Part;
use crate::locale::Locale;
use rust_decimal::Decimal;

#[derive(Debug, Clone, Default)]
pub(super) struct Sum {
    terms: Vec<Term>,
    /// Multipliers that stand before what they multiply (Swahili `elfu mia moja na kumi`), with the first of the terms
    /// they multiply; the innermost last.
    groups: Vec<(Decimal, usize)>,
    /// A joiner stands before the next part.
    pub(super) joined: bool,
    /// Twenties go on with ten to nineteen (*soixante-dix*).
    vigesimal: bool,
    /// Cardinals may follow an ordinal.
    leads: bool,
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
    pub(super) fn new(locale: &Locale) -> Self {
        Self { vigesimal: locale.counts_by_twenties(), leads: locale.ordinals_lead(), ..Self::default() }
    }

    /// Whether what follows cannot be a cardinal.
    fn is_ordinal(&self) -> bool {
        self.ordinal && !self.leads
    }

    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether nothing is missing at the end: a factor without its number, a joiner without its word.
    pub(super) fn is_whole(&self) -> bool {
        let begun = self.groups.last().is_none_or(|(_, start)| *start < self.terms.len());
        !self.terms.is_empty() && begun && !self.joined
    }

    /// The last term, which is thousands or more, so that writers may set a comma behind it.
    pub(super) fn ends_in_thousands(&self) -> bool {
        let mut closed = self.clone();
        closed.close();
        closed.terms.last().is_some_and(|last| last.value >= Decimal::ONE_THOUSAND && !last.digits)
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

    /// Adds a number; `false` where it cannot follow.
    pub(super) fn number(&mut self, value: Decimal, digits: bool) -> bool {
        let fits = !self.is_ordinal()
            && self.make_room(|last, group| match last {
                None => group.is_none_or(|times| value < times),
                Some(_) if value.is_zero() => false,
                Some(last) => value < last.room,
            });
        let vigesimal = || self.vigesimal && self.terms.last().is_some_and(|last| is_vigesimal(last, value));
        if !fits && !vigesimal() {
            return false;
        }
        let room = match (digits, value.is_zero()) {
            (true, _) => Decimal::ONE,
            (_, true) => Decimal::ZERO,
            _ => trailing_power_of_ten(value),
        };
        self.terms.push(Term { value, room, digits });
        self.joined = false;
        true
    }

    /// Closes groups until `fits` holds for the last term of the innermost one that is open.
    fn make_room(&mut self, fits: impl Fn(Option<&Term>, Option<Decimal>) -> bool) -> bool {
        let mut open = self.groups.len();
        let mut terms = self.terms.clone();
        loop {
            let (times, start) = match open.checked_sub(1).map(|index| self.groups[index]) {
                Some((times, start)) => (Some(times), start),
                None => (None, 0),
            };
            if fits(terms[start.min(terms.len())..].last(), times) {
                self.groups.truncate(open);
                self.terms = terms;
                return true;
            }
            let Some(times) = times.filter(|_| start < terms.len()) else { return false };
            let Some(product) = product(&terms[start..], times) else { return false };
            terms.truncate(start);
            terms.push(Term { value: product, room: times, digits: false });
            open -= 1;
        }
    }

    /// Ends the groups, as a comma does.
    pub(super) fn close(&mut self) {
        while let Some((times, start)) = self.groups.pop() {
            if let Some(product) = product(&self.terms[start..], times) {
                self.terms.truncate(start);
                self.terms.push(Term { value: product, room: times, digits: false });
            }
        }
    }

    /// Adds a number of tens to units that stand before it, as in *fünfundzwanzig*.
    pub(super) fn tens_after_units(&mut self, value: Decimal) -> bool {
        let ten = Decimal::TEN;
        let closed = self.is_ordinal();
        let Some(last) = self.terms.last_mut() else { return false };
        let fits = !closed
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
        if self.is_ordinal() {
            return false;
        }
        let start = self.groups.last().map_or(0, |(_, start)| *start);
        let mut part = Decimal::ZERO;
        let mut count = 0;
        for last in self.terms[start..].iter().rev() {
            // Thai has no other word for a million millions.
            let alike = count == 0 && last.value == value && value >= Decimal::from(1_000_000);
            if !(last.value < value || alike || (count == 0 && last.digits)) {
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
        let fits = !self.is_ordinal()
            && self.make_room(|last, group| {
                last.is_none_or(|last| value < last.room) && group.is_none_or(|times| value < times)
            });
        if fits {
            self.groups.push((value, self.terms.len()));
            self.joined = false;
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
        let mut closed = self.clone();
        closed.close();
        closed.terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(term.value))
    }
}

/// What the terms of a group make.
fn product(terms: &[Term], times: Decimal) -> Option<Decimal> {
    terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(term.value))?.checked_mul(times)
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
