//! A stream of bytes as a stream of text.

use crate::ReadError;
use crate::encoding::{Recognised, recognise};
use encoding_rs::{CoderResult, Decoder, Encoding};
use parallax_core::LanguageTag;
use std::io::{self, Read};

/// How many bytes are looked at to recognise the encoding.
const SAMPLE: usize = 1 << 20;
/// How many bytes are read at once.
const PIECE: usize = 128 << 10;

/// Text that is decoded as it is read.
pub(super) struct Input<R> {
    reader: R,
    decoder: Decoder,
    /// What was decoded and not taken yet.
    pub(super) text: String,
    /// The byte of the file (of its text in UTF-8) that `text` begins at.
    pub(super) offset: usize,
    /// Whether there is nothing more to read.
    pub(super) done: bool,
    /// Whether some bytes did not decode: they are U+FFFD in the text.
    pub(super) damaged: bool,
    pub(super) encoding: &'static Encoding,
    piece: Vec<u8>,
}

impl<R: Read> Input<R> {
    /// Reads the beginning and recognises the encoding, unless it is said, or `declared` by the text. What there is to say of it comes with it.
    pub(super) fn open(
        mut reader: R,
        encoding: Option<&'static Encoding>,
        language: Option<&LanguageTag>,
        declared: fn(&[u8]) -> Option<&'static Encoding>,
    ) -> Result<(Self, Vec<String>), OpenError> {
        let mut sample = Vec::with_capacity(PIECE);
        reader.by_ref().take(SAMPLE as u64).read_to_end(&mut sample).map_err(OpenError::Io)?;
        let done = sample.len() < SAMPLE;
        let encoding = encoding.or_else(|| declared(&sample));
        let Recognised { encoding, mark, notice } =
            recognise(&sample, done, encoding, language).map_err(OpenError::Read)?;
        // In text converted from other encodings the mark is no character of the file.
        let offset = if encoding == encoding_rs::UTF_8 { mark } else { 0 };
        let mut input = Self {
            reader,
            decoder: encoding.new_decoder_without_bom_handling(),
            text: String::new(),
            offset,
            done,
            damaged: false,
            encoding,
            piece: vec![0; PIECE],
        };
        input.decode(&sample[mark..], done);
        Ok((input, notice.into_iter().collect()))
    }

    /// Reads some more, until `text` has `wanted` bytes or all is read.
    pub(super) fn fill(&mut self, wanted: usize) -> io::Result<()> {
        while !self.done && self.text.len() < wanted {
            let mut piece = std::mem::take(&mut self.piece);
            let read = loop {
                match self.reader.read(&mut piece) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    result => break result?,
                }
            };
            self.done = read == 0;
            self.decode(&piece[..read], read == 0);
            self.piece = piece;
        }
        Ok(())
    }

    fn decode(&mut self, mut bytes: &[u8], last: bool) {
        loop {
            let room = self.decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3 + 16);
            self.text.reserve(room);
            let (result, read, damaged) = self.decoder.decode_to_string(bytes, &mut self.text, last);
            self.damaged |= damaged;
            bytes = &bytes[read..];
            if result == CoderResult::InputEmpty {
                break;
            }
        }
    }

    /// Takes the first `len` bytes of the text.
    pub(super) fn take(&mut self, len: usize) -> String {
        let rest = self.text.split_off(len);
        self.offset += len;
        std::mem::replace(&mut self.text, rest)
    }
}

/// Why a stream could not be opened.
pub(super) enum OpenError {
    Io(io::Error),
    Read(ReadError),
}
