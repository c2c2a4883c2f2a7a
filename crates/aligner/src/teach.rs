//! A lexicon from a bitext, to be kept and used for other texts.

use crate::cognates::Cognates;
use crate::lexicon::{Lesson, probabilities};
use crate::options::Options;
use crate::prepared::Prepared;
use crate::vocabulary::{WordId, stem};
use parallax_core::Version;
use parallax_core::lexicon::Lexicon;
use parallax_core::tokens::{TokenKind, Tokens};
use parallax_core::{Alignment, Bead};
use std::collections::{BTreeMap, HashMap};

/// Pairs whose weight, the geometric mean of both probabilities (0 to 1), is less than this are not kept.
const LEAST: f64 = 0.1;
/// Beads less sure than this teach nothing that is kept.
const LEAST_SURE: f64 = 0.5;

/// Learns which words translate each other in an aligned pair of versions: IBM model 1 both ways, the weight of a pair
/// being the geometric mean of both probabilities. Only pairs that met in two beads are learned. Words that differ in
/// their endings only are one; the form that is most common stands for them.
#[must_use]
pub fn learn(source: &Version, target: &Version, alignment: &Alignment) -> Lexicon {
    let (from, to) = (Prepared::new(source), Prepared::new(target));
    let taught = |bead: &&Bead| bead.is_paired() && bead.confidence.get() >= LEAST_SURE;
    let lesson = |bead: &Bead| Lesson {
        source: bead.source.clone(),
        target: bead.target.clone(),
        weight: bead.confidence.get(),
    };
    let lessons: Vec<Lesson> = alignment.segments.iter().filter(taught).map(lesson).collect();
    let flipped: Vec<Lesson> = lessons.iter().map(Lesson::flipped).collect();
    let cognates = Cognates::new(&from, &to, &Options::default());
    let backward: HashMap<(WordId, WordId), f64> =
        probabilities(&to, &from, &flipped, &cognates.transposed(to.vocabulary.len()))
            .into_iter()
            .map(|(t, s, probability)| ((s, t), probability))
            .collect();
    let (sources, targets) = (forms(source), forms(target));
    let mut lexicon = Lexicon::new([source.language, target.language]);
    for (s, t, probability) in probabilities(&from, &to, &lessons, &cognates) {
        let back = backward.get(&(s, t)).copied().unwrap_or_default();
        let weight = (probability * back).sqrt();
        if weight >= LEAST {
            let shown =
                |forms: &HashMap<String, String>, form: &str| forms.get(form).map_or(form, |form| form).to_owned();
            let first = shown(&sources, &from.vocabulary.word(s).form);
            let second = shown(&targets, &to.vocabulary.word(t).form);
            lexicon.add(&first, &second, weight as f32);
        }
    }
    lexicon
}

/// For each stem of a version's words, the folded word that it is most often the stem of.
fn forms(version: &Version) -> HashMap<String, String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for at in 0..version.segments.len() {
        let text = version.segment_text(at);
        let tokens = Tokens::of(text);
        for (index, _) in tokens.list().iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word) {
            let form = tokens.folded(index);
            if form != stem(form) {
                *counts.entry(form.to_owned()).or_default() += 1;
            }
        }
    }
    let mut best: HashMap<String, (usize, String)> = HashMap::new();
    for (form, count) in counts {
        let known = best.entry(stem(&form).to_owned()).or_default();
        if count > known.0 {
            *known = (count, form);
        }
    }
    best.into_iter().map(|(stem, (_, form))| (stem, form)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align;
    use crate::testing::lines;

    #[test]
    fn what_meets_again_and_again_is_learned_in_whole_words() {
        let nouns = [
            ("library", "Bibliothek"),
            ("teachers", "Lehrerinnen"),
            ("harbour", "Hafen"),
            ("lighthouse", "Leuchtturm"),
        ];
        let verbs = [("burns", "brennt"), ("sings", "singt"), ("waits", "wartet")];
        let pairs: Vec<_> = nouns.iter().flat_map(|noun| verbs.iter().map(move |verb| (noun, verb))).collect();
        let english: Vec<String> = pairs.iter().map(|(noun, verb)| format!("The {} {}.", noun.0, verb.0)).collect();
        let german: Vec<String> = pairs.iter().map(|(noun, verb)| format!("Die {} {}.", noun.1, verb.1)).collect();
        let (english, german) = (lines("en", &english.join("\n")), lines("de", &german.join("\n")));
        let lexicon = learn(&english, &german, &align(&english, &german));
        for (source, target) in nouns.iter().chain(&verbs) {
            let found = lexicon.of(source);
            assert_eq!(found.first().map(|found| found.1), Some(&*target.to_lowercase()), "{source}: {found:?}");
        }
    }
}
