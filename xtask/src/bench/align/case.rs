//! Cases: two texts, their languages, and gold.
//!
//! A case is a folder with `source.txt` and `target.txt` (a segment a line), `gold.tsv` (a bead a line: indices from
//! 0, comma-separated, the two sides parted by a tab) and `case.json` (`source_lang`, `target_lang`). Where there are
//! `source.group` and `target.group` (the verse of each line), gold links verses.

use super::super::text;
use crate::error::{Context as _, Error, Result, fail};
use parallax_core::LanguageTag;
use serde::Deserialize;
use std::path::Path;

/// The segments of both sides that correspond.
pub(super) type Pair = (Vec<usize>, Vec<usize>);

/// Two texts with what corresponds.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) name: String,
    pub(super) languages: [LanguageTag; 2],
    /// The segments of source and target.
    pub(super) lines: [Vec<String>; 2],
    pub(super) gold: Vec<Pair>,
    /// The verse of each segment, where gold links verses.
    pub(super) verses: Option<[Vec<String>; 2]>,
}

#[derive(Deserialize)]
struct Description {
    source_lang: String,
    target_lang: String,
}

impl Case {
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let path = folder.join("case.json");
        let description: Description = serde_json::from_str(&text(&path)?).context(path.display())?;
        let tag = |language: &str| -> Result<LanguageTag> { language.parse().context(path.display()) };
        let lines =
            |name: &str| -> Result<Vec<String>> { Ok(text(&folder.join(name))?.lines().map(str::to_owned).collect()) };
        let grouped = ["source.group", "target.group"].iter().all(|name| folder.join(name).is_file());
        let case = Self {
            name: folder.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            languages: [tag(&description.source_lang)?, tag(&description.target_lang)?],
            lines: [lines("source.txt")?, lines("target.txt")?],
            gold: read_beads(&folder.join("gold.tsv"))?,
            verses: if grouped { Some([lines("source.group")?, lines("target.group")?]) } else { None },
        };
        for (source, target) in &case.gold {
            if [source, target].iter().zip(&case.lines).any(|(side, lines)| side.iter().any(|at| *at >= lines.len())) {
                return fail(format!("{}: gold.tsv names a segment that is not there", folder.display()));
            }
        }
        Ok(case)
    }

    /// The case in pieces of about `size` source segments, each with its gold. It is cut only where no bead of gold
    /// reaches across; what is left at the end and shorter than half a piece stays with the piece before it.
    pub(super) fn slices(&self, size: usize) -> Vec<Self> {
        let mut cuts = vec![[0, 0]];
        let in_order = by_place(&self.gold);
        // From a bead on, the least segment of either side that is still to come.
        let mut least = vec![[self.lines[0].len(), self.lines[1].len()]; in_order.len() + 1];
        for (at, (source, target)) in in_order.iter().enumerate().rev() {
            let smaller = |side: &[usize], after: usize| side.iter().copied().fold(after, usize::min);
            least[at] = [smaller(source, least[at + 1][0]), smaller(target, least[at + 1][1])];
        }
        let mut reached = [0, 0];
        for (at, (source, target)) in in_order.iter().enumerate() {
            let larger = |side: &[usize], before: usize| side.iter().map(|at| at + 1).fold(before, usize::max);
            reached = [larger(source, reached[0]), larger(target, reached[1])];
            let [from, _] = cuts[cuts.len() - 1];
            let crossed = reached[0] > least[at + 1][0] || reached[1] > least[at + 1][1];
            let left = self.lines[0].len() - reached[0];
            if !crossed && reached[0] - from >= size && 2 * left >= size {
                cuts.push(reached);
            }
        }
        cuts.push([self.lines[0].len(), self.lines[1].len()]);
        cuts.windows(2).enumerate().map(|(number, ends)| self.part(number + 1, ends[0], ends[1])).collect()
    }

    fn part(&self, number: usize, from: [usize; 2], to: [usize; 2]) -> Self {
        let cut = |lines: &[Vec<String>; 2]| [0, 1].map(|side| lines[side][from[side]..to[side]].to_vec());
        let inside = |(source, target): &&Pair| {
            source.iter().all(|at| (from[0]..to[0]).contains(at))
                && target.iter().all(|at| (from[1]..to[1]).contains(at))
        };
        let moved = |(source, target): &Pair| -> Pair {
            (source.iter().map(|at| at - from[0]).collect(), target.iter().map(|at| at - from[1]).collect())
        };
        Self {
            name: format!("{}/{number}", self.name),
            languages: self.languages,
            lines: cut(&self.lines),
            gold: self.gold.iter().filter(inside).map(moved).collect(),
            verses: self.verses.as_ref().map(cut),
        }
    }
}

/// Beads in the order of the text: by their place among those that have a source, and, for those that have none,
/// behind what the target has before them.
fn by_place(gold: &[Pair]) -> Vec<Pair> {
    let mut anchors: Vec<(usize, usize)> =
        gold.iter().filter_map(|(source, target)| Some((*target.first()?, *source.first()?))).collect();
    anchors.sort_unstable();
    let mut beads = gold.to_vec();
    beads.sort_by_cached_key(|(source, target)| match (source.first(), target.first()) {
        (Some(source), target) => (*source, 0, target.copied()),
        (None, Some(target)) => {
            let before = anchors.partition_point(|(at, _)| at < target);
            (before.checked_sub(1).map_or(0, |last| anchors[last].1), usize::from(before > 0), Some(*target))
        }
        (None, None) => (0, 0, None),
    });
    beads
}

pub(super) fn read_beads(path: &Path) -> Result<Vec<Pair>> {
    beads_of(&text(path)?).context(path.display())
}

/// Beads in the form of `gold.tsv`, or as Bleualign and vecalign write them: `[0, 1]:[0]:0.5`.
pub(super) fn beads_of(content: &str) -> Result<Vec<Pair>> {
    let side = |text: &str| -> Result<Vec<usize>> {
        let inner = text.trim().trim_start_matches('[').trim_end_matches(']');
        let indices = inner.split(',').map(str::trim).filter(|index| !index.is_empty());
        indices.map(|index| index.parse().map_err(Error::from)).collect()
    };
    let lines = content.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let mut fields = line.split(if line.starts_with('[') { ':' } else { '\t' });
            Ok((side(fields.next().unwrap_or_default())?, side(fields.next().unwrap_or_default())?))
        })
        .collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn beads(list: &[(&[usize], &[usize])]) -> Vec<Pair> {
        list.iter().map(|(source, target)| (source.to_vec(), target.to_vec())).collect()
    }

    fn case(lines: [usize; 2], gold: Vec<Pair>) -> Case {
        let lines = lines.map(|count| (0..count).map(|at| at.to_string()).collect());
        let language = |tag: &str| tag.parse().expect("is a tag");
        Case { name: "c".into(), languages: [language("en"), language("de")], lines, gold, verses: None }
    }

    #[test]
    fn beads_are_read_in_both_forms() {
        let expected = beads(&[(&[0, 1], &[0]), (&[], &[1])]);
        assert_eq!(beads_of("0,1\t0\n\t1\n").expect("reads"), expected);
        assert_eq!(beads_of("[0, 1]:[0]:0.5\n[]:[1]:0.0\n").expect("reads"), expected);
        assert!(beads_of("a\tb").is_err());
    }

    #[test]
    fn slices_hold_every_segment_and_bead_once() {
        let gold = beads(&[(&[0], &[0]), (&[], &[1]), (&[1, 2], &[2]), (&[3], &[3, 4]), (&[4], &[]), (&[5], &[5])]);
        let slices = case([6, 6], gold.clone()).slices(2);
        let sizes: Vec<_> = slices.iter().map(|slice| (slice.lines[0].len(), slice.lines[1].len())).collect();
        assert_eq!(sizes, [(3, 3), (2, 2), (1, 1)]);
        assert_eq!(slices.iter().map(|slice| slice.gold.len()).sum::<usize>(), gold.len());
        assert_eq!(slices[1].gold, beads(&[(&[0], &[0, 1]), (&[1], &[])]));
    }

    #[test]
    fn no_cut_goes_through_crossing_beads() {
        let gold = beads(&[(&[0], &[2]), (&[1], &[1]), (&[2], &[0]), (&[3], &[3])]);
        let sizes: Vec<_> = case([4, 4], gold).slices(1).iter().map(|slice| slice.lines[0].len()).collect();
        assert_eq!(sizes, [3, 1]);
    }
}
