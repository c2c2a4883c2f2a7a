//! What is written is read back by an XML parser.

use super::tmx::write_tmx;
use super::xliff::write_xliff;
use parallax_core::{Alignment, Bead, Bitext, Confidence, Version};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

/// The elements of a file in their order, with the text that stands directly in each.
fn elements(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().enable_all_checks(true);
    let (mut elements, mut open): (Vec<(String, String)>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error} in {xml}"));
        let text = match event {
            Event::Eof => break,
            Event::Start(tag) => {
                open.push(elements.len());
                elements.push((tag.name().as_ref().to_owned(), String::new()));
                continue;
            }
            Event::Empty(tag) => format!("<{}>", tag.name().as_ref()),
            Event::End(_) => {
                open.pop();
                continue;
            }
            Event::Text(text) => text.xml10_content().into_owned(),
            Event::GeneralRef(entity) => match entity.resolve_char_ref().expect("a character") {
                Some(c) => c.to_string(),
                None => resolve_predefined_entity(&entity).expect("a known entity").to_owned(),
            },
            other => {
                assert!(matches!(other, Event::Decl(_)), "{other:?}");
                continue;
            }
        };
        if let Some(at) = open.last() {
            elements[*at].1.push_str(&text);
        }
    }
    assert!(open.is_empty());
    elements
}

fn texts<'a>(elements: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    elements.iter().filter(|(element, _)| element == name).map(|(_, text)| text.as_str()).collect()
}

/// All characters that are kept as they are in a text, and such as mean something in XML.
fn everything() -> String {
    let all = (0x21..0x500).chain(0x2010..0x2060).chain([0xfffd, 0x1f600, 0x10_ffff]).filter_map(char::from_u32);
    let kept: String = all.filter(|c| !c.is_control()).collect();
    format!("]]> <!-- -- &amp; <a b='c'> {kept}")
}

fn written(source: &str, target: &str) -> [String; 2] {
    let tag = |tag: &str| tag.parse().expect("a tag");
    let mut versions = [Version::of_text(source, tag("fr")), Version::of_text(target, tag("zh-Hant"))];
    versions.iter_mut().for_each(|version| version.document.path = "a\u{1}\"<&>'.txt".to_owned());
    let alignment = Alignment::whole(&versions[0], &versions[1]);
    let bitext = Bitext { source: &versions[0], target: &versions[1], alignment: &alignment };
    let mut files = [Vec::new(), Vec::new()];
    write_tmx(&bitext, "1.2.3", &mut files[0]).expect("memory can be written to");
    write_xliff(&bitext, &mut files[1]).expect("memory can be written to");
    files.map(|bytes| String::from_utf8(bytes).expect("UTF-8"))
}

#[test]
fn any_text_comes_back_as_it_was() {
    let text = Version::of_text(everything(), "fr".parse().expect("a tag"));
    let text = text.segment_text(0);
    let [tmx, xliff] = written(text, text);
    assert_eq!(texts(&elements(&tmx), "seg"), [text, text]);
    assert_eq!([texts(&elements(&xliff), "source"), texts(&elements(&xliff), "target")].concat(), [text, text]);
}

#[test]
fn what_xml_cannot_hold_is_replaced() {
    let [tmx, xliff] = written("a\u{1b}b\u{ffff}", "\u{8}\u{c}c");
    assert_eq!(texts(&elements(&tmx), "seg"), ["a\u{fffd}b\u{fffd}", "\u{fffd} c"]);
    assert_eq!(texts(&elements(&xliff), "source"), ["a<cp>b<cp>"]);
    assert!(xliff.contains("<cp hex=\"001B\"/>") && xliff.contains("<cp hex=\"FFFF\"/>"), "{xliff}");
    assert!(tmx.chars().chain(xliff.chars()).all(super::xml::is_allowed));
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let names = |xml: &str| elements(xml).into_iter().map(|(name, _)| name).collect::<Vec<_>>().join(" ");
    let [tmx, xliff] = written("Un.", "\u{4e00}");
    assert_eq!(names(&tmx), "tmx header note body tu prop prop prop tuv seg tuv seg");
    assert_eq!(names(&xliff), "xliff file notes note unit notes note note note segment source target");
    // What stands on one side only; XLIFF needs a unit in any file.
    let [tmx, xliff] = written("Un.", "");
    assert_eq!(names(&tmx), "tmx header note note body");
    assert_eq!(names(&xliff), "xliff file notes note unit notes note note segment source");
    for target in ["\u{4e00}", ""] {
        let [tmx, xliff] = written("", target);
        assert!(names(&tmx).ends_with("body"));
        assert!(names(&xliff).ends_with(" note unit segment source"), "{xliff}");
    }
}

#[test]
fn moved_beads_are_said_to_be_so() {
    let versions = ["fr", "de"].map(|tag| Version::of_text("1.", tag.parse().expect("a tag")));
    let bead = Bead { source: 0..1, target: 0..1, confidence: Confidence::new(0.5), moved: true };
    let alignment = Alignment { segments: vec![bead], ..Alignment::default() };
    let bitext = Bitext { source: &versions[0], target: &versions[1], alignment: &alignment };
    let mut bytes = Vec::new();
    write_xliff(&bitext, &mut bytes).expect("memory can be written to");
    let xml = String::from_utf8(bytes).expect("UTF-8");
    assert_eq!(texts(&elements(&xml), "note")[..], ["0.50", "0", "0", "yes"]);
    let mut bytes = Vec::new();
    write_tmx(&bitext, "0.0.0", &mut bytes).expect("memory can be written to");
    let xml = String::from_utf8(bytes).expect("UTF-8");
    assert_eq!(texts(&elements(&xml), "prop")[..], ["0.50", "0", "0", "yes"]);
    assert!(xml.contains("<prop type=\"x-moved\">yes</prop>"), "{xml}");
}
