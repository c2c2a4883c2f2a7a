//! Texts in two invented languages.

use parallax_core::{Alignment, Bead};

/// A sentence with words and names of its own; the two languages share the names.
pub(crate) fn sentence(at: usize, language: usize) -> String {
    // Some three hundred words of three syllables, which are others in the other language.
    let syllables = [["ba", "do", "fe", "gi", "lu", "mo", "na"], ["zek", "pir", "tov", "sah", "wun", "kel", "jor"]];
    let word = |drawn: usize| {
        let syllable = |place: usize| syllables[language][drawn / 7usize.pow(place as u32) % 7];
        [2, 0, 1].map(syllable).concat()
    };
    // Any two numbers are as good as drawn by chance.
    let draw = |k: usize| {
        let mut drawn = (at as u64 * 64 + k as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        drawn = (drawn ^ (drawn >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        drawn = (drawn ^ (drawn >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (drawn >> 33) as usize
    };
    let drawn: Vec<String> = (0..5 + draw(60) % 9).map(|k| word(draw(k) % 343)).collect();
    // Every fifth sentence has a name that hardly any other has.
    let name = if draw(61).is_multiple_of(5) {
        let parts = ["ko", "tin", "lena", "ius", "got"];
        format!(" Mar{}{}", parts[draw(62) % 5], parts[draw(62) / 5 % 5].repeat(1 + draw(62) / 25 % 3))
    } else {
        String::new()
    };
    let number = if draw(63).is_multiple_of(4) { format!(" {}", 1000 + draw(59) % 8999) } else { String::new() };
    format!("The {}{name}{number}.", drawn.join(" "))
}

/// Sentences, one a line.
pub(crate) fn text(sentences: impl Iterator<Item = usize>, language: usize) -> String {
    sentences.map(|at| sentence(at, language)).collect::<Vec<_>>().join("\n")
}

/// How many beads of one segment a side are as wanted.
pub(crate) fn ones(alignment: &Alignment, wanted: impl Fn(&Bead) -> bool) -> usize {
    alignment.segments.iter().filter(|bead| bead.source.len() == 1 && bead.target.len() == 1 && wanted(bead)).count()
}
