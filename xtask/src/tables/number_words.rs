//! `number_words.tsv`: the words numbers are spelled with.
//!
//! The words are found by spelling many numbers with CLDR's rules (see
//! [`super::rbnf`]) and looking at what each rule wrote.

use std::collections::BTreeSet;

use crate::error::{Context as _, Result};
use serde_json::Value;

use super::fetch::{CORE, RBNF};
use super::locales::Locales;
use super::ordinal_words;
use super::rbnf::plural::PluralRules;
use super::rbnf::rules::{Part, RuleSets, digit_ordinals, parse_sets};
use super::rbnf::spell::Speller;
use super::rbnf::tokens::{Group, groups, is_separator};
use super::rbnf::words::{Role, Words};
use super::source::Source;
use super::table::{LocaleRows, Row, Spec, Table};

/// Numbers of thousands, millions … to try, to meet all plural forms.
const FACTORS: [u64; 26] =
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 19, 20, 21, 22, 25, 99, 100, 101, 111, 121, 200, 300, 500];

/// Languages whose numbers CLDR spells though it has little else of them.
const SPELLED_ONLY: [&str; 11] = ["ccp", "ee", "fa-AF", "ff", "kl", "lb", "lrc", "mt", "se", "su", "yue-Hans"];

/// What to add to some of them, to meet all linking words.
const REMAINDERS: [u64; 17] = [1, 2, 5, 10, 11, 21, 100, 101, 121, 200, 300, 400, 500, 600, 700, 800, 900];

pub(crate) fn table(source: &Source, locales: &Locales) -> Result<Table> {
    let plurals = source.json(CORE, "supplemental/plurals.json")?;
    let mut rows = LocaleRows::new();
    for locale in locales.iter().chain(SPELLED_ONLY) {
        if let Some(language) = Language::load(source, &plurals, locale)? {
            let words = language.words().context(format_args!("number words of {locale}"))?;
            rows.insert(locale.to_string(), words.entries.into_iter().map(row).collect());
        }
    }
    let spec = Spec {
        name: "number_words",
        columns: &["locale", "value", "role", "word"],
        packages: &[RBNF, CORE],
        about: "words of spelled-out cardinals and ordinals; SOURCES.md explains the roles",
    };
    Ok(Table::by_locale(spec, &rows, locales))
}

fn row((value, role, word): (u64, Role, String)) -> Row {
    vec![value.to_string(), role.name().to_string(), word]
}

/// What spelling many numbers brought to light.
struct Found {
    /// Words that are complete numbers.
    alone: BTreeSet<String>,
    groups: BTreeSet<Group>,
}

/// The spelling rules of one locale.
pub(crate) struct Language {
    pub(crate) sets: RuleSets,
    /// What stands before and behind the digits of ordinals.
    digit_ordinals: (BTreeSet<String>, BTreeSet<String>),
    pub(crate) plurals: PluralRules,
}

impl Language {
    /// `None` when CLDR has no rules of the locale's own.
    pub(crate) fn load(source: &Source, plurals: &Value, locale: &str) -> Result<Option<Self>> {
        let Some(json) = source.optional_json(RBNF, &format!("rbnf/{locale}.json"))? else {
            return Ok(None);
        };
        let sets = parse_sets(&json).context(format_args!("rules of {locale}"))?;
        let language = locale.split('-').next().unwrap_or(locale);
        let digit_ordinals = digit_ordinals(&json).context(format_args!("ordinals of {locale}"))?;
        Ok((!sets.is_empty()).then(|| Self { sets, digit_ordinals, plurals: PluralRules::new(plurals, language) }))
    }

    /// Names of the public rule sets for cardinal numbers.
    pub(crate) fn cardinal_sets(&self) -> impl Iterator<Item = &str> {
        self.sets.keys().map(String::as_str).filter(|name| {
            let wanted = ["%spellout-cardinal", "%spellout-numbering"];
            wanted.iter().any(|start| name.starts_with(start))
                && !["year", "ordinal", "days"].iter().any(|part| name.contains(part))
        })
    }

    /// Names of the public rule sets for ordinal numbers.
    pub(crate) fn ordinal_sets(&self) -> impl Iterator<Item = &str> {
        self.sets.keys().map(String::as_str).filter(|name| name.starts_with("%spellout-ordinal"))
    }

    pub(crate) fn words(&self) -> Result<Words> {
        let mut found = Found { alone: self.words_that_stand_alone()?, groups: BTreeSet::new() };
        for set in self.cardinal_sets() {
            self.spell_all(set, None, small_numbers().chain(big_numbers()), &mut found)?;
            for category in self.plural_categories() {
                self.spell_all(set, Some(category), big_numbers(), &mut found)?;
            }
        }
        let mut words = Words::from_groups(&found.groups);
        for set in self.cardinal_sets() {
            self.add_whole_words(set, &mut words)?;
        }
        for word in &found.alone {
            words.add_alone(word);
        }
        if self.sets_commas()? {
            words.entries.insert((0, Role::Comma, ",".to_owned()));
        }
        ordinal_words::add(self, &mut words)?;
        for (affixes, role) in
            [(&self.digit_ordinals.0, Role::OrdinalPrefix), (&self.digit_ordinals.1, Role::OrdinalEnding)]
        {
            let letters = |text: &String| text.trim_matches(|c: char| !c.is_alphabetic() && !is_mark(c)).to_owned();
            for affix in affixes.iter().map(letters).filter(|affix| !affix.is_empty()) {
                words.entries.insert((0, role, affix));
            }
        }
        Ok(words)
    }

    fn spell_all(
        &self,
        set: &str,
        forced_category: Option<&str>,
        numbers: impl Iterator<Item = u64>,
        found: &mut Found,
    ) -> Result<()> {
        let speller = self.speller(forced_category);
        for number in numbers {
            if let Some(pieces) = speller.spell(number, set)? {
                found.groups.extend(groups(&pieces, &found.alone));
            }
        }
        Ok(())
    }

    /// Whether a comma is written behind thousands or millions.
    fn sets_commas(&self) -> Result<bool> {
        for set in self.cardinal_sets() {
            for number in [1_001, 2_345, 2_345_678] {
                let pieces = self.speller(None).spell(number, set)?.unwrap_or_default();
                if pieces.iter().any(|piece| piece.text.contains(',')) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Small numbers that are spelled with one word.
    fn words_that_stand_alone(&self) -> Result<BTreeSet<String>> {
        let mut alone = BTreeSet::new();
        for set in self.cardinal_sets() {
            for number in 0..=20 {
                if let Some(pieces) = self.speller(None).spell(number, set)? {
                    alone.insert(pieces.into_iter().map(|piece| piece.text).collect());
                }
            }
        }
        Ok(alone)
    }

    pub(crate) fn speller<'a>(&'a self, forced_category: Option<&'a str>) -> Speller<'a> {
        Speller { sets: &self.sets, plurals: &self.plurals, forced_category }
    }

    /// The plural categories that rules have texts for.
    fn plural_categories(&self) -> BTreeSet<&str> {
        let rules = self.sets.values().flatten();
        rules
            .flat_map(|rule| &rule.parts)
            .filter_map(|part| match part {
                Part::Plural(choices) => Some(choices),
                _ => None,
            })
            .flatten()
            .map(|(category, _)| category.as_str())
            .collect()
    }

    /// Small and round numbers that several rules write as one word, such as
    /// Russian "двести" from "две" and "сти". Readers who look up whole words
    /// need them; Chinese and the like, written without spaces, do not.
    fn add_whole_words(&self, set: &str, words: &mut Words) -> Result<()> {
        for number in (0..=100).chain((200..1000).step_by(100)) {
            let Some(pieces) = self.speller(None).spell(number, set)? else {
                continue;
            };
            let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let word = text.trim();
            if word.contains(is_separator) {
                continue;
            }
            let round = number <= 20 || number % 10 == 0;
            if !words.composes(word) || (round && !word.chars().all(is_east_asian)) {
                words.add(number, Role::Unit, word);
            }
        }
        Ok(())
    }
}

/// Vowel signs and the like of Indic scripts, which `char::is_alphabetic` leaves out in part.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{dff}')
}

/// Chinese characters, kana and Hangul.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

/// All numbers below a thousand, and enough beyond to meet what follows it.
fn small_numbers() -> impl Iterator<Item = u64> {
    0..1200
}

/// Round numbers up to billions and above, and a few with remainders.
fn big_numbers() -> impl Iterator<Item = u64> {
    (3..=12).flat_map(|exponent| {
        let power = 10u64.pow(exponent);
        let round = FACTORS.iter().map(move |factor| factor * power);
        let others =
            [1, 2, 5, 11].into_iter().flat_map(move |factor| REMAINDERS.iter().map(move |rest| factor * power + rest));
        round.chain(others)
    })
}
