//! Encodings from before Unicode: guessed from the bytes, held to what the language allows.

use super::families::{Family, family_of};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, ISO_2022_JP, SHIFT_JIS};
use parallax_core::LanguageTag;

/// The guess looks at so many bytes at most, from the line of the first byte that is not ASCII.
const SAMPLE: usize = 4 << 20;

/// A lead byte without its trail: rules out every multi-byte encoding, while in each single-byte one it is a letter.
const NO_MULTI_BYTE: &[u8] = b" \xe9\n";

/// The encoding that `bytes`, which are no valid UTF-8, are most likely in.
///
/// A short text in windows-1254 may well look like Big5; so where the language is known, only its own encodings are
/// taken, and where it is not, a multi-byte guess must read like a text in one.
pub(super) fn guess(bytes: &[u8], hint: Option<&LanguageTag>) -> &'static Encoding {
    let sample = sample(bytes);
    match hint.and_then(family_of) {
        Some(family) => guess_in_family(sample, family),
        None => {
            let guess = detect(sample, None, true);
            let plausible = !is_multi_byte(guess) || reads_as_multi_byte(sample, guess);
            widen(if plausible { guess } else { detect(sample, None, false) })
        }
    }
}

fn guess_in_family(sample: &[u8], family: &Family) -> &'static Encoding {
    let guess = widen(detect(sample, Some(family.domain), family.multi_byte));
    if family.encodings.contains(&guess) {
        return guess;
    }
    let decodes =
        |encoding: &'static Encoding| encoding.decode_without_bom_handling_and_without_replacement(sample).is_some();
    family.encodings.iter().copied().find(|encoding| decodes(encoding)).unwrap_or(guess)
}

/// Whether bytes that are all ASCII are Japanese in ISO-2022-JP, which switches alphabets by escape sequences.
pub(super) fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    let escapes = |bytes: &[u8]| bytes.windows(3).any(|w| matches!(w, b"\x1b$B" | b"\x1b$@" | b"\x1b(J" | b"\x1b(I"));
    bytes.contains(&0x1b)
        && escapes(bytes)
        && ISO_2022_JP.decode_without_bom_handling_and_without_replacement(bytes).is_some()
}

fn sample(bytes: &[u8]) -> &[u8] {
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let line = bytes[..first].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    // The line of the first such byte may itself be long; what comes before the byte then tells little.
    let start = if first - line > SAMPLE / 2 { first } else { line };
    &bytes[start..bytes.len().min(start + SAMPLE)]
}

fn detect(sample: &[u8], domain: Option<&str>, multi_byte: bool) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    if !multi_byte {
        detector.feed(NO_MULTI_BYTE, false);
    }
    detector.feed(sample, true);
    detector.guess(domain.map(str::as_bytes), Utf8Detection::Deny)
}

fn is_multi_byte(encoding: &'static Encoding) -> bool {
    [BIG5, EUC_JP, EUC_KR, GBK, GB18030, SHIFT_JIS].contains(&encoding)
}

/// GB18030 reads everything that GBK does, and more.
fn widen(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

/// Whether a text read in a multi-byte encoding looks like one: East Asian characters come in runs, while letters
/// with accents that were taken for such characters stand alone or in twos amid Latin letters.
fn reads_as_multi_byte(sample: &[u8], encoding: &'static Encoding) -> bool {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let (mut runs, mut touching, mut others) = (0_usize, 0_usize, 0_usize);
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_ascii() {
            let touches_before = before.is_ascii_alphabetic();
            others += 1;
            while chars.next_if(|next| !next.is_ascii()).is_some() {
                others += 1;
            }
            runs += 1;
            touching += usize::from(touches_before || chars.peek().is_some_and(char::is_ascii_alphabetic));
        }
        before = c;
    }
    others >= 3 * runs || 2 * touching <= runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text, the encoding it is written in, the hint. Encodings that differ elsewhere only may stand for each other.
    const CASES: &[(&str, &str, &str)] = &[
        ("Öğrenciler güneşli bir günde çalışıyor.", "windows-1254", "tr"),
        ("Öğrenci", "windows-1254", "tr"),
        ("Déjà vu à l’école, où l’été fut long", "windows-1252", "fr"),
        ("Déjà", "windows-1252", "fr"),
        ("Straße und Grüße", "windows-1252", "de"),
        ("Zażółć gęślą jaźń", "windows-1250", "pl"),
        ("Zażółć gęślą jaźń", "iso-8859-2", "pl"),
        ("Příliš žluťoučký kůň", "windows-1250", "cs"),
        ("Съешь же ещё этих мягких булок", "windows-1251", "ru"),
        ("Съешь же ещё этих мягких булок", "koi8-r", "ru"),
        ("Съешь же ещё этих мягких булок", "ibm866", "ru"),
        ("Жълтата дюля беше щастлива", "windows-1251", "bg"),
        ("Ελληνικά κείμενα για δοκιμή", "windows-1253", "el"),
        ("טקסט לבדיקה בעברית", "windows-1255", "he"),
        ("نص للاختبار باللغة العربية", "windows-1256", "ar"),
        ("Ąžuolas šlama žalias", "windows-1257", "lt"),
        ("これは日本語の文章です。", "shift_jis", "ja"),
        ("これは日本語の文章です。", "euc-jp", "ja"),
        ("这是一个测试文本。", "gbk", "zh"),
        ("這是一個測試文本。", "big5", "zh-Hant"),
        ("這是一個測試文本。", "big5", "zh"),
        ("根據這項規定，學生應於三月底以前提出申請。", "big5", "zh"),
        ("根据这项规定，学生应于三月底以前提出申请。", "gbk", "zh"),
        ("이것은 시험용 글입니다.", "euc-kr", "ko"),
        ("ข้อความภาษาไทยสำหรับทดสอบ", "windows-874", "th"),
        ("Déjà vu à l’école, où l’été fut très long", "windows-1252", ""),
        ("Съешь же ещё этих мягких французских булок", "windows-1251", ""),
        ("这是一个测试文本。它有两句话。", "gbk", ""),
        ("これは日本語の文章です。", "shift_jis", ""),
    ];

    #[test]
    fn encodings_are_found_by_the_bytes_and_the_language() {
        for (text, written, hint) in CASES {
            let encoding = Encoding::for_label(written.as_bytes()).expect("a label");
            let (bytes, _, lossy) = encoding.encode(text);
            assert!(!lossy, "{text} in {written}");
            let hint: Option<LanguageTag> = hint.parse().ok();
            let found = guess(&bytes, hint.as_ref());
            let (read, ..) = found.decode(&bytes);
            assert_eq!(read, *text, "in {written} with {hint:?}, read as {}", found.name());
        }
    }

    #[test]
    fn without_a_hint_turkish_is_not_taken_for_chinese() {
        for text in ["Öğrenciler güneşli bir günde çalışıyor.", "Güneş doğdu", "ağaç", "Işık ve gölge; çiçek"]
        {
            let (bytes, ..) = encoding_rs::WINDOWS_1254.encode(text);
            assert!(!is_multi_byte(guess(&bytes, None)), "{text}: {}", guess(&bytes, None).name());
        }
    }

    #[test]
    fn escape_sequences_tell_iso_2022_jp() {
        let (bytes, ..) = ISO_2022_JP.encode("これは日本語 abc");
        assert!(is_iso_2022_jp(&bytes));
        assert!(!is_iso_2022_jp(b"\x1b[1mbold\x1b[0m"));
        assert!(!is_iso_2022_jp(b"plain"));
    }
}
