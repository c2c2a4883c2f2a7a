//! TMX, the exchange format of translation memories: a unit is a pair of two of its languages.
//!
//! Which two is settled once, by the beginning of the file ([`languages`]). Where units begin and end is found by their
//! tags alone ([`scan`]); what is in a unit is read by an XML parser, on whatever thread ([`unit`]). A unit that is
//! not well-formed costs only itself.

mod languages;
mod scan;
mod unit;

pub(super) use languages::Sides;
use scan::is_tmx;
pub(super) use scan::{Found, beyond, find};
pub(super) use unit::{Unit, Variant, advance};

use super::PairOptions;
use super::error::{LayoutError, PairError};
use super::layout::{Layout, Roles};
use encoding_rs::Encoding;
use parallax_core::{LanguageTag, LineColumn};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How many units at the beginning are looked at to find the languages.
const LOOKED_AT: usize = 2_000;

/// The encoding that the XML declaration says, if it is one that the bytes do not tell by themselves.
pub(super) fn declared_encoding(sample: &[u8]) -> Option<&'static Encoding> {
    let start = &sample[..sample.len().min(200)];
    let text = std::str::from_utf8(start.split(|byte| *byte == b'>').next()?).ok()?;
    let declaration = text.trim_start().strip_prefix("<?xml")?;
    let value = declaration.split("encoding").nth(1)?.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let encoding = Encoding::for_label(value[1..].split(quote).next()?.as_bytes())?;
    let by_itself = [encoding_rs::UTF_8, encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].contains(&encoding);
    (!by_itself).then_some(encoding)
}

/// Which of the languages of a file are meant, by its beginning; `whole` says whether that is all. Gives the byte of
/// the first unit too.
pub(super) fn settle(text: &str, whole: bool, options: &PairOptions) -> Result<(Layout, Sides, usize), PairError> {
    if !is_tmx(text) {
        return Err(PairError::NotTmx);
    }
    let (mut at, mut first, mut seen) = (0, None, Vec::new());
    for _ in 0..LOOKED_AT {
        match find(text, at, whole) {
            Found::Unit { start, end, bad } => {
                first = first.or(Some(start));
                at = end;
                if bad.is_some() {
                    continue;
                }
                let place = LineColumn { line: 1, column: 1 };
                for variant in
                    Unit::parse(&text[start..end], 0, place, b'\n').map_or_else(|_| Vec::new(), |unit| unit.variants)
                {
                    seen.extend(variant.language.filter(|tag| !seen.contains(tag)));
                }
            }
            Found::Long { next, .. } => at = next,
            Found::None { .. } | Found::Open { .. } | Found::More { .. } => break,
        }
    }
    let Some(first) = first else { return Err(PairError::Empty) };
    let known_whole = whole && matches!(find(text, at, whole), Found::None { .. });
    let tags = languages::choose(&seen, header_language(&text[..first]), options.languages, known_whole)?;
    let mut position = |tag: LanguageTag| {
        seen.iter().position(|other| *other == tag).unwrap_or_else(|| {
            seen.push(tag);
            seen.len() - 1
        })
    };
    let [source, target] = tags.map(&mut position);
    let layout = Layout {
        names: seen.iter().map(ToString::to_string).collect(),
        count: seen.len(),
        columns: Roles { source, target, id: None, source_language: None, target_language: None },
        languages: tags.map(Some),
    };
    if source == target {
        return Err(LayoutError::SameLanguage { language: layout.names[source].clone() }.into());
    }
    Ok((layout, Sides(tags), first))
}

/// The language that the header says is that of the sources.
fn header_language(preamble: &str) -> Option<LanguageTag> {
    let mut reader = Reader::from_str(preamble);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) if tag.name().as_ref() == "header" => {
                return attribute(&tag, "srclang")?.trim().parse().ok();
            }
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

/// The value of an attribute, references resolved where that can be done.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    let resolved = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).map(std::borrow::Cow::into_owned);
    Some(resolved.unwrap_or_else(|_| attribute.value.to_string()))
}
