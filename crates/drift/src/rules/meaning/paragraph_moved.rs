//! S011.

use crate::draft::{Causes, Draft, Sink, Topic};
use crate::view::View;
use crate::wording;
use parallax_core::{Bead, BlockKind, Severity, Version, identify};
use std::ops::Range;

declare_rule! {
    /// A paragraph stands elsewhere in the version.
    ///
    /// ## What it finds
    /// A paragraph, heading, list item or code block, or several that follow each other, or some sentences of one, that the
    /// version has at another place than the pivot. What moved is neither missing (S001) nor added (S002).
    ///
    /// ## Why it matters
    /// Steps in another order are other instructions, and a paragraph under another heading says something else. A list
    /// that each language sorts by its own alphabet is right: so items and short lines are told for information only.
    ///
    /// ## Examples
    /// ```bitext,bad
    /// fr: Le musée Bonnard a accueilli 48 000 visiteurs en 2024, dont la moitié venait de Belgique.
    /// fr: Le billet, à 12 euros, donne accès pendant une journée aux expositions du palais Duroc.
    /// fr: Les visites guidées avec Anna Keller commencent à 10 h 30 et durent 45 minutes.
    /// fr: ⟦Les chiens ne sont admis ni dans les salles ni dans le jardin, à l’exception des chiens guides d’aveugles.⟧
    /// en: ⟦Dogs are not admitted to the rooms or to the garden, with the exception of guide dogs for the blind.⟧
    /// en: The Bonnard museum welcomed 48,000 visitors in 2024, half of whom came from Belgium.
    /// en: The ticket, at 12 euros, gives access for a day to the exhibitions in the Duroc palace.
    /// en: Guided tours with Anna Keller start at 10:30 and take 45 minutes.
    /// ```
    /// ```bitext,bad
    /// de: ⟦Studierende der Universität Bern bezahlen nichts; alle anderen kaufen für 20 Franken eine Karte, die ein Jahr gilt.⟧
    /// de: Die Bibliothek in Basel besitzt 250.000 Bücher und 40 Handschriften aus der Zeit vor 1500.
    /// de: Der Lesesaal ist von 9 bis 18 Uhr geöffnet, im August bleibt er geschlossen.
    /// de: Fragen beantwortet Frau Keller unter der Nummer 061 555 01 99.
    /// es: La biblioteca de Basilea posee 250.000 libros y 40 manuscritos anteriores a 1500.
    /// es: La sala de lectura está abierta de 9 a 18 horas y permanece cerrada en agosto.
    /// es: La señora Keller responde a las preguntas en el número 061 555 01 99.
    /// es: ⟦Los estudiantes de la Universidad de Berna no pagan nada; todos los demás compran por 20 francos una tarjeta que vale un año.⟧
    /// ```
    /// ```bitext,bad
    /// en: ⟦The hospital in Odesa has 320 beds and was founded in 1894 by the doctor Anna Petrova.⟧
    /// en: Visitors may see their family and friends every day between 14:00 and 18:30.
    /// en: Children must be together with an adult in every room and on the stairs.
    /// en: The shop on the ground floor sells newspapers, books, water and coffee until 20:00.
    /// ru: Посетители могут видеть родных и друзей каждый день с 14:00 до 18:30.
    /// ru: Дети должны быть вместе со взрослым в каждой комнате и на лестнице.
    /// ru: Магазин на первом этаже продаёт газеты, книги, воду и кофе до 20:00.
    /// ru: ⟦В больнице в Одессе 320 мест, её основала в 1894 году врач Анна Петрова.⟧
    /// ```
    /// ```bitext,good
    /// en: Visitors may see their family and friends every day between 14:00 and 18:30.
    /// en: Children must be together with an adult in every room and on the stairs.
    /// ja: ご家族やご友人は毎日14時から18時30分まで面会できます。
    /// ja: お子様はどの部屋でも階段でも大人の方とご一緒にお過ごしください。
    /// ```
    /// The same order, one paragraph split:
    /// ```bitext,good
    /// fr: Le musée ouvre tous les jours sauf le lundi. Les chiens ne sont pas admis.
    /// fr: Le billet, à 12 euros, donne accès aux expositions du palais Duroc.
    /// en: The museum is open every day except Monday.
    /// en: Dogs are not admitted.
    /// en: The ticket, at 12 euros, gives access to the exhibitions in the Duroc palace.
    /// ```
    ///
    /// ## Known limits
    /// Of two paragraphs that changed places one is said to have moved, which of them is chance. A sentence that
    /// moved within its paragraph is not told. Short paragraphs without names, numbers or known words are not recognised at
    /// another place, and are told as missing here and added there.
    "S011", "paragraph-moved", Warning, "style/organizational-style"
}

/// How often what stands elsewhere was moved, and is not another text that says the same.
const MOVED: f64 = 0.85;
/// Less text than this, in letters, is told for information only.
const SHORT: usize = 60;

/// Text of the pivot that the version has at another place: blocks, or some sentences of one.
struct Run {
    source: Range<usize>,
    target: Range<usize>,
    /// Whether these are blocks on either side, or segments of one.
    blocks: (bool, bool),
    confidence: f64,
}

pub(crate) fn check(view: &View<'_>, sink: &mut Sink<'_>) {
    let found = view.coverage.moves().map(|(source, target)| Run {
        source: source.blocks.clone().unwrap_or(source.segments.clone()),
        target: target.blocks.clone().unwrap_or(target.segments.clone()),
        blocks: (source.blocks.is_some(), target.blocks.is_some()),
        confidence: source.confidence.min(target.confidence),
    });
    for run in runs(&view.bitext.alignment.blocks).into_iter().chain(found) {
        if let Some(draft) = draft(view, &run) {
            sink.push(view, draft);
        }
    }
}

/// The blocks that the aligner found elsewhere, those together that are neighbours on both sides.
fn runs(beads: &[Bead]) -> Vec<Run> {
    let mut moved: Vec<&Bead> = beads.iter().filter(|bead| bead.moved && bead.is_paired()).collect();
    moved.sort_by_key(|bead| bead.source.start);
    let mut runs: Vec<Run> = Vec::new();
    for bead in moved {
        match runs.last_mut() {
            Some(run) if run.source.end == bead.source.start && run.target.end == bead.target.start => {
                run.source.end = bead.source.end;
                run.target.end = bead.target.end;
                run.confidence = run.confidence.max(bead.confidence.get());
            }
            _ => runs.push(Run {
                source: bead.source.clone(),
                target: bead.target.clone(),
                blocks: (true, true),
                confidence: bead.confidence.get(),
            }),
        }
    }
    runs
}

fn draft(view: &View<'_>, run: &Run) -> Option<Draft> {
    let causes = Causes { alignment: run.confidence, reading: 1.0, cue: MOVED };
    let mut draft = Draft::new(&META, Topic::Moved, causes);
    let pivot = view.side(false);
    draft.claims = (
        segments(pivot, &run.source, run.blocks.0)?,
        segments(view.side(true), &run.target, run.blocks.1)?,
    );
    let kind = |at: usize| pivot.block_of(at).kind;
    let letters: usize = draft.claims.0.clone().map(|at| identify::weight(pivot.segment_text(at))).sum();
    let is_prose = draft.claims.0.clone().any(|at| matches!(kind(at), BlockKind::Paragraph | BlockKind::Line));
    if letters < SHORT || !is_prose {
        draft.worst = Severity::Info;
    }
    let place = |target: bool, range: &Range<usize>, blocks: bool| {
        if blocks { view.blocks_place(target, range) } else { view.segments_place(target, range) }
    };
    draft.source = place(false, &run.source, run.blocks.0);
    draft.target = place(true, &run.target, run.blocks.1);
    let what = match run.source.len() {
        _ if run.blocks.0 => wording::blocks(pivot, &run.source),
        1 => "a sentence".to_owned(),
        count => format!("{count} sentences"),
    };
    let stand = if run.source.len() == 1 { "stands" } else { "stand" };
    let (here, there) = (wording::name(view, false), wording::name(view, true));
    let behind = |target: bool, first: usize| {
        let before = first.checked_sub(1).and_then(|before| view.segments_place(target, &(before..first)));
        before.map_or_else(|| "at the beginning".to_owned(), |before| format!("after {}", wording::quote(&before)))
    };
    let places = (behind(false, draft.claims.0.start), behind(true, draft.claims.1.start));
    draft.message = format!("{what} {stand} elsewhere in {there}: {} (in {here}: {})", places.1, places.0);
    draft.anchor = draft.claims.0.start;
    Some(draft)
}

/// The segments of blocks, or these segments.
fn segments(version: &Version, range: &Range<usize>, blocks: bool) -> Option<Range<usize>> {
    if !blocks {
        return Some(range.clone());
    }
    let list = version.block_segments.get(range.clone())?;
    Some(list.first()?.start..list.last()?.end)
}
