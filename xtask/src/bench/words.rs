//! `cargo xtask bench words`: whether numbers spelled by CLDR's rules are read back.

use crate::error::{Context as _, Result};
use crate::tables::spelled::{self, Form, Spelled};
use parallax_core::facts::number_in_words;
use parallax_core::locale::Locale;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// The page that shows the result.
const PAGE: &str = "docs/number-words.md";

/// Numbers up to this are all tried, in every form.
const EVERY: u64 = 10_000;

pub(super) fn run(write: bool, dump: Option<&Path>) -> Result<()> {
    let languages = spelled::all()?;
    if let Some(folder) = dump {
        return languages.iter().try_for_each(|language| write_forms(language, folder));
    }
    let mut rows = Vec::new();
    for language in &languages {
        let row = Row::of(language)?;
        eprintln!("{}", row.line());
        rows.push(row);
    }
    super::publish(&page(&rows), PAGE, write)
}

fn write_forms(language: &Spelled, folder: &Path) -> Result<()> {
    let mut out = String::new();
    for ordinal in [false, true] {
        for form in forms(language, ordinal)? {
            let kind = if ordinal { 'o' } else { 'c' };
            let _ = writeln!(out, "{kind}\t{}\t{}\t{}", form.set, form.number, form.text);
        }
    }
    let cannot = || format!("cannot write to {}", folder.display());
    std::fs::create_dir_all(folder).context(cannot())?;
    std::fs::write(folder.join(format!("{}.tsv", language.locale)), out).context(cannot())
}

fn forms(language: &Spelled, ordinal: bool) -> Result<Vec<Form>> {
    language.forms(ordinal, &numbers(if ordinal { EVERY } else { 1_000_000_000_000 }).skip(usize::from(ordinal)))
}

/// All numbers up to 10,000, then a sample: round ones, and some with every digit.
fn numbers(limit: u64) -> impl Iterator<Item = u64> + Clone {
    let powers = (4..=12).map(|exponent| 10u64.pow(exponent));
    let factors = || (1..=21).chain([30, 50, 99, 100, 101, 200, 250, 300, 500, 999]);
    let round = powers.clone().flat_map(move |power| factors().map(move |factor| factor * power));
    let rests = [1, 10, 12, 21, 100, 345, 1000, 2000, 7001, 12_345, 345_678];
    let mixed = powers.flat_map(move |power| {
        let factors = [1, 2, 5, 11, 21, 345, 999].into_iter();
        factors.flat_map(move |factor| rests.into_iter().map(move |rest| factor * power + rest))
    });
    // A linear congruence, so that every run takes the same numbers.
    let scattered = (0..200u32).scan(12_345u64, |state, index| {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some((*state >> 20) % 10u64.pow(5 + index % 8))
    });
    (0..=EVERY).chain(round).chain(mixed).chain(scattered).filter(move |number| *number <= limit)
}

/// How many forms were tried, and the first that were read wrongly.
#[derive(Default)]
struct Tally {
    tried: usize,
    right: usize,
    wrong: Vec<String>,
}

impl Tally {
    fn add(&mut self, form: &Form, locale: &Locale) {
        /// So many are shown.
        const SHOWN: usize = 3;
        self.tried += 1;
        let found = number_in_words(&form.text, locale);
        let is_right = found.is_some_and(|(value, ordinal)| ordinal == form.ordinal && value == form.number.into());
        self.right += usize::from(is_right);
        if !is_right && self.wrong.len() < SHOWN {
            let read = found.map_or_else(|| "not read".to_owned(), |(value, _)| format!("read as {value}"));
            self.wrong.push(format!("{} = {} ({read})", form.text.replace(['\u{ad}', '\u{200b}'], ""), form.number));
        }
    }

    fn shown(&self) -> String {
        match (self.tried, self.right) {
            (0, _) => "–".to_owned(),
            (tried, right) if tried == right => format!("all {tried}"),
            // Rounded down, so that what is not whole never looks so.
            (tried, right) => format!("{:.1} % of {tried}", (right * 1000 / tried) as f64 / 10.0),
        }
    }

    fn is_whole(&self) -> bool {
        self.tried == self.right
    }
}

struct Row {
    locale: String,
    /// Cardinals up to [`EVERY`], beyond it, ordinals.
    tallies: [Tally; 3],
}

impl Row {
    fn of(language: &Spelled) -> Result<Self> {
        let tag = language.locale.parse().context(format_args!("the tag {}", language.locale))?;
        let locale = Locale::of(&tag);
        let mut tallies: [Tally; 3] = Default::default();
        for ordinal in [false, true] {
            for form in forms(language, ordinal)? {
                let column = if ordinal { 2 } else { usize::from(form.number > EVERY) };
                tallies[column].add(&form, &locale);
            }
        }
        Ok(Self { locale: language.locale.clone(), tallies })
    }

    fn line(&self) -> String {
        let [every, beyond, ordinals] = self.tallies.each_ref().map(Tally::shown);
        format!("| {} | {every} | {beyond} | {ordinals} |", self.locale)
    }
}

/// Why a language's cardinals are not all read back.
fn reasons() -> BTreeMap<&'static str, &'static str> {
    BTreeMap::from([
        ("ak", "its rules spell 1,000,010 and 1,010,000 alike"),
        ("ccp", "the vowel signs of the Chakma script are not taken for parts of words"),
        ("ee", "its rules spell 100,010 and 110,000 alike"),
        ("ff", "its rules spell 100,010 and 110,000 alike"),
        ("ga", "beyond 10,000 the teens stand around the thousand (`dhá mhíle dhéag`), which is not read"),
        ("kl", "its rules join some numbers to the millions in forms that stand nowhere else"),
        ("ky", "its longest form writes `бир миң, жыйырма миң` (one thousand, twenty thousand) for 120,000"),
        ("qu", "units behind tens carry the ending `-yuq`, which is not taken off"),
        ("se", "eleven to nineteen end in `-nuppelohkái`, which is not taken apart"),
    ])
}

fn page(rows: &[Row]) -> String {
    let whole = |column: usize| rows.iter().filter(|row| row.tallies[column].is_whole()).count();
    let ordinals: Vec<&Row> = rows.iter().filter(|row| row.tallies[2].tried > 0).collect();
    let spelled: usize = rows.iter().flat_map(|row| &row.tallies).map(|tally| tally.tried).sum();
    let mut out = format!(
        "# Numbers in words\n\n\
         Written by `cargo xtask bench words --write`; do not edit. CLDR's rules spell numbers out; this page says how many \
         of the spelled forms Parallax reads back as the number they were made from. Tried are all whole numbers up to \
         {EVERY} in every cardinal form of the language (genders, cases, with and without *and*), a fixed sample of round \
         and mixed numbers from there to 10¹², and all ordinals from 1 to {EVERY}: {spelled} forms in {} locales.\n\n\
         - Cardinals up to {EVERY}: all forms are read back in {} of {} locales.\n\
         - Cardinals beyond, sampled: in {} of {}.\n\
         - Ordinals up to {EVERY}: in {} of the {} locales that have rules for them.\n\n\
         The rules are not what people write. Spellings that CLDR does not have (`vingt et un` without hyphens, `廿`, words \
         without their accents) are covered by unit tests. Years (`nineteen eighty-four`), the days of the Chinese \
         lunar month and Hebrew construct forms are rule sets of their own and not tried. `cargo test` reads back a sample of these forms; this page is made from all of them.\n\n\
         | locale | cardinals to {EVERY} | sampled to 10¹² | ordinals to {EVERY} |\n|---|---|---|---|\n",
        rows.len(),
        whole(0),
        rows.len(),
        whole(1),
        rows.len(),
        ordinals.iter().filter(|row| row.tallies[2].is_whole()).count(),
        ordinals.len(),
    );
    for row in rows {
        let _ = writeln!(out, "{}", row.line());
    }
    out.push_str("\n## Cardinals that are not read back\n\n");
    let reasons = reasons();
    for row in rows.iter().filter(|row| !(row.tallies[0].is_whole() && row.tallies[1].is_whole())) {
        let reason = reasons.get(row.locale.as_str()).copied().unwrap_or("not yet looked into");
        let wrong: Vec<&str> = row.tallies[..2].iter().flat_map(|tally| &tally.wrong).map(String::as_str).collect();
        let _ = writeln!(out, "- {}: {reason}. {}", row.locale, wrong.join("; "));
    }
    out.push_str(
        "\n## Ordinals that are not read back\n\n\
         Most of these are spelled by rules that people would not follow (Polish \
         `czterdziestasześćsetnasześciotysięczna`, Serbian `двадесет и четиристо трећи`), with words that the cardinals \
         do not have, or as plain cardinals, which cannot be told from a count (Arabic, Hebrew beyond ten, Burmese). \
         Indonesian, Malay and Sundanese make only the first word an ordinal, which is read up to the words of the table.\n\n",
    );
    for row in ordinals.iter().filter(|row| !row.tallies[2].is_whole()) {
        let _ = writeln!(out, "- {}: {}", row.locale, row.tallies[2].wrong.join("; "));
    }
    out
}
