//! How many negations there are: words that negate together count as one.

use super::super::Polarity;
use super::super::lexed::Lexed;
use super::Cue;
use crate::locale::{Hit, Meaning, NegationTrait};
use crate::tokens::Gap;

/// Words of one clause that negate together stand at most so many words apart.
const CLAUSE_REACH: usize = 14;

/// Leaves one cue of those that count as one, and takes those away that ask instead of negating. The cues are in the
/// order of the text.
pub(super) fn settle(lexed: &Lexed<'_>, cues: &mut Vec<Cue>) {
    cues.retain(|cue| !is_choice(lexed, cue));
    for cue in cues.iter_mut() {
        cue.loose |= has(lexed, cue, NegationTrait::Loose);
    }
    if cues.len() < 2 {
        return;
    }
    let in_concord: Vec<bool> = cues.iter().map(|cue| has(lexed, cue, NegationTrait::Concord)).collect();
    if in_concord.contains(&true) {
        let is_one_with_another = |index: usize| {
            let cue = cues[index];
            in_concord[index]
                && cue.polarity == Polarity::Sure
                && cues.iter().enumerate().any(|(at, other)| {
                    // Of several with no other negation beside them the first counts.
                    let counts = !in_concord[at] || at < index;
                    at != index && other.polarity == Polarity::Sure && counts && in_one_clause(lexed, &cue, other)
                })
        };
        let dropped: Vec<bool> = (0..cues.len()).map(is_one_with_another).collect();
        let mut at = 0;
        cues.retain(|_| {
            at += 1;
            !dropped[at - 1]
        });
    }
    let mut negated = false;
    for cue in cues {
        if cue.polarity == Polarity::Sure {
            if negated && has(lexed, cue, NegationTrait::GoingOn) {
                cue.polarity = Polarity::Lexical;
                cue.loose = true;
            }
            negated = true;
        }
    }
}

/// Whether a cue says that something is lacking: not before a number, where it may tell the time (Russian *без пяти два*).
pub(super) fn is_lacking(lexed: &Lexed<'_>, cue: &Cue) -> bool {
    let is_number = |hit: &Hit| matches!(hit.meaning, Meaning::Number(_) | Meaning::MinutesFrom(..));
    let (before, behind) = (lexed.hits(cue.start), lexed.hits(cue.end));
    has(lexed, cue, NegationTrait::Lacking) && !lexed.is_digits(cue.end) && !before.iter().chain(behind).any(is_number)
}

fn has(lexed: &Lexed<'_>, cue: &Cue, wanted: NegationTrait) -> bool {
    let meaning = Meaning::NegationTrait(wanted);
    lexed.hits(cue.start).iter().any(|hit| hit.end == cue.end && hit.meaning == meaning)
}

/// Whether nothing but words stands between two cues, and few of them.
fn in_one_clause(lexed: &Lexed<'_>, a: &Cue, b: &Cue) -> bool {
    let (first, second) = if a.start < b.start { (a, b) } else { (b, a) };
    second.start.saturating_sub(first.end) <= CLAUSE_REACH
        && (first.end..=second.start).all(|at| lexed.get(at).is_some_and(|token| token.gap != Gap::Break))
}

/// Whether a cue stands between two copies of a word, of one or two characters.
fn is_choice(lexed: &Lexed<'_>, cue: &Cue) -> bool {
    if !has(lexed, cue, NegationTrait::Choice) {
        return false;
    }
    (1..=2).any(|length| {
        let Some(from) = cue.start.checked_sub(length) else { return false };
        cue.end + length <= lexed.len()
            && (0..length).all(|at| lexed.tokens.folded(from + at) == lexed.tokens.folded(cue.end + at))
            && (from + 1..cue.end + length).all(|at| lexed.token(at).gap != Gap::Break)
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::reader::tests::check_rows;
    use super::super::tests::cues;

    #[test]
    fn words_that_negate_together_count_as_one() {
        check_rows(
            &[
                ("es", "No vino nadie, y nunca llamó.", "No; nunca"),
                ("cs", "Nikdo nikdy nic neřekl, ale nepřišel.", "neřekl; nepřišel"),
                ("it", "Nessuno lo sa, non importa.", "Nessuno; non"),
                ("ru", "Никто никогда ничего не видит.", "не"),
                ("pl", "Nie mam czasu ani pieniędzy.", "Nie; [ani]"),
                ("en", "He neither reads nor writes, nobody never does.", "neither; [nor]; nobody; never"),
            ],
            cues,
        );
    }

    #[test]
    fn a_negation_between_two_copies_of_a_word_asks() {
        check_rows(
            &[
                ("zh", "他知道不知道这件事？", ""),
                ("zh", "东西在不在？", ""),
                ("zh", "他不在，东西也不在。", "不; [也不]"),
            ],
            cues,
        );
    }
}
