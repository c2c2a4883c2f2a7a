//! Sort the words of many spelled numbers into roles.

use std::collections::{BTreeMap, BTreeSet};

use super::spell::Kind;
use super::tokens::Group;

/// Words bigger than this are not recorded.
pub(crate) const LIMIT: u64 = 1_000_000_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Unit,
    Times,
    TimesNext,
    Joiner,
    /// Tens that stand behind their units, set apart by a space.
    Plus,
    Ordinal,
    /// Stands before a number and makes it an ordinal.
    OrdinalMark,
    /// Stands right behind digits and makes them an ordinal.
    OrdinalEnding,
    /// Stands right before them.
    OrdinalPrefix,
    /// Not a word: the first word of an ordinal is one, the others are cardinals.
    OrdinalFirst,
    /// Not a word: commas stand behind thousands.
    Comma,
}

impl Role {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Times => "times",
            Self::TimesNext => "times-next",
            Self::Joiner => "joiner",
            Self::Plus => "plus",
            Self::Ordinal => "ordinal",
            Self::OrdinalMark => "ordinal-mark",
            Self::OrdinalEnding => "ordinal-ending",
            Self::OrdinalPrefix => "ordinal-prefix",
            Self::OrdinalFirst => "ordinal-first",
            Self::Comma => "comma",
        }
    }
}

/// The number words of a language: value, role, word.
#[derive(Default)]
pub(crate) struct Words {
    pub(crate) entries: BTreeSet<(u64, Role, String)>,
}

impl Words {
    /// Build from the groups of all spelled numbers.
    pub(crate) fn from_groups(groups: &BTreeSet<Group>) -> Self {
        let groups = &without_odd_values(groups);
        let mut words = Self::default();
        // What is plain comes first, because the rest is told apart by it.
        for group in groups.iter().filter(|group| group.words.len() == 1) {
            match group.kind {
                Kind::Unit => {
                    words.add(group.value, Role::Unit, &group.phrase);
                    if group.behind_units {
                        words.add(group.value, Role::Plus, &group.phrase);
                    }
                }
                Kind::Times => words.add(group.value, Role::Times, &group.phrase),
                Kind::TimesNext => words.add(group.value, Role::TimesNext, &group.phrase),
                Kind::Link | Kind::Ending => {}
            }
        }
        for group in groups {
            if matches!(group.kind, Kind::Link | Kind::Ending) {
                group.words.iter().for_each(|word| words.add_joiner(word));
            }
        }
        let phrases = || groups.iter().filter(|group| group.words.len() > 1);
        for group in phrases().filter(|group| group.kind == Kind::Unit) {
            words.add_joiners_of(group);
        }
        for group in phrases() {
            match group.kind {
                Kind::Unit => words.add_unit_phrase(group),
                Kind::Times => words.add_times_phrase(group, Role::Times),
                Kind::TimesNext => words.add_times_phrase(group, Role::TimesNext),
                Kind::Link | Kind::Ending => {}
            }
        }
        words
    }

    /// A small number written with a particle before it that otherwise joins (Irish `a haon`).
    pub(crate) fn add_alone(&mut self, phrase: &str) {
        let words: Vec<&str> = phrase.split_whitespace().collect();
        if let [particle, word] = words.as_slice()
            && self.has(0, Role::Joiner, particle)
        {
            let values: Vec<u64> = self.values(Role::Unit, word).collect();
            values.into_iter().for_each(|value| self.add(value, Role::Unit, phrase));
        }
    }

    /// Add an entry, unless it is out of bounds or holds no letters.
    pub(crate) fn add(&mut self, value: u64, role: Role, word: &str) {
        if value <= LIMIT && word.chars().any(|c| !c.is_ascii_digit()) {
            self.entries.insert((value, role, word.to_string()));
        }
    }

    /// A linking word, unless it is made of number words ("không trăm").
    fn add_joiner(&mut self, word: &str) {
        if !self.composes(word) {
            self.add(0, Role::Joiner, word);
        }
    }

    /// "et-un", "een­en": when one word already has the phrase's value, the
    /// others only link, unless they are numbers too.
    fn add_joiners_of(&mut self, group: &Group) {
        let is_value = |word: &String| self.has(group.value, Role::Unit, word);
        let others = match group.words.as_slice() {
            [others @ .., last] if is_value(last) => others,
            [first, others @ ..] if is_value(first) => others,
            _ => return,
        };
        if others.iter().all(|word| !self.composes(word)) {
            others.iter().for_each(|word| self.add_joiner(word));
        }
    }

    /// "quatre-vingt", "eine Million", "ciento e": a phrase with one value,
    /// possibly with joiners at its ends.
    fn add_unit_phrase(&mut self, group: &Group) {
        let words = &group.words;
        let core = self.without_joiners(words);
        if let [word] = core {
            // Tagalog `ápat na pû`, Maltese `ħdax-il elf`: the linker belongs to the units.
            if (1..20).contains(&group.value) && words.len() == 2 && words[0] == *word {
                let phrase = group.phrase.clone();
                self.add(group.value, Role::Unit, &phrase);
            }
            return self.add(group.value, Role::Unit, word);
        }
        self.add(group.value, Role::Unit, &group.phrase);
        // In "eine Million" the second word also follows other numbers.
        if let [factor, word] = core {
            let factors: Vec<u64> = self.values(Role::Unit, factor).collect();
            for factor in factors.into_iter().filter(|factor| *factor > 0) {
                let rest = group.value / factor;
                if group.value.is_multiple_of(factor) && is_round(rest) {
                    self.add(rest, Role::Times, word);
                }
            }
        }
    }

    fn add_times_phrase(&mut self, group: &Group, role: Role) {
        match self.without_joiners(&group.words) {
            [word] => self.add(group.value, role, word),
            _ => self.add(group.value, role, &group.phrase),
        }
    }

    /// `words` less the joiners at both ends.
    fn without_joiners<'a>(&self, words: &'a [String]) -> &'a [String] {
        let is_joiner = |word: &String| self.has(0, Role::Joiner, word);
        let start = words.iter().position(|word| !is_joiner(word));
        let end = words.iter().rposition(|word| !is_joiner(word));
        match (start, end) {
            (Some(start), Some(end)) => &words[start..=end],
            _ => &[],
        }
    }

    pub(crate) fn has(&self, value: u64, role: Role, word: &str) -> bool {
        self.entries.contains(&(value, role, word.to_string()))
    }

    fn values(&self, role: Role, word: &str) -> impl Iterator<Item = u64> {
        let matches = self.entries.iter().filter(move |entry| entry.1 == role && entry.2 == word);
        matches.map(|entry| entry.0)
    }

    /// Whether a word is made of number words and joiners, one after another.
    pub(crate) fn composes(&self, word: &str) -> bool {
        let known = || self.entries.iter().map(|entry| entry.2.as_str());
        let mut reachable = BTreeSet::from([0]);
        while let Some(start) = reachable.pop_first() {
            if start == word.len() {
                return true;
            }
            let rest = &word[start..];
            let next = known().filter(|known| rest.starts_with(known));
            reachable.extend(next.map(|known| start + known.len()));
        }
        false
    }
}

/// Leave out values that a phrase gets only from odd rules, when it has a
/// smaller value too. Irish calls its rule for "dhá chéad" (200) again to write
/// 200 000, and Kyrgyz has a rule for 100 000 that writes "миң" (thousand).
fn without_odd_values(groups: &BTreeSet<Group>) -> BTreeSet<Group> {
    let mut smallest: BTreeMap<(Kind, &str), u64> = BTreeMap::new();
    for group in groups.iter().filter(|group| group.value > 0) {
        let key = (group.kind, group.phrase.as_str());
        let value = smallest.entry(key).or_insert(group.value);
        *value = group.value.min(*value);
    }
    let is_good = |group: &&Group| {
        let doubtful = group.scaled || group.kind == Kind::Times;
        let key = (group.kind, group.phrase.as_str());
        !doubtful || smallest.get(&key) == Some(&group.value)
    };
    groups.iter().filter(is_good).cloned().collect()
}

/// A power of ten from 100 on, so a value that words usually multiply by.
fn is_round(value: u64) -> bool {
    value >= 100 && 10u64.checked_pow(value.ilog10()) == Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(kind: Kind, value: u64, phrase: &str) -> Group {
        Group {
            kind,
            value,
            scaled: false,
            behind_units: false,
            words: phrase.split([' ', '-']).map(String::from).collect(),
            phrase: phrase.to_string(),
        }
    }

    fn words(groups: &[Group]) -> Words {
        Words::from_groups(&groups.iter().cloned().collect())
    }

    #[test]
    fn articles_before_big_numbers() {
        let words = words(&[group(Kind::Unit, 1, "eine"), group(Kind::Unit, 1_000_000, "eine Million")]);
        assert!(words.has(1_000_000, Role::Unit, "eine Million"));
        assert!(words.has(1_000_000, Role::Times, "Million"));
    }

    #[test]
    fn joiners_inside_phrases() {
        let words = words(&[
            group(Kind::Unit, 1, "un"),
            group(Kind::Unit, 1, "et-un"),
            group(Kind::Link, 0, "e"),
            group(Kind::Unit, 100, "cento e"),
        ]);
        assert!(words.has(0, Role::Joiner, "et"));
        assert!(words.has(100, Role::Unit, "cento"));
        assert!(!words.has(100, Role::Unit, "cento e"));
    }

    #[test]
    fn hyphenated_words_stay_whole() {
        let words = words(&[group(Kind::Unit, 4, "quatre"), group(Kind::Unit, 80, "quatre-vingt")]);
        assert!(words.has(80, Role::Unit, "quatre-vingt"));
        assert!(!words.has(20, Role::Times, "vingt"));
    }

    #[test]
    fn composition() {
        let words = words(&[group(Kind::Unit, 2, "二"), group(Kind::Times, 10, "十")]);
        assert!(words.composes("二十"));
        assert!(!words.composes("二百"));
    }
}
