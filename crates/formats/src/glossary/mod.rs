//! Glossaries: which terms a translation is to use, and which not.
//!
//! - **TBX** (`.tbx`, `.xml`), versions 2 and 3: see [`crate::lexicon::tbx`]. `administrativeStatus` and
//!   `normativeAuthorization` say whether a term is preferred, admitted or forbidden.
//! - **Tables** (`.csv`, `.tsv`), whose first row names the columns: see [`table`].
//!
//! ```
//! use parallax_core::glossary::TermStatus;
//!
//! let concepts = parallax_formats::glossary::read("terms.csv", b"en,de,status\nnetwork,Netzwerk,\nnetwork,Netz,forbidden\n")?;
//! assert_eq!(concepts[0].terms.iter().map(|term| term.status).collect::<Vec<_>>()[1..], [
//!     TermStatus::Preferred,
//!     TermStatus::Forbidden,
//! ]);
//! # Ok::<(), parallax_formats::lexicon::LexiconError>(())
//! ```

pub mod table;

use crate::lexicon::{LexiconError, tbx};
use parallax_core::glossary::Concept;

/// Reads a glossary; `path` tells the format, it is not opened.
///
/// # Errors
/// If it is none, with the line that is wrong where it is one.
pub fn read(path: &str, bytes: &[u8]) -> Result<Vec<Concept>, LexiconError> {
    let decoded = crate::encoding::decode(bytes, None, None).map_err(|error| LexiconError::whole(error.to_string()))?;
    let text = decoded.text.strip_prefix('\u{feff}').unwrap_or(&decoded.text);
    let mut concepts = match crate::format::extension(path).to_ascii_lowercase().as_str() {
        "tbx" | "xml" | "tbxm" => tbx::concepts(text)?,
        "tsv" | "tab" => table::read(text, Some(b'\t'))?,
        "csv" => table::read(text, None)?,
        _ if text.trim_start().starts_with('<') => tbx::concepts(text)?,
        _ => {
            return Err(LexiconError::whole(
                "its name does not say what it is: a glossary is a .tbx, .csv or .tsv file",
            ));
        }
    };
    for concept in &mut concepts {
        for term in &mut concept.terms {
            term.text = term.text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        concept.terms.retain(|term| !term.text.is_empty());
    }
    concepts.retain(|concept| !concept.terms.is_empty());
    if concepts.is_empty() {
        return Err(LexiconError::whole("it has no terms"));
    }
    Ok(concepts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_core::glossary::TermStatus::{Admitted, Forbidden, Preferred};

    fn shown(concepts: &[Concept]) -> Vec<String> {
        let term = |term: &parallax_core::glossary::Term| format!("{} {} {:?}", term.language, term.text, term.status);
        concepts.iter().map(|concept| concept.terms.iter().map(term).collect::<Vec<_>>().join("; ")).collect()
    }

    #[test]
    fn both_versions_of_tbx_say_what_is_forbidden() {
        let third = "<tbx type=\"TBX-Basic\"><text><body>\n<conceptEntry id=\"1\"><note>Of computers.</note>\
            <langSec xml:lang=\"en\"><termSec><term>network</term></termSec></langSec>\
            <langSec xml:lang=\"de\"><termSec><term>Netzwerk</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>\
            <termSec><termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote><term>Netz</term></termSec></langSec>\
            </conceptEntry></body></text></tbx>";
        let concepts = read("x.tbx", third.as_bytes()).expect("is TBX");
        assert_eq!(shown(&concepts), ["en network Admitted; de Netzwerk Preferred; de Netz Forbidden"]);
        assert_eq!((concepts[0].note.as_deref(), concepts[0].line), (Some("Of computers."), 2));
        let second = "<martif type=\"TBX\"><text><body><termEntry><langSet xml:lang=\"fr\"><tig><term>réseau</term>\
            <termNote type=\"normativeAuthorization\">standardizedTerm</termNote></tig><tig><term>filet</term>\
            <termNote type=\"normativeAuthorization\">notRecommended</termNote><termNote type=\"partOfSpeech\">noun</termNote></tig>\
            </langSet></termEntry></body></text></martif>";
        let concepts = read("x.xml", second.as_bytes()).expect("is TBX");
        assert_eq!(shown(&concepts), ["fr réseau Preferred; fr filet Forbidden"]);
        assert_eq!(concepts[0].terms.iter().map(|term| term.status).collect::<Vec<_>>(), [Preferred, Forbidden]);
        assert_ne!(Admitted, Preferred);
    }

    #[test]
    fn what_is_no_glossary_is_told() {
        for (path, text, line, part) in [
            ("x.txt", "a\tb\n", None, "its name does not say"),
            ("x.tbx", "<html></html>", None, "no TBX"),
            ("x.tbx", "<tbx></tbx>", None, "no terms"),
            ("x.tbx", "<tbx>\n<conceptEntry>\n</tbx>", Some(3), "broken XML"),
            ("x.csv", "", None, "empty"),
            ("x.csv", "a,b\n1,2\n", Some(1), "no column"),
            ("x.csv", "en,de\n\"a,b\n", Some(2), "not closed"),
            ("x.csv", "en,de,status\na,b,perhaps\n", Some(2), "perhaps"),
        ] {
            let error = read(path, text.as_bytes()).expect_err(text);
            assert!(error.line == line && error.problem.contains(part), "{text}: {error}");
        }
    }
}
