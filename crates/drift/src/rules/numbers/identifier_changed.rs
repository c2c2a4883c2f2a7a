//! N011.

use crate::draft::Sink;
use crate::matching::Kind;
use crate::rules::facts::{self, Change};
use crate::view::View;
use parallax_core::Value;
use parallax_core::facts::Salience;

declare_rule! {
    /// A phone number, version or product code is another one in the version, or missing, or added.
    ///
    /// ## What it finds
    /// An identifier of the pivot whose counterpart in the version has other letters or digits, and identifiers that
    /// only one of the two gives. Spaces, hyphens and case are not compared, nor the country's prefix of a phone
    /// number.
    ///
    /// ## Why it matters
    /// An identifier works only as a whole: with one digit wrong it leads nowhere, or to somebody else.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: Call us at ⟦01 99 00 42 17⟧ for help.
    /// fr: Appelez-nous au ⟦01 99 00 24 17⟧ pour obtenir de l’aide.
    /// ```
    /// ```bitext,bad
    /// en: This notice applies to version ⟦2.4.1⟧ of the program.
    /// de: Dieser Hinweis gilt für die Version ⟦2.4.2⟧ des Programms.
    /// ```
    /// ```bitext,good
    /// en: Call us at +33 1 99 00 42 17 for help.
    /// fr: Appelez-nous au 01 99 00 42 17 pour obtenir de l’aide.
    /// ```
    /// ```bitext,good
    /// en: Order the part NW-OR3-EU from your dealer.
    /// de: Bestellen Sie das Teil NW-OR3-EU bei Ihrem Händler.
    /// ```
    /// ```bitext,bad
    /// ru: Позвоните по номеру ⟦01 99 00 42 17⟧.
    /// ja: ⟦01 99 00 24 17⟧にお電話ください。
    /// ```
    /// ```bitext,bad
    /// es: El taller cumple la norma ⟦ISO 9001⟧.
    /// zh: 该车间符合⟦ISO 9010⟧标准。
    /// ```
    /// ```bitext,good
    /// ar: تنطبق النسخة 2.4.1 فقط.
    /// en: Only version 2.4.1 applies.
    /// ```
    ///
    /// ## Known limits
    /// A phone number that each country's version gives on purpose looks changed. Names with a digit or two
    /// in them (*iPhone12*, `ACE2`, `COVID-19`) are not missed where the other side has none: translators render them
    /// in their way.
    "N011", "identifier-changed", Error, "accuracy/mistranslation"
}

/// How often two identifiers that differ are drift.
const CHANGED: f64 = 0.93;
/// How often an identifier that is not found is missing indeed.
const MISSING: f64 = 0.82;

/// Whether two names with a number in them differ in the number alone: their letters may be translated (`ACE2`, `ECA2`).
fn has_same_letters(change: &Change) -> bool {
    let (Value::Identifier(a), Value::Identifier(b)) = &change.values else { return false };
    let letters = |text: &str| -> String { text.chars().filter(char::is_ascii_alphabetic).collect() };
    letters(a).eq_ignore_ascii_case(&letters(b))
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for change in facts::changes(view, Kind::Identifier).filter(|change| change.firm || has_same_letters(change)) {
        let mut draft = facts::changed(view, &META, &change, CHANGED);
        draft.backed_cue = 0.97;
        sink.push(view, draft);
    }
    for target in [false, true] {
        let unsaid = facts::unsaid(view, target, Kind::Identifier);
        for index in unsaid.filter(|fact| view.fact(target, *fact).salience == Salience::Firm) {
            let mut draft = facts::alone(view, &META, target, index, MISSING);
            draft.backed_cue = 0.95;
            sink.push(view, draft);
        }
    }
}
