//! A side of a bead as names are looked for in it.

use parallax_core::Version;
use parallax_core::fold::{is_mark, stands_alone};
use parallax_core::lexicon::{ConceptVector, Dictionary, Meaning, ascii_of};
use parallax_core::names::{Known, KnownNames, Name, Sound, stem};
use parallax_core::tokens::{TokenKind, Tokens};
use std::cell::OnceCell;
use std::ops::Range;

/// How alike a name and a word sound that are the same: where the word is written as a name or its script has no capitals,
/// and where it is written small, or there is better to go by.
pub(super) const ALIKE: (f64, f64) = (0.57, 0.8);
/// The same of names of this many letters or fewer.
const SHORT: (usize, f64) = (5, 0.66);
/// The share of a name's consonants that are found where words are not set apart.
const WITHIN: f64 = 0.74;
/// A word without its ending that a name begins with has more letters than this.
const STEM: usize = 4;

/// So much more alike is a better counterpart.
const BETTER: f64 = 0.2;
/// And of words written small that have so many letters or more.
const LONG: (usize, f64) = (8, 0.66);

/// Letters of the shortest names that are inflected.
const SHORTEST: usize = 4;

/// The text of one side of a bead.
pub(crate) struct Text<'a> {
    version: &'a Version,
    /// The tokens of each segment.
    tokens: Vec<(&'a str, Tokens)>,
    words: OnceCell<Vec<Word>>,
    solid: OnceCell<Solid>,
}

/// A word, or two that stand side by side, as it sounds.
struct Word {
    sound: Sound,
    small: bool,
    /// Whether it is two words.
    several: bool,
}

/// The letters of scripts whose words are not set apart.
struct Solid {
    folded: String,
    bones: [Vec<u8>; 2],
    /// Whether kana stand among the ideographs: these are not read as in Chinese then.
    kana: bool,
    ideographs: usize,
    /// Whether most letters of the text are other than Latin ones.
    other: bool,
}

impl<'a> Text<'a> {
    pub(crate) fn of(version: &'a Version, segments: Range<usize>) -> Self {
        let tokens = segments.map(|at| (version.segment_text(at), Tokens::of(version.segment_text(at)))).collect();
        Self { version, tokens, words: OnceCell::new(), solid: OnceCell::new() }
    }

    /// Whether the text has a word with this beginning of a name in it, or a longer one.
    pub(crate) fn has_stem(&self, folded: &str) -> bool {
        let stem = stem(folded);
        self.tokens.iter().any(|(_, tokens)| tokens.key().contains(stem))
    }

    /// Whether something in the text names what `known` does, or is of it: gives the words, folded and apart by spaces.
    pub(crate) fn named(&self, known: Known, names: KnownNames) -> Option<String> {
        // A word that names another country is no form of this one's language (*Portugal*, *Portuguese* of Brazil).
        let is_other = |word: &str| {
            let of_word = names.of_word(word);
            of_word.iter().any(|it| matches!(it, Known::Region(_))) && !of_word.iter().any(|it| it.agrees_with(known))
        };
        names.names_of(known).find_map(|name| self.find(name).filter(|found| !is_other(found)))
    }

    fn find(&self, name: &str) -> Option<String> {
        if name.chars().any(stands_alone) {
            let solid: String = name.chars().filter(|c| *c != ' ').collect();
            return self.solid().folded.contains(&solid).then(|| name.to_owned());
        }
        let joined: String = name.split(' ').collect();
        let words = name.split(' ').count();
        self.tokens.iter().find_map(|(_, tokens)| {
            (0..tokens.len()).find_map(|at| {
                if words > 1 && tokens.folded(at).starts_with(&joined) {
                    return Some(tokens.folded(at).to_owned());
                }
                let is_there = at + words <= tokens.len()
                    && name.split(' ').enumerate().all(|(behind, word)| is_form(tokens.folded(at + behind), word));
                is_there.then(|| tokens.folded_run(at, at + words).to_owned())
            })
        })
    }

    /// Whether a word of the text sounds like the name; `is_known` where its names in the text's language are known,
    /// `closely` where only what is nearly the same counts. A word
    /// that sounds better like another one of the name's own text is that one's counterpart.
    pub(crate) fn sounds_like(&self, sound: &Sound, is_known: bool, own: &Self, closely: bool) -> bool {
        let same_letters = !self.solid().other && !own.solid().other;
        let is_like = |word: &Word| {
            let (a, b) = (word.sound.ascii.len(), sound.ascii.len());
            let least = if closely {
                ALIKE.1
            } else if word.small || word.several {
                if a.min(b) >= LONG.0 && !is_known { LONG.1 } else { ALIKE.1 }
            } else if a.min(b) <= SHORT.0 {
                SHORT.1
            } else {
                ALIKE.0
            };
            // In the same letters, names differ by their spelling and little else.
            let likeness = |word: &Word| {
                if same_letters { word.sound.spelling(sound) } else { word.sound.likeness(sound) }
            };
            // What is much longer is another word, or several.
            let likeness = if a * 3 >= b * 2 && b * 3 >= a * 2 { likeness(word) } else { 0.0 };
            likeness >= least && (likeness >= ALIKE.1 || !own.has_better(&word.sound, sound, likeness + BETTER))
                || !word.several && word.sound.begins_like(sound)
                // Compounds and case endings: the name stands in it as it is.
                || b >= 4 && a > b && contains(&word.sound.ascii, &sound.ascii)
                || a >= 4 && b > a && !word.small && contains(&sound.ascii, &word.sound.ascii)
        };
        if self.words().iter().any(is_like) {
            return true;
        }
        if is_known || closely {
            return false;
        }
        let solid = self.solid();
        let within = solid.bones.iter().map(|bones| sound.within(bones)).fold(0.0, f64::max);
        match sound.bones.len() {
            0 => false,
            1 | 2 => within > 0.99,
            _ => within >= WITHIN,
        }
    }

    /// Whether another word than `but` sounds as much like `sound` as that.
    fn has_better(&self, sound: &Sound, but: &Sound, likeness: f64) -> bool {
        let others = self.words().iter().filter(|word| !word.several && word.sound.ascii != but.ascii);
        { others }.any(|word| word.sound.likeness(sound) >= likeness || word.sound.begins_like(sound))
    }

    /// Whether the capitals of a name's words stand together as an acronym.
    pub(crate) fn has_acronym(&self, letters: &str) -> bool {
        letters.chars().count() > 1
            && self.tokens.iter().any(|(_, tokens)| (0..tokens.len()).any(|at| tokens.folded(at) == letters))
    }

    /// Whether a name could be told here if it were there: not, where words are written with characters whose sound is not
    /// known.
    pub(crate) fn is_readable(&self) -> bool {
        !(self.solid().kana && self.solid().ideographs > 0)
    }

    /// Whether most of the text is written with other letters than a name.
    pub(crate) fn has_other_letters(&self, name: &str) -> bool {
        let is_latin = name.starts_with(|c| u32::from(c) < 0x370);
        is_latin == self.solid().other
    }

    /// Whether words are not set apart.
    pub(crate) fn is_solid(&self) -> bool {
        !self.solid().folded.is_empty()
    }

    /// Whether a word of the text means the same as a folded word of another language.
    pub(crate) fn means(&self, vector: &ConceptVector, meanings: &[Meaning]) -> bool {
        let concepts = parallax_core::lexicon::Concepts::of(&self.version.language);
        let dictionary = Dictionary::of(&self.version.language, self.version.locale.knowledge().prefixes);
        self.tokens.iter().any(|(_, tokens)| {
            (0..tokens.len()).any(|at| {
                let word = tokens.folded(at);
                dictionary.meanings(word).iter().any(|meaning| meanings.contains(meaning))
                    || parallax_core::lexicon::cosine(&concepts.of_word(word), vector) > 0.1
            })
        })
    }

    fn words(&self) -> &[Word] {
        self.words.get_or_init(|| {
            let mut words = Vec::new();
            for (text, tokens) in &self.tokens {
                let mut last: Option<(usize, usize, Sound)> = None;
                for token in tokens.list().iter().filter(|token| token.kind == TokenKind::Word) {
                    let written = &text[token.start..token.end];
                    let initial = written.chars().next().unwrap_or(' ');
                    if stands_alone(initial) {
                        last = None;
                        continue;
                    }
                    let sound = Sound::of(written);
                    if let Some((start, end, before)) = &last
                        && token.start <= end + 1
                        && before.ascii.len() + sound.ascii.len() <= 14
                    {
                        let both = Sound::of(&text[*start..token.end]);
                        let small = text[*start..].starts_with(char::is_lowercase);
                        words.push(Word { sound: both, small: small || initial.is_lowercase(), several: true });
                    }
                    last = Some((token.start, token.end, sound.clone()));
                    words.push(Word { sound, small: initial.is_lowercase(), several: false });
                }
            }
            words
        })
    }

    fn solid(&self) -> &Solid {
        self.solid.get_or_init(|| {
            let is_solid = |c: &char| stands_alone(*c) || is_mark(*c);
            let mut folded = String::new();
            for (text, _) in &self.tokens {
                if text.is_ascii() || !text.contains(stands_alone) {
                    continue;
                }
                folded.extend(text.chars().filter(is_solid));
                folded.push(' ');
            }
            let kana = folded.contains(|c: char| matches!(c, '\u{3041}'..='\u{3096}'));
            let letters = || self.tokens.iter().flat_map(|(text, _)| text.chars()).filter(|c| c.is_alphabetic());
            let other = letters().filter(|c| u32::from(*c) >= 0x370).count() * 2 > letters().count();
            let ideographs = folded.chars().filter(|c| parallax_core::fold::is_ideograph(*c)).count();
            Solid { bones: [Sound::of(&folded).bones, Sound::hard(&folded)], kana, ideographs, other, folded }
        })
    }
}

/// Whether a word is a form of a name, or of the same stem; accents make no difference.
fn is_form(word: &str, name: &str) -> bool {
    let is_latin = |c: char| u32::from(c) < 0x250;
    if (!word.is_ascii() || !name.is_ascii()) && word.chars().all(is_latin) && name.chars().all(is_latin) {
        let [word, name] = [word, name].map(|it| String::from_utf8_lossy(&ascii_of(it)).into_owned());
        return is_form(&word, &name);
    }
    let own = stem(word);
    word.contains(stem(name))
        || own.chars().count() > STEM && name.starts_with(own)
        || is_short_form(word, name)
        || has_lost_vowel(word, name)
}

/// Whether a word is a short name with another ending (*Lima*, `Limie`).
fn is_short_form(word: &str, name: &str) -> bool {
    let Some((last, _)) = name.char_indices().next_back() else { return false };
    let letters = |text: &str| text.chars().count();
    letters(name) == SHORTEST && word.starts_with(&name[..last]) && letters(word) <= letters(name) + 1
}

fn contains(long: &[u8], short: &[u8]) -> bool {
    !short.is_empty() && long.windows(short.len()).any(|window| window == short)
}

/// Whether a word is a name whose last vowel comes and goes (*Vídeň*, `Vídně`).
fn has_lost_vowel(word: &str, name: &str) -> bool {
    let begins_alike = word.chars().take(3).eq(name.chars().take(3));
    begins_alike && name.chars().count().abs_diff(word.chars().count()) < 2 && {
        let (word, name) = (Sound::of(word), Sound::of(name));
        name.bones.len() > 2 && word.bones == name.bones
    }
}

/// The initials of the words of a name.
pub(crate) fn initials(names: &[&Name]) -> String {
    names.iter().flat_map(|name| name.folded.split(' ')).filter_map(|word| word.chars().next()).collect()
}
