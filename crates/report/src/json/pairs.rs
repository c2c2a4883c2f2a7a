//! Bilingual tables as JSON: both sides of a finding are in one document, and say which pair they are of.

use super::{wire_finding, wire_origin, write_shallow};
use crate::wire;
use parallax_core::report::{PairReport, TableReport};
use std::collections::BTreeMap;
use std::io;

/// Writes what was found in one pair, a finding a line. Each side names the table's path and its language.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_pair_lines(pair: &PairReport, out: &mut dyn io::Write) -> io::Result<()> {
    let path = pair.report.versions.first().map(|source| source.document.path.as_str());
    for mut line in wire_findings(pair) {
        for side in [&mut line.source, &mut line.target].into_iter().flatten() {
            side.path = path;
        }
        line.version_path = path;
        line.version_language = pair.report.versions.get(1).map(|target| target.language.to_string());
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// Writes the report of a whole table as one object: the table is its only document, and `pairs` are those of its pairs
/// in which something was found, in their order.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_table(
    table: &TableReport,
    pairs: &[PairReport],
    tool_version: &str,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let [(source, source_origin), (target, target_origin)] = table.languages;
    let (language_origin, language_confidence) = wire_origin(source_origin);
    let (target_language_origin, target_language_confidence) = wire_origin(target_origin);
    let rows = table.pairs + table.bad_rows;
    let report = wire::Report {
        schema: "parallax-report/1",
        tool: wire::Tool { name: "parallax", version: tool_version },
        documents: vec![wire::Document {
            path: &table.path,
            language: source.to_string(),
            role: wire::Role::Bilingual,
            blocks: rows,
            segments: rows,
            encoding: table.encoding,
            language_origin,
            language_confidence,
            target_language: Some(target.to_string()),
            target_language_origin: Some(target_language_origin),
            target_language_confidence,
            pairs: Some(table.pairs),
            bad_rows: Some(table.bad_rows),
        }],
        alignments: Vec::new(),
        findings: pairs.iter().flat_map(wire_findings).collect(),
        summary: wire::Summary {
            error: table.counts.error,
            warning: table.counts.warning,
            info: table.counts.info,
            by_rule: table.counts.by_rule.iter().map(|(code, (_, count))| (*code, *count)).collect::<BTreeMap<_, _>>(),
            held_back: table.held_back,
        },
        failures: table
            .broke_off
            .iter()
            .map(|reason| wire::Failure { kind: wire::FailureKind::Unreadable, path: &table.path, reason })
            .collect(),
        notices: table
            .notices
            .iter()
            .map(|(line, message)| wire::Notice { document: 0, message, line: *line })
            .collect(),
    };
    write_shallow(&report, 4, out)
}

/// What was found in a pair, in its published form.
fn wire_findings(pair: &PairReport) -> impl Iterator<Item = wire::Finding<'_>> {
    pair.report.findings.iter().map(|finding| {
        let mut wire = wire_finding(&pair.report, finding);
        for (side, index) in [(&mut wire.source, 0), (&mut wire.target, 1)] {
            let Some(side) = side else { continue };
            side.document = 0;
            side.block = pair.entry;
            side.segment = side.segment.map(|_| pair.entry);
            side.entry = Some(pair.entry);
            side.language = pair.report.versions.get(index).map(|version| version.language.to_string());
        }
        for evidence in &mut wire.evidence {
            if let wire::Evidence::Value { document, side, .. } = evidence {
                *side = Some(if *document == 0 { wire::PairSide::Source } else { wire::PairSide::Target });
                *document = 0;
            }
        }
        wire.version = 0;
        wire.outlier = None;
        wire.id = pair.id.as_deref();
        wire
    })
}
