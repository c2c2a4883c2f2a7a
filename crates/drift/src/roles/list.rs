//! Whether two numbers are items of a list, and where one item ends.

use crate::view::View;
use parallax_core::TextRange;
use parallax_core::fold::stands_alone;
use parallax_core::locale::{Locale, Meaning};
use parallax_core::tokens::Tokens;

/// How many words may stand between two items of a list; a character of a script without spaces counts as a third.
const FAR: usize = 12;

/// What stands between two numbers of one side.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Between {
    /// Where the first and the last *and*, comma or end of a sentence stand.
    pub(super) borders: Option<(usize, usize)>,
    /// Whether the numbers stand too far apart to be two items of a list.
    pub(super) far: bool,
}

impl Between {
    /// Between two numbers of the source (`false`) or target (`true`), the first one first.
    pub(super) fn of(view: &View<'_>, target: bool, segment: usize, numbers: [TextRange; 2]) -> Self {
        let version = view.side(target);
        let (start, end) = (numbers[0].end, numbers[1].start);
        let text = version.block_of(segment).text.as_str().get(start..end).unwrap_or_default();
        let tokens = Tokens::of(text);
        let alone = tokens.list().iter().filter(|token| text[token.start..].starts_with(stands_alone)).count();
        let marks = text.match_indices(is_mark).map(|(at, _)| at);
        let is_end = |at: usize| !text[at..].trim_start_matches(['.', ' ']).starts_with(char::is_lowercase);
        let stops = text.match_indices(". ").map(|(at, _)| at).filter(|at| is_end(*at));
        let ands = (0..tokens.len()).filter(|at| is_and(&version.locale, tokens.folded(*at)));
        let ands = ands.map(|at| tokens.list()[at].start);
        let all = || marks.clone().chain(stops.clone()).chain(ands.clone());
        Self {
            borders: all().min().zip(all().max()).map(|(first, last)| (first + start, last + start)),
            far: tokens.len() - alone + alone / 3 > FAR,
        }
    }

    /// Whether the two are items of a list.
    pub(super) fn is_list(&self) -> bool {
        self.borders.is_some() && !self.far
    }
}

/// Whether items of a list may end with a character.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, ',' | ';' | '،' | '؛' | '、' | '，' | '；' | '।' | '。' | '/' | '\n')
}

/// Whether a word is *and*, or has it written onto it.
fn is_and(locale: &Locale, word: &str) -> bool {
    let is = |word: &str| locale.meanings(word).any(|meaning| matches!(meaning, Meaning::And | Meaning::RangeAnd));
    is(word) || locale.knowledge().prefixes.iter().any(|prefix| word.starts_with(prefix) && is(prefix))
}
