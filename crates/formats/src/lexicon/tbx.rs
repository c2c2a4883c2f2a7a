//! TBX, TermBase eXchange (ISO 30042): version 2 (`termEntry`, `langSet`) and version 3 (`conceptEntry`, `langSec`).

use super::error::LexiconError;
use super::weight_of;
use parallax_core::LanguageTag;
use parallax_core::glossary::{Concept, Term, TermStatus};
use parallax_core::lexicon::Lexicon;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

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
            let of_side = concept.terms.iter().filter(move |term| term.language.same_language(&languages[side]));
            of_side.map(|term| &term.text).enumerate()
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
    for language in concepts.iter().flat_map(|concept| &concept.terms).map(|term| &term.language) {
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

/// The concepts in the order of the file, with all their terms.
///
/// # Errors
/// If it is no TBX, or is broken.
pub(crate) fn concepts(text: &str) -> Result<Vec<Concept>, LexiconError> {
    let mut reader = Reader::from_str(text);
    let line_of = |position: u64| {
        let end = usize::try_from(position).unwrap_or(text.len()).min(text.len());
        text.as_bytes()[..end].iter().filter(|byte| **byte == b'\n').count() + 1
    };
    let mut concepts: Vec<Concept> = Vec::new();
    let mut language: Option<LanguageTag> = None;
    // The text of the element that is being read, if it counts.
    let mut content: Option<String> = None;
    let mut group = Group::default();
    let mut is_tbx = false;
    loop {
        let position = reader.buffer_position();
        let event = reader.read_event().map_err(|error| {
            LexiconError::at(line_of(reader.error_position()), format!("it is broken XML: {error}"))
        })?;
        match event {
            Event::Eof => break,
            Event::Start(start) => match start.local_name().as_ref() {
                "tbx" | "martif" => is_tbx = true,
                "termEntry" | "conceptEntry" => {
                    language = None;
                    concepts.push(Concept { line: line_of(position), ..Concept::default() });
                }
                "langSet" | "langSec" => {
                    group = Group::default();
                    language = Some(language_of(&start).ok_or_else(|| {
                        LexiconError::at(
                            line_of(reader.buffer_position()),
                            "terms without a language: `xml:lang` is missing, or is no language tag",
                        )
                    })?);
                }
                "tig" | "ntig" | "termSec" | "termGrp" => group = Group::default(),
                "term" | "administrativeStatus" | "normativeAuthorization" | "note" => content = Some(String::new()),
                "termNote" if is_status(&start) => content = Some(String::new()),
                _ => {}
            },
            Event::Text(part) => {
                if let Some(content) = &mut content {
                    content.push_str(&part);
                }
            }
            Event::CData(part) => {
                if let Some(content) = &mut content {
                    content.push_str(&part);
                }
            }
            Event::GeneralRef(entity) => {
                if let Some(content) = &mut content {
                    let character = entity.resolve_char_ref().ok().flatten();
                    match (character, resolve_predefined_entity(&entity)) {
                        (Some(character), _) => content.push(character),
                        (None, Some(text)) => content.push_str(text),
                        // An entity that the file declares itself: nothing a term would need.
                        (None, None) => content.push(' '),
                    }
                }
            }
            Event::End(end) => match (end.local_name().as_ref(), concepts.last_mut()) {
                ("term", Some(concept)) => {
                    if let (Some(text), Some(language)) = (content.take(), language) {
                        group.term = Some(concept.terms.len());
                        let status = group.status.unwrap_or_default();
                        concept.terms.push(Term { language, text, status, case_sensitive: None });
                    }
                }
                ("termNote" | "administrativeStatus" | "normativeAuthorization", Some(concept)) => {
                    let status = content.take().and_then(|word| status_of(&word));
                    group.status = group.status.max(status);
                    if let (Some(status), Some(term)) =
                        (group.status, group.term.and_then(|at| concept.terms.get_mut(at)))
                    {
                        term.status = status;
                    }
                }
                // What is said of the concept, not of a language's terms.
                ("note", Some(concept)) => {
                    let note = content.take().filter(|note| !note.trim().is_empty() && language.is_none());
                    concept.note = concept.note.take().or(note);
                }
                _ => {}
            },
            _ => {}
        }
    }
    if is_tbx {
        Ok(concepts)
    } else {
        Err(LexiconError::whole("it is no TBX: neither `tbx` nor `martif` stands in it"))
    }
}

/// What is known so far of the term of a group (`tig`, `termSec`).
#[derive(Default)]
struct Group {
    term: Option<usize>,
    /// Of two statuses the stricter one.
    status: Option<TermStatus>,
}

/// Whether a `termNote` says whether the term is to be used.
fn is_status(start: &BytesStart<'_>) -> bool {
    let kind = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == "type");
    kind.is_some_and(|kind| matches!(&*kind.value, "administrativeStatus" | "normativeAuthorization"))
}

/// The status that a word of TBX stands for: `preferredTerm-admn-sts`, `deprecatedTerm`, `notRecommended`.
pub(crate) fn status_of(word: &str) -> Option<TermStatus> {
    let word = word.trim().trim_end_matches("-admn-sts").trim_end_matches("Term");
    let plain: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    Some(match plain.as_str() {
        "preferred" | "standardized" | "legal" | "regulated" | "recommended" | "approved" => TermStatus::Preferred,
        "admitted" | "allowed" | "accepted" | "permitted" | "alternative" => TermStatus::Admitted,
        "deprecated" | "superseded" | "notrecommended" | "forbidden" | "prohibited" | "obsolete" | "rejected"
        | "banned" => TermStatus::Forbidden,
        _ => return None,
    })
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
