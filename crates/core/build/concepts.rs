//! The words of each language with their concepts: compressed, since a run needs two or three of a hundred languages.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// How hard to compress, 0 to 10.
const LEVEL: u8 = 9;

/// Writes `concepts.rs`: for each locale that has, or inherits, words, the compressed text of its table.
///
/// # Errors
/// If a file cannot be read or written.
pub fn write(
    root: &Path,
    tags: &BTreeSet<String>,
    chain_of: impl Fn(&str) -> Vec<String>,
    out: &Path,
) -> Result<(), String> {
    let folder = root.join("tables/concepts");
    let mut rust = String::from(
        "/// Compressed tables of words and concepts by locale, sorted.\nstatic TABLES: &[(&str, &[u8])] = &[\n",
    );
    let mut written: BTreeMap<String, bool> = BTreeMap::new();
    for tag in tags {
        let Some(file) = chain_of(tag).into_iter().rev().find(|tag| folder.join(format!("{tag}.tsv")).is_file()) else {
            continue;
        };
        if written.insert(file.clone(), true).is_none() {
            let path = folder.join(format!("{file}.tsv"));
            let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
            let rows: String =
                text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| [line, "\n"]).collect();
            let packed = miniz_oxide::deflate::compress_to_vec(rows.as_bytes(), LEVEL);
            let path = out.join(format!("concepts-{file}.bin"));
            fs::write(&path, packed).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        }
        // Writing to a string cannot fail.
        let _ = writeln!(rust, "    ({tag:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/concepts-{file}.bin\"))),");
    }
    rust.push_str("];\n");
    let path = root.join("tables/concepts.tsv");
    let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let rows: String = text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| [line, "\n"]).collect();
    fs::write(out.join("concept-names.bin"), miniz_oxide::deflate::compress_to_vec(rows.as_bytes(), LEVEL))
        .map_err(|error| format!("cannot write concept-names.bin: {error}"))?;
    rust.push_str(
        "/// The compressed table of concepts: code, sign or code of a country or language, name.\n\
         static NAMES: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/concept-names.bin\"));\n",
    );
    fs::write(out.join("concepts.rs"), rust).map_err(|error| format!("cannot write concepts.rs: {error}"))
}
