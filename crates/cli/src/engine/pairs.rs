//! The check of bilingual tables, pair by pair: a reader's batches in, findings in the order of the rows out.

use super::language;
use crate::languages::Named;
use parallax_core::glossary::Glossary;
use parallax_core::report::{Counts, PairReport};
use parallax_core::{Alignment, Document, Finding, LanguageOrigin, LanguageTag, Report, Version};
use parallax_drift::{Checker, Conclusion, Memory, Repeat, Selection, Signature};
use parallax_formats::pairs::{BadRow, Batch, Layout, Pair};
use rayon::prelude::*;
use std::sync::Arc;

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

/// What is remembered of a row.
struct Signed {
    row: usize,
    line: usize,
    signature: Signature,
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

    /// The same with a glossary that the targets are to go by.
    #[must_use]
    pub fn with_glossary(self, glossary: Option<Arc<Glossary>>) -> Self {
        Self { checker: self.checker.with_glossary(glossary), ..self }
    }

    /// Checks one pair: what was found, if anything, and how many doubtful findings were held back.
    #[must_use]
    pub fn check(&self, mut pair: Pair) -> (Option<PairReport>, usize) {
        let (entry, id) = (pair.entry, pair.id.take());
        let versions = self.versions(pair);
        self.check_versions(entry, id, versions)
    }

    /// The two sides of a pair, read.
    fn versions(&self, pair: Pair) -> [Version; 2] {
        let Pair { source, target, source_language, target_language, .. } = pair;
        let read = |side: usize, document: Document, said: Option<LanguageTag>| {
            let said = said.filter(|_| !self.languages.given[side]).map(|tag| (tag, LanguageOrigin::Declared));
            let (language, origin) = said.unwrap_or(self.languages.sides[side]);
            Version::read(document, language, origin)
        };
        [read(0, source, source_language), read(1, target, target_language)]
    }

    fn check_versions(&self, entry: usize, id: Option<String>, versions: [Version; 2]) -> (Option<PairReport>, usize) {
        let Conclusion { findings, held_back } = self.checker.check_pair(&versions);
        if findings.is_empty() {
            return (None, held_back);
        }
        (Some(self.report(entry, id, versions, findings)), held_back)
    }

    fn report(&self, entry: usize, id: Option<String>, versions: [Version; 2], findings: Vec<Finding>) -> PairReport {
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
        PairReport { entry, id, report }
    }

    /// What remembers the pairs of the table; none where no rule asks for it.
    #[must_use]
    pub fn memory(&self) -> Option<Memory> {
        self.checker.memory()
    }

    /// Checks the rows of a batch, spread over the threads of the rayon pool that this is called in, and lets `write`
    /// make of what each piece of work found what is wanted. The pieces come in the order of the rows. `memory` holds what
    /// the batches before said, and is told of this one.
    pub fn check_batch<T: Send>(
        &self,
        batch: &Batch,
        memory: Option<&mut Memory>,
        write: impl Fn(Checked) -> T + Sync,
    ) -> Vec<T> {
        let pieces = batch.len().div_ceil(PIECE);
        let remembers = memory.is_some();
        let checked: Vec<(Checked, Vec<Signed>)> = (0..pieces)
            .into_par_iter()
            .map(|piece| {
                let rows = piece * PIECE..batch.len().min((piece + 1) * PIECE);
                let (mut checked, mut signed) = (Checked::default(), Vec::new());
                for row in rows {
                    let signature = self.check_row(batch.pair(row), remembers, &mut checked);
                    signed.extend(signature.map(|(line, signature)| Signed { row, line, signature }));
                }
                (checked, signed)
            })
            .collect();
        // What repeats what goes by the order of the rows alone.
        let mut repeats: Vec<Vec<(usize, Repeat)>> = vec![Vec::new(); checked.len()];
        if let Some(memory) = memory {
            for ((_, signed), repeats) in checked.iter().zip(&mut repeats) {
                for Signed { row, line, signature } in signed {
                    repeats.extend(memory.look(*line, signature).into_iter().map(|repeat| (*row, repeat)));
                }
            }
        }
        checked
            .into_par_iter()
            .zip(repeats)
            .map(|((mut checked, _), repeats)| {
                for (row, repeat) in repeats {
                    self.add_repeat(batch.pair(row), &repeat, &mut checked);
                }
                write(checked)
            })
            .collect()
    }

    /// Adds to what was found in some rows that one of them repeats an earlier one.
    fn add_repeat(&self, row: Result<Pair, BadRow>, repeat: &Repeat, checked: &mut Checked) {
        let Ok(mut pair) = row else { return };
        let (entry, id) = (pair.entry, pair.id.take());
        let versions = self.versions(pair);
        let at = checked.found.partition_point(|found| found.entry < entry);
        let known = checked.found.get_mut(at).filter(|found| found.entry == entry);
        let said = known.as_ref().map_or(&[][..], |known| &known.report.findings);
        let Some(finding) = self.checker.check_repeat(&versions, repeat, said) else { return };
        checked.counts.add(&finding);
        match known {
            Some(known) => known.report.findings.push(finding),
            None => checked.found.insert(at, self.report(entry, id, versions, vec![finding])),
        }
    }

    fn check_row(
        &self,
        row: Result<Pair, BadRow>,
        remembers: bool,
        checked: &mut Checked,
    ) -> Option<(usize, Signature)> {
        let mut pair = match row {
            Ok(pair) => pair,
            Err(bad) => {
                checked.bad_rows.push(bad);
                return None;
            }
        };
        let (entry, line, id) = (pair.entry, pair.line, pair.id.take());
        let versions = self.versions(pair);
        let signature = remembers.then(|| Signature::of(&versions)).flatten();
        let (found, held_back) = self.check_versions(entry, id, versions);
        checked.pairs += 1;
        checked.held_back += held_back;
        if let Some(found) = found {
            found.report.findings.iter().for_each(|finding| checked.counts.add(finding));
            checked.found.push(found);
        }
        signature.map(|signature| (line, signature))
    }
}
