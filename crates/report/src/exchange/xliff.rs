//! XLIFF 2.0, the bilingual document of translation tools:
//! <https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html>.

use super::xml::{begun, element, is_allowed, start};
use super::{joined, one_sided, segments};
use crate::alignment::{decimals, indices};
use parallax_core::Bitext;
use quick_xml::Writer;
use quick_xml::events::{BytesText, Event};
use std::io;

const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// Writes a unit of one segment for each bead that has a source: with its target in the state `translated`, or
/// without one in the state `initial`. Notes of a unit give the confidence (0 to 1) and the indices of its segments
/// (from 0). What only the target has, has no place in the format; a note of the file says how much that is.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_xliff(bitext: &Bitext<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let languages = [bitext.source, bitext.target].map(|version| version.language.to_string());
    let mut xml = begun(out)?;
    let document = start(
        "xliff",
        &[("xmlns", NAMESPACE), ("version", "2.0"), ("srcLang", &languages[0]), ("trgLang", &languages[1])],
    );
    xml.write_event(Event::Start(document.borrow()))?;
    let original = bitext.source.document.path.as_str();
    let file = start("file", &[("id", "f1"), ("original", original), ("xml:space", "preserve")]);
    xml.write_event(Event::Start(file.borrow()))?;
    let [_, added] = one_sided(bitext);
    notes(
        &mut xml,
        &[
            ("target", &bitext.target.document.path),
            (
                "left-out",
                &match added {
                    0 => String::new(),
                    count => format!("{} of the target without a counterpart", segments(count)),
                },
            ),
        ],
    )?;
    if bitext.source.segments.is_empty() {
        // A file must have a unit, and a unit a segment.
        let (unit, segment) = (start("unit", &[("id", "u0")]), start("segment", &[("id", "s1")]));
        xml.write_event(Event::Start(unit.borrow()))?;
        xml.write_event(Event::Start(segment.borrow()))?;
        content(&mut xml, "source", "")?;
        xml.write_event(Event::End(segment.to_end()))?;
        xml.write_event(Event::End(unit.to_end()))?;
    }
    for (index, bead) in bitext.alignment.segments.iter().enumerate().filter(|(_, bead)| !bead.source.is_empty()) {
        let unit = start("unit", &[("id", &format!("u{index}"))]);
        xml.write_event(Event::Start(unit.borrow()))?;
        let (source, target) = (indices(&bead.source), indices(&bead.target));
        notes(
            &mut xml,
            &[
                ("confidence", &decimals(bead.confidence.get())),
                ("source-segments", &source),
                ("target-segments", &target),
                ("moved", if bead.moved { "yes" } else { "" }),
            ],
        )?;
        let state = if bead.is_paired() { "translated" } else { "initial" };
        let segment = start("segment", &[("id", "s1"), ("state", state)]);
        xml.write_event(Event::Start(segment.borrow()))?;
        content(&mut xml, "source", &joined(bitext.source, &bead.source))?;
        if bead.is_paired() {
            content(&mut xml, "target", &joined(bitext.target, &bead.target))?;
        }
        xml.write_event(Event::End(segment.to_end()))?;
        xml.write_event(Event::End(unit.to_end()))?;
    }
    xml.write_event(Event::End(file.to_end()))?;
    xml.write_event(Event::End(document.to_end()))?;
    writeln!(xml.get_mut())
}

/// Writes those notes that say something.
fn notes(xml: &mut Writer<&mut dyn io::Write>, notes: &[(&str, &str)]) -> io::Result<()> {
    if notes.iter().all(|(_, text)| text.is_empty()) {
        return Ok(());
    }
    let list = start("notes", &[]);
    xml.write_event(Event::Start(list.borrow()))?;
    for (category, text) in notes.iter().filter(|(_, text)| !text.is_empty()) {
        element(xml, "note", &[("category", category)], text)?;
    }
    xml.write_event(Event::End(list.to_end()))
}

/// Writes a text; characters that XML cannot hold as the element that XLIFF has for them.
fn content(xml: &mut Writer<&mut dyn io::Write>, name: &str, text: &str) -> io::Result<()> {
    if text.chars().all(is_allowed) {
        return element(xml, name, &[], text);
    }
    let outer = start(name, &[]);
    xml.write_event(Event::Start(outer.borrow()))?;
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| !is_allowed(*c)) {
        xml.write_event(Event::Text(BytesText::new(&rest[..at])))?;
        xml.write_event(Event::Empty(start("cp", &[("hex", &format!("{:04X}", u32::from(c)))])))?;
        rest = &rest[at + c.len_utf8()..];
    }
    xml.write_event(Event::Text(BytesText::new(rest)))?;
    xml.write_event(Event::End(outer.to_end()))
}
