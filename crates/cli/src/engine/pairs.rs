//! The check of bilingual tables, pair by pair: a reader's batches in, findings in the order of the rows out.

use super::language;
use crate::languages::Named;
use parallax_core::report::{Counts, PairReport};
use parallax_core::{Alignment, Document, LanguageOrigin, LanguageTag, Report, Version};
use parallax_drift::{Checker, Conclusion, Selection};
use parallax_formats::pairs::{BadRow, Batch, Layout, Pair};
use rayon::prelude::*;

/// How many pairs of the beginning are looked at to identify languages.
const SAMPLE: usize = 200;
/// How many pairs are one piece of work.
const PIECE: usize = 32;

/// The languages of a table's pairs, as far as no row says its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Languages {
    /// Source and target, with how each is known.
    pub sides: [(LanguageTag, LanguageOrigin); 2],
    /// Whether they were said for the whole table, whatever a row says.
    pub given: [bool; 2],
}

impl Languages {
    /// The languages that are said, else those of the columns' names, else those of the file's name, else those that the
    /// first texts look like; with what the user should be told of each.
    #[must_use]
    pub fn settle(
        given: [Option<LanguageTag>; 2],
        named: Option<[LanguageTag; 2]>,
        layout: &Layout,
        first: Option<&Batch>,
    ) -> (Self, Vec<String>) {
        let by_row = [layout.columns.source_language, layout.columns.target_language].map(|column| column.is_some());
        let pairs: Vec<Pair> = first.map_or_else(Vec::new, |batch| batch.pairs().flatten().take(SAMPLE).collect());
        let mut notices = Vec::new();
        let mut settle = |side: usize| {
            let name = ["source", "target"][side];
            let blocks =
                pairs.iter().flat_map(|pair| if side == 0 { &pair.source.blocks } else { &pair.target.blocks });
            let mut sample = Document::new("", String::new(), blocks.cloned().collect());
            sample.declared_language = layout.languages[side];
            let named = named.filter(|_| layout.languages[side].is_none());
            let named = named.map(|tags| Named { language: tags[side], document: String::new(), sure: true });
            if by_row[side] && given[side].is_none() {
                // Rows of one table may be in any language: what they look like together says nothing.
                let tag = layout.languages[side].or(named.map(|named| named.language));
                let origin =
                    if layout.languages[side].is_some() { LanguageOrigin::Declared } else { LanguageOrigin::Path };
                return tag.map_or((LanguageTag::unknown(), LanguageOrigin::Identified(0.0)), |tag| (tag, origin));
            }
            let option = format!("--{name}-lang");
            let (tag, origin, notice) = language::settle(&sample, given[side], named.as_ref(), &option);
            let identified = matches!(origin, LanguageOrigin::Identified(_)) && !tag.is_unknown();
            let plain = identified.then(|| {
                format!("its language is not said, and looks like `{tag}`; say it with {option} if that is wrong")
            });
            notices.extend(notice.or(plain).map(|notice| format!("the {name}: {notice}")));
            (tag, origin)
        };
        let sides = [settle(0), settle(1)];
        (Self { sides, given: given.map(|given| given.is_some()) }, notices)
    }
}

/// Checks pairs. Nothing in it changes: it is shared between threads.
#[derive(Debug, Clone)]
pub struct PairChecker {
    checker: Checker,
    languages: Languages,
    path: String,
}

/// What came of some rows.
#[derive(Debug, Default)]
pub struct Checked {
    /// How many pairs were checked.
    pub pairs: usize,
    /// The pairs in which something was found, in the order of the rows.
    pub found: Vec<PairReport>,
    /// How much that is.
    pub counts: Counts,
    /// How many doubtful findings were held back.
    pub held_back: usize,
    /// The rows that could not be read.
    pub bad_rows: Vec<BadRow>,
}

impl PairChecker {
    /// A checker for the table at `path`, which stands in its reports.
    #[must_use]
    pub fn new(selection: Selection, languages: Languages, path: impl Into<String>) -> Self {
        Self { checker: Checker::new(selection), languages, path: path.into() }
    }

    /// Checks one pair: what was found, if anything, and how many doubtful findings were held back.
    #[must_use]
    pub fn check(&self, pair: Pair) -> (Option<PairReport>, usize) {
        let Pair { entry, source, target, id, source_language, target_language, .. } = pair;
        let read = |side: usize, document: Document, said: Option<LanguageTag>| {
            let said = said.filter(|_| !self.languages.given[side]).map(|tag| (tag, LanguageOrigin::Declared));
            let (language, origin) = said.unwrap_or(self.languages.sides[side]);
            Version::read(document, language, origin)
        };
        let versions = [read(0, source, source_language), read(1, target, target_language)];
        let Conclusion { findings, held_back } = self.checker.check_pair(&versions);
        if findings.is_empty() {
            return (None, held_back);
        }
        let alignments = vec![Alignment::whole(&versions[0], &versions[1])];
        let mut versions = Vec::from(versions);
        versions.iter_mut().for_each(|version| version.document.path.clone_from(&self.path));
        let report = Report {
            versions,
            alignments,
            findings,
            held_back: 0,
            failures: Vec::new(),
            notices: Vec::new(),
            elapsed: None,
            fail_on: None,
        };
        (Some(PairReport { entry, id, report }), held_back)
    }

    /// Checks the rows of a batch, spread over the threads of the rayon pool that this is called in, and lets `write`
    /// make of what each piece of work found what is wanted. The pieces come in the order of the rows.
    pub fn check_batch<T: Send>(&self, batch: &Batch, write: impl Fn(Checked) -> T + Sync) -> Vec<T> {
        let pieces = batch.len().div_ceil(PIECE);
        (0..pieces)
            .into_par_iter()
            .map(|piece| {
                let rows = piece * PIECE..batch.len().min((piece + 1) * PIECE);
                let mut checked = Checked::default();
                for row in rows {
                    self.check_row(batch.pair(row), &mut checked);
                }
                write(checked)
            })
            .collect()
    }

    fn check_row(&self, row: Result<Pair, BadRow>, checked: &mut Checked) {
        match row {
            Err(bad) => checked.bad_rows.push(bad),
            Ok(pair) => {
                let (found, held_back) = self.check(pair);
                checked.pairs += 1;
                checked.held_back += held_back;
                if let Some(found) = found {
                    found.report.findings.iter().for_each(|finding| checked.counts.add(finding));
                    checked.found.push(found);
                }
            }
        }
    }
}
