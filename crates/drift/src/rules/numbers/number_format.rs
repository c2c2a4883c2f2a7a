//! N007.

use crate::draft::Sink;
use crate::matching::Difference;
use crate::rules::facts::{self, Change};
use crate::view::View;
use crate::wording;
use parallax_core::facts::{Salience, Unit};
use parallax_core::fold::digit_value;
use parallax_core::locale::Symbols;
use parallax_core::{Severity, Value, Version};
use rust_decimal::Decimal;

declare_rule! {
    /// A number does not follow its language: `90,000` in German, `2.5` in French.
    ///
    /// ## What it finds
    /// A number of the version whose separators say something else in its language than what it must mean, because the
    /// pivot gives the number: a decimal comma where the language groups thousands with it, and the other way round; or
    /// thousands grouped by full stops or commas in a language that groups them by spaces. The message gives the number as
    /// the language writes it (CLDR's separators).
    ///
    /// ## Why it matters
    /// A reader takes `2,500 Liter` for two and a half.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: The network has 90,000 schools.
    /// de: Zum Netz gehören ⟦90,000⟧ Schulen.
    /// ```
    /// ```bitext,bad
    /// de: Der Kessel fasst 2.500 Liter.
    /// it: La caldaia contiene ⟦2,500 litri⟧.
    /// ```
    /// ```bitext,bad
    /// fr: La distance est de 3,75 km.
    /// en: The distance is ⟦3,75 km⟧.
    /// ```
    /// ```bitext,bad
    /// ja: 登録者は1,250,000人です。
    /// ru: Зарегистрировано ⟦1,250,000⟧ человек.
    /// ```
    /// ```bitext,bad
    /// ko: 학생은 12,500명입니다.
    /// pl: Uczniów jest ⟦12,500⟧.
    /// ```
    /// ```bitext,bad
    /// de: Die Stadt hat 1.250.000 Einwohner.
    /// uk: У місті ⟦1.250.000⟧ мешканців.
    /// ```
    /// ```bitext,good
    /// en: The network has 90,000 schools.
    /// de: Zum Netz gehören 90.000 Schulen.
    /// ```
    /// ```bitext,good
    /// hi: कुल 12,34,567 लोग आए।
    /// en: In all, 1,234,567 people came.
    /// ```
    /// ```bitext,good
    /// en: The network has 90,000 schools.
    /// es: La red cuenta con 90 000 escuelas.
    /// ```
    /// ```bitext,good
    /// en: See section 1.5 of the manual.
    /// de: Siehe Abschnitt 1.5 des Handbuchs.
    /// ```
    ///
    /// ## Known limits
    /// A number such as `2.5` without a unit that both sides write alike may be a version or a section, and is let pass.
    /// Numbers grouped with spaces (ISO 31-0) are right in every language. Swiss versions use several ways beside each
    /// other and are not judged, nor are numbers with a word of magnitude behind them.
    "N007", "number-format", Info, "locale-conventions/number-format"
}

/// How often a number whose separators are those of another language is written wrongly.
const FOREIGN: f64 = 0.85;
/// The same of one that is understood, but grouped by a full stop or comma where the language has a space: many write so.
const GROUPED: f64 = 0.6;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    let version = view.side(true);
    if !version.locale.is_known() || version.language.region() == Some("CH") {
        return;
    }
    for (source, target) in view.matching.same() {
        let (from, to) = (view.fact(false, source), view.fact(true, target));
        let Value::Quantity(wanted) = from.value else { continue };
        let Value::Quantity(given) = to.value else { continue };
        if to.salience == Salience::Silent || from.weight < 0.5 {
            continue;
        }
        let text = view.fact_place(true, target).text;
        let Some(number) = digits_of(&text) else { continue };
        let Some((right, confidence)) = corrected(number, wanted.number, version) else { continue };
        // A bare `2.5` that is the same on both sides may be a version or a section, and says nothing of the language.
        let is_copied = || digits_of(&view.fact_place(false, source).text) == Some(number);
        if given.unit == Unit::None && is_label(number) && is_copied() {
            continue;
        }
        let values = (from.value.clone(), to.value.clone());
        let change = Change { source, target, how: Difference::Value, values, firm: true };
        let mut draft = facts::changed(view, &META, &change, confidence);
        draft.worst = Severity::Info;
        draft.message = format!("{number} is not how {} writes it: write {right}", wording::name(view, true));
        draft.values = vec![(0, wanted.to_string()), (view.version, number.to_owned())];
        sink.push(view, draft);
    }
}

/// Whether a number could be a version or a section: one sign, one or two digits on either side of it.
fn is_label(number: &str) -> bool {
    let short = |digits: &str| matches!(digits.chars().count(), 1 | 2) && !digits.contains(['.', ',']);
    number.split_once(['.', ',']).is_some_and(|(whole, part)| short(whole) && short(part))
}

/// The digits of a number with the signs between them; none where there are several numbers, or no signs.
fn digits_of(text: &str) -> Option<&str> {
    let is_digit = |c: char| digit_value(c).is_some();
    let start = text.find(is_digit)?;
    let rest = &text[start..];
    let end = rest.find(|c: char| !is_digit(c) && !matches!(c, '.' | ',')).unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches(['.', ',']);
    let alone = !rest[end..].contains(is_digit);
    (alone && number.contains(['.', ','])).then_some(number)
}

/// How a number that must mean `wanted` should be written, where it means that only by the separators of another
/// language; and how often that is wrong.
fn corrected(number: &str, wanted: Decimal, version: &Version) -> Option<(String, f64)> {
    let zero = zero_of(number.chars().next()?)?;
    let Symbols { decimal, group, .. } = version.locale.symbols(zero);
    if !matches!(decimal, '.' | ',') {
        return None;
    }
    let other = if decimal == '.' { ',' } else { '.' };
    let rewritten = |signs: [(char, char); 2]| -> String {
        let sign = |c: char| signs.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to);
        number.chars().map(sign).collect()
    };
    let as_written = value(number, decimal, other);
    if as_written == Some(wanted.abs()) {
        // Understood; spaces, or apostrophes, group in this language.
        let foreign = !matches!(group, '.' | ',') && number.contains(other);
        return foreign.then(|| (rewritten([(other, group), (decimal, decimal)]), GROUPED));
    }
    let wrong = value(number, other, decimal)?;
    (wrong == wanted.abs() && as_written != Some(wrong))
        .then(|| (rewritten([(other, decimal), (decimal, group)]), FOREIGN))
}

/// The digit zero of the script that a digit is of.
fn zero_of(digit: char) -> Option<char> {
    char::from_u32(u32::from(digit) - u32::from(digit_value(digit)?))
}

/// The value of digits with these signs; none where groups after the first have not two or three digits.
fn value(number: &str, decimal: char, group: char) -> Option<Decimal> {
    let (whole, part) = number.split_once(decimal).unwrap_or((number, ""));
    let groups: Vec<&str> = whole.split(group).collect();
    let (last, between) = groups.split_last()?;
    let fits = between.is_empty()
        || last.chars().count() == 3 && between[1..].iter().all(|group| matches!(group.chars().count(), 2 | 3));
    if !fits || part.contains([decimal, group]) {
        return None;
    }
    let mut digits = String::with_capacity(number.len());
    for c in groups.concat().chars() {
        digits.extend(digit_value(c).and_then(|value| char::from_digit(u32::from(value), 10)));
    }
    if !part.is_empty() {
        digits.push('.');
        for c in part.chars() {
            digits.extend(digit_value(c).and_then(|value| char::from_digit(u32::from(value), 10)));
        }
    }
    digits.parse::<Decimal>().ok().map(|value| value.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_by_the_given_signs() {
        let shown = |number, decimal, group| value(number, decimal, group).map(|value| value.to_string());
        assert_eq!(shown("1.234,5", ',', '.').as_deref(), Some("1234.5"));
        assert_eq!(shown("1,234.5", '.', ',').as_deref(), Some("1234.5"));
        assert_eq!(shown("12,34,567", '.', ',').as_deref(), Some("1234567"));
        assert_eq!(shown("١٢٫٥", '٫', '٬').as_deref(), Some("12.5"));
        assert_eq!(shown("1.2.3", ',', '.'), None);
    }

    #[test]
    fn one_number_is_taken_out_of_its_text() {
        assert_eq!(digits_of("90,000 schools"), Some("90,000"));
        assert_eq!(digits_of("€2.50"), Some("2.50"));
        assert_eq!(digits_of("90 000"), None);
        assert_eq!(digits_of("12"), None);
    }
}
