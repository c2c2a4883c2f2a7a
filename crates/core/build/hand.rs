//! The hand-kept language files: their format, and what is refused. `languages/README.md` documents it.

use crate::affixes::{beginnings, endings};
use crate::by_language::ByLanguage;
use crate::inflection::{Address, Inflection};
use crate::phrases::key;
use crate::units::Names;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A language file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub language: String,
    #[allow(dead_code)]
    pub note: String,
    #[serde(default)]
    pub segmentation: Segmentation,
    #[serde(default)]
    pub words: Words,
    #[serde(default)]
    pub names: crate::names::Names,
    #[serde(default)]
    pub numbers: Numbers,
    #[serde(default)]
    pub dates: Dates,
    #[serde(default)]
    pub negation: Negation,
    #[serde(default)]
    pub units: BTreeMap<String, Names>,
    #[serde(default)]
    pub inflection: Inflection,
    #[serde(default)]
    pub address: Address,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Segmentation {
    pub abbreviations: Vec<String>,
    pub ending: Vec<String>,
    pub ordinal_dot: bool,
    pub terminators: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Words {
    pub prefixes: Vec<String>,
    pub suffixes: Vec<String>,
    pub doubles: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Numbers {
    pub words: BTreeMap<String, u64>,
    pub times_next: BTreeMap<String, u64>,
    pub solid: bool,
    pub joiners: Vec<String>,
    pub not_numbers: Vec<String>,
    pub never_alone: Vec<String>,
    pub vague: BTreeMap<String, Values>,
    pub approximately: Vec<String>,
    pub at_least: Vec<String>,
    pub at_most: Vec<String>,
    pub dozen: BTreeMap<String, u64>,
    pub counters: Vec<String>,
    pub percent: Vec<String>,
    pub ordinal_marks: Vec<String>,
    pub ordinals: BTreeMap<String, u64>,
    pub ordinal_endings: Vec<String>,
    pub fraction_marks: Vec<String>,
    pub fractions: BTreeMap<String, u32>,
    pub denominators: BTreeMap<String, u32>,
    pub ratios: BTreeMap<String, String>,
    pub added: BTreeMap<String, String>,
    pub added_to_next: BTreeMap<String, String>,
    pub percents: BTreeMap<String, u32>,
    pub points: Vec<String>,
    pub multiples: BTreeMap<String, u64>,
    pub range_openers: Vec<String>,
    pub range_words: Vec<String>,
    pub range_ands: Vec<String>,
    pub part_words: Vec<String>,
    pub whole_words: Vec<String>,
    pub ages: Vec<String>,
    pub currencies: BTreeMap<String, String>,
}

/// One value, or several that a word may have.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Values {
    One(u64),
    Several(Vec<u64>),
}

impl Values {
    pub fn all(&self) -> &[u64] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Several(values) => values,
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Dates {
    pub months: BTreeMap<String, u8>,
    pub ambiguous: Vec<String>,
    pub weekdays: BTreeMap<String, u8>,
    pub parts_follow: bool,
    pub early: Vec<String>,
    pub middle: Vec<String>,
    pub late: Vec<String>,
    pub hours: Vec<String>,
    pub minutes: Vec<String>,
    pub clock: Vec<String>,
    pub am: Vec<String>,
    pub pm: Vec<String>,
    pub clock_before: Vec<String>,
    pub clock_articles: Vec<String>,
    pub noon: Vec<String>,
    pub midnight: Vec<String>,
    pub no_names_of_times: Vec<String>,
    pub minutes_before: BTreeMap<String, i16>,
    pub minutes_before_hour_word: BTreeMap<String, i16>,
    pub minutes_behind: BTreeMap<String, i16>,
    pub centuries: Vec<String>,
    pub centuries_before: Vec<String>,
    pub decades: Vec<String>,
    pub decades_before: Vec<String>,
    pub decade_endings: Vec<String>,
    pub decade_names: BTreeMap<String, u8>,
    pub islamic_months: BTreeMap<String, u8>,
    pub eras: BTreeMap<String, String>,
    pub calendar: Option<String>,
    pub numbered: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Negation {
    pub words: Vec<String>,
    pub pairs: Vec<(String, String)>,
    pub apart: Vec<String>,
    pub prefixes: Vec<String>,
    pub suffixes: Vec<String>,
    pub circumfixes: BTreeMap<String, Vec<String>>,
    pub anywhere: Vec<String>,
    pub weak_words: Vec<String>,
    pub weak_prefixes: Vec<String>,
    pub weak_suffixes: Vec<String>,
    pub weak_anywhere: Vec<String>,
    pub not_negation: Vec<String>,
    pub not_negation_pairs: Vec<(String, String)>,
    pub concord: Vec<String>,
    pub going_on: Vec<String>,
    pub lacking: Vec<String>,
    pub loose: Vec<String>,
    pub verb_final: bool,
    pub choice: Vec<String>,
}

/// Rust for a language of which nothing is known by hand.
pub const EMPTY_KNOWLEDGE: &str = "const EMPTY: Knowledge = Knowledge { abbreviations: &[], ending: &[], \
    ordinal_dot: false, solid: false, calendar: None, parts_follow: false, doubles_words: false, terminators: &[], prefixes: &[], beginnings: NONE, suffixes: &[], \
    endings: NONE, negation_pairs: &[], negation_firsts: NONE, \
    negation_prefixes: NONE, negation_suffixes: NONE, negation_circumfixes: &[], negation_anywhere: &[], \
    weak_prefixes: NONE, weak_suffixes: NONE, weak_anywhere: &[], \
    not_negation: &[], not_negation_pairs: &[], not_negation_firsts: NONE, known: true, knows_negation: true, verb_final: false };\n\
    const NONE: Affixes = Affixes(&[]);\n";

/// The code of an era: `bc`, `ad`, `buddhist`, `roc`, `persian`, `islamic`, `ethiopic`, or the year in which a Japanese
/// era began (`2019`).
pub fn era_code(era: &str) -> Option<String> {
    Some(match era {
        "bc" => "B".to_owned(),
        "ad" => "C".to_owned(),
        "buddhist" => "T".to_owned(),
        "roc" => "M".to_owned(),
        "persian" => "P".to_owned(),
        "islamic" => "H".to_owned(),
        "ethiopic" => "E".to_owned(),
        year => format!("R{}", year.parse::<u16>().ok()?),
    })
}

/// The Rust expression of the calendar of a language.
fn calendar(name: Option<&str>) -> &'static str {
    match name {
        Some("buddhist") => "Some(Era::Buddhist)",
        Some("persian") => "Some(Era::Persian)",
        Some("islamic") => "Some(Era::Islamic)",
        Some("ethiopic") => "Some(Era::Ethiopic)",
        _ => "None",
    }
}

impl ByLanguage for File {
    fn language(&self) -> &str {
        &self.language
    }

    fn check(&self) -> Result<(), String> {
        self.problems()
    }
}

/// Entries in byte order, each once.
fn sorted(list: &[String]) -> Vec<&String> {
    list.iter().collect::<BTreeSet<_>>().into_iter().collect()
}

/// Entries folded as texts are, the longest first.
fn folded(list: &[String]) -> Vec<String> {
    let mut out: Vec<String> = list.iter().map(|text| crate::fold::fold(text)).collect();
    out.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    out.dedup();
    out
}

/// Whether a text is a ratio of two whole numbers, the lower one positive.
fn is_ratio(text: &str) -> bool {
    let parts = text.split_once('/');
    parts.is_some_and(|(above, below)| above.parse::<i32>().is_ok() && below.parse::<u32>().is_ok_and(|it| it > 0))
}

impl File {
    /// Whether a name of noon or midnight in CLDR means other things as well (Polish *południe*, south).
    pub fn is_no_time(&self, name: &str) -> bool {
        self.dates.no_names_of_times.iter().any(|word| key(word) == key(name))
    }

    fn problems(&self) -> Result<(), String> {
        self.inflection.check()?;
        self.address.check()?;
        self.names.check()?;
        let negation = &self.negation;
        let numbers = &self.numbers;
        for (name, list) in [
            ("segmentation.abbreviations", &self.segmentation.abbreviations),
            ("segmentation.ending", &self.segmentation.ending),
            ("words.prefixes", &self.words.prefixes),
            ("words.suffixes", &self.words.suffixes),
            ("numbers.joiners", &numbers.joiners),
            ("numbers.not_numbers", &numbers.not_numbers),
            ("numbers.never_alone", &numbers.never_alone),
            ("numbers.approximately", &numbers.approximately),
            ("numbers.at_least", &numbers.at_least),
            ("numbers.at_most", &numbers.at_most),
            ("numbers.counters", &numbers.counters),
            ("numbers.percent", &numbers.percent),
            ("numbers.ordinal_marks", &numbers.ordinal_marks),
            ("numbers.fraction_marks", &numbers.fraction_marks),
            ("numbers.points", &numbers.points),
            ("numbers.range_openers", &numbers.range_openers),
            ("numbers.range_words", &numbers.range_words),
            ("numbers.range_ands", &numbers.range_ands),
            ("numbers.part_words", &numbers.part_words),
            ("numbers.whole_words", &numbers.whole_words),
            ("numbers.ages", &numbers.ages),
            ("dates.ambiguous", &self.dates.ambiguous),
            ("dates.early", &self.dates.early),
            ("dates.middle", &self.dates.middle),
            ("dates.late", &self.dates.late),
            ("dates.hours", &self.dates.hours),
            ("dates.minutes", &self.dates.minutes),
            ("dates.clock", &self.dates.clock),
            ("dates.am", &self.dates.am),
            ("dates.pm", &self.dates.pm),
            ("dates.clock_before", &self.dates.clock_before),
            ("dates.clock_articles", &self.dates.clock_articles),
            ("dates.noon", &self.dates.noon),
            ("dates.midnight", &self.dates.midnight),
            ("dates.no_names_of_times", &self.dates.no_names_of_times),
            ("dates.centuries", &self.dates.centuries),
            ("dates.centuries_before", &self.dates.centuries_before),
            ("dates.decades", &self.dates.decades),
            ("dates.decades_before", &self.dates.decades_before),
            ("dates.decade_endings", &self.dates.decade_endings),
            ("dates.numbered", &self.dates.numbered),
            ("negation.words", &negation.words),
            ("negation.apart", &negation.apart),
            ("negation.prefixes", &negation.prefixes),
            ("negation.suffixes", &negation.suffixes),
            ("negation.anywhere", &negation.anywhere),
            ("negation.weak_words", &negation.weak_words),
            ("negation.weak_prefixes", &negation.weak_prefixes),
            ("negation.weak_suffixes", &negation.weak_suffixes),
            ("negation.weak_anywhere", &negation.weak_anywhere),
            ("negation.not_negation", &negation.not_negation),
            ("negation.concord", &negation.concord),
            ("negation.going_on", &negation.going_on),
            ("negation.lacking", &negation.lacking),
            ("negation.loose", &negation.loose),
            ("negation.choice", &negation.choice),
        ] {
            let mut seen = BTreeSet::new();
            for entry in list {
                if entry.trim().is_empty() {
                    return Err(format!("{name}: an empty entry"));
                }
                if !seen.insert(entry) {
                    return Err(format!("{name}: {entry:?} stands there twice"));
                }
            }
        }
        if let Some((word, month)) =
            self.dates.months.iter().chain(&self.dates.islamic_months).find(|(_, month)| !(1..=12).contains(*month))
        {
            return Err(format!("dates.months: {word:?} = {month} is no month (1 to 12)"));
        }
        if let Some((word, day)) = self.dates.weekdays.iter().find(|(_, day)| !(1..=7).contains(*day)) {
            return Err(format!("dates.weekdays: {word:?} = {day} is no day of the week (Monday is 1, Sunday 7)"));
        }
        if let Some((word, tens)) = self.dates.decade_names.iter().find(|(_, tens)| **tens > 90 || **tens % 10 != 0) {
            return Err(format!("dates.decade_names: {word:?} = {tens} is no decade (0 to 90, by tens)"));
        }
        let eras = self.dates.eras.iter().map(|(word, era)| (word.as_str(), era.as_str()));
        let calendar = self.dates.calendar.as_deref().map(|era| ("calendar", era));
        if let Some((word, era)) = eras.chain(calendar).find(|(_, era)| era_code(era).is_none()) {
            return Err(format!("dates.eras: {word:?} = {era:?} is no era (see README.md)"));
        }
        let minutes = [&self.dates.minutes_before, &self.dates.minutes_before_hour_word, &self.dates.minutes_behind];
        if let Some((word, minutes)) = minutes.iter().flat_map(|map| map.iter()).find(|(_, by)| by.abs() >= 60) {
            return Err(format!("dates.minutes_*: {word:?} = {minutes} is an hour or more"));
        }
        let is_code = |code: &str| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if let Some((word, code)) = numbers.currencies.iter().find(|(_, code)| !is_code(code)) {
            return Err(format!("numbers.currencies: {word:?} = {code:?} is no ISO 4217 code (three capitals)"));
        }
        for (name, ratios) in [
            ("numbers.ratios", &numbers.ratios),
            ("numbers.added", &numbers.added),
            ("numbers.added_to_next", &numbers.added_to_next),
        ] {
            if let Some((word, ratio)) = ratios.iter().find(|(_, ratio)| !is_ratio(ratio)) {
                return Err(format!("{name}: {word:?} = {ratio:?} is no ratio (\"3/2\", \"-1/4\")"));
            }
        }
        for (name, parts) in
            [("numbers.fractions", &numbers.fractions), ("numbers.denominators", &numbers.denominators)]
        {
            if let Some((word, part)) = parts.iter().find(|(_, part)| **part < 2) {
                return Err(format!("{name}: {word:?} = {part} is no part of a whole (2 for a half)"));
            }
        }
        let is_weak = |word: &&String| negation.weak_words.iter().any(|weak| key(weak) == key(word));
        for (name, list) in [("negation.lacking", &negation.lacking), ("negation.loose", &negation.loose)] {
            if let Some(missing) = list.iter().find(|word| !is_weak(word)) {
                return Err(format!("{name}: {missing:?} is not among the weak words"));
            }
        }
        let is_sure = |word: &&String| negation.words.iter().any(|sure| key(sure) == key(word));
        for (name, list) in [("negation.concord", &negation.concord), ("negation.going_on", &negation.going_on)] {
            if let Some(missing) = list.iter().find(|word| !is_sure(word)) {
                return Err(format!("{name}: {missing:?} is not among the words that negate"));
            }
        }
        if let Some(missing) =
            self.segmentation.ending.iter().find(|entry| !self.segmentation.abbreviations.contains(entry))
        {
            return Err(format!("segmentation.ending: {missing:?} is not among the abbreviations"));
        }
        Ok(())
    }

    /// The Rust expression of the language's `Knowledge`.
    pub fn knowledge(&self) -> String {
        let negation = &self.negation;
        let keys = |pairs: &[(String, String)]| pairs.iter().map(|(a, b)| (key(a), key(b))).collect::<Vec<_>>();
        // Of the first parts of pairs: their first words, by whose endings a text is searched.
        let firsts = |pairs: &[(String, String)]| {
            let words = pairs.iter().map(|(first, _)| first.split(' ').next().unwrap_or_default().to_owned());
            endings(&words.collect::<Vec<_>>())
        };
        let circumfixes: String = negation
            .circumfixes
            .iter()
            .map(|(prefix, suffixes)| format!("({:?}, {}), ", crate::fold::fold(prefix), endings(&folded(suffixes))))
            .collect();
        let (pairs, not_pairs) = (keys(&negation.pairs), keys(&negation.not_negation_pairs));
        let (prefixes, suffixes) = (folded(&self.words.prefixes), folded(&self.words.suffixes));
        format!(
            "Knowledge {{ abbreviations: &{:?}, ending: &{:?}, ordinal_dot: {}, solid: {}, calendar: {}, parts_follow: {}, doubles_words: {}, terminators: &{:?}, \
             prefixes: &{prefixes:?}, beginnings: {}, suffixes: &{suffixes:?}, endings: {}, \
             negation_pairs: &{pairs:?}, negation_firsts: {}, negation_prefixes: {}, negation_suffixes: {}, \
             negation_circumfixes: &[{circumfixes}], \
             negation_anywhere: &{:?}, weak_prefixes: {}, weak_suffixes: {}, weak_anywhere: &{:?}, \
             not_negation: &{:?}, not_negation_pairs: &{not_pairs:?}, not_negation_firsts: {}, known: true, \
             knows_negation: {}, verb_final: {} }}",
            sorted(&self.segmentation.abbreviations),
            sorted(&self.segmentation.ending),
            self.segmentation.ordinal_dot,
            self.numbers.solid,
            calendar(self.dates.calendar.as_deref()),
            self.dates.parts_follow,
            self.words.doubles,
            self.segmentation.terminators,
            beginnings(&prefixes),
            endings(&suffixes),
            firsts(&pairs),
            beginnings(&folded(&negation.prefixes)),
            endings(&folded(&negation.suffixes)),
            folded(&negation.anywhere),
            beginnings(&folded(&negation.weak_prefixes)),
            endings(&folded(&negation.weak_suffixes)),
            folded(&negation.weak_anywhere),
            folded(&negation.not_negation),
            firsts(&not_pairs),
            negation.is_given(),
            negation.verb_final,
        )
    }
}

impl Negation {
    /// Whether the file says what surely negates: without, sentences without a negation cannot be told.
    fn is_given(&self) -> bool {
        [&self.words, &self.apart, &self.prefixes, &self.suffixes, &self.anywhere].iter().any(|list| !list.is_empty())
            || !self.pairs.is_empty()
            || !self.circumfixes.is_empty()
    }
}
