//! Bytes to text.
//!
//! In this order: a byte order mark is believed; then what the caller says; then UTF-16 by its zero bytes, valid
//! UTF-8, UTF-8 with a few bad bytes, and last a legacy encoding, guessed from the bytes and the language.

mod binary;
mod families;
mod legacy;
mod unicode;

use crate::error::{ReadError, UnknownEncoding};
use encoding_rs::{
    Decoder, DecoderResult, Encoding, ISO_2022_JP, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED,
};
use parallax_core::{LanguageTag, LineIndex, Problem, Span};
use unicode::Damage;

/// A file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text. A byte order mark is kept (as U+FEFF) where the file is UTF-8, so that offsets fit the file; in
    /// text converted from other encodings, where they cannot, it is dropped.
    pub text: String,
    /// The encoding it was in.
    pub encoding: &'static Encoding,
    /// What was odd: a legacy encoding guessed, bytes that did not decode.
    pub problems: Vec<Problem>,
}

/// The encoding of a WHATWG label (`utf-8`, `latin1`, `shift_jis`), in any case.
///
/// # Errors
/// If there is no such encoding, or it is one that nobody should read (UTF-7, ISO-2022-KR, HZ).
pub fn encoding_named(label: &str) -> Result<&'static Encoding, UnknownEncoding> {
    match Encoding::for_label(label.as_bytes()) {
        Some(encoding) if encoding != REPLACEMENT && encoding != X_USER_DEFINED => Ok(encoding),
        found => Err(UnknownEncoding { label: label.to_owned(), known_but_unread: found.is_some() }),
    }
}

/// Decodes `bytes`: as `encoding` where it is given, else as what they look like, where `language` helps to tell
/// legacy encodings apart.
///
/// # Errors
/// If the bytes are no text, or not in the encoding that was said (by the caller or by a byte order mark).
pub fn decode(
    bytes: &[u8],
    encoding: Option<&'static Encoding>,
    language: Option<&LanguageTag>,
) -> Result<Decoded, ReadError> {
    binary::refuse_known(bytes)?;
    if let Some((marked, mark)) = Encoding::for_bom(bytes) {
        return decode_marked(bytes, marked, mark, encoding);
    }
    if let Some(encoding) = encoding {
        let Some(text) = strictly(encoding, bytes) else {
            return Err(ReadError::UndecodableAs {
                encoding: encoding.name(),
                at_byte: first_bad_byte(encoding, bytes),
            });
        };
        binary::refuse_controls(text.as_bytes(), true)?;
        return Ok(Decoded { text, encoding, problems: Vec::new() });
    }
    if bytes.contains(&0)
        && let Some(encoding) = unicode::utf16_without_mark(bytes)
        && let Some(text) = strictly(encoding, bytes)
        && binary::refuse_controls(text.as_bytes(), false).is_ok()
    {
        let problem = Problem { span: None, message: format!("read as {} by its zero bytes", encoding.name()) };
        return Ok(Decoded { text, encoding, problems: vec![problem] });
    }
    binary::refuse_controls(bytes, false)?;
    Ok(decode_unmarked(bytes, language))
}

/// Decodes a file with a byte order mark, which wins over what the caller says: no text of another encoding begins
/// with these bytes.
fn decode_marked(
    bytes: &[u8],
    marked: &'static Encoding,
    mark: usize,
    wanted: Option<&'static Encoding>,
) -> Result<Decoded, ReadError> {
    let mut decoded = if marked == UTF_8 {
        match Damage::of(bytes) {
            Some(damage) if !damage.is_slight() => {
                return Err(ReadError::InvalidAfterMark { encoding: UTF_8.name(), at_byte: damage.first });
            }
            damage => utf8(bytes, damage),
        }
    } else {
        let Some(text) = strictly(marked, &bytes[mark..]) else {
            let at_byte = mark + first_bad_byte(marked, &bytes[mark..]);
            return Err(ReadError::InvalidAfterMark { encoding: marked.name(), at_byte });
        };
        Decoded { text, encoding: marked, problems: Vec::new() }
    };
    binary::refuse_controls(decoded.text.as_bytes(), wanted.is_some())?;
    // `utf-16` is a label of UTF-16LE; a file that says it is big-endian is no surprise then.
    let is_utf16 = |encoding: &'static Encoding| encoding == UTF_16LE || encoding == UTF_16BE;
    let same = |wanted: &'static Encoding| wanted == marked || (is_utf16(wanted) && is_utf16(marked));
    if let Some(wanted) = wanted.filter(|wanted| !same(wanted)) {
        let message = format!("read as {}, which its byte order mark says, not as {}", marked.name(), wanted.name());
        decoded.problems.push(Problem { span: None, message });
    }
    Ok(decoded)
}

/// What a stream of bytes is decoded as.
pub(crate) struct Recognised {
    pub(crate) encoding: &'static Encoding,
    /// How many bytes its byte order mark has.
    pub(crate) mark: usize,
    /// What was odd.
    pub(crate) notice: Option<String>,
}

/// The encoding of a stream by its first bytes, in the order in which [`decode`] recognises that of a file; `whole` says
/// whether they are all there is.
pub(crate) fn recognise(
    sample: &[u8],
    whole: bool,
    encoding: Option<&'static Encoding>,
    language: Option<&LanguageTag>,
) -> Result<Recognised, ReadError> {
    binary::refuse_known(sample)?;
    if let Some((marked, mark)) = Encoding::for_bom(sample) {
        let is_utf16 = |encoding: &'static Encoding| encoding == UTF_16LE || encoding == UTF_16BE;
        let other = encoding.filter(|wanted| *wanted != marked && !(is_utf16(wanted) && is_utf16(marked)));
        let notice = other.map(|wanted| {
            format!("read as {}, which its byte order mark says, not as {}", marked.name(), wanted.name())
        });
        return Ok(Recognised { encoding: marked, mark, notice });
    }
    if let Some(encoding) = encoding {
        return Ok(Recognised { encoding, mark: 0, notice: None });
    }
    // UTF-16 is told by pairs of bytes.
    let even = if whole { sample } else { &sample[..sample.len() & !1] };
    if sample.contains(&0)
        && let Some(encoding) = unicode::utf16_without_mark(even)
    {
        let notice = Some(format!("read as {} by its zero bytes", encoding.name()));
        return Ok(Recognised { encoding, mark: 0, notice });
    }
    binary::refuse_controls(sample, false)?;
    let damage = Damage::of(sample);
    if damage.is_none_or(Damage::is_slight) && !legacy::is_iso_2022_jp(sample) {
        return Ok(Recognised { encoding: UTF_8, mark: 0, notice: None });
    }
    let (encoding, why) = match damage {
        Some(damage) => {
            (legacy::guess(sample, language), format!("not valid UTF-8 (first bad byte at {})", damage.first))
        }
        None => (ISO_2022_JP, "it holds that encoding's escape sequences".to_owned()),
    };
    let notice = Some(format!("read as {}: {why}; say --encoding if wrong", encoding.name()));
    Ok(Recognised { encoding, mark: 0, notice })
}

fn decode_unmarked(bytes: &[u8], language: Option<&LanguageTag>) -> Decoded {
    let damage = Damage::of(bytes);
    if damage.is_none_or(Damage::is_slight) && !legacy::is_iso_2022_jp(bytes) {
        return utf8(bytes, damage);
    }
    let (encoding, why) = match damage {
        Some(damage) => {
            (legacy::guess(bytes, language), format!("not valid UTF-8 (first bad byte at {})", damage.first))
        }
        None => (ISO_2022_JP, "it holds that encoding's escape sequences".to_owned()),
    };
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    let lost = if malformed { ", some bytes do not decode and read as U+FFFD" } else { "" };
    let message = format!("read as {}: {why}{lost}; say --encoding if wrong", encoding.name());
    Decoded { text: text.into_owned(), encoding, problems: vec![Problem { span: None, message }] }
}

/// UTF-8, with U+FFFD for each bad stretch.
fn utf8(bytes: &[u8], damage: Option<Damage>) -> Decoded {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let problem = damage.map(|damage| {
        let line = LineIndex::new(&text[..damage.first]).line_column(&text[..damage.first], damage.first).line;
        let places = if damage.bad == 1 { "one place is".to_owned() } else { format!("{} places are", damage.bad) };
        Problem {
            span: Some(Span::new(damage.first, damage.first + char::REPLACEMENT_CHARACTER.len_utf8())),
            message: format!(
                "{places} not valid UTF-8, the first on line {line} (byte {}); read as U+FFFD",
                damage.first
            ),
        }
    });
    Decoded { text, encoding: UTF_8, problems: problem.into_iter().collect() }
}

fn strictly(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// The first byte that does not decode, counted from 0; the end where all do.
fn first_bad_byte(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let mut decoder: Decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = vec![0; 16 << 10];
    let mut at = 0;
    loop {
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(&bytes[at..], &mut buffer, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => return bytes.len(),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(bad, after) => return at.saturating_sub(usize::from(bad) + usize::from(after)),
        }
    }
}

#[cfg(test)]
mod tests;
