//! Counts how much is looked at while a segment is read, so that tests can tell work that grows with the text from work
//! that grows faster, whatever machine they run on.

use std::cell::Cell;

thread_local! {
    static LOOKS: Cell<u64> = const { Cell::new(0) };
}

/// Something was looked at.
pub(super) fn look() {
    LOOKS.set(LOOKS.get() + 1);
}

/// How much was looked at since this was asked last, on this thread.
pub(super) fn taken() -> u64 {
    LOOKS.replace(0)
}
