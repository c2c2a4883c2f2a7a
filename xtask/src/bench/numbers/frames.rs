//! The sentences that values are put in, and what else must be known of a language: `frames.toml`.

use super::cldr::Cldr;
use crate::error::{Context as _, Result, fail};
use serde::Deserialize;
use std::collections::BTreeMap;

const FRAMES: &str = include_str!("frames.toml");

/// A language of the benchmark: what CLDR says of it, and what its entry in the frames adds.
pub(super) struct Tongue {
    pub(super) tag: String,
    pub(super) cldr: Cldr,
    pub(super) words: Words,
}

/// What CLDR does not say of a language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) cardinals: Vec<String>,
    pub(super) ordinal: Option<String>,
    pub(super) ordinal_words: Option<String>,
    pub(super) ordinal_digits: BTreeMap<String, String>,
    pub(super) points: BTreeMap<String, String>,
    pub(super) more_than: String,
    pub(super) at_least: String,
    pub(super) less_than: String,
    pub(super) at_most: String,
    pub(super) about: String,
    /// The number alone, where a word goes with it in the other patterns.
    pub(super) exactly: Option<String>,
}

/// A sentence in all languages, by tag.
pub(super) type Frame = BTreeMap<String, String>;

/// All sentences by what they take, and all languages.
pub(super) struct Frames {
    pub(super) languages: BTreeMap<String, Words>,
    groups: BTreeMap<String, BTreeMap<String, Frame>>,
}

impl Frames {
    pub(super) fn load() -> Result<Self> {
        Self::parse(FRAMES).context("frames.toml")
    }

    fn parse(text: &str) -> Result<Self> {
        let mut table: toml::Table = toml::from_str(text).context("no valid TOML")?;
        let languages = table.remove("language").context("no languages")?.try_into().context("languages")?;
        let groups: BTreeMap<String, BTreeMap<String, Frame>> =
            toml::Value::Table(table).try_into().context("sentences")?;
        let frames = Self { languages, groups };
        frames.check()?;
        Ok(frames)
    }

    /// Each sentence is there in every language, with the same places for values.
    fn check(&self) -> Result<()> {
        for (group, list) in &self.groups {
            for (name, frame) in list {
                let places = |text: &str| [0, 1, 2].map(|slot| text.matches(&format!("{{{slot}}}")).count());
                let first = frame.values().next().map(|text| places(text));
                for tag in self.languages.keys() {
                    let text = frame.get(tag).context(format_args!("{group}.{name} is not there in {tag}"))?;
                    if Some(places(text)) != first {
                        return fail(format!("{group}.{name}: other places in {tag} than in the first language"));
                    }
                }
                if frame.len() != self.languages.len() {
                    return fail(format!("{group}.{name} is there in a language that has no entry"));
                }
            }
        }
        Ok(())
    }

    /// The entry of a language.
    pub(super) fn words(&self, tag: &str) -> Result<Words> {
        self.languages.get(tag).cloned().context(format_args!("frames.toml has no language {tag}"))
    }

    /// The sentences of a group.
    pub(super) fn group(&self, group: &str) -> Result<Vec<&Frame>> {
        Ok(self.groups.get(group).context(format_args!("frames.toml has no group {group}"))?.values().collect())
    }
}

/// Puts values in a sentence; with one value less than it has places, without the part that can be left out.
pub(super) fn fill(sentence: &str, values: &[String]) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some(at) = rest.find(['{', '[', ']']) {
        out.push_str(&rest[..at]);
        let mark = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match mark {
            b'{' => {
                let (slot, after) = rest.split_once('}').unwrap_or((rest, ""));
                let value = slot.parse().ok().and_then(|slot: usize| values.get(slot));
                out.push_str(value.map_or("", String::as_str));
                rest = after;
            }
            b'[' if values.len() < 2 => rest = rest.split_once(']').map_or("", |(_, after)| after),
            _ => {}
        }
    }
    let text = out + rest;
    // An abbreviation at the end ("2024 г.") closes the sentence.
    match text.strip_suffix("..") {
        Some(start) => format!("{start}."),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frames_are_complete() {
        let frames = Frames::load().map_err(|error| error.to_string()).expect("valid frames");
        assert_eq!(frames.languages.len(), 20);
        assert!(frames.group("count").is_ok() && frames.group("nothing").is_err());
    }

    #[test]
    fn faults_in_frames_are_named() {
        let fault = |text: &str| Frames::parse(text).map(|_| ()).expect_err("a fault").to_string();
        let language = |tag: &str| {
            format!(
                "[language.{tag}]\ncardinals = []\nordinal_digits = {{}}\npoints = {{}}\nmore_than = ''\n\
                 at_least = ''\nless_than = ''\nat_most = ''\nabout = ''\n"
            )
        };
        let languages = language("a") + &language("b");
        assert!(fault(&format!("{languages}[x.y]\na = '{{0}}'\n")).contains("x.y is not there in b"));
        assert!(fault(&format!("{languages}[x.y]\na = '{{0}}'\nb = '{{1}}'\n")).contains("other places in b"));
    }

    #[test]
    fn optional_parts_go_with_their_value() {
        let values = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(fill("{0} rooms[ and {1} beds].", &values(&["5", "9"])), "5 rooms and 9 beds.");
        assert_eq!(fill("{0} rooms[ and {1} beds].", &values(&["5"])), "5 rooms.");
        assert_eq!(fill("Дата: {0}.", &values(&["2024 г."])), "Дата: 2024 г.");
    }
}
