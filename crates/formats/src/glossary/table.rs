//! Glossaries as tables (CSV with commas or semicolons, TSV): a concept a row, a column a language.
//!
//! The first row names the columns, in any order and case:
//!
//! | column | holds |
//! | --- | --- |
//! | a language tag: `en`, `pt-BR`, `zh_Hant` | the terms of that language, several with ` \| ` between them: the first is preferred, the others are admitted |
//! | `forbidden LANGUAGE`: `forbidden de` | terms of that language that must not be used |
//! | `status` | `preferred`, `admitted` or `forbidden` (or a word of TBX for it): that of the row's terms, but for those of the first language column |
//! | `status LANGUAGE` | the same, for the terms of that language |
//! | `forbidden` | `yes` or `no`: as `status`, with `forbidden` for `yes` |
//! | `case` (`case sensitive`) | `yes` or `no`: whether other cases of letters are other words |
//! | `note` (`comment`, `definition`) | what is to be said of the concept |
//!
//! Other columns do not count. Rows with the same term in the first language column are one concept, so that a forbidden
//! term has a row of its own.

use crate::lexicon::{LexiconError, tbx};
use crate::pairs::delimited::{Dialect, Field};
use crate::pairs::names::language_of;
use parallax_core::LanguageTag;
use parallax_core::fold::fold;
use parallax_core::glossary::{Concept, Term, TermStatus};
use std::collections::HashMap;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Terms(LanguageTag),
    Forbidden(LanguageTag),
    Status(Option<LanguageTag>),
    IsForbidden,
    Case,
    Note,
    Other,
}

fn column(name: &str) -> Column {
    let words: Vec<&str> = name.split([' ', ':', '_', '.', '(', ')']).filter(|word| !word.is_empty()).collect();
    let language = language_of(name);
    let is = |word: &str, list: &[&str]| list.contains(&word.to_lowercase().as_str());
    let (status, forbidden) = (["status", "state"], ["forbidden", "prohibited", "deprecated"]);
    match words.as_slice() {
        [word] if is(word, &status) => Column::Status(None),
        [word] if is(word, &forbidden) => Column::IsForbidden,
        [word, ..] if is(word, &["case", "casesensitive"]) => Column::Case,
        [word] if is(word, &["note", "notes", "comment", "comments", "definition"]) => Column::Note,
        [first, second] => match (language_of(first), language_of(second)) {
            (None, Some(tag)) if is(first, &status) => Column::Status(Some(tag)),
            (Some(tag), None) if is(second, &status) => Column::Status(Some(tag)),
            (None, Some(tag)) if is(first, &forbidden) => Column::Forbidden(tag),
            (Some(tag), None) if is(second, &forbidden) => Column::Forbidden(tag),
            _ => language.map_or(Column::Other, Column::Terms),
        },
        _ => language.map_or(Column::Other, Column::Terms),
    }
}

/// Reads a table. `delimiter` is what stands between fields; of commas, semicolons and tabs the one that its first row has
/// most of, where it is not said.
///
/// # Errors
/// At the first row that is wrong.
pub fn read(text: &str, delimiter: Option<u8>) -> Result<Vec<Concept>, LexiconError> {
    let first = text.lines().next().filter(|line| !line.trim().is_empty());
    let first = first.ok_or_else(|| LexiconError::whole("it is empty: the first row names the columns"))?;
    let count = |byte: u8| first.bytes().filter(|other| *other == byte).count();
    let delimiter = delimiter.unwrap_or_else(|| {
        let mut candidates = [b',', b';', b'\t'];
        candidates.sort_by_key(|byte| std::cmp::Reverse(count(*byte)));
        candidates[0]
    });
    let dialect = Dialect { delimiter, quotes: delimiter != b'\t', newline: b'\n' };
    let mut rows = Rows { text, dialect, at: 0, line: 1 };
    let (_, names) = rows.next_row()?.unwrap_or_default();
    let columns: Vec<Column> = names.iter().map(|name| column(name)).collect();
    let languages: Vec<LanguageTag> = columns
        .iter()
        .filter_map(|column| if let Column::Terms(language) = column { Some(*language) } else { None })
        .collect();
    let Some(leading) = languages.first().copied() else {
        let names = names.join(", ");
        return Err(LexiconError::at(
            1,
            format!("no column is named by a language (`en`, `pt-BR`); the columns are: {names}"),
        ));
    };
    let mut concepts: Vec<Concept> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    while let Some((line, fields)) = rows.next_row()? {
        if fields.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let row = Row::read(&columns, &fields, leading, line)?;
        let key = row.key(leading);
        let at = match key.as_ref().and_then(|key| known.get(key)) {
            Some(at) => *at,
            None => {
                concepts.push(Concept { line, ..Concept::default() });
                concepts.len() - 1
            }
        };
        if let Some(key) = key {
            known.insert(key, at);
        }
        let concept = &mut concepts[at];
        for term in row.terms {
            let same = |other: &Term| other.language == term.language && other.text == term.text;
            if !concept.terms.iter().any(same) {
                concept.terms.push(term);
            }
        }
        concept.note = concept.note.take().or(row.note);
    }
    Ok(concepts)
}

/// What a row says.
struct Row {
    terms: Vec<Term>,
    note: Option<String>,
}

impl Row {
    fn read(columns: &[Column], fields: &[String], leading: LanguageTag, line: usize) -> Result<Self, LexiconError> {
        let cells = || columns.iter().zip(fields).map(|(column, field)| (*column, field.trim()));
        let (mut general, mut case_sensitive, mut note) = (None, None, None);
        let mut own: Vec<(LanguageTag, TermStatus)> = Vec::new();
        for (column, cell) in cells().filter(|(_, cell)| !cell.is_empty()) {
            match column {
                Column::Status(None) => general = Some(status(cell, line)?),
                Column::Status(Some(language)) => own.push((language, status(cell, line)?)),
                Column::IsForbidden if truth(cell, line)? => general = Some(TermStatus::Forbidden),
                Column::Case => case_sensitive = Some(truth(cell, line)?),
                Column::Note => note = note.or_else(|| Some(cell.to_owned())),
                Column::IsForbidden | Column::Terms(_) | Column::Forbidden(_) | Column::Other => {}
            }
        }
        let mut terms = Vec::new();
        for (column, cell) in cells() {
            let (language, given) = match column {
                Column::Terms(language) => {
                    let of_language = own.iter().find(|(tag, _)| *tag == language).map(|(_, status)| *status);
                    let general = general.filter(|_| language != leading);
                    (language, of_language.or(general))
                }
                Column::Forbidden(language) => (language, Some(TermStatus::Forbidden)),
                _ => continue,
            };
            let list = cell.split('|').map(str::trim).filter(|text| !text.is_empty());
            for (place, text) in list.enumerate() {
                let usual = if place == 0 { TermStatus::Preferred } else { TermStatus::Admitted };
                terms.push(Term { language, text: text.to_owned(), status: given.unwrap_or(usual), case_sensitive });
            }
        }
        Ok(Self { terms, note })
    }

    /// By what rows of one concept are known.
    fn key(&self, leading: LanguageTag) -> Option<String> {
        self.terms.iter().find(|term| term.language == leading).map(|term| fold(&term.text))
    }
}

fn status(cell: &str, line: usize) -> Result<TermStatus, LexiconError> {
    tbx::status_of(cell)
        .ok_or_else(|| LexiconError::at(line, format!("`{cell}` is no status: say preferred, admitted or forbidden")))
}

fn truth(cell: &str, line: usize) -> Result<bool, LexiconError> {
    match cell.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" | "forbidden" | "sensitive" | "exact" => Ok(true),
        "no" | "n" | "false" | "0" | "-" | "insensitive" => Ok(false),
        _ => Err(LexiconError::at(line, format!("`{cell}` is neither yes nor no"))),
    }
}

/// The rows of a table.
struct Rows<'t> {
    text: &'t str,
    dialect: Dialect,
    at: usize,
    line: usize,
}

impl Rows<'_> {
    /// The next row: its line and its fields.
    fn next_row(&mut self) -> Result<Option<(usize, Vec<String>)>, LexiconError> {
        if self.at >= self.text.len() {
            return Ok(None);
        }
        let rest = &self.text[self.at..];
        let mut fields: Vec<Field> = Vec::new();
        let row = self.dialect.scan(rest.as_bytes(), |field| fields.push(field));
        let line = self.line;
        if let Some(fault) = row.fault {
            return Err(LexiconError::at(line, fault.reason()));
        }
        let length = row.next.unwrap_or(rest.len());
        self.line += rest[..length].bytes().filter(|byte| *byte == b'\n').count();
        self.at += length;
        Ok(Some((line, fields.iter().map(|field| field.text(rest).into_owned()).collect())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let concepts = read(text, None).expect("is a glossary");
        let term = |term: &Term| {
            let case = if term.case_sensitive == Some(true) { " (case)" } else { "" };
            format!("{} {} {:?}{case}", term.language, term.text, term.status)
        };
        concepts.iter().map(|concept| concept.terms.iter().map(term).collect::<Vec<_>>().join("; ")).collect()
    }

    #[test]
    fn columns_are_read_by_their_names() {
        assert_eq!(
            shown("EN;de;forbidden de;Case sensitive;owner\nhard drive | disk;Festplatte;Harddisk|HDD;no;Mia\n"),
            [
                "en hard drive Preferred; en disk Admitted; de Festplatte Preferred; de Harddisk Forbidden; de HDD Forbidden"
            ]
        );
        assert_eq!(
            shown("en\tpt-BR\tstatus pt-BR\tcase\nTea\tChá\tadmitted\tyes\n"),
            ["en Tea Preferred (case); pt-BR Chá Admitted (case)"]
        );
    }

    #[test]
    fn rows_of_one_term_are_one_concept() {
        assert_eq!(
            shown(
                "en,de,status,note\nnetwork,Netzwerk,,\n\"Network\",Netz,deprecatedTerm-admn-sts,old\nfile,Datei,,\n"
            ),
            [
                "en network Preferred; de Netzwerk Preferred; en Network Preferred; de Netz Forbidden",
                "en file Preferred; de Datei Preferred"
            ]
        );
        assert_eq!(
            shown("en,de,forbidden\r\nnetwork,Netz,x\r\nnetwork,Netzwerk,\r\n"),
            ["en network Preferred; de Netz Forbidden; de Netzwerk Preferred"]
        );
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let concepts = read("en,de\n\"two\nlines\",zwei\n\nthree,drei\n", None).expect("is a glossary");
        assert_eq!(concepts.iter().map(|concept| concept.line).collect::<Vec<_>>(), [2, 5]);
    }
}
