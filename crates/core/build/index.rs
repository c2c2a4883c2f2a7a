//! Lays a phrase table out so that it can be searched as it lies (`src/locale/phrases.rs`).

use crate::hash::{EMPTY, INDEX_BITS, hash, slot, tag};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The tables of all locales. Locales whose tables are the same share one.
pub struct Index {
    /// What the names of their files begin with.
    name: &'static str,
    /// Every set of codes that some phrase has, with its number.
    code_sets: BTreeMap<String, u16>,
    /// How many words the longest phrase has.
    longest: usize,
    /// The numbers of the tables, by their text.
    tables: BTreeMap<String, usize>,
}

impl Index {
    /// No tables yet; the names of their files begin with `name`.
    pub fn new(name: &'static str) -> Self {
        Self { name, code_sets: BTreeMap::new(), longest: 0, tables: BTreeMap::new() }
    }

    /// Writes a table, lines of a phrase and its codes sorted by the phrases, to files in `out`. Gives the Rust
    /// expression that refers to them.
    pub fn add(&mut self, table: &str, out: &Path) -> Result<String, String> {
        let next = self.tables.len();
        let number = *self.tables.entry(table.to_owned()).or_insert(next);
        if number == next {
            let laid_out = self.lay_out(table)?;
            for (name, bytes) in [
                ("keys", laid_out.keys.as_bytes()),
                ("entries", &laid_out.entries),
                ("slots", &laid_out.slots),
                ("filter", &laid_out.filter),
            ] {
                let name = format!("{}{number}.{name}", self.name);
                fs::write(out.join(&name), bytes).map_err(|error| format!("cannot write {name}: {error}"))?;
            }
        }
        let file = |macro_name: &str, name: &str| {
            format!("{name}: {macro_name}!(concat!(env!(\"OUT_DIR\"), \"/{}{number}.{name}\"))", self.name)
        };
        Ok(format!(
            "Phrases {{ {}, {}, {}, {} }}",
            file("include_str", "keys"),
            file("include_bytes", "entries"),
            file("include_bytes", "slots"),
            file("include_bytes", "filter")
        ))
    }

    /// The Rust items that hold for all tables, to be written when these are in: the sets of codes, and of how many
    /// tokens the longest phrase is made.
    pub fn items(&self) -> String {
        format!(
            "{}/// No phrase of the tables is made of more tokens.\npub(crate) const LONGEST_PHRASE: usize = {};\n",
            self.sets("CODE_SETS"),
            self.longest
        )
    }

    /// The Rust item of the sets of codes, by the name that it is to have.
    pub fn sets(&self, item: &str) -> String {
        let mut sets: Vec<(&String, &u16)> = self.code_sets.iter().collect();
        sets.sort_by_key(|(_, number)| **number);
        let mut rust = format!("static {item}: &[&str] = &[");
        for (codes, _) in sets {
            let _ = write!(rust, "{codes:?}, ");
        }
        rust.push_str("];\n");
        rust
    }

    fn lay_out(&mut self, table: &str) -> Result<LaidOut, String> {
        let mut keys = String::new();
        let mut entries = Vec::new();
        let mut beginnings: Vec<(&str, u32)> = Vec::new();
        let mut before = "";
        for (index, line) in table.lines().enumerate() {
            let (key, codes) = line.split_once('\t').ok_or_else(|| format!("a phrase without a code: {line:?}"))?;
            keys.push_str(key);
            let end = u32::try_from(keys.len()).ok().filter(|end| *end < 1 << 24);
            let end = end.ok_or("more than 16 MB of phrases in one table")?;
            entries.extend(&end.to_le_bytes()[..3]);
            let next = u16::try_from(self.code_sets.len()).map_err(|_| "more than 65536 sets of codes")?;
            entries.extend(self.code_sets.entry(codes.to_owned()).or_insert(next).to_le_bytes());
            self.longest = self.longest.max(key.split(' ').count());
            let index = u32::try_from(index).ok().filter(|index| *index < (1 << INDEX_BITS) - 1);
            let index = index.ok_or("more than a million phrases in one table")?;
            let ends = key.match_indices(' ').map(|(end, _)| end).chain([key.len()]);
            let is_new = |words: &&str| {
                before.strip_prefix(*words).is_none_or(|rest| !(rest.is_empty() || rest.starts_with(' ')))
            };
            beginnings.extend(ends.map(|end| &key[..end]).filter(is_new).map(|words| (words, index)));
            before = key;
        }
        Ok(LaidOut { keys, entries, slots: slots(&beginnings), filter: filter(&beginnings) })
    }
}

struct LaidOut {
    keys: String,
    entries: Vec<u8>,
    slots: Vec<u8>,
    filter: Vec<u8>,
}

/// A bit for each of the words with which phrases begin, of eight for each.
fn filter(beginnings: &[(&str, u32)]) -> Vec<u8> {
    let mut filter = vec![0; beginnings.len()];
    for (words, _) in beginnings {
        let bit = slot(hash(words.as_bytes()), filter.len() * 8);
        filter[bit / 8] |= 1 << (bit % 8);
    }
    filter
}

/// The hash table of the words with which phrases begin: open addressing, seven slots in ten taken.
fn slots(beginnings: &[(&str, u32)]) -> Vec<u8> {
    if beginnings.is_empty() {
        return Vec::new();
    }
    let mut slots = vec![EMPTY; beginnings.len() * 10 / 7 + 1];
    for (words, index) in beginnings {
        let hash = hash(words.as_bytes());
        let mut at = slot(hash, slots.len());
        while slots[at] != EMPTY {
            at = (at + 1) % slots.len();
        }
        slots[at] = tag(hash) | index;
    }
    slots.iter().flat_map(|slot| slot.to_le_bytes()).collect()
}
