//! Why a file could not be read.

use std::fmt;

/// A file that could not be read as text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// The file is no text.
    Binary {
        /// What it looks like, with an article (`a PDF file`); `None` where nothing is known but that it is no text.
        looks_like: Option<&'static str>,
        /// The first byte, counted from 0, that no text has; `None` where the file's first bytes told.
        at_byte: Option<usize>,
    },
    /// The file is not in the encoding that the caller said.
    UndecodableAs {
        /// The WHATWG name of the encoding.
        encoding: &'static str,
        /// The first byte that does not decode, counted from 0.
        at_byte: usize,
    },
    /// The file's byte order mark says an encoding that the rest of the file is not in.
    InvalidAfterMark {
        /// The WHATWG name of the encoding that the mark says.
        encoding: &'static str,
        /// The first byte that does not decode, counted from 0.
        at_byte: usize,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Binary { looks_like: Some(what), .. } => write!(f, "looks like {what}, not text"),
            Self::Binary { looks_like: None, at_byte: Some(at) } => {
                write!(f, "looks like binary data, not text (first control character at byte {at})")
            }
            Self::Binary { looks_like: None, at_byte: None } => write!(f, "looks like binary data, not text"),
            Self::UndecodableAs { encoding, at_byte } => {
                write!(f, "is not {encoding}, the encoding asked for: byte {at_byte} does not decode")
            }
            Self::InvalidAfterMark { encoding, at_byte } => {
                write!(f, "begins with the byte order mark of {encoding}, but byte {at_byte} is not valid {encoding}")
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// A label that names no encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownEncoding {
    /// The label as given.
    pub label: String,
    /// Whether there is an encoding of that name, which is not read for being unsafe or private.
    pub known_but_unread: bool,
}

impl fmt::Display for UnknownEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.known_but_unread {
            write!(f, "the encoding `{}` is not supported; convert the file to UTF-8 first", self.label)
        } else {
            write!(
                f,
                "`{}` is not the name of an encoding (expected a WHATWG label such as utf-8, utf-16le, windows-1252, \
                 iso-8859-2, koi8-u, shift_jis or gb18030)",
                self.label
            )
        }
    }
}

impl std::error::Error for UnknownEncoding {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_say_the_reason() {
        let cases = [
            (ReadError::Binary { looks_like: Some("a PDF file"), at_byte: None }, "looks like a PDF file, not text"),
            (
                ReadError::Binary { looks_like: None, at_byte: Some(7) },
                "looks like binary data, not text (first control character at byte 7)",
            ),
            (
                ReadError::UndecodableAs { encoding: "EUC-KR", at_byte: 3 },
                "is not EUC-KR, the encoding asked for: byte 3 does not decode",
            ),
            (
                ReadError::InvalidAfterMark { encoding: "UTF-8", at_byte: 3 },
                "begins with the byte order mark of UTF-8, but byte 3 is not valid UTF-8",
            ),
        ];
        for (error, message) in cases {
            assert_eq!(error.to_string(), message);
        }
    }
}
