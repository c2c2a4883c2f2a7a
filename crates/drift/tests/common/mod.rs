//! What the tests of this crate share: reading texts, aligning them, checking them.
#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of this")]

use parallax_core::glossary::Glossary;
use parallax_core::{Alignment, Bead, Bitext, Confidence, Finding, LanguageOrigin, Version};
use parallax_drift::{Checker, Conclusion, Matching, Selection};
use parallax_formats::{ReadOptions, read};
use std::sync::Arc;

/// A version read from text, as a Markdown or plain text file by its path.
pub fn version(path: &str, language: &str, text: &str) -> Version {
    let document = read(path, text.as_bytes(), &ReadOptions::default()).expect("the text is readable");
    Version::read(document, language.parse().expect("a language tag"), LanguageOrigin::Path)
}

/// Aligns two versions.
pub fn align(source: &Version, target: &Version) -> Alignment {
    parallax_aligner::align(source, target)
}

/// Beads of blocks and segments in order, one to one; what is over on a side is left without a counterpart.
pub fn one_to_one(source: &Version, target: &Version) -> Alignment {
    let beads = |a: usize, b: usize| -> Vec<Bead> {
        let bead = |at: usize| Bead {
            source: at.min(a)..(at + 1).min(a),
            target: at.min(b)..(at + 1).min(b),
            confidence: Confidence::new(0.98),
            moved: false,
        };
        (0..a.max(b)).map(bead).collect()
    };
    Alignment {
        blocks: beads(source.document.blocks.len(), target.document.blocks.len()),
        segments: beads(source.segments.len(), target.segments.len()),
        ..Alignment::default()
    }
}

/// Checks all versions against the first.
pub fn check(versions: &[Version]) -> Conclusion {
    check_with(versions, None)
}

/// Checks all versions against the first, by a glossary.
pub fn check_with(versions: &[Version], glossary: Option<Arc<Glossary>>) -> Conclusion {
    let alignments: Vec<Alignment> = versions[1..].iter().map(|version| align(&versions[0], version)).collect();
    let checker = Checker::new(Selection::all()).with_glossary(glossary);
    run(&checker, versions, &alignments)
}

/// Checks all versions against the first, aligned so.
pub fn check_aligned(versions: &[Version], alignments: &[Alignment]) -> Conclusion {
    run(&Checker::new(Selection::all()), versions, alignments)
}

/// The same without the rules on terms: whether a version is consistent is not a question to both sides alike.
pub fn check_sides(versions: &[Version], alignments: &[Alignment]) -> Conclusion {
    let selection = Selection::new(&[], &["T".to_owned()]).expect("is a group");
    run(&Checker::new(selection), versions, alignments)
}

fn run(checker: &Checker, versions: &[Version], alignments: &[Alignment]) -> Conclusion {
    let found = (1..versions.len())
        .map(|at| {
            let bitext = Bitext { source: &versions[0], target: &versions[at], alignment: &alignments[at - 1] };
            checker.check(&bitext, at)
        })
        .collect();
    checker.conclude(versions, alignments, found)
}

/// A finding as a line: `error N001 0.93 | 90 000 | 9,000 | 90 000 became 9,000 (ten times less)`.
pub fn shown(finding: &Finding) -> String {
    let text =
        |place: &Option<parallax_core::Place>| place.as_ref().map_or("-", |place| place.text.as_str()).to_owned();
    format!(
        "{} {} {:.2} v{} {:?} | {} | {} | {}",
        finding.severity,
        finding.rule.code,
        finding.confidence.get(),
        finding.version,
        finding.outlier,
        text(&finding.source),
        text(&finding.target),
        finding.message
    )
}

/// The matching of two versions as text.
pub fn explain(source: &Version, target: &Version) -> String {
    let alignment = align(source, target);
    let bitext = Bitext { source, target, alignment: &alignment };
    Matching::of(&bitext).explain(&bitext).to_string()
}
