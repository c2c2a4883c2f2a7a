//! Rows of JSON lines.

use parallax_core::LineColumn;
use parallax_core::origin::{Origin, Stretch};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// The keys of an object with their values as they are written.
struct Object<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

/// A key: most are written without escapes.
struct Key<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Key<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Str;
        impl<'de> Visitor<'de> for Str {
            type Value = Cow<'de, str>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Cow::Borrowed(text))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Cow::Owned(text.to_owned()))
            }
        }
        deserializer.deserialize_str(Str).map(Key)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Vec<(Cow<'de, str>, &'de RawValue)>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(Key(key)) = map.next_key()? {
                    entries.push((key, map.next_value()?));
                }
                Ok(entries)
            }
        }
        deserializer.deserialize_map(Entries).map(Object)
    }
}

/// A row: an object.
pub(super) struct Row<'a> {
    line: &'a str,
    object: Object<'a>,
}

/// A value of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value<'a> {
    line: &'a str,
    raw: &'a str,
}

impl<'a> Row<'a> {
    /// The object on a line.
    pub(super) fn parse(line: &'a str) -> Result<Self, String> {
        match serde_json::from_str(line) {
            Ok(object) => Ok(Self { line, object }),
            Err(error) => Err(reason(&error)),
        }
    }

    /// The keys; those of objects within it as `key.inner`.
    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        for (key, value) in &self.object.0 {
            match serde_json::from_str(value.get()) {
                Ok(Object(inner)) => keys.extend(inner.iter().map(|(inner, _)| format!("{key}.{inner}"))),
                Err(_) => keys.push(key.to_string()),
            }
        }
        keys
    }

    /// The value of a key, or of `key.inner`. Of a key that is there twice, the last one counts.
    pub(super) fn get(&self, key: &str) -> Option<Value<'a>> {
        let find = |object: &Object<'a>, key: &str| {
            object.0.iter().rev().find(|(other, _)| other == key).map(|(_, value)| value.get())
        };
        let raw = find(&self.object, key).or_else(|| {
            let (outer, inner) = key.split_once('.')?;
            find(&serde_json::from_str(find(&self.object, outer)?).ok()?, inner)
        })?;
        Some(Value { line: self.line, raw })
    }
}

impl<'a> Value<'a> {
    /// What it stands for: a string, the digits of a number, nothing for `null`.
    pub(super) fn text(&self) -> Result<Cow<'a, str>, &'static str> {
        match self.raw.as_bytes().first() {
            Some(b'"') if !self.raw.contains('\\') => Ok(Cow::Borrowed(&self.raw[1..self.raw.len() - 1])),
            Some(b'"') => serde_json::from_str(self.raw).map(Cow::Owned).map_err(|_| "a lone surrogate"),
            Some(b'n') => Ok(Cow::Borrowed("")),
            Some(b'{') => Err("an object"),
            Some(b'[') => Err("a list"),
            Some(b't' | b'f') => Err("true or false"),
            _ => Ok(Cow::Borrowed(self.raw)),
        }
    }

    /// Where its text stands in the file, given where the line does.
    pub(super) fn origin(&self, byte: usize, line: usize) -> Origin {
        let quote = usize::from(self.raw.starts_with('"'));
        let start = self.raw.as_ptr() as usize - self.line.as_ptr() as usize + quote;
        let mut column = self.line[..start].chars().count() + 1;
        let place = |column| LineColumn { line, column };
        let mut origin = Origin::at(byte + start, place(column));
        if quote == 0 || !self.raw.contains('\\') {
            return origin;
        }
        let end = start + self.raw.len() - 2;
        let (mut at, mut text) = (start, 0);
        while let Some(offset) = self.line[at..end].find('\\') {
            column += self.line[at..at + offset].chars().count();
            (at, text) = (at + offset, text + offset);
            origin.push(Stretch { text, byte: byte + at, place: place(column) });
            let (written, stands_for) = escape(&self.line[at..end]);
            (at, text, column) = (at + written, text + stands_for, column + written);
            origin.push(Stretch { text, byte: byte + at, place: place(column) });
        }
        origin
    }
}

/// The length of the escape that a text begins with, and that of what it stands for, in bytes.
fn escape(text: &str) -> (usize, usize) {
    let unit = |at: usize| text.get(at..at + 4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    if text.as_bytes().get(1) != Some(&b'u') {
        return (2, 1);
    }
    match unit(2) {
        Some(high @ 0xd800..=0xdbff) if text.get(6..8) == Some("\\u") => {
            let low = unit(8).unwrap_or(0xdc00).clamp(0xdc00, 0xdfff);
            let c = char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00));
            (12, c.map_or(4, char::len_utf8))
        }
        Some(code) => (6, char::from_u32(code).map_or(3, char::len_utf8)),
        None => (2, 1),
    }
}

/// What is wrong with a line, without its number: serde counts lines within the text that it is given.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    if error.is_data() { what.to_owned() } else { format!("{what} at column {}", error.column()) }
}
