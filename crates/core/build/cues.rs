//! The cue files (`languages/cues/*.toml`): their format, and what is refused. `languages/cues/README.md` documents it.

use crate::affixes::{beginnings, endings};
use crate::by_language::ByLanguage;
use crate::fold::{is_hangul, stands_alone};
use crate::index::Index;
use crate::keys::{Category, Key};
use crate::phrases::{Table, key};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A section: for each key its words.
type Section = BTreeMap<String, Vec<String>>;

/// A cue file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub language: String,
    #[allow(dead_code)]
    pub note: String,
    /// For each category how often a sure cue has its counterpart in faithful translations.
    #[serde(default)]
    reliability: BTreeMap<String, f64>,
    #[serde(default)]
    modality: Section,
    #[serde(default)]
    quantifiers: Section,
    #[serde(default)]
    conditions: Section,
    #[serde(default)]
    directions: Section,
    #[serde(default)]
    frequency: Section,
    #[serde(default)]
    connectives: Section,
    #[serde(default)]
    questions: Section,
}

impl ByLanguage for File {
    fn language(&self) -> &str {
        &self.language
    }

    fn check(&self) -> Result<(), String> {
        self.problems()
    }
}

/// A list of a section: which key it is of, whether its cues are weak, whether they are endings.
struct List {
    key: Option<Key>,
    weak: bool,
    endings: bool,
}

/// What the name of a list says; `not` has no key.
fn list(category: Category, name: &str) -> Option<List> {
    if name == "not" {
        return Some(List { key: None, weak: false, endings: false });
    }
    let (rest, endings) = name.strip_suffix("_suffixes").map_or((name, false), |rest| (rest, true));
    let (rest, weak) = rest.strip_suffix("_weak").map_or((rest, false), |rest| (rest, true));
    let key = Key::all().find(|key| key.category() == category && key.name() == rest)?;
    Some(List { key: Some(key), weak, endings })
}

impl File {
    fn sections(&self) -> [(Category, &Section); 7] {
        [
            (Category::Modality, &self.modality),
            (Category::Quantifier, &self.quantifiers),
            (Category::Condition, &self.conditions),
            (Category::Direction, &self.directions),
            (Category::Frequency, &self.frequency),
            (Category::Connective, &self.connectives),
            (Category::Question, &self.questions),
        ]
    }

    fn problems(&self) -> Result<(), String> {
        for (name, share) in &self.reliability {
            if !Category::ALL.iter().any(|category| category.name() == name) {
                return Err(format!("reliability.{name}: no section of cues"));
            }
            if !(0.0..=1.0).contains(share) {
                return Err(format!("reliability.{name}: {share} is no share (0 to 1)"));
            }
        }
        for (category, lists) in self.sections() {
            let section = category.name();
            let mut sure: BTreeMap<&str, &str> = BTreeMap::new();
            for (name, words) in lists {
                let list = list(category, name).ok_or_else(|| format!("{section}.{name}: unknown"))?;
                if let Some(two) = words.windows(2).find(|two| two[0] >= two[1]) {
                    return Err(format!(
                        "{section}.{name}: {:?} and {:?} are not in order, or the same",
                        two[0], two[1]
                    ));
                }
                if let Some(odd) = words.iter().find(|word| key(word).is_empty() || word.trim() != *word) {
                    return Err(format!("{section}.{name}: {odd:?} is no word"));
                }
                if let Some(odd) = words.iter().find(|word| word.trim_end_matches('*').contains('*')) {
                    return Err(format!("{section}.{name}: {odd:?} has a * that does not end it"));
                }
                let has_no_stem = |word: &&String| ["-*", "'*", " *"].iter().any(|end| word.ends_with(end));
                if let Some(odd) = words.iter().find(has_no_stem) {
                    return Err(format!("{section}.{name}: {odd:?} has no stem before its *"));
                }
                if list.key.is_none() || list.weak || list.endings {
                    continue;
                }
                for word in words {
                    if let Some(other) = sure.insert(word, name) {
                        return Err(format!("{section}: {word:?} is sure in {other} and in {name}"));
                    }
                    if lists.get(&format!("{name}_weak")).is_some_and(|weak| weak.contains(word)) {
                        return Err(format!("{section}.{name}: {word:?} is sure and weak"));
                    }
                }
            }
        }
        Ok(())
    }

    /// The Rust expression of the language's `CueTable`.
    pub fn table(&self, index: &mut Index, out: &Path) -> Result<String, String> {
        let mut table = Table::default();
        let (mut stems, mut ends) = (BTreeSet::new(), BTreeSet::new());
        for (category, lists) in self.sections() {
            for (name, words) in lists {
                let Some(list) = list(category, name) else { continue };
                for word in words {
                    let mut phrase = key(word);
                    let first = phrase.chars().next().unwrap_or_default();
                    // Hangul is read syllable by syllable, and words are set apart by spaces.
                    let place = match (is_hangul(first), list.endings) {
                        (true, true) => "$",
                        (true, false) if word.ends_with('*') => "^*",
                        (true, false) => "^",
                        (false, _) => "",
                    };
                    if !stands_alone(first) && list.endings {
                        let word = phrase.split(' ').next().unwrap_or_default();
                        ends.insert(word.to_owned());
                        phrase = format!("*{phrase}");
                    }
                    if !stands_alone(first) && word.ends_with('*') {
                        let last = phrase.rsplit(' ').next().unwrap_or_default();
                        stems.insert(last.to_owned());
                        phrase.push('*');
                    }
                    let code = match list.key {
                        Some(key) => format!("{}{}{place}", key.number(), if list.weak { 'w' } else { 's' }),
                        None => format!("{}x{place}", category as u8),
                    };
                    table.add_key(phrase, code);
                }
            }
        }
        let phrases = index.add(&table.write(), out)?;
        let (stems, ends): (Vec<_>, Vec<_>) = (stems.into_iter().collect(), ends.into_iter().collect());
        let reliability: Vec<Option<&f64>> =
            Category::ALL.iter().map(|category| self.reliability.get(category.name())).collect();
        Ok(format!(
            "CueTable {{ phrases: {phrases}, stems: {}, endings: {}, reliability: {reliability:?} }}",
            beginnings(&stems),
            endings(&ends)
        ))
    }
}
