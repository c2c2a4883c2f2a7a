//! Which names of a bead have a counterpart on the other side.
//!
//! A name is the same in another language if both are known to name the same, if a word of the other side is written or
//! sounds alike, or if it is what the document renders the name by elsewhere. A name without such a counterpart may have
//! been translated, or left to a pronoun; that another one without counterpart stands on the other side is the sign of
//! a name that was changed.

mod learned;
mod lost;
mod text;

use crate::checker::Stance;
use learned::Learned;
pub(crate) use lost::{Lost, lost};
use parallax_core::fold::stands_alone;
use parallax_core::lexicon::{Concepts, Dictionary};
use parallax_core::names::{Known, Name, Sound, Strength, home_of};
use parallax_core::tokens::Tokens;
use parallax_core::{Bead, Bitext, Version};
use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;
use text::{Text, initials};

/// A name of so many letters is short.
const SHORT: usize = 4;
/// How many sentences before and behind a bead are looked through for its names.
const AROUND: usize = 3;

/// What becomes of a name on the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is there.
    Kept,
    /// It is not, and would be known if it were.
    Lost,
    /// Not known: it may have been translated.
    Open,
}

/// The names of both sides of a bitext with what becomes of them.
pub(crate) struct Naming {
    /// For each name of the source and of the target.
    pub(crate) fates: [Vec<Fate>; 2],
    /// The beads in which a name is lost.
    pub(crate) beads: Vec<usize>,
    /// For each lost name of the source that the document renders in one way elsewhere: how often.
    pub(crate) learned: Learned,
    /// All words of the source and of the target, looked for when first asked for.
    words: [OnceCell<HashSet<String>>; 2],
}

impl Naming {
    pub(crate) fn of(bitext: &Bitext<'_>) -> Self {
        let sides = [bitext.source, bitext.target];
        let mut this = Self {
            fates: sides.map(|side| vec![Fate::Open; side.names().list.len()]),
            beads: Vec::new(),
            learned: Learned::default(),
            words: [const { OnceCell::new() }; 2],
        };
        for (index, bead) in bitext.alignment.segments.iter().enumerate().filter(|(_, bead)| bead.is_paired()) {
            let ranges = [bead.source.clone(), bead.target.clone()];
            let names = [0, 1].map(|side| names_of(sides[side], ranges[side].clone()));
            if names.iter().all(Range::is_empty) {
                continue;
            }
            let texts = [0, 1].map(|side| Text::of(sides[side], ranges[side].clone()));
            let mut lost = false;
            for side in [0, 1] {
                let own = &sides[side].names().list[names[side].clone()];
                let fates = &mut this.fates[side][names[side].clone()];
                let (versions, texts) = ([sides[side], sides[1 - side]], [&texts[side], &texts[1 - side]]);
                for run in runs(own) {
                    judge(&own[run.clone()], versions, texts, &mut fates[run]);
                }
                lost |= fates.contains(&Fate::Lost);
            }
            if lost {
                this.settle_known(sides, &names, &texts);
                this.look_around(bitext, bead, &names);
                this.beads.push(index);
            }
        }
        this.learned = Learned::of(bitext, &this);
        this.learned.apply(&mut this.fates);
        this
    }
}

impl Naming {
    /// A word that a known name of the other side was found in is its counterpart, also where by itself it is not known for
    /// a form of it.
    fn settle_known(&mut self, sides: [&Version; 2], names: &[Range<usize>; 2], texts: &[Text<'_>; 2]) {
        for side in [0, 1] {
            let known = sides[side].names().list[names[side].clone()].iter().flat_map(|name| name.known);
            let tables = sides[1 - side].locale.known_names();
            let found: Vec<String> = known.filter_map(|known| texts[1 - side].named(*known, tables)).collect();
            for at in names[1 - side].clone() {
                if found.iter().any(|found| *found == *sides[1 - side].names().list[at].folded) {
                    self.fates[1 - side][at] = Fate::Kept;
                }
            }
        }
    }

    /// A lost name that is in the sentences around the bead on the other side has only moved, or is there repeated where a
    /// pronoun stands here.
    fn look_around(&mut self, bitext: &Bitext<'_>, bead: &Bead, names: &[Range<usize>; 2]) {
        let sides = [bitext.source, bitext.target];
        let ranges = [bead.source.clone(), bead.target.clone()];
        for side in [0, 1] {
            let (own, other) = (sides[side], sides[1 - side]);
            let near = &ranges[1 - side];
            let wide = near.start.saturating_sub(AROUND)..(near.end + AROUND).min(other.segments.len());
            if wide.len() <= near.len() || !self.fates[side][names[side].clone()].contains(&Fate::Lost) {
                continue;
            }
            let texts = [Text::of(own, ranges[side].clone()), Text::of(other, wide)];
            for at in names[side].clone().filter(|at| self.fates[side][*at] == Fate::Lost).collect::<Vec<_>>() {
                let fate = fate_of(&own.names().list[at], [own, other], [&texts[0], &texts[1]], true);
                if fate != Fate::Lost {
                    self.fates[side][at] = Fate::Open;
                }
            }
        }
    }

    /// Whether a version has a name anywhere: what stands in one sentence for a pronoun in the other is no name of its own.
    pub(crate) fn is_anywhere(&self, bitext: &Bitext<'_>, target: bool, name: &str) -> bool {
        let version = if target { bitext.target } else { bitext.source };
        let words = self.words[usize::from(target)].get_or_init(|| {
            let texts = (0..version.segments.len()).map(|at| Tokens::of(version.segment_text(at)));
            texts
                .flat_map(|tokens| (0..tokens.len()).map(|at| tokens.folded(at).to_owned()).collect::<Vec<_>>())
                .collect()
        });
        // The forms that a name may be there in: without endings.
        let forms = name.char_indices().map(|(at, _)| &name[..at]).skip(SHORT).chain([name]);
        { forms }.any(|form| words.contains(form))
    }

    /// In how many places other than this a name is kept, and in how many it is lost.
    pub(crate) fn elsewhere(&self, version: &Version, target: bool, name: usize) -> (usize, usize) {
        let (list, fates) = (&version.names().list, &self.fates[usize::from(target)]);
        let same = (0..list.len()).filter(|at| *at != name && list[*at].folded == list[name].folded);
        same.fold((0, 0), |(kept, lost), at| match fates[at] {
            Fate::Kept => (kept + 1, lost),
            Fate::Lost => (kept, lost + 1),
            Fate::Open => (kept, lost),
        })
    }
}

/// The names of some segments of a version, which stand one behind the other.
pub(crate) fn names_of(version: &Version, segments: Range<usize>) -> Range<usize> {
    let names = version.names();
    let ranges = segments.map(|at| names.range_of_segment(at));
    ranges.reduce(|all, next| all.start..next.end.max(all.end)).unwrap_or(0..0)
}

/// The names that are made of several words: ranges of a list.
pub(crate) fn runs(names: &[Name]) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let first = names.get(start)?;
        let length = names[start..].iter().take_while(|name| name.run == first.run).count();
        start += length;
        Some(start - length..start)
    })
}

/// Where a version stands on each name of the pivot.
pub(crate) fn stances(naming: &Naming) -> Vec<Stance> {
    let stance = |fate: &Fate| match fate {
        Fate::Kept => Stance::Same,
        Fate::Lost => Stance::Against,
        Fate::Open => Stance::Unknown,
    };
    naming.fates[0].iter().map(stance).collect()
}

/// Whether two folded names of different versions are the same.
pub(crate) fn are_alike(a: &str, b: &str) -> bool {
    let (a, b) = (Sound::of(a), Sound::of(b));
    a.likeness(&b) >= text::ALIKE.0 || a.begins_like(&b)
}

/// Looks for the words of one name on the other side; `versions` and `texts` are the own one and the other.
fn judge(run: &[Name], versions: [&Version; 2], texts: [&Text<'_>; 2], fates: &mut [Fate]) {
    let [_, other] = texts;
    for (name, fate) in run.iter().zip(fates.iter_mut()) {
        *fate = fate_of(name, versions, texts, false);
    }
    if fates.contains(&Fate::Lost) {
        let all: Vec<&Name> = run.iter().collect();
        if all.len() > 1 && other.has_acronym(&initials(&all)) {
            fates.fill(Fate::Kept);
        }
        // Where words are not set apart, a name that is found in part is there; in other letters, one that mostly is.
        let kept = fates.iter().filter(|fate| **fate == Fate::Kept).count();
        let in_part = other.is_solid() && kept > 0;
        let mostly = kept * 2 > fates.len() && run.first().is_some_and(|name| other.has_other_letters(&name.folded));
        if in_part || mostly {
            for fate in fates.iter_mut().filter(|fate| **fate == Fate::Lost) {
                *fate = Fate::Open;
            }
        }
    }
}

/// What becomes of a word; `closely` where only what is nearly the same counts.
fn fate_of(name: &Name, [version, other_version]: [&Version; 2], [own, other]: [&Text<'_>; 2], closely: bool) -> Fate {
    if other.has_stem(&name.folded) {
        return Fate::Kept;
    }
    let names = other_version.locale.known_names();
    if name.known.iter().any(|known| other.named(*known, names).is_some()) {
        return Fate::Kept;
    }
    let has_names = name.known.iter().any(|known| names.names_of(*known).next().is_some());
    // A word of several is written or sounds like it.
    let sounds: Vec<Sound> = if name.folded.contains(stands_alone) {
        vec![Sound::of(&name.folded)]
    } else {
        name.folded.split(' ').map(Sound::of).collect()
    };
    if sounds.iter().any(|sound| sound.ascii.len() > 1 && other.sounds_like(sound, has_names, own, closely)) {
        return Fate::Kept;
    }
    let vector = Concepts::of(&version.language).of_word(&name.folded);
    let meanings = Dictionary::of(&version.language, &[]).meanings(&name.folded);
    if !has_names && (!vector.is_empty() || !meanings.is_empty()) && other.means(&vector, &meanings) {
        return Fate::Kept;
    }
    let is_region = name.known.iter().any(|known| matches!(known, Known::Region(_)));
    // A city whose name is known is looked for by it in any script.
    let is_city = has_names && name.known.iter().any(|known| matches!(known, Known::City(_)));
    if name.strength == Strength::Strong && (is_region || is_city) {
        // Of their own country texts speak without its name (国内).
        let home = home_of(other_version.language.language());
        let is_home = home.is_some() && name.known.iter().any(|known| known.region() == home);
        return if names.is_empty() || is_home { Fate::Open } else { Fate::Lost };
    }
    // The sound of a short name is another in other letters as likely as not.
    let is_short = name.folded.chars().count() <= SHORT && other.has_other_letters(&name.folded);
    if !other.is_readable() || is_short || name.strength != Strength::Strong {
        return Fate::Open;
    }
    Fate::Lost
}
