//! The phrase table of a locale: what CLDR and the hand-kept file say, merged, one line a phrase.
//!
//! The codes are those of `src/locale/meaning.rs`.

use crate::hand::File;
use crate::plain;
use crate::tokens::Tokens;
use crate::tsv::Tables;
use crate::units::Units;
use std::collections::{BTreeMap, BTreeSet};

/// A phrase in the form in which texts are searched for it.
pub fn key(phrase: &str) -> String {
    Tokens::of(phrase).key().to_owned()
}

/// Gathers codes by key.
#[derive(Default)]
pub struct Table(BTreeMap<String, BTreeSet<String>>);

impl Table {
    pub fn add(&mut self, phrase: &str, code: impl Into<String>) {
        let key = key(phrase);
        if !key.is_empty() {
            self.0.entry(key).or_default().insert(code.into());
        }
    }

    /// Adds a phrase in the form in which texts are searched for it.
    pub fn add_key(&mut self, key: String, code: String) {
        self.0.entry(key).or_default().insert(code);
    }

    /// Adds from another table the units of phrases that are no unit here.
    fn add_unknown_units(&mut self, other: Self) {
        let is_unit = |code: &String| code.starts_with(['u', 'U']);
        for (key, codes) in other.0 {
            let own = self.0.entry(key).or_default();
            if !own.iter().any(is_unit) {
                own.extend(codes);
            }
        }
    }

    fn add_all<'a>(&mut self, phrases: impl IntoIterator<Item = &'a String>, code: &str) {
        for phrase in phrases {
            self.add(phrase, code);
        }
    }

    /// Words that are also ordinary ones are numbers only beside others: magnitudes behind a number, the rest before a
    /// magnitude or behind a joiner.
    fn restrict_numbers(&mut self, words: &[String]) {
        for word in words {
            if let Some(codes) = self.0.get_mut(&key(word)) {
                let is_magnitude = codes.iter().any(|code| code.starts_with('x'));
                let restricted = codes.iter().filter_map(|code| Some(format!("N{}", code.strip_prefix('n')?)));
                let restricted: Vec<String> = restricted.filter(|_| !is_magnitude).collect();
                codes.retain(|code| !code.starts_with('n'));
                codes.extend(restricted);
            }
        }
        self.0.retain(|_, codes| !codes.is_empty());
    }

    /// Adds the spellings of number words without accents that are no other word of the table. Short ones may be other
    /// words that it does not have (Polish `piec`, oven): they are numbers only beside others.
    fn add_unaccented(&mut self, words: &BTreeSet<String>) {
        if words.iter().any(|word| plain::has_tones(word)) {
            return;
        }
        let german = words.iter().any(|word| word.contains('ß'));
        let mut added: Vec<(String, String)> = Vec::new();
        for word in words {
            let Some(codes) = self.0.get(word) else { continue };
            for (variant, own) in plain::variants(word, german) {
                let length = variant.chars().count();
                if self.0.contains_key(&variant) || (length < 4 && !plain::is_greek(word)) {
                    continue;
                }
                for code in codes {
                    let sure = own || length >= 6 || plain::is_greek(word);
                    match code.as_bytes()[0] {
                        b'n' | b'x' | b'O' if sure => added.push((variant.clone(), code.clone())),
                        b'n' => added.push((variant.clone(), format!("N{}", &code[1..]))),
                        _ => {}
                    }
                }
            }
        }
        for (variant, code) in added {
            self.0.entry(variant).or_default().insert(code);
        }
    }

    /// Takes away magnitudes made of others (百万, พันล้าน), which are read word by word: two thousand ten-thousands
    /// are not two thousands of ten million.
    fn drop_composed(&mut self) {
        let times = |table: &Self, word: &str| -> Option<u64> {
            let codes = table.0.get(word)?;
            codes.iter().find_map(|code| code.strip_prefix('x')?.parse().ok())
        };
        let is_composed = |table: &Self, key: &str, value: u64| {
            let mut cuts = key.match_indices(' ').map(|(at, _)| (&key[..at], &key[at + 1..]));
            cuts.any(|(a, b)| {
                let parts = times(table, a).zip(times(table, b)).filter(|(a, b)| a < b);
                let product = parts.and_then(|(a, b)| a.checked_mul(b));
                product == Some(value)
            })
        };
        let composed: Vec<(String, String)> = self
            .0
            .keys()
            .filter(|key| key.chars().all(|c| c == ' ' || crate::fold::stands_alone(c) || crate::fold::is_mark(c)))
            .filter_map(|key| Some((key.clone(), times(self, key)?)))
            .filter(|(key, value)| is_composed(self, key, *value))
            .map(|(key, value)| (key, format!("x{value}")))
            .collect();
        for (key, code) in composed {
            if let Some(codes) = self.0.get_mut(&key) {
                codes.remove(&code);
            }
        }
        self.0.retain(|_, codes| !codes.is_empty());
    }

    pub fn write(&self) -> String {
        let mut out = String::new();
        for (key, codes) in &self.0 {
            out.push_str(key);
            for code in codes {
                out.push('\t');
                out.push_str(code);
            }
            out.push('\n');
        }
        out
    }
}

/// The table of the locale whose rows are those of `chain`, with the language's hand-kept file.
pub fn table(tables: &Tables, units: &Units, chain: &[String], file: Option<&File>) -> Result<String, String> {
    let mut out = Table::default();
    for tag in chain {
        add_cldr(&mut out, tables, tag, file)?;
        units.add_cldr(&mut out, tables, tag);
    }
    // Spelling differs by region, and writers know both (`kilometers`, `kilometres`).
    if let [tag] = chain {
        for variant in tables.variants(tag) {
            let mut other = Table::default();
            units.add_cldr(&mut other, tables, &variant);
            out.add_unknown_units(other);
        }
    }
    if let Some(file) = file {
        add_hand(&mut out, file);
        for (word, names) in &file.units {
            for name in names.all() {
                out.add(word, format!("U{}", units.code(name)?));
            }
        }
        out.restrict_numbers(&file.numbers.never_alone);
    }
    out.drop_composed();
    let spelled = chain.iter().flat_map(|tag| tables.rows("number_words", tag)).map(|row| key(&row[3]));
    out.add_unaccented(&spelled.collect());
    Ok(out.write())
}

fn number(text: &str, row: &[String]) -> Result<u32, String> {
    text.parse().map_err(|_| format!("not a number in row {row:?}"))
}

/// Whether the name of a month or day is also an ordinary word.
fn is_ambiguous(file: &File, month_key: &str) -> bool {
    file.dates.ambiguous.iter().any(|word| key(word) == month_key)
}

fn add_cldr(out: &mut Table, tables: &Tables, tag: &str, file: Option<&File>) -> Result<(), String> {
    for row in tables.rows("number_words", tag) {
        let code = match row[2].as_str() {
            "unit" => format!("n{}", row[1]),
            "times" => format!("x{}", row[1]),
            "times-next" => format!("y{}", row[1]),
            "plus" => format!("a{}", row[1]),
            "ordinal" => format!("O{}", row[1]),
            "ordinal-mark" => "ow".to_owned(),
            "ordinal-ending" => "oe".to_owned(),
            "ordinal-prefix" => "op".to_owned(),
            "joiner" => "j".to_owned(),
            // It says how the words are joined (build.rs).
            "comma" | "ordinal-first" => continue,
            _ => return Err(format!("number_words: unknown role in {row:?}")),
        };
        out.add(&row[3], code);
    }
    for row in tables.rows("compact", tag) {
        let value = 10u64.pow(number(&row[2], row)?);
        // The sign of abbreviations in Devanagari is a full stop.
        let mut chars = row[3].trim_end_matches(['.', '॰']).chars();
        match (chars.next(), chars.next()) {
            _ if value == 1 => {}
            // The spell-out rules know better (Nepali करोड is ten million, not a million).
            _ if tables
                .rows("number_words", tag)
                .any(|word| word[2] == "times" && key(&word[3]) == key(&row[3]) && word[1] != value.to_string()) => {}
            // `kM`, `mM`: without regard to case, kilometres and millimetres.
            (_, Some(second)) if second.is_uppercase() && row[3].chars().count() == 2 => {}
            // A single letter is a magnitude only right behind digits, and in its own case (5M, 5k).
            (Some(letter), None) if !crate::fold::stands_alone(letter) => out.add(&row[3], format!("s{letter}{value}")),
            _ => {
                out.add(&row[3], format!("x{value}"));
                // A short form (`Mr`, `क॰`) is no number by itself; nor is a character such as 億, unless the spell-out
                // rules say so.
                if row[1] == "long" && !key(&row[3]).chars().all(crate::fold::stands_alone) {
                    out.add(&row[3], format!("n{value}"));
                }
            }
        }
    }
    for row in tables.rows("months", tag) {
        let month_key = key(&row[4]);
        // A single letter or a bare number is no month's name by itself.
        if month_key.chars().count() < 2 || month_key.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        // An abbreviation is a month only with a day or year beside it (English `mar`), unless it is the full name as
        // well; and between the
        // two only where the file says that it is another word (Czech `pro`).
        let is_wide = || {
            // `3月` is as full a name as 三月.
            let has_number = month_key.bytes().any(|byte| byte.is_ascii_digit());
            has_number || tables.rows("months", tag).any(|other| other[2] == "wide" && key(&other[4]) == month_key)
        };
        let is_short = row[2] != "wide" && !is_wide();
        let is_listed = file.is_some_and(|file| is_ambiguous(file, &month_key));
        if is_short && is_listed {
            out.add(&row[4], format!("mA{}", row[1]));
            continue;
        }
        let ambiguous = is_listed || is_short;
        out.add(&row[4], format!("{}{}", if ambiguous { 'M' } else { 'm' }, row[1]));
    }
    for row in tables.rows("weekdays", tag) {
        // A name that is also an ordinary word (Indonesian "minggu") is left to the phrases that the file gives; as an
        // ordinal it may still be the day.
        if row[2] == "wide" {
            let is_listed = file.is_some_and(|file| is_ambiguous(file, &key(&row[4])));
            out.add(&row[4], format!("{}{}", if is_listed { 'W' } else { 'w' }, row[1]));
        }
    }
    // Plain languages have complete rows, variants those that differ.
    let has_hours = tables.rows("day_period_hours", tag).next().is_some();
    let hours_of = if has_hours { tag } else { tag.split('-').next().unwrap_or(tag) };
    for row in tables.rows("day_periods", tag) {
        // The `a` and `p` of a clock's face are too short to be found in prose.
        // In other scripts a letter is all that is written (Arabic `م`).
        let is_letter = key(&row[3]).chars().count() == 1 && !row[3].starts_with(crate::fold::stands_alone);
        if is_letter && (row[2] == "narrow" || row[3].is_ascii()) {
            continue;
        }
        match row[1].as_str() {
            "am" => out.add(&row[3], "d0-12"),
            "pm" => out.add(&row[3], "d12-24"),
            "noon" | "midnight" if !file.is_some_and(|file| file.is_no_time(&row[3])) => {
                out.add(&row[3], if row[1] == "noon" { "T720" } else { "T0" });
            }
            period => {
                for hours in tables.rows("day_period_hours", hours_of).filter(|hours| hours[1] == period) {
                    out.add(&row[3], format!("d{}-{}", hours[2], hours[3]));
                }
            }
        }
    }
    for row in tables.rows("eras", tag) {
        // `CE` and the like mean many things; with other letters they are an era beside a number only.
        if key(&row[2]).chars().count() > 1 {
            out.add(&row[2], if row[1] == "bc" { "eB" } else { "eC" });
        }
    }
    for row in tables.rows("other_months", tag) {
        let era = if row[1] == "persian" { 'P' } else { 'H' };
        out.add(&row[3], format!("m{era}{}", row[2]));
    }
    for row in tables.rows("quarters", tag) {
        out.add(&row[3], format!("Q{}", row[1]));
    }
    for row in tables.rows("periods", tag) {
        // Where the file says that the number stands behind the word, it has the word itself.
        let is_before = || file.is_some_and(|file| !file.dates.centuries_before.is_empty());
        match row[1].as_str() {
            "century" if is_before() => out.add(&row[3], "Cb"),
            "century" => out.add(&row[3], if row[2] == "several" { "Cm" } else { "C" }),
            _ => out.add(&row[3], "Q"),
        }
    }
    for row in tables.rows("percent", tag) {
        out.add(&row[2], if row[1] == "permille" { "%%" } else { "%" });
    }
    for row in tables.rows("currencies", tag) {
        let is_letter = key(&row[3]).chars().count() == 1 && row[3].chars().all(char::is_alphabetic);
        // A sign in letters is another word without its capital (`KM`, `Ft`).
        let letters = row[2] != "name" && row[3].chars().all(|c| c.is_alphabetic() || c == '.');
        let mark = if letters && row[3].starts_with(char::is_uppercase) { "!" } else { "" };
        if !is_letter {
            out.add(&row[3], format!("${mark}{}", row[1]));
        }
    }
    for row in tables.rows("conjunctions", tag) {
        out.add(&row[1], "a");
    }
    Ok(())
}

fn add_hand(out: &mut Table, file: &File) {
    let numbers = &file.numbers;
    for (word, value) in &numbers.words {
        out.add(word, format!("n{value}"));
        if *value >= 100 && value.to_string().trim_start_matches('1').bytes().all(|byte| byte == b'0') {
            out.add(word, format!("x{value}"));
        }
    }
    for (word, value) in &numbers.ordinals {
        match word.strip_suffix('*') {
            None => out.add(word, format!("O{value}")),
            Some(stem) => {
                let forms = numbers.ordinal_endings.iter().map(|ending| format!("{stem}{ending}"));
                forms.for_each(|form| out.add(&form, format!("O{value}")));
            }
        }
    }
    for (parts, code) in [(&numbers.fractions, 'f'), (&numbers.denominators, 't'), (&numbers.percents, '%')] {
        for (word, part) in parts {
            out.add(word, format!("{code}{part}"));
        }
    }
    for (ratios, code) in [(&numbers.ratios, 'l'), (&numbers.added, 'F'), (&numbers.added_to_next, 'b')] {
        for (word, ratio) in ratios {
            out.add(word, format!("{code}{ratio}"));
        }
    }
    for (word, times) in &numbers.multiples {
        out.add(word, format!("k{times}"));
    }
    for (word, value) in &numbers.times_next {
        out.add(word, format!("y{value}"));
    }
    for (word, value) in &numbers.dozen {
        out.add(word, format!("z{value}"));
    }
    for (word, values) in &numbers.vague {
        for value in values.all() {
            out.add(word, format!("v{value}"));
        }
    }
    for (word, month) in &file.dates.months {
        out.add(word, format!("{}{month}", if is_ambiguous(file, &key(word)) { 'M' } else { 'm' }));
    }
    for (word, day) in &file.dates.weekdays {
        out.add(word, format!("w{day}"));
    }
    let dates = &file.dates;
    for (word, era) in &dates.eras {
        if let Some(code) = crate::hand::era_code(era) {
            out.add(word, format!("e{code}"));
        }
    }
    for (word, month) in &dates.islamic_months {
        out.add(word, format!("mH{month}"));
    }
    for (word, tens) in &dates.decade_names {
        out.add(word, format!("D{tens}"));
    }
    for (minutes, kind) in
        [(&dates.minutes_before, "g"), (&dates.minutes_before_hour_word, "gh"), (&dates.minutes_behind, "G")]
    {
        for (word, by) in minutes {
            out.add(word, format!("{kind}{by}"));
        }
    }
    for (word, code) in &numbers.currencies {
        out.add(word, format!("${code}"));
    }
    let negation = &file.negation;
    for (phrases, code) in [
        (&numbers.joiners, "j"),
        (&numbers.not_numbers, "!"),
        (&numbers.approximately, "~"),
        (&numbers.at_least, ">"),
        (&numbers.at_most, "<"),
        (&numbers.counters, "c"),
        (&numbers.percent, "%"),
        (&numbers.ordinal_marks, "o"),
        (&numbers.fraction_marks, "q"),
        (&numbers.points, "."),
        (&numbers.range_openers, "Ro"),
        (&numbers.range_words, "Rw"),
        (&numbers.range_ands, "Ra"),
        (&numbers.part_words, "Rp"),
        (&numbers.whole_words, "RW"),
        (&numbers.ages, "A"),
        (&dates.early, "pE"),
        (&dates.middle, "pM"),
        (&dates.late, "pL"),
        (&dates.hours, "h"),
        (&dates.minutes, "i"),
        (&dates.clock, "H"),
        (&dates.am, "d0-12"),
        (&dates.pm, "d12-24"),
        (&dates.clock_before, "B"),
        (&dates.clock_articles, "b"),
        (&dates.noon, "T720"),
        (&dates.midnight, "T0"),
        (&dates.centuries, "C"),
        (&dates.centuries_before, "Cb"),
        (&dates.decades, "D"),
        (&dates.decades_before, "Db"),
        (&dates.decade_endings, "De"),
        (&dates.numbered, "N"),
        (&negation.words, "-S"),
        (&negation.apart, "-A"),
        (&negation.weak_words, "-L"),
        (&negation.not_negation, "-X"),
        (&negation.concord, "-C"),
        (&negation.going_on, "-N"),
        (&negation.lacking, "-W"),
        (&negation.loose, "-O"),
        (&negation.choice, "-Q"),
    ] {
        out.add_all(phrases, code);
    }
}
