//! A table of pairs made of the corpus's own sentences.

use super::super::align::aligned_lines;
use super::super::numbers::rng::Rng;
use crate::error::{Context as _, Result, fail};
use parallax_core::LanguageTag;
use parallax_tests::corpus::{Corpus, Group};
use rayon::prelude::*;
use std::io::{BufWriter, Write as _};
use std::path::Path;

/// Writes a table of `pairs` rows to `path`: those sentences of the corpus's pivots that the aligner is sure of, with
/// their translations in all versions, drawn by chance again and again, the same for every run.
pub(super) fn write(path: &Path, corpus: &Corpus, pairs: usize) -> Result<()> {
    let versions: Vec<(&Group, &String)> =
        corpus.groups.iter().flat_map(|group| group.versions.keys().map(move |tag| (group, tag))).collect();
    let rows: Vec<Vec<String>> = versions
        .par_iter()
        .filter(|(group, tag)| **tag != group.pivot)
        .map(|(group, tag)| rows(group, tag))
        .collect::<Result<_>>()?;
    let rows: Vec<String> = rows.concat();
    if rows.is_empty() {
        return fail("the corpus has no pairs of sentences");
    }
    let cannot = || format!("cannot write to {}", path.display());
    let mut out = BufWriter::with_capacity(1 << 20, std::fs::File::create(path).context(cannot())?);
    out.write_all(b"id\tsource\ttarget\tsource_lang\ttarget_lang\n").context(cannot())?;
    let mut rng = Rng::new(0x5eed, &[]);
    for pair in 0..pairs {
        writeln!(out, "{pair}\t{}", rng.pick(&rows)).context(cannot())?;
    }
    out.flush().context(cannot())
}

fn rows(group: &Group, tag: &str) -> Result<Vec<String>> {
    let language = |tag: &str| tag.parse::<LanguageTag>().context(format_args!("{} {tag}", group.name));
    let languages = [language(&group.pivot)?, language(tag)?];
    let texts = [&group.pivot, tag].map(|tag| &group.versions[tag]);
    let extension = texts[0].path.rsplit('.').next().unwrap_or("txt");
    let contents = texts.map(|text| text.content.clone());
    let pairs = aligned_lines(contents, [&languages[0], &languages[1]], extension)?;
    let flat = |text: &str| text.replace(['\t', '\n', '\r'], " ");
    Ok(pairs
        .iter()
        .map(|[source, target]| format!("{}\t{}\t{}\t{tag}", flat(source), flat(target), group.pivot))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn rows_are_pairs_of_the_corpus_and_the_same_in_every_run() {
        let shown = |error: crate::error::Error| error.to_string();
        let root = workspace::root().map_err(shown).expect("tests run in the workspace");
        let mut corpus = Corpus::load(&root.join("corpus")).expect("the corpus can be read");
        corpus.groups.retain(|group| group.name == "notice");
        corpus.groups[0].versions.retain(|tag, _| ["en", "de", "ja"].contains(&tag.as_str()));
        let table = std::env::temp_dir().join(format!("parallax-pairs-speed-{}.tsv", std::process::id()));
        let made = || {
            write(&table, &corpus, 50).map_err(shown).expect("the table can be written");
            std::fs::read_to_string(&table).expect("the table is there")
        };
        let [first, second] = [made(), made()];
        std::fs::remove_file(&table).expect("the table can be removed");
        assert_eq!(first, second);
        let rows: Vec<Vec<&str>> = first.lines().skip(1).map(|line| line.split('\t').collect()).collect();
        assert_eq!(rows.len(), 50);
        let pivot = &corpus.groups[0].pivot_text().content;
        assert!(rows.iter().all(|row| row.len() == 5 && row[3] == "en"), "{rows:?}");
        assert!(rows.iter().any(|row| pivot.contains(row[1]) && row[4] == "ja"), "{rows:?}");
    }
}
