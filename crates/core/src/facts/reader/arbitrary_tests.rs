//! Any text at all: what is read of it is well formed, and the work grows with the text, no faster.

use super::super::work;
use super::*;
use crate::document::{BlockKind, InlineKind};
use crate::locale::Kinds;
use crate::span::Span;
use crate::text::BlockText;
use proptest::prelude::*;

/// The languages that have a file of their own, and one that nothing is known of.
fn languages() -> Vec<&'static str> {
    let is_known = |tag: &&str| !tag.contains('-') && locale(tag).knowledge().known;
    Locale::all().filter(is_known).chain(["tlh"]).collect()
}

fn locale(tag: &str) -> Locale {
    Locale::of(&tag.parse().expect("a valid tag"))
}

fn block(text: &str) -> Block {
    Block::plain(BlockKind::Paragraph, Span::new(0, text.len()), BlockText::from_source(0, text))
}

/// What every fact must be, wherever it was read.
fn check(block: &Block, segment: TextRange, facts: &[Fact]) -> Result<(), TestCaseError> {
    prop_assert!(facts.windows(2).all(|pair| pair[0].range.start <= pair[1].range.start));
    for fact in facts {
        let said = block.text.as_str().get(fact.range.range());
        prop_assert!(said.is_some_and(|said| !said.is_empty()), "{fact:?} is off a character's border, or empty");
        let inside = segment.start <= fact.range.start && fact.range.end <= segment.end;
        prop_assert!(inside, "{fact:?} is outside the segment");
        let sum: f32 = fact.readings().map(|(_, weight)| weight).sum();
        prop_assert!(sum <= 1.0 + 1e-5, "the weights of {fact:?} sum to {sum}");
        prop_assert!(fact.readings().all(|(_, weight)| weight > 0.0), "{fact:?} has a reading without weight");
        let unique = fact.readings().enumerate().all(|(at, one)| fact.readings().skip(at + 1).all(|it| it.0 != one.0));
        prop_assert!(unique, "{fact:?} has a reading twice");
    }
    Ok(())
}

/// Signs that mean something beside numbers, that tokens are split at, or that are not seen.
const SIGNS: &[&str] = &[
    " ",
    " ",
    " ",
    "",
    "-",
    "–",
    "—",
    "~",
    ".",
    ",",
    ":",
    ";",
    "/",
    "'",
    "’",
    "′",
    "″",
    "\"",
    "°",
    "%",
    "‰",
    "€",
    "$",
    "₹",
    "¥",
    "№",
    "§",
    "(",
    ")",
    "[",
    "]",
    "+",
    "−",
    "×",
    "±",
    "½",
    "¾",
    "²",
    "~",
    "@",
    "://",
    "www.",
    "、",
    "。",
    "٫",
    "٬",
    "،",
    "\u{a0}",
    "\u{202f}",
    "\u{2009}",
    "\u{ad}",
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{200e}",
    "\u{200f}",
    "\u{202b}",
    "\u{61c}",
    "\u{feff}",
    "\u{301}",
    "\u{308}",
    "\u{5b0}",
    "\u{64b}",
    "\u{93c}",
    "\n",
    "\t",
    "🇫🇷",
    "👩‍👩‍👧",
    "\u{fffd}",
    "\u{10ffff}",
];

/// Numbers and times as they may be written, of several scripts.
const FIGURES: &[&str] = &[
    "0",
    "1",
    "7",
    "12",
    "24",
    "31",
    "60",
    "99",
    "100",
    "1000",
    "2024",
    "000",
    "1,1",
    "1.5",
    "3/4",
    "12:30",
    "9.45",
    "2020-12-31",
    "31.12.2020",
    "1:2:3:4",
    "٣",
    "٩٠",
    "१२",
    "৫",
    "๑๐",
    "三",
    "十",
    "万",
    "億",
    "零",
    "XIV",
    "iv",
    "PT1H30M",
    "P3D",
    "A4",
    "v2",
    "+33",
    "99999999999999999999999999999",
    "UTC+2",
    "5'10\"",
    "48°51′24″N",
    "¹²",
    "①",
];

/// A piece of text; a number picks the phrase of the locale's own vocabulary.
#[derive(Debug, Clone)]
enum Piece {
    Phrase(usize),
    Sign(&'static str),
    Figure(&'static str),
    Digits(String),
    Any(String),
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let piece = prop_oneof![
        6 => any::<usize>().prop_map(Piece::Phrase),
        6 => prop::sample::select(SIGNS).prop_map(Piece::Sign),
        4 => prop::sample::select(FIGURES).prop_map(Piece::Figure),
        1 => "[0-9]{1,5}|[०-९]{1,3}|[٠-٩]{1,3}".prop_map(Piece::Digits),
        2 => "\\PC{1,3}|\\p{Mn}{1,3}|[\u{0}-\u{10ffff}]{1,2}".prop_map(Piece::Any),
    ];
    prop::collection::vec(piece, 0..28)
}

fn written(pieces: &[Piece], locale: &Locale) -> String {
    let phrase = |at: usize| locale.phrase(at % locale.phrase_count().max(1)).0;
    let text = |piece: &Piece| match piece {
        Piece::Phrase(_) if locale.phrase_count() == 0 => String::new(),
        Piece::Phrase(at) => phrase(*at).to_owned(),
        Piece::Sign(text) | Piece::Figure(text) => (*text).to_owned(),
        Piece::Digits(text) | Piece::Any(text) => text.clone(),
    };
    pieces.iter().map(text).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(3000), ..Default::default() })]

    /// Whatever the text, made of the language's own words: no panic, and only facts that are well formed. The segment
    /// is a part of its block.
    #[test]
    fn any_text_is_read(pieces in pieces(), tag in prop::sample::select(languages()), cut in any::<(usize, usize)>()) {
        let locale = locale(tag);
        let block = block(&written(&pieces, &locale));
        let text = block.text.as_str();
        let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let cut = [cut.0 % 4, borders.len() - 1 - cut.1 % 4 % borders.len()];
        let start = borders[cut[0].min(borders.len() - 1)];
        let segment = TextRange::new(start, borders[cut[1]].max(start));
        for segment in [block.text.range(), segment] {
            let mut out = Vec::new();
            read(&block, segment, &locale, &mut out);
            check(&block, segment, &out)?;
        }
    }
}

/// How much is looked at to read a text, and that the facts read are well formed.
fn work_on(text: &str, locale: &Locale) -> u64 {
    let block = block(text);
    let mut out = Vec::new();
    work::taken();
    read(&block, block.text.range(), locale, &mut out);
    let taken = work::taken();
    if let Err(error) = check(&block, block.text.range(), &out) {
        panic!("{}: {error}", locale.tag());
    }
    taken
}

/// Languages of all families of scripts and of number words.
const FAMILIES: &[&str] = &[
    "am", "ar", "bn", "da", "de", "en", "eu", "fa", "fi", "fr", "he", "hi", "hu", "ja", "ko", "ru", "ta", "th", "tlh",
    "tr", "vi", "zh",
];

/// Texts that repeat one piece: nothing ends them.
const REPEATED: &[&str] = &[
    "1",
    "1,",
    "1.",
    "1, ",
    "1 ",
    "1/",
    "1-",
    "1:",
    "1–2 ",
    "a-",
    "a.",
    "a'",
    "A1-",
    "1(",
    "(",
    "((1",
    ")",
    "-",
    "- 1",
    "+1 ",
    "+",
    "12:30 ",
    "12.30 pm ",
    "2020-12-31 ",
    "2020/21 ",
    "3/4 ",
    "½",
    "1½ ",
    "°",
    "5°6′7″",
    "5'10\" ",
    "PT1H",
    "§ 5 ",
    "№",
    "$",
    "$1",
    "1 € ",
    "EUR 5 ",
    "%",
    "5 km/h ",
    "km/",
    "x 10 ",
    "10 × 15 ",
    "v1.",
    "@",
    "a@b.",
    "://",
    "http://a)",
    "www.",
    "\u{301}",
    "e\u{301}",
    "1\u{301}",
    "\u{200f}",
    "\u{200f}-1",
    "\u{ad}",
    "1\u{a0}",
    "un\u{ad}",
    "三",
    "十",
    "万",
    "三十",
    "年",
    "三年",
    "กา",
    "สิบ",
    "١",
    "١٫",
    "و",
    "العاشرة ",
    "लाख ",
    "1 लाख ",
    "XIV ",
    "iv) ",
    "the 90s ",
    "90-е ",
    "19th century ",
    "not ",
    "n'",
    "UTC+2 ",
    "15:00 CET ",
    "Q3 2024 ",
    "one ",
    "vingt ",
    "\n",
    "\t1",
];

/// Holds the work on four times as much text against four times the work: as much again is allowed for what costs less
/// near the end of a text, where there is less to look ahead for. Work that grows with the square is sixteen times as
/// much.
fn superlinear(piece: &str, locale: &Locale) -> Option<String> {
    const TIMES: usize = 64;
    let (short, long) = (work_on(&piece.repeat(TIMES), locale), work_on(&piece.repeat(4 * TIMES), locale));
    (long > 7 * short).then(|| format!("{}: {piece:?} repeated: {short} looks, then {long}", locale.tag()))
}

#[test]
fn work_grows_with_the_text() {
    let wrong: Vec<String> = FAMILIES
        .iter()
        .map(|tag| locale(tag))
        .flat_map(|locale| REPEATED.iter().filter_map(move |piece| superlinear(piece, &locale)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn work_grows_with_the_text_whatever_its_words_are() {
    /// So many phrases of each kind and language.
    const EACH: usize = 1;
    let mut wrong = Vec::new();
    for locale in languages().into_iter().map(locale) {
        let count = locale.phrase_count();
        for kind in Kinds::each() {
            // From all over the table, the same ones every time.
            let of_kind = (0..count).filter(|at| locale.phrase(at * 7919 % count).1.meets(kind));
            for at in of_kind.take(EACH) {
                let phrase = locale.phrase(at * 7919 % count).0;
                for piece in [phrase.to_owned(), format!("1 {phrase} ")] {
                    wrong.extend(superlinear(&piece, &locale));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A block of so many sentences with a link and code in each, and emphasis and a link around all of them.
fn linked(sentences: usize) -> (Block, Vec<TextRange>) {
    const SENTENCE: &str = "Wait 5 s in run. ";
    let mut block = block(&SENTENCE.repeat(sentences));
    let inline = |kind: InlineKind, start: usize, end: usize| Inline {
        kind,
        range: TextRange::new(start, end),
        span: Span::new(start, end),
    };
    let link =
        |destination: &str| InlineKind::Link { destination: destination.to_owned(), destination_span: Span::new(0, 0) };
    let whole = block.text.as_str().len();
    block.inlines = vec![inline(InlineKind::Emphasis, 0, whole), inline(link("all"), 0, whole)];
    let starts = || (0..sentences).map(|at| at * SENTENCE.len());
    for at in starts() {
        block.inlines.push(inline(link("#one"), at, at + 4));
        block.inlines.push(inline(InlineKind::Code, at + 12, at + 15));
        block.inlines.push(inline(link("image.png"), at + 16, at + 16));
    }
    (block, starts().map(|at| TextRange::new(at, at + SENTENCE.len() - 1)).collect())
}

#[test]
fn work_grows_with_the_block() {
    let locale = locale("en");
    let work = |sentences: usize| {
        let (block, segments) = linked(sentences);
        work::taken();
        let mut reader = BlockReader::new(&block, &locale);
        for segment in segments {
            reader.read(segment, &mut Vec::new(), &mut Vec::new());
        }
        work::taken()
    };
    let (short, long) = (work(32), work(128));
    assert!(long <= 5 * short, "{short} looks, then {long}");
}

#[test]
fn segments_read_in_turn_say_what_each_says_by_itself() {
    let locale = locale("en");
    let (block, segments) = linked(4);
    let mut reader = BlockReader::new(&block, &locale);
    for segment in segments {
        let (mut in_turn, mut alone) = (Vec::new(), Vec::new());
        reader.read(segment, &mut in_turn, &mut Vec::new());
        read(&block, segment, &locale, &mut alone);
        assert_eq!(in_turn, alone);
        let links = in_turn.iter().filter(|fact| matches!(fact.value, Value::Link(_))).count();
        assert_eq!(links, 3, "{in_turn:?}");
    }
}
