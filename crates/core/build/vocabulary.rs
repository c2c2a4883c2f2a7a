//! The words of each language and their spelling, from `vocabulary/`.

#[path = "../src/vocabulary/filter.rs"]
#[allow(dead_code)]
mod filter;
#[path = "../src/vocabulary/spelling.rs"]
#[allow(dead_code)]
mod spelling;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// How hard to compress, 0 to 10.
const LEVEL: u8 = 9;

/// Writes `vocabulary.rs`: for each language its set of words and its spelling, and how many words each two share.
///
/// # Errors
/// If a file cannot be read or written, or is not what it should be.
pub fn write(root: &Path, out: &Path) -> Result<(), String> {
    let folder = root.join("vocabulary");
    let mut lists: BTreeMap<String, String> = BTreeMap::new();
    for entry in fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))? {
        let path = entry.map_err(|error| format!("cannot read {}: {error}", folder.display()))?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
            lists.insert(stem, text);
        }
    }
    let path = folder.join("complete.tsv");
    let complete = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let mut rust = String::from("static DATA: [Data; LANGUAGES] = [\n");
    for (tag, text) in &lists {
        let words: Vec<&str> = text.lines().collect();
        if words.is_empty() || !words.is_sorted() {
            return Err(format!("vocabulary/{tag}.txt is not a sorted list of words"));
        }
        let small: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let spelling = spelling::Spelling::train(small.iter().map(String::as_str)).to_bytes();
        let files = [
            ("words", filter::make(words.iter().copied())),
            ("spelling", miniz_oxide::deflate::compress_to_vec(&spelling, LEVEL)),
        ];
        // Writing to a string cannot fail.
        let _ = write!(rust, "    Data {{ tag: {tag:?}");
        for (name, bytes) in files {
            let file = format!("vocabulary-{tag}.{name}");
            fs::write(out.join(&file), bytes).map_err(|error| format!("cannot write {file}: {error}"))?;
            let _ = write!(rust, ", {name}: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))");
        }
        let capitals = words.iter().any(|word| word.starts_with(char::is_uppercase));
        let complete = complete.lines().any(|line| line == tag);
        let _ = writeln!(rust, ", complete: {complete}, capitals: {capitals} }},");
    }
    let shared = shared(&folder.join("shared.tsv"), &lists)?;
    let _ = write!(
        rust,
        "];\nconst LANGUAGES: usize = {};\n/// The share of words of a language, row by row, that are words of each other, in percent.\nstatic SHARED: [u8; \
         LANGUAGES * LANGUAGES] = {shared:?};\n",
        lists.len()
    );
    fs::write(out.join("vocabulary.rs"), rust).map_err(|error| format!("cannot write vocabulary.rs: {error}"))
}

/// The table of shared words: a row for each two languages, the share in percent.
fn shared(path: &Path, lists: &BTreeMap<String, String>) -> Result<Vec<u8>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let place = |tag: &str| lists.keys().position(|known| known == tag);
    let mut table = vec![0; lists.len() * lists.len()];
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let wrong = || format!("vocabulary/shared.tsv: {line:?} is no row of two languages and a percentage");
        let mut columns = line.split('\t');
        let (own, other, share) = (columns.next(), columns.next(), columns.next());
        let own = own.and_then(place).ok_or_else(wrong)?;
        let other = other.and_then(place).ok_or_else(wrong)?;
        table[own * lists.len() + other] = share.and_then(|share| share.parse().ok()).ok_or_else(wrong)?;
    }
    Ok(table)
}
