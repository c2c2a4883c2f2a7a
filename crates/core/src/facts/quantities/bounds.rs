//! Bounds beside a number: about, at least, at most.

use super::super::Bound;
use super::super::lexed::Lexed;
use crate::locale::Meaning;
use crate::tokens::TokenKind;

/// The bound of the number in tokens `start..end`.
pub(super) fn beside(lexed: &Lexed<'_>, start: usize, end: usize) -> Bound {
    if let Some(bound) = sign_before(lexed, start).or_else(|| sign_behind(lexed, end)) {
        return bound;
    }
    let before = lexed.hits_ending(start).filter(|_| start < lexed.len() && lexed.joins(start));
    let before = before.filter_map(|hit| as_bound(hit.meaning).map(|bound| (hit.end - hit.start, bound)));
    if let Some((_, bound)) = before.max_by_key(|(length, _)| *length) {
        return bound;
    }
    // Behind the number, with at most a counter between: 200人以上.
    for at in end..=end + 1 {
        if lexed.get(at).is_none() || !lexed.joins(at) {
            break;
        }
        if let Some(bound) = lexed.hits(at).iter().find_map(|hit| as_bound(hit.meaning)) {
            return bound;
        }
        if !lexed.stands_alone(at) {
            break;
        }
    }
    behind_noun(lexed, end).unwrap_or(Bound::Exact)
}

/// `200 kişiden fazla`, `200 लोगों से अधिक`: the case that a bound goes with is that of the noun between.
fn behind_noun(lexed: &Lexed<'_>, noun: usize) -> Option<Bound> {
    /// Words that may stand behind the case ending.
    const WORDS: usize = 2;
    let is_word = lexed.get(noun)?.kind == TokenKind::Word && lexed.joins(noun) && !lexed.stands_alone(noun);
    let next = noun + 1;
    if !is_word || lexed.get(next).is_none() || !lexed.joins(next) {
        return None;
    }
    let endings = lexed.locale.knowledge().suffixes;
    if endings.contains(&lexed.tokens.folded(next)) {
        return lexed.hits(next).iter().filter(|hit| hit.end > next + 1).find_map(|hit| as_bound(hit.meaning));
    }
    let word = lexed.tokens.folded(noun);
    endings.iter().filter(|ending| word.len() > ending.len() && word.ends_with(*ending)).find_map(|ending| {
        (1..=WORDS).filter(|words| next + words <= lexed.len()).find_map(|words| {
            let phrase = format!("{ending} {}", lexed.tokens.folded_run(next, next + words));
            lexed.locale.meanings(&phrase).find_map(as_bound)
        })
    })
}

/// `≥ 5`, `<10`, `~20`.
fn sign_before(lexed: &Lexed<'_>, start: usize) -> Option<Bound> {
    let before = lexed.text.get(..lexed.get(start)?.start)?.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let spaced =
        |sign: char| before.strip_suffix(sign).is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric()));
    match before.chars().next_back()? {
        '≥' | '⩾' | '＞' => Some(Bound::AtLeast),
        '≤' | '⩽' | '＜' => Some(Bound::AtMost),
        '≈' | '≃' | '∼' => Some(Bound::About),
        // Between two things these stand for something else: a range, a tag, an arrow.
        '~' if spaced('~') => Some(Bound::About),
        '>' if spaced('>') && !before.ends_with("->") && !before.ends_with("=>") => Some(Bound::AtLeast),
        '<' if spaced('<') => Some(Bound::AtMost),
        _ => None,
    }
}

/// `40+`, but not `40 + 2` and `C++`.
fn sign_behind(lexed: &Lexed<'_>, end: usize) -> Option<Bound> {
    let last = lexed.get(end.checked_sub(1)?)?;
    let rest = lexed.text.get(last.end..)?.strip_prefix(['+', '＋'])?;
    (!rest.starts_with(|c: char| c == '+' || c.is_alphanumeric())).then_some(Bound::AtLeast)
}

fn as_bound(meaning: Meaning) -> Option<Bound> {
    match meaning {
        Meaning::Bound(bound) => Some(bound),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Block, BlockKind};
    use crate::facts::Value;
    use crate::locale::Locale;
    use crate::span::{Span, TextRange};
    use crate::text::BlockText;

    /// The quantities of a text with their bounds.
    fn quantities(language: &str, text: &str) -> String {
        let locale = Locale::of(&language.parse().expect("a valid tag"));
        let block = Block::plain(BlockKind::Paragraph, Span::new(0, text.len()), BlockText::from_source(0, text));
        let mut facts = Vec::new();
        crate::facts::read(&block, TextRange::new(0, text.len()), &locale, &mut facts);
        let shown = |value: &Value| match value {
            Value::Quantity(quantity) => Some(quantity.to_string()),
            _ => None,
        };
        facts.iter().filter_map(|fact| shown(&fact.value)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn bounds_are_read_by_language() {
        let wrong: Vec<String> = [
            (
                "en",
                "≥5, <30, ~40, 50+ people, a 60-odd, nearly 70, 80 or more, no more than 90",
                "≥5 ≤30 ~40 ≥50 ~60 ~70 ≥80 ≤90",
            ),
            ("en", "a -> 5, 40 + 2, pages 3~4", "5 40 2 3 4"),
            ("de", "knapp 70, gut 80, bis zu 90, an die 60", "~70 ≥80 ≤90 ~60"),
            ("fr", "près de 70, plus de 80, jusqu’à 90, quelque 60", "~70 ≥80 ≤90 ~60"),
            ("es", "unos 70, más de 80, hasta 90, casi 60", "~70 ≥80 ≤90 ~60"),
            ("pt", "cerca de 70, mais de 80, até 90", "~70 ≥80 ≤90"),
            ("it", "circa 70, oltre 80, fino a 90", "~70 ≥80 ≤90"),
            ("ru", "около 70, более 80, не более 90", "~70 ≥80 ≤90"),
            ("pl", "około 70, ponad 80, nie więcej niż 90", "~70 ≥80 ≤90"),
            ("tr", "yaklaşık 70, en az 80, en fazla 90", "~70 ≥80 ≤90"),
            ("tr", "70 kişiden fazla, 80'den az, 90 kişi", "≥70 ≤80 90"),
            ("hi", "70 लोगों से अधिक, 80 लोगों से", "≥70 80"),
            ("kk", "70 адамнан астам, 80-ге дейін", "≥70 ≤80"),
            ("uz", "70 kishidan ortiq, 80 kishi", "≥70 80"),
            ("ar", "نحو 70، أكثر من 80، أقل من 90", "~70 ≥80 ≤90"),
            ("hi", "लगभग 70, कम से कम 80, 90 से कम", "~70 ≥80 ≤90"),
            ("zh", "约70、至少80、不到90", "~70 ≥80 ≤90"),
            ("ja", "約70、80以上、90未満", "~70 ≥80 ≤90"),
            ("ko", "약 70, 80 이상, 90 미만", "~70 ≥80 ≤90"),
            ("lt", "apie 70, daugiau kaip 80, iki 90", "~70 ≥80 ≤90"),
            ("lv", "apmēram 70, vairāk nekā 80, līdz 90", "~70 ≥80 ≤90"),
            ("sr", "око 70, више од 80, највише 90", "~70 ≥80 ≤90"),
            ("is", "um það bil 70, meira en 80, allt að 90", "~70 ≥80 ≤90"),
            ("hy", "մոտ 70, ավելի քան 80, մինչև 90", "~70 ≥80 ≤90"),
            ("ms", "kira-kira 70, lebih daripada 80, hingga 90", "~70 ≥80 ≤90"),
            ("mr", "सुमारे 70, किमान 80, जास्तीत जास्त 90", "~70 ≥80 ≤90"),
        ]
        .into_iter()
        .map(|(language, text, wanted)| (language, text, wanted, quantities(language, text)))
        .filter(|(.., wanted, read)| wanted != read)
        .map(|(language, text, wanted, read)| format!("{language}: {text}: {read}, not {wanted}"))
        .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
