//! A small formatter on CLDR's own files: how each language writes values.
//!
//! It shares nothing with the readers it is used to test but CLDR itself: it reads the JSON packages that
//! `cargo xtask tables` fetches, not the tables made from them. Numbers are spelled by the interpreter of CLDR's rules
//! that those tables are made with.

pub(crate) mod compact;
pub(crate) mod dates;
pub(crate) mod decimal;
pub(crate) mod number;
pub(crate) mod plural;

use crate::error::{Context as _, Result};
use crate::tables::fetch::{CORE, DATES, NUMBERS, UNITS};
use crate::tables::number_words;
use crate::tables::source::Source;
use compact::CompactStyle;
use dates::DateStyle;
use decimal::Decimal;
use number::NumberStyle;
use plural::Plurals;
use serde_json::Value;

/// All that is read of CLDR for one language.
pub(crate) struct Cldr {
    pub(crate) numbers: NumberStyle,
    /// The language's own digits, where texts use two sets.
    pub(crate) native: Option<NumberStyle>,
    pub(crate) cardinals: Plurals,
    pub(crate) ordinals: Plurals,
    pub(crate) compact_long: CompactStyle,
    pub(crate) compact_short: CompactStyle,
    compact_money: CompactStyle,
    pub(crate) dates: DateStyle,
    /// Joins an amount and a currency's name.
    named_money: Value,
    currencies: Value,
    units: Value,
    spelling: number_words::Language,
}

/// Files that hold facts of all languages, read once.
pub(crate) struct Shared {
    plurals: Value,
    ordinals: Value,
    systems: Value,
    periods: Value,
}

impl Shared {
    pub(crate) fn load(source: &Source) -> Result<Self> {
        let json = |file: &str| source.json(CORE, &format!("supplemental/{file}.json"));
        Ok(Self {
            plurals: json("plurals")?,
            ordinals: json("ordinals")?,
            systems: json("numberingSystems")?,
            periods: json("dayPeriods")?,
        })
    }
}

impl Cldr {
    pub(crate) fn load(source: &Source, shared: &Shared, language: &str) -> Result<Self> {
        let file = |package: &str, file: &str| -> Result<Value> {
            source.locale(package, language, file)?.context(format_args!("CLDR has no {file} for {language}"))
        };
        let numbers = file(NUMBERS, "numbers.json")?["numbers"].take();
        let digits = |system: &str| -> Result<String> {
            let digits = &shared.systems["supplemental"]["numberingSystems"][system]["_digits"];
            Ok(digits.as_str().context(format_args!("no digits of {system}"))?.to_owned())
        };
        // Chinese numerals are words: nobody writes them with separators.
        let native = numbers["otherNumberingSystems"]["native"].as_str();
        let native = native.filter(|system| !matches!(*system, "latn" | "hanidec"));
        let plurals =
            |value: &Value, kind: &str| Plurals::new(&value["supplemental"][format!("plurals-type-{kind}")][language]);
        let compact = |group: &str, width: &str, inner: &str| {
            CompactStyle::new(&numbers[format!("{group}-numberSystem-latn")][width][inner])
        };
        Ok(Self {
            native: native.map(|system| NumberStyle::new(&numbers, system, &digits(system)?)).transpose()?,
            numbers: NumberStyle::new(&numbers, "latn", &digits("latn")?)?,
            cardinals: plurals(&shared.plurals, "cardinal")?,
            ordinals: plurals(&shared.ordinals, "ordinal")?,
            compact_long: compact("decimalFormats", "long", "decimalFormat"),
            compact_short: compact("decimalFormats", "short", "decimalFormat"),
            compact_money: compact("currencyFormats", "short", "standard"),
            dates: DateStyle::new(
                file(DATES, "ca-gregorian.json")?["dates"]["calendars"]["gregorian"].take(),
                &shared.periods["supplemental"]["dayPeriodRuleSet"][language],
            ),
            named_money: numbers["currencyFormats-numberSystem-latn"].clone(),
            currencies: file(NUMBERS, "currencies.json")?["numbers"]["currencies"].take(),
            units: file(UNITS, "units.json")?["units"].take(),
            spelling: number_words::Language::load(source, &shared.plurals, language)?
                .context(format_args!("CLDR has no rules for spelling numbers in {language}"))?,
        })
    }

    /// A number in words, by one of the language's public rules; none where the rules write digits.
    pub(crate) fn spell(&self, number: u64, rules: &str) -> Result<Option<String>> {
        let pieces = self.spelling.speller(None).spell(number, rules)?;
        // Joints that CLDR marks for hyphenation are not seen in running text.
        let is_joint = |c: &char| matches!(c, '\u{ad}' | '\u{200b}');
        Ok(pieces.map(|pieces| pieces.iter().flat_map(|piece| piece.text.chars()).filter(|c| !is_joint(c)).collect()))
    }

    /// A measure: `5 km`, `5 Kilometer`. `width` is `long`, `short` or `narrow`.
    pub(crate) fn measure(&self, number: Decimal, unit: &str, width: &str, grouped: bool) -> Result<String> {
        let forms = &self.units[width][unit];
        let category = self.cardinals.category(number, 0);
        let pattern = form(forms, "unitPattern", category);
        let pattern = pattern.context(format_args!("no pattern of {unit} in width {width}"))?;
        Ok(pattern.replace("{0}", &self.numbers.write(number, grouped)))
    }

    /// An amount with the currency's symbol; with its narrow symbol where `narrow` says so and there is one.
    pub(crate) fn money(&self, number: Decimal, code: &str, narrow: bool) -> String {
        self.numbers.write_money(number, self.symbol(code, narrow))
    }

    /// `$2.5M`; none where the language does not shorten amounts of this size.
    pub(crate) fn compact_money(&self, number: Decimal, code: &str) -> Option<String> {
        self.compact_money.write_money(number, self.symbol(code, false), &self.numbers, &self.cardinals)
    }

    /// An amount with the currency's code: `USD 1,200`.
    pub(crate) fn coded_money(&self, number: Decimal, code: &str) -> String {
        self.numbers.write_money(number, code)
    }

    /// An amount with the currency's name: `1.200 Euro`; with `compact`, `2,5 Millionen Euro` where there is a word.
    pub(crate) fn named_money(&self, number: Decimal, code: &str, compact: bool) -> Result<String> {
        let short = compact.then(|| self.compact_long.write(number, &self.numbers, &self.cardinals)).flatten();
        let category = match short {
            Some(_) => self.compact_long.category(number, &self.cardinals),
            None => self.cardinals.category(number, 0),
        };
        let written = short.unwrap_or_else(|| self.numbers.write(number, true));
        let names = &self.currencies[code];
        let name = form(names, "displayName", category).or_else(|| names["displayName"].as_str());
        let name = name.context(format_args!("no name of {code}"))?;
        let pattern = form(&self.named_money, "unitPattern", category).context("no pattern for named currencies")?;
        Ok(fill_two(pattern, &written, name))
    }

    fn symbol<'a>(&'a self, code: &'a str, narrow: bool) -> &'a str {
        let symbols = &self.currencies[code];
        let narrow = narrow.then(|| symbols["symbol-alt-narrow"].as_str()).flatten();
        narrow.or_else(|| symbols["symbol"].as_str()).unwrap_or(code)
    }

    /// A range of two numbers: `10–15`.
    pub(crate) fn range(&self, from: &str, to: &str) -> String {
        fill_two(&self.numbers.range, from, to)
    }

    /// Writes a pattern's text with a number in it, as compact forms do.
    pub(crate) fn percent_word(&self, number: Decimal) -> Result<String> {
        self.measure(number, "concentr-percent", "long", true)
    }
}

/// The form for a plural category, else the general one.
fn form<'a>(forms: &'a Value, key: &str, category: &str) -> Option<&'a str> {
    let of = |category: &str| forms[format!("{key}-count-{category}")].as_str();
    of(category).or_else(|| of("other"))
}

fn fill_two(pattern: &str, first: &str, second: &str) -> String {
    // One pass, so that what is put in is never taken for a place.
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("{0}") {
            out.push_str(first);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("{1}") {
            out.push_str(second);
            rest = after;
        } else {
            out.push('{');
            rest = &rest[1..];
        }
    }
    out + rest
}
