//! What a number is to the next: the ends of a range (*10–15*, *from 10 to 20*), a part and its whole (*3 of the 12*).

use super::super::lexed::Lexed;
use super::super::{Fact, Role, Salience, Value};
use crate::locale::{Hit, Meaning};
use crate::tokens::Gap;

/// How many words may stand between the two numbers beside the one that relates them: what is counted, an article.
const WORDS: usize = 3;
/// How many tokens may stand between the two numbers at all.
const TOKENS: usize = 14;

/// Gives each two numbers that stand so to each other their roles. `facts` are those of one segment, in order; their
/// ranges begin to count at `offset`.
pub(in crate::facts) fn mark(lexed: &Lexed<'_>, facts: &mut [Fact], offset: usize) {
    for at in 1..facts.len() {
        let (before, after) = (&facts[at - 1], &facts[at]);
        // Of three in a row no two are the ends.
        if before.role.is_some() || !(is_number(before) && is_number(after)) || before.range.end > after.range.start {
            continue;
        }
        let Some((start, end)) = before.range.end.checked_sub(offset).zip(after.range.start.checked_sub(offset)) else {
            continue;
        };
        let first = before.range.start - offset;
        if let Some((one, other)) = roles(lexed, first, start, end) {
            facts[at - 1].role = Some(one);
            facts[at].role = Some(other);
        }
    }
}

fn is_number(fact: &Fact) -> bool {
    let kind = matches!(fact.value, Value::Quantity(_) | Value::Date(_) | Value::Time(_));
    kind && fact.salience != Salience::Silent
}

/// The roles of a number that begins at byte `first` of the segment and ends at `start`, and of one that begins at
/// `end`.
fn roles(lexed: &Lexed<'_>, first: usize, start: usize, end: usize) -> Option<(Role, Role)> {
    let between = lexed.text.get(start..end)?;
    let range = Some((Role::First, Role::Last));
    if is_dash(between) {
        return range;
    }
    let (from, to) = (token_at(lexed, start), token_at(lexed, end));
    if from >= to || to - from > TOKENS || (from..=to).any(|at| lexed.get(at).is_none_or(|it| it.gap == Gap::Break)) {
        return None;
    }
    let last: Vec<&Hit> = lexed.hits_ending(to).filter(|hit| hit.start >= from).collect();
    // The longest phrase right before the second number says how the two stand to each other.
    let longest = last.iter().map(|hit| hit.end - hit.start).max()?;
    let meant = |meaning: Meaning| last.iter().any(|hit| hit.end - hit.start == longest && hit.meaning == meaning);
    // Where every character is a token, a word is two or three of them.
    let others = from..to - longest;
    let alone = others.clone().filter(|at| lexed.stands_alone(*at)).count();
    let others = others.len() - alone + alone.div_ceil(3);
    let opened = || is_opened(lexed, token_at(lexed, first));
    if meant(Meaning::RangeWord) && (others == 0 || (others <= WORDS && opened())) {
        return range;
    }
    if meant(Meaning::RangeAnd) && others <= WORDS && opened() {
        return range;
    }
    // *De 7 % en mai et de 12 % en juin*: what *and* joins is no part of the other.
    let joined = || (from..to).any(|at| lexed.locale.meanings(lexed.tokens.folded(at)).any(|it| it == Meaning::And));
    if meant(Meaning::PartWord) && others <= WORDS && !joined() {
        return Some((Role::Part, Role::Whole));
    }
    (meant(Meaning::WholeWord) && others <= WORDS && !joined()).then_some((Role::Whole, Role::Part))
}

/// Whether there is nothing but a dash between two numbers.
fn is_dash(between: &str) -> bool {
    let mut chars = between.trim_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']).chars();
    matches!((chars.next(), chars.next()), (Some('-' | '‐' | '‑' | '–' | '—' | '~' | '～' | '〜'), None))
}

/// Whether a word that opens a range stands before token `index`, with at most one word between: *from about 10*.
fn is_opened(lexed: &Lexed<'_>, index: usize) -> bool {
    (index.saturating_sub(1)..=index).any(|end| {
        let joined = (end..=index).all(|at| lexed.get(at).is_some_and(|it| it.gap != Gap::Break));
        joined && lexed.hits_ending(end).any(|hit| hit.meaning == Meaning::RangeOpener)
    })
}

/// The first token that begins at or behind a byte of the segment.
fn token_at(lexed: &Lexed<'_>, byte: usize) -> usize {
    lexed.tokens.list().partition_point(|token| token.start < byte)
}

#[cfg(test)]
mod tests {
    use crate::facts::reader::tests::facts_of;
    use crate::facts::{Fact, Role};

    /// The numbers that have a role: `10< 20>` for a range, `3p 12w` for a part and its whole.
    fn shown(language: &str, text: &str) -> String {
        let mark = |role: Role| match role {
            Role::First => '<',
            Role::Last => '>',
            Role::Part => 'p',
            Role::Whole => 'w',
        };
        let with_role = |(said, fact): &(String, Fact)| {
            let digits: String = said.chars().take_while(char::is_ascii_digit).collect();
            fact.role.map(|role| format!("{digits}{}", mark(role)))
        };
        facts_of(language, text).iter().filter_map(with_role).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_ends_of_ranges_are_known() {
        for (language, text, wanted) in [
            ("en", "pages 10–15 and 20", "10< 15>"),
            ("en", "between 13 and 15 days", "13< 15>"),
            ("en", "from about 30 kg to 40 kg", "30< 40>"),
            ("en", "13 and 15 days", ""),
            ("de", "zwischen 13 und 15 Tagen, von 20 bis 30", "13< 15> 20< 30>"),
            ("fr", "de 13 à 20 jours", "13< 20>"),
            ("es", "entre 13 y 20 días", "13< 20>"),
            ("ru", "от 13 до 20 дней", "13< 20>"),
            ("pl", "między 13 a 20", "13< 20>"),
            ("ar", "من 13 إلى 20 يوما", "13< 20>"),
            ("el", "από 13 έως 20 ημέρες", "13< 20>"),
            ("ja", "13から20まで", "13< 20>"),
            ("ja", "13～20", "13< 20>"),
            ("zh", "从13到20天", "13< 20>"),
            ("hi", "13 से 20 दिन", "13< 20>"),
            ("vi", "từ 13 đến 20 ngày", "13< 20>"),
        ] {
            assert_eq!(shown(language, text), wanted, "{language}: {text}");
        }
    }

    #[test]
    fn parts_and_wholes_are_known() {
        for (language, text, wanted) in [
            ("en", "13 of the 20 samples", "13p 20w"),
            ("de", "13 von insgesamt 20 Proben", "13p 20w"),
            ("fr", "13 des 20 essais", "13p 20w"),
            ("es", "13 de las 20 muestras", "13p 20w"),
            ("ru", "13 из 20 проб", "13p 20w"),
            ("ja", "20件のうち13件", "20w 13p"),
            ("hi", "20 में से 13", "20w 13p"),
            ("en", "13 samples, 20 tests", ""),
            ("fr", "de 7 tonnes en mai et de 12 en juin", ""),
            ("it", "13 prove a Roma e delle 20 a Milano", ""),
        ] {
            assert_eq!(shown(language, text), wanted, "{language}: {text}");
        }
    }
}
