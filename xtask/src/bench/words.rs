//! `cargo xtask bench words`: whether numbers spelled by CLDR's rules are read back.

use crate::error::{Context as _, Result};
use crate::tables::spelled;
use std::fmt::Write as _;
use std::path::Path;

pub(super) fn run(dump: Option<&Path>) -> Result<()> {
    for language in spelled::all()? {
        let mut out = String::new();
        for ordinal in [false, true] {
            let limit = if ordinal { 10_000 } else { 1_000_000_000_000 };
            for form in language.forms(ordinal, numbers(limit))? {
                let _ = writeln!(
                    out,
                    "{}\t{}\t{}\t{}",
                    if form.ordinal { 'o' } else { 'c' },
                    form.set,
                    form.number,
                    form.text
                );
            }
        }
        if let Some(folder) = dump {
            let cannot = || format!("cannot write to {}", folder.display());
            std::fs::create_dir_all(folder).context(cannot())?;
            std::fs::write(folder.join(format!("{}.tsv", language.locale)), out).context(cannot())?;
        }
    }
    Ok(())
}

/// All numbers up to 10,000, then a sample: round ones, and some with every digit.
fn numbers(limit: u64) -> impl Iterator<Item = u64> + Clone {
    let powers = (4..=12).map(|exponent| 10u64.pow(exponent));
    let round = powers.clone().flat_map(|power| {
        (1..=21).chain([30, 50, 99, 100, 101, 200, 250, 300, 500, 999]).map(move |factor| factor * power)
    });
    let mixed = powers.flat_map(|power| {
        [1, 2, 5, 11, 21, 345, 999].into_iter().flat_map(move |factor| {
            [1, 10, 12, 21, 100, 345, 1000, 2000, 7001, 12_345, 345_678]
                .into_iter()
                .map(move |rest| factor * power + rest)
        })
    });
    // A linear congruence, so that every run takes the same numbers.
    let scattered = (0..200u64).scan(12_345u64, |state, index| {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some((*state >> 20) % 10u64.pow(5 + (index % 8) as u32))
    });
    (0..=10_000).chain(round).chain(mixed).chain(scattered).filter(move |number| *number <= limit)
}
