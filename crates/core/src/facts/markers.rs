//! Marks of list items at the beginning of a segment: `1.`, `a)`, `(iv)`, `б)`, `١.`. Translators number by letters what
//! was numbered by figures, so that such a mark is hardly missed; but one that is there may be another one.

use super::lexed::Lexed;
use super::reader::Reader;
use super::{Fact, Quantity, Reading, Salience, Unit, Value, roman};
use crate::tokens::TokenKind;
use rust_decimal::Decimal;

/// Alphabets by which items are numbered, without the letters that are left out in numbering.
const ALPHABETS: [&str; 3] = ["abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя", "αβγδεζηθικλμνξοπρστυφχψω"];

/// Reads a letter or a small Roman numeral that marks the segment as an item.
pub(super) fn read_letters(reader: &mut Reader<'_>) {
    let lexed = &reader.lexed;
    if lexed.get(0).is_none_or(|token| token.kind != TokenKind::Word) || lexed.is_taken(0) || !is_mark(lexed, ")") {
        return;
    }
    let raw = lexed.raw(0).to_lowercase();
    let mut letters = raw.chars();
    let letter = match (letters.next(), letters.next()) {
        (Some(letter), None) => ALPHABETS.iter().find_map(|all| all.chars().position(|known| known == letter)),
        _ => None,
    };
    // `(i)` is the first or the ninth.
    let capitals = raw.to_uppercase();
    let roman = roman::with_ending(&capitals).filter(|(number, ending)| ending.is_empty() && *number < 40);
    let numbers = [roman.map(|(number, _)| usize::from(number)), letter.map(|at| at + 1)];
    let mut readings =
        numbers.into_iter().flatten().map(|number| Value::Quantity(Quantity::plain(Decimal::from(number))));
    let Some(first) = readings.next() else { return };
    let range = reader.token_range(0, 1);
    let mut fact = Fact::sure(first, range, Salience::Silent);
    if let Some(value) = readings.next() {
        fact.weight = 0.5;
        fact.alternatives = vec![Reading { value, weight: 0.5 }];
    }
    reader.push_tokens(fact, 0, 1);
}

/// A number that marks its segment as an item is missed less.
pub(super) fn soften(lexed: &Lexed<'_>, facts: &mut [Fact], offset: usize) {
    let Some(fact) = facts.first_mut() else { return };
    let Some(token) = lexed.get(0).filter(|token| token.kind == TokenKind::Digits) else { return };
    let plain = matches!(fact.value, Value::Quantity(Quantity { unit: Unit::None, .. }));
    let whole = fact.range.start == offset + token.start && fact.range.end == offset + token.end;
    if plain && whole && lexed.digits(0, 3).is_some() && (is_mark(lexed, ")") || is_mark(lexed, ".")) {
        fact.salience = fact.salience.min(Salience::Soft);
    }
}

/// Whether the first token is a mark that a sign closes, with text behind it.
fn is_mark(lexed: &Lexed<'_>, sign: &str) -> bool {
    let Some(token) = lexed.get(0) else { return false };
    let before = lexed.text[..token.start].trim();
    let behind = lexed.text[token.end..].strip_prefix(sign);
    let goes_on = behind.is_some_and(|rest| rest.starts_with(char::is_whitespace) && !rest.trim().is_empty());
    (before.is_empty() || before == "(" && sign == ")") && goes_on
}

#[cfg(test)]
mod tests {
    use crate::facts::reader::tests::{check_rows, facts_of};
    use crate::facts::{Salience, Value};

    #[test]
    fn marks_of_items_are_known_for_what_they_are() {
        let shown = |language: &str, text: &str| -> String {
            let facts = facts_of(language, text);
            let Some((said, fact)) = facts.first().filter(|(_, fact)| matches!(fact.value, Value::Quantity(_))) else {
                return "-".to_owned();
            };
            let mark = match fact.salience {
                Salience::Silent => "silent",
                Salience::Soft => "soft",
                Salience::Firm => "firm",
            };
            format!("{said}={} {mark}", fact.value)
        };
        check_rows(
            &[
                ("en", "b) The rules.", "b=2 silent"),
                ("en", "(iv) The rules.", "iv=4 silent"),
                ("de", "2. Die Regeln gelten.", "2=2 soft"),
                ("fr", "(2) Les règles.", "2=2 soft"),
                ("ru", "б) Правила.", "б=2 silent"),
                ("el", "β) Οι κανόνες.", "β=2 silent"),
                ("ar", "٢. القواعد.", "٢=2 soft"),
                ("ja", "2) 規則。", "2=2 soft"),
                // Numbers and letters of the sentence.
                ("en", "25 people came.", "25=25 firm"),
                ("en", "(a word in brackets) and more", "-"),
                ("en", "Vitamin b) is there.", "-"),
            ],
            shown,
        );
    }
}
