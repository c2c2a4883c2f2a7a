//! Planted drifts: manifests of single changes to faithful translations, and how to apply them.
//!
//! A manifest (`corpus/drift/*.toml`) lists changes, each of which makes one version of a group say something else
//! than the others, with the rule that must find it and the place where. The format is told in
//! `corpus/drift/README.md`; what is wrong in a manifest is an error here, never skipped.

use serde::Deserialize;
use std::fmt;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// What is wrong with a manifest or with the texts it is about, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(String);

impl Error {
    /// An error that says `message`.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// One change to one version of a group, and what must be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// Names the drift within its group: `en-schools-tenfold`.
    pub id: String,
    /// The group it belongs to: `letter`.
    pub group: String,
    /// The language of the version that is changed.
    pub version: String,
    /// The change.
    pub edit: Edit,
    /// The code of the rule that must find it.
    pub rule: String,
    /// What the finding must touch in the version; none where the version has lost it.
    pub at: Option<String>,
    /// What the finding must touch in the pivot; none where the pivot has nothing of the kind.
    pub pivot_at: Option<String>,
    /// Whether the pivot must be named as the version out of step: it is the pivot that is changed.
    pub pivot_is_outlier: bool,
    /// What the change is, for people.
    pub note: Option<String>,
}

/// A change to a text. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Puts `with` in the place of `replace`, which the text has exactly once.
    Replace {
        /// The words to replace.
        replace: String,
        /// The words to put there; empty to delete.
        with: String,
    },
    /// Puts `with` in the place of a whole line, whose end is kept.
    ReplaceLine {
        /// The line.
        line: usize,
        /// Its new content.
        with: String,
    },
    /// Puts `with` on a line of its own.
    InsertAfter {
        /// The line before it.
        line: usize,
        /// The new line.
        with: String,
    },
    /// Takes a line away, with its end.
    DeleteLine {
        /// The line.
        line: usize,
    },
}

/// A text with a planted drift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planted {
    /// The changed text.
    pub text: String,
    /// The bytes of it that are new; empty, at the place of the deletion, where the change only takes away.
    pub changed: Range<usize>,
}

/// Where a finding must point: byte ranges of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// In the changed version; none where nothing is left to point at, and where the pivot itself is changed.
    pub version: Option<Range<usize>>,
    /// In the pivot; none where it has nothing of the kind.
    pub pivot: Option<Range<usize>>,
}

/// The manifest as TOML has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    drift: Vec<RawDrift>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDrift {
    id: String,
    group: String,
    version: String,
    replace: Option<String>,
    replace_line: Option<usize>,
    insert_after: Option<usize>,
    delete_line: Option<usize>,
    with: Option<String>,
    rule: String,
    at: Option<String>,
    pivot_at: Option<String>,
    outlier: Option<RawOutlier>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum RawOutlier {
    Pivot,
}

/// Reads the manifest in the file `path`.
///
/// # Errors
/// If the file cannot be read, or as [`parse`].
pub fn read(path: &Path) -> Result<Vec<Drift>, Error> {
    let shown = path.display();
    let text = fs::read_to_string(path).map_err(|error| Error::new(format!("cannot read {shown}: {error}")))?;
    parse(&text).map_err(|error| Error::new(format!("{shown}: {error}")))
}

/// Reads a manifest.
///
/// # Errors
/// If the text is no TOML, has a field that is not known or lacks one, or if a drift has no or two ways to change
/// the text, says no place, or has the id of another one of its group.
pub fn parse(text: &str) -> Result<Vec<Drift>, Error> {
    let raw: Raw = toml::from_str(text).map_err(|error| Error::new(error.to_string()))?;
    let mut drifts: Vec<Drift> = Vec::with_capacity(raw.drift.len());
    for entry in raw.drift {
        let drift = Drift::from_raw(entry)?;
        if drifts.iter().any(|other| other.id == drift.id && other.group == drift.group) {
            return Err(Error::new(format!("two drifts of {} have the id {}", drift.group, drift.id)));
        }
        drifts.push(drift);
    }
    Ok(drifts)
}

impl Drift {
    fn from_raw(raw: RawDrift) -> Result<Self, Error> {
        let wrong = |what: &str| Err(Error::new(format!("drift {}: {what}", raw.id)));
        let edit = match (raw.replace, raw.replace_line, raw.insert_after, raw.delete_line, raw.with) {
            (Some(replace), None, None, None, Some(with)) => Edit::Replace { replace, with },
            (None, Some(line), None, None, Some(with)) => Edit::ReplaceLine { line, with },
            (None, None, Some(line), None, Some(with)) => Edit::InsertAfter { line, with },
            (None, None, None, Some(line), None) => Edit::DeleteLine { line },
            _ => {
                return wrong(
                    "give one of `replace`, `replace_line`, `insert_after` (each with `with`), `delete_line`",
                );
            }
        };
        if raw.at.is_none() && raw.pivot_at.is_none() {
            return wrong("give `at`, `pivot_at` or both: where the finding must point");
        }
        let pivot_is_outlier = raw.outlier.is_some();
        if pivot_is_outlier && raw.at.is_some() {
            return wrong("the pivot is changed, so say the place as `pivot_at`, not as `at`");
        }
        Ok(Self {
            id: raw.id,
            group: raw.group,
            version: raw.version,
            edit,
            rule: raw.rule,
            at: raw.at,
            pivot_at: raw.pivot_at,
            pivot_is_outlier,
            note: raw.note,
        })
    }

    /// `letter/en-schools-tenfold`: tells the drift from all others, and names its folder.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.group, self.id)
    }

    /// Applies the drift to the text of the version it changes.
    ///
    /// # Errors
    /// If the text has not exactly one place for the change, or the change changes nothing.
    pub fn apply(&self, text: &str) -> Result<Planted, Error> {
        let planted = self.edit.apply(text).map_err(|what| Error::new(format!("drift {}: {what}", self.name())))?;
        if planted.text == text {
            return Err(Error::new(format!("drift {}: nothing changes", self.name())));
        }
        Ok(planted)
    }

    /// Where a finding must point, given the changed text and the text of the pivot (unchanged, unless it is the
    /// pivot that is changed).
    ///
    /// # Errors
    /// If the text of `at` does not touch the change, or that of `pivot_at` does not stand exactly once in the pivot.
    pub fn places(&self, planted: &Planted, pivot: &str) -> Result<Places, Error> {
        let wrong = |what: String| Error::new(format!("drift {}: {what}", self.name()));
        let in_change = |needle: &str| {
            find_touching(planted, needle)
                .ok_or_else(|| wrong(format!("`{needle}` does not stand where the text changed")))
        };
        if self.pivot_is_outlier {
            return Ok(Places { version: None, pivot: self.pivot_at.as_deref().map(in_change).transpose()? });
        }
        let version = self.at.as_deref().map(in_change).transpose()?;
        let in_pivot = |needle: &str| find_once(pivot, needle).map_err(|what| wrong(format!("{what} in the pivot")));
        Ok(Places { version, pivot: self.pivot_at.as_deref().map(in_pivot).transpose()? })
    }
}

impl Edit {
    fn apply(&self, text: &str) -> Result<Planted, String> {
        let (range, with) = match self {
            Self::Replace { replace, with } => (find_once(text, replace)?, with.clone()),
            Self::ReplaceLine { line, with } => (line_range(text, *line)?.0, with.clone()),
            Self::DeleteLine { line } => (line_range(text, *line)?.1, String::new()),
            Self::InsertAfter { line, with } => {
                let (content, whole) = line_range(text, *line)?;
                // After a last line without an end, the new line brings the end between them.
                let ended = content != whole;
                let with = if ended { format!("{with}\n") } else { format!("\n{with}") };
                (whole.end..whole.end, with)
            }
        };
        let changed = range.start..range.start + with.len();
        let text = format!("{}{with}{}", &text[..range.start], &text[range.end..]);
        Ok(Planted { text, changed })
    }
}

/// The bytes of line `line` (from 1), without and with its end.
fn line_range(text: &str, line: usize) -> Result<(Range<usize>, Range<usize>), String> {
    let mut start = 0;
    for (index, content) in text.split_inclusive('\n').enumerate() {
        if index + 1 == line {
            let bare = content.trim_end_matches(['\n', '\r']).len();
            return Ok((start..start + bare, start..start + content.len()));
        }
        start += content.len();
    }
    Err(format!("there is no line {line}"))
}

/// The one place where `needle` stands in `text`.
fn find_once(text: &str, needle: &str) -> Result<Range<usize>, String> {
    if needle.is_empty() {
        return Err("an empty text stands everywhere".to_owned());
    }
    let mut places = text.match_indices(needle).map(|(at, _)| at..at + needle.len());
    match (places.next(), places.next()) {
        (Some(place), None) => Ok(place),
        (None, _) => Err(format!("`{needle}` does not stand")),
        (Some(_), Some(_)) => Err(format!("`{needle}` stands more than once")),
    }
}

/// The first place of `needle` that shares a byte with what was changed or, after a deletion, stands around it.
fn find_touching(planted: &Planted, needle: &str) -> Option<Range<usize>> {
    let changed = &planted.changed;
    let places = planted.text.match_indices(needle).map(|(at, _)| at..at + needle.len());
    places.into_iter().find(|place| touches(place, changed))
}

/// Whether two ranges share a byte; an empty one counts as touching what stands around it or ends at it.
#[must_use]
pub fn touches(a: &Range<usize>, b: &Range<usize>) -> bool {
    if a.is_empty() || b.is_empty() { a.start <= b.end && b.start <= a.end } else { a.start < b.end && b.start < a.end }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(fields: &str) -> Result<Drift, Error> {
        let text = format!("[[drift]]\nid = 'x'\ngroup = 'g'\nversion = 'en'\nrule = 'N001'\n{fields}");
        parse(&text).map(|mut drifts| drifts.remove(0))
    }

    fn applied(fields: &str, text: &str) -> Result<(String, String), Error> {
        let planted = one(fields)?.apply(text)?;
        Ok((planted.text.clone(), planted.text[planted.changed].to_owned()))
    }

    #[test]
    fn each_edit_changes_what_it_says() {
        let text = "one\ntwo\nthree";
        let both = |text: &str, changed: &str| Ok((text.to_owned(), changed.to_owned()));
        assert_eq!(applied("at='2'\nreplace='two'\nwith='2'", text), both("one\n2\nthree", "2"));
        assert_eq!(applied("at='2'\nreplace_line=2\nwith='2'", text), both("one\n2\nthree", "2"));
        assert_eq!(applied("at='2'\ndelete_line=2", text), both("one\nthree", ""));
        assert_eq!(applied("at='2'\ninsert_after=1\nwith='2'", text), both("one\n2\ntwo\nthree", "2\n"));
        assert_eq!(applied("at='2'\ninsert_after=3\nwith='2'", text), both("one\ntwo\nthree\n2", "\n2"));
        assert_eq!(applied("at='2'\nreplace_line=1\nwith='2'", "a\r\nb\r\n"), both("2\r\nb\r\n", "2"));
    }

    #[test]
    fn mistakes_in_a_manifest_are_told() {
        let message = |fields: &str, text: &str| applied(fields, text).map_err(|error| error.to_string());
        assert_eq!(message("at='a'\nreplace='a'\nwith='b'", "a a"), Err("drift g/x: `a` stands more than once".into()));
        assert_eq!(message("at='a'\nreplace='c'\nwith='b'", "a a"), Err("drift g/x: `c` does not stand".into()));
        assert_eq!(message("at='a'\nreplace='a'\nwith='a'", "a"), Err("drift g/x: nothing changes".into()));
        assert_eq!(message("at='a'\ndelete_line=3", "a\n"), Err("drift g/x: there is no line 3".into()));
        for fields in [
            "at='a'",
            "replace='a'\nwith='b'",
            "at='a'\nreplace='a'",
            "at='a'\ndelete_line=1\nwith='b'",
            "at='a'\ndelete_line=1\nreplace='a'\nwith='b'",
            "at='a'\ndelete_line=1\noutlier='pivot'",
            "at='a'\ndelete_line=1\noutlier='version'",
            "at='a'\ndelete_line=1\nnoet='typing error'",
        ] {
            assert!(one(fields).is_err(), "{fields}");
        }
        let twice = "[[drift]]\nid='x'\ngroup='g'\nversion='en'\nrule='N001'\nat='a'\ndelete_line=1\n".repeat(2);
        assert!(parse(&twice).is_err());
    }

    #[test]
    fn places_are_looked_for_where_the_text_changed() {
        let drift = one("at='5'\npivot_at='four'\nreplace='4'\nwith='5'").expect("is a good drift");
        let planted = drift.apply("5 and 4 and 5").expect("applies");
        let places = drift.places(&planted, "five and four").expect("places are there");
        assert_eq!((places.version, places.pivot), (Some(6..7), Some(9..13)));
        assert!(drift.places(&planted, "four and four").is_err());
        let elsewhere = one("at='and'\nreplace='4'\nwith='5'").expect("is a good drift");
        assert!(elsewhere.places(&planted, "").is_err());
    }

    #[test]
    fn an_empty_range_touches_what_surrounds_it() {
        assert!(touches(&(2..2), &(0..2)) && touches(&(0..4), &(2..2)) && touches(&(2..2), &(2..3)));
        assert!(!touches(&(3..3), &(0..2)) && !touches(&(0..2), &(2..4)) && touches(&(0..3), &(2..4)));
    }
}
