//! Cut the pieces of a spelled number into words.

use std::collections::BTreeSet;

use super::spell::{Kind, Piece};

/// The words that one piece wrote, with what they stand for together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Group {
    pub(crate) kind: Kind,
    pub(crate) value: u64,
    /// See [`Piece::scaled`].
    pub(crate) scaled: bool,
    pub(crate) words: Vec<String>,
    /// It follows the units that are added to it, behind a space: Malay `dua belas`.
    pub(crate) behind_units: bool,
    /// The words as written, with what separates them.
    pub(crate) phrase: String,
}

/// A word on its way into a group.
struct Token {
    text: String,
    /// Which piece it comes from.
    piece: usize,
    /// Separators before it; empty when it touches the word before.
    gap: String,
    /// The first word of its piece.
    first: bool,
    /// Separators follow in the same piece.
    gap_follows: bool,
}

/// White space, hyphens, and the invisible joints that CLDR puts inside words.
pub(crate) fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | ',') || is_joint(c)
}

/// Soft hyphen and zero-width space: they separate, but are not seen.
pub(crate) fn is_joint(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}')
}

/// Group the words of a spelled number by the piece they come from. Endings
/// are put back on the word they complete; `alone` are words known to be
/// complete, which are never taken for endings.
pub(crate) fn groups(pieces: &[Piece], alone: &BTreeSet<String>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut last_piece = None;
    for token in merge(tokens(pieces), pieces, alone) {
        let piece = &pieces[token.piece];
        if last_piece == Some(token.piece)
            && let Some(group) = groups.last_mut()
        {
            group.phrase.extend(token.gap.chars().filter(|c| !is_joint(*c)));
            group.phrase.push_str(&token.text);
            group.words.push(token.text);
        } else {
            groups.push(Group {
                kind: piece.kind,
                value: piece.value,
                scaled: piece.scaled,
                behind_units: piece.after_remainder && token.gap.contains(char::is_whitespace),
                phrase: token.text.clone(),
                words: vec![token.text],
            });
        }
        last_piece = Some(token.piece);
    }
    groups
}

fn tokens(pieces: &[Piece]) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut gap = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        // True while the last token may still grow.
        let mut open = false;
        let mut first = true;
        for c in piece.text.chars() {
            if is_separator(c) {
                gap.push(c);
                if let Some(token) = tokens.last_mut().filter(|token| token.piece == index) {
                    token.gap_follows = true;
                }
                open = false;
            } else if let Some(token) = tokens.last_mut().filter(|_| open) {
                token.text.push(c);
            } else {
                tokens.push(Token {
                    text: c.to_string(),
                    piece: index,
                    gap: std::mem::take(&mut gap),
                    first,
                    gap_follows: false,
                });
                open = true;
                first = false;
            }
        }
    }
    tokens
}

/// Join tokens that are only the end of the word before them: Italian "vent"
/// and "i" are written by two rules, but make one word.
fn merge(tokens: Vec<Token>, pieces: &[Piece], alone: &BTreeSet<String>) -> Vec<Token> {
    let mut merged: Vec<Token> = Vec::new();
    for token in tokens {
        let kind = pieces[token.piece].kind;
        let touches = token.gap.is_empty();
        // "i­due" after "vent": what stands before the gap belongs to the left.
        // Not so in Dutch "honderd" and "twee­ën­".
        let cut_off =
            token.first && token.gap_follows && matches!(kind, Kind::Unit | Kind::Link) && !alone.contains(&token.text);
        match merged.last_mut() {
            Some(left) if touches && (kind == Kind::Ending || cut_off && pieces[left.piece].kind != Kind::Link) => {
                left.text.push_str(&token.text);
            }
            _ => merged.push(token),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, kind: Kind, value: u64) -> Piece {
        let text = text.replace('|', "\u{ad}");
        Piece { text, kind, value, scaled: false, after_remainder: false }
    }

    fn words(pieces: &[Piece]) -> Vec<(Kind, u64, String)> {
        groups(pieces, &BTreeSet::from(["twee".to_string()]))
            .into_iter()
            .map(|group| (group.kind, group.value, group.words.join(" ")))
            .collect()
    }

    #[test]
    fn joiners_are_split_off() {
        let pieces = [piece("zwei", Kind::Unit, 2), piece("|und|", Kind::Link, 0), piece("zwanzig", Kind::Unit, 20)];
        assert_eq!(
            words(&pieces),
            [(Kind::Unit, 2, "zwei".into()), (Kind::Link, 0, "und".into()), (Kind::Unit, 20, "zwanzig".into())]
        );
    }

    #[test]
    fn endings_are_put_back() {
        let pieces = [piece("quatre-vingt", Kind::Unit, 80), piece("s", Kind::Ending, 0)];
        let group = &groups(&pieces, &BTreeSet::new())[0];
        assert_eq!(group.phrase, "quatre-vingts");
        let pieces = [piece("vent", Kind::Unit, 20), piece("i|due", Kind::Unit, 2)];
        assert_eq!(words(&pieces), [(Kind::Unit, 20, "venti".into()), (Kind::Unit, 2, "due".into())]);
    }

    #[test]
    fn complete_words_are_no_endings() {
        let pieces = [piece("honderd", Kind::Unit, 100), piece("twee|ën|", Kind::Unit, 2)];
        let found = words(&pieces);
        assert_eq!(found[0].2, "honderd");
        assert_eq!(found[1].2, "twee ën");
    }
}
