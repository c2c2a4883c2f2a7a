//! A block's readable text, with the way back to the file.

use crate::span::{Span, TextRange};
use icu_normalizer::ComposingNormalizer;
use icu_normalizer::properties::CanonicalCombiningClassMap;

/// The text of a block as a reader sees it: markup gone, lines joined, characters that nobody sees dropped (soft
/// hyphens, bidirectional marks, zero-width spaces), in Unicode normalisation form C. Every range of it maps back to
/// a [`Span`] of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BlockText {
    text: String,
    runs: Vec<Run>,
}

/// A stretch of text that comes from one stretch of the source: byte by byte where the lengths agree (`exact`),
/// as a whole where it was normalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    text: usize,
    text_len: usize,
    source: usize,
    source_len: usize,
    exact: bool,
}

/// Characters that are in the file for layout or for machines and that a reader does not see.
/// Zero-width joiner and non-joiner are kept: they tell words apart in Persian and Hindi.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\0'
    )
}

/// White space that a reader takes for one space: ASCII's and the line and paragraph separators. Non-breaking and
/// ideographic spaces are kept, they may say something (`1 000`).
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether `c` may join the character before it, or change places with its neighbours, when text is composed:
/// combining marks by their class, and the vowels and finals of class 0 that compose (Hangul, Indic scripts).
fn may_compose(c: char) -> bool {
    // Letters of Cyrillic, Arabic, kana and Han never do: most text above U+0300 needs no table.
    c >= '\u{300}'
        && !matches!(
            u32::from(c),
            0x400..=0x482 | 0x48a..=0x52f | 0x620..=0x64a | 0x3041..=0x3096 | 0x309d..=0x30ff | 0x4e00..=0x9fff
        )
        && (CanonicalCombiningClassMap::new().get_u8(c) != 0
            || matches!(
                u32::from(c),
                0x9be | 0x9d7 | 0xb3e | 0xb56..=0xb57 | 0xbbe | 0xbd7 | 0xcc2 | 0xcd5..=0xcd6 | 0xd3e | 0xd57 | 0xdcf
                    | 0xddf | 0x102e | 0x1161..=0x1175 | 0x11a8..=0x11c2 | 0x1b35 | 0x11127 | 0x1133e | 0x11357
                    | 0x113b8..=0x113c9 | 0x114b0..=0x114bd | 0x115af | 0x11930 | 0x1611e..=0x16129 | 0x16d67
            ))
}

impl BlockText {
    /// An empty text to push stretches of the source on.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The text of one stretch of the source that starts at byte `source_start` of the file.
    #[must_use]
    pub fn from_source(source_start: usize, stretch: &str) -> Self {
        let mut text = Self::new();
        text.push(source_start, stretch);
        text.finish();
        text
    }

    /// Adds a stretch of the source as it stands in the file at byte `source_start`.
    ///
    /// Line breaks and runs of ASCII white space become one space; see the type for what is dropped. Stretches must
    /// come in the order of the file. Characters compose within a stretch, never across two.
    pub fn push(&mut self, source_start: usize, stretch: &str) {
        if self.is_clean(stretch) {
            self.push_run(source_start, stretch.len(), stretch, true);
            return;
        }
        if stretch.is_ascii() {
            self.push_ascii(source_start, stretch);
            return;
        }
        let mut chars = stretch.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if is_invisible(c) {
                continue;
            }
            if is_space(c) {
                self.push_space(source_start + at, c.len_utf8());
                continue;
            }
            // A cluster is a character with the marks on it; invisible characters do not keep a mark from its base.
            let mut end = at + c.len_utf8();
            let (mut marks, mut hidden, mut skipped) = (false, false, false);
            while let Some((next_at, next)) = chars.next_if(|(_, next)| may_compose(*next) || is_invisible(*next)) {
                if is_invisible(next) {
                    skipped = true;
                } else {
                    end = next_at + next.len_utf8();
                    marks = true;
                    hidden |= skipped;
                }
            }
            let cluster = &stretch[at..end];
            if marks || is_decomposable(c) {
                self.push_cluster(source_start + at, cluster, hidden);
            } else {
                self.push_run(source_start + at, cluster.len(), cluster, true);
            }
        }
    }

    /// Adds a cluster in composed form. What composition leaves alone at either end stays exact, so that a place in
    /// a long cluster (a whole word in Devanagari) is still found to the character.
    fn push_cluster(&mut self, source: usize, cluster: &str, hidden: bool) {
        let composer = ComposingNormalizer::new_nfc();
        if hidden {
            let visible: String = cluster.chars().filter(|c| !is_invisible(*c)).collect();
            self.push_run(source, cluster.len(), &composer.normalize(&visible), false);
            return;
        }
        let composed = composer.normalize(cluster);
        let same = |(a, b): &(char, char)| a == b;
        let head: usize = cluster.chars().zip(composed.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let (from, to) = (&cluster[head..], &composed[head..]);
        let tail: usize = from.chars().rev().zip(to.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        self.push_run(source, head, &cluster[..head], true);
        self.push_run(source + head, from.len() - tail, &to[..to.len() - tail], false);
        self.push_run(source + cluster.len() - tail, tail, &from[from.len() - tail..], true);
    }

    /// Adds a stretch of the source just as it is, white space, line breaks and all: for code.
    pub fn push_verbatim(&mut self, source_start: usize, stretch: &str) {
        self.push_run(source_start, stretch.len(), stretch, true);
    }

    /// Whether a stretch is read just as it is written: nothing in it is dropped, joined or composed.
    fn is_clean(&self, stretch: &str) -> bool {
        let mut after_space = self.text.is_empty() || self.text.ends_with(' ');
        stretch.chars().all(|c| {
            let clean = match c {
                ' ' => !after_space,
                '!'..='~' => true,
                '\0'..='\u{1f}' | '\u{7f}' => false,
                _ => !is_invisible(c) && !is_space(c) && !may_compose(c) && !is_decomposable(c),
            };
            after_space = c == ' ';
            clean
        })
    }

    fn push_ascii(&mut self, source_start: usize, stretch: &str) {
        let mut plain = 0;
        for (at, byte) in stretch.bytes().enumerate() {
            if is_space(char::from(byte)) || byte == 0 {
                self.push_run(source_start + plain, at - plain, &stretch[plain..at], true);
                if byte != 0 {
                    self.push_space(source_start + at, 1);
                }
                plain = at + 1;
            }
        }
        self.push_run(source_start + plain, stretch.len() - plain, &stretch[plain..], true);
    }

    /// Adds text that stands for a stretch of the source as a whole: a character reference, an escape.
    pub fn push_replaced(&mut self, source: Span, text: &str) {
        let mut visible = String::with_capacity(text.len());
        for c in text.chars().filter(|c| !is_invisible(*c)) {
            if !is_space(c) {
                visible.push(c);
            } else if !visible.ends_with(' ') {
                visible.push(' ');
            }
        }
        if visible == " " {
            self.push_space(source.start, source.len());
            return;
        }
        let at_space = self.text.is_empty() || self.text.ends_with(' ');
        let visible = if at_space { visible.trim_start_matches(' ') } else { &visible };
        self.push_run(source.start, source.len(), &ComposingNormalizer::new_nfc().normalize(visible), false);
    }

    /// Adds a space where the source has a break of `len` bytes at `source`; one space at most, none at the start.
    pub fn push_space(&mut self, source: usize, len: usize) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.push_run(source, len, " ", len == 1);
        }
    }

    fn push_run(&mut self, source: usize, source_len: usize, text: &str, exact: bool) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        self.text.push_str(text);
        if let Some(last) = self.runs.last_mut()
            && exact
            && last.exact
            && last.source + last.source_len == source
        {
            last.text_len += text.len();
            last.source_len += source_len;
            return;
        }
        self.runs.push(Run { text: at, text_len: text.len(), source, source_len, exact });
    }

    /// Drops white space at the end; to be called when the last stretch is in.
    pub fn finish(&mut self) {
        let keep = self.text.trim_end_matches([' ', '\n', '\t', '\r']).len();
        self.text.truncate(keep);
        while let Some(last) = self.runs.last_mut() {
            if last.text >= keep {
                self.runs.pop();
            } else {
                // A replaced stretch keeps its whole source: what of it the space came from is not known.
                if last.text + last.text_len > keep {
                    last.text_len = keep - last.text;
                    if last.exact {
                        last.source_len = last.text_len;
                    }
                }
                break;
            }
        }
    }

    /// The readable text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The whole text as a range.
    #[must_use]
    pub fn range(&self) -> TextRange {
        TextRange::new(0, self.text.len())
    }

    /// The stretch of the file that `range` of the text was read from. An empty range gives an empty span.
    #[must_use]
    pub fn span(&self, range: TextRange) -> Span {
        let start = self.source_of(range.start);
        if range.is_empty() || self.runs.is_empty() {
            return Span::new(start, start);
        }
        let run = &self.runs[self.run_at(range.end - 1)];
        let end = if run.exact { run.source + (range.end - run.text) } else { run.source + run.source_len };
        Span::new(start.min(end), end)
    }

    /// The byte of the text that was read from byte `source` of the file, or the next one that was.
    #[must_use]
    pub fn text_offset(&self, source: usize) -> usize {
        let next = self.runs.partition_point(|run| run.source + run.source_len <= source);
        match self.runs.get(next) {
            None => self.text.len(),
            Some(run) if source <= run.source || !run.exact => run.text,
            Some(run) => run.text + (source - run.source),
        }
    }

    fn source_of(&self, offset: usize) -> usize {
        if self.runs.is_empty() {
            return 0;
        }
        let run = &self.runs[self.run_at(offset)];
        if offset >= run.text + run.text_len {
            run.source + run.source_len
        } else if run.exact {
            run.source + (offset - run.text)
        } else {
            run.source
        }
    }

    /// Index of the run that holds byte `offset` of the text (the last one for an offset at the end).
    fn run_at(&self, offset: usize) -> usize {
        self.runs.partition_point(|run| run.text <= offset).saturating_sub(1)
    }
}

/// Whether NFC may replace `c` even where it stands alone (compatibility ideographs, Angstrom and Kelvin signs, …).
/// Ranges are generous: a character taken in without need is only composed in vain.
fn is_decomposable(c: char) -> bool {
    matches!(
        u32::from(c),
        0x340..=0x387 | 0x958..=0x9df | 0xa33..=0xa5e | 0xb5c..=0xb5d | 0xf43..=0xfb9 | 0x1f71..=0x1ffd
            | 0x2000..=0x2001 | 0x2126..=0x212b | 0x2329..=0x232a | 0x2adc | 0xf900..=0xfaff | 0xfb1d..=0xfb4e
            | 0x1d15e..=0x1d1c0 | 0x2f800..=0x2fa1d
    )
}

#[cfg(test)]
mod tests;
