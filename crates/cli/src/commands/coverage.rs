//! `parallax rules --language LANG`: what is known of a language for the rules to go by.

use super::rules::paint;
use anstyle::Style;
use parallax_core::LanguageTag;
use parallax_core::cues::{Category, Key};
use parallax_core::inflection::Inflection;
use parallax_core::lexicon::{Concepts, Dictionary};
use parallax_core::locale::Locale;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Writes what is known of `language`, a line for each kind of knowledge.
pub(super) fn write(language: &LanguageTag, color: bool, out: &mut dyn Write) -> io::Result<()> {
    let locale = Locale::of(language);
    let knowledge = locale.knowledge();
    let name = language.english_name().unwrap_or("unknown language");
    writeln!(out, "{}", paint(color, Style::new().bold(), &format!("{name} ({language})")))?;
    if !locale.is_known() {
        return writeln!(out, "  nothing is known of it: numbers in digits, links and identifiers are compared");
    }
    let mut line = |what: &str, known: &str| writeln!(out, "  {what:<12} {known}");
    line("numbers", if locale.spells_numbers() { "in digits and spelled out" } else { "in digits" })?;
    let file = if knowledge.known { "with the forms of its own file" } else { "as in CLDR" };
    line("dates, units", file)?;
    line("negation", if knowledge.knows_negation { "known" } else { "not known: sentences are not compared in it" })?;
    let inflection = Inflection::of(language);
    let endings =
        if inflection.is_known() { "known: terms are found inflected" } else { "not known: by likeness only" };
    line("inflection", endings)?;
    let address = if inflection.formal.is_empty() { "not known" } else { "formal and familiar words are told apart" };
    line("address", address)?;
    let dictionary = Dictionary::of(language, knowledge.prefixes);
    let meanings = dictionary.covered().collect::<BTreeSet<_>>().len();
    line("dictionary", &if meanings > 0 { format!("{meanings} meanings") } else { "none".to_owned() })?;
    line("concepts", if Concepts::of(language).is_empty() { "none" } else { "known (countries, languages, things)" })?;
    if !locale.knows_cues() {
        return line("cues", "none: obligation, quantity, condition, direction and frequency are not compared");
    }
    line("cues", "sure ones by key, + those that only may mean it")?;
    for category in Category::ALL {
        let known: Vec<String> = locale
            .cue_counts()
            .iter()
            .filter(|(key, sure, weak)| key.category() == *category && sure + weak > 0)
            .map(|(key, sure, weak)| format!("{} {sure}+{weak}", shown(*key)))
            .collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        line(&format!("  {}", category.name()), &known)?;
    }
    Ok(())
}

fn shown(key: Key) -> String {
    key.name().replace('_', " ")
}
