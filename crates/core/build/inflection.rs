//! How words are inflected and readers addressed: the sections `inflection` and `address` of the language files.

use crate::affixes::endings;
use crate::fold::fold;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Paradigms are bits of a number; the uppermost stands for the whole word.
const MOST: usize = 31;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Inflection {
    pub paradigms: Vec<Vec<String>>,
    pub compounds: bool,
    pub umlauts: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Address {
    pub formal: Vec<String>,
    pub familiar: Vec<String>,
}

fn bare(ending: &str) -> String {
    let mut out = String::new();
    crate::bare::push_bare(&fold(ending), &mut out);
    out
}

impl Inflection {
    pub fn check(&self) -> Result<(), String> {
        if self.paradigms.len() > MOST {
            return Err(format!("inflection.paradigms: more than {MOST}"));
        }
        for paradigm in &self.paradigms {
            if paradigm.len() < 2 {
                return Err(format!("inflection.paradigms: {paradigm:?} has nothing to change to"));
            }
            if paradigm.iter().collect::<BTreeSet<_>>().len() < paradigm.len() {
                return Err(format!("inflection.paradigms: an ending stands twice in {paradigm:?}"));
            }
        }
        Ok(())
    }
}

impl Address {
    pub fn check(&self) -> Result<(), String> {
        let mut seen = BTreeSet::new();
        for form in self.formal.iter().chain(&self.familiar) {
            if form.trim().is_empty() || form.contains(' ') {
                return Err(format!("address: {form:?} is not one word"));
            }
            if !seen.insert(form) {
                return Err(format!("address: {form:?} stands there twice"));
            }
        }
        if self.formal.is_empty() != self.familiar.is_empty() {
            return Err("address: formal and familiar forms belong together".to_owned());
        }
        Ok(())
    }
}

/// The static list of all languages.
pub fn rust<'a>(files: impl Iterator<Item = (&'a String, &'a Inflection, &'a Address)>) -> String {
    let mut out = String::from("// Made by build.rs; do not edit.\n\nstatic INFLECTIONS: &[(&str, Inflection)] = &[\n");
    for (language, inflection, address) in files {
        let mut masks: BTreeMap<String, u32> = BTreeMap::new();
        for (number, paradigm) in inflection.paradigms.iter().enumerate() {
            for ending in paradigm {
                *masks.entry(bare(ending)).or_default() |= 1 << number;
            }
        }
        let list: Vec<String> = masks.keys().cloned().collect();
        let masks: Vec<(String, u32)> = masks.into_iter().collect();
        let sorted = |list: &[String]| list.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>();
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "    ({language:?}, Inflection {{ compounds: {}, umlauts: {}, endings: {}, paradigms: &{masks:?}, formal: &{:?}, familiar: &{:?} }}),",
            inflection.compounds,
            inflection.umlauts,
            endings(&list),
            sorted(&address.formal),
            sorted(&address.familiar),
        );
    }
    out.push_str("];\n");
    out
}
