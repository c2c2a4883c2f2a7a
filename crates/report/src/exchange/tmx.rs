//! TMX 1.4b, the exchange format of translation memories: <https://www.ttt.org/oscarStandards/tmx/tmx14b.html>.

use super::xml::{begun, element, start};
use super::{joined, one_sided, segments};
use crate::alignment::{decimals, indices};
use parallax_core::Bitext;
use quick_xml::events::Event;
use std::io;

/// Writes a translation unit for each bead that has two sides. Its properties are the confidence from 0 to 1
/// (`x-confidence`), the indices of its segments from 0 on (`x-source` and `x-target`) and, where its sides stand in
/// another order than their neighbours, `x-moved` with the value `yes`. A memory holds pairs, so what one version has
/// alone is left out, and a note in the header says how much that is. Characters that XML cannot hold become U+FFFD.
///
/// `tool_version` is the version of the tool, named in the header.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_tmx(bitext: &Bitext<'_>, tool_version: &str, out: &mut dyn io::Write) -> io::Result<()> {
    let languages = [bitext.source, bitext.target].map(|version| version.language.to_string());
    let mut xml = begun(out)?;
    let tmx = start("tmx", &[("version", "1.4")]);
    xml.write_event(Event::Start(tmx.borrow()))?;
    let header = start(
        "header",
        &[
            ("creationtool", "parallax"),
            ("creationtoolversion", tool_version),
            ("segtype", "sentence"),
            ("o-tmf", "parallax"),
            ("adminlang", "en"),
            ("srclang", &languages[0]),
            ("datatype", "plaintext"),
        ],
    );
    xml.write_event(Event::Start(header.borrow()))?;
    let paths = [bitext.source, bitext.target].map(|version| version.document.path.as_str());
    let [source, target] = one_sided(bitext);
    element(&mut xml, "note", &[], &format!("{} aligned with {}", paths[0], paths[1]))?;
    if source + target > 0 {
        let left_out =
            format!("Left out: {} of the source and {target} of the target without a counterpart", segments(source));
        element(&mut xml, "note", &[], &left_out)?;
    }
    xml.write_event(Event::End(header.to_end()))?;
    let body = start("body", &[]);
    xml.write_event(Event::Start(body.borrow()))?;
    for (index, bead) in bitext.alignment.segments.iter().enumerate().filter(|(_, bead)| bead.is_paired()) {
        let unit = start("tu", &[("tuid", &index.to_string())]);
        xml.write_event(Event::Start(unit.borrow()))?;
        element(&mut xml, "prop", &[("type", "x-confidence")], &decimals(bead.confidence.get()))?;
        element(&mut xml, "prop", &[("type", "x-source")], &indices(&bead.source))?;
        element(&mut xml, "prop", &[("type", "x-target")], &indices(&bead.target))?;
        if bead.moved {
            element(&mut xml, "prop", &[("type", "x-moved")], "yes")?;
        }
        let texts = [joined(bitext.source, &bead.source), joined(bitext.target, &bead.target)];
        for (language, text) in languages.iter().zip(&texts) {
            let variant = start("tuv", &[("xml:lang", language)]);
            xml.write_event(Event::Start(variant.borrow()))?;
            element(&mut xml, "seg", &[], text)?;
            xml.write_event(Event::End(variant.to_end()))?;
        }
        xml.write_event(Event::End(unit.to_end()))?;
    }
    xml.write_event(Event::End(body.to_end()))?;
    xml.write_event(Event::End(tmx.to_end()))?;
    writeln!(xml.get_mut())
}
