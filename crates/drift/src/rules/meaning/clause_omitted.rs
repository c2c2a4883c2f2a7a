//! S005.

use crate::clauses::Kind;
use crate::draft::Sink;
use crate::rules::losses;
use crate::view::View;

declare_rule! {
    /// A part of a sentence of the pivot is not in the version.
    ///
    /// ## What it finds
    /// A clause, an item of an enumeration, or what stands in parentheses or quotation marks, that has no counterpart
    /// where the rest of its sentence has one. Four signs are weighed together: its words (names, words that look alike,
    /// words that the built-in dictionary knows) are not found on the other side; the version is too short, by what is
    /// known of the two languages and, in a document, of its other sentences; nothing is left between the words around
    /// it; and the version has fewer commas, parentheses or sentences there. Text that moved to a neighbouring sentence
    /// is there. What only the version has is told by `sentence-added` (S004), be it a sentence or a part of one.
    ///
    /// ## Why it matters
    /// The sentence reads well without it, so nobody misses what it said: a condition, an exception, one of several
    /// duties.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// en: Keep the lamp away from curtains, ⟦from water in the kitchen or the bathroom⟧, and from small children.
    /// de: ⟦Halten Sie die Lampe von Vorhängen und von kleinen Kindern fern.⟧
    /// ```
    /// ```bitext,bad
    /// en: Employees may work from home two days a week, ⟦if their manager has agreed in writing and the office is not closed⟧.
    /// fr: ⟦Les employés peuvent travailler chez eux deux jours par semaine.⟧
    /// ```
    /// ```bitext,bad
    /// pl: Szkoła (⟦założona przez siostry zakonne po pierwszej wojnie światowej⟧) ma dziś dwustu uczniów i nową bibliotekę.
    /// en: ⟦The school today has two hundred pupils and a new library.⟧
    /// ```
    /// ```bitext,bad
    /// pt: A garantia cobre todas as peças, ⟦exceto as baterias e os cabos danificados pelo uso incorreto do aparelho⟧, durante dois anos.
    /// en: ⟦The guarantee covers all parts for two years.⟧
    /// ```
    /// ```bitext,bad
    /// en: Guests may use the garden and the library, ⟦but not the swimming pool behind the house⟧, until ten in the evening.
    /// ja: ⟦お客様は夜の十時まで庭と図書室をご利用いただけます。⟧
    /// ```
    /// ```bitext,bad
    /// en: The hospital treats all patients, ⟦including those who have no insurance and cannot pay⟧, at any time of the day or night.
    /// zh: ⟦医院在白天和夜间的任何时间治疗所有病人。⟧
    /// ```
    /// Fewer words, and nothing left out:
    /// ```bitext,good
    /// en: Keep the lamp away from curtains, from water and from small children.
    /// de: Halten Sie die Lampe von Vorhängen, Wasser und kleinen Kindern fern.
    /// ```
    /// ```bitext,good
    /// fr: Le musée, qui est fermé le lundi, est ouvert tous les autres jours de la semaine.
    /// en: The museum is closed on Mondays and open on all other days of the week.
    /// ```
    /// The commas of a clause that became an adjective:
    /// ```bitext,good
    /// es: La biblioteca, que es municipal, ofrece cursos de inglés a todos los adultos.
    /// en: The municipal library offers English courses to all adults.
    /// ```
    /// ```bitext,good
    /// ru: Школа, которая была основана после войны, имеет сегодня новую библиотеку.
    /// en: The school, founded after the war, has a new library today.
    /// ```
    /// ```bitext,good
    /// it: Il contratto può essere sciolto in qualsiasi momento con una semplice lettera.
    /// nl: Het contract kan op elk moment met een gewone brief worden beëindigd.
    /// ```
    /// ```bitext,good
    /// en: Guests may use the garden and the library until ten in the evening.
    /// ja: お客様は夜の十時まで庭と図書室をご利用いただけます。
    /// ```
    ///
    /// ## Known limits
    /// One or two words are too few to tell: good translations leave as much out. Where the built-in dictionary knows
    /// few words of a language, and the scripts differ, little but the length speaks, so only long clauses are found; and
    /// free translations (literature, advertising) are flagged where they are far shorter than the rest of their text.
    /// Of a pair that stands by itself the usual length for the two languages is all that is known.
    "S005", "clause-omitted", Error, "accuracy/omission"
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    losses::report(view, sink, &META, false, |kind| matches!(kind, Kind::Clause | Kind::Item | Kind::Parenthesis));
}
