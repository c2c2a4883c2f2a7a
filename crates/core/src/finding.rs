//! Findings: one drift each, with the evidence on both sides.

use crate::span::Span;
use std::fmt;

/// How likely something is right, from 0 (surely not) to 1 (surely).
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Confidence(f32);

impl Confidence {
    /// Certain.
    pub const CERTAIN: Self = Self(1.0);

    /// A confidence; values outside 0 to 1 (and NaN) are brought to the nearest bound.
    #[must_use]
    pub fn new(value: f64) -> Self {
        Self(if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) as f32 })
    }

    /// The value, 0 to 1.
    #[must_use]
    pub fn get(self) -> f64 {
        f64::from(self.0)
    }

    /// Both must hold: the product, as for independent causes.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }

    /// Rounded to two decimals, as it is reported.
    #[must_use]
    pub fn rounded(self) -> f64 {
        (self.get() * 100.0).round() / 100.0
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.0)
    }
}

/// How bad a finding is, if it is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look.
    Info,
    /// Probably wrong: read it.
    Warning,
    /// Surely wrong: gate on it.
    Error,
}

impl Severity {
    /// The word for it: `error`, `warning`, `info`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What a rule is called and what kind of error it finds; every finding points to its rule's.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleMeta {
    /// A letter and three digits, stable for ever: `N001`.
    pub code: &'static str,
    /// Names the fault: `quantity-changed`.
    pub name: &'static str,
    /// The MQM error type: `accuracy/mistranslation`.
    pub mqm: &'static str,
    /// The worst severity the rule gives.
    pub severity: Severity,
    /// One line on what it finds.
    pub summary: &'static str,
    /// The rule's documentation, Markdown.
    pub docs: &'static str,
}

/// A place in one of the documents of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index of the document in [`crate::Report::versions`].
    pub document: usize,
    /// Index of the block in the document.
    pub block: usize,
    /// Index of the segment in the document, where the place lies in one.
    pub segment: Option<usize>,
    /// The bytes of the file.
    pub span: Span,
    /// The text as the file has it there.
    pub text: String,
}

/// A reason for a finding, or something that bears on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// What was read on one side: the value in a form that does not depend on language.
    Value {
        /// Index of the document.
        document: usize,
        /// `90000`, `--02 (end)`, `200000000`.
        value: String,
    },
    /// Other versions that say the same as one of the sides.
    Agreement {
        /// Indices of the documents that agree with each other.
        documents: Vec<usize>,
        /// What they say.
        value: String,
        /// Whether they say what the pivot says.
        with_pivot: bool,
    },
    /// A named cause of the confidence, and its factor (0 to 1, in hundredths).
    Cause {
        /// What it is: `reading`, `alignment`, `cue`.
        name: &'static str,
        /// The factor in hundredths.
        percent: u8,
    },
    /// Another place of one of the documents that bears on it.
    Elsewhere {
        /// Where.
        place: Place,
        /// What is there, in a few words.
        message: String,
    },
    /// Anything else worth saying, a sentence.
    Note(String),
}

/// A number that names a finding whatever else moves in the documents: 16 hexadecimal digits.
///
/// FNV-1a, 64 bits (Fowler, Noll, Vo), over the rule's code, the languages, the normalised values and the words
/// around them on both sides, never over positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of `parts`, kept apart from each other.
    #[must_use]
    pub fn of(parts: &[&str]) -> Self {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0100_0000_01b3;
        let mut hash = OFFSET;
        let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        for part in parts {
            part.bytes().for_each(&mut add);
            add(0xff); // no byte of UTF-8
        }
        Self(hash)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// One drift between the pivot and a version (or, where all versions agree against it, in the pivot).
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static RuleMeta,
    /// How bad it is, if true.
    pub severity: Severity,
    /// How likely it is true.
    pub confidence: Confidence,
    /// What is wrong, one sentence that names both sides' values.
    pub message: String,
    /// The pivot's side, where there is one.
    pub source: Option<Place>,
    /// The version's side, where there is one. At least one side is there.
    pub target: Option<Place>,
    /// The version that the finding is about, also where it has nothing to point at.
    pub version: usize,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// Index of the document that is out of step, where at least three versions tell.
    pub outlier: Option<usize>,
    /// The normalised value of the pivot's fact, by which findings of several versions are gathered.
    pub pivot_value: Option<String>,
    /// Names the finding across runs.
    pub fingerprint: Fingerprint,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_keep_parts_apart_and_never_change() {
        assert_ne!(Fingerprint::of(&["ab", "c"]), Fingerprint::of(&["a", "bc"]));
        // Baselines of users hold these: a change here breaks every one of them.
        assert_eq!(Fingerprint::of(&["N001", "90000"]).to_string(), "8cc4961ab1aa5fb1");
    }

    #[test]
    fn confidence_stays_in_range() {
        assert_eq!(Confidence::new(f64::NAN).get(), 0.0);
        assert_eq!(Confidence::new(7.0), Confidence::CERTAIN);
    }
}
