//! The little of XML that the writers share.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};
use std::io;

/// Begins a document.
pub(super) fn begun(out: &mut dyn io::Write) -> io::Result<Writer<&mut dyn io::Write>> {
    let mut writer = Writer::new_with_indent(out, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(writer)
}

/// An element's beginning with attributes. Characters that XML cannot hold are replaced in their values.
pub(super) fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, replaced(value).as_str()));
    }
    start
}

/// Writes an element that holds text only, on a line.
pub(super) fn element(
    writer: &mut Writer<&mut dyn io::Write>,
    name: &str,
    attributes: &[(&str, &str)],
    text: &str,
) -> io::Result<()> {
    writer.write_event(Event::Start(start(name, attributes)))?;
    writer.write_event(Event::Text(BytesText::new(&replaced(text))))?;
    writer.write_event(Event::End(start(name, &[]).to_end()))
}

/// Whether XML 1.0 can hold a character at all, be it escaped: <https://www.w3.org/TR/xml/#charsets>.
pub(super) fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The text with U+FFFD for what XML cannot hold.
pub(crate) fn replaced(text: &str) -> String {
    text.chars().map(|c| if is_allowed(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}
