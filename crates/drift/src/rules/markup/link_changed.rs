//! M001.

use crate::draft::Sink;
use crate::links::Links;
use crate::matching::Kind;
use crate::rules::facts;
use crate::view::View;
use crate::wording;
use parallax_core::Value;

declare_rule! {
    /// A link leads elsewhere in the version, or is missing, or added.
    ///
    /// ## What it finds
    /// A link, address or e-mail address of the pivot whose counterpart in the version has another destination, and
    /// links that only one of the two has. Words of an address that name the language (`/fr/`, `en.example.org`,
    /// `?lang=de`) may differ, and so may the case of the host, `http` and `https`, and a slash at the end. Places
    /// within the same document (`#overview`) are not compared: they are named after translated headings.
    ///
    /// ## Why it matters
    /// Readers of the version are sent to another page, to another mailbox, or to nothing.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: Read the [guide](⟦https://www.example.com/lamp-3/guide⟧) first.
    /// de: Lesen Sie zuerst die [Anleitung](⟦https://www.example.com/lamp-2/guide⟧).
    /// ```
    /// ```bitext,bad
    /// en: Write to ⟦support@example.com⟧ for help.
    /// fr: Écrivez à ⟦soutien@example.com⟧ pour obtenir de l’aide.
    /// ```
    /// ```bitext,bad
    /// en: Read the [guide](⟦https://www.example.com/guide⟧) first.
    /// fr: Lisez d’abord le guide.
    /// ```
    /// The page in the reader's language:
    /// ```bitext,good
    /// en: Read the [guide](https://www.example.com/en/guide) first.
    /// de: Lesen Sie zuerst die [Anleitung](https://www.example.com/de/guide).
    /// ```
    /// ```bitext,good
    /// fr: Écrivez à support@example.com si la mise à jour échoue.
    /// en: Write to support@example.com if the update fails.
    /// ```
    ///
    /// ## Known limits
    /// Pages whose whole address is translated look changed; where both addresses name their language, such findings
    /// are held back.
    "M001", "link-changed", Error, "accuracy/mistranslation"
}

/// How often two destinations that differ are drift.
const CHANGED: f64 = 0.93;
/// The same where each names its own language.
const LOCALISED: f64 = 0.4;
/// How often a link that is not found is missing indeed.
const MISSING: f64 = 0.9;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    let links = Links::new(view.side(false).language, view.side(true).language);
    for change in facts::changes(view, Kind::Link) {
        let (Value::Link(from), Value::Link(to)) = &change.values else { continue };
        let localised = links.localised(from, to);
        let mut draft = facts::changed(view, &META, &change, if localised { LOCALISED } else { CHANGED });
        draft.backed_cue = if localised { LOCALISED } else { 0.98 };
        sink.push(view, draft);
    }
    for target in [false, true] {
        for index in facts::unsaid(view, target, Kind::Link) {
            let mut draft = facts::alone(view, &META, target, index, MISSING);
            let (how, name) = (if target { "only" } else { "missing" }, wording::name(view, true));
            draft.message = format!("a link is {how} in {name}: {}", wording::quote(&view.fact_place(target, index)));
            draft.backed_cue = 0.97;
            sink.push(view, draft);
        }
    }
}
