//! How cues are read.

use super::*;
use crate::language::LanguageTag;

/// The cues of a sentence: `must: have to; [may: might]`, weak ones in brackets; of one category.
fn cues(language: &str, category: Category, text: &str) -> String {
    let language: LanguageTag = language.parse().expect("a valid tag");
    let version = crate::Version::of_text(text, language);
    let own = version.cues.iter().filter(|cue| cue.key.category() == category);
    let shown = own.map(|cue| {
        let said = format!("{}: {}", cue.key.name(), &text[cue.range.range()]);
        if cue.is_sure() { said } else { format!("[{said}]") }
    });
    shown.collect::<Vec<_>>().join("; ")
}

/// Only the sure ones.
fn sure(language: &str, category: Category, text: &str) -> String {
    let all = cues(language, category, text);
    all.split("; ").filter(|cue| !cue.starts_with('[')).collect::<Vec<_>>().join("; ")
}

#[test]
fn the_longest_cue_of_a_category_counts() {
    use Category::{Condition, Direction, Frequency, Modality, Quantifier};
    for (language, category, text, wanted) in [
        ("en", Modality, "You must not open it, but you may look.", "must_not: must not; may: may"),
        ("en", Condition, "Unless it rains, we go if we can.", "unless: Unless; if: if"),
        ("en", Direction, "Prices increased.", "increase: increased"),
        ("de", Modality, "Er muss nicht kommen.", "need_not: muss nicht"),
        ("fr", Frequency, "Chaque semaine, toujours.", "weekly: Chaque semaine; always: toujours"),
        ("ja", Modality, "必ず閉めなければならない。", "must: なければならな"),
        ("ko", Quantifier, "모든 사용자는 로그인합니다.", "all: 모든"),
        ("ko", Modality, "문을 열어야 합니다.", "must: 야 합니다"),
        ("tr", Modality, "Kapıyı açmalıdır.", "must: açmalıdır"),
        ("tr", Modality, "Sonra yapabilir.", "may: yapabilir"),
        ("zh", Quantifier, "所有人都来了。", "all: 所有"),
        ("ar", Quantifier, "وكل الأبواب", "all: وكل"),
        ("ru", Direction, "Цены увеличились.", "increase: увеличились"),
    ] {
        assert_eq!(sure(language, category, text), wanted, "{text}");
    }
}

#[test]
fn phrases_that_mean_no_cue_blank_their_words() {
    assert_eq!(sure("en", Category::Quantifier, "All of them, above all in the first place."), "all: All of");
    assert_eq!(sure("en", Category::Frequency, "He paid a week later."), "");
    assert_eq!(sure("en", Category::Direction, "The president preached."), "");
    assert_eq!(sure("de", Category::Direction, "Die Offenbarung"), "");
}

#[test]
fn code_has_no_cues() {
    let block = crate::Block {
        inlines: vec![crate::Inline {
            kind: crate::InlineKind::Code,
            range: TextRange::new(4, 8),
            span: crate::Span::new(4, 8),
        }],
        ..crate::Block::plain(
            crate::BlockKind::Paragraph,
            crate::Span::new(0, 19),
            crate::BlockText::from_source(0, "Use must or may so."),
        )
    };
    let document = crate::Document::new("", "Use must or may so.".to_owned(), vec![block]);
    let version = crate::Version::read(document, "en".parse().expect("a tag"), crate::LanguageOrigin::Given);
    let keys: Vec<Key> = version.cues.iter().filter(|cue| cue.is_sure()).map(|cue| cue.key).collect();
    assert_eq!(keys, [Key::OR, Key::MAY]);
}
