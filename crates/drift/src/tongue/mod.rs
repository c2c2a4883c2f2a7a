//! Text in another language than it should be: left in the pivot's, or in a third one.
//!
//! Short texts are hard to identify and near relatives easy to confuse, so several signs must meet: the script, what
//! the identifier says among all languages and between the two, and what the documents themselves show: which words
//! and letters the rest of the version has, and which words the pivot has. Names, titles and addresses look foreign in
//! any language; a text counts only if it has words enough of running prose.

mod lean;
mod leftover;
mod profile;
mod strays;
mod words;

pub(crate) use leftover::Leftover;
use leftover::Leftovers;
use parallax_core::identify::{
    self, Glance, Identified, ScriptGroup, glance, identify, identify_among, knows, script_of, usual_script,
};
use parallax_core::vocabulary::Vocabulary;
use parallax_core::{Bitext, BlockKind, LanguageOrigin, LanguageTag, Version};
use profile::{Profile, Prose};
use std::collections::HashSet;
pub(crate) use strays::Strays;

/// A language that a text is in and should not be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Verdict {
    /// The language it is in.
    pub(crate) language: LanguageTag,
    /// How sure that is (0 to 1).
    pub(crate) confidence: f64,
}

/// A segment in another language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Foreign {
    /// The segment of the target.
    pub(crate) segment: usize,
    /// The segment of the source whose text it is, where it is in the pivot's language and found there.
    pub(crate) twin: Option<usize>,
    /// What it is in.
    pub(crate) verdict: Verdict,
}

/// What of the target is in another language than the target's own.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tongue {
    /// The language of the whole text, where it is another one.
    pub(crate) document: Option<Verdict>,
    /// Segments in the pivot's language.
    pub(crate) untranslated: Vec<Foreign>,
    /// Segments in a third language.
    pub(crate) third: Vec<Foreign>,
    /// Words and phrases in the pivot's language within other segments.
    pub(crate) leftovers: Vec<Leftover>,
}

/// Letters that a text must have to be looked at: with fewer, only a copy of the pivot's own words would tell.
const LOOKED_AT: usize = 12;
/// Letters that a text must have for its language to be judged.
const ENOUGH: usize = 25;
/// Words of running prose that it must have.
const WORDS: usize = 4;
/// Bytes of a whole document that are looked at to tell its language, or a few more.
const SAMPLE: usize = 1500;

impl Tongue {
    pub(crate) fn of(bitext: &Bitext<'_>) -> Self {
        let target = bitext.target;
        if target.language.is_unknown() {
            return Self::default();
        }
        if is_not_foreign(target, Some(bitext.source)) {
            return Self { leftovers: Self::leftovers(bitext, |_| false), ..Self::default() };
        }
        if let Some(verdict) = foreign_document(target) {
            return Self { document: Some(verdict), ..Self::default() };
        }
        let judge = Judge::new(bitext);
        let mut tongue = Self::default();
        let mut doubtful = Vec::new();
        for (segment, prose) in judge.own.segments.iter().enumerate() {
            let Some(prose) = prose else { continue };
            if prose.weight < LOOKED_AT || prose.words.len() < WORDS {
                doubtful.push((segment, prose));
            } else if let Some(foreign) = judge.untranslated(segment, prose) {
                tongue.untranslated.push(foreign);
            } else if let Some(verdict) = judge.third(segment, prose) {
                tongue.third.push(Foreign { segment, twin: None, verdict });
            } else {
                doubtful.push((segment, prose));
            }
        }
        for list in [&mut tongue.untranslated, &mut tongue.third] {
            judge.spread(list, &doubtful);
        }
        let is_foreign =
            |segment: usize| tongue.untranslated.iter().chain(&tongue.third).any(|foreign| foreign.segment == segment);
        tongue.leftovers = Self::leftovers(bitext, is_foreign);
        tongue
    }

    fn leftovers(bitext: &Bitext<'_>, skipped: impl Fn(usize) -> bool) -> Vec<Leftover> {
        let script = |version: &Version| usual_script(&version.language).or_else(|| main_script(version));
        let scripts = (script(bitext.source), script(bitext.target));
        Leftovers::new(bitext, scripts).map_or_else(Vec::new, |leftovers| leftovers.find(skipped))
    }
}

/// Whether one side of a pair need not be looked at, which costs far less to see than which language a text is in: it is
/// too short to be judged, it shows at a glance to be in its own language, or it shows nothing of another and is no copy
/// of what it should translate. A longer document may be so in one part and not in another.
fn is_not_foreign(version: &Version, source: Option<&Version>) -> bool {
    let [block] = version.document.blocks.as_slice() else { return false };
    if block.kind != BlockKind::Entry {
        return false;
    }
    let (text, own) = (block.text.as_str(), &version.language);
    let is_in_script = || usual_script(own).is_some_and(|usual| script_of(text).is_some_and(|(it, _)| it == usual));
    let is_copy = || source.is_some_and(|source| is_copied(text, source));
    identify::is_told_by_script(text, own)
        || match glance(text, own) {
            Glance::Own => true,
            Glance::Another => identify::weight(text) < LOOKED_AT,
            Glance::Open => {
                identify::weight(text) < LOOKED_AT
                    || knows(own) && is_in_script() && !is_copy() && has_own_words(text, own)
            }
        }
}

/// Whether a good part of the words of a text are words of its language; true where its words are not known.
fn has_own_words(text: &str, own: &LanguageTag) -> bool {
    let Some(vocabulary) = Vocabulary::of(own) else { return true };
    let is_word = |word: &&str| word.chars().all(char::is_lowercase) && word.chars().nth(1).is_some();
    let (mut all, mut known) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(is_word) {
        all += 1;
        known += usize::from(vocabulary.has(word));
    }
    known * 2 >= all
}

/// The script of the beginning of a text, for languages that are written in several.
fn main_script(version: &Version) -> Option<ScriptGroup> {
    let mut sample = String::new();
    for (_, block) in version.prose() {
        if sample.len() >= SAMPLE {
            break;
        }
        sample.push_str(block.text.as_str());
    }
    script_of(&sample).map(|(script, _)| script)
}

/// Whether half of the words of a text stand in the source.
fn is_copied(text: &str, source: &Version) -> bool {
    let is_space = |c: char| !c.is_alphanumeric();
    let theirs: HashSet<&str> =
        source.document.blocks.iter().flat_map(|block| block.text.as_str().split(is_space)).collect();
    let (mut all, mut copied) = (0, 0);
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        all += 1;
        copied += usize::from(theirs.contains(word));
    }
    copied * 2 >= all
}

/// The language of the whole text, if it is surely not the one it should be.
pub(crate) fn whole_document(version: &Version) -> Option<Verdict> {
    if version.language.is_unknown()
        || matches!(version.origin, LanguageOrigin::Identified(_))
        || is_not_foreign(version, None)
    {
        return None;
    }
    foreign_document(version)
}

/// The same of a version that is not seen at a glance to be in its own language.
fn foreign_document(version: &Version) -> Option<Verdict> {
    // A language that was identified from the text is the text's.
    if matches!(version.origin, LanguageOrigin::Identified(_)) {
        return None;
    }
    let mut sample = String::new();
    for (_, block) in version.prose() {
        if sample.len() >= SAMPLE {
            break;
        }
        sample.push_str(block.text.as_str());
        sample.push('\n');
    }
    let (script, share) = script_of(&sample)?;
    let weight = identify::weight(&sample);
    let own = version.language;
    if usual_script(&own).is_none_or(|usual| usual == script) && (weight < 150 || !knows(&own)) {
        return None;
    }
    let found = identify(&sample)?;
    if let Some(usual) = usual_script(&own)
        && script != usual
        && !(usual == ScriptGroup::Japanese && script == ScriptGroup::Han && weight < 150)
    {
        let enough = weight >= 40 && share >= 0.8;
        return enough.then_some(Verdict { language: found.language, confidence: 0.97 });
    }
    if found.language.same_language(&own) || weight < 150 || found.confidence < 0.9 {
        return None;
    }
    let between = identify_among(&sample, Some(&[own, found.language]))?;
    // Where the identifier does not know the version's language it takes it for a relative.
    if !knows(&own) || between.language != found.language || between.confidence < 0.95 {
        return None;
    }
    // Near relatives are confused in single sentences, not in most of them.
    let (mut other, mut all) = (0usize, 0usize);
    for line in sample.lines().filter(|line| identify::weight(line) >= 40).take(12) {
        all += 1;
        other += usize::from(identify(line).is_some_and(|it| it.language == found.language));
    }
    (all == 0 || other * 3 >= all * 2).then_some(Verdict { language: found.language, confidence: 0.95 })
}

struct Judge<'a> {
    bitext: &'a Bitext<'a>,
    own: Profile,
    pivot: Profile,
    /// The script of the target's language; where it has several, that of the text.
    script: Option<ScriptGroup>,
}

impl<'a> Judge<'a> {
    fn new(bitext: &'a Bitext<'a>) -> Self {
        let (own, pivot) = (Profile::of(bitext.target), Profile::of(bitext.source));
        let script = usual_script(&bitext.target.language).or(own.script);
        Self { bitext, own, pivot, script }
    }

    /// Whether a segment is left in the pivot's language.
    fn untranslated(&self, segment: usize, prose: &Prose) -> Option<Foreign> {
        let (own, pivot) = (self.bitext.target.language, self.bitext.source.language);
        if pivot.is_unknown() || own.same_language(&pivot) {
            return None;
        }
        // Words that only one of the documents has, of those that are running prose.
        let theirs = prose.words.iter().filter(|word| self.pivot.has(word) && !self.own.has_beside(word)).count();
        let ours = prose.words.iter().filter(|word| self.own.has_beside(word) && !self.pivot.has(word)).count();
        let lean = (theirs as f64 - ours as f64) / prose.words.len() as f64;
        if lean < 0.2 || !prose.is_prose() {
            return None;
        }
        let among_all = identify(&prose.text)?;
        // A quotation in a third language that stands in both versions.
        if !among_all.language.same_language(&pivot) && among_all.confidence >= 0.5 {
            return None;
        }
        let twin = self.pivot.twin(prose);
        let other_script = self.scripts_differ() && self.script != prose.script;
        let between = self.between(&prose.text, pivot);
        let is_pivots = among_all.language.same_language(&pivot);
        // Names and abbreviations in a row are no words of the pivot's language.
        let share = Vocabulary::of(&pivot).and_then(|pivot| lean::share(prose, pivot));
        let known = share.is_some_and(|share| share >= 0.5);
        let is_list_of_names = share.is_some_and(|share| share < 0.3);
        let confidence = match twin {
            // The very words of the pivot, unless they are as good in the version's own language.
            Some((_, likeness)) if likeness >= 0.8 && !is_list_of_names && (other_script || between > -0.5) => {
                let sure = if other_script || between > 0.5 { 0.97 } else { 0.85 };
                if prose.words.len() > WORDS { sure } else { sure * 0.9 }
            }
            _ if prose.weight < ENOUGH => return None,
            // A sentence of the pivot with some words changed, or all in its words.
            Some(_) if known && self.by_words(prose, pivot) >= 0.5 => 0.85,
            _ if known && self.by_words(prose, pivot) >= 0.7 && is_pivots && between > 0.0 => 0.82,
            _ if other_script && is_pivots && among_all.confidence >= 0.5 => 0.9,
            _ if is_pivots && among_all.confidence >= 0.8 && between >= 0.9 && lean >= 0.3 => 0.85,
            _ => return None,
        };
        let twin = twin.map(|(at, _)| at);
        Some(Foreign { segment, twin, verdict: Verdict { language: pivot, confidence } })
    }

    /// Whether a segment is in a third language.
    fn third(&self, segment: usize, prose: &Prose) -> Option<Verdict> {
        if prose.weight < ENOUGH || !prose.is_prose() {
            return None;
        }
        let found = if self.script == prose.script { self.third_in_script(prose) } else { self.third_by_script(prose) };
        let found = found.or_else(|| self.third_by_words(prose));
        found.filter(|_| !self.stands_in_source(segment, prose))
    }

    /// Adds the neighbours of foreign segments that look the same way, if less surely: what was left or pasted is seldom
    /// one sentence alone.
    fn spread(&self, foreign: &mut Vec<Foreign>, doubtful: &[(usize, &Prose)]) {
        let target = self.bitext.target;
        let mut from = 0;
        while let Some(known) = foreign.get(from).copied() {
            from += 1;
            let next_to = |at: usize| at.abs_diff(known.segment) == 1;
            let same_block = |at: usize| target.segments[at].block == target.segments[known.segment].block;
            for (segment, prose) in doubtful.iter().filter(|(at, _)| next_to(*at) && same_block(*at)) {
                let strange = self.own.overlap(prose) < 0.5 * self.own.usual_overlap;
                let looks_so = prose.script == self.script && self.between(&prose.text, known.verdict.language) >= 0.3;
                let other_script = prose.script != self.script && prose.script_share >= 0.8;
                let seen = foreign.iter().any(|it| it.segment == *segment);
                if !seen && prose.words.len() >= 2 && (other_script || (strange && looks_so)) {
                    let twin = self.pivot.twin(prose).filter(|_| known.twin.is_some()).map(|(at, _)| at);
                    let confidence = known.verdict.confidence * 0.9;
                    foreign.push(Foreign { segment: *segment, twin, verdict: Verdict { confidence, ..known.verdict } });
                }
            }
        }
        foreign.sort_by_key(|it| it.segment);
    }

    /// A segment whose words are those of another language, by the vocabularies: it may be short.
    fn third_by_words(&self, prose: &Prose) -> Option<Verdict> {
        let (own, pivot) = (self.bitext.target.language, self.bitext.source.language);
        let in_script = self.script == prose.script;
        if prose.script_share < 0.8 || in_script && lean::share(prose, Vocabulary::of(&own)?)? > 0.6 {
            return None;
        }
        let (language, more) = lean::third(prose, &own, &pivot)?;
        // In words of the pivot's language it is left over, or quoted.
        let is_pivots = Vocabulary::of(&pivot).and_then(|pivot| lean::share(prose, pivot)).is_some_and(|it| it > 0.5);
        let confidence = match more {
            _ if is_pivots => return None,
            _ if more >= 0.75 => 0.85,
            _ if more >= 0.55 => 0.7,
            _ => return None,
        };
        Some(Verdict { language, confidence })
    }

    /// A segment in another script than the rest of the version.
    fn third_by_script(&self, prose: &Prose) -> Option<Verdict> {
        let own = self.bitext.target.language;
        // A language that is written in several scripts, and a script that the text only borrows letters from.
        usual_script(&own)?;
        if prose.script_share < 0.8 {
            return None;
        }
        let found = identify(&prose.text).filter(|found| !found.language.same_language(&own))?;
        // A Japanese line may do without kana; then its characters are still those of the rest of the text.
        let strange = self.own.strange_letters(prose);
        if self.script == Some(ScriptGroup::Japanese) && (prose.weight < 45 || strange * 5 < prose.letters) {
            return None;
        }
        let confidence = match found.confidence {
            sure if sure >= 0.9 && prose.weight >= 40 => 0.95,
            sure if sure >= 0.6 => 0.85,
            _ => return None,
        };
        Some(Verdict { language: found.language, confidence })
    }

    /// A segment in the script of the rest of the version.
    fn third_in_script(&self, prose: &Prose) -> Option<Verdict> {
        let own = self.bitext.target.language;
        let strange = self.own.strange_letters(prose);
        let overlap = self.own.overlap(prose);
        // Most segments share words enough with the rest of their document: identifying costs more than looking.
        if prose.weight < 30
            || !knows(&own)
            || (strange == 0 && overlap > 0.45 && overlap > 0.8 * self.own.usual_overlap)
        {
            return None;
        }
        let found: Identified = identify(&prose.text)?;
        if found.language.same_language(&own) || found.language.same_language(&self.bitext.source.language) {
            return None;
        }
        let between = self.between(&prose.text, found.language);
        // Letters that nothing else in the version has, in words that nothing else in it has, are as good as a name.
        let by_letters = self.own.letters_known() && strange >= 2 && overlap < 0.5 * self.own.usual_overlap;
        if !(found.confidence >= 0.7 && between >= 0.85 || by_letters && between >= 0.5) {
            return None;
        }
        let mut confidence: f64 = 0.45;
        if found.confidence >= 0.9 && between >= 0.95 {
            confidence += 0.2;
        }
        if self.own.letters_known() && strange > 0 {
            confidence += if strange >= 2 { 0.25 } else { 0.15 };
        }
        if overlap < 0.5 * self.own.usual_overlap {
            confidence += 0.15;
        }
        (confidence >= 0.6).then_some(Verdict { language: found.language, confidence: confidence.min(0.95) })
    }

    /// Which of two languages a text is in: from -1 (surely the version's own) to 1 (surely the other); 0 where the
    /// identifier cannot tell.
    fn between(&self, text: &str, other: LanguageTag) -> f64 {
        let own = self.bitext.target.language;
        if !knows(&own) || !knows(&other) {
            return 0.0;
        }
        match identify_among(text, Some(&[own, other])) {
            Some(found) if found.language.same_language(&other) => found.confidence,
            Some(found) => -found.confidence,
            None => 0.0,
        }
    }

    /// How much the words of a text speak for the pivot's language ([`lean::between`]); 0 where that is not known.
    fn by_words(&self, prose: &Prose, pivot: LanguageTag) -> f64 {
        let vocabularies = Vocabulary::of(&self.bitext.target.language).zip(Vocabulary::of(&pivot));
        vocabularies.and_then(|(own, pivot)| lean::between(prose, own, pivot)).unwrap_or(0.0)
    }

    fn scripts_differ(&self) -> bool {
        self.script.is_some() && self.pivot.script.is_some() && self.script != self.pivot.script
    }

    /// Whether the source has the same words where the segment's counterpart is: a quotation that stays as it is.
    fn stands_in_source(&self, segment: usize, prose: &Prose) -> bool {
        let beads = self.bitext.alignment.segments.iter().filter(|bead| bead.target.contains(&segment));
        let mut counterparts = beads.flat_map(|bead| bead.source.clone());
        counterparts.any(|at| {
            let Some(Some(theirs)) = self.pivot.segments.get(at) else { return false };
            let shared = prose.words.iter().filter(|word| theirs.words.contains(word)).count();
            shared * 2 >= prose.words.len()
        })
    }
}
