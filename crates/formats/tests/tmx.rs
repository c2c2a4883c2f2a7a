//! TMX as bilingual tables: what is read of it, and where in the file it stands.

use parallax_core::Document;
use parallax_formats::pairs::{LONGEST_ROW, PairError, PairFormat, PairOptions, PairReader};
use proptest::prelude::*;
use std::io::Read;

const HEAD: &str =
    "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\">\n<header srclang=\"en\" segtype=\"sentence\"/>\n<body>\n";
const TAIL: &str = "</body>\n</tmx>\n";

struct Slow<'a>(&'a [u8], usize);

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = buffer.len().min(self.1);
        self.0.read(&mut buffer[..most])
    }
}

fn file(units: &str) -> String {
    format!("{HEAD}{units}{TAIL}")
}

fn unit(texts: &[(&str, &str)]) -> String {
    let texts = texts.iter().map(|(language, seg)| format!("<tuv xml:lang=\"{language}\"><seg>{seg}</seg></tuv>"));
    format!("<tu>{}</tu>\n", texts.collect::<String>())
}

fn options(languages: [&str; 2]) -> PairOptions {
    PairOptions { languages: languages.map(|tag| tag.parse().ok()), ..PairOptions::new(PairFormat::Tmx) }
}

/// The rows, one a line, then the notices.
fn read(bytes: impl Read, options: &PairOptions) -> Result<Vec<String>, PairError> {
    let mut reader = PairReader::new(bytes, options)?;
    let mut shown = Vec::new();
    while let Some(batch) = reader.next_batch()? {
        shown.extend(batch.pairs().map(|row| match row {
            Ok(pair) => {
                let id = pair.id.map_or_else(String::new, |id| format!("{id}: "));
                format!("{} {id}{} | {}", pair.entry, pair.source.source, pair.target.source)
            }
            Err(bad) => format!("{} line {}: {}", bad.entry, bad.line, bad.reason),
        }));
    }
    assert_eq!(reader.entries(), shown.len());
    let notices = reader.take_notices().into_iter().map(|notice| {
        notice.line.map_or_else(|| notice.message.clone(), |line| format!("line {line}: {}", notice.message))
    });
    shown.extend(notices);
    Ok(shown)
}

fn shown(text: &str, languages: [&str; 2]) -> Vec<String> {
    read(text.as_bytes(), &options(languages)).unwrap_or_else(|error| vec![error.to_string()])
}

#[test]
fn units_are_pairs() {
    let text = file(
        "<tu tuid=\"a&amp;1\"><note>x</note><tuv xml:lang=\"de\"><seg>Zwölf &amp; mehr</seg></tuv>\
         <tuv xml:lang=\"en\"><prop type=\"x\">y</prop><seg>Twelve &amp; more</seg></tuv></tu>\n\
         <!-- <tu>no</tu> -->\n<tu><tuv xml:lang=\"en\"><seg/></tuv><tuv xml:lang=\"de\"><seg>Leer</seg></tuv></tu>",
    );
    assert_eq!(shown(&text, ["", ""]), ["0 a&1: Twelve & more | Zwölf & mehr", "1  | Leer"]);
    assert_eq!(shown(&text, ["de", "en"]), ["0 a&1: Zwölf & mehr | Twelve & more", "1 Leer | "]);
}

#[test]
fn two_of_many_languages_are_read() {
    let all = [("en", "one"), ("de", "eins"), ("fr", "un"), ("de", "ein")];
    let text = file(&(unit(&all) + &unit(&all[..2]) + &unit(&[("en-GB", "two"), ("FR_ca", "deux")])));
    assert_eq!(
        shown(&text, ["", ""]),
        ["which languages are the source and the target? There are `en`, `de`, `fr`, `en-GB` and `fr-CA`"]
    );
    assert_eq!(shown(&text, ["", "fr"]), ["0 one | un", "1 line 6: the unit has no text in `fr`", "2 two | deux"]);
    assert_eq!(shown(&text, ["de", "en"])[..2], ["0 eins | one", "1 eins | one"]);
    assert!(shown(&text, ["", "it"])[0].starts_with("there is no text in `it`; there are texts in `en`"));
    assert_eq!(shown(&file(&unit(&[("en", "one")])), ["", ""]), ["it has texts in `en` only"]);
}

#[test]
fn what_is_broken_costs_only_itself() {
    let good = unit(&[("en", "one"), ("de", "eins")]);
    let ampersand = unit(&[("en", "R & D"), ("de", "F & E")]);
    let text = file(&format!("{good}{ampersand}<tu><tuv xml:lang='en'>\n<seg>x</tuv></tu>\n<tu><tuv>{good}"));
    assert_eq!(
        shown(&text, ["", ""]),
        [
            "0 one | eins",
            "1 line 6: line 6 is not well-formed XML: a `&` that is no reference; write `&amp;`",
            "2 line 7: line 8 is not well-formed XML: expected `</seg>`, but `</tuv>` was found",
            "3 line 9: this unit is not closed: `</tu>` is missing",
            "4 one | eins",
        ]
    );
    let cut = format!("{HEAD}{good}{}", &good[..30]);
    let told = "1 line 6: the file ends within this unit: it may be cut off";
    assert_eq!(shown(&cut, ["", ""]), ["0 one | eins", told]);
    let cut = format!("{HEAD}{good}</body>");
    assert_eq!(shown(&cut, ["", ""]), ["0 one | eins", "line 6: the file ends without `</tmx>`: it may be cut off"]);
    let long = "x".repeat(LONGEST_ROW);
    let text = file(&(good.clone() + &unit(&[("en", &long), ("de", "y")]) + &good));
    assert_eq!(shown(&text, ["", ""]), ["0 one | eins", "1 line 6: the row is longer than 1 MB", "2 one | eins"]);
}

#[test]
fn what_is_no_tmx_is_refused() {
    for text in ["a\tb\n", "<xliff><file/></xliff>", "<!-- <tmx> -->", "{}"] {
        assert_eq!(shown(text, ["", ""]), ["it is no TMX: it does not begin with a <tmx> element"], "{text}");
    }
    assert_eq!(shown(&file(""), ["", ""]), ["it has no rows"]);
}

#[test]
fn encodings_are_those_of_the_mark_or_the_declaration() {
    let text = file(&unit(&[("en", "caf\u{e9} 1"), ("fr", "caf\u{e9} 2")]));
    let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    let latin = text.replace("?>", " encoding=\"ISO-8859-1\"?>").chars().map(|c| c as u8).collect();
    let cyrillic = file(&unit(&[("en", "yes"), ("ru", "\u{434}\u{430}")])).replace("?>", " encoding='koi8-r'?>");
    for bytes in [utf16(u16::to_le_bytes), utf16(u16::to_be_bytes), latin, format!("\u{feff}{text}").into_bytes()] {
        let rows = read(bytes.as_slice(), &options(["", ""])).expect("is readable");
        assert_eq!(rows, ["0 caf\u{e9} 1 | caf\u{e9} 2"]);
    }
    let bytes: Vec<u8> = cyrillic
        .chars()
        .map(|c| match c {
            '\u{434}' => 0xc4,
            '\u{430}' => 0xc1,
            c => c as u8,
        })
        .collect();
    assert_eq!(read(bytes.as_slice(), &options(["", ""])).expect("is readable"), ["0 yes | \u{434}\u{430}"]);
}

#[test]
fn long_comments_and_any_size_of_reads_change_nothing() {
    let good = unit(&[("en", "one"), ("de", "eins")]);
    let comment = format!("<!-- {} -->\n", good.repeat(40_000));
    let text = file(&format!("{good}{comment}{}{comment}", good.repeat(9_000)));
    let expected = shown(&text, ["", ""]);
    assert_eq!((expected.len(), expected[9_000].as_str()), (9_001, "9000 one | eins"));
    for size in [997, 70_001] {
        assert_eq!(read(Slow(text.as_bytes(), size), &options(["", ""])).expect("is readable"), expected, "{size}");
    }
    let open = format!("{HEAD}{good}<!-- {}", good.repeat(40_000));
    assert_eq!(shown(&open, ["", ""]).len(), 2);
}

fn place(document: &Document, part: &str) -> (usize, usize, usize) {
    let at = document.source.find(part).expect("is there");
    let place = document.line_column(at);
    (document.file_byte(at), place.line, place.column)
}

#[test]
fn places_lead_back_to_the_file() {
    let text = file(
        "<tu><tuv xml:lang='en'>\n  <seg>é &lt;<bpt i='1'>b</bpt>12<ept i='1'/>\n and 3</seg></tuv>\
         <tuv xml:lang='de'><seg>ä &#38; 7</seg></tuv></tu> <tu><tuv xml:lang='en'><seg>ü 5</seg></tuv>\
         <tuv xml:lang='de'><seg>6</seg></tuv></tu>",
    );
    let mut reader = PairReader::new(text.as_bytes(), &options(["", ""])).expect("is TMX");
    let batch = reader.next_batch().expect("is readable").expect("has units");
    let pairs: Vec<_> = batch.pairs().map(|pair| pair.expect("is well-formed")).collect();
    let expected = |part: &str| {
        let at = text.find(part).expect("is there");
        let line = text[..at].matches('\n').count() + 1;
        (at, line, text[..at].chars().rev().take_while(|c| *c != '\n').count() + 1)
    };
    assert_eq!(place(&pairs[0].source, "12"), expected("12<ept"));
    assert_eq!(place(&pairs[0].source, "<"), expected("&lt;"));
    assert_eq!(place(&pairs[0].source, "3"), expected("3</seg"));
    assert_eq!(place(&pairs[0].target, "&"), expected("&#38;"));
    assert_eq!(place(&pairs[0].target, "7"), expected("7</seg"));
    assert_eq!(place(&pairs[1].source, "5"), expected("5</seg"));
    assert_eq!(place(&pairs[1].target, "6"), expected("6</seg"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nothing_panics_and_reads_of_any_size_agree(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<tu>", "</tu>", "<tuv xml:lang='en'>", "<tuv xml:lang='de'>", "</tuv>", "<seg>", "</seg>", "<!--", "-->",
                "<![CDATA[", "]]>", "<?", "?>", "&amp;", "&", "<ph/>", "<sub>", "</sub>", "é", "\n", "\r\n", "12 ", "'", "<",
                ">", "<tu/>", "</tmx>", "&#0;", "<!DOCTYPE", "]",
            ]),
            0..40,
        ),
        size in 1_usize..9,
    ) {
        let text = file(&(unit(&[("en", "one"), ("de", "eins")]) + &parts.concat()));
        let whole = read(text.as_bytes(), &options(["", ""])).map_err(|error| error.to_string());
        let slow = read(Slow(text.as_bytes(), size), &options(["", ""])).map_err(|error| error.to_string());
        prop_assert_eq!(whole, slow);
    }
}
