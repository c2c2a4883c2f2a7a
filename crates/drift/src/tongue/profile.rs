//! The words and letters that a document has, against which a single segment of it is held.

use parallax_core::fold::stands_alone;
use parallax_core::identify::{self, ScriptGroup, script_of};
use parallax_core::tokens::{TokenKind, Tokens};
use parallax_core::{BlockKind, InlineKind, Value, Version};
use std::collections::{BTreeMap, HashMap};

/// The running prose of a segment: its text without code and addresses, and the words of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Prose {
    pub(super) text: String,
    /// The folded words, in order.
    pub(super) words: Vec<String>,
    /// The words in small letters that are no names.
    small: Vec<String>,
    /// How many words do not begin with a capital, in scripts that have capitals; all of them in others.
    plain_words: usize,
    /// How many letters it has.
    pub(super) letters: usize,
    /// How much text it is ([`identify::weight`]).
    pub(super) weight: usize,
    pub(super) script: Option<ScriptGroup>,
    pub(super) script_share: f64,
}

impl Prose {
    pub(super) fn of(version: &Version, segment: usize) -> Self {
        let text = without_code(version, segment);
        let tokens = Tokens::of(&text);
        let mut words = Vec::new();
        let mut plain_words = 0;
        let mut small = Vec::new();
        for (index, token) in tokens.list().iter().enumerate() {
            if token.kind == TokenKind::Word {
                words.push(tokens.folded(index).to_owned());
                let is_plain = !text[token.start..].starts_with(char::is_uppercase);
                plain_words += usize::from(is_plain);
                if is_plain || small.is_empty() {
                    small.push(text[token.start..token.end].to_lowercase());
                }
            }
        }
        let script = script_of(&text);
        Self {
            plain_words,
            small,
            letters: text.chars().filter(|c| c.is_alphabetic()).count(),
            weight: identify::weight(&text),
            script: script.map(|(group, _)| group),
            script_share: script.map_or(0.0, |(_, share)| share),
            words,
            text,
        }
    }

    /// The words in small letters, and the first one, as they are spelt.
    pub(super) fn plain(&self) -> impl Iterator<Item = &String> {
        self.small.iter().filter(|word| word.chars().nth(1).is_some())
    }

    /// Whether it is running prose rather than names, a title or an address: at least three words and four in ten do
    /// not begin with a capital, and in scripts without spaces there are characters enough for so many words.
    pub(super) fn is_prose(&self) -> bool {
        let unspaced = self.words.iter().filter(|word| word.chars().all(stands_alone)).count();
        if unspaced * 2 > self.words.len() {
            return unspaced >= 8;
        }
        self.plain_words >= 3 && self.plain_words * 5 >= self.words.len() * 2
    }
}

/// The text of a segment with code spans and addresses blotted out.
fn without_code(version: &Version, segment: usize) -> String {
    let place = &version.segments[segment];
    let block = version.block_of(segment);
    let code = block.inlines.iter().filter(|inline| matches!(inline.kind, InlineKind::Code | InlineKind::Autolink));
    let shown = |value: &Value| matches!(value, Value::Link(_) | Value::Identifier(_));
    // The destination of a link is not in the text, its words are.
    let facts = version.segment_facts(segment).iter().filter(|fact| shown(&fact.value) && fact.source_span.is_none());
    let mut text = version.segment_text(segment).to_owned();
    for range in code.map(|inline| inline.range).chain(facts.map(|fact| fact.range)) {
        let start = range.start.max(place.range.start) - place.range.start;
        let end = range.end.min(place.range.end).saturating_sub(place.range.start);
        if start < end && text.is_char_boundary(start) && text.is_char_boundary(end) {
            text.replace_range(start..end, &" ".repeat(end - start));
        }
    }
    text
}

/// What a document is made of.
#[derive(Debug, Default)]
pub(super) struct Profile {
    /// For each word, in how many segments it stands.
    words: HashMap<String, usize>,
    /// For each letter in small form, in how many segments it stands.
    letters: HashMap<char, usize>,
    /// How many letters there are.
    letter_count: usize,
    /// The prose of each segment; none for code.
    pub(super) segments: Vec<Option<Prose>>,
    /// The share of a segment's words that another segment has too: the mean.
    pub(super) usual_overlap: f64,
    pub(super) script: Option<ScriptGroup>,
}

impl Profile {
    pub(super) fn of(version: &Version) -> Self {
        let mut profile = Self::default();
        let mut scripts: BTreeMap<ScriptGroup, usize> = BTreeMap::new();
        let of_segment = |segment| {
            let is_code = version.block_of(segment).kind == BlockKind::Code;
            (!is_code).then(|| Prose::of(version, segment))
        };
        let segments: Vec<Option<Prose>> = (0..version.segments.len()).map(of_segment).collect();
        for prose in segments.iter().flatten() {
            let mut words: Vec<&str> = prose.words.iter().map(String::as_str).collect();
            words.sort_unstable();
            words.dedup();
            for word in words {
                match profile.words.get_mut(word) {
                    Some(count) => *count += 1,
                    None => {
                        profile.words.insert(word.to_owned(), 1);
                    }
                }
            }
            let mut found: Vec<char> = letters(&prose.text).collect();
            found.sort_unstable();
            found.dedup();
            for letter in found {
                *profile.letters.entry(letter).or_insert(0) += 1;
            }
            profile.letter_count += prose.letters;
            if let Some(script) = prose.script {
                *scripts.entry(script).or_insert(0) += prose.weight;
            }
        }
        let main = scripts.iter().max_by_key(|(script, weight)| (**weight, std::cmp::Reverse(**script)));
        profile.script = main.map(|(script, _)| *script);
        let long = segments.iter().flatten().filter(|prose| prose.words.len() >= 6);
        let shares: Vec<f64> = long.map(|prose| profile.overlap(prose)).collect();
        profile.usual_overlap = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
        profile.segments = segments;
        profile
    }

    /// Whether the document has a word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// Whether another segment of the document has a word that one of its segments has.
    pub(super) fn has_beside(&self, word: &str) -> bool {
        self.words.get(word).is_some_and(|count| *count > 1)
    }

    /// The share of a segment's words that another segment of the document has too.
    pub(super) fn overlap(&self, prose: &Prose) -> f64 {
        let shared = prose.words.iter().filter(|word| self.has_beside(word)).count();
        shared as f64 / prose.words.len().max(1) as f64
    }

    /// Whether the document is long enough for its letters to be those of its language.
    pub(super) fn letters_known(&self) -> bool {
        self.letter_count >= 400
    }

    /// How many letters of a segment, in its own script, stand in no other segment.
    pub(super) fn strange_letters(&self, prose: &Prose) -> usize {
        let strange = |letter: &char| self.letters.get(letter).is_none_or(|count| *count <= 1);
        letters(&prose.text).filter(|letter| strange(letter) && in_script(*letter, prose.script)).count()
    }

    /// The segment whose words are the most like a text's, with the share of words that are the same in the same
    /// order (0 to 1).
    pub(super) fn twin(&self, prose: &Prose) -> Option<(usize, f64)> {
        let mut best: Option<(usize, f64)> = None;
        let all = self.segments.iter().enumerate().filter_map(|(at, it)| Some((at, &it.as_ref()?.words)));
        for (segment, words) in all {
            let most = words.len().max(prose.words.len());
            if most == 0 || words.len().min(prose.words.len()) * 2 < most {
                continue;
            }
            let likeness = 1.0 - strsim::generic_levenshtein(words, &prose.words) as f64 / most as f64;
            if best.is_none_or(|(_, other)| likeness > other) {
                best = Some((segment, likeness));
            }
        }
        best.filter(|(_, likeness)| *likeness >= 0.5)
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase)
}

/// Whether a letter is of a script; Latin brand names in a Cyrillic text do not make it strange.
fn in_script(letter: char, script: Option<ScriptGroup>) -> bool {
    let mut buffer = [0; 4];
    let own = script_of(letter.encode_utf8(&mut buffer)).map(|(group, _)| group);
    own == script || (script == Some(ScriptGroup::Japanese) && own == Some(ScriptGroup::Han))
}
