//! Bilingual tables: what is read of them, and where in the file it stands.

use parallax_core::Document;
use parallax_formats::pairs::{
    BadRow, Columns, Header, LONGEST_ROW, LayoutError, Pair, PairError, PairFormat, PairOptions, PairReader,
};
use proptest::prelude::*;
use std::io::Read;

/// Gives so many bytes at once.
struct Slow<'a>(&'a [u8], usize);

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = buffer.len().min(self.1);
        self.0.read(&mut buffer[..most])
    }
}

type Rows = Vec<Result<Pair, BadRow>>;

fn rows(reader: impl Read, options: &PairOptions) -> Result<(Rows, Vec<String>), PairError> {
    let mut reader = PairReader::new(reader, options)?;
    let mut rows = Vec::new();
    while let Some(batch) = reader.next_batch()? {
        rows.extend(batch.pairs());
    }
    assert_eq!(reader.entries(), rows.len());
    Ok((rows, reader.take_notices().into_iter().map(|notice| notice.message).collect()))
}

fn options(format: PairFormat) -> PairOptions {
    PairOptions::new(format)
}

/// Each row in a line: id, languages where it says them, texts; or what is wrong with it.
fn shown(bytes: &[u8], options: &PairOptions) -> Vec<String> {
    let (rows, _) = match rows(bytes, options) {
        Ok(read) => read,
        Err(error) => return vec![error.to_string()],
    };
    let show = |row: Result<Pair, BadRow>| match row {
        Ok(pair) => {
            let id = pair.id.map_or_else(String::new, |id| format!("{id}: "));
            let tags: Vec<String> =
                [pair.source_language, pair.target_language].into_iter().flatten().map(|tag| tag.to_string()).collect();
            let tags = if tags.is_empty() { String::new() } else { format!("[{}] ", tags.join(" ")) };
            format!("{} {id}{tags}{} | {}", pair.entry, pair.source.source, pair.target.source)
        }
        Err(bad) => format!("{} line {}: {}", bad.entry, bad.line, bad.reason),
    };
    rows.into_iter().map(show).collect()
}

fn tsv(text: &str) -> Vec<String> {
    shown(text.as_bytes(), &options(PairFormat::Tsv))
}

fn csv(text: &str) -> Vec<String> {
    shown(text.as_bytes(), &options(PairFormat::Csv))
}

#[test]
fn columns_are_found_by_their_names() {
    assert_eq!(tsv("id\tsource\ttarget\n7\ta\tb\n"), ["0 7: a | b"]);
    assert_eq!(tsv("Target\tNotes\tSRC\na\tx\tb\n"), ["0 b | a"]);
    assert_eq!(tsv("source_lang\tsource\ttarget_lang\ttarget\nen\ta\tpt_BR\tb\n"), ["0 [en pt-BR] a | b"]);
    assert_eq!(csv("key,en,fr-CA\nk,a,b\n"), ["0 k: a | b"]);
    // Two columns without names: the first is the source.
    assert_eq!(tsv("a\tb\nc\td\n"), ["0 a | b", "1 c | d"]);
    let (_, notices) = rows(&b"a\tb\n"[..], &options(PairFormat::Tsv)).expect("is readable");
    assert!(notices[0].contains("column 1 is taken for the source"), "{notices:?}");
    // A name that is no column's stays text.
    assert_eq!(tsv("source\tb\nc\td\n"), ["0 source | b", "1 c | d"]);
}

#[test]
fn columns_may_be_named_by_the_caller() {
    let named = |source: &str, target: &str| {
        let columns =
            Columns { source: Some(source.to_owned()), target: Some(target.to_owned()), ..Columns::default() };
        PairOptions { columns, ..options(PairFormat::Tsv) }
    };
    assert_eq!(shown(b"x\tfrom\tTo\n1\ta\tb\n", &named("FROM", "to")), ["0 a | b"]);
    assert_eq!(shown(b"1\ta\tb\n", &named("2", "3")), ["0 a | b"]);
    assert_eq!(shown(b"id\tde text\tfr text\n1\ta\tb\n", &named("2", "3")), ["0 1: a | b"]);
    assert_eq!(shown(b"1\ta\tb\n", &named("2", "4")), ["there is no column `4`; there are `1`, `a` and `b`"]);
    assert_eq!(shown(b"1\ta\tb\n", &named("2", "2")), ["column `2` cannot be both source and target"]);
    let header = |header| PairOptions { header, ..options(PairFormat::Tsv) };
    assert_eq!(shown(b"source\ttarget\na\tb\n", &header(Header::No)), ["0 source | target", "1 a | b"]);
    assert!(shown(b"a\tb\nc\td\n", &header(Header::Yes))[0].starts_with("which column is the source?"));
}

#[test]
fn languages_choose_between_columns() {
    let table = b"id\ten\tfr\tde\n1\ta\tb\tc\n";
    let said = |source: &str, target: &str| PairOptions {
        languages: [source.parse().ok(), target.parse().ok()],
        ..options(PairFormat::Tsv)
    };
    assert_eq!(shown(table, &said("de", "en-GB")), ["0 1: c | a"]);
    let error = rows(&table[..], &options(PairFormat::Tsv)).expect_err("is not clear");
    let PairError::Layout(LayoutError::ManyLanguages { columns }) = error else { panic!("{error}") };
    assert_eq!(columns, ["en", "fr", "de"]);
    let reader = PairReader::new(&b"en,fr\na,b\n"[..], &options(PairFormat::Csv)).expect("is readable");
    assert_eq!(
        reader.layout().languages.map(|tag| tag.map(|tag| tag.to_string())),
        [Some("en".into()), Some("fr".into())]
    );
}

#[test]
fn tables_without_columns_for_both_sides_are_refused() {
    assert_eq!(tsv("one column\n"), ["it has only one column, which begins with `one column`"]);
    assert!(tsv("1\ta\tb\n")[0].starts_with("which column is the source?"));
    assert_eq!(tsv("\n\n"), ["it has no rows"]);
    assert_eq!(shown(b"[1]\nx\n", &options(PairFormat::Jsonl)).len(), 1);
    assert!(shown(b"%PDF-1.7 \n", &options(PairFormat::Tsv))[0].contains("a PDF file"));
}

#[test]
fn nothing_is_quoted_in_tsv() {
    assert_eq!(tsv("source\ttarget\n\"a\t\"\"b\"\n"), ["0 \"a | \"\"b\""]);
    assert_eq!(tsv("source\ttarget\r\na\tb\r\n\r\nc\t\r\n"), ["0 a | b", "1 c | "]);
    assert_eq!(
        tsv("source\ttarget\na\tb\t\t\nc\nd\te\tf\n"),
        ["0 a | b", "1 line 3: the row has 1 field, not 2", "2 line 4: the row has 3 fields, not 2"]
    );
}

#[test]
fn csv_is_read_as_rfc_4180_has_it() {
    assert_eq!(csv("source,target\n\"a, \"\"b\"\"\r\nc\",d \"e\"\n"), ["0 a, \"b\"\r\nc | d \"e\""]);
    assert_eq!(csv("source;target\na,b;c\n"), ["0 a,b | c"]);
    // A stray quote costs its own row, not the rest of the file.
    assert_eq!(
        csv("source,target\n\"a,b\nc,d\ne,f\n"),
        ["0 line 2: a quoted field is not closed", "1 c | d", "2 e | f"]
    );
    assert_eq!(csv("source,target\na,\"b\nc,\"d\"\ne,f\n")[1..], ["1 c | d", "2 e | f"]);
    assert_eq!(
        csv("source,target\n\"a\"b,c\nd,e\n"),
        ["0 line 2: there is text behind the closing quote of a field", "1 d | e"]
    );
}

#[test]
fn json_lines_may_nest_and_escape() {
    let json = |text: &str| shown(text.as_bytes(), &options(PairFormat::Jsonl));
    assert_eq!(json("{\"source\": \"a\\n\\u00e9\", \"target\": null, \"id\": 7}\n"), ["0 7: a\né | "]);
    assert_eq!(json("{\"translation\": {\"en\": \"a\", \"fr\": \"b\"}}\r\n\n"), ["0 a | b"]);
    assert_eq!(
        json("{\"source\": \"a\", \"target\": \"b\"}\n{}\n[]\n{\"source\": [], \"target\": \"\"}\n")[1..],
        [
            "1 line 2: there is no `source`",
            "2 line 3: invalid type: sequence, expected a JSON object",
            "3 line 4: the value of `source` is a list, not a string"
        ]
    );
}

#[test]
fn places_are_those_of_the_file() {
    let place = |document: &Document, needle: &str| {
        let at = document.source.find(needle).expect("is there");
        let place = document.line_column(at);
        (document.file_byte(at), place.line, place.column)
    };
    let csv = "\u{feff}id,source,target\n1,\"é \"\"x\"\"\ny\",\"z\"\"w\"\n";
    let (read, _) = rows(csv.as_bytes(), &options(PairFormat::Csv)).expect("is readable");
    let pair = read[0].as_ref().expect("is whole");
    assert_eq!(place(&pair.source, "x"), (csv.find('x').expect("is there"), 2, 8));
    assert_eq!(place(&pair.source, "y"), (csv.find('y').expect("is there"), 3, 1));
    assert_eq!(place(&pair.target, "w"), (csv.find('w').expect("is there"), 3, 8));
    let json = "{\"source\": \"a\\ud83d\\ude00\\u00e9b\", \"target\": \"c\"}\n";
    let (read, _) = rows(json.as_bytes(), &options(PairFormat::Jsonl)).expect("is readable");
    let pair = read[0].as_ref().expect("is whole");
    assert_eq!(pair.source.source, "a😀éb");
    assert_eq!(
        place(&pair.source, "é"),
        (json.find("\\u00e9").expect("is there"), 1, json.find("\\u00e9").expect("is there") + 1)
    );
    assert_eq!(
        place(&pair.source, "b"),
        (json.find("b\"").expect("is there"), 1, json.find("b\"").expect("is there") + 1)
    );
}

#[test]
fn encodings_are_recognised() {
    let utf16: Vec<u8> = "\u{feff}source\ttarget\nété\tx\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(shown(&utf16, &options(PairFormat::Tsv)), ["0 été | x"]);
    let latin: Vec<u8> = "source\ttarget\nd\u{e9}j\u{e0} vu\tseen already\n".chars().map(|c| c as u8).collect();
    let (read, notices) = rows(&latin[..], &options(PairFormat::Tsv)).expect("is readable");
    assert_eq!(read[0].as_ref().map(|pair| pair.source.source.as_str()), Ok("déjà vu"));
    assert!(notices[0].contains("windows-1252"), "{notices:?}");
    let mut damaged = "source\ttarget\n".to_owned().into_bytes();
    damaged.extend("été\té\n".repeat(30).bytes());
    damaged.extend(b"a\xff\tb\n");
    let (read, notices) = rows(&damaged[..], &options(PairFormat::Tsv)).expect("is readable");
    assert_eq!(read[30].as_ref().map(|pair| pair.source.source.as_str()), Ok("a\u{fffd}"));
    assert_eq!(notices, ["some bytes are not valid UTF-8, and are read as U+FFFD"]);
    assert_eq!(tsv("source\ttarget\ra\tb\rc\td\r"), ["0 a | b", "1 c | d"]);
}

#[test]
fn a_row_without_end_costs_only_itself() {
    let long = "x".repeat(3 * LONGEST_ROW);
    let table = format!("source\ttarget\na\tb\n{long}\tc\nd\te\n");
    assert_eq!(tsv(&table), ["0 a | b", "1 line 3: the row is longer than 1 MB", "2 d | e"]);
    let table = format!("source,target\na,b\n\"{}\nd,e\n", "x,y\n".repeat(LONGEST_ROW / 2));
    let read = csv(&table);
    assert_eq!(read.len(), LONGEST_ROW / 2 + 2);
    assert_eq!(read[1], "1 line 3: a quoted field is not closed within 1 MB");
    assert_eq!(read[2], "2 x | y");
}

#[test]
fn broken_quotes_everywhere_take_no_longer_than_the_file() {
    // Each line opens a quote that is closed nowhere near.
    let table = format!("source,target\n{}", "\"a,b\n\"\"c,d\n".repeat(200_000));
    let start = std::time::Instant::now();
    let read = csv(&table);
    assert!(read.len() > 1 && start.elapsed().as_secs() < 60, "{}", read.len());
}

/// Every character of both texts stands where the document says, as long as the file writes it as it is.
fn check_places(file: &str, pair: &Pair) {
    for document in [&pair.source, &pair.target] {
        for (at, c) in document.source.char_indices() {
            let byte = document.file_byte(at);
            let rest = file.get(byte..).unwrap_or_else(|| panic!("{byte} is no place of {file:?}"));
            assert!(rest.starts_with(c) || rest.starts_with('\\'), "{c:?} is not at {byte} of {file:?}");
            let place = document.line_column(at);
            let line = file[..byte].matches('\n').count() + 1;
            assert_eq!(place.line, line, "{c:?} in {file:?}");
            let start = file[..byte].rfind('\n').map_or(0, |at| at + 1);
            assert_eq!(place.column, file[start..byte].chars().count() + 1, "{c:?} in {file:?}");
        }
    }
}

fn texts() -> impl Strategy<Value = Vec<(String, String)>> {
    let text = "[ab\"\\\\,;é日\u{1f600}\n]{0,8}";
    proptest::collection::vec((text, text), 1..12)
}

fn read_back(file: &str, format: PairFormat, piece: usize, expected: &[(String, String)]) {
    let (read, _) = rows(Slow(file.as_bytes(), piece), &options(format)).expect("is readable");
    let read: Vec<Pair> = read.into_iter().map(|row| row.unwrap_or_else(|bad| panic!("{bad} in {file:?}"))).collect();
    let got: Vec<(String, String)> =
        read.iter().map(|pair| (pair.source.source.clone(), pair.target.source.clone())).collect();
    assert_eq!(got, expected, "{file:?}");
    read.iter().for_each(|pair| check_places(file, pair));
}

proptest! {
    #[test]
    fn csv_reads_what_a_csv_writer_writes(texts in texts(), piece in 1usize..50) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["source", "target"]).expect("memory takes it");
        for (source, target) in &texts {
            writer.write_record([source, target]).expect("memory takes it");
        }
        let file = String::from_utf8(writer.into_inner().expect("memory takes it")).expect("is UTF-8");
        read_back(&file, PairFormat::Csv, piece, &texts);
    }

    #[test]
    fn csv_is_split_as_the_csv_crate_splits_it(file in "[ab\",\n]{0,40}") {
        let file = format!("source,target\n{file}\n");
        let (read, _) = rows(file.as_bytes(), &options(PairFormat::Csv)).expect("is readable");
        // Where nothing is wrong with the quotes, both see the same rows.
        if read.iter().all(Result::is_ok) {
            let mut other = csv::ReaderBuilder::new().flexible(true).from_reader(file.as_bytes());
            let records: Vec<csv::StringRecord> = other.records().map(|it| it.expect("is UTF-8")).collect();
            prop_assert_eq!(records.len(), read.len());
            for (record, pair) in records.iter().zip(read.iter().flatten()) {
                prop_assert_eq!((&record[0], &record[1]), (pair.source.source.as_str(), pair.target.source.as_str()));
            }
        }
    }

    #[test]
    fn tsv_reads_what_was_written(texts in texts(), piece in 1usize..50) {
        let flat = |text: &String| text.replace('\n', " ");
        let texts: Vec<(String, String)> = texts.iter().map(|(a, b)| (flat(a), flat(b))).collect();
        let rows: String = texts.iter().map(|(a, b)| format!("{a}\t{b}\n")).collect();
        read_back(&format!("source\ttarget\n{rows}"), PairFormat::Tsv, piece, &texts);
    }

    #[test]
    fn json_lines_read_what_was_written(texts in texts(), piece in 1usize..50) {
        let row = |(source, target): &(String, String)| {
            serde_json::json!({ "target": target, "n": [{}], "source": source }).to_string() + "\n"
        };
        let file: String = texts.iter().map(row).collect();
        read_back(&file, PairFormat::Jsonl, piece, &texts);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), piece in 1usize..50) {
        for format in [PairFormat::Tsv, PairFormat::Csv, PairFormat::Jsonl] {
            let head: &[u8] = if format == PairFormat::Jsonl { b"{\"source\":\"\",\"target\":\"\"}\n" } else { b"source,target\tsource\ttarget\n" };
            let mut options = options(format);
            options.encoding = Some(encoding_rs::UTF_8);
            if let Ok((read, _)) = rows(Slow(&[head, &bytes].concat(), piece), &options) {
                for (entry, row) in read.iter().enumerate() {
                    prop_assert_eq!(row.as_ref().map_or_else(|bad| bad.entry, |pair| pair.entry), entry);
                }
            }
        }
    }
}
