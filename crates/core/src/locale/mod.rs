//! What is known of a language: its number symbols, its words for numbers, dates, bounds and negation.
//!
//! The data are compiled by `build.rs` from `tables/` (CLDR) and `languages/` (hand-kept) into one phrase
//! table a locale, which is searched as it lies: nothing is parsed at start-up.

mod affixes;
mod cues;
mod hash;
mod kinds;
mod meaning;
mod phrases;
mod territories;

pub use affixes::Affixes;
pub(crate) use cues::CueHit;
pub(crate) use kinds::Kinds;
pub use meaning::{CenturyWord, ClockWord, DecadeMark, Meaning, NegationTrait, Side};

use crate::facts::{Currency, Era};
use crate::language::LanguageTag;
use crate::tokens::{Gap, Token, Tokens};
use cues::{CueTable, NO_CUES};
use phrases::{Phrases, Sense, begins_with};

/// The conventions and vocabulary of one locale. Cheap to copy: a handle to static data.
#[derive(Debug, Clone, Copy)]
pub struct Locale(&'static LocaleData);

/// How numbers are written with the digits of one numbering system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symbols {
    /// The digit zero of the system.
    pub zero: char,
    /// What stands before the decimals.
    pub decimal: char,
    /// What stands between groups of digits.
    pub group: char,
}

/// Hand-kept knowledge of a language: what CLDR does not say (`languages/*.toml`).
#[derive(Debug, Default)]
pub struct Knowledge {
    /// Abbreviations with their full stop, sorted; case matters.
    pub abbreviations: &'static [&'static str],
    /// Those among them that may end a sentence, sorted.
    pub ending: &'static [&'static str],
    /// Whether a number with a full stop before a word is an ordinal.
    pub ordinal_dot: bool,
    /// Whether tens and hundreds are written onto what they multiply, never apart from it.
    pub solid: bool,
    /// The calendar in which years are counted by default, where it is not the Gregorian one.
    pub calendar: Option<Era>,
    /// Whether *early*, *middle*, *late* stand behind the month, not before it.
    pub parts_follow: bool,
    /// Whether words are doubled on purpose, as grammar or for stress.
    pub doubles_words: bool,
    /// Sentence ends that Unicode does not know as such.
    pub terminators: &'static [&'static str],
    /// Particles written onto the front of a word, longest first.
    pub prefixes: &'static [&'static str],
    /// The same, to be searched for.
    pub beginnings: Affixes,
    /// Endings that a month's name or a number word may carry, longest first.
    pub suffixes: &'static [&'static str],
    /// The same, to be searched for.
    pub endings: Affixes,
    /// Negations in two parts, each a phrase key.
    pub negation_pairs: &'static [(&'static str, &'static str)],
    /// The first words of their first parts, as endings: a particle may be written onto them.
    pub negation_firsts: Affixes,
    /// Beginnings that surely negate a word.
    pub negation_prefixes: Affixes,
    /// Endings that surely negate a word.
    pub negation_suffixes: Affixes,
    /// Beginnings that surely negate a word with one of some endings.
    pub negation_circumfixes: &'static [(&'static str, Affixes)],
    /// Strings that surely negate wherever they stand.
    pub negation_anywhere: &'static [&'static str],
    /// Beginnings that give a word a negative sense.
    pub weak_prefixes: Affixes,
    /// Endings that give a word a negative sense.
    pub weak_suffixes: Affixes,
    /// Strings with a negative sense wherever they stand.
    pub weak_anywhere: &'static [&'static str],
    /// Phrases with a negation in them that do not negate.
    pub not_negation: &'static [&'static str],
    /// Phrases in two parts with a negation in one of them that do not negate, each a phrase key.
    pub not_negation_pairs: &'static [(&'static str, &'static str)],
    /// The first words of their first parts, as endings.
    pub not_negation_firsts: Affixes,
    /// Whether there is a file for the language at all.
    pub known: bool,
    /// Whether the file says how clauses are negated.
    pub knows_negation: bool,
    /// Whether verbs, and with them negations, stand at the end of their clause.
    pub verb_final: bool,
}

impl Knowledge {
    /// Whether words are negated, or given a negative sense, by their form.
    #[must_use]
    pub fn negates_by_form(&self) -> bool {
        let affixes = [self.negation_prefixes, self.negation_suffixes, self.weak_prefixes, self.weak_suffixes];
        !affixes.into_iter().all(Affixes::is_empty)
            || !self.negation_circumfixes.is_empty()
            || !self.negation_anywhere.is_empty()
            || !self.weak_anywhere.is_empty()
    }
}

/// The static data of one locale.
#[derive(Debug)]
pub struct LocaleData {
    /// CLDR locale identifier with hyphens.
    tag: &'static str,
    phrases: Phrases,
    /// Number symbols; the first is the default.
    symbols: &'static [Symbols],
    /// Beginnings by which inflected names of months are known, with the month, longest first.
    month_stems: &'static [(&'static str, u8)],
    /// Whether CLDR writes the names of months with a capital.
    capitalises_months: bool,
    /// The order of day, month and year in a date in digits.
    date_order: DateOrder,
    /// How days with their months, and months with their years, are written in digits.
    digit_dates: &'static [DigitDate],
    /// Whether times are written by a clock of twelve hours.
    twelve_hours: bool,
    /// Single words that stand for numbers, multiply or join them, sorted: what solid compounds are made of.
    number_words: &'static [(&'static str, Piece)],
    /// The shortest of them, with one of which all others begin.
    number_beginnings: Affixes,
    /// Whether CLDR spells numbers out in this language, so that a spelled-out number is read.
    spells: bool,
    /// The currency of the region that the locale names or is most used in.
    currency: Option<Currency>,
    /// Whether numbers go on with ten to nineteen after a number of twenties (*soixante-dix*).
    by_twenties: bool,
    /// Whether a comma may stand behind the thousands of a spelled-out number (*one thousand, two hundred*).
    commas: bool,
    /// Whether the first word of an ordinal is one, and the others are cardinals (Indonesian `kedua puluh satu`).
    ordinal_first: bool,
    knowledge: &'static Knowledge,
    /// Words for *must*, *all*, *if*, *up*, *always* and the like.
    cues: &'static CueTable,
}

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// In which order a date in digits gives its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 31/12/2020
    DayMonthYear,
    /// 12/31/2020
    MonthDayYear,
    /// 2020/12/31
    YearMonthDay,
}

/// A day with its month, or a month with its year, in digits: `31/12`, `5.3.`, `2020-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigitDate {
    /// A month with its year.
    pub year: bool,
    /// Whether the month is the first of the two.
    pub month_first: bool,
    /// What stands between them.
    pub separator: &'static str,
    /// Whether a full stop ends it.
    pub dotted: bool,
}

/// A part of a number that is written as one word (`zwei` `hundert` `fünf` `und` `zwanzig`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Stands for its value.
    Number(u64),
    /// Multiplies what stands before it.
    Times(u64),
    /// Joins.
    Joiner,
    /// An ordinal.
    Ordinal(u64),
}

/// A phrase of a locale's vocabulary found in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Its first token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// What it means.
    pub meaning: Meaning,
}

impl Locale {
    /// The locale of a language, by CLDR's fallback (`pt-BR` → `pt` → root).
    #[must_use]
    pub fn of(language: &LanguageTag) -> Self {
        let named = |tag: &str| LOCALES.binary_search_by(|data| data.tag.cmp(tag)).ok().map(|at| Self(&LOCALES[at]));
        // Most tags are a language and nothing else, or end in one.
        if !language.is_plain() {
            let found = language.fallbacks().find_map(|tag| named(&tag));
            return found.unwrap_or(Self(&ROOT));
        }
        named(language.language()).unwrap_or(Self(&ROOT))
    }

    /// Whether anything is known of the language.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.0.tag != ROOT.tag
    }

    /// Whether numbers spelled out in this language are read.
    #[must_use]
    pub fn spells_numbers(&self) -> bool {
        self.0.spells
    }

    /// The currency of the region that the locale names or is most used in: what a bare `$` or `kr` probably is.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.0.currency
    }

    /// Whether spelled-out numbers go on with ten to nineteen after a number of twenties.
    pub(crate) fn counts_by_twenties(&self) -> bool {
        self.0.by_twenties
    }

    /// Whether a comma may stand behind the thousands of a spelled-out number.
    pub(crate) fn sets_commas_in_numbers(&self) -> bool {
        self.0.commas
    }

    /// Whether the first word of an ordinal is one, and the others are cardinals.
    pub(crate) fn ordinals_lead(&self) -> bool {
        self.0.ordinal_first
    }

    /// Whether the names of months are written with a capital.
    #[must_use]
    pub fn capitalises_months(&self) -> bool {
        self.0.capitalises_months
    }

    /// The order of day, month and year in a date in digits.
    #[must_use]
    pub fn date_order(&self) -> DateOrder {
        self.0.date_order
    }

    /// How days with their months, and months with their years, are written in digits.
    #[must_use]
    pub fn digit_dates(&self) -> &'static [DigitDate] {
        self.0.digit_dates
    }

    /// Whether times are written by a clock of twelve hours.
    #[must_use]
    pub fn has_twelve_hours(&self) -> bool {
        self.0.twelve_hours
    }

    /// The tags of all locales with data of their own.
    pub fn all() -> impl Iterator<Item = &'static str> {
        LOCALES.iter().map(|data| data.tag)
    }

    /// CLDR's identifier of the locale whose data are used (`root` where nothing is known).
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.0.tag
    }

    /// Hand-kept knowledge of the language.
    #[must_use]
    pub fn knowledge(&self) -> &'static Knowledge {
        self.0.knowledge
    }

    /// The number symbols used with digits whose zero is `zero`.
    #[must_use]
    pub fn symbols(&self, zero: char) -> Symbols {
        let list = self.0.symbols;
        list.iter().find(|symbols| symbols.zero == zero).or(list.first()).copied().unwrap_or(Symbols {
            zero: '0',
            decimal: '.',
            group: ',',
        })
    }

    /// All phrases that begin with the token `index`, shortest first. A phrase does not reach over punctuation other
    /// than hyphens, apostrophes and the full stops of abbreviations.
    pub fn hits(&self, tokens: &Tokens, index: usize, out: &mut Vec<Hit>) {
        self.hits_behind(tokens, index, 0, out);
    }

    /// [`Locale::hits`] without the first `skip` bytes of the token's folded form: a particle written onto it.
    pub(crate) fn hits_behind(&self, tokens: &Tokens, index: usize, skip: usize, out: &mut Vec<Hit>) {
        let phrases = &self.0.phrases;
        let Some(mut at) = phrases.first_with(&tokens.folded(index)[skip..]) else { return };
        let list = tokens.list();
        let mut end = index + 1;
        // Units alone are written with a stroke (`km/h`).
        let mut stroke = false;
        // `at` is the first phrase that begins with the words read so far; all others that do follow.
        loop {
            let words = &tokens.folded_run(index, end)[skip..];
            if phrases.key(at).len() == words.len() {
                let senses = phrases.senses(at).iter().filter(|sense| !sense.apart || stands_apart(list, index, end));
                let senses = senses.filter(|sense| !stroke || sense.meaning.is_of_units());
                out.extend(senses.map(|sense| Hit { start: index, end, meaning: sense.meaning }));
                at += 1;
                if at >= phrases.len() || !begins_with(phrases.key(at), words) {
                    break;
                }
            }
            let Some(next) = list.get(end).filter(|next| next.gap != Gap::Break || next.stroke) else { break };
            stroke |= next.stroke;
            end += 1;
            let Some(longer) = phrases.first_with(&tokens.folded_run(index, end)[skip..]) else { break };
            at = longer;
        }
    }

    /// The meanings of one folded word or phrase key.
    pub fn meanings(&self, key: &str) -> impl Iterator<Item = Meaning> + use<> {
        let phrases = &self.0.phrases;
        let senses: &[Sense] = phrases.find(key).map_or(&[], |index| phrases.senses(index));
        senses.iter().map(|sense| sense.meaning)
    }

    /// Whether `word` begins with a number word.
    #[inline]
    pub(crate) fn begins_with_number_word(&self, word: &str) -> bool {
        self.0.number_beginnings.are_on_front(word)
    }

    /// The number words with which `word` may begin, the longest first.
    pub(crate) fn number_words_of<'w>(&self, word: &'w str) -> impl Iterator<Item = (&'static str, Piece)> + use<'w> {
        let list = self.0.number_words;
        // Those that sort before the word or are it. All that begin it are among them, and whatever stands between one of
        // these and the word begins with it too; so where the last one is none, only what it shares with the word counts.
        let (mut rest, mut end) = (word, list.partition_point(|(known, _)| *known <= word));
        std::iter::from_fn(move || {
            while let Some((known, piece)) = end.checked_sub(1).map(|last| list[last]) {
                if rest.starts_with(known) {
                    end -= 1;
                    return Some((known, piece));
                }
                let mut shared = known.bytes().zip(rest.bytes()).take_while(|(a, b)| a == b).count();
                while !rest.is_char_boundary(shared) {
                    shared -= 1;
                }
                if shared == 0 {
                    return None;
                }
                rest = &rest[..shared];
                end = list[..end].partition_point(|(known, _)| *known <= rest);
            }
            None
        })
    }

    /// Whether months are found by the stems of their names.
    #[inline]
    pub(crate) fn has_month_stems(&self) -> bool {
        !self.0.month_stems.is_empty()
    }

    /// How many phrases there are.
    #[cfg(test)]
    pub(crate) fn phrase_count(&self) -> usize {
        self.0.phrases.len()
    }

    /// A phrase by its number, and the kinds that its meanings are of.
    #[cfg(test)]
    pub(crate) fn phrase(&self, index: usize) -> (&'static str, Kinds) {
        let kinds = self.0.phrases.senses(index).iter().fold(Kinds::default(), |all, it| all | it.meaning.kinds());
        (self.0.phrases.key(index), kinds)
    }

    /// The month that an inflected form names, by the stem that CLDR's forms share.
    #[must_use]
    pub fn month_by_stem(&self, word: &str) -> Option<u8> {
        let longest = self.0.month_stems.iter().find(|(stem, _)| word.starts_with(stem))?;
        let ending = word[longest.0.len()..].chars().count();
        (ending <= 4).then_some(longest.1)
    }
}

/// Whether spaces or punctuation set the tokens `start..end` apart from those around them.
fn stands_apart(list: &[Token], start: usize, end: usize) -> bool {
    let is_apart = |index: usize| list.get(index).is_none_or(|token| token.gap != Gap::None);
    (start == 0 || is_apart(start)) && is_apart(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::of(&tag.parse().expect("a valid tag"))
    }

    #[test]
    fn falls_back_to_the_language_and_to_root() {
        assert_eq!(locale("de-CH").symbols('0').group, '\'');
        assert_eq!(locale("de-DE").tag(), "de");
        assert_eq!(locale("tlh").tag(), "root");
        assert!(!locale("tlh").is_known());
    }

    #[test]
    fn tables_are_sorted_and_every_code_is_known() {
        for data in LOCALES {
            let keys: Vec<&str> = (0..data.phrases.len()).map(|index| data.phrases.key(index)).collect();
            assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{}", data.tag);
        }
        for code in CODE_SETS.iter().flat_map(|codes| codes.split('\t')) {
            assert!(Meaning::decode(code).is_some(), "{code}");
        }
    }

    #[test]
    fn every_phrase_is_found_again() {
        for data in LOCALES {
            let phrases = &data.phrases;
            for index in 0..phrases.len() {
                assert_eq!(phrases.find(phrases.key(index)), Some(index), "{}: {}", data.tag, phrases.key(index));
                assert!(!phrases.senses(index).is_empty(), "{}: {}", data.tag, phrases.key(index));
            }
            assert_eq!(phrases.find("no such phrase"), None);
        }
    }

    #[test]
    fn phrases_are_found_shortest_first() {
        let tokens = Tokens::of("不同意");
        let mut hits = Vec::new();
        locale("zh").hits(&tokens, 0, &mut hits);
        let ends: Vec<usize> = hits.iter().map(|hit| hit.end).collect();
        assert!(ends.is_sorted() && ends.first() == Some(&1) && ends.last() == Some(&3), "{ends:?}");
        // A comma ends what can be a phrase.
        for (text, count) in [("not only", 2), ("not, only", 1)] {
            hits.clear();
            locale("en").hits(&Tokens::of(text), 0, &mut hits);
            assert_eq!(hits.iter().map(|hit| hit.end).max(), Some(count), "{text}");
        }
    }

    #[test]
    fn inflected_months_are_known_by_their_stem() {
        assert_eq!(locale("be").month_by_stem("сакавіку"), Some(3));
        assert_eq!(locale("hy").month_by_stem("մարտին"), Some(3));
        assert_eq!(locale("en").month_by_stem("marching"), None);
    }
}
