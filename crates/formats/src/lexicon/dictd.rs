//! Dictionaries of the DICT server (RFC 2229, dictfmt): an index of headwords, and a file of articles that is perhaps
//! compressed (`.dict.dz`).
//!
//! Articles are free text. Read are those of the form that FreeDict writes: the headword with its pronunciation and
//! grammar on the first line, then a line for each sense with translations between commas.

use super::error::LexiconError;
use super::weight_of;
use parallax_core::LanguageTag;
use parallax_core::lexicon::Lexicon;

/// Most bytes that articles may have when they are uncompressed.
const LARGEST: usize = 512 << 20;

/// Reads a dictionary from its index and its articles.
///
/// # Errors
/// If either is not what it should be, or nothing in it can be read.
pub fn read(index: &[u8], articles: &[u8], languages: [LanguageTag; 2]) -> Result<Lexicon, LexiconError> {
    let uncompressed;
    let articles = if articles.starts_with(&[0x1f, 0x8b]) {
        uncompressed = gunzipped(articles)?;
        &uncompressed
    } else {
        articles
    };
    let mut lexicon = Lexicon::new(languages);
    for (number, line) in (1..).zip(index.split(|byte| *byte == b'\n')).filter(|(_, line)| !line.is_empty()) {
        let mut cells = line.split(|byte| *byte == b'\t');
        let headword = String::from_utf8_lossy(cells.next().unwrap_or_default());
        let range = cells.next().and_then(number_of).zip(cells.next().and_then(number_of));
        let Some((start, length)) = range else {
            return Err(LexiconError::at(
                number,
                "expected a headword, a tab, an offset, a tab and a length, as dictd has it",
            ));
        };
        let article = start.checked_add(length).and_then(|end| articles.get(start..end)).ok_or_else(|| {
            LexiconError::at(
                number,
                "this article is not in the file of articles: do index and dictionary belong together?",
            )
        })?;
        // The database's own description.
        if headword.starts_with("00database") || headword.starts_with("00-database") {
            continue;
        }
        let article = String::from_utf8_lossy(article);
        let mut lines = article.lines();
        let written = lines.next().map(bare).filter(|word| !word.trim().is_empty());
        let headword = written.unwrap_or_else(|| headword.into_owned());
        // Notes and examples are indented.
        let senses = lines.filter(|line| !line.starts_with("   ")).map(str::trim).filter(|line| is_sense(line));
        let translations =
            senses.flat_map(|line| bare(line).split([',', ';']).map(|part| part.trim().to_owned()).collect::<Vec<_>>());
        for (place, translation) in translations.filter(|translation| !translation.is_empty()).enumerate() {
            lexicon.add(headword.trim(), &translation, weight_of(place));
        }
    }
    if lexicon.is_empty() {
        return Err(LexiconError::whole("no translations were found in it: is it a bilingual dictionary?"));
    }
    Ok(lexicon)
}

/// Whether a line of an article gives translations, and no example, note or reference.
fn is_sense(line: &str) -> bool {
    !(line.is_empty() || line.contains('{') || line.starts_with(['"', '“', '-']) || line.ends_with(':'))
}

/// A line without its number, and without grammar, pronunciation and remarks: `<n>`, `/…/`, `[Am.]`, `(…)`.
fn bare(line: &str) -> String {
    let counted = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let line = if counted.len() < line.len() && counted.starts_with(". ") { &counted[2..] } else { line };
    let mut out = String::new();
    let mut closing = None;
    for c in line.chars() {
        match (closing, c) {
            (Some(end), _) if c == end => closing = None,
            (Some(_), _) => {}
            (None, '<') => closing = Some('>'),
            (None, '[') => closing = Some(']'),
            (None, '(') => closing = Some(')'),
            // A slash between words is one (and/or).
            (None, '/') if out.is_empty() || out.ends_with(' ') => closing = Some('/'),
            (None, _) => out.push(c),
        }
    }
    out
}

/// A number in the digits of dictd: A to Z, a to z, 0 to 9, + and /, the most telling first.
fn number_of(digits: &[u8]) -> Option<usize> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0usize, |number, digit| {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        number.checked_mul(64)?.checked_add(usize::from(value))
    })
}

/// The content of a file in gzip's format (RFC 1952), which dictzip writes with a table of its own in the header.
fn gunzipped(bytes: &[u8]) -> Result<Vec<u8>, LexiconError> {
    let broken = || LexiconError::whole("it is broken: not the whole of a compressed dictionary (.dict.dz)");
    let flags = *bytes.get(3).ok_or_else(broken)?;
    let mut at = 10;
    if flags & 4 != 0 {
        let length = bytes.get(at..at + 2).ok_or_else(broken)?;
        at += 2 + usize::from(u16::from_le_bytes([length[0], length[1]]));
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            let rest = bytes.get(at..).ok_or_else(broken)?;
            at += rest.iter().position(|byte| *byte == 0).ok_or_else(broken)? + 1;
        }
    }
    at += if flags & 2 != 0 { 2 } else { 0 };
    let packed = bytes.get(at..).ok_or_else(broken)?;
    miniz_oxide::inflate::decompress_to_vec_with_limit(packed, LARGEST).map_err(|error| {
        let too_large = error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput;
        if too_large {
            LexiconError::whole(format!("it has more than {} MB of articles", LARGEST >> 20))
        } else {
            broken()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages() -> [LanguageTag; 2] {
        ["de", "en"].map(|tag| tag.parse().expect("a tag"))
    }

    const ARTICLES: &str = "00-database-info\nA dictionary\nBrief /bʁiːf/ <masc, n, sg>\nletter <n>, missive [old]\n  Synonym: {Schreiben}\n\n see: {Briefe}\n\
                            gehen /ˈɡeːən/ <v>\n1. go; walk (on foot)\n   \"Wir gehen.\" - We are going.\n2. and/or\n";

    fn index() -> Vec<u8> {
        let digit = |value: usize| b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[value] as char;
        let number =
            |value: usize| [digit(value / 4096), digit(value / 64 % 64), digit(value % 64)].iter().collect::<String>();
        let places =
            ["00-database-info", "Brief /", "gehen /"].map(|headword| ARTICLES.find(headword).expect("is there"));
        let ends = [places[1], places[2], ARTICLES.len()];
        let row =
            |at: usize, word: &str| format!("{word}\t{}\t{}\n", number(places[at]), number(ends[at] - places[at]));
        [row(0, "00databaseinfo"), row(1, "brief"), row(2, "gehen")].concat().into_bytes()
    }

    #[test]
    fn articles_are_read() {
        let lexicon = read(&index(), ARTICLES.as_bytes(), languages()).expect("is a dictionary");
        let of = |word: &str| lexicon.of(word).iter().map(|(_, word, _)| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(of("Brief"), ["letter", "missive"]);
        assert_eq!(of("gehen"), ["go", "walk", "and/or"]);
        assert_eq!(lexicon.len(), 5);
    }

    #[test]
    fn compressed_articles_are_the_same() {
        let mut packed = vec![0x1f, 0x8b, 8, 4 | 8, 0, 0, 0, 0, 0, 3, 2, 0, b'x', b'y'];
        packed.extend(b"name\0");
        packed.extend(miniz_oxide::deflate::compress_to_vec(ARTICLES.as_bytes(), 6));
        packed.extend([0; 8]);
        assert_eq!(read(&index(), &packed, languages()), read(&index(), ARTICLES.as_bytes(), languages()));
        for length in [2, 5, 12, 20, 40] {
            assert!(read(&index(), &packed[..length], languages()).is_err(), "{length}");
        }
    }

    #[test]
    fn what_is_no_dictionary_is_told() {
        assert_eq!(read(b"brief\tA\n", b"", languages()).expect_err("no length").line, Some(1));
        assert_eq!(read(b"\nbrief\tA\tzz\n", b"short", languages()).expect_err("beyond the end").line, Some(2));
        assert_eq!(read(b"", b"", languages()).expect_err("empty").line, None);
        assert_eq!(number_of(b"BA"), Some(64));
        assert_eq!(number_of(b"////////////////"), None);
    }
}
