//! N012.

use crate::draft::Sink;
use crate::matching::{Bond, Difference, Tie};
use crate::rules::facts::{self, Change};
use crate::rules::sums::{Addition, MOST_PARTS, additions, numbers};
use crate::view::View;
use crate::wording;
use parallax_core::Severity;
use parallax_core::facts::Quantity;
use rust_decimal::Decimal;

declare_rule! {
    /// A total no longer adds up with its parts in the version, where it does in the pivot.
    ///
    /// ## What it finds
    /// A sentence of the pivot with a total and its parts, or with percentages that make a hundred, whose counterpart
    /// gives numbers that do not add up, though each of them stands somewhere in the pivot: numbers that changed places
    /// across sentences. Where a single number changed, N001 says so, and that the sum is broken.
    ///
    /// ## Why it matters
    /// Numbers that belong to another line are all right one by one; only their sum tells.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: The choir in Paris has ⟦68 members, 41 women and 27⟧ men. The band in Berlin has 18 players.
    /// de: Der Chor in Paris hat ⟦68 Mitglieder, 41 Frauen und 18⟧ Männer. Die Kapelle in Berlin hat 27 Spieler.
    /// ```
    /// ```bitext,bad
    /// fr: L’hôtel Astoria a ⟦95 chambres, 60 doubles et 35⟧ simples. Le restaurant a 24 tables.
    /// it: L’hotel Astoria ha ⟦95 camere, 60 doppie e 24⟧ singole. Il ristorante ha 35 tavoli.
    /// ```
    /// ```bitext,good
    /// en: The choir has 68 members, 41 women and 27 men.
    /// fr: Le chœur compte 68 membres, 41 femmes et 27 hommes.
    /// ```
    /// ```bitext,good
    /// ru: В хоре 68 человек: 41 женщина и 27 мужчин.
    /// ja: 合唱団は女性41人、男性27人の計68人です。
    /// ```
    /// ```bitext,good
    /// es: El 60 % vino del estado y el 40 % de donativos.
    /// ar: جاء ٦٠٪ من الولاية و٤٠٪ من التبرعات.
    /// ```
    ///
    /// ## Known limits
    /// Only sums of whole numbers that stand side by side in one sentence are known, from ten on.
    "N012", "arithmetic", Warning, "accuracy/mistranslation"
}

/// How often numbers that no longer add up are drift.
const BROKEN: f64 = 0.93;

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    for bead in view.bitext.alignment.segments.iter().filter(|bead| bead.is_paired()) {
        let numbers = numbers(view.side(true), bead.target.clone());
        for addition in bead.source.clone().flat_map(|segment| additions(view.side(false), segment)) {
            if let Some((source, target)) = broken(view, &addition, &numbers) {
                push(view, sink, &addition, &numbers, (source, target));
            }
        }
    }
}

/// Whether the numbers of the target no longer add up, though no other rule speaks of them: gives the range of facts
/// that show it on both sides.
fn broken(view: &View<'_>, addition: &Addition, numbers: &[(usize, Quantity)]) -> Option<(usize, usize)> {
    let (total, wanted) = match addition.total.map(|total| view.matching.source()[total]) {
        Some(Tie::Fact(other, Bond::Same)) => {
            let (_, quantity) = numbers.iter().find(|(fact, _)| *fact == other)?;
            (Some(other), quantity.number)
        }
        Some(_) => return None,
        None => (None, Decimal::ONE_HUNDRED),
    };
    // Every number is said somewhere: what is missing, or another one, is told by the rules for that.
    let said = |tie: &Tie| matches!(tie, Tie::Fact(_, Bond::Same | Bond::Moved | Bond::Repeated));
    let moved = |tie: &Tie| matches!(tie, Tie::Fact(_, Bond::Moved));
    let ties = || addition.parts.iter().map(|part| &view.matching.source()[*part]);
    if !ties().all(said) || !ties().any(moved) {
        return None;
    }
    let others: Vec<Decimal> =
        numbers.iter().filter(|(fact, _)| Some(*fact) != total).map(|(_, quantity)| quantity.number).collect();
    // As many numbers as the pivot has, and no choice of them makes the sum.
    let enough = others.len() >= addition.parts.len() && others.len() <= MOST_PARTS + 2;
    if !enough || makes(&others, addition.parts.len(), wanted) {
        return None;
    }
    let first = addition.facts().min()?;
    Some((first, numbers.first()?.0))
}

/// Whether `count` of the numbers add up to `wanted`.
fn makes(numbers: &[Decimal], count: usize, wanted: Decimal) -> bool {
    match (count, numbers.split_first()) {
        (0, _) => wanted.is_zero(),
        (_, None) => false,
        (_, Some((first, rest))) => makes(rest, count - 1, wanted - first) || makes(rest, count, wanted),
    }
}

fn push(
    view: &View<'_>,
    sink: &mut Sink<'_>,
    addition: &Addition,
    numbers: &[(usize, Quantity)],
    (source, target): (usize, usize),
) {
    let value = |target: bool, fact: usize| view.fact(target, fact).value.clone();
    let values = (value(false, source), value(true, target));
    let change = Change { source, target, how: Difference::Value, values, firm: true };
    let mut draft = facts::changed(view, &META, &change, BROKEN);
    draft.worst = Severity::Warning;
    let last = addition.facts().max().unwrap_or(source);
    let last_there = numbers.last().map_or(target, |(fact, _)| *fact);
    let cover = |side: bool, from: usize, to: usize| {
        let (from, to) = (view.fact_place(side, from), view.fact_place(side, to));
        view.span_place(side, &from, from.span.cover(to.span))
    };
    let (from, to) = (cover(false, source, last), cover(true, target, last_there));
    draft.message = format!("{} adds up, {} does not", wording::quote(&from), wording::quote(&to));
    draft.against_pivot = draft.message.clone();
    draft.source = Some(from);
    draft.target = Some(to);
    sink.push(view, draft);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_of_the_numbers_make_a_sum() {
        let numbers = [41, 27, 3].map(Decimal::from);
        assert!(makes(&numbers, 2, Decimal::from(68)));
        assert!(makes(&numbers, 3, Decimal::from(71)));
        assert!(!makes(&numbers, 2, Decimal::from(71)));
    }
}
