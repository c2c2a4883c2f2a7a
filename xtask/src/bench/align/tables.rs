//! The tables of `docs/alignment.md`: what each kind of evidence is worth, beads by their size, and what confidence is.

use super::Used;
use super::aligners::Aligner;
use super::case::Case;
use super::score::{KINDS, Score, auc, calibration, share};
use crate::error::Result;
use parallax_aligner::{EvidenceKind, Options};

/// Source segments in a piece.
const PIECE: usize = 100;

/// A case, or its pieces.
type Texts<'a> = (&'a str, Vec<Case>);

/// Prints the strict F1 of each case, and of all its pieces together, with each kind of evidence left out in turn.
pub(super) fn ablation(cases: &[Case], options: &Options) -> Result<()> {
    let whole: Vec<Texts<'_>> = cases.iter().map(|case| (case.name.as_str(), vec![case.clone()])).collect();
    let pieces = cases.iter().map(|case| (case.name.as_str(), case.slices(PIECE)));
    let pieces: Vec<Texts<'_>> = pieces.filter(|(_, pieces)| pieces.len() > 1).collect();
    let names = whole.iter().map(|(name, _)| (*name).to_owned());
    let of_pieces = pieces.iter().map(|(name, _)| format!("{name}, pieces"));
    let names: Vec<String> = names.chain(of_pieces).collect();
    println!("| left out | {} |\n|---|{}", names.join(" | "), "---:|".repeat(names.len()));
    let all: Vec<Texts<'_>> = whole.into_iter().chain(pieces).collect();
    for kind in std::iter::once(None).chain(EvidenceKind::ALL.map(Some)) {
        let without = kind.into_iter().filter(|kind| !options.without.has(*kind));
        let without = without.chain(EvidenceKind::ALL.into_iter().filter(|kind| options.without.has(*kind))).collect();
        let aligner = Aligner::Parallax(Options { without, ..options.clone() });
        let cells = all.iter().map(|(_, texts)| Ok(format!("{:.4}", scored(&aligner, texts)?.counts.f1()[0])));
        let cells = cells.collect::<Result<Vec<String>>>()?;
        println!("| {} | {} |", kind.map_or("nothing", EvidenceKind::name), cells.join(" | "));
    }
    Ok(())
}

/// Prints F1, the recall of beads by their size, and what confidence is worth: of whole cases and of their pieces.
pub(super) fn accuracy(cases: &[Case], options: &Options) -> Result<()> {
    let aligner = Aligner::Parallax(options.clone());
    let mut totals = [Score::default(), Score::default()];
    println!("| case | strict | lax | pieces, strict | pieces, lax |\n|---|---:|---:|---:|---:|");
    for case in cases {
        let scores = [scored(&aligner, std::slice::from_ref(case))?, scored(&aligner, &case.slices(PIECE))?];
        let cells = scores.each_ref().map(|score| score.counts.f1().map(|f1| format!("{f1:.4}")).join(" | "));
        println!("| {} | {} |", case.name, cells.join(" | "));
        for (total, score) in totals.iter_mut().zip(scores) {
            total.add(score);
        }
    }
    println!("\n| beads | in gold | found | in pieces, found |\n|---|---:|---:|---:|");
    for (at, kind) in KINDS.iter().enumerate() {
        let [whole, pieces] = totals.each_ref().map(|score| share(score.kinds[at].0, score.kinds[at].1));
        println!("| {kind} | {} | {whole:.3} | {pieces:.3} |", totals[0].kinds[at].1);
    }
    let [whole, pieces] = totals.each_ref().map(|score| calibration(&score.judged));
    println!(
        "\n| confidence | beads | mean | right | in pieces: beads | mean | right |\n|---|---:|---:|---:|---:|---:|---:|"
    );
    for (at, bins) in whole.0.iter().zip(pieces.0).enumerate() {
        let from = at as f64 / 10.0;
        let cells = [*bins.0, bins.1].map(|(count, confidence, right)| match count {
            0 => "0 | | ".to_owned(),
            count => format!("{count} | {confidence:.3} | {right:.3}"),
        });
        println!("| {from:.1}–{:.1} | {} |", from + 0.1, cells.join(" | "));
    }
    for (name, score, (_, error)) in [("whole", &totals[0], whole), ("pieces", &totals[1], pieces)] {
        let area = auc(&score.judged).map_or("-".to_owned(), |area| format!("{area:.3}"));
        println!("\n{name}: calibration error {error:.3}, AUC {area}");
    }
    Ok(())
}

fn scored(aligner: &Aligner, texts: &[Case]) -> Result<Score> {
    let mut total = Score::default();
    for text in texts {
        let (found, _): (_, Used) = aligner.align(text)?;
        total.add(Score::of(text, &found));
    }
    Ok(total)
}
