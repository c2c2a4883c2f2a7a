//! Numbers that share the unit of the number behind them: `10–15 km`, `10 × 15 cm`, `zwischen 10 und 15 km`.

use super::super::reader::Reader;
use super::super::{Quantity, Reading, Unit, Value};
use super::units::Readings;

/// How likely a number before another one is of the same unit.
const SHARED: f32 = 0.4;
/// Bytes between two numbers of a range or list: a sign, or a word such as `to`, `bis`, `до`.
const REACH: usize = 12;
/// How many numbers before one may share its unit.
const LONGEST: usize = 8;

/// Gives the numbers that stand right before token `index`, without a unit, the unit of the number there, as a reading
/// that the other side may confirm.
pub(super) fn unit(reader: &mut Reader<'_>, index: usize, units: &Readings) {
    let known: Readings = units.iter().filter(|(unit, _)| *unit != Unit::None).copied().collect();
    if known.is_empty() {
        return;
    }
    let mut start = reader.segment.start + reader.lexed.token(index).start;
    for _ in 0..LONGEST {
        let Some(before) = reader.last_before(start, REACH) else { return };
        let Value::Quantity(quantity) = before.value else { return };
        if quantity.unit != Unit::None || quantity.ordinal {
            return;
        }
        start = before.range.start;
        for (unit, weight) in &known {
            let value = Value::Quantity(Quantity { unit: *unit, ..quantity });
            before.alternatives.push(Reading { value, weight: SHARED * weight });
        }
    }
}
