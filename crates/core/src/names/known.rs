//! Names that are known: countries, languages, cities, and the words of a language that stand in names of all kinds.

use crate::fold::stands_alone;
use crate::lexicon::ascii_of;
use crate::tokens::{Gap, Tokens};
use std::collections::BTreeMap;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// How many letters a name has at least that may be inflected.
const STEM: usize = 5;
/// How many names before it and behind it in the order of the table are looked at.
const NEAR: usize = 6;
/// How many letters it may have behind those.
const ENDING: usize = 4;
/// A word that is told by its ending has so many letters at least.
const SHORTEST_WITH_ENDING: usize = 8;
/// The bits of the filter of first words.
const FILTER: usize = 1 << 14;

/// What a known name names: the same in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// A country or area, by its ISO 3166 code.
    Region(&'static str),
    /// A language, and in many languages also who or what is of its country.
    Language(&'static str),
    /// A city, by the time zone that is named after it.
    City(&'static str),
    /// Who or what is of a country (*American*), by its ISO 3166 code.
    OfRegion(&'static str),
}

impl Known {
    /// The country that the name speaks of: of a language that in which most of its speakers live.
    #[must_use]
    pub fn region(self) -> Option<&'static str> {
        match self {
            Self::Region(code) | Self::OfRegion(code) => Some(code),
            Self::Language(language) => home_of(language),
            Self::City(_) => None,
        }
    }

    /// Whether both may name the same: the country and who is of it, or its language.
    #[must_use]
    pub fn agrees_with(self, other: Self) -> bool {
        self == other || self.region().is_some_and(|region| other.region() == Some(region))
    }
}

/// The country in which most speakers of a language live.
#[must_use]
pub fn home_of(language: &str) -> Option<&'static str> {
    REGIONS.binary_search_by(|(known, _)| (*known).cmp(language)).ok().map(|at| REGIONS[at].1)
}

/// What is known of a word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Signs {
    /// A word that stands in names and is translated with them (*Ministry*).
    pub(crate) common: bool,
    /// Stands before a person's name.
    pub(crate) title: bool,
    /// Stands behind a company's.
    pub(crate) company: bool,
}

/// The known names of one language. Cheap to copy: a handle to data that are unpacked once, when first asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct KnownNames(Option<&'static Table>);

#[derive(Debug)]
struct Table {
    capital_nouns: bool,
    /// Folded names in order, with where their entries stand.
    names: Vec<(&'static str, u32, u32)>,
    known: Vec<Known>,
    /// Beside each of `known`: whether it counts only where it is all capitals.
    capitals: Vec<bool>,
    signs: Vec<Signs>,
    /// The names of each thing, by their place in `names`.
    by_known: BTreeMap<Known, Vec<u32>>,
    filter: Vec<u64>,
    /// Endings of common words.
    endings: Vec<&'static str>,
}

/// The bit of a first word.
fn bit(word: &str) -> usize {
    let hash = word
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (hash ^ hash >> 29) as usize % FILTER
}

impl KnownNames {
    /// The names of a locale by its CLDR tag; none where there are none.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        static READ: [OnceLock<Table>; TABLES.len()] = [const { OnceLock::new() }; TABLES.len()];
        let mut tag = tag;
        loop {
            if let Ok(at) = TABLES.binary_search_by(|(known, ..)| (*known).cmp(tag)) {
                return Self(Some(READ[at].get_or_init(|| Table::read(TABLES[at].1, TABLES[at].2))));
            }
            let Some((rest, _)) = tag.rsplit_once('-') else { return Self(None) };
            tag = rest;
        }
    }

    /// Whether there are any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Whether the language writes all nouns with a capital.
    #[must_use]
    pub fn capital_nouns(&self) -> bool {
        self.0.is_some_and(|table| table.capital_nouns)
    }

    /// The name that begins with the token `index`: the longest, where it ends and what it names. A name of one word may be
    /// inflected where the scripts' words are set apart (*Deutschlands*). `prefixes` are particles written onto words.
    pub(crate) fn at(
        &self,
        text: &str,
        tokens: &Tokens,
        index: usize,
        prefixes: &[&str],
    ) -> Option<(usize, &'static [Known])> {
        let table = self.0?;
        let word = tokens.folded(index);
        let mut found = None;
        if table.may_begin(word) {
            let mut end = index + 1;
            loop {
                let words = tokens.folded_run(index, end);
                let at = table.names.partition_point(|(name, ..)| *name < words);
                let Some((name, ..)) = table.names.get(at).filter(|(name, ..)| name.starts_with(words)) else { break };
                if *name == words && !splits_kana(text, tokens, index, end) {
                    let written = &text[tokens.list()[index].start..tokens.list()[end - 1].end];
                    found = table.known_of(at, written).map(|known| (end, known)).or(found);
                }
                if tokens.list().get(end).is_none_or(|next| next.gap == Gap::Break) {
                    break;
                }
                end += 1;
            }
        }
        if found.is_some() || word.chars().next().is_none_or(stands_alone) {
            return found;
        }
        let written = &text[tokens.list()[index].start..tokens.list()[index].end];
        let bare =
            prefixes.iter().filter_map(|prefix| word.strip_prefix(prefix)).filter(|bare| bare.chars().nth(2).is_some());
        let exact = |word: &str| table.place(word).and_then(|at| table.known_of(at, written));
        // Without capitals, other words begin like names.
        let form = || written.starts_with(char::is_uppercase).then(|| table.inflected(word)).flatten();
        form().or_else(|| { bare }.find_map(exact)).map(|known| (index + 1, known))
    }

    /// What a folded word names, as it stands or as a form.
    #[must_use]
    pub fn of_word(&self, word: &str) -> &'static [Known] {
        let Some(table) = self.0 else { return &[] };
        let exactly = table.place(word).map(|at| {
            let (_, start, end) = table.names[at];
            &table.known[start as usize..end as usize]
        });
        exactly.or_else(|| table.inflected(word)).unwrap_or_default()
    }

    /// Whether a folded word ends as common words do and names do not (*-tion*).
    pub(crate) fn ends_as_common(&self, word: &str) -> bool {
        let long = word.chars().nth(SHORTEST_WITH_ENDING - 1).is_some();
        long && self.0.is_some_and(|table| table.endings.iter().any(|ending| word.ends_with(ending)))
    }

    /// What is known of a folded word.
    pub(crate) fn signs(&self, word: &str) -> Signs {
        let Some(table) = self.0.filter(|table| table.may_begin(word)) else { return Signs::default() };
        table.place(word).map_or_else(Signs::default, |at| table.signs[at])
    }

    /// Folded names of what `known` names, and of what agrees with it.
    pub fn names_of(&self, known: Known) -> impl Iterator<Item = &'static str> + use<> {
        let table = self.0;
        let own = table.into_iter().flat_map(move |table| table.by_known.get(&known).into_iter().flatten());
        let related = table.into_iter().filter(move |_| known.region().is_some()).flat_map(move |table| {
            let same = table.by_known.iter().filter(move |(other, _)| **other != known && other.agrees_with(known));
            same.flat_map(|(_, names)| names)
        });
        own.chain(related).filter_map(move |at| table.map(|table| table.names[*at as usize].0))
    }
}

/// Whether the tokens `start..end` begin or end within a word in katakana, which are not set apart.
fn splits_kana(text: &str, tokens: &Tokens, start: usize, end: usize) -> bool {
    let is_kana = |c: char| matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}');
    let (from, to) = (tokens.list()[start].start, tokens.list()[end - 1].end);
    let inner = text[from..to].chars();
    let split = |outer: Option<char>, inner: Option<char>| outer.is_some_and(is_kana) && inner.is_some_and(is_kana);
    split(text[..from].chars().next_back(), inner.clone().next()) || split(text[to..].chars().next(), inner.last())
}

impl Table {
    /// Unpacks a table that `build.rs` packed.
    fn read(capital_nouns: bool, packed: &[u8]) -> Self {
        let bytes = miniz_oxide::inflate::decompress_to_vec(packed).expect("packed by the build script");
        let text: &'static str = String::from_utf8(bytes).expect("packed from a text").leak();
        let mut this = Self {
            capital_nouns,
            names: Vec::new(),
            known: Vec::new(),
            capitals: Vec::new(),
            signs: Vec::new(),
            by_known: BTreeMap::new(),
            filter: vec![0; FILTER / 64],
            endings: Vec::new(),
        };
        for line in text.lines() {
            let mut columns = line.split('\t');
            let name = columns.next().expect("split gives at least one part");
            let (start, mut signs) = (this.known.len() as u32, Signs::default());
            for code in columns {
                let (kind, value) = code.split_at(1);
                let known = match kind {
                    "T" | "S" => Known::Region(value),
                    "L" => Known::Language(value),
                    "C" => Known::City(value),
                    "D" => Known::OfRegion(value),
                    _ => {
                        match kind {
                            "P" => signs.title = true,
                            "O" => signs.company = true,
                            "E" => this.endings.push(name),
                            _ => signs.common = true,
                        }
                        continue;
                    }
                };
                this.known.push(known);
                this.capitals.push(kind == "S");
                this.by_known.entry(known).or_default().push(this.names.len() as u32);
            }
            let first = name.split(' ').next().unwrap_or_default();
            let bit = bit(first);
            this.filter[bit / 64] |= 1 << (bit % 64);
            this.names.push((name, start, this.known.len() as u32));
            this.signs.push(signs);
        }
        this
    }

    fn may_begin(&self, word: &str) -> bool {
        let bit = bit(word);
        self.filter[bit / 64] & 1 << (bit % 64) != 0
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.names.binary_search_by(|(known, ..)| (*known).cmp(name)).ok()
    }

    /// What a name names, if it is one as written.
    fn known_of(&'static self, at: usize, written: &str) -> Option<&'static [Known]> {
        let (_, start, end) = self.names[at];
        let range = start as usize..end as usize;
        if range.is_empty() || self.capitals[range.start] && written.chars().any(char::is_lowercase) {
            return None;
        }
        Some(&self.known[range])
    }

    /// What the name of one word names that a word is a form of.
    fn inflected(&'static self, word: &str) -> Option<&'static [Known]> {
        let at = self.names.partition_point(|(name, ..)| *name < word);
        let letters = word.chars().count();
        let shared = |name: &str| name.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
        // Names of several words that begin with it, and other names, stand between.
        let near = at.saturating_sub(NEAR)..(at + NEAR).min(self.names.len());
        let likely = near.filter_map(|at| {
            let (name, start, end) = self.names[at];
            let (shared, length) = (shared(name), name.chars().count());
            // What a name lacks in a form is an ending: a short one has none to lose.
            let lacks = length - shared;
            let is_ending = || ascii_of(name).last().is_some_and(|last| b"aeiouy".contains(last));
            let is_form = start < end
                && !name.contains(' ')
                && match lacks {
                    0 => shared >= STEM && letters <= shared + if length > STEM { ENDING } else { ENDING - 1 },
                    1 => shared + 1 >= STEM && letters < shared + ENDING && is_ending(),
                    2 => shared > STEM && letters < shared + ENDING && is_ending(),
                    _ => false,
                };
            is_form.then_some((shared, &self.known[start as usize..end as usize]))
        });
        likely.max_by_key(|(shared, _)| *shared).map(|(_, known)| known)
    }
}
