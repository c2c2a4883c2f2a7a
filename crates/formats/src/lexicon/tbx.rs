//! TBX, TermBase eXchange (ISO 30042): version 2 (`termEntry`, `langSet`) and version 3 (`conceptEntry`, `langSec`).

use super::error::LexiconError;
use super::weight_of;
use parallax_core::LanguageTag;
use parallax_core::lexicon::Lexicon;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// Terms of one concept, each with its language.
type Concept = Vec<(LanguageTag, String)>;

/// Reads the terms of two languages. Which they are is said by `languages`; where one is not, it is that of the file's two
/// which is left, in the order in which the file has them.
///
/// # Errors
/// If it is no TBX, is broken, or has more languages than are wanted and it is not said which.
pub fn read(bytes: &[u8], languages: [Option<LanguageTag>; 2]) -> Result<Lexicon, LexiconError> {
    let decoded = crate::encoding::decode(bytes, None, None).map_err(|error| LexiconError::whole(error.to_string()))?;
    let concepts = concepts(&decoded.text)?;
    let languages = settled(&concepts, languages)?;
    let mut lexicon = Lexicon::new(languages);
    for concept in &concepts {
        let terms = |side: usize| {
            let of_side = concept.iter().filter(move |(language, _)| language.same_language(&languages[side]));
            of_side.map(|(_, term)| term).enumerate()
        };
        for (first, source) in terms(0) {
            for (second, target) in terms(1) {
                lexicon.add(source, target, weight_of(first) * weight_of(second));
            }
        }
    }
    if lexicon.is_empty() {
        let [source, target] = languages;
        return Err(LexiconError::whole(format!("no concept in it has terms in {source} and in {target}")));
    }
    Ok(lexicon)
}

/// The two languages that are meant.
fn settled(concepts: &[Concept], said: [Option<LanguageTag>; 2]) -> Result<[LanguageTag; 2], LexiconError> {
    if let [Some(source), Some(target)] = said {
        return Ok([source, target]);
    }
    let mut found: Vec<LanguageTag> = Vec::new();
    for (language, _) in concepts.iter().flatten() {
        if !found.iter().any(|known| known.same_language(language)) {
            found.push(*language);
        }
    }
    let list = found.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    if let [first, second] = found.as_slice() {
        let other = |said: LanguageTag| if said.same_language(first) { *second } else { *first };
        match said {
            [None, None] => return Ok([*first, *second]),
            [Some(source), None] if found.iter().any(|one| one.same_language(&source)) => {
                return Ok([source, other(source)]);
            }
            [None, Some(target)] if found.iter().any(|one| one.same_language(&target)) => {
                return Ok([other(target), target]);
            }
            _ => {}
        }
    }
    let has = if list.is_empty() { "no terms".to_owned() } else { format!("terms in {list}") };
    Err(LexiconError::whole(format!("it has {has}: say with --source-lang and --target-lang which two are meant")))
}

fn concepts(text: &str) -> Result<Vec<Concept>, LexiconError> {
    let mut reader = Reader::from_str(text);
    let line_of = |position: u64| {
        let end = usize::try_from(position).unwrap_or(text.len()).min(text.len());
        text.as_bytes()[..end].iter().filter(|byte| **byte == b'\n').count() + 1
    };
    let mut concepts: Vec<Concept> = Vec::new();
    let mut language: Option<LanguageTag> = None;
    // The text of the term that is being read.
    let mut term: Option<String> = None;
    let mut is_tbx = false;
    loop {
        let event = reader.read_event().map_err(|error| {
            LexiconError::at(line_of(reader.error_position()), format!("it is broken XML: {error}"))
        })?;
        match event {
            Event::Eof => break,
            Event::Start(start) => match start.local_name().as_ref() {
                "tbx" | "martif" => is_tbx = true,
                "termEntry" | "conceptEntry" => concepts.push(Concept::new()),
                "langSet" | "langSec" => {
                    let position = reader.buffer_position();
                    language = Some(language_of(&start).ok_or_else(|| {
                        LexiconError::at(
                            line_of(position),
                            "terms without a language: `xml:lang` is missing, or is no language tag",
                        )
                    })?);
                }
                "term" => term = Some(String::new()),
                _ => {}
            },
            Event::Text(part) => {
                if let Some(term) = &mut term {
                    term.push_str(&part);
                }
            }
            Event::CData(part) => {
                if let Some(term) = &mut term {
                    term.push_str(&part);
                }
            }
            Event::GeneralRef(entity) => {
                if let Some(term) = &mut term {
                    let character = entity.resolve_char_ref().ok().flatten();
                    match (character, resolve_predefined_entity(&entity)) {
                        (Some(character), _) => term.push(character),
                        (None, Some(text)) => term.push_str(text),
                        // An entity that the file declares itself: nothing a term would need.
                        (None, None) => term.push(' '),
                    }
                }
            }
            Event::End(end) if end.local_name().as_ref() == "term" => {
                if let (Some(text), Some(language), Some(concept)) = (term.take(), language, concepts.last_mut()) {
                    concept.push((language, text));
                }
            }
            _ => {}
        }
    }
    if is_tbx {
        Ok(concepts)
    } else {
        Err(LexiconError::whole("it is no TBX: neither `tbx` nor `martif` stands in it"))
    }
}

fn language_of(start: &BytesStart<'_>) -> Option<LanguageTag> {
    let value = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == "xml:lang")?.value;
    value.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(tag: &str) -> LanguageTag {
        tag.parse().expect("a tag")
    }

    const THIRD: &str = "<?xml version=\"1.0\"?>\n<tbx type=\"TBX-Core\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><text><body>\n\
        <conceptEntry id=\"1\"><langSec xml:lang=\"de\"><termSec><term>Brief</term></termSec><termSec><term>Schreiben</term></termSec></langSec>\
        <langSec xml:lang=\"en-GB\"><termSec><term>letter</term></termSec></langSec></conceptEntry>\n\
        <conceptEntry id=\"2\"><langSec xml:lang=\"en\"><termSec><term>R&amp;D</term></termSec></langSec></conceptEntry></body></text></tbx>";

    #[test]
    fn both_versions_are_read() {
        let lexicon = read(THIRD.as_bytes(), [None, None]).expect("is TBX");
        assert_eq!(lexicon.languages().map(|tag| tag.to_string()), ["de", "en-GB"]);
        assert_eq!(lexicon.of("letter").iter().map(|(_, word, _)| *word).collect::<Vec<_>>(), ["brief", "schreiben"]);
        let second = THIRD
            .replace("conceptEntry", "termEntry")
            .replace("langSec", "langSet")
            .replace("termSec", "tig")
            .replace("tbx", "martif");
        assert_eq!(read(second.as_bytes(), [None, None]), Ok(lexicon));
    }

    #[test]
    fn languages_may_be_said() {
        let turned = read(THIRD.as_bytes(), [Some(tag("en")), None]).expect("is TBX");
        assert_eq!(turned.languages(), [tag("en"), tag("de")]);
        let error = read(THIRD.as_bytes(), [Some(tag("en")), Some(tag("fr"))]).expect_err("no French");
        assert!(error.problem.contains("in en and in fr"), "{error}");
        let three = THIRD.replace("<langSec xml:lang=\"en\">", "<langSec xml:lang=\"fr\">");
        let error = read(three.as_bytes(), [None, None]).expect_err("three languages");
        assert!(error.problem.contains("de, en-GB, fr"), "{error}");
    }

    #[test]
    fn what_is_broken_is_told() {
        let error = read(b"<tbx>\n<conceptEntry>\n</tbx>", [None, None]).expect_err("an element is not closed");
        assert_eq!(error.line, Some(3));
        assert!(read(b"<html></html>", [None, None]).expect_err("no TBX").problem.contains("no TBX"));
        assert_eq!(read(b"<tbx><langSet>\n", [None, None]).expect_err("no language").line, Some(1));
        assert!(read(b"", [None, None]).is_err());
    }
}
