//! Reads the facts of a segment: each kind once, in an order in which the more specific comes first.

use super::lexed::Lexed;
use super::{Fact, Quantity, Reading, Salience, Value, calendar, cues, durations, links, markers, quantities, times};
use crate::cues::{Cue, CueReader};
use crate::document::{Block, Inline};
use crate::locale::Locale;
use crate::span::TextRange;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;

/// Reads the facts that `segment`, a part of `block`'s text, states, and adds them in the order of the text.
pub fn read(block: &Block, segment: TextRange, locale: &Locale, out: &mut Vec<Fact>) {
    BlockReader::new(block, locale).read(segment, out, &mut Vec::new());
}

/// Reads the segments of a block one after the other, in time that grows with the block and no faster.
#[derive(Debug)]
pub struct BlockReader<'a> {
    block: &'a Block,
    locale: &'a Locale,
    inlines: links::Sweep<'a>,
    cues: CueReader,
}

impl<'a> BlockReader<'a> {
    /// Nothing of the block is read yet.
    #[must_use]
    pub fn new(block: &'a Block, locale: &'a Locale) -> Self {
        Self { block, locale, inlines: links::Sweep::new(block), cues: CueReader::default() }
    }

    /// Reads the facts that the next segment states, and its cues, and adds them in the order of the text. The inlines
    /// that end before a segment are not met again in those read later.
    pub fn read(&mut self, segment: TextRange, out: &mut Vec<Fact>, cues: &mut Vec<Cue>) {
        let reader = read_segment(self.block, segment, self.locale, self.inlines.of(segment), out);
        let first = cues.len();
        self.cues.read(&reader.lexed.tokens, self.locale, segment.start, cues);
        if !reader.code.is_empty() {
            let own = cues.split_off(first);
            cues.extend(own.into_iter().filter(|cue| !reader.is_code(cue.range)));
        }
    }
}

fn read_segment<'a>(
    block: &'a Block,
    segment: TextRange,
    locale: &'a Locale,
    inlines: impl Iterator<Item = &'a Inline>,
    out: &mut Vec<Fact>,
) -> Reader<'a> {
    let text = &block.text.as_str()[segment.range()];
    let mut reader = Reader {
        block,
        segment,
        lexed: Lexed::new(text, locale),
        code: Vec::new(),
        facts: Vec::new(),
        by_end: BTreeSet::new(),
    };
    links::read_inlines(&mut reader, inlines);
    links::read_addresses(&mut reader);
    if links::may_hold_numbers(&reader.lexed) {
        calendar::quarters(&mut reader);
        durations::read(&mut reader);
        links::read_codes(&mut reader);
        calendar::read(&mut reader);
        markers::read_letters(&mut reader);
        quantities::read_points(&mut reader);
        times::read(&mut reader);
        quantities::read(&mut reader);
    }
    let others = reader.facts.len();
    cues::read(&mut reader);
    let mut facts: Vec<Fact> = reader.facts.drain(..others).flatten().collect();
    allow_hours_before_times(&mut facts);
    facts.extend(reader.facts.drain(..).flatten());
    facts.sort_by_key(|fact| (fact.range.start, fact.range.end));
    calendar::allow_dates(&reader.lexed, &mut facts, segment.start);
    markers::soften(&reader.lexed, &mut facts, segment.start);
    quantities::mark_coordinates(&reader.lexed, &mut facts, segment.start);
    quantities::mark_roles(&reader.lexed, &mut facts, segment.start);
    facts.iter_mut().for_each(Fact::settle);
    out.append(&mut facts);
    reader
}

/// A segment being read.
pub(super) struct Reader<'a> {
    pub(super) block: &'a Block,
    pub(super) segment: TextRange,
    pub(super) lexed: Lexed<'a>,
    /// Code spans of the segment, in order.
    pub(super) code: Vec<TextRange>,
    /// In the order in which they were read; `None` where one was taken away again.
    facts: Vec<Option<Fact>>,
    /// Where each ends, with its number.
    by_end: BTreeSet<(usize, usize)>,
}

impl Reader<'_> {
    pub(super) fn push(&mut self, fact: Fact) {
        self.by_end.insert((fact.range.end, self.facts.len()));
        self.facts.push(Some(fact));
    }

    /// Adds a fact read from tokens, which nothing else is read from then.
    pub(super) fn push_tokens(&mut self, fact: Fact, from: usize, to: usize) {
        self.lexed.take(from, to);
        self.push(fact);
    }

    /// The last fact that ends at most `reach` bytes before byte `start` of the block's text.
    pub(super) fn last_before(&mut self, start: usize, reach: usize) -> Option<&mut Fact> {
        let (_, nearest) = self.by_end.range((start.saturating_sub(reach), 0)..=(start, usize::MAX)).next_back()?;
        self.facts[*nearest].as_mut()
    }

    /// Takes away the fact that stands at most `reach` bytes before or behind a range, of those that `which` picks.
    pub(super) fn take_beside(&mut self, range: TextRange, reach: usize, which: fn(&Fact) -> bool) -> Option<Fact> {
        let is_near = |fact: &Fact| {
            let (from, to) = if fact.range.end <= range.start {
                (fact.range.end, range.start)
            } else {
                (range.end, fact.range.start)
            };
            // Words, and no mark that sets the two apart.
            let between = self.block.text.as_str().get(from..to);
            between.is_some_and(|text| text.len() <= reach && !text.contains(is_separator))
        };
        // None that is as long as a sentence is looked for.
        const LONGEST: usize = 256;
        let ends = (range.start.saturating_sub(reach), 0)..=(range.end + reach + LONGEST, usize::MAX);
        let near = self.by_end.range(ends).map(|(_, at)| *at);
        let fits = |at: &usize| {
            #[cfg(test)]
            super::work::look();
            self.facts[*at].as_ref().is_some_and(|fact| which(fact) && is_near(fact))
        };
        let at = near.filter(fits).min()?;
        let taken = self.facts[at].take()?;
        self.by_end.remove(&(taken.range.end, at));
        Some(taken)
    }

    /// The part of the block's text that tokens `from..to` stand in.
    pub(super) fn token_range(&self, from: usize, to: usize) -> TextRange {
        self.range(self.lexed.token(from).start, self.lexed.token(to - 1).end)
    }

    /// A byte range of the segment's text as one of the block's text.
    pub(super) fn range(&self, start: usize, end: usize) -> TextRange {
        TextRange::new(self.segment.start + start, self.segment.start + end)
    }

    pub(super) fn block_text(&self, range: TextRange) -> &str {
        &self.block.text.as_str()[range.range()]
    }

    /// Nothing more is read from a range of the block's text.
    pub(super) fn take_bytes(&mut self, range: TextRange) {
        let start = range.start.saturating_sub(self.segment.start);
        self.lexed.take_bytes(start, range.end.saturating_sub(self.segment.start));
    }

    pub(super) fn bytes_taken(&self, start: usize, end: usize) -> bool {
        self.lexed.bytes_taken(start, end)
    }

    pub(super) fn is_code(&self, range: TextRange) -> bool {
        let at = self.code.partition_point(|code| code.end <= range.start);
        self.code.get(at).is_some_and(|code| code.overlaps(range))
    }

    /// What a fact counts for where it stands: in code it is never missed.
    pub(super) fn salience(&self, range: TextRange, salience: Salience) -> Salience {
        if self.is_code(range) { Salience::Silent } else { salience }
    }
}

/// Commas and the like, in any script.
fn is_separator(c: char) -> bool {
    !(c.is_alphanumeric() || c.is_whitespace() || crate::fold::is_mark(c) || matches!(c, '.' | '-' | '\'' | '’'))
}

/// `9 to 17:30`: a small number right before a time may be an hour.
fn allow_hours_before_times(facts: &mut [Fact]) {
    /// Bytes between the two: a word such as `to`, `bis`, `до`.
    const REACH: usize = 16;
    facts.sort_by_key(|fact| (fact.range.start, fact.range.end));
    for index in 1..facts.len() {
        let (before, rest) = facts.split_at_mut(index);
        let (Some(number), Some(time)) = (before.last_mut(), rest.first()) else { continue };
        let Value::Quantity(Quantity { number: hour, .. }) = number.value else { continue };
        let near = time.range.start.saturating_sub(number.range.end) <= REACH;
        let Some(hour) = hour.to_u16().filter(|hour| *hour <= 24 && Decimal::from(*hour) == number_of(number)) else {
            continue;
        };
        if near && matches!(time.value, Value::Time(_)) {
            number.alternatives.push(Reading { value: Value::Time((hour * 60).into()), weight: 0.4 });
            if hour < 12 {
                number.alternatives.push(Reading { value: Value::Time(((hour + 12) * 60).into()), weight: 0.1 });
            }
        }
    }
}

fn number_of(fact: &Fact) -> Decimal {
    match fact.value {
        Value::Quantity(quantity) => quantity.number,
        _ => Decimal::ZERO,
    }
}

#[cfg(test)]
mod arbitrary_tests;
#[cfg(test)]
mod calendar_tests;
#[cfg(test)]
mod european_tests;
#[cfg(test)]
mod language_tests;
#[cfg(test)]
pub(super) mod tests;
#[cfg(test)]
mod unit_tests;
