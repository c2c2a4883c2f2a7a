use super::*;
use encoding_rs::{EUC_KR, WINDOWS_1252};

fn utf16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn marks_are_believed() {
    let cases: [(Vec<u8>, &str, &Encoding); 4] = [
        ("\u{feff}ä".into(), "\u{feff}ä", UTF_8),
        (utf16("\u{feff}ä日", false), "ä日", UTF_16LE),
        (utf16("\u{feff}ä日", true), "ä日", UTF_16BE),
        ("\u{feff}".into(), "\u{feff}", UTF_8),
    ];
    for (bytes, text, encoding) in cases {
        let decoded = decode(&bytes, None, None).expect("decodes");
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
        assert_eq!(decoded.problems, []);
    }
    let decoded = decode("\u{feff}ä".as_bytes(), Some(WINDOWS_1252), None).expect("decodes");
    assert_eq!((decoded.encoding, decoded.problems.len()), (UTF_8, 1));
    let decoded = decode(&utf16("\u{feff}ä", true), Some(UTF_16LE), None).expect("decodes");
    assert_eq!((decoded.encoding, decoded.problems.len()), (UTF_16BE, 0));
}

#[test]
fn marks_that_lie_are_errors() {
    let error = decode(b"\xef\xbb\xbfd\xe9j\xe0 \xe9 \xe9", None, None).expect_err("is not UTF-8");
    assert_eq!(error, ReadError::InvalidAfterMark { encoding: "UTF-8", at_byte: 4 });
    let error = decode(b"\xff\xfea\0\x00\xd8b\0", None, None).expect_err("has a lone surrogate");
    assert_eq!(error, ReadError::InvalidAfterMark { encoding: "UTF-16LE", at_byte: 4 });
}

#[test]
fn what_the_caller_says_is_held_to() {
    let decoded = decode(b"d\xe9j\xe0", Some(WINDOWS_1252), None).expect("decodes");
    assert_eq!((decoded.text.as_str(), decoded.problems.len()), ("déjà", 0));
    let error = decode(b"abc\xff\xff", Some(EUC_KR), None).expect_err("is not EUC-KR");
    assert_eq!(error, ReadError::UndecodableAs { encoding: "EUC-KR", at_byte: 3 });
    let error = decode(b"d\xe9j\xe0", Some(UTF_8), None).expect_err("is not UTF-8");
    assert_eq!(error, ReadError::UndecodableAs { encoding: "UTF-8", at_byte: 1 });
    let decoded = decode(&utf16("a\nb", true), Some(UTF_16BE), None).expect("decodes");
    assert_eq!(decoded.text, "a\nb");
    assert_eq!(decode(b"one \0 more text", Some(UTF_8), None).map(|d| d.problems.len()), Ok(0));
}

#[test]
fn text_without_a_mark_is_recognised() {
    let decoded = decode("Grüße\n".as_bytes(), None, None).expect("decodes");
    assert_eq!((decoded.encoding, decoded.problems.len()), (UTF_8, 0));
    let decoded = decode(&utf16("Grüße\n", false), None, None).expect("decodes");
    assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.problems.len()), ("Grüße\n", UTF_16LE, 1));
    let (bytes, ..) = ISO_2022_JP.encode("これは日本語");
    let decoded = decode(&bytes, None, None).expect("decodes");
    assert_eq!((decoded.text.as_str(), decoded.encoding), ("これは日本語", ISO_2022_JP));
    assert_eq!(decode(b"", None, None).map(|d| d.text), Ok(String::new()));
}

#[test]
fn a_legacy_encoding_is_said_to_be_a_guess() {
    let language = "fr".parse().ok();
    let decoded = decode(b"d\xe9j\xe0", None, language.as_ref()).expect("decodes");
    let message = "read as windows-1252: not valid UTF-8 (first bad byte at 1); say --encoding if wrong";
    assert_eq!((decoded.text.as_str(), decoded.problems[0].message.as_str()), ("déjà", message));
}

#[test]
fn a_few_bad_bytes_do_not_change_the_encoding() {
    let mut bytes = "été\n".repeat(20).into_bytes();
    bytes.insert(14, 0xe9); // within the third line
    let decoded = decode(&bytes, None, None).expect("decodes");
    assert_eq!(decoded.encoding, UTF_8);
    let problem = &decoded.problems[0];
    assert_eq!(problem.message, "one place is not valid UTF-8, the first on line 3 (byte 14); read as U+FFFD");
    assert_eq!(problem.span.map(|span| &decoded.text[span.range()]), Some("\u{fffd}"));
}

#[test]
fn binary_data_is_refused() {
    let cases: [&[u8]; 6] =
        [b"%PDF-1.4 text", b"\0\0\0\0", b"a\0b\0\x01\0\x02\0", b"text with one \0 in it", b"\x01\x02\x03", b"\x1f\x8b"];
    for bytes in cases {
        assert!(matches!(decode(bytes, None, None), Err(ReadError::Binary { .. })), "{bytes:?}");
    }
    assert!(decode(b"%PDF-1.4 text", Some(UTF_8), None).is_err());
}

#[test]
fn labels_are_found_or_explained() {
    assert_eq!(encoding_named("Latin1"), Ok(WINDOWS_1252));
    assert_eq!(encoding_named(" UTF8 "), Ok(UTF_8));
    let message = |label: &str| encoding_named(label).map_err(|error| error.to_string()).err().unwrap_or_default();
    assert!(message("klingon").contains("`klingon` is not the name of an encoding"));
    assert!(message("hz-gb-2312").contains("not supported"));
}
