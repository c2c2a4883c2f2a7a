//! A table of pairs for measuring speed: sentences by template, the same for every run.

use super::sentences::{LANGUAGES, Language};
use crate::error::{Context as _, Result};
use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};
use std::path::Path;

/// One pair in so many says another number in its translation.
const DRIFTED: u64 = 100;

/// One row in so many has two sentences on each side; the others have one, as segments of translation memories do.
const LONG: u64 = 4;

/// Writes a table of `pairs` rows to `path`: id, source, target, source_lang, target_lang. Each side has a sentence or two
/// of some ten to twenty words; from English into five languages and back. That makes rows as long as real ones: pairs of
/// sentences from news have 250 to 290 bytes, from abstracts of papers 350.
pub(super) fn write(path: &Path, pairs: usize) -> Result<()> {
    let cannot = || format!("cannot write to {}", path.display());
    let mut out = BufWriter::with_capacity(1 << 20, std::fs::File::create(path).context(cannot())?);
    out.write_all(b"id\tsource\ttarget\tsource_lang\ttarget_lang\n").context(cannot())?;
    let mut numbers = Numbers(0x5eed);
    let mut row = String::new();
    for pair in 0..pairs {
        row.clear();
        add_row(pair, &mut numbers, &mut row);
        out.write_all(row.as_bytes()).context(cannot())?;
    }
    out.flush().context(cannot())
}

fn add_row(pair: usize, numbers: &mut Numbers, row: &mut String) {
    let other = &LANGUAGES[1 + numbers.below(LANGUAGES.len() as u64 - 1) as usize];
    let english = &LANGUAGES[0];
    let (source, target) = if numbers.below(4) == 0 { (other, english) } else { (english, other) };
    let count = english.sentences.len() as u64;
    let first = numbers.below(count);
    let second = (first + 1 + numbers.below(count - 1)) % count;
    let chosen: Vec<usize> =
        [first, second].map(|at| at as usize).into_iter().take(if numbers.below(LONG) == 0 { 2 } else { 1 }).collect();
    let values: Vec<Values> = chosen.iter().map(|_| Values::next(numbers)).collect();
    let drifted = numbers.below(DRIFTED) == 0;
    let _ = write!(row, "{pair}\t");
    add_text(source, &chosen, &values, row);
    row.push('\t');
    let told: Vec<Values> = values
        .iter()
        .map(|it| if drifted { Values { whole: it.whole * 10, tenths: it.tenths + 7, ..*it } } else { *it })
        .collect();
    add_text(target, &chosen, &told, row);
    let _ = writeln!(row, "\t{}\t{}", source.tag, target.tag);
}

fn add_text(language: &Language, chosen: &[usize], values: &[Values], row: &mut String) {
    for (number, (sentence, values)) in chosen.iter().zip(values).enumerate() {
        if number > 0 {
            row.push_str(language.gap);
        }
        let mut rest = language.sentences[*sentence];
        while let Some(at) = rest.find('{') {
            row.push_str(&rest[..at]);
            match &rest[at..at + 3] {
                "{n}" => add_whole(language, values.whole, row),
                "{p}" => {
                    let _ = write!(row, "{}{}{}", values.tenths / 10, language.decimal, values.tenths % 10);
                }
                "{y}" => {
                    let _ = write!(row, "{}", values.year);
                }
                _ => {
                    let month = language.months[values.month as usize];
                    let date = language.date.replace("{day}", &values.day.to_string()).replace("{month}", month);
                    row.push_str(&date.replace("{year}", &values.year.to_string()));
                }
            }
            rest = &rest[at + 3..];
        }
        row.push_str(rest);
    }
}

fn add_whole(language: &Language, number: u64, row: &mut String) {
    let digits = number.to_string();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && digits.len() > 3 {
            row.push_str(language.group);
        }
        row.push(digit);
    }
}

/// What the slots of a sentence hold.
#[derive(Debug, Clone, Copy)]
struct Values {
    whole: u64,
    tenths: u64,
    year: u64,
    month: u64,
    day: u64,
}

impl Values {
    fn next(numbers: &mut Numbers) -> Self {
        let digits = 2 + numbers.below(4) as u32;
        Self {
            whole: 11 + numbers.below(10u64.pow(digits)),
            tenths: 11 + numbers.below(300),
            year: 1850 + numbers.below(170),
            month: numbers.below(4),
            day: 1 + numbers.below(28),
        }
    }
}

/// A linear congruence, so that every run makes the same table.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}
