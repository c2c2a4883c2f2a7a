//! Files that are no text.

use crate::ReadError;

/// First bytes that no text begins with, and what files begin so.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive (as Word, Excel, OpenDocument and EPUB files are)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"\xfd7zXZ\0", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "an ELF program"),
    (b"\xcf\xfa\xed\xfe", "a Mach-O program"),
    (b"\xca\xfe\xba\xbe", "a Java class or a Mach-O program"),
    (b"\0asm", "a WebAssembly module"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\xde\x12\x04\x95", "a compiled gettext catalogue (.mo)"),
    (b"\x95\x04\x12\xde", "a compiled gettext catalogue (.mo)"),
];

/// First bytes that a text may begin with too: they count only where there are NUL bytes or control characters.
const WEAK_SIGNATURES: &[(&[u8], &str)] = &[
    (b"BZh", "a bzip2 file"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"RIFF", "a RIFF file (WebP, WAV, AVI)"),
    (b"OggS", "an Ogg file"),
    (b"ID3", "an MP3 file"),
    (b"MZ", "a Windows program"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"wOF", "a web font"),
];

/// Refuses a file that begins as no text does.
pub(super) fn refuse_known(bytes: &[u8]) -> Result<(), ReadError> {
    match named(SIGNATURES, bytes) {
        Some(what) => Err(ReadError::Binary { looks_like: Some(what), at_byte: None }),
        None => Ok(()),
    }
}

/// Refuses a text with more control characters than one in fifty; any NUL is too much unless `nul_is_fine`.
/// White space, escape (terminal colours) and the old end-of-file mark U+001A are not counted.
pub(super) fn refuse_controls(bytes: &[u8], nul_is_fine: bool) -> Result<(), ReadError> {
    let controls = bytes.iter().filter(|byte| is_control(**byte)).count();
    let nul = !nul_is_fine && bytes.contains(&0);
    if !nul && controls <= (bytes.len() / 50).max(1) {
        return Ok(());
    }
    let tar = bytes.get(257..262) == Some(b"ustar");
    let looks_like = if tar { Some("a tar archive") } else { named(WEAK_SIGNATURES, bytes) };
    Err(ReadError::Binary { looks_like, at_byte: bytes.iter().position(|byte| is_control(*byte)) })
}

fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=0x08 | 0x0e..=0x19 | 0x1c..=0x1f | 0x7f)
}

fn named(signatures: &[(&[u8], &'static str)], bytes: &[u8]) -> Option<&'static str> {
    signatures.iter().find(|(first, _)| bytes.starts_with(first)).map(|(_, what)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_files_are_named() {
        let cases: [(&[u8], &str); 5] = [
            (b"%PDF-1.7\n", "a PDF file"),
            (b"PK\x03\x04\x14\0", "a ZIP archive (as Word, Excel, OpenDocument and EPUB files are)"),
            (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
            (b"\x1f\x8b\x08\0", "a gzip file"),
            (b"\x7fELF\x02\x01", "an ELF program"),
        ];
        for (bytes, what) in cases {
            let error = ReadError::Binary { looks_like: Some(what), at_byte: None };
            assert_eq!(refuse_known(bytes), Err(error));
        }
        assert_eq!(refuse_known(b"BM and MZ are letters"), Ok(()));
    }

    #[test]
    fn control_characters_tell_binary_data() {
        let binary = |looks_like, at_byte| Err(ReadError::Binary { looks_like, at_byte: Some(at_byte) });
        assert_eq!(refuse_controls(b"text\tof\r\nlines\x0c\x1b[1m\x1a", false), Ok(()));
        assert_eq!(refuse_controls(b"one \x01 is let pass", false), Ok(()));
        assert_eq!(refuse_controls(b"one NUL\0 is not", false), binary(None, 7));
        assert_eq!(refuse_controls(b"one NUL\0 is", true), Ok(()));
        assert_eq!(refuse_controls(b"\x01\x02\x03 many", true), binary(None, 0));
        assert_eq!(refuse_controls(b"GIF89a\x01\0", false), binary(Some("a GIF image"), 6));
    }
}
