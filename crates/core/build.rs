//! Compiles the language tables (`tables/*.tsv`, `languages/*.toml`) into one phrase table a locale and the static
//! Rust that refers to them.

// Modules of a build script are private whatever they say; those of the crate are also compiled here.
#![allow(unreachable_pub)]

// The very code that splits and folds texts at run time, so that keys and texts agree.
#[path = "src/inflection/bare.rs"]
mod bare;
#[allow(dead_code)]
#[path = "src/fold.rs"]
mod fold;
#[path = "src/locale/hash.rs"]
mod hash;
#[allow(dead_code)]
#[path = "src/cues/keys.rs"]
mod keys;
#[allow(dead_code)]
#[path = "src/tokens.rs"]
mod tokens;

#[path = "build/affixes.rs"]
mod affixes;
#[path = "build/by_language.rs"]
mod by_language;
#[path = "build/classes.rs"]
mod classes;
#[path = "build/concepts.rs"]
mod concepts;
#[path = "build/cues.rs"]
mod cues;
#[path = "build/hand.rs"]
mod hand;
#[path = "build/index.rs"]
mod index;
#[path = "build/inflection.rs"]
mod inflection;
#[path = "build/names.rs"]
mod names;
#[path = "build/phrases.rs"]
mod phrases;
#[path = "build/plain.rs"]
mod plain;
#[path = "build/territories.rs"]
mod territories;
#[path = "build/tsv.rs"]
mod tsv;
#[path = "build/units.rs"]
mod units;
#[path = "build/vocabulary.rs"]
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=tables");
    println!("cargo::rerun-if-changed=languages");
    println!("cargo::rerun-if-changed=vocabulary");
    for source in [
        "build.rs",
        "build",
        "units.toml",
        "src/cues/keys.rs",
        "src/fold.rs",
        "src/inflection/bare.rs",
        "src/locale/hash.rs",
        "src/tokens.rs",
        "src/vocabulary",
    ] {
        println!("cargo::rerun-if-changed={source}");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    if let Err(problem) = bake(&root, &out) {
        panic!("{problem}");
    }
}

/// Writes `locales.rs` and the phrase tables into `out`.
fn bake(root: &Path, out: &Path) -> Result<(), String> {
    classes::write(out)?;
    let tables = tsv::Tables::load(&root.join("tables"))?;
    let hand = by_language::load_all::<hand::File>(&root.join("languages"))?;
    let units = units::Units::load(&tables, &root.join("units.toml"))?;
    let mut tags: BTreeSet<String> = tables.locales();
    tags.extend(hand.keys().cloned());
    let mut rust = String::from("// Made by build.rs; do not edit.\n\n");
    for (language, file) in &hand {
        write_knowledge(&mut rust, language, file);
    }
    rust.push_str("static NOTHING_KNOWN: Knowledge = Knowledge { known: false, knows_negation: false, ..EMPTY };\n");
    rust.push_str(hand::EMPTY_KNOWLEDGE);
    let cues = by_language::load_all::<cues::File>(&root.join("languages/cues"))?;
    let mut cue_index = index::Index::new("cues");
    for (language, file) in &cues {
        let table = file.table(&mut cue_index, out)?;
        let _ = writeln!(rust, "static {}: CueTable = {table};", cue_constant(language));
    }
    rust.push_str(&cue_index.sets("CUE_SETS"));
    let mut index = index::Index::new("");
    let mut entries = String::new();
    for tag in &tags {
        let chain = chain_of(&tables, tag);
        let language = tag.split('-').next().unwrap_or(tag).to_owned();
        let file = hand.get(&language);
        let table = phrases::table(&tables, &units, &chain, file)?;
        let phrases = index.add(&table, out)?;
        let number_words = number_words(&table, &abbreviations(&tables, &chain));
        let knowledge = if file.is_some() { constant(&language) } else { "NOTHING_KNOWN".to_owned() };
        let cues =
            if cues.contains_key(&language) { format!("&{}", cue_constant(&language)) } else { "&NO_CUES".to_owned() };
        let _ = writeln!(
            entries,
            "    LocaleData {{ tag: {tag:?}, phrases: {phrases}, symbols: &[{}], \
             month_stems: &[{}], capitalises_months: {}, date_order: DateOrder::{}, digit_dates: &[{}], twelve_hours: {}, number_words: &[{}], number_beginnings: {}, spells: {}, currency: {}, by_twenties: {}, commas: {}, ordinal_first: {}, knowledge: &{knowledge}, cues: {cues} }},",
            symbols(&tables, &chain),
            // Stems also fit other words (Croatian "student" begins as November does): only for languages whose file
            // does not give the forms themselves.
            if file.is_some_and(|file| !file.dates.months.is_empty()) {
                String::new()
            } else {
                month_stems(&tables, &chain)
            },
            capitalises_months(&tables, &chain),
            date_order(&tables, &chain),
            digit_dates(&tables, &chain),
            twelve_hours(&tables, &chain),
            number_words.0,
            number_words.1,
            chain.iter().any(|tag| tables.has("number_words", tag)),
            local_currency(&tables, &chain),
            counts_by_twenties(&tables, &chain),
            chain.iter().flat_map(|tag| tables.rows("number_words", tag)).any(|row| row[2] == "comma"),
            chain.iter().flat_map(|tag| tables.rows("number_words", tag)).any(|row| row[2] == "ordinal-first"),
        );
    }
    let _ = write!(rust, "static LOCALES: &[LocaleData] = &[\n{entries}];\n");
    rust.push_str(
        "static ROOT: LocaleData = LocaleData { tag: \"root\", phrases: Phrases { keys: \"\", entries: &[], slots: &[], filter: &[] }, symbols: &[], month_stems: &[], \
         capitalises_months: false, date_order: DateOrder::DayMonthYear, digit_dates: &[], twelve_hours: true, number_words: &[], number_beginnings: NONE, \
         spells: false, currency: None, by_twenties: false, commas: false, ordinal_first: false, knowledge: &NOTHING_KNOWN, cues: &NO_CUES };\n",
    );
    rust.push_str(&index.items());
    fs::write(out.join("locales.rs"), rust).map_err(|error| format!("cannot write locales.rs: {error}"))?;
    let inflections = inflection::rust(hand.iter().map(|(tag, file)| (tag, &file.inflection, &file.address)));
    for (name, rust) in [("units.rs", units.rust()), ("signs.rs", units.signs(&tables)), ("inflection.rs", inflections)]
    {
        fs::write(out.join(name), rust).map_err(|error| format!("cannot write {name}: {error}"))?;
    }
    concepts::write(root, &tags, |tag| chain_of(&tables, tag), out)?;
    vocabulary::write(root, out)?;
    let complete = tags.iter().filter(|tag| chain_of(&tables, tag).len() == 1);
    territories::write(&tables, complete.clone(), out)?;
    names::write(&tables, complete, &hand, out)?;
    let names = language_names(&tables);
    fs::write(out.join("language_names.rs"), names).map_err(|error| format!("cannot write language_names.rs: {error}"))
}

/// The English names of languages, for messages: of several the first, which is the plain one (*Chinese*).
fn language_names(tables: &tsv::Tables) -> String {
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for row in tables.rows("languages", "en").filter(|row| !row[1].contains('-')) {
        names.entry(&row[1]).or_insert(&row[2]);
    }
    let names: Vec<_> = names.into_iter().collect();
    format!(
        "/// Language subtags with their English names (CLDR), sorted.\n\
         static ENGLISH_NAMES: &[(&str, &str)] = &{names:?};\n"
    )
}

/// The locales whose rows a locale has, the most general first: CLDR's explicit parents (`parents.tsv`), else the tag
/// cut at its last hyphen.
fn chain_of(tables: &tsv::Tables, tag: &str) -> Vec<String> {
    let mut chain = vec![tag.to_owned()];
    let mut current = tag.to_owned();
    while let Some(parent) = tables.parent(&current).or_else(|| Some(current.rsplit_once('-')?.0.to_owned())) {
        if parent == "und" || chain.contains(&parent) {
            break;
        }
        chain.push(parent.clone());
        current = parent;
    }
    chain.reverse();
    chain
}

fn constant(language: &str) -> String {
    format!("KNOWLEDGE_{}", language.to_uppercase().replace('-', "_"))
}

fn cue_constant(language: &str) -> String {
    format!("CUES_{}", language.to_uppercase().replace('-', "_"))
}

fn write_knowledge(rust: &mut String, language: &str, file: &hand::File) {
    let _ = writeln!(rust, "static {}: Knowledge = {};", constant(language), file.knowledge());
}

/// Whether a language has no word for seventy or ninety, nor makes them of seven or nine and ten.
fn counts_by_twenties(tables: &tsv::Tables, chain: &[String]) -> bool {
    let Some(tag) = chain.iter().find(|tag| tables.has("number_words", tag)) else { return false };
    let has = |value: &str, role: &str| tables.rows("number_words", tag).any(|row| row[1] == value && row[2] == role);
    !(has("10", "times") || has("70", "unit") && has("90", "unit"))
}

/// Short forms of magnitudes (`Mio.`, `δισ.`) that no spelled-out number has.
fn abbreviations(tables: &tsv::Tables, chain: &[String]) -> BTreeSet<String> {
    let words = |table| chain.iter().flat_map(move |tag| tables.rows(table, tag));
    let spelled: BTreeSet<String> = words("number_words").map(|row| phrases::key(&row[3])).collect();
    let short = words("compact").filter(|row| row[1] == "short").map(|row| phrases::key(&row[3]));
    short.filter(|word| !spelled.contains(word)).collect()
}

/// The single words of a phrase table of which numbers written solid are made, and the shortest of them with which all
/// others begin.
fn number_words(table: &str, abbreviations: &BTreeSet<String>) -> (String, String) {
    let mut out = String::new();
    let mut beginnings: Vec<String> = Vec::new();
    for line in table.lines() {
        let mut columns = line.split('\t');
        let word = columns.next().unwrap_or_default();
        if abbreviations.contains(word)
            || word.contains(' ')
            || word.chars().any(|c| c.is_ascii_digit() || fold::stands_alone(c))
        {
            continue;
        }
        for code in columns {
            let value =
                code.get(1..).filter(|value| !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()));
            let piece = match (code.as_bytes()[0], value) {
                (b'n', Some(value)) => format!("Number({value})"),
                (b'x', Some(value)) => format!("Times({value})"),
                (b'O', Some(value)) => format!("Ordinal({value})"),
                (b'j', None) => "Joiner".to_owned(),
                _ => continue,
            };
            let _ = write!(out, "({word:?}, Piece::{piece}), ");
            // The words are sorted.
            if beginnings.last().is_none_or(|last| !word.starts_with(last.as_str())) {
                beginnings.push(word.to_owned());
            }
        }
    }
    (out, affixes::beginnings(&beginnings))
}

/// Number symbols, the default numbering system of the nearest locale first.
fn symbols(tables: &tsv::Tables, chain: &[String]) -> String {
    let mut of_system: BTreeMap<&str, (char, char)> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    for tag in chain {
        for row in tables.rows("number_symbols", tag) {
            let (system, decimal, group) = (row[1].as_str(), row[2].chars().next(), row[3].chars().next());
            if let (Some(decimal), Some(group)) = (decimal, group) {
                of_system.insert(system, (decimal, group));
                order.retain(|known| *known != system);
                order.push(system);
            }
        }
    }
    let mut out = String::new();
    for system in order {
        let (decimal, group) = of_system[system];
        if let Some(zero) = tables.zero(system) {
            let _ = write!(out, "Symbols {{ zero: {zero:?}, decimal: {decimal:?}, group: {group:?} }}, ");
        }
    }
    out
}

/// The currency of the region that a locale names or is most used in.
fn local_currency(tables: &tsv::Tables, chain: &[String]) -> String {
    let row = chain.iter().rev().find_map(|tag| tables.rows("local_currencies", tag).next());
    row.map_or_else(|| "None".to_owned(), |row| format!("Some(Currency(*b{:?}))", row[1]))
}

/// Whether the nearest locale writes times by a clock of twelve hours.
fn twelve_hours(tables: &tsv::Tables, chain: &[String]) -> bool {
    chain.iter().rev().flat_map(|tag| tables.rows("hour_cycle", tag)).next().is_none_or(|row| row[1] == "12")
}

/// The order in which a date in digits gives its parts, by the nearest locale.
fn date_order(tables: &tsv::Tables, chain: &[String]) -> &'static str {
    let rows = chain.iter().rev().flat_map(|tag| tables.rows("date_order", tag));
    match rows.map(|row| row[1].as_str()).next() {
        Some("MDY") => "MonthDayYear",
        Some("YMD") => "YearMonthDay",
        _ => "DayMonthYear",
    }
}

/// How days with their months and months with their years are written in digits, by the nearest locale.
fn digit_dates(tables: &tsv::Tables, chain: &[String]) -> String {
    // A variant has the rows in which it differs.
    let nearest = |of_year: bool| {
        let rows = |tag: &String| {
            let rows = tables.rows("digit_dates", tag).filter(move |row| row[1].contains('y') == of_year);
            rows.collect::<Vec<_>>()
        };
        chain.iter().rev().map(rows).find(|rows| !rows.is_empty()).unwrap_or_default()
    };
    let forms = [false, true].into_iter().flat_map(nearest).map(|row| {
        let year = row[1].contains('y');
        let month_first = row[1].starts_with('M');
        let separator: String = row[1].chars().skip(1).take_while(|c| !c.is_ascii_alphabetic()).collect();
        let dotted = row[1].ends_with('.');
        format!("DigitDate {{ year: {year}, month_first: {month_first}, separator: {separator:?}, dotted: {dotted} }}")
    });
    forms.collect::<Vec<_>>().join(", ")
}

/// Whether CLDR writes the names of months with a capital where they stand in a date.
fn capitalises_months(tables: &tsv::Tables, chain: &[String]) -> bool {
    let mut names =
        chain.iter().flat_map(|tag| tables.rows("months", tag)).filter(|row| row[2] == "wide" && row[3] == "format");
    names.any(|row| row[4].starts_with(char::is_uppercase))
}

/// Beginnings that all wide forms of a month share where there are several, so that a case CLDR lacks is known too.
fn month_stems(tables: &tsv::Tables, chain: &[String]) -> String {
    let mut forms: BTreeMap<u8, BTreeSet<String>> = BTreeMap::new();
    for row in chain.iter().flat_map(|tag| tables.rows("months", tag)) {
        if row[2] == "wide"
            && let Ok(month) = row[1].parse()
        {
            forms.entry(month).or_default().insert(phrases::key(&row[4]));
        }
    }
    let mut stems: Vec<(String, u8)> = Vec::new();
    for (month, names) in &forms {
        let Some(first) = names.first() else { continue };
        if names.len() < 2 || names.iter().any(|name| name.contains(' ')) {
            continue;
        }
        let shared = names.iter().fold(first.as_str(), |stem, name| {
            let same = stem.chars().zip(name.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
            &stem[..same]
        });
        if shared.chars().count() >= 4 {
            stems.push((shared.to_owned(), *month));
        }
    }
    stems.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.cmp(b)));
    stems.iter().map(|(stem, month)| format!("({stem:?}, {month}), ")).collect()
}
