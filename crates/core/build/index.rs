//! Lays a phrase table out so that it can be searched as it lies (`src/locale/phrases.rs`).

use crate::hash::{EMPTY, INDEX_BITS, hash, slot, tag};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The tables of all locales. Locales whose tables are the same share one.
#[derive(Default)]
pub struct Index {
    /// Every set of codes that some phrase has, with its number.
    code_sets: BTreeMap<String, u16>,
    /// How many words the longest phrase has.
    longest: usize,
    /// The numbers of the tables, by their text.
    tables: BTreeMap<String, usize>,
}

impl Index {
    /// Writes a table, lines of a phrase and its codes sorted by the phrases, to files in `out`. Gives the Rust
    /// expression that refers to them.
    pub fn add(&mut self, table: &str, out: &Path) -> Result<String, String> {
        let next = self.tables.len();
        let number = *self.tables.entry(table.to_owned()).or_insert(next);
        if number == next {
            let laid_out = self.lay_out(table)?;
            for (name, bytes) in
                [("keys", laid_out.keys.as_bytes()), ("entries", &laid_out.entries), ("slots", &laid_out.slots)]
            {
                let name = format!("{number}.{name}");
                fs::write(out.join(&name), bytes).map_err(|error| format!("cannot write {name}: {error}"))?;
            }
        }
        let file = |macro_name: &str, name: &str| {
            format!("{name}: {macro_name}!(concat!(env!(\"OUT_DIR\"), \"/{number}.{name}\"))")
        };
        Ok(format!(
            "Phrases {{ {}, {}, {} }}",
            file("include_str", "keys"),
            file("include_bytes", "entries"),
            file("include_bytes", "slots")
        ))
    }

    /// The Rust items that hold for all tables, to be written when these are in: the sets of codes, and of how many
    /// tokens the longest phrase is made.
    pub fn items(&self) -> String {
        let mut sets: Vec<(&String, &u16)> = self.code_sets.iter().collect();
        sets.sort_by_key(|(_, number)| **number);
        let mut rust = String::from("static CODE_SETS: &[&str] = &[");
        for (codes, _) in sets {
            let _ = write!(rust, "{codes:?}, ");
        }
        let _ = write!(
            rust,
            "];\n/// No phrase of the tables is made of more tokens.\npub(crate) const LONGEST_PHRASE: usize = {};\n",
            self.longest
        );
        rust
    }

    fn lay_out(&mut self, table: &str) -> Result<LaidOut, String> {
        let mut keys = String::new();
        let mut entries = Vec::new();
        let mut first_words: Vec<(&str, u32)> = Vec::new();
        for (index, line) in table.lines().enumerate() {
            let (key, codes) = line.split_once('\t').ok_or_else(|| format!("a phrase without a code: {line:?}"))?;
            keys.push_str(key);
            let end = u32::try_from(keys.len()).ok().filter(|end| *end < 1 << 24);
            let end = end.ok_or("more than 16 MB of phrases in one table")?;
            entries.extend(&end.to_le_bytes()[..3]);
            let next = u16::try_from(self.code_sets.len()).map_err(|_| "more than 65536 sets of codes")?;
            entries.extend(self.code_sets.entry(codes.to_owned()).or_insert(next).to_le_bytes());
            self.longest = self.longest.max(key.split(' ').count());
            let word = key.split(' ').next().unwrap_or_default();
            let index = u32::try_from(index).ok().filter(|index| *index < (1 << INDEX_BITS) - 1);
            let index = index.ok_or("more than a million phrases in one table")?;
            if first_words.last().is_none_or(|(last, _)| *last != word) {
                first_words.push((word, index));
            }
        }
        Ok(LaidOut { keys, entries, slots: slots(&first_words) })
    }
}

struct LaidOut {
    keys: String,
    entries: Vec<u8>,
    slots: Vec<u8>,
}

/// The hash table of the first words: open addressing, seven slots in ten taken.
fn slots(first_words: &[(&str, u32)]) -> Vec<u8> {
    if first_words.is_empty() {
        return Vec::new();
    }
    let mut slots = vec![EMPTY; first_words.len() * 10 / 7 + 1];
    for (word, index) in first_words {
        let hash = hash(word.as_bytes());
        let mut at = slot(hash, slots.len());
        while slots[at] != EMPTY {
            at = (at + 1) % slots.len();
        }
        slots[at] = tag(hash) | index;
    }
    slots.iter().flat_map(|slot| slot.to_le_bytes()).collect()
}
