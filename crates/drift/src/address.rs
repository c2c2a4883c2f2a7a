//! How a version addresses its readers: formally or as friends, by the words that surely do.

use parallax_core::inflection::Inflection;
use parallax_core::tokens::{Gap, Tokens};
use parallax_core::{BlockKind, TextRange, Version};

/// A word that addresses the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Use {
    pub(crate) formal: bool,
    pub(crate) segment: usize,
    /// Where in the segment.
    pub(crate) range: TextRange,
}

/// The words of a version that surely address its readers, outside quotations and dialogue.
pub(crate) fn uses(version: &Version) -> Vec<Use> {
    let inflection = Inflection::of(&version.language);
    let mut uses = Vec::new();
    if inflection.formal.is_empty() {
        return uses;
    }
    for segment in 0..version.segments.len() {
        let text = version.segment_text(segment);
        let spoken = text.starts_with(['–', '—', '―']);
        if spoken || version.block_of(segment).kind == BlockKind::Code {
            continue;
        }
        let quoted = quoted(text);
        let tokens = Tokens::of(text);
        for (at, token) in tokens.list().iter().enumerate() {
            let written = &text[token.start..token.end];
            let begins = at == 0 || token.gap == Gap::Break || token.gap == Gap::Dot;
            let is_one = |forms: &[&str]| {
                forms.iter().any(|form| {
                    let capital = form.starts_with(char::is_uppercase);
                    if capital { !begins && written == *form } else { tokens.folded(at) == *form }
                })
            };
            let formal = is_one(inflection.formal);
            let range = TextRange::new(token.start, token.end);
            if (formal || is_one(inflection.familiar)) && !quoted.iter().any(|quote| quote.overlaps(range)) {
                uses.push(Use { formal, segment, range });
            }
        }
    }
    uses
}

/// Stretches between quotation marks.
fn quoted(text: &str) -> Vec<TextRange> {
    let mut open: Option<(usize, char)> = None;
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        match open {
            None => {
                let closing = match c {
                    '"' => Some('"'),
                    '«' => Some('»'),
                    '»' => Some('«'),
                    '„' | '“' | '”' => Some('”'),
                    '「' => Some('」'),
                    '『' => Some('』'),
                    _ => None,
                };
                open = closing.map(|closing| (at, closing));
            }
            Some((start, closing)) if c == closing || (closing == '”' && c == '“') => {
                found.push(TextRange::new(start, at));
                open = None;
            }
            Some(_) => {}
        }
    }
    // A quotation that goes on in the next sentence.
    found.extend(open.map(|(start, _)| TextRange::new(start, text.len())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(tag: &str, text: &str) -> Vec<(bool, String)> {
        let version = Version::of_text(text, tag.parse().expect("a valid tag"));
        uses(&version).iter().map(|one| (one.formal, text[one.range.range()].to_owned())).collect()
    }

    #[test]
    fn sure_words_are_found_outside_quotations() {
        let owned = |list: &[(bool, &str)]| list.iter().map(|(a, b)| (*a, (*b).to_owned())).collect::<Vec<_>>();
        assert_eq!(
            shown("de", "Sie sehen, dass Sie Ihr Konto haben. Du nicht."),
            owned(&[(true, "Sie"), (true, "Ihr"), (false, "Du")])
        );
        assert_eq!(shown("de", "Er rief: „Wo bist du?“ und sie ging."), []);
        assert_eq!(shown("ru", "Ваш счёт и твой счёт"), owned(&[(true, "Ваш"), (false, "твой")]));
        assert_eq!(shown("zh", "请您打开你的文件"), owned(&[(true, "您"), (false, "你")]));
        assert_eq!(shown("en", "You and your account"), []);
        assert_eq!(shown("fr", "– Tu viens ?"), []);
    }
}
