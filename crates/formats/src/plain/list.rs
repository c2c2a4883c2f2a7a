//! Lists in plain text: which line begins an item, and what only looks as if.
//!
//! A bullet (`- `, `* `, `•`) is taken at the start of a group of lines, after a line that ends in a colon, after
//! another item, or where its group has two of them: a lone dash at the start of a wrapped line is a dash. A number
//! (`1. `, `1) `, `1、`) is taken only in a row that counts from 1: *3. Oktober* at the start of a line is a date.

use super::Line;
use std::collections::BTreeMap;

/// A marker at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Marker {
    kind: Kind,
    /// Length with the white space after it, in bytes.
    len: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bullet(char),
    Number { number: u32, delimiter: char },
}

impl Marker {
    /// The marker that `line` begins with; none where no word follows it (`* * *`, `---`).
    fn of(line: &str) -> Option<Self> {
        let first = line.chars().next()?;
        let (kind, len, spaced) = match first {
            '-' | '*' => (Kind::Bullet(first), 1, true),
            '•' | '‣' | '◦' | '▪' | '●' | '○' | '■' | '・' => {
                (Kind::Bullet(first), first.len_utf8(), false)
            }
            '0'..='9' => {
                let digits = line.bytes().take_while(u8::is_ascii_digit).count();
                let number = line[..digits].parse().ok().filter(|_| digits <= 3)?;
                let delimiter = line[digits..].chars().next()?;
                let spaced = match delimiter {
                    '.' | ')' => true,
                    '、' | '．' | '）' => false,
                    _ => return None,
                };
                (Kind::Number { number, delimiter }, digits + delimiter.len_utf8(), spaced)
            }
            _ => return None,
        };
        let rest = &line[len..];
        let words = rest.trim_start();
        // The search for a word ends with the line at the latest and mostly at once.
        let valid = (!spaced || words.len() < rest.len()) && words.contains(char::is_alphanumeric);
        valid.then_some(Self { kind, len: line.len() - words.len() })
    }
}

/// The numbers of a text that count a list, by the byte their line starts at.
pub(super) struct Markers {
    numbered: BTreeMap<usize, usize>,
}

impl Markers {
    /// Finds the rows of numbers that count 1, 2, …: with one delimiter, whatever stands between.
    pub(super) fn new(source: &str, groups: &[&[Line]]) -> Self {
        let mut numbered = BTreeMap::new();
        let mut last: BTreeMap<char, (u32, usize, usize)> = BTreeMap::new();
        for line in groups.iter().copied().flatten() {
            let Some(Marker { kind: Kind::Number { number, delimiter }, len }) = Marker::of(&source[line.span.range()])
            else {
                continue;
            };
            let (start, end) = (line.span.start, line.span.start + len);
            match last.get(&delimiter).copied() {
                Some((before, first_start, first_end)) if number == before + 1 => {
                    // The 1 is a list's once a 2 follows.
                    numbered.insert(first_start, first_end);
                    numbered.insert(start, end);
                    last.insert(delimiter, (number, start, end));
                }
                _ if number == 1 => {
                    last.insert(delimiter, (number, start, end));
                }
                _ => {
                    last.remove(&delimiter);
                }
            }
        }
        Self { numbered }
    }

    /// For each line of a group, the byte behind its marker where it begins a list item.
    pub(super) fn item_starts(&self, source: &str, group: &[Line]) -> Vec<Option<usize>> {
        let bullet = |line: &Line| match Marker::of(&source[line.span.range()]) {
            Some(Marker { kind: Kind::Bullet(bullet), len }) => Some((bullet, line.span.start + len)),
            _ => None,
        };
        let bullets: Vec<Option<(char, usize)>> = group.iter().map(bullet).collect();
        let mut counts: BTreeMap<char, usize> = BTreeMap::new();
        for (bullet, _) in bullets.iter().flatten() {
            *counts.entry(*bullet).or_default() += 1;
        }
        let mut starts = Vec::with_capacity(group.len());
        let mut in_list = false;
        for (index, line) in group.iter().enumerate() {
            let introduced = || source[group[index - 1].span.range()].ends_with([':', '：']);
            let start = match bullets[index] {
                Some((bullet, end)) if index == 0 || in_list || counts[&bullet] > 1 || introduced() => Some(end),
                _ => self.numbered.get(&line.span.start).copied(),
            };
            in_list |= start.is_some();
            starts.push(start);
        }
        starts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_followed_by_words() {
        let behind = |line: &'static str| Marker::of(line).map(|marker| &line[marker.len..]);
        let cases = [
            ("- a", Some("a")),
            ("*  a", Some("a")),
            ("•a", Some("a")),
            ("・項目", Some("項目")),
            ("1. a", Some("a")),
            ("12) a", Some("a")),
            ("3、项目", Some("项目")),
            ("-a", None),
            ("*a*", None),
            ("1.5 km", None),
            ("1990. a", None),
            ("* * *", None),
            ("- - -", None),
            ("-", None),
            ("1.", None),
            ("1: a", None),
            ("– a", None),
            ("", None),
        ];
        for (line, rest) in cases {
            assert_eq!(behind(line), rest, "{line}");
        }
    }
}
